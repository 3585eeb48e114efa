"""Where the anchors of a text stand, and which of those that two texts share stand in one order in both.

A translation keeps the order of figures and names; an independent report of the same news has its own.
"""

from collections.abc import Iterable

import regex

from sitegen.align.anchors import folded, number_of
from sitegen.align.chain import heaviest_chain
from sitegen.align.romanise import skeleton

_PIECE = regex.compile(
    r"(?V1)(?P<figure>(?<![\p{L}\p{N}])\p{Nd}+(?:[.,\u00a0\u202f٫٬’' ]\p{Nd}{3}(?!\p{Nd}))*(?:[.,٫]\p{Nd}+)?)"
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
    found: dict[str, int] = {}
    for match in _PIECE.finditer(text):
        word, at = match[0], match.start()
        if match["figure"]:
            found.setdefault(number_of(word), at)
        elif _LATIN.fullmatch(word):
            plain = folded(word)
            plain = regex.split("[’']", plain)[-1] if len(word) > 3 else plain
            found.setdefault(f"name {plain}", at)
            found.setdefault(f"word {plain[:_STEM]}", at)
            found.setdefault(f"bones {skeleton(plain)}", at)
        else:
            found.setdefault(f"bones {skeleton(word)}", at)
    return found


def together(placed: Iterable[tuple[int, int]], beside: int) -> tuple[tuple[int, ...], ...]:
    """Indexes of the places, those together that stand within `beside` characters of each other in both texts."""
    groups: list[list[int]] = []
    last = (0, 0)
    pairs = list(placed)
    for index in sorted(range(len(pairs)), key=lambda one: pairs[one]):
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
