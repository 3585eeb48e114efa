"""`sitegen verify`"""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli import console
from sitegen.cli.terminal_text import safe
from sitegen.cli.withheld_words import leaks_in, search_for, tell_kept_beside, tell_leaks, tell_still_public
from sitegen.diagnostics import Location, SitegenError, error

if TYPE_CHECKING:
    from sitegen.publish import Verification


@click.command(
    epilog="Exit codes: 0 as published; 1 a file was changed or is missing, or something is public that was taken down;"
    " 2 wrong usage."
)
@click.argument("place", metavar="DIR|URL|ZIP")
@click.option(
    "--content",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Also search the bytes of every file for words that this content withholds.",
)
def verify(place: str, content: Path | None) -> None:
    """Tells which files of a published site, or of a package of `sitegen pack`, were changed, are missing or untracked.

    Also tells what was taken down and is public all the same: a file that was removed and is still there, and a
    destination of `sitegen publish` that was not cleaned since. At an address every file is fetched; what was not
    published cannot be seen there.

    \b
    Example:
      sitegen verify public
      sitegen verify public --content archive
      sitegen verify https://example.org/archive/
      sitegen verify ferry.zip
    """
    from sitegen.publish import still_public, verify_folder
    from sitegen.publish.over_http import verify_address

    if place.endswith(".zip") and Path(place).is_file():
        _verify_package(Path(place), content)
        return
    at_address = re.match(r"https?://", place)
    progress = console.progress_on_terminal()
    with console.told():
        search = search_for(content) if content else None
        if at_address:
            differences = verify_address(place, progress, search.look) if search else verify_address(place, progress)
            leaks = tell_leaks(search.leaks()) if search else False
        else:
            differences = verify_folder(Path(place))
            leaks = _leaks_at(Path(place), content) if content else False
    progress("done", 0, 0)
    _tell_differences(differences)
    held = [] if at_address else [tell_still_public(still_public(Path(place))), tell_kept_beside(Path(place))]
    if not differences.is_clean or leaks or any(held):
        raise SystemExit(1)
    click.echo(f"{place} is as it was published")


def _tell_differences(verification: "Verification") -> None:
    kinds = {
        "changed": verification.changed,
        "missing": verification.missing,
        "untracked": verification.untracked,
        "taken down and still there": verification.served,
    }
    for name, paths in kinds.items():
        for path in paths:
            click.echo(f"{name}: {safe(path)}")


def _verify_package(package: Path, content: Path | None) -> None:
    """The same of a package, by the manifests inside it. What was put into it is no keeper's own file, but a change."""
    from sitegen.packing import verify_bag

    with console.told():
        try:
            with package.open("rb") as file:
                verification = verify_bag(file)
        except (OSError, ValueError) as failure:
            reason = str(getattr(failure, "strerror", "") or failure).lower()
            hint = "name a file that `sitegen pack` wrote"
            raise SitegenError(error("bad-zip", reason, Location(path=str(package)), hint=hint)) from failure
        search = search_for(content) if content else None
        if search:
            search.look(package.name, package.read_bytes())
        leaks = tell_leaks(search.leaks()) if search else False
    _tell_differences(verification)
    if not verification.intact or verification.untracked or leaks:
        raise SystemExit(1)
    click.echo(f"{package} is as it was packed")


def _leaks_at(folder: Path, content: Path) -> bool:
    """Tells what a site and the generation before it show of what is withheld; whether they do."""
    return tell_leaks(leaks_in(folder, content))
