"""Reads what the editor wrote: of a source, of a story, a page of the site. Opens no file; knows no article."""

import re
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any
from urllib.parse import unquote

from sitegen.config import Config
from sitegen.diagnostics import Diagnostic
from sitegen.frozen import dataclass
from sitegen.model import Block, EditorPage, Source, StoryNote
from sitegen.read.decode import decode
from sitegen.read.fields import PAGE, SOURCE, STORY, Fields, Parser, take_fields
from sitegen.read.frontmatter import read_front_matter
from sitegen.read.lines import Mark, TextFile
from sitegen.read.marked import markdown_blocks, markup_of
from sitegen.read.rules import checked_rules
from sitegen.read.walk import split_suffix, story_folder
from sitegen.text.ids import id_of_path

_HEADING = re.compile(r"(</?)h([1-6])>")
_LOWEST_HEADING = 6
_LINK = re.compile(
    r'(?<= href=")(?!//|\\)(?:/(?P<address>[^"]*)|(?P<page>[^":/?#]+)\.(?:md|markdown)(?P<rest>[?#][^"]*)?)(?=")'
)
"""A link to an address below the root of the site, or to the file of another page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteReading:
    """A story's note and what messages about it need."""

    note: StoryNote
    relative: str
    file: TextFile
    marks: Mapping[str, Mark]


def parse_source(
    path_shown: str, relative: str, data: bytes, config: Config
) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """The source in `sources/<id>.md`."""
    name = split_suffix(relative.removeprefix("sources/"))[0]
    read, problems = _read(path_shown, data, config, SOURCE, "a source")
    if read is None:
        return None, problems
    rules, wrong = checked_rules(read.file, Fields(values=read.values, marks=read.marks))
    values = {**read.values, "furniture": rules}
    values.setdefault("name", name.replace("-", " ").replace("_", " ").strip() or name)
    return Source(id=id_of_path(name, config.limits.id_bytes), notes=read.notes, **values), (*problems, *wrong)


def parse_story(
    path_shown: str, relative: str, data: bytes, config: Config
) -> tuple[NoteReading | None, tuple[Diagnostic, ...]]:
    """The note in `stories/<story>/story.md`. Its base is still as the keeper wrote it."""
    read, problems = _read(path_shown, data, config, STORY, "a story")
    if read is None:
        return None, problems
    note = StoryNote(id=id_of_path(story_folder(relative), config.limits.id_bytes), notes=read.notes, **read.values)
    return NoteReading(note=note, relative=relative, file=read.file, marks=read.marks), problems


def parse_page(
    path_shown: str, relative: str, data: bytes, config: Config
) -> tuple[EditorPage | None, tuple[Diagnostic, ...]]:
    """The page in `pages/<id>.md`. A heading that its text begins with is its title, unless it has another."""
    name = split_suffix(relative.removeprefix("pages/"))[0]
    read, problems = _read(path_shown, data, config, PAGE, "a page")
    if read is None:
        return None, problems
    blocks = read.blocks
    values = dict(read.values)
    if "title" not in values and blocks and blocks[0].role == "heading":
        values["title"] = blocks[0].text
    if blocks and blocks[0].role == "heading" and blocks[0].text == values.get("title"):
        blocks = blocks[1:]
    values.setdefault("title", name.replace("-", " ").replace("_", " ").strip() or name)
    if not blocks:
        message, hint = "this page has no text", "write it below the front matter, or remove the file"
        problems = (*problems, read.file.error("empty-page", message, hint=hint))
    body = _LINK.sub(partial(_address, config), _below_title(markup_of(blocks)))
    return EditorPage(id=id_of_path(name, config.limits.id_bytes), body=body, **values), problems


def _below_title(body: str) -> str:
    """The body with its highest heading one step below the title, and the others as much below that as they were."""
    levels = [int(heading[2]) for heading in _HEADING.finditer(body)]
    step = 2 - min(levels, default=2)
    return _HEADING.sub(lambda heading: f"{heading[1]}h{min(_LOWEST_HEADING, int(heading[2]) + step)}>", body)


def _address(config: Config, link: re.Match[str]) -> str:
    """The link as it leads there from `pages/<id>/`, whatever the path of the site and the language of the page."""
    if link["page"] is None:
        return f"../../{link['address']}"
    return f"../{id_of_path(unquote(link['page']), config.limits.id_bytes)}/{link['rest'] or ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    values: Mapping[str, Any]
    marks: Mapping[str, Mark]
    file: TextFile
    blocks: Sequence[Block]

    @property
    def notes(self) -> str:
        """Its text as sanitised HTML."""
        return markup_of(self.blocks)


def _read(
    path_shown: str, data: bytes, config: Config, table: Mapping[str, Parser], what: str
) -> tuple[_Read | None, tuple[Diagnostic, ...]]:
    file, problems = decode(path_shown, data, config.limits)
    if file is None:
        return None, problems
    front, more = read_front_matter(file, ".md", config.limits)
    fields, wrong = take_fields(file, front, table, what)
    blocks, kept = markdown_blocks(file, front.body, config.limits, is_page=table is PAGE) if front.whole else ([], ())
    read = _Read(values=fields.values, marks=fields.marks, file=file, blocks=blocks)
    return read, (*problems, *more, *wrong, *kept)
