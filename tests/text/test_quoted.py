"""Which words stand inside quotation marks."""

import pytest

from sitegen.text.quoted import quoted_tokens
from sitegen.text.tokenized import tokenize_blocks, tokenize_line
from tests.conftest import make_article


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


def quoted_of_blocks(text: str) -> str:
    """The quoted words of paragraphs with ¶ between them, without their marks."""
    tokens = tokenize_blocks(make_article("a", *text.split(" ¶ ")).blocks)
    marks = quoted_tokens(tokens)
    return " ".join(
        token.text.strip() for place, token in enumerate(tokens.tokens) if marks[place] and tokens.words[place]
    )


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        # Single straight marks, as some papers print all of theirs.
        ("'The gulls don't stay,' Moe said.", "The gulls don't stay"),
        ("Moe called it a 'gift' for the boats' crews.", "gift"),
        ("Moe said: 'The crews' boats lay there.' Then they left.", "The crews boats lay there"),
        ("They sang 'The Pier', 'The Boats' and 'Dusk'.", "The Pier The Boats Dusk"),
        ("She said it was 'un po' di vento'.", "un po di vento"),
        ("He said: ‘The crews’ boats lay there.’ Then they left.", "The crews boats lay there"),
        # Each paragraph of one quotation begins with a mark, the last one alone ends with one.
        ("Moe said: 'We left at dusk. ¶ 'Nobody saw us. ¶ 'The light was out.' ¶ They stayed away.",
         "We left at dusk Nobody saw us The light was out"),
        # Apostrophes quote nothing.
        ("'Twas dusk, and the crews' boats lay there.", ""),
        ("Back in the '90s the boys' club took 'em in.", ""),
        ("The boats' and the gulls' harbour.", ""),
        ("Rock 'n' roll at the crews' pier.", ""),
        ("The mast is 5' high and 6' wide.", ""),
        ("The sheikh of 'Abda left the harbour.", ""),
    ],
)  # fmt: skip
def test_single_marks_are_told_from_apostrophes(text: str, inside: str) -> None:
    """What single marks enclose is quoted; a genitive, letters left out and a measure enclose nothing."""
    assert quoted_of_blocks(text) == inside
