"""Warns of what is legal and odd in what articles say of themselves and of each other. Reads no file and no clock.

`references.py` refuses names that nothing answers to; what stands here is told and hinders nobody.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from sitegen.config import Limits
from sitegen.diagnostics import Diagnostic, Location, warning
from sitegen.model import Article, Moment, Source, StoryNote
from sitegen.read.article import Reading
from sitegen.read.furniture import WALLS
from sitegen.read.hints import did_you_mean
from sitegen.read.lines import Mark, warning_at
from sitegen.read.outlets import bare, initials
from sitegen.text.ids import id_of_path

_MOMENTS = ("published", "updated", "captured")
_OF_DAYS = ("byline", "date", "page header")
"""Reasons of the lines that a day is inferred from."""
_JOINED = re.compile(r" ?[,;/،] ?(?:via )?| (?:and|y|et|und|và|via|with|avec|con|mit|&|\+) ")
_WORDS = re.compile(r"\w+")
_GENERAL = frozenset(
    ("agencies", "agency", "staff", "agencias", "redacción", "agences", "rédaction", "agenturen", "وكالات")
)
_MOST_SUGGESTIONS = 20


def check_oddities(
    readings: Sequence[Reading], notes: Sequence[StoryNote], sources: Mapping[str, Source]
) -> list[Diagnostic]:
    """A warning for each article older than what it is read against, and each credit that no source answers to."""
    problems: list[Diagnostic] = []
    by_id = {reading.article.id: reading.article for reading in readings}
    bases = _bases(readings, notes)
    suggestions = iter(range(_MOST_SUGGESTIONS))
    for reading in readings:
        problems += _older(reading, by_id, bases)
        problems += _wall(reading)
        problems += _unknown_credits(reading, sources, suggestions) if reading.article.credit else ()
    return problems


def days_to_come(readings: Sequence[Reading], declared: str, today: date | None) -> Iterator[Diagnostic]:
    """A warning for each moment, declared or inferred, that is later than what site.toml declares, else than `today`.

    A day more than `today` is given: at the other side of the earth it is tomorrow. Where neither is known, nothing
    is told.
    """
    last = date.fromisoformat(declared) if declared else today + timedelta(days=1) if today else date.max
    why = f"which is later than `dated_until` in site.toml, {declared}" if declared else "which is still to come"
    for reading in readings:
        for field in _MOMENTS:
            moment: Moment | None = getattr(reading.article, field)
            if moment and moment.day > last:
                yield _to_come(reading, field, f"`{field}` is {moment.iso}, {why}")


def _wall(reading: Reading) -> Iterator[Diagnostic]:
    """A warning for an article that is hardly there."""
    if not reading.article.wall:
        return
    block = next((block for block in reading.article.blocks if block.furniture in WALLS), reading.article.blocks[0])
    yield warning(
        "mostly-wall",
        "most of this article is a paywall or cookie notice, so it is grouped with nothing",
        Location(path=reading.file.path, line=block.line),
        line=block.text,
        width=len(block.text),
        hint="save the page again where its text is shown, or declare `story` to keep it",
    )


def _to_come(reading: Reading, field: str, message: str) -> Diagnostic:
    if field in reading.marks:
        return warning_at(reading.file, reading.marks[field], "future-date", message, "mend the date")
    block = next((block for block in reading.article.blocks if block.furniture in _OF_DAYS), reading.article.blocks[0])
    return warning(
        "future-date",
        message,
        Location(path=reading.file.path, line=block.line),
        line=block.text,
        width=len(block.text),
        hint=f"if the text means another day, declare `{field}`",
    )


def _bases(readings: Sequence[Reading], notes: Sequence[StoryNote]) -> dict[str, str]:
    """The article that a story's copies are read against, by story, where a keeper has declared it."""
    bases = {
        reading.article.story: reading.article.id
        for reading in readings
        if reading.article.base and reading.article.story
    }
    return bases | {note.id: note.base for note in notes if note.base}


def _older(reading: Reading, articles: Mapping[str, Article], bases: Mapping[str, str]) -> Iterator[Diagnostic]:
    article = reading.article
    for field, name in (("version_of", article.version_of), ("translation_of", article.translation_of)):
        named = articles.get(name)
        if named and field in reading.marks and _is_before(article, named):
            message = f"this was {_dates(article, named)}, which `{field}` names"
            hint = f"mend one of the dates, or turn round `{field}`"
            yield warning_at(reading.file, reading.marks[field], "older-than-original", message, hint)
    base = articles.get(bases.get(article.story, ""))
    if base and base.id not in (article.version_of, article.translation_of) and _is_before(article, base):
        message = f"this was {_dates(article, base)}, the base of its story"
        mark = reading.marks.get("published", Mark(line=1, column=1))
        yield warning_at(reading.file, mark, "older-than-base", message, "mend one of the dates, or name another base")


def _is_before(article: Article, named: Article) -> bool:
    first, two = article.published, named.published
    if first is None or two is None or article.id == named.id:
        return False
    return first.order < two.order if first.time and two.time else first.order[0] < two.order[0]


def _dates(article: Article, named: Article) -> str:
    days = [moment.iso if moment else "" for moment in (article.published, named.published)]
    return f"published {days[0]}, before `{named.id}` ({days[1]})"


def _unknown_credits(
    reading: Reading, sources: Mapping[str, Source], suggestions: Iterator[int]
) -> Iterator[Diagnostic]:
    """Of a declared credit; whom a text credits may well be somebody the archive does not hold.

    Names are translated too, so a translation is not asked, nor a text in a language of no other source.
    """
    article = reading.article
    other_sources = [source for source in sources.values() if source.id != article.source]
    languages = [source.language.partition("-")[0] for source in other_sources]
    foreign = all(languages) and article.language.partition("-")[0] not in languages
    if article.translation_of or foreign:
        return
    for name in filter(None, _JOINED.split(" ".join(article.credit.split()))):
        if _is_general(name) or any(_is_named(name, source) for source in sources.values()):
            continue
        near = (
            did_you_mean(name, (source.name for source in other_sources)) if next(suggestions, None) is not None else ""
        )
        hint = near or f"add sources/{id_of_path(name.casefold(), Limits().id_bytes)}.md with this `name`"
        message = f"`{name}` is no source of this archive"
        yield warning_at(reading.file, _mark_of(name, reading), "unknown-credit", message, hint)


def _mark_of(name: str, reading: Reading) -> Mark:
    """Where a name stands in the line of the credit."""
    mark = reading.marks["credit"]
    position = reading.file.line(mark.line).find(name, mark.column - 1)
    return Mark(line=mark.line, column=position + 1, width=len(name)) if position >= 0 else mark


def _is_general(credit: str) -> bool:
    """Whether it names nobody: `Agencies`, `Staff`."""
    return not set(_WORDS.findall(credit.casefold())) - _GENERAL


def _is_named(credit: str, source: Source) -> bool:
    """Whether a credit holds an outlet's name, id or initials, or is a part of its name."""
    credited = f" {' '.join(_WORDS.findall(bare(credit)))} "
    names = [
        " ".join(_WORDS.findall(text.casefold())) for text in (bare(source.name), source.id, initials(source.name))
    ]
    return any(name and f" {name} " in credited for name in names) or credited in f" {names[0]} "
