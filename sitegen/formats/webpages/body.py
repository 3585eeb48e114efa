"""The text of a page by two extractors, each asked apart, joined by witnesses.py.

trafilatura in its precision mode gives the lines. `deduplicate` stays off: what a page prints twice is evidence. Where
readability finds another text altogether, trafilatura's usual mode is asked too: two against one name the article.
"""

from collections.abc import Sequence
from typing import Any

from sitegen.formats.draft import has_library
from sitegen.formats.webpages.page_blocks import PageBlock, page_blocks
from sitegen.formats.webpages.witnesses import Joined, Witness, joined, lines_of, name_different_texts
from sitegen.read.refusal import Refused

COPY_TEXT = "copy its text into a .txt file"


def not_taken_apart(failure: Exception) -> Refused:
    """What is said of a page that a parser fails on."""
    return Refused("bad-page", f"this page cannot be taken apart: {type(failure).__name__}", COPY_TEXT)


def read_body(page: str, blocks: Sequence[PageBlock]) -> Joined:
    """The text of a page, which is given as text and cut into blocks. Raises Refused."""
    lines, texts = ask_extractors(page, blocks)
    return joined(blocks, lines, None if texts is None else Witness(blocks, texts))


def ask_extractors(page: str, blocks: Sequence[PageBlock]) -> tuple[tuple[str, ...], tuple[str, ...] | None]:
    """The lines that are the text, and the blocks that the second extractor keeps; None where there is none.

    Raises Refused.
    """
    lines = _trafilatura(page, precise=True)
    texts = _readability(page)
    if texts and name_different_texts(blocks, lines, second := Witness(blocks, texts)):
        # One of them took a notice or another story for the article; the majority of three decides.
        usual = _trafilatura(page, precise=False)
        if not name_different_texts(blocks, usual, second):
            lines = lines_of(blocks, lines, second)
    return lines, texts


def _trafilatura(page: str, *, precise: bool) -> tuple[str, ...]:
    import trafilatura

    try:
        document: Any = trafilatura.bare_extraction(
            page, favor_precision=precise, include_comments=False, deduplicate=False, with_metadata=False
        )
    except Exception as failure:
        # A parser of broken pages fails in ways that it does not list; whatever it is, the page cannot be read.
        raise not_taken_apart(failure) from None
    lines = (document.text or "").splitlines() if document is not None else []
    return tuple(line.strip() for line in lines if line.strip())


def _readability(page: str) -> tuple[str, ...] | None:
    """The blocks that readability keeps; None where it is not installed or cannot read the page."""
    if not has_library("readability"):
        return None
    from lxml import html
    from readability import Document

    try:
        summary = Document(page).summary()
        kept = page_blocks(html.document_fromstring(summary)) if summary else ()
    except Exception:
        # It raises its own error and those of lxml on pages that the other extractor can read: one witness is left.
        return None
    return tuple(block.text for block in kept)
