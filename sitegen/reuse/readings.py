"""One article read, in this process or another, and packed as the cache keeps it. Knows no cache."""

import hashlib
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, get_args

from sitegen.config import Config
from sitegen.diagnostics import Diagnostic
from sitegen.identity import is_settled
from sitegen.memo import LostValue, from_plain, key_for, pack, parse_json, values_from_plain
from sitegen.model import Article, Block, Role, Source
from sitegen.read.archive import read_article_bytes
from sitegen.read.article import Context, Reading, parse_article
from sitegen.read.fields import Fields
from sitegen.read.files import Content, Entry
from sitegen.read.lines import Mark, TextFile

READ_SETTINGS = ("limits", "languages", "rights")
"""The settings that reading an article depends on. It is given no others, so that it cannot depend on them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What all articles of a build are read in."""

    content: Path
    context: Context
    """Narrowed."""
    packed: bool
    """Whether there is a cache, so that texts need not come back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """What came of the file of an article."""

    reading: Reading | None
    """Without its text, head and marks where that is packed."""
    problems: tuple[Diagnostic, ...]
    key: str = ""
    identity: str = ""
    """As `identity_of`; empty where the times of the file are too fresh."""
    value: bytes = b""
    """The reading as the cache keeps it."""
    hashed: str = ""
    """The hash of its text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Marks:
    marks: Mapping[str, Mark]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What of a reading only messages and a second reading ask for."""

    file: TextFile
    fields: Fields
    page: Mapping[str, Any]


_ROLES = frozenset(get_args(Role))
_TYPES = (str, str, str, int, str, str, str, str, int, int, int, str)
"""Of what is kept of a block; a test sees that it has all fields."""
_NO_HEAD = Head(file=TextFile(path="", lines=()), fields=Fields(values={}, marks={}), page={})


def key_of(entry: Entry, data: bytes) -> str:
    """Of the text of one file; what else reading depends on is in the key of the rows."""
    return key_for("article", entry.shown, hashlib.sha256(data).hexdigest())


def opened(job: Job, entry: Entry) -> tuple[Content | None, tuple[Diagnostic, ...]]:
    """What stands in a file; its identity is empty where its times are too fresh to be relied on."""
    read_at = time.time_ns()
    content, problems = read_article_bytes(job.content, entry, job.context)
    if content and not is_settled(content.changed, read_at):
        content = replace(content, identity="")
    return content, problems


def parse_entry(job: Job, entry: Entry) -> Parsed:
    """The article in a file, in whatever process."""
    content, problems = opened(job, entry)
    if content is None:
        return Parsed(reading=None, problems=problems)
    reading, problems = parse_article(entry.shown, entry.relative, content.data, job.context)
    if reading is None:
        return Parsed(reading=None, problems=problems)
    value, hashed = packed(reading)
    return Parsed(
        reading=without_text(reading) if job.packed else reading,
        problems=problems,
        key=key_of(entry, content.data),
        identity=content.identity,
        value=value if job.packed else b"",
        hashed=hashed,
    )


def packed(reading: Reading) -> tuple[bytes, str]:
    """Head and text of a reading as the cache keeps them, and the hash of the text."""
    text = json.dumps([_block(block) for block in reading.article.blocks], ensure_ascii=False)
    content = text.encode("utf-8", "surrogatepass")
    head = {
        "file": reading.file,
        "values": reading.fields.values,
        "marks": reading.fields.marks,
        "page": reading.page,
    }
    return pack(head, [content]), hashlib.sha256(content).hexdigest()


def without_text(reading: Reading) -> Reading:
    """What of a reading stays in memory."""
    return replace(
        reading, article=replace(reading.article, blocks=()), file=_NO_HEAD.file, fields=_NO_HEAD.fields, page={}
    )


def head_from(header: object) -> Head:
    """Raises LostValue for what is no head."""
    match header:
        case {"file": file, "values": values, "marks": marks, "page": page}:
            return Head(
                file=from_plain(TextFile, file),
                fields=Fields(
                    values=values_from_plain(Article, values), marks=from_plain(_Marks, {"marks": marks}).marks
                ),
                page=values_from_plain(Article, page),
            )
    raise LostValue("the head of an article")


def text_from(content: bytes) -> tuple[Block, ...]:
    """The blocks of a text. Raises LostValue for anything else."""
    rows = parse_json(content)
    if type(rows) is not list:
        raise LostValue("a text")
    return tuple([_block_from(row) for row in rows])


def narrowed(context: Context) -> Context:
    """The context that decides how an article is read: nothing else of settings and sources is in it."""
    config = replace(Config(), **{name: getattr(context.config, name) for name in READ_SETTINGS})
    return replace(
        context, config=config, sources={name: _bare(context.sources[name]) for name in sorted(context.sources)}
    )


def _bare(source: Source) -> Source:
    return Source(
        id=source.id,
        name=source.name,
        kind=source.kind,
        language=source.language,
        folder=source.folder,
        rights=source.rights,
    )


def _block(block: Block) -> tuple[str | int, ...]:
    row, column = block.place or (-1, -1)
    texts = (block.id, block.role, block.text, block.line, block.html, block.furniture, block.original)
    return (*texts, block.label, block.label_end, row, column, block.within)


def _block_from(row: Any) -> Block:
    """As `from_plain` of a block, in two thirds of the time: an archive has hundreds of thousands."""
    if type(row) is not list or tuple(map(type, row)) != _TYPES or row[1] not in _ROLES:
        raise LostValue("a block")
    identity, role, text, line, html, furniture, original, label, label_end, at_row, column, within = row
    return Block(
        id=identity,
        role=role,
        text=text,
        line=line,
        html=html,
        furniture=furniture,
        original=original,
        label=label,
        label_end=label_end,
        place=(at_row, column) if at_row >= 0 else None,
        within=within,
    )
