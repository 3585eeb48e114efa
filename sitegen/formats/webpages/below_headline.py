"""What a page prints between its headline and its text: who wrote it, and when. Values only.

The head of a page often names neither. Only what stands there once is taken: two moments, or two names in different
lines, are told apart by nobody.
"""

import re
from collections.abc import Iterator
from typing import Any

from sitegen.formats.declared import day_of, person
from sitegen.formats.draft import tidy
from sitegen.frozen import dataclass
from sitegen.read.byline import read_line
from sitegen.read.dates import take_dates
from sitegen.read.outlets import is_known

_PROSE_WORDS = 20
"""Words of the first paragraph of a text; lines above it and summaries in the head of a page are shorter."""
_MOST_ELEMENTS = 400
_LONGEST_LINE = 160
_NO_TEXT = ("script", "style", "noscript", "template", "svg", "button", "select")
_ASIDE = ("aside", "nav", "footer", "form")
_UPDATE = ("updat", "modif", "actualis", "actualiz", "aktualisiert", "cập nhật")
_RELATED = ("relat", "recommend", "comment", "most-read", "trending", "promo")
BYLINE_LINKS = "the links of the byline below its headline"
_BYLINE = re.compile(r"(?:by|von|par|por|di|door|bởi)\s", re.IGNORECASE)
_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|staff|people|profiles?|contributors?|writers?|journalists?|autor\w*)/[^/?#]", re.IGNORECASE
)
BEHIND_NAME = re.compile(r",\s|\s[-–—|]\s")
"""Signs between a name and what is added to it."""
_ROLES_LISTED = """
    writer reporter correspondent editor columnist contributor critic staff journalist producer anchor redakteur
    redakteurin korrespondent korrespondentin journaliste correspondant correspondante redactor redactora corresponsal
    periodista
"""
ROLES = frozenset(_ROLES_LISTED.split())
_LINES = frozenset({"p", "div", "li", "header", "section", "span", "address", "time", "dd", "figure"})


@dataclass(frozen=True, slots=True, kw_only=True)
class BelowHeadline:
    """What stands there; empty where nothing does, or several things."""

    published: str = ""
    published_place: str = ""
    author: str = ""
    author_place: str = ""
    agency: str = ""
    """The agency that stands behind an author in the only byline which names one."""


def below_headline(tree: Any) -> BelowHeadline:
    """What the page in an lxml tree prints below its only headline of the first rank."""
    headings = [element for element in tree.iter("h1") if tidy("".join(element.itertext()))]
    if len(headings) != 1:
        return BelowHeadline()
    elements = tuple(_elements(headings[0]))
    published, published_place = _published(elements)
    author, author_place = _author(elements)
    agencies = {agency for text in _texts(elements) if _BYLINE.match(text) and (agency := agency_behind(text))}
    return BelowHeadline(
        published=published,
        published_place=published_place,
        author=author,
        author_place=author_place,
        agency=agencies.pop() if len(agencies) == 1 else "",
    )


def agency_behind(byline: str) -> str:
    """The agency of a byline that stands behind a name, alone or before a role: `AP Auto Writer`; empty without one.

    Agencies that everybody knows alone: capitals before a role may be a country or a desk (`UK Reporter`).
    """
    for part in BEHIND_NAME.split(byline)[1:]:
        words = part.split()
        is_role = bool(words) and words[-1].lower() in ROLES
        for count in range(len(words), 0, -1):
            name = " ".join(words[:count])
            if is_known(name, frozenset()) and (count == len(words) or is_role):
                return name
    return ""


def _elements(heading: Any) -> Iterator[Any]:
    """The elements from a headline to the first paragraph of prose, in the order of the page."""
    count = 0
    for element in _following(heading):
        if not isinstance(element.tag, str):
            continue
        count += 1
        is_prose = element.tag == "p" and len("".join(element.itertext()).split()) >= _PROSE_WORDS
        if is_prose or count > _MOST_ELEMENTS or element.tag in ("h1", "h2", "article", "footer"):
            return
        if not _is_aside(element):
            yield element


def _following(heading: Any) -> Iterator[Any]:
    """What comes after an element in the order of the page: below its later siblings, then those of its parents."""
    while heading is not None:
        for sibling in heading.itersiblings():
            yield from sibling.iter()
        heading = heading.getparent()


def _is_aside(element: Any) -> bool:
    return any(
        parent.tag in (*_NO_TEXT, *_ASIDE)
        or any(word in f"{parent.get('class') or ''} {parent.get('id') or ''}".lower() for word in _RELATED)
        for parent in (element, *element.iterancestors())
        if isinstance(parent.tag, str)
    )


def _published(elements: tuple[Any, ...]) -> tuple[str, str]:
    times = [element for element in elements if element.tag == "time" and element.get("datetime")]
    moments = {day for element in times if not _is_update(element) and (day := day_of(tidy(element.get("datetime"))))}
    if len(moments) == 1 and not any(_contradicts(element, next(iter(moments))) for element in times):
        return moments.pop(), "the time below its headline"
    if times:
        return "", ""
    days = {dated for text in _texts(elements) if (dated := take_dates(text).published)}
    return (next(iter(days)).day.isoformat(), "the line below its headline") if len(days) == 1 else ("", "")


def _is_update(element: Any) -> bool:
    parent = element.getparent()
    before = "" if parent is None else f"{parent.text or ''} {parent.get('class') or ''}"
    previous = element.getprevious()
    beside = "" if previous is None else f"{''.join(previous.itertext())} {previous.tail or ''}"
    label = f"{element.get('class') or ''} {element.get('itemprop') or ''} {before} {beside} {element.text or ''}"
    return any(word in label.lower() for word in _UPDATE)


def _contradicts(element: Any, moment: str) -> bool:
    """Whether a time prints another day than its attribute states; across midnight they may differ by one."""
    printed = take_dates(tidy("".join(element.itertext()))).published
    return printed is not None and abs((printed.day - _day(moment)).days) > 1


def _day(moment: str) -> Any:
    from datetime import date

    return date.fromisoformat(moment[:10])


def _texts(elements: tuple[Any, ...]) -> Iterator[str]:
    """Short lines: elements that hold text and no other line."""
    for element in elements:
        if element.tag in _LINES and not any(child.tag in _LINES for child in element if isinstance(child.tag, str)):
            text = tidy("".join(element.itertext()))
            if text and len(text) <= _LONGEST_LINE:
                yield text


def _author(elements: tuple[Any, ...]) -> tuple[str, str]:
    marked = [
        name for element in elements if _is_marked(element) if (name := person(tidy("".join(element.itertext()))))
    ]
    if linked := _linked(elements):
        return linked, BYLINE_LINKS
    names = tuple(dict.fromkeys(marked))
    if len(names) == 1 and _is_short(names[0]):
        return names[0], "the author marked below its headline"
    if names:
        return "", ""
    lines = [line for text in _texts(elements) if (line := read_line(text, frozenset()))]
    authors = tuple(dict.fromkeys(line.author for line in lines if line.introduced and line.author))
    return (authors[0], "the line below its headline") if len(authors) == 1 else ("", "")


def _linked(elements: tuple[Any, ...]) -> str:
    """Whom a byline names with links to their pages; empty where no line does, or two do differently."""
    bylines = set()
    for element in elements:
        text = tidy("".join(element.itertext())) if element.tag in _LINES else ""
        if text and len(text) <= _LONGEST_LINE and _BYLINE.match(text):
            links = [link for link in element.iter("a") if _AUTHOR_PAGE.search(link.get("href") or "")]
            names = dict.fromkeys(name for link in links if (name := person(tidy("".join(link.itertext())))))
            if names and all(_is_short(name) for name in names):
                bylines.add(", ".join(names))
    return bylines.pop() if len(bylines) == 1 else ""


def _is_marked(element: Any) -> bool:
    """Whether an element says of itself that it is the author: by its relation, as data, or by its class alone."""
    attributes = (element.get("rel"), element.get("itemprop"), element.get("class"))
    return any("author" in (attribute or "").lower().split() for attribute in attributes)


def _is_short(name: str) -> bool:
    return len(name.split()) <= 6 and not any(char.isdigit() for char in name)
