"""Pages that print no article are told by what they are, and articles about such things are not."""

import pytest

from sitegen.formats.webpages.not_articles import KINDS
from sitegen.formats.webpages.pages import read_page
from sitegen.read.refusal import Refused
from tests.formats.samples import PARAGRAPHS, page

MENU = '<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>'
FOOTER = '<footer>© The Skelby Advertiser. <a href="/contact">Contact</a></footer>'


def bare(title: str, markup: str, head: str = "") -> str:
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>{MENU}'
        f"<main>{markup}</main>{FOOTER}</body></html>"
    )


CONSENT = (
    "<h1>Before you go on</h1><p>We and our 311 partners keep small files on your device, such as cookies, to process "
    "your data and to show you personalised content.</p><p>You may accept all of it, or make your choices below; some "
    "partners rely on a legitimate interest, to which you may object.</p><p>Your preferences apply to this site only, "
    "and you can change your consent at any time in the privacy settings.</p>"
)
SHORT_CONSENT = (
    "<h1>Before you continue</h1><p>We and our 812 partners store and access information on your device, such as "
    "cookies.</p><button>Accept all</button><button>Reject all</button>"
)
ZUSTIMMUNG = (
    "<h1>Weiter mit Werbung</h1><p>Wir und unsere Partner verarbeiten Ihre Daten mit Cookies, damit wir Ihnen Anzeigen "
    "zeigen können, die zu Ihnen passen. Ihre Einwilligung können Sie jederzeit widerrufen.</p><p>Wenn Sie nicht "
    "zustimmen, lesen Sie bei uns mit einem Abo ohne Cookies. Mehr steht in unserer Datenschutzerklärung.</p>"
)
TEASERS = "".join(
    f'<div class="card"><h2><a href="/{number}">Report of the day, number {number}</a></h2><p>The council of town '
    f"number {number} talked for three hours about a bridge, and then went home without a vote.</p></div>"
    for number in range(8)
)
URL = '<link rel="canonical" href="https://advertiser.example{}">'
NO_ARTICLES = [
    ("consent", bare("Bridge opens, and stays open", CONSENT)),
    ("consent", bare("Brücke öffnet sich", ZUSTIMMUNG)),
    ("consent", bare("Before you continue", SHORT_CONSENT)),
    ("consent", bare("Cookie settings", "<p>We use cookies. Your choices are kept for a year.</p>")),
    ("challenge", bare("Just a moment...", "<p>Checking that your connection is secure before you proceed to the site. "
                       "This may take some seconds, and needs a browser that runs scripts.</p>")),
    ("challenge", bare("Access denied", "<p>You do not have permission to see this page on this server. The reference "
                       "of this incident is 18.27.1f, in case you write to us about it.</p>")),
    ("error", bare("Page not found - The Skelby Advertiser", "<h1>404</h1><p>We are sorry, the page that you are "
                   "looking for is not here any more. It may have moved, or somebody mistyped its address.</p>")),
    ("error", bare("Página no encontrada", "<p>Lo sentimos mucho: la página que busca ya no está aquí o cambió de "
                   "lugar hace algún tiempo, y nadie sabe adónde.</p>")),
    ("login", bare("Log in", '<form><p>Welcome back to the Skelby Advertiser. Log in to read what happened on the quay '
                   'today, and on all the other days.</p><input type="password"></form>')),
    ("search", bare("Bridge", f"<h1>Search results</h1>{TEASERS}")),
    ("front", bare("The Skelby Advertiser", TEASERS, URL.format("/"))),
    ("list", bare("News of the harbour", f"<h1>Harbour</h1>{TEASERS}", URL.format("/harbour"))),
    ("about", bare("About us", f"<h1>About us</h1><p>{PARAGRAPHS[0]}</p>", URL.format("/about-us"))),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), NO_ARTICLES)
def test_a_page_without_an_article_is_told_by_its_kind(kind: str, text: str) -> None:
    """It is refused, with what it is and what to do."""
    with pytest.raises(Refused) as refused:
        read_page(text.encode())
    assert (refused.value.code, refused.value.message) == ("no-article", f"this is {KINDS[kind][0]}")
    assert refused.value.hint == KINDS[kind][1]


def test_every_kind_is_shown() -> None:
    """Control: none of the kinds is without a page."""
    assert {kind for kind, _ in NO_ARTICLES} == set(KINDS)


@pytest.mark.parametrize(
    ("title", "paragraphs"),
    [
        ("Search for a missing dog ends at the bakery", PARAGRAPHS),
        ("Town fines shops over cookies", (
            "The town fined six shops that keep cookies on the devices of their visitors without consent, it said.",
            "The shops process personal data of some 400 visitors a day, a spokeswoman said. One has 90 partners.",
            "A lawyer called the fine too low, and said that consent is not a matter of taste. The shops may appeal.",
        )),
        ("Before you continue the diet, read this", (
            "The apple diet makes you hungry, a doctor said. You should eat cookies now and then, and store bread on a "
            "shelf where you see it.",
            "Some 40 partners of patients were asked what they eat, and half of them said it was none of our business.",
        )),
        ("Your privacy was sold, court says", (
            "A court in Holm found on Monday that the tram company had sold the names of 4,000 riders to an insurer.",
            "The company said that it had asked for consent. The judge said that nobody reads forty pages on a tram.",
        )),
        ("Page not found, says the library", (
            "Page 404 of the old town chronicle has been missing since the flood, the library said on Monday.",
            *PARAGRAPHS,
        )),
        ("Access denied to villagers at the weir", PARAGRAPHS[:2]),
    ],
)  # fmt: skip
def test_an_article_about_such_a_thing_is_an_article(title: str, paragraphs: tuple[str, ...]) -> None:
    """Control: headlines of reports look like those of notices, without a day or an author too."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    assert read_page(bare(title, f"<article><h1>{title}</h1>{body}</article>").encode()).text[-1] == paragraphs[-1]


def test_an_article_with_many_previews_beside_it_is_an_article() -> None:
    """Control: a list below the text makes no list of the page."""
    assert (
        read_page(page().replace("</article>", f"</article><div>{TEASERS}</div>").encode()).text[-1] == PARAGRAPHS[-1]
    )


def test_text_that_stands_in_a_script_alone_is_told() -> None:
    """One text is read there; of two as long nobody can tell which is meant, and the message says where they are."""
    text = " ".join(PARAGRAPHS)
    script = f'<script type="application/json">{{"body": "{text}"}}</script>'
    assert read_page(bare("Bridge opens", f'<div id="app"></div>{script}').encode())
    script = f'<script type="application/json">{{"body": "{text}", "next": "{text[::-1]}"}}</script>'
    with pytest.raises(Refused, match="only in the data of a script"):
        read_page(bare("Bridge opens", f'<div id="app"></div>{script}').encode())
