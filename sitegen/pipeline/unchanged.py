"""Whether anything can have changed since the last build. Parses nothing, and imports little, so that it is quick.

A build is the same as the last one when its content, theme, program, libraries and options are, and then there is
nothing to do if the published folder is as it was left. Content, theme and program are compared by size, times, inode
and mode of each file. The change time (ctime) cannot be set back by a program: the same size and modification time
with other bytes are seen. Where that time is too fresh to be relied on, or differs, the bytes decide; for the
published folder the times alone do, and after any doubt the ordinary build does the looking.
"""

import hashlib
import json
import os
import sys
import time
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, field, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

from sitegen.diagnostics import Diagnostic, Location
from sitegen.frozen import dataclass
from sitegen.identity import TICK as _TICK
from sitegen.identity import identity_of
from sitegen.model import BuildReport

_FORMAT = 3
_REPORT = {part.name for part in fields(BuildReport)}
_DIAGNOSTIC = {part.name for part in fields(Diagnostic)} - {"location", "source_line"}
_RECORDS = 8
"""Builds remembered beside one cache: a keeper may build one archive for several addresses."""


class _TooFresh(Exception):
    """A later change might have the same time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildRequest:
    """What a build was asked to do."""

    content: Path
    output: Path
    cache: Path
    """Folder of the build cache; the record is kept there."""
    options: tuple[str | bool, ...]
    """Every option that decides what is published or refused."""

    @property
    def name(self) -> str:
        """Tells this build from others that are kept beside it."""
        line = [str(self.content), str(self.content.resolve()), str(self.output.resolve()), *self.options]
        return hashlib.sha256(json.dumps(line).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierBuild:
    """What the last build came to, when this one would come to the same."""

    report: BuildReport
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder as it stands."""

    times: str
    """Hash of names, sizes, times, inodes and modes."""
    newest: int
    """The latest change time, in nanoseconds."""
    bytes: int = 0
    """How many there are in its files."""


@dataclass(slots=True)
class FolderCheck:
    """One look at what a build depends on, before it begins."""

    request: BuildRequest
    earlier: EarlierBuild | None = None
    """Set when nothing has changed."""
    _inputs: dict[str, Any] = field(default_factory=dict)
    """As the record holds them."""

    def remember(
        self,
        report: BuildReport,
        diagnostics: tuple[Diagnostic, ...],
        published: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Keeps what the build came to, unless its inputs have changed since the look. Never fails.

        `published` are the identities of all files that it left at its output, by path, where it knows them.
        """
        if not self._inputs:
            return
        with suppress(OSError, _TooFresh):
            # Only bytes can come back to what they were before the build, times cannot: where times alone are recorded,
            # the next look sees by itself what has changed meanwhile.
            changed = [_folder(folder).times for folder in _read(self.request)] if self._inputs["contents"] else []
            if self._inputs["contents"] and changed != self._inputs["times"]:
                return
            published = published or _published_at(self.request.output.resolve())
            _wait_until_after(max((int(identity.rpartition(" ")[2]) for identity in published.values()), default=0))
            record = {
                **self._inputs,
                "output": _seal(published),
                "report": asdict(report),
                "diagnostics": [asdict(diagnostic) for diagnostic in diagnostics],
            }
            records = {**_records(self.request), self.request.name: record}
            _write(self.request, dict(list(records.items())[-_RECORDS:]))


def check_folders(request: BuildRequest) -> FolderCheck:
    """Looks at everything that `asked` depends on. Never fails: what cannot be read is for the build to tell."""
    try:
        return _checked(request)
    except OSError:
        return FolderCheck(request)


def _checked(request: BuildRequest) -> FolderCheck:
    record = _record(_records(request).get(request.name))
    moment = time.time_ns()
    folders = [_folder(path) for path in _read(request)]
    times, sizes = [folder.times for folder in folders], [folder.bytes for folder in folders]
    settled = all(folder.newest < moment - _TICK for folder in folders)
    installed = _installed()
    if record and record["installed"] == installed and record["settled"] and record["times"] == times:
        contents, same = record["contents"], True
    elif record and settled and record["sizes"] != sizes:
        # Surely changed: to hash all bytes only to say so takes a third of a second for ten thousand files.
        contents, same = [], False
    else:
        contents = [_contents(folder) for folder in _read(request)]
        same = record is not None and record["contents"] == contents
    inputs = {"installed": installed, "times": times, "sizes": sizes, "settled": settled, "contents": contents}
    check = FolderCheck(request, _inputs=inputs)
    if record and same and record["installed"] == installed and _untouched(request, record):
        check.earlier = _earlier(record)
    return check


def _untouched(request: BuildRequest, record: dict[str, Any]) -> bool:
    """Whether the published folder is as it was left, and no killed build has left anything beside it."""
    target = request.output.resolve()
    beside = f".{target.name}.sitegen-"
    try:
        remains = (name for name in os.listdir(target.parent) if name.startswith(beside))
        left = any(name not in (f"{beside}previous", f"{beside}destinations") for name in remains)
        return not left and _seal(_published_at(target)) == record["output"]
    except OSError:
        return False


def _published_at(target: Path) -> dict[str, str]:
    """The identity of every file in a published folder, by path."""
    identities: dict[str, str] = {}
    waiting = [""]
    while waiting:
        above = waiting.pop()
        with os.scandir(f"{target}/{above}") as listing:
            for entry in listing:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{above}{entry.name}/")
                else:
                    identities[above + entry.name] = identity_of(entry.stat(follow_symlinks=False))
    return identities


def _seal(published: Mapping[str, str]) -> str:
    """The hash of the files of a published folder, but for hidden ones: desktops leave such where they show it."""
    lines = sorted(f"{path}\0{identity}" for path, identity in published.items() if "/." not in f"/{path}")
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogateescape")).hexdigest()


def _read(request: BuildRequest) -> list[Path]:
    """The folders that a build reads: content, program, a model, and the theme where it is not inside the program."""
    program = Path(__file__).parent.parent
    beside = program.parent / "templates"
    return [request.content, program, *([beside] if beside.is_dir() else []), *_model(request.content)]


def _model(content: Path) -> list[Path]:
    """The folder of the model that site.toml names, where there is one."""
    try:
        settings = (content / "site.toml").read_bytes()
    except OSError:
        return []
    grouping = _settings(settings).get("grouping") if b"model" in settings else None
    named = grouping.get("model") if isinstance(grouping, dict) else None
    return [content / named] if isinstance(named, str) and named and os.path.isdir(content / named) else []


def _settings(content: bytes) -> dict[str, Any]:
    """What site.toml says; nothing where it cannot be read, which is for the build to report."""
    import tomllib

    try:
        return tomllib.loads(content.decode())
    except (ValueError, RecursionError):
        return {}


def _installed() -> list[Any]:
    """Python, its Unicode tables, and which versions of which libraries it would import."""
    packages = set()
    for folder in sys.path:
        with suppress(OSError):
            packages |= {name for name in os.listdir(folder or ".") if name.endswith((".dist-info", ".egg-info"))}
    return [_FORMAT, sys.version, unicodedata.unidata_version, sorted(packages)]


def _entries(folder: Path) -> Iterator[tuple[str, os.DirEntry[str] | None]]:
    """Everything in a folder that is not hidden, sorted folder by folder; None beside the name of a folder."""
    waiting = [str(folder)]
    while waiting:
        inside = waiting.pop()
        with os.scandir(inside) as listing:
            entries = sorted((entry for entry in listing if not _ignored(entry.name)), key=lambda entry: entry.name)
        yield inside, None
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(entry.path)
            else:
                yield entry.name, entry


def _ignored(name: str) -> bool:
    return name.startswith(".") or name == "__pycache__"


def _folder(folder: Path) -> _Folder:
    digest, newest, size = hashlib.sha256(), 0, 0
    for name, entry in _entries(folder):
        if entry is None:
            digest.update(f"\n{name}\n".encode("utf-8", "surrogateescape"))
            continue
        status = entry.stat(follow_symlinks=False)
        newest, size = max(newest, status.st_ctime_ns), size + status.st_size
        line = f"{name}/{status.st_mode} {_times(status)}"
        if entry.is_symlink():
            status = os.stat(entry.path)
            newest = max(newest, status.st_ctime_ns)
            line += f" {os.readlink(entry.path)} {_times(status)}"
        digest.update(line.encode("utf-8", "surrogateescape"))
    return _Folder(digest.hexdigest(), newest, size)


def _times(status: os.stat_result) -> str:
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"


def _contents(folder: Path) -> str:
    """The hash of the names and bytes of a folder. Raises OSError for what is no file: the build will tell."""
    digest = hashlib.sha256()
    for name, entry in _entries(folder):
        line = name if entry is None else f"{name}/{_bytes_of(entry)}"
        digest.update(f"{line}\n".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _bytes_of(entry: os.DirEntry[str]) -> str:
    if not entry.is_file():
        raise OSError("it is no file")
    descriptor = os.open(entry.path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with open(descriptor, "rb", buffering=0) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _wait_until_after(moment: int) -> None:
    """Waits, for some milliseconds at most, until a change that comes later will have another time.

    Raises _TooFresh where that cannot be had: the clock was set back, or the file system's clock runs ahead.
    """
    if moment + _TICK > time.time_ns():
        time.sleep(_TICK / 1e9)
    if moment + _TICK > time.time_ns():
        raise _TooFresh("its times are in the future")


def _file(request: BuildRequest) -> Path:
    return request.cache / f"{request.content.resolve().name}.last"


def _records(request: BuildRequest) -> dict[str, Any]:
    """The records that are kept; none where they are damaged, or of another version."""
    try:
        digest, _, body = _file(request).read_bytes().partition(b"\n")
        if hashlib.sha256(body).hexdigest().encode() != digest:
            return {}
        records = json.loads(body)
    except (OSError, ValueError, RecursionError):
        return {}
    return records if isinstance(records, dict) else {}


def _record(value: Any) -> dict[str, Any] | None:
    """A record, if it is one: whoever can write the cache can write anything into it."""
    match value:
        case {
            "installed": list(),
            "settled": bool(),
            "times": list(),
            "sizes": list(),
            "contents": list(),
            "output": str(),
            "report": dict(report),
            "diagnostics": list(diagnostics),
        } if report.keys() == _REPORT and all(map(_is_diagnostic, diagnostics)):
            return cast(dict[str, Any], value)
    return None


def _is_diagnostic(value: object) -> bool:
    match value:
        case {"location": {"path": str(), "line": int(), "column": int()}, "source_line": str(), **rest}:
            return rest.keys() == _DIAGNOSTIC and all(isinstance(part, str | int) for part in rest.values())
    return False


def _write(request: BuildRequest, records: dict[str, Any]) -> None:
    path = _file(request)
    body = json.dumps(records).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        aside.write_bytes(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
        os.replace(aside, path)
    finally:
        aside.unlink(missing_ok=True)


def _earlier(record: dict[str, Any]) -> EarlierBuild:
    report = BuildReport(**{**record["report"], "written": 0, "removed": 0, "withheld": (), "stages": {}})
    diagnostics = [
        Diagnostic(**{**plain, "location": Location(**plain["location"])}) for plain in record["diagnostics"]
    ]
    return EarlierBuild(report=report, diagnostics=tuple(diagnostics))
