"""Which copies have a passage that another lacks: said beside the cut, in its comparison with the base.

A copy has a passage where it has each sentence of it: word for word, translated, or in other words of which most are
the sentence's own. Of a cut inside a sentence nothing is said, since a reading is of whole ones.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from sitegen.collation import CollationUnit, CopyReading, ReadingKind
from sitegen.edition import FamilyEdition
from sitegen.model import Change, Comparison
from sitegen.views.common import Site
from sitegen.views.stories.copynames import CopyNames
from sitegen.views.story_reading import StoryReading

_NAMED = 4
"""Copies that are named; of more it is said how many there are."""
_HAS: frozenset[ReadingKind] = frozenset({"verbatim", "reworded", "translated"})
_KEPT = 0.5
"""Share of a sentence's words that a copy which words it anew has kept; with fewer it may tell another thing."""


class Survivors:
    """Of a story: made once, asked for each of its comparisons."""

    def __init__(self, site: Site, reading: StoryReading) -> None:
        self._catalogue, self._texts = site.catalogue, reading.texts
        self._families: Mapping[str, tuple[FamilyEdition, CopyNames]] = {
            family.collation.base: (family, CopyNames(site, reading, family.collation))
            for family in reading.edition.families
        }

    def of(self, comparison: Comparison) -> Mapping[str, str]:
        """By the id of a change which other copies have what is cut, as a sentence; against a base alone."""
        family, names = self._families.get(comparison.left, (None, None))
        if family is None or names is None or not names.may_name(comparison.left):
            return {}
        spine = family.collation.spine
        starts = [unit.span[0] for unit in spine]
        sentences = {}
        for change in comparison.changes:
            if change.kind == "cut":
                units = self._whole_sentences(change, comparison.left, spine, starts)
                sentences[change.id] = self._sentence(names, units, comparison.right) if units else ""
        return {change: sentence for change, sentence in sentences.items() if sentence}

    def _whole_sentences(
        self, change: Change, base: str, spine: Sequence[CollationUnit], starts: Sequence[int]
    ) -> list[CollationUnit]:
        """The sentences that a cut is made of; none where it is, or ends, inside one."""
        start, end = change.left_span
        units = []
        for unit in spine[bisect_left(starts, start) :]:
            if unit.span[1] > end:
                break
            units.append(unit)
        words = self._texts[base].word_count
        return units if sum(words(unit.span) for unit in units) == words(change.left_span) else []

    def _sentence(self, names: CopyNames, units: Sequence[CollationUnit], lacking: str) -> str:
        holders = [set(_holders(unit)) for unit in units]
        having = sorted(set.intersection(*holders) - {lacking})
        count = names.count(having) + len(names.twins_of_base())
        named = names.nameable([*having, *names.twins_of_base()])
        if not count:
            return ""
        if count == len(named) <= _NAMED:
            # Translators: said of words that another copy lacks; {names} are outlets whose copies have them.
            return self._catalogue.gettext("It is in {names}.", names=names.spoken(named))
        return self._catalogue.ngettext("{count} other copy has it.", "{count} other copies have it.", count)


def _holders(unit: CollationUnit) -> Iterator[str]:
    for reading in unit.readings:
        if reading.kind in _HAS and _kept(reading, unit) >= _KEPT:
            yield from reading.copies


def _kept(reading: CopyReading, unit: CollationUnit) -> float:
    """Share of a sentence's words that stand in a reading of it, 0 to 1; 1 where it is not worded anew."""
    if reading.kind != "reworded" or not reading.ops:
        return 1.0
    length = unit.span[1] - unit.span[0]
    return sum(op.left[1] - op.left[0] for op in reading.ops if op.tag == "equal") / length
