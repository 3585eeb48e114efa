"""`sitegen add`"""

import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypedDict

import click

from sitegen.cli import console
from sitegen.cli.options import DEFAULT_CONTENT, default_content
from sitegen.cli.terminal_text import safe
from sitegen.diagnostics import Diagnostic, has_errors

if TYPE_CHECKING:
    from sitegen.formats.columns import ColumnMap
    from sitegen.importing import AddedArticle, Adding, PageChoice

_MOST_GROUPED = 200
"""Articles that are grouped once they are added, to tell which stories they belong to; more than that takes minutes."""
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
    help="Decide page by page what is taken: with keys, or in files where there is no terminal.",
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
    from sitegen.importing import MOST_TOLD, add_files, read_map, write_map

    addresses = [name for name in files if _ADDRESS.match(name)]
    if addresses and not fetch:
        raise click.UsageError(
            f"`{safe(addresses[0])}` is an address, and nothing is fetched unasked: say `--fetch`, "
            "or save the page from a browser, or as a WARC, and name that file"
        )
    with console.told(), TemporaryDirectory(prefix="sitegen-") as folder:
        fetched, refused = _fetched(addresses, Path(folder), content)
        paths = [fetched.get(name, Path(name)) for name in files if name not in addresses or name in fetched]
        columns = read_map(map_file) if map_file and map_file.exists() else {}
        options: _Options = {
            "story": story,
            "write_sources": sources,
            "columns": columns,
            "is_dry": dry_run,
            "choice": _choice(patterns, hosts, page_list),
            "progress": _progress(),
        }
        added, diagnostics = add_files(content, paths, **options)
        if fetch and added.addresses:
            # Lists of addresses, and tables and feeds without texts, say what to fetch.
            listed, not_listed = _fetched([article.url for article in added.addresses], Path(folder), content)
            refused += not_listed
            fetched |= listed
            captured, problems = add_files(content, listed.values(), **options)
            added, diagnostics = _joined(added, captured), (*diagnostics, *problems)
        console.progress_on_terminal()("done", 0, 0)
    named = {str(path): address for address, path in fetched.items()}
    diagnostics = (*refused, *(_renamed(problem, named) for problem in diagnostics))
    for proposal in added.sources:
        click.echo(f"{content / proposal.path}: a new source, {safe(proposal.name)}; see whether it is right")
    for file, note in added.notes:
        click.echo(f"{safe(named.get(file, file))}: {safe(note)}")
    if map_file and not map_file.exists() and added.columns:
        write_map(map_file, added.columns)
        click.echo(f"{safe(str(map_file))}: the columns as they were read; change it where it is wrong, and add again")
    is_small = len(added.articles) <= _MOST_GROUPED
    proposals = _stories(content, added) if is_small and not story and not dry_run else {}
    for file, articles in _by_file(added.articles):
        shown = named.get(file, file)
        for article in articles[:MOST_TOLD]:
            click.echo(
                "\n".join(_told(replace(article, file_name=shown), content, proposals.get(article.path, ""), dry_run))
            )
        if len(articles) > MOST_TOLD:
            click.echo(f"{safe(shown)}: {len(articles) - MOST_TOLD:,} more")
    if added.addresses and not fetch:
        click.echo(_without_text(added))
    new = [article for article in added.articles if article.new]
    if files:
        click.echo(_summary(added, dry_run))
    if review:
        diagnostics = (*diagnostics, *_reviewed(content, [article.path for article in new if article.is_page]))
    if has_errors(diagnostics):
        console.refuse(diagnostics)
    console.tell(diagnostics)


def _reviewed(content: Path, new: Sequence[str]) -> tuple[Diagnostic, ...]:
    """Has the new pages reviewed, or those that wait for it where none is new."""
    from sitegen.cli.reviewing import carry_out, review_on_terminal, write_review_files
    from sitegen.importing import Desk

    problems = carry_out(content)
    desk = Desk(content)
    waiting = [path for path in new if path in desk.pages] or [path for path in desk.waiting() if path not in new]
    if sys.stdin.isatty() and sys.stdout.isatty():
        return (*problems, *review_on_terminal(desk, waiting))
    return (*problems, *write_review_files(desk, [path for path in waiting if not desk.has_file(path)]))


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


def _without_text(added: "Adding") -> str:
    """What is told of articles that the files name and do not hold."""
    first = added.addresses[0]
    return (
        f"{console.count(len(added.addresses), 'address', 'addresses')} without a text, the first in {first.place}: "
        f"{safe(first.url)}; say `--fetch` to fetch them, one a host a second"
    )


def _fetched(addresses: Sequence[str], folder: Path, content: Path) -> tuple[dict[str, Path], list[Diagnostic]]:
    """A capture of each address that could be fetched, and why the others could not."""
    if not addresses:
        return {}, []
    from sitegen.cli.fetching import Fetcher, not_fetched
    from sitegen.read.archive import read_sources
    from sitegen.read.refusal import Refused

    config, _, _ = read_sources(content)
    captures: dict[str, Path] = {}
    problems: list[Diagnostic] = []
    fetcher: Fetcher | None = None
    for address in dict.fromkeys(addresses):
        try:
            fetcher = fetcher or Fetcher(folder, config.limits.import_bytes)
            captures[address] = fetcher.fetch(address)
        except Refused as refused:
            problems.append(not_fetched(refused, address))
    return captures, problems


def _renamed(problem: Diagnostic, named: Mapping[str, str]) -> Diagnostic:
    """A message about a capture, which nobody has seen, as one about its address."""
    address = named.get(problem.location.path)
    return replace(problem, location=replace(problem.location, path=address)) if address else problem


def _told(article: "AddedArticle", content: Path, story: str, is_dry: bool) -> Iterator[str]:
    """Lines about one article."""
    path = safe(str(content / article.path))
    if article.is_capture:
        when = f", {safe(article.remarks[0])}" if article.remarks else ""
        yield f"{path}: there already; {safe(article.file_name)} is the same text at the same address{when}"
        return
    if article.is_rejected:
        yield f"{path}: says that {safe(article.file_name)} is no article; it is not added"
        return
    if not article.new:
        yield f"{path}: there already, made of the same bytes as {safe(article.file_name)}"
        return
    yield f"{path}: {'would be added' if is_dry else 'added'} from {safe(article.file_name)}"
    for statement in article.statements:
        yield f"  {statement.field}: {safe(statement.value)}  ({statement.where})"
    if article.completeness_reason:
        yield f"  completeness: {article.completeness}  ({safe(article.completeness_reason)})"
    if proposal := article.proposal:
        yield f"  source: none of the archive's fits; --sources would write {proposal.path} for {safe(proposal.name)}"
    for remark in article.remarks:
        yield f"  {safe(remark)}"
    if story:
        yield f"  {story}"


def _stories(content: Path, added: "Adding") -> dict[str, str]:
    """What grouping makes of each new article, by path; it is told and not written."""
    from sitegen.pipeline.build import group_folder

    new = {article.path for article in added.articles if article.new}
    if not new:
        return {}
    archive, grouped, _ = group_folder(content)
    ids = {article.id: article for article in archive.articles}
    proposals = {}
    for story in grouped.stories:
        for name in story.articles:
            neighbours = [member for member in story.articles if member != name]
            if ids[name].path in new and neighbours:
                proposals[ids[name].path] = (
                    f"story: {story.id}, inferred: it shares text with {', '.join(neighbours[:3])}; "
                    f"move it below stories/{story.id}/ to declare it"
                )
    return proposals


def _by_file(articles: Sequence["AddedArticle"]) -> Iterator[tuple[str, list["AddedArticle"]]]:
    """The articles of each file, which stand together."""
    for file, group in groupby(articles, key=lambda article: article.file_name):
        yield file, list(group)


def _summary(added: "Adding", is_dry: bool) -> str:
    new = sum(1 for article in added.articles if article.new)
    parts = [f"{console.count(new, 'article', 'articles')} {'would be added' if is_dry else 'added'}"]
    partial = sum(1 for article in added.articles if article.new and article.completeness == "partial")
    if partial:
        parts.append(f"{partial} of them partial")
    if earlier := len(added.articles) - new:
        parts.append(f"{earlier} there already")
    if captures := sum(1 for article in added.articles if article.is_capture):
        parts[-1] += f" ({captures} with the same text and address)"
    if added.not_chosen:
        parts.append(f"{console.count(added.not_chosen, 'page', 'pages')} not asked for")
    if added.passed_over:
        parts.append(f"{console.count(added.passed_over, 'page', 'pages')} without an article passed over")
    return ", ".join(parts)
