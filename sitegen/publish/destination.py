"""Where a site is uploaded to: a folder, or any address that fsspec knows. Knows no manifest and no order."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TypeVar

from sitegen.diagnostics import Location, SitegenError, error
from sitegen.distribution import install_command
from sitegen.publish.files import read_regular, walk, write_new
from sitegen.publish.headers import Headers

T = TypeVar("T")


class Destination(Protocol):
    """Files by their paths, `/` between the parts."""

    def read(self, path: str) -> bytes | None:
        """None when there is no such file."""
        ...

    def write(self, path: str, content: bytes, headers: Headers) -> None:
        """Whole or not at all."""
        ...

    def delete(self, path: str) -> None:
        """A file that is not there is no error."""
        ...

    def is_empty(self) -> bool:
        """Whether it holds nothing, or is not there yet."""
        ...

    def files(self, folder: str) -> list[str]:
        """The paths of all files below one of its folders; none where that is not there."""
        ...


def destination(address: str) -> Destination:
    """A folder for a path, else what fsspec makes of the address. Raises SitegenError [destination-unknown]."""
    protocol, separator, rest = address.partition("://")
    if not separator:
        return Folder(Path(address))
    if protocol == "file":
        return Folder(Path(rest))
    return Remote(address, protocol)


class Folder:
    """A folder of this machine. No link in it is followed."""

    def __init__(self, folder: Path) -> None:
        self._root = folder.resolve()
        self._shown = str(folder)

    def read(self, path: str) -> bytes | None:
        try:
            return read_regular(self._root / path)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as failure:
            raise _failed(path, self._shown, failure) from failure

    def write(self, path: str, content: bytes, headers: Headers) -> None:  # noqa: ARG002
        target = self._root / path
        aside = target.with_name(f".{target.name}.sitegen-upload")
        try:
            if target.parent.resolve() != target.parent:
                raise NotADirectoryError(errno.ENOTDIR, "a part of its path is a link", str(target.parent))
            target.parent.mkdir(parents=True, exist_ok=True)
            aside.unlink(missing_ok=True)
            write_new(aside, content)
            os.replace(aside, target)
        except OSError as failure:
            raise _failed(path, self._shown, failure) from failure

    def delete(self, path: str) -> None:
        target = self._root / path
        if target.parent.resolve() != target.parent:
            return
        try:
            target.unlink(missing_ok=True)
            for parent in target.relative_to(self._root).parents[:-1]:
                if any((self._root / parent).iterdir()):
                    return
                (self._root / parent).rmdir()
        except (FileNotFoundError, NotADirectoryError):
            return
        except OSError as failure:
            raise _failed(path, self._shown, failure) from failure

    def is_empty(self) -> bool:
        try:
            return not any(self._root.iterdir())
        except FileNotFoundError:
            return True
        except OSError as failure:
            raise _failed("", self._shown, failure) from failure

    def files(self, folder: str) -> list[str]:
        top = self._root / folder
        try:
            if top.resolve() != top:
                return []
            return [f"{folder}/{path}" for path, kind in walk(top) if kind == "file"]
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as failure:
            raise _failed(folder, self._shown, failure) from failure


class Remote:
    """An address of fsspec: `s3://bucket/site`, `gs://`, `abfs://`, `sftp://`, `memory://`."""

    def __init__(self, address: str, protocol: str) -> None:
        self._shown, self._protocol = address, protocol
        try:
            import fsspec  # type: ignore[import-untyped,import-not-found,unused-ignore]
        except ImportError as failure:
            hint = f"{install_command('publish')}; S3 needs s3fs besides, Google Cloud gcsfs"
            told = error("destination-unknown", f"`{address}` needs fsspec", Location(path=address), hint=hint)
            raise SitegenError(told) from failure
        try:
            self._files, root = fsspec.core.url_to_fs(address)
        except (ImportError, ValueError, OSError) as failure:
            told = error("destination-unknown", f"`{address}` cannot be opened: {failure}", Location(path=address))
            raise SitegenError(told) from failure
        self._root = str(root).rstrip("/")

    def read(self, path: str) -> bytes | None:
        def read() -> bytes | None:
            try:
                return bytes(self._files.cat_file(f"{self._root}/{path}"))
            except FileNotFoundError:
                return None

        return self._tried(path, read)

    def write(self, path: str, content: bytes, headers: Headers) -> None:
        settings = _settings(self._protocol, headers)
        self._tried(path, lambda: self._files.pipe_file(f"{self._root}/{path}", content, **settings))

    def delete(self, path: str) -> None:
        def delete() -> None:
            try:
                self._files.rm_file(f"{self._root}/{path}")
            except FileNotFoundError:
                return

        self._tried(path, delete)

    def is_empty(self) -> bool:
        def empty() -> bool:
            self._files.invalidate_cache()
            try:
                return not [one for one in self._files.ls(self._root, detail=False) if one.rstrip("/") != self._root]
            except FileNotFoundError:
                return True

        return self._tried("", empty)

    def files(self, folder: str) -> list[str]:
        def listed() -> list[str]:
            self._files.invalidate_cache()
            try:
                listing = [str(path) for path in self._files.find(f"{self._root}/{folder}")]
            except FileNotFoundError:
                return []
            # Some file systems begin a path with a slash, whatever they were asked for.
            below = f"{self._root.strip('/')}/"
            return [path.lstrip("/").removeprefix(below) for path in listing if path.lstrip("/").startswith(below)]

        return self._tried(folder, listed)

    def _tried(self, path: str, action: Callable[[], T]) -> T:
        try:
            return action()
        except Exception as failure:  # each file system raises what it likes
            raise _failed(path, self._shown, failure) from failure


def _settings(protocol: str, headers: Headers) -> dict[str, Any]:
    """The two headers as each kind of store wants to be told; the others are served by a host that knows its own."""
    if protocol in ("s3", "s3a"):
        return {"ContentType": headers.content_type, "CacheControl": headers.cache_control}
    if protocol in ("gs", "gcs"):
        return {"content_type": headers.content_type, "fixed_key_metadata": {"cache_control": headers.cache_control}}
    return {}


def _failed(path: str, shown: str, failure: Exception) -> SitegenError:
    reason = (failure.strerror if isinstance(failure, OSError) and failure.strerror else "") or str(failure)
    message = f"`{path or 'the folder'}` at `{shown}` could not be reached: {reason.lower() or type(failure).__name__}"
    hint = "the same command goes on where this one ended; what readers see is whole"
    return SitegenError(error("upload-failed", message, Location(path=shown), hint=hint))
