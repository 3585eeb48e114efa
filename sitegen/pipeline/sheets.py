"""The tables of the archive: shards of CSV files, and one database of all of them.

An edit makes the files of its shard again and no others, and of these only the lines of the stories that have changed:
the rest is cut out of the files that stand, and so is the database made of the one that stands. The bytes are those of
a build that knows nothing, since both come in the order of the stories. A row is made from what is published of its
story, so nothing is compared for it.
"""

import hashlib
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial

from sitegen.memo import (
    ChainStep,
    Item,
    LostValue,
    Memo,
    as_json,
    from_plain,
    key_for,
    parse_json,
    tool_digest,
)
from sitegen.model import File, Source
from sitegen.pipeline.shards import (
    DATABASE_PATH,
    DATASETTE_PATH,
    STORY_TABLES,
    Database,
    DatabaseInput,
    FormerSheets,
    MadeAnew,
    Shard,
    ShardSheets,
    StoryLines,
)
from sitegen.pipeline.story import RenderedStory
from sitegen.pipeline.tasks import DATABASE, PROGRAM, SETTING, SHEETS, SOURCE
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
    lines_of,
    package_json,
    read_lines,
    read_sheet,
)
from sitegen.views.addresses import story_data_path
from sitegen.views.common import Site
from sitegen.views.datasets import PublishedData, PublishedTable

SHARD = 16 << 20
"""Bytes of the data of its stories that a shard holds, on average: some .2 s to make, and a third of that in CSV."""
_ARTICLE = 1 << 10
"""Bytes that an article counts for besides; those that stand alone have no data file."""
_PACKAGE = "data/datapackage.json"


def sheet_files(
    site: Site,
    sources: Sequence[Source],
    generation: Generation,
    memo: Memo,
    stories: Sequence[RenderedStory],
    explain: Callable[[str, str], None],
) -> Generator[File, None, tuple[SheetFile, ...]]:
    """The CSV files that were not kept, and the file that lists all. Returns what it lists."""
    step = ChainStep(task=SHEETS, shared=sources, parts={PROGRAM: tool_digest(), SOURCE: key_for(sources)})
    shards = _shards(stories, generation, memo)
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
    paths = {path for path in (_PACKAGE, DATABASE_PATH, DATASETTE_PATH) if path in generation}
    return PublishedData(tables=tuple(tables), paths=frozenset({*paths, "data/archive.json"}), schemas=schemas)


def _database_files(
    site: Site,
    generation: Generation,
    memo: Memo,
    listed: Sequence[SheetFile],
    shard_sheets: Sequence[ShardSheets],
    explain: Callable[[str, str], None],
) -> Iterator[File]:
    titles = (site.frame.title, site.frame.description)
    step = ChainStep(task=DATABASE, shared=titles, parts={PROGRAM: tool_digest(), SETTING: key_for(titles)})
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

    memo.still_wanted(DATABASE_PATH)
    item = Item(name=DATABASE_PATH, parts=({"a table": digest},), load=load)

    def is_published(database: Database) -> bool:
        return all(generation.keep(entry) for entry in database.entries)

    for database in memo.values(step, [item], suffices=is_published, explain=explain):
        if database.files:
            memo.record(DATABASE_PATH, as_json([tool_digest(), digest, database.entries[0].sha256]))
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
        program, digest, sha256 = from_plain(tuple[str, str, str], parse_json(memo.recall(DATABASE_PATH) or b""))
        if program == tool_digest() and digest == _digest_of(listed):
            return generation.earlier(DATABASE_PATH, sha256)
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


def _shards(rendered: Sequence[RenderedStory], generation: Generation, memo: Memo) -> list[Shard]:
    """`rendered` are sorted by id."""
    entries = {story.id: generation.entry(story_data_path(story.id)) for story in rendered}
    size = sum(data.size for data in entries.values() if data)
    size += _ARTICLE * sum(len(story.texts) for story in rendered)
    count = 1
    while size > SHARD * count:
        count *= 2
    stories: list[list[RenderedStory]] = [[] for _ in range(count)]
    published = {}
    for story in rendered:
        name = story.id
        digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest()
        stories[int.from_bytes(digest[:4]) % count].append(story)
        data = entries[name]
        published[name] = hashlib.sha256(f"{story.tabled} {data.sha256 if data else ''}".encode()).hexdigest()

    def data_of(story: RenderedStory) -> bytes | None:
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
