"""The files of the tables of an archive: CSV files of some stories each, and a database of all.

Pure: what of an earlier build spares work is given to it.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from sitegen.frozen import dataclass
from sitegen.memo import as_json, from_plain, parse_json
from sitegen.model import File, Source
from sitegen.pipeline.story import RenderedStory, entry_of
from sitegen.publish import Entry
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
    make_database,
    sheet_lines,
    sheets,
    source_rows,
    story_rows,
)
from sitegen.views.addresses import sheet_path

STORY_TABLES = tuple(table for table in TABLES if table.story)
"""The tables whose rows belong to stories; all but that of outlets."""
DATABASE_PATH, DATASETTE_PATH = "data/archive.sqlite", "data/datasette.json"


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
    stories: tuple[RenderedStory, ...]
    digests: Mapping[str, str]
    """Of what is published of each story."""
    data_of: Callable[[RenderedStory], bytes | None]
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


def make_sheets(sources: Sequence[Source], shard: Shard, _: object) -> ShardSheets:
    """The files of a shard; those of outlets, who are few and belong to no story, stand with the first."""
    former = shard.former()
    stories: dict[str, StoryLines] = {}
    lines: dict[str, list[bytes]] = {table.name: [] for table in STORY_TABLES}
    fresh: dict[str, list[bytes]] = {table.name: [] for table in STORY_TABLES}
    for story in shard.stories:
        name = story.id
        digest = shard.digests[name]
        former_lines = former.stories.get(name) if former else None
        if former and former_lines and former_lines.digest == digest:
            lines_of_story, stories[name] = former.lines[name], former_lines
        else:
            lines_of_story, stories[name] = _lines_of_story(story, digest, shard.data_of(story))
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


def _lines_of_story(story: RenderedStory, digest: str, content: bytes | None) -> tuple[dict[str, bytes], StoryLines]:
    rows = story_rows(story.summary(), story.texts, json.loads(content) if content else None)
    lines = {table.name: sheet_lines(rows[table.name]) for table in STORY_TABLES}
    sizes = tuple(len(story_lines) for story_lines in lines.values())
    return lines, StoryLines(digest=digest, sizes=sizes, rows=tuple(len(rows[table]) for table in lines))


def pack_sheets(shard: ShardSheets) -> bytes:
    """What its files are, without their bytes."""
    return as_json(shard.sheets)


def unpack_sheets(packed: bytes) -> ShardSheets:
    """The sheets that were packed. Raises LostValue for anything else."""
    return ShardSheets(sheets=from_plain(tuple[SheetFile, ...], parse_json(packed)), files=(), anew=None)


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
    files = (File(DATABASE_PATH, content), File(DATASETTE_PATH, shown)) if len(content) <= LARGEST else ()
    return Database(entries=tuple(map(entry_of, files)), files=files)


def pack_database(database: Database) -> bytes:
    """The entries of its files."""
    return as_json(database.entries)


def unpack_database(packed: bytes) -> Database:
    """A database that was packed. Raises LostValue for anything else."""
    return Database(entries=from_plain(tuple[Entry, ...], parse_json(packed)), files=())


def _sheets(table: Table, lines: bytes, count: int, shard: str) -> Iterator[tuple[SheetFile, File]]:
    parts = sheets(table, lines, count)
    for part, (content, length) in enumerate(parts):
        number = "-".join(filter(None, [shard, str(part) if len(parts) > 1 else ""]))
        file = File(sheet_path(table.name, number), content)
        digest = hashlib.sha256(content).hexdigest()
        yield SheetFile(table=table.name, path=file.path, size=len(content), sha256=digest, rows=length), file
