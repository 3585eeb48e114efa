"""`sitegen export`: what a site publishes, as files of other programs."""

import builtins
import shutil
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner, Result

from sitegen.build import BuildOptions, build_site
from sitegen.cli import main
from sitegen.tables import TABLES, read_sheet


@pytest.fixture(scope="module")
def site(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("export") / "site"
    assert build_site(sample, output, BuildOptions(workers=1, search=False)).report
    return output


def exported(site: Path, folder: Path, *formats: str) -> Result:
    options = [part for name in formats for part in ("--format", name)]
    return CliRunner().invoke(main, ["export", str(folder), "--site", str(site), *options])


def test_the_database_is_that_of_the_site(site: Path, tmp_path: Path) -> None:
    """To the byte, with what Datasette shows beside it; nothing unfinished is left."""
    result = exported(site, tmp_path / "tables")
    assert result.exit_code == 0, result.output
    assert result.output.startswith("wrote 2 files (")
    assert {path.name for path in (tmp_path / "tables").iterdir()} == {"archive.sqlite", "datasette.json"}
    for name in ("archive.sqlite", "datasette.json"):
        assert (tmp_path / "tables" / name).read_bytes() == (site / "data" / name).read_bytes()


def test_parquet_holds_the_rows_with_their_types(site: Path, tmp_path: Path) -> None:
    """DuckDB reads days as days, flags as flags and figures as figures, and each row of each table."""
    assert exported(site, tmp_path, "parquet").exit_code == 0
    types = dict(
        duckdb.sql(f"SELECT column_name, column_type FROM (DESCRIBE '{tmp_path}/articles.parquet')").fetchall()
    )
    assert (types["day"], types["names_parent"], types["words"], types["kept"]) == (
        "DATE",
        "BOOLEAN",
        "BIGINT",
        "DOUBLE",
    )
    for table in TABLES:
        rows = duckdb.sql(f"SELECT * FROM '{tmp_path}/{table.name}.parquet'").fetchall()
        stored = [
            tuple(
                cell if cell is None or name != "day" else str(cell)
                for name, cell in zip(table.names, row, strict=True)
            )
            for row in rows
        ]
        assert stored == list(read_sheet(table, (site / "data" / f"{table.name}.csv").read_bytes())), table.name


def test_a_file_that_is_there_is_not_written_over(site: Path, tmp_path: Path) -> None:
    """Nothing is written then, not the other files either."""
    (tmp_path / "datasette.json").write_text("mine")
    result = exported(site, tmp_path)
    assert result.exit_code == 1
    assert "`datasette.json` is there already [cannot-write]" in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["datasette.json"]


def test_a_site_that_was_altered_is_refused(site: Path, tmp_path: Path) -> None:
    """Not the bytes that were published: nothing is made of them."""
    shutil.copytree(site, tmp_path / "site")
    sheet = tmp_path / "site/data/changes.csv"
    sheet.write_bytes(sheet.read_bytes().replace(b"figure", b"finger"))
    result = exported(tmp_path / "site", tmp_path / "tables")
    assert result.exit_code == 1
    assert "`data/changes.csv`: is not as it was published [site-changed]" in result.output
    assert list((tmp_path / "tables").iterdir()) == []


def test_a_folder_that_is_no_site_is_refused(tmp_path: Path) -> None:
    """It has no manifest."""
    result = exported(tmp_path, tmp_path / "tables")
    assert result.exit_code == 1
    assert "[no-manifest]" in result.output


def test_parquet_says_what_it_needs(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pyarrow the message names it and the command that installs it."""
    load = builtins.__import__

    def without(name: str, *rest: object) -> object:
        if name.startswith("pyarrow"):
            raise ImportError("none", name="pyarrow")
        return load(name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    result = exported(site, tmp_path, "parquet")
    assert result.exit_code == 1
    assert "`pyarrow` is needed to write Parquet [export-missing]" in result.output
    assert "[parquet]" in result.output


def test_a_disk_that_is_full_leaves_no_half_file(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason is told, and the folder holds nothing unfinished."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("sitegen.tables.fill_database", full)
    result = exported(site, tmp_path / "tables")
    assert result.exit_code == 1
    assert "no space left on device [cannot-write]" in result.output
    assert list((tmp_path / "tables").iterdir()) == []
