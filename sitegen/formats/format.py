"""What a format is: the contract between its module and the registry. Values only; reads nothing.

A module of `formats/readers/` gives its formats as FORMATS, one of `formats/exports/` its database as EXPORT, and the
registry (registry.py) finds them there: a format is added by one module, and docs/content.md.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from fnmatch import fnmatchcase
from typing import BinaryIO
from urllib.parse import urlsplit

from sitegen.config import Limits
from sitegen.formats.columns import ColumnMap
from sitegen.formats.draft import AddressOnly, Draft, FileNote, PassedPage
from sitegen.formats.webpages.page_parts import TemplateOf
from sitegen.frozen import dataclass
from sitegen.read.refusal import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class PageChoice:
    """Which pages of a capture are asked for; with nothing given, all of them."""

    patterns: tuple[str, ...] = ()
    """Addresses with `*` and `?`."""
    hosts: tuple[str, ...] = ()
    """Each with the hosts below it."""
    addresses: frozenset[str] = frozenset()
    """Whole addresses."""

    def __bool__(self) -> bool:
        return bool(self.patterns or self.hosts or self.addresses)

    def accepts(self, address: str) -> bool:
        """Whether a page at this address is asked for."""
        if not self:
            return True
        host = urlsplit(address).hostname or ""
        return (
            address in self.addresses
            or any(fnmatchcase(address, pattern) for pattern in self.patterns)
            or any(host == name or host.endswith(f".{name}") for name in self.hosts)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingContext:
    """What a reader needs beside the file."""

    limits: Limits
    columns: ColumnMap = field(default_factory=dict)
    """The map of tables that the editor gave."""
    choice: PageChoice = field(default_factory=PageChoice)
    template_of: TemplateOf = lambda _host: None
    """What the editor decided about pages of a host."""
    records: frozenset[int] | None = None
    """Records of a WARC, or rows of a table, that are read alone, for their editor; None for all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileStart:
    """What a file is recognised by."""

    data: bytes
    """Its first bytes."""
    members: frozenset[str] = frozenset()
    """Names of the files in it, where it is a zip."""

    @property
    def text(self) -> str:
        """The first bytes in lower case, without a mark of order and white space before them."""
        encoding = "utf-16" if self.data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
        return self.data.decode(encoding, "replace").lstrip().lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document that a database may have exported: its articles are cut by an export's reader if one knows it."""

    lines: Sequence[str] = ()
    page: bytes = b""
    """The page, where it is one; its database is recognised by its markup."""
    drafts: Callable[[], Sequence[Draft | AddressOnly | Refused]]
    """What it is where no database exported it: an article, or those of a page that prints several.

    May raise Refused.
    """


Findings = Iterator[Draft | Refused | FileNote | AddressOnly | PassedPage]
"""What the file holds: articles, why some are not taken, what is said of the file, addresses without a text."""
Contents = Iterator[Draft | Refused | FileNote | AddressOnly | PassedPage | Document]


def never(_start: FileStart) -> bool:
    """For formats that their content does not give away."""
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A kind of file."""

    name: str
    """For people."""
    suffixes: tuple[str, ...]
    """The first one is what its original is kept under."""
    read: Callable[[BinaryIO, ReadingContext], Contents]
    begins: Callable[[FileStart], bool] = never
    """Whether a file of unknown or wrong suffix is one of these."""
    is_streamed: bool = False
    """Whether it is read piece by piece, so that `import_bytes` is no limit of its size."""
    is_read: bool = True
    """False for a kind that is recognised only to say what to do with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A database that exports articles in documents."""

    name: str
    """As people call it."""
    is_lines: Callable[[Sequence[str]], bool]
    """Whether the lines of a document are its export."""
    read_lines: Callable[[Sequence[str]], Iterator[Draft | Refused]]
    page_lines: Callable[[str], Sequence[str]] = lambda _source: ()
    """The lines of a page that it saved; empty for any other page."""
    read_page: Callable[[str], Sequence[Draft | Refused]] = lambda _source: ()
    """The articles of a page that it saved, where its markup cuts them; empty for any other page."""
    is_verified: bool = False
    """Whether a file from the real exporter was ever read."""
