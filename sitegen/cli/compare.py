"""`sitegen compare`: two files, no archive needed."""

import shutil
import sys
from dataclasses import replace
from pathlib import Path

import click

from sitegen.cli import console
from sitegen.cli.pair_view import pair_lines
from sitegen.diagnostics import Location, SitegenError, error, has_errors
from sitegen.model import Article


@click.command(epilog="Exit codes: 0 compared, 1 a file could not be read as an article, 2 wrong usage.")
@click.argument("left", type=click.Path(path_type=Path, allow_dash=True))
@click.argument("right", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--json", "as_json", is_flag=True, help="Print the comparison as JSON.")
@click.option("--width", type=click.IntRange(min=20), help="Columns to use.  [default: the terminal's]")
@click.option("--inline", is_flag=True, help="One column, whatever the width.")
def compare(left: Path, right: Path, as_json: bool, width: int | None, inline: bool) -> None:
    """Compares two article files word by word. `-` reads one of them from standard input.

    \b
    Example:
      sitegen compare agency.txt copy.txt
      sitegen compare agency.txt copy.txt --json
    """
    from sitegen.compare import compare_pair
    from sitegen.config import Config
    from sitegen.text.tokenized import tokenize_blocks

    if str(left) == str(right) == "-":
        raise click.UsageError("only one of the two can be read from standard input")
    config = Config()
    with console.told():
        articles = _distinct(_article(left), _article(right))
    texts = (tokenize_blocks(articles[0].blocks), tokenize_blocks(articles[1].blocks))
    comparison = compare_pair(articles[0], articles[1], config.comparing, tokenized=texts)
    if as_json:
        from sitegen.render import comparison_json
        from sitegen.render.data import blocks_json, to_json

        found = comparison_json(comparison, articles[0], articles[1], texts[0], texts[1], 1.0)
        found["articles"] = [{"id": one.id, "path": one.path, "blocks": blocks_json(one)} for one in articles]
        click.echo(to_json(found).decode().rstrip("\n"))
        return
    columns = width or shutil.get_terminal_size((100, 24)).columns
    for line in pair_lines(
        comparison, articles, texts, columns, colour=console.wants_colour(sys.stdout), inline=inline
    ):
        click.echo(line)


def _article(path: Path) -> Article:
    """The article in a file; its rights do not matter to the person who holds it."""
    from sitegen.config import Config
    from sitegen.read import read_article

    config = Config()
    shown = "standard input" if str(path) == "-" else str(path)
    relative = (
        "standard-input.txt"
        if str(path) == "-"
        else path.name
        if path.suffix.lower() in (".md", ".markdown", ".txt", ".html", ".htm")
        else f"{path.stem}.txt"
    )
    article, problems = read_article(shown, relative, _bytes(path, config.limits.article_bytes), config)
    serious = [one for one in problems if one.severity == "error"]
    if article is None or has_errors(problems):
        raise SitegenError(*serious)
    console.tell(problems)
    return replace(article, path=shown, rights="full")


def _bytes(path: Path, most: int) -> bytes:
    shown = Location(path="standard input" if str(path) == "-" else str(path))
    try:
        if str(path) == "-":
            data = sys.stdin.buffer.read(most + 1)
        elif not path.is_file():
            raise SitegenError(
                error("no-file", "there is no such file" if not path.exists() else "this is not a file", shown)
            )
        else:
            with path.open("rb") as file:
                data = file.read(most + 1)
    except OSError as failure:
        raise SitegenError(error("cannot-read", f"cannot read it: {failure.strerror}", shown)) from failure
    if len(data) > most:
        raise SitegenError(error("too-big", f"this is longer than {most} bytes, the most an article may have", shown))
    return data


def _distinct(left: Article, right: Article) -> tuple[Article, Article]:
    """Two files of one name still have two ids."""
    if left.id != right.id:
        return left, right
    return replace(left, id=f"{left.id}-left"), replace(right, id=f"{right.id}-right")
