"""Says a change in words. Sentences are made from values alone, so that they are the same everywhere.

Each kind has its own, neutral: what stands on the one side and what on the other, never why. Translations are looked
up in a catalogue; see text/catalogues.py. What differs in typography is named in typography.py.
"""

import re
from typing import NamedTuple

from sitegen.compare.typography import say_typography
from sitegen.model import STYLE, ChangeKind
from sitegen.text.catalogues import Catalogue, marked
from sitegen.text.keys import key_of
from sitegen.text.marknames import has_name, name_of
from sitegen.text.quoting import trimmed

_SHORT = 60
"""Characters up to which words are quoted in full; beyond, their ends are, and they are counted."""
_PHRASE = 50
"""Characters of the longest text that may be nothing but a figure, a date or a name with its words."""
_TWICE = re.compile(r"[.!?؟。][\u2069”’»“‘›\"'\s]+\.$")
_BESIDE_WORDS = ',;: -–—،؛"“”„«»'
"""Marks that may move with words, and are not told with them."""
_SEVERAL_MARKS = 4
"""Marks that are named one by one, at most."""
_QUOTES = frozenset('"“”„‟«»「」『』')

_BECAME: dict[ChangeKind, str] = {
    "figure": marked("The figure changed from {left} to {right}."),
    "date": marked("The date changed from {left} to {right}."),
    "name": marked("The name changed from {left} to {right}."),
    "attribution": marked("The attribution changed from {left} to {right}."),
    "quotation": marked("Inside quotation marks, {left} became {right}."),
    "hedge": marked("The claim changed from {left} to {right}."),
    "format": marked("{left} became {right}: the same figure, written another way."),
    "spelling": marked("{left} became {right}: another spelling."),
    "case": marked("{left} became {right}: other capitals."),
    "punctuation": marked("Punctuation: {left} became {right}."),
    "cut": marked("{left} was cut to {right}."),
    "addition": marked("{left} was extended to {right}."),
    "wording": marked("{left} became {right}."),
}
_WITH: dict[ChangeKind, str] = {
    "figure": marked("{left} became {right}, with another figure."),
    "date": marked("{left} became {right}, with another date."),
    "name": marked("{left} became {right}, with another name."),
    "attribution": marked("{left} became {right}, with another attribution."),
    "hedge": marked("{left} became {right}, which changes the claim."),
}
"""For words so many that the figure, date or name is but a part of them."""
_FREED = marked("{left} became {right}, no longer in quotation marks.")
_CAUGHT = marked("{left} became {right}, now in quotation marks.")
_BESIDE = marked("{left} became {right}, beside quotation marks that differ.")
_GONE: dict[ChangeKind, str] = {
    "figure": marked("The figure {text} is gone."),
    "date": marked("The date {text} is gone."),
    "name": marked("The name {text} is gone."),
    "attribution": marked("The attribution {text} is gone."),
    "quotation": marked("Inside quotation marks, {text} is gone."),
    "hedge": marked("{text} is gone, which changes the claim."),
    "punctuation": marked("Punctuation is gone: {text}."),
    "wording": marked("{text} is gone."),
}
_ADDED: dict[ChangeKind, str] = {
    "figure": marked("The figure {text} was added."),
    "date": marked("The date {text} was added."),
    "name": marked("The name {text} was added."),
    "attribution": marked("The attribution {text} was added."),
    "quotation": marked("Inside quotation marks, {text} was added."),
    "hedge": marked("{text} was added, which changes the claim."),
    "punctuation": marked("Punctuation was added: {text}."),
    "wording": marked("{text} was added."),
}


_TOO: dict[ChangeKind, str] = {
    "figure": marked("The figure differs too."),
    "attribution": marked("The attribution differs too."),
    "date": marked("The date differs too."),
    "name": marked("The name differs too."),
    "hedge": marked("That changes the claim too."),
}
"""What is said of an edit in which more differs than what gives it its kind."""
_SHIFTED: dict[ChangeKind, str] = {
    "move": marked("{text} moved inside the sentence."),
    "figure": marked("The figure {text} moved inside the sentence."),
    "attribution": marked("{text} moved inside the sentence, with another attribution."),
    "quotation": marked("Inside quotation marks, {text} moved."),
    "date": marked("The date {text} moved to another part of the sentence."),
    "name": marked("{text} moved inside the sentence: names changed places."),
    "hedge": marked("{text} moved inside the sentence, which changes the claim."),
}


_BESIDE_GONE = marked("{text} is gone, with a quotation mark beside it.")
_BESIDE_ADDED = marked("{text} was added, with a quotation mark beside it.")


class Side(NamedTuple):
    """What one side of a change prints."""

    text: str
    """In one line; empty where the other side alone has something."""
    words: int
    paragraph: int | None = None
    """Its 0-based number, where the change is a whole paragraph."""
    quoted: bool | None = None
    """Whether its words stand inside quotation marks; None where nobody looked, or it has no words."""


_NOTHING = Side(text="", words=0)


def say_place(
    kind: ChangeKind,
    left: tuple[int, ...],
    right: tuple[int, ...],
    catalogue: Catalogue,
    *,
    whole: bool,
    edits: int = 0,
) -> str:
    """The sentence of a move, split or merge of blocks (0-based); not `whole` where a single sentence moved.

    `edits` is how many ranges differ inside what has moved.
    """
    first, last = catalogue.number(left[0] + 1), catalogue.number(left[-1] + 1)
    to = catalogue.number(right[0] + 1)
    if kind == "split":
        return catalogue.ngettext(
            "Paragraph {number} was split into {count} part.",
            "Paragraph {number} was split into {count} parts.",
            len(right),
            number=first,
        )
    if kind == "merge" and len(left) == 2:
        return catalogue.gettext("Paragraphs {first} and {last} became one.", first=first, last=last)
    if kind == "merge":
        return catalogue.gettext("Paragraphs {first} to {last} became one.", first=first, last=last)
    return _moved(left[0], right[0], first, to, catalogue, whole=whole, edits=edits)


def _moved(left: int, right: int, first: str, to: str, catalogue: Catalogue, *, whole: bool, edits: int) -> str:
    if not whole and left == right:
        said = catalogue.gettext("A sentence moved inside paragraph {number}", number=first)
    elif not whole:
        said = catalogue.gettext("A sentence moved from paragraph {left} to {right}", left=first, right=to)
    elif right < left:
        said = catalogue.gettext("Paragraph {left} moved up to {right}", left=first, right=to)
    else:
        said = catalogue.gettext("Paragraph {left} moved down to {right}", left=first, right=to)
    if not edits:
        # Translators: {move} is one of the sentences above, such as "Paragraph 6 moved up to 2".
        return catalogue.gettext("{move}.", move=said)
    return catalogue.ngettext("{move}, with one edit.", "{move}, with {count} edits.", edits, move=said)


def _once_stopped(said: str) -> str:
    """The sentence without its own full stop where it ends with a text that has one: “Yes.”"""
    return said[:-1] if _TWICE.search(said) else said


def say_shift(kind: ChangeKind, left: Side, right: Side, catalogue: Catalogue) -> str:
    """The sentence of words that moved inside their sentence; as the right has them, where they differ in order."""
    words = [side.text.strip(_BESIDE_WORDS) for side in (left, right)]
    if words[0].endswith(".") != words[1].endswith("."):
        words = [text.removesuffix(".") for text in words]
    texts = [_described(side._replace(text=text), catalogue) for side, text in zip((left, right), words, strict=True)]
    if texts[0].casefold() == texts[1].casefold():
        return catalogue.gettext(_SHIFTED.get(kind, _SHIFTED["move"]), text=texts[1])
    # Translators: {left} is what moved as one text prints it, {right} as the other does: “alleged”, “allegedly”.
    text = catalogue.gettext("{left}, now {right},", left=texts[0], right=texts[1])
    return catalogue.gettext(_SHIFTED.get(kind, _SHIFTED["move"]), text=text)


def say(kind: ChangeKind, left: Side, right: Side, catalogue: Catalogue, *, also: tuple[ChangeKind, ...] = ()) -> str:
    """The sentence of any other change; the text of one side may be empty. `also` are other kinds that it is of."""
    said = _once_stopped(_said(kind, left, right, catalogue))
    return " ".join([said, *[catalogue.gettext(_TOO[one]) for one in also if one in _TOO]])


def _said(kind: ChangeKind, left: Side, right: Side, catalogue: Catalogue) -> str:
    if kind == "typography" or (kind == "case" and not (left.text and right.text)):
        return say_typography(left.text, right.text, catalogue)
    one_sided = kind in ("cut", "addition") and not (_says(left) and _says(right))
    if left.text and right.text and not one_sided:
        return _became(kind, left, right, catalogue)
    if one_sided and left.text and right.text:
        # The other side has a mark or two in its place.
        left, right = (left, _NOTHING) if kind == "cut" else (_NOTHING, right)
    side, sentences = (left, _GONE) if left.text else (right, _ADDED)
    if side.paragraph is not None:
        return _paragraph(side, catalogue, gone=bool(left.text))
    if kind == "quotation" and not _says(side):
        kind = "punctuation"
    elif kind == "quotation" and side.quoted is False:
        return catalogue.gettext(_BESIDE_GONE if left.text else _BESIDE_ADDED, text=_described(side, catalogue))
    text = _marks(side.text, catalogue) if kind == "punctuation" else _described(side, catalogue)
    return catalogue.gettext(sentences.get(kind, sentences["wording"]), text=text)


def _quoted_or_freed(left: Side, right: Side, catalogue: Catalogue) -> str:
    """The sentence of a change that is quotation marks alone, on one side alone; empty for any other."""
    quotes = [not _QUOTES.isdisjoint(side.text) for side in (left, right)]
    if quotes[0] == quotes[1] or not _bare(left.text) == _bare(right.text) != "":
        return ""
    if quotes[0]:
        return catalogue.gettext("{text} lost its quotation marks.", text=_described(left, catalogue))
    return catalogue.gettext("{text} was put in quotation marks.", text=_described(right, catalogue))


def _became(kind: ChangeKind, left: Side, right: Side, catalogue: Catalogue) -> str:
    if kind in ("quotation", "punctuation") and (said := _quoted_or_freed(left, right, catalogue)):
        return said
    marks = kind == "punctuation" or (kind == "quotation" and not (_says(left) or _says(right)))
    texts = [_marks(side.text, catalogue) if marks else _described(side, catalogue) for side in (left, right)]
    if texts[0] == texts[1]:
        # Names of marks, or the ends of long texts, that are the same on both sides.
        if marks:
            return catalogue.gettext("Punctuation of another form: {text}.", text=texts[0])
        if kind in STYLE:
            return catalogue.gettext("{text} is printed another way.", text=texts[0])
        return catalogue.gettext("{text} is worded another way.", text=texts[0])
    if kind == "quotation" and (sentence := _about_marks(left, right)):
        return catalogue.gettext(sentence, left=texts[0], right=texts[1])
    kind = "punctuation" if marks else kind
    sentences = _WITH if max(len(left.text), len(right.text)) > _PHRASE and kind in _WITH else _BECAME
    return catalogue.gettext(sentences.get(kind, _BECAME["wording"]), left=texts[0], right=texts[1])


def _says(side: Side) -> bool:
    """Whether a side holds more than marks."""
    return any(map(str.isalnum, side.text))


def _about_marks(left: Side, right: Side) -> str:
    """The sentence for words that do not stand inside quotation marks on both sides; empty where they do."""
    quoted = (_is_quoted(left, right), _is_quoted(right, left))
    if quoted == (True, False):
        return _FREED
    if quoted == (False, True):
        return _CAUGHT
    return "" if all(quoted) else _BESIDE


def _is_quoted(side: Side, other: Side) -> bool:
    """Whether a side is quoted; where nobody looked, whether it holds a pair of marks or the other holds none."""
    if side.quoted is not None:
        return side.quoted
    if not _says(side):
        return other.quoted is not False
    pairs = [sum(char in _QUOTES for char in one.text) for one in (side, other)]
    return pairs[0] > 1 or pairs[1] < 2


def _bare(text: str) -> str:
    """The text as it is compared, without its quotation marks and spaces."""
    return "".join(char for char in key_of(text) if char not in "\"'" and not char.isspace())


def _paragraph(side: Side, catalogue: Catalogue, *, gone: bool) -> str:
    number = catalogue.number((side.paragraph or 0) + 1)
    if len(side.text) <= _SHORT:
        text = catalogue.quoted(trimmed(side.text), _SHORT)
        if gone:
            return catalogue.gettext("Paragraph {number} is gone: {text}.", number=number, text=text)
        return catalogue.gettext("Paragraph {number} is new: {text}.", number=number, text=text)
    if gone:
        return catalogue.ngettext(
            "Paragraph {number} is gone: {count} word.",
            "Paragraph {number} is gone: {count} words.",
            side.words,
            number=number,
        )
    return catalogue.ngettext(
        "Paragraph {number} is new: {count} word.",
        "Paragraph {number} is new: {count} words.",
        side.words,
        number=number,
    )


def _described(side: Side, catalogue: Catalogue) -> str:
    """The words quoted; where they are many, their ends and how many they are."""
    words = trimmed(side.text)
    text = catalogue.quoted(words, _SHORT)
    if len(words) <= _SHORT:
        return text
    return catalogue.ngettext("{text} ({count} word)", "{text} ({count} words)", side.words, text=text)


def _marks(text: str, catalogue: Catalogue) -> str:
    """Marks by their names, each once; anything else quoted."""
    marks = [char for char in text if not char.isspace()]
    if marks and len(marks) <= _SEVERAL_MARKS and all(map(has_name, marks)):
        return catalogue.listed(list(dict.fromkeys(name_of(char, catalogue) for char in marks)))
    return catalogue.quoted(text, _SHORT)
