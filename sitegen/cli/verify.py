"""`sitegen verify`"""

import re
from pathlib import Path

import click

from sitegen.cli import console
from sitegen.cli.terminal_text import safe


@click.command(epilog="Exit codes: 0 as published, 1 a file was changed or is missing, 2 wrong usage.")
@click.argument("place", metavar="DIR|URL")
def verify(place: str) -> None:
    """Tells which files of a published site were changed, are missing or are untracked, by its manifest.

    At an address every file is fetched; what was not published cannot be seen there.

    \b
    Example:
      sitegen verify public
      sitegen verify https://example.org/archive/
    """
    from sitegen.publish import verify_address, verify_folder

    progress = console.progress_on_terminal()
    with console.told():
        at_address = re.match(r"https?://", place)
        found = verify_address(place, progress) if at_address else verify_folder(Path(place))
    progress("done", 0, 0)
    for name, paths in (("changed", found.changed), ("missing", found.missing), ("untracked", found.untracked)):
        for path in paths:
            click.echo(f"{name}: {safe(path)}")
    if not found.intact:
        raise SystemExit(1)
    click.echo(f"{place} is as it was published")
