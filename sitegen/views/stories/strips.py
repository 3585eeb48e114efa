"""Draws what a copy is made of as a strip, one path a kind, and says its shares in words."""

from collections.abc import Iterator, Mapping, Sequence

from sitegen.edition import CellKind, CopyAnatomy, OriginKind
from sitegen.text.catalogues import Catalogue, counted
from sitegen.views.pages import CopyStrip, StripPath

_WIDTH = 1000
SHAPES: Mapping[CellKind | OriginKind, tuple[int, int]] = {
    "verbatim": (0, 20),
    "quotation": (0, 20),
    "reworded": (8, 12),
    "moved": (0, 12),
    "translated": (8, 12),
    "own": (14, 6),
    "unknown": (17, 3),
}
"""Top and height of the cells of a kind: told apart without colour too. What is no text of the article is not drawn."""
_SHARES: Mapping[CellKind, tuple[str, str]] = {
    "verbatim": counted("{share} word for word ({count} sentence)", "{share} word for word ({count} sentences)"),
    "reworded": counted("{share} reworded ({count} sentence)", "{share} reworded ({count} sentences)"),
    "moved": counted("{share} at another place ({count} sentence)", "{share} at another place ({count} sentences)"),
    "translated": counted("{share} translated ({count} sentence)", "{share} translated ({count} sentences)"),
    "own": counted("{share} its own ({count} sentence)", "{share} its own ({count} sentences)"),
}
"""What is said of each kind; quotations are kept sentences."""


def cell_widths(lengths: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where each cell begins and how wide it is, with a gap after it, for cells as wide as these lengths."""
    total, reached = sum(lengths) or 1, 0
    for length in lengths:
        left = reached * _WIDTH // total
        reached += length
        yield left, max(1, reached * _WIDTH // total - left - 2)


def copy_strip(anatomy: CopyAnatomy, catalogue: Catalogue) -> CopyStrip:
    """The strip of a copy, in its own order."""
    cells = [cell for cell in anatomy.cells if cell.kind != "furniture"]
    paths: dict[CellKind, list[str]] = {}
    words: dict[CellKind, list[int]] = {}
    for cell, (left, width) in zip(cells, cell_widths([max(1, cell.words) for cell in cells]), strict=True):
        kind: CellKind = "verbatim" if cell.kind == "quotation" else cell.kind
        top, height = SHAPES[kind]
        paths.setdefault(kind, []).append(f"M{left} {top}h{width}v{height}h-{width}z")
        words.setdefault(kind, []).append(cell.words)
    counted_words = sum(map(sum, words.values())) or 1
    return CopyStrip(
        paths=tuple(StripPath(kind=kind, path="".join(path)) for kind, path in paths.items()),
        words=catalogue.in_series(
            catalogue.ngettext(
                *_SHARES[kind], len(words[kind]), share=catalogue.percent(sum(words[kind]) / counted_words)
            )
            for kind in _SHARES
            if kind in words
        ),
    )
