"""The generation that stands in the output folder when a build begins, and what a publication leaves of itself.

A publication that knows what the last one left need not read what has not changed.
"""

import time
from collections.abc import Iterable, Mapping, Set
from dataclasses import field, replace
from pathlib import Path

from sitegen.frozen import dataclass
from sitegen.identity import TICK
from sitegen.publish.manifest import MANIFEST, Manifest, read_manifest
from sitegen.publish.spare import folders_of
from sitegen.publish.standing import Last, Look, Notes, folders_at, look_at, read_last, seal_of, spare_seal, write_last
from sitegen.publish.switch import previous_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Old:
    """The generation that stands in the output folder when the build begins."""

    folder: Path
    manifest: Manifest
    look: Look = field(default_factory=Look)
    """What is really there."""
    last: Last = field(default_factory=Last)
    """What the last publication wrote down."""
    sealed: bool = False
    """Whether all is as that left it."""

    @property
    def ours(self) -> Set[str]:
        """The files that a publication of ours put there."""
        return {*self.manifest.entries, MANIFEST} if self.manifest.content else frozenset()

    @property
    def foreign(self) -> list[str]:
        """Everything else, folders that only hold what is ours left out."""
        ours = self.ours
        return [*(self.look.files.keys() - ours), *(self.look.folders.keys() - folders_of(ours))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What the new site was when it was put in place."""

    files: Mapping[str, str]
    """Identities by path."""
    folders: Iterable[str]

    @staticmethod
    def of(look: Look) -> "Left":
        return Left(files=look.files, folders=look.folders)

    def again(self, target: Path) -> "Left | None":
        """As it stands now that names were taken away from files; None where anything else has changed."""
        look = look_at(target)
        now = {path: _unlinked(one) for path, one in look.files.items()}
        return Left.of(look) if now == {path: _unlinked(one) for path, one in self.files.items()} else None


def old_at(target: Path, notes: Notes | None, permissions: int) -> Old:
    """What stands at `target`."""
    if not target.is_dir():
        return Old(folder=target, manifest=Manifest())
    try:
        manifest = read_manifest(target)
    except (FileNotFoundError, ValueError):
        # Then every file in it is foreign, and none is lost.
        manifest = Manifest()
    look = look_at(target)
    last = read_last(notes) if notes and manifest.content else Last()
    sealed = bool(last.seal) and _seal(look.files, manifest.entries.keys(), permissions) == last.seal
    return Old(folder=target, manifest=manifest, look=look, last=last, sealed=sealed)


def leave_notes(
    notes: Notes, target: Path, left: Left, replaced: Old | None, ours: Set[str], fresh: Set[str], mode: int
) -> None:
    """Writes down what was left at `target`, for the next publication.

    `replaced` is the generation that stood there, now the one before; of `ours` those in `fresh` are not its files.
    `mode` is that of a folder which a publication makes.
    """
    last = Last(seal=_seal(left.files, ours, mode & 0o666))
    if replaced and replaced.manifest.content and _may_be_changed(replaced, mode):
        gone = replaced.look.files.keys() - ours
        foreign = left.files.keys() - ours
        last = replace(
            last,
            spare=spare_seal(previous_of(target), _as_renamed(replaced.look.folders, previous_of(target))),
            folders=tuple(replaced.look.folders),
            differ=tuple(sorted({*fresh, *gone, *foreign})),
        )
    time.sleep(TICK / 1e9)
    write_last(notes, last)


def _seal(files: Mapping[str, str], ours: Set[str], permissions: int) -> str:
    """Of the files that a publication made; a keeper's own may come and go."""
    own = {path: files[path] for path in (*ours, MANIFEST) if path in files}
    return seal_of(own, folders_of(own.keys()), permissions)


def _may_be_changed(old: Old, mode: int) -> bool:
    """Whether all its folders are as open as those that a publication makes, a keeper's own among them."""
    return all(one.split(" ", 3)[2] == str(mode) for one in old.look.folders.values())


def _as_renamed(folders: Mapping[str, str], folder: Path) -> dict[str, str]:
    """Identities of the folders of a site that stands in `folder` now; to be renamed has changed those at its top."""
    tops = folders_at(folder, (path for path in folders if "/" not in path))
    same = {path: now for path, now in tops.items() if _unlinked(now) == _unlinked(folders[path])}
    return {**folders, **same}


def _unlinked(identity: str) -> str:
    """An identity without the change time, which another name, or a name more or less, alters too."""
    return identity.rpartition(" ")[0]
