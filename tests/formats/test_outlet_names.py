"""Which name of a page is its outlet's, and which is whom it took the report from."""

import pytest

from sitegen.formats.webpages.outlet_names import OutletName, PageOutlet, fits_host, page_outlet, same_name


def outlet(host: str, *named: tuple[str, str], title: str = "") -> PageOutlet:
    return page_outlet([OutletName(name=name, place=place) for place, name in named], host, title)


SITE, PUBLISHER, END, NOTICE = (
    "og:site_name", "JSON-LD publisher", "the end of its title", "its notice of copyright"
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "host", "fits"),
    [
        ("Skelby Advertiser", "www.skelbyadvertiser.example", True),
        ("Skelby Post", "skpost.example", True),
        ("Marrowby Evening Gazette", "meg.co.uk", True),
        ("Süd Kurier", "sued.example", False),
        ("Sud Kurier", "sudkurier.example", True),
        ("Associated Press", "skelbypost.example", False),
        ("Associated Press", "hosted.ap.org", True),
        ("How to keep bees in winter", "hivemag.example", False),
        ("بريد الميناء", "barid.example", False),
    ],
)
def test_hosts_are_spelled_like_names(name: str, host: str, fits: bool) -> None:
    """As a whole, by a word of its own, by initials or by letters in order; agencies as a whole or by initials."""
    assert fits_host(name, host) == fits


def test_spellings_of_one_name() -> None:
    """Without article, spaces and accents, with an addition, or by initials."""
    assert same_name("TheSkelby", "The Skelby")
    assert same_name("MEG", "Marrowby Evening Gazette")
    assert same_name("Skelby", "Skelby.example")
    assert not same_name("Skelby Post", "Skelby Times")
    assert not same_name("", "")


def test_a_reprint_is_its_sites_and_its_agency_a_credit() -> None:
    """The data of a reprint name the agency as publisher; the outlet is whoever printed it."""
    found = outlet("ctpost.example", (PUBLISHER, "Associated Press"), (SITE, "Connecticut Post"))
    assert (found.name, found.credit, found.doubts) == ("Connecticut Post", "Associated Press", ())
    alone = outlet("skelbypost.example", (PUBLISHER, "Associated Press"))
    assert (alone.name, alone.credit) == ("", "Associated Press")
    own = outlet("apnews.example", (PUBLISHER, "Associated Press"), (SITE, "AP News"))
    assert (own.name, own.credit) == ("Associated Press", "")


def test_a_publisher_of_no_outlets_name_is_told_and_no_credit() -> None:
    """A desk of the paper is nobody whom it credits."""
    found = outlet("skelby.example", (PUBLISHER, "SK Desk Service"), (SITE, "Skelby Herald"))
    assert (found.name, found.credit) == ("Skelby Herald", "")
    assert found.doubts == (OutletName(name="SK Desk Service", place=PUBLISHER),)


def test_the_program_of_a_site_is_no_outlet() -> None:
    """Nor is an address, the headline, or the label of a subdomain."""
    assert outlet("skelby.example", (PUBLISHER, "Blogger"), (SITE, "Skelby | All the news")).name == "Skelby"
    assert outlet("skelby.example", (SITE, "https://skelby.example"), (NOTICE, "Skelby Herald")).name == "Skelby Herald"
    assert outlet("skelby.example", (SITE, "Skelby burns"), title="Skelby burns").name == ""
    assert outlet("hosted.skelby.example", (SITE, "Hosted")).name == ""
    assert outlet("blog.skelby.example", (SITE, "@skelby")).name == "skelby"


def test_where_site_and_publisher_fit_different_hosts_nothing_is_taken() -> None:
    """A page that carries the address of the report that it reprints would name the original by the copier."""
    found = outlet("skelbyherald.example", (PUBLISHER, "Skelby Herald"), (SITE, "Portal"))
    assert (found.name, [doubt.name for doubt in found.doubts]) == ("", ["Portal", "Skelby Herald"])


def test_what_a_site_says_of_itself_is_no_name() -> None:
    """Of four words and more, none of which its host knows."""
    found = outlet("hivemag.example", (SITE, "How to keep bees well"), (END, "How to keep bees well"))
    assert (found.name, [doubt.name for doubt in found.doubts]) == ("", ["How to keep bees well"])


def test_running_text_is_believed_where_the_host_agrees() -> None:
    """The end of a title may be the headline's, a notice of copyright a photographer's."""
    assert outlet("skelbyherald.example", (END, "Skelby Herald"), (NOTICE, "Ina Dahl")).name == "Skelby Herald"
    assert outlet("skelbyherald.example", (END, "a chronicle"), (NOTICE, "Ina Dahl")).name == ""
    found = outlet("skelbyherald.example", (NOTICE, "Ina Dahl"), (NOTICE, "Skelby Herald"))
    assert found.name == "Skelby Herald"


def test_without_an_address_the_site_names_itself() -> None:
    """An agency as publisher alone may be the site or whom it credits."""
    assert outlet("", (SITE, "Skelby Herald"), (PUBLISHER, "Reuters")).name == "Skelby Herald"
    assert outlet("", (PUBLISHER, "Reuters")).name == ""
