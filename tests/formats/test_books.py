"""A book of pages (EPUB): its chapters are articles, in the order that its package states."""

import io
import zipfile

from sitegen.config import Limits
from sitegen.formats.draft import Draft, FileNote, PassedPage
from sitegen.formats.format import FileStart, ReadingContext
from sitegen.formats.registry import findings, format_of, recognised
from tests.formats.samples import PARAGRAPHS, book, page

COVER = b"<html><head><title>Tuesday</title></head><body><p>The Skelby Advertiser, Tuesday</p></body></html>"
SCHOOL = page(paragraphs=(*PARAGRAPHS[2:], PARAGRAPHS[0]), head="").replace(
    "Bridge opens, and stays open", "A new roof"
)


def read(data: bytes) -> list[object]:
    entry = format_of(".epub")
    assert entry
    return list(findings(entry, io.BytesIO(data), ReadingContext(limits=Limits())))


def test_chapters_are_articles() -> None:
    """In the order of reading; the cover is none, and what the package says of the book is said of no article."""
    last, first, cover = read(book(COVER, page().encode(), SCHOOL.encode()))
    assert isinstance(first, Draft)
    assert isinstance(last, Draft)
    assert isinstance(cover, PassedPage)
    assert (last.value("title"), first.value("title")) == ("A new roof", "Bridge opens, and stays open")
    assert first.text == PARAGRAPHS
    assert (last.record, first.record, first.record_unit) == (1, 2, "chapter")
    assert last.value("author") != "A program"


def test_a_book_without_its_package_is_told() -> None:
    """Its pages are read by their names."""
    whole = book(page().encode(), SCHOOL.encode())
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            if not name.startswith("META-INF"):
                target.writestr(name, source.read(name))
    note, first, last = read(out.getvalue())
    assert isinstance(note, FileNote)
    assert "nothing says what belongs to it" in note.text
    assert isinstance(first, Draft)
    assert isinstance(last, Draft)
    assert (first.value("title"), last.value("title")) == ("Bridge opens, and stays open", "A new roof")


def test_a_book_is_known_by_its_content() -> None:
    """Whatever it is called."""
    data = book(page().encode())
    entry = recognised("issue.zip", FileStart(data=data, members=frozenset({"META-INF/container.xml"})))
    assert entry
    assert entry.suffixes == (".epub",)
