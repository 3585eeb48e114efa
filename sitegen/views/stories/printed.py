"""Lays out what is printed around the text of each copy: headline, byline, dateline, credits, time, beside the base's.

Words that the base does not have there are marked; in another language nothing is. A standfirst is a paragraph of the
text: no archive says which paragraph is one, and a guess would take first sentences for it.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher

from sitegen.model import Article
from sitegen.text.languages import direction, is_one_language
from sitegen.text.tokenized import tokenize_line
from sitegen.views.addresses import article_path, href
from sitegen.views.common import Site, short_name, when
from sitegen.views.names import credited_names
from sitegen.views.pages import PrintedCell, PrintedRow, TextLink, WordingPiece
from sitegen.views.story_reading import StoryReading

MOST = 40
"""Copies that the table has, the base and the earliest; the data has all."""
_ALIKE = 0.4
"""Share of the words of two lines from which those of one are marked in the other: below, `to` and `the` meet."""
_MOST_COMPARED = 400
"""Tokens of a line, above which it is told as another one: the work is their square, and no headline is as long."""


def printed_rows(site: Site, reading: StoryReading) -> tuple[PrintedRow, ...]:
    """One a copy, the base's first."""
    base = reading.articles[reading.story.base]
    ordered = sorted(reading.articles.values(), key=lambda article: (article is not base, article.chronology))
    return tuple(_row(site, base, article) for article in ordered[:MOST])


def _row(site: Site, base: Article, article: Article) -> PrintedRow:
    same = is_one_language(base.language, article.language)
    tag = article.language if article.language != site.frame.language else ""
    return PrintedRow(
        article=TextLink(label=short_name(site, article), href=href(site.frame.root, article_path(article.id))),
        lang="" if tag == "und" else tag,
        dir="auto" if tag == "und" else direction(tag) if tag else "",
        cells=tuple(
            PrintedCell(pieces=_pieces(before if same else "", words, article.language))
            for before, words in zip(_lines(site, base), _lines(site, article), strict=True)
        ),
        when=when(site, article),
        is_base=article is base,
    )


def _lines(site: Site, article: Article) -> tuple[str, str, str, str]:
    """Headline, byline, dateline, credits; each may be empty."""
    return (
        article.headline,
        article.author,
        article.dateline,
        ", ".join(credited_names(article, site.sources.get(article.source))),
    )


def _plain(words: str) -> tuple[WordingPiece, ...]:
    return (WordingPiece(text=words),) if words else ()


def _pieces(before: str, words: str, language: str) -> tuple[WordingPiece, ...]:
    """A line with the words marked that the base's does not have at that place."""
    if not before or not words or before == words:
        return _plain(words)
    left, right = tokenize_line(before, language), tokenize_line(words, language)
    if max(len(left.keys), len(right.keys)) > _MOST_COMPARED:
        return (WordingPiece(text=words, mark="ins"),)
    matcher = SequenceMatcher(a=left.keys, b=right.keys, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return (WordingPiece(text=words, mark="ins"),)
    pieces: list[WordingPiece] = []
    for tag, _, _, start, end in matcher.get_opcodes():
        if start < end:
            mark = "" if tag == "equal" else "ins"
            pieces.append(WordingPiece(text=right.text((start, end)), mark=mark))
    return tuple(pieces)


def has_lines(rows: Sequence[PrintedRow]) -> tuple[bool, ...]:
    """Which of the lines some copy has: columns without any are left out."""
    return tuple(any(cells) for cells in zip(*(tuple(cell.pieces for cell in row.cells) for row in rows), strict=True))
