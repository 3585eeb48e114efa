"""Text as XML holds it is that of the standard library."""

from xml.sax import saxutils

from hypothesis import given
from hypothesis import strategies as st

from sitegen.render.xmltext import escape, quoteattr

TEXTS = st.text(st.sampled_from("ab&<>\"'\n\r\té\u2028"), max_size=12)


@given(TEXTS)
def test_it_is_escaped_as_by_the_standard_library(text: str) -> None:
    assert escape(text) == saxutils.escape(text)
    assert quoteattr(text) == saxutils.quoteattr(text)
