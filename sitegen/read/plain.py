"""Cuts raw text into blocks. Never reads it as Markdown: `2017. was a year` would become a list and lose its number.

Each line that is not empty is a paragraph, unless the file is hard-wrapped; then the lines between two empty ones
are. Knows nothing of titles and furniture.
"""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from sitegen.model import Block, Role
from sitegen.read.lines import one_line
from sitegen.recognise.shapes import ends_sentence, is_caption, is_heading, is_prose, is_wide

_WRAPPED_LINE = 100
"""Characters of a line of hard-wrapped text, at most."""
_FULL_LINE = 40
"""Characters of its usual line, at least; shorter ones are a list, a menu or verse."""
_FULL_WIDE_LINE = 20
"""The same where a character is two columns wide."""
_GOES_ON = 0.3
"""Share of line ends over which a sentence runs, at least."""

Group = list[tuple[int, str]]
"""Numbered lines with no empty line between them."""


def text_blocks(lines: Sequence[str], first: int) -> list[Block]:
    """The blocks of raw text whose first line has the number `first`."""
    groups = _groups(lines, first)
    wrapped = _is_wrapped(groups)
    parts = (
        [(group[0][0], _joined(group)) for group in groups] if wrapped else [line for lines in groups for line in lines]
    )
    alone = {group[0][0] for group in groups if len(group) == 1 or wrapped or len(groups) == 1}
    blocks: list[Block] = []
    for index, (line, text) in enumerate(parts):
        follower = parts[index + 1][1] if index + 1 < len(parts) else ""
        heading = line in alone and is_heading(text) and is_prose(follower)
        role: Role = "heading" if heading else "caption" if is_caption(text) else "paragraph"
        blocks.append(Block(id=f"b{index + 1}", role=role, text=text, line=line))
    return blocks


def _groups(lines: Sequence[str], first: int) -> list[Group]:
    groups: list[Group] = []
    group: Group = []
    for number, line in enumerate(lines, start=first):
        text = line.strip()
        if text:
            group.append((number, text))
        elif group:
            groups.append(group)
            group = []
    return [*groups, group] if group else groups


def _is_wrapped(groups: list[Group]) -> bool:
    several = [group for group in groups if len(group) > 1]
    if not several or len(several) * 2 <= len(groups):
        return False
    pairs = [(before[1], after[1]) for group in several for before, after in pairwise(group)]
    if any(len(line) > _WRAPPED_LINE for pair in pairs for line in pair):
        return False
    wide = sum(is_wide(line) for line, _ in pairs) * 2 > len(pairs)
    full = median(len(line) for line, _ in pairs) >= (_FULL_WIDE_LINE if wide else _FULL_LINE)
    return full and sum(_goes_on(line, after) for line, after in pairs) >= _GOES_ON * len(pairs)


def _goes_on(line: str, after: str) -> bool:
    """Whether a sentence runs over the end of a line."""
    return not ends_sentence(line) and not after[0].isupper() and (after[0].isalnum() or after[0] in "“‘«\"'(—")


def _joined(group: Group) -> str:
    """The lines of a paragraph as one; scripts without spaces get none."""
    text = group[0][1]
    for _, line in group[1:]:
        text += line if is_wide(text[-1]) and is_wide(line[0]) else f" {line}"
    return one_line(text)
