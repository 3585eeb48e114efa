"""Findings in words: what happened in a story or a comparison, as sentences made from the values alone.

Used by pages, feeds and descriptions, so that all of them say the same.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median

from sitegen.model import CONSEQUENTIAL, STYLE, Article, Change, Comparison, CopyStanding, Story
from sitegen.text.quoting import quoted
from sitegen.views.common import Site, in_words, outlet_name, percent, plural, thousands

RELATIONS = {
    "base": "base",
    "verbatim": "verbatim",
    "cut": "cut",
    "edited": "edited",
    "rewritten": "rewritten",
    "quoting": "rewritten, quotations kept",
    "translated": "translated",
    "version": "later version",
    "related": "independent",
}
"""Each relation as a reader is told it."""


def finding_of(site: Site, story: Story, articles: Sequence[Article], standings: Sequence[CopyStanding]) -> str:
    """The answer to `who took what from whom` in one to three sentences."""
    if len(articles) == 1:
        return "One article. No other copy of it was found."
    outlets = len({article.source for article in articles if article.source})
    texts = len(story.families)
    if outlets > 1 and all(article.source for article in articles):
        carried = f"{in_words(outlets, 'outlet')} carried it"
    else:
        carried = in_words(len(articles), "article")
    independent = "all from one text" if texts == 1 else f"{in_words(texts, 'text').lower()} are independent"
    sentences = [f"{carried}; {independent}."]
    sentences += _copies(site, story, articles, standings)
    return " ".join(sentences)


def _copies(site: Site, story: Story, articles: Sequence[Article], standings: Sequence[CopyStanding]) -> list[str]:
    by_id = {article.id: article for article in articles}
    base = by_id[story.base]
    copies = [one for one in standings if one.family == story.base and one.parent]
    if not copies:
        return []
    name = site.source_of(base).name
    whose = f"{name}’s text" if base.source else "the fullest text"
    said = [f"{in_words(len(copies), 'copy carries', 'copies carry')} {whose}"]
    silent = [one for one in copies if not one.credits_parent and by_id[one.parent].source]
    if base.source and silent:
        said.append(
            ", none of them saying so"
            if len(silent) == len(copies) > 1
            else f", {_number(len(silent))} without naming a source"
        )
    shares = [one.kept for one in copies if one.kept is not None]
    kept = f" At the median {percent(median(shares))} of the words they drew on were kept." if len(shares) > 2 else ""
    return ["".join(said) + "." + kept]


def _number(count: int) -> str:
    return in_words(count, "x").rsplit(" ", 1)[0].lower()


def lede_of(comparison: Comparison, left: Article, right: Article, *, credited: bool, shown: bool) -> str:
    """The comparison in words. `shown` is False where no words of the texts may be repeated."""
    sentences = [_length(comparison)]
    sentences += _moves(comparison.changes)
    counts = Counter(change.kind for change in comparison.changes)
    named = [
        change
        for kind in CONSEQUENTIAL
        for change in comparison.changes
        if change.kind == kind and change.left and change.right
    ]
    if shown and named:
        telling = [f"{quoted(one.left, 60)} became {quoted(one.right, 60)}" for one in named[:2]]
        sentences.append(f"{' and '.join(telling)}.")
    altered = counts["quotation"]
    if altered:
        sentences.append(f"{in_words(altered, 'change')} inside quotation marks.")
    if not any(change.kind not in STYLE for change in comparison.changes):
        sentences.append("Nothing of substance differs.")
    if left.source and right.source and left.source != right.source and not credited:
        sentences.append("No credit line was found.")
    return " ".join(sentences)


def _length(comparison: Comparison) -> str:
    before, after = comparison.measures.left_words, comparison.measures.right_words
    if abs(before - after) <= max(2, before // 50):
        return f"About as long: {thousands(before)} words and {thousands(after)}."
    verb = "Cut" if after < before else "Grown"
    return f"{verb} from {thousands(before)} to {thousands(after)} words."


def _moves(changes: Iterable[Change]) -> list[str]:
    sentences = [change.sentence for change in changes if change.kind in ("move", "split", "merge")]
    if len(sentences) > 2:
        kinds = Counter(change.kind for change in changes if change.kind in ("move", "split", "merge"))
        names = {"move": "moved", "split": "split", "merge": "merged"}
        return [f"Paragraphs {', '.join(f'{names[kind]}: {count}' for kind, count in sorted(kinds.items()))}."]
    return sentences


def substance(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that are not mere style."""
    return tuple(change for change in changes if change.kind not in STYLE)


def standing_sentence(site: Site, standing: CopyStanding, parent: Article | None, words: int) -> str:
    """How a copy stands in its story."""
    if parent is None:
        return "The base: the copy that the others are read against." if standing.relation == "base" else ""
    name = outlet_name(site, parent).text
    said = f"{RELATIONS[standing.relation].capitalize()}, likeliest from {name}."
    if standing.taken is not None:
        said += f" {percent(standing.taken)} of its {plural(words, 'word')} stand there."
    return said
