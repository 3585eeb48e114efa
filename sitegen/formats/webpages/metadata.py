"""What a web page says of itself: JSON-LD, Open Graph and `meta`. Takes nothing from its running text.

Only what is marked up as such is a fact. A day that stands in the address alone is a guess: it is told and not taken.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from itertools import chain, islice
from typing import Any
from urllib.parse import urljoin, urlsplit

from sitegen.formats.declared import day_of, person
from sitegen.formats.draft import Statement, tidy
from sitegen.formats.webpages.below_headline import BEHIND_NAME, BYLINE_LINKS, ROLES, agency_behind, below_headline
from sitegen.formats.webpages.completeness import PageStatements, statements_of
from sitegen.formats.webpages.jsonld import (
    Node,
    article_nodes,
    find_article,
    has_comma_too_many,
    names,
    people,
    site_names,
    types_of,
)
from sitegen.formats.webpages.outlet_names import (
    OutletName,
    PageOutlet,
    is_agency_of,
    is_own_host,
    may_be_own,
    page_outlet,
    same_name,
)
from sitegen.read.dates import month_of
from sitegen.read.outlets import is_known
from sitegen.read.values import RefusedValue, address, language

_DATES = {
    "published": (
        "article:published_time",
        "og:article:published_time",
        "article:published",
        "article.published",
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
_AUTHORS_LISTED = "author article:author parsely-author sailthru.author dc.creator dcterms.creator citation_author"
_AUTHORS = tuple(_AUTHORS_LISTED.split())
_BEFORE_OUTLET = "-–—|·:»"
"""Signs between the headline and the outlet in the title of a page."""
_TITLE_PARTS = re.compile(r"\s[-–—|·:»]\s")
_COPYRIGHT = re.compile(
    r"(?:©|&copy;|copyright)[\s©]*(?:\(c\)\s*)?(?:(?:19|20)\d\d(?:\s*[-–/]\s*(?:19|20)?\d\d)?,?\s*)?(?:by\s+)?"
    r"(.{2,60}?)(?:\s*(?:[.|,;/]|all rights|$))",
    re.IGNORECASE,
)
_LONGEST_NOTICE = 400
_DAY_IN_PATH = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?=[/-]|$)")
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)|^[ \t]*url:[ \t]*(https?://\S+)", re.IGNORECASE | re.MULTILINE)
_SAVED_DATE = re.compile(r"saved date: *\w{3} ([A-Z][a-z]{2}) (\d{1,2}) (\d{4}) (\d\d:\d\d:\d\d) GMT([+-]\d\d)(\d\d)")
"""As SingleFile writes the moment when it saved a page."""
_CACHED = re.compile(r"https?://[\w-]+\.cdn\.ampproject\.org/(?:c|v|wp)/(s/)?(.+)")
"""An address in the cache of AMP, which names the address of the outlet."""
_ENTITY = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,6}|[a-zA-Z]{2,8});")
_ADDRESSES = ("url", "archived")
_ACCOUNT = re.compile(r"[a-z0-9_.-]*(?:admin|editor|webmaster|user)[a-z0-9_.-]*|[a-z0-9_.-]{1,20}")
"""Names in small letters of one word: accounts of the program that wrote the page."""
_INITIALS = re.compile(r"[A-Z]{2,8}(?:$|\s[-–—|])")
"""A name of capitals alone, or before a dash: of an office or a station."""
_MOST_HEADINGS = 5
"""First headings that an editor may choose a title from."""
_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/(\d{14})[a-z_]*/(https?://.+)")


@dataclass(slots=True)
class Metadata:
    """What was found so far."""

    statements: dict[str, Statement] = field(default_factory=dict)
    candidates: list[Statement] = field(default_factory=list)
    """Every value that was seen for a field, in the order in which they are believed."""
    outlet: PageOutlet = field(default_factory=PageOutlet)
    language: str = ""
    remarks: list[str] = field(default_factory=list)
    stated: PageStatements = field(default_factory=PageStatements)
    """What it says of the length of its article."""
    types: frozenset[str] = frozenset()
    """Types of schema.org that it gives to what it describes."""
    page_title: str = ""
    """As its `title` element gives it."""

    @property
    def describes_article(self) -> bool:
        """Whether it names a day of publication or an author, as lists and notices do not."""
        return any(name in self.statements for name in ("published", "author"))

    def take(self, name: str, value: str, where: str) -> None:
        """The first that says something is believed. Some pages write their entities twice (`&amp;#8217;`)."""
        value = self.offer(name, value, where)
        if value and name not in self.statements:
            self.statements[name] = Statement(field=name, value=value, where=where)

    def offer(self, name: str, value: str, where: str) -> str:
        """Keeps a value for the editor to choose from; returns it as a field may hold it."""
        value = value if name in _ADDRESSES else _unescaped(value)
        if value:
            self.candidates.append(Statement(field=name, value=value, where=where))
        return value

    def believe(self, statement: Statement) -> None:
        """Takes a value before all others of its field, whatever was taken."""
        self.statements[statement.field] = statement
        self.candidates = [statement, *(candidate for candidate in self.candidates if candidate != statement)]

    def prefer(self, places: Mapping[str, str]) -> bool:
        """Takes fields from the places that the editor decided for their host; whether that changed one."""
        changed = False
        for candidate in self.candidates:
            if places.get(candidate.field) == candidate.where and self.statements.get(candidate.field) != candidate:
                self.statements[candidate.field] = candidate
                changed = True
        return changed


def read_metadata(tree: Any, captured_from: str = "", captured: str = "") -> Metadata:
    """What the page in an lxml tree says.

    `captured_from` and `captured` are the address and moment that its capture recorded; empty where it is only a file.
    """
    metadata = Metadata()
    metas = _metas(tree)
    metadata.page_title = next((text for element in tree.iter("title") if (text := tidy(element.text))), "")
    outlet_names = tuple(_outlet_names(metadata.page_title, tree, metas))
    _address(metadata, tree, metas, captured_from, outlet_names)
    metadata.take("captured", day_of(captured), "the capture")
    address_of_page = metadata.statements["url"].value if "url" in metadata.statements else ""
    node = find_article(_scripts(tree), address_of_page, metas.get("og:title", ""))
    if any(has_comma_too_many(script) for script in _scripts(tree)):
        metadata.remarks.append("its JSON-LD has a comma too many, and was read all the same")
    metadata.stated = statements_of(node, article_nodes(_scripts(tree)), _scripts(tree, "json"))
    metadata.types = frozenset(types_of(_scripts(tree)))
    publishers = [OutletName(name=name, place="JSON-LD publisher") for name in names(node.get("publisher"))]
    _outlet(metadata, (*publishers, *outlet_names), address_of_page, metas.get("og:title", ""))
    _title(metadata, tree, metas, node)
    for name in _DATES:
        _date(metadata, name, metas, node)
    _authors(metadata, metas, node)
    below = below_headline(tree)
    metadata.take("published", below.published, below.published_place)
    if "author" not in metadata.statements:
        _author(metadata, [below.author], below.author_place)
    else:
        metadata.offer("author", below.author, below.author_place)
    _credit(metadata, below.agency, "the byline below its headline")
    _settle_author(metadata)
    _language(metadata, tree, metas, node)
    if "published" not in metadata.statements and (day := _DAY_IN_PATH.search(urlsplit(address_of_page).path)):
        metadata.remarks.append(f"guess, not taken: published {day[1]}-{day[2]}-{day[3]}, from the address alone")
        metadata.offer("published", f"{day[1]}-{day[2]}-{day[3]}", "the address alone, a guess")
    return metadata


def _metas(tree: Any) -> Mapping[str, str]:
    """The first content of each `meta`, by lower-case name; microdata that is written the same way too."""
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if text := tidy(element.get("content")):
            metas.setdefault(name.strip().lower(), text)
    for element in tree.iter("time"):
        # `pubdate` is the HTML of 2010, `itemprop` microdata; a bare `time` may be anybody's.
        name = "datePublished" if element.get("pubdate") is not None else element.get("itemprop") or ""
        if name in _JSON_DATES.values() and (text := tidy(element.get("datetime"))):
            metas.setdefault(name.lower(), text)
    return metas


def _scripts(tree: Any, kind: str = "ld+json") -> Iterator[str]:
    for element in tree.iter("script"):
        if kind in (element.get("type") or "").lower():
            yield (element.text or "").strip().removeprefix("<!--").removesuffix("-->")


def _address(
    metadata: Metadata, tree: Any, metas: Mapping[str, str], captured_from: str, outlet_names: Sequence[OutletName]
) -> None:
    """Where the page was published: its canonical address, unless that leads to another host than its own.

    Its own host is that of its capture, else the one that the site's name fits.
    """
    base, where = captured_from, "the capture"
    if not base:
        base, where = _saved_from(tree), "the note of the browser that saved it"
        metadata.take("captured", _saved_date(tree), where)
    if archived := _ARCHIVED.fullmatch(base):
        metadata.take("archived", _web(base), where)
        stamp = archived[1]
        metadata.take("captured", day_of(f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}T{stamp[8:10]}:{stamp[10:12]}Z"), where)
        base = archived[2]
    if cached := _CACHED.fullmatch(base):
        metadata.remarks.append(f"saved from a cache of the page: {base}")
        base = f"{'https' if cached[1] else 'http'}://{cached[2]}"
    canonical = next((element.get("href") for element in tree.iter("link") if _is_canonical(element)), "")
    stated = [
        (full, place)
        for text, place in ((canonical, "the canonical link"), (metas.get("og:url", ""), "og:url"))
        if (full := _web(_joined(base, tidy(text))))
    ]
    own_host = _host(base) if base else _own_host([full for full, _ in stated], outlet_names)
    for full, place in stated:
        if own_host and _host(full) == own_host:
            metadata.take("url", full, place)
        else:
            metadata.remarks.append(f"{place} leads to another host: {full}")
    metadata.take("url", _web(base), where)


def _own_host(stated: Sequence[str], outlet_names: Sequence[OutletName]) -> str:
    """The host of a page whose capture is not known; empty where its addresses have several and no name fits one."""
    hosts = list(dict.fromkeys(_host(full) for full in stated))
    if len(hosts) > 1 or not may_be_own(outlet_names, hosts[0] if hosts else ""):
        hosts = [host for host in hosts if is_own_host(outlet_names, host)]
    return hosts[0] if len(hosts) == 1 else ""


def _outlet_names(title: str, tree: Any, metas: Mapping[str, str]) -> Iterator[OutletName]:
    """Every name by which the page calls its site."""
    for name in ("og:site_name", "application-name", "dc.publisher"):
        if metas.get(name):
            yield OutletName(name=metas[name], place=name)
    for text in site_names(_scripts(tree)):
        yield OutletName(name=text, place="the site in JSON-LD")
    if len(parts := _TITLE_PARTS.split(title)) > 1:
        yield OutletName(name=parts[-1].strip(), place="the end of its title")
    for text in _copyrights(tree):
        yield OutletName(name=text, place="its notice of copyright")


def _copyrights(tree: Any) -> Iterator[str]:
    """Whom the notices of copyright name, the last ones of the page first: pictures have theirs too."""
    texts = [
        text
        for element in tree.iter()
        if isinstance(element.tag, str) and element.tag not in ("script", "style")
        for text in (element.text, element.tail)
        if text and len(text) < _LONGEST_NOTICE
    ]
    for text in reversed(texts):
        if notice := _COPYRIGHT.search(text):
            yield tidy(notice[1]).strip()


def _outlet(metadata: Metadata, outlet_names: Sequence[OutletName], address_of_page: str, title: str) -> None:
    """Who printed the page. Another whom it names as publisher is a credit."""
    metadata.outlet = page_outlet(outlet_names, urlsplit(address_of_page).hostname or "", title)
    metadata.take("credit", metadata.outlet.credit, f"{metadata.outlet.credit_place}, which is not the site's own name")
    metadata.remarks += [f"outlet not taken: {doubt.name}, from {doubt.place}" for doubt in metadata.outlet.doubts]


def _is_canonical(link: Any) -> bool:
    return "canonical" in (link.get("rel") or "").lower().split()


def _saved_from(tree: Any) -> str:
    """The address in the comment that browsers and page savers put at the top."""
    for text in _comments(tree):
        if saved := _SAVED_FROM.search(text):
            return _web(saved[1] or saved[2])
    return ""


def _saved_date(tree: Any) -> str:
    """When a page saver saved it, by that comment."""
    for text in _comments(tree):
        if saved := _SAVED_DATE.search(text):
            month, day, year, clock, hours, minutes = saved.groups()
            number = month_of(month)
            return day_of(f"{year}-{number:02}-{int(day):02}T{clock}{hours}:{minutes}") if number else ""
    return ""


def _comments(tree: Any) -> Iterator[str]:
    from lxml import etree

    root = tree.getroottree().getroot()
    comments = chain(root.itersiblings(etree.Comment, preceding=True), root.iter(etree.Comment))
    return ((element.text or "")[:5_000] for element in islice(comments, 20))


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


def _title(metadata: Metadata, tree: Any, metas: Mapping[str, str], node: Node) -> None:
    metadata.take("title", tidy(node.get("headline")), "JSON-LD")
    for name in ("og:title", "twitter:title"):
        metadata.take("title", _without_outlet(metas.get(name, ""), metadata.outlet.name), name)
    headings = [text for element in tree.iter("h1") if (text := tidy("".join(element.itertext())))]
    for heading in headings[:_MOST_HEADINGS]:
        if len(headings) == 1:
            metadata.take("title", heading, "its only h1")
        else:
            metadata.offer("title", heading, "one of its h1")
    metadata.take("title", _without_outlet(metadata.page_title, metadata.outlet.name), "the title of the page")


def _without_outlet(title: str, outlet: str) -> str:
    """A title without ` - The Outlet` at its end."""
    if not outlet or not title.endswith(outlet):
        return title
    before = title[: -len(outlet)].rstrip()
    kept = before[:-1].rstrip()
    apart = before[-1:] in _BEFORE_OUTLET and before[:-1] != kept
    return kept if kept and apart else title


def _date(metadata: Metadata, name: str, metas: Mapping[str, str], node: Node) -> None:
    candidates = [
        (_plain(node.get(_JSON_DATES[name])), "JSON-LD"),
        *((metas.get(element, ""), element) for element in _DATES[name]),
    ]
    for text, where in candidates:
        if day := day_of(text):
            metadata.take(name, day, where)
        elif text:
            metadata.remarks.append(f"{name} is not taken from {where}: {text!r} is no date, or may be several")


def _plain(value: Any) -> str:
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else tidy(value)


def _authors(metadata: Metadata, metas: Mapping[str, str], node: Node) -> None:
    _author(metadata, people(node.get("author")), "JSON-LD")
    for element in _AUTHORS:
        _author(metadata, [metas.get(element, "")], element)


def _author(metadata: Metadata, several: Sequence[str], where: str) -> None:
    """The people among names; an agency is a credit, an account nobody, and the outlet its own author no person."""
    kept = []
    for stated in dict.fromkeys(_unescaped(name) for name in several if name and "://" not in name):
        _credit(metadata, agency_behind(stated), where)
        name = _person(stated, metadata.outlet)
        if is_known(name, frozenset()) and not _is_outlet(name, metadata.outlet):
            metadata.take("credit", name, f"{where}, as author")
        elif name and not _is_outlet(name, metadata.outlet):
            kept.append(name)
        elif not name:
            metadata.remarks.append(f"author is not taken from {where}: {stated!r} is an account and no name")
    metadata.take("author", ", ".join(kept), where)


def _credit(metadata: Metadata, agency: str, where: str) -> None:
    """Takes the agency that stands behind an author, unless the page is its own."""
    address = metadata.statements.get("url")
    host = urlsplit(address.value).hostname or "" if address else ""
    is_own = _is_outlet(agency, metadata.outlet) or _names_outlet(agency, metadata.outlet) or is_agency_of(agency, host)
    if agency and not is_own:
        metadata.take("credit", agency, f"{where}, behind the author")


def _settle_author(metadata: Metadata) -> None:
    """Takes the author whom two places name where the first place alone names another: who posted a page for them.

    A byline that names all whom the data name, and more, is believed: data often give the first one alone.
    """
    mentions = Counter(_folded(entry.value) for entry in metadata.candidates if entry.field == "author")
    taken = metadata.statements.get("author")
    if taken is None:
        return
    for candidate in metadata.candidates:
        if candidate.where == BYLINE_LINKS and _names(candidate.value) > _names(taken.value):
            metadata.believe(candidate)
            return
    if mentions[_folded(taken.value)] > 1:
        return
    for candidate in metadata.candidates:
        if candidate.field == "author" and mentions[_folded(candidate.value)] > 1:
            metadata.believe(candidate)
            return


def _names(authors: str) -> set[str]:
    return {_folded(name) for name in authors.split(",")}


def _folded(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold()))


def _person(text: str, outlet: PageOutlet) -> str:
    """A name without `By` before it, and without a role or the outlet behind it; empty for an account."""
    name = person(text)
    if _ACCOUNT.fullmatch(name) or (_INITIALS.match(name) and not is_known(name, frozenset())):
        return ""
    first, separator, rest = _partition(name)
    words = re.findall(r"\w+", rest.lower())
    is_role = bool(words) and words[-1] in ROLES
    is_outlet = _is_outlet(rest, outlet) or _names_outlet(rest, outlet)
    return first if separator and (is_role or is_outlet or is_known(rest, frozenset())) else name


def _names_outlet(text: str, outlet: PageOutlet) -> bool:
    """Whether a text holds the outlet's name among its words: a desk of it, or another for it."""
    return bool(outlet.name) and f" {_folded(outlet.name)} " in f" {_folded(text)} "


def _partition(name: str) -> tuple[str, str, str]:
    match = BEHIND_NAME.search(name)
    return (name[: match.start()].strip(), match[0], name[match.end() :].strip()) if match else (name, "", "")


def _unescaped(text: str) -> str:
    return tidy(unescape(text)) if _ENTITY.search(text) else text


def _is_outlet(name: str, outlet: PageOutlet) -> bool:
    return any(label and same_name(name, label) for label in (outlet.name, outlet.credit))


def _language(metadata: Metadata, tree: Any, metas: Mapping[str, str], node: Node) -> None:
    """What the page declares; whether its text agrees is asked later."""
    candidates = node.get("inLanguage")
    candidates = candidates.get("alternateName") if isinstance(candidates, dict) else candidates
    root = tree.getroottree().getroot()
    for text in (
        tidy(candidates),
        tidy(root.get("lang")),
        metas.get("og:locale", ""),
        metas.get("content-language", ""),
    ):
        try:
            metadata.language = metadata.language or (language(text.replace("_", "-")) if text else "")
        except RefusedValue:
            continue
