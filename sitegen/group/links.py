"""Why two articles belong together: declared, or shared passages that were verified by alignment."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from sitegen.align import Tile, joined, shared_tiles
from sitegen.config import Grouping
from sitegen.group.fingerprints import Hashes, find_candidates, run_hashes
from sitegen.model import Article, Link, Passage
from sitegen.text.tokenized import Tokenized, tokenize_blocks

_MIN_RUNS = 4
"""Shared runs below which a pair is not aligned: 16 words in common passages share at least that many runs of 5."""
_EVIDENCE = 12
"""Passages kept with a link; the pages show fewer."""
_APART = 10
"""Tokens between two shared runs of one passage: an edit inside it."""
_CLOSING_MARKS = ".,;:!?)”’»…。，、؟،"
"""Marks that end what stands before a passage: it is not shown beginning with them."""
_KEEP_TEXTS = 4_000
"""Articles whose tokens are kept between fingerprinting and verification; in larger archives they are made again."""


@dataclass(frozen=True, slots=True)
class _Text:
    """An article while links are looked for."""

    tokens: Tokenized
    telling: tuple[int, ...]
    """How many words before each token, and before the end, are not boilerplate."""


def find_links(articles: Sequence[Article], settings: Grouping) -> tuple[Link, ...]:
    """All links, sorted by their articles. The order of `articles` does not matter."""
    ordered = sorted(articles, key=lambda article: article.id)
    # A paywall's own words would link every article that is hardly more.
    telling = [article for article in ordered if not article.wall]
    barred = {frozenset((article.id, other)) for article in ordered for other in article.not_with}
    links = {(link.left, link.right): link for link in _by_passages(telling, settings)}
    for link in _declared(ordered):
        known = links.get((link.left, link.right))
        if known is None:
            links[(link.left, link.right)] = link
    return tuple(links[pair] for pair in sorted(links) if frozenset(pair) not in barred)


def _declared(articles: Sequence[Article]) -> Iterable[Link]:
    known = {article.id for article in articles}
    for article in articles:
        for other, kind, reason in (
            (article.translation_of, "translation", "declared a translation"),
            (article.version_of, "version", "declared a version of the same copy"),
        ):
            if other in known and other != article.id:
                left, right = sorted((article.id, other))
                yield Link(
                    left=left,
                    right=right,
                    kind="translation" if kind == "translation" else "version",
                    strength=1.0,
                    reason=reason,
                )


def _by_passages(articles: Sequence[Article], settings: Grouping) -> Iterable[Link]:
    kept: dict[int, Tokenized] = {}
    prints = []
    for index, article in enumerate(articles):
        tokens = tokenize_blocks(article.body)
        prints.append(np.unique(run_hashes(_words(tokens), settings.shingle)))
        if len(articles) <= _KEEP_TEXTS:
            kept[index] = tokens
    sources = [article.source for article in articles]
    found = find_candidates(prints, sources, settings.document_frequency, settings.source_frequency)

    @lru_cache(maxsize=_KEEP_TEXTS)
    def text(index: int) -> _Text:
        tokens = kept[index] if index in kept else tokenize_blocks(articles[index].body)
        return _Text(tokens, _telling(tokens, found.boilerplate, settings.shingle))

    for (left, right), runs in sorted(found.pairs.items()):
        if runs < _MIN_RUNS:
            continue
        link = _verified(articles[left], articles[right], text(left), text(right), settings)
        if link:
            yield link


def _telling(tokens: Tokenized, boilerplate: Hashes, shingle: int) -> tuple[int, ...]:
    """Counts the words that stand in no run of boilerplate."""
    hashes = run_hashes(_words(tokens), shingle)
    silent = np.zeros(len(hashes) + shingle, dtype=bool)
    for at in np.flatnonzero(np.isin(hashes, boilerplate, assume_unique=False)).tolist():
        silent[at : at + shingle] = True
    counts, word = [0], 0
    for is_word in tokens.words:
        counts.append(counts[-1] + (is_word and not silent[word]))
        word += is_word
    return tuple(int(count) for count in counts)


def _words(text: Tokenized) -> list[str]:
    return [key for key, word in zip(text.keys, text.words, strict=True) if word]


def _verified(left: Article, right: Article, text: _Text, other: _Text, settings: Grouping) -> Link | None:
    """The link of two candidates; None when what they share is an idiom or too little of either.

    Where a keeper has put both into one story, one passage is enough to say that they share text. Of texts of a few
    lines, shorter passages are enough if they are most of it.
    """
    found = shared_tiles(text.tokens.keys, other.tokens.keys)
    tiles = [tile for tile in found if _count(text, tile) >= settings.passage_words]
    shared = sum(_count(text, tile) for tile in tiles)
    shorter = max(1, min(text.telling[-1], other.telling[-1]))
    told = bool(left.story) and left.story == right.story
    enough = shared >= (settings.passage_words if told else settings.copy_words)
    if not (enough and shared >= settings.copy_share * shorter):
        tiles = [tile for tile in found if _count(text, tile) >= settings.shingle]
        shared = sum(_count(text, tile) for tile in tiles)
        if shared < max(settings.passage_words, settings.short_share * shorter):
            return None
    longest = sorted(tiles, key=lambda tile: (-tile[2], tile))[:_EVIDENCE]
    passages = len(joined(sorted(tiles), _APART))
    plural = "passage" if passages == 1 else "passages"
    return Link(
        left=left.id,
        right=right.id,
        kind="passages",
        strength=min(1.0, round(shared / shorter, 4)),
        evidence=tuple(_passage(text.tokens, tile) for tile in longest),
        reason=f"{passages} shared {plural}, {shared} of the shorter text’s {shorter} words",
    )


def _count(text: _Text, tile: Tile) -> int:
    """Words of a tile that are not boilerplate."""
    return text.telling[tile[0] + tile[2]] - text.telling[tile[0]]


def _passage(text: Tokenized, tile: Tile) -> Passage:
    span, span_right = (tile[0], tile[0] + tile[2]), (tile[1], tile[1] + tile[2])
    printed = text.text(span).replace("\n", " ").strip().lstrip(_CLOSING_MARKS).lstrip()
    return Passage(left=span, right=span_right, words=text.word_count(span), text=printed)
