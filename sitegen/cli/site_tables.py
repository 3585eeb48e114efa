"""The tables of a published site, read from its CSV files and checked against its manifest."""

import json
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from sitegen.publish import PublishedSite
from sitegen.render import to_json
from sitegen.tables import BY_NAME, TABLES, Row, Table, datasette_json, read_sheet

_PACKAGE = "data/datapackage.json"
_NAME = re.compile(r"(?<![a-z])([a-z]+)((?:-[0-9]+)*)\.csv")


class SiteTables:
    """The tables of the site in a folder. Raises SitegenError where it is none, or not as it was published."""

    def __init__(self, folder: Path) -> None:
        self.site = PublishedSite(folder)
        self._package: dict[str, Any] = json.loads(self.site.read(_PACKAGE))

    @property
    def title(self) -> str:
        """Of the archive."""
        return str(self._package["title"])

    def parts(self, tables: Collection[Table] = TABLES) -> Iterator[tuple[Table, Iterable[Row]]]:
        """The files of some tables, one after another: no more than one is in memory."""
        for resource in self._package["resources"]:
            name = _NAME.fullmatch(resource["path"])
            if name and BY_NAME.get(name[1]) in tables:
                table = BY_NAME[name[1]]
                yield table, read_sheet(table, self.site.read(f"data/{name[0]}"))

    def datasette(self) -> bytes:
        """What Datasette shows beside the database."""
        return to_json(datasette_json(self.title, self._package.get("description", "")))
