"""Finds whom an article itself names as its source: agency tags, "according to", "told the". Precision first.

A phrase counts only where it names an outlet; see outlets.py. Bylines are read in head.py.
"""

import re
from collections.abc import Iterable, Iterator

from sitegen.model import Block, Credit
from sitegen.read.outlets import bare, is_outlet
from sitegen.read.shapes import is_prose

_WORD = r"[^\W\d_][\w'’&.-]*"
_DATELINE = re.compile(
    r"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{2,}(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]+){0,3}"
    r"(?:, [A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,2})?)"
    r"(?:, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})?)?"
    r"(?: ?\((?P<tag>[^()]{2,40})\))?(?:(?<=\)) ?[–—-]{1,2} ?| [–—-]{1,2} |[–—] ?| ?--+ ?)"
)
_MONTH = re.compile(r", (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?$")
_DESCRIBED = (
    r"(?:[\w-]+ ){0,2}(?:publication|newspaper|daily|weekly|agency|broadcaster|magazine|website|channel|network"
    r"|tabloid|outlet) "
)
_BEFORE_NAME = re.compile(
    rf"\b(?:[Aa]ccording to|[Cc]iting|told|[Ff]irst appeared in|[Oo]riginally published (?:in|by)"
    rf"|[Rr]ead the (?:entire|full|original) (?:article|story|report) (?:from|at|on|in)"
    rf"|Theo(?: (?:báo|tờ|hãng tin|hãng|kênh))?|[Ss]egún(?: (?:el diario|la agencia|el periódico))?"
    rf"|[Ss]elon(?: (?:le journal|l'agence|le quotidien))?|[Ll]aut) (?:{_DESCRIBED})?"
)
_AFTER_NAME = re.compile(
    r" (?:newspaper |magazine )?"
    r"(?:reported|reports|has reported|has confirmed|confirmed|has learned|berichtete|berichtet|rapporte)\b"
)
_NAME_AFTER = re.compile(rf"(?:(?:the|The|der|die|das|le|la|el) )?{_WORD}(?: {_WORD}){{0,4}}")
_QUOTED_OUTLET = re.compile(r"(?:صحيفة|وكالة|قناة|موقع|مجلة|نقلت|ذكرت|أفادت|أوردت) [“\"«]([^”\"»]{2,40})[”\"»]")
_CHINESE = re.compile(r"据([^，。、；：\s据]{2,16}?)(?:消息)?报道")
_NO_OUTLET = re.compile(r"当地|媒体|外媒|警方|官方|此前|有关|最新|多家")
_TAG_NO_OUTLET = re.compile(r"\d+$|.*\b(?:km|miles?|age|file|photo)\b", re.IGNORECASE)
_NO_PLACES = (
    "FILE",
    "PHOTO",
    "PHOTOS",
    "WATCH",
    "VIDEO",
    "UPDATE",
    "UPDATED",
    "EXCLUSIVE",
    "OPINION",
    "BREAKING",
    "RELATED",
)
_HINTS_BEFORE = (
    "ccording to ",
    "iting ",
    "told ",
    "appeared in ",
    "published ",
    "ead the ",
    "Theo ",
    "egún ",
    "elon ",
    "aut ",
)
_HINTS_AFTER = (" report", " confirmed", " has ", " bericht", " rapporte")
_ARTICLES = ("the", "der", "die", "das", "le", "la", "el")
_MOST_WORDS = 6
_CLOSE = 80
"""Characters before a verb in which a name is looked for."""


def find_credits(blocks: Iterable[Block], sources: frozenset[str], known: Iterable[str]) -> Iterator[Credit]:
    """Each outlet the text credits, where it is first named, but those that are `known` already."""
    seen = [bare(one) for one in known]
    for block in blocks:
        if block.furniture:
            continue
        for name, phrase in _mentions(block.text, sources):
            plain = bare(name)
            # "the Gazette" is short for the "Evening Gazette" that was named before.
            if not any(one == plain or one.endswith(f" {plain}") for one in seen):
                seen.append(plain)
                yield Credit(name=name, phrase=phrase, line=block.line)


def without_dateline(text: str) -> str:
    """A paragraph without the place and agency it begins with."""
    found = _DATELINE.match(text)
    return text[found.end() :] if found and found["place"] not in _NO_PLACES else text


def find_dateline(blocks: Iterable[Block]) -> tuple[str, Credit | None]:
    """Place and agency tag that the first paragraphs begin with: `ERBIL, Kurdistan Region (Kurdistan 24) –`."""
    for block in [block for block in blocks if not block.furniture and is_prose(block.text)][:3]:
        found = _DATELINE.match(block.text)
        if not found or found["place"] in _NO_PLACES:
            continue
        place, tag = _MONTH.sub("", found["place"]), found["tag"]
        if tag and not _TAG_NO_OUTLET.match(tag):
            return place, Credit(name=tag, phrase=found[0].strip(), line=block.line)
        return place, None
    return "", None


def _mentions(text: str, sources: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Names and the phrases they stand in. Plain searches come first: most paragraphs credit nobody."""
    if any(hint in text for hint in _HINTS_BEFORE):
        for found in _BEFORE_NAME.finditer(text):
            after = _NAME_AFTER.match(text, found.end())
            name = _outlet_at_start(after[0], sources) if after else ""
            if name:
                yield name, text[found.start() : found.end()] + name
    if any(hint in text for hint in _HINTS_AFTER):
        for found in _AFTER_NAME.finditer(text):
            name = _outlet_at_end(text[max(0, found.start() - _CLOSE) : found.start()], sources)
            if name:
                yield name, name + found[0]
    if not text.isascii():
        yield from _other_scripts(text)


def _other_scripts(text: str) -> Iterator[tuple[str, str]]:
    """Where the phrase alone is proof enough: `وقالت صحيفة “X”`, `据X报道`."""
    if any(quote in text for quote in '“«"'):
        for found in _QUOTED_OUTLET.finditer(text):
            yield found[1], found[0]
    if "报道" in text:
        for found in _CHINESE.finditer(text):
            if not _NO_OUTLET.search(found[1]):
                yield found[1], found[0]


def _outlet_at_start(words: str, sources: frozenset[str]) -> str:
    parts = words.split(" ")
    for count in range(len(parts), 0, -1):
        name = " ".join(parts[:count]).rstrip(".").removesuffix("'s").removesuffix("’s")
        if is_outlet(name, sources) and _is_named(name):
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
    return bool(first) and all(not word[0].islower() and word[-1] not in ".,;:!?" for word in first)
