"""The table of tasks: what is remembered of stories and pages, and all that each depends on.

Whatever a task is given has its digest among the parts; tests/build/test_reuse.py leaves each out in turn.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from sitegen.config import Config
from sitegen.memo import ChainStep, Codec, Item, Task, as_json, from_plain, json_codec, key_for, parse_json, tool_digest
from sitegen.model import EditorPage, File, Source, StorySummary
from sitegen.pipeline.story import (
    Design,
    RenderedStory,
    StoryFindings,
    StoryInput,
    StoryPages,
    entry_of,
    find_story,
    render_story,
)
from sitegen.publish import Entry
from sitegen.reuse import Shelf, with_texts

FOUND_BY = ("language", "comparing")
"""The settings that what is found of a story depends on. It is given no others, so that it cannot depend on them."""
_SECONDS_A_BYTE = 2.5e-6
"""Of laying out and rendering a text; a story of one article costs some 6 ms."""
_SECONDS_A_BYTE_COMPARED = 4e-6
"""For each pair that a text stands in ..."""
_MOST_PAIRS = 50
"""... and pairs that are counted at the most: a story's budget bounds them."""
PROGRAM = "the program or a library"


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePage:
    """A file of the whole site."""

    entry: Entry
    file: File | None
    """None where the page was remembered: the published site holds its bytes."""


def _make_page(_shared: object, make: Callable[[], File], _before: object) -> SitePage:
    file = make()
    return SitePage(entry=entry_of(file), file=file)


def _pack_rendered(pages: StoryPages) -> bytes:
    return as_json(pages.story)


def _rendered_from(packed: bytes) -> StoryPages:
    return StoryPages(story=from_plain(RenderedStory, parse_json(packed)), files=())


def _pack_page(page: SitePage) -> bytes:
    return as_json(page.entry)


def _page_from(packed: bytes) -> SitePage:
    return SitePage(entry=from_plain(Entry, parse_json(packed)), file=None)


FIND = Task(name="find", make=find_story, codec=json_codec(StoryFindings), verb="built")
RENDER = Task(
    name="render", make=render_story, codec=Codec(_pack_rendered, _rendered_from), inline=True, verb="rendered"
)
PAGE = Task(name="page", make=_make_page, codec=Codec(_pack_page, _page_from), inline=True)


def of_language(task: Task[Any], config: Config) -> Task[Any]:
    """The task as it is done for the pages of a further language of the interface, with lines of its own."""
    return replace(task, name=f"{task.name}.{config.language}") if config.folder else task


def story_steps(design: Design) -> tuple[ChainStep, ChainStep]:
    """What all stories share. The frame of their pages is made from settings, theme and names of the editor's pages."""
    settings = replace(Config(), **{name: getattr(design.config, name) for name in FOUND_BY})
    found_by = {PROGRAM: tool_digest(), "a setting": key_for(settings)}
    shown_by = {
        PROGRAM: tool_digest(),
        "a setting": key_for(design.config),
        "the theme": design.theme.digest,
        "the name of a page": key_for(design.frame.pages),
    }
    return (
        ChainStep(task=of_language(FIND, design.config), shared=settings, parts=found_by),
        ChainStep(task=of_language(RENDER, design.config), shared=design, parts=shown_by),
    )


def story_items(stories: Sequence[StoryInput], shelf: Shelf) -> list[Item]:
    """What each story is made of. Its texts are loaded where something is made."""
    sources: dict[tuple[str, ...], str] = {}
    return [_story_item(story_input, shelf, sources) for story_input in stories]


def page_step(config: Config, theme: str, sources: Sequence[Source], own_pages: Sequence[EditorPage]) -> ChainStep:
    """What all pages of the whole site share; `theme` is the digest of the theme, `own_pages` are the editor's."""
    parts = {
        PROGRAM: tool_digest(),
        "a setting": key_for(config),
        "the theme": theme,
        "a source": key_for(sources),
        "a page of the editor": key_for(own_pages),
    }
    return ChainStep(task=of_language(PAGE, config), shared=None, parts=parts)


def page_item(name: str, place: tuple[int, int], stories: str, make: Callable[[], File]) -> Item:
    """A page that is the given one of how many; `stories` is the digest of those that it tells of."""
    parts = {"its place among its kind": f"{place[0]}/{place[1]}", "a story that it tells of": stories}
    return Item(name=name, parts=(parts,), load=lambda: make)


def digest_of_stories(stories: Sequence[StorySummary], digests: Mapping[str, str]) -> str:
    """Of what pages of the whole site tell of some stories."""
    return sha256("\n".join(digests[story.id] for story in stories).encode()).hexdigest()


def _story_item(story_input: StoryInput, shelf: Shelf, sources: dict[tuple[str, ...], str]) -> Item:
    story, articles = story_input.story, story_input.articles
    names = tuple(source.id for source in story_input.sources)
    if names not in sources:
        sources[names] = key_for(story_input.sources)
    texts = {f"article {article.id}": shelf.digest(article) for article in articles}
    shown_by = {"a source": sources[names], **texts}
    found_by = {"its grouping, title or notes": key_for(story), **shown_by}

    def load() -> StoryInput:
        return replace(story_input, articles=with_texts(articles))

    cost, place = _seconds(story_input), articles[0].path
    return Item(name=story.id, parts=(found_by, shown_by), load=load, cost=cost, place=place)


def _seconds(story_input: StoryInput) -> float:
    size = sum(article.size for article in story_input.articles)
    compared = min(_MOST_PAIRS, sum(len(family.copies) - 1 for family in story_input.story.families))
    return size * (_SECONDS_A_BYTE + _SECONDS_A_BYTE_COMPARED * compared)
