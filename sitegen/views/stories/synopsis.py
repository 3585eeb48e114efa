"""Lays the copies of a text out in parallel columns, level on its sentences: what each has in the place of each.

The base and the copies that depart from it most come first. Columns are chosen by boxes on the page, without a script.
"""

from collections import Counter
from collections.abc import Sequence

from sitegen.collation import CollationUnit
from sitegen.text.catalogues import Catalogue
from sitegen.text.languages import direction, is_one_language
from sitegen.text.tokenized import UNCOUNTED
from sitegen.views.addresses import synopsis_path
from sitegen.views.common import Site, article_link, make_head
from sitegen.views.pages import (
    Page,
    SynopsisCell,
    SynopsisColumn,
    SynopsisRow,
    SynopsisView,
    Text,
    TextLink,
    WordingPiece,
)
from sitegen.views.stories.copynames import CopyNames
from sitegen.views.stories.wording import marked_wording
from sitegen.views.story_reading import StoryReading

COLUMNS = 8
"""Columns of a synopsis that can be chosen; the others are a comparison away."""
_SHOWN = 6
"""Columns that are shown at first: the base and five."""
_ELEMENTS = 1_250
"""Elements of all levels: a page bears 1,400. Of longer texts it shows the beginning, and says where the rest is."""
_MORE = 40
"""Copies without a column that are named."""


def synopsis_page(site: Site, reading: StoryReading, names: CopyNames, story: TextLink) -> Page | None:
    """The page; None where fewer than two texts in one language may be shown."""
    collation = names.collation
    ranked = _ranked(names)
    if not names.may_name(collation.base) or not ranked:
        return None
    catalogue = site.catalogue
    chosen = [collation.base, *ranked[: COLUMNS - 1]]
    path = synopsis_path(reading.story.id)
    title = catalogue.gettext("{story}: copies side by side", story=reading.story.title)
    rows, cut = _CellWriter(names, chosen, catalogue).rows(
        [unit for unit in collation.units if unit.role not in UNCOUNTED]
    )
    view = SynopsisView(
        head=make_head(
            site, title, catalogue.gettext("The copies of one text in columns, sentence by sentence."), path,
            current="home",
        ),
        story=story,
        columns=tuple(_column(site, reading, copy, number) for number, copy in enumerate(chosen)),
        rows=rows,
        cut=cut,
        full_text=TextLink(label=Text(text=catalogue.gettext("The text of the story")), href=f"{story.href}#text"),
        more=tuple(names.link(copy) for copy in ranked[COLUMNS - 1 : COLUMNS - 1 + _MORE]),
    )  # fmt: skip
    return Page(url=path, template="synopsis.html", view=view)


def _ranked(names: CopyNames) -> list[str]:
    """The copies in the base's language that may be shown, those with most departures first."""
    collation, articles = names.collation, names.reading.articles
    language = articles[collation.base].language
    copies = [
        copy for copy in collation.copies if names.may_name(copy) and is_one_language(language, articles[copy].language)
    ]
    departures: Counter[str] = Counter()
    for unit in collation.units:
        for reading in unit.readings:
            if unit.added or reading.kind in ("reworded", "dropped"):
                departures.update(reading.copies)
    ranks = {copy: rank for rank, copy in enumerate(collation.copies)}
    return sorted(copies, key=lambda copy: (-departures[copy], ranks[copy]))


def _column(site: Site, reading: StoryReading, copy: str, number: int) -> SynopsisColumn:
    article = reading.articles[copy]
    foreign = article.language != site.frame.language
    tagged = foreign and article.language != "und"
    return SynopsisColumn(
        number=number,
        article=article_link(site, article),
        lang=article.language if tagged else "",
        dir=direction(article.language) if tagged else "auto" if foreign else "",
        chosen=number < _SHOWN,
    )


def _elements_of(cell: SynopsisCell) -> int:
    """How many elements the template makes of a cell: itself, its paragraph with the marks in it, its remark."""
    marks = sum(piece.mark in ("del", "ins") for piece in cell.pieces)
    return 1 + (1 + marks if cell.pieces else 0) + bool(cell.remark)


class _CellWriter:
    def __init__(self, names: CopyNames, copies: Sequence[str], catalogue: Catalogue) -> None:
        self._names, self._copies, self._catalogue = names, copies, catalogue
        self._texts, self._shown = names.reading.texts, names.reading.shown

    def rows(self, units: Sequence[CollationUnit]) -> tuple[tuple[SynopsisRow, ...], bool]:
        """The levels of the columns, and whether there are more; what none of them added is left out."""
        rows: list[SynopsisRow] = []
        elements = 0
        for unit in units:
            if unit.added and not any(unit.reading_of(copy) for copy in self._copies):
                continue
            cells = tuple(self._cell(unit, copy, number) for number, copy in enumerate(self._copies))
            elements += 1 + sum(_elements_of(cell) for cell in cells)
            if elements > _ELEMENTS:
                return tuple(rows), True
            holders = [cell.copy for cell in cells if cell.pieces]
            only = holders[0] if unit.added and len(holders) == 1 else None
            rows.append(SynopsisRow(id=unit.id, cells=cells, added=unit.added, only=only))
        return tuple(rows), False

    def _cell(self, unit: CollationUnit, copy: str, number: int) -> SynopsisCell:
        catalogue, reading = self._catalogue, unit.reading_of(copy)
        if number == 0 and not unit.added:
            return self._printed(number, copy, unit.span, "", "")
        if reading is None or reading.kind in ("dropped", "unknown"):
            absent = catalogue.gettext("not known") if reading and reading.kind == "unknown" else ""
            absence = catalogue.gettext("not in this copy") if reading and reading.kind == "dropped" else absent
            return SynopsisCell(copy=number, pieces=(), remark=absence)
        span = reading.spans[reading.copies.index(copy)]
        remark = catalogue.gettext("at another place") if reading.moved else ""
        shown = self._shown.beside(unit.article, copy)
        if reading.kind == "reworded" and reading.ops and copy == reading.copies[0] and shown.covers(copy, span):
            texts = (self._texts[unit.article], self._texts[copy])
            return SynopsisCell(copy=number, pieces=marked_wording(reading.ops, texts), remark=remark)
        return self._printed(number, copy, span, "ins" if unit.added else "", remark)

    def _printed(self, number: int, copy: str, span: tuple[int, int], mark: str, remark: str) -> SynopsisCell:
        if not self._shown.covers(copy, span):
            return SynopsisCell(copy=number, pieces=(), remark=self._catalogue.gettext("words that may not be shown"))
        words = self._texts[copy].text(span).replace("\n", " ")
        return SynopsisCell(copy=number, pieces=(WordingPiece(text=words, mark=mark),), remark=remark)
