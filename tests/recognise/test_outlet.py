"""Which outlet an article without a declared source names as its own, and which names it may not be given."""

import pytest

from sitegen.config import Config
from sitegen.model import Article, Source
from sitegen.read.article import context_of, parse_article
from sitegen.recognise.outlet import host_of, is_wire

PROSE = "The council raised the price of water on Monday, and will raise it again in the spring, its clerk said."
TITLE = "Council raises the price of water"


def read(text: str, name: str = "raw.txt", sources: tuple[Source, ...] = ()) -> Article:
    context = context_of(Config(), {source.id: source for source in sources})
    reading, problems = parse_article(name, name, text.encode(), context)
    assert reading is not None, problems
    return reading.article


@pytest.mark.parametrize(
    ("text", "name", "channel", "phrase"),
    [
        (f"Harbour Courier\n\n{TITLE}\n\n{PROSE}\n", "Harbour Courier", "masthead", "Harbour Courier"),
        (
            f"{TITLE}\n\nHOLM, Sund Region (Sund 24) – {PROSE}\n",
            "Sund 24",
            "dateline",
            "HOLM, Sund Region (Sund 24) –",
        ),
        (
            f"{TITLE}\n\n{PROSE}\n\nCopyright © 2019 The Sund Times, LLC. Click here for permission.\n",
            "The Sund Times",
            "copyright",
            "Copyright © 2019 The Sund Times",
        ),
        (
            f"{TITLE}\n\n{PROSE}\n\nComments will be moderated. The decision is at the discretion of the Holm Times.\n",
            "Holm Times",
            "footer",
            "at the discretion of the Holm Times",
        ),
        (
            f"{TITLE}\n\n{PROSE}\n\nThe opinions do not necessarily reflect the views of Bayside.com.\n",
            "Bayside.com",
            "footer",
            "reflect the views of Bayside.com",
        ),
        (f"{TITLE}\n\n{PROSE}\n\nBản quyền thuộc về Báo Holm.\n", "Báo Holm", "footer", "Bản quyền thuộc về Báo Holm"),
        (f"{TITLE}\n\nHolm Times - Reuters\n\n{PROSE}\n", "Holm Times", "byline", "Holm Times - Reuters"),
    ],
)
def test_an_article_names_its_outlet(text: str, name: str, channel: str, phrase: str) -> None:
    """The outlet that an article names as its own, the words that name it, and where they are."""
    outlet = read(text).outlet
    assert outlet is not None
    assert (outlet.name, outlet.channel) == (name, channel)
    assert outlet.phrase.startswith(phrase)
    assert phrase in text.split("\n")[outlet.line - 1]


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n\nHOLM (Reuters) – {PROSE}\n",
        f"{TITLE}\n\n{PROSE}\n\n© 2019 The Associated Press. All rights reserved.\n",
        f"{TITLE}\n\n{PROSE}\n\n© 2019 Holm Content Agency, LLC\n",
        f"{TITLE}\n\n{PROSE}\n\nCOPYRIGHT 2019 COLUMNISTS.COM\n",
        f"{TITLE}\n\nBy Jo Doe / The Guardian, Holm\n\n{PROSE}\n",
        f"{TITLE}\n\n{PROSE} The Bay Herald has confirmed it.\n",
        f"{TITLE}\n\n{PROSE}\n\nMs Doe works for the harbour. Her words do not reflect the views of GAP.\n",
        f"{TITLE}\n\n{PROSE}\n\nSubscribe to Morning Tide for full access\n",
        f"{TITLE}\n\n{PROSE}\n\nThis first appeared elsewhere and does not reflect the views of The Bay Herald.\n",
        f"Election News\n\n{TITLE}\n\n{PROSE}\n",
        f"{TITLE}\n\n{PROSE}\n",
    ],
)
def test_a_name_that_may_be_anybody_elses_is_none(text: str) -> None:
    """An agency, a syndicate, whom the text credits, an employer, a newsletter, a section: none published it."""
    assert read(text).outlet is None


def test_two_names_cannot_be_told_apart() -> None:
    """A text that was taken over may keep the lines of both outlets: then it names none."""
    kept = f"{TITLE}\n\n{PROSE}\n\n© 2019 The Sund Times\n\nRemoval is at the discretion of the Holm Times.\n"
    assert read(kept).outlet is None
    assert read(kept.replace("Holm", "Sund")).outlet is not None


def test_a_second_line_of_the_site_is_a_witness() -> None:
    """A name that the reader is asked to join counts where another line that was set aside has it too."""
    asked = f"{TITLE}\n\n{PROSE}\n\nJoin MARDUS for insider access and more.\n\nAlready a subscriber? Log In\n"
    assert read(asked).outlet is None
    outlet = read(f"{asked}\nSubscribe and support our crew at MARDUS.\n").outlet
    assert outlet is not None
    assert outlet.name == "MARDUS"


def test_an_address_names_a_host_or_the_name_that_fits_it() -> None:
    """Without a name in the text the host stands for the outlet; a name of the text that fits the host is better."""
    front = "---\nurl: https://www.sundtimes.example/water\nformat: text\n---\n"
    outlet = read(f"{front}{TITLE}\n\n{PROSE}\n", "copy.md").outlet
    assert outlet is not None
    assert (outlet.name, outlet.channel) == ("sundtimes.example", "address")
    named = read(f"{front}{TITLE}\n\n{PROSE}\n\n© 2019 The Sund Times\n", "copy.md").outlet
    assert named is not None
    assert named.name == "The Sund Times"
    kept = read(f"{front}{TITLE}\n\n{PROSE}\n\n© 2019 The Bay Times\n", "copy.md").outlet
    assert kept is not None
    assert kept.name == "sundtimes.example"


def test_a_page_names_its_site() -> None:
    """An HTML page names its site in its tags; what follows a bar is a slogan."""
    page = (
        '<html><head><meta property="og:site_name" content="Sund Online | The best of the Sund">'
        f"<title>{TITLE}</title></head><body><h1>{TITLE}</h1><p>{PROSE}</p></body></html>"
    )
    outlet = read(page, "page.html").outlet
    assert outlet is not None
    assert (outlet.name, outlet.channel) == ("Sund Online", "site name")


def test_a_declared_source_wins() -> None:
    """Where a source is declared nothing is inferred, and a masthead of another outlet is whom it names."""
    source = Source(id="bay", name="Bay Herald")
    text = f"---\nsource: bay\nformat: text\n---\nThe Guardian\n\n{TITLE}\n\n{PROSE}\n"
    declared = read(text, "copy.md", (source, Source(id="guardian", name="The Guardian")))
    assert declared.outlet is None
    assert [credit.name for credit in declared.credits] == ["The Guardian"]


def test_a_masthead_is_no_credit_and_no_text() -> None:
    """The masthead of a scraped page is its outlet: it is set aside, and nobody is credited by it."""
    article = read(f"Harbour Courier\n\n{TITLE}\n\n{PROSE}\n", sources=(Source(id="hc", name="Harbour Courier"),))
    assert article.credits == ()
    assert article.blocks[0].furniture == "masthead"
    assert article.title == TITLE


def test_a_short_form_of_its_own_name_is_no_credit() -> None:
    """`Observer staff` below the masthead of the Lorne Observer credits nobody; `Reuters staff` does."""
    text = f"LORNE OBSERVER\n\n{TITLE}\n\nObserver staff, Monday 3 March 2031\n\n{PROSE}\n"
    article = read(text)
    assert article.outlet is not None
    assert article.outlet.name == "LORNE OBSERVER"
    assert article.credits == ()
    assert [credit.name for credit in read(text.replace("Observer staff", "Reuters staff")).credits] == ["Reuters"]


def test_an_agency_of_the_archive_is_no_outlet_by_its_tag() -> None:
    """The tag of a source of the archive that is an agency says whose text it is."""
    wire = Source(id="nw", name="Northern Wire", kind="agency")
    text = f"{TITLE}\n\nHOLM, Sund (NW) – {PROSE}\n"
    article = read(text, sources=(wire,))
    assert article.outlet is None
    assert [credit.name for credit in article.credits] == ["NW"]


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.holmtimes.example/a", "holmtimes.example"),
        ("https://m.holmtimes.example/a", "holmtimes.example"),
        ("https://web.archive.org/web/2019/https://holmtimes.example/a", ""),
        ("http://127.0.0.1/a", ""),
        ("http://localhost/a", ""),
        ("http://[::1/a", ""),
        ("", ""),
    ],
)
def test_hosts(url: str, host: str) -> None:
    """An archive's host names no outlet, and neither does a number."""
    assert host_of(url) == host


def test_wires() -> None:
    """Agencies are known by name or by what such a business is called."""
    assert is_wire("Reuters")
    assert is_wire("the Associated Press")
    assert is_wire("Holm Writers Syndicate")
    assert not is_wire("Holm Times")
