"""What speaks against a story that a keeper declared: it stays one story, and he is told. Decides nothing.

A story is divided where its articles fall into parts that share no text, are not alike, and are too many days apart to
report one event, all three. Of unknown days and of other languages nothing is said.
"""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from sitegen.frozen import dataclass
from sitegen.group.copies.families import Groups
from sitegen.group.likeness import likenesses
from sitegen.group.reports import Reports
from sitegen.model import Link

_MOST = 200
"""Articles of a declared story that are looked at: their pairs grow with the square."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DividedStory:
    """A declared story whose articles seem to report two events or more."""

    story: str
    apart: str
    """The first article of the smaller part, by id."""
    rest: int
    """How many articles there are in that part beside it."""
    days: int
    """Between the nearest articles of this part and the rest."""
    likeness: float
    """Of the two most alike articles of this part and the rest ..."""
    enough: float
    """... and what is asked for."""


def divided_stories(
    reports: Reports, families: Sequence[frozenset[str]], links: Sequence[Link]
) -> Iterator[DividedStory]:
    """The declared stories that seem to report several events, by name: the smallest part of each."""
    index = {article.id: place for place, article in enumerate(reports.articles)}
    members: dict[str, list[int]] = {}
    for place, article in enumerate(reports.articles):
        if article.story:
            members.setdefault(article.story, []).append(place)
    story_of = {place: story for story, places in members.items() for place in places}
    joined: dict[str, list[tuple[int, int]]] = {}
    pairs = [(min(family), copy) for family in families for copy in family]
    for left, right in [*pairs, *((link.left, link.right) for link in links)]:
        story = story_of.get(index[left], "")
        if story and story == story_of.get(index[right]):
            joined.setdefault(story, []).append((index[left], index[right]))
    for story, places in sorted(members.items()):
        if 1 < len(places) <= _MOST:
            yield from _divided(story, places, joined.get(story, ()), reports)


def _divided(
    story: str, places: Sequence[int], joined: Sequence[tuple[int, int]], reports: Reports
) -> Iterator[DividedStory]:
    ids = {reports.articles[place].id: place for place in places}
    parts = Groups(ids)
    for left, right in joined:
        parts.join(reports.articles[left].id, reports.articles[right].id)
    alike = _likenesses(places, reports)
    for (left, right), likeness in alike.items():
        if likeness >= reports.enough or not _too_late(left, right, reports):
            parts.join(reports.articles[left].id, reports.articles[right].id)
    groups = sorted(parts.all(), key=lambda part: (len(part), min(part)))
    if len(groups) < 2:
        return
    smallest = {ids[member] for member in groups[0]}
    across = [pair for pair in alike if (pair[0] in smallest) != (pair[1] in smallest)]
    between = [pair for pair in across if reports.same_language(*pair)]
    if between:
        first = min(smallest, key=lambda place: reports.articles[place].chronology)
        yield DividedStory(
            story=story,
            apart=reports.articles[first].id,
            rest=len(smallest) - 1,
            days=min(_days_apart(left, right, reports) for left, right in between),
            likeness=max(alike[pair] for pair in between),
            enough=reports.enough,
        )


def _likenesses(places: Sequence[int], reports: Reports) -> Mapping[tuple[int, int], float]:
    """Of each pair of articles how alike they are by their words."""
    pairs = [(left, right) for place, left in enumerate(places) for right in places[place + 1 :]]
    left, right = (np.array(side, dtype=np.int64) for side in zip(*pairs, strict=True))
    return dict(zip(pairs, likenesses(reports.vectors, left, right).tolist(), strict=True))


def _too_late(left: int, right: int, reports: Reports) -> bool:
    """Whether two articles are known to be too many days apart to report one event."""
    both_dated = reports.days[left] is not None and reports.days[right] is not None
    return both_dated and _days_apart(left, right, reports) > reports.settings.likeness_days


def _days_apart(left: int, right: int, reports: Reports) -> int:
    return abs((reports.days[left] or 0) - (reports.days[right] or 0))
