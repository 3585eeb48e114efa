"""What a page says of itself, from whichever place says it; nothing from where several things stand."""

import json

import pytest

from sitegen.formats.draft import Draft
from sitegen.formats.webpages.metadata import Metadata, read_metadata
from sitegen.formats.webpages.pages import read_page
from tests.formats.samples import page

ADDRESS = "https://advertiser.example/bridge"
PROSE = (
    "<p>The bridge at Holm stayed open for most of the morning while the keeper looked for its key in every drawer.</p>"
)


def metadata(head: str = "", below: str = "", address: str = ADDRESS) -> Metadata:
    from lxml import html

    source = f"<html><head>{head}</head><body><h1>Bridge stuck</h1>{below}{PROSE}</body></html>"
    return read_metadata(html.document_fromstring(source), address)


def value(found: Metadata, name: str) -> str:
    return found.statements[name].value if name in found.statements else ""


def json_ld(**fields: object) -> str:
    node = {"@type": "NewsArticle", "headline": "Bridge stuck", **fields}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def test_a_comma_too_many_is_mended_and_told() -> None:
    """A comma before a bracket makes no statement unreadable; one inside a text stays."""
    text = '{"@type": "NewsArticle", "headline": "Stuck,} again", "author": [{"name": "Ada Brandt"},],}'
    found = metadata(f'<script type="application/ld+json">{text}</script>')
    assert (value(found, "title"), value(found, "author")) == ("Stuck,} again", "Ada Brandt")
    assert "its JSON-LD has a comma too many, and was read all the same" in found.remarks
    assert not metadata(json_ld()).remarks


@pytest.mark.parametrize("wrapped", ["//<![CDATA[\n{}\n//]]>", "<![CDATA[{}]]>", "/*<![CDATA[*/{}/*]]>*/", "{};"])
def test_what_hides_data_from_old_programs_is_taken_off(wrapped: str) -> None:
    """CDATA in its three forms, and a semicolon."""
    data = '{"@type": "NewsArticle", "headline": "Bridge stuck again"}'
    found = metadata(f'<script type="application/ld+json">{wrapped.replace("{}", data)}</script>')
    assert value(found, "title") == "Bridge stuck again"


def test_things_are_named_by_their_ids() -> None:
    """A graph describes an author once and refers to it; a page that describes no article describes itself."""
    graph = {
        "@graph": [
            {"@type": "WebPage", "url": ADDRESS, "datePublished": "2031-03-07T08:00:00Z", "author": {"@id": "#ada"}},
            {"@type": "Person", "@id": "#ada", "name": "Ada Brandt"},
            {"@type": "WebSite", "name": "The Advertiser"},
        ]
    }
    found = metadata(f'<script type="application/ld+json">{json.dumps(graph)}</script>')
    assert value(found, "author") == "Ada Brandt"
    assert value(found, "published") == "2031-03-07T08:00:00Z"
    assert found.outlet.name == "The Advertiser"


def test_entities_that_were_written_twice() -> None:
    """In titles and names, and not in addresses."""
    found = metadata(json_ld(headline="The keeper&#8217;s key", author="Ada &amp; Bo"))
    assert (value(found, "title"), value(found, "author")) == ("The keeper’s key", "Ada & Bo")


@pytest.mark.parametrize(
    ("stated", "author", "credit"),
    [
        ("By TOM KRUG, NA Auto Writer", "TOM KRUG", ""),
        ("By TOM KRUG, AP Auto Writer", "TOM KRUG", "AP"),
        ("Ada Brandt, UK Reporter", "Ada Brandt", ""),
        ("Ada Brandt - Staff Writer", "Ada Brandt", ""),
        ("Ada Brandt, The Advertiser", "Ada Brandt", ""),
        ("Ada Brandt, Reuters", "Ada Brandt", "Reuters"),
        ("Ada Brandt | Associated Press", "Ada Brandt", "Associated Press"),
        ("Ada Brandt, Bo Lind", "Ada Brandt, Bo Lind", ""),
        ("admin", "", ""),
        ("holmadmin", "", ""),
        ("holm_user3", "", ""),
        ("Reuters", "", "Reuters"),
    ],
)
def test_an_author_is_a_person(stated: str, author: str, credit: str) -> None:
    """Without `By` and role; an account is told, and an agency, alone or behind a person, is a credit."""
    found = metadata('<meta property="og:site_name" content="The Advertiser">' + json_ld(author={"name": stated}))
    assert (value(found, "author"), value(found, "credit")) == (author, credit)
    assert any("is an account" in remark for remark in found.remarks) == (not author and not credit)


@pytest.mark.parametrize(
    ("byline", "credit"),
    [
        ("By <a rel='author' href='/authors/ada'>Ada Brandt</a>, AP Auto Writer", "AP"),
        ("By Ada Brandt, Reuters | 3 June 2031", "Reuters"),
        ("By Ada Brandt, staff writer", ""),
        ("By Ada Brandt, The Advertiser", ""),
    ],
)
def test_an_agency_behind_the_name_below_a_headline_is_a_credit(byline: str, credit: str) -> None:
    """The author stays a person, and the agency whose report is printed is not lost."""
    draft = read_page(page(head="").replace("By Ada Brandt", byline).encode())
    assert (draft.value("author"), draft.value("credit")) == ("Ada Brandt", credit)


@pytest.mark.parametrize(("host", "credit"), [("apnews.example", ""), ("appeal.example", "AP")])
def test_an_agency_does_not_credit_itself(host: str, credit: str) -> None:
    """On its own pages it is the outlet."""
    found = metadata(json_ld(author={"name": "Ada Brandt, AP Sports Writer"}), address=f"https://{host}/a")
    assert value(found, "credit") == credit


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("Mon, 02 Jun 2031 09:00:00 +0200", "2031-06-02T09:00:00+02:00"),
        ("June 2, 2031", "2031-06-02"),
        ("02/06/2031", ""),
        (1938150000, ""),
    ],
)
def test_dates_that_can_mean_one_day(stated: object, day: str) -> None:
    """Of mails and in words; what may be two days and a bare number are told and not taken."""
    found = metadata(json_ld(datePublished=stated))
    assert value(found, "published") == day
    assert any("published is not taken" in remark for remark in found.remarks) == (not day)


def test_what_stands_below_the_headline() -> None:
    """The one moment, and the one name: marked, or in a line that begins like a byline."""
    marked = metadata(
        below='<a rel="author" href="/ada">Ada Brandt</a> <time datetime="2031-06-02T09:00:00Z">June 2, 2031</time>'
    )
    assert (value(marked, "author"), value(marked, "published")) == ("Ada Brandt", "2031-06-02T09:00:00Z")
    assert marked.statements["published"].where == "the time below its headline"
    line = metadata(below="<div>By Ada Brandt</div><div>2 June 2031</div>")
    assert (value(line, "author"), value(line, "published")) == ("Ada Brandt", "2031-06-02")


@pytest.mark.parametrize(
    "below",
    [
        '<time datetime="2031-06-02">2 June</time><time datetime="2031-05-01">1 May</time>',
        '<time datetime="2031-06-02">May 1, 2031</time>',
        '<p>Updated: <time datetime="2031-06-02">2 June</time></p>',
        '<div class="related"><time datetime="2031-06-02">2 June</time></div>',
        "<div>2 June 2031</div><div>3 June 2031</div>",
        "<aside>By Bo Lind, 2 June 2031</aside>",
        f'{PROSE}<time datetime="2031-06-02">2 June</time>',
    ],
)
def test_where_two_things_stand_or_others_speak_none_is_taken(below: str) -> None:
    """Two moments, one that contradicts what it prints, an update, another article's, and what comes after the text."""
    found = metadata(below=below)
    assert (value(found, "published"), value(found, "author")) == ("", "")


def read(head: str) -> Draft:
    return read_page(page(head=head).encode())


def test_a_cache_is_no_address() -> None:
    """The address in the cache of AMP names the outlet's own; the page keeps its canonical link."""
    saved = "<!-- saved from url=(0044)https://post-example.cdn.ampproject.org/c/s/post.example/amp/pier -->"
    from lxml import html

    tree = html.document_fromstring(
        f'{saved}<html><head><link rel="canonical" href="https://post.example/pier"></head>'
    )
    assert read_metadata(tree).statements["url"].value == "https://post.example/pier"


def test_a_page_savers_date_is_the_capture() -> None:
    """SingleFile writes when it saved a page, and from where."""
    from lxml import html

    note = (
        "<!-- Page saved with SingleFile\n url: https://post.example/pier\n"
        " saved date: Mon Jun 02 2031 09:05:00 GMT+0200"
    )
    found = read_metadata(html.document_fromstring(f"<html>{note} (CEST) --><body><p>x</p></body></html>"))
    assert value(found, "captured") == "2031-06-02T09:05:00+02:00"
    assert value(found, "url") == "https://post.example/pier"


def test_a_canonical_link_that_no_name_fits_is_no_address() -> None:
    """A portal that reprints keeps the original's canonical link: the page is not the original."""
    head = '<link rel="canonical" href="https://bignews.example/pier"><meta property="og:site_name" content="Portal">'
    found = metadata(head, address="")
    assert (found.outlet.name, value(found, "url")) == ("Portal", "")
    assert any("leads to another host" in remark for remark in found.remarks)
