"""How probable each edge is, over all ways in which copies may descend from each other without a circle.

The matrix-tree theorem: where each way weighs the product of the weights of its edges, the sums over all of them are
determinants (Tutte 1984; the form with several roots is that of Koo, Globerson, Carreras and Collins 2007). O(n^3) for
n copies, in plain arithmetic of doubles, so that every machine gets the same bits.
"""

from collections.abc import Sequence

Matrix = list[list[float]]


def edge_probabilities(weights: Sequence[Sequence[float]], roots: Sequence[float]) -> tuple[Matrix, list[float]]:
    """Of each edge, and of each copy that it descends from none of the others; for each copy they sum to 1.

    `weights[parent][child]` are 0 or more, their diagonal is not read; `roots[child]` are positive. All ways in which
    the children of a copy are weighted by one factor come to the same, so each child is scaled to a sum of 1 first.
    """
    count = len(roots)
    scaled = [[0.0] * count for _ in range(count)]
    alone = [0.0] * count
    for child in range(count):
        total = roots[child] + sum(weights[parent][child] for parent in range(count) if parent != child)
        alone[child] = roots[child] / total
        for parent in range(count):
            if parent != child:
                scaled[parent][child] = weights[parent][child] / total
    laplacian = [[1.0 if row == column else -scaled[row][column] for column in range(count)] for row in range(count)]
    inverse = _inverse(laplacian)
    edges = [
        [
            min(1.0, max(0.0, scaled[parent][child] * (inverse[child][child] - inverse[child][parent])))
            if parent != child
            else 0.0
            for child in range(count)
        ]
        for parent in range(count)
    ]
    return edges, [min(1.0, alone[child] * inverse[child][child]) for child in range(count)]


def _inverse(matrix: Matrix) -> Matrix:
    """By elimination without pivots: each column sums to its root's share, so its diagonal is its largest entry."""
    count = len(matrix)
    rows = [[*row, *(1.0 if place == column else 0.0 for column in range(count))] for place, row in enumerate(matrix)]
    for place in range(count):
        pivot = rows[place][place]
        rows[place] = [value / pivot for value in rows[place]]
        for row in range(count):
            factor = rows[row][place]
            if row != place and factor:
                rows[row] = [value - factor * base for value, base in zip(rows[row], rows[place], strict=True)]
    return [row[count:] for row in rows]


def exponential(exponent: float) -> float:
    """e to the power of `exponent`, by arithmetic alone: what a C library rounds otherwise elsewhere is not asked."""
    halvings = 0
    while abs(exponent) > 0.5:
        exponent /= 2
        halvings += 1
    value = 1.0
    for order in range(14, 0, -1):
        value = 1.0 + exponent * value / order
    for _ in range(halvings):
        value *= value
    return value
