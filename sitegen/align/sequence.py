"""Where the anchors of a text stand, and which of those that two texts share stand in one order in both.

A translation keeps the order of figures and names; an independent report of the same news has its own.
"""

from collections.abc import Iterable
from functools import lru_cache

import regex

from sitegen.align.anchors import folded, number_of
from sitegen.align.chain import heaviest_chain
from sitegen.align.romanise import skeleton

_PIECE = regex.compile(
    r"(?V1)(?<![\p{L}\p{N}])\p{Nd}+(?:[.,\u00a0\u202f٫٬’' ]\p{Nd}{3}(?!\p{Nd}))*(?:[.,٫]\p{Nd}+)?"
    r"|[\p{L}\p{M}]+(?:[’'-][\p{L}\p{M}]+)*"
)
_LATIN = regex.compile(r"(?V1)[\p{Script=Latin}\p{M}’'-]+")
_STEM = 6
NAMES_BESIDE = 25
"""Characters within which two names, in both texts, are parts of one: Greta Thunberg, Los Angeles."""
FIGURES_BESIDE = 8
"""Characters within which two figures, in both texts, are parts of one: a telephone number, a date, a score."""


def positions(text: str) -> dict[str, int]:
    """Where each figure, name, stem and skeleton of a text first stands, in characters, named as its anchor is."""
    firsts: dict[str, int] = {}
    for match in _PIECE.finditer(text):
        start = match.start()
        for name in _named(match[0]):
            firsts.setdefault(name, start)
    return firsts


@lru_cache(maxsize=100_000)
def _named(piece: str) -> tuple[str, ...]:
    """The anchors that a word or figure may be."""
    if not piece[0].isalpha():
        return (number_of(piece),) if piece[0].isdigit() else ()
    if not _LATIN.fullmatch(piece):
        return (f"bones {skeleton(piece)}",)
    plain = folded(piece)
    if len(piece) > 3:
        plain = plain.replace("’", "'").rpartition("'")[2]
    return (f"name {plain}", f"word {plain[:_STEM]}", f"bones {skeleton(plain)}")


def together(placed: Iterable[tuple[int, int]], beside: int) -> tuple[tuple[int, ...], ...]:
    """Indexes of the places, those together that stand within `beside` characters of each other in both texts."""
    groups: list[list[int]] = []
    last = (0, 0)
    pairs = list(placed)
    for index in sorted(range(len(pairs)), key=lambda place: pairs[place]):
        left, right = pairs[index]
        if groups and left - last[0] < beside and abs(right - last[1]) < beside:
            groups[-1].append(index)
        else:
            groups.append([index])
        last = (left, right)
    return tuple(tuple(group) for group in groups)


def in_order(placed: Iterable[tuple[int, int]]) -> int:
    """How many of the places, at most, can be read in one order in both texts."""
    return len(heaviest_chain([(left, right, 1) for left, right in placed]))
