"""`sitegen withdraw`"""

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from sitegen.cli import console
from sitegen.cli.options import DEFAULT_CONTENT, DEFAULT_SITE, default_content, default_site, switch_option
from sitegen.cli.terminal_text import safe
from sitegen.diagnostics import Location, SitegenError, error

if TYPE_CHECKING:
    from sitegen.pipeline.build import BuildOptions
    from sitegen.publish import Manifest
    from sitegen.read import Archive


@click.command(
    epilog="Exit codes: 0 taken down; 1 refused, or its words are still in a file; 2 wrong usage. State is in the"
    " content and nowhere else, so every later build keeps it down."
)
@click.argument("article", metavar="ARTICLE")
@click.option(
    "--content",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=default_content,
    show_default=DEFAULT_CONTENT,
    help="The archive that the article is in.",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    default=default_site,
    show_default=DEFAULT_SITE,
    help="The site that shows it.",
)
@click.option("--destination", metavar="DEST", help="Where the site was uploaded to; cleaned too.")
@switch_option
def withdraw(
    article: str, content: Path, output: Path, destination: str | None, switching: Literal["exchange", "in-place"]
) -> None:
    """Takes ARTICLE, an id or a path, down: from the content, the site, the site before it, and DEST.

    Writes `withdrawn: true` into its file, or its id into `withdrawn` of site.toml where the file is gone; builds the
    site without it, publishes that to DEST, prints what was removed, and searches every file of the site for its words.

    \b
    Example:
      sitegen withdraw stories/ferry/courier.md --content archive --destination s3://example-bucket/archive
    """
    from sitegen.cli.withdraw_write import declare_withdrawn
    from sitegen.pipeline.build import build_site
    from sitegen.publish import manifest_or_none, previous_of
    from sitegen.read import read_archive

    before = manifest_or_none(output.resolve())
    had_previous = previous_of(output.resolve()).is_dir()
    with console.told("nothing was taken down"):
        archive, _ = read_archive(content)
        article_id = _meant(article, content, archive, before)
        click.echo(f"{safe(declare_withdrawn(content, archive, article_id))}: {safe(article_id)} is withdrawn")
    progress = console.progress_on_terminal()
    with console.told("it is withdrawn in the content, and nothing was published"):
        result = build_site(content, output, _as_before(content, before, switching), progress)
    progress("done", 0, 0)
    if result.report is None:
        note = "it is withdrawn in the content, and nothing was published: mend these, and run the command again"
        console.refuse(result.diagnostics, note=note)
    after = manifest_or_none(output.resolve())
    _tell_removed(output, (before.entries.keys() if before else set()) - (after.entries.keys() if after else set()))
    if had_previous and not previous_of(output.resolve()).exists():
        click.echo(f"{output}: the generation before is removed")
    if destination:
        _clean(output, destination)
    _search(content, output)


def _meant(name: str, content: Path, archive: "Archive", standing: "Manifest | None") -> str:
    """The id of the article with that id or path; of one that is gone, an id that the site still knows."""
    from sitegen.read.hints import did_you_mean

    there = {known_article.path: known_article.id for known_article in (*archive.articles, *archive.withdrawn_articles)}
    inside = Path(os.path.relpath(name, content)).as_posix()
    published = {*standing.shown, *standing.withheld.articles} if standing else set()
    ids = {*there.values(), *archive.withdrawn, *published}
    if name in ids:
        return name
    if name in there or inside in there:
        return there.get(name) or there[inside]
    hint = did_you_mean(name, ids) or "write the id of an article, or the path of its file; `sitegen group` lists them"
    message = f"`{safe(name)}` is no article of `{content}`, and the site shows none of that id"
    raise SitegenError(error("unknown-article", message, Location(path=str(content)), hint=hint))


def _as_before(
    content: Path, standing: "Manifest | None", switching: Literal["exchange", "in-place"]
) -> "BuildOptions":
    """The options that the site was built with, as far as its manifest tells."""
    from sitegen.cli.build import cache_beside
    from sitegen.pipeline.build import BuildOptions

    settings = json.loads(standing.content).get("settings", {}) if standing else {}
    address = settings.get("base_url", "")
    return BuildOptions(
        base_url=address if isinstance(address, str) else "",
        search=settings.get("search") is not False,
        cache=cache_beside(content),
        switching=switching,
    )


def _tell_removed(place: object, paths: Iterable[str]) -> None:
    removed = sorted(paths)
    for path in removed:
        click.echo(f"removed: {safe(path)}")
    click.echo(f"{place}: {console.count(len(removed), 'file', 'files')} removed, the others show nothing of it")


def _clean(output: Path, destination: str) -> None:
    from sitegen.publish import note_destination, open_destination, plan_upload, upload

    progress = console.progress_on_terminal()
    with console.told(f"`{output}` is clean, and {destination} is not: run the command again"):
        there = open_destination(destination)
        plan = plan_upload(output, there, destination)
        note_destination(output, destination, plan.shown)
        upload(output, there, plan, progress)
        note_destination(output, destination, plan.site.shown)
    progress("done", 0, 0)
    _tell_removed(destination, plan.deletions)


def _search(content: Path, output: Path) -> None:
    """The proof; and what else holds it."""
    from sitegen.cli.withheld_words import leaks_in, tell_kept_beside, tell_leaks, tell_still_public
    from sitegen.publish import still_public

    with console.told():
        leaks = leaks_in(output, content)
    tell_still_public(still_public(output))
    if any([tell_leaks(leaks), tell_kept_beside(output)]):
        raise SystemExit(1)
