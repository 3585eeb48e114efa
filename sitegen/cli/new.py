"""`sitegen new`"""

from pathlib import Path

import click

from sitegen.cli import console
from sitegen.cli.host_files import files_for
from sitegen.cli.starters import STARTERS, starter_files
from sitegen.diagnostics import Location, error
from sitegen.distribution import distribution_name

_PACKAGE = "sitegen-archive"
"""What is installed where this very program was not installed under a name: in a checkout."""


@click.command(epilog="Exit codes: 0 made, 1 there is something already, 2 wrong usage.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--host",
    type=click.Choice(["netlify", "cloudflare", "github", "s3"]),
    help="Also write what that host needs; the archive is then in DIR/content.",
)
@click.option(
    "--language",
    type=click.Choice(list(STARTERS)),
    default="en",
    show_default=True,
    help="Of the site and its starter texts.",
)
def new(folder: Path, host: str | None, language: str) -> None:
    """Makes a starter archive: settings, two sources, one story in two copies and a page, to be replaced by your own.

    \b
    Example:
      sitegen new archive
      sitegen new archive --host netlify --language fr
    """
    place = Location(path=str(folder))
    content = folder / "content" if host else folder
    files = {content / path: text for path, text in starter_files(language).items()}
    if host:
        of_host = files_for(host, distribution_name() or _PACKAGE)
        files |= {folder / path: text for path, text in of_host.items()}
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            message = "there is something here already, and nothing is overwritten"
            console.refuse([error("not-empty", message, place, hint="name a folder that does not exist yet")])
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            if text.startswith("#!"):
                path.chmod(0o755)
    except OSError as failure:
        console.refuse([error("cannot-write", f"cannot write here: {failure.strerror}", place)])
    click.echo(f"made {folder}; next: sitegen build {content}")
