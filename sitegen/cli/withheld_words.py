"""What is withheld and public all the same, found and told: for `build`, `publish`, `verify` and `withdraw`."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli import console
from sitegen.cli.terminal_text import safe
from sitegen.diagnostics import Location, SitegenError, error, has_errors, warning

if TYPE_CHECKING:
    from sitegen.publish.leaks import Leak, Search
    from sitegen.read import Archive


def search_for(content: Path) -> "Search":
    """A search for all words that the archive in `content` withholds. Raises SitegenError for one with errors."""
    from sitegen.read import read_archive

    archive, diagnostics = read_archive(content)
    if has_errors(diagnostics):
        raise SitegenError(*diagnostics)
    return search_in(archive)


def search_in(archive: "Archive") -> "Search":
    """The same for an archive that was read."""
    from sitegen.publish.leaks import in_search_of

    full = [article for article in archive.articles if article.rights == "full"]
    partly = [article for article in archive.articles if article.rights != "full"]
    return in_search_of((*partly, *archive.withdrawn_articles), full, _facts(archive), archive.config.excerpt_share)


def leaks_in(folder: Path, content: Path) -> "tuple[Leak, ...]":
    """What a site and the generation before it, each by itself, show of what `content` withholds."""
    from sitegen.publish import previous_of
    from sitegen.publish.leaks import Leak, folder_leaks

    previous = previous_of(folder.resolve())
    leaks: list[Leak] = []
    try:
        leaks += folder_leaks(folder, search_for(content))
        if previous.is_dir():
            beside = folder_leaks(previous, search_for(content))
            leaks += [Leak(article=leak.article, path=f"{previous}/{leak.path}", runs=leak.runs) for leak in beside]
    except OSError as failure:
        reason = (failure.strerror or str(failure)).lower()
        raise SitegenError(
            error("unreadable", f"this cannot be read: {reason}", Location(path=str(folder)))
        ) from failure
    return tuple(leaks)


def tell_leaks(leaks: "Sequence[Leak]") -> bool:
    """Says which files show withheld words; whether any do."""
    for leak in leaks:
        runs = console.count(leak.runs, "run", "runs")
        click.echo(f"withheld words: {safe(leak.path)}: {runs} of words of {safe(leak.article)}")
    return bool(leaks)


def tell_still_public(held: Mapping[str, Sequence[str]]) -> bool:
    """Warns of destinations, articles by address, that show what the site withholds; whether there are any."""
    console.tell(
        warning(
            "still-public",
            f"`{address}` still shows what is withheld now: {console.named(articles)}",
            Location(path=address),
            hint=f"`sitegen publish {address}` removes it there",
        )
        for address, articles in sorted(held.items())
    )
    return bool(held)


def tell_kept_beside(output: Path) -> bool:
    """Warns where the generation before still shows what the site withholds: a disk that refused to delete it."""
    from sitegen.publish import kept_beside, previous_of

    previous, kept = previous_of(output.resolve()), kept_beside(output)
    if kept:
        message = f"`{previous}` still shows what is withheld now: {console.named(kept)}"
        place = Location(path=str(previous))
        console.tell([warning("still-public", message, place, hint="delete that folder, or build again")])
    return bool(kept)


def _facts(archive: "Archive") -> Iterator[str]:
    """What an editor wrote, or what marks itself as a headline: no text of an article."""
    yield from (archive.config.title, archive.config.description, archive.config.notice)
    for article in archive.articles:
        yield from (article.headline, article.author, article.credit, article.dateline, article.license, article.notes)
        yield from (article.url, article.archived, article.path, *article.tags)
    for note in archive.notes:
        yield from (note.title, note.summary, note.notes)
    for source in archive.sources:
        yield from (source.name, source.notes)
