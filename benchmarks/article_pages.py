"""What an article's own page costs, and nothing beside it. Told as JSON: CPU seconds by step, for all of them.

    python -m benchmarks.article_pages CONTENT EMPTY

Every article of CONTENT is read, laid out and rendered as an article that stands alone, and its page written into the
folder EMPTY: what other generators do with it. Start and imports are counted too, as theirs are.
"""

import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from sitegen import __version__
from sitegen.config import Config
from sitegen.findings import compare_family
from sitegen.model import Article, Comparison, Family, File, Independence, Story, Unit
from sitegen.read import read_archive, read_theme, theme_folder
from sitegen.render import Theme, make_theme, render_page
from sitegen.text.tokenized import tokenize_blocks
from sitegen.views.article import article_page
from sitegen.views.common import Site, make_frame
from sitegen.views.history import Versions, histories_of
from sitegen.views.names import names_of, sigla_of
from sitegen.views.rights import shown_of
from sitegen.views.story_reading import StoryReading

T = TypeVar("T")


def main() -> None:
    """The command."""
    content, empty = Path(sys.argv[1]), Path(sys.argv[2])
    taken = {"start": time.process_time()}

    def timed(name: str, work: Callable[[], T]) -> T:
        start = time.process_time()
        result = work()
        taken[name] = taken.get(name, 0.0) + time.process_time() - start
        return result

    archive, _ = timed("read", lambda: read_archive(content))
    theme = timed("start", lambda: make_theme(read_theme(theme_folder())))
    config = archive.config
    frame = make_frame(config, css=theme.css.path, js=theme.js.path, icon=theme.icon.path, version=__version__)
    site = Site(config=config, frame=frame, sources={one.id: one for one in archive.sources})
    for article in archive.articles:
        file = timed("page", lambda one=article: page_of(one, site, theme))  # type: ignore[misc]
        timed("write", lambda one=file: _write(one, empty))  # type: ignore[misc]
    print(json.dumps({**taken, "pages": len(archive.articles)}))


def page_of(article: Article, site: Site, theme: Theme) -> File:
    """The page of an article that stands alone: nothing is compared."""

    def compare(left: str, right: str, finest: Unit) -> Comparison:
        raise AssertionError(f"{left} is compared with {right} by {finest}")

    config: Config = site.config
    family = Family(base=article.id, base_reason="alone", copies=(article.id,))
    story = Story(id=article.story or article.id, title=article.title, families=(family,), declared=bool(article.story))
    articles, texts = {article.id: article}, {article.id: tokenize_blocks(article.blocks)}
    site = replace(
        site,
        names=names_of(story, articles, site.sources, {}, frozenset(), site.frame.language),
        sigla=sigla_of(articles.values()),
    )
    compared = compare_family(family, articles, texts, site.sources, config.comparing, compare)
    reading = StoryReading(
        story=story,
        articles=articles,
        texts=texts,
        comparisons=(),
        summaries={},
        edges={},
        foreign=frozenset(),
        independence=Independence(texts=1, agencies=0, translated=0, in_doubt=0),
        standings={one.article: one for one in compared.standings},
        histories=histories_of(site, articles, Versions(story=story.id, comparisons=(), summaries={})),
        shown=shown_of(articles, texts, (), config.excerpt_share),
    )
    return render_page(theme, site.frame, article_page(site, reading, article, None))


def _write(file: File, folder: Path) -> None:
    path = folder / file.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(file.content)


if __name__ == "__main__":
    main()
