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
from sitegen.store import Store, plain

_SHARDS = 16
"""Values: those without a changed article are not written again."""
_DEFAULTS = {one.name: one.default for one in fields(Article) if one.default is not MISSING}


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
        self._before: dict[str, bytes] = {}
        self._values: list[bytes] = []
        for number in range(_SHARDS):
            value = store.get(self._key(number)) or b""
            self._values.append(value)
            for line in value.split(b"\n")[:-1]:
                name, _, row = line.partition(b"\0")
                self._before[name.decode("utf-8", "surrogatepass")] = row
        self._now: dict[str, bytes] = {}

    def __bool__(self) -> bool:
        return bool(self._before)

    def get(self, shown: str) -> Row | None:
        """The row of a file, by the name that messages give it."""
        line = self._before.get(shown)
        if line is None:
            return None
        try:
            return self._row(json.loads(line.decode("utf-8", "surrogatepass")))
        except (ValueError, TypeError, KeyError, IndexError, RecursionError):
            return None

    def same(self, shown: str) -> None:
        """Keeps the row of a file as it is."""
        self._now[shown] = self._before[shown]

    def put(self, shown: str, row: Row) -> None:
        """Keeps a row that is new or differs."""
        self._now[shown] = _line(row)

    def keep(self) -> None:
        """Remembers the rows of this build."""
        values: list[list[bytes]] = [[] for _ in range(_SHARDS)]
        for shown, line in self._now.items():
            name = shown.encode("utf-8", "surrogatepass")
            values[zlib.crc32(name) % _SHARDS].append(b"%b\0%b\n" % (name, line))
        for number, lines in enumerate(values):
            value = b"".join(lines)
            if value != self._values[number]:
                self._store.put(self._key(number), value)

    def _row(self, told: list[Any]) -> Row:
        identity, key, declared, edges, problems, known, again = told
        if not type(identity) is type(key) is type(declared) is type(edges) is str:
            raise ValueError("no row")
        return Row(
            identity=identity,
            key=key,
            known=self._known(key, known),
            declared_story=declared,
            edges=edges,
            problems=from_plain(_Problems, {"problems": problems}).problems if problems else (),
            again=Again(key=str(again[0]), known=self._known(again[0], again[1]) if again[1] else None)
            if again
            else None,
        )

    def _known(self, key: str, told: list[Any]) -> Known:
        hashed, digest, values = told
        article = Article(**values_from_plain(Article, values), blocks=self._blocks(key))
        return Known(article=article, hashed=str(hashed), digest=str(digest))

    def _key(self, number: int) -> str:
        return f"{self._shared}.rows.{number}"


def _line(row: Row) -> bytes:
    again = [row.again.key, row.again.known and _known_plain(row.again.known)] if row.again else None
    told = [row.identity, row.key, row.declared_story, row.edges, row.problems, _known_plain(row.known), again]
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"), default=plain)
    return text.encode("utf-8", "surrogatepass")


def _known_plain(known: Known) -> list[Any]:
    article = {
        name: value
        for name in Article.__dataclass_fields__
        if name != "blocks" and (value := getattr(known.article, name)) != _DEFAULTS.get(name, MISSING)
    }
    return [known.hashed, known.digest, article]
