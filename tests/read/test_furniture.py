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
        ("Editing by Jo Doe", "editor"),
        ("(Reporting by Ann Lee; Editing by Jo Doe)", "editor"),
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
        "Related to the vote is another one, on the harbour.",
        "We use cookies in our bakery, said the baker whose shop the council closed on Monday night, " * 6,
        "Join the council for a long night, said the mayor.",
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
