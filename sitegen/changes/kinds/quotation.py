"""Quotation: words inside quotation marks are others, or the marks stand around other words."""

from collections.abc import Sequence

from sitegen.changes.finding import Finding
from sitegen.changes.kinds.kind import Kind
from sitegen.changes.quotes import calls_so, quotation_around, speaks_for_itself
from sitegen.changes.readtext import ReadText
from sitegen.changes.rowedits import Sides
from sitegen.changes.wordforms import are_akin, are_misspelt
from sitegen.model import Span
from sitegen.text.catalogues import counted, in_context, marked

_CLAUSE = 3
"""Words of content that one copy alone quotes, from which on they say something: of fewer, readers from outside called
three in four nothing worth telling, `I think`, `the`, a gloss in brackets. As many words with one of content do, where
they do not only lead in to what is said."""
_MUCH = 0.3
"""Share of the words of content of a quotation of which fewer say something too."""
_REPORTED = 6
"""Words of content of a quotation that is more than a term, and was reported in words of the reporter's."""
_QUOTED = 16
"""The same of one whose words stand in the other copy without marks: of those, 8 of 10 told who said it; of shorter
ones 7 of 31, since the other copy sets them apart as a block, a transcript, a title."""
_PARTS, _STILL_QUOTED = 8, 0.62
"""Words of content by which a longer part of a quotation says more, and the share of it that the other has at most: so
had 9 of the 10 that readers from outside called true, and 2 of 15 others."""
_US = frozenset(
    word
    for words in (
        "we us our ours",
        "wir uns unser unsere unseren",
        "nous notre nos",
        "nosotros nuestro nuestra nuestros nuestras",
        "nós nosso nossa",
        "noi nostro nostra",
        "мы нас нам наш наша наши",
        "我们 我們",
    )
    for word in words.split()
)
"""Words for those who speak."""
_SAYING_NEAR = 3
"""Tokens before a quotation among which the verb of saying stands that announces it."""
_FEW_OF_MANY = 0.25
"""Share of the words of a quotation that are but a scrap of it."""
_INITIALS = 2
"""Letters of the shortest abbreviation of a name: `IG`, inspector general."""


def tells(sides: Sides, finding: Finding) -> bool:
    """Whether other words say another thing, or a whole clause is quoted by one copy alone."""
    texts, spans = (sides.left, sides.right), (finding.left, finding.right)
    left, right = (_content(text, span) for text, span in zip(texts, spans, strict=True))
    if finding.aspect in ("marks gone", "marks new", "freed", "caught"):
        side = 0 if finding.verdict == "withheld" else 1
        is_reported = finding.aspect in ("freed", "caught") and _is_announced(texts[side], spans[side])
        if _is_whole_text(texts[1 - side], spans[1 - side]):
            return True
        enough = _REPORTED if finding.aspect in ("freed", "caught") else _QUOTED
        return is_reported or calls_so(texts[side], spans[side]) or min(len(left), len(right)) >= enough
    if finding.aspect in ("shortened", "extended"):
        few, many = sorted(_words(text, span) for text, span in zip(texts, spans, strict=True))
        if few <= _FEW_OF_MANY * many:
            return True
        short, long = sorted((len(left), len(right)))
        return long - short >= _PARTS and short <= _STILL_QUOTED * long
    if finding.verdict != "changed" or finding.shifted:
        side = 0 if left else 1
        if max(len(left), len(right)) >= _CLAUSE or _is_much_of_it(texts[side], spans[side]):
            return True
        is_phrase = _words(texts[side], spans[side]) >= _CLAUSE and bool(left or right)
        return is_phrase and not speaks_for_itself(texts[side], spans[side])
    if any(text.value(token) for text, span in zip(texts, spans, strict=True) for token in range(*span)):
        return True
    if _is_of_us(sides.left, finding.left) != _is_of_us(sides.right, finding.right):
        return True
    if min(len(left), len(right)) == 0:
        return max(len(left), len(right)) >= _CLAUSE
    return not (_are_forms(left, right) or (_has_mask(texts, spans) and _is_masked("".join(left), "".join(right))))


def _words(text: ReadText, span: Span) -> int:
    return sum(text.is_word(token) for token in range(*span))


def _is_whole_text(text: ReadText, span: Span) -> bool:
    """Whether a range is all that a text says: the other copy quotes the whole of it."""
    return not any(text.is_word(token) for token in (*range(span[0]), *range(span[1], len(text.tokens))))


def _is_much_of_it(text: ReadText, span: Span) -> bool:
    """Whether a word or two are a good part of the quotation they stand in, and no gloss in brackets: `a foolish and
    dangerous mistake`, `a mistake`."""
    if any(text.keys[token] in "([（)]）" for token in range(*span)):
        return False
    return len(text.content(span)) > _MUCH * len(text.content(quotation_around(text, span)))


def _is_announced(text: ReadText, quotation: Span) -> bool:
    """Whether a colon or a verb of saying stands before a quotation: it is what somebody said, however short."""
    start, before = text.block_span(quotation[0])[0], quotation[0] - 1
    near = range(max(start, quotation[0] - _SAYING_NEAR), quotation[0])
    is_behind_colon = before > start and text.keys[before] in (":", "：")
    return is_behind_colon or any("reporting" in text.classes(token) for token in near)


def _content(text: ReadText, span: Span) -> list[str]:
    """The keys of what a range says, without what its brackets hold."""
    depth = 0
    keys = []
    content = set(text.content(span))
    for token in range(*span):
        key = text.keys[token]
        depth += (key in "([（") - (key in ")]）" and depth > 0)
        if token in content and not depth:
            keys.append(key)
    return keys


def _is_of_us(text: ReadText, span: Span) -> bool:
    """Whether a range has a word for those who speak: `our house`, `his house`."""
    return any(_uncontracted(text.keys[token]) in _US for token in range(*span))


def _are_forms(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether each word of one side is one of the other in another form, misspelt or abbreviated."""
    if _are_initials(left, right) or _are_initials(right, left):
        return True
    lefts, rights = ([_uncontracted(word) for word in words] for words in (left, right))
    return all(
        any(are_akin(word, opposite) or are_misspelt(word, opposite) for opposite in opposites)
        for words, opposites in ((lefts, rights), (rights, lefts))
        for word in words
    )


def _uncontracted(word: str) -> str:
    """A word without what was drawn together with it: `we're`, `doesn't`. Whether it is denied is no matter here."""
    return word.removesuffix("n't").partition("'")[0]


def _are_initials(short: Sequence[str], words: Sequence[str]) -> bool:
    """Whether one word is the first letters of the others."""
    return len(short) == 1 and len(words) >= _INITIALS and short[0] == "".join(word[:1] for word in words)


def _has_mask(texts: Sequence[ReadText], spans: Sequence[Span]) -> bool:
    """Whether a range has an asterisk, as words have that are not to be printed."""
    return any("*" in text.text.text(span) for text, span in zip(texts, spans, strict=True))


def _is_masked(one: str, another: str) -> bool:
    """Whether letters were left out of the middle of a word: `f**k`."""
    short, long = sorted((one, another), key=len)
    if len(short) < _INITIALS or short[0] != long[0] or short[-1] != long[-1]:
        return False
    letters = iter(long)
    return all(letter in letters for letter in short)


KIND = Kind(
    name="quotation",
    tag=in_context("kind of change", "quotation"),
    group="consequential",
    noun=counted("{count} quotation", "{count} quotations"),
    label=marked("quotations"),
    meaning=marked(
        "Words inside quotation marks are altered, cut or added, or quoted words lost or were given their marks."
    ),
    sentences={
        "changed": marked("Inside quotation marks, {left} became {right}."),
        "given": marked("Inside quotation marks, {text} was added."),
        "withheld": marked("Inside quotation marks, {text} is gone."),
        "freed": marked("{left} became {right}, no longer in quotation marks."),
        "caught": marked("{left} became {right}, now in quotation marks."),
        "marks gone": marked("{text} lost its quotation marks."),
        "marks new": marked("{text} was put in quotation marks."),
        "shortened": marked("Of the quotation {left}, {right} is still quoted."),
        "extended": marked("Of {right}, only {left} was quoted before."),
        "moved": marked("Inside quotation marks, {text} moved."),
    },
    tells=tells,
)
