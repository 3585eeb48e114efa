"""Which paths a published file may have: the same file on every host, and one file a path.

Ids are checked where they are read, so a path that is no good here is a fault of the program (ValueError). Two
pages at one path can be the archive's doing, so that is told to its keeper.
"""

import re
import unicodedata
from functools import lru_cache

from sitegen.diagnostics import Diagnostic, Location, SitegenError, error
from sitegen.publish.manifest import MANIFEST

PART_BYTES = 200
"""Longest name of a file or folder; hosts allow 255, and compressed variants and temporary names add to it."""

_UNFIT = re.compile(r'[\x00-\x1f\x7f-\x9f\\<>:"|?*\ud800-\udfff]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?")


def check_path(path: str) -> None:
    """Raises ValueError unless `path` is relative, `/` between its parts, and means one file on every host."""
    for part in path.split("/"):
        _check_part(part, path)


@lru_cache(maxsize=4096)
def _is_fit(part: str) -> bool:
    return not (_UNFIT.search(part) or _RESERVED.fullmatch(part))


def _check_part(part: str, path: str) -> None:
    if part in ("", ".", "..") or part[-1] in ". ":
        raise ValueError(f"{path!r} is no relative path in its shortest form")
    if not _is_fit(part):
        raise ValueError(f"{path!r} holds a name that some hosts do not allow")
    if len(part.encode()) > PART_BYTES:
        raise ValueError(f"{path!r} holds a name of more than {PART_BYTES} bytes")


def same_place(path: str) -> str:
    """Equal for paths that one host or another takes for the same (Unicode 3.13, canonical caseless match)."""
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", path).casefold())


class PathBook:
    """The paths taken so far. Refuses a second file at one place, and a file where another needs a folder."""

    def __init__(self) -> None:
        self._files: dict[str, str] = {same_place(MANIFEST): MANIFEST}
        self._folders: dict[str, str] = {}

    def take(self, path: str) -> None:
        """Raises SitegenError [path-collision], naming both, when `path` is taken."""
        key = same_place(path)
        parents: list[str] = []
        above = key.rpartition("/")[0]
        # What stands above a folder that is known was looked at when that was taken.
        while above and above not in self._folders:
            parents.append(above)
            above = above.rpartition("/")[0]
        taken = self._folders.get(key) or next(
            (self._files[one] for one in (key, *parents) if one in self._files), None
        )
        if taken:
            raise SitegenError(_collision(path, taken))
        self._files[key] = path
        self._folders.update(dict.fromkeys(parents, path))


def _collision(path: str, taken: str) -> Diagnostic:
    if path == taken:
        message = f"two pages would be written to `{path}`"
    else:
        message = f"`{path}` and `{taken}` cannot both be written: some hosts take them for the same place"
    return error("path-collision", message, Location(path=path), hint="rename one of the files they are made from")
