"""`sitegen group`"""

import json
from collections.abc import Iterable
from pathlib import Path

import click

from sitegen.cli import console
from sitegen.cli.options import content_argument
from sitegen.cli.terminal_text import safe
from sitegen.diagnostics import has_errors
from sitegen.group import Grouped
from sitegen.model import Article, Family, Link


@click.command(epilog="Exit codes: 0 grouped, 1 refused because of the content, 2 wrong usage.")
@content_argument
@click.option("--json", "as_json", is_flag=True, help="Print stories, families and links as JSON.")
def group(content: Path, as_json: bool) -> None:
    """Tells what belongs together in CONTENT, and why. Writes nothing.

    \b
    Example:
      sitegen group archive
      sitegen group archive --json
    """
    from sitegen.build import group_folder

    with console.told():
        archive, grouped, diagnostics = group_folder(content)
    if has_errors(diagnostics):
        console.refuse(diagnostics)
    console.tell(diagnostics)
    if as_json:
        click.echo(json.dumps(grouping_json(grouped, archive.articles), ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(_tree(grouped, {article.id: article for article in archive.articles})))


def grouping_json(grouped: Grouped, articles: Iterable[Article]) -> dict[str, object]:
    """Stories, families and links, by article ids; evidence where the rights of both articles allow it."""
    from sitegen.render.data import link_json

    full = {article.id for article in articles if article.rights == "full"}
    return {
        "stories": [list(story.articles) for story in grouped.stories],
        "families": [list(family.copies) for story in grouped.stories for family in story.families],
        "links": [link_json(link, shown={link.left, link.right} <= full) for link in grouped.links],
    }


def _tree(grouped: Grouped, articles: dict[str, Article]) -> list[str]:
    lines = []
    for story in sorted(grouped.stories, key=lambda story: (len(story.articles) == 1, story.id)):
        lines.append(f"{story.id}  {safe(story.title)}" + ("  (declared)" if story.declared else ""))
        for family in story.families:
            lines += _family(family, story.links, articles, alone=len(story.families) == 1)
        lines.append("")
    several = sum(1 for story in grouped.stories if len(story.articles) > 1)
    lines.append(
        f"{console.count(len(articles), 'article', 'articles')}, "
        f"{console.count(len(grouped.stories), 'story', 'stories')}, {several} in several copies"
    )
    return lines


def _family(family: Family, links: tuple[Link, ...], articles: dict[str, Article], *, alone: bool) -> list[str]:
    if len(family.copies) == 1:
        return [f"  {family.base}" if alone else f"  {family.base}  independent"]
    lines = [f"  {family.base}  base: {family.base_reason}"]
    for copy in family.copies:
        if copy != family.base:
            lines.append(f"    {copy}  {articles[copy].language}")
            lines += [f"      {_why(link, copy)}" for link in links if copy in (link.left, link.right)][:3]
    return lines


def _why(link: Link, copy: str) -> str:
    other = link.right if link.left == copy else link.left
    longest = f": “{safe(link.evidence[0].text)[:70]} …”" if link.evidence else ""
    return f"with {other}: {link.reason}{longest}"
