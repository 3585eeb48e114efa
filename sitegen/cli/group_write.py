"""Records the stories that were found in the files of their articles, so that a keeper may correct them.

One line `story: <id>` in the front matter, and not a byte besides it changes. An article that declares its story, in a
field or by its folder, is never touched; nor is one that stands alone, so that it may find its story later. A file is
written beside itself and put in its place in one step, and only if it still holds what was read.
"""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from sitegen.diagnostics import Diagnostic, Location, error
from sitegen.group import Grouped
from sitegen.model import Article
from sitegen.read import Archive, read_article
from sitegen.read.recording import replace_file, with_field


def record_stories(
    content: Path, archive: Archive, grouped: Grouped
) -> tuple[list[tuple[str, str]], tuple[Diagnostic, ...]]:
    """Writes the found stories into the files. What was written, as path and story; and what could not be."""
    articles = {article.id: article for article in archive.articles}
    written: list[tuple[str, str]] = []
    problems: list[Diagnostic] = []
    for article, story in _found(grouped, articles):
        path = content / article.path
        problem = _record(path, article, story, archive)
        if problem:
            hint = f"write `story: {story}` into its front matter yourself"
            problems.append(error("not-recorded", problem, Location(path=str(path)), hint=hint))
        else:
            written.append((str(path), story))
    return written, tuple(problems)


def _found(grouped: Grouped, articles: dict[str, Article]) -> Iterator[tuple[Article, str]]:
    """Articles of stories of several that do not declare theirs, in order of their paths."""
    several = (
        (article, story.id) for story in grouped.stories if len(story.articles) > 1 for article in story.articles
    )
    undeclared = [(articles[article], story) for article, story in several if not articles[article].story]
    yield from sorted(undeclared, key=lambda entry: entry[0].path)


def _record(path: Path, article: Article, story: str, archive: Archive) -> str:
    """Writes one file; what is wrong where it cannot be."""
    real = Path(os.path.realpath(path))
    try:
        before = real.read_bytes()
        if hashlib.sha256(before).hexdigest() != article.digest:
            return "the file changed while it was grouped; run the command again"
        after = with_story(before, story)
        if not _same_but_for_story(before, after, article, story, archive):
            return "the story could not be recorded without changing what is read of the file"
        replace_file(real, after)
    except OSError as failure:
        return f"the system refuses: {failure.strerror or failure}"
    return ""


def with_story(data: bytes, story: str) -> bytes:
    """The bytes of an article file with its story declared; every other byte stays and keeps its place in the order."""
    return with_field(data, "story", story)


def _same_but_for_story(before: bytes, after: bytes, article: Article, story: str, archive: Archive) -> bool:
    """Whether the new bytes are read as the old ones were, with the story declared."""
    sources = {source.id: source for source in archive.sources}
    read = [read_article(article.path, article.path, data, archive.config, sources)[0] for data in (before, after)]
    old, new = read
    if old is None or new is None or new.story != story:
        return False
    return [_content(old), old.title, old.published, old.language, old.source] == [
        _content(new),
        new.title,
        new.published,
        new.language,
        new.source,
    ]


def _content(article: Article) -> list[tuple[str, str, str]]:
    return [(block.role, block.text, block.furniture) for block in article.blocks]
