"""A story's collation as TEI P5, in the method of parallel segmentation: one file that editors of texts can open.

A sentence is a `seg` under the id of its unit. Where a copy lacks it, has it in another language, or where it cannot be
told, an `app` holds the sentence; inside it, the words that differ have an `app` of their own. A verbatim reading is
that of the base, whose marks of quotation are printed. Every witness is in one reading of each outer `app`.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from sitegen.collation import CollationUnit, CopyReading
from sitegen.model import File
from sitegen.render.segments import segments_of
from sitegen.render.witnesses import Witnesses, read_witnesses
from sitegen.render.xmltext import xml_attribute, xml_text
from sitegen.views.addresses import absolute, article_path, story_path, tei_path
from sitegen.views.common import Site, outlet_name
from sitegen.views.story_reading import StoryReading

_NAMESPACE = "http://www.tei-c.org/ns/1.0"
_DOUBTS: Mapping[str, str] = {
    "breaks off": "what was saved of the copy ends before",
    "coarse": "the copy was not compared word by word",
    "own words": "the copy may say it in words of its own",
    "no counterpart": "no translation of the sentence was recognised",
}
"""Why a reading is not known; in English, as all names of the file are."""


def tei_file(site: Site, reading: StoryReading) -> File | None:
    """The collation of the text that the story's page shows; None where there is none, or its words may not be told."""
    if not reading.edition.families:
        return None
    collation = reading.edition.families[0].collation
    witnesses = read_witnesses(collation, reading.articles, reading.texts, reading.shown, site.sigla)
    if witnesses is None:
        return None
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<TEI xmlns="{_NAMESPACE}">',
        *_header(site, reading, witnesses),
        f"<text{_language(reading.articles[collation.base].language)}><body><div>",
        *_TextWriter(witnesses).lines(),
        "</div></body></text>",
        "</TEI>",
    ]
    return File(tei_path(reading.story.id), ("\n".join(lines) + "\n").encode())


def _header(site: Site, reading: StoryReading, witnesses: Witnesses) -> Iterator[str]:
    home, left_out = site.frame.home, len(reading.articles) - len(witnesses.sigla)
    yield "<teiHeader>"
    yield f"<fileDesc><titleStmt><title>{xml_text(reading.story.title)}</title></titleStmt>"
    yield f"<publicationStmt><publisher>{xml_text(site.frame.title)}</publisher>"
    yield f"<pubPlace><ptr target={xml_attribute(absolute(home, story_path(reading.story.id)))}/></pubPlace>"
    yield "</publicationStmt>"
    yield "<sourceDesc><listWit>"
    for copy, siglum in witnesses.sigla.items():
        article = reading.articles[copy]
        same = witnesses.collation.alike.get(copy, "")
        twin = f' sameAs="#{witnesses.sigla[same]}"' if same in witnesses.sigla else ""
        title = f" <title>{xml_text(article.headline)}</title>" if article.headline else ""
        day = article.published.day.isoformat() if article.published else ""
        date = f' <date when="{day}">{day}</date>' if day else ""
        yield (
            f'<witness xml:id="{siglum}"{twin}>{xml_text(outlet_name(site, article).plain)}{title}{date} '
            f"<ptr target={xml_attribute(absolute(home, article_path(copy)))}/></witness>"
        )
    yield "</listWit></sourceDesc></fileDesc>"
    yield '<encodingDesc><variantEncoding method="parallel-segmentation" location="internal"/>'
    base = witnesses.sigla[witnesses.collation.base]
    note = f"The lemma is the text of {base}, against which the copies are read; it need not be the first."
    if left_out:
        note += f" Articles of the story that are no witnesses here: {left_out}."
    yield f"<projectDesc><p>{xml_text(note)}</p></projectDesc></encodingDesc>"
    yield f"<profileDesc><langUsage>{''.join(_languages(reading, witnesses))}</langUsage></profileDesc>"
    yield "</teiHeader>"


def _languages(reading: StoryReading, witnesses: Witnesses) -> Iterator[str]:
    for tag in sorted({reading.articles[copy].language for copy in witnesses.sigla}):
        yield f'<language ident="{tag}">{tag}</language>'


def _language(tag: str) -> str:
    return f' xml:lang="{tag}"' if tag and tag != "und" else ""


class _TextWriter:
    def __init__(self, witnesses: Witnesses) -> None:
        self._witnesses = witnesses
        self._base = witnesses.collation.base

    def lines(self) -> Iterator[str]:
        """The blocks of the base with their sentences, and what others add between them."""
        text = self._witnesses.texts[self._base]
        place = (-1, "paragraph")

        def block(unit: CollationUnit) -> tuple[int, str]:
            # An addition is written with the sentence that it follows.
            nonlocal place
            if not unit.added:
                place = (text.block_of(unit.span[0]), unit.role)
            return place

        for (_, role), units in groupby(self._witnesses.collation.units, key=block):
            sentences = [sentence for unit in units if (sentence := self._sentence(unit))]
            if sentences:
                kind = f' type="{role.replace(" ", "-")}"' if role != "paragraph" else ""
                yield f"<ab{kind}>"
                yield from sentences
                yield "</ab>"

    def _sentence(self, unit: CollationUnit) -> str:
        readings = [(reading, wits) for reading in unit.readings if (wits := self._witnesses.wits(reading.copies))]
        if unit.added and unit.article not in self._witnesses.sigla:
            return ""
        words = self._addition(readings) if unit.added else self._kept(unit, readings)
        return f'<seg xml:id="{unit.id}">{words}</seg>'

    def _addition(self, readings: Sequence[tuple[CopyReading, list[str]]]) -> str:
        having = {siglum for _, wits in readings for siglum in wits}
        lacking = [siglum for siglum in self._witnesses.sigla.values() if siglum not in having]
        return (
            f'<app type="addition"><lem{_wit(lacking)}/>'
            + "".join(self._sentence_reading(reading, wits, "addition") for reading, wits in readings)
            + "</app>"
        )

    def _kept(self, unit: CollationUnit, readings: Sequence[tuple[CopyReading, list[str]]]) -> str:
        """A sentence of the base. Readings with words are told word by word where they may be shown whole."""
        alike = self._witnesses.wits([self._base])
        worded: list[tuple[CopyReading, list[str]]] = []
        outside: list[str] = []
        for reading, wits in readings:
            if reading.kind == "verbatim" and not reading.moved:
                alike += wits
            elif reading.kind == "reworded" and reading.ops and not reading.moved and self._is_shown(unit, reading):
                worded.append((reading, wits))
            else:
                outside.append(self._outside(reading, wits))
        words = self._words(unit, alike, worded)
        if not outside:
            return words
        held = [*alike, *(siglum for _, wits in worded for siglum in wits)]
        return f"<app><lem{_wit(held)}>{words}</lem>{''.join(outside)}</app>"

    def _is_shown(self, unit: CollationUnit, reading: CopyReading) -> bool:
        copy = reading.copies[0]
        shown = self._witnesses.shown
        return (
            copy in self._witnesses.sigla
            and shown.covers(self._base, unit.span)
            and shown.covers(copy, reading.spans[0])
        )

    def _words(self, unit: CollationUnit, alike: list[str], worded: Sequence[tuple[CopyReading, list[str]]]) -> str:
        if self._witnesses.printed(self._base, unit.span) is None:
            return f'<gap reason="rights" quantity="{unit.words}" unit="word"/>'
        texts = self._witnesses.texts
        pieces: list[str] = []
        for segment in segments_of(unit, [reading for reading, _ in worded]):
            lemma = _line(texts[self._base].text(segment.base, begin=unit.span[0]))
            if not segment.varies:
                pieces.append(xml_text(lemma))
                continue
            groups: dict[str, list[str]] = {lemma: list(alike)}
            for (reading, wits), span in zip(worded, segment.readings, strict=True):
                words = _line(texts[reading.copies[0]].text(span, begin=reading.spans[0][0]))
                groups.setdefault(words, []).extend(wits)
            first, *variants = groups.items()
            pieces.append(
                f"<app><lem{_wit(first[1])}>{xml_text(first[0])}</lem>"
                + "".join(f"<rdg{_wit(wits)}>{xml_text(words)}</rdg>" for words, wits in variants)
                + "</app>"
            )
        return "".join(pieces).strip()

    def _outside(self, reading: CopyReading, wits: list[str]) -> str:
        """A reading that is none of words of the sentence at its place."""
        if reading.kind == "dropped":
            return f'<rdg{_wit(wits)} type="dropped"/>'
        if reading.kind == "unknown":
            return f'<rdg{_wit(wits)} type="unknown"><gap reason={xml_attribute(_DOUBTS[reading.doubt])}/></rdg>'
        return self._sentence_reading(
            reading, wits, "moved" if reading.moved and reading.kind != "translated" else reading.kind
        )

    def _sentence_reading(self, reading: CopyReading, wits: list[str], kind: str) -> str:
        place = self._witnesses.first(reading)
        if place is None:
            return ""
        copy, span = place
        words = self._witnesses.printed(copy, span)
        foreign = "" if self._witnesses.is_in_language(copy) else _language(self._witnesses.articles[copy].language)
        count = self._witnesses.texts[copy].word_count(span)
        content = f'<gap reason="rights" quantity="{count}" unit="word"/>' if words is None else xml_text(words)
        return f'<rdg{_wit(wits)} type="{kind}"{foreign}>{content}</rdg>'


def _line(text: str) -> str:
    return text.replace("\n", " ")


def _wit(sigla: Sequence[str]) -> str:
    return f' wit="{" ".join("#" + siglum for siglum in sigla)}"' if sigla else ""
