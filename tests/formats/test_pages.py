"""What a saved page says: its text, its metadata, its encoding."""

import pytest

from sitegen.formats.webpages.pages import read_page
from sitegen.read.charset import decode_page
from sitegen.read.refusal import Refused
from tests.formats.samples import ADDRESS, PARAGRAPHS, page


def said(text: str, **given: str) -> dict[str, str]:
    return {one.field: one.value for one in read_page(text.encode(), **given).statements}  # type: ignore[arg-type]


def test_the_text_is_the_article_alone() -> None:
    """Menu, cookie notice, related links, comments and footer are not in it, and what stands in it is untouched."""
    assert read_page(page().encode()).text == PARAGRAPHS


def test_what_is_printed_twice_stays_twice() -> None:
    """A repeated paragraph is evidence, so nothing is deduplicated."""
    found = read_page(page(paragraphs=(*PARAGRAPHS, PARAGRAPHS[1])).encode())
    assert found.text.count(PARAGRAPHS[1]) == 2


def test_add_takes_nothing_from_what_trafilatura_finds() -> None:
    """The lines are trafilatura's own, so that its measured accuracy is that of `add`."""
    import trafilatura

    text = page(paragraphs=(*PARAGRAPHS, "A list of ferries:", "Nordhavn", "Vesterdal"))
    alone = trafilatura.extract(text, favor_precision=True, include_comments=False, deduplicate=False)
    assert "\n".join(read_page(text.encode()).text) == alone


def test_open_graph_and_meta_speak_where_json_ld_does_not() -> None:
    """Title without the outlet's name, date, author and address from `meta`; a profile's address is no author."""
    head = (
        '<meta property="og:title" content="Bridge stuck | The Courier"><meta property="og:site_name" content="The '
        'Courier"><meta property="article:published_time" content="2031-06-04T09:12:00Z"><meta property='
        '"article:author" content="https://social.example/ada"><meta name="author" content="Ada Brandt">'
        '<meta property="og:url" content="https://courier.example/b"><meta property="og:locale" content="en_GB">'
    )
    found = read_page(page(head=head).encode())
    assert {one.field: one.value for one in found.statements} == {
        "title": "Bridge stuck",
        "published": "2031-06-04T09:12:00Z",
        "author": "Ada Brandt",
        "url": "https://courier.example/b",
        "language": "en",
    }
    assert found.outlet == "The Courier"


@pytest.mark.parametrize(
    ("written", "taken"),
    [
        ("2031-06-04", "2031-06-04"),
        ("2031-06-04T23:30:00", "2031-06-04"),
        ("2031-06-04T23:30:00+0200", "2031-06-04T23:30:00+0200"),
        ("2031-06-04T23:30:00.123Z", "2031-06-04T23:30:00.123Z"),
        ("2031-02-30", ""),
        ("09/10/2031", ""),
        ("June 4, 2031", "2031-06-04"),
        ("", ""),
    ],
)
def test_only_dates_of_one_day_are_taken(written: str, taken: str) -> None:
    """09/10 is two days, and a time without zone is only a day; what is not taken is told."""
    head = f'<meta property="article:published_time" content="{written}">'
    found = read_page(page(head=head).encode())
    assert found.value("published") == taken
    assert any("published" in one for one in found.remarks) == bool(written and not taken)


def test_a_date_in_the_address_is_a_guess_and_not_taken() -> None:
    """It is told as a guess; a stated date makes the guess needless."""
    head = '<link rel="canonical" href="https://a.example/2031/06/04/bridge">'
    found = read_page(page(head=head).encode())
    assert found.value("published") == ""
    assert found.remarks == ("guess, not taken: published 2031-06-04, from the address alone",)


def test_of_several_articles_in_json_ld_the_page_s_own_is_taken() -> None:
    """By its address, else its headline; where neither tells, none is believed."""
    nodes = [
        {"title": "Snail found", "url": "https://a.example/snail", "day": "2031-01-01"},
        {"title": "Bridge stuck", "url": "https://a.example/bridge", "day": "2031-06-04"},
    ]
    scripts = "".join(
        f'<script type="application/ld+json">{{"@type": ["Thing", "NewsArticle"], "headline": "{one["title"]}", '
        f'"url": "{one["url"]}", "datePublished": "{one["day"]}"}}</script>'
        for one in nodes
    )
    assert said(page(head=scripts + '<link rel=canonical href="https://www.a.example/bridge/">'))["published"] == (
        "2031-06-04"
    )
    assert said(page(head=scripts + '<meta property="og:title" content="Snail found">'))["published"] == "2031-01-01"
    assert "published" not in said(page(head=scripts))


def test_broken_json_ld_is_passed_over() -> None:
    """Scripts that are no JSON, nested without end or of odd shapes say nothing and break nothing."""
    for script in ("{", "[" * 50_000, '{"@type": "NewsArticle", "headline": {"a": 1}, "author": 7}', "null", '"x"'):
        found = read_page(page(head=f'<script type="application/ld+json">{script}</script>').encode())
        assert found.text == PARAGRAPHS


def test_the_address_of_the_capture_wins_over_a_canonical_link_elsewhere() -> None:
    """A reprint that names the original as canonical was still published where it was captured; the link is told."""
    found = read_page(page().encode(), address="https://reprint.example/x", captured="2031-06-05T08:00:00Z")
    assert found.value("url") == "https://reprint.example/x"
    assert found.value("captured") == "2031-06-05T08:00:00Z"
    assert any(ADDRESS in one for one in found.remarks)


def test_the_note_of_the_browser_tells_the_address() -> None:
    """`saved from url=` at the top, and a capture of the Wayback Machine, which is an archived address."""
    saved = "\n<!-- saved from url=(0033)https://courier.example/b?id=7 -->"
    assert said(page(head="", before=saved))["url"] == "https://courier.example/b?id=7"
    wayback = "https://web.archive.org/web/20310605081500/https://courier.example/b"
    found = said(page(head=""), address=wayback)
    assert (found["url"], found["archived"], found["captured"]) == (
        "https://courier.example/b",
        wayback,
        "2031-06-05T08:15Z",
    )


def test_a_language_that_the_text_contradicts_is_not_taken() -> None:
    """Themes say English whatever they print; the contradiction is told."""
    german = tuple("Die Brücke bei Skelby blieb am Dienstag offen stehen, wie das Hafenamt mitteilte." for _ in "123")
    found = read_page(page(paragraphs=german).encode())
    assert found.value("language") == ""
    assert any("language en" in one and "in de" in one for one in found.remarks)


TEXT = "Fähre fällt aus, “sofort”"


@pytest.mark.parametrize(
    ("data", "transport"),
    [
        (TEXT.encode(), ""),
        (b"\xef\xbb\xbf" + TEXT.encode(), "iso-8859-1"),
        (TEXT.encode("utf-16"), ""),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), ""),
        (b"<meta charset=windows-1252>" + TEXT.encode("cp1252"), ""),
        (b"<meta charset=iso-8859-1>" + TEXT.encode("cp1252"), ""),
        (b"<meta charset=latin1>" + TEXT.encode(), ""),
        (TEXT.encode("cp1252"), "ISO-8859-1"),
        (b'<?xml version="1.0" encoding="windows-1252"?>' + TEXT.encode("cp1252"), ""),
    ],
)
def test_an_encoding_that_is_declared_or_plain_is_read(data: bytes, transport: str) -> None:
    """By mark, header or declaration; Latin-1 as browsers read it, and UTF-8 whatever it declares."""
    assert decode_page(data, transport)[0].endswith(TEXT)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "paragraphs", [PARAGRAPHS, tuple(text.replace("å", "a").replace("–", "-") for text in PARAGRAPHS)]
)
def test_utf_16_without_a_mark_is_read_where_one_order_makes_sense(encoding: str, paragraphs: tuple[str, ...]) -> None:
    """What its `meta` says is not seen in such bytes. Of letters of ASCII alone they would be UTF-8 with NUL bytes."""
    text, remark = decode_page(page(paragraphs=paragraphs, charset="utf-16").encode(encoding))
    assert text == page(paragraphs=paragraphs, charset="utf-16")
    assert f"it was read as {encoding.replace('-le', 'le').replace('-be', 'be')}" in remark


@pytest.mark.parametrize(
    ("encoding", "text"), [("shift_jis", "橋が開いたままだ"), ("gb2312", "桥打开了"), ("euc-kr", "다리가 열렸다")]
)
def test_other_scripts_are_read_by_their_declaration(encoding: str, text: str) -> None:
    """Encodings of Japanese, Chinese and Korean pages."""
    assert decode_page(b"<meta charset=%s>" % encoding.encode() + text.encode(encoding))[0].endswith(text)


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("cp1252"),
        b"<meta charset=utf-8>" + TEXT.encode("cp1252"),
        b"<meta charset=utf-7>" + TEXT.encode("cp1252"),
        b"<meta charset=hex>" + TEXT.encode("cp1252"),
        b"<meta charset=klingon>" + TEXT.encode("cp1252"),
        b"<meta charset=shift_jis>" + b"\x81",
    ],
)
def test_an_unsure_encoding_is_refused(data: bytes) -> None:
    """Nothing is guessed: undeclared, wrongly declared, or declared as what no browser reads."""
    with pytest.raises(Refused) as refused:
        decode_page(data)
    assert (refused.value.code, bool(refused.value.hint)) == ("unsure-encoding", True)


def test_a_page_that_no_parser_reads_to_its_end_is_refused() -> None:
    """libxml2 ends quietly at a depth of 256, so that the rest of an article would be missing."""
    deep = page(paragraphs=(*PARAGRAPHS, "<div>" * 300 + "the end" + "</div>" * 300))
    with pytest.raises(Refused, match="nested too deep"):
        read_page(deep.encode())
    assert read_page(page(paragraphs=(*PARAGRAPHS, "<div>" * 100 + "</div>" * 100)).encode()).text == PARAGRAPHS


def test_pages_that_would_take_minutes_are_refused() -> None:
    """Tags without number, attributes without number."""
    for text in (page(before="<p>" * 60_000), page(before="<div " + "a=1 " * 30_000 + ">")):
        with pytest.raises(Refused, match=r"50,000|20,000"):
            read_page(text.encode())


# Lines of the site among the paragraphs


def test_prompts_among_the_paragraphs_are_no_text() -> None:
    """They are what a build would set aside; the editor finds each with its reason, and can take it in."""
    prompts = ("READ MORE: Snail found", "Follow the Skelby Advertiser on Facebook and Twitter.", "Click to tweet")
    draft = read_page(page(paragraphs=(PARAGRAPHS[0], *prompts[:2], *PARAGRAPHS[1:], prompts[2])).encode())
    assert draft.text == PARAGRAPHS
    assert draft.page
    numbers = {block.text: number for number, block in enumerate(draft.page.blocks)}
    reasons = draft.page.reasons()
    assert [reasons[numbers[line]] for line in prompts] == [
        "a line of the site: related",
        "a line of the site: share",
        "a line of the site: share",
    ]
    assert prompts[0] in draft.page.lines_with(draft.page.text | {numbers[prompts[0]]})


@pytest.mark.parametrize(
    "line", ["Reporting by Ada Brandt; editing by Ida Moe", "© 2031 Northern Wire. This may not be copied or sold on."]
)
def test_what_may_name_the_source_of_a_text_stays_in_it(line: str) -> None:
    """Control: its editor and its copyright are no lines of the site, though a build sets them aside."""
    assert read_page(page(paragraphs=(*PARAGRAPHS, line)).encode()).text[-1] == line


def test_a_prompt_to_subscribe_says_that_a_text_is_partial_before_it_is_left_out() -> None:
    """What the end of a text says of it is heard."""
    draft = read_page(page(paragraphs=(*PARAGRAPHS, "Subscribe to continue reading this article.")).encode())
    assert draft.text == PARAGRAPHS
    assert draft.completeness == "partial"


def test_the_printed_headline_goes_before_that_of_the_data() -> None:
    """Where both differ and the printed one stands over the text: else it would be a paragraph of it."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    head = '<meta property="og:title" content="Bridge stuck: seven things to know">'
    source = f"<html><head><title>Skelby</title>{head}</head><body><article><h1>%s</h1>{body}</article></body></html>"
    draft = read_page((source % "Skelby bridge opens, and stays open").encode())
    assert draft.text[0] == draft.value("title") == "Skelby bridge opens, and stays open"
    assert draft.page
    assert [entry.value for entry in draft.page.candidates if entry.field == "title"][:2] == [
        "Skelby bridge opens, and stays open",
        "Bridge stuck: seven things to know",
    ]
    elsewhere = source.replace("<article>", "<h1>Skelby</h1><article>") % "Skelby bridge opens, and stays open"
    assert read_page(elsewhere.encode()).value("title") == "Bridge stuck: seven things to know"
