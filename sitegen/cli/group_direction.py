"""Who took a text from whom, as `sitegen group --why` explains it: the answer, the probability, what speaks for it.

The words follow the probability as those of the pages do (views/descent.py); where nothing tells the two apart, it is
said which fact would.
"""

from collections.abc import Iterator, Mapping, Sequence

from sitegen.findings.counted import runs_of, shares
from sitegen.findings.descent.provenance import MANY, provenance_of
from sitegen.group import Evidence
from sitegen.model import COPIED, LIKELY, Article, Edge, Source, carries_text
from sitegen.text.catalogues import catalogue_for
from sitegen.text.tokenized import tokenize_blocks
from sitegen.views.descent import evidence_sentences


def direction_lines(evidence: Evidence, sources: Sequence[Source], left: str, right: str) -> Iterator[str]:
    """What is known of who took the text of two articles from whom; nothing for one article with itself."""
    if left == right:
        return
    articles = {article.id: article for article in evidence.articles}
    family = next((group for group in evidence.families.groups if {left, right} <= group), None)
    if family is None:
        yield ("direction: they are not copies of one text, so it is said of neither that it was taken from the other")
        return
    # Of a large family these two are weighed alone; the pages weigh each copy with those nearest to it.
    copies = sorted(family, key=lambda copy: articles[copy].chronology) if len(family) <= MANY else [left, right]
    called = {source.id: source for source in sources}
    texts = {copy: tokenize_blocks(articles[copy].blocks, articles[copy].language) for copy in copies}
    edges = {edge.child: edge for edge in provenance_of(copies, articles, texts, called).edges}
    is_whole = carries_text(*shares(runs_of(texts[left]), runs_of(texts[right])))
    yield from _told(edges[left], edges[right], is_whole, articles, called)


def _told(
    left: Edge, right: Edge, is_whole: bool, articles: Mapping[str, Article], sources: Mapping[str, Source]
) -> Iterator[str]:
    """The answer about a pair by the edges of both; `is_whole` where one has most of the other, and not a part."""
    if right.likely_parent == left.child:
        yield from _taken(right, is_whole, sources)
    elif left.likely_parent == right.child:
        yield from _taken(left, is_whole, sources)
    elif left.likely_parent and left.likely_parent == right.likely_parent:
        yield (
            f"direction: neither was likely taken from the other: both were likely taken from {left.likely_parent} "
            f"(probability {_printed(left.probability)} and {_printed(right.probability)})"
        )
    elif peers := [edge for edge in (left, right) if edge.one_of]:
        for edge in peers:
            yield from _from_one_of(edge)
        yield from (
            f"  {edge.child}: {_of_one(edge, beside.child)}"
            for edge, beside in ((left, right), (right, left))
            if edge not in peers
        )
    else:
        yield from _untold(left, right, articles)


def _from_one_of(edge: Edge) -> Iterator[str]:
    """The answer about a copy that was taken from one of several, which nothing tells apart."""
    how = "was copied" if edge.together >= COPIED else "was likely taken"
    yield (
        f"direction: {edge.child} {how} from one of {', '.join(edge.one_of)}, and from which cannot be told "
        f"(probability {_printed(edge.together)} together, at most {_printed(edge.probability)} of each; from no "
        f"article of this archive {_printed(edge.none_held)})"
    )
    yield (
        "  these copies have the same text, or differ only in what it left out, and neither a day nor a credit says "
        "which of them was first"
    )


def _taken(edge: Edge, is_whole: bool, sources: Mapping[str, Source]) -> Iterator[str]:
    if is_whole:
        how = "was copied" if edge.probability >= COPIED else "was likely taken"
    else:
        how = "took part of its text" if edge.probability >= COPIED else "likely took part of its text"
    yield (
        f"direction: {edge.child} {how} from {edge.parent} (probability {_printed(edge.probability)}; the other way "
        f"round {_printed(edge.reverse)}, from no article of this archive {_printed(edge.none_held)})"
    )
    yield from (f"  {sentence}" for sentence in evidence_sentences(edge, sources, catalogue_for("en")))
    alternatives = ", ".join(f"{guess.parent} ({_printed(guess.probability)})" for guess in edge.alternatives)
    if alternatives:
        yield f"  it may also have been taken from {alternatives}"


def _untold(left: Edge, right: Edge, articles: Mapping[str, Article]) -> Iterator[str]:
    yield "direction: it cannot be told which of the two was taken from the other, or whether either was"
    for edge, beside in ((left, right), (right, left)):
        yield f"  {edge.child}: {_of_one(edge, beside.child)}"
    missing = [name for edge in (left, right) if not articles[name := edge.child].published]
    if missing:
        yield f"  what would help: `published` in {' and '.join(missing)}, or a `credit` that names the other outlet"
    elif all(articles[edge.child].source for edge in (left, right)):
        yield "  what would help: hours in `published`, or a `credit` that names the other outlet"
    else:
        yield "  what would help: a `source` in both, and a `credit` that names the other outlet"


def _of_one(edge: Edge, beside: str) -> str:
    """What can be said of one of two copies, of which neither is likely the parent of the other."""
    if edge.likely_parent:
        return f"likely taken from {edge.likely_parent} (probability {_printed(edge.probability)})"
    unheld = f", perhaps from {edge.unheld}, which it names" if edge.unheld else ""
    guesses = {edge.parent: edge.probability, **{guess.parent: guess.probability for guess in edge.alternatives}}
    return (
        f"taken from {beside} with probability {_printed(guesses.get(beside, 0.0))}, "
        f"from no article of this archive with {_printed(edge.none_held)}{unheld}; {LIKELY:.2f} is asked for"
    )


def _printed(probability: float) -> str:
    """A probability that is neither certain nor impossible: to two digits it may have become so."""
    return f"{min(max(probability, 0.01), 0.99):.2f}"
