"""What a web page says of itself: JSON-LD, Open Graph and `meta`. Takes nothing from its running text.

Only what is marked up as such is a fact. A day that stands in the address alone is a guess: it is told and not taken.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import Any
from urllib.parse import urljoin, urlsplit

from sitegen.read.imports.found import Said, tidy
from sitegen.read.imports.jsonld import Node, find_article, names, people
from sitegen.read.values import RefusedValue, address, language, moment

_DATES = {
    "published": (
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "parsely-pub-date",
        "sailthru.date",
        "dc.date.issued",
        "dcterms.created",
        "citation_publication_date",
    ),
    "updated": ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified"),
}
_JSON_DATES = {"published": "datePublished", "updated": "dateModified"}
_AUTHORS = ("author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "citation_author")
_BEFORE_OUTLET = "-–—|·:»"
"""Signs between the headline and the outlet in the title of a page."""
_DAY_IN_PATH = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?=[/-]|$)")
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)|^[ \t]*url:[ \t]*(https?://\S+)", re.IGNORECASE | re.MULTILINE)
_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/(\d{14})[a-z_]*/(https?://.+)")


@dataclass(slots=True)
class Metadata:
    """What was found so far."""

    said: dict[str, Said] = field(default_factory=dict)
    outlet: str = ""
    language: str = ""
    remarks: list[str] = field(default_factory=list)

    def take(self, name: str, value: str, where: str) -> None:
        """The first that says something is believed."""
        if value and name not in self.said:
            self.said[name] = Said(field=name, value=value, where=where)


def read_metadata(tree: Any, captured_from: str = "", captured: str = "") -> Metadata:
    """What the page in an lxml tree says.

    `captured_from` and `captured` are the address and moment that its capture recorded; empty where it is only a file.
    """
    found = Metadata()
    metas = _metas(tree)
    _address(found, tree, metas, captured_from)
    found.take("captured", _moment(captured), "the capture")
    own = found.said["url"].value if "url" in found.said else ""
    node = find_article(_scripts(tree), own, metas.get("og:title", ""))
    publisher = next(iter(names(node.get("publisher"))), "")
    found.outlet = publisher or metas.get("og:site_name", "") or metas.get("application-name", "")
    _title(found, tree, metas, node)
    for name in _DATES:
        _date(found, name, metas, node)
    _author(found, metas, node)
    _language(found, tree, metas, node)
    if "published" not in found.said and (day := _DAY_IN_PATH.search(urlsplit(own).path)):
        found.remarks.append(f"guess, not taken: published {day[1]}-{day[2]}-{day[3]}, from the address alone")
    return found


def _metas(tree: Any) -> Mapping[str, str]:
    """The first content of each `meta`, by lower-case name; microdata that is written the same way too."""
    metas: dict[str, str] = {}
    for one in tree.iter("meta"):
        name = one.get("property") or one.get("name") or one.get("itemprop") or ""
        if text := tidy(one.get("content")):
            metas.setdefault(name.strip().lower(), text)
    for one in tree.iter("time"):
        # `pubdate` is the HTML of 2010, `itemprop` microdata; a bare `time` may be anybody's.
        name = "datePublished" if one.get("pubdate") is not None else one.get("itemprop") or ""
        if name in _JSON_DATES.values() and (text := tidy(one.get("datetime"))):
            metas.setdefault(name.lower(), text)
    return metas


def _scripts(tree: Any) -> Iterator[str]:
    for one in tree.iter("script"):
        if "ld+json" in (one.get("type") or "").lower():
            yield (one.text or "").strip().removeprefix("<!--").removesuffix("-->")


def _address(found: Metadata, tree: Any, metas: Mapping[str, str], captured_from: str) -> None:
    """Where the page was published: its canonical address, unless that leads to another host than its capture."""
    base, where = captured_from, "the capture"
    if not base:
        base, where = _saved_from(tree), "the note of the browser that saved it"
    if archived := _ARCHIVED.fullmatch(base):
        found.take("archived", _web(base), where)
        stamp = archived[1]
        found.take("captured", _moment(f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}T{stamp[8:10]}:{stamp[10:12]}Z"), where)
        base = archived[2]
    canonical = next((one.get("href") for one in tree.iter("link") if _is_canonical(one)), "")
    for text, what in ((canonical, "the canonical link"), (metas.get("og:url", ""), "og:url")):
        full = _web(_joined(base, tidy(text)))
        if full and (not base or _host(full) == _host(base)):
            found.take("url", full, what)
        elif full:
            found.remarks.append(f"{what} leads to another host: {full}")
    found.take("url", _web(base), where)


def _is_canonical(link: Any) -> bool:
    return "canonical" in (link.get("rel") or "").lower().split()


def _saved_from(tree: Any) -> str:
    """The address in the comment that browsers and page savers put at the top."""
    from lxml import etree

    root = tree.getroottree().getroot()
    comments = chain(root.itersiblings(etree.Comment, preceding=True), root.iter(etree.Comment))
    for one in islice(comments, 20):
        if saved := _SAVED_FROM.search((one.text or "")[:5_000]):
            return _web(saved[1] or saved[2])
    return ""


def _joined(base: str, text: str) -> str:
    try:
        return urljoin(base, text) if text else ""
    except ValueError:
        return ""


def _web(text: str) -> str:
    try:
        return address(text) if text else ""
    except RefusedValue:
        return ""


def _host(text: str) -> str:
    return (urlsplit(text).hostname or "").removeprefix("www.")


def _title(found: Metadata, tree: Any, metas: Mapping[str, str], node: Node) -> None:
    found.take("title", tidy(node.get("headline")), "JSON-LD")
    for name in ("og:title", "twitter:title"):
        found.take("title", _without_outlet(metas.get(name, ""), found.outlet), name)
    headings = [text for one in tree.iter("h1") if (text := tidy("".join(one.itertext())))]
    if len(headings) == 1:
        found.take("title", headings[0], "its only h1")
    titles = [text for one in tree.iter("title") if (text := tidy(one.text))]
    found.take("title", _without_outlet(titles[0] if titles else "", found.outlet), "the title of the page")


def _without_outlet(title: str, outlet: str) -> str:
    """A title without ` - The Outlet` at its end."""
    if not outlet or not title.endswith(outlet):
        return title
    before = title[: -len(outlet)].rstrip()
    kept = before[:-1].rstrip()
    apart = before[-1:] in _BEFORE_OUTLET and before[:-1] != kept
    return kept if kept and apart else title


def _date(found: Metadata, name: str, metas: Mapping[str, str], node: Node) -> None:
    given = [(tidy(node.get(_JSON_DATES[name])), "JSON-LD"), *((metas.get(one, ""), one) for one in _DATES[name])]
    for text, where in given:
        if day := _moment(text):
            found.take(name, day, where)
        elif text:
            found.remarks.append(f"{name} is not taken from {where}: {text!r} is not an ISO 8601 date")


def _moment(text: str) -> str:
    """A date as front matter may hold it; of a time without zone only the day, since nobody knows which day in UTC."""
    text = text.strip()
    try:
        when = moment(text)
    except RefusedValue:
        return ""
    zoned = re.search(r"(?:[Zz]|[+-]\d\d:?\d\d|[+-]\d\d)$", text[10:])
    return text if zoned else when.day.isoformat()


def _author(found: Metadata, metas: Mapping[str, str], node: Node) -> None:
    given = [(people(node.get("author")), "JSON-LD"), *(([metas.get(one, "")], one) for one in _AUTHORS)]
    for several, where in given:
        kept = [one for one in dict.fromkeys(several) if one and "://" not in one and one != found.outlet]
        found.take("author", ", ".join(kept), where)


def _language(found: Metadata, tree: Any, metas: Mapping[str, str], node: Node) -> None:
    """What the page declares; whether its text agrees is asked later."""
    given = node.get("inLanguage")
    given = given.get("alternateName") if isinstance(given, dict) else given
    root = tree.getroottree().getroot()
    for text in (tidy(given), tidy(root.get("lang")), metas.get("og:locale", ""), metas.get("content-language", "")):
        try:
            found.language = found.language or (language(text.replace("_", "-")) if text else "")
        except RefusedValue:
            continue
