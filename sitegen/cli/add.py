"""`sitegen add`"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli import console
from sitegen.cli.terminal_text import safe
from sitegen.diagnostics import has_errors

if TYPE_CHECKING:
    from sitegen.read.imports import AddedArticle, Adding

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def _files(_context: click.Context, _argument: click.Parameter, files: tuple[str, ...]) -> tuple[Path, ...]:
    """Refuses addresses: a path that looks like one is a mistake, and nothing is ever fetched."""
    for one in files:
        if _ADDRESS.match(one):
            raise click.BadParameter(
                f"`{safe(one)}` is an address, and nothing is fetched in this version; "
                "save the page from a browser, or as a WARC, and name that file"
            )
    return tuple(map(Path, files))


def _story(_context: click.Context, _option: click.Parameter, story: str | None) -> str:
    from sitegen.read.fields import ARTICLE
    from sitegen.read.values import RefusedValue

    try:
        return str(ARTICLE["story"](story)) if story else ""
    except RefusedValue as refusal:
        raise click.BadParameter(f"{safe(refusal.message)}; {safe(refusal.hint)}") from None


@click.command(epilog="Exit codes: 0 added (or there already), 1 a file was refused, 2 wrong usage.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, callback=_files)
@click.option(
    "--content",
    type=click.Path(path_type=Path),
    default=Path("content"),
    show_default=True,
    help="The content folder they are added to.",
)
@click.option("--story", callback=_story, help="Id of the story they belong to; they go below stories/ID/.")
@click.option("--sources", is_flag=True, help="Write a file for each source that the archive does not have yet.")
def add(files: tuple[Path, ...], content: Path, story: str, sources: bool) -> None:
    """Makes article files of each FILE: .html, .warc, .warc.gz, .txt, .docx or .pdf. Overwrites nothing.

    The original is kept below _originals/ in the content folder; what was read from it, and from where, stands in the
    new file. Facts that a page does not state are left out.

    \b
    Example:
      sitegen add saved-page.html --content archive --story harbour-fire
    """
    from sitegen.read.imports import add_files

    with console.told():
        added, diagnostics = add_files(content, files, story=story, write_sources=sources)
    for proposal in added.sources:
        click.echo(f"{content / proposal.path}: a new source, {safe(proposal.name)}; see whether it is right")
    proposals = {} if story else _stories(content, added)
    for article in added.articles:
        click.echo("\n".join(_told(article, content, proposals.get(article.path, ""))))
    click.echo(_summary(added))
    if has_errors(diagnostics):
        console.refuse(diagnostics)
    console.tell(diagnostics)


def _told(article: "AddedArticle", content: Path, story: str) -> Iterator[str]:
    """Lines about one article."""
    path = safe(str(content / article.path))
    if not article.new:
        yield f"{path}: there already, made of the same bytes as {safe(article.given)}"
        return
    yield f"{path}: added from {safe(article.given)}"
    for one in article.said:
        yield f"  {one.field}: {safe(one.value)}  ({one.where})"
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
