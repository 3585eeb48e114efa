"""Lets through the markup of one allow-list and nothing else. The only place that uses nh3.

What is not allowed loses its tags and keeps its words, so that nothing an outlet printed can hide; a `<script>` shows
as text. No class, id or style, so that no article can dress up as the page around it; no image, so that no page of
the archive calls another host.
"""

import html
import re
from typing import Literal

import nh3

from sitegen.read.decode import clean
from sitegen.read.lines import one_line

_TAGS = """
    p br h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code em strong b i u s sub sup small a hr q cite abbr
    table thead tbody tr th td caption
"""


def _cleaner(url_relative: Literal["deny", "pass_through"]) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(_TAGS.split()),
        clean_content_tags=set(),
        attributes={"*": set(), "a": {"href"}, "ol": {"start"}},
        url_schemes={"http", "https", "mailto"},
        url_relative=url_relative,
        link_rel="nofollow noopener",
        strip_comments=True,
    )


_CLEANER = _cleaner("deny")
_EDITORS_CLEANER = _cleaner("pass_through")
"""Of pages that the editor wrote, whose links lead to pages of the same site."""
# No `<` outside quotation marks: what is sanitised has none there, and each would be searched to the end of the text.
_REST = r'(?:"[^"]*"|[^"<>])*+>'
_TAG = re.compile(f"<{_REST}")
_BREAKS = re.compile(rf"<(?:br|/?(?:p|h[1-6]|ul|ol|li|blockquote|pre|hr|table|thead|tbody|tr|th|td|caption))\b{_REST}")


def sanitise(markup: str, *, is_editors: bool = False) -> str:
    """The allowed markup of a fragment. Sanitising twice changes nothing more.

    Links that lead into the site lose their address, unless the editor wrote them.
    """
    return clean((_EDITORS_CLEANER if is_editors else _CLEANER).clean(markup)).strip()


def plain_text(sanitised: str) -> str:
    """The words of a sanitised fragment in one line, its entities resolved."""
    text = html.unescape(_TAG.sub("", _BREAKS.sub(" ", sanitised)))
    return one_line(clean(text.replace("\f", " ")))


def escaped(text: str) -> str:
    """Text as markup that shows it."""
    return html.escape(text, quote=False)
