"""Finds whom a text names as its source: “according to”, “told the”. Precision first.

A phrase counts only where it names an outlet; see outlets.py. Bylines are read in byline.py, agency tags in
datelines.py; the phrases stand in creditwords.py.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from sitegen.model import Block, Confidence, Credit
from sitegen.read.creditwords import AFTER, ARABIC_ENDS, ARABIC_KIND, ARABIC_SAYING, BEFORE, DESCRIBED, KINDS, SAID_TO
from sitegen.read.outlets import bare, is_known, is_outlet
from sitegen.read.phrases import phrases

_WORD = r"[^\W\d_][\w'’&.-]*"


def _any_of(*listed: str) -> str:
    """An expression for any of the phrases, the longest first."""
    every = sorted((one for text in listed for one in phrases(text)), key=len, reverse=True)
    return "|".join(re.escape(one) for one in every)


_BEFORE_NAME = re.compile(
    rf"(?<!\w)(?:(?i:{_any_of(BEFORE)})(?:(?<=['’])|[ \xa0])"
    rf"(?:(?:[\w-]+ ){{0,2}}(?:{DESCRIBED}) |(?P<kind>(?i:{_any_of(KINDS)}) ))?|(?P<to>(?i:{_any_of(SAID_TO)}) ))"
)
_AFTER_NAME = re.compile(rf" (?:newspaper |magazine )?(?:{_any_of(AFTER)})\b")
_NAME_AFTER = re.compile(rf"(?:(?:the|The|der|die|das|le|la|el) )?{_WORD}(?: {_WORD}){{0,4}}")
_NEXT_NAME = re.compile(r" (?:and|y|e|et|und|và) | ?, (?=[A-ZÀ-Þ])")
_ARABIC = re.compile(
    rf"(?:(?:{_any_of(ARABIC_SAYING)})(?:ها|ه)?|{ARABIC_KIND})(?=[ :“\"«]) ?:? ?(?:عن |ل)?"
    rf"(?P<kind>(?:{ARABIC_KIND}) )?(?:(?:ال)?أنباء )?"
    r"(?:[“\"«](?P<quoted>[^”\"»]{2,40})[”\"»]|(?P<bare>[^\W\d_]+(?: [^\W\d_]+){0,2}))"
)
_CHINESE = re.compile(r"据([^，。、；：\s据]{2,16}?)(?:消息)?报道")
_NO_OUTLET = re.compile(r"当地|媒体|外媒|警方|官方|此前|有关|最新|多家")
_HINTS_BEFORE = (
    *(phrase[1:] for phrase in phrases(BEFORE)),
    *sorted({phrase.split()[-1][1:] for phrase in phrases(SAID_TO)}),
)
_HINTS_AFTER = tuple(f" {phrase}" for phrase in phrases(AFTER))
_ARABIC_LETTER = re.compile("[\u0621-\u064a]")
_ARTICLES = ("the", "der", "die", "das", "le", "la", "el")
_SMALL_NAMES = ("dpa", "epd", "ots", "ap", "rtv")
_SMALL = ("de", "del", "du", "des", "of", "and", "für", "y", "et", "und")
_MOST_WORDS = 6
_CLOSE = 80
"""Characters before a verb in which a name is looked for."""


def find_credits(blocks: Iterable[Block], sources: frozenset[str], known: Iterable[str]) -> Iterator[Credit]:
    """Each outlet the text credits, where it is first named, but those that are `known` already."""
    seen = [bare(one) for one in known]
    body = [block for block in blocks if not block.furniture]
    whole = "\n".join(block.text for block in body)
    before, after = (tuple(one for one in hints if one in whole) for hints in (_HINTS_BEFORE, _HINTS_AFTER))
    for block in body:
        for name, phrase, told in _mentions(block.text, sources, before, after):
            plain = bare(name)
            # "the Gazette" is short for the "Evening Gazette" that was named before.
            if not any(one == plain or one.endswith(f" {plain}") for one in seen):
                seen.append(plain)
                sure = told or is_known(name, sources)
                confidence: Confidence = "certain" if sure else "likely"
                yield Credit(name=name, phrase=phrase, line=block.line, confidence=confidence)


def _mentions(
    text: str, sources: frozenset[str], before: Sequence[str], after: Sequence[str]
) -> Iterator[tuple[str, str, bool]]:
    """Names, the phrases they stand in, and whether the phrase says what they are.

    Plain searches come first, for `before` and `after`, which the article has: most paragraphs credit nobody.
    """
    if any(hint in text for hint in before):
        for found in _BEFORE_NAME.finditer(text):
            yield from _named_after(text, found, sources)
    if any(hint in text for hint in after):
        for found in _AFTER_NAME.finditer(text):
            name = _outlet_at_end(text[max(0, found.start() - _CLOSE) : found.start()], sources)
            if name:
                yield name, name + found[0], False
    if not text.isascii():
        yield from _other_scripts(text, sources)


def _named_after(text: str, found: re.Match[str], sources: frozenset[str]) -> Iterator[tuple[str, str, bool]]:
    """The outlets that stand right after a phrase; several may be joined by “and”."""
    at = found.end()
    while after := _NAME_AFTER.match(text, at):
        kind = found["kind"] or found["to"]
        name = _outlet_at_start(after[0], sources) or (_capitals(after[0]) if kind else "")
        if not name:
            return
        yield name, text[found.start() : at] + name, bool(kind)
        joined = _NEXT_NAME.match(text, at + len(name))
        if not joined:
            return
        at = joined.end()


def _other_scripts(text: str, sources: frozenset[str]) -> Iterator[tuple[str, str, bool]]:
    """Where the phrase alone is proof enough: `وقالت صحيفة “X”`, `据X报道`; else a name that is known."""
    for found in _ARABIC.finditer(text) if _ARABIC_LETTER.search(text) else ():
        if found["quoted"]:
            yield found["quoted"], found[0], True
        elif found["bare"] and (name := _outlet_at_start(_before_particle(found["bare"]), sources)):
            yield name, found[0], bool(found["kind"])
    if "报道" in text:
        for found in _CHINESE.finditer(text):
            if not _NO_OUTLET.search(found[1]):
                yield found[1], found[0], True


def _before_particle(words: str) -> str:
    parts = words.split(" ")
    return " ".join(parts[: next((at for at, part in enumerate(parts) if part in ARABIC_ENDS), len(parts))])


def _capitals(words: str) -> str:
    """The words up to the first that begins with a small letter."""
    parts = words.split(" ")
    count = next((at for at, part in enumerate(parts) if part[0].islower()), len(parts))
    return " ".join(parts[:count]).rstrip(".")


def _outlet_at_start(words: str, sources: frozenset[str]) -> str:
    joined = _NEXT_NAME.search(words)
    if joined and is_outlet(words[: joined.start()], sources):
        words = words[: joined.start()]
    parts = words.split(" ")
    for count in range(len(parts), 0, -1):
        name = " ".join(parts[:count]).rstrip(".").removesuffix("'s").removesuffix("’s")
        if is_outlet(name, sources) and (_is_named(name) or name in _SMALL_NAMES):
            return name
    return ""


def _outlet_at_end(text: str, sources: frozenset[str]) -> str:
    parts = text.split(" ")[-_MOST_WORDS:]
    articles = [index for index, part in enumerate(parts) if part in ("the", "The")]
    parts = parts[articles[-1] :] if articles else parts
    for start in range(len(parts)):
        name = " ".join(parts[start:])
        if is_outlet(name, sources) and _is_named(name):
            return name
    return ""


def _is_named(name: str) -> bool:
    """Whether every word but a leading article begins with a capital, where its script has them."""
    words = name.split()
    first = words[1:] if words and words[0].lower() in _ARTICLES else words
    return bool(first) and all(
        (not word[0].islower() or (at and word in _SMALL)) and word[-1] not in ".,;:!?" for at, word in enumerate(first)
    )
