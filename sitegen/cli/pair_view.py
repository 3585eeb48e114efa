"""Lays a comparison out for a terminal: side by side where there is room, else one column. Makes lines, prints nothing.

Right-to-left texts always stand in one column: a terminal that turns such lines around would turn the two columns with
them, and the controls that could prevent it are dropped by some terminals and drawn by others.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

import regex

from sitegen.cli.pair_head import Screen, head_lines
from sitegen.cli.pair_runs import BREAK, Pair, deceives, inline_pieces, side_pieces
from sitegen.cli.terminal_text import Piece, Row, columns_of, paint, plural, safe, wrapped
from sitegen.frozen import dataclass
from sitegen.model import Article, Change, ChangeKind, Comparison
from sitegen.model import Row as Aligned
from sitegen.text.languages import direction
from sitegen.text.quoting import without_isolates
from sitegen.text.tokenized import Tokenized
from sitegen.views.headline import as_comparison, tokens_of
from sitegen.views.sections import landings_of

_SIDE_BY_SIDE = 90
"""Columns from which two texts stand beside each other."""
_BETWEEN = " │ "
_RTL = regex.compile(r"(?V1)[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]")
_LETTER = regex.compile(r"\p{L}")
_SIGNS = {"cut": "-", "addition": "+", "move": "~", "split": "¶", "merge": "¶", "typography": "·"}
"""What a remark begins with; `!` where it changes what the reader is told, `›` for the rest."""


@dataclass(frozen=True, slots=True)
class _Item:
    """A row of the comparison where it is shown, or the place where a moved one has arrived."""

    index: int
    row: Aligned
    arrived: bool
    quiet: str
    """`same` or `repeated` where there is nothing to see, and nothing is said of it; else empty."""


def pair_lines(
    comparison: Comparison,
    articles: tuple[Article, Article],
    texts: tuple[Tokenized, Tokenized],
    names: tuple[str, str],
    ignored: Mapping[ChangeKind, int],
    screen: Screen,
) -> Iterator[str]:
    """The lines of the view. `ignored` are kinds that `comparison` no longer holds, with how many there were."""
    pair = Pair.of(comparison, texts, colour=screen.colour)
    two = is_beside(articles, screen)
    yield from head_lines(comparison, articles, texts, names, ignored, screen)
    if two:
        yield ""
        yield from columns_lines([Piece(safe(names[0]), "bold")], [Piece(safe(names[1]), "bold")], screen)
    yield from _headline(comparison, articles, screen, two=two)
    for (quiet, _), run in groupby(_items(pair), key=lambda item: (item.quiet, item.quiet and bool(item.row.left))):
        items = list(run)
        if (quiet == "repeated" or (quiet and len(items) > 1)) and not screen.shows_all:
            yield ""
            yield paint(_fold(pair, articles, items), "soft", screen.colour)
            continue
        for item in items:
            yield ""
            yield paint(_label(item, articles), "soft", screen.colour)
            yield from _beside(pair, item, screen) if two else _below(pair, item, screen)
            yield from _remarks(pair, item, screen)


def is_beside(articles: tuple[Article, Article], screen: Screen) -> bool:
    """Whether the texts stand in two columns."""
    return screen.columns >= _SIDE_BY_SIDE and not screen.inline and not any(map(_is_rtl, articles))


def columns_lines(left: Sequence[Piece], right: Sequence[Piece], screen: Screen) -> Iterator[str]:
    """The lines of two paragraphs in two columns."""
    sides = [wrapped(pieces, _half(screen), screen.colour) for pieces in (left, right)]
    yield from _columns(sides[0], sides[1], screen)


def _headline(comparison: Comparison, articles: tuple[Article, Article], screen: Screen, *, two: bool) -> Iterator[str]:
    """Both headlines as a row, where they differ; that of both, where everything is to be shown."""
    headline = comparison.headline
    if headline is None:
        title = articles[0].headline if articles[0].headline == articles[1].headline else ""
        if title and screen.shows_all:
            yield from ("", paint("── headline ── the same", "soft", screen.colour))
            yield from (row.text for row in wrapped([Piece(safe(title))], screen.columns, screen.colour))
        return
    pair = Pair.of(as_comparison(headline), tokens_of(headline), colour=screen.colour)
    item = _Item(0, pair.comparison.rows[0], False, "")
    places = [_place_of_headline(article) for article in articles]
    yield from ("", paint(f"── headline ── {places[0]} │ {places[1]}", "soft", screen.colour))
    yield from _beside(pair, item, screen) if two else _below(pair, item, screen)
    yield from _remarks(pair, item, screen)


def _place_of_headline(article: Article) -> str:
    if article.headline and "title" not in article.inferred:
        return "front matter"
    return _line_of(article, [index for index, block in enumerate(article.blocks) if block.furniture == "title"])


def _is_rtl(article: Article) -> bool:
    """By its language, else by most of its letters."""
    script_direction = direction(article.language)
    text = " ".join(block.text for block in article.body)
    return script_direction == "rtl" or 2 * len(_RTL.findall(text)) > len(_LETTER.findall(text))


def _items(pair: Pair) -> Iterator[_Item]:
    """The rows in the order of the left, and the moved ones once more where the right has them."""
    rows = pair.comparison.rows
    landings = landings_of(rows)
    yield from (_Item(row_index, rows[row_index], True, "") for row_index in landings.get(-1, ()))
    for index, row in enumerate(rows):
        quiet = row.relation in ("same", "repeated") and index not in pair.told and not deceives(pair, row)
        yield _Item(index, row, False, row.relation if quiet else "")
        yield from (_Item(row_index, rows[row_index], True, "") for row_index in landings.get(index, ()))


def _fold(pair: Pair, articles: tuple[Article, Article], items: Sequence[_Item]) -> str:
    sides = [[block for item in items for block in getattr(item.row, side)] for side in ("left", "right")]
    text, blocks = (pair.texts[0], sides[0]) if sides[0] else (pair.texts[1], sides[1])
    words = sum(text.word_count(text.span(block)) for block in blocks)
    places = [_lines_of(article, side) for article, side in zip(articles, sides, strict=True)]
    same = items[0].quiet == "same"
    heading = "same" if same else f"printed twice in the {'left' if sides[0] else 'right'}"
    count = f"{plural(len(blocks), 'paragraph')}{' the same' if same else ''} ({plural(words, 'word')})"
    return f"── {heading} ── … {count} ── {' │ '.join(places)}"


def _label(item: _Item, articles: tuple[Article, Article]) -> str:
    row = item.row
    heading: str = row.relation
    if row.relation == "moved":
        heading = (
            f"moved ⤶ from paragraph {row.left[0] + 1}" if item.arrived else f"moved ⤷ to paragraph {row.right[0] + 1}"
        )
    elif row.relation == "split":
        heading = f"split into {len(row.right)}"
    elif row.relation == "merged":
        heading = f"{len(row.left)} merged into one"
    elif row.relation == "repeated":
        heading = f"printed twice in the {'left' if row.left else 'right'}"
    places = [_line_of(article, blocks) for article, blocks in zip(articles, (row.left, row.right), strict=True)]
    return f"── {heading} ── {places[0]} │ {places[1]}"


def _line_of(article: Article, blocks: Sequence[int]) -> str:
    return f"line {article.blocks[blocks[0]].line}" if blocks else "–"


def _lines_of(article: Article, blocks: Sequence[int]) -> str:
    last = article.blocks[blocks[-1]].line if blocks else 0
    return f"{_line_of(article, blocks)}–{last}" if len(blocks) > 1 else _line_of(article, blocks)


def _half(screen: Screen) -> int:
    return (screen.columns - columns_of(_BETWEEN)) // 2


def _beside(pair: Pair, item: _Item, screen: Screen) -> Iterator[str]:
    sides = []
    for side_name, blocks in (("left", item.row.left), ("right", item.row.right)):
        elsewhere = _elsewhere(item, side_name) if blocks else f"(not in the {side_name})"
        if item.row.relation == "repeated" and not blocks:
            elsewhere = ""
        pieces = [Piece(elsewhere, "soft")] if elsewhere or not blocks else side_pieces(pair, item.row, side_name)
        sides.append(_paragraphs(pieces, _half(screen), screen.colour, between=True))
    yield from _columns(sides[0], sides[1], screen)


def _elsewhere(item: _Item, side_name: str) -> str:
    """Where a moved row's text stands, said on the side where it does not; empty where it is to be printed."""
    if item.row.relation != "moved" or item.arrived == (side_name == "right"):
        return ""
    return f"(paragraph {(item.row.right if side_name == 'right' else item.row.left)[0] + 1} of the {side_name})"


def _columns(left: Sequence[Row], right: Sequence[Row], screen: Screen) -> Iterator[str]:
    width = _half(screen)
    between = paint(_BETWEEN, "soft", screen.colour)
    for row_index in range(max(len(left), len(right))):
        first = left[row_index] if row_index < len(left) else Row("", 0)
        second = right[row_index].text if row_index < len(right) else ""
        yield f"{first.text}{' ' * (width - first.columns)}{between}{second}".rstrip()


def _below(pair: Pair, item: _Item, screen: Screen) -> Iterator[str]:
    row = item.row
    if row.relation == "moved":
        pieces = side_pieces(pair, row, "right" if item.arrived else "left")
    elif row.relation == "repeated":
        pieces = side_pieces(pair, row, "left" if row.left else "right")
    else:
        pieces = inline_pieces(pair, row)
    yield from (line.text for line in _paragraphs(pieces, screen.columns, screen.colour, between=False))


def _paragraphs(pieces: Iterable[Piece], width: int, colour: bool, *, between: bool) -> list[Row]:
    """The lines of several paragraphs, with an empty one between two where there is to be one."""
    lines: list[Row] = []
    for ends, group in groupby(pieces, key=lambda piece: piece is BREAK):
        if not ends:
            lines += [Row("", 0)] if lines and between else []
            lines += wrapped(group, width, colour)
    return lines


def _remarks(pair: Pair, item: _Item, screen: Screen) -> Iterator[str]:
    """What is said of a row, each with a sign and its kind."""
    for change in () if item.arrived else pair.told.get(item.index, ()):
        if change.rows[0] == item.index:
            yield from _remark(change, screen)
        elif change.kind == "move" and not change.shifted:
            came = f"A sentence came from paragraph {pair.comparison.rows[change.rows[0]].left[0] + 1}."
            yield from _said("~ move: ", came, "moved", screen)


def _remark(change: Change, screen: Screen) -> Iterator[str]:
    matters = change.is_consequential
    sign = "!" if matters else _SIGNS.get(change.kind, "›")
    look = "matters" if matters else "moved" if change.kind in ("move", "split", "merge") else "soft"
    return _said(f"{sign} {change.kind}: ", change.sentence, look, screen)


def _said(lead: str, sentence: str, look: str, screen: Screen) -> Iterator[str]:
    for row_index, row in enumerate(
        wrapped([Piece(safe(lead + without_isolates(sentence)))], screen.columns - 4, False)
    ):
        yield paint(f"  {'' if row_index == 0 else '  '}{row.text}", look, screen.colour)
