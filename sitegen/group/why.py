"""Explains why two articles are, or are not, together: each question that was asked, its figure and its threshold."""

from collections.abc import Iterable, Mapping
from heapq import nlargest

import numpy as np

from sitegen.group.clusters import BESIDE, PLAINLY, Group, average, core_share, group_of, needed
from sitegen.group.copies.copying import Decision
from sitegen.group.copies.passages import Sharing
from sitegen.group.days import believed_day
from sitegen.group.likeness import likenesses
from sitegen.group.reports import primary, shared_words
from sitegen.group.stories import Evidence
from sitegen.model import Article, Link

_SHOWN = 90
"""Characters of a passage that are shown."""
_PASSAGES = 3
_DECISIONS: Mapping[Decision, str] = {
    "copies": "so much narration in common says that one was taken from the other, or both from one text",
    "form": "they fill in one form: the sentences are the same, the figures, dates and names are not",
    "own paragraphs": "one outlet prints paragraphs of its own again; that makes no copy of the whole text",
    "too little": "that is too little to say that one was taken from the other; quoting the same words proves only "
    "that both heard them",
}
"""What was decided about two texts that share passages."""


def explain(evidence: Evidence, left: str, right: str) -> tuple[str, ...]:
    """Lines that explain it. Raises KeyError with the id that is not in the archive."""
    index = {article.id: place for place, article in enumerate(evidence.articles)}
    left_place, right_place = sorted((index[left], index[right]))
    if left_place == right_place:
        return ("this is one article",)
    lines = [_verdict(evidence, left_place, right_place)]
    lines += _declared(evidence, left_place, right_place)
    lines += _text(evidence, left_place, right_place)
    lines += _content(evidence, left_place, right_place)
    lines += _days(evidence, left_place, right_place)
    lines += _groups(evidence, left_place, right_place)
    return tuple(lines)


def _verdict(evidence: Evidence, left: int, right: int) -> str:
    left_id, right_id = evidence.articles[left].id, evidence.articles[right].id
    family = any({left_id, right_id} <= group for group in evidence.families.groups)
    story = any({left_id, right_id} <= group for group in evidence.groups)
    if family:
        return "together: one story, and copies of one text"
    return "together: one story, in texts of their own" if story else "apart: two stories"


def _declared(evidence: Evidence, left_place: int, right_place: int) -> Iterable[str]:
    left, right = evidence.articles[left_place], evidence.articles[right_place]
    if evidence.keeper.bars(left.id, right.id):
        yield "declared: `not_with` keeps them apart, whatever they share"
    if left.story and left.story == right.story:
        yield f"declared: both belong to the story {left.story}"
    elif left.story and right.story:
        yield f"declared: {left.id} belongs to {left.story}, {right.id} to {right.story}; declared stories never join"
    for link in _between(evidence, left, right):
        if link.kind in ("translation", "version"):
            yield f"declared: {link.reason}"
    for digest, sources in evidence.digests.items():
        if digest in (left.id, right.id):
            yield f"{digest} is a digest: it takes from {', '.join(sources)}, of several stories, and is a copy of none"
    for series in evidence.series:
        for article in (left.id, right.id):
            if article in series.members:
                yield (
                    f"{article} is one of {len(series.members)} parts of a series ({series.cadence}) that fill in one "
                    "form; a part is no copy of another, and is put into no story by what it talks about"
                )


def _between(evidence: Evidence, left: Article, right: Article) -> list[Link]:
    return [link for link in evidence.links if (link.left, link.right) == (left.id, right.id)]


def _text(evidence: Evidence, left: int, right: int) -> Iterable[str]:
    archive, settings = evidence.shared.archive, evidence.reports.settings
    shared = archive.sharing(left, right)
    verdict = "enough" if shared.linked else "not enough"
    yield (
        f"shared text: {shared.shared} of the shorter text’s {shared.shorter} words ({shared.share:.0%}) in passages "
        f"of {settings.passage_words} words and more; {settings.copy_words} words and {settings.copy_share:.0%} are "
        f"usually asked for: {verdict} here ({shared.why})"
    )
    yield from _narration(evidence, left, right, shared)
    text = archive.text(left).tokens
    for start, _, size in sorted(shared.tiles, key=lambda tile: (-tile[2], tile))[:_PASSAGES]:
        printed = " ".join(text.text((start, start + size)).split())
        yield f"  “{printed[:_SHOWN]}{' …' if len(printed) > _SHOWN else ''}”"
    if shared.linked and not _between(evidence, evidence.articles[left], evidence.articles[right]):
        yield "  yet no link was made: what one outlet prints on different days, or very many articles, is its own"


def _narration(evidence: Evidence, left: int, right: int, shared: Sharing) -> Iterable[str]:
    """What of the shared words makes two texts copies of one, and whether they are in one family."""
    kinship = shared.kinship
    if not shared.shared:
        return
    share = max(kinship.left_share, kinship.right_share)
    yield (
        f"copying: {kinship.narration} shared words are narration ({share:.0%} of the shorter text’s; the longest "
        f"stretch has {kinship.longest} words), {kinship.public} are public words: quotations, posts, statements"
    )
    yield f"  {_DECISIONS[kinship.decision]}"
    pair = {evidence.articles[place].id for place in (left, right)}
    if (evidence.articles[left].id, evidence.articles[right].id) in evidence.shared.stock:
        yield (
            "  yet it is stock text, such as a box or a closing line: what else they say is about different things, "
            "and the shared words are about neither"
        )
    elif kinship.is_issue and (evidence.articles[left].id, evidence.articles[right].id) in evidence.shared.forms:
        yield (
            "  yet they are issues of one report: their outlet prints it under one title on several days, with other "
            "figures and words in the same places"
        )
    elif kinship.decision == "copies" and not any(pair <= family for family in evidence.families.groups):
        yield "  yet they are in two families: each is closer to another text, from which its family was made"


def _content(evidence: Evidence, left: int, right: int) -> Iterable[str]:
    reports = evidence.reports
    if not reports.same_language(left, right):
        yield from _across(evidence, left, right)
        return
    likeness = reports.vectors.likeness(left, right)
    words = shared_words(reports, left, right)
    listed = ", ".join(f"{word} {part:.3f}" for word, part in words)
    yield f"likeness: {likeness:.3f} by what they talk about; {reports.enough:.3f} on average makes a story"
    if listed:
        yield f"  both say {listed}"


def _across(evidence: Evidence, left: int, right: int) -> Iterable[str]:
    reports = evidence.reports
    languages = " and ".join(primary(evidence.articles[place]) for place in (left, right))
    if not reports.bridges:
        yield f"languages: {languages}; nothing can be compared"
    for bridge in reports.bridges:
        lines = tuple(bridge.why(left, right))
        yield f"across languages ({languages}): {lines[0]}"
        yield from lines[1:]


def _days(evidence: Evidence, left: int, right: int) -> Iterable[str]:
    reports = evidence.reports
    days = [believed_day(evidence.articles[place]) for place in (left, right)]
    factor = reports.factor(left, right)
    if days[0] is None or days[1] is None:
        weeks = f"and the archive goes over many weeks: likeness counts {factor:.2f} times"
        counts = weeks if factor < 1 else "so they do not count"
        yield f"days: not known of both, {counts}"
        return
    yield (
        f"days: {abs(days[0] - days[1])} apart; likeness counts {factor:.2f} times, and not at all from "
        f"{reports.settings.likeness_days} on"
    )


def _groups(evidence: Evidence, left_place: int, right_place: int) -> Iterable[str]:
    """How alike the groups of both are, where they are more than the two."""
    reports = evidence.reports
    index = {article.id: place for place, article in enumerate(evidence.articles)}
    if not reports.same_language(left_place, right_place):
        return
    groups = []
    for place in (left_place, right_place):
        story = next(group for group in evidence.groups if evidence.articles[place].id in group)
        inside = [index[member] for member in story if reports.same_language(place, index[member])]
        groups.append(group_of(reports.vectors, inside, len({reports.texts[member] for member in inside})))
    left, right = groups
    if left.members == right.members:
        inner = _inner(evidence, left.members)
        yield f"their story: {len(left.members)} articles in this language, alike by {inner:.3f} on average"
        return
    if len(left.members) * len(right.members) > 1:
        core = core_share(left, right, reports.vectors)
        yield (
            f"their stories: {len(left.members)} and {len(right.members)} articles in this language, alike by "
            f"{average(left, right):.3f} on average, "
            f"{needed(left.texts, right.texts, reports.enough):.3f} is asked for; "
            f"of their cores {core:.0%} is common, {reports.settings.core:.0%} is asked for"
        )
    if average(left, right) > 0:
        beside = [_background(evidence, group, {*left.members, *right.members}) for group in groups]
        yield (
            f"background: the stories most alike to either besides, of about the same days, are alike to it by "
            f"{beside[0]:.3f} and {beside[1]:.3f} on average; {reports.settings.background:g} times the lesser is "
            f"asked for, up to {PLAINLY:.2f}"
        )


def _background(evidence: Evidence, group: Group, without: set[int]) -> float:
    """How alike a group is on average with the stories most alike to it; an article of `without` stands in none."""
    reports = evidence.reports
    index = {article.id: place for place, article in enumerate(evidence.articles)}
    dense = np.zeros(len(reports.vectors.words))
    dense[group.columns] = group.sums
    alike = []
    for story in evidence.groups:
        inside = [index[member] for member in story if index[member] not in without]
        near = [place for place in inside if reports.about_same_days(group.members[0], place)]
        if near:
            rows = [reports.vectors.row(place) for place in near]
            alike.append(sum(float(dense[columns] @ weights) for columns, weights in rows) / len(near))
    return sum(nlargest(BESIDE, alike)) / (BESIDE * len(group.members))


def _inner(evidence: Evidence, members: tuple[int, ...]) -> float:
    if len(members) < 2:
        return 1.0
    few = members[:60]
    pairs = [(first, second) for place, first in enumerate(few) for second in few[place + 1 :]]
    left, right = (np.array(side, dtype=np.int64) for side in zip(*pairs, strict=True))
    return float(likenesses(evidence.reports.vectors, left, right).mean())
