"""One whole published site: written beside the old one, then put in its place in one step.

Until `publish` has switched, nothing in the output folder is touched; whatever happens before (an error, Ctrl-C,
kill -9, a full disk, a power cut) leaves the old site as it was. What a killed build left beside it, the next takes
away. The old site is kept beside the output as the previous generation.
"""

import hashlib
import os
import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from sitegen.frozen import dataclass
from sitegen.identity import identity_of
from sitegen.model import File
from sitegen.publish.files import holds, link, read_regular, sync, to_disk, write_new
from sitegen.publish.foreign import carry_over
from sitegen.publish.inplace import complete_switch, switch_entries
from sitegen.publish.lock import only_build
from sitegen.publish.manifest import MANIFEST, Entry, Manifest, manifest_or_none, render_manifest, shown_at
from sitegen.publish.old import Left, Old, leave_notes, old_at
from sitegen.publish.paths import PathBook, check_path
from sitegen.publish.spare import Site, Spare, folders_of, link_all
from sitegen.publish.standing import (
    Notes,
    folders_at,
    look_at,
    spare_seal,
)
from sitegen.publish.switch import (
    Switching,
    about_to,
    drop_previous,
    keep_previous,
    previous_of,
    recover,
    remove_leftovers,
    switch,
)
from sitegen.publish.trouble import told
from sitegen.publish.withheld import Showings, Withheld, still_withheld, tightened, widest


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What publishing came to."""

    files: int
    """Files of the site, its manifest not counted."""
    written: int
    """Those that differ from the generation before, or were not in it."""
    removed: int
    """Files of the generation before that this one does not have."""
    withheld: tuple[str, ...] = ()
    """Ids of articles of which less is shown than was published before; the generation before is deleted for them."""


class Generation:
    """A site in the making. Use `open_generation`."""

    def __init__(
        self,
        *,
        output: Path,
        target: Path,
        folder: Path,
        old: Old,
        notes: Notes | None = None,
        switching: Switching = "exchange",
    ) -> None:
        self.folder = folder
        """Where the new site is being written; gone after `publish`."""
        self._output = output
        self._target = target
        self._old = old
        self._mode = folder.stat().st_mode
        self._permissions = self._mode & 0o666
        self._paths = PathBook()
        self._entries: dict[str, Entry] = {}
        self._fresh: set[str] = set()
        self._same = 0
        self._switched = False
        self._reused = False
        self._notes = notes
        self._in_place = switching == "in-place"
        self._left: Left | None = None
        self._takes_down: tuple[str, ...] = ()
        self.left: Mapping[str, str] = {}
        """The identities of all files of the site as it was left at the output, by path; empty where nobody knows."""
        self._stands = False
        """Whether the old site is the new one, as not a byte of that is new."""

    @property
    def standing(self) -> Manifest:
        """Of the site that stands."""
        return self._old.manifest

    @property
    def before(self) -> Collection[str]:
        """Paths of the site that stands."""
        return self._old.manifest.entries.keys()

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
        if not self._old.sealed:
            # At once, so that what was looked at is what is kept. Where seals tell, `publish` does it.
            old, new = self._old.folder / entry.path, self.folder / entry.path
            with self._told():
                new.parent.mkdir(parents=True, exist_ok=True)
                if not link(old, new):
                    self._write(entry.path, read_regular(old))
        self._same += 1
        return True

    def keep_all(self, entries: Collection[Entry]) -> bool:
        """Takes files over from the old site, all of them or none."""
        return all(map(self._is_as_before, entries)) and all(self.keep(entry) for entry in entries)

    def __contains__(self, path: object) -> bool:
        return path in self._entries

    def sha256(self, path: str) -> str:
        """The digest of a file that was added."""
        return self._entries[path].sha256

    def entry(self, path: str) -> Entry | None:
        """A file that was added; None where none was."""
        return self._entries.get(path)

    def _take(self, entry: Entry) -> None:
        check_path(entry.path)
        self._paths.take(entry.path)
        self._entries[entry.path] = entry

    def read(self, path: str) -> File:
        """A file that was added, read back: the site need not be held in memory to be indexed."""
        kept = self._old.sealed and path not in self._fresh
        with self._told():
            return File(path, ((self._old.folder if kept else self.folder) / path).read_bytes())

    def earlier(self, path: str, sha256: str) -> bytes | None:
        """The bytes that stood at a path before, if they are those of this digest."""
        entry = self._old.manifest.entries.get(path)
        if entry is None or entry.sha256 != sha256:
            return None
        try:
            content = read_regular(self._old.folder / path)
        except OSError:
            return None
        return content if hashlib.sha256(content).hexdigest() == sha256 else None

    def publish(
        self,
        settings: Mapping[str, object],
        libraries: Mapping[str, str] | None = None,
        articles: Showings | None = None,
    ) -> Published:
        """Puts the site in the place of the old one, or leaves that where it is when not a byte has changed.

        `articles` says what the site shows of each. Where that is less than was published, nothing of the old site is
        kept, and the manifest names the articles and the files that went.
        """
        withheld = self._withheld(articles) if articles is not None else None
        published = self.publish_as(render_manifest(settings, self._entries.values(), libraries, articles, withheld))
        return replace(published, withheld=self._takes_down)

    def _withheld(self, articles: Showings) -> Withheld:
        """What is withheld from now on. After a rollback the generation before may show what the site does not."""
        previous, old = previous_of(self._target), self._old.manifest
        self._takes_down = tightened(widest((old.shown, shown_at(previous))), articles)
        # An article that is back under another id keeps its record: nothing is lost by refusing to roll it back.
        names = still_withheld({*old.withheld.articles, *self._takes_down}, articles)
        gone = {*old.withheld.paths}
        if self._takes_down:
            gone |= {*old.entries, *(manifest_or_none(previous) or Manifest()).entries}
        return Withheld(articles=tuple(sorted(names)), paths=tuple(sorted(gone - self._entries.keys())))

    def publish_as(self, manifest: bytes) -> Published:
        """As `publish`, with a manifest that lists just what was added."""
        before = self._old.manifest
        if manifest == before.content and self._same == len(self._entries):
            self._stands = True
            return Published(files=len(self._entries), written=0, removed=0)
        with self._told():
            self._write(MANIFEST, manifest)
            spare = self._spare() if self._old.sealed else None
            if spare is None:
                self._finish()
            else:
                self._finish_in(spare)
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
        if self._old.manifest.entries.get(path) != entry or self._old.look.kinds.get(path) != "file":
            return False
        return self._old.sealed or holds(self._old.folder / path, entry.size, entry.sha256, self._permissions)

    def _write(self, path: str, content: bytes) -> None:
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        write_new(self.folder / path, content)
        self._fresh.add(path)

    def _finish(self) -> None:
        """Makes the new folder whole and puts it in place."""
        if self._old.sealed:
            kept = [path for path in self._entries if path not in self._fresh]
            self._fresh |= set(link_all(self._site(), self.folder, kept))
        self._carry_over(self.folder)
        self._keep_mode(self.folder)
        to_disk(self.folder, self._fresh)
        if self._notes:
            self._left = Left.of(look_at(self.folder))
        if self._in_place and os.path.lexists(self._target):
            self.folder = switch_entries(self.folder, self._target)
        else:
            self.folder = about_to(self.folder, self._target)
            switch(self.folder, self._target)
        self._switched = True

    def _finish_in(self, spare: Spare) -> None:
        """Makes the new site of the generation before, and puts it in place."""
        old, fresh = self._old, {*self._fresh}
        to_disk(self.folder, self._fresh)
        # Without its manifest it passes for no generation, should this build be killed.
        spare.remove([MANIFEST])
        spare.remove(sorted({*old.last.differ, *fresh, *(old.manifest.entries.keys() - self._entries.keys())}))
        spare.remove_folders({*old.last.folders} - folders_of(self._entries.keys()))
        linked = [path for path in old.last.differ if path in self._entries and path not in fresh]
        copied = spare.link(linked)
        spare.move(self.folder, [*sorted(fresh - {MANIFEST}), MANIFEST])
        foreign = bool(old.foreign) or folders_at(old.folder, old.look.folders) != old.look.folders
        if foreign:
            copied += self._carry_over(spare.folder)
        self._keep_mode(spare.folder)
        for path in copied:
            sync(spare.folder / path)
        self._fresh |= set(copied)
        spare.to_disk()
        if foreign:
            self._left = Left.of(look_at(spare.folder))
        else:
            anew = {*fresh, *linked, *copied}
            files = {path: old.look.files[path] for path in self._entries if path not in anew}
            files |= {path: identity_of(os.lstat(spare.folder / path)) for path in anew}
            self._left = Left(files=files, folders=folders_of(files.keys()))
        if self._in_place:
            switch_entries(spare.folder, self._target)
        else:
            switch(spare.folder, self._target)
        self._switched = True
        shutil.rmtree(self.folder, ignore_errors=True)

    def _spare(self) -> Spare | None:
        """The generation before, if nobody has touched it since."""
        previous, last = previous_of(self._target), self._old.last
        if self._takes_down:
            return None
        try:
            if not last.spare or spare_seal(previous, folders_at(previous, last.folders)) != last.spare:
                return None
        except OSError:
            return None
        self._reused = True
        return Spare(previous, self._site())

    def _site(self) -> Site:
        return Site(folder=self._old.folder, identities=self._old.look.files, holds=self._holds)

    def _holds(self, path: str) -> bool:
        entry = self._entries[path]
        return holds(self._old.folder / path, entry.size, entry.sha256, self._permissions)

    def _carry_over(self, new: Path) -> list[str]:
        copied = carry_over(self._old.folder, self._old.ours, new, {*self._entries, MANIFEST}, self._output)
        self._fresh |= set(copied)
        return copied

    def _keep_mode(self, new: Path) -> None:
        """The folder stays as open or closed as its keeper made it."""
        if self._target.is_dir():
            with suppress(OSError):
                os.chmod(new, self._target.stat().st_mode & 0o7777)

    def leave(self) -> None:
        """Keeps the site that was replaced, if one was, and takes away what nobody wants."""
        before = os.path.lexists(previous_of(self._target))
        if self._switched and self._old.manifest.content and not self._reused and not self._takes_down:
            keep_previous(self.folder, self._target)
        shutil.rmtree(self.folder, ignore_errors=True)
        if self._takes_down and (self._switched or self._stands):
            drop_previous(self._target)
        if self._notes and not (self._old.sealed and not self._switched and not self._takes_down):
            with suppress(OSError):
                again = (before and not self._reused) or not self._switched or bool(self._takes_down)
                self._write_down(self._notes, again=again)

    def _write_down(self, notes: Notes, *, again: bool) -> None:
        """For the next publication. `again`: names were taken away from files since they were looked at."""
        left = self._left or (None if self._switched or not self._same else Left.of(self._old.look))
        if left is None or (not self._switched and self._same != len(self._entries)):
            return
        if again or self._in_place:
            left = left.again(self._target)
        if left:
            before = self._old if self._switched and not self._takes_down else None
            leave_notes(notes, self._target, left, before, self._entries.keys(), self._fresh, self._mode)
            self.left = left.files

    def _told(self) -> AbstractContextManager[None]:
        return told(self._output, needed=lambda: sum(one.size for one in self._entries.values()))


@contextmanager
def open_generation(
    output: Path, notes: Notes | None = None, switching: Switching = "exchange"
) -> Iterator[Generation]:
    """A new site for `output`; without `publish` in the block, nothing comes of it.

    `notes` let the next publication know what this one left, so that it need not read what has not changed. A switch
    that was begun in place is completed first, however this one is `switching`.

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
                complete_switch(target)
                recover(target)
                remove_leftovers(target)
                folder.mkdir()
                permissions = folder.stat().st_mode & 0o666
                old = old_at(target, notes, permissions)
                generation = Generation(
                    output=output, target=target, folder=folder, old=old, notes=notes, switching=switching
                )
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        try:
            yield generation
        finally:
            generation.leave()
