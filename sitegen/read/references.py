"""Checks what articles and stories say of each other: sources, stories, bases, translations. Reads no file."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sitegen.config import Limits
from sitegen.diagnostics import Diagnostic
from sitegen.model import Source, StoryNote
from sitegen.read.article import Reading
from sitegen.read.hints import did_you_mean
from sitegen.read.lines import Mark, error_at
from sitegen.read.notes import NoteReading
from sitegen.read.walk import split_suffix, story_folder
from sitegen.text.ids import collision_key, id_of_path

_MOST_SUGGESTIONS = 20
"""A search through all ids takes a while; one wrong name is often in every file."""


def check_references(
    readings: Sequence[Reading], notes: Sequence[NoteReading], sources: Mapping[str, Source]
) -> list[Diagnostic]:
    """An error for each name that nothing answers to."""
    ids = {reading.article.id for reading in readings}
    stories = _Stories(readings, notes)
    suggestions = iter(range(_MOST_SUGGESTIONS))
    problems: list[Diagnostic] = []
    for reading in readings:
        problems += _source(reading, sources)
        problems += _others(reading, ids, suggestions)
        problems += stories.check(reading)
    return problems


def resolve_bases(
    notes: Iterable[NoteReading], readings: Sequence[Reading]
) -> tuple[list[StoryNote], list[Diagnostic]]:
    """The notes with the article id of their base, which a keeper may write as a file's name."""
    ids = {reading.article.id for reading in readings}
    by_file = {split_suffix(reading.article.path)[0]: reading.article.id for reading in readings}
    resolved: list[StoryNote] = []
    problems: list[Diagnostic] = []
    for note_reading in notes:
        folder = note_reading.relative.rpartition("/")[0]
        name = note_reading.note.base
        base = by_file.get(f"{folder}/{split_suffix(name)[0]}") or (name if name in ids else "")
        resolved.append(replace(note_reading.note, base=base))
        if name and not base:
            near = [path.rpartition("/")[2] for path in by_file if path.rpartition("/")[0] == folder]
            hint = did_you_mean(name, near, "write the name of an article's file in this folder, without suffix")
            message = f"`{name}` is not an article of this archive"
            problems.append(error_at(note_reading.file, note_reading.marks["base"], "unknown-article", message, hint))
    return resolved, problems


def _source(reading: Reading, sources: Mapping[str, Source]) -> Iterator[Diagnostic]:
    name = reading.article.source
    if not name or name in sources:
        return
    by_name = {source.name.casefold(): identifier for identifier, source in sources.items()}
    meaning = by_name.get(name.casefold())
    hint = f"did you mean `{meaning}`?" if meaning else did_you_mean(name, sources, _add_source(name))
    message = f"`{name}` is not a source of this archive"
    yield error_at(reading.file, reading.marks["source"], "unknown-source", message, hint)


def _add_source(name: str) -> str:
    identifier = id_of_path(name, Limits().id_bytes)
    if identifier == name:
        return f"add sources/{identifier}.md"
    identifier = identifier.lower()
    return f"add sources/{identifier}.md with `name: {name}`, and write `source: {identifier}`"


def _others(reading: Reading, ids: set[str], suggestions: Iterator[int]) -> Iterator[Diagnostic]:
    article = reading.article
    named = {
        "translation_of": (article.translation_of,),
        "version_of": (article.version_of,),
        "not_with": article.not_with,
    }
    for field, names in named.items():
        for name in filter(None, names):
            mark = reading.marks.get(f"{field}: {name}", reading.marks[field])
            if name == article.id:
                message = f"`{field}` names the article itself"
                yield error_at(reading.file, mark, "unknown-article", message, "name another article")
            elif name not in ids:
                message = f"`{name}` is not an article of this archive"
                near = did_you_mean(name, ids) if next(suggestions, None) is not None else ""
                hint = near or "write the id of an article: its path without suffix, with `-` for `/`"
                yield error_at(reading.file, mark, "unknown-article", message, hint)


class _Stories:
    """How each story's id is written, so that one story is not written two ways."""

    def __init__(self, readings: Iterable[Reading], notes: Iterable[NoteReading]) -> None:
        self._written: dict[str, str] = {}
        folders = [reading.article.story for reading in readings if story_folder(reading.article.path)]
        for story in (*(note_reading.note.id for note_reading in notes), *folders):
            self._written.setdefault(collision_key(story), story)

    def check(self, reading: Reading) -> Iterator[Diagnostic]:
        """An error where an article names another story than its folder, or writes a story's id another way."""
        declared = reading.declared_story
        story = reading.article.story
        written = self._written.get(collision_key(story), story)
        if story_folder(reading.article.path) and written != story:
            message = f"this folder is the story `{story}`, and another is `{written}`: some hosts take them for one"
            yield error_at(reading.file, Mark(line=1, column=1), "duplicate-id", message, "rename one of the folders")
            return
        if not declared:
            return
        mark = reading.marks.get("story", Mark(line=1, column=1))
        if story_folder(reading.article.path) and declared != story:
            message = f"this article stands in the folder of story `{story}` and says `{declared}`"
            hint = "remove the field, or move the file"
            yield error_at(reading.file, mark, "story-conflict", message, hint)
            return
        written = self._written.setdefault(collision_key(declared), declared)
        if written != declared:
            message = f"the story `{declared}` is written `{written}` elsewhere"
            yield error_at(reading.file, mark, "duplicate-id", message, f"write `{written}`")
