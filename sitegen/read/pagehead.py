"""What an HTML article says of itself in its tags: `lang`, `title`, `meta`. All of it is inferred and never declared.

Only plain tags are read. `sitegen add` knows more of them, and JSON-LD; what it finds it writes down to be checked.
"""

from collections.abc import Callable, Iterable, Mapping
from html import unescape
from typing import Any

from sitegen.read.decode import clean
from sitegen.read.lines import one_line
from sitegen.read.tags import attributes_of, pieces_of
from sitegen.read.values import RefusedValue, address, language, moment

_LONGEST = 1_000
"""Characters of a value; a longer one is no title, name or address."""
_META: Mapping[str, str] = {
    "og:title": "title",
    "article:published_time": "published",
    "article:modified_time": "updated",
    "og:url": "url",
    "og:site_name": "site",
    "author": "author",
}
_ATOMS: Mapping[str, Callable[[str], Any]] = {
    "published": moment,
    "updated": moment,
    "url": address,
    "language": language,
}


def page_head(lines: Iterable[str]) -> dict[str, Any]:
    """Values by field, for those of `title`, `author`, `published`, `updated`, `url`, `site` and `language` stated."""
    statements: list[tuple[str, str]] = []
    titles: list[tuple[str, str]] = []
    for piece in pieces_of("\n".join(lines), 1):
        if piece.name == "html":
            statements.append(("language", attributes_of(piece.source[:_LONGEST]).get("lang", "")))
        elif piece.name == "title" and not titles:
            titles.append(("title", piece.source))
        elif piece.name == "link":
            attributes = attributes_of(piece.source[:_LONGEST])
            if "canonical" in attributes.get("rel", "").lower().split():
                statements.insert(0, ("url", attributes.get("href", "")))
        elif piece.name == "meta":
            attributes = attributes_of(piece.source[: 4 * _LONGEST])
            name = (attributes.get("property") or attributes.get("name") or "").lower()
            if name in _META:
                statements.append((_META[name], attributes.get("content", "")))
    taken: dict[str, Any] = {}
    for name, text in (*statements, *titles):
        value = _value(name, text)
        if value and name not in taken:
            taken[name] = value
    return taken


def _value(name: str, text: str) -> Any:
    line = one_line(clean(unescape(text) if name == "title" else text))
    if not line or len(line) > _LONGEST or (name == "author" and "://" in line):
        return None
    try:
        return _ATOMS[name](line) if name in _ATOMS else line
    except RefusedValue:
        return None


def as_utf8(data: bytes) -> bytes:
    """A page in UTF-8: decoded by what it declares, where it is not UTF-8; as it is, where that fits nothing."""
    from sitegen.read.charset import decode_page
    from sitegen.read.refusal import Refused

    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return decode_page(data)[0].encode("utf-8", "surrogatepass")
        except Refused:
            return data
    return data
