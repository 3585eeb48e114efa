"""Links stories of one topic: about the same people and places, and of different events. Joins nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sitegen.model import Article, RelatedStory, Story

_RELATED = 5
"""Related stories that a story names, the most alike: a list that is read, not an index of the topic."""


def with_related(
    stories: Iterable[Story], topics: Iterable[tuple[str, str, float]], articles: Mapping[str, Article]
) -> tuple[Story, ...]:
    """The stories, sorted by id, each with those related to it.

    `topics` are pairs of articles of different stories, with their likeness. Two stories are as alike as the most alike
    of their articles.
    """
    by_id = {story.id: story for story in stories}
    story_of = {article: story.id for story in by_id.values() for article in story.articles}
    alike: dict[str, dict[str, float]] = {}
    for left, right, likeness in topics:
        first, second = story_of[left], story_of[right]
        # Two languages may have been joined since.
        if first != second:
            for story, neighbour in ((first, second), (second, first)):
                beside = alike.setdefault(story, {})
                beside[neighbour] = max(beside.get(neighbour, 0.0), likeness)
    related = {
        story.id: RelatedStory(
            id=story.id,
            title=story.title,
            language="" if story.declared else articles[story.base].language,
            article=story.articles[0] if len(story.articles) == 1 else "",
        )
        for story in by_id.values()
        if story.id in alike
    }
    return tuple(
        replace(by_id[story], related=tuple(related[neighbour] for neighbour in _nearest(alike.get(story, {}))))
        for story in sorted(by_id)
    )


def _nearest(alike: Mapping[str, float]) -> list[str]:
    return sorted(alike, key=lambda story: (-alike[story], story))[:_RELATED]
