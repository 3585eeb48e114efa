"""Arguments that several commands share."""

from pathlib import Path

import click


def default_content() -> Path:
    """The archive where no command names one: the current folder where it has settings, else `content`."""
    return Path(".") if _is_in_archive() else Path("content")


def default_site() -> Path:
    """Where the site is, where no command says it: `public`, and beside the archive for one who stands in it.

    In the archive itself it may not be, and so it is where a build from the folder above puts it.
    """
    return Path("../public") if _is_in_archive() else Path("public")


def _is_in_archive() -> bool:
    return Path("site.toml").is_file()


DEFAULT_CONTENT = "the current folder if site.toml is in it, else content"
DEFAULT_SITE = "public; ../public if site.toml is in the current folder"
"""How help texts say it."""
content_argument = click.argument(
    "content", type=click.Path(path_type=Path), default=default_content, required=False, metavar="[CONTENT]"
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


def engine(_context: click.Context, _option: click.Parameter, value: str | None) -> str:
    """Checks `--engine`; empty where it is not given."""
    from sitegen.engine import is_engine

    if value and not is_engine(value):
        raise click.BadParameter(f"`{value}` is no engine; write here, pool, dask or dask:tcp://host:8786")
    return value or ""
