"""Draws the picture that networks and messengers show beside a link: the title and the clauses of what was found.

Pillow lays the letters out, by HarfBuzz and FriBidi, so that Arabic is joined and numbers stand where they belong; the
face is part of this package, so that the same words are the same bytes. A text with a letter that the face lacks has no
card: an empty box where a name was is worse than none.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby

import numpy as np

from sitegen.config import Appearance
from sitegen.model import File
from sitegen.render.png import png_of
from sitegen.views.addresses import card_path
from sitegen.views.pages import Frame, Text
from sitegen.views.sharing import Shared

WIDTH, HEIGHT = 1200, 630
_MARGIN, _BAR = 72, 14
_KICKER, _TITLE, _CLAUSE = 26, 54, 36
"""Sizes of the face, in pixels."""
_TITLE_LINES, _CLAUSE_LINES = 3, 5
_LINES_OF_EACH = (2, 2, 1)
"""Of a claim, the sentence that is meant, and who has it, where they are parts."""
_LEADING = 1.3
_SHADES = 15
"""Colours between ground and letters; one more is that of the bar."""
_INK, _PAPER, _LINK = "#1b1915", "#fcfbf8", "#1d4a80"


def missing_for_cards() -> str:
    """What cards need and this machine lacks; empty where it has all."""
    try:
        from PIL import features
    except ImportError:
        return "Pillow is not installed"
    return "" if features.check("raqm") else "Pillow finds no FriBidi (Debian: libfribidi0)"


def card_file(frame: Frame, look: Appearance, shared: Shared, faces: Mapping[str, bytes]) -> File:
    """The picture of a page; `faces` are the files of the face by its weights."""
    from PIL import Image, ImageDraw

    image = Image.new("L", (WIDTH, HEIGHT), 0)
    draw = ImageDraw.Draw(image)
    top = float(_MARGIN)
    for text, direction, name, size, most in _blocks(frame, shared):
        face = face_of(faces[name], size)
        edge, anchor = (WIDTH - _MARGIN, "ra") if direction == "rtl" else (_MARGIN, "la")
        for line in _lines(text, face, direction, most):
            draw.text((edge, top), line, font=face, fill=255, direction=direction, anchor=anchor)
            top += size * _LEADING
        top += size * 0.45
    shades = (np.asarray(image, np.uint16) * (_SHADES - 1) + 127) // 255
    pixels = shades.astype(np.uint8)
    bar = slice(WIDTH - _BAR, WIDTH) if frame.dir == "rtl" else slice(0, _BAR)
    pixels[:, bar] = _SHADES
    return File(card_path(shared.page), png_of(pixels, _palette(look)))


def _blocks(frame: Frame, shared: Shared) -> Iterator[tuple[str, str, str, int, int]]:
    """Text, direction, face, size and most lines of each part, from the top.

    Sentences that run the same way are one part. Of one that runs against the page the marks would stand on the wrong
    lines, inside a line of the others.
    """
    yield frame.title, frame.dir, "Regular", _KICKER, 1
    yield shared.title.text, frame.dir, "Bold", _TITLE, _TITLE_LINES
    runs = [
        (direction, " ".join(sentence.text for sentence in run))
        for direction, run in groupby(shared.sentences, key=lambda sentence: _direction(sentence, frame))
    ]
    lines = (_CLAUSE_LINES,) if len(runs) == 1 else _LINES_OF_EACH
    for (direction, text), most in zip(runs, lines, strict=False):
        yield text, direction, "Regular", _CLAUSE, most


def _direction(sentence: Text, frame: Frame) -> str:
    return sentence.dir if sentence.dir in ("ltr", "rtl") else frame.dir


@lru_cache(maxsize=8)
def face_of(file: bytes, size: int):  # type: ignore[no-untyped-def]
    """The face that is in a file, in a size."""
    from PIL import ImageFont

    return ImageFont.truetype(io.BytesIO(file), size, layout_engine=ImageFont.Layout.RAQM)


def _lines(text: str, face, direction: str, most: int) -> list[str]:  # type: ignore[no-untyped-def]
    """The text in lines that fit, at most so many; an ellipsis says that there is more."""
    width = WIDTH - 2 * _MARGIN
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if face.getlength(longer, direction=direction) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        line = word
    lines.append(line)
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1]} …"]
    return [_fitted(line, face, direction, width) for line in lines]


def _fitted(line: str, face, direction: str, width: int) -> str:  # type: ignore[no-untyped-def]
    """A line that is too wide, as one word may be, without its end."""
    if face.getlength(line, direction=direction) <= width:
        return line
    plain = line.removesuffix(" …")
    while plain and face.getlength(f"{plain}…", direction=direction) > width:
        plain = plain[:-1]
    return f"{plain.rstrip()}…"


def _palette(look: Appearance) -> Sequence[tuple[int, int, int]]:
    paper, ink, link = (
        _rgb((value or default).partition(" ")[0])
        for value, default in ((look.paper, _PAPER), (look.ink, _INK), (look.link, _LINK))
    )
    steps = _SHADES - 1
    between = [
        (
            (paper[0] * (steps - step) + ink[0] * step) // steps,
            (paper[1] * (steps - step) + ink[1] * step) // steps,
            (paper[2] * (steps - step) + ink[2] * step) // steps,
        )
        for step in range(_SHADES)
    ]
    return [*between, link]


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
