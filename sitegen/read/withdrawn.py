"""Leaves out the articles that were taken down, and what others say of them. Reads no file.

A take-down must not be held up by a reference: what names a withdrawn article is as if it had not been written.
"""

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from sitegen.model import Article
from sitegen.read.article import Reading
from sitegen.read.notes import NoteReading
from sitegen.read.walk import split_suffix
from sitegen.text.ids import id_of_path


def without_names(readings: Sequence[Reading], withdrawn: Set[str]) -> list[Reading]:
    """The readings, none of which names a withdrawn article. `withdrawn` holds ids."""
    return [_without_names(reading, withdrawn) for reading in readings] if withdrawn else list(readings)


def notes_without(notes: Iterable[NoteReading], withdrawn: Set[str], longest: int) -> list[NoteReading]:
    """The notes of stories; one whose base is withdrawn has none. `longest` is how many bytes an id may have."""
    return [
        replace(reading, note=replace(reading.note, base="")) if _base(reading, longest) & withdrawn else reading
        for reading in notes
    ]


def _base(reading: NoteReading, longest: int) -> set[str]:
    """The ids that the base of a story may mean: it is written as an id, or as the name of a file in its folder."""
    name, folder = reading.note.base, reading.relative.rpartition("/")[0]
    return {name, id_of_path(f"{folder}/{split_suffix(name)[0]}", longest)} if name else set()


def _without_names(reading: Reading, withdrawn: Set[str]) -> Reading:
    article = reading.article
    if not {article.translation_of, article.version_of, *article.not_with} & withdrawn:
        return reading
    return replace(reading, article=_alone(article, withdrawn))


def _alone(article: Article, withdrawn: Set[str]) -> Article:
    return replace(
        article,
        translation_of="" if article.translation_of in withdrawn else article.translation_of,
        version_of="" if article.version_of in withdrawn else article.version_of,
        not_with=tuple(name for name in article.not_with if name not in withdrawn),
    )
