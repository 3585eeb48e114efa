"""The files of articles: hashed, read and packed, in whatever process. Pure but for the file that each is given.

Of an article that was read, its card stays in memory; its text and what its file declares are packed for whoever asks.
"""

import hashlib
import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields
from functools import cached_property
from pathlib import Path
from typing import Any, get_args

from sitegen.config import Config
from sitegen.diagnostics import Diagnostic
from sitegen.frozen import dataclass, maker_of, replace
from sitegen.identity import is_settled
from sitegen.memo import LostValue, as_json, from_plain, key_for, pack, parse_json, unpack, values_from_plain
from sitegen.model import Article, Block, Role, Source
from sitegen.read.archive import read_article_bytes
from sitegen.read.article import Context, Declarations, Reading, parse_article, read_again
from sitegen.read.fields import Fields
from sitegen.read.files import Entry
from sitegen.read.lines import Mark, TextFile

READ_SETTINGS = ("limits", "languages", "rights")
"""The settings that reading an article depends on. It is given no others, so that it cannot depend on them."""
_ROLES = frozenset(get_args(Role))
_BLOCK_TYPES = (str, str, str, str, str, str, str, int, int, int, str)
"""Of what is kept of a block but for its line; a test sees that it has all fields."""
NOT_GROUPED: Mapping[str, Any] = {"digest": "", "size": 0, "line": 1}
"""What grouping is given in the place of these fields, and of the lines of blocks: so it cannot depend on them, and a
blank line or a comment regroups nothing."""
_DEFAULTS = {field.name: field.default for field in fields(Article) if field.default is not MISSING}
_GROUPED = tuple(name for name in Article.__dataclass_fields__ if name != "blocks" and name not in NOT_GROUPED)
_NEEDED = {field.name for field in fields(Article)} - _DEFAULTS.keys() - {"blocks"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingJob:
    """What all articles of a build are read in."""

    content: Path
    context: Context
    """Narrowed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedFile:
    """A file that was found and is yet to be hashed."""

    entry: Entry
    identity: str
    """As `identity_of`, when it was listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileDigest:
    """What tells the bytes of a file from others."""

    sha256: str
    """Empty where it cannot be read."""
    is_certain: bool
    """Whether the file has other times as soon as it has other bytes."""


@dataclass(frozen=True, kw_only=True)
class FileReading:
    """What came of the file of an article."""

    sha256: str
    """Of the bytes that were read; empty where they could not be."""
    reading: Reading | None
    problems: tuple[Diagnostic, ...]

    @cached_property
    def text(self) -> bytes:
        """The blocks of the article, packed, without their lines."""
        blocks = self.reading.article.blocks if self.reading else ()
        return json.dumps([_block_row(block) for block in blocks], ensure_ascii=False).encode("utf-8", "surrogatepass")

    @property
    def lines(self) -> list[int]:
        """The line of each block."""
        return [block.line for block in self.reading.article.blocks] if self.reading else []


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What stays in memory of the file of an article."""

    sha256: str
    """Of the bytes that were read."""
    problems: tuple[Diagnostic, ...]
    values: Mapping[str, Any] | None
    """The fields of the article that say something, but for its text; None where nothing of it can be shown."""
    text: str = ""
    """SHA-256 of its packed text."""
    digest: str = ""
    """Of all that the article says, and where."""
    grouped: str = ""
    """Of what grouping is given of it."""
    declared_story: str = ""
    edges: str = ""


def hash_file(job: ReadingJob, file: ListedFile, _before: object) -> FileDigest:
    """The digest of a file."""
    started = time.time_ns()
    content, _ = read_article_bytes(job.content, file.entry, job.context)
    if content is None:
        return FileDigest(sha256="", is_certain=False)
    is_certain = content.identity == file.identity and is_settled(content.changed, started)
    return FileDigest(sha256=hashlib.sha256(content.data).hexdigest(), is_certain=is_certain)


def read_file(job: ReadingJob, entry: Entry, _before: object) -> FileReading:
    """The article in a file."""
    content, problems = read_article_bytes(job.content, entry, job.context)
    if content is None:
        return FileReading(sha256="", reading=None, problems=problems)
    reading, problems = parse_article(entry.shown, entry.relative, content.data, job.context)
    return FileReading(sha256=hashlib.sha256(content.data).hexdigest(), reading=reading, problems=problems)


def read_file_again(job: ReadingJob, packed: bytes, _before: object) -> FileReading | None:
    """A packed reading, read again where lines of its source recur; None where none of them stands in it."""
    before = unpack_reading(packed)
    if before is None or before.reading is None:
        return None
    second = read_again(before.reading, job.context)
    return None if second is before.reading else replace(before, reading=second)


def make_card(_shared: object, _file: object, file_reading: FileReading | None) -> Card:
    """What stays in memory of a reading; a card without values where it says nothing new."""
    if file_reading is None:
        return Card(sha256="", problems=(), values=None)
    reading = file_reading.reading
    if reading is None:
        return Card(sha256=file_reading.sha256, problems=file_reading.problems, values=None)
    text = hashlib.sha256(file_reading.text).hexdigest()
    grouped = digest_for_grouping(reading.article, text)
    return Card(
        sha256=file_reading.sha256,
        problems=file_reading.problems,
        values=_values_of(reading.article),
        text=text,
        digest=key_for(grouped, {name: getattr(reading.article, name) for name in NOT_GROUPED}, file_reading.lines),
        grouped=grouped,
        declared_story=reading.declared_story,
        edges=reading.edges,
    )


def digest_for_grouping(article: Article, text: str) -> str:
    """The digest of what grouping is given of an article; `text` is that of its packed text."""
    return key_for({name: getattr(article, name) for name in _GROUPED}, text)


def narrowed(context: Context) -> Context:
    """The context that decides how an article is read: nothing else of settings and sources is in it."""
    config = replace(Config(), **{name: getattr(context.config, name) for name in READ_SETTINGS})
    sources = {name: _bare(context.sources[name]) for name in sorted(context.sources)}
    return replace(context, config=config, sources=sources)


def _bare(source: Source) -> Source:
    return Source(
        id=source.id,
        name=source.name,
        kind=source.kind,
        language=source.language,
        folder=source.folder,
        rights=source.rights,
    )


def pack_reading(file_reading: FileReading | None) -> bytes:
    """A reading as the cache keeps it; nothing for none."""
    if file_reading is None:
        return b""
    header: dict[str, object] = {"sha256": file_reading.sha256, "problems": file_reading.problems}
    if reading := file_reading.reading:
        declarations = reading.declarations()
        header |= {
            "article": _values_of(reading.article),
            "file": declarations.file,
            "values": declarations.fields.values,
            "marks": declarations.fields.marks,
            "page": declarations.page,
            "story": reading.declared_story,
            "edges": reading.edges,
            "lines": file_reading.lines,
        }
    return pack(header, [file_reading.text])


def unpack_reading(packed: bytes) -> FileReading | None:
    """A reading that was packed. Raises LostValue for anything else."""
    if not packed:
        return None
    header, (text,) = unpack(packed, 1)
    match header:
        case {"sha256": str(sha256), "problems": problems, **rest}:
            reading = _reading(rest, text) if rest else None
            return FileReading(sha256=sha256, reading=reading, problems=from_plain(tuple[Diagnostic, ...], problems))
    raise LostValue("the reading of an article")


def declarations_of(packed: bytes) -> Declarations:
    """What the file of a packed reading declares. Raises LostValue for anything else."""
    return _declarations(unpack(packed, 1)[0])


def blocks_of(packed: bytes, *, with_lines: bool = True) -> tuple[Block, ...]:
    """The text of a packed reading, its lines 0 where they are not asked for. Raises LostValue for anything else."""
    header, (text,) = unpack(packed, 1)
    match header:
        case {"lines": [*lines]}:
            return blocks_from(text, lines if with_lines else [0] * len(lines))
    raise LostValue("a text")


def blocks_from(text: bytes, lines: Sequence[object]) -> tuple[Block, ...]:
    """A packed text with the line of each block. Raises LostValue for anything else."""
    rows = parse_json(text)
    if type(rows) is not list or len(rows) != len(lines) or not set(map(type, lines)) <= {int}:
        raise LostValue("a text")
    return tuple([_block(row, line) for row, line in zip(rows, lines, strict=True)])


def pack_card(card: Card) -> bytes:
    """A card as one line of JSON."""
    digests = card.text, card.digest, card.grouped
    return as_json([card.sha256, card.problems, card.values, *digests, card.declared_story, card.edges])


def unpack_card(packed: bytes) -> Card:
    """A card that was packed. Raises LostValue for anything else."""
    match parse_json(packed):
        case [str(sha256), problems, values, str(text), str(digest), str(grouped), str(declared_story), str(edges)]:
            return Card(
                sha256=sha256,
                problems=from_plain(tuple[Diagnostic, ...], problems) if problems else (),
                values=None if values is None else _values(values),
                text=text,
                digest=digest,
                grouped=grouped,
                declared_story=declared_story,
                edges=edges,
            )
    raise LostValue("what was read of an article")


def _reading(header: object, text: bytes) -> Reading:
    declarations = _declarations(header)
    match header:
        case {"article": values, "story": str(declared_story), "edges": str(edges), "lines": [*lines]}:
            return Reading(
                article=new_article(**_values(values), blocks=blocks_from(text, lines)),
                declarations=lambda: declarations,
                declared_story=declared_story,
                edges=edges,
            )
    raise LostValue("the reading of an article")


def _declarations(header: object) -> Declarations:
    match header:
        case {"file": file, "values": values, "marks": marks, "page": page}:
            return Declarations(
                file=from_plain(TextFile, file),
                fields=Fields(values=values_from_plain(Article, values), marks=from_plain(dict[str, Mark], marks)),
                page=values_from_plain(Article, page),
            )
    raise LostValue("what an article declares")


def _values_of(article: Article) -> dict[str, Any]:
    values = {name: getattr(article, name) for name in Article.__dataclass_fields__ if name != "blocks"}
    return {name: value for name, value in values.items() if value != _DEFAULTS.get(name, MISSING)}


def _values(values: object) -> dict[str, Any]:
    """The fields of an article from JSON. Raises LostValue for anything else."""
    match values:
        case dict() if values.keys() >= _NEEDED and "blocks" not in values:
            return values_from_plain(Article, values)
    raise LostValue("an article")


_new_block, new_article = maker_of(Block), maker_of(Article)


def _block_row(block: Block) -> tuple[str | int, ...]:
    place_row, place_column = block.place or (-1, -1)
    texts = (block.id, block.role, block.text, block.html, block.furniture, block.original)
    return (*texts, block.label, block.label_end, place_row, place_column, block.within)


def _block(row: Any, line: Any) -> Block:
    """As `from_plain` of a block, in two thirds of the time: an archive has hundreds of thousands."""
    if type(row) is not list or tuple(map(type, row)) != _BLOCK_TYPES or row[1] not in _ROLES:
        raise LostValue("a block")
    identity, role, text, html, furniture, original, label, label_end, place_row, place_column, within = row
    return _new_block(
        id=identity,
        role=role,
        text=text,
        line=line,
        html=html,
        furniture=furniture,
        original=original,
        label=label,
        label_end=label_end,
        place=(place_row, place_column) if place_row >= 0 else None,
        within=within,
    )
