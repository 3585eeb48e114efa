"""Reads the place, day and agency that a text begins with: `ERBIL, Kurdistan Region (Kurdistan 24) –`, `Lorne (dpa) -`.

Precision first. A place in capitals is one before a dash; any other only where brackets with an outlet's name follow.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.model import Block, Credit
from sitegen.read.dates import month_of
from sitegen.read.outlets import is_outlet
from sitegen.read.shapes import is_prose

_DATE = (
    r"(?:,|،|\.)? (?P<day>\d{1,2}\.?(?:er|º)?(?: de)? (?P<month>[^\W\d_]{3,10})(?:/\w+)?\.?(?:,? (?:de )?\d{4})?"
    r"|(?P<first>[^\W\d_]{3,9})\.? \d{1,2}(?:,? \d{4})?)"
)
_DASH = r"(?:(?<=[).])\.? ?[–—ـ-]{1,2} ?|\.[–—-]{1,2} ?| [–—ـ-]{1,2} |[–—] ?| ?--+ ?)"
_IN_CAPITALS = re.compile(
    r"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{2,}(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ.'’-]+){0,3}"
    r"(?:, [A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,2}(?! ?\d))?)"
    rf"(?:{_DATE})?(?: ?\((?P<tag>[^()]{{2,40}})\))?{_DASH}"
)
_STOPPED = re.compile(r"(?P<place>[A-ZÀ-Þ]{4,}(?:[ /][A-ZÀ-Þ]{3,}){0,2})\. (?=[A-ZÀ-Þ][a-zà-ÿ])")
_TAGGED = re.compile(
    r"(?P<place>[^\W\d_][\w.'’-]*(?:[ /][^\W\d_][\w.'’-]*){0,3}?"
    r"(?:, [^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,2}?)?)"
    rf"(?:{_DATE})? ?\((?P<tag>[^()]{{2,40}})\){_DASH}"
)
_TAG_ALONE = re.compile(rf"\((?P<tag>[^()]{{2,40}})\){_DASH}")
_BYLINE = re.compile("(?:By|Von|Par|Por) ")
_TAG_NO_OUTLET = re.compile(r"\d+$|.*\b(?:km|miles?|age|file|photo)\b", re.IGNORECASE)
_NO_PLACES_LISTED = """
    FILE PHOTO PHOTOS WATCH VIDEO UPDATE UPDATED EXCLUSIVE OPINION BREAKING RELATED NOTE CORRECTION ANALYSIS
"""
_NO_PLACES = frozenset(_NO_PLACES_LISTED.split())
_PARTICLES = ("de", "del", "la", "las", "los", "le", "am", "an", "der", "den", "im", "bei", "sur", "of", "the")
_LOOKED_AT = 3
"""First paragraphs."""
_LONGEST = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """What a paragraph begins with."""

    place: str
    tag: str
    text: str
    """All of it, as printed."""


def read_dateline(text: str, outlets: frozenset[str]) -> Dateline | None:
    """The dateline of a paragraph, if it has one."""
    start = text[:_LONGEST]
    found = _IN_CAPITALS.match(start) or _STOPPED.match(start)
    if found and found["place"] not in _NO_PLACES and _is_dated_well(found):
        tag = found.groupdict().get("tag") or ""
        return Dateline(place=found["place"], tag="" if _TAG_NO_OUTLET.match(tag) else tag, text=found[0])
    if "(" not in start:
        return None
    if (found := _TAG_ALONE.match(start)) and is_outlet(found["tag"], outlets):
        return Dateline(place="", tag=found["tag"], text=found[0])
    found = _TAGGED.match(start)
    if found and is_outlet(found["tag"], outlets) and _is_place(found["place"]) and _is_dated_well(found):
        place = "" if _BYLINE.match(found["place"]) else found["place"]
        return Dateline(place=place, tag=found["tag"], text=found[0])
    return None


def without_dateline(text: str, outlets: frozenset[str]) -> str:
    """A paragraph without the place and agency it begins with."""
    found = read_dateline(text, outlets)
    return text[len(found.text) :] if found else text


def find_dateline(blocks: Iterable[Block], outlets: frozenset[str]) -> tuple[str, Credit | None]:
    """Place and agency tag that one of the first paragraphs begins with."""
    for block in [block for block in blocks if not block.furniture and is_prose(block.text)][:_LOOKED_AT]:
        if found := read_dateline(block.text, outlets):
            credit = Credit(name=found.tag, phrase=found.text.strip(), line=block.line) if found.tag else None
            return found.place, credit
    return "", None


def _is_dated_well(found: re.Match[str]) -> bool:
    groups = found.groupdict()
    month = groups.get("month") or groups.get("first")
    return not month or bool(month_of(month))


def _is_place(text: str) -> bool:
    words = [word for word in re.split(r"[ /,]+", text) if word not in _PARTICLES]
    return bool(words) and all(not word[0].islower() for word in words)
