"""The findings that lead a story: at most three, by a rank that is documented, each tested as a claim.

A lost denial or quotation outranks an altered quotation, that a figure on which copies differ, that a source that was
exchanged, and that another headline; among equals the more copies, then the order of the text. Each is tested on the
whole texts again: what is said to be gone from a copy must not stand elsewhere in it, by five words in a row, nor may
the copy report another denial that nobody has in that place. What fails is not said of that copy.
"""

from collections.abc import Iterator, Mapping, Sequence

from sitegen.collation import Collation, CollationUnit
from sitegen.edition import LEADS, Fact, LeadingFinding, LeadKind, SurvivingSentence
from sitegen.findings.edition.sentencetypes import SentenceTypes
from sitegen.model import SURE, Article, ChangeKind, Comparison, Span
from sitegen.text.spanindex import SpanIndex
from sitegen.text.tokenized import Tokenized

MOST = 3
_RUN = 5
"""Words in a row by which a sentence that is said to be gone is recognised elsewhere."""
_OF_CHANGES: Mapping[ChangeKind, LeadKind] = {"quotation": "altered quotation", "attribution": "attribution"}


def leading_of(
    collation: Collation,
    articles: Mapping[str, Article],
    texts: Mapping[str, Tokenized],
    comparisons: Sequence[Comparison],
    survival: Sequence[SurvivingSentence],
    facts: Sequence[Fact],
) -> tuple[LeadingFinding, ...]:
    """At most three findings that hold, of different sentences, the most telling first."""
    order = {unit.id: place for place, unit in enumerate(collation.units)}
    claims = _LossClaims(collation, articles, texts)
    leading = [
        *_losses(collation, claims, survival),
        *_changes(collation, comparisons),
        *(
            LeadingFinding(kind="differing figure", unit=fact.unit, copies=copies, evidence=fact.id)
            for fact in facts
            if (
                copies := tuple(copy for stated in fact.stated if stated.verdict == "changed" for copy in stated.copies)
            )
        ),
    ]
    leading.sort(
        key=lambda finding: (LEADS.index(finding.kind), -len(finding.copies), order.get(finding.unit, len(order)))
    )
    chosen: list[LeadingFinding] = []
    for finding in leading:
        # One of each kind, so that three sentences of one lost paragraph are not all that is said.
        if all(finding.kind != lead.kind and (finding.unit != lead.unit or not lead.unit) for lead in chosen):
            chosen.append(finding)
    return tuple(chosen[:MOST])


def _losses(
    collation: Collation, claims: "_LossClaims", survival: Sequence[SurvivingSentence]
) -> Iterator[LeadingFinding]:
    units = {unit.id: unit for unit in collation.spine}
    for sentence in survival:
        if sentence.kind not in ("denial", "quotation"):
            continue
        copies = tuple(copy for copy in sentence.dropped if claims.holds(units[sentence.unit], copy, sentence.kind))
        if copies:
            yield LeadingFinding(
                kind="lost denial" if sentence.kind == "denial" else "lost quotation",
                unit=sentence.unit,
                copies=copies,
                survives=(*sentence.kept, *sentence.reworded, *sentence.translated),
            )


def _changes(collation: Collation, comparisons: Sequence[Comparison]) -> Iterator[LeadingFinding]:
    units = SpanIndex((unit.span, unit.id) for unit in collation.spine)
    for comparison in comparisons:
        if comparison.left != collation.base or comparison.right not in collation.copies:
            continue
        for change in comparison.changes:
            kind = _OF_CHANGES.get(change.kind)
            start = change.left_span[0]
            unit = next(units.touching((start, start + 1)), "")
            if kind and unit and change.verdict == "changed" and change.confidence >= SURE:
                yield LeadingFinding(kind=kind, unit=unit, copies=(comparison.right,), evidence=change.id)
        if comparison.headline and comparison.headline.differs:
            yield LeadingFinding(kind="headline", unit="", copies=(comparison.right,))


class _LossClaims:
    """Tests that a sentence is gone from a copy, on the whole copy."""

    def __init__(self, collation: Collation, articles: Mapping[str, Article], texts: Mapping[str, Tokenized]) -> None:
        self._collation, self._articles, self._texts = collation, articles, texts
        self._runs: dict[str, frozenset[tuple[str, ...]]] = {}

    def holds(self, unit: CollationUnit, copy: str, kind: str) -> bool:
        """Whether nothing of the sentence stands in the copy, and, of a denial, no other that may be it."""
        held = self._collation.alike.get(copy, copy)
        base = self._texts[unit.article]
        keys = [
            key for key, word in zip(base.keys[slice(*unit.span)], base.words[slice(*unit.span)], strict=True) if word
        ]
        if not self._runs_of(held).isdisjoint(_each_run(keys)):
            return False
        return kind != "denial" or not any(self._denials_of_its_own(held))

    def _runs_of(self, copy: str) -> frozenset[tuple[str, ...]]:
        runs = self._runs.get(copy)
        if runs is None:
            text = self._texts[copy]
            keys = [key for key, word in zip(text.keys, text.words, strict=True) if word]
            runs = self._runs[copy] = frozenset(_each_run(keys))
        return runs

    def _denials_of_its_own(self, copy: str) -> Iterator[Span]:
        """Sentences that the copy added and that deny something."""
        types = SentenceTypes(self._texts[copy], self._articles[copy].language)
        for unit in self._collation.units:
            reading = unit.reading_of(copy) if unit.added else None
            if reading:
                span = reading.spans[reading.copies.index(copy)]
                if types.denies(span):
                    yield span


def _each_run(keys: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(keys[offset:] for offset in range(_RUN)), strict=False)
