"""Findings in words: what happened in a story, as sentences made from the values alone.

Used by pages, feeds and descriptions, so that all of them say the same. A comparison in words stands in summary.py.
"""

from collections.abc import Iterable, Sequence
from statistics import median

from sitegen.model import STYLE, Article, Change, CopyStanding, Story
from sitegen.views.common import Site, in_words, outlet_name, percent, plural

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
