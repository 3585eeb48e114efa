"""Reads the headlines of two copies against each other, as words are in a row. They are no text: see model.Headline."""

from dataclasses import replace

from sitegen.compare.changes import find_changes
from sitegen.compare.hunks import whole_phrases
from sitegen.compare.order import is_turned, turned
from sitegen.compare.rarity import rarity_of
from sitegen.compare.words import diff_words
from sitegen.config import Comparing
from sitegen.model import STYLE, Article, Change, Headline, Op, Row
from sitegen.text.catalogues import Catalogue
from sitegen.text.quoting import trimmed
from sitegen.text.tokenized import Tokenized, tokenize_line

_QUOTED = 80
"""Characters up to which a headline is quoted in full."""
_BEGINNING = 8
"""Blocks at the beginning of a text."""


def compare_headlines(
    left: Article, right: Article, settings: Comparing, stops: frozenset[str], catalogue: Catalogue
) -> Headline | None:
    """How the two headlines stand to each other; None where that is no question.

    A headline that was declared says nothing about a text without one: perhaps nobody wrote it down. One that stands in
    the text does: the other text lacks it.
    """
    if left.headline == right.headline:
        return None
    if not left.headline or not right.headline:
        one, other = (left, right) if left.headline else (right, left)
        return _alone(left, right, catalogue) if one.lifted and not _stands_in(one.headline, other) else None
    texts = tokenize_line(left.headline), tokenize_line(right.headline)
    row = _row(texts, settings, stops)
    languages = (left.language, right.language)
    changes = tuple(map(_placeless, find_changes(texts[0], texts[1], (row,), (), languages, catalogue)))
    if all(op.tag == "replace" for op in row.ops):
        # Nothing stayed: another headline, and not a figure or name of it.
        said = [catalogue.quoted(trimmed(one), _QUOTED) for one in (left.headline, right.headline)]
        sentence = catalogue.gettext("{left} became {right}.", left=said[0], right=said[1])
        changes = tuple(
            one if one.kind in STYLE else replace(one, kind="wording", sentence=sentence) for one in changes
        )
    return Headline(left=left.headline, right=right.headline, ops=row.ops, changes=changes)


def _stands_in(headline: str, article: Article) -> bool:
    """Whether a text begins with the line, though it was not taken for its headline there."""
    keys = tokenize_line(headline).keys
    return any(tokenize_line(block.text).keys == keys for block in article.body[:_BEGINNING])


def _row(texts: tuple[Tokenized, Tokenized], settings: Comparing, stops: frozenset[str]) -> Row:
    """The row of two headlines, found in one order whichever text is the left."""
    turn = is_turned(*texts)
    first, second = reversed(texts) if turn else texts
    rarity = rarity_of(first.keys, second.keys, stops)
    found = diff_words(first.keys, second.keys, gap=settings.gap_tokens, rarity=rarity)
    row = Row(relation="changed", left=(0,), right=(0,), ops=whole_phrases(first, second, found))
    return turned((row,), ())[0][0] if turn else row


def _alone(left: Article, right: Article, catalogue: Catalogue) -> Headline:
    """The headline that one text has, and the other has not."""
    text = tokenize_line(left.headline or right.headline)
    span = text.span(0)
    if left.headline:
        row = Row(relation="left only", left=(0,), right=(), ops=(Op("delete", span, (0, 0)),))
        texts = (text, tokenize_line(""))
        said = catalogue.gettext("The headline {text} is gone.", text=catalogue.quoted(left.headline, _QUOTED))
    else:
        row = Row(relation="right only", left=(), right=(0,), ops=(Op("insert", (0, 0), span),))
        texts = (tokenize_line(""), text)
        said = catalogue.gettext("The headline {text} was added.", text=catalogue.quoted(right.headline, _QUOTED))
    found = find_changes(texts[0], texts[1], (row,), (), (left.language, right.language), catalogue)
    changes = tuple(replace(_placeless(one), sentence=said) for one in found)
    return Headline(left=left.headline, right=right.headline, ops=row.ops, changes=changes)


def _placeless(change: Change) -> Change:
    """Of no row; its id is none that a change of the text may have."""
    return replace(change, id=f"h-{change.id.removeprefix('c-')}", rows=())
