"""Tables of articles: which column is which field, what a row says, what is wrong with one."""

import io
import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.config import Limits
from sitegen.formats.columns import guessed_map
from sitegen.formats.draft import AddressOnly, Draft, FileNote
from sitegen.formats.format import ReadingContext
from sitegen.formats.registry import format_of
from sitegen.formats.tables import read_delimited
from sitegen.read.refusal import Refused
from tests.formats.samples import PARAGRAPHS

LIMITS = Limits()
HEADER = "id,title,url,media_name,publish_date,language,text"


def read(suffix: str, data: bytes, columns: Mapping[str, str] | None = None, limits: Limits = LIMITS) -> list[object]:
    table = format_of(suffix)
    assert table
    return list(table.read(io.BytesIO(data), ReadingContext(limits=limits, columns=columns or {})))


def drafts(suffix: str, data: bytes, columns: Mapping[str, str] | None = None) -> list[Draft]:
    return [draft for draft in read(suffix, data, columns) if isinstance(draft, Draft)]


def refusals(suffix: str, data: bytes) -> list[Refused]:
    return [refusal for refusal in read(suffix, data) if isinstance(refusal, Refused)]


def row(*cells: str) -> str:
    return ",".join(f'"{cell}"' for cell in cells)


GOOD = row("7", "Bridge opens", "https://courier.example/b", "The Courier", "2031-06-04", "en", PARAGRAPHS[0])
ROW = {
    "title": "Bridge opens",
    "url": "https://courier.example/b",
    "published": "2031-06-04",
    "language": "en",
}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(("suffix", "sign"), [(".csv", ","), (".csv", ";"), (".tsv", "\t"), (".csv", "|")])
def test_a_row_of_a_delimited_table_is_an_article(suffix: str, sign: str, end: str) -> None:
    """Whatever stands between cells and lines; a byte order mark is no part of a name; the outlet is no field."""
    cells = ("Bridge opens", "https://courier.example/b", "The Courier", "2031-06-04", "en", PARAGRAPHS[2])
    names = ("headline", "url", "media_name", "publish_date", "language", "text")
    data = "\ufeff" + end.join(sign.join(f'"{cell}"' for cell in line) for line in (names, cells)) + end
    (draft,) = drafts(suffix, data.encode())
    assert {statement.field: statement.value for statement in draft.statements} == ROW
    assert (draft.outlet, draft.text, draft.record, draft.record_unit) == ("The Courier", (PARAGRAPHS[2],), 2, "row")
    assert all(statement.where.startswith("column `") for statement in draft.statements)


def test_lines_in_a_cell_are_lines_of_the_text() -> None:
    """And where a text has none, paragraphs are not invented."""
    (draft,) = drafts(".csv", f"title,text\nBridge,{row(chr(10).join(PARAGRAPHS[:2]))}\n".encode())
    assert draft.text == PARAGRAPHS[:2]


def test_json_lines_lists_and_objects_of_lists() -> None:
    """Each object is an article; lists are paragraphs or several names, objects with a name are that name."""
    value = {
        "title": "Bridge opens",
        "maintext": {"summary": PARAGRAPHS[0], "sections": [{"paragraphs": list(PARAGRAPHS[1:3])}]},
        "authors": [{"name": "Ada Brandt"}, {"name": "Jo Ek"}],
        "date_publish": "2031-06-04 09:12:00+02:00",
        "source_domain": "courier.example",
    }
    forms = {
        ".jsonl": f"{json.dumps(value)}\n\n{json.dumps(value)}\n",
        ".json": json.dumps([value, value]),
    }
    for suffix, text in (*forms.items(), (".json", json.dumps({"total": 2, "articles": [value, value]}))):
        several = drafts(suffix, text.encode())
        assert [draft.outlet for draft in several] == ["courier.example"] * 2
        assert [line for line in several[0].text if line] == list(PARAGRAPHS[:3])
        assert (several[0].value("author"), several[0].value("published")) == (
            "Ada Brandt, Jo Ek", "2031-06-04T09:12:00+02:00",
        )  # fmt: skip


def workbook(*sheets: tuple[tuple[object, ...], ...]) -> bytes:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.remove(book.active)
    for rows in sheets:
        sheet = book.create_sheet()
        for cells in rows:
            sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_workbook_is_read_from_the_first_sheet_with_text() -> None:
    """Days are days, whole numbers whole; a sheet of notes before it is passed over."""
    from datetime import datetime

    notes: tuple[tuple[object, ...], ...] = (("made by", "Jo Ek"),)
    articles: tuple[tuple[object, ...], ...] = (
        ("Title", "Date", "Page", "Full text"),
        ("Bridge opens", datetime(2031, 6, 4), 3.0, PARAGRAPHS[0]),
        (None, None, None, None),
        ("Bridge is open", datetime(2031, 6, 5), 1, PARAGRAPHS[1]),
    )
    first, second = drafts(".xlsx", workbook(notes, articles))
    assert (first.value("published"), first.value("page"), first.record) == ("2031-06-04", "3", 2)
    assert (second.text, second.record) == ((PARAGRAPHS[1],), 4)


@pytest.mark.parametrize(
    ("stated", "taken"),
    [
        ("2031-06-04", "2031-06-04"),
        ("2031-06-04 09:12:00", "2031-06-04"),
        ("2031-06-04 09:12:00 UTC", "2031-06-04T09:12:00Z"),
        ("Wed, 04 Jun 2031 09:12:00 +0200", "2031-06-04T09:12:00+02:00"),
        ("June 4, 2031 Wednesday", "2031-06-04"),
        ("4 juin 2031", "2031-06-04"),
        ("03/04/2031", ""),
        ("yesterday", ""),
        ("nan", ""),
    ],
)
def test_a_day_is_taken_where_it_can_only_be_one(stated: str, taken: str) -> None:
    """03/04 is two days; what is not taken is told, an empty cell is not."""
    (draft,) = drafts(".csv", f"title,date,text\n{row('Bridge', stated, PARAGRAPHS[0])}\n".encode())
    assert draft.value("published") == taken
    assert bool(draft.remarks) == (not taken and stated != "nan")


@pytest.mark.parametrize(("stated", "taken"), [("By Ada Brandt", "Ada Brandt"), ("admin", ""), ("a@b.example", "")])
def test_an_account_is_no_author(stated: str, taken: str) -> None:
    """`admin` is nobody, and the word before a name is no part of it."""
    (draft,) = drafts(".csv", f"title,author,text\n{row('Bridge', stated, PARAGRAPHS[0])}\n".encode())
    assert draft.value("author") == taken


def test_a_map_goes_before_a_guess() -> None:
    """What an editor says is believed, and a column that is not there is refused with those that are."""
    columns = guessed_map(["kop", "title", "text", "body"], {"title": "kop", "text": "body"})
    assert dict(columns) == {"title": "kop", "text": "body"}
    with pytest.raises(Refused, match="no column `kopf`"):
        guessed_map(["kop", "text"], {"title": "kopf"})


def test_columns_are_told() -> None:
    """Which column was taken for what, and which for nothing."""
    note = read(".csv", f"{HEADER}\n{GOOD}\n".encode())[0]
    assert isinstance(note, FileNote)
    assert "title from `title`" in note.text
    assert note.text.endswith("not taken: id")


def test_fields_that_join_articles_are_not_guessed() -> None:
    """A column `base` or `story` of another program says nothing of how articles of this archive belong together."""
    assert set(guessed_map(["text", "base", "story", "rights", "withdrawn"], {})) == {"text"}


def test_a_table_of_addresses_gives_them() -> None:
    """It has no text; each address is one to fetch, with its row. Without either it is refused."""
    found = read(".csv", b"url,title\nhttps://courier.example/b,Bridge\nhttps://courier.example/c,Pier\n")
    assert [(part.url, part.place) for part in found if isinstance(part, AddressOnly)] == [
        ("https://courier.example/b", "row 2"), ("https://courier.example/c", "row 3"),
    ]  # fmt: skip
    with pytest.raises(Refused, match="no column of this table is the text"):
        read(".csv", b"name,title\nBridge,Bridge\n")


GDELT = {58: 57, 61: 60, 27: 4}


@pytest.mark.parametrize("count", sorted(GDELT))
def test_lists_of_gdelt_give_each_address_once(count: int) -> None:
    """Events 1.0 and 2.0 and the knowledge graph have no header; a report stands there for each of its events."""
    cells = [["x"] * count for _ in range(3)]
    for line, address in zip(cells, ("https://a.example/1", "https://a.example/1", "https://b.example/2"), strict=True):
        line[GDELT[count]] = address
    found = read(".csv", "\n".join("\t".join(line) for line in cells).encode())
    assert [part.url for part in found if isinstance(part, AddressOnly)] == [
        "https://a.example/1",
        "https://b.example/2",
    ]


PRESETS = {
    "Media Cloud": {"id": 7, "publish_date": "2031-06-04", "title": "Bridge opens", "url": "https://c.example/b",
                    "language": "en", "media_name": "The Courier", "media_url": "c.example", "text": PARAGRAPHS[0]},
    "news-please": {"authors": ["Ada Brandt"], "date_download": "2031-06-05 08:00:00", "date_publish":
                    "2031-06-04 07:00:00", "description": "Short", "language": "en", "maintext": PARAGRAPHS[0],
                    "source_domain": "c.example", "title": "Bridge opens", "url": "https://c.example/b"},
    "fundus": {"title": "Bridge opens", "authors": ["Ada Brandt"], "publishing_date": "2031-06-04 07:00:00+02:00",
               "plaintext": PARAGRAPHS[0], "publisher": "The Courier", "free_access": False, "lang": "en"},
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(PRESETS))
def test_what_other_programs_write_is_read_without_a_map(name: str) -> None:
    """Text, title, day and outlet of each; an article that fundus found behind a paywall is partial."""
    (draft,) = drafts(".jsonl", json.dumps(PRESETS[name]).encode())
    assert (draft.text, draft.value("title"), draft.value("published")[:10]) == (
        (PARAGRAPHS[0],), "Bridge opens", "2031-06-04",
    )  # fmt: skip
    assert draft.outlet in ("The Courier", "c.example")
    assert (draft.completeness == "partial") == (name == "fundus")


def test_markup_in_a_column_is_taken_out() -> None:
    """Paragraphs of HTML become paragraphs, and what is hidden is no text."""
    markup = f"<p>{PARAGRAPHS[0]}</p><p style='display:none'>advert</p><p>{PARAGRAPHS[1]} &amp; so on</p>"
    (draft,) = drafts(".jsonl", json.dumps({"title": "Bridge", "text": markup}).encode())
    assert draft.text == (PARAGRAPHS[0], f"{PARAGRAPHS[1]} & so on")


def test_a_json_feed_names_its_outlet() -> None:
    """Each item is an article, its text from `content_html`; the feed's title is the outlet."""
    item = {"url": "https://c.example/b", "title": "Bridge opens", "content_html": f"<p>{PARAGRAPHS[0]}</p>",
            "date_published": "2031-06-04T07:00:00Z", "authors": [{"name": "Ada Brandt"}]}  # fmt: skip
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "The Courier", "items": [item]}
    (draft,) = drafts(".json", json.dumps(feed).encode())
    assert (draft.outlet, draft.value("author"), draft.value("published")) == (
        "The Courier", "Ada Brandt", "2031-06-04T07:00:00Z",
    )  # fmt: skip
    assert draft.text == (PARAGRAPHS[0],)


def test_parquet_is_read_in_batches(tmp_path: Path) -> None:
    """Each row an article; only the columns of the map are read."""
    parquet, table = pytest.importorskip("pyarrow.parquet"), pytest.importorskip("pyarrow").table
    rows = {
        "headline": ["A", "B"],
        "text": list(PARAGRAPHS[:2]),
        "date": ["2031-06-04", "2031-06-05"],
        "raw": ["x", "y"],
    }
    parquet.write_table(table(rows), tmp_path / "a.parquet")
    first, second = drafts(".parquet", (tmp_path / "a.parquet").read_bytes())
    assert (first.text, second.value("published"), second.record) == ((PARAGRAPHS[0],), "2031-06-05", 2)
    with pytest.raises(Refused, match="cannot be read"):
        read(".parquet", b"PAR1 and nothing more")


def test_a_bad_row_stops_none_of_the_others() -> None:
    """Too many cells, no text: each is told with the row's number, and the others are read."""
    data = f"title,text\nA,{row(PARAGRAPHS[0])}\nB,one,two\nC,\nD,{row(PARAGRAPHS[1])}\n".encode()
    assert [draft.record for draft in drafts(".csv", data)] == [2, 5]
    assert [(refusal.code, "row " in refusal.message) for refusal in refusals(".csv", data)] == [
        ("bad-row", True), ("no-article-text", True),
    ]  # fmt: skip


BAD = [
    (".csv", b"title;text\nA;" + "Caf\xe9".encode("latin-1") + b" on the quay\n", "not in UTF-8"),
    (".csv", b"title,text\n\0\0", "NUL bytes"),
    (".csv", b"only one column\n", "one column"),
    (".csv", b"text,text\na,b\n", "two columns"),
    (".csv", b'title,text\nA,"begins and never ends\n' + b"x\n" * 40, "line 2"),
    (".json", b"{", "not JSON"),
    (".json", b"[]", "no list"),
    (".json", b"[" * 100_000, "not JSON"),
    (".xlsx", b"PK no workbook", "cannot be read"),
]


@pytest.mark.parametrize(("suffix", "data", "message"), BAD)
def test_a_table_that_cannot_be_read_is_refused(suffix: str, data: bytes, message: str) -> None:
    """Another encoding, NUL bytes, one column, two of a name, an open quotation mark, broken JSON, no workbook."""
    with pytest.raises(Refused, match=message):
        read(suffix, data)


def test_a_line_without_end_is_refused_before_it_is_read() -> None:
    """A cell of two gigabytes costs the memory of the limit."""

    class Endless(io.RawIOBase):
        taken = 0

        def readable(self) -> bool:
            return True

        def read(self, size: int = -1) -> bytes:
            first, self.taken = self.taken == 0, self.taken + size
            return b"title,text\nA," + b"x" * (size - 13) if first else b"x" * size

        def seek(self, place: int, _whence: int = 0, /) -> int:
            self.taken = place
            return place

    limits = Limits(article_bytes=100_000)
    endless = Endless()
    with pytest.raises(Refused, match="more than 100,000 characters"):
        list(read_delimited(endless, ReadingContext(limits=limits)))  # type: ignore[arg-type]
    assert endless.taken < 1_000_000


def test_a_text_as_long_as_a_cell_may_be_is_partial() -> None:
    """The program that wrote the table cut it."""
    (draft,) = drafts(".csv", f"title,text\nA,{'word ' * 6_553}ab\n".encode())
    assert draft.completeness == "partial"


def test_a_row_that_is_not_json_is_told_with_its_line() -> None:
    """And an entry that is no object."""
    data = json.dumps({"title": "A", "text": PARAGRAPHS[0]}).encode()
    assert [refusal.message for refusal in refusals(".jsonl", data + b"\n{\n7\n" + data)] == [
        "line 2 is not JSON: expecting property name enclosed in double quotes",
        "entry 3 is no object",
    ]
