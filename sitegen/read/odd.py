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
    found: list[Diagnostic] = []
    by_id = {one.article.id: one.article for one in readings}
    bases = _bases(readings, notes)
    suggestions = iter(range(_MOST_SUGGESTIONS))
    for reading in readings:
        found += _older(reading, by_id, bases)
        found += _wall(reading)
        found += _unknown_credits(reading, sources, suggestions) if reading.article.credit else ()
    return found


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
    block = next((one for one in reading.article.blocks if one.furniture in WALLS), reading.article.blocks[0])
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
    block = next((one for one in reading.article.blocks if one.furniture in _OF_DAYS), reading.article.blocks[0])
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
    bases = {one.article.story: one.article.id for one in readings if one.article.base and one.article.story}
    return bases | {note.id: note.base for note in notes if note.base}


def _older(reading: Reading, articles: Mapping[str, Article], bases: Mapping[str, str]) -> Iterator[Diagnostic]:
    article = reading.article
    for field, name in (("version_of", article.version_of), ("translation_of", article.translation_of)):
        other = articles.get(name)
        if other and field in reading.marks and _is_before(article, other):
            message = f"this was {_dates(article, other)}, which `{field}` names"
            hint = f"mend one of the dates, or turn round `{field}`"
            yield warning_at(reading.file, reading.marks[field], "older-than-original", message, hint)
    base = articles.get(bases.get(article.story, ""))
    if base and base.id not in (article.version_of, article.translation_of) and _is_before(article, base):
        message = f"this was {_dates(article, base)}, the base of its story"
        mark = reading.marks.get("published", Mark(line=1, column=1))
        yield warning_at(reading.file, mark, "older-than-base", message, "mend one of the dates, or name another base")


def _is_before(article: Article, other: Article) -> bool:
    one, two = article.published, other.published
    if one is None or two is None or article.id == other.id:
        return False
    return one.order < two.order if one.time and two.time else one.order[0] < two.order[0]


def _dates(article: Article, other: Article) -> str:
    days = [moment.iso if moment else "" for moment in (article.published, other.published)]
    return f"published {days[0]}, before `{other.id}` ({days[1]})"


def _unknown_credits(
    reading: Reading, sources: Mapping[str, Source], suggestions: Iterator[int]
) -> Iterator[Diagnostic]:
    """Of a declared credit; whom a text credits may well be somebody the archive does not hold.

    Names are translated too, so a translation is not asked, nor a text in a language of no other source.
    """
    article = reading.article
    others = [one for one in sources.values() if one.id != article.source]
    known = [one.language.partition("-")[0] for one in others]
    foreign = all(known) and article.language.partition("-")[0] not in known
    if article.translation_of or foreign:
        return
    for name in filter(None, _JOINED.split(" ".join(article.credit.split()))):
        if _is_general(name) or any(_is_named(name, one) for one in sources.values()):
            continue
        near = did_you_mean(name, (one.name for one in others)) if next(suggestions, None) is not None else ""
        hint = near or f"add sources/{id_of_path(name.casefold(), Limits().id_bytes)}.md with this `name`"
        message = f"`{name}` is no source of this archive"
        yield warning_at(reading.file, _mark_of(name, reading), "unknown-credit", message, hint)


def _mark_of(name: str, reading: Reading) -> Mark:
    """Where a name stands in the line of the credit."""
    mark = reading.marks["credit"]
    at = reading.file.line(mark.line).find(name, mark.column - 1)
    return Mark(line=mark.line, column=at + 1, width=len(name)) if at >= 0 else mark


def _is_general(credit: str) -> bool:
    """Whether it names nobody: `Agencies`, `Staff`."""
    return not set(_WORDS.findall(credit.casefold())) - _GENERAL


def _is_named(credit: str, source: Source) -> bool:
    """Whether a credit holds an outlet's name, id or initials, or is a part of its name."""
    said = f" {' '.join(_WORDS.findall(bare(credit)))} "
    names = [" ".join(_WORDS.findall(one.casefold())) for one in (bare(source.name), source.id, initials(source.name))]
    return any(name and f" {name} " in said for name in names) or said in f" {names[0]} "
