"""The table of tasks: all that is remembered, and all that each value depends on. `--explain` speaks of these inputs.

Whatever a task is given has its digest among the parts of its key; tests/build/test_reuse.py leaves each out in turn.
A task that stands below another in one chain (READ and CARD, AGAIN and CARD_AGAIN, FIND and RENDER) depends on its
value too.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from sitegen.config import Config
from sitegen.frozen import dataclass
from sitegen.memo import Codec, LostValue, Task, as_json, from_plain, json_codec, parse_json
from sitegen.model import File
from sitegen.pipeline.article_files import (
    FileDigest,
    hash_file,
    make_card,
    pack_card,
    pack_reading,
    read_file,
    read_file_again,
    unpack_card,
    unpack_reading,
)
from sitegen.pipeline.shards import (
    make_database_files,
    make_sheets,
    pack_database,
    pack_sheets,
    unpack_database,
    unpack_sheets,
)
from sitegen.pipeline.story import RenderedStory, StoryFindings, StoryPages, entry_of, find_story, render_story
from sitegen.publish import Entry
from sitegen.search import PageWords, SegmentPlan, segment_files, words_of_page

PROGRAM, SETTING, SOURCE, THEME = "the program or a library", "a setting", "a source", "the theme"


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeFiles:
    """Files of the site."""

    entries: tuple[Entry, ...]
    files: tuple[File, ...]
    """Empty where they were remembered: the published site holds their bytes."""


def _make_file(_shared: object, make: Callable[[], File | tuple[File, ...]], _before: object) -> MadeFiles:
    files = make()
    return _with_entries((files,) if isinstance(files, File) else files)


def _make_segment(_shared: object, segment: tuple[SegmentPlan, Sequence[bytes]], _before: object) -> MadeFiles:
    plan, packed = segment
    words = {page.path: PageWords.unpacked(content) for page, content in zip(plan.pages, packed, strict=True)}
    return _with_entries(segment_files(plan, lambda page: words[page.path]))


def _with_entries(files: tuple[File, ...]) -> MadeFiles:
    return MadeFiles(entries=tuple(map(entry_of, files)), files=files)


def _find_recurring(_shared: object, find: Callable[[], frozenset[str]], _before: object) -> tuple[str, ...]:
    return tuple(sorted(find()))


def _count_words(_shared: object, page: bytes, _before: object) -> PageWords:
    return words_of_page(page.decode())


def _words_from(packed: bytes) -> PageWords:
    try:
        return PageWords.unpacked(packed)
    except ValueError as failure:
        raise LostValue("the words of a page") from failure


def _pack_story(pages: StoryPages) -> bytes:
    return as_json(pages.story)


def _story_from(packed: bytes) -> StoryPages:
    return StoryPages(story=from_plain(RenderedStory, parse_json(packed)), files=())


def _pack_files(made_files: MadeFiles) -> bytes:
    return as_json(made_files.entries)


def _files_from(packed: bytes) -> MadeFiles:
    return MadeFiles(entries=from_plain(tuple[Entry, ...], parse_json(packed)), files=())


def _lines_from(packed: bytes) -> tuple[str, ...]:
    return from_plain(tuple[str, ...], parse_json(packed))


_STORY, _FILES = Codec(_pack_story, _story_from), Codec(_pack_files, _files_from)
_READING, _CARD = Codec(pack_reading, unpack_reading), Codec(pack_card, unpack_card)
_READ_BY = (PROGRAM, SETTING, SOURCE)
_TEXT = "the text of an article"

# fmt: off
FILE = Task(name="file", inputs=("its size, times and place on disk",), make=hash_file,
            codec=json_codec(FileDigest), inline=True)
READ = Task(name="read", inputs=(*_READ_BY, "its bytes", "its place in the folder"), make=read_file,
            codec=_READING, is_reloaded=True, named=_TEXT, verb="read")
CARD = Task(name="card", inputs=(PROGRAM,), make=make_card, codec=_CARD, inline=True, verb="read")
RECURRING = Task(name="recurring", inputs=(PROGRAM, SOURCE, "an article"), make=_find_recurring,
                 codec=Codec(as_json, _lines_from), inline=True)
AGAIN = Task(name="again", inputs=(*_READ_BY, "what was read of it", "the lines that recur"), make=read_file_again,
             codec=_READING, is_reloaded=True, named=_TEXT, verb="read")
CARD_AGAIN = Task(name="card again", inputs=(PROGRAM,), make=make_card, codec=_CARD, inline=True, verb="read")
FIND = Task(name="find", inputs=(PROGRAM, SETTING, "its grouping, title or notes", SOURCE, "article "), make=find_story,
            codec=json_codec(StoryFindings), verb="built")
RENDER = Task(name="render", inputs=(PROGRAM, SETTING, THEME, SOURCE, "article ", "the name of a page"),
              make=render_story, codec=_STORY, inline=True, verb="rendered")
PAGE = Task(name="page", inputs=(PROGRAM, SETTING, THEME, SOURCE, "a page of the editor", "its place among its kind",
            "a story that it tells of"), make=_make_file, codec=_FILES, inline=True)
SHEETS = Task(name="sheets", inputs=(PROGRAM, SOURCE, "a story that it tells of"), make=make_sheets,
              codec=Codec(pack_sheets, unpack_sheets), inline=True)
DATABASE = Task(name="database", inputs=(PROGRAM, SETTING, "a table"), make=make_database_files,
                codec=Codec(pack_database, unpack_database), inline=True)
WORDS = Task(name="words", inputs=(PROGRAM, "its page"), make=_count_words, codec=Codec(PageWords.packed, _words_from),
             is_reloaded=True, named="the words of a page")
SEGMENT = Task(name="segment", inputs=(PROGRAM, "the words of a page", "what a result shows"), make=_make_segment,
               codec=_FILES, inline=True)
# fmt: on
TASKS = (FILE, READ, CARD, RECURRING, AGAIN, CARD_AGAIN, FIND, RENDER, PAGE, SHEETS, DATABASE, WORDS, SEGMENT)


def of_language(task: Task[Any], config: Config) -> Task[Any]:
    """The task as it is done for the pages of a further language of the interface, with lines of its own."""
    return replace(task, name=f"{task.name}.{config.language}") if config.folder else task
