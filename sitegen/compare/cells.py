"""Pairs the cells of tables by their row and column, whatever they hold: `Holm / Share`, 25.3 and 25.0."""

from collections import Counter
from collections.abc import Iterable, Sequence

from sitegen.compare.groups import Group
from sitegen.text.tokenized import Tokenized

_WEIGHT = 3
"""Of a pair of cells, at least: enough to be followed to another place."""


def with_cells(
    groups: Sequence[Group], left: Tokenized, right: Tokenized, lefts: Sequence[int], rights: Sequence[int]
) -> list[Group]:
    """The groups, cells of one label in both texts paired with each other and with nothing else."""
    if not any(left.labels) or not any(right.labels):
        return list(groups)
    cells, cells_right = _by_label(left, lefts), _by_label(right, rights)
    pairs = [
        Group([cells[label]], [cells_right[label]], max(_WEIGHT, left.words_of(cells[label])))
        for label in cells
        if label in cells_right
    ]
    labelled = {block for block in lefts if left.labels[block]}
    labelled_right = {block for block in rights if right.labels[block]}
    return [
        *(group for group in groups if labelled.isdisjoint(group.left) and labelled_right.isdisjoint(group.right)),
        *pairs,
    ]


def _by_label(text: Tokenized, blocks: Iterable[int]) -> dict[str, int]:
    """The cells by their labels; a label that is given twice says nothing."""
    labelled = [(text.labels[block], block) for block in blocks if text.labels[block]]
    times = Counter(label for label, _ in labelled)
    return {label: block for label, block in labelled if times[label] == 1}
