"""`sitegen edition`"""

import json
import os
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli import console
from sitegen.cli.check import today
from sitegen.cli.options import content_argument

if TYPE_CHECKING:
    from sitegen.read import Archive
    from sitegen.record import RecordedStory


def _day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> date:
    if value is None:
        return today()
    try:
        return date.fromisoformat(value)
    except ValueError as failure:
        raise click.BadParameter("write a day like 2031-05-02") from failure


@click.command(epilog="Exit codes: 0 recorded, or nothing had changed, 1 refused by the content, 2 wrong usage.")
@content_argument
@click.option("--date", "day", callback=_day, metavar="DAY", help="The day of the edition.  [default: today]")
def edition(content: Path, day: date) -> None:
    """Records an edition of the archive in CONTENT: what it holds, what changed, where sentences went that were edited.

    Writes `editions.toml` beside the articles; keep it with them. Pages then name the edition, list what changed, and
    links to sentences that were edited since lead on or say so. Builds the archive aside to see what pages show.

    \b
    Example:
      sitegen edition archive --date 2031-05-02
    """
    from sitegen.build import BuildOptions, build_site
    from sitegen.read import read_archive
    from sitegen.record import EDITIONS, with_edition, written

    with console.told("nothing was recorded"), tempfile.TemporaryDirectory(prefix="sitegen-edition-") as aside:
        archive, _ = read_archive(content)
        last = archive.editions.days[-1] if archive.editions.days else None
        if last and day < last:
            raise click.UsageError(f"the last edition is of {last.isoformat()}: a new one cannot be older")
        site = Path(aside, "site")
        result = build_site(content, site, BuildOptions(search=False))
        if result.report is None:
            console.refuse(result.diagnostics, note="nothing was recorded")
        editions, changed = with_edition(archive.editions, day, _stories(archive, site))
        if not changed and last:
            click.echo(f"nothing has changed since the edition of {last.isoformat()}; nothing was recorded")
            return
        _replace(content / EDITIONS, written(editions))
    stories = console.count(changed, "story", "stories")
    click.echo(f"recorded the edition of {day.isoformat()} in {content / EDITIONS}: {stories} new or changed")


def _stories(archive: "Archive", site: Path) -> Iterator["RecordedStory"]:
    """The stories of a site as an edition records them; an article on its own has no page of a story."""
    from sitegen.record import LinkedSentence, RecordedStory, fingerprint_of

    digests = {article.id: article.digest for article in archive.articles}
    for path in sorted(site.glob("data/stories/*.json")):
        story = json.loads(path.read_text(encoding="utf-8"))
        # A sentence that copies added stands beside the text, and comes and goes with what else is shown there.
        units = [
            unit
            for collation in story["collation"][:1]
            for unit in collation["units"]
            if unit["id"] and not unit["added"]
        ]
        yield RecordedStory(
            id=story["id"],
            articles={article["id"]: digests[article["id"]] for article in story["articles"]},
            passages=tuple(LinkedSentence(id=unit["id"], fingerprint=fingerprint_of(unit["text"])) for unit in units),
        )


def _replace(path: Path, text: str) -> None:
    """Writes a file whole or not at all."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, prefix=".editions-", delete=False) as file:
        file.write(text)
    os.replace(file.name, path)
