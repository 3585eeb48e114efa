"""Chooses the copy that the others of a family are read against, and says why.

A tie is said to be one, and is settled by the file's name last of all: who was first is not told by names.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sitegen.group.days import believed_day
from sitegen.model import Article, Link, Source
from sitegen.recognise.outlet import is_agency
from sitegen.text.catalogues import marked

FIRST = marked("published first")
_FIRST_OF_MOST = marked("the first that shares text with most of the others")
_UNDATED = (
    marked("not every copy is dated, and another copy is as long"),
    marked("not every copy is dated; it is the longer text"),
    marked("not every copy is dated; it shares most words with the others"),
)
_TIED = (
    marked("none is surely earlier, and another copy is as long"),
    marked("none is surely earlier; it is the longer text"),
    marked("none is surely earlier; it shares most words with the others"),
)
"""Why a copy is the base where days do not say so: by nothing, by its length, by what it shares."""


def choose_base(
    copies: Sequence[Article], links: Iterable[Link], declared: str, outlets: Mapping[str, Source]
) -> tuple[str, str]:
    """The base's id and the reason. Declared, else the first agency report, the earliest, or the fullest.

    `copies` are in order of publication; those that declare what they translate or follow are no bases, and none that
    shares text with half as many of the others as another copy does, or fewer: little could be read against it.
    """
    ids = {copy.id for copy in copies}
    if len(copies) == 1:
        return copies[0].id, marked("the only copy")
    for copy in copies:
        if copy.id == declared or (copy.base and declared not in ids):
            return copy.id, marked("declared by the editor")
    originals = [copy for copy in copies if not (copy.translation_of in ids or copy.version_of in ids)] or list(copies)
    inner = [link for link in links if link.kind == "passages" and link.left in ids and link.right in ids]
    partners = Counter(copy for link in inner for copy in (link.left, link.right))
    most = max(partners[copy.id] for copy in originals)
    central = [copy for copy in originals if 2 * partners[copy.id] > most or not most]
    if len(central) < len(originals):
        sharing = _sharing_with_most(partners, {copy.id: _length(copy) for copy in copies}, inner)
        central = [copy for copy in originals if copy in central or copy.id in sharing]
    if not all(believed_day(copy) is not None and "published" not in copy.inferred for copy in originals):
        return _fullest(central, inner, _UNDATED)
    base, reason = _earliest(central, inner, outlets)
    passed = central[0] is not originals[0]
    return base, _FIRST_OF_MOST if passed and reason == FIRST else reason


def _sharing_with_most(partners: Counter[str], lengths: Mapping[str, int], links: Iterable[Link]) -> frozenset[str]:
    """The copies that share text with more than half of the partners of the copy that has most, linked or not.

    Two texts of which one holds 70 % of a third and the other 40 % share some of it. Of a text with very many copies
    each is linked with a few of them alone (crowds.py), and the one that was linked with all was said to be the base, a
    week after three that had the same text.
    """
    hub = max(sorted(partners), key=partners.__getitem__)
    held = {
        link.right if link.left == hub else link.left: link.strength * min(lengths[link.left], lengths[link.right])
        for link in links
        if hub in (link.left, link.right)
    }
    needed = sorted(lengths[hub] - share for share in held.values())[len(held) // 2]
    return frozenset(copy for copy, share in held.items() if share > needed)


def _length(copy: Article) -> int:
    """Letters of its text. A preview printed twice makes a text no fuller."""
    return sum(map(len, {block.text for block in copy.body}))


def _earliest(copies: Sequence[Article], links: Sequence[Link], outlets: Mapping[str, Source]) -> tuple[str, str]:
    first = min(believed_day(copy) or 0 for copy in copies)
    of_first_day = [copy for copy in copies if believed_day(copy) == first]
    agencies = [copy for copy in of_first_day if is_agency(outlets.get(copy.source))]
    if agencies:
        return agencies[0].id, marked("the agency’s report, published on the first day")
    if len(of_first_day) == 1 or _has_clock_of_its_own(of_first_day):
        return of_first_day[0].id, FIRST
    return _fullest(of_first_day, links, _TIED)


def _has_clock_of_its_own(copies: Sequence[Article]) -> bool:
    """Whether hours tell that the first of them was first."""
    times = [copy.published.time for copy in copies if copy.published and copy.published.time]
    return len(times) == len(copies) and times[0] < min(times[1:])


def _fullest(copies: Sequence[Article], links: Sequence[Link], reasons: tuple[str, str, str]) -> tuple[str, str]:
    """The copy that shares most words with the others; the longer of two that share as much. `reasons` as `_TIED`."""
    shared: Counter[str] = Counter()
    for link in links:
        words = sum(passage.words for passage in link.evidence)
        shared[link.left] += words
        shared[link.right] += words
    ranks = {copy.id: (shared[copy.id], _length(copy)) for copy in copies}
    best = min(copies, key=lambda copy: (-ranks[copy.id][0], -ranks[copy.id][1], copy.id)).id
    beside = [ranks[copy.id] for copy in copies if copy.id != best]
    if any(rank == ranks[best] for rank in beside):
        return best, reasons[0]
    if any(rank[0] == ranks[best][0] for rank in beside):
        return best, reasons[1]
    return best, reasons[2]
