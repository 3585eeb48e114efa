"""`sitegen rollback`"""

from pathlib import Path
from typing import Literal

import click

from sitegen.cli import console
from sitegen.cli.options import default_site, switch_option


@click.command(epilog="Exit codes: 0 the site before stands again, 1 there is none or it was altered, 2 wrong usage.")
@click.argument("directory", metavar="[DIR]", type=click.Path(path_type=Path), default=default_site)
@switch_option
def rollback(directory: Path, switching: Literal["exchange", "in-place"]) -> None:
    """Puts the site back that stood at DIR before the last build changed it.

    DIR is `public` without it, or `../public` if site.toml is in the current folder.

    \b
    Example:
      sitegen rollback public
    """
    from sitegen.publish import put_back

    with console.told("nothing was changed"):
        put = put_back(directory, switching)
    if not put.written and not put.removed:
        click.echo(f"nothing changed: {directory} already holds these {console.count(put.files, 'file', 'files')}")
        return
    changed = f"{put.written} other than before, {put.removed} removed"
    click.echo(f"the site before stands at {directory} again: {console.count(put.files, 'file', 'files')} ({changed})")
    click.echo("the next build publishes what the content says; the same command takes this step back")
