"""Finds the shortest edit where it is very short, whatever the texts: for texts that repeat one thing over and over.

Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1986; greedy, with a bound on the edits, so that
the work is bounded too: most x (length of both).
"""

from collections.abc import Sequence

from sitegen.compare.cleanup import Match


def few_edits(left: Sequence[str], right: Sequence[str], most: int) -> list[Match] | None:
    """The matches of a shortest edit of at most so many keys gone and new; None where it takes more."""
    size, size_right = len(left), len(right)
    reached = {1: 0}
    """By diagonal (left minus right) how far the left has been read."""
    history: list[dict[int, int]] = []
    for edits in range(most + 1):
        history.append(dict(reached))
        for diagonal in range(-edits, edits + 1, 2):
            down = diagonal == -edits or (diagonal != edits and reached[diagonal - 1] < reached[diagonal + 1])
            position = reached[diagonal + 1] if down else reached[diagonal - 1] + 1
            while (
                position < size
                and 0 <= position - diagonal < size_right
                and left[position] == right[position - diagonal]
            ):
                position += 1
            reached[diagonal] = position
            if position >= size and position - diagonal >= size_right:
                return _traced(history, size, size_right)
    return None


def _traced(history: Sequence[dict[int, int]], position: int, position_right: int) -> list[Match]:
    """The matches, read back from the end."""
    matches: list[Match] = []
    for edits in range(len(history) - 1, -1, -1):
        reached, diagonal = history[edits], position - position_right
        down = diagonal == -edits or (diagonal != edits and reached[diagonal - 1] < reached[diagonal + 1])
        before = diagonal + 1 if down else diagonal - 1
        start = 0 if edits == 0 else reached[before] + (not down)
        start = max(start, diagonal, 0)
        if position > start:
            matches.append((start, start - diagonal, position - start))
        position = reached[before]
        position_right = position - before
    return matches[::-1]
