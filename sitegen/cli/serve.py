"""`sitegen serve`"""

import tempfile
from pathlib import Path

import click

from sitegen.cli import console
from sitegen.cli.options import content_argument
from sitegen.cli.starters import STARTERS, starter_files
from sitegen.diagnostics import Diagnostic


@click.command(epilog="Exit codes: 0 ended by Ctrl-C, 1 cannot serve, 2 wrong usage.")
@content_argument
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 picks a free one.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; others can then read it.")
@click.option("--search", is_flag=True, help="Make the search index too; it is most of the work of a rebuild.")
def serve(content: Path, port: int, host: str, search: bool) -> None:
    """Previews the archive in CONTENT: builds it aside, serves it, and builds and reloads on every change.

    At /.sitegen/desk/ the editor decides what imported pages are made of; other machines cannot reach that. At
    /styleguide/ the theme is shown with all its parts.

    \b
    Example:
      sitegen serve archive
    """
    from sitegen.desk import DeskPages
    from sitegen.pipeline.build import BuildOptions, build_site
    from sitegen.pipeline.styleguide import build_styleguide
    from sitegen.read import theme_folder
    from sitegen.serve import STYLEGUIDE, Styleguide
    from sitegen.serve import serve as serve_folder

    with tempfile.TemporaryDirectory(prefix="sitegen-preview-", ignore_cleanup_errors=True) as aside, console.told():
        output = Path(aside) / "site"
        options = BuildOptions(base_url=_HERE, search=search, cache=Path(aside) / "cache")

        def build() -> tuple[Diagnostic, ...]:
            result = build_site(content, output, options)
            for note in result.notes:
                console.note(note)
            console.tell(result.diagnostics)
            return result.diagnostics

        guide = Path(aside) / "styleguide"
        home = f"{_HERE}{STYLEGUIDE.removeprefix('/')}"
        starters = {language: starter_files(language) for language in STARTERS}
        serve_folder(
            build,
            folder=output,
            watched=(content, theme_folder()),
            say=click.echo,
            host=host,
            port=port,
            root="/",
            desk=DeskPages(content),
            styleguide=Styleguide(lambda: build_styleguide(content, guide, home, starters), guide),
        )


_HERE = "http://localhost/"
"""The preview stands at the root of its host, whatever base_url says."""
