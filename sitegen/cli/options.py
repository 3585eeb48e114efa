"""Arguments that several commands share."""

from pathlib import Path

import click

content_argument = click.argument(
    "content", type=click.Path(path_type=Path), default=Path("content"), required=False, metavar="[CONTENT]"
)

switch_option = click.option(
    "--switch",
    "switching",
    type=click.Choice(["exchange", "in-place"]),
    default="exchange",
    show_default=True,
    help="How the site is put in place; in-place is for a server that holds the folder open.",
)


def address(_context: click.Context, _option: click.Parameter, value: str | None) -> str:
    """Checks `--base-url` before any work is done."""
    from sitegen.config import Config, with_base_url

    if not value:
        return ""
    try:
        return with_base_url(Config(), value).base_url
    except ValueError as failure:
        raise click.BadParameter(f"{failure}; write it like https://example.org/") from failure
