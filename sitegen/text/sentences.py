"""Where the sentences of a text begin. syntok for scripts with spaces, after a cut at marks that always end one.

Tried and given up: pysbd cuts Arabic at commas and is no longer kept.
"""

from collections import deque
from collections.abc import Iterator

import regex
from syntok import segmenter

from sitegen.model import Span
from sitegen.text.patterns import late_pattern
from sitegen.text.tokenized import Tokenized

_ALWAYS = late_pattern(r"(?<=[。！？؟।။።](?:[”」』’\"]?))(?![”」』’\"])")


_GOES_ON = late_pattern(
    r"""(?:^|[\s(“„«"])(?:\p{Lu}|Drs?|Mrs?|Ms|Mme|Prof|Ste?|Sra?|Srta|TP|Th?S|P?GS|Gen|Gov|Sen|Rep|Lt|Col|Sgt|Capt|Rev)\.\s*$
    | \b(?:am|vom|zum|ab|bis|de[mnrs]|die|seit|nach|und)\s\d{1,2}\.\s*$""",
    regex.VERBOSE,
)
"""What ends in a full stop and ends no sentence, though syntok may think so: titles, initials, German days."""
_STATE = late_pattern(
    r"\p{Lu}, (?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla"
    r"|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)\.\s*$"
)
"""The end of a town's name in capitals and its state, as American agencies write both before their first words."""
_CLOSES = late_pattern(r"[»”’\"')\]]{1,16}\s+")
"""Marks that end what stands before them; a guillemet that opens has no space after it. No sentence ends in more."""
_RUNS_ON = late_pattern(r"(?<![.!?…:][\"'”’»)\]]{0,3}\s*)$")
"""What ends in none of the marks that end a sentence: behind it a dash begins none. Of agencies' reports the dateline,
`HOLM (Northern Wire) - The ferry ...`, was printed as their first sentence."""
_DASHES = "-–—"
_OPENS = late_pattern(r"(?<=[.!?]\s)(?=[¿¡])")
"""Where a Spanish question begins, whatever stands before it."""
_GLUED = late_pattern(r"(?<=\p{Ll}[.!?])(?:”(?=\p{Lu}\p{Ll})|(?=“\p{Lu})|\"(?=\p{Lu}\p{Ll}))")
"""Where a page lost a line between two sentences, at a quotation mark: `it fell.”The end`, `it fell.“We won`."""
_LOOK_BACK = 16


def sentence_starts(text: str) -> tuple[int, ...]:
    """Offsets at which sentences begin, the first of them 0; empty for a text without any."""
    starts: list[int] = []
    at = 0
    for part in (two for some in _ALWAYS.split(text) for one in _OPENS.split(some) for two in _unglued(one)):
        for paragraph in segmenter.analyze(part):
            starts += [at + sentence[0].offset for sentence in paragraph if sentence]
        at += len(part)
    begun = [_after_closers(text, start) for start in starts[1:]]
    return (0, *(border for border in begun if border < len(text) and _is_border(text, border))) if starts else ()


def _unglued(text: str) -> Iterator[str]:
    """A text, cut where two sentences are glued at a quotation mark; a straight one closes if one is open before it."""
    start = seen = 0
    opened = False
    for glued in _GLUED.finditer(text):
        border = glued.end()
        if glued[0] == '"':
            last = text.rfind('"', seen, glued.start())
            if last >= 0:
                opened = last == 0 or text[last - 1].isspace()
            opened, seen = not opened, glued.end()
            border = glued.start() if opened else border
        yield text[start:border]
        start = border
    yield text[start:]


def _is_border(text: str, border: int) -> bool:
    before = text[max(0, border - _LOOK_BACK) : border]
    return (
        not _GOES_ON.search(before)
        and not _STATE.search(before)
        and not (text[border] in _DASHES and _RUNS_ON.search(before))
    )


def _after_closers(text: str, start: int) -> int:
    found = _CLOSES.match(text, start)
    return int(found.end()) if found else start


_ENDS = frozenset({".", "!", "?", "...", ":", ";", "。", "？", "！", "؟", "؛", "।", "॥", "།", "။"})
"""Keys of marks that may end a sentence."""
_CLOSERS = frozenset({'"', "'", ")", "]", "」", "』", "）"})
_CLOSERS_UP_TO = 8
"""Marks that close something behind a sentence, at most."""
_ENDS_OR_CLOSERS = _ENDS | _CLOSERS


def may_end(text: Tokenized, at: int) -> bool:
    """Whether a sentence may end before token `at`: a block does, or a mark says so.

    A border at an abbreviation is one too many, which does no harm where borders are only offered; a hundred times as
    fast as cutting sentences.
    """
    if at == 0 or at == len(text.tokens) or text.block_of(at) != text.block_of(at - 1):
        return True
    if text.keys[at] == ",":
        # `Dana Holm, D-Mass., said`: what goes on after a comma has not ended.
        return False
    before = at - 1
    # Bounded, since marks that never close may follow one another by the thousand.
    while before > max(at - 1 - _CLOSERS_UP_TO, 0) and text.keys[before] in _CLOSERS:
        before -= 1
    glued = not text.tokens[at - 1].text[-1:].isspace() and text.keys[at] in _ENDS_OR_CLOSERS
    return text.keys[before] in _ENDS and not glued


def ends_inside(text: Tokenized, span: Span) -> list[int]:
    """The tokens of a block, its first left out, before which a sentence may end. `span` is the block's."""
    start, end = span
    before = enumerate(text.keys[start : end - 1], start + 1)
    return [token for token, key in before if key in _ENDS_OR_CLOSERS and may_end(text, token)]


def sentence_spans(text: Tokenized, block: int) -> tuple[Span, ...]:
    """The sentences of a block as ranges of tokens, contiguous over the whole block."""
    first, end = text.span(block)
    wanted = deque(sentence_starts(text.text((first, end)))[1:])
    borders = [first]
    offset = 0
    for at in range(first, end):
        if wanted and offset >= wanted[0]:
            while wanted and wanted[0] <= offset:
                wanted.popleft()
            borders.append(at)
        offset += len(text.tokens[at].text)
    return tuple(zip(borders, [*borders[1:], end], strict=True)) if first < end else ()
