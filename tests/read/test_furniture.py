"""Furniture of the page: what is set aside and, above all, what is not."""

import pytest

from sitegen.model import Article
from tests.read.conftest import Read

PROSE = (
    "The council of the bay said on Monday that the price of water was going to rise again in spring, as it had "
    "before, and that nobody could tell for how long."
)


def furniture(article: Article) -> list[tuple[str, str]]:
    return [(block.furniture, block.text) for block in article.blocks if block.furniture]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("You've reached your monthly limit.", "paywall"),
        ("You’ve reached your free article limit", "paywall"),
        ("COMMENTS", "comments"),
        ("You must be logged in to post a comment.", "comments"),
        ("Share this article", "share"),
        ("Tin liên quan", "related"),
        ("Nach oben", "back to top"),
        ("PUBLICIDAD", "advertisement"),
        ("We use cookies to make this site better.", "cookies"),
        ("返回顶部", "back to top"),
        ("Click to tweet", "share"),
        ("Follow the Skelby Advertiser on Facebook and Twitter.", "share"),
        ("Follow Ida Moe on Instagram, TikTok, and X", "share"),
        ("Editing by Jo Doe", "editor"),
        ("(Edited by Jo Doe)", "editor"),
        ("This article is more than 3 years old", "page header"),
        ("This story was published over a year ago.", "page header"),
        ("Dieser Artikel ist mehr als 2 Jahre alt", "page header"),
        ("Cet article date de plus d’un an", "page header"),
        ("Este artículo tiene más de 5 años", "page header"),
    ],
)
def test_lines_that_are_set_aside(read: Read, line: str, reason: str) -> None:
    """A known phrase is set aside with its reason, in any case and with any quotation mark."""
    assert furniture(read(f"{PROSE}\n\n{PROSE}\n\n{line}\n")) == [(reason, line)]


@pytest.mark.parametrize(
    "line",
    [
        "Comments by the mayor were not welcome on Monday.",
        "He had to subscribe to keep his seat, the council said.",
        "News of the vote spread through the bay within the hour.",
        "Share prices fell after the council voted on Monday.",
        "This article is more than the sum of its parts, the judge said, and it is old.",
        "Related to the vote is another one, on the harbour.",
        "We use cookies in our bakery, said the baker whose shop the council closed on Monday night, " * 6,
        "Join the council for a long night, said the mayor.",
        "Follow the money, the auditor wrote on Facebook and Twitter on Monday.",
        "Find the harbour on Monday, he said on Twitter.",
    ],
)
def test_prose_is_never_set_aside(read: Read, line: str) -> None:
    """A sentence that only begins like furniture is text."""
    assert furniture(read(f"{PROSE}\n\n{line}\n\n{PROSE}\n")) == []


def test_menu_words_count_outside_the_text_only(read: Read) -> None:
    """`News` above the text is a menu; between two paragraphs it may be a heading."""
    assert furniture(read(f"News\n\n{PROSE}\n\nNews\n\n{PROSE}\n")) == [("menu", "News")]


def test_links_to_other_articles(read: Read) -> None:
    """A run of headlines below the text that furniture ends is a list of links."""
    links = ["Harbour Closed By Storm For Days", "Should The Bay Build A Bridge?", "Mayor Opens New School In South"]
    article = read("\n".join([PROSE, *links, "Already a subscriber? Log in"]))
    assert furniture(article)[:3] == [("related", link) for link in links]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Home | News | Harbour | Sport", "menu"),
        ("News > Harbour", "menu"),
        ("Share by mail | Copy link | Print", "share"),
        ("About us | Privacy | © 2031 The Bay Wire", "menu"),
        ("4 min read", "page header"),
    ],
)
def test_lines_of_links(read: Read, line: str, reason: str) -> None:
    """Links in one line are set aside above and below the text."""
    assert furniture(read(f"{line}\n\nWater bill rises again\n\n{PROSE}\n\n{line}\n"))[::2] == [(reason, line)] * 2


@pytest.mark.parametrize(
    "line", ["Water bill rises | The Bay Wire", "Water | Bridge", "Profit > loss, the council says of its books"]
)
def test_titles_with_a_bar_stay(read: Read, line: str) -> None:
    """A headline with its outlet behind a bar is a headline."""
    assert furniture(read(f"{line}\n\n{PROSE}\n"))[0][0] == "title"


def test_links_and_rules_below_the_text(read: Read) -> None:
    """What follows `Related` and what stands between two lines on comments is set aside with them."""
    lines = ["Related", "School asks for a boat of its own", "Baker says the cake was insured", "Comments (14)"]
    article = read(
        "\n".join(
            [PROSE, *lines, "Be polite. Stay on the subject, and never name a minor in a comment.", "Log in to comment"]
        )
    )
    assert [reason for reason, _ in furniture(article)] == ["related"] * 3 + ["comments"] * 3


def test_headlines_that_nothing_introduces_stay(read: Read) -> None:
    """Without furniture beside them, short lines at the end are text."""
    article = read("\n".join([PROSE, "Harbour Closed By Storm", "The Bay Builds A Bridge", "Mayor Opens A School"]))
    assert furniture(article) == []


def test_nothing_but_furniture_is_an_article(read: Read) -> None:
    """A file that holds nothing else keeps its lines as text."""
    assert read("News\nComments\n").body


def test_furniture_in_markdown(read: Read) -> None:
    """Phrases are set aside in Markdown too."""
    assert furniture(read(f"{PROSE}\n\n**Share this article**\n", "a.md")) == [("share", "Share this article")]
