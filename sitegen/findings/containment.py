"""How much of each copy is in each other one, for the first copies of a text: every pair, whether compared or not.

Counted by runs of words (counted.py), since a large family compares each copy with few others.
"""

from collections.abc import Mapping, Sequence

from sitegen.findings.counted import runs_of, shares
from sitegen.text.tokenized import Tokenized

MOST = 12
"""Copies of a matrix: more do not fit a page, and their pairs grow with the square."""


def containment_of(copies: Sequence[str], texts: Mapping[str, Tokenized]) -> dict[tuple[str, str], float]:
    """Share of the first copy's words in runs that the second has, by both ids; of the first copies alone."""
    # An only copy has nobody to be held against, and its words need not be read.
    tables = {copy: runs_of(texts[copy]) for copy in copies[:MOST]} if len(copies) > 1 else {}
    shared: dict[tuple[str, str], float] = {}
    ordered = list(tables)
    for place, left in enumerate(ordered):
        for right in ordered[place + 1 :]:
            shared[left, right], shared[right, left] = shares(tables[left], tables[right])
    return shared
