"""`sitegen check`"""

import json
import os
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

import click

from sitegen.cli import console
from sitegen.cli.options import content_argument
from sitegen.cli.terminal_text import plural, safe_json
from sitegen.diagnostics import Diagnostic, SitegenError, has_errors, in_order


@click.command(epilog="Exit codes: 0 no mistakes, 1 mistakes (with --strict, warnings too), 2 wrong usage.")
@content_argument
@click.option("--strict", is_flag=True, help="Exit with 1 on warnings too.")
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON, for editors.")
def check(content: Path, strict: bool, as_json: bool) -> None:
    """Tells every mistake in CONTENT in one run, each with its file, line, column and a hint. Writes nothing.

    \b
    Example:
      sitegen check archive
      sitegen check archive --json
    """
    from sitegen.read import read_archive

    articles = sources = 0
    try:
        archive, diagnostics = read_archive(content, today=today())
        articles, sources = len(archive.articles), len(archive.sources)
    except SitegenError as failure:
        diagnostics = failure.diagnostics
    refused = has_errors(diagnostics) or (strict and bool(diagnostics))
    if as_json:
        click.echo(safe_json(json.dumps(checked_json(diagnostics, articles, sources), indent=1)))
        raise SystemExit(1 if refused else 0)
    if refused:
        console.refuse(diagnostics)
    console.tell(diagnostics)
    click.echo(f"no mistakes in {plural(articles, 'article')} from {plural(sources, 'source')}")


def checked_json(diagnostics: Iterable[Diagnostic], articles: int, sources: int) -> dict[str, object]:
    """What was found, sorted by file and place; docs/schema/check.schema.json describes it."""
    ordered = in_order(diagnostics)
    return {
        "articles": articles,
        "sources": sources,
        "errors": sum(1 for one in ordered if one.severity == "error"),
        "warnings": sum(1 for one in ordered if one.severity == "warning"),
        "diagnostics": [
            {
                "severity": one.severity,
                "code": one.code,
                "message": one.message,
                "path": one.location.path,
                "line": one.location.line,
                "column": one.location.column,
                "width": one.width,
                "source_line": one.source_line,
                "hint": one.hint,
            }
            for one in ordered
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
