"""Reads the place, day and agency that a text begins with: `ERBIL, Kurdistan Region (Kurdistan 24) –`, `Lorne (dpa) -`.

Precision first. A place in capitals is one before a dash; any other only where brackets with an outlet's name follow.
"""

import re
from collections.abc import Iterable

from sitegen.frozen import dataclass
from sitegen.model import Block, Credit, Moment
from sitegen.read.dates import month_of, take_dates
from sitegen.read.outlets import is_known, is_outlet
from sitegen.recognise.shapes import is_prose
from sitegen.text.patterns import late_re

_DAY = (
    r"(?P<day>\d{1,2}\.?(?:er|º)?(?: de)? (?P<month>[^\W\d_]{3,10})(?:/\w+)?\.?(?:,? (?:de )?\d{4})?"
    r"|(?P<first>[^\W\d_]{3,9})\.? \d{1,2}(?:,? \d{4})?|\d{1,2}/\d{1,2}(?:/\d{4})?)"
)
_DATE = rf"(?:,|،|\.)? {_DAY}"
_DASH = r"(?:(?<=[).])\.? ?[–—ـ-]{1,2} ?|\.[–—-]{1,2} ?| [–—ـ-]{1,2} |[–—] ?| ?--+ ?)"
_REGION = r"(?: \([^\W\d_][\w .'’-]{1,30}\))?"
_IN_CAPITALS = late_re(
    r"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{2,}(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ.'’-]+){0,3}"
    r"(?:, [A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,2}(?! ?\d))?)"
    rf"(?:{_DATE})?(?: ?\((?P<tag>[^()]{{2,40}})\))?{_DASH}"
)
_STOPPED = late_re(r"(?P<place>[A-ZÀ-Þ]{4,}(?:[ /][A-ZÀ-Þ]{3,}){0,2})\. (?=[A-ZÀ-Þ][a-zà-ÿ])")
_TAGGED = late_re(
    r"(?P<place>[^\W\d_][\w.'’-]*(?:[ /][^\W\d_][\w.'’-]*){0,3}?"
    rf"(?:, [^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){{0,2}}?)?{_REGION})"
    rf"(?:{_DATE})? ?\((?P<tag>[^()]{{2,40}})\){_DASH}"
)
_TAG_ALONE = late_re(rf"\((?P<tag>[^()]{{2,40}})\){_DASH}")
_DAY_AND_TAG = late_re(rf"{_DAY} ?\((?P<tag>[^()]{{2,40}})\){_DASH}")
_TAG_AND_BAR = late_re(r"(?P<place>[A-ZÀ-Þ]{3,}(?:[ /-][A-ZÀ-Þ]{3,}){0,2}) (?P<tag>[^\W_]{2,10}) \| ?")
"""`LORNE epd | `"""
_BETWEEN_TAGS = late_re(r" ?[/;,+] ?| [–-] | (?:and|und|et|y|và|و) ")
_BYLINE = late_re("(?:By|Von|Par|Por) ")
_TAG_NO_OUTLET = late_re(r"\d+$|.*\b(?:km|miles?|age|file|photo)\b", re.IGNORECASE)
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
    tags: tuple[str, ...]
    """Outlets in its brackets."""
    published: Moment | None
    """The day, where its year is said."""
    text: str
    """All of it, as printed."""


def read_dateline(text: str, outlets: frozenset[str]) -> Dateline | None:
    """The dateline of a paragraph, if it has one."""
    start = text[:_LONGEST]
    match = _IN_CAPITALS.match(start) or _STOPPED.match(start)
    if match and match["place"] not in _NO_PLACES and _is_dated_well(match):
        tag = match.groupdict().get("tag") or ""
        return _dateline(match, _outlets_of(tag, outlets) or ((tag,) if tag and not _TAG_NO_OUTLET.match(tag) else ()))
    if (match := _TAG_AND_BAR.match(start)) and is_known(match["tag"], outlets):
        return _dateline(match, (match["tag"],))
    if "(" not in start:
        return None
    for pattern in (_TAG_ALONE, _DAY_AND_TAG, _TAGGED):
        match = pattern.match(start)
        tags = _outlets_of(match["tag"], outlets) if match else ()
        if match and tags and _is_dated_well(match) and _is_place(match.groupdict().get("place") or "X"):
            return _dateline(match, tags)
    return None


def without_dateline(text: str, outlets: frozenset[str]) -> str:
    """A paragraph without the place and agency it begins with."""
    dateline = read_dateline(text, outlets)
    return text[len(dateline.text) :] if dateline else text


def find_dateline(blocks: Iterable[Block], outlets: frozenset[str]) -> tuple[Dateline | None, tuple[Credit, ...]]:
    """What one of the first paragraphs begins with, and whom it credits."""
    for block in [block for block in blocks if not block.furniture and is_prose(block.text)][:_LOOKED_AT]:
        if dateline := read_dateline(block.text, outlets):
            phrase = dateline.text.strip()
            return dateline, tuple(
                Credit(name=tag, phrase=phrase, line=block.line, channel="dateline") for tag in dateline.tags
            )
    return None, ()


def _dateline(match: re.Match[str], tags: tuple[str, ...]) -> Dateline:
    groups = match.groupdict()
    place = groups.get("place") or ""
    published = take_dates(groups.get("day") or "").published
    return Dateline(place="" if _BYLINE.match(place) else place, tags=tags, published=published, text=match[0])


def _outlets_of(tag: str, outlets: frozenset[str]) -> tuple[str, ...]:
    """The outlets that stand between brackets: one, or several with bars between them."""
    if is_outlet(tag, outlets):
        return (tag,)
    return tuple(name for name in _BETWEEN_TAGS.split(tag) if is_outlet(name, outlets))


def _is_dated_well(match: re.Match[str]) -> bool:
    groups = match.groupdict()
    month = groups.get("month") or groups.get("first")
    return not month or bool(month_of(month))


def _is_place(text: str) -> bool:
    words = [word for word in re.split(r"[ /,]+", text) if word not in _PARTICLES]
    return bool(words) and all(not word[0].islower() for word in words)
