"""Reports of one piece of news in two languages, by a model of meaning. Optional: adds to what needs no model.

The model is given; it is a value with one method, and nobody here knows what it is made of.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from sitegen.model import LinkKind

Vector = NDArray[np.float32]
_NEAREST = 4
"""Articles of other languages that an article is compared with: a link needs both to be among those of the other."""
_AT_ONCE = 128
"""Articles whose neighbours are looked for together; bounds memory."""
_DAYS = 60
"""Days apart from which two articles are not compared, so that time does not grow with the square of the archive."""


class Model(Protocol):
    """Says what a text means, in numbers: the vectors of texts that say the same, in any languages, are near."""

    @property
    def name(self) -> str:
        """As readers are told it."""

    @property
    def digest(self) -> str:
        """Changes with whatever changes its vectors."""

    def vectors(self, texts: Iterable[str]) -> Iterable[Vector]:
        """The vector of each text, of length 1 or 0."""


class Meaning:
    """The meanings of an archive, as an engine for two languages: vectors and languages in the order of the indexes."""

    def __init__(self, vectors: Iterable[Vector], languages: Sequence[str], name: str, enough: float) -> None:
        self._name, self.enough = name, enough
        self._languages = languages
        self._vectors = np.stack(list(vectors))

    @property
    def kind(self) -> LinkKind:
        """As `Bridge`."""
        return "meaning"

    def likely_pairs(self, days: Sequence[int | None]) -> tuple[tuple[int, int], ...]:
        """Pairs of two languages in which each is among the few nearest of the other."""
        numbers = {name: number for number, name in enumerate(sorted(set(self._languages)))}
        tongue = np.array([numbers[language] for language in self._languages], dtype=np.int64)
        day = np.array([np.inf if language is None else language for language in days], dtype=np.float64)
        order = np.lexsort((np.arange(len(day)), day))
        near: set[tuple[int, int]] = set()
        for first in range(0, len(order), _AT_ONCE):
            rows = order[first : first + _AT_ONCE]
            near |= self._nearest(rows, _within(day, order, rows), tongue, day)
        return tuple(sorted((left, right) for left, right in near if left < right and (right, left) in near))

    def _nearest(
        self, rows: NDArray[np.int64], columns: NDArray[np.int64], tongue: NDArray[np.int64], day: NDArray[np.float64]
    ) -> set[tuple[int, int]]:
        """Each row with the columns nearest to it, of another language."""
        # Rounded, so that no processor's way to add can choose.
        alike = np.round(self._vectors[rows] @ self._vectors[columns].T, 5)
        alike[tongue[rows][:, None] == tongue[columns][None, :]] = -1
        dated = np.isfinite(day)
        apart = np.abs(np.where(dated, day, 0)[rows][:, None] - np.where(dated, day, 0)[columns][None, :]) > _DAYS
        alike[apart & dated[rows][:, None] & dated[columns][None, :]] = -1
        best = np.argsort(-alike, axis=1, kind="stable")[:, :_NEAREST]
        kept = np.take_along_axis(alike, best, axis=1) >= self.enough / 2
        places, ranks = np.nonzero(kept)
        return set(zip(rows[places].tolist(), columns[best[places, ranks]].tolist(), strict=True))

    def likeness(self, left: int, right: int, least: float = 0.0) -> float:
        """The cosine of their vectors; nothing where it is negative."""
        left_vector, right_vector = self._vectors[left].astype(np.float64), self._vectors[right].astype(np.float64)
        cosine = round(float(left_vector @ right_vector), 6)
        return min(1.0, cosine) if cosine >= max(least, 0.0) else 0.0

    def evidence(self, _left: int, _right: int, /) -> tuple[str, ...]:
        """None: a model gives no reasons."""
        return ()

    def reason(self, _left: int, _right: int, likeness: float, /) -> str:
        """The figure, and whose it is."""
        return f"alike by {likeness:.2f} in meaning, says the model {self._name}; {self.enough:.2f} is enough"

    def why(self, left: int, right: int) -> Iterable[str]:
        """One line: there is nothing behind the figure that could be shown."""
        likeness = self.likeness(left, right)
        verdict = "enough" if likeness >= self.enough else "not enough"
        yield f"{likeness:.3f} in meaning, says the model {self._name}; {self.enough:.3f} is asked for: {verdict}"


def _within(day: NDArray[np.float64], order: NDArray[np.int64], rows: NDArray[np.int64]) -> NDArray[np.int64]:
    """The articles that are not too many days from one of the rows, or whose day nobody knows; ascending."""
    dated = day[rows][np.isfinite(day[rows])]
    if len(dated) < len(rows):
        return np.arange(len(day))
    ordered = day[order]
    first, last = np.searchsorted(ordered, (dated.min() - _DAYS, dated.max() + _DAYS), side="left")
    return np.sort(np.concatenate([order[first:last], order[np.searchsorted(ordered, np.inf) :]]))
