"""One whole published site: written beside the old one, then put in its place in one step.

Until `publish` has switched, nothing in the output folder is touched; whatever happens before (an error, Ctrl-C,
kill -9, a full disk, a power cut) leaves the old site as it was. What a killed build left beside it, the next takes
away. The old site is kept beside the output as the previous generation.
"""

import hashlib
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sitegen.model import File
from sitegen.publish.files import Kind, holds, link, read_regular, sync, to_disk, walk, write_new
from sitegen.publish.foreign import carry_over
from sitegen.publish.lock import only_build
from sitegen.publish.manifest import MANIFEST, Entry, Manifest, read_manifest, render_manifest
from sitegen.publish.paths import PathBook, check_path
from sitegen.publish.switch import keep_previous, recover, switch
from sitegen.publish.trouble import told


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What publishing came to."""

    files: int
    """Files of the site, its manifest not counted."""
    written: int
    """Those that differ from the generation before, or were not in it."""
    removed: int
    """Files of the generation before that this one does not have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Old:
    """The generation that stands in the output folder when the build begins."""

    folder: Path
    manifest: Manifest
    kinds: Mapping[str, Kind]
    """What is really there; no path in it leads through a link."""


class Generation:
    """A site in the making. Use `open_generation`."""

    def __init__(self, *, output: Path, target: Path, folder: Path, old: _Old) -> None:
        self.folder = folder
        """Where the new site is being written; gone after `publish`."""
        self._output = output
        self._target = target
        self._old = old
        self._permissions = folder.stat().st_mode & 0o666
        self._paths = PathBook()
        self._entries: dict[str, Entry] = {}
        self._fresh: list[str] = []
        self._same = 0
        self._switched = False

    def add(self, file: File) -> bool:
        """Writes a file of the site, and says whether it differs from the old one.

        Raises SitegenError [path-collision] or [cannot-write]; ValueError for a path that is no good on every host:
        the program's fault, as ids are checked when read.
        """
        entry = Entry(path=file.path, size=len(file.content), sha256=hashlib.sha256(file.content).hexdigest())
        if self.keep(entry):
            return False
        self._take(entry)
        with self._told():
            self._write(file.path, file.content)
        return True

    def keep(self, entry: Entry) -> bool:
        """Takes a file over from the old site. False, and nothing done, where that does not hold it unaltered."""
        if not self._is_as_before(entry):
            return False
        self._take(entry)
        old, new = self._old.folder / entry.path, self.folder / entry.path
        with self._told():
            new.parent.mkdir(parents=True, exist_ok=True)
            if not link(old, new):
                self._write(entry.path, read_regular(old))
        self._same += 1
        return True

    def __contains__(self, path: object) -> bool:
        return path in self._entries

    def sha256(self, path: str) -> str:
        """The digest of a file that was added."""
        return self._entries[path].sha256

    def _take(self, entry: Entry) -> None:
        check_path(entry.path)
        self._paths.take(entry.path)
        self._entries[entry.path] = entry

    def read(self, path: str) -> File:
        """A file that was added, read back: the site need not be held in memory to be indexed."""
        with self._told():
            return File(path, (self.folder / path).read_bytes())

    def publish(self, settings: Mapping[str, object]) -> Published:
        """Puts the site in the place of the old one, or leaves that where it is when not a byte has changed."""
        return self.publish_as(render_manifest(settings, self._entries.values()))

    def publish_as(self, manifest: bytes) -> Published:
        """As `publish`, with a manifest that lists just what was added."""
        before = self._old.manifest
        if manifest == before.content and self._same == len(self._entries):
            return Published(files=len(self._entries), written=0, removed=0)
        with self._told():
            self._write(MANIFEST, manifest)
            self._carry_over()
            self._keep_mode()
            to_disk(self.folder, self._fresh)
            switch(self.folder, self._target)
            self._switched = True
        # The new site stands: a failure from here on is no reason to say that the old one is unchanged.
        with suppress(OSError):
            sync(self._target.parent)
        return Published(
            files=len(self._entries),
            written=len(self._entries) - self._same,
            removed=len(before.entries.keys() - self._entries.keys()),
        )

    def _is_as_before(self, entry: Entry) -> bool:
        """Whether the old file can stand for the new one. Its bytes are read: it may have been altered in place."""
        path = entry.path
        if self._old.manifest.entries.get(path) != entry or self._old.kinds.get(path) != "file":
            return False
        return holds(self._old.folder / path, entry.size, entry.sha256, self._permissions)

    def _write(self, path: str, content: bytes) -> None:
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        write_new(self.folder / path, content)
        self._fresh.append(path)

    def _carry_over(self) -> None:
        before = self._old.manifest
        ours = {*before.entries, MANIFEST} if before.content else set()
        files = {*self._entries, MANIFEST}
        self._fresh += carry_over(self._old.folder, ours, self.folder, files, self._output)

    def _keep_mode(self) -> None:
        """The folder stays as open or closed as its keeper made it."""
        if self._target.is_dir():
            with suppress(OSError):
                os.chmod(self.folder, self._target.stat().st_mode & 0o7777)

    def leave(self) -> None:
        """Keeps the site that was replaced, if one was, and takes away what nobody wants."""
        if self._switched and self._old.manifest.content:
            keep_previous(self.folder, self._target)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _told(self) -> AbstractContextManager[None]:
        return told(self._output, needed=lambda: sum(one.size for one in self._entries.values()))


@contextmanager
def open_generation(output: Path) -> Iterator[Generation]:
    """A new site for `output`; without `publish` in the block, nothing comes of it.

    Raises SitegenError [build-running] while another build publishes there, [cannot-write] when the folder beside
    `output`, in which the site is made, cannot be written.
    """
    target = output.resolve()
    with told(output):
        target.parent.mkdir(parents=True, exist_ok=True)
    with only_build(target, output):
        folder = target.with_name(f".{target.name}.sitegen-{os.getpid()}")
        try:
            with told(output):
                recover(target)
                _remove_leftovers(target)
                folder.mkdir()
                generation = Generation(output=output, target=target, folder=folder, old=_old(target))
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        try:
            yield generation
        finally:
            generation.leave()


def _old(target: Path) -> _Old:
    if not target.is_dir():
        return _Old(folder=target, manifest=Manifest(), kinds={})
    try:
        manifest = read_manifest(target)
    except (FileNotFoundError, ValueError):
        # Then every file in it is foreign, and none is lost.
        manifest = Manifest()
    return _Old(folder=target, manifest=manifest, kinds=dict(walk(target)))


def _remove_leftovers(target: Path) -> None:
    """Takes away what killed builds of this output left; the lock is held, so none of them is alive."""
    pattern = re.compile(rf"\.{re.escape(target.name)}\.sitegen-([0-9]+|old)")
    for one in target.parent.iterdir():
        if pattern.fullmatch(one.name) and not one.is_symlink():
            shutil.rmtree(one, ignore_errors=True)
