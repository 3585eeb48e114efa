"""Copies that depart from the base together: what textual criticism calls shared innovations.

Two copies that drop the same sentence or put the same words for others did not do so by chance, each time less. Groups
are said with the places they share, and no group says who took from whom: that is for provenance.
"""

from collections.abc import Iterator

from sitegen.collation import Collation, CollationUnit, CopyReading
from sitegen.edition import AgreeingCopies, ApparatusEntry
from sitegen.text.tokenized import UNCOUNTED


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
