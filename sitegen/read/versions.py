"""Takes articles with one address for versions of one copy, in the order of time. Reads no file.

A keeper's word goes first: nothing is inferred where `version_of`, `translation_of` or `not_with` is declared.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from urllib.parse import urlsplit

from sitegen.diagnostics import Diagnostic
from sitegen.model import Article
from sitegen.read.article import Reading
from sitegen.read.lines import Mark, warning_at


def with_versions(readings: Sequence[Reading]) -> tuple[list[Reading], list[Diagnostic]]:
    """The same readings, each later capture of an address said to be a version of the one before, and a warning."""
    by_address: dict[str, list[Reading]] = {}
    for reading in readings:
        if reading.article.url:
            by_address.setdefault(_address(reading.article.url), []).append(reading)
    earlier: dict[str, str] = {}
    problems: list[Diagnostic] = []
    for group in by_address.values():
        for before, after in pairwise(_in_time(group)):
            if _is_told(after.article, group) or _is_told(before.article, [after]):
                continue
            sure = _is_later(after.article, before.article)
            if sure:
                earlier[after.article.id] = before.article.id
            problems.append(_repeated(before.article, after, sure))
    return [_version(reading, earlier.get(reading.article.id, "")) for reading in readings], problems


def _address(url: str) -> str:
    """An address as two captures of it are compared: without scheme, fragment and last slash."""
    parts = urlsplit(url)
    return f"{(parts.hostname or '').removeprefix('www.')}:{parts.port or ''}{parts.path.rstrip('/')}?{parts.query}"


def _in_time(readings: Iterable[Reading]) -> list[Reading]:
    return sorted(readings, key=lambda reading: reading.article.state)


def _is_told(article: Article, named_readings: Iterable[Reading]) -> bool:
    """Whether a keeper has said how an article stands to the others of its address."""
    ids = {reading.article.id for reading in named_readings}
    return bool({article.version_of, article.translation_of, *article.not_with} & ids)


def _is_later(article: Article, before: Article) -> bool:
    """Whether it is surely a later state of the same outlet's text."""
    moments = [version.captured or version.updated or version.published for version in (before, article)]
    one_outlet = not (article.source and before.source) or article.source == before.source
    dated = moments[0] is not None and moments[1] is not None and moments[0].order < moments[1].order
    return one_outlet and dated and not (article.version_of or article.translation_of)


def _repeated(before: Article, after: Reading, sure: bool) -> Diagnostic:
    earlier_id = before.id
    taken = ", so this is taken for its later version" if sure else ", and what they are to each other is not told"
    message = f"`{earlier_id}` has this address too{taken}"
    hint = f"declare `version_of: {earlier_id}`, or `not_with: {earlier_id}` if it is another text, or mend the address"
    # A saved page states its address somewhere in its head.
    mark = after.marks.get("url", Mark(line=1, column=1))
    return warning_at(after.file, mark, "repeated-url", message, hint)


def _version(reading: Reading, earlier: str) -> Reading:
    if not earlier:
        return reading
    inferred = tuple(sorted((*reading.article.inferred, "version_of")))
    return replace(reading, article=replace(reading.article, version_of=earlier, inferred=inferred))
