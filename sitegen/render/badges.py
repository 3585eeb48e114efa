"""Draws badges as SVG: what a page comes to in a few words, small enough for a line of text."""

from html import escape
from unicodedata import combining, east_asian_width

from sitegen.model import File
from sitegen.views.sharing import Badge

_HEIGHT, _SIZE, _PADDING = 24, 12, 8
_NARROW, _WIDE = 0.58, 1.05
"""Widths of a letter in sizes of its face. The width of the whole is fixed (`textLength`), whatever face there is."""


def badge_file(badge: Badge) -> File:
    """The picture."""
    label, text = _width(badge.label), _width(badge.text)
    left, right = label + 2 * _PADDING, text + 2 * _PADDING
    parts = [(0, left, label, "#1b1915", badge.label), (left, right, text, "#1d4a80", badge.text)]
    if badge.dir == "rtl":
        parts = [(right, left, label, "#1b1915", badge.label), (0, right, text, "#1d4a80", badge.text)]
    drawn = "".join(
        f'<rect x="{x}" width="{width}" height="{_HEIGHT}" fill="{fill}"/>'
        f'<text x="{x + width / 2:g}" y="16" textLength="{length}" lengthAdjust="spacingAndGlyphs">'
        f"{escape(words)}</text>"
        for x, width, length, fill, words in parts
    )
    spoken = escape(badge.spoken, quote=True)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="{_HEIGHT}" role="img" '
        f'aria-label="{spoken}"><title>{spoken}</title><g fill="#fff" font-family="sans-serif" font-size="{_SIZE}" '
        f'text-anchor="middle" direction="{badge.dir}">{drawn}</g></svg>\n'
    )
    return File(badge.path, svg.encode())


def _width(words: str) -> int:
    signs = [sign for sign in words if not combining(sign)]
    return round(sum(_WIDE if east_asian_width(sign) in "WF" else _NARROW for sign in signs) * _SIZE)
