"""Everything the commands say, in one place: diagnostics, progress, reports. Decides about colour."""

import json
import os
import signal
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, NoReturn

import click

from sitegen.cli.messages import render_diagnostic
from sitegen.diagnostics import Diagnostic, SitegenError, in_order
from sitegen.model import BuildReport

if TYPE_CHECKING:
    from sitegen.pipeline.costs import Progress

_NAMED = 20
"""Articles that a line names."""
_STAGES = {
    "read": "reading",
    "group": "grouping",
    "stories": "comparing and rendering",
    "site": "rendering indexes",
    "search": "indexing for search",
    "publish": "publishing",
    "upload": "uploading",
    "delete": "deleting",
    "verify": "comparing",
    "add": "articles added",
}
_STORY_CHARACTERS = 30
"""Of a story's id that progress shows: a line that is longer than the terminal would not be cleared."""


def wants_colour(stream: object = None) -> bool:
    """Whether to colour what goes to a stream: a terminal, and nobody asked for none (no-color.org)."""
    stream = stream or sys.stderr
    return not os.environ.get("NO_COLOR") and bool(getattr(stream, "isatty", lambda: False)())


def tell(diagnostics: Iterable[Diagnostic]) -> None:
    """Prints diagnostics to stderr, sorted by file, and how many there were."""
    ordered = in_order(diagnostics)
    for problem in ordered:
        click.echo(render_diagnostic(problem, colour=wants_colour()), err=True)
    errors = sum(1 for problem in ordered if problem.severity == "error")
    warnings = len(ordered) - errors
    counts = [
        f"{count} {name}{'' if count == 1 else 's'}"
        for count, name in ((errors, "error"), (warnings, "warning"))
        if count
    ]
    if counts:
        click.echo(", ".join(counts), err=True)


def note(said: str) -> None:
    """Prints what a keeper may want to know and nothing depends on."""
    click.echo(f"note: {said}", err=True)


def refuse(diagnostics: Iterable[Diagnostic] = (), *, note: str = "", code: int = 1) -> NoReturn:
    """Prints why, and exits with the code."""
    tell(diagnostics)
    if note:
        click.echo(note, err=True)
    raise SystemExit(code)


@contextmanager
def told(note: str = "", *, code: int = 1) -> Iterator[None]:
    """A SitegenError inside becomes its messages and an exit code, never a traceback."""
    try:
        yield
    except SitegenError as failure:
        refuse(failure.diagnostics, note=note, code=code)


@contextmanager
def ended_cleanly() -> Iterator[None]:
    """SIGTERM and a closed terminal end a command like Ctrl-C: what it has begun is taken away before it goes."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, _end) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, _frame: object) -> NoReturn:
    click.echo(f"ended by {signal.Signals(number).name}; what was published before is whole", err=True)
    raise SystemExit(128 + number)


def progress_on_terminal() -> "Progress":
    """Tells the stage of long work, and the story, on one line of stderr, where that is a terminal."""
    if not sys.stderr.isatty():
        return lambda *_: None
    # Imported late: most runs tell nobody how far they are.
    from sitegen.cli.terminal_text import safe

    def tell_stage(stage: str, done: int, of: int, story: str = "", /) -> None:
        counted = f" {done} of {of}" if of else f" {done}" if done else ""
        named = f": {safe(story)[:_STORY_CHARACTERS]}" if story else ""
        line = f"{_STAGES.get(stage, stage)}{counted}{named}" if stage != "done" else ""
        sys.stderr.write(f"\r\x1b[2K{line}")
        sys.stderr.flush()

    return tell_stage


def explain(story: str, reason: str) -> None:
    """Says why a story was built or kept."""
    click.echo(f"{story}: {reason}", err=True)


def report(result: BuildReport, output: str) -> None:
    """Says what a build did."""
    click.echo(
        f"{count(result.articles, 'article', 'articles')} in {count(result.stories, 'story', 'stories')}, "
        f"{count(result.comparisons, 'comparison', 'comparisons')}"
    )
    if result.withheld:
        click.echo(f"taken down: {named(result.withheld)}; none is kept that `sitegen rollback` could show")
    if not result.written and not result.removed:
        click.echo(f"nothing changed: {output} already holds these {count(result.files, 'file', 'files')}")
        return
    removed = f", {result.removed} removed" if result.removed else ""
    click.echo(
        f"published {count(result.files, 'file', 'files')} at {output} ({result.written} new or changed{removed})"
    )


def named(articles: Sequence[str]) -> str:
    """Some articles by their ids, and how many more there are."""
    more = f" and {len(articles) - _NAMED} more" if len(articles) > _NAMED else ""
    return ", ".join(f"`{article}`" for article in articles[:_NAMED]) + more


def profile(result: BuildReport) -> None:
    """What each stage took: a table on stderr for people, a line of JSON on stdout for programs."""
    click.echo(f"{'stage':>10}  {'wall s':>8}  {'CPU s':>8}  {'others s':>8}  {'peak MiB':>8}", err=True)
    for name, costs in result.stages.items():
        workers = f"  {count(costs.workers, 'worker', 'workers')}, {costs.worker_peak:.0f} MiB" if costs.workers else ""
        figures = f"{costs.wall:>8.2f}  {costs.cpu:>8.2f}  {costs.children:>8.2f}  {costs.peak:>8.0f}"
        click.echo(f"{name:>10}  {figures}{workers}", err=True)
    click.echo(json.dumps({name: asdict(costs) for name, costs in result.stages.items()}))


def count(number: int, singular: str, many: str) -> str:
    """`1 story`, `2 stories`"""
    return f"{number} {singular if number == 1 else many}"
