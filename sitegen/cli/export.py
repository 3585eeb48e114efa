"""`sitegen export`"""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli import console
from sitegen.cli.options import DEFAULT_SITE, default_site
from sitegen.diagnostics import Location, SitegenError, error
from sitegen.distribution import install_command

if TYPE_CHECKING:
    from sitegen.cli.site_tables import SiteTables
    from sitegen.tables import Table

_FORMATS = ("sqlite", "parquet")
Write = Callable[[Path], None]


@click.command(epilog="Exit codes: 0 written; 1 refused, or a file could not be written; 2 wrong usage.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--site",
    type=click.Path(path_type=Path),
    default=default_site,
    help=f"The folder that `sitegen build` wrote.  [default: {DEFAULT_SITE}]",
)
@click.option(
    "--format",
    "formats",
    type=click.Choice(_FORMATS),
    multiple=True,
    default=("sqlite",),
    show_default=True,
    help="What to write; may be given several times.",
)
def export(folder: Path, site: Path, formats: tuple[str, ...]) -> None:
    """Writes what a site publishes into DIR as a database or as Parquet, however large it is.

    \b
    Example:
      sitegen export tables --format sqlite --format parquet
      datasette tables/archive.sqlite --metadata tables/datasette.json
    """
    from sitegen.cli.site_tables import SiteTables
    from sitegen.tables import TABLES

    with console.told():
        tables = SiteTables(site)
        writers: dict[str, Write] = {}
        if "sqlite" in formats:
            writers["archive.sqlite"] = lambda path: _write_database(path, tables)
            writers["datasette.json"] = lambda path: _write_new(path, tables.datasette())
        if "parquet" in formats:
            writers |= {f"{table.name}.parquet": _parquet_writer(table, tables) for table in TABLES}
        for name in writers:
            if os.path.lexists(folder / name):
                raise _refused("cannot-write", folder / name, "is there already", "remove it, or name another folder")
        for name, write in writers.items():
            _put(folder, name, write)
    size = sum((folder / name).stat().st_size for name in writers) / 1_000_000
    click.echo(f"wrote {console.count(len(writers), 'file', 'files')} ({size:.1f} MB) to {folder}")


def _put(folder: Path, name: str, write: Write) -> None:
    """The file under a hidden name until it is whole, so that one of this name is never half of one."""
    unfinished = folder / f".{name}.sitegen-{os.getpid()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write(unfinished)
        os.link(unfinished, folder / name)
    except ImportError as failure:
        reason = f"`{failure.name}` is needed to write Parquet"
        raise SitegenError(
            error("export-missing", reason, Location(path=name), hint=install_command("parquet"))
        ) from failure
    except (OSError, sqlite3.Error) as failure:
        reason = str(getattr(failure, "strerror", "") or failure).lower()
        raise _refused("cannot-write", folder / name, reason, "make room, or name another folder") from failure
    finally:
        with suppress(OSError):
            unfinished.unlink()


def _refused(code: str, path: Path, reason: str, hint: str) -> SitegenError:
    return SitegenError(error(code, f"`{path.name}` {reason}", Location(path=str(path)), hint=hint))


def _write_database(path: Path, tables: "SiteTables") -> None:
    from sitegen.tables import fill_database, steady_header

    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        fill_database(connection, tables.parts())
    with path.open("r+b") as file:
        header = steady_header(file.read(100))
        file.seek(0)
        file.write(header)


def _write_new(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def _parquet_writer(table: "Table", tables: "SiteTables") -> Write:
    def write(path: Path) -> None:
        from sitegen.tables.parquet import write_parquet

        with path.open("wb") as file:
            write_parquet(file, table, (rows for _, rows in tables.parts([table])))

    return write
