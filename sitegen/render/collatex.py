"""A story's collation as the JSON that CollateX writes: a table of segments by witnesses, each cell a list of tokens.

A column holds a cell a witness. Texts in other languages are no witnesses: their words have no place in a table of
words. What CollateX has no word for is said by keys of ours on a token without text: `unknown`, `withheld`.
"""

from collections.abc import Iterator, Mapping, Sequence

from sitegen.collation import CollationUnit, CopyReading
from sitegen.model import File, Span
from sitegen.render.data import to_json
from sitegen.render.ops import Json
from sitegen.render.segments import segments_of
from sitegen.render.witnesses import Witnesses, read_witnesses
from sitegen.views.addresses import collatex_path
from sitegen.views.common import Site
from sitegen.views.story_reading import StoryReading

_Cell = list[Json]


def collatex_file(site: Site, reading: StoryReading) -> File | None:
    """The collation of the text that the story's page shows; None where there is none, or its words may not be told."""
    if not reading.edition.families:
        return None
    collation = reading.edition.families[0].collation
    witnesses = read_witnesses(collation, reading.articles, reading.texts, reading.shown, site.sigla)
    if witnesses is None:
        return None
    writer = _TableWriter(witnesses)
    if len(writer.copies) == 1:
        return None
    table = [[column.get(copy, []) for copy in writer.copies] for column in writer.columns()]
    content = {"witnesses": [witnesses.sigla[copy] for copy in writer.copies], "table": table}
    return File(collatex_path(reading.story.id), to_json(content))


class _TableWriter:
    def __init__(self, witnesses: Witnesses) -> None:
        self._witnesses = witnesses
        self.copies: list[str] = [copy for copy in witnesses.sigla if witnesses.is_in_language(copy)]
        """The witnesses of the table, the base first."""
        self._twins: dict[str, list[str]] = {}
        for twin, first in witnesses.collation.alike.items():
            if twin in self.copies:
                self._twins.setdefault(first, []).append(twin)

    def columns(self) -> Iterator[Mapping[str, _Cell]]:
        """The cells of each segment, by copy."""
        for unit in self._witnesses.collation.units:
            for column in self._columns(unit):
                for first, twins in self._twins.items():
                    column.update({twin: column[first] for twin in twins if first in column})
                if any(column.values()):
                    yield column

    def _columns(self, unit: CollationUnit) -> Iterator[dict[str, _Cell]]:
        worded = [
            reading
            for reading in unit.readings
            if reading.kind == "reworded" and any(copy in self.copies for copy in reading.copies)
        ]
        unworded = [reading for reading in unit.readings if reading not in worded]
        for place, segment in enumerate(segments_of(unit, worded)):
            column = {} if unit.added else {unit.article: self._cell(unit.article, segment.base)}
            for reading, span in zip(worded, segment.readings, strict=True):
                column |= dict(self._reading(reading, (span[0], span[1])))
            for reading in unworded:
                if reading.kind == "verbatim":
                    cell = self._cell(unit.article, segment.base)
                    column |= {copy: cell for copy in reading.copies if copy in self.copies}
                elif reading.kind == "unknown" and place == 0:
                    column |= {copy: [{"t": "", "n": "", "unknown": True}] for copy in reading.copies}
            yield column

    def _reading(self, reading: CopyReading, span: Span) -> Iterator[tuple[str, _Cell]]:
        start = reading.spans[0][0]
        for copy, place in zip(reading.copies, reading.spans, strict=True):
            if copy in self.copies:
                offset = place[0] - start
                yield copy, self._cell(copy, (span[0] + offset, span[1] + offset))

    def _cell(self, copy: str, span: Span) -> _Cell:
        return list(self._tokens(copy, span))

    def _tokens(self, copy: str, span: Span) -> Iterator[Json]:
        text, withheld = self._witnesses.texts[copy], 0
        for piece in self._witnesses.shown.pieces(copy, span):
            if piece.shown:
                tokens: Sequence[int] = range(*piece.span)
                yield from ({"t": text.tokens[token].text, "n": text.keys[token]} for token in tokens)
            else:
                withheld = text.word_count(piece.span)
                yield {"t": "", "n": "", "withheld": withheld}
