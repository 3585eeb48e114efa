"""Lays a text out to be read, with what became of each of its sentences in the copies it was collated with.

Sentences in a row that fared alike, and that no copy worded anew, are one row, so that a text that everybody kept is
read as a text. What a row lists is bounded, because a page is: the readings of most copies come first.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import field

from sitegen.collation import CollationUnit, CopyReading, Doubt, ReadingKind
from sitegen.frozen import dataclass
from sitegen.model import Article
from sitegen.text.catalogues import Catalogue, marked
from sitegen.text.languages import direction
from sitegen.text.tokenized import UNCOUNTED
from sitegen.views.common import in_language, shortened
from sitegen.views.pages import (
    CorrectionLine,
    FormerPassage,
    Inset,
    ReadingLine,
    ShownSentence,
    SpineRow,
    Tally,
    Text,
    WordingPiece,
)
from sitegen.views.stories.copynames import CopyNames
from sitegen.views.stories.wording import wording

_READINGS = 60
"""Readings that a page lists, shared among its sentences: as many as keep a page of 200 copies below 1,400 elements."""
_MOST_READINGS = 6
"""Readings of one sentence: more are a table and not a text."""
_INSETS = 12
"""Additions that a page shows, those of most copies first, then the longest."""
_INSET_CHARACTERS = 150
STOPS = ".!?…。！？؟।۔"
"""Marks with which a sentence ends."""
CLOSING = "”’»\"')」』"
"""Marks that may follow them."""
_STEPS = 20
"""Steps in which the bar of a tally is drawn, by classes of the theme: elements would be a tenth of a page."""
_BARS: dict[ReadingKind, str] = {"verbatim": "k", "reworded": "r", "translated": "t", "dropped": "g"}
_DOUBTS: dict[Doubt, str] = {
    "breaks off": marked("the saved text ends before some of the sentences"),
    "coarse": marked("not compared word by word"),
    "own words": marked("some of the sentences may be there in other words"),
    "no counterpart": marked("of some of the sentences no translation was recognised"),
}


@dataclass(frozen=True, slots=True)
class SpinePast:
    """What is remembered of the sentences of a page, by the ids of their units."""

    former: Mapping[str, tuple[FormerPassage, ...]] = field(default_factory=dict)
    corrections: Mapping[str, tuple[CorrectionLine, ...]] = field(default_factory=dict)


class SpineReader:
    """Lays out the units of one collation. `strangers` are texts in other languages that translate nothing of it."""

    def __init__(self, names: CopyNames, strangers: Collection[str] = (), past: SpinePast | None = None) -> None:
        self._past = past or SpinePast()
        self._names, self._collation, self._reading = names, names.collation, names.reading
        self._strangers = frozenset(strangers)
        self._catalogue: Catalogue = names.site.catalogue
        self._base: Article = self._reading.articles[self._collation.base]
        self._text = self._reading.texts[self._collation.base]
        self._shows = self._base.rights != "figures"
        copies = [copy for copy in self._collation.copies if copy not in self._strangers]
        ends = [self._ends(unit) for unit in self._collation.spine if unit.role == "paragraph"]
        self._is_prose = sum(ends) > len(ends) / 2
        self.copies: int = names.count(copies) + len(names.twins_of_base())

    @property
    def tongue(self) -> tuple[str, str]:
        """Language and direction of the text, as elements have them; empty where they are those of the page."""
        tag = self._base.language
        if tag == self._names.site.frame.language:
            return "", ""
        return ("", "auto") if tag == "und" else (tag, direction(tag))

    def rows(self, units: Sequence[CollationUnit]) -> tuple[tuple[Inset, ...], tuple[SpineRow, ...], int]:
        """What stands before the first sentence, the rows, and how many sentences of others are not shown."""
        insets, left_out = self._insets(units)
        spine = [unit for unit in units if not unit.added]
        groups = self._groups(spine, insets)
        differing = sum(any(reading.kind == "reworded" for reading in group[0].readings) for group in groups)
        most = min(_MOST_READINGS, max(1, _READINGS // max(1, differing)))
        rows, block = [], -1
        for group in groups:
            place = self._text.block_of(group[0].span[0])
            rows.append(self._row(group, most, insets.get(group[-1].id, ()), starts=place != block))
            block = self._text.block_of(group[-1].span[0])
        return insets.get("", ()), tuple(rows), left_out

    def _groups(self, units: Sequence[CollationUnit], insets: Collection[str]) -> list[list[CollationUnit]]:
        """The sentences, neighbours that fared alike together; what stands between two keeps them apart."""
        groups: list[list[CollationUnit]] = []
        previous: tuple[object, ...] | None = None
        for unit in units:
            fate = self._fate(unit)
            if groups and fate is not None and fate == previous and groups[-1][-1].id not in insets:
                groups[-1].append(unit)
            else:
                groups.append([unit])
            previous = fate
        return groups

    def _fate(self, unit: CollationUnit) -> tuple[object, ...] | None:
        """What became of a sentence, equal for sentences that may be one row; None where its own readings are shown."""
        readings = [
            (reading.kind, reading.moved, reading.doubt, copies)
            for reading in unit.readings
            if (copies := self._copies(reading))
        ]
        if any(kind == "reworded" for kind, *_ in readings):
            return None
        translated = tuple(sorted(copy for kind, _, _, copies in readings if kind == "translated" for copy in copies))
        plain = tuple(sorted(entry for entry in readings if entry[0] != "translated"))
        return (self._text.block_of(unit.span[0]), plain, translated)

    def _copies(self, reading: CopyReading) -> tuple[str, ...]:
        if not self._strangers:
            return reading.copies
        return tuple(copy for copy in reading.copies if copy not in self._strangers)

    def _row(self, group: Sequence[CollationUnit], most: int, insets: tuple[Inset, ...], *, starts: bool) -> SpineRow:
        first = group[0]
        counts = self.counts(first)
        block = self._base.blocks[self._text.block_of(first.span[0])]
        counted = first.role not in UNCOUNTED
        shown, left_out = self._lines(first, most) if self._shows and counted else ([], 0)
        return SpineRow(
            sentences=tuple(self._sentence(unit, counts) for unit in group),
            tally=self._tally(counts, varied=bool(shown)) if counted and self.copies else None,
            readings=tuple(shown),
            more=self._catalogue.ngettext(
                "{count} more reading is in the comparisons.",
                "{count} more readings are in the comparisons.",
                left_out,
            )
            if left_out
            else "",
            starts=starts,
            role=first.role,
            # A label that is printed is part of the words.
            label=block.label if starts and self._base.rights == "full" and not block.label_end else "",
            insets=insets,
        )

    def counts(self, unit: CollationUnit) -> Counter[ReadingKind]:
        """How many copies have each kind of reading, those with the text of another among them."""
        counts: Counter[ReadingKind] = Counter()
        for reading in unit.readings:
            counts[reading.kind] += self._names.count(self._copies(reading))
        counts["verbatim"] += len(self._names.twins_of_base())
        return counts

    def _sentence(self, unit: CollationUnit, counts: Counter[ReadingKind]) -> ShownSentence:
        printed = self._shows and self._reading.shown.covers(self._base.id, unit.span)
        judged = counts.total() - counts["unknown"]
        share = counts["dropped"] / judged if judged else 0.0
        return ShownSentence(
            id=unit.id if self._shows else "",
            text=self._text.text(unit.span).replace("\n", " ") if printed else "",
            words=0 if printed else unit.words,
            loss=0 if not share else 1 if share < 1 / 3 else 2 if share < 2 / 3 else 3,
            former=self._past.former.get(unit.id, ()) if self._shows else (),
            corrections=self._past.corrections.get(unit.id, ()) if self._shows else (),
        )

    def _tally(self, counts: Counter[ReadingKind], *, varied: bool) -> Tally:
        catalogue = self._catalogue
        if not varied and counts["verbatim"] == counts.total() > 0:
            # Translators: beside a sentence that every copy has word for word.
            words = catalogue.ngettext("kept by the other copy", "kept by all {count}", counts.total())
            return Tally(words=words, bar=f"k{_STEPS}")
        numbers = {kind: catalogue.number(count) for kind, count in counts.items()}
        # Translators: beside a sentence: how many copies have it word for word, worded anew, translated, not at all.
        count_words: dict[ReadingKind, str] = {
            "verbatim": catalogue.gettext("kept {count}", count=numbers.get("verbatim", "")),
            "reworded": catalogue.gettext("reworded {count}", count=numbers.get("reworded", "")),
            "translated": catalogue.gettext("translated {count}", count=numbers.get("translated", "")),
            "dropped": catalogue.gettext("gone {count}", count=numbers.get("dropped", "")),
            "unknown": catalogue.gettext("not known {count}", count=numbers.get("unknown", "")),
        }
        total = counts.total() or 1
        return Tally(
            words=" · ".join(words for kind, words in count_words.items() if counts[kind]),
            bar=" ".join(f"{_BARS[kind]}{counts[kind] * _STEPS // total}" for kind in _BARS),
        )

    def _lines(self, unit: CollationUnit, most: int) -> tuple[list[ReadingLine], int]:
        """What differs from the base, the readings of most copies first, and how many readings are left out."""
        readings = [(reading, copies) for reading in unit.readings if (copies := self._copies(reading))]
        plain_lines = list(self._without_words(unit, readings))
        rewordings = [
            (reading, copies)
            for reading, copies in readings
            if reading.kind == "reworded" and any(map(self._names.may_name, copies))
        ]
        room = max(1, most - len(plain_lines))
        # One more reading is no longer than the line that says so; on a page of many, each is one too many.
        shown = rewordings if len(rewordings) <= room + (room > 1) else rewordings[:room]
        lines = [self._reworded(unit, reading, copies) for reading, copies in shown]
        return [*lines, *plain_lines], len(rewordings) - len(shown)

    def _without_words(
        self, unit: CollationUnit, readings: Sequence[tuple[CopyReading, tuple[str, ...]]]
    ) -> Iterator[ReadingLine]:
        """Who lacks the sentence, and who has it at another place."""
        catalogue, names = self._catalogue, self._names

        def gathered(label: str, copies: Sequence[str]) -> Iterator[ReadingLine]:
            if any(map(names.may_name, copies)):
                yield ReadingLine(label=label, copies=names.listed(copies, unit.span))

        lost = [copy for reading, copies in readings if reading.kind == "dropped" for copy in copies]
        # Translators: before the names of copies that lack a sentence.
        yield from gathered(catalogue.gettext("Not in"), lost)
        moved = [
            copy for reading, copies in readings if reading.kind == "verbatim" and reading.moved for copy in copies
        ]
        # Translators: before the names of copies that have a sentence at another place.
        yield from gathered(catalogue.gettext("At another place in"), moved)

    def doubts(self) -> Iterator[ReadingLine]:
        """Of which copies something is not known, and why; said once, since it is true of many sentences."""
        for doubt, note in _DOUBTS.items():
            doubtful = dict.fromkeys(
                copy
                for unit in self._collation.spine
                for reading in unit.readings
                if reading.doubt == doubt
                for copy in self._copies(reading)
            )
            if any(map(self._names.may_name, doubtful)):
                # Translators: before the names of copies of which it is not known whether they have some sentences.
                label = self._catalogue.gettext("Not known of")
                listed = self._names.listed(tuple(doubtful))
                yield ReadingLine(label=label, copies=listed, note=self._catalogue.gettext(note))

    def _reworded(self, unit: CollationUnit, reading: CopyReading, copies: Sequence[str]) -> ReadingLine:
        """In the words of the first copy that may be named; its ops are those of the first of all."""
        copy = next(copy for copy in reading.copies if copy in copies)
        article = self._reading.articles[copy]
        pieces: tuple[WordingPiece, ...] = ()
        if reading.ops and copy == reading.copies[0]:
            texts = (self._text, self._reading.texts[copy])
            pieces = wording(reading.ops, texts, reading.spans[0], (self._base.id, copy), self._reading.shown)
        tag = article.language if article.language != self._names.site.frame.language else ""
        return ReadingLine(
            label="" if pieces else self._catalogue.gettext("Reworded in"),
            pieces=pieces,
            lang="" if tag == "und" else tag,
            dir="auto" if tag == "und" else direction(tag) if tag else "",
            copies=self._names.listed(copies, unit.span),
            note=self._catalogue.gettext("at another place") if reading.moved else "",
        )

    def _insets(self, units: Sequence[CollationUnit]) -> tuple[dict[str, tuple[Inset, ...]], int]:
        """What copies added, by the id of the sentence before it, and how many sentences are left out."""
        if not self._shows:
            return {}, 0
        places: dict[str, list[list[CollationUnit]]] = {}
        for unit in units:
            if not unit.added or unit.role in UNCOUNTED or not any(map(self._names.may_name, self._holders(unit))):
                continue
            if self._is_chrome(unit):
                continue
            runs = places.setdefault(unit.after, [])
            if runs and self._holders(runs[-1][0]) == self._holders(unit):
                runs[-1].append(unit)
            else:
                runs.append([unit])
        ranked = sorted(
            (run for runs in places.values() for run in runs),
            key=lambda run: (-len(self._holders(run[0])), -sum(unit.words for unit in run)),
        )
        chosen = {run[0].id for run in ranked[:_INSETS]}
        insets = {
            after: tuple(self._inset(run) for run in runs if run[0].id in chosen)
            for after, runs in places.items()
            if any(run[0].id in chosen for run in runs)
        }
        return insets, sum(len(run) for run in ranked[_INSETS:])

    def _is_chrome(self, unit: CollationUnit) -> bool:
        """Whether an addition of one copy is a line of its page: `Sign in | Subscribe`, the weather, a label.

        Beside a text whose own sentences end with marks, a paragraph that does not is no sentence of a report.
        """
        return self._is_prose and unit.role == "paragraph" and len(self._holders(unit)) == 1 and not self._ends(unit)

    def _ends(self, unit: CollationUnit) -> bool:
        return self._reading.texts[unit.article].text(unit.span).strip()[-1:] in STOPS + CLOSING

    def _holders(self, unit: CollationUnit) -> tuple[str, ...]:
        return tuple(copy for reading in unit.readings for copy in self._copies(reading))

    def _inset(self, run: Sequence[CollationUnit]) -> Inset:
        article = self._reading.articles[run[0].article]
        may_print = self._names.may_name(article.id)
        printed: list[str] = []
        for unit in run:
            if not may_print or not self._reading.shown.covers(article.id, unit.span):
                break
            sentence = " ".join(self._reading.texts[article.id].text(unit.span).split())
            if printed and sum(map(len, printed)) + len(sentence) > _INSET_CHARACTERS:
                break
            printed.append(sentence)
        text = shortened(" ".join(printed), _INSET_CHARACTERS + 50)
        label = in_language(text, article.language, self._names.site.frame.language) if printed else Text(text="")
        return Inset(
            copies=self._names.listed(self._holders(run[0]), None),
            text=label,
            words=0 if printed else sum(unit.words for unit in run),
            more=len(run) - len(printed) if printed else 0,
            id=run[0].id,
        )
