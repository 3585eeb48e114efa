"""The tables of the archive: CSV files, of which those are made again whose stories have changed, and a database.

Stories are cut into shards by the hash of their id, so that a story stays where it is whatever else is added, until
there are twice as many shards. A small archive is one shard, and each of its tables one file. A row is made from what
is published of its story, so nothing is compared for it.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict

from sitegen.model import File, StorySummary
from sitegen.publish import Entry, Generation
from sitegen.render.data import to_json
from sitegen.reuse.plain import from_plain
from sitegen.store import LostValue, Store, key_for, parse_json
from sitegen.tables import (
    BY_NAME,
    LARGEST,
    TABLES,
    Row,
    Rows,
    SheetFile,
    datasette_json,
    make_database,
    no_rows,
    package_json,
    read_sheet,
    sheets,
    source_rows,
    story_rows,
)
from sitegen.views.addresses import sheet_path, story_data_path
from sitegen.views.common import Site

_KEY = "tables"
SHARD = 16 << 20
"""Bytes of the data of its stories that a shard holds, on average: some .2 s to make, and a third of that in CSV."""
_ARTICLE = 1 << 10
"""Bytes that an article counts for besides; those that stand alone have no data file."""
_DATABASE_KEY = "tables.database"
_PACKAGE, _DATABASE, _DATASETTE = "data/datapackage.json", "data/archive.sqlite", "data/datasette.json"
_Kept = dict[str, tuple[str, tuple[SheetFile, ...]]]
"""Of each shard, by its number of how many: the key of all it was made of, and its files."""


class ArchiveTables:
    """The tables of an archive while it is built: `files` gives those that are new, `sheets` then lists all."""

    def __init__(self, site: Site, generation: Generation, store: Store, shared: str) -> None:
        """`shared` is the hash of all that every page depends on."""
        self._site, self._generation, self._store, self._shared = site, generation, store, shared
        self.sheets: list[SheetFile] = []

    def files(self, summaries: Sequence[StorySummary], digests: Mapping[str, str]) -> Iterator[File]:
        """The files that were not kept; `digests` are those of the summaries, by story."""
        before, now = _read(self._store), _Kept()
        shards = self._shards(summaries)
        for number, stories in enumerate(shards):
            name = f"{number}/{len(shards)}"
            key = self._key(stories, digests)
            known, sheet_files = before.get(name, ("", ()))
            if known != key or not self._keeps(sheet_files):
                made = list(self._made(stories, number, len(shards)))
                sheet_files = tuple(sheet for sheet, _ in made)
                yield from (file for _, file in made)
            now[name] = key, sheet_files
            self.sheets += sheet_files
        self.sheets.sort(key=_order)
        frame = self._site.frame
        yield File(_PACKAGE, to_json(package_json(frame.title, frame.description, frame.home, self.sheets)))
        self._store.put(_KEY, _packed(now))
        yield from self._database()

    def _database(self) -> Iterator[File]:
        """The database of all tables, where it is not too large for a site, and what Datasette shows beside it."""
        if sum(sheet.size for sheet in self.sheets) > LARGEST // 2:
            return
        key = key_for("database", self._shared, [(sheet.path, sheet.sha256) for sheet in self.sheets])
        entries = _known_entries(self._store, key)
        if entries and all(self._generation.keep(entry) for entry in entries):
            return
        content = make_database((BY_NAME[sheet.table], self._read(sheet)) for sheet in self.sheets)
        frame = self._site.frame
        shown = to_json(datasette_json(frame.title, frame.description))
        files = [File(_DATABASE, content), File(_DATASETTE, shown)] if len(content) <= LARGEST else []
        yield from files
        entries = [
            Entry(path=file.path, size=len(file.content), sha256=hashlib.sha256(file.content).hexdigest())
            for file in files
        ]
        self._store.put(_DATABASE_KEY, json.dumps([key, [asdict(entry) for entry in entries]]).encode())

    def _read(self, sheet: SheetFile) -> Iterator[Row]:
        return read_sheet(BY_NAME[sheet.table], self._generation.read(sheet.path).content)

    def _shards(self, summaries: Sequence[StorySummary]) -> list[list[StorySummary]]:
        size = sum(self._size(summary) for summary in summaries)
        count = 1
        while size > SHARD * count:
            count *= 2
        shards: list[list[StorySummary]] = [[] for _ in range(count)]
        for summary in sorted(summaries, key=lambda summary: summary.id):
            digest = hashlib.sha256(summary.id.encode("utf-8", "surrogatepass")).digest()
            shards[int.from_bytes(digest[:4]) % count].append(summary)
        return shards

    def _size(self, summary: StorySummary) -> int:
        data = self._generation.entry(story_data_path(summary.id))
        return (data.size if data else 0) + _ARTICLE * len(summary.articles)

    def _key(self, stories: Iterable[StorySummary], digests: Mapping[str, str]) -> str:
        """Of all that the files of a shard are made of."""
        entries = ((story.id, self._generation.entry(story_data_path(story.id))) for story in stories)
        return key_for(
            "tables", self._shared, [(digests[story], data.sha256 if data else "") for story, data in entries]
        )

    def _keeps(self, files: Sequence[SheetFile]) -> bool:
        """Whether all of them could be taken over from the published site."""
        entries = [Entry(path=file.path, size=file.size, sha256=file.sha256) for file in files]
        return bool(files) and all(self._generation.keep(entry) for entry in entries)

    def _made(self, stories: Sequence[StorySummary], shard: int, count: int) -> Iterator[tuple[SheetFile, File]]:
        rows = self._rows(stories)
        if not shard:
            # Outlets are few, and belong to no story: they stand in one file.
            yield from _sheet_files("sources", source_rows(self._site.sources.values()), "")
        number = f"{shard:0{len(str(count - 1))}}" if count > 1 else ""
        for table in TABLES:
            if table.name != "sources":
                yield from _sheet_files(table.name, rows[table.name], number)

    def _rows(self, stories: Sequence[StorySummary]) -> Rows:
        rows = no_rows()
        for story in stories:
            path = story_data_path(story.id)
            data = json.loads(self._generation.read(path).content) if path in self._generation else None
            for table, own in story_rows(story, data).items():
                rows[table] += own
        return rows


def _sheet_files(table: str, rows: Sequence[Row], shard: str) -> Iterator[tuple[SheetFile, File]]:
    parts = sheets(BY_NAME[table], rows)
    for part, (content, length) in enumerate(parts):
        number = "-".join(filter(None, [shard, str(part) if len(parts) > 1 else ""]))
        file = File(sheet_path(table, number), content)
        digest = hashlib.sha256(content).hexdigest()
        yield SheetFile(table=table, path=file.path, size=len(content), sha256=digest, rows=length), file


def _order(sheet: SheetFile) -> tuple[int, str]:
    return list(BY_NAME).index(sheet.table), sheet.path


def _packed(kept: _Kept) -> bytes:
    content = {name: [key, [asdict(file) for file in files]] for name, (key, files) in kept.items()}
    return json.dumps(content).encode("utf-8", "surrogatepass")


def _read(store: Store) -> _Kept:
    try:
        return from_plain(_Kept, parse_json(store.get(_KEY) or b"{}"))
    except LostValue:
        return {}


def _known_entries(store: Store, key: str) -> list[Entry]:
    """The files that were made under a key; none where others were, or it was too large for a site."""
    try:
        known, entries = from_plain(tuple[str, tuple[Entry, ...]], parse_json(store.get(_DATABASE_KEY) or b'["", []]'))
    except LostValue:
        return []
    return list(entries) if known == key else []
