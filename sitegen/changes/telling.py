"""Finds the sentence of each finding of a comparison: as a place, as a whole paragraph, or by its kind."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sitegen.changes.finding import AGAINST_WORDS, Finding
from sitegen.changes.kinds import BY_NAME
from sitegen.changes.rowedits import Sides
from sitegen.changes.sentences import ELSEWHERE, Quoted, say, say_paragraph, say_place
from sitegen.changes.speech import speaker_of
from sitegen.model import Row
from sitegen.text.catalogues import Catalogue
from sitegen.text.tokens import words_in

_PLACES = frozenset({"move", "split", "merge"})


class Telling:
    """What the sentences of a comparison are made from, besides the findings."""

    def __init__(self, sides: Sides, rows: Sequence[Row], findings: Sequence[Finding], catalogue: Catalogue) -> None:
        self._sides = sides
        self._rows = rows
        self._findings: Mapping[tuple[int, ...], list[Finding]] = _by_rows(findings)
        self._catalogue = catalogue

    def sentence(self, finding: Finding) -> str:
        """What happened, in plain words."""
        if finding.kind in _PLACES and not finding.shifted:
            return self._of_place(finding)
        paragraph = self._paragraph(finding)
        if paragraph is not None:
            return self._of_paragraph(finding, paragraph)
        return say(
            finding.kind,
            finding.verdict,
            self._quoted(finding, 0),
            self._quoted(finding, 1),
            self._catalogue,
            aspect=self._aspect(finding),
            shifted=finding.shifted,
            confidence=finding.confidence,
        )

    def _aspect(self, finding: Finding) -> str:
        """What its sentence is chosen by, besides its kind; of a time of day, that it is none of the days."""
        if finding.kind != "date" or finding.aspect not in ("", AGAINST_WORDS):
            return finding.aspect
        kinds = {
            value.kind
            for text, span in ((self._sides.left, finding.left), (self._sides.right, finding.right))
            for token in range(*span)
            if (value := text.value(token))
        }
        return f"{finding.verdict} time" if kinds == {"time"} else finding.aspect

    def _quoted(self, finding: Finding, side: int) -> Quoted:
        if finding.quoted:
            return Quoted(finding.quoted[side], 1)
        text, span = ((self._sides.left, finding.left), (self._sides.right, finding.right))[side]
        # The words of a notice or a caption are none of the report's, and are words all the same.
        words = text.text.word_count(span) or words_in(text.printed(span))
        return Quoted(text.printed(span), words)

    def _of_place(self, finding: Finding) -> str:
        first, last = self._rows[finding.rows[0]], self._rows[finding.rows[-1]]
        whole = len(finding.rows) == 1
        inside = [
            change
            for change in self._findings.get(finding.rows, ())
            if whole or finding.left[0] <= change.left[0] <= change.left[1] <= finding.left[1]
        ]
        return say_place(finding.kind, first.left, last.right, self._catalogue, whole=whole, edits=len(inside))

    def _paragraph(self, finding: Finding) -> int | None:
        """The 0-based number of the paragraph that a cut or addition is; None for any other finding."""
        if finding.kind not in ("cut", "addition") or len(finding.rows) != 1:
            return None
        side = 0 if finding.kind == "cut" else 1
        row = self._rows[finding.rows[0]]
        blocks, span = (row.left, row.right)[side], (finding.left, finding.right)[side]
        text = (self._sides.left, self._sides.right)[side].text
        return blocks[0] if len(blocks) == 1 and span == text.span(blocks[0]) else None

    def _of_paragraph(self, finding: Finding, paragraph: int) -> str:
        side = 0 if finding.kind == "cut" else 1
        text, span = ((self._sides.left, finding.left), (self._sides.right, finding.right))[side]
        said = speaker_of(text, span) if finding.aspect not in ELSEWHERE else None
        speech = ("denied" if said.denies else "said" if said.quoted else "reported") if said else ""
        if finding.aspect in ELSEWHERE:
            speech = finding.aspect
        speaker = said.speaker if said else ""
        return say_paragraph(finding.kind, paragraph, self._quoted(finding, side), self._catalogue, speech, speaker)


def _by_rows(findings: Sequence[Finding]) -> Mapping[tuple[int, ...], list[Finding]]:
    """What is told of each row besides its place and its looks: as many lines stand under `moved, with 3 edits`."""
    by_rows: dict[tuple[int, ...], list[Finding]] = defaultdict(list)
    for finding in findings:
        is_style = BY_NAME[finding.kind].group == "style" or finding.verdict in ("same-value", "converted")
        if not is_style and (finding.kind not in _PLACES or finding.shifted):
            by_rows[finding.rows].append(finding)
    return by_rows
