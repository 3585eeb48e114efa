"""Public words of a story, as a ledger: one entry a statement, with who prints it, how each altered it, and who first.

A statement is what several articles print because somebody said it: text inside quotation marks, a block quotation, a
speaker's turn. Who prints it first is told only where days and times leave no doubt. Linear in the texts: a quotation
is held against those that were first to print one of its runs. Knows nothing of families: that two articles print a
statement says that both heard it, and not that one took it from the other.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, time, timedelta

from sitegen.frozen import dataclass
from sitegen.model import Article, Moment, PublicStatement, Rendering, Span, StatementPrint
from sitegen.text.quoted import quoted_tokens
from sitegen.text.tokenized import Tokenized

_LEAST = 6
"""Words of the shortest statement: fewer are a title or a phrase."""
_RUN = 4
"""Words of the runs by which two prints are found to be of one statement."""
_SAME = 0.5
"""Share of the shorter print's runs in the other, from which both are prints of one statement."""
_SPOKEN = ("quotation", "turn", "pull quote")
"""Roles of blocks that hold a speaker's words without marks."""
_EAST, _WEST = timedelta(hours=14), timedelta(hours=12)
"""How far a day begins before and ends after that of Greenwich: where nobody said in which zone a day is meant."""

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Quoted:
    article: str
    span: Span
    words: Words

    @property
    def runs(self) -> frozenset[Words]:
        """Its runs of words."""
        return frozenset(zip(*(self.words[offset:] for offset in range(_RUN)), strict=False))


def ledger(articles: Sequence[Article], texts: Mapping[str, Tokenized]) -> tuple[PublicStatement, ...]:
    """The statements that several of the articles print, most printed first. `texts` are the tokens of their blocks."""
    quotations = [quotation for article in articles for quotation in _quotations(article, texts[article.id])]
    by_id = {article.id: article for article in articles}
    shared = [group for group in _gathered(quotations) if len({quotation.article for quotation in group}) > 1]
    statements = [_statement(group, by_id) for group in shared]
    return tuple(sorted(statements, key=lambda statement: (-len(statement.prints), statement.id)))


def _quotations(article: Article, text: Tokenized) -> Iterator[_Quoted]:
    """The quotations of an article that are long enough, none longer than its block."""
    quoted = quoted_tokens(text)
    for index, block in enumerate(article.blocks):
        if block.furniture:
            continue
        start, end = text.span(index)
        spoken = block.role in _SPOKEN or ">" in block.within
        spans = [(start, end)] if spoken else list(_marked(quoted, start, end))
        for first, last in spans:
            words = tuple(text.keys[token] for token in range(first, last) if text.words[token])
            if len(words) >= _LEAST:
                yield _Quoted(article.id, (first, last), words)


def _marked(marks: bytearray, start: int, end: int) -> Iterator[Span]:
    """The ranges of tokens that are marked, between two places."""
    first = marks.find(1, start, end)
    while first >= 0:
        last = marks.find(0, first, end)
        last = end if last < 0 else last
        yield first, last
        first = marks.find(1, last, end)


def _gathered(quotations: Sequence[_Quoted]) -> Iterable[list[_Quoted]]:
    """The quotations of each statement, in their order."""
    root = list(range(len(quotations)))
    holder: dict[Words, int] = {}
    sizes: list[int] = []

    def first_of(index: int) -> int:
        while root[index] != index:
            root[index] = root[root[index]]
            index = root[index]
        return index

    for index, quotation in enumerate(quotations):
        runs = quotation.runs
        sizes.append(len(runs))
        shared = Counter(holder[run] for run in runs if run in holder)
        for earlier, count in sorted(shared.items()):
            if count >= _SAME * min(sizes[earlier], sizes[index]):
                low, high = sorted((first_of(earlier), first_of(index)))
                root[high] = low
        for run in runs:
            holder.setdefault(run, index)
    groups: dict[int, list[_Quoted]] = defaultdict(list)
    for index, quotation in enumerate(quotations):
        groups[first_of(index)].append(quotation)
    return groups.values()


def _statement(group: Sequence[_Quoted], articles: Mapping[str, Article]) -> PublicStatement:
    parts: dict[str, list[_Quoted]] = defaultdict(list)
    for quotation in group:
        parts[quotation.article].append(quotation)
    words = {article: tuple(word for part in printed for word in part.words) for article, printed in parts.items()}
    fullest = min(parts, key=lambda article: (-len(words[article]), articles[article].chronology))
    later = sorted(set(parts) - {fullest}, key=lambda article: articles[article].chronology)
    return PublicStatement(
        id="q-" + hashlib.sha256(" ".join(words[fullest]).encode("utf-8", "surrogatepass")).hexdigest()[:10],
        prints=tuple(
            StatementPrint(
                article=article,
                spans=tuple(part.span for part in parts[article]),
                words=len(words[article]),
                rendering=_rendering(words[article], words[fullest]),
            )
            for article in (fullest, *later)
        ),
        earliest=_earliest([articles[article] for article in parts]),
    )


def _rendering(words: Words, fullest: Words) -> Rendering:
    if words == fullest:
        return "whole"
    # All of its words stand in the fullest print, in that order: nothing but leaving out makes such a print.
    left = iter(fullest)
    return "trimmed" if all(word in left for word in words) else "altered"


def _earliest(articles: Sequence[Article]) -> str:
    """The article that surely printed before all others; empty where days or times leave that open."""
    moments = [(article.published, article.id) for article in articles]
    if any(moment is None for moment, _ in moments):
        return ""
    intervals = sorted((*_interval(moment), article) for moment, article in moments if moment is not None)
    (_, latest, first), *later = intervals
    return first if all(latest < earliest for earliest, _, _ in later) else ""


def _interval(moment: Moment) -> tuple[datetime, datetime]:
    """The first and the last time that a moment can mean."""
    if moment.time:
        return moment.time.astimezone(UTC), moment.time.astimezone(UTC)
    day = datetime.combine(moment.day, time(), tzinfo=UTC)
    return day - _EAST, day + timedelta(days=1) + _WEST
