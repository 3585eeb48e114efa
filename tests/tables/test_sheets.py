"""Cells of CSV files: what a spreadsheet must not run, and what must come back as it was."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.tables import BY_NAME, Row, read_sheet, sheet_lines, sheets
from sitegen.tables.csvfiles import harmless, restored

SOURCES = BY_NAME["sources"]
CHANGES = BY_NAME["changes"]


def source(name: str) -> Row:
    return ("post", name, "newspaper", None, None, "en")


def cells(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode(), newline="")))


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("https://a.example")', "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_text_begins_as_a_formula(text: str) -> None:
    """A spreadsheet is given a text that it shows and does not run."""
    ((content, _),) = sheets(SOURCES, sheet_lines([source(text)]), 1)
    assert cells(content)[1][1] == f"'{text}"
    assert [row[1] for row in read_sheet(SOURCES, content)] == [text]


def test_numbers_stay_numbers() -> None:
    """A negative figure in a column of figures is one, and a share is written with its point."""
    row: Row = ("s", "a", "b", "text", -3, "c-1", "figure", "changed", 0.5, "-3", "4", "It changed.", "p/")
    ((content, _),) = sheets(CHANGES, sheet_lines([row]), 1)
    assert cells(content)[1][4:10] == ["-3", "c-1", "figure", "changed", "0.5", "'-3"]
    assert list(read_sheet(CHANGES, content)) == [row]


@given(st.text(alphabet=st.sampled_from("'=+-@\t\r\n,\"a\u4e00 ")) | st.text(st.characters(exclude_categories=["Cs"])))
def test_every_text_comes_back(text: str) -> None:
    """Whatever a text holds, the file holds it, and nothing in the file begins as a formula."""
    assert restored(harmless(text)) == text
    assert harmless(text)[:1] not in {*"=+-@\t\r"}
    ((content, _),) = sheets(SOURCES, sheet_lines([source(text)]), 1)
    assert list(read_sheet(SOURCES, content)) == [source(text) if text else (*source(text)[:1], None, *source("")[2:])]


def test_a_long_table_is_cut_at_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    """No file is larger than it may be, each has a header, and none of the rows is lost."""
    monkeypatch.setattr("sitegen.tables.csvfiles.LARGEST", 2_000)
    rows = [source("x" * 80 + str(number)) for number in range(100)]
    parts = sheets(SOURCES, sheet_lines(rows), len(rows))
    assert len(parts) > 4
    assert all(len(content) <= 2_000 and length == len(cells(content)) - 1 for content, length in parts)
    assert [row for content, _ in parts for row in read_sheet(SOURCES, content)] == rows


def test_another_file_is_refused() -> None:
    """Control: what is no table of that name is not read as one."""
    with pytest.raises(ValueError, match="no table of sources"):
        list(read_sheet(SOURCES, b"id,title\r\n1,2\r\n"))
    with pytest.raises(ValueError, match="without"):
        list(read_sheet(SOURCES, (",".join(SOURCES.names) + "\r\npost,Post\r\n").encode()))
