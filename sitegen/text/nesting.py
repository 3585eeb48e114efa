"""Which lists and quotations the blocks of a text stand in, and where each begins and ends. Knows no markup language.

A block says it in `Block.within`, a word for each container, the outermost first: `>` for a quotation, `-` for an item
of a list, `3.` for a numbered one. A word ends in `+` where the item is the next of the list that the block before
stands in, and in `=` where the block goes on in the very same quotation or item. `- 2.+` is the second item of a
numbered list inside an item of another.
"""

from collections.abc import Iterable, Iterator
from typing import Literal

from sitegen.frozen import dataclass

Element = Literal["blockquote", "ul", "ol", "li"]
_ELEMENTS: dict[str, tuple[Element, ...]] = {
    "quotation": ("blockquote",),
    "bullets": ("ul", "li"),
    "numbers": ("ol", "li"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """An element that begins before a block."""

    element: Element
    number: int = 0
    """Of an item of a numbered list; else 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What ends and what begins before a block."""

    ends: tuple[Element, ...] = ()
    """The innermost first."""
    starts: tuple[Start, ...] = ()
    """The outermost first."""


def steps_of(withins: Iterable[str]) -> Iterator[Step]:
    """A step for each block, from its `within`, and one behind the last. Every element that begins also ends.

    A word that goes on with what is not open, since a block between was left out, begins anew.
    """
    kinds: list[str] = []
    for within in withins:
        words = within.split()
        same = 0
        while same < min(len(words), len(kinds)) and words[same][-1] == "=" and _kind(words[same]) == kinds[same]:
            same += 1
        next_item = same < min(len(words), len(kinds)) and words[same][-1] == "+" and _kind(words[same]) == kinds[same]
        ends = list(_ends(kinds[same:]))
        starts = [start for word in words[same:] for start in _starts(word)]
        if next_item:
            ends.pop()
            del starts[0]
        kinds[same:] = map(_kind, words[same:])
        yield Step(ends=tuple(ends), starts=tuple(starts))
    yield Step(ends=tuple(_ends(kinds)))


def going_on(within: str) -> str:
    """The `within` of a block that goes on in all that the block before stands in: nothing ends or begins there."""
    return " ".join(f"{word.rstrip('+=')}=" for word in within.split())


def markup_before(step: Step) -> str:
    """The tags of a step, as HTML. For notes, which have no template."""
    ends = "".join(f"</{element}>" for element in step.ends)
    starts = (
        f'<{start.element} value="{start.number}">' if start.number else f"<{start.element}>" for start in step.starts
    )
    return ends + "".join(starts)


def _kind(word: str) -> str:
    return "quotation" if word[0] == ">" else "bullets" if word[0] == "-" else "numbers"


def _starts(word: str) -> Iterator[Start]:
    number = int(word.rstrip("+=.")) if word[0] not in ">-" else 0
    for element in _ELEMENTS[_kind(word)]:
        yield Start(element=element, number=number if element == "li" else 0)


def _ends(kinds: list[str]) -> Iterator[Element]:
    for kind in reversed(kinds):
        yield from reversed(_ELEMENTS[kind])
