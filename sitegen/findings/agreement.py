"""Copies that depart from the base together: what textual criticism calls shared innovations.

Two copies that drop the same sentence or put the same words for others did not do so by chance, each time less. Groups
are said with the places they share, and no group says who took from whom: that is for provenance.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sitegen.collation import Collation, CollationUnit, CopyReading
from sitegen.text.tokenized import UNCOUNTED


@dataclass(frozen=True, slots=True, kw_only=True)
class ApparatusEntry:
    """A place where copies have something else than the base, as a critical edition prints it."""

    unit: str
    lemma: tuple[int, int] | None
    """The base's words that are replaced, in its tokens; None where the whole sentence is meant."""
    readings: tuple[CopyReading, ...]
    """Each with the copies that have it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreeingCopies:
    """Copies that share departures from the base."""

    copies: tuple[str, ...]
    """Two and more, in order of publication."""
    units: tuple[str, ...]
    """Ids of the units at which these copies, and no others, have one reading; in reading order."""


def agreement_of(collation: Collation) -> tuple[AgreeingCopies, ...]:
    """The groups of copies with shared departures, those with the most places first."""
    places: dict[tuple[str, ...], list[str]] = {}
    for unit in collation.units:
        if unit.role in UNCOUNTED:
            continue
        for copies in _departures(unit):
            places.setdefault(copies, []).append(unit.id)
    groups = [AgreeingCopies(copies=copies, units=tuple(units)) for copies, units in places.items() if len(copies) > 1]
    ranks = {copy: rank for rank, copy in enumerate(collation.copies)}
    return tuple(sorted(groups, key=lambda group: (-len(group.units), [ranks[copy] for copy in group.copies])))


def _departures(unit: CollationUnit) -> Iterator[tuple[str, ...]]:
    """The copies of each reading that is another than the base's. What a translation has is no departure."""
    for reading in unit.readings:
        if unit.added or reading.kind in ("reworded", "dropped"):
            yield reading.copies


def apparatus_of(collation: Collation) -> tuple[ApparatusEntry, ...]:
    """The places at which copies differ from the base, in reading order: its sentences alone."""
    entries = []
    for unit in collation.spine:
        readings = tuple(reading for reading in unit.readings if reading.kind in ("reworded", "dropped"))
        if readings:
            entries.append(ApparatusEntry(unit=unit.id, lemma=_lemma(readings), readings=readings))
    return tuple(entries)


def _lemma(readings: tuple[CopyReading, ...]) -> tuple[int, int] | None:
    """The smallest stretch of the base in which all readings differ."""
    spans = [op.left for reading in readings for op in reading.ops if op.tag != "equal"]
    if not spans or any(not reading.ops for reading in readings):
        return None
    return (min(span[0] for span in spans), max(span[1] for span in spans))


def sigla_of(collation: Collation) -> Mapping[str, str]:
    """A siglum for each copy: A for the base, then letters in order of publication, without I and O as J and Q follow
    them closely in print; AA after Z."""
    letters = [letter for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" if letter not in "JO"]
    names = {}
    for rank, copy in enumerate((collation.base, *collation.copies)):
        head, letter = divmod(rank, len(letters))
        names[copy] = (letters[head - 1] if head else "") + letters[letter] if head <= len(letters) else f"{rank + 1}"
    return names
