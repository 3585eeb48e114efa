"""Where the sentences of a text begin. syntok for scripts with spaces, after a cut at marks that always end one.

Tried and given up: pysbd cuts Arabic at commas and is no longer kept.
"""

import regex
from syntok import segmenter

from sitegen.model import Span
from sitegen.text.tokenized import Tokenized

_ALWAYS = regex.compile(r"(?<=[。！？؟।။።](?:[”」』’\"]?))(?![”」』’\"])")


def sentence_starts(text: str) -> tuple[int, ...]:
    """Offsets at which sentences begin, the first of them 0; empty for a text without any."""
    starts: list[int] = []
    at = 0
    for part in _ALWAYS.split(text):
        for paragraph in segmenter.analyze(part):
            starts += [at + sentence[0].offset for sentence in paragraph if sentence]
        at += len(part)
    return (0, *starts[1:]) if starts else ()


_ENDS = frozenset({".", "!", "?", "...", ":", ";", "。", "？", "！", "؟", "؛", "।", "॥", "།", "။"})
"""Keys of marks that may end a sentence."""
_CLOSERS = frozenset({'"', "'", ")", "]", "」", "』", "）"})
_ENDS_OR_CLOSERS = _ENDS | _CLOSERS


def may_end(text: Tokenized, at: int) -> bool:
    """Whether a sentence may end before token `at`: a block does, or a mark says so.

    A border at an abbreviation is one too many, which does no harm where borders are only offered; a hundred times as
    fast as cutting sentences.
    """
    if at == 0 or at == len(text.tokens) or text.block_of(at) != text.block_of(at - 1):
        return True
    before = at - 1
    while before and text.keys[before] in _CLOSERS:
        before -= 1
    glued = not text.tokens[at - 1].text[-1:].isspace() and text.keys[at] in _ENDS_OR_CLOSERS
    return text.keys[before] in _ENDS and not glued


def sentence_spans(text: Tokenized, block: int) -> tuple[Span, ...]:
    """The sentences of a block as ranges of tokens, contiguous over the whole block."""
    first, end = text.span(block)
    wanted = list(sentence_starts(text.text((first, end))))[1:]
    borders = [first]
    offset = 0
    for at in range(first, end):
        if wanted and offset >= wanted[0]:
            wanted = [start for start in wanted if start > offset]
            borders.append(at)
        offset += len(text.tokens[at].text)
    return tuple(zip(borders, [*borders[1:], end], strict=True)) if first < end else ()
