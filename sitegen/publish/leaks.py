"""Searches the bytes of published files for words that are withheld: a proof, where a manifest is only bookkeeping.

A run is eight words in a row, or sixteen characters where words are not spaced. Eight words in a row are somebody's
sentence; shorter runs meet by chance in any two reports of one event. A run that an article shown in full has too, or
that is a fact (a declared title, a note of an editor), is public. Of an excerpt all files together may show the share
of words that is allowed, whatever was chosen for it.

Costs a pass over each file in each of the ways in which it can be read; what is compared is one set of runs.
"""

import gzip
import html
import io
import json
import re
import sqlite3
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import closing, suppress
from itertools import pairwise
from pathlib import Path

from sitegen.frozen import dataclass
from sitegen.model import Article
from sitegen.publish.files import read_regular, walk

_RUN = 16
"""Weight of a run."""
_WORD, _CHARACTER = 2, 1
"""Weights: eight words or sixteen characters make a run."""
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Thai, Lao, Burmese, Khmer, kana and Han: written without spaces between words."""
_UNITS = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+")
_UNSPACED_CHARACTER = re.compile(f"[{_UNSPACED}]")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_TAG = re.compile(r"<[^<>]*>")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_DATABASE = b"SQLite format 3\0"
"""What a database begins with. Its texts stand in its bytes in pieces, as its pages hold them."""
_PACKAGE = b"PK\x03\x04"
"""What a zip begins with: an evidence package, or an export that stands in the folder."""
_LARGEST = 1 << 30
"""Bytes that a gzip file may unpack to, and each file of a zip."""
_PLACES = 1 << 32
"""More units than an article may have; the number of an article and a place in it are one number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leak:
    """Withheld words in a published file."""

    article: str
    """Id of the article that they are of."""
    path: str
    runs: int
    """How many runs of its words stand there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Secret:
    article: str
    weights: bytes
    """Of its units."""
    share: float
    """Of its words that may be shown."""
    public: set[int]
    """Places of its units that stand in a public run: no excerpt is longer for them."""


class Search:
    """A search of many files, one after another; `leaks` says what came of it."""

    def __init__(self, secrets: Sequence[_Secret], places: Mapping[int, tuple[int, ...]], openings: Set[int]) -> None:
        """`places` says where each run begins, `openings` are the hashes of their first two units."""
        self._secrets, self._places, self._openings = secrets, places, openings
        self._shown: dict[tuple[int, str], set[int]] = {}

    def look(self, path: str, content: bytes) -> None:
        """Searches one file."""
        if not self._places:
            return
        for text in readings_of(path, content):
            for run in self._runs_in(text):
                for place in self._places[run]:
                    self._shown.setdefault((place // _PLACES, path), set()).add(place % _PLACES)

    def leaks(self) -> tuple[Leak, ...]:
        """What was found, by article and path; nothing of an excerpt that is no longer than it may be."""
        over = {number for number in range(len(self._secrets)) if self._is_over(number)}
        return tuple(
            Leak(article=self._secrets[number].article, path=path, runs=len(runs))
            for (number, path), runs in sorted(self._shown.items())
            if number in over
        )

    def _runs_in(self, text: str) -> Iterator[int]:
        units = units_of(text)
        for start, pair in enumerate(pairwise(units)):
            if hash(pair) in self._openings:
                run = hash(_run(units, start))
                if run in self._places:
                    yield run

    def _is_over(self, number: int) -> bool:
        """Whether all files together show more words of an article than its rights allow."""
        secret = self._secrets[number]
        weights = secret.weights
        shown: set[int] = set()
        for (holder, _), starts in self._shown.items():
            if holder == number:
                for start in starts:
                    shown.update(range(start, _end(weights, start)))
        if secret.share:
            shown -= secret.public
        return sum(weights[unit] for unit in shown) > sum(weights) * secret.share


def in_search_of(
    withheld: Iterable[Article], shown: Iterable[Article], facts: Iterable[str], excerpt_share: float
) -> Search:
    """A search for what may not be shown of some articles. Those in `shown` are public, and so are `facts`.

    A run is kept as its hash of 64 bits, some 100 bytes of memory a word that is withheld.
    """
    secrets: list[_Secret] = []
    places: dict[int, tuple[int, ...]] = {}
    openings: set[int] = set()
    for number, article in enumerate(withheld):
        units = units_of(_text_of(article))
        for run, start in runs_of(units).items():
            places[run] = (*places.get(run, ()), number * _PLACES + start)
            openings.add(hash((units[start], units[start + 1])))
        share = excerpt_share if article.rights == "excerpt" and not article.withdrawn else 0.0
        secrets.append(_Secret(article=article.id, weights=bytes(map(_weight, units)), share=share, public=set()))
    for text in (*facts, *(text for article in shown for text in _texts_of(article))) if places else ():
        for run in runs_of(units_of(text)):
            for place in places.pop(run, ()):
                secret, start = secrets[place // _PLACES], place % _PLACES
                secret.public.update(range(start, _end(secret.weights, start)))
    return Search(secrets, places, openings)


def folder_leaks(folder: Path, search: Search) -> tuple[Leak, ...]:
    """What a folder holds of that. Raises OSError for a file that cannot be read."""
    for path, kind in sorted(walk(folder)):
        if kind == "file":
            search.look(path, read_regular(folder / path))
    return search.leaks()


def units_of(text: str) -> list[str]:
    """The words of a text as they are compared; each character is one where words are not spaced."""
    return _UNITS.findall(_UNSEEN.sub("", unicodedata.normalize("NFKC", text).casefold()))


def runs_of(units: Sequence[str]) -> dict[int, int]:
    """The hash of every run, and where the first like it begins."""
    runs: dict[int, int] = {}
    for start in range(len(units)):
        run = _run(units, start)
        if run:
            runs.setdefault(hash(run), start)
    return runs


def readings_of(path: str, content: bytes) -> Iterator[str]:
    """A file in each way in which its text can be read: as it is, and without its markup."""
    content = _unpacked(content)
    if content.startswith(_PACKAGE):
        yield from _packed_readings(content)
    if content.startswith(_DATABASE):
        yield from _cells(content)
    text = content.decode("utf-8", "replace")
    if path.endswith(".json") or content.startswith((b"{", b"[")):
        try:
            strings = list(_strings(json.loads(text)))
        except (ValueError, RecursionError):
            strings = []
        # A text may stand there in pieces, as the ops of a comparison do.
        yield from ("\n".join(strings), "".join(strings))
        text = "\n".join(strings) or text
    plain = html.unescape(_ESCAPED.sub(lambda match: chr(int(match[1], 16)), text))
    yield plain
    if "<" in plain:
        # A mark may stand inside a word, and a paragraph may end without a space.
        yield _TAG.sub("", plain)
        yield _TAG.sub(" ", plain)


def _packed_readings(content: bytes) -> Iterator[str]:
    """The same of each file in a zip; nothing of one that is damaged, encrypted or too large to be text."""
    with suppress(zipfile.BadZipFile, NotImplementedError), zipfile.ZipFile(io.BytesIO(content)) as package:
        for entry in package.infolist():
            if entry.is_dir() or entry.file_size > _LARGEST:
                continue
            with suppress(zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError):
                inside = package.read(entry)
                # A zip within a zip is looked at as it is: how deep they go, nobody knows.
                yield from readings_of(entry.filename, b"" if inside.startswith(_PACKAGE) else inside)


def _cells(content: bytes) -> Iterator[str]:
    """What the tables of a database hold, a text a table; nothing for one that is damaged."""
    with closing(sqlite3.connect(":memory:")) as connection, suppress(sqlite3.Error):
        connection.deserialize(content)
        named = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        for (table,) in connection.execute(named).fetchall():
            quoted = str(table).replace('"', '""')
            rows = connection.execute(f'SELECT * FROM "{quoted}"')
            yield "\n".join(cell for row in rows for cell in row if isinstance(cell, str))


def _unpacked(content: bytes) -> bytes:
    if content[:2] != b"\x1f\x8b":
        return content
    try:
        packed = zlib.decompressobj(wbits=31)
        unpacked = packed.decompress(content, _LARGEST)
        if packed.unused_data:
            unpacked = gzip.decompress(content)
    except (zlib.error, OSError, EOFError):
        return content
    return unpacked


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        # The sides of ops are each a text of their own.
        ops = [op for op in value if isinstance(op, Mapping) and "tag" in op]
        for side in ("left", "right"):
            yield "".join(str(op.get(side, "")) for op in ops)
        for inner in value:
            yield from _strings(inner)


def _run(units: Sequence[str], start: int) -> tuple[str, ...]:
    """The shortest run that begins there; empty where the text ends before."""
    weight, end = 0, start
    while weight < _RUN:
        if end == len(units):
            return ()
        weight += _weight(units[end])
        end += 1
    return tuple(units[start:end])


def _end(weights: bytes, start: int) -> int:
    """Where the run that begins there ends."""
    weight, end = 0, start
    while weight < _RUN:
        weight += weights[end]
        end += 1
    return end


def _weight(unit: str) -> int:
    return _CHARACTER if len(unit) == 1 and _UNSPACED_CHARACTER.match(unit) else _WORD


def _text_of(article: Article) -> str:
    return "\n".join(block.text for block in article.blocks)


def _texts_of(article: Article) -> Iterator[str]:
    """What is printed of an article in full: its text, with and without what was set aside, and before repairs."""
    yield _text_of(article)
    yield "\n".join(block.text for block in article.body)
    yield "\n".join(block.original or block.text for block in article.blocks)
    yield article.title
