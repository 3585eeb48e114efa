"""What a whole comparison page costs: our own, and the least that a page with a plain diff could be."""

from collections.abc import Sequence
from functools import partial

from jinja2 import Environment

from benchmarks.peers import Task
from benchmarks.peers.engines import diff_match_patch_of
from benchmarks.peers.task import Matches, cpu_of
from sitegen import __version__
from sitegen.comparing import compare_articles
from sitegen.config import Config
from sitegen.model import Article, Family, File, Story
from sitegen.read import read_theme, theme_folder
from sitegen.render import Theme, make_theme, render_page
from sitegen.text.tokenized import Tokenized, tokenize_blocks
from sitegen.views.common import Site, make_frame
from sitegen.views.comparison import comparison_pages
from sitegen.views.lines import Reading
from sitegen.views.pages import Text
from sitegen.views.rights import all_shown
from sitegen.views.summary import summary_of

_PLAIN = Environment(autoescape=True).from_string(
    "<!doctype html><title>{{ left.title }} – {{ right.title }}</title>"
    "<p>{% for tag, text in runs %}"
    "{% if tag == '=' %}{{ text }}{% elif tag == '-' %}<del>{{ text }}</del>{% else %}<ins>{{ text }}</ins>{% endif %}"
    "{% endfor %}"
)


def our_page(articles: tuple[Article, Article], site: Site, theme: Theme) -> File:
    """Tokenised, compared, laid out and rendered, as a build does."""
    left, right = articles
    texts = (tokenize_blocks(left.blocks), tokenize_blocks(right.blocks))
    comparison = compare_articles(left, right, site.config.comparing, tokenized=texts)
    family = Family(base=left.id, base_reason="declared", copies=(left.id, right.id))
    reading = Reading(
        story=Story(id="story", title="Story", families=(family,)),
        comparison=comparison,
        left=left,
        right=right,
        left_text=texts[0],
        right_text=texts[1],
        standing=None,
        position=1,
        of=1,
        previous=None,
        next=None,
        shown=all_shown(left, right),
    )
    summary = summary_of(reading.comparison, (reading.left_text, reading.right_text), credited=None, shown=True)
    return render_page(theme, site.frame, next(comparison_pages(site, reading, summary)))


def plain_page(articles: tuple[Article, Article], matches: Matches | None) -> str:
    """Tokenised, compared by plain diff-match-patch unless matches are given, and put into one small template."""
    left, right = articles
    texts = (tokenize_blocks(left.blocks), tokenize_blocks(right.blocks))
    if matches is None:
        matches = diff_match_patch_of(texts[0].keys, texts[1].keys)
    return _PLAIN.render(left=left, right=right, runs=_runs(texts[0], texts[1], matches))


def _runs(left: Tokenized, right: Tokenized, matches: Matches) -> Sequence[tuple[str, str]]:
    runs = []
    at = other = 0
    for start, start_right, length in [*matches, (len(left.keys), len(right.keys), 0)]:
        runs.append(("-", left.text((at, start))))
        runs.append(("+", right.text((other, start_right))))
        runs.append(("=", left.text((start, start + length))))
        at, other = start + length, start_right + length
    return [run for run in runs if run[1]]


def page_costs(tasks: Sequence[Task]) -> dict[str, float]:
    """CPU seconds of a page, mean of the tasks: ours, its comparison alone, the plain one with and without a diff."""
    config = Config()
    theme = make_theme(read_theme(theme_folder()))
    frame = make_frame(config, css=theme.css.path, js=theme.js.path, icon=theme.icon.path, version=__version__)
    called = {article.id: Text(text=article.id) for task in tasks for article in task.articles}
    site = Site(config=config, frame=frame, sources={}, names=called)
    costs = {"whole": 0.0, "compared": 0.0, "plain": 0.0, "no diff": 0.0}
    for task in tasks:
        pair = task.articles
        given = diff_match_patch_of(task.left.keys, task.right.keys)
        costs["whole"] += cpu_of(partial(our_page, pair, site, theme))[1]
        costs["compared"] += cpu_of(partial(compare_articles, *pair, config.comparing))[1]
        costs["plain"] += cpu_of(partial(plain_page, pair, None))[1]
        costs["no diff"] += cpu_of(partial(plain_page, pair, given))[1]
    return {name: cost / len(tasks) for name, cost in costs.items()}
