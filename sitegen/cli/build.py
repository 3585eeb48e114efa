"""`sitegen build`"""

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import click

from sitegen.cli import console
from sitegen.cli.options import DEFAULT_SITE, address, content_argument, default_site, engine, switch_option
from sitegen.diagnostics import has_errors
from sitegen.pipeline.unchanged import BuildRequest, check_folders


@click.command(
    epilog="Exit codes: 0 published, 1 refused because of the content (nothing published has changed), 2 wrong usage."
)
@content_argument
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    default=default_site,
    help=f"Where the site goes.  [default: {DEFAULT_SITE}]",
)
@click.option("--base-url", callback=address, help="Where the site will stand, instead of base_url in site.toml.")
@click.option("--strict", is_flag=True, help="Refuse to publish on warnings too.")
@click.option("--workers", type=click.IntRange(min=1), help="Processes to use.  [default: the cores there are]")
@click.option(
    "--engine",
    callback=engine,
    metavar="[here|pool|dask[:ADDRESS]]",
    help="Where work runs: this process, processes of this machine, a Dask cluster.  [default: whichever pays]",
)
@click.option("--no-search", is_flag=True, help="Leave the search index out.")
@click.option(
    "--cache",
    type=click.Path(path_type=Path, readable=False),
    help="Folder of the build cache.  [default: .sitegen beside CONTENT]",
)
@click.option("--no-cache", is_flag=True, help="Build everything anew, and remember nothing.")
@click.option("--explain", is_flag=True, help="Say what was built and written, and why.")
@switch_option
@click.option("--profile", is_flag=True, help="Print what each stage took, as a table and as JSON.")
def build(
    content: Path,
    output: Path,
    base_url: str,
    strict: bool,
    workers: int | None,
    engine: str,
    no_search: bool,
    cache: Path | None,
    no_cache: bool,
    explain: bool,
    switching: Literal["exchange", "in-place"],
    profile: bool,
) -> None:
    """Builds the archive in CONTENT and publishes it at --output, whole or not at all.

    \b
    Example:
      sitegen build archive --output public --base-url https://example.org/
    """
    kept = None if no_cache else cache or cache_beside(content)
    decisive = (base_url or "", strict, no_search)
    request = BuildRequest(content=content, output=output, cache=kept, options=decisive) if kept else None
    last = check_folders(request) if request else None
    if last and last.earlier:
        if explain:
            console.explain(
                "everything", "kept: content, theme, settings, program and published files are as they were"
            )
        console.tell(last.earlier.diagnostics)
        console.report(last.earlier.report, str(output))
        _tell_still_public(output)
        return
    click.get_current_context().with_resource(_without_collecting())
    from sitegen.pipeline.build import BuildOptions, build_site

    options = BuildOptions(
        base_url=base_url,
        strict=strict,
        workers=workers or 0,
        engine=engine,
        search=not no_search,
        cache=kept,
        switching=switching,
        explain=console.explain if explain else lambda *_: None,
    )
    progress = console.progress_on_terminal()
    with console.told("nothing was published"):
        result = build_site(content, output, options, progress)
    progress("done", 0, 0)
    for note in result.notes:
        console.note(note)
    if result.report is None:
        strictly = "" if has_errors(result.diagnostics) else " (--strict)"
        console.refuse(result.diagnostics, note=f"nothing was published{strictly}")
    console.tell(result.diagnostics)
    console.report(result.report, str(output))
    kept_beside = bool(result.report.withheld) and _tell_kept_beside(output)
    # What could not be deleted is tried again by the next build, which must not find that nothing has changed.
    if last and not result.report.left_out and not kept_beside:
        last.remember(result.report, result.diagnostics, result.left)
    _tell_still_public(output)
    if kept and not (os.path.isdir(kept) and os.access(kept, os.R_OK | os.W_OK | os.X_OK)):
        console.note(f"the cache `{kept}` is no folder that can be read and written; all was built anew")
    if profile:
        console.profile(result.report)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Looks for no cycles but those of the build itself, which has a measure of its own.

    Modules that are imported make none that could be freed, and to look was a fifth of importing them; nor does what a
    build leaves, and of 10,000 articles that is .2 CPU seconds when it ends and as much when the interpreter does.
    """
    usual = gc.get_threshold()
    gc.set_threshold(0)
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(*usual)


def _tell_kept_beside(output: Path) -> bool:
    from sitegen.cli.withheld_words import tell_kept_beside

    return tell_kept_beside(output)


def _tell_still_public(output: Path) -> None:
    """Warns of places that still show what the site withholds. Asks no network."""
    target = output.resolve()
    # Most sites were never uploaded from here: nothing is imported, nor the manifest read, to find that out.
    if os.path.exists(target.with_name(f".{target.name}.sitegen-destinations")):
        from sitegen.cli.withheld_words import tell_still_public
        from sitegen.publish import still_public

        tell_still_public(still_public(output))


def cache_beside(content: Path) -> Path | None:
    """Where the cache goes when nobody says: beside the content, unless that folder is not meant to be written to."""
    parent = content.resolve().parent
    try:
        is_writable = parent.stat().st_mode & 0o222
    except OSError:
        return None
    return parent / ".sitegen" if is_writable and os.access(parent, os.W_OK) else None
