"""Time stamps of a live blog or a match report: a block of their own (`11.40am`), or before an entry (`14:05 Trains`).

By form alone, in any language. Days are no stamps: a dateline and a caption begin with one as well.
"""

from collections.abc import Sequence

import regex

from sitegen.model import Block
from sitegen.text.patterns import late_pattern

_ZONES = "GMT|UTC|BST|EST|EDT|ET|CST|CDT|CT|MST|MDT|MT|PST|PDT|PT|CET|CEST|MEZ|MESZ|IST|JST|AEST|AEDT"
_ZONE = rf"(?:[\ \xa0]?\(?(?:{_ZONES})\)?)?"
_HOURS = r"(?:[01]?\p{Nd}|2[0-3])"
_HALF = r"[ap]\.?\ ?m\b\.?"
_TIME = rf"""
    (?:{_HOURS}[:h٫][0-5]\p{{Nd}}(?::[0-5]\p{{Nd}})?(?:[\ \xa0]?(?:{_HALF}|Uhr|h\b|hrs\b))?
    | {_HOURS}(?:\.[0-5]\p{{Nd}})?[\ \xa0]?(?:{_HALF}|Uhr\b)
    | (?P<dotted>{_HOURS}\.[0-5]\p{{Nd}})
    | (?P<minute>\p{{Nd}}{{1,3}}(?:\+\p{{Nd}}{{1,2}})?['′’]))
"""
_PLAIN_TIME = _TIME.replace("?P<dotted>", "?:").replace("?P<minute>", "?:")
_CLOCK = rf"(?:{_PLAIN_TIME}{_ZONE}|[0-2]\p{{Nd}}[0-5]\p{{Nd}}(?:\ (?:{_ZONES})|(?=\ \()))"
"""A time, also without a mark between hours and minutes where a zone shows that it is one."""
_FLAGS = regex.V1 | regex.VERBOSE | regex.IGNORECASE
_ALONE = late_pattern(rf"[\[(]?{_TIME}{_ZONE}[\])]?[.:]?", _FLAGS)
_LEADING = late_pattern(
    rf"[\[(]?{_TIME}{_ZONE}[\])]?(?:[\ \xa0]?[:|\p{{Pd}}]\s+|\s+(?-i:(?=[\p{{Lu}}\p{{Lo}}\p{{Pi}}\"'«])))(?=\S)", _FLAGS
)
_UPDATED = late_pattern(
    rf"[\[(]?(?:Updated?|Posted)(?:\ at)?:?\ {_CLOCK}(?:\ \({_CLOCK}\))?[\])]?[.:]?(?:\s+(?=\S)|$)", _FLAGS
)
_FEWEST_UPDATES = 3
"""Blocks from which `Updated at 10:59 a.m.` begins the entries of a live blog; fewer are notices."""
_FEWEST = 2
"""Stamps of a live blog; what looks like one by itself may be the hour at which a page was printed."""


def stamps_alone(blocks: Sequence[Block], indexes: Sequence[int]) -> frozenset[int]:
    """Indexes of blocks that are nothing but a time."""
    stamps = {index: stamp for index in indexes if (stamp := _ALONE.fullmatch(blocks[index].text))}
    plain = [index for index, stamp in stamps.items() if not stamp["dotted"]]
    return frozenset(stamps if len(stamps) >= _FEWEST else plain)


def labels_of_updates(blocks: Sequence[Block], indexes: Sequence[int]) -> dict[int, int]:
    """As `labels_of_stamped`, of a live blog that says `Updated at` before each time; some are blocks of their own."""
    ends = {index: stamp.end() for index in indexes if (stamp := _UPDATED.match(blocks[index].text))}
    return ends if len(ends) >= _FEWEST_UPDATES else {}


def labels_of_stamped(blocks: Sequence[Block], indexes: Sequence[int]) -> dict[int, int]:
    """By index of a block among `indexes`, how many characters are the time that it begins with."""
    ends = {
        index: stamp.end() for index in indexes if (stamp := _LEADING.match(blocks[index].text)) and not stamp["dotted"]
    }
    return ends if len(ends) >= _FEWEST else {}
