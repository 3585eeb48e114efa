"""How much a story's comparisons may read, counted in tokens: the bound that no number of copies gets around.

There are three steps, by words, by whole sentences and by whole blocks, and each may read as much as the others. When
one is spent, the next pairs are compared by the step below; when all are, they are not compared. Counted, not timed:
the same story is compared the same way on every machine.
"""

from sitegen.model import Unit

_STEPS: tuple[Unit, ...] = ("words", "sentences", "blocks")
"""From the finest to the coarsest."""


class Budget:
    """What the comparisons of one story have read so far, and what they may."""

    def __init__(self, tokens: int) -> None:
        self._tokens = tokens
        self.read: dict[Unit, int] = dict.fromkeys(_STEPS, 0)
        """Tokens of both sides of every pair so far, by step."""

    @property
    def spent(self) -> bool:
        """Whether nothing more may be compared."""
        return all(read >= self._tokens for read in self.read.values())

    @property
    def open(self) -> int:
        """Tokens that all steps together may still read."""
        return sum(max(0, self._tokens - read) for read in self.read.values())

    def step_for(self, tokens: int, natural: Unit) -> Unit | None:
        """The finest step that still may read, not finer than `natural`; counts `tokens`, both sides, as read.

        None where no such step may read any more. A step stays open until it has read as much as it may, so that the
        first pair of a story is compared as finely as its own size allows, whatever the budget is.
        """
        if natural == "texts":
            # Nothing of it is aligned, but a page still shows both texts.
            return natural if self.step_for(tokens, "blocks") else None
        for step in _STEPS[_STEPS.index(natural) :]:
            if self.read[step] < self._tokens:
                self.read[step] += tokens
                return step
        return None
