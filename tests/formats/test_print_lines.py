"""Printed lines as paragraphs, and what stands on every page set aside; from a PDF and from places alone."""

import io
from collections.abc import Sequence

from sitegen.formats.documents import read_pdf
from sitegen.formats.print_lines import PrintLine, paragraphs_of

FIRST = (
    "The bridge at Holm stayed open for most of",
    "the morning while its keeper looked for the",
    "key in every drawer of the harbour office.",
)
SECOND = (
    "Forty lorries waited on either side of the",
    "water, and a well-known ferry ran again in",
    "the after-",
    "noon for the first time in nine years.",
)


def printed(
    lines: Sequence[str], top: float = 700, left: float = 72, size: float = 12, step: float = 14
) -> list[PrintLine]:
    return [PrintLine(text=line, left=left, height=top - number * step, size=size) for number, line in enumerate(lines)]


def test_lines_one_step_apart_are_a_paragraph() -> None:
    """A gap, an indent or a heading's size begins the next; a divided word is one."""
    page = [*printed(FIRST), *printed(SECOND, top=640)]
    texts, aside = paragraphs_of([page])
    assert texts == (" ".join(FIRST), " ".join(SECOND).replace("after- noon", "afternoon"))
    assert aside == ()
    indented = [*printed(FIRST), *printed(SECOND[:1], top=658, left=90), *printed(SECOND[1:], top=644)]
    assert paragraphs_of([indented])[0] == texts
    headed = [*printed(["Bridge stuck"], top=714, size=18), *page]
    assert paragraphs_of([headed])[0] == ("Bridge stuck", *texts)


def test_a_short_last_line_ends_a_paragraph() -> None:
    """Where nothing else does."""
    texts, _ = paragraphs_of([printed([*FIRST[:2], "key.", *SECOND[:2]])])
    assert texts == (f"{' '.join(FIRST[:2])} key.", " ".join(SECOND[:2]))


def test_a_word_keeps_the_hyphen_that_it_has_elsewhere() -> None:
    """A divided compound that the text spells with its hyphen."""
    texts, _ = paragraphs_of([printed(["The well-known bridge of Holm is a well-", "known place for those who wait."])])
    assert texts == ("The well-known bridge of Holm is a well-known place for those who wait.",)


def test_columns_and_pages_go_on() -> None:
    """A sentence that goes on at the head of the next column or page is one; a new one begins a paragraph."""
    columns = [*printed(FIRST[:2]), *printed(FIRST[2:], left=320), *printed(SECOND[:1], top=660, left=320)]
    assert paragraphs_of([columns])[0][0] == " ".join(FIRST)
    pages = [printed(FIRST[:2]), printed([*FIRST[2:]]), printed(SECOND[:2])]
    assert paragraphs_of(pages)[0] == (" ".join(FIRST), " ".join(SECOND[:2]))


def test_what_stands_on_every_page_is_set_aside() -> None:
    """The paper's head and the numbers of pages, and not a sentence that stands on one."""
    pages = [
        [
            *printed([f"Holm Herald, 4 June 2031, {number}"], top=800),
            *printed(lines),
            *printed([f"Page {number} of 3"], top=40),
        ]
        for number, lines in enumerate((FIRST, SECOND[:2], FIRST), 1)
    ]
    texts, aside = paragraphs_of(pages)
    assert texts == (" ".join(FIRST), " ".join(SECOND[:2]), " ".join(FIRST))
    assert aside == (
        "Holm Herald, 4 June 2031, 1", "Page 1 of 3", "Holm Herald, 4 June 2031, 2", "Page 2 of 3",
        "Holm Herald, 4 June 2031, 3", "Page 3 of 3",
    )  # fmt: skip


def drawn(pages: Sequence[Sequence[PrintLine]]) -> bytes:
    """A PDF with lines at their places."""
    from pypdf import PdfWriter
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    writer = PdfWriter()
    for page in pages:
        sheet = writer.add_blank_page(width=600, height=850)
        stream = DecodedStreamObject()
        shown = "".join(
            f"BT /F1 {line.size:g} Tf 1 0 0 1 {line.left:g} {line.height:g} Tm ({line.text}) Tj ET\n" for line in page
        )
        stream.set_data(shown.encode("latin-1"))
        font = DictionaryObject(
            {NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1"),
             NameObject("/BaseFont"): NameObject("/Helvetica")}
        )  # fmt: skip
        fonts = DictionaryObject({NameObject("/F1"): font})
        sheet[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        sheet[NameObject("/Contents")] = writer._add_object(stream)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_pdf_is_read_in_paragraphs() -> None:
    """With its head set aside and told, and its printed lines for what recognises exports."""
    pages = [
        [*printed(["Holm Herald"], top=800), *printed(FIRST), *printed(SECOND, top=640)],
        [*printed(["Holm Herald"], top=800), *printed(FIRST)],
        [*printed(["Holm Herald"], top=800), *printed(SECOND)],
    ]
    draft, lines = read_pdf(drawn(pages))
    first, second = " ".join(FIRST), " ".join(SECOND).replace("after- noon", "afternoon")
    assert draft.text == (first, second, first, second)
    assert "heads, feet and numbers of pages set aside: “Holm Herald”" in draft.remarks
    assert lines[:3] == ("Holm Herald", *FIRST[:2])
