"""Which words stand inside quotation marks."""

import pytest

from sitegen.text.quoted import quoted_tokens
from sitegen.text.tokenized import tokenize_line


def quoted(text: str) -> str:
    """The quoted words of a text."""
    tokens = tokenize_line(text, "en")
    marks = quoted_tokens(tokens)
    return " ".join(token.text.strip() for token, mark in zip(tokens.tokens, marks, strict=True) if mark)


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("''The gulls don't stay,'' Moe said.", "The gulls don't stay ,"),
        ("Moe read ''The Pier'' and Berg's ''Boats''.", "The Pier Boats"),
        ("''They say 'soon' again,'' Moe said.", "They say ' soon ' again ,"),
        ("The boats' and the gulls' harbour.", ""),
        ("The '''pier''' was '''red'''.", ""),
        ("It is 5'' wide and 6'' long.", ""),
        ("''The gulls never left.", "The gulls never left ."),
    ],
)
def test_a_mark_typed_as_two_is_one(text: str, inside: str) -> None:
    """Two typed apostrophes that are glued are a mark of quotation; one alone is not."""
    assert quoted(text) == inside


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('<ref name="tides"/> and "the ebb", Moe said.', "the ebb"),
        ('<td style="width: 4em">"High water" at noon.', "High water"),
        ("''[[The Pier (film)|The Pier]]'' was shown.", ""),
        ("See [[Holm]] and ''The Boats''.", ""),
        ('He called it nonsense", and left "at once" for Holm.', "at once"),
    ],
)
def test_markup_is_no_quotation(text: str, inside: str) -> None:
    """The value of an attribute, slanted letters of a wiki and a mark that only closes quote nothing."""
    assert quoted(text) == inside
