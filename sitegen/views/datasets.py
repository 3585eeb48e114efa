"""Lays out the page about the data of the archive: its tables, and its files for programs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sitegen.frozen import dataclass
from sitegen.model import StorySummary
from sitegen.text.catalogues import counted, marked
from sitegen.views.addresses import absolute, href, schema_path
from sitegen.views.common import Site, make_head
from sitegen.views.linked_data import dataset
from sitegen.views.pages import DataFile, DataTable, DataView, Page, Text, TextLink

DATA_PAGE = "data/"
ROWS = counted("{count} row", "{count} rows")
_FILES = (
    (
        "data/datapackage.json",
        marked("What each column of the tables holds, in English: a data package of Frictionless."),
    ),
    ("data/archive.sqlite", marked("All tables as one SQLite database, with a search that finds words in any script.")),
    ("data/datasette.json", marked("What Datasette shows beside the database.")),
    ("data/archive.json", marked("Every story, and how its articles relate.")),
    ("manifest.json", marked("Every file with its checksum")),
)
"""Files with what each is; those that a site does not have are left out."""
_DATASETTE = "data/datasette.json"
_MEDIA_TYPES = {"csv": "text/csv", "json": "application/json", "sqlite": "application/vnd.sqlite3"}
_SCHEMA = marked("What a file of this kind holds: a JSON Schema.")


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedTable:
    """A table with the files that its rows stand in."""

    name: str
    meaning: str
    """In English, as it is looked up."""
    columns: tuple[str, ...]
    rows: int
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedData:
    """What a site holds for programs, stories' own files left out."""

    tables: tuple[PublishedTable, ...]
    paths: frozenset[str]
    """Of all files of the site so far."""
    schemas: Mapping[str, bytes]
    """JSON Schemas by their names."""


def data_page(site: Site, data: PublishedData, stories: Sequence[StorySummary]) -> Page:
    """Everything that is published for programs, with what it is; for programs too, as the data set it is."""
    catalogue = site.catalogue
    present = {*data.paths, "manifest.json"}
    files = [_file(site, path, catalogue.gettext(meaning)) for path, meaning in _FILES if path in present]
    files += [_file(site, schema_path(name), catalogue.gettext(_SCHEMA)) for name in sorted(data.schemas)]
    title = catalogue.gettext("Data")
    description = catalogue.gettext("What is published here for programs: tables, a database and JSON.")
    head = make_head(site, title, description, DATA_PAGE)
    view = DataView(
        head=replace(head, linked_data=dataset(site, stories, dict(_distribution(site, data)))),
        tables=tuple(_table(site, table) for table in data.tables),
        files=tuple(files),
    )
    return Page(url=DATA_PAGE, template="data.html", view=view)


def _distribution(site: Site, data: PublishedData) -> Iterator[tuple[str, str]]:
    """The files that hold the data, by absolute address with their media types."""
    paths = [path for path, _ in _FILES if path in data.paths and path != _DATASETTE]
    for path in (*(path for table in data.tables for path in table.paths), *paths):
        yield absolute(site.frame.shared_home, path), _MEDIA_TYPES[path.rpartition(".")[2]]


def _table(site: Site, table: PublishedTable) -> DataTable:
    catalogue = site.catalogue
    return DataTable(
        name=table.name,
        meaning=catalogue.gettext(table.meaning),
        rows=catalogue.ngettext(*ROWS, table.rows),
        columns=table.columns,
        files=tuple(_link(site, path) for path in table.paths),
    )


def _file(site: Site, path: str, meaning: str) -> DataFile:
    return DataFile(link=_link(site, path), meaning=meaning)


def _link(site: Site, path: str) -> TextLink:
    return TextLink(label=Text(text=path.rpartition("/")[2], lang="zxx", dir="ltr"), href=href(site.frame.shared, path))
