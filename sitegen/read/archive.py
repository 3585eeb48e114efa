"""Reads a whole content folder. The order of the work; what a file holds is read in article.py and notes.py."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from pathlib import Path
from typing import Protocol, TypeVar

from sitegen.config import Config, parse_config, place_of
from sitegen.diagnostics import Diagnostic, Location, SitegenError, error, has_errors, in_order, warning
from sitegen.frozen import dataclass
from sitegen.model import Article, EditorPage, MovedAddress, Source, StoryNote, StoryRecord
from sitegen.read.article import Context, Reading, context_of, parse_article, read_again
from sitegen.read.decode import decode
from sitegen.read.files import Content, Entry, read_bytes, read_content
from sitegen.read.lines import one_line
from sitegen.read.meaning import StaticModel, open_model
from sitegen.read.notes import NoteReading, parse_page, parse_source, parse_story
from sitegen.read.odd import check_oddities, days_to_come
from sitegen.read.recurring import BySource, Find, each_anew, recurring_lines
from sitegen.read.references import check_references, resolve_bases
from sitegen.read.versions import with_versions
from sitegen.read.walk import list_content, with_pages, without_theme
from sitegen.read.withdrawn import notes_without, without_names
from sitegen.record import CORRECTIONS, EDITIONS, Editions, parse_corrections, parse_editions
from sitegen.text.catalogues import ENGLISH, interface_language, untranslated_share, whole_languages
from sitegen.text.ids import collision_key, id_of_path

_LARGEST_CONFIG = 1_000_000
_NOT_IN_PATH = re.compile(r"^/|//|(?:^|/)\.\.?/|[\\?#%<>\"'\x00-\x20\x7f]")
_LARGEST_RECORD = 200_000_000
"""Of 10,000 stories with a text of 40 sentences each; more is no record of an archive."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """Everything a content folder holds, sorted by id."""

    config: Config
    sources: tuple[Source, ...]
    notes: tuple[StoryNote, ...]
    articles: tuple[Article, ...]
    withdrawn: tuple[str, ...] = ()
    """Ids of the articles that are taken down, declared in their files or in site.toml."""
    withdrawn_articles: tuple[Article, ...] = ()
    """Those of them whose files are there. They are in no part of the site."""
    pages: tuple[EditorPage, ...] = ()
    """The editor's own, in their order."""
    moved: tuple[MovedAddress, ...] = ()
    """As site.toml lists them."""
    model: StaticModel | None = None
    """Of meaning, where site.toml names one."""
    editions: Editions = field(default_factory=Editions)
    """What was recorded of earlier states."""
    records: Mapping[str, StoryRecord] = field(default_factory=dict)
    """What is remembered of each story, by its id."""


class Reader(Protocol):
    """How articles are read; one that remembers, or has help, may answer in the place of `Parser`."""

    def parse(
        self, content: Path, entries: Sequence[Entry], context: Context
    ) -> Iterable[tuple[Reading | None, tuple[Diagnostic, ...]]]:
        """As `parse_file`, of each file in turn."""

    def reread(self, readings: Sequence[Reading], context: Context) -> Sequence[Reading]:
        """As `read_again`, of each in turn."""

    def recurring(self, by_source: BySource, context: Context, find: Find) -> Mapping[str, frozenset[str]]:
        """As `find` finds them: the lines that recur in the articles of each source."""


class Parser:
    """Reads each article anew."""

    def parse(
        self, content: Path, entries: Sequence[Entry], context: Context
    ) -> Iterator[tuple[Reading | None, tuple[Diagnostic, ...]]]:
        """The article in each file."""
        return (parse_file(content, entry, context) for entry in entries)

    def reread(self, readings: Sequence[Reading], context: Context) -> list[Reading]:
        """The same articles in a context that knows which lines recur."""
        return [read_again(reading, context) for reading in readings]

    def recurring(
        self,
        by_source: BySource,
        context: Context,  # noqa: ARG002
        find: Find,
    ) -> Mapping[str, frozenset[str]]:
        """The lines that recur."""
        return each_anew(by_source, find)


def parse_file(content: Path, entry: Entry, context: Context) -> tuple[Reading | None, tuple[Diagnostic, ...]]:
    """The article in a file; None when nothing of it can be shown."""
    data, problems = read_article_bytes(content, entry, context)
    return parse_article(entry.shown, entry.relative, data.data, context) if data else (None, problems)


def read_article_bytes(content: Path, entry: Entry, context: Context) -> tuple[Content | None, tuple[Diagnostic, ...]]:
    """What stands in the file of an article; None when it may not or cannot be read."""
    return read_content(content, entry, context.config.limits.article_bytes, "limits.article_bytes")


def read_archive(
    content: Path, reader: Reader | None = None, *, today: date | None = None
) -> tuple[Archive, tuple[Diagnostic, ...]]:
    """The archive in a folder, and every mistake in it. `reader` may answer for the parser from memory.

    `today` is the day after which no article may be dated; None asks no clock. Raises SitegenError when there is no
    such folder.
    """
    _check_folder(content)
    listing, problems = list_content(content)
    found = list(problems)
    config, settings = _config(content, listing.config, found)
    page_entries: tuple[Entry, ...] = ()
    if config.pages:
        listing, page_entries, problems = with_pages(listing)
        found += problems
    if config.theme:
        listing = without_theme(listing)
    pages = _pages(content, page_entries, config, found)
    taken_down = _taken_down(config, settings, found)
    # What is remembered of other articles does not depend on it: a take-down in haste need not build them again.
    moved = _moved(config, settings, found)
    config = replace(config, withdrawn=(), redirects=())
    model = _model(content, config, settings, found)
    sources = _sources(content, listing.sources, config, found)
    notes = _notes(content, listing.stories, config, found)
    editions, records = _records(content, listing.records, found)
    reader = reader or Parser()
    readings = _articles(content, listing.articles, config, sources, found, reader)
    withdrawn = [one for one in readings if one.article.withdrawn or one.article.id in taken_down]
    taken_down |= {one.article.id for one in withdrawn}
    readings = [one for one in readings if one.article.id not in taken_down]
    notes = notes_without(notes, taken_down, config.limits.id_bytes)
    readings = _without_recurring(readings, config, sources, reader)
    readings = without_names(readings, taken_down)
    found += check_references(readings, notes, sources)
    notes_resolved, more = resolve_bases(notes, readings)
    found += more
    readings, more = with_versions(readings)
    found += more
    found += check_oddities(readings, notes_resolved, sources)
    found += days_to_come(readings, config.dated_until, today)
    if not readings and not taken_down and not has_errors(found):
        found.append(_no_articles(content))
    articles = sorted((one.article for one in readings), key=lambda one: one.id)
    archive = Archive(
        config=config,
        sources=tuple(sorted(sources.values(), key=lambda one: one.id)),
        notes=tuple(sorted(notes_resolved, key=lambda one: one.id)),
        articles=tuple(articles),
        withdrawn=tuple(sorted(taken_down)),
        withdrawn_articles=tuple(sorted((one.article for one in withdrawn), key=lambda one: one.id)),
        pages=pages,
        moved=moved,
        model=model,
        editions=editions,
        records=records,
    )
    return archive, in_order(found)


def read_sources(content: Path) -> tuple[Config, dict[str, Source], tuple[Diagnostic, ...]]:
    """The settings and sources of a folder, by id, without its articles, and what is wrong with them.

    Raises SitegenError when there is no such folder.
    """
    _check_folder(content)
    listing, _ = list_content(content)
    found: list[Diagnostic] = []
    config, _ = _config(content, listing.config, found)
    sources = _sources(content, listing.sources, config, found)
    return config, sources, in_order(found)


def _check_folder(content: Path) -> None:
    place = Location(path=str(content))
    if not content.exists():
        raise SitegenError(
            error("no-folder", "there is no such folder", place, hint="`sitegen new DIR` makes one to start from")
        )
    if not content.is_dir():
        raise SitegenError(error("no-folder", "this is a file, and a content folder is wanted", place))


def _config(content: Path, entries: Iterable[Entry], found: list[Diagnostic]) -> tuple[Config, tuple[str, str]]:
    """The settings; the text they stand in and what messages call it."""
    for entry in entries:
        data, problems = read_bytes(content, entry, _LARGEST_CONFIG, "")
        found += problems
        file, problems = decode(entry.shown, data, Config().limits) if data is not None else (None, ())
        found += problems
        if file:
            text = "\n".join(file.lines)
            config, problems = parse_config(text, entry.shown)
            found += problems
            return _in_whole_languages(config, (text, entry.shown), found), (text, entry.shown)
    return Config(), ("", "")


def _in_whole_languages(config: Config, settings: tuple[str, str], found: list[Diagnostic]) -> Config:
    """The settings with languages of the interface that are whole: a page is never half in English."""
    problem = _incomplete(config.language, settings, "language", "pages are written in English")
    main = interface_language(config.language) if problem else config.language
    # Of folders that some file systems take for the same, one is made.
    further = {
        language.lower(): language for language in config.interface_languages if language.lower() != main.lower()
    }
    whole = [main]
    for language in further.values():
        without = _incomplete(language, settings, "interface_languages", "its pages are left out")
        if without:
            found.append(without)
        else:
            whole.append(language)
    found += [problem] if problem else []
    for words in config.translations:
        if words.language not in whole[1:]:
            place, line = place_of(*settings, "translations")
            message = f"`translations.{one_line(words.language)}` is of no language in `interface_languages`"
            hint = f'write it like `interface_languages = ["{one_line(words.language)}"]`, or remove the table'
            found.append(warning("translation-unused", message, place, line=line, hint=hint))
    return replace(config, language=main, interface_languages=tuple(whole) if len(whole) > 1 else ())


def _incomplete(language: str, settings: tuple[str, str], setting: str, so_that: str) -> Diagnostic | None:
    """What keeps pages from being written in a language; None where nothing does."""
    share = untranslated_share(language)
    if not share:
        return None
    place, line = place_of(*settings, setting)
    whole = share == 1
    message = (
        f"sitegen has no catalogue of the language `{one_line(language)}`; {so_that}"
        if whole
        else f"{ENGLISH.percent(share)} of the sentences are not yet translated into `{one_line(language)}`; {so_that}"
    )
    hint = f"whole are {', '.join(whole_languages())}" + ("" if whole else "; or complete its file in sitegen/locales")
    return warning("language-incomplete", message, place, line=line, hint=hint)


def _moved(config: Config, settings: tuple[str, str], found: list[Diagnostic]) -> tuple[MovedAddress, ...]:
    """The addresses that site.toml says have moved."""
    place, line = place_of(*settings, "redirects")
    addresses = []
    for text in config.redirects:
        paths = [f"{path.strip('/')}/" for path in text.split()]
        if len(paths) != 2 or paths[0] == paths[1] or any(_NOT_IN_PATH.search(path) for path in paths):
            message = f"`{one_line(text)}` does not say which address moved to which"
            hint = 'write it like `redirects = ["stories/old-name/ stories/new-name/"]`'
            found.append(error("bad-move", message, place, line=line, hint=hint))
        else:
            addresses.append(
                MovedAddress(old=paths[0], new=paths[1], settings=place.path, line=place.line, source_line=line)
            )
    return tuple({address.old: address for address in addresses}.values())


def _taken_down(config: Config, settings: tuple[str, str], found: list[Diagnostic]) -> set[str]:
    """The articles that site.toml withdraws."""
    for name in config.withdrawn:
        if name != id_of_path(name, config.limits.id_bytes):
            place, line = place_of(*settings, "withdrawn")
            message = f"`{one_line(name)}` cannot be the id of an article"
            hint = "write the article's path without suffix, with `-` for `/`"
            found.append(error("bad-id", message, place, line=line, hint=hint))
    return set(config.withdrawn)


def _model(content: Path, config: Config, settings: tuple[str, str], found: list[Diagnostic]) -> StaticModel | None:
    if not config.grouping.model:
        return None
    place, line = place_of(*settings, "model")
    model, problem = open_model(content, config.grouping.model, place, line)
    if problem:
        found.append(problem)
    return model


def _sources(content: Path, entries: Iterable[Entry], config: Config, found: list[Diagnostic]) -> dict[str, Source]:
    read = _read_each(
        content, entries, config, found, lambda shown, relative, data: parse_source(shown, relative, data, config)
    )
    sources = _distinct(read, lambda one: one.id, "source", found)
    owners: dict[str, str] = {}
    for entry, source in sources:
        if source.folder and (first := owners.setdefault(source.folder, entry.shown)) != entry.shown:
            message = f"the folder `{source.folder}` is given to another source in {first}"
            hint = "an article is of one outlet: keep `folder` in one of the two"
            found.append(error("folder-given-twice", message, Location(path=entry.shown), hint=hint))
    return {source.id: source for _, source in sources}


def _pages(content: Path, entries: Iterable[Entry], config: Config, found: list[Diagnostic]) -> tuple[EditorPage, ...]:
    read = _read_each(
        content, entries, config, found, lambda shown, relative, data: parse_page(shown, relative, data, config)
    )
    pages = [page for _, page in _distinct(read, lambda page: page.id, "page", found)]
    return tuple(sorted(pages, key=lambda page: (page.order, page.title.casefold(), page.id)))


def _notes(content: Path, entries: Iterable[Entry], config: Config, found: list[Diagnostic]) -> list[NoteReading]:
    read = _read_each(
        content, entries, config, found, lambda shown, relative, data: parse_story(shown, relative, data, config)
    )
    return [note for _, note in _distinct(read, lambda one: one.note.id, "story", found)]


def _records(
    content: Path, entries: Iterable[Entry], found: list[Diagnostic]
) -> tuple[Editions, dict[str, StoryRecord]]:
    """The editions, and what the files of editions and of corrections say of each story."""
    texts = dict.fromkeys((EDITIONS, CORRECTIONS), "")
    shown = dict(texts)
    for entry in entries:
        data, problems = read_bytes(content, entry, _LARGEST_RECORD, "")
        found += problems
        try:
            texts[entry.relative], shown[entry.relative] = (data or b"").decode("utf-8"), entry.shown
        except UnicodeDecodeError:
            hint = "save it as UTF-8"
            found.append(error("not-utf8", "this file is not UTF-8", Location(path=entry.shown), hint=hint))
    editions, problems = parse_editions(texts[EDITIONS], shown[EDITIONS]) if texts[EDITIONS] else (Editions(), ())
    found += problems
    corrections, problems = parse_corrections(texts[CORRECTIONS], shown[CORRECTIONS])
    found += problems
    records = editions.records()
    for story, some in corrections.items():
        records[story] = replace(records.get(story, StoryRecord()), corrections=some)
    return editions, records


def _articles(
    content: Path,
    entries: Sequence[Entry],
    config: Config,
    sources: Mapping[str, Source],
    found: list[Diagnostic],
    reader: Reader,
) -> list[Reading]:
    read: list[tuple[Entry, Reading]] = []
    for entry, (reading, problems) in zip(
        entries, reader.parse(content, entries, context_of(config, sources)), strict=True
    ):
        found += problems
        if reading is not None:
            read.append((entry, reading))
    return [reading for _, reading in _distinct(read, lambda one: one.article.id, "article", found)]


def _without_recurring(
    readings: list[Reading], config: Config, sources: Mapping[str, Source], reader: Reader
) -> list[Reading]:
    """The same articles, with the lines that recur in their sources set aside."""
    context = context_of(config, sources)
    edges = {reading.article.id: reading.edges for reading in readings}
    recurring = recurring_lines(
        # A source that nobody declares, or whose file cannot be read, is told, and the build ends before any page.
        (reading.article for reading in readings if reading.article.source in context.rules),
        context.outlets,
        lambda article: edges[article.id],
        lambda by_source, find: reader.recurring(by_source, context, find),
    )
    concerned = [reading for reading in readings if reading.article.source in recurring]
    again = reader.reread(concerned, context_of(config, sources, recurring))
    read_again_of = {reading.article.id: reading for reading in again}
    return [read_again_of.get(reading.article.id, reading) for reading in readings]


def _read_each(
    content: Path,
    entries: Iterable[Entry],
    config: Config,
    found: list[Diagnostic],
    parse: Callable[[str, str, bytes], tuple[T | None, tuple[Diagnostic, ...]]],
) -> list[tuple[Entry, T]]:
    """What `parse` makes of each file; problems are added to `found`."""
    read: list[tuple[Entry, T]] = []
    for entry in entries:
        data, problems = read_bytes(content, entry, config.limits.article_bytes, "limits.article_bytes")
        found += problems
        if data is None:
            continue
        value, problems = parse(entry.shown, entry.relative, data)
        found += problems
        if value is not None:
            read.append((entry, value))
    return read


def _distinct(
    read: list[tuple[Entry, T]], identify: Callable[[T], str], what: str, found: list[Diagnostic]
) -> list[tuple[Entry, T]]:
    """The first of those whose ids are the same to some file system or reader; an error for each other."""
    first: dict[str, tuple[Entry, T]] = {}
    for entry, value in read:
        earlier, _ = first.setdefault(collision_key(identify(value)), (entry, value))
        if earlier is not entry:
            found.append(
                error(
                    "duplicate-id",
                    f"this {what} has the id `{identify(value)}`, and so has {earlier.shown}",
                    Location(path=entry.shown),
                    hint="rename one of them; case and composed letters do not tell ids apart",
                )
            )
    return list(first.values())


def _no_articles(content: Path) -> Diagnostic:
    return error(
        "no-articles",
        "there is no article in this folder",
        Location(path=str(content)),
        hint="put .txt or .md files into it; `sitegen new DIR` makes an example",
    )
