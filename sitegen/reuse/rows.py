"""What was read of every article, in few values of the cache: a line of JSON an article.

So an archive of ten thousand articles is known without a look at its texts. A line is parsed when its article is
asked for, and written again only where it differs.
"""

import json
import zlib
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields
from typing import Any

from sitegen.diagnostics import Diagnostic
from sitegen.model import Article, Block
from sitegen.reuse.plain import from_plain, values_from_plain
from sitegen.store import LostValue, Store, parse_json, plain

_SHARDS = 16
"""Values: those without a changed article are not written again."""
_DEFAULTS = {one.name: one.default for one in fields(Article) if one.default is not MISSING}
_NEEDED = {one.name for one in fields(Article)} - _DEFAULTS.keys() - {"blocks"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An article whose text stays in the cache, and the hash of that."""

    article: Article
    hashed: str
    digest: str
    """The hash of all that the article says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """What came of reading an article again, as lines of its source were found to recur."""

    key: str
    known: Known | None
    """None where none of the lines stands in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What is known of the file of an article."""

    identity: str
    key: str
    """Under which its text is kept."""
    known: Known
    declared_story: str
    edges: str
    problems: tuple[Diagnostic, ...]
    again: Again | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Problems:
    problems: tuple[Diagnostic, ...]


class Rows:
    """The rows of the last build, and those of this one."""

    def __init__(self, store: Store, shared: str, blocks: Callable[[str], tuple[Block, ...]]) -> None:
        """`blocks` gives what stands for the text under a key."""
        self._store, self._shared, self._blocks = store, shared, blocks
        self._before: dict[bytes, bytes] = {}
        self._values: list[bytes] = []
        for number in range(_SHARDS):
            value = store.get(self._key(number)) or b""
            self._values.append(value)
            for line in value.split(b"\n")[:-1]:
                name, _, row = line.partition(b"\0")
                self._before[name] = row
        self._now: dict[bytes, bytes] = {}

    def __bool__(self) -> bool:
        return bool(self._before)

    def get(self, shown: str) -> Row | None:
        """The row of a file, by the name that messages give it."""
        line = self._before.get(_name(shown))
        if line is None:
            return None
        try:
            return self._row(parse_json(line))
        except LostValue:
            return None

    def same(self, shown: str) -> None:
        """Keeps the row of a file as it is."""
        self._now[_name(shown)] = self._before[_name(shown)]

    def put(self, shown: str, row: Row) -> None:
        """Keeps a row that is new or differs."""
        self._now[_name(shown)] = _line(row)

    def keep(self) -> None:
        """Remembers the rows of this build."""
        values: list[list[bytes]] = [[] for _ in range(_SHARDS)]
        for name, line in self._now.items():
            values[zlib.crc32(name) % _SHARDS].append(b"%b\0%b\n" % (name, line))
        for number, lines in enumerate(values):
            value = b"".join(lines)
            if value != self._values[number]:
                self._store.put(self._key(number), value)

    def _row(self, plain_row: object) -> Row:
        """Raises LostValue for what is no row."""
        match plain_row:
            case [str(identity), str(key), str(declared), str(edges), problems, known, again]:
                return Row(
                    identity=identity,
                    key=key,
                    known=self._known(key, known),
                    declared_story=declared,
                    edges=edges,
                    problems=from_plain(_Problems, {"problems": problems}).problems if problems else (),
                    again=self._again(again) if again else None,
                )
        raise LostValue("what was read of an article")

    def _again(self, plain_again: object) -> Again:
        match plain_again:
            case [str(key), known]:
                return Again(key=key, known=self._known(key, known) if known else None)
        raise LostValue("what was read of an article again")

    def _known(self, key: str, plain_known: object) -> Known:
        match plain_known:
            case [str(hashed), str(digest), dict(plain_article)] if plain_article.keys() >= _NEEDED:
                values = {**values_from_plain(Article, plain_article), "blocks": self._blocks(key)}
                return Known(article=Article(**values), hashed=hashed, digest=digest)
        raise LostValue("an article")

    def _key(self, number: int) -> str:
        return f"{self._shared}.rows.{number}"


def _name(shown: str) -> bytes:
    return shown.encode("utf-8", "surrogatepass")


def _line(row: Row) -> bytes:
    again = [row.again.key, row.again.known and _known_plain(row.again.known)] if row.again else None
    values = [row.identity, row.key, row.declared_story, row.edges, row.problems, _known_plain(row.known), again]
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"), default=plain)
    return text.encode("utf-8", "surrogatepass")


def _known_plain(known: Known) -> list[Any]:
    article = {
        name: value
        for name in Article.__dataclass_fields__
        if name != "blocks" and (value := getattr(known.article, name)) != _DEFAULTS.get(name, MISSING)
    }
    return [known.hashed, known.digest, article]
