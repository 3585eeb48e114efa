"""`sitegen pack`"""

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli import console
from sitegen.cli.options import DEFAULT_SITE, default_site
from sitegen.diagnostics import Location, SitegenError, error, has_errors

if TYPE_CHECKING:
    from sitegen.importing import KeptOriginal


@click.command(epilog="Exit codes: 0 written; 1 refused, or the file could not be written; 2 wrong usage.")
@click.argument("story")
@click.option(
    "--site",
    type=click.Path(path_type=Path),
    default=default_site,
    help=f"The folder that `sitegen build` wrote.  [default: {DEFAULT_SITE}]",
)
@click.option(
    "--content",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Also take the originals that `sitegen add` kept in this content folder, where rights allow.",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    help="The file to write.  [default: the id of the story, and .zip]",
)
def pack(story: str, site: Path, content: Path | None, output: Path | None) -> None:
    """Packs what a site publishes of STORY, by its id, into a zip that anyone can check: a bag with RO-Crate metadata.

    \b
    Example:
      sitegen pack ferry --content archive
      sitegen verify ferry.zip
    """
    from sitegen.cli.site_tables import SiteTables
    from sitegen.packing import bag_information, make_bag, pack_story
    from sitegen.views.addresses import story_data_path

    target = output or Path(f"{story}.zip")
    with console.told():
        tables = SiteTables(site)
        if story_data_path(story) not in tables.site:
            hint = "name a story by its id, as data/archive.json lists it; an article on its own has no package"
            raise SitegenError(
                error("unknown-story", f"there is no story `{story}`", Location(path=str(site)), hint=hint)
            )
        if os.path.lexists(target):
            message = f"`{target.name}` is there already"
            place = Location(path=str(target))
            raise SitegenError(error("cannot-write", message, place, hint="remove it, or name another file"))
        originals = _originals(content, tables.site.read(story_data_path(story))) if content else []
        payload = pack_story(tables.site, story, tables.parts(), tables.title, originals)
        bag = make_bag(story, payload, bag_information(tables.title, payload))
        _put(target, bag)
    for original in originals:
        if original.left_out:
            click.echo(f"left out: {original.path}: {original.left_out}")
    click.echo(f"packed {console.count(len(payload), 'file', 'files')} ({len(bag) / 1_000_000:.1f} MB) as {target}")


def _originals(content: Path, data: bytes) -> "list[KeptOriginal]":
    """The originals of the articles of a story, where their files are still those that the site was made of."""
    import json

    from sitegen.importing import Shelf, originals_of
    from sitegen.read import read_archive

    archive, diagnostics = read_archive(content)
    if has_errors(diagnostics):
        raise SitegenError(*diagnostics)
    held = {article.path: article for article in archive.articles}
    digests = {article.id: article.digest for article in archive.articles}
    same = [entry["id"] for entry in json.loads(data)["articles"] if digests.get(entry["id"]) == entry["digest"]]
    shelf = Shelf(content, archive.config, {source.id: source for source in archive.sources})
    return list(originals_of(shelf, same, held, archive.config.limits))


def _put(target: Path, content: bytes) -> None:
    unfinished = target.with_name(f".{target.name}.sitegen-{os.getpid()}")
    try:
        unfinished.write_bytes(content)
        os.link(unfinished, target)
    except OSError as failure:
        reason = (failure.strerror or str(failure)).lower()
        place = Location(path=str(target))
        raise SitegenError(error("cannot-write", f"`{target.name}`: {reason}", place, hint="make room")) from failure
    finally:
        with suppress(OSError):
            unfinished.unlink()
