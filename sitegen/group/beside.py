"""How alike two texts are beside the passages that they share: two essays that quote one charter talk about two things.

Asked where nothing but words says whether two texts report one event: where a day is not known, and within one outlet,
whose stock tails stand under everything. Two outlets that quote one statement on one day report what was said there.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from sitegen.group.likeness import piece_hashes
from sitegen.group.passages import headline
from sitegen.group.reports import Reports
from sitegen.group.words import leveled, read_words
from sitegen.model import Article, Span
from sitegen.text.tokenized import Tokenized, tokenize_blocks


def likeness_beside_passages(
    reports: Reports,
    families: Iterable[frozenset[str]],
    passages: Mapping[tuple[str, str], Sequence[tuple[Span, Span]]],
) -> dict[tuple[int, int], float]:
    """Of pairs that share passages and are no copies of one text, how alike they are by their other words."""
    index = {article.id: place for place, article in enumerate(reports.articles)}
    family_of = {member: number for number, family in enumerate(families) for member in family}
    alike = {}
    texts: dict[str, Tokenized] = {}
    for (article, other), shared in passages.items():
        left, right = index[article], index[other]
        if family_of[article] != family_of[other] and _is_asked(reports, left, right):
            spans = [span for span, _ in shared], [span for _, span in shared]
            others = [
                _numbers_beside(reports.articles[place], own, texts)
                for place, own in zip((left, right), spans, strict=True)
            ]
            alike[left, right] = _likeness_by(reports, (left, right), others)
    return alike


def _is_asked(reports: Reports, left: int, right: int) -> bool:
    """Whether no two days and no two outlets say that what both quote was said at one event."""
    is_undated = reports.days[left] is None or reports.days[right] is None
    source = reports.articles[left].source
    return is_undated or (bool(source) and source == reports.articles[right].source)


def _numbers_beside(article: Article, passages: Sequence[Span], texts: dict[str, Tokenized]) -> NDArray[np.uint32]:
    """The numbers of the words of an article (see `Terms`) that stand outside some passages of it too."""
    if article.id not in texts:
        texts[article.id] = tokenize_blocks(article.blocks, article.language)
    text = texts[article.id]
    inside = {token for start, end in passages for token in range(start, end)}
    pieces = [headline(article)]
    for place, block in enumerate(article.blocks):
        if not block.furniture:
            pieces.append("".join(text.tokens[token].text for token in range(*text.span(place)) if token not in inside))
    words = read_words(leveled(unicodedata.normalize("NFC", "\n".join(pieces)), article.language))
    return (piece_hashes(words) >> np.uint64(32)).astype(np.uint32)


def _likeness_by(reports: Reports, pair: tuple[int, int], numbers: Sequence[NDArray[np.uint32]]) -> float:
    """The likeness of two articles by those of their words alone."""
    sums = np.zeros(len(reports.vectors.words))
    columns, weights = reports.vectors.row(pair[0])
    kept = np.isin(reports.vectors.words[columns].astype(np.uint32), numbers[0])
    sums[columns[kept]] = weights[kept]
    columns, weights = reports.vectors.row(pair[1])
    kept = np.isin(reports.vectors.words[columns].astype(np.uint32), numbers[1])
    return float(sums[columns[kept]] @ weights[kept].astype(np.float64))
