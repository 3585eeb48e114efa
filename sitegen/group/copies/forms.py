"""Recognises forms: texts with the same sentences, filled in anew with other figures and names on another day.

An edit changes a few figures and keeps the rest; a form keeps none. Two that differ in one figure and some words may be
either: there the title is asked, and how many articles there are; see `is_issue`.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from sitegen.align import Tile
from sitegen.frozen import dataclass
from sitegen.group.copies.families import Groups
from sitegen.group.copies.narration import Text
from sitegen.model import Article, Span, Value
from sitegen.text.tokenized import Tokenized, tokenize_line

_FIGURES, _FILLED = 3, 4
"""Places where the sentences are the same and another figure stands, and where another figure or name does, that make
a form; more than there are figures and names that stayed. An edited copy keeps most of its figures."""
_GAP = 6
"""Tokens of such a place at the most, in either text."""
_PLACES = 2
"""Places with other words, a figure among them, that two issues of a recurring report differ in at the least ..."""
_ISSUES = 3
"""... of which there are so many under one title, each on a day of its own: a report that is printed again with a new
toll differs in it alone, and keeps its other figures."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Places:
    """What two texts have in the places in which they differ, and in the passages that they share."""

    figures: int
    """Places with another figure, date or quantity."""
    names: int
    """Places with another word with a capital."""
    words: int
    """All places where both have words."""
    figures_kept: int
    """Figures, dates and times in what they share."""
    told_kept: int
    """Those of them that say something of a day's news; `today` and `at six` do not."""
    names_kept: int


def is_form(texts: tuple[Text, Text], tiles: Sequence[Tile]) -> bool:
    """Whether two texts that share `tiles` have the same sentences with other figures and names put in."""
    places = _places(texts, tiles)
    if places.figures >= _FIGURES and places.figures > places.figures_kept:
        return True
    filled, kept = places.figures + places.names, places.figures_kept + places.names_kept
    return filled >= _FILLED and filled > kept


def is_issue(articles: tuple[Article, Article], texts: tuple[Text, Text], tiles: Sequence[Tile]) -> bool:
    """Whether two texts of one outlet may be issues of a report that it prints under one title again and again.

    They differ in a figure and in further places, and no more figures stayed than changed.
    """
    if not _have_one_title(*articles):
        return False
    places = _places(texts, tiles, ends=True)
    return places.figures > places.told_kept and places.words >= _PLACES


def are_dated_issues(left: Article, right: Article) -> bool:
    """Whether the titles of two articles are one but for the day that each names, which differ."""
    titles = _without_dates(left), _without_dates(right)
    return bool(titles[0][0]) and titles[0][0] == titles[1][0] and bool(titles[0][1]) and titles[0][1] != titles[1][1]


def recurring(pairs: Collection[Pair], articles: Mapping[str, Article]) -> Iterator[Pair]:
    """Those of some pairs that may be issues which are: of enough days, under one title."""
    groups = Groups({article for pair in pairs for article in pair})
    for left, right in sorted(pairs):
        groups.join(left, right)
    for left, right in sorted(pairs):
        days = {day.day for member in groups.of(left) if (day := articles[member].published)}
        dated = are_dated_issues(articles[left], articles[right])
        if len(days) >= _ISSUES or dated:
            yield left, right


def with_other_issues(issues: Collection[Pair], copies: Mapping[Pair, tuple[float, float]]) -> Iterator[Pair]:
    """Pairs of copies of which one is an issue of a report, and the other shares more with another issue of it.

    Who copies one day's report shares the form with those of all days.
    """
    groups = Groups({article for pair in issues for article in pair})
    for left, right in sorted(issues):
        groups.join(left, right)
    in_series = {article for pair in issues for article in pair}
    nearest: dict[Pair, float] = {}
    beside = [
        (pair, (copy, groups.root(issue)), sum(shares))
        for pair, shares in sorted(copies.items())
        for copy, issue in (pair, pair[::-1])
        if issue in in_series
    ]
    for _, copy_and_report, shares in beside:
        nearest[copy_and_report] = max(shares, nearest.get(copy_and_report, 0.0))
    yield from sorted({pair for pair, copy_and_report, shares in beside if shares < nearest[copy_and_report]})


def _have_one_title(left: Article, right: Article) -> bool:
    """Whether the titles of two articles are the same, or are but for a day that each names."""
    if not left.headline or not right.headline:
        return False
    return left.headline.casefold() == right.headline.casefold() or are_dated_issues(left, right)


def _without_dates(article: Article) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a title without days, and the days."""
    tokens = tokenize_line(article.headline, article.language).tokens
    days = tuple(token.key for token in tokens if token.value is not None and token.value.kind == "date")
    words = tuple(token.key for token in tokens if token.value is None or token.value.kind != "date")
    return words, days


def _places(texts: tuple[Text, Text], tiles: Sequence[Tile], *, ends: bool = False) -> _Places:
    """What two texts have in the gaps between `tiles` and, with `ends`, around them, and inside these."""
    left, right = (text.tokens for text in texts)
    kept = [_filled(left, start, start + size, inside=True) for start, _, size in tiles]
    gaps = [*_gaps(tiles), *(_ends(tiles, (len(left.keys), len(right.keys))) if ends and tiles else ())]
    changed = [(_filled(left, *gap), _filled(right, *gap_right)) for gap, gap_right in gaps]
    return _Places(
        figures=sum(min(before[0], after[0]) > 0 for before, after in changed),
        names=sum(min(before[1], after[1]) > 0 for before, after in changed),
        words=sum(min(left.word_count(gap), right.word_count(gap_right)) > 0 for gap, gap_right in gaps),
        figures_kept=sum(figures for figures, _ in kept),
        told_kept=sum(
            _tells_of_a_day(token.value)
            for start, _, size in tiles
            for token in left.tokens[start : start + size]
            if token.value is not None
        ),
        names_kept=sum(names for _, names in kept),
    )


def _tells_of_a_day(value: Value) -> bool:
    """Whether a value says something of one day's news: `at six`, `today` and `on Monday` stand in every issue."""
    if value.weak or value.kind == "time":
        return False
    date = value.date
    return date is None or date.year is not None or date.month is not None or date.day is not None


def _gaps(tiles: Sequence[Tile]) -> Iterator[tuple[Span, Span]]:
    """The ranges between two tiles that are a few tokens apart in both texts."""
    for (left, right, size), (left_after, right_after, _) in pairwise(sorted(tiles)):
        gap, gap_right = (left + size, left_after), (right + size, right_after)
        if all(0 < end - start <= _GAP for start, end in (gap, gap_right)):
            yield gap, gap_right


def _ends(tiles: Sequence[Tile], sizes: tuple[int, int]) -> Iterator[tuple[Span, Span]]:
    """The few tokens before the first tile and after the last one, of texts of that many tokens."""
    first, last = min(tiles), max(tiles)
    before = (0, first[0]), (0, first[1])
    after = (last[0] + last[2], sizes[0]), (last[1] + last[2], sizes[1])
    for gap, gap_right in (before, after):
        if all(0 < end - start <= _GAP for start, end in (gap, gap_right)):
            yield gap, gap_right


def _filled(text: Tokenized, start: int, end: int, *, inside: bool = False) -> tuple[int, int]:
    """How many figures and dates a range of tokens has, and how many words with a capital; `inside` sentences alone."""
    figures = [token for token in text.tokens[start:end] if token.value is not None and not token.value.weak]
    names = [
        place
        for place in range(start, end)
        if text.words[place]
        and text.tokens[place].text[:1].isupper()
        and not (inside and (place == 0 or not text.words[place - 1]))
    ]
    return len(figures), len(names)
