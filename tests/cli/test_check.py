"""`sitegen check`: JSON for editors, and which clock it goes by."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from sitegen.cli import main

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs" / "schema" / "check.schema.json").read_text("utf-8"))
MISTAKES = sorted(path.parent for path in (ROOT / "tests" / "mistakes").glob("*/content"))


def run(*arguments: str | Path, epoch: str | None = None) -> Result:
    return CliRunner(env={"SOURCE_DATE_EPOCH": epoch}).invoke(main, ["check", *(str(one) for one in arguments)])


def found(result: Result) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(result.stdout)
    assert list(map(str, Draft202012Validator(SCHEMA).iter_errors(data))) == []
    return data


@pytest.mark.parametrize("case", MISTAKES, ids=lambda case: case.name)
def test_json_of_every_mistake_keeps_to_its_schema(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an editor reads is what a terminal is told: the same codes, places and hints, in the order of the files."""
    monkeypatch.chdir(case)
    printed = run("content", "--json", epoch="1956441600")
    data = found(printed)
    told = run("content", epoch="1956441600").stderr
    ones = data["diagnostics"]
    assert printed.stderr == ""
    assert data["errors"] == sum(one["severity"] == "error" for one in ones)
    assert data["errors"] + data["warnings"] == len(ones)
    assert printed.exit_code == (1 if data["errors"] else 0)
    places = [(one["path"], one["line"], one["column"]) for one in ones]
    assert places == sorted(places)
    if all(one["path"].isprintable() for one in ones):
        assert all(f"{one['path']}:{one['line']}:{one['column']}: {one['severity']}" in told for one in ones)


def test_a_diagnostic_has_all_that_an_editor_needs(tmp_path: Path) -> None:
    """Severity, code, message, path, line, column, width, the line itself and the next step."""
    (tmp_path / "a.md").write_text("---\nsorce: x\n---\nText.\n", encoding="utf-8")
    result = run(tmp_path, "--json")
    assert result.exit_code == 1
    assert found(result)["diagnostics"] == [
        {
            "severity": "error",
            "code": "unknown-field",
            "message": "`sorce` is not a field of an article",
            "path": f"{tmp_path}/a.md",
            "line": 2,
            "column": 1,
            "width": 5,
            "source_line": "sorce: x",
            "hint": "did you mean `source`?",
        }
    ]


def test_json_where_there_is_no_folder(tmp_path: Path) -> None:
    """What cannot be read at all is JSON too."""
    result = run(tmp_path / "none", "--json")
    assert (result.exit_code, found(result)["diagnostics"][0]["code"]) == (1, "no-folder")


def test_json_commands_no_terminal(tmp_path: Path) -> None:
    """Whatever a file's name and lines hold, JSON is ASCII without controls."""
    (tmp_path / "a\x1b]0;x.md").write_text("---\nsorce: \u202e\x7f\n---\nText.\n", encoding="utf-8")
    printed = run(tmp_path, "--json").stdout
    assert printed.isascii()
    assert all(one.isprintable() or one == "\n" for one in printed)


def test_a_schema_is_strict() -> None:
    """Control: a diagnostic without its hint, or with more than is described, breaks the schema."""
    one = dict.fromkeys(("severity", "code", "message", "path", "source_line"), "x")
    data = {"articles": 0, "sources": 0, "errors": 0, "warnings": 0, "diagnostics": [{**one, "line": 1, "column": 1}]}
    assert any(Draft202012Validator(SCHEMA).iter_errors(data))
    assert any(Draft202012Validator(SCHEMA).iter_errors({**data, "diagnostics": [], "more": 1}))


DATED = "---\ntitle: The ferry stays\npublished: {day}\n---\nThe ferry stayed in port.\n"


@pytest.mark.parametrize(("day", "told"), [("2031-03-03", 0), ("2031-03-04", 0), ("2031-03-05", 1)])
def test_the_clock_is_that_of_source_date_epoch(tmp_path: Path, day: str, told: int) -> None:
    """The day after today is not to come: at the other side of the earth it is there."""
    (tmp_path / "a.md").write_text(DATED.format(day=day), encoding="utf-8")
    data = found(run(tmp_path, "--json", epoch="1930262400"))
    assert [one["code"] for one in data["diagnostics"]] == ["future-date"] * told


def test_an_epoch_that_is_no_number(tmp_path: Path) -> None:
    """Wrong usage, and no traceback."""
    (tmp_path / "a.md").write_text("Text.\n", encoding="utf-8")
    assert run(tmp_path, epoch="tomorrow").exit_code == run(tmp_path, epoch="9" * 40).exit_code == 2


def test_strict_is_told_of_oddities(tmp_path: Path) -> None:
    """A date to come is a warning; with --strict the exit code says so, with JSON too."""
    (tmp_path / "a.md").write_text(DATED.format(day="2931-03-03"), encoding="utf-8")
    assert run(tmp_path).exit_code == 0
    assert run(tmp_path, "--strict").exit_code == run(tmp_path, "--strict", "--json").exit_code == 1


def test_no_build_asks_the_clock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same archive builds the same site and says the same at any time."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.md").write_text(DATED.format(day="2931-03-03"), encoding="utf-8")
    sites = []
    for name, epoch in (("early", "0"), ("late", "99999999999")):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        made = ["build", str(tmp_path / "in"), "--output", str(tmp_path / name), "--no-search", "--no-cache"]
        result = CliRunner().invoke(main, [*made, "--strict", "--workers", "1"])
        assert (result.exit_code, result.stderr) == (0, "")
        sites.append({one.name: one.read_bytes() for one in (tmp_path / name).rglob("*") if one.is_file()})
    assert sites[0] == sites[1]
