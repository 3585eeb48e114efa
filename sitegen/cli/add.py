"""`sitegen add`"""

import re
import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypedDict

import click

from sitegen.cli import console
from sitegen.cli.add_report import AddingReport, proposed_stories, summary
from sitegen.cli.options import DEFAULT_CONTENT, default_content
from sitegen.cli.terminal_text import safe
from sitegen.diagnostics import Diagnostic, has_errors

if TYPE_CHECKING:
    from sitegen.cli.fetching import Fetcher
    from sitegen.formats.columns import ColumnMap
    from sitegen.importing import Adding, PageChoice

_MOST_GROUPED = 200
"""Articles that are grouped once they are added, to tell which stories they belong to; more than that takes minutes."""
_MOST_FILES = 200
"""Files of decisions that are written in one run: a table may have a hundred thousand rows."""
_TOLD_EACH = 20
"""Articles after which progress is told again."""
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def _story(_context: click.Context, _option: click.Parameter, story: str | None) -> str:
    from sitegen.read.fields import ARTICLE
    from sitegen.read.values import RefusedValue

    try:
        return str(ARTICLE["story"](story)) if story else ""
    except RefusedValue as refusal:
        raise click.BadParameter(f"{safe(refusal.message)}; {safe(refusal.hint)}") from None


@click.command(epilog="Exit codes: 0 added (or there already), 1 a file was refused, 2 wrong usage.")
@click.argument("files", metavar="FILE...", nargs=-1)
@click.option(
    "--content",
    type=click.Path(path_type=Path),
    default=default_content,
    help=f"The content folder they are added to.  [default: {DEFAULT_CONTENT}]",
)
@click.option("--story", callback=_story, help="Id of the story they belong to; they go below stories/ID/.")
@click.option("--sources", is_flag=True, help="Write a file for each source that the archive does not have yet.")
@click.option(
    "--map",
    "map_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A file that says which column of a table is which field; made where it is not there.",
)
@click.option(
    "--page", "patterns", multiple=True, metavar="PATTERN", help="Of a WARC or WACZ: pages whose address fits."
)
@click.option("--host", "hosts", multiple=True, metavar="HOST", help="Of a WARC or WACZ: pages of a host.")
@click.option(
    "--pages",
    "page_list",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Of a WARC or WACZ: the pages whose addresses stand in this file, one a line.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be added, and write nothing.")
@click.option(
    "--review",
    is_flag=True,
    help="Decide article by article what is taken: with keys, or in files where there is no terminal.",
)
@click.option("--fetch", is_flag=True, help="Fetch each FILE that is an http or https address, one a host a second.")
def add(
    files: tuple[str, ...],
    content: Path,
    story: str,
    sources: bool,
    map_file: Path | None,
    patterns: tuple[str, ...],
    hosts: tuple[str, ...],
    page_list: Path | None,
    dry_run: bool,
    review: bool,
    fetch: bool,
) -> None:
    """Makes article files of each FILE, which may be a folder or a .zip of files. Overwrites nothing.

    Of a saved page, text or document one; of a WARC or WACZ, a table (.csv, .tsv, .xlsx, .json, .jsonl, .parquet), a
    feed, or an export of Nexis, Factiva, Europresse or ProQuest (.docx, .rtf, .txt, .html) as many as it holds.

    The original is kept below _originals/ in the content folder; what was read from it, and from where, stands in the
    new file. Facts that a page does not state are left out.

    \b
    Example:
      sitegen add saved-page.html --content archive --story harbour-fire
      sitegen add articles.csv --map columns.toml --content archive
      sitegen add exports.zip saved-pages/ --content archive --dry-run
      sitegen add --fetch https://example.org/harbour-fire --content archive
      sitegen add saved-pages/ --content archive --review
    """
    if not files and not review:
        raise click.UsageError("Missing argument 'FILE...'.")
    if review and dry_run:
        raise click.UsageError("`--review` writes what is decided, and `--dry-run` writes nothing")
    from sitegen.importing import read_map

    addresses = _addresses(files, fetch)
    with console.told(), TemporaryDirectory(prefix="sitegen-") as folder:
        options: _Options = {
            "story": story,
            "write_sources": sources,
            "columns": read_map(map_file) if map_file and map_file.exists() else {},
            "is_dry": dry_run,
            "choice": _choice(patterns, hosts, page_list),
            "progress": _progress(),
        }
        fetcher = _AddressFetcher(Path(folder), content) if fetch else None
        added, diagnostics = _added(content, files, addresses, fetcher, options)
        console.progress_on_terminal()("done", 0, 0)
    _note_map(map_file, added)
    report = AddingReport(content=content, adding=added, is_dry=dry_run, addresses=fetcher.named if fetcher else {})
    is_small = len(added.articles) <= _MOST_GROUPED
    proposals = proposed_stories(content, added) if is_small and not story and not dry_run else {}
    for line in report.lines(proposals, has_fetched=fetch):
        click.echo(line)
    if files:
        click.echo(summary(added, dry_run))
    if review:
        new = {article.path for article in added.articles if article.new}
        diagnostics = (*diagnostics, *_reviewed(content, new))
    if has_errors(diagnostics):
        console.refuse(diagnostics)
    console.tell(diagnostics)


def _addresses(files: Sequence[str], may_fetch: bool) -> list[str]:
    """Which of the files are addresses. Raises UsageError for one that is not to be fetched."""
    addresses = [name for name in files if _ADDRESS.match(name)]
    if addresses and not may_fetch:
        raise click.UsageError(
            f"`{safe(addresses[0])}` is an address, and nothing is fetched unasked: say `--fetch`, "
            "or save the page from a browser, or as a WARC, and name that file"
        )
    return addresses


def _added(
    content: Path,
    files: Sequence[str],
    addresses: Collection[str],
    fetcher: "_AddressFetcher | None",
    options: "_Options",
) -> tuple["Adding", tuple[Diagnostic, ...]]:
    """Adds the files and, where it may fetch, the pages at their addresses and those that the files name."""
    from sitegen.importing import add_files

    refused: list[Diagnostic] = []
    captures = fetcher.fetch(addresses, refused) if fetcher else {}
    paths = [captures.get(name, Path(name)) for name in files if name not in addresses or name in captures]
    added, diagnostics = add_files(content, paths, **options)
    if fetcher and added.addresses:
        # Lists of addresses, and tables and feeds without texts, say what to fetch.
        listed = fetcher.fetch([article.url for article in added.addresses], refused)
        captured, problems = add_files(content, listed.values(), **options)
        added, diagnostics = _joined(added, captured), (*diagnostics, *problems)
    named = fetcher.named if fetcher else {}
    return added, (*refused, *(_renamed(problem, named) for problem in diagnostics))


def _note_map(map_file: Path | None, added: "Adding") -> None:
    """Writes the map of columns by which a table was read, where the editor named a file that is not there."""
    from sitegen.importing import write_map

    if map_file and not map_file.exists() and added.columns:
        write_map(map_file, added.columns)
        click.echo(f"{safe(str(map_file))}: the columns as they were read; change it where it is wrong, and add again")


def _reviewed(content: Path, new: Collection[str]) -> tuple[Diagnostic, ...]:
    """Has the new articles reviewed, or those that wait for it where none is new."""
    from sitegen.cli.reviewing import carry_out, review_on_terminal, write_review_files
    from sitegen.importing import Desk

    problems = carry_out(content)
    desk = Desk(content)
    waiting = desk.waiting()
    waiting = [path for path in waiting if path in new] or waiting
    if sys.stdin.isatty() and sys.stdout.isatty():
        return (*problems, *review_on_terminal(desk, waiting))
    unwritten = [path for path in waiting if not desk.has_file(path)]
    if len(unwritten) > _MOST_FILES:
        click.echo(
            f"{len(unwritten):,} articles wait; files are written for the first {_MOST_FILES}, partial ones first"
        )
    return (*problems, *write_review_files(desk, unwritten[:_MOST_FILES]))


class _Options(TypedDict):
    """What all files of a run are added by."""

    story: str
    write_sources: bool
    columns: "ColumnMap"
    is_dry: bool
    choice: "PageChoice"
    progress: Callable[[int, str], None]


def _choice(patterns: Sequence[str], hosts: Sequence[str], page_list: Path | None) -> "PageChoice":
    """Which pages of captures are asked for."""
    from sitegen.importing import PageChoice

    lines = page_list.read_text("utf-8", "replace").splitlines() if page_list else []
    return PageChoice(
        patterns=tuple(patterns),
        hosts=tuple(host.lower() for host in hosts),
        addresses=frozenset(line.strip() for line in lines if line.strip()),
    )


def _progress() -> Callable[[int, str], None]:
    """Tells on a terminal how many articles there are, every few of them."""
    tell_stage = console.progress_on_terminal()

    def tell_count(articles: int, name: str) -> None:
        if articles % _TOLD_EACH == 0:
            tell_stage("add", articles, 0, Path(name).name)

    return tell_count


def _joined(first: "Adding", second: "Adding") -> "Adding":
    """Two runs told as one."""
    return replace(
        first,
        articles=(*first.articles, *second.articles),
        sources=(*first.sources, *second.sources),
        passed_over=first.passed_over + second.passed_over,
        notes=(*first.notes, *second.notes),
    )


class _AddressFetcher:
    """Fetches addresses, each into a capture of its own."""

    def __init__(self, folder: Path, content: Path) -> None:
        self._folder = folder
        self._content = content
        self._fetcher: Fetcher | None = None
        self.named: dict[str, str] = {}
        """The address of each capture, by its path."""

    def fetch(self, addresses: Iterable[str], refused: list[Diagnostic]) -> dict[str, Path]:
        """The captures by their addresses; why others could not be fetched is added to `refused`."""
        from sitegen.cli.fetching import Fetcher, not_fetched
        from sitegen.read.archive import read_sources
        from sitegen.read.refusal import Refused

        captures: dict[str, Path] = {}
        for address in dict.fromkeys(addresses):
            try:
                if self._fetcher is None:
                    config, _, _ = read_sources(self._content)
                    self._fetcher = Fetcher(self._folder, config.limits.import_bytes)
                captures[address] = self._fetcher.fetch(address)
            except Refused as refusal:
                refused.append(not_fetched(refusal, address))
        self.named |= {str(path): address for address, path in captures.items()}
        return captures


def _renamed(problem: Diagnostic, named: Mapping[str, str]) -> Diagnostic:
    """A message about a capture, which nobody has seen, as one about its address."""
    address = named.get(problem.location.path)
    return replace(problem, location=replace(problem.location, path=address)) if address else problem
