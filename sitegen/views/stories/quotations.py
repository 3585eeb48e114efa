"""The quotations of a story laid out: who says each, who prints it whole, shortened, in other words, or not at all.

The counts are of articles whose rights allow more than figures. Who lacks a quotation is named at its sentence in the
text, which it leads to.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from sitegen.collation import CollationUnit
from sitegen.model import PublicStatement, StatementFate, StatementPrint, UnprintedStatement
from sitegen.text.catalogues import Catalogue
from sitegen.text.languages import direction
from sitegen.views.addresses import article_path, href
from sitegen.views.common import Site, in_language, short_name, shortened
from sitegen.views.pages import NameList, QuotationLine, ReadingLine, TextLink, WordingPiece
from sitegen.views.stories.copynames import CopyNames
from sitegen.views.story_reading import StoryReading

MOST = 10
"""Quotations that a page lists; the data has all."""
_NAMED = 4
_CHARACTERS = 240
_SPEAKERS = 3
"""Ways to name who speaks that a line has, those of most articles first."""
_DETAILS = 3
"""Prints of a quotation that differ and are shown."""
_PHRASE = 16
"""Tokens from who speaks to the verb, at most."""
_AROUND = 3
"""Tokens printed on either side of a difference."""
_MOST_COMPARED = 400
"""Tokens of a print that is compared word by word; longer ones are counted."""


def quotation_lines(site: Site, reading: StoryReading, names: CopyNames | None) -> tuple[QuotationLine, ...]:
    """The statements that most articles print; `names` are the copies of the text of the page, if it has one."""
    lines = (_LineWriter(site, reading, names, statement).line() for statement in reading.statements)
    return tuple(line for line in lines if line)[:MOST]


class _LineWriter:
    def __init__(self, site: Site, reading: StoryReading, names: CopyNames | None, statement: PublicStatement) -> None:
        self._site, self._reading, self._names = site, reading, names
        self._catalogue: Catalogue = site.catalogue
        # Who has which words of a text of which figures alone may be told is not told.
        self._prints: list[StatementPrint] = [entry for entry in statement.prints if self._may_name(entry.article)]
        self._unprinted: list[UnprintedStatement] = [
            entry for entry in statement.unprinted if self._may_name(entry.article)
        ]
        self._is_fullest_named = self._may_name(statement.prints[0].article)

    def _may_name(self, copy: str) -> bool:
        return self._reading.articles[copy].rights != "figures"

    def line(self) -> QuotationLine | None:
        """The line; None where the fullest print may not be shown, or no other article may be named."""
        fullest = next((entry for entry in self._prints if self._may_show(entry)), None)
        if len(self._prints) < 2 or fullest is None or fullest.rendering != "whole":
            return None
        article, names = self._reading.articles[fullest.article], self._names
        spine = names.collation.spine if names else ()
        base_print = next((entry for entry in self._prints if names and entry.article == names.collation.base), None)
        unit = next((unit for unit in spine if base_print and _meets(unit, base_print)), None)
        words = self._words(fullest).rstrip(" ,;:")
        return QuotationLine(
            text=in_language(shortened(words, _CHARACTERS), article.language, self._site.frame.language),
            href=names.anchor(unit.id) if names and unit else href(self._site.frame.root, article_path(article.id)),
            counted=self._counted(),
            speakers=self._speakers(),
            details=tuple(self._details(fullest))[:_DETAILS],
        )

    def _may_show(self, entry: StatementPrint) -> bool:
        return all(self._reading.shown.covers(entry.article, span) for span in entry.spans)

    def _words(self, entry: StatementPrint) -> str:
        text = self._reading.texts[entry.article]
        return " … ".join(" ".join(text.text(span).split()) for span in entry.spans)

    def _counted(self) -> str:
        """In how many articles it is whole, shortened, altered, and what the other copies of the text have."""
        catalogue = self._catalogue
        prints = Counter(entry.rendering for entry in self._prints)
        fates: Counter[StatementFate] = Counter(entry.fate for entry in self._unprinted)
        trimmed, altered = prints["trimmed"], prints["altered"]
        parts = (
            (
                prints["whole"],
                catalogue.ngettext("whole in {count} text", "whole in {count} texts", prints["whole"]),
            ),
            (trimmed, catalogue.ngettext("shortened in {count} text", "shortened in {count} texts", trimmed)),
            (
                altered,
                catalogue.ngettext(
                    "other words or another order in {count} text",
                    "other words or another order in {count} texts",
                    altered,
                ),
            ),
            (
                fates["without marks"],
                # Translators: of a quotation: its sentence is in a text, and none of it in quotation marks.
                catalogue.ngettext(
                    "without quotation marks in {count} text",
                    "without quotation marks in {count} texts",
                    fates["without marks"],
                ),
            ),
            (
                fates["translated"],
                catalogue.ngettext("translated in {count} text", "translated in {count} texts", fates["translated"]),
            ),
            (
                fates["translated without marks"],
                catalogue.ngettext(
                    "translated without quotation marks in {count} text",
                    "translated without quotation marks in {count} texts",
                    fates["translated without marks"],
                ),
            ),
            (
                fates["dropped"],
                # Translators: of a quotation: its sentence is in no place of a text.
                catalogue.ngettext("gone from {count} text", "gone from {count} texts", fates["dropped"]),
            ),
        )
        return catalogue.in_series(words_of_count for count, words_of_count in parts if count)

    def _speakers(self) -> str:
        """Who says it, with the verb, as the articles print it, and in how many; empty where none does plainly."""
        phrases: Counter[str] = Counter()
        for entry in self._prints:
            phrase = self._phrase(entry)
            if phrase:
                phrases[phrase] += 1
        ranked = sorted(phrases.items(), key=lambda counted: -counted[1])[:_SPEAKERS]
        return self._catalogue.in_series(
            # Translators: who says a quotation, in the words of a text, and in how many texts: “the mayor said” (3).
            self._catalogue.gettext(
                "{phrase} ({count})", phrase=self._catalogue.quoted(phrase), count=self._catalogue.number(count)
            )
            for phrase, count in ranked
        )

    def _phrase(self, entry: StatementPrint) -> str:
        """Who says it and the verb, in their order; empty where they may not be shown."""
        if entry.speaker is None or entry.verb is None:
            return ""
        span = (min(entry.speaker[0], entry.verb[0]), max(entry.speaker[1], entry.verb[1]))
        if span[1] - span[0] > _PHRASE or not self._reading.shown.covers(entry.article, span):
            return ""
        return " ".join(self._reading.texts[entry.article].text(span).split()).rstrip(" ,;:")

    def _details(self, fullest: StatementPrint) -> Iterator[ReadingLine]:
        """Prints with another speaker, with a negation less, with other words, the most telling first."""
        catalogue = self._catalogue
        first, *later = self._prints
        another = [entry for entry in later if entry.speaks_another] if self._is_fullest_named else []
        for entry in another:
            phrase = self._phrase(entry)
            if phrase:
                # Translators: {phrase} says who says a quotation, in a text's words; names of texts follow.
                label = catalogue.gettext("Said by another: {phrase}", phrase=catalogue.quoted(phrase))
                yield ReadingLine(label=label, copies=self._named([entry]))
        changed = [entry for entry in later if entry.rendering != "whole"]
        for entry in sorted(changed, key=lambda entry: (not entry.negation_left_out, entry.rendering != "altered")):
            if not self._may_show(entry) or first is not fullest:
                yield ReadingLine(label=catalogue.gettext("Reworded in"), copies=self._named([entry]))
                continue
            tag = self._reading.articles[entry.article].language
            foreign = tag != self._site.frame.language
            yield ReadingLine(
                label="",
                pieces=self._pieces(fullest, entry),
                lang=tag if foreign and tag != "und" else "",
                dir=("auto" if tag == "und" else direction(tag)) if foreign else "",
                copies=self._named([entry]),
                note=catalogue.gettext("a negation inside the sentence is left out") if entry.negation_left_out else "",
            )

    def _named(self, entries: Sequence[StatementPrint]) -> NameList:
        root = self._site.frame.root
        return NameList(
            links=tuple(
                TextLink(
                    label=short_name(self._site, self._reading.articles[entry.article]),
                    href=self._names.address(entry.article, entry.spans[0])
                    if self._names and entry.article in (*self._names.collation.copies, *self._names.collation.alike)
                    else href(root, article_path(entry.article)),
                )
                for entry in entries[:_NAMED]
            ),
            more=max(0, len(entries) - _NAMED),
        )

    def _pieces(self, fullest: StatementPrint, entry: StatementPrint) -> tuple[WordingPiece, ...]:
        """How the words of a print differ from those of the fullest, each difference with some words around it."""
        sides = [self._tokens(fullest), self._tokens(entry)]
        if max(map(len, sides)) > _MOST_COMPARED:
            return ()
        pieces: list[WordingPiece] = []
        # A mark at the end of a print is where the sentence goes on, and no part of what was said.
        while all(sides) and not any(letter.isalnum() for letter in sides[0][-1][0] + sides[1][-1][0]):
            sides = [side[:-1] for side in sides]
        keys = [[key for _, key in side] for side in sides]
        blocks = SequenceMatcher(a=keys[0], b=keys[1], autojunk=False).get_opcodes()
        for place, (tag, start, end, first, last) in enumerate(blocks):
            if tag == "equal":
                words = [printed for printed, _ in sides[0][start:end]]
                pieces.append(WordingPiece(text=_around(words, place > 0, place + 1 < len(blocks))))
                continue
            for mark, side, span in (("del", sides[0], (start, end)), ("ins", sides[1], (first, last))):
                words_of_side = "".join(printed for printed, _ in side[slice(*span)])
                if words_of_side.strip():
                    pieces.append(WordingPiece(text=words_of_side, mark=mark))
        return tuple(pieces)

    def _tokens(self, entry: StatementPrint) -> list[tuple[str, str]]:
        """The words of a print with their keys; what stands between its parts, and marks around it, left out."""
        text = self._reading.texts[entry.article]
        return [
            (_spaced(text.tokens[token].text, is_last=token + 1 == end), text.keys[token])
            for start, end in entry.spans
            for token in range(start, end)
        ]


def _spaced(printed: str, *, is_last: bool) -> str:
    """A token with a space behind it where a part of a print ends."""
    return f"{printed} " if is_last and not printed[-1:].isspace() else printed


def _around(words: Sequence[str], before: bool, behind: bool) -> str:
    """Equal words between two differences: whole, or those next to the differences."""
    shown = _AROUND * (before + behind)
    if len(words) <= shown + 1:
        return "".join(words)
    first = "".join(words[:_AROUND]) if before else ""
    last = "".join(words[-_AROUND:]) if behind else ""
    return f"{first.rstrip()} … {last}".lstrip()


def _meets(unit: CollationUnit, entry: StatementPrint) -> bool:
    return any(unit.span[0] < end and start < unit.span[1] for start, end in entry.spans)
