"""A story's edition as data: collation, facts, survival, alignments across languages.

What rights withhold is withheld: of a base whose rights allow figures only stand counts and no words, ids or copies;
a copy of such rights is counted and named in no reading; of an excerpt only its words that may be printed.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from sitegen.collate import sentence_ids
from sitegen.collation import CollationUnit, CopyReading, LanguageAlignment, ReadingKind
from sitegen.edition import Fact, FamilyEdition, LeadingFinding, StoryEdition, SurvivingSentence
from sitegen.model import Article, Span
from sitegen.render.ops import Json
from sitegen.text.tokenized import Tokenized
from sitegen.views.rights import Shown

_FEW = 24
"""Copies of a collation up to which its readings have ops and `survival` lists names. Of more they would be a tenth of
a file that is too large already, and the comparisons and the readings have them."""
_KINDS: tuple[ReadingKind, ...] = ("verbatim", "reworded", "translated", "dropped", "unknown")


def edition_json(
    edition: StoryEdition, articles: Mapping[str, Article], texts: Mapping[str, Tokenized], shown: Shown
) -> Json:
    """The keys `collation`, `facts`, `survival` and `alignments` of a story file."""
    writer = _EditionWriter(articles, texts, shown)
    families = edition.families
    return {
        "collation": [writer.collation(family) for family in families],
        "facts": list(chain.from_iterable(map(writer.facts, families))),
        "survival": list(chain.from_iterable(map(writer.survival, families))),
        "alignments": [writer.alignment(one) for one in edition.alignments if writer.may_show(one.left, one.right)],
    }


class _EditionWriter:
    def __init__(self, articles: Mapping[str, Article], texts: Mapping[str, Tokenized], shown: Shown) -> None:
        self._articles, self._texts, self._shown = articles, texts, shown

    def may_show(self, *copies: str) -> bool:
        """Whether words of all these may be printed, or some of them."""
        return all(self._articles[copy].rights != "figures" for copy in copies)

    def _visible(self, copies: Iterable[str]) -> list[str]:
        return [copy for copy in copies if self.may_show(copy)]

    def _text(self, copy: str, span: Span) -> str:
        """What a range prints, in one line; empty where it may not be printed whole."""
        if not self.may_show(copy) or not self._shown.covers(copy, span):
            return ""
        return self._texts[copy].text(span).strip().replace("\n", " ")

    def _piece(self, copy: str, span: Span, begin: int) -> str:
        covered = self.may_show(copy) and self._shown.covers(copy, span)
        return self._texts[copy].text(span, begin=begin) if covered else ""

    def collation(self, family: FamilyEdition) -> Json:
        """A family's collation with the groups of copies that agree, and the findings that lead."""
        collation = family.collation
        full = self.may_show(collation.base)
        units = [unit for unit in collation.units if not unit.added or (full and self._has_words(unit))]
        named = {unit.id for unit in units}
        twins = Counter(collation.alike.values())
        return {
            "base": collation.base,
            "copies": list(collation.copies),
            "not_compared": len(collation.unread),
            "units": [self._unit(unit, twins, full=full, ops=len(collation.copies) <= _FEW) for unit in units],
            "agreement": [
                {"copies": copies, "units": listed}
                for group in family.agreement
                if full
                and len(copies := self._visible(group.copies)) > 1
                and (listed := [unit for unit in group.units if unit in named])
            ],
            "leading": [self._leading(finding) for finding in family.leading if full and self._visible(finding.copies)],
        }

    def _has_words(self, unit: CollationUnit) -> bool:
        return self.may_show(unit.article)

    def _unit(self, unit: CollationUnit, twins: Mapping[str, int], *, full: bool, ops: bool) -> Json:
        counts: Counter[ReadingKind] = Counter()
        for reading in unit.readings:
            counts[reading.kind] += sum(1 + twins.get(copy, 0) for copy in reading.copies)
        counts["verbatim"] += 0 if unit.added else twins.get(unit.article, 0)
        block = self._articles[unit.article].blocks[self._texts[unit.article].block_of(unit.span[0])].id
        return {
            "id": unit.id if full else None,
            "article": unit.article,
            "block": block if full else None,
            "role": unit.role,
            "words": unit.words,
            "added": unit.added,
            "after": (unit.after or None) if full else None,
            "text": self._text(unit.article, unit.span),
            "counts": {kind: counts[kind] for kind in _KINDS},
            "readings": [
                self._reading(unit, reading, copies, ops=ops)
                for reading in unit.readings
                if full and (copies := self._visible(reading.copies))
            ],
        }

    def _reading(self, unit: CollationUnit, reading: CopyReading, copies: list[str], *, ops: bool) -> Json:
        first = reading.copies.index(copies[0])
        span = reading.spans[first] if reading.spans else None
        printed = bool(span) and reading.kind in ("reworded", "translated")
        return {
            "kind": reading.kind,
            "copies": copies,
            "moved": reading.moved,
            "layout": reading.layout,
            "doubt": reading.doubt or None,
            "text": self._text(copies[0], span) if span and printed else "",
            # Made for the first of the copies: those of another would have other places.
            "ops": self._ops(unit, reading) if first == 0 and ops else [],
        }

    def _ops(self, unit: CollationUnit, reading: CopyReading) -> list[Json]:
        copy = reading.copies[0]
        return [
            {
                "tag": op.tag,
                "left": self._piece(unit.article, op.left, unit.span[0]),
                "right": self._piece(copy, op.right, reading.spans[0][0]),
            }
            for op in reading.ops
        ]

    def _leading(self, finding: LeadingFinding) -> Json:
        return {
            "kind": finding.kind,
            "unit": finding.unit or None,
            "copies": self._visible(finding.copies),
            "survives": self._visible(finding.survives),
            "evidence": finding.evidence or None,
        }

    def facts(self, family: FamilyEdition) -> list[Json]:
        """The facts of a family; none where the base's words may not be printed."""
        base = family.collation.base
        return [self._fact(base, fact) for fact in family.facts if self.may_show(base)]

    def _fact(self, base: str, fact: Fact) -> Json:
        return {
            "id": fact.id,
            "base": base,
            "unit": fact.unit,
            "kind": fact.kind,
            "context": self._text(base, fact.context),
            "differs": any(
                stated.verdict in ("changed", "rounded") and self._visible(stated.copies) for stated in fact.stated
            ),
            "stated": [
                {
                    "verdict": stated.verdict,
                    "text": self._stated(stated.text, stated.copies[0], stated.span),
                    "copies": copies,
                }
                for stated in fact.stated
                if (copies := self._visible(stated.copies))
            ],
        }

    def _stated(self, text: str, copy: str, span: Span | None) -> str:
        return text if span and self.may_show(copy) and self._shown.covers(copy, span) else ""

    def survival(self, family: FamilyEdition) -> list[Json]:
        """What became of each sentence of a family's base."""
        collation = family.collation
        full = self.may_show(collation.base)
        few = len(collation.copies) <= _FEW
        return [
            self._sentence(collation.base, sentence, full=full, listed=full and few) for sentence in family.survival
        ]

    def _sentence(self, base: str, sentence: SurvivingSentence, *, full: bool, listed: bool) -> Json:
        lists = {
            "kept": sentence.kept,
            "reworded": sentence.reworded,
            "translated": sentence.translated,
            "dropped": sentence.dropped,
            "unknown": sentence.unknown,
        }
        return {
            "base": base,
            "unit": sentence.unit if full else None,
            "kind": sentence.kind,
            "counts": {kind: sentence.counts.get(kind, 0) for kind in _KINDS},
            **{name: self._visible(copies) if listed else [] for name, copies in lists.items()},
        }

    def alignment(self, alignment: LanguageAlignment) -> Json:
        """Two texts in two languages, each pair with the words of both sides."""
        left = self._named(alignment.left, alignment.left_sentences)
        right = self._named(alignment.right, alignment.right_sentences)
        return {
            "left": alignment.left,
            "right": alignment.right,
            "translation": alignment.translation,
            "pairs": [
                {
                    "left": [left[index] for index in pair.left],
                    "right": [right[index] for index in pair.right],
                    "confidence": pair.confidence,
                    "crossed": pair.crossed,
                }
                for pair in alignment.pairs
            ],
            "gaps": [
                {
                    "missing_in": alignment.right if gap.left else alignment.left,
                    "sentence": left[gap.left[0]] if gap.left else right[gap.right[0]],
                    "confidence": gap.confidence,
                }
                for gap in alignment.gaps
            ],
        }

    def _named(self, copy: str, spans: Sequence[Span]) -> list[Json]:
        """The sentences of a text, each with its id and its words."""
        ids = sentence_ids(self._texts[copy], spans)
        return [{"id": name, "text": self._text(copy, span)} for name, span in zip(ids, spans, strict=True)]
