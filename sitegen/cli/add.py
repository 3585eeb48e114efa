"""`sitegen add`"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from sitegen.cli import console
from sitegen.cli.options import DEFAULT_CONTENT, default_content
from sitegen.cli.terminal_text import safe
from sitegen.diagnostics import Diagnostic, has_errors

if TYPE_CHECKING:
    from sitegen.importing import AddedArticle, Adding

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def _story(_context: click.Context, _option: click.Parameter, story: str | None) -> str:
    from sitegen.read.fields import ARTICLE
    from sitegen.read.values import RefusedValue

    try:
        return str(ARTICLE["story"](story)) if story else ""
    except RefusedValue as refusal:
        raise click.BadParameter(f"{safe(refusal.message)}; {safe(refusal.hint)}") from None


@click.command(epilog="Exit codes: 0 added (or there already), 1 a file was refused, 2 wrong usage.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--content",
    type=click.Path(path_type=Path),
    default=default_content,
    help=f"The content folder they are added to.  [default: {DEFAULT_CONTENT}]",
)
@click.option("--story", callback=_story, help="Id of the story they belong to; they go below stories/ID/.")
@click.option("--sources", is_flag=True, help="Write a file for each source that the archive does not have yet.")
@click.option("--fetch", is_flag=True, help="Fetch each FILE that is an http or https address, one a host a second.")
def add(files: tuple[str, ...], content: Path, story: str, sources: bool, fetch: bool) -> None:
    """Makes article files of each FILE: .html, .warc, .warc.gz, .txt, .docx or .pdf. Overwrites nothing.

    The original is kept below _originals/ in the content folder; what was read from it, and from where, stands in the
    new file. Facts that a page does not state are left out.

    \b
    Example:
      sitegen add saved-page.html --content archive --story harbour-fire
      sitegen add --fetch https://example.org/harbour-fire --content archive
    """
    from sitegen.importing import add_files

    addresses = [one for one in files if _ADDRESS.match(one)]
    if addresses and not fetch:
        raise click.UsageError(
            f"`{safe(addresses[0])}` is an address, and nothing is fetched unasked: say `--fetch`, "
            "or save the page from a browser, or as a WARC, and name that file"
        )
    with console.told(), TemporaryDirectory(prefix="sitegen-") as folder:
        fetched, refused = _fetched(addresses, Path(folder), content)
        paths = [fetched.get(one, Path(one)) for one in files if one not in addresses or one in fetched]
        added, diagnostics = add_files(content, paths, story=story, write_sources=sources)
    named = {str(path): address for address, path in fetched.items()}
    diagnostics = (*refused, *(_renamed(one, named) for one in diagnostics))
    for proposal in added.sources:
        click.echo(f"{content / proposal.path}: a new source, {safe(proposal.name)}; see whether it is right")
    proposals = {} if story else _stories(content, added)
    for article in added.articles:
        article = replace(article, given=named.get(article.given, article.given))
        click.echo("\n".join(_told(article, content, proposals.get(article.path, ""))))
    click.echo(_summary(added))
    if has_errors(diagnostics):
        console.refuse(diagnostics)
    console.tell(diagnostics)


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


def _told(article: "AddedArticle", content: Path, story: str) -> Iterator[str]:
    """Lines about one article."""
    path = safe(str(content / article.path))
    if not article.new:
        yield f"{path}: there already, made of the same bytes as {safe(article.given)}"
        return
    yield f"{path}: added from {safe(article.given)}"
    for one in article.statements:
        yield f"  {one.field}: {safe(one.value)}  ({one.where})"
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
    from sitegen.build import group_folder

    new = {one.path for one in added.articles if one.new}
    if not new:
        return {}
    archive, grouped, _ = group_folder(content)
    ids = {article.id: article for article in archive.articles}
    told = {}
    for story in grouped.stories:
        for name in story.articles:
            others = [one for one in story.articles if one != name]
            if ids[name].path in new and others:
                told[ids[name].path] = (
                    f"story: {story.id}, inferred: it shares text with {', '.join(others[:3])}; "
                    f"move it below stories/{story.id}/ to declare it"
                )
    return told


def _summary(added: "Adding") -> str:
    new = sum(1 for one in added.articles if one.new)
    parts = [f"{console.count(new, 'article', 'articles')} added"]
    if again := len(added.articles) - new:
        parts.append(f"{again} there already")
    if added.passed_over:
        parts.append(f"{console.count(added.passed_over, 'page', 'pages')} without an article passed over")
    return ", ".join(parts)
