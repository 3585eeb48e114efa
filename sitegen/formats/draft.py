"""What an imported file says, before it becomes an article. Values only."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field
from typing import TYPE_CHECKING

from sitegen.distribution import install_command
from sitegen.frozen import dataclass
from sitegen.model import Completeness
from sitegen.read.decode import clean
from sitegen.read.refusal import Refused

if TYPE_CHECKING:
    from sitegen.formats.webpages.page_parts import PageParts

_LONGEST_VALUE = 1_000
"""Characters of a title, name or address; a longer one is no such thing."""
_SPACE = re.compile(r"[^\S\u00a0\u202f]+|[\u0085\u2028\u2029]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing a page says of itself."""

    field: str
    """A field of an article's front matter."""
    value: str
    """As it may stand there."""
    where: str
    """Where it was read, for people: `JSON-LD`, `og:title`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One article that was found in a file."""

    text: tuple[str, ...]
    """Lines of its text."""
    statements: tuple[Statement, ...] = ()
    """At most one for each field."""
    text_place: str = ""
    """Where its text was read, for people; empty where a file has no choice of that."""
    candidates: tuple[Statement, ...] = ()
    """Other values that a row has for its fields, read for its editor alone; those of a page are in `page`."""
    outlet: str = ""
    """Name of the outlet as the page gives it; empty where it does not."""
    outlet_places: tuple[str, ...] = ()
    """Where a page gives that name."""
    is_web_page: bool = False
    """Whether its outlet is evidence of a page and not declared: then all pages of its host decide together."""
    language: str = ""
    """Language the page declares for itself, told of the outlet it proposes."""
    remarks: tuple[str, ...] = ()
    """What a keeper should know and no field holds: a guess that was not taken, an encoding that was not the declared
    one."""
    completeness: Completeness = "unknown"
    """Whether this is all that the outlet published."""
    completeness_reason: str = ""
    """Why so, in words; empty where nothing was found out."""
    name: str = ""
    """What its file is named after, where it has no title."""
    record: int | None = None
    """Where in its file it stands, counted in `record_unit`; None where the file is this one article."""
    record_unit: str = "byte"
    """`byte` of an inflated WARC, `row` of a table, `article` of an export."""
    page: "PageParts | None" = field(default=None, compare=False, repr=False)
    """All that was read of a web page, for its editor; None for what is no page."""

    def value(self, field: str) -> str:
        """What was said for a field; empty where nothing was."""
        return next((statement.value for statement in self.statements if statement.field == field), "")


def tidy(text: object) -> str:
    """A text out of a page as one printable line; empty where it is no text, or too long for a value."""
    if not isinstance(text, str) or len(text) > 20 * _LONGEST_VALUE:
        return ""
    line = _SPACE.sub(" ", clean(_SPACE.sub(" ", text))).strip()
    return line if len(line) <= _LONGEST_VALUE else ""


@contextmanager
def quiet() -> Iterator[None]:
    """Libraries that read foreign formats warn and log as they go; what matters of that is in what they return."""
    import logging
    import warnings

    earlier = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(earlier)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileNote:
    """What is told of a file and of none of its articles: how its columns are read, what was never seen."""

    text: str
    columns: Mapping[str, str] = field(default_factory=dict)
    """Which column of a table is which field; empty for other files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressOnly:
    """An article of which a file gives the address and no text."""

    url: str
    place: str = ""
    """Where in its file, for people: `row 3`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedPage:
    """A page of a capture that is no article, or was not asked for."""

    url: str = ""
    is_chosen: bool = True
    """False where the editor asked for other pages."""


def needed(name: str, extra: str = "import") -> None:
    """Makes sure that a library of an extra is there.

    Raises Refused where it is not.
    """
    if not has_library(name):
        message = f"`{name}` is needed to read this and is not installed"
        raise Refused("import-missing", message, install_command(extra))


def has_library(name: str) -> bool:
    """Whether a library is installed."""
    import importlib.util

    return importlib.util.find_spec(name) is not None
