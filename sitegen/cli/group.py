"""`sitegen group`"""

import json
from collections.abc import Iterable
from pathlib import Path

import click

from sitegen.cli import console
from sitegen.cli.group_view import tree
from sitegen.cli.options import content_argument
from sitegen.cli.terminal_text import safe, safe_json
from sitegen.diagnostics import has_errors
from sitegen.group import Grouped
from sitegen.model import Article
from sitegen.read import Archive


@click.command(epilog="Exit codes: 0 grouped, 1 refused because of the content, 2 wrong usage.")
@content_argument
@click.option("--json", "as_json", is_flag=True, help="Print stories, families and links as JSON.")
@click.option("--why", nargs=2, metavar="A B", help="Explain why two articles are or are not together.")
@click.option("--write", is_flag=True, help="Record the stories that were found in the files.")
def group(content: Path, as_json: bool, why: tuple[str, str] | None, write: bool) -> None:
    """Tells what belongs together in CONTENT, and why. Writes nothing unless told to.

    \b
    Example:
      sitegen group archive
      sitegen group archive --why agency-report courier-copy
      sitegen group archive --write
    """
    if sum((as_json, why is not None, write)) > 1:
        raise click.UsageError("--json, --why and --write exclude each other")
    if why:
        _explain(content, *why)
        return
    from sitegen.pipeline.build import group_folder

    with console.told():
        archive, grouped, diagnostics = group_folder(content)
    if has_errors(diagnostics):
        console.refuse(diagnostics)
    console.tell(diagnostics)
    if as_json:
        click.echo(safe_json(json.dumps(grouping_json(grouped, archive.articles), ensure_ascii=False, indent=1)))
    elif write:
        _write(content, archive, grouped)
    else:
        click.echo("\n".join(tree(grouped, {article.id: article for article in archive.articles})))


def grouping_json(grouped: Grouped, articles: Iterable[Article]) -> dict[str, object]:
    """Stories, families and links, by article ids; evidence where the rights of both articles allow it."""
    from sitegen.render.data import link_json

    full = {article.id for article in articles if article.rights == "full"}
    return {
        "stories": [list(story.articles) for story in grouped.stories],
        "families": [list(family.copies) for story in grouped.stories for family in story.families],
        "links": [link_json(link, shown={link.left, link.right} <= full) for link in grouped.links],
    }


def _explain(content: Path, left: str, right: str) -> None:
    from sitegen.cli.group_direction import direction_lines
    from sitegen.group import explain
    from sitegen.pipeline.build import weigh_folder

    with console.told():
        archive, evidence, diagnostics = weigh_folder(content)
    if has_errors(diagnostics):
        console.refuse(diagnostics)
    left, right = (_meant(name, archive, content) for name in (left, right))
    lines = [*explain(evidence, left, right), *direction_lines(evidence, archive.sources, left, right)]
    click.echo("\n".join(safe(line) for line in lines))


def _meant(name: str, archive: Archive, content: Path) -> str:
    """The id of the article with that id or path, or the only one whose id begins so."""
    for article in archive.articles:
        if name in (article.id, article.path):
            return article.id
    begun = [article.id for article in archive.articles if article.id.startswith(name)]
    if len(begun) == 1:
        return begun[0]
    several = f": it may be {safe(begun[0])} or {safe(begun[1])}" if begun else ""
    raise click.UsageError(f"there is no article {safe(name)} in {content}{several}; `sitegen group` lists them")


def _write(content: Path, archive: Archive, grouped: Grouped) -> None:
    from sitegen.cli.group_write import record_stories

    with console.told():
        written, diagnostics = record_stories(content, archive, grouped)
    for path, story in written:
        click.echo(f"{safe(path)}: story: {safe(story)}")
    click.echo(f"recorded in {console.count(len(written), 'file', 'files')}")
    if diagnostics:
        console.refuse(diagnostics)
