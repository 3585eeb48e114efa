"""Says a finding in words. Sentences are made from values alone, so that they are the same everywhere.

What a kind says stands with the kind; here it is chosen and filled. Neutral: what is on the one side and what on the
other, never why. Translations are looked up in a catalogue; see text/catalogues.py. What differs in typography is
named in typography.py, and telling.py asks for the sentence of each finding.
"""

import re
from typing import NamedTuple

from sitegen.changes.kinds import BY_NAME
from sitegen.changes.typography import say_typography
from sitegen.model import SURE, ChangeKind, Verdict
from sitegen.text.catalogues import Catalogue, marked
from sitegen.text.marknames import has_name, name_of
from sitegen.text.quoting import trimmed

_SHORT = 60
"""Characters up to which words are quoted in full; beyond, their ends are, and they are counted."""
_TWICE = re.compile(r"[.!?؟。][\u2069”’»“‘›\"'\s]+\.$")
_BESIDE_WORDS = ',;: -–—،؛"“”„«»'
"""Marks that may move with words, and are not told with them."""
_SEVERAL_MARKS = 4
"""Marks that are named one by one, at most."""
_DIFFERS, _ONE_HAS = marked("{left} and {right} differ here."), marked("Only one copy has {text} here.")
"""What is said of a finding of a consequential kind that is not sure enough to be said as what it is."""
_HERE: dict[tuple[str, Verdict], str] = {
    ("here", "withheld"): marked("{text} is gone here; the words are elsewhere in the other copy."),
    ("here", "given"): marked("{text} was added here; the words are elsewhere in the other copy."),
    ("part elsewhere", "withheld"): marked("{text} is gone here; part of it is elsewhere in the other copy."),
    ("part elsewhere", "given"): marked("{text} was added here; part of it is elsewhere in the other copy."),
}
ELSEWHERE = frozenset(aspect for aspect, _ in _HERE)
"""Aspects of words of one text that the other has at another place."""
_SURE_ELSEWHERE = 0.8
"""Confidence from which words are said to be elsewhere: what the other copy has is known, that it matters is not."""
_PARAGRAPH = {
    ("cut", ""): marked("Paragraph {number} is gone: {text}."),
    ("cut", "here"): marked("Paragraph {number} is gone; its words are elsewhere in the other copy: {text}."),
    ("cut", "part elsewhere"): marked("Paragraph {number} is gone; part of it is elsewhere in the other copy: {text}."),
    ("cut", "said"): marked("Paragraph {number} is gone, words of {speaker}: {text}."),
    ("cut", "reported"): marked("Paragraph {number} is gone, attributed to {speaker}: {text}."),
    ("cut", "denied"): marked("Paragraph {number} is gone, a denial by {speaker}: {text}."),
    ("addition", ""): marked("Paragraph {number} is new: {text}."),
    ("addition", "here"): marked("Paragraph {number} is new; its words are elsewhere in the other copy: {text}."),
    ("addition", "part elsewhere"): marked(
        "Paragraph {number} is new; part of it is elsewhere in the other copy: {text}."
    ),
    ("addition", "said"): marked("Paragraph {number} is new, words of {speaker}: {text}."),
    ("addition", "reported"): marked("Paragraph {number} is new, attributed to {speaker}: {text}."),
    ("addition", "denied"): marked("Paragraph {number} is new, a denial by {speaker}: {text}."),
}


class Quoted(NamedTuple):
    """What one side of a finding prints."""

    text: str
    """In one line; empty where the other side alone has something."""
    words: int


def say(
    kind: ChangeKind,
    verdict: Verdict,
    left: Quoted,
    right: Quoted,
    catalogue: Catalogue,
    *,
    aspect: str = "",
    shifted: bool = False,
    confidence: float = 1.0,
) -> str:
    """The sentence of a finding that is no whole paragraph and no place; the text of one side may be empty."""
    return _once_stopped(_said(kind, verdict, left, right, catalogue, aspect, shifted, confidence))


def _said(
    kind: ChangeKind,
    verdict: Verdict,
    left: Quoted,
    right: Quoted,
    catalogue: Catalogue,
    aspect: str,
    shifted: bool,
    confidence: float,
) -> str:
    sentences = BY_NAME[kind].sentences
    if kind == "typography" or (kind == "case" and not (left.text and right.text)):
        return say_typography(left.text, right.text, catalogue)
    if shifted:
        left, right = _without_marks(left, right)
    marks = kind == "punctuation"
    texts = [_marks(side.text, catalogue) if marks else _described(side, catalogue) for side in (left, right)]
    text = texts[0] if left.text and verdict != "given" else texts[1]
    sure_from = _SURE_ELSEWHERE if aspect in ELSEWHERE else SURE
    if BY_NAME[kind].group == "consequential" and confidence < sure_from:
        if left.text and right.text:
            return catalogue.gettext(_DIFFERS, left=texts[0], right=texts[1])
        return catalogue.gettext(_ONE_HAS, text=text)
    if aspect in ELSEWHERE:
        return catalogue.gettext(_HERE[aspect, verdict], text=text)
    if shifted:
        text = texts[1] if texts[0].casefold() == texts[1].casefold() else _now(texts[0], texts[1], catalogue)
    sentence = sentences.get(aspect) or sentences.get(verdict) or sentences["reworded"]
    if "{text}" not in sentence and texts[0] == texts[1]:
        # Names of marks, or the ends of long texts, that are the same on both sides.
        sentence = sentences.get("alike", _ALIKE)
    return catalogue.gettext(sentence, left=texts[0], right=texts[1], text=text)


_ALIKE = marked("{text} is worded another way.")


def _now(left: str, right: str, catalogue: Catalogue) -> str:
    # Translators: {left} is what moved as one text prints it, {right} as the other does: “alleged”, “allegedly”.
    return catalogue.gettext("{left}, now {right},", left=left, right=right)


def _without_marks(left: Quoted, right: Quoted) -> tuple[Quoted, Quoted]:
    """The words that moved, without the marks that moved with them."""
    words = [side.text.strip(_BESIDE_WORDS) for side in (left, right)]
    if words[0].endswith(".") != words[1].endswith("."):
        words = [text.removesuffix(".") for text in words]
    return left._replace(text=words[0]), right._replace(text=words[1])


def say_paragraph(
    kind: ChangeKind, paragraph: int, words: Quoted, catalogue: Catalogue, speech: str, speaker: str
) -> str:
    """The sentence of a whole paragraph (0-based) that is gone or new: whose words it holds, and what they say.

    `speech` is `said`, `reported`, `denied`, `here` for words that are elsewhere in the other copy, or empty.
    """
    text = catalogue.gettext(
        _PARAGRAPH[kind, speech],
        number=catalogue.number(paragraph + 1),
        text=_described(words, catalogue),
        speaker=catalogue.isolated(speaker),
    )
    return _once_stopped(text)


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
    elif left == right:
        # What stood before it is gone or elsewhere, so that its number stays.
        said = catalogue.gettext("Paragraph {number} changed places with others", number=first)
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


def _marks(text: str, catalogue: Catalogue) -> str:
    """Marks by their names, each once; anything else quoted."""
    marks = [char for char in text if not char.isspace()]
    if marks and len(marks) <= _SEVERAL_MARKS and all(map(has_name, marks)):
        return catalogue.listed(list(dict.fromkeys(name_of(char, catalogue) for char in marks)))
    return catalogue.quoted(text, _SHORT)


_SEPARATORS = " .,;:،؛"
"""Marks that belong to the words before those that are quoted: `Corp`, `, whose`."""


def _described(side: Quoted, catalogue: Catalogue) -> str:
    """The words quoted; where they are many, their ends and how many they are."""
    words = trimmed(side.text)
    words = words.lstrip(_SEPARATORS) or words
    text = catalogue.quoted(words, _SHORT)
    if len(words) <= _SHORT:
        return text
    return catalogue.ngettext("{text} ({count} word)", "{text} ({count} words)", side.words, text=text)
