"""Reads the headlines of two copies against each other, as words are in a row. They are no text: see model.Headline."""

from itertools import islice

from sitegen.compare.hunks import whole_phrases
from sitegen.compare.order import is_turned, turned
from sitegen.compare.rarity import rarity_of
from sitegen.compare.words import diff_words
from sitegen.config import Comparing
from sitegen.model import Article, Headline, Op, Row
from sitegen.text.tokenized import Tokenized, tokenize_line

_BEGINNING = 8
"""Blocks at the beginning of a text."""


def compare_headlines(
    articles: tuple[Article, Article],
    bodies: tuple[Tokenized, Tokenized],
    languages: tuple[str, str],
    settings: Comparing,
    stops: frozenset[str],
) -> Headline | None:
    """The ops between two headlines, without changes; None where that is no question. Read in `languages`.

    `bodies` are the tokens of the articles' blocks.

    A headline that was declared says nothing about a text without one: perhaps nobody wrote it down. One that stands in
    the text does: the other text lacks it.
    """
    left, right = articles
    if left.headline == right.headline:
        return None
    texts = tokenize_line(left.headline, languages[0]), tokenize_line(right.headline, languages[1])
    if left.headline and right.headline:
        ops = _ops(texts, settings, stops)
        return Headline(left=left.headline, right=right.headline, languages=languages, ops=ops)
    titled = 0 if left.headline else 1
    if not articles[titled].lifted or _begins_with(articles[1 - titled], bodies[1 - titled], texts[titled].keys):
        return None
    spans = texts[0].span(0), texts[1].span(0)
    op = Op("delete", spans[0], (0, 0)) if left.headline else Op("insert", (0, 0), spans[1])
    return Headline(left=left.headline, right=right.headline, languages=languages, ops=(op,))


def _begins_with(article: Article, body: Tokenized, headline: tuple[str, ...]) -> bool:
    """Whether one of the first blocks of a text is the line, though it was not taken for its headline there."""
    first = islice((index for index, block in enumerate(article.blocks) if not block.furniture), _BEGINNING)
    return any(body.keys[slice(*body.span(index))] == headline for index in first)


def _ops(texts: tuple[Tokenized, Tokenized], settings: Comparing, stops: frozenset[str]) -> tuple[Op, ...]:
    """The ops of two headlines, found in one order whichever text is the left."""
    turn = is_turned(*texts)
    first, second = reversed(texts) if turn else texts
    rarity = rarity_of(first.keys, second.keys, stops)
    ops = diff_words(first.keys, second.keys, gap=settings.gap_tokens, rarity=rarity)
    row = Row(relation="changed", left=(0,), right=(0,), ops=whole_phrases(first, second, ops))
    return (turned((row,), ())[0][0] if turn else row).ops
