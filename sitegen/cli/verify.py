"""`sitegen verify`"""

from pathlib import Path

import click

from sitegen.cli import console


@click.command(epilog="Exit codes: 0 as published, 1 a file was changed or is missing, 2 wrong usage.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def verify(folder: Path) -> None:
    """Tells which files of a published site were changed, are missing or are untracked, by its manifest.

    \b
    Example:
      sitegen verify public
    """
    from sitegen.publish import verify_folder

    with console.told():
        found = verify_folder(folder)
    for name, paths in (("changed", found.changed), ("missing", found.missing), ("untracked", found.untracked)):
        for path in paths:
            click.echo(f"{name}: {path}")
    if not found.intact:
        raise SystemExit(1)
    click.echo(f"{folder} is as it was published")
