"""The ledger of a story's quotations read further: who says each, in which words, and what became of it in each copy.

Says that a copy gives a quotation to another speaker only where both name somebody and the two cannot be one; that it
drops it, or tells it without marks, only where the collation of its text with the base knows so.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sitegen.changes.readtext import ReadText
from sitegen.changes.rowedits import Sides
from sitegen.changes.speech import Attribution, is_named, likeness, said_by
from sitegen.changes.terms import terms_of
from sitegen.collation import Collation, CollationUnit, CopyReading
from sitegen.edition import StoryEdition
from sitegen.model import Article, PublicStatement, Rendering, Span, StatementPrint, UnprintedStatement
from sitegen.text.languages import is_one_language
from sitegen.text.tokenized import Tokenized

_MOST_READ = 48
"""Prints of a statement whose speaker is looked for, the earliest: of more copies, most have the text of another."""
_SHARE = 0.6
"""Share of the words of a sentence that a quotation must have for the sentence's fate to be its own."""
_UNTRIMMED: frozenset[Rendering] = frozenset({"whole", "altered"})


def with_speakers(
    statements: Sequence[PublicStatement],
    edition: StoryEdition,
    articles: Mapping[str, Article],
    texts: Mapping[str, Tokenized],
) -> tuple[PublicStatement, ...]:
    """The statements with who says each, in every print, and with what became of them in copies that print none."""
    reader = _LedgerReader(edition, articles, texts)
    return tuple(reader.read(statement) for statement in statements)


class _LedgerReader:
    def __init__(self, edition: StoryEdition, articles: Mapping[str, Article], texts: Mapping[str, Tokenized]) -> None:
        self._collations = [family.collation for family in edition.families]
        self._articles, self._texts = articles, texts
        self._read: dict[str, ReadText] = {}

    def read(self, statement: PublicStatement) -> PublicStatement:
        """The statement with all that is known of it."""
        fullest = statement.prints[0]
        saying = self._said_in(fullest.article, fullest.spans)
        prints = [
            self._print(entry, fullest, saying) if place < _MOST_READ else entry
            for place, entry in enumerate(statement.prints)
        ]
        return replace(statement, prints=tuple(prints), unprinted=tuple(self._unprinted(statement)))

    def _text(self, copy: str) -> ReadText:
        if copy not in self._read:
            self._read[copy] = ReadText(self._texts[copy], terms_of(self._articles[copy].language))
        return self._read[copy]

    def _said_in(self, copy: str, spans: Sequence[Span]) -> Attribution | None:
        """Who says a quotation, in one of its parts; None where two parts name two."""
        text = self._text(copy)
        attributions = [saying for span in spans if (saying := said_by(text, span))]
        if not attributions:
            return None
        first = next((saying for saying in attributions if is_named(text, saying.speaker)), attributions[0])
        sides = Sides(text, text)
        if any(likeness(sides, first.speaker, saying.speaker) == "different" for saying in attributions):
            return None
        return first

    def _print(self, entry: StatementPrint, fullest: StatementPrint, saying: Attribution | None) -> StatementPrint:
        saying_here = self._said_in(entry.article, entry.spans)
        names_another = saying and saying_here and self._differ(fullest, saying, entry, saying_here)
        return replace(
            entry,
            speaker=saying_here.speaker if saying_here else None,
            verb=saying_here.verb if saying_here else None,
            speaks_another=bool(names_another),
            negation_left_out=entry.rendering == "trimmed" and self._lost_negation(fullest, entry),
        )

    def _differ(
        self, fullest: StatementPrint, saying: Attribution, entry: StatementPrint, saying_here: Attribution
    ) -> bool:
        """Whether two prints name two who cannot be one: both by name, in one language."""
        left, right = self._text(fullest.article), self._text(entry.article)
        if not is_one_language(self._articles[fullest.article].language, self._articles[entry.article].language):
            return False
        if not (_has_name(left, saying.speaker) and _has_name(right, saying_here.speaker)):
            return False
        if _is_named_beside(left, saying.speaker, right, entry.spans) or _is_named_beside(
            right, saying_here.speaker, left, fullest.spans
        ):
            return False
        return likeness(Sides(left, right), saying.speaker, saying_here.speaker) == "different"

    def _lost_negation(self, fullest: StatementPrint, entry: StatementPrint) -> bool:
        """Whether a print leaves out a negation of a sentence of which it prints words on both sides of it."""
        text, kept = self._text(fullest.article), self._text(entry.article)
        words = [token for span in fullest.spans for token in range(*span) if text.text.words[token]]
        printed = iter([kept.keys[token] for span in entry.spans for token in range(*span) if kept.text.words[token]])
        stays: list[bool] = []
        next_key = next(printed, None)
        for token in words:
            stays.append(text.keys[token] == next_key)
            if stays[-1]:
                next_key = next(printed, None)
        for place, token in enumerate(words):
            if stays[place] or "negation" not in text.classes(token):
                continue
            start, end = text.sentence(token)
            before = any(stays[near] for near in range(place) if words[near] >= start)
            behind = any(stays[near] for near in range(place + 1, len(words)) if words[near] < end)
            if before and behind:
                return True
        return False

    def _unprinted(self, statement: PublicStatement) -> Iterator[UnprintedStatement]:
        """The copies of the text that have no print of the statement, and what is known of each."""
        printing = {entry.article for entry in statement.prints}
        for collation in self._collations:
            entry = next((entry for entry in statement.prints if entry.article == collation.base), None)
            units = self._units(collation, entry) if entry and entry.rendering in _UNTRIMMED else []
            for copy in collation.copies if units else ():
                readings = [unit.reading_of(copy) for unit in units]
                if copy in printing or not all(readings):
                    continue
                fate = self._fate(copy, [reading for reading in readings if reading])
                if fate:
                    yield fate

    def _units(self, collation: Collation, entry: StatementPrint) -> list[CollationUnit]:
        """The sentences of the base that the quotation is the most of."""
        text, units = self._text(collation.base).text, []
        for unit in collation.spine:
            inside = sum(
                text.word_count((max(start, unit.span[0]), min(end, unit.span[1])))
                for start, end in entry.spans
                if start < unit.span[1] and unit.span[0] < end
            )
            if inside and inside >= _SHARE * text.word_count(unit.span):
                units.append(unit)
        return units

    def _fate(self, copy: str, readings: Sequence[CopyReading]) -> UnprintedStatement | None:
        kinds = {reading.kind for reading in readings}
        if kinds == {"dropped"}:
            return UnprintedStatement(article=copy, fate="dropped")
        spans = [_span_in(reading, copy) for reading in readings]
        places = tuple(span for span in spans if span)
        if len(places) < len(readings):
            return None
        text = self._text(copy)
        quoted = any(text.quoted[token] for span in places for token in range(*span))
        if kinds == {"translated"}:
            # A translation has its speaker in words of its own: whose they are is printed, and compared with nothing.
            saying = self._said_in(copy, _quoted_in(text, places))
            return UnprintedStatement(
                article=copy,
                fate="translated" if quoted else "translated without marks",
                spans=places,
                speaker=saying.speaker if saying else None,
                verb=saying.verb if saying else None,
            )
        if kinds <= {"reworded", "verbatim"} and not quoted:
            return UnprintedStatement(article=copy, fate="without marks", spans=places)
        return None


def _quoted_in(text: ReadText, places: Sequence[Span]) -> tuple[Span, ...]:
    """The quoted runs of some ranges, each inside one block."""
    runs: list[Span] = []
    for start, end in places:
        for token in range(start, end):
            if not text.quoted[token]:
                continue
            if runs and runs[-1][1] == token and text.block_of(runs[-1][0]) == text.block_of(token):
                runs[-1] = (runs[-1][0], token + 1)
            else:
                runs.append((token, token + 1))
    return tuple(runs)


def _span_in(reading: CopyReading, copy: str) -> Span | None:
    return reading.spans[reading.copies.index(copy)] if reading.spans else None


def _has_name(text: ReadText, speaker: Span) -> bool:
    return any(text.is_name(token) for token in range(*speaker))


def _is_named_beside(text: ReadText, speaker: Span, beside: ReadText, spans: Sequence[Span]) -> bool:
    """Whether a name of a speaker stands in the paragraph of another print of the words: it may well be meant there.

    Of real reports, the words of a member (with the letters of a state in brackets) were read as those of the state,
    and a president's, who spoke of an organisation, as the organisation's: their readers were told of two speakers.
    """
    names = {text.keys[token] for token in range(*speaker) if text.is_name(token)}
    blocks = {beside.block_span(span[0]) for span in spans}
    return any(beside.keys[token] in names for start, end in blocks for token in range(start, end))
