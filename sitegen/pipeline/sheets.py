"""The tables of the archive: shards of CSV files, and one database of all of them.

An edit makes the files of its shard again and no others, and of these only the lines of the stories that have changed:
the rest is cut out of the files that stand, and so is the database made of the one that stands. The bytes are those of
a build that knows nothing, since both come in the order of the stories. A row is made from what is published of its
story, so nothing is compared for it.
"""

import hashlib
import json
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial

from sitegen.frozen import dataclass
from sitegen.memo import (
    ChainStep,
    Codec,
    Item,
    LostValue,
    Memo,
    Task,
    as_json,
    from_plain,
    key_for,
    parse_json,
    tool_digest,
)
from sitegen.model import File, Source, StorySummary
from sitegen.pipeline.story import entry_of
from sitegen.pipeline.tasks import PROGRAM
from sitegen.publish import Entry, Generation
from sitegen.render.data import to_json
from sitegen.tables import (
    BY_NAME,
    LARGEST,
    TABLES,
    FormerDatabase,
    Row,
    SheetFile,
    Table,
    datasette_json,
    lines_of,
    make_database,
    package_json,
    read_lines,
    read_sheet,
    sheet_lines,
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
STORY_TABLES = tuple(table for table in TABLES if table.story)
"""The tables whose rows belong to stories; all but that of outlets."""
_PACKAGE, _DATABASE, _DATASETTE = "data/datapackage.json", "data/archive.sqlite", "data/datasette.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLines:
    """What the files of a shard hold of a story."""

    digest: str
    """Of what is published of it."""
    sizes: tuple[int, ...]
    """Bytes of its lines in each of `STORY_TABLES`."""
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerSheets:
    """The files of a shard as an earlier build made them."""

    sheets: tuple[SheetFile, ...]
    stories: Mapping[str, StoryLines]
    lines: Mapping[str, Mapping[str, bytes]]
    """Of each story, those of its tables."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """Some stories whose rows stand in files of their own."""

    number: int
    count: int
    """Of all shards."""
    stories: tuple[StorySummary, ...]
    digests: Mapping[str, str]
    """Of what is published of each story."""
    data_of: Callable[[StorySummary], bytes | None]
    """The data that is published of a story; None where there is none."""
    former: Callable[[], FormerSheets | None]
    """What spares making the lines of stories that have not changed."""

    @property
    def name(self) -> str:
        """Tells it from the others, and from those of an archive in more or fewer shards."""
        return f"{self.number}/{self.count}"


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeAnew:
    """How the files of a shard came about, where they were not remembered."""

    shard: str
    stories: Mapping[str, StoryLines]
    former: FormerSheets | None
    lines: Mapping[str, bytes]
    """By table, those of the stories that are not in `former` or have changed since."""

    @property
    def stale(self) -> set[str]:
        """The stories whose former lines do not hold."""
        former = self.former.stories if self.former else {}
        return {story for story in {*former, *self.stories} if former.get(story) != self.stories.get(story)}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShardSheets:
    """The CSV files of a shard."""

    sheets: tuple[SheetFile, ...]
    files: tuple[File, ...]
    """Empty where the sheets were remembered: the published site holds their bytes."""
    anew: MadeAnew | None
    """None where they were remembered."""


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
    shards = _shards(summaries, digests, generation, memo)
    for shard in shards:
        memo.still_wanted(_record_name(shard.name))
    shard_sheets: list[ShardSheets] = []
    items = [_item(shard) for shard in shards]
    for sheets_of_shard in memo.values(step, items, suffices=lambda kept: _keeps(generation, kept), explain=explain):
        shard_sheets.append(sheets_of_shard)
        yield from (file for file in sheets_of_shard.files if file.path not in generation)
        if sheets_of_shard.anew:
            _record(memo, sheets_of_shard, sheets_of_shard.anew)
    listed = _in_order(sheet for sheets_of_shard in shard_sheets for sheet in sheets_of_shard.sheets)
    frame = site.frame
    yield File(_PACKAGE, to_json(package_json(frame.title, frame.description, frame.home, listed)))
    if sum(sheet.size for sheet in listed) <= LARGEST // 2:
        yield from _database_files(site, generation, memo, listed, shard_sheets, explain)
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
    former = shard.former()
    stories: dict[str, StoryLines] = {}
    lines: dict[str, list[bytes]] = {table.name: [] for table in STORY_TABLES}
    fresh: dict[str, list[bytes]] = {table.name: [] for table in STORY_TABLES}
    for story in shard.stories:
        digest = shard.digests[story.id]
        former_lines = former.stories.get(story.id) if former else None
        if former and former_lines and former_lines.digest == digest:
            lines_of_story, stories[story.id] = former.lines[story.id], former_lines
        else:
            lines_of_story, stories[story.id] = _lines_of_story(story, digest, shard.data_of(story))
            for table, added in lines_of_story.items():
                fresh[table].append(added)
        for table, added in lines_of_story.items():
            lines[table].append(added)
    counts = [sum(column) for column in zip(*(kept.rows for kept in stories.values()), strict=True)]
    number = f"{shard.number:0{len(str(shard.count - 1))}}" if shard.count > 1 else ""
    numbered = [
        (table, b"".join(lines[table.name]), count, number)
        for table, count in zip(STORY_TABLES, counts or [0] * len(STORY_TABLES), strict=True)
    ]
    if shard.number == 0:
        rows = source_rows(sources)
        numbered.insert(0, (BY_NAME["sources"], sheet_lines(rows), len(rows), ""))
    files = [sheet for table in numbered for sheet in _sheets(*table)]
    anew = MadeAnew(
        shard=shard.name,
        stories=stories,
        former=former,
        lines={table: b"".join(added) for table, added in fresh.items()},
    )
    return ShardSheets(sheets=tuple(sheet for sheet, _ in files), files=tuple(file for _, file in files), anew=anew)


def _lines_of_story(story: StorySummary, digest: str, content: bytes | None) -> tuple[dict[str, bytes], StoryLines]:
    rows = story_rows(story, json.loads(content) if content else None)
    lines = {table.name: sheet_lines(rows[table.name]) for table in STORY_TABLES}
    sizes = tuple(len(story_lines) for story_lines in lines.values())
    return lines, StoryLines(digest=digest, sizes=sizes, rows=tuple(len(rows[table]) for table in lines))


def _pack(shard: ShardSheets) -> bytes:
    return as_json(shard.sheets)


def _unpack(packed: bytes) -> ShardSheets:
    return ShardSheets(sheets=from_plain(tuple[SheetFile, ...], parse_json(packed)), files=(), anew=None)


SHEETS = Task(name="sheets", make=make_sheets, codec=Codec(_pack, _unpack), inline=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Database:
    """All tables as one database, and what Datasette shows beside it; no files where it is too large for a site."""

    entries: tuple[Entry, ...]
    files: tuple[File, ...]
    """Empty where it was remembered too: the published site holds their bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatabaseInput:
    """What a database is made of."""

    tables: Callable[[], Iterable[tuple[Table, Iterable[Row]]]]
    """All rows, or beside a former database those that are not taken from it."""
    former: FormerDatabase | None


def make_database_files(titles: tuple[str, str], made_of: DatabaseInput, _: object) -> Database:
    """The files of a database; `titles` are the title and the description of the site."""
    content = make_database(made_of.tables(), made_of.former)
    shown = to_json(datasette_json(*titles))
    files = (File(_DATABASE, content), File(_DATASETTE, shown)) if len(content) <= LARGEST else ()
    return Database(entries=tuple(map(entry_of, files)), files=files)


def _pack_database(database: Database) -> bytes:
    return as_json(database.entries)


def _unpack_database(packed: bytes) -> Database:
    return Database(entries=from_plain(tuple[Entry, ...], parse_json(packed)), files=())


DATABASE = Task(name="database", make=make_database_files, codec=Codec(_pack_database, _unpack_database), inline=True)


def _database_files(
    site: Site,
    generation: Generation,
    memo: Memo,
    listed: Sequence[SheetFile],
    shard_sheets: Sequence[ShardSheets],
    explain: Callable[[str, str], None],
) -> Iterator[File]:
    titles = (site.frame.title, site.frame.description)
    step = ChainStep(task=DATABASE, shared=titles, parts={PROGRAM: tool_digest(), "a setting": key_for(titles)})
    digest = _digest_of(listed)

    def load() -> DatabaseInput:
        anew = [shard.anew for shard in shard_sheets if shard.anew]
        former = _former_database(generation, memo, shard_sheets)
        if former is None:
            return DatabaseInput(tables=lambda: _tables(generation, listed), former=None)
        stale = frozenset(story for shard in anew for story in shard.stale)
        return DatabaseInput(
            tables=lambda: _tables_anew(generation, listed, anew), former=FormerDatabase(content=former, stale=stale)
        )

    memo.still_wanted(_DATABASE)
    item = Item(name=_DATABASE, parts=({"a table": digest},), load=load)

    def is_published(database: Database) -> bool:
        return all(generation.keep(entry) for entry in database.entries)

    for database in memo.values(step, [item], suffices=is_published, explain=explain):
        if database.files:
            memo.record(_DATABASE, as_json([tool_digest(), digest, database.entries[0].sha256]))
        yield from (file for file in database.files if file.path not in generation)


def _tables(generation: Generation, listed: Iterable[SheetFile]) -> Iterator[tuple[Table, Iterator[Row]]]:
    for sheet in listed:
        table = BY_NAME[sheet.table]
        yield table, read_sheet(table, generation.read(sheet.path).content)


def _tables_anew(
    generation: Generation, listed: Iterable[SheetFile], anew: Sequence[MadeAnew]
) -> Iterator[tuple[Table, Iterator[Row]]]:
    """The rows of the stories that have changed, and of tables without stories."""
    yield from _tables(generation, [sheet for sheet in listed if not BY_NAME[sheet.table].story])
    for shard in anew:
        for table in STORY_TABLES:
            yield table, read_lines(table, shard.lines[table.name])


def _former_database(generation: Generation, memo: Memo, shard_sheets: Sequence[ShardSheets]) -> bytes | None:
    """The database that stands, if it was made of the sheets that these were made from."""
    former = [*(shard.anew.former if shard.anew else shard for shard in shard_sheets)]
    if None in former:
        return None
    listed = _in_order(sheet for shard in former if shard for sheet in shard.sheets)
    with suppress(LostValue):
        program, digest, sha256 = from_plain(tuple[str, str, str], parse_json(memo.recall(_DATABASE) or b""))
        if program == tool_digest() and digest == _digest_of(listed):
            return generation.earlier(_DATABASE, sha256)
    return None


def _digest_of(listed: Iterable[SheetFile]) -> str:
    return key_for([(sheet.path, sheet.sha256) for sheet in listed])


def _in_order(listed: Iterable[SheetFile]) -> list[SheetFile]:
    return sorted(listed, key=lambda sheet: (list(BY_NAME).index(sheet.table), sheet.path))


def _item(shard: Shard) -> Item:
    parts = {"a story that it tells of": key_for([shard.digests[story.id] for story in shard.stories])}
    return Item(name=shard.name, parts=(parts,), load=lambda: shard)


def _record_name(shard: str) -> str:
    return f"sheets {shard}"


def _record(memo: Memo, shard: ShardSheets, anew: MadeAnew) -> None:
    memo.record(_record_name(anew.shard), as_json([tool_digest(), shard.sheets, dict(anew.stories)]))


def _former(shard: str, generation: Generation, memo: Memo) -> FormerSheets | None:
    """The files of a shard that stand, with the lines of each story; None where they are not those that were made."""
    with suppress(LostValue, ValueError):
        record = parse_json(memo.recall(_record_name(shard)) or b"")
        program, listed, stories = from_plain(tuple[str, tuple[SheetFile, ...], dict[str, StoryLines]], record)
        if program == tool_digest():
            lines = _cut(stories, {table.name: _standing(table, listed, generation) for table in STORY_TABLES})
            return FormerSheets(sheets=listed, stories=stories, lines=lines)
    return None


def _standing(table: Table, listed: Iterable[SheetFile], generation: Generation) -> bytes:
    """The lines of a table, from its files as they stand. Raises LostValue or ValueError where they are others."""
    lines = []
    for sheet in listed:
        if sheet.table == table.name:
            content = generation.earlier(sheet.path, sheet.sha256)
            if content is None:
                raise LostValue(sheet.path)
            lines.append(lines_of(table, content))
    return b"".join(lines)


def _cut(stories: Mapping[str, StoryLines], lines: Mapping[str, bytes]) -> dict[str, dict[str, bytes]]:
    """The lines of each story. Raises LostValue where they are not all that there is."""
    cut: dict[str, dict[str, bytes]] = {story: {} for story in stories}
    for column, table in enumerate(STORY_TABLES):
        end = 0
        for story, story_lines in stories.items():
            start, end = end, end + story_lines.sizes[column]
            cut[story][table.name] = lines[table.name][start:end]
        if end != len(lines[table.name]):
            raise LostValue(table.name)
    return cut


def _shards(
    summaries: Sequence[StorySummary], digests: Mapping[str, str], generation: Generation, memo: Memo
) -> list[Shard]:
    entries = {summary.id: generation.entry(story_data_path(summary.id)) for summary in summaries}
    size = sum(data.size for data in entries.values() if data)
    size += _ARTICLE * sum(len(summary.articles) for summary in summaries)
    count = 1
    while size > SHARD * count:
        count *= 2
    stories: list[list[StorySummary]] = [[] for _ in range(count)]
    for summary in sorted(summaries, key=lambda summary: summary.id):
        digest = hashlib.sha256(summary.id.encode("utf-8", "surrogatepass")).digest()
        stories[int.from_bytes(digest[:4]) % count].append(summary)
    published = {
        story: hashlib.sha256(f"{digests[story]} {data.sha256 if data else ''}".encode()).hexdigest()
        for story, data in entries.items()
    }

    def data_of(story: StorySummary) -> bytes | None:
        path = story_data_path(story.id)
        return generation.read(path).content if path in generation else None

    return [
        Shard(
            number=number,
            count=count,
            stories=tuple(stories[number]),
            digests=published,
            data_of=data_of,
            former=partial(_former, f"{number}/{count}", generation, memo),
        )
        for number in range(count)
    ]


def _keeps(generation: Generation, shard: ShardSheets) -> bool:
    """Whether all its files could be taken over from the published site."""
    return all(generation.keep(Entry(path=sheet.path, size=sheet.size, sha256=sheet.sha256)) for sheet in shard.sheets)


def _sheets(table: Table, lines: bytes, count: int, shard: str) -> Iterator[tuple[SheetFile, File]]:
    parts = sheets(table, lines, count)
    for part, (content, length) in enumerate(parts):
        number = "-".join(filter(None, [shard, str(part) if len(parts) > 1 else ""]))
        file = File(sheet_path(table.name, number), content)
        digest = hashlib.sha256(content).hexdigest()
        yield SheetFile(table=table.name, path=file.path, size=len(content), sha256=digest, rows=length), file
