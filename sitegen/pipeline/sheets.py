"""The tables of the archive: CSV files, of which those are made again whose stories have changed, and a database.

Stories are cut into shards by the hash of their id, so that a story stays where it is whatever else is added, until
there are twice as many shards. A small archive is one shard, and each of its tables one file. A row is made from what
is published of its story, so nothing is compared for it.
"""

import hashlib
import json
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitegen.memo import ChainStep, Codec, Item, Memo, Task, as_json, from_plain, key_for, parse_json, tool_digest
from sitegen.model import File, Source, StorySummary
from sitegen.pipeline.story import entry_of
from sitegen.pipeline.tasks import PROGRAM
from sitegen.publish import Entry, Generation
from sitegen.render.data import to_json
from sitegen.tables import (
    BY_NAME,
    LARGEST,
    TABLES,
    Row,
    SheetFile,
    Table,
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
from sitegen.views.datasets import PublishedData, PublishedTable

SHARD = 16 << 20
"""Bytes of the data of its stories that a shard holds, on average: some .2 s to make, and a third of that in CSV."""
_ARTICLE = 1 << 10
"""Bytes that an article counts for besides; those that stand alone have no data file."""
_PACKAGE, _DATABASE, _DATASETTE = "data/datapackage.json", "data/archive.sqlite", "data/datasette.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """Some stories whose rows stand in files of their own."""

    number: int
    count: int
    """Of all shards."""
    stories: tuple[StorySummary, ...]
    data_of: Callable[[StorySummary], bytes | None]
    """The data that is published of a story; None where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShardSheets:
    """The CSV files of a shard."""

    sheets: tuple[SheetFile, ...]
    files: tuple[File, ...]
    """Empty where the sheets were remembered: the published site holds their bytes."""


def sheet_files(
    site: Site,
    sources: Sequence[Source],
    generation: Generation,
    memo: Memo,
    stories: tuple[Sequence[StorySummary], Mapping[str, str], Sequence[str]],
    explain: Callable[[str, str], None],
) -> Generator[File, None, tuple[SheetFile, ...]]:
    """The CSV files that were not kept, and the file that lists all. Returns what it lists."""
    summaries, digests, _ = stories
    step = ChainStep(task=SHEETS, shared=sources, parts={PROGRAM: tool_digest(), "a source": key_for(sources)})
    items = [_item(shard, digests, generation) for shard in _shards(summaries, generation)]
    listed: list[SheetFile] = []
    for shard in memo.values(step, items, suffices=lambda shard: _keeps(generation, shard), explain=explain):
        listed += shard.sheets
        yield from (file for file in shard.files if file.path not in generation)
    listed.sort(key=lambda sheet: (list(BY_NAME).index(sheet.table), sheet.path))
    frame = site.frame
    yield File(_PACKAGE, to_json(package_json(frame.title, frame.description, frame.home, listed)))
    if sum(sheet.size for sheet in listed) <= LARGEST // 2:
        yield from _database_files(site, generation, memo, listed, explain)
    return tuple(listed)


def published_data(
    sheets_listed: Sequence[SheetFile], generation: Generation, schemas: Mapping[str, bytes]
) -> PublishedData:
    """What a page may say of the data, after `sheet_files` has given all of them."""
    tables = [
        PublishedTable(
            name=table.name,
            meaning=table.meaning,
            columns=table.names,
            rows=sum(sheet.rows for sheet in sheets_listed if sheet.table == table.name),
            paths=tuple(sheet.path for sheet in sheets_listed if sheet.table == table.name),
        )
        for table in TABLES
    ]
    paths = {path for path in (_PACKAGE, _DATABASE, _DATASETTE) if path in generation}
    return PublishedData(tables=tuple(tables), paths=frozenset({*paths, "data/archive.json"}), schemas=schemas)


def make_sheets(sources: Sequence[Source], shard: Shard, _: object) -> ShardSheets:
    """The files of a shard; those of outlets, who are few and belong to no story, stand with the first."""
    rows = no_rows()
    for story in shard.stories:
        content = shard.data_of(story)
        for table, added in story_rows(story, json.loads(content) if content else None).items():
            rows[table] += added
    number = f"{shard.number:0{len(str(shard.count - 1))}}" if shard.count > 1 else ""
    numbered = [(table.name, rows[table.name], number) for table in TABLES if table.name != "sources"]
    if shard.number == 0:
        numbered.insert(0, ("sources", source_rows(sources), ""))
    files = [sheet for table in numbered for sheet in _sheets(*table)]
    return ShardSheets(sheets=tuple(sheet for sheet, _ in files), files=tuple(file for _, file in files))


def _pack(shard: ShardSheets) -> bytes:
    return as_json(shard.sheets)


def _unpack(packed: bytes) -> ShardSheets:
    return ShardSheets(sheets=from_plain(tuple[SheetFile, ...], parse_json(packed)), files=())


SHEETS = Task(name="sheets", make=make_sheets, codec=Codec(_pack, _unpack), inline=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Database:
    """All tables as one database, and what Datasette shows beside it; no files where it is too large for a site."""

    entries: tuple[Entry, ...]
    files: tuple[File, ...]
    """Empty where it was remembered too: the published site holds their bytes."""


def make_database_files(titles: tuple[str, str], tables: Iterable[tuple[Table, Iterable[Row]]], _: object) -> Database:
    """The files of a database; `titles` are the title and the description of the site."""
    content = make_database(tables)
    shown = to_json(datasette_json(*titles))
    files = (File(_DATABASE, content), File(_DATASETTE, shown)) if len(content) <= LARGEST else ()
    return Database(entries=tuple(map(entry_of, files)), files=files)


def _pack_database(database: Database) -> bytes:
    return as_json(database.entries)


def _unpack_database(packed: bytes) -> Database:
    return Database(entries=from_plain(tuple[Entry, ...], parse_json(packed)), files=())


DATABASE = Task(name="database", make=make_database_files, codec=Codec(_pack_database, _unpack_database), inline=True)


def _database_files(
    site: Site, generation: Generation, memo: Memo, listed: Sequence[SheetFile], explain: Callable[[str, str], None]
) -> Iterator[File]:
    titles = (site.frame.title, site.frame.description)
    step = ChainStep(task=DATABASE, shared=titles, parts={PROGRAM: tool_digest(), "a setting": key_for(titles)})
    parts = {"a table": key_for([(sheet.path, sheet.sha256) for sheet in listed])}

    def tables() -> Iterator[tuple[Table, Iterator[Row]]]:
        for sheet in listed:
            table = BY_NAME[sheet.table]
            yield table, read_sheet(table, generation.read(sheet.path).content)

    item = Item(name=_DATABASE, parts=(parts,), load=tables)

    def is_published(database: Database) -> bool:
        return all(generation.keep(entry) for entry in database.entries)

    for database in memo.values(step, [item], suffices=is_published, explain=explain):
        yield from (file for file in database.files if file.path not in generation)


def _item(shard: Shard, digests: Mapping[str, str], generation: Generation) -> Item:
    data = {story.id: generation.entry(story_data_path(story.id)) for story in shard.stories}
    published = [(digests[story], entry.sha256 if entry else "") for story, entry in data.items()]
    parts = {"a story that it tells of": key_for(published)}
    return Item(name=f"{shard.number}/{shard.count}", parts=(parts,), load=lambda: shard)


def _shards(summaries: Sequence[StorySummary], generation: Generation) -> list[Shard]:
    sizes = (generation.entry(story_data_path(summary.id)) for summary in summaries)
    size = sum(data.size for data in sizes if data) + _ARTICLE * sum(len(summary.articles) for summary in summaries)
    count = 1
    while size > SHARD * count:
        count *= 2
    stories: list[list[StorySummary]] = [[] for _ in range(count)]
    for summary in sorted(summaries, key=lambda summary: summary.id):
        digest = hashlib.sha256(summary.id.encode("utf-8", "surrogatepass")).digest()
        stories[int.from_bytes(digest[:4]) % count].append(summary)

    def data_of(story: StorySummary) -> bytes | None:
        path = story_data_path(story.id)
        return generation.read(path).content if path in generation else None

    return [
        Shard(number=number, count=count, stories=tuple(stories[number]), data_of=data_of) for number in range(count)
    ]


def _keeps(generation: Generation, shard: ShardSheets) -> bool:
    """Whether all its files could be taken over from the published site."""
    return all(generation.keep(Entry(path=sheet.path, size=sheet.size, sha256=sheet.sha256)) for sheet in shard.sheets)


def _sheets(table: str, rows: Sequence[Row], shard: str) -> Iterator[tuple[SheetFile, File]]:
    parts = sheets(BY_NAME[table], rows)
    for part, (content, length) in enumerate(parts):
        number = "-".join(filter(None, [shard, str(part) if len(parts) > 1 else ""]))
        file = File(sheet_path(table, number), content)
        digest = hashlib.sha256(content).hexdigest()
        yield SheetFile(table=table, path=file.path, size=len(content), sha256=digest, rows=length), file
