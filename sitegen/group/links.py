"""Why two articles belong together: declared, or shared passages that were verified by alignment."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sitegen.align import Tile, shared_tiles
from sitegen.config import Grouping
from sitegen.group.fingerprints import Hashes, candidate_pairs, fingerprint
from sitegen.model import Article, Link, Passage
from sitegen.text.tokenized import Tokenized, tokenize_blocks

_MIN_RUNS = 4
"""Shared runs below which a pair is not aligned: 16 words in common passages share at least that many runs of 5."""
_EVIDENCE = 12
"""Passages kept with a link; the pages show fewer."""
_CLOSING_MARKS = ".,;:!?)”’»…。，、؟،"
"""Marks that end what stands before a passage: it is not shown beginning with them."""
_KEEP_TEXTS = 4_000
"""Articles whose tokens are kept for verification at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprints:
    """What grouping keeps of each article while it looks for candidates."""

    hashes: tuple[Hashes, ...]
    words: tuple[int, ...]


def find_links(articles: Sequence[Article], settings: Grouping) -> tuple[Link, ...]:
    """All links, sorted by their articles. The order of `articles` does not matter."""
    ordered = sorted(articles, key=lambda article: article.id)
    barred = {frozenset((article.id, other)) for article in ordered for other in article.not_with}
    links = {(link.left, link.right): link for link in _by_passages(ordered, settings)}
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
    texts: dict[int, Tokenized] = {}
    prints = []
    for index, article in enumerate(articles):
        text = _own_text(article)
        prints.append(fingerprint(_words(text), settings.shingle))
        if len(articles) <= _KEEP_TEXTS:
            texts[index] = text
    pairs = candidate_pairs(prints, settings.document_frequency)
    for (left, right), runs in sorted(pairs.items()):
        if runs < _MIN_RUNS:
            continue
        for index in (left, right):
            if index not in texts:
                texts[index] = _own_text(articles[index])
        link = _verified(articles[left], articles[right], texts[left], texts[right], settings)
        if link:
            yield link
        if len(texts) > _KEEP_TEXTS:
            texts.clear()


def _own_text(article: Article) -> Tokenized:
    return tokenize_blocks(article.body)


def _words(text: Tokenized) -> list[str]:
    return [key for key, word in zip(text.keys, text.words, strict=True) if word]


def _verified(left: Article, right: Article, text: Tokenized, other: Tokenized, settings: Grouping) -> Link | None:
    """The link of two candidates; None when what they share is an idiom or too little of either.

    Where a keeper has put both into one story, one passage is enough to say that they share text.
    """
    tiles = [tile for tile in shared_tiles(text.keys, other.keys) if _count(text, tile) >= settings.passage_words]
    shared = sum(_count(text, tile) for tile in tiles)
    shorter = min(sum(text.words), sum(other.words))
    told = bool(left.story) and left.story == right.story
    if shared < (settings.passage_words if told else settings.copy_words) or shared < settings.copy_share * shorter:
        return None
    longest = sorted(tiles, key=lambda tile: (-tile[2], tile))[:_EVIDENCE]
    plural = "passage" if len(tiles) == 1 else "passages"
    return Link(
        left=left.id,
        right=right.id,
        kind="passages",
        strength=round(shared / shorter, 4),
        evidence=tuple(_passage(text, tile) for tile in longest),
        reason=f"{len(tiles)} shared {plural}, {shared} of the shorter text’s {shorter} words",
    )


def _count(text: Tokenized, tile: Tile) -> int:
    return text.word_count((tile[0], tile[0] + tile[2]))


def _passage(text: Tokenized, tile: Tile) -> Passage:
    span, span_right = (tile[0], tile[0] + tile[2]), (tile[1], tile[1] + tile[2])
    printed = text.text(span).replace("\n", " ").strip().lstrip(_CLOSING_MARKS).lstrip()
    return Passage(left=span, right=span_right, words=text.word_count(span), text=printed)


def links_of(links: Iterable[Link]) -> Mapping[str, tuple[Link, ...]]:
    """The links of each article."""
    found: dict[str, list[Link]] = {}
    for link in links:
        found.setdefault(link.left, []).append(link)
        found.setdefault(link.right, []).append(link)
    return {article: tuple(of_it) for article, of_it in found.items()}
