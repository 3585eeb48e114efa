"""`sitegen check`"""

from pathlib import Path

import click

from sitegen.cli import console
from sitegen.cli.options import content_argument
from sitegen.diagnostics import has_errors


@click.command(epilog="Exit codes: 0 no mistakes, 1 mistakes (with --strict, warnings too), 2 wrong usage.")
@content_argument
@click.option("--strict", is_flag=True, help="Exit with 1 on warnings too.")
def check(content: Path, strict: bool) -> None:
    """Tells every mistake in CONTENT in one run, each with its file, line, column and a hint. Writes nothing.

    \b
    Example:
      sitegen check archive
    """
    from sitegen.read import read_archive

    with console.told():
        archive, diagnostics = read_archive(content)
    if has_errors(diagnostics) or (strict and diagnostics):
        console.refuse(diagnostics)
    console.tell(diagnostics)
    click.echo(f"no mistakes in {len(archive.articles)} articles from {len(archive.sources)} sources")
