"""Makes the next site of the generation before the one that stands: what both have stays, and costs nothing.

Nobody sees that folder, so it may be changed file by file; what readers see changes in one step, as ever. A folder
that was touched by anybody else is not used.
"""

import errno
import os
from collections.abc import Callable, Iterable, Mapping, Set
from pathlib import Path

from sitegen.frozen import dataclass
from sitegen.identity import identity_of
from sitegen.publish.files import link, read_regular, sync, write_new


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The site that stands."""

    folder: Path
    identities: Mapping[str, str]
    """Of its files, as they were looked at."""
    holds: Callable[[str], bool]
    """Whether a file has the bytes that it should have; asked where it is not the one that was looked at."""

    def link(self, folder: Path, path: str) -> bool:
        """Gives a file a second name; false where it had to be copied. Raises OSError for one that was changed."""
        old = f"{self.folder}/{path}"
        if identity_of(os.lstat(old)) != self.identities[path] and not self.holds(path):
            raise OSError(errno.EBUSY, "it was changed while the site was built", old)
        if link(old, f"{folder}/{path}"):
            return True
        write_new(folder / path, read_regular(self.folder / path))
        return False


class Spare:
    """A folder that holds most of the next site."""

    def __init__(self, folder: Path, site: "Site") -> None:
        self.folder, self._site = folder, site
        self._touched: set[str] = {""}

    def remove(self, paths: Iterable[str]) -> None:
        """Takes files away, and folders that are empty then."""
        left: set[str] = set()
        for path in paths:
            try:
                os.unlink(f"{self.folder}/{path}")
            except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
                # A file now stands where a folder stood, or the other way round.
                continue
            left.add(_above(path))
        while left:
            path = max(left, key=len)
            left.remove(path)
            self._touched.add(path)
            if path and _removed(f"{self.folder}/{path}"):
                self._touched.discard(path)
                left.add(_above(path))

    def remove_folders(self, paths: Iterable[str]) -> None:
        """Takes folders away, a keeper's own, of which the files are gone."""
        for path in sorted(paths, key=len, reverse=True):
            if _removed(f"{self.folder}/{path}"):
                self._touched.discard(path)
                self._touched.add(_above(path))

    def link(self, paths: Iterable[str]) -> list[str]:
        """Gives files of the site that stands a second name here; those that had to be copied."""
        copied: list[str] = []
        for path in paths:
            self._make_room(path)
            if not self._site.link(self.folder, path):
                copied.append(path)
        return copied

    def move(self, staging: Path, paths: Iterable[str]) -> None:
        """Takes files from where they were written."""
        for path in paths:
            self._make_room(path)
            os.rename(f"{staging}/{path}", f"{self.folder}/{path}")

    def to_disk(self) -> None:
        """Returns when the names of all files would survive a power cut."""
        for path in sorted(self._touched):
            sync(self.folder / path)

    def _make_room(self, path: str) -> None:
        above = _above(path)
        missing: list[str] = []
        while above not in self._touched and not os.path.isdir(f"{self.folder}/{above}"):
            missing.append(above)
            above = _above(above)
        self._touched.add(above)
        for one in reversed(missing):
            os.mkdir(f"{self.folder}/{one}")
            self._touched.add(one)
        self._touched.add(_above(path))


def link_all(site: Site, folder: Path, paths: Iterable[str]) -> list[str]:
    """Gives files a second name in a new folder; those that had to be copied."""
    made: set[str] = {""}
    copied: list[str] = []
    for path in paths:
        above = _above(path)
        if above not in made:
            os.makedirs(f"{folder}/{above}", exist_ok=True)
            made.add(above)
        if not site.link(folder, path):
            copied.append(path)
    return copied


def folders_of(paths: Set[str]) -> set[str]:
    """All folders that some paths stand in."""
    found: set[str] = set()
    for path in paths:
        above = _above(path)
        while above and above not in found:
            found.add(above)
            above = _above(above)
    return found


def _above(path: str) -> str:
    return path.rpartition("/")[0]


def _removed(folder: str) -> bool:
    try:
        os.rmdir(folder)
    except OSError:
        return False
    return True
