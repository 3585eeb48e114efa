"""What each story is made of, for the tasks that find and render it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sitegen.config import Config
from sitegen.memo import ChainStep, Item, key_for, tool_digest
from sitegen.model import StoryRecord
from sitegen.pipeline.reading import ArticleMemo
from sitegen.pipeline.story import Design, StoryInput
from sitegen.pipeline.tasks import FIND, PROGRAM, RENDER, SETTING, SOURCE, THEME, of_language
from sitegen.pipeline.texts import with_texts

FOUND_BY = ("language", "comparing")
"""The settings that what is found of a story depends on. It is given no others, so that it cannot depend on them."""
_SECONDS_A_BYTE = 2.5e-6
"""Of laying out and rendering a text; a story of one article costs some 6 ms."""
_SECONDS_A_BYTE_COMPARED = 4e-6
"""For each pair that a text stands in ..."""
_NO_RECORD = StoryRecord()
_MOST_PAIRS = 50
"""... and pairs that are counted at the most: a story's budget bounds them."""


def story_steps(design: Design) -> tuple[ChainStep, ChainStep]:
    """What all stories share. The frame of their pages is made from settings, theme and names of the editor's pages."""
    settings = replace(Config(), **{name: getattr(design.config, name) for name in FOUND_BY})
    found_by = {PROGRAM: tool_digest(), SETTING: key_for(settings)}
    shown_by = {
        PROGRAM: tool_digest(),
        SETTING: key_for(design.config),
        THEME: design.theme.digest,
        "the name of a page": key_for(design.frame.pages),
    }
    return (
        ChainStep(task=of_language(FIND, design.config), shared=settings, parts=found_by),
        ChainStep(task=of_language(RENDER, design.config), shared=design, parts=shown_by),
    )


def story_items(stories: Sequence[StoryInput], digests: Mapping[str, str], articles_read: ArticleMemo) -> list[Item]:
    """What each story is made of; `digests` are those of what grouping says of each. Its texts are loaded where
    something is made.
    """
    sources: dict[tuple[str, ...], str] = {}
    return [_story_item(story_input, digests[story_input.story.id], articles_read, sources) for story_input in stories]


def _story_item(
    story_input: StoryInput, grouped: str, articles_read: ArticleMemo, sources: dict[tuple[str, ...], str]
) -> Item:
    story, articles = story_input.story, story_input.articles
    names = tuple(source.id for source in story_input.sources)
    if names not in sources:
        sources[names] = key_for(story_input.sources)
    texts = {f"article {article.id}": articles_read.digest(article) for article in articles}
    shown_by = {SOURCE: sources[names], **texts}
    if story.record != _NO_RECORD:
        grouped = key_for(grouped, story.record)
    found_by = {"its grouping, title or notes": grouped, **shown_by}

    def load() -> StoryInput:
        return replace(story_input, articles=with_texts(articles))

    cost, place = _seconds(story_input), articles[0].path
    return Item(name=story.id, parts=(found_by, shown_by), load=load, cost=cost, place=place)


def _seconds(story_input: StoryInput) -> float:
    size = sum(article.size for article in story_input.articles)
    compared = min(_MOST_PAIRS, sum(len(family.copies) - 1 for family in story_input.story.families))
    return size * (_SECONDS_A_BYTE + _SECONDS_A_BYTE_COMPARED * compared)
