"""What a text says of itself, block by block: roles and labels, and whether it breaks off. Reads no file.

`recognise_blocks` is called when the furniture, headline and byline have been set aside: what is no text has no role in
it, and a headline that is known for one is no crosshead. The order inside goes from what says what it is (a notice, a
credit) over what is told by its form (numbers, stamps, turns) to what only its surroundings tell (crossheads, pull
quotes), since the last must know which blocks are running text.

A role never changes the text of a block; a label is a range of it. Where nothing is sure a block stays a paragraph: a
role that is wrong hides words from comparison.
"""

from collections.abc import Callable, Mapping, Sequence

from sitegen.frozen import replace
from sitegen.model import Block, Role
from sitegen.recognise.asides import biographies, is_prompt
from sitegen.recognise.breaks import break_off
from sitegen.recognise.captions import is_credit, is_picture_caption, is_picture_credit
from sitegen.recognise.crossheads import crossheads, pull_quotes
from sitegen.recognise.notices import bullet_of, is_correction, is_notice, notice_start
from sitegen.recognise.numbering import labels_of_entries
from sitegen.recognise.speakers import labels_of_turns, names_alone
from sitegen.recognise.stamps import labels_of_stamped, labels_of_updates, stamps_alone
from sitegen.text.footnotes import footnote_marks

__all__ = [
    "break_off",
    "footnote_marks",
    "is_correction",
    "is_credit",
    "is_picture_credit",
    "notice_start",
    "recognise_blocks",
    "unrecognised",
]

_PROMPTS = ("advertisement", "newsletter", "paywall", "related", "share")
"""Reasons of furniture that asks the reader to do something."""
_OPEN: tuple[Role, ...] = ("paragraph", "heading", "entry", "quotation")
"""Roles that the markup gives and a text may make more exact."""
_LINES: tuple[Role, ...] = ("paragraph", "heading", "entry")
_FEWEST_ALONE = 2
"""Labels that are blocks of their own, from which on the blocks below them are theirs."""
_RECOGNISED: Mapping[Role, Role] = {
    "crosshead": "heading",
    "turn": "paragraph",
    "stamped": "paragraph",
    "pull quote": "paragraph",
    "notice": "paragraph",
    "credit": "paragraph",
    "prompt": "paragraph",
}


def recognise_blocks(blocks: Sequence[Block], language: str) -> tuple[Block, ...]:
    """The same blocks with what they are in their text, and their labels. `language` is a BCP 47 tag, or `und`.

    Linear in the text. Recognising again what was recognised changes nothing.
    """
    recognised = [unrecognised(block) for block in blocks]
    _label(recognised, labels_of_updates, "stamped", _OPEN)
    for index, block in enumerate(recognised):
        if block.furniture in _PROMPTS:
            recognised[index] = replace(block, role="prompt")
        elif not block.furniture and block.role in _OPEN and (role := _by_words(block, language)):
            end = bullet_of(block.text) if role == "notice" else 0
            recognised[index] = _labelled(replace(block, role=role), end)
    stamps = {index: recognised[index].text for index in stamps_alone(recognised, _indexes(recognised, _LINES))}
    _label(recognised, lambda *_: {index: len(text) for index, text in stamps.items()}, "stamped", _LINES)
    if len(stamps) < _FEWEST_ALONE:
        _label(recognised, labels_of_stamped, "stamped", _LINES)
    _label(recognised, labels_of_turns, "turn", ("paragraph", "quotation"))
    names = names_alone(recognised, _indexes(recognised, ("paragraph", "heading")))
    _assign(recognised, frozenset(names), "turn")
    _label(recognised, lambda *_: {index: len(text) for index, text in names.items()}, "turn", ("turn",))
    _label(recognised, labels_of_entries, "entry", _OPEN)
    _assign(recognised, biographies(recognised, _indexes(recognised, ("paragraph",))), "credit")
    _assign(recognised, pull_quotes(recognised, _indexes(recognised, ("paragraph", "quotation"))), "pull quote")
    _assign(recognised, crossheads(recognised, _indexes(recognised, (*_OPEN, "turn"))), "crosshead")
    # At the end, since a crosshead between two entries of a live blog is none of its paragraphs.
    _label_below(recognised, stamps, "stamped")
    _label_below(recognised, names, "turn")
    return tuple(recognised)


def unrecognised(block: Block) -> Block:
    """A block as its file alone gives it, before it was seen among the others."""
    if block.role == "cell" or not (block.label or block.role in _RECOGNISED):
        return block
    return replace(block, role=_RECOGNISED.get(block.role, block.role), label="", label_end=0)


def _by_words(block: Block, language: str) -> Role | None:
    """The role of a block that says by itself what it is."""
    if is_notice(block.text, language):
        return "notice"
    if is_credit(block.text):
        return "credit"
    if is_picture_caption(block.text):
        return "caption"
    return "prompt" if is_prompt(block.text) else None


def _label_below(blocks: list[Block], labels: Mapping[int, str], role: Role) -> None:
    """Gives the paragraphs below each label that is a block of its own that label, which they do not print.

    Where there is but one, nobody knows how far it reaches.
    """
    label = ""
    for index in _indexes(blocks, ("paragraph", role)) if len(labels) >= _FEWEST_ALONE else ():
        if index in labels:
            label = blocks[index].label
        elif label and blocks[index].role == "paragraph":
            blocks[index] = replace(blocks[index], role=role, label=label)


def _label(
    blocks: list[Block],
    find: Callable[[Sequence[Block], Sequence[int]], Mapping[int, int]],
    role: Role,
    among: Sequence[Role],
) -> None:
    for index, end in find(blocks, _indexes(blocks, among)).items():
        block = blocks[index]
        # A heading that is numbered stays one, unless its label is all of it.
        stays = block.role == "heading" and end < len(block.text)
        blocks[index] = _labelled(replace(block, role="heading" if stays else role), end)


def _labelled(block: Block, end: int) -> Block:
    return replace(block, label=block.text[:end].strip(), label_end=end) if end else block


def _assign(blocks: list[Block], indexes: frozenset[int], role: Role) -> None:
    for index in indexes:
        blocks[index] = replace(blocks[index], role=role)


def _indexes(blocks: Sequence[Block], roles: Sequence[Role]) -> list[int]:
    return [index for index, block in enumerate(blocks) if block.role in roles and not block.furniture]
