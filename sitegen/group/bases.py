"""Chooses the copy that the others of a family are read against, and says why."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sitegen.model import Article, Link, Source
from sitegen.text.catalogues import marked


def choose_base(
    copies: Sequence[Article], links: Iterable[Link], declared: str, outlets: Mapping[str, Source]
) -> tuple[str, str]:
    """The base's id and the reason. Declared, else the first agency report, the earliest, or the fullest.

    `copies` are in order of publication; those that declare what they translate or follow are no bases.
    """
    ids = {copy.id for copy in copies}
    if len(copies) == 1:
        return copies[0].id, marked("the only copy")
    for copy in copies:
        if copy.id == declared or (copy.base and declared not in ids):
            return copy.id, marked("declared by the keeper")
    own = [copy for copy in copies if not (copy.translation_of in ids or copy.version_of in ids)] or list(copies)
    if all(copy.published and "published" not in copy.inferred for copy in own):
        return _earliest(own, outlets)
    return _fullest(own, links)


def _earliest(copies: Sequence[Article], outlets: Mapping[str, Source]) -> tuple[str, str]:
    day = copies[0].published.day if copies[0].published else None
    for copy in copies:
        source = outlets.get(copy.source)
        if source and source.kind == "agency" and copy.published and copy.published.day == day:
            return copy.id, marked("the agency’s report, published on the first day")
    return copies[0].id, marked("published first")


def _fullest(copies: Sequence[Article], links: Iterable[Link]) -> tuple[str, str]:
    """The copy that shares most words with the others; the longer of two that share as much."""
    ids = {copy.id for copy in copies}
    shared: Counter[str] = Counter()
    for link in links:
        if link.left in ids and link.right in ids:
            words = sum(passage.words for passage in link.evidence)
            shared[link.left] += words
            shared[link.right] += words
    # A preview printed twice makes a text no fuller.
    sizes = {copy.id: sum(map(len, {block.text for block in copy.body})) for copy in copies}
    best = min(copies, key=lambda copy: (-shared[copy.id], -sizes[copy.id], copy.id))
    return best.id, marked("shares most words with the others; not every copy is dated")
