"""Which token of the other text an equal token is."""

from bisect import bisect_right
from collections.abc import Sequence

from sitegen.model import Op


class EqualTokens:
    """The equal ranges of a run of ops, by side."""

    def __init__(self, ops: Sequence[Op]) -> None:
        self._ops = (
            [op for op in ops if op.tag == "equal"],
            sorted((op for op in ops if op.tag == "equal"), key=lambda op: op.right),
        )
        self._starts = ([op.left[0] for op in self._ops[0]], [op.right[0] for op in self._ops[1]])

    def partner(self, side: int, token: int) -> int | None:
        """The token of the other text, or None where the token differs."""
        index = bisect_right(self._starts[side], token) - 1
        if index < 0:
            return None
        op = self._ops[side][index]
        own, opposite = (op.left, op.right) if side == 0 else (op.right, op.left)
        return opposite[0] + token - own[0] if token < own[1] else None
