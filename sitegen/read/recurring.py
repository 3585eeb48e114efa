"""Finds the lines that an outlet prints around everything: those that recur in its unrelated articles.

Reading knows no families, so two articles count as related here when they share a quarter of their text, or are said to
belong together. That is asked of a few articles a line, the same ones each time, so that a source of any size costs
little. Only lines at the edges of a text count: what recurs inside it is a report's background, and text.

One source is looked at after the other, by checksums of lines, so that memory holds four bytes a line of one source.
"""

import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain

from sitegen.model import Article, Block
from sitegen.read.credits import find_credits
from sitegen.read.rules import plain

BySource = Mapping[str, Sequence[Article]]
Find = Callable[[Sequence[Article]], frozenset[str]]
_FEWEST = 4
"""Unrelated articles in which a line must stand ..."""
_SHARE = 0.1
"""... and share of all articles of its source."""
_LOOKED_AT = 24
"""Articles of a line that are asked how they stand to each other."""
_RELATED = 0.25
"""Share of the shorter text, in whole lines, that makes two articles related."""
_EDGE = 16
"""Blocks at either end of a text that are looked at."""
_DIGITS = 8
"""Hexadecimal digits of a line's checksum."""
_OPEN = ("", "title")
"""Furniture that may be a line of the outlet after all: its name over each text is easily taken for the headline."""


def edges_of(article: Article) -> str:
    """Checksums of the lines at the edges of a text, each once and sorted: 8 hexadecimal digits a line."""
    return "".join(sorted({_sum(text) for text in _edge_lines(article)}))


def each_anew(by_source: BySource, find: Find) -> dict[str, frozenset[str]]:
    """What `find` finds in the articles of each source."""
    return {source: find(articles) for source, articles in by_source.items()}


def recurring_lines(
    articles: Iterable[Article],
    outlets: frozenset[str],
    edges: Callable[[Article], str] = edges_of,
    remembered: Callable[[BySource, Find], Mapping[str, frozenset[str]]] = each_anew,
) -> dict[str, frozenset[str]]:
    """By source, the lines that recur, as `plain` gives them. The order of `articles` does not matter.

    `edges` may know what `edges_of` says of an article: then only texts in which a line may recur are looked at.
    `remembered` may know what finding them in the articles of each source, by id, comes to.

    A line that credits another outlet is told of each text it stands in, however often it does.
    """
    by_source: dict[str, list[Article]] = {}
    for article in sorted(articles, key=lambda article: article.id):
        if article.source:
            by_source.setdefault(article.source, []).append(article)
    many = {source: by_source[source] for source in sorted(by_source) if len(by_source[source]) >= _FEWEST}
    lines = remembered(many, partial(_of_source, outlets=outlets, edges=edges))
    return {source: lines[source] for source in many if lines[source]}


def _of_source(
    articles: Sequence[Article], *, outlets: frozenset[str], edges: Callable[[Article], str]
) -> frozenset[str]:
    least = max(_FEWEST, int(_SHARE * len(articles)))
    each = [_cut(edges(article)) for article in articles]
    often = {line for line, count in Counter(chain.from_iterable(each)).items() if count >= least}
    holders: dict[str, list[int]] = {}
    for index, article in enumerate(articles if often else ()):
        if often.isdisjoint(each[index]):
            continue
        for line in {plain(text) for text in _edge_lines(article) if _sum(text) in often}:
            holders.setdefault(line, []).append(index)
    holders = {line: ones for line, ones in holders.items() if len(ones) >= least}
    holders = {line: ones for line, ones in holders.items() if not _credits(line, articles[ones[0]], outlets)}
    found: set[str] = set()
    while more := {line for line in sorted(holders.keys() - found) if _recurs(line, holders[line], articles, found)}:
        found |= more
    return frozenset(found)


def _cut(edges: str) -> list[str]:
    return [edges[at : at + _DIGITS] for at in range(0, len(edges), _DIGITS)]


def _recurs(line: str, holders: Sequence[int], articles: Sequence[Article], known: set[str]) -> bool:
    """Whether a line stands at the very edge of enough articles that have nothing else to do with each other."""
    at_edge = [index for index in _sample(holders) if line in _outermost(articles[index], known)]
    apart: list[Article] = []
    for article in (articles[index] for index in at_edge):
        if not any(_are_related(article, other, known | {line}) for other in apart):
            apart.append(article)
        if len(apart) == _FEWEST:
            return True
    return False


def _sample(holders: Sequence[int]) -> Iterator[int]:
    step = max(1, len(holders) // _LOOKED_AT)
    return iter(holders[::step][:_LOOKED_AT])


def _edge_lines(article: Article) -> Iterator[str]:
    blocks = article.blocks
    ends = blocks if len(blocks) <= 2 * _EDGE else (*blocks[:_EDGE], *blocks[-_EDGE:])
    return (block.text for block in ends if _is_open(block, article))


def _is_open(block: Block, article: Article) -> bool:
    return block.furniture in (_OPEN if "title" in article.inferred else ("",))


def _credits(line: str, article: Article, outlets: frozenset[str]) -> bool:
    block = next(one for one in article.blocks if plain(one.text) == line)
    return any(True for _ in find_credits([replace(block, furniture="")], outlets, ()))


def _outermost(article: Article, known: set[str]) -> set[str]:
    """The first and the last line that are not furniture yet."""
    lines = [plain(block.text) for block in article.blocks if _is_open(block, article)]
    left = [line for line in lines if line not in known]
    return {left[0], left[-1]} if left else set()


def _are_related(one: Article, other: Article, known: set[str]) -> bool:
    if _told(one) & _told(other):
        return True
    left, right = _sizes(one, known), _sizes(other, known)
    shared = sum(left[line] for line in left.keys() & right.keys())
    return shared >= _RELATED * min(sum(left.values()), sum(right.values()))


def _told(article: Article) -> set[tuple[str, str]]:
    """What makes two articles related where both have one of it."""
    ids = {("article", one) for one in (article.id, article.version_of, article.translation_of)}
    return {one for one in (*ids, ("story", article.story), ("url", article.url)) if one[1]}


def _sizes(article: Article, known: set[str]) -> Mapping[str, int]:
    """Characters of each line of the text that is not known to recur."""
    sizes = {plain(block.text): len(block.text) for block in article.body}
    return {line: size for line, size in sizes.items() if line not in known}


def _sum(text: str) -> str:
    return f"{zlib.crc32(text.encode('utf-8', 'replace')):0{_DIGITS}x}"
