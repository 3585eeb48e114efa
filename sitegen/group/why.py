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
    index = {article.id: at for at, article in enumerate(evidence.articles)}
    one, other = sorted((index[left], index[right]))
    if one == other:
        return ("this is one article",)
    lines = [_verdict(evidence, one, other)]
    lines += _declared(evidence, one, other)
    lines += _text(evidence, one, other)
    lines += _content(evidence, one, other)
    lines += _days(evidence, one, other)
    lines += _groups(evidence, one, other)
    return tuple(lines)


def _verdict(evidence: Evidence, one: int, other: int) -> str:
    left, right = evidence.articles[one].id, evidence.articles[other].id
    family = any({left, right} <= group for group in evidence.families.groups)
    story = any({left, right} <= group for group in evidence.groups)
    if family:
        return "together: one story, and copies of one text"
    return "together: one story, in texts of their own" if story else "apart: two stories"


def _declared(evidence: Evidence, one: int, other: int) -> Iterable[str]:
    left, right = evidence.articles[one], evidence.articles[other]
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


def _text(evidence: Evidence, one: int, other: int) -> Iterable[str]:
    archive, settings = evidence.found.archive, evidence.reports.settings
    found = archive.sharing(one, other)
    verdict = "enough" if found.linked else "not enough"
    yield (
        f"shared text: {found.shared} of the shorter text’s {found.shorter} words ({found.share:.0%}) in passages of "
        f"{settings.passage_words} words and more; {settings.copy_words} words and {settings.copy_share:.0%} are "
        f"usually asked for: {verdict} here ({found.why})"
    )
    yield from _narration(evidence, one, other, found)
    text = archive.text(one, archive.language(one)).tokens
    for at, _, size in sorted(found.tiles, key=lambda tile: (-tile[2], tile))[:_PASSAGES]:
        printed = " ".join(text.text((at, at + size)).split())
        yield f"  “{printed[:_SHOWN]}{' …' if len(printed) > _SHOWN else ''}”"
    if found.linked and not _between(evidence, evidence.articles[one], evidence.articles[other]):
        yield "  yet no link was made: what one outlet prints on different days, or very many articles, is its own"


def _narration(evidence: Evidence, one: int, other: int, found: Sharing) -> Iterable[str]:
    """What of the shared words makes two texts copies of one, and whether they are in one family."""
    kinship = found.kinship
    if not found.shared:
        return
    share = max(kinship.left_share, kinship.right_share)
    yield (
        f"copying: {kinship.narration} shared words are narration ({share:.0%} of the shorter text’s; the longest "
        f"stretch has {kinship.longest} words), {kinship.public} are public words: quotations, posts, statements"
    )
    yield f"  {_DECISIONS[kinship.decision]}"
    pair = {evidence.articles[at].id for at in (one, other)}
    if (evidence.articles[one].id, evidence.articles[other].id) in evidence.found.stock:
        yield (
            "  yet it is stock text, such as a box or a closing line: what else they say is about different things, "
            "and the shared words are about neither"
        )
    elif kinship.decision == "copies" and not any(pair <= family for family in evidence.families.groups):
        yield "  yet they are in two families: each is closer to another text, from which its family was made"


def _content(evidence: Evidence, one: int, other: int) -> Iterable[str]:
    reports = evidence.reports
    if not reports.same_language(one, other):
        yield from _across(evidence, one, other)
        return
    likeness = reports.vectors.likeness(one, other)
    words = shared_words(reports, one, other)
    said = ", ".join(f"{word} {part:.3f}" for word, part in words)
    yield f"likeness: {likeness:.3f} by what they talk about; {reports.enough:.3f} on average makes a story"
    if said:
        yield f"  both say {said}"


def _across(evidence: Evidence, one: int, other: int) -> Iterable[str]:
    reports = evidence.reports
    languages = " and ".join(primary(evidence.articles[at]) for at in (one, other))
    if not reports.bridges:
        yield f"languages: {languages}; nothing can be compared"
    for bridge in reports.bridges:
        told = tuple(bridge.why(one, other))
        yield f"across languages ({languages}): {told[0]}"
        yield from told[1:]


def _days(evidence: Evidence, one: int, other: int) -> Iterable[str]:
    reports = evidence.reports
    days = [believed_day(evidence.articles[at]) for at in (one, other)]
    factor = reports.factor(one, other)
    if days[0] is None or days[1] is None:
        weeks = f"and the archive goes over many weeks: likeness counts {factor:.2f} times"
        counts = weeks if factor < 1 else "so they do not count"
        yield f"days: not known of both, {counts}"
        return
    yield (
        f"days: {abs(days[0] - days[1])} apart; likeness counts {factor:.2f} times, and not at all from "
        f"{reports.settings.likeness_days} on"
    )


def _groups(evidence: Evidence, one: int, other: int) -> Iterable[str]:
    """How alike the groups of both are, where they are more than the two."""
    reports = evidence.reports
    index = {article.id: at for at, article in enumerate(evidence.articles)}
    if not reports.same_language(one, other):
        return
    groups = []
    for at in (one, other):
        story = next(group for group in evidence.groups if evidence.articles[at].id in group)
        inside = [index[member] for member in story if reports.same_language(at, index[member])]
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
            f"{average(left, right):.3f} on average, {needed(left, right, reports.enough):.3f} is asked for; "
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
    index = {article.id: at for at, article in enumerate(evidence.articles)}
    dense = np.zeros(len(reports.vectors.words))
    dense[group.columns] = group.sums
    alike = []
    for story in evidence.groups:
        inside = [index[member] for member in story if index[member] not in without]
        near = [at for at in inside if reports.about_same_days(group.members[0], at)]
        if near:
            rows = [reports.vectors.row(at) for at in near]
            alike.append(sum(float(dense[columns] @ weights) for columns, weights in rows) / len(near))
    return sum(nlargest(BESIDE, alike)) / (BESIDE * len(group.members))


def _inner(evidence: Evidence, members: tuple[int, ...]) -> float:
    if len(members) < 2:
        return 1.0
    few = members[:60]
    pairs = [(one, other) for at, one in enumerate(few) for other in few[at + 1 :]]
    left, right = (np.array(side, dtype=np.int64) for side in zip(*pairs, strict=True))
    return float(likenesses(evidence.reports.vectors, left, right).mean())
