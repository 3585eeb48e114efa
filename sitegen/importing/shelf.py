"""Where imported files go: names that are free, originals kept by their digest, nothing ever overwritten.

A file is written under a hidden name beside its place and linked into it, so that it is there whole or not at all,
and so that the system refuses where something stands there already.
"""

import hashlib
import os
import re
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from sitegen.config import Config
from sitegen.frozen import dataclass
from sitegen.importing.article_file import ORIGINAL, RECORD
from sitegen.importing.decisions import all_decisions
from sitegen.model import Source
from sitegen.read.files import read_bytes
from sitegen.read.refusal import Refused
from sitegen.read.walk import list_content, split_suffix, story_folder
from sitegen.text.ids import collision_key, id_of_path

_MOST_OF_A_NAME = 1_000_000
"""Articles of one name in one folder."""
ORIGINALS = "_originals"
CAPTURES = f"{ORIGINALS}/captures.tsv"
"""Captures of articles that had not changed: path of the article, moment, path of the original, record."""
_ORIGINAL = re.compile(rf"^{ORIGINAL}(\S+)$", re.MULTILINE)
_RECORD = re.compile(rf"^{RECORD}[a-z]+ (\d{{1,15}})$", re.MULTILINE)
_URL = re.compile(r"""^url: ["']?(.+?)["']?$""", re.MULTILINE)
_CHUNK = 1 << 20
_SUFFIX = ".txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """A file as it was given."""

    digest: str
    """SHA-256 of its bytes, in hexadecimal digits."""
    size: int
    suffix: str

    @property
    def path(self) -> str:
        """Below the content folder. Its name is its digest, so that anybody can check it."""
        return f"{ORIGINALS}/{self.digest}{self.suffix}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """An article that is there with the same text, or under the same address."""

    path: str
    has_same_text: bool
    has_same_address: bool
    has_url: bool
    """Whether the new article states an address."""

    @property
    def text(self) -> str:
        """What is told of it."""
        if not self.has_same_text:
            return f"{self.path} has the same address, and another text"
        if self.has_same_address:
            return f"{self.path} has the same text and address"
        return f"{self.path} has the same text" + (", at another address" if self.has_url else "")


def weigh(file: BinaryIO, suffix: str) -> Original:
    """The digest and size of an open file, which is left at its beginning."""
    digest = hashlib.sha256()
    size = 0
    while chunk := file.read(_CHUNK):
        digest.update(chunk)
        size += len(chunk)
    file.seek(0)
    return Original(digest=digest.hexdigest(), size=size, suffix=suffix)


class Shelf:
    """A content folder as far as adding to it needs to know."""

    def __init__(self, content: Path, config: Config, sources: dict[str, Source]) -> None:
        self.content = content
        self.config = config
        self.sources = sources
        self._listing, _ = list_content(content)
        self._made: dict[str, dict[int | None, str]] = {}
        self._by_text: dict[bytes, str] | None = None
        """Which article has a text, by the digest of its words; None until it is asked for."""
        self._by_url: dict[str, str] = {}
        self._by_both: dict[tuple[bytes, str], str] = {}
        self._by_original: dict[str, dict[int | None, str]] | None = None
        """The articles of each original by their records; None until they are asked for."""
        self._numbers: dict[tuple[str, str], int] = {}
        longest = config.limits.id_bytes
        self._taken = {
            collision_key(id_of_path(split_suffix(entry.relative)[0], longest)) for entry in self._listing.articles
        }

    def written_elsewhere(self, story: str) -> str:
        """How a story's folder is written that differs from `story` only in case or composed letters; else empty."""
        folders = {story_folder(entry.relative) for entry in (*self._listing.articles, *self._listing.stories)} - {
            "",
            story,
        }
        return next((entry for entry in sorted(folders) if collision_key(entry) == collision_key(story)), "")

    def known(self, original: Original) -> dict[int | None, str]:
        """Articles that were made of the same bytes, by the record they stand for."""
        try:
            with (self.content / original.path).open("rb") as file:
                kept = weigh(file, original.suffix)
        except FileNotFoundError:
            return {}
        if kept != original:
            message = f"{self.shown(original.path)} was kept for this file and has been changed since"
            raise Refused("original-changed", message, "put the original back, or remove what stands in its place")
        if self._by_original is None:
            self._by_original = self.originals()
        return {**self._by_original.get(original.path, {}), **self._made.get(original.path, {})}

    def originals(self) -> dict[str, dict[int | None, str]]:
        """The articles of the folder by their originals and records; those that captured an article again as well.

        Where the editor decided that a page is no article, the file that says so stands for it.
        """
        paths: dict[str, dict[int | None, str]] = {}
        for entry in self._listing.articles:
            data, _ = read_bytes(self.content, entry, self.config.limits.article_bytes, "")
            head = (data or b"")[: self.config.limits.front_matter_bytes].decode("utf-8", "replace")
            if original := _ORIGINAL.search(head):
                record = _RECORD.search(head)
                paths.setdefault(original[1], {}).setdefault(int(record[1]) if record else None, entry.relative)
        try:
            lines = (self.content / CAPTURES).read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            lines = []
        here = {entry.relative for entry in self._listing.articles}
        for line in lines:
            path, _, original_path, record_number, *_ = [*line.split("\t"), "", "", "", ""]
            if path in here:
                number = int(record_number) if record_number.isdecimal() else None
                paths.setdefault(original_path, {}).setdefault(number, path)
        for review, decisions in all_decisions(self.content)[0].items():
            if decisions.is_decided and not decisions.is_article:
                paths.setdefault(decisions.original, {}).setdefault(decisions.record, review)
        return paths

    def note_capture(self, path: str, captured: str, original: Original, record: int | None) -> None:
        """That a page was captured again and had not changed: a line in the list of such captures."""
        target = self.content / CAPTURES
        if target.is_symlink():
            raise Refused("symlink", f"{self.shown(CAPTURES)} is a link", "put a file in its place")
        with target.open("a", encoding="utf-8") as file:
            file.write("\t".join([path, captured, original.path, "" if record is None else str(record)]) + "\n")

    def twin(self, text: tuple[str, ...], url: str) -> "Twin | None":
        """The article that is there with the same text, or under the same address; None where none is.

        Texts are the same where their words are: files differ in blank lines and front matter.
        """
        if self._by_text is None:
            self._index()
        assert self._by_text is not None
        digest = words_digest(text)
        same_both = self._by_both.get((digest, url), "") if url else ""
        same_text, same_url = self._by_text.get(digest, ""), self._by_url.get(url, "") if url else ""
        path = same_both or same_text or same_url
        return (
            Twin(
                path=path,
                has_same_text=bool(same_text),
                has_same_address=bool(same_both or not same_text),
                has_url=bool(url),
            )
            if path
            else None
        )

    def note_twin(self, text: tuple[str, ...], url: str, path: str) -> None:
        """That an article with this text and address is there now."""
        if self._by_text is not None:
            digest = words_digest(text)
            self._by_text.setdefault(digest, path)
            self._by_url.setdefault(url, path)
            self._by_both.setdefault((digest, url), path)

    def _index(self) -> None:
        self._by_text = {}
        for entry in self._listing.articles:
            data, _ = read_bytes(self.content, entry, self.config.limits.article_bytes, "")
            content = (data or b"").decode("utf-8", "replace")
            head, _, body = content.partition("\n---\n") if content.startswith("---\n") else ("", "", content)
            url = _URL.search(head)
            self.note_twin((body,), url[1] if url else "", entry.relative)

    def remember(self, original: Original, record: int | None, path: str) -> None:
        """That an article was made in this run."""
        self._made.setdefault(original.path, {})[record] = path

    def free_path(self, folder: str, name: str) -> str:
        """A path for an article, with a number where the name is taken. `folder` is empty or ends with a slash."""
        longest = self.config.limits.id_bytes
        # A table without titles names all its rows alike; counting from 1 each time would cost their square.
        for number in range(self._numbers.get((folder, name), 1), _MOST_OF_A_NAME):
            path = f"{folder}{name}{f'-{number}' if number > 1 else ''}"
            key = collision_key(id_of_path(path, longest))
            if key not in self._taken and not os.path.lexists(self.content / f"{path}{_SUFFIX}"):
                self._taken.add(key)
                self._numbers[folder, name] = number + 1
                return f"{path}{_SUFFIX}"
        raise Refused("cannot-write", f"every name like {folder}{name} is taken", "rename the file")

    def keep(self, file: BinaryIO, original: Original) -> None:
        """Puts a copy of the original into its place, if it is not there. Leaves the file where it was being read."""
        if os.path.lexists(self.content / original.path):
            return
        place = file.tell()
        file.seek(0)
        with self._new(original.path) as handle:
            second_digest = hashlib.sha256()
            while chunk := file.read(_CHUNK):
                second_digest.update(chunk)
                handle.write(chunk)
            if second_digest.hexdigest() != original.digest:
                raise Refused("unreadable", "this file changed while it was read", "add it again when it is complete")
        file.seek(place)

    def write(self, path: str, text: str, *, is_one_of_many: bool = False) -> None:
        """A new file; one of many is not forced to the disk, since that takes longer than all else together."""
        with self._new(path, is_one_of_many) as handle:
            handle.write(text.encode("utf-8"))

    def shown(self, path: str) -> str:
        """A path as messages name it."""
        return f"{str(self.content).rstrip('/')}/{path}"

    def _new(self, path: str, is_one_of_many: bool = False) -> "_NewFile":
        target = self.content / path
        target.parent.mkdir(parents=True, exist_ok=True)
        root, folder = self.content.resolve(), target.parent.resolve()
        if root != folder and root not in folder.parents:
            message = f"{self.shown(path)} would be written outside the content folder, since a link leads there"
            raise Refused("symlink", message, "put a folder in the place of the link")
        return _NewFile(target, is_one_of_many)


def words_digest(text: tuple[str, ...]) -> bytes:
    """By which two texts are the same: blank lines and their breaks differ from file to file."""
    return hashlib.blake2b(" ".join(" ".join(text).split()).encode("utf-8", "surrogatepass"), digest_size=16).digest()


class _NewFile:
    """A file that appears under its name when all of it is written, and never replaces another."""

    def __init__(self, target: Path, is_one_of_many: bool) -> None:
        self._target = target
        self._is_one_of_many = is_one_of_many
        descriptor, self._hidden = tempfile.mkstemp(prefix=".sitegen-add-", dir=target.parent)
        self._file = os.fdopen(descriptor, "wb")

    def __enter__(self) -> BinaryIO:
        return self._file

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                self._file.flush()
                if not self._is_one_of_many:
                    os.fsync(self._file.fileno())
                os.fchmod(self._file.fileno(), 0o666 & ~_umask())
            self._file.close()
            if kind is None:
                self._appear()
        finally:
            self._file.close()
            with suppress(FileNotFoundError):
                os.unlink(self._hidden)

    def _appear(self) -> None:
        """Takes the name, if it is free. Raises FileExistsError where it is not."""
        try:
            os.link(self._hidden, self._target)
        except FileExistsError:
            raise
        except OSError:
            # No hard links here (FAT, some network drives): the name is taken by an empty file first.
            os.close(os.open(self._target, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
            os.replace(self._hidden, self._target)


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
