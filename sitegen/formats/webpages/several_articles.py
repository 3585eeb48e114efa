"""A page that prints several articles, cut into pages of one article each. Reads none of them.

Pages that go on with the next article below the first, and pages that a reader put together, print each in an `article`
of its own under a headline of the first rank. Where two of these have running text, the page is cut there. What the
head of the page says is kept for the article that it names, if it names one; of the others only the site is known.

Headlines of the second rank are no border: of 102 real pages three print articles under them, all of them previews.
"""

import copy
from collections.abc import Iterable, Sequence
from typing import Any

from sitegen.formats.webpages.page_blocks import PageBlock, page_blocks, runs_in, words_of
from sitegen.frozen import dataclass
from sitegen.read.refusal import Refused
from sitegen.recognise.shapes import ends_sentence

_PROSE_WORDS = 8
_FEWEST_PARAGRAPHS = 2
"""Paragraphs below a headline that make an article of it; a preview has one."""
_FEWEST_WORDS = 30
MOST_ARTICLES = 30
"""Of one page; each is read from a copy of the page's tree."""
_ITS_OWN = 0.9
"""Share of the text's runs that stand in its article, at least: lists and notes are joined or cut by the extractors."""
_SITE_NAMES = ("og:site_name", "application-name", "dc.publisher")
"""What the head of a page says of its site, and of no article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePart:
    """One article of a page that prints several."""

    number: int
    """From 1, in the order of the page."""
    count: int
    """How many the page prints."""
    source: str
    """The page without the other articles; where `is_named` is false, without what its head says of its article."""
    is_named: bool
    """Whether it is the article that the head of the page names."""
    blocks: tuple[PageBlock, ...]
    """Of the article's element."""

    def holds(self, lines: Sequence[str]) -> bool:
        """Whether a text was taken from this article."""
        runs = runs_in(lines)
        shared = runs & runs_in(block.text for block in self.blocks)
        return len(shared) >= _ITS_OWN * max(1, len(runs))


def article_parts(tree: Any, titles: Iterable[str]) -> tuple[ArticlePart, ...]:
    """The articles of the page in an lxml tree, each apart; empty where it does not print several.

    `titles` are those that the head of the page states. Raises Refused where there are too many articles.
    """
    from lxml import html

    headlines = [words_of(_headline(article)) for article in _articles(tree)]
    if len(headlines) < 2:
        return ()
    if len(headlines) > MOST_ARTICLES:
        message = f"this page holds {len(headlines)} articles, and at most {MOST_ARTICLES} are told apart"
        raise Refused("several-articles", message, "save each from an address of its own")
    stated = [words for title in titles if (words := words_of(title))]
    # The name of the site may stand behind the headline.
    fitting = [
        number for number, words in enumerate(headlines) if any(title[: len(words)] == words for title in stated)
    ]
    named = fitting[0] if len(fitting) == 1 else -1
    parts = []
    for number in range(len(headlines)):
        page = copy.deepcopy(tree.getroottree())
        articles = _articles(page.getroot())
        for neighbour in articles[:number] + articles[number + 1 :]:
            _remove(neighbour)
        if number != named:
            _forget_head(page.getroot())
        parts.append(
            ArticlePart(
                number=number + 1,
                count=len(headlines),
                source=html.tostring(page, encoding="unicode"),
                is_named=number == named,
                blocks=page_blocks(articles[number]),
            )
        )
    return tuple(parts)


def _articles(tree: Any) -> list[Any]:
    """The outermost `article` elements with a headline of the first rank and running text."""
    outermost = (
        article
        for article in tree.iter("article")
        if not any(element.tag == "article" for element in article.iterancestors())
    )
    return [article for article in outermost if words_of(_headline(article)) and _has_text(article)]


def _headline(article: Any) -> str:
    heading = article.find(".//h1")
    return "" if heading is None else "".join(heading.itertext())


def _has_text(article: Any) -> bool:
    prose = [
        len(block.words)
        for block in page_blocks(article)
        if len(block.words) >= _PROSE_WORDS and ends_sentence(block.text) and not block.path[-1].startswith("h1.")
    ]
    return len(prose) >= _FEWEST_PARAGRAPHS and sum(prose) >= _FEWEST_WORDS


def _forget_head(tree: Any) -> None:
    """Takes out what speaks of another article: its data, addresses and moments, and where it was saved from."""
    from lxml import etree

    for element in list(tree.iter("meta", "link", "script", etree.Comment)):
        name = "" if element.tag is etree.Comment else element.get("property") or element.get("name") or ""
        is_of_site = element.get("charset") is not None if element.tag == "meta" else False
        if not is_of_site and name.lower() not in _SITE_NAMES:
            _remove(element)


def _remove(element: Any) -> None:
    """Takes an element out and leaves the text that follows it."""
    parent, previous = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail and previous is not None:
        previous.tail = (previous.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)
