"""`sitegen check`"""

import json
import os
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

import click

from sitegen.cli import console
from sitegen.cli.options import DEFAULT_SITE, content_argument, default_site
from sitegen.cli.terminal_text import plural, safe_json
from sitegen.config import Config
from sitegen.diagnostics import Diagnostic, Location, SitegenError, error, has_errors, in_order, warning


@click.command(epilog="Exit codes: 0 no mistakes, 1 mistakes (with --strict, warnings too), 2 wrong usage.")
@content_argument
@click.option("--strict", is_flag=True, help="Exit with 1 on warnings too.")
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON, for editors.")
@click.option(
    "--host",
    type=click.Choice(["netlify", "cloudflare", "github", "s3"]),
    help="Also say what of the site that host will not take.",
)
@click.option(
    "--site",
    type=click.Path(path_type=Path),
    default=default_site,
    help=f"The built site that --host looks at.  [default: {DEFAULT_SITE}]",
)
def check(content: Path, strict: bool, as_json: bool, host: str | None, site: Path) -> None:
    """Tells every mistake in CONTENT in one run, each with its file, line, column and a hint. Writes nothing.

    \b
    Example:
      sitegen check archive
      sitegen check archive --json
      sitegen check archive --host netlify --site public
    """
    from sitegen.pipeline.build import theme_of
    from sitegen.read import proposals_for, read_archive

    articles = sources = 0
    try:
        archive, diagnostics = read_archive(content, today=today())
        diagnostics = in_order((*diagnostics, *theme_of(content, archive.config)[1]))
        articles, sources = len(archive.articles), len(archive.sources)
        if host:
            diagnostics = in_order((*diagnostics, *_of_host(host, site, archive.config)))
    except SitegenError as failure:
        diagnostics = failure.diagnostics
    refused = has_errors(diagnostics) or (strict and bool(diagnostics))
    if as_json:
        click.echo(safe_json(json.dumps(checked_json(diagnostics, articles, sources), indent=1)))
        raise SystemExit(1 if refused else 0)
    if refused:
        console.refuse(diagnostics)
    console.tell(diagnostics)
    for proposal in proposals_for(content, archive.config):
        console.note(proposal)
    click.echo(f"no mistakes in {plural(articles, 'article')} from {plural(sources, 'source')}")


def _of_host(name: str, site: Path, config: Config) -> tuple[Diagnostic, ...]:
    """What a host will not take of the site, or not obey. Raises SitegenError where no site has been built."""
    from sitegen.publish.hosts import HOSTS, check_site

    place = Location(path=str(site))
    try:
        problems = check_site(site, HOSTS[name])
    except (OSError, ValueError) as failure:
        message = "there is no site here, so nothing can be said of what the host will take"
        hint = f"build it first: sitegen build --output {site}"
        raise SitegenError(error("host-without-site", message, place, hint=hint)) from failure
    if config.base_url == Config().base_url:
        message = "`base_url` is not set, so feeds, sitemaps and previews name an address that is nowhere"
        problems += (warning("no-address", message, place, hint="set `base_url` in site.toml, and build again"),)
    return problems


def checked_json(diagnostics: Iterable[Diagnostic], articles: int, sources: int) -> dict[str, object]:
    """What was found, sorted by file and place; docs/schema/check.schema.json describes it."""
    ordered = in_order(diagnostics)
    return {
        "articles": articles,
        "sources": sources,
        "errors": sum(1 for problem in ordered if problem.severity == "error"),
        "warnings": sum(1 for problem in ordered if problem.severity == "warning"),
        "diagnostics": [
            {
                "severity": problem.severity,
                "code": problem.code,
                "message": problem.message,
                "path": problem.location.path,
                "line": problem.location.line,
                "column": problem.location.column,
                "width": problem.width,
                "source_line": problem.source_line,
                "hint": problem.hint,
            }
            for problem in ordered
        ],
    }


def today() -> date:
    """The day in Greenwich, or that of SOURCE_DATE_EPOCH (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.now(UTC).date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError) as failure:
        raise click.UsageError("SOURCE_DATE_EPOCH must be a number of seconds since 1970") from failure
