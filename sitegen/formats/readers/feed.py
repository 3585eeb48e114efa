"""A feed: RSS 2.0, RSS 1.0 and Atom (RFC 4287), each entry that carries its text an article.

An entry with a summary alone is no article: its address is told, for `--fetch`. Read entry by entry, so that a feed of
any length costs the memory of its longest entry; entities of its own are not resolved.
"""

from collections.abc import Iterator
from typing import Any, BinaryIO

from sitegen.formats.declared import declared
from sitegen.formats.draft import AddressOnly, Draft, FileNote, Statement, needed, quiet, tidy
from sitegen.formats.format import Contents, FileStart, Format, ReadingContext
from sitegen.formats.markup import is_markup, markup_lines
from sitegen.formats.webpages.completeness import judged_lines
from sitegen.read.refusal import Refused

_ENTRY = ("item", "entry")
_WHOLE = ("encoded", "content")
"""Elements that hold the text: `content:encoded` of RSS, `content` of Atom."""
_SUMMARY = ("description", "summary")
_FIELDS = (
    ("title", ("title",)), ("published", ("pubDate", "published", "date", "issued")),
    ("updated", ("updated", "modified")),
    ("author", ("creator", "author")), ("language", ("language",)),
)  # fmt: skip
_SHORTEST = 1_000
"""Characters from which a description is a text: summaries have some 300, and many feeds put whole texts there."""
_MARKS = ("<rss", "<feed", "<rdf:rdf")


def _read(file: BinaryIO, context: ReadingContext) -> Contents:
    needed("lxml")
    from lxml import etree

    events = etree.iterparse(
        file,
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        recover=False,
        huge_tree=False,
    )
    outlet, language, number, bare = "", "", 0, 0
    path: list[str] = []
    while True:
        try:
            with quiet():
                event, element = next(events)
        except StopIteration:
            break
        except etree.XMLSyntaxError as failure:
            place = f"entry {number + 1:,}" if number else "its head"
            hint = "fetch the feed again; the entries before are whole"
            raise Refused(
                "bad-feed", f"this feed breaks off or is no XML in {place}: {tidy(failure.msg)}", hint
            ) from None
        name = _name(element)
        if event == "start":
            path.append(name)
            if len(path) > context.limits.nesting:
                raise Refused("bad-feed", "this feed is nested too deep", "see whether it is a feed")
            continue
        path.pop()
        if name in _ENTRY:
            number += 1
            finding = _entry(element, number, outlet, language)
            bare += isinstance(finding, AddressOnly)
            yield finding
            _forget(element)
        elif name == "title" and path and path[-1] in ("channel", "feed"):
            outlet = outlet or tidy(element.text)
        elif name == "language" and path and path[-1] == "channel":
            language = tidy(element.text)
    if not number:
        raise Refused("bad-feed", "this feed has no entries", "see whether it is a feed")
    if bare:
        yield FileNote(text=f"{bare:,} of {number:,} entries give a summary and not their text")


def _forget(element: Any) -> None:
    """Frees an entry, and what stood before it: the parser keeps all it has read."""
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def _children(entry: Any, names: tuple[str, ...]) -> Iterator[Any]:
    return (child for name in names for child in entry if _name(child) == name)


def _entry(entry: Any, number: int, outlet: str, language: str) -> Draft | AddressOnly | Refused:
    statements: list[Statement] = []
    remarks: list[str] = []
    address = _address(entry)
    values = {
        field: next((text for child in _children(entry, names) if (text := _value(child))), "")
        for field, names in _FIELDS
    }
    values["language"] = values["language"] or language
    for field, value in (("url", address), *values.items()):
        statement, remark = declared(field, value, "the feed")
        statements += [statement] if statement else []
        remarks += [remark] if remark else []
    lines, is_whole = _text(entry)
    if not lines:
        if not address:
            return Refused(
                "no-article-text", f"entry {number:,} of this feed has neither text nor address", "leave it out"
            )
        return AddressOnly(url=address, place=f"entry {number:,}")
    verdict = judged_lines(lines)
    return Draft(
        text=lines,
        statements=tuple(statements),
        outlet=next((text for child in _children(entry, ("source",)) if (text := _value(child))), outlet),
        remarks=(*remarks, *(() if is_whole else ("the text is the description of the feed, which may be a summary",))),
        completeness=verdict.value,
        completeness_reason=verdict.reason,
        record=number,
        record_unit="entry",
    )


def _value(element: Any) -> str:
    """The text of an element, or the name of the person that it describes; markup in titles is taken out."""
    text = tidy("".join(element.itertext("{*}name") if _has_name(element) else element.itertext()))
    return " ".join(markup_lines(text)) if is_markup(text) else text


def _has_name(element: Any) -> bool:
    return any(_name(child) == "name" for child in element)


def _address(entry: Any) -> str:
    """The address of the entry's page: a link, the alternate one of Atom, or an id that is an address."""
    for link in _children(entry, ("link",)):
        if link.get("rel", "alternate") == "alternate" and (address := tidy(link.get("href") or link.text)):
            return address
    guid = next((tidy(child.text) for child in _children(entry, ("guid", "id"))), "")
    return guid if guid.startswith(("http://", "https://")) else ""


def _text(entry: Any) -> tuple[tuple[str, ...], bool]:
    """The lines of its text, and whether they are what the feed calls the content; none for a summary."""
    for names, is_whole in ((_WHOLE, True), (_SUMMARY, False)):
        for element in _children(entry, names):
            lines = _lines(element)
            if sum(map(len, lines)) >= (1 if is_whole else _SHORTEST):
                return lines, is_whole
    return (), False


def _lines(element: Any) -> tuple[str, ...]:
    from lxml import etree

    if len(element):
        # Atom may hold the markup itself (`type="xhtml"`) and not as text.
        inner = "".join(etree.tostring(child, encoding="unicode") for child in element)
        return markup_lines(inner.replace("xhtml:", "").replace("html:", ""))
    text = element.text or ""
    return markup_lines(text) if is_markup(text) else tuple(line.strip() for line in text.splitlines() if line.strip())


def _begins(start: FileStart) -> bool:
    text = start.text
    return text.startswith(_MARKS) or (
        text.startswith(("<?xml", "<!--")) and any(mark in text[:4_000] for mark in _MARKS)
    )


FORMATS = (
    Format(name="a feed", suffixes=(".rss", ".atom", ".xml", ".rdf"), read=_read, begins=_begins, is_streamed=True),
)
