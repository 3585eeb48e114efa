"""Articles that were read before are taken from the cache; the texts of all stay there until somebody asks.

So memory does not grow with the text, and a file is parsed again only when its bytes, its name, or something that
decides how it is read has changed. Knows what a reading is; how one is made is left to `read`.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, cast, overload

from sitegen.config import Config
from sitegen.diagnostics import Diagnostic
from sitegen.model import Article, Block, Source
from sitegen.read.article import Context, Reading, parse_article, read_again
from sitegen.read.fields import Fields
from sitegen.read.lines import Mark, TextFile
from sitegen.reuse.plain import from_plain, values_from_plain
from sitegen.store import Store, StoreLost, key_for, pack, tool_digest, unpack

READ_SETTINGS = ("limits", "languages", "rights")
"""The settings that reading an article depends on. It is given no others, so that it cannot depend on them."""
_OPEN = 16
"""Texts that are held after they were asked for: whoever asks for a block soon asks for the next."""


class StoredBlocks(Sequence[Block]):
    """The blocks of an article, fetched when they are asked for."""

    def __init__(self, shelf: "Shelf", key: str) -> None:
        self._shelf, self.key = shelf, key

    def _blocks(self) -> tuple[Block, ...]:
        return self._shelf.blocks(self.key)

    @overload
    def __getitem__(self, at: int) -> Block: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Block, ...]: ...
    def __getitem__(self, at: int | slice) -> Block | tuple[Block, ...]:
        return self._blocks()[at]

    def __len__(self) -> int:
        return len(self._blocks())

    def __iter__(self) -> Iterator[Block]:
        return iter(self._blocks())

    def __eq__(self, other: object) -> bool:
        return self._blocks() == (other._blocks() if isinstance(other, StoredBlocks) else other)

    def __hash__(self) -> int:
        return hash(self._blocks())

    def __reduce__(self) -> tuple[type, tuple[list[Block]]]:
        """In another process they are a plain tuple: it has no shelf."""
        return tuple, (list(self._blocks()),)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """What is fetched again when it is asked for."""

    blocks: tuple[Block, ...]


class Shelf:
    """All articles of a build."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._digests: dict[str, tuple[Article, str, str]] = {}
        self._context: Context | None = None
        self._narrow: tuple[Context, str] | None = None
        self.blocks = lru_cache(maxsize=_OPEN)(self._fetched)
        self.read = 0
        """How many files were parsed."""

    def parse(
        self, path_shown: str, relative: str, data: bytes, context: Context
    ) -> tuple[Reading | None, tuple[Diagnostic, ...]]:
        """As `parse_article`, from the cache where that has it."""
        narrow, shared = self._narrowed(context)
        key = key_for("article", shared, path_shown, relative, hashlib.sha256(data).hexdigest())
        known = self._known(key)
        if known and _is_of(known[0], relative):
            return known
        self.read += 1
        reading, problems = parse_article(path_shown, relative, data, narrow)
        if reading is None:
            return None, problems
        return self._put(key, reading, problems), problems

    def again(self, reading: Reading, context: Context) -> Reading:
        """As `read_again`, from the cache where that has it."""
        blocks = reading.article.blocks
        if not isinstance(blocks, StoredBlocks):
            return read_again(reading, context)
        key = key_for("again", blocks.key, sorted(context.rules[reading.article.source].recurring))
        known = self._known(key)
        if known and not known[0].article.path:
            return reading
        if known and _is_of(known[0], reading.article.path):
            return known[0]
        again = read_again(reading, self._narrowed(context)[0])
        if again is reading:
            self._put(key, _untouched(reading), ())
            return reading
        return self._put(key, again, ())

    def digest(self, article: Article) -> str:
        """The hash of all that an article says."""
        known, digest, text = self._digests[article.path]
        # What other articles tell of it was added after it was read.
        return digest if article is known else _digest(_fields(article, "blocks"), text)

    def _narrowed(self, context: Context) -> tuple[Context, str]:
        """The context with nothing in it but what a key holds, and the hash of that."""
        if self._narrow is None or self._context is not context:
            narrow = narrowed(context)
            shared = key_for("reading", tool_digest(), narrow)
            self._context, self._narrow = context, (narrow, shared)
        return self._narrow

    def _known(self, key: str) -> tuple[Reading, tuple[Diagnostic, ...]] | None:
        value = self._store.get(key)
        if value is None:
            return None
        try:
            header, (text,) = unpack(value)
            reading = _reading(header)
            problems = from_plain(_Problems, {"problems": header["problems"]}).problems
        except (ValueError, KeyError, TypeError):
            return None
        return self._on_shelf(key, reading, text), problems

    def _put(self, key: str, reading: Reading, problems: tuple[Diagnostic, ...]) -> Reading:
        text = json.dumps([_fields(block) for block in reading.article.blocks], ensure_ascii=False)
        content = text.encode("utf-8", "surrogatepass")
        header = {
            **_fields(reading, "article", "fields"),
            "article": _fields(reading.article, "blocks"),
            "values": reading.fields.values,
            "marks": reading.fields.marks,
            "problems": problems,
        }
        stored = self._store.put(key, pack(header, [content]))
        return self._on_shelf(key, reading, content) if stored else self._noted(reading, content)

    def _on_shelf(self, key: str, reading: Reading, text: bytes) -> Reading:
        blocks = cast(tuple[Block, ...], StoredBlocks(self, key))
        return self._noted(replace(reading, article=replace(reading.article, blocks=blocks)), text)

    def _noted(self, reading: Reading, text: bytes) -> Reading:
        article, hashed = reading.article, hashlib.sha256(text).hexdigest()
        if article.path:
            self._digests[article.path] = article, _digest(_fields(article, "blocks"), hashed), hashed
        return reading

    def _fetched(self, key: str) -> tuple[Block, ...]:
        """Raises StoreLost when what the cache had is gone: it is damaged, or somebody else has altered it."""
        value = self._store.get(key)
        if value is None:
            raise StoreLost
        return from_plain(_Text, {"blocks": json.loads(unpack(value)[1][0].decode("utf-8", "surrogatepass"))}).blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class _Problems:
    problems: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Marks:
    marks: Mapping[str, Mark]


def narrowed(context: Context) -> Context:
    """The context that decides how an article is read: nothing else of settings and sources is in it."""
    config = replace(Config(), **{name: getattr(context.config, name) for name in READ_SETTINGS})
    return replace(
        context, config=config, sources={name: _bare(context.sources[name]) for name in sorted(context.sources)}
    )


def _bare(source: Source) -> Source:
    return Source(id=source.id, name=source.name, language=source.language, rights=source.rights)


def _reading(header: Mapping[str, Any]) -> Reading:
    """What a cached header says, without its text. Raises ValueError, KeyError or TypeError for anything else."""
    marks = from_plain(_Marks, {"marks": header["marks"]}).marks
    values = values_from_plain(Article, header["values"])
    return Reading(
        article=from_plain(Article, {**header["article"], "blocks": []}),
        file=from_plain(TextFile, header["file"]),
        fields=Fields(values=values, marks=marks),
        declared_story=str(header["declared_story"]),
        page=values_from_plain(Article, header["page"]),
        edges=str(header["edges"]),
    )


def _is_of(reading: Reading, path: str) -> bool:
    """Whether it is of that file: whoever forged a cache may have put another article in its place."""
    return reading.article.path == path


def _untouched(reading: Reading) -> Reading:
    """What says that reading a text again changes nothing of it."""
    return replace(reading, article=replace(reading.article, path="", blocks=()))


def whole(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles with their texts in memory."""
    return tuple(replace(one, blocks=tuple(one.blocks)) for one in articles)


def _fields(value: Any, *without: str) -> Mapping[str, Any]:
    return {name: getattr(value, name) for name in value.__dataclass_fields__ if name not in without}


def _digest(article: Mapping[str, Any], text: str) -> str:
    return key_for(article, text)
