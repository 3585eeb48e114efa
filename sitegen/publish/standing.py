"""What stands in a folder, and whether it is just what the last publication left there, without reading a byte.

A seal is the hash of every file's name and identity (`identity.py`) as a publication left them. Where it still fits,
every file is what the manifest says; where it does not, the bytes are looked at.
"""

import hashlib
import json
import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import field
from pathlib import Path
from typing import Protocol

from sitegen.frozen import dataclass
from sitegen.identity import identity_of
from sitegen.memo import LostValue, parse_json
from sitegen.publish.files import Kind


class Notes(Protocol):
    """Where a publication leaves what the next one wants to know. What it says is believed only where seals fit."""

    def read(self) -> bytes:
        """What was written last; empty where nothing was."""

    def write(self, content: bytes) -> None:
        """For the next publication."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A folder as it stands; no path in it leads through a link."""

    kinds: Mapping[str, Kind] = field(default_factory=dict)
    """By path, folders too."""
    files: Mapping[str, str] = field(default_factory=dict)
    """Identities of all that is no folder."""
    folders: Mapping[str, str] = field(default_factory=dict)
    """Identities of folders; they change with what is put into them and taken out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Last:
    """What the last publication left."""

    seal: str = ""
    """Of the site; empty where nothing is known."""
    spare: str = ""
    """Of the folders of the generation before; empty where that may not be changed into the next one."""
    folders: tuple[str, ...] = ()
    """Those folders."""
    differ: tuple[str, ...] = ()
    """Files that are not the same in both; all others are two names of one file."""


def look_at(folder: Path) -> Look:
    """Everything below `folder`."""
    kinds: dict[str, Kind] = {}
    files: dict[str, str] = {}
    folders: dict[str, str] = {}
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        with os.scandir(f"{folder}/{prefix}") as found:
            for one in found:
                path = f"{prefix}{one.name}"
                identity = identity_of(one.stat(follow_symlinks=False))
                if one.is_dir(follow_symlinks=False):
                    waiting.append(f"{path}/")
                    folders[path] = identity
                    kinds[path] = "folder"
                else:
                    files[path] = identity
                    kinds[path] = "file" if one.is_file(follow_symlinks=False) else "other"
    return Look(kinds=kinds, files=files, folders=folders)


def seal_of(files: Mapping[str, str], folders: Iterable[str], permissions: int) -> str:
    """The hash of a site as it stands; `permissions` are those its files were made with."""
    lines = [f"{path}\0{identity}" for path, identity in files.items()]
    lines += [f"{path}/" for path in folders]
    return _hash([str(permissions), *sorted(lines)])


def spare_seal(folder: Path, folders: Mapping[str, str]) -> str:
    """The hash of the folders of a generation, itself among them, which may be renamed."""
    status = os.lstat(folder)
    if not stat.S_ISDIR(status.st_mode):
        return ""
    top = f"{status.st_dev} {status.st_ino} {status.st_mtime_ns}"
    return _hash([top, *sorted(f"{path}\0{identity}" for path, identity in folders.items())])


def folders_at(folder: Path, names: Iterable[str]) -> dict[str, str]:
    """The identities of folders that should be there. Raises OSError where one is not."""
    return {name: identity_of(os.lstat(f"{folder}/{name}")) for name in names}


def read_last(notes: Notes) -> Last:
    """What the last publication wrote down; nothing where that is damaged."""
    try:
        table = parse_json(notes.read() or b"{}")
    except LostValue:
        return Last()
    match table:
        case {"seal": str(seal), "spare": str(spare), "folders": [*folders], "differ": [*differ]} if all(
            type(path) is str for path in (*folders, *differ)
        ):
            return Last(seal=seal, spare=spare, folders=tuple(folders), differ=tuple(differ))
    return Last()


def write_last(notes: Notes, last: Last) -> None:
    """Writes it down."""
    told = {name: getattr(last, name) for name in Last.__dataclass_fields__}
    notes.write(json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def _hash(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest()
