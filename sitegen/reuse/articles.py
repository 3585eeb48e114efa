"""Articles that were read before are taken from the cache; the texts of all stay there until somebody asks.

So memory does not grow with the text, and a file is opened again only when its identity (`identity.py`) differs, and
parsed again when its bytes, its name, or something that decides how it is read has changed. Knows what a reading is;
how one is made is left to `read`.
"""

import hashlib
import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from sitegen.diagnostics import Diagnostic, Location, error
from sitegen.engine import Engine, Lost, ThisProcess
from sitegen.identity import identity_of
from sitegen.memo import LostValue, Store, from_plain, key_for, pack, tool_digest, unpack
from sitegen.model import Article, Block
from sitegen.read.article import Context, Reading, read_again
from sitegen.read.fields import Fields
from sitegen.read.files import Entry
from sitegen.read.lines import TextFile
from sitegen.reuse.readings import (
    Head,
    Job,
    Parsed,
    head_from,
    key_of,
    narrowed,
    opened,
    packed,
    parse_entry,
    text_from,
)
from sitegen.reuse.rows import Again, CachedArticle, Row, Rows
from sitegen.reuse.stored import Later, StoredBlocks

_OPEN = 16
"""Texts that are held after they were asked for: whoever asks for a block soon asks for the next."""
_SECONDS_A_BYTE = 3e-7
_SECONDS_AN_ARTICLE = 1e-3
Read = tuple[Reading | None, tuple[Diagnostic, ...]]


class Shelf:
    """All articles of a build."""

    def __init__(self, store: Store, engine_for: Callable[[Sequence[float]], Engine] = lambda _: ThisProcess()) -> None:
        self._store, self._engine_for = store, engine_for
        self._digests: dict[str, tuple[Article, str, str]] = {}
        self._hashes: dict[str, str] = {}
        """Of the texts, by their keys."""
        self._context: Context | None = None
        self._narrow: tuple[Context, str] | None = None
        self._rows: Rows | None = None
        self._files: dict[str, tuple[str, Row]] = {}
        self._recurring: dict[str, tuple[frozenset[str], str]] = {}
        self.blocks = lru_cache(maxsize=_OPEN)(self._text)
        self.head = lru_cache(maxsize=_OPEN)(self._head)
        self.read = 0
        """How many files were parsed."""

    def parse(self, content: Path, entries: Sequence[Entry], context: Context) -> list[Read]:
        """As `parse_file` of each, from the cache where that has it, in as many processes as are worth their start."""
        narrow, shared = self._narrowed(context)
        self._rows = Rows(self._store, shared, self._stored)
        job = Job(content=content, context=narrow, packed=self._store.usable)
        found: dict[int, Read] = {}
        unknown: list[int] = []
        for at, entry in enumerate(entries):
            cached = self._unchanged(job, entry, self._rows)
            if cached is None:
                unknown.append(at)
            else:
                found[at] = cached
        given = [entries[at] for at in unknown]
        costs = [_seconds(content, entry) for entry in given]
        for at, parsed in self._engine_for(costs).map(parse_entry, job, given, costs):
            self.read += 1
            found[unknown[at]] = (
                (None, (_lost(given[at], parsed),)) if isinstance(parsed, Lost) else self._taken(given[at], parsed)
            )
        return [found[at] for at in range(len(entries))]

    def again(self, reading: Reading, context: Context) -> Reading:
        """As `read_again`, from the cache where that has it."""
        blocks = reading.article.blocks
        if not isinstance(blocks, StoredBlocks) or self._rows is None:
            return read_again(reading, context)
        shown, row = self._files[reading.article.path]
        key = key_for("again", blocks.key, self._lines(reading.article.source, context))
        if row.again and row.again.key == key and (row.again.cached is None or self._store.holds(key)):
            self._store.use(key)
            cached = row.again.cached
            if cached is None:
                return reading
            if cached.article.path == reading.article.path:
                self._hashes[key] = cached.hashed
                return self._on_shelf(reading, cached)
        again = read_again(self._with_head(reading, blocks.key), self._narrowed(context)[0])
        if again.article is reading.article:
            self._rows.put(shown, replace(row, again=Again(key=key, cached=None)))
            return reading
        value, hashed = packed(again)
        cached = self._noted(again, hashed)
        if not self._store.put(key, value):
            return again
        light = self._light(cached, key)
        self._hashes[key] = hashed
        self._rows.put(shown, replace(row, again=Again(key=key, cached=light)))
        return self._on_shelf(reading, light)

    def recurring(
        self, articles: Sequence[Article], context: Context, find: Callable[[], frozenset[str]]
    ) -> frozenset[str]:
        """As `find` finds them, unless no article of the source has changed."""
        key = key_for("recurring", self._narrowed(context)[1], [self.digest(one) for one in articles])
        value = self._store.get(key)
        if value is not None:
            with suppress(LostValue):
                return frozenset(from_plain(tuple[str, ...], unpack(value, 0)[0]))
        lines = find()
        self._store.put(key, pack(sorted(lines), ()))
        return lines

    def keep(self) -> None:
        """Remembers what is known of all articles."""
        if self._rows is not None:
            self._rows.keep()

    def digest(self, article: Article) -> str:
        """The hash of all that an article says."""
        cached, digest, text = self._digests[article.path]
        # What other articles tell of it was added after it was read.
        return digest if article is cached else _digest(article, text)

    def _lines(self, source: str, context: Context) -> str:
        """The hash of the lines that recur in a source."""
        lines = context.rules[source].recurring
        cached, digest = self._recurring.get(source, (None, ""))
        if cached is not lines:
            digest = key_for(sorted(lines))
            self._recurring[source] = lines, digest
        return digest

    def _narrowed(self, context: Context) -> tuple[Context, str]:
        """The context with nothing in it but what a key holds, and the hash of that."""
        if self._narrow is None or self._context is not context:
            narrow = narrowed(context)
            shared = key_for("reading", tool_digest(), narrow)
            self._context, self._narrow = context, (narrow, shared)
        return self._narrow

    def _unchanged(self, job: Job, entry: Entry, rows: Rows) -> Read | None:
        """What is known of a file; None where that may not be so any more."""
        row = rows.get(entry.shown)
        if row is None or row.cached.article.path != entry.relative or not self._store.holds(row.key):
            return None
        if row.identity and _identity(job.content, entry) == row.identity:
            rows.same(entry.shown)
        else:
            content, problems = opened(job, entry)
            if content is None:
                return None, problems
            if key_of(entry, content.data) != row.key:
                return None
            row = replace(row, identity=content.identity)
            rows.put(entry.shown, row)
        self._store.use(row.key)
        return self._standing(entry.shown, row), row.problems

    def _taken(self, entry: Entry, parsed: Parsed) -> Read:
        """Puts what was parsed into the cache."""
        reading = parsed.reading
        if reading is None:
            return None, parsed.problems
        cached = self._noted(reading, parsed.hashed)
        if not parsed.value or self._rows is None:
            return reading, parsed.problems
        row = Row(
            identity=parsed.identity,
            key=parsed.key,
            cached=self._light(cached, parsed.key),
            declared_story=reading.declared_story,
            edges=reading.edges,
            problems=parsed.problems,
        )
        if not self._store.put(parsed.key, parsed.value):
            header, (text,) = unpack(parsed.value)
            head = head_from(header)
            article = replace(reading.article, blocks=text_from(text))
            whole_again = replace(reading, article=article, file=head.file, fields=head.fields, page=head.page)
            self._noted(whole_again, parsed.hashed)
            return whole_again, parsed.problems
        self._rows.put(entry.shown, row)
        return self._standing(entry.shown, row), parsed.problems

    def _standing(self, shown: str, row: Row) -> Reading:
        """The reading of a row, whose text and head stay in the cache."""
        article = row.cached.article
        self._hashes[row.key] = row.cached.hashed
        self._files[article.path] = shown, row
        self._digests[article.path] = article, row.cached.digest, row.cached.hashed
        return Reading(
            article=article,
            file=cast(TextFile, Later(self, row.key, "file")),
            fields=cast(Fields, Later(self, row.key, "fields")),
            declared_story=row.declared_story,
            page=cast(Mapping[str, Any], Later(self, row.key, "page")),
            edges=row.edges,
        )

    def _on_shelf(self, reading: Reading, cached: CachedArticle) -> Reading:
        self._digests[cached.article.path] = cached.article, cached.digest, cached.hashed
        return replace(reading, article=cached.article)

    def _stored(self, key: str) -> tuple[Block, ...]:
        return cast(tuple[Block, ...], StoredBlocks(self, key))

    def _light(self, cached: CachedArticle, key: str) -> CachedArticle:
        return replace(cached, article=replace(cached.article, blocks=self._stored(key)))

    def _noted(self, reading: Reading, hashed: str) -> CachedArticle:
        article = reading.article
        cached = CachedArticle(article=article, hashed=hashed, digest=_digest(article, hashed))
        self._digests[article.path] = article, cached.digest, hashed
        return cached

    def _with_head(self, reading: Reading, key: str) -> Reading:
        head = self.head(key)
        return replace(reading, file=head.file, fields=head.fields, page=head.page)

    def _text(self, key: str) -> tuple[Block, ...]:
        return text_from(self._fetched(key)[1])

    def _head(self, key: str) -> Head:
        return head_from(self._fetched(key)[0])

    def _fetched(self, key: str) -> tuple[Any, bytes]:
        """Raises LostValue when what the cache had is gone: it is damaged, or somebody else has altered it."""
        value = self._store.get(key)
        if value is None:
            raise LostValue("the text of an article, which is gone")
        header, (text,) = unpack(value, 1)
        if not _is_text(text, self._hashes[key]):
            raise LostValue("the text of an article, which is that of another")
        return header, text


def with_texts(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles with their texts in memory."""
    return tuple(replace(one, blocks=tuple(one.blocks)) for one in articles)


def _identity(content: Path, entry: Entry) -> str:
    try:
        return identity_of(os.lstat(f"{content}/{entry.real}"))
    except OSError:
        return ""


def _seconds(content: Path, entry: Entry) -> float:
    try:
        size = os.lstat(f"{content}/{entry.real}").st_size
    except OSError:
        size = 0
    return _SECONDS_AN_ARTICLE + _SECONDS_A_BYTE * size


def _lost(entry: Entry, lost: Lost) -> Diagnostic:
    hint = "build again, with `--workers 1` if memory is short"
    return error("unreadable", f"this cannot be read: {lost.reason}", Location(path=entry.shown), hint=hint)


def _is_text(content: bytes, digest: str) -> bool:
    return hashlib.sha256(content).hexdigest() == digest


def _digest(article: Article, text: str) -> str:
    return key_for({name: getattr(article, name) for name in Article.__dataclass_fields__ if name != "blocks"}, text)
