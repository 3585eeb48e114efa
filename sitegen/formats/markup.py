"""A piece of markup as lines of text: what feeds, mails and tables hold in the place of a text. Judges nothing."""

import re

from sitegen.formats.draft import needed, quiet
from sitegen.formats.webpages.page_blocks import page_blocks
from sitegen.read.refusal import Refused

_MARKUP = re.compile(r"</(?:p|div|a|strong|em|b|i|li|h[1-6]|blockquote|span)\s*>|<br\s*/?>", re.IGNORECASE)
_MOST = 2_000_000


def is_markup(text: str) -> bool:
    """Whether a text has tags that only a page has."""
    return bool(_MARKUP.search(text, 0, _MOST))


def markup_lines(text: str) -> tuple[str, ...]:
    """The blocks of a piece of HTML, a line each, without those that it hides. Raises Refused."""
    needed("lxml")
    with quiet():
        from lxml import html

        try:
            tree = html.document_fromstring(f"<html><body><div>{text}</div></body></html>")
        except Exception as failure:
            # A parser of broken pages fails in ways that it does not list.
            raise Refused("bad-page", f"this text is not readable markup: {type(failure).__name__}") from None
        return tuple(block.text for block in page_blocks(tree) if not block.hidden)
