"""Cuts a page into the blocks it prints, each with the elements it stands in. Judges nothing.

A block is a run of text between two borders: of an element that is no part of a line, or `<br>`. Scripts and
fields of forms are left out; what is hidden by a style or an attribute is kept and marked: the file holds
it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import field
from typing import Any

from sitegen.frozen import dataclass

_IN_LINE_TAGS = """
    a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr picture q rp rt ruby s
    samp small source span strike strong sub sup time tt u var wbr
"""
_IN_LINE = frozenset(_IN_LINE_TAGS.split())
_NO_TEXT_TAGS = """
    audio button canvas head iframe math object option script select style svg textarea video
"""
_NO_TEXT = frozenset(_NO_TEXT_TAGS.split())
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDING_TAGS = ("template", "noscript")
_WIDE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
_WORD = re.compile(f"[{_WIDE}]|[^\\W{_WIDE}]+")
RUN = 4
"""Words of a run, as the public extraction benchmark counts them."""

Run = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBlock:
    """One run of text of a page."""

    text: str
    words: tuple[str, ...]
    """As they are compared; a sign of a script that sets no spaces is one."""
    path: tuple[str, ...]
    """`tag.class` of each element it stands in, the innermost last; elements that are parts of a line are none."""
    ancestors: tuple[int, ...]
    """Which elements those are, by number: two blocks with the same last number are siblings."""
    linked: float
    """Share of its characters that are links."""
    hidden: bool
    """Whether a style, an attribute or a tag hides it from readers."""


def words_of(text: str) -> tuple[str, ...]:
    """Words as texts of one page are compared."""
    return tuple(_WORD.findall(text.casefold()))


def runs_of(words: tuple[str, ...]) -> Iterator[Run]:
    """Runs of four words; a shorter text is one run."""
    if words:
        yield from (words[start : start + RUN] for start in range(max(1, len(words) - RUN + 1)))


def runs_in(texts: Iterable[str]) -> frozenset[Run]:
    """All runs of some texts."""
    return frozenset(run for text in texts for run in runs_of(words_of(text)))


def page_blocks(tree: Any) -> tuple[PageBlock, ...]:
    """The blocks of an lxml tree in their order."""
    body = tree.find(".//body")
    cutter = _Cutter()
    cutter.cut(tree if body is None else body)
    return tuple(cutter.blocks)


@dataclass(slots=True)
class _Cutter:
    """Walks a tree once, without recursion: a page decides how deep it nests."""

    blocks: list[PageBlock] = field(default_factory=list)
    path: list[str] = field(default_factory=list)
    ancestors: list[int] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    links: int = 0
    """How many links are open."""
    linked: int = 0
    """Characters of the parts that are links."""
    hiding: int = 0
    """How many elements that hide their content are open."""
    count: int = 0

    def cut(self, root: Any) -> None:
        from lxml import etree

        skipped: Any = None
        for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
            if event == "start":
                if skipped is None and element.tag in _NO_TEXT:
                    skipped = element
                elif skipped is None:
                    self._open(element)
            elif skipped is None and event == "end":
                self._close(element)
            if element is skipped and event == "end":
                skipped = None
            if event != "start" and skipped is None and element is not root:
                self._add(element.tail)
        self._flush()

    def _open(self, element: Any) -> None:
        tag = element.tag
        if tag == "br":
            self._flush()
        elif tag not in _IN_LINE:
            self._flush()
            self.count += 1
            self.path.append(f"{tag}.{' '.join((element.get('class') or '').split())}")
            self.ancestors.append(self.count)
        self.links += tag == "a"
        self.hiding += _hides(element)
        self._add(element.text)

    def _close(self, element: Any) -> None:
        if element.tag != "br" and element.tag not in _IN_LINE:
            self._flush()
            self.path.pop()
            self.ancestors.pop()
        self.links -= element.tag == "a"
        self.hiding -= _hides(element)

    def _add(self, text: str | None) -> None:
        if text:
            self.parts.append(text)
            self.linked += len("".join(text.split())) if self.links else 0

    def _flush(self) -> None:
        text = " ".join("".join(self.parts).split())
        if words := words_of(text):
            block = PageBlock(
                text=text,
                words=words,
                path=tuple(self.path),
                ancestors=tuple(self.ancestors),
                linked=self.linked / max(1, len(text.replace(" ", ""))),
                hidden=self.hiding > 0,
            )
            self.blocks.append(block)
        self.parts.clear()
        self.linked = 0


def _hides(element: Any) -> bool:
    return (
        element.tag in _HIDING_TAGS
        or element.get("hidden") is not None
        or bool(_HIDING.search(element.get("style") or ""))
    )
