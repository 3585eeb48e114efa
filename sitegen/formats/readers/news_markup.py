"""An article in NITF (IPTC's News Industry Text Format 3.6): headline, byline, day and blocks of one report."""

from typing import Any, BinaryIO

from sitegen.formats.declared import declared
from sitegen.formats.draft import Draft, Statement, needed, quiet, tidy
from sitegen.formats.format import Contents, FileStart, Format, ReadingContext
from sitegen.formats.webpages.completeness import judged_lines
from sitegen.read.refusal import Refused

_BLOCKS = ("p", "hl2", "li", "pre", "tr")


def _read(file: BinaryIO, _context: ReadingContext) -> Contents:
    needed("lxml")
    from lxml import etree

    data = file.read()
    with quiet():
        try:
            # Exporters leave elements open; what was mended is told, and a file that was cut has no end.
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
            root: Any = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as failure:
            raise Refused("bad-document", f"this is no XML: {tidy(failure.msg)}", "export the article again") from None
    if root is None or not data.rstrip().endswith(b"</nitf>"):
        raise Refused("bad-document", "this NITF breaks off", "export the article again")
    body = next(iter(root.iter("{*}body.content")), None)
    lines = () if body is None else tuple(text for part in body.iter(*_BLOCKS) if (text := _text(part)))
    if not lines:
        raise Refused("no-article-text", "this NITF has no text in `body.content`", "export the article again")
    day = next((part.get("norm") or "" for part in root.iter("{*}date.issue", "{*}story.date")), "")
    values = (
        ("title", _first(root, "hl1")), ("author", _first(root, "byline")), ("published", day),
        ("dateline", _first(root, "dateline")),
    )  # fmt: skip
    statements: list[Statement] = []
    for name, value in values:
        statement, _ = declared(name, value, "NITF")
        statements += [statement] if statement else []
    verdict = judged_lines(lines)
    yield Draft(
        text=lines,
        statements=tuple(statements),
        remarks=("its markup is damaged and was mended",) if parser.error_log else (),
        outlet=next((tidy(part.get("name")) for part in root.iter("{*}pubdata") if part.get("name")), ""),
        completeness=verdict.value,
        completeness_reason=verdict.reason,
    )


def _text(element: Any) -> str:
    return tidy("".join(element.itertext())) if isinstance(element.tag, str) else ""


def _first(root: Any, name: str) -> str:
    return next((text for element in root.iter(f"{{*}}{name}") if (text := _text(element))), "")


def _begins(start: FileStart) -> bool:
    return "<nitf" in start.text[:2_000]


FORMATS = (Format(name="an article in NITF", suffixes=(".nitf",), read=_read, begins=_begins),)
