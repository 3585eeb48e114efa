"""Reads one line above a text: who wrote it, for whom, where and when. Says nothing where a part of it stays unclear.

Data of six languages; which lines are asked, and what is done with the answer, is settled in head.py.
"""

import re
from collections.abc import Sequence

from sitegen.frozen import dataclass
from sitegen.model import Moment
from sitegen.read.dates import WORDS, is_calendar, take_dates
from sitegen.read.outlets import is_known, is_outlet
from sitegen.read.phrases import phrases
from sitegen.recognise.shapes import ends_sentence
from sitegen.text.patterns import late_re

_INTRODUCED = late_re(
    r"(?:(?:[Ww]ritten |[Ss]tory |[Rr]eport )?(?:By|BY|by)|Por|POR|Par|PAR|[Vv]on|VON)(?:[ \xa0:]+)(?=\w)"
    r"|[Dd]e (?=notre |nuestr[ao] )|(?:Text|Texto|Texte|Bài|Bài viết|Tác giả|Autor|Autora|Autorin|Auteur|Author|Words"
    r"|Bài và ảnh|Bài, ảnh|Text und Fotos?|Texto y fotos?|Texte et photos?|Words and pictures)[ \xa0]?: ?(?=\w)"
    r"|(?:بقلم|كتبه|كتبته)[ :]+|(?:كتب|كتبت|إعداد|تقرير) ?: ?"
)
_OWN = late_re(r"(?:unserem|unserer|our|nuestro|nuestra|notre) \w+ (?:(?:spécial|special|permanent|especial)\w* )?")
_LATER = late_re(r"(?P<before>.*[\s|])?(?:by|por|par|von|bởi) +(?=[^\W\d_])", re.IGNORECASE)
"""Where a label or a day stands before the word that introduces a name: `Posted on 3 March by`."""
_IN_BRACKETS = late_re(
    r"(?P<who>[^()]{2,60}?) ?\((?:with|avec|con|mit|theo|nach|según|selon|via|بحسب|عن|nguồn:?|source:?)"
    r" (?P<outlets>[^()]{2,60})\)"
    r"|(?P<name>[^()]{2,60}) \((?:tổng hợp|lược dịch|dịch|ghi)\)",
    re.IGNORECASE,
)
_PLACE_AND_QUOTED = late_re(r"(?P<place>[^\W\d_]+(?: [^\W\d_]+)?): ?[«“\"](?P<name>[^«»“”\"]{2,40})[»”\"]")
_KIND = late_re(r"(?:صحيفة|جريدة|وكالة|قناة|موقع|مجلة) ")
_FOR = late_re(r"(?:special (?:to|for)|for|für|pour|para) (?=\w)", re.IGNORECASE)
_GENERAL = ("وكالات", "agencies", "agencias", "agences", "agenturen", "tổng hợp")
"""Agencies that a line does not name."""
_LEADING = ("el", "le", "am", "on", "at", "um", "à", "vào", "ngày", "den", "dia", "día")
_BESIDE = late_re(r" ?[/,;&+] ?| (?:and|y|et|und|và|و) ")
_SPACE = r"(?:(?<!\s)\s*+)?"
"""White space from its beginning or not at all: from each of its places, a long run costs its square."""
_PARTS = late_re(rf"({_SPACE}[/|·•–—ـ-]{{1,2}}\s+|{_SPACE}[|]+\s*|{_SPACE}[,،;]\s*|\. )")
_BARS = ("|", "·", "•", "/", "-", "–", "—")
_WITH = late_re(r" (?:avec|con|mit|with) (?:l['’]|la |le |der )?(?=[^\W\d_])")
_IN = late_re(r"(?:^| )(?:in|en|à|aus|desde|from|من|في|tại) (?=[^\W\d_])")
_JOINED = late_re(r", (?:and )?| and | y | et | und | & | và | و")
_NAME = late_re(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,4}")
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
    outlets: tuple[str, ...] = ()
    publisher: str = ""
    """Of several outlets the first, which publishes what it has from the others; it may be among `outlets`."""
    published: Moment | None = None


@dataclass(slots=True)
class _Said:
    """A line as it is being read."""

    author: str = ""
    place: str = ""
    outlet: str = ""
    others: tuple[str, ...] = ()
    """Further outlets that it names as well: `Le Figaro avec AFP`."""
    publisher: str = ""
    second: bool = False
    """Whether another outlet stood before, or agencies that are not named."""


def read_line(text: str, outlets: frozenset[str]) -> Line | None:
    """What a line says, if all its parts can be told."""
    if len(text) > _LONGEST:
        return None
    if line_of_one := _in_one(text, outlets):
        return line_of_one
    dated = take_dates(text)
    rest = dated.rest
    if (later := _LATER.match(rest)) and later["before"] and _says_nothing(later["before"]):
        rest = f"By {rest[later.end() :]} | {later['before']}"
    opened = _INTRODUCED.match(rest)
    if not dated.found and (ends_sentence(rest) or not (opened or _PARTS.search(rest))):
        return None
    if opened:
        rest = _OWN.sub("", rest[opened.end() :], count=1)
    parts = _Said()
    pieces = _PARTS.split(rest)
    for index in range(0, len(pieces), 2):
        separator = pieces[index - 1].strip() if index else ""
        after = pieces[index + 1].strip() if index + 1 < len(pieces) else ""
        apart = bool(opened) or ((separator or after) in _BARS and (after or separator) in _BARS)
        if not _take(pieces[index].strip(" .:()"), separator, parts, outlets, bool(opened), apart):
            return None
    if opened and not (parts.author or parts.outlet):
        return None
    named = is_people(parts.author) and is_outlet(parts.outlet, outlets)
    together = bool(parts.outlet) and (named if parts.author else bool(parts.place or parts.second))
    if not opened and not dated.found and not together:
        return None
    return Line(
        introduced=bool(opened),
        dated=dated.found,
        author=parts.author,
        place=parts.place,
        outlets=(parts.outlet, *parts.others) if parts.outlet else (),
        publisher=parts.publisher,
        published=dated.published,
    )


def read_lonely(text: str, outlets: frozenset[str]) -> Line | None:
    """What a line says that is a name and no more, where a line beside it is a byline or a day."""
    if len(text) > _LONGEST // 2 or ends_sentence(text):
        return None
    text = _FOR.sub("", text, count=1) if _FOR.match(text) else text
    if text.casefold() in _ROLES:
        return Line(introduced=False, dated=False)
    named = tuple(name for part in _WITH.split(text) for name in _BESIDE.split(part))
    if len(named) > 1 and all(is_outlet(name, outlets) for name in named):
        return Line(introduced=False, dated=False, outlets=named)
    capitals = all(not word[0].islower() or word in (*_PARTICLES, *_ARTICLES) for word in text.split())
    if is_outlet(text, outlets) and len(named) == 1 and (capitals or is_known(text, outlets)):
        return Line(introduced=False, dated=False, outlets=(text,))
    name, _, role = text.partition(", ")
    if role and role.split()[-1].casefold() in _ROLES:
        text = name
    people = [name.split() for name in _JOINED.split(text)]
    cased = text != text.swapcase()
    # In scripts without capitals a name is told by nothing but how short it is.
    if is_people(text) and all(2 <= len(name) <= (4 if cased else 3) and _is_free(name) for name in people):
        return Line(introduced=False, dated=False, author=text)
    return None


def _in_one(text: str, outlets: frozenset[str]) -> Line | None:
    """Forms that are told by the whole line: `Jo Doe (with Reuters)`, `Jo Doe/EFE`, `لورن: «الشرق الأوسط»`."""
    if match := _IN_BRACKETS.fullmatch(text):
        people = match["who"] or match["name"]
        named = tuple(_BESIDE.split(match["outlets"])) if match["outlets"] else ()
        if is_people(people) and all(is_outlet(name, outlets) for name in named):
            return Line(introduced=True, dated=False, author=people, outlets=named)
    if (match := _PLACE_AND_QUOTED.fullmatch(text)) and not match["place"].isdigit():
        kind = _KIND.match(match["name"])
        name = match["name"][kind.end() :] if kind else match["name"]
        if kind or is_outlet(name, outlets):
            return Line(introduced=False, dated=False, place=match["place"], outlets=(name,))
    name, _, outlet = text.partition("/")
    if outlet and is_people(name.strip()) and is_known(outlet.strip(), outlets):
        return Line(introduced=True, dated=False, author=name.strip(), outlets=(outlet.strip(),))
    return None


def _says_nothing(text: str) -> bool:
    return all(word in WORDS for word in re.findall(r"[^\W\d_]+", text.lower()))


def _is_free(words: Sequence[str]) -> bool:
    """Whether no word is a label's, a role's or the calendar's."""
    return not any(word in WORDS or word in _ROLES or is_calendar(word) for word in map(str.lower, words))


def is_people(text: str) -> bool:
    """Whether a text is names of people, the first of two words at least."""
    names = _JOINED.split(text)
    return " " in names[0].strip() and all(map(_is_name, names))


def _take(piece: str, separator: str, parts: _Said, outlets: frozenset[str], introduced: bool, apart: bool) -> bool:
    """Takes one part of a line; False where it cannot be told what it is."""
    words = [word for word in re.findall(r"[^\W_]+", piece.lower()) if word not in WORDS]
    if not words:
        return True
    if words in [[word] for word in _GENERAL]:
        parts.second = parts.second or bool(parts.outlet)
        return True
    piece = _without_labels(piece)
    if introduced and (more := _WITH.search(piece)) and is_outlet(piece[more.end() :], outlets):
        before = piece[: more.start()]
        if is_outlet(before, outlets):
            parts.outlet, parts.others, parts.publisher = before, (piece[more.end() :],), before
            return True
        named = _take_name(before, separator, parts, introduced, apart)
        parts.outlet = piece[more.end() :]
        return named
    if is_outlet(piece, outlets) or (separator == "/" and parts.author and not parts.outlet):
        # Of two outlets the first is the one that publishes.
        parts.second = bool(parts.outlet)
        parts.publisher = parts.publisher or parts.outlet
        parts.outlet = piece.strip('“”«»"')
        return True
    if words[-1] in _ROLES and is_outlet(" ".join(piece.split()[:-1]), outlets):
        parts.outlet = parts.outlet or " ".join(piece.split()[:-1])
        return True
    if any(word in _ROLES for word in words):
        return bool(parts.author) or not introduced
    place = _IN.search(piece)
    if not place or not _is_name(piece[place.end() :]):
        return _take_name(piece, separator, parts, introduced, apart)
    before = piece[: place.start()].strip()
    if before and not _take_name(before, separator, parts, introduced, apart):
        return False
    parts.place = piece[place.end() :]
    return True


def _without_labels(piece: str) -> str:
    """A part of a line without the small words that led to a day: `Lino Ferreira el`, `Lê Thu Hà vào ngày`."""
    words = piece.split()
    while len(words) > 1 and words[-1] in _LEADING:
        words.pop()
    return " ".join(words)


def _take_name(piece: str, separator: str, parts: _Said, introduced: bool, apart: bool) -> bool:
    """Takes names of people, or of a place. Without an introduction people stand between bars."""
    names = _JOINED.split(piece)
    if not all(map(_is_name, names)) or (not introduced and any(word in WORDS for word in piece.lower().split())):
        return False
    several = " " in piece
    if not parts.author and not parts.outlet and (not parts.place or introduced) and (introduced or several):
        if not apart:
            return False
        parts.author = piece
    elif parts.author and several and not parts.outlet and separator in (",", "،") and introduced:
        parts.author = f"{parts.author}, {piece}"
    elif not parts.author and introduced:
        return False
    else:
        parts.place = f"{parts.place}, {piece}" if parts.place else piece
    return True


def _is_name(text: str) -> bool:
    first = text.strip().partition(" ")[0]
    if not _NAME.fullmatch(text.strip()) or first in _ARTICLES or is_calendar(first):
        return False
    words = [word for word in text.split() if word.casefold() not in _PARTICLES]
    return bool(words) and all(not word[0].islower() for word in words)
