"""Lays out what each copy prints around its text: headline, standfirst, byline, dateline, credits, time.

Beside the base's: words that it does not have there are marked; in another language nothing is.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher

from sitegen.model import Article
from sitegen.text.languages import direction, is_one_language
from sitegen.text.standfirst import standfirst_block
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
    return tuple(_row(site, reading, base, article) for article in ordered[:MOST])


def _row(site: Site, reading: StoryReading, base: Article, article: Article) -> PrintedRow:
    same = is_one_language(base.language, article.language)
    tag = article.language if article.language != site.frame.language else ""
    return PrintedRow(
        article=TextLink(label=short_name(site, article), href=href(site.frame.root, article_path(article.id))),
        lang="" if tag == "und" else tag,
        dir="auto" if tag == "und" else direction(tag) if tag else "",
        cells=tuple(
            PrintedCell(pieces=_pieces(before if same else "", words, article.language))
            for before, words in zip(_lines(site, reading, base), _lines(site, reading, article), strict=True)
        ),
        when=when(site, article),
        is_base=article is base,
    )


def _lines(site: Site, reading: StoryReading, article: Article) -> tuple[str, str, str, str, str]:
    """Headline, standfirst, byline, dateline, credits; each may be empty."""
    credits = site.catalogue.in_series(credited_names(article, site.sources.get(article.source)))
    return article.headline, standfirst_shown(reading, article), article.author, article.dateline, credits


def standfirst_shown(reading: StoryReading, article: Article) -> str:
    """The standfirst of an article; empty where it has none, or where its words may not be shown."""
    block = standfirst_block(article.blocks, article.dateline)
    if block is None or not reading.shown.covers(article.id, reading.texts[article.id].span(block)):
        return ""
    return " ".join(article.blocks[block].text.split())


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
