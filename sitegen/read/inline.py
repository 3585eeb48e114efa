"""Converts the inside of one Markdown block. The only place that imports markdown.

Python-Markdown runs without its block processors but paragraph, and without its pass over raw HTML blocks,
whose cost grows with the square of the text. Footnotes are ours: its extension needs ids, which no article may set.
"""

import re
import xml.etree.ElementTree as etree
from functools import cache

import markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from sitegen.read.lines import one_line
from sitegen.read.sanitise import plain_text, sanitise

_MARKUP = re.compile(r"[*_`\[\]<\\]|&[#\w]+;|  $", re.MULTILINE)
_LARGEST = 20_000
"""Characters of a block that is converted, at most: 3,000 words."""
_MOST_MARKS = 1_000
"""Marks in a block that is converted, at most; a long paragraph full of links has 200."""
_MOST_MARKS_OF_FILE = 20_000
"""The same for a whole file: a hostile mark costs Python-Markdown up to 80 microseconds."""
_COUNTED = ("[", "*", "_", "`", "<", "&", "\\", "!", "|", "  \n")
_BRACKETS = {"[": 1, "]": -1}


class Converter:
    """Converts the blocks of one file, which share its references and notes."""

    def __init__(
        self, references: dict[str, str], notes: dict[str, str], nesting: int, *, is_editors: bool = False
    ) -> None:
        """`is_editors` says that the editor wrote the file, so that its links may lead into the site."""
        self._references = {name: (target, "") for name, target in references.items()}
        self._notes = notes
        self._nesting = nesting
        self._is_editors = is_editors
        self._marks_left = _MOST_MARKS_OF_FILE

    def convert(self, source: str) -> tuple[str, str | None]:
        """Text and inner markup of a block: no markup where it has none, None where it must be kept plain."""
        if not _MARKUP.search(source):
            return self.plain(source), ""
        if not self._is_safe(source):
            return self.plain(source), None
        parser, notes = _parser()
        parser.reset()
        parser.references.update(self._references)
        notes.known = self._notes
        try:
            clean = sanitise(parser.convert(source), is_editors=self._is_editors)
        except (RecursionError, ValueError):
            return self.plain(source), None
        if clean.startswith("<p>") and clean.endswith("</p>") and clean.count("<p>") == 1:
            clean = clean[3:-4]
        text = plain_text(clean)
        return text, "" if "<" not in clean else clean

    def plain(self, source: str) -> str:
        """The block as it stands, in one line."""
        return one_line(source)

    def _is_safe(self, source: str) -> bool:
        """A linear look at size, marks and depth, before any parser sees it."""
        marks = sum(map(source.count, _COUNTED))
        if len(source) > _LARGEST or marks > min(_MOST_MARKS, self._marks_left):
            return False
        self._marks_left -= marks
        depth = 0
        for character in source if "[" in source else "":
            depth = max(0, depth + _BRACKETS.get(character, 0))
            if depth > self._nesting:
                return False
        return True


class _NoteMark(InlineProcessor):
    """`[^1]`, where a note of that name stands in the file."""

    known: dict[str, str]

    def handleMatch(  # type: ignore[override]
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[etree.Element | None, int | None, int | None]:
        number = self.known.get(m[1])
        if number is None:
            return None, None, None
        element = etree.Element("sup")
        # In brackets, so that the number is a mark of its own and not the end of a word when texts are compared.
        # Atomic, or the number would be looked up among the references of the file and become a link.
        element.text = AtomicString(f"[{number}]")
        return element, m.start(0), m.end(0)


class _ImagesAsWords(Treeprocessor):
    """Leaves the description of an image in its place, since no image is shown."""

    def run(self, root: etree.Element) -> None:
        """Turns every image into its description."""
        for image in root.iter("img"):
            image.tag, image.text = "span", image.get("alt", "")


@cache
def _parser() -> tuple[markdown.Markdown, _NoteMark]:
    parser = markdown.Markdown(output_format="html")
    for name in ("indent", "code", "hashheader", "setextheader", "hr", "olist", "ulist", "quote", "reference"):
        parser.parser.blockprocessors.deregister(name)
    parser.preprocessors.deregister("html_block")
    notes = _NoteMark(r"\[\^([^\]\[\s]{1,80})\]", parser)
    notes.known = {}
    parser.inlinePatterns.register(notes, "note", 175)
    parser.treeprocessors.register(_ImagesAsWords(parser), "images", 15)
    return parser, notes
