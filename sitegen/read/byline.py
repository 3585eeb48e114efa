"""Reads one line above a text: who wrote it, for whom, where and when. Says nothing where a part of it stays unclear.

Data of six languages; which lines are asked, and what is done with the answer, is settled in head.py.
"""

import re
from dataclasses import dataclass

from sitegen.model import Moment
from sitegen.read.dates import WORDS, is_calendar, take_dates
from sitegen.read.outlets import is_outlet
from sitegen.read.phrases import phrases
from sitegen.read.shapes import ends_sentence

_INTRODUCED = re.compile(
    r"(?:(?:[Ww]ritten |[Ss]tory |[Rr]eport )?(?:By|BY|by)|Por|POR|Par|PAR|[Vv]on|VON)(?:[ \xa0:]+)(?=\w)"
    r"|(?:Text|Texto|Texte|Bài|Bài viết|Tác giả|Autor|Autora|Auteur|Author)[ \xa0]?: ?(?=\w)"
    r"|(?:بقلم|كتبه|كتبته)[ :]+|(?:كتب|كتبت|إعداد|تقرير) ?: ?"
)
_OWN = re.compile(r"(?:unserem|unserer|our|nuestro|nuestra|notre) \w+ ")
_PARTS = re.compile(r"(\s*[/|·•–—ـ-]{1,2}\s+|\s*[|]+\s*|\s*[,،;]\s*|\. )")
_BARS = ("|", "·", "•", "/", "-", "–", "—")
_WITH = re.compile(r" (?:avec|con|mit|with) (?:l['’]|la |le |der )?(?=[^\W\d_])")
_IN = re.compile(r"(?:^| )(?:in|en|à|aus|desde|from|من|في|tại) (?=[^\W\d_])")
_JOINED = re.compile(r", (?:and )?| and | y | et | und | & | và | و")
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,4}")
_PARTICLES = ("al", "bin", "de", "del", "den", "der", "di", "du", "el", "ibn", "la", "le", "van", "von")
_ARTICLES = ("der", "den", "el", "la", "le", "du", "del")
_ROLES_LISTED = """
    correspondent | reporter | writer | editor | staff | bureau | columnist | contributor | critic | redacción
    corresponsal
    redactor | redactora | periodista | enviado | enviada | rédaction | correspondant | correspondante | journaliste
    redaktion | korrespondent | korrespondentin | redakteur | redakteurin | reporterin | مراسل | مراسلة | phóng viên
"""
_ROLES = frozenset(phrases(_ROLES_LISTED))
_LONGEST = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What one line says; empty where it says nothing of the kind."""

    introduced: bool
    """Whether it begins like a byline: `By`, `Von`, `بقلم`."""
    dated: bool
    author: str = ""
    place: str = ""
    outlet: str = ""
    published: Moment | None = None


@dataclass(slots=True)
class _Said:
    """A line as it is being read."""

    author: str = ""
    place: str = ""
    outlet: str = ""
    second: bool = False
    """Whether another outlet stood before."""


def read_line(text: str, outlets: frozenset[str]) -> Line | None:
    """What a line says, if all its parts can be told."""
    if len(text) > _LONGEST:
        return None
    dated = take_dates(text)
    rest = dated.rest
    opened = _INTRODUCED.match(rest)
    if not dated.found and (ends_sentence(rest) or not (opened or _PARTS.search(rest))):
        return None
    if opened:
        rest = _OWN.sub("", rest[opened.end() :], count=1)
    said = _Said()
    pieces = _PARTS.split(rest)
    for at in range(0, len(pieces), 2):
        separator = pieces[at - 1].strip() if at else ""
        after = pieces[at + 1].strip() if at + 1 < len(pieces) else ""
        apart = bool(opened) or ((separator or after) in _BARS and (after or separator) in _BARS)
        if not _take(pieces[at].strip(" .:()"), separator, said, outlets, bool(opened), apart):
            return None
    if opened and not (said.author or said.outlet):
        return None
    if not opened and not dated.found and not (said.outlet and (said.place or said.second) and not said.author):
        return None
    return Line(
        introduced=bool(opened),
        dated=dated.found,
        author=said.author,
        place=said.place,
        outlet=said.outlet,
        published=dated.published,
    )


def is_people(text: str) -> bool:
    """Whether a text is names of people, the first of two words at least."""
    names = _JOINED.split(text)
    return " " in names[0].strip() and all(map(_is_name, names))


def _take(piece: str, separator: str, said: _Said, outlets: frozenset[str], introduced: bool, apart: bool) -> bool:
    """Takes one part of a line; False where it cannot be told what it is."""
    words = [word for word in re.findall(r"[^\W_]+", piece.lower()) if word not in WORDS]
    if not words:
        return True
    if introduced and (more := _WITH.search(piece)) and is_outlet(piece[more.end() :], outlets):
        before = piece[: more.start()]
        named = is_outlet(before, outlets) or _take_name(before, separator, said, introduced, apart)
        said.outlet = piece[more.end() :]
        return named
    if is_outlet(piece, outlets) or (separator == "/" and said.author and not said.outlet):
        # Of two outlets the first is the one that publishes.
        said.second = bool(said.outlet)
        said.outlet = piece.strip('“”«»"')
        return True
    if any(word in _ROLES for word in words):
        return bool(said.author) or not introduced
    place = _IN.search(piece)
    if not place or not _is_name(piece[place.end() :]):
        return _take_name(piece, separator, said, introduced, apart)
    before = piece[: place.start()].strip()
    if before and not _take_name(before, separator, said, introduced, apart):
        return False
    said.place = piece[place.end() :]
    return True


def _take_name(piece: str, separator: str, said: _Said, introduced: bool, apart: bool) -> bool:
    """Takes names of people, or of a place. Without an introduction people stand between bars."""
    names = _JOINED.split(piece)
    if not all(map(_is_name, names)) or (not introduced and any(word in WORDS for word in piece.lower().split())):
        return False
    several = " " in piece
    if not said.author and not said.outlet and not said.place and (introduced or several):
        if not apart:
            return False
        said.author = piece
    elif said.author and several and not said.outlet and separator in (",", "،") and introduced:
        said.author = f"{said.author}, {piece}"
    elif not said.author and introduced:
        return False
    else:
        said.place = f"{said.place}, {piece}" if said.place else piece
    return True


def _is_name(text: str) -> bool:
    first = text.strip().partition(" ")[0]
    if not _NAME.fullmatch(text.strip()) or first in _ARTICLES or is_calendar(first):
        return False
    words = [word for word in text.split() if word.casefold() not in _PARTICLES]
    return bool(words) and all(not word[0].islower() for word in words)
