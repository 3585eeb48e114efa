"""What a page weighs: bytes as a host sends them, and elements as a browser holds them."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path


class _Elements(HTMLParser):
    """Counts the elements of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        """One more."""
        self.count += 1

    handle_startendtag = handle_starttag  # type: ignore[assignment]


def elements_of(html: str) -> int:
    """How many elements a page has."""
    parser = _Elements()
    parser.feed(html)
    return parser.count


def gzipped(content: bytes) -> int:
    """Bytes on the way to a reader."""
    return len(gzip.compress(content, 9))


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """A page's."""

    path: str
    bytes: int
    """Gzipped."""
    elements: int


def weights(folder: Path) -> Iterator[Weight]:
    """Of every page of a site."""
    for file in sorted(folder.rglob("*.html")):
        content = file.read_bytes()
        path = file.relative_to(folder).as_posix()
        yield Weight(path=path, bytes=gzipped(content), elements=elements_of(content.decode("utf-8")))
