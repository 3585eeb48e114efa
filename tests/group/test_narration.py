"""Which words are narration, and which were said in public or are chrome inside a paragraph."""

from sitegen.group.copies.narration import public_tokens
from sitegen.model import Block, Role
from sitegen.text.tokenized import tokenize_blocks


def public(*texts: str, role: Role = "paragraph", roles: tuple[Role, ...] = (), language: str = "en") -> str:
    """The words that are no narration; `roles` of the blocks, where they have several."""
    blocks = tuple(
        Block(id=f"b{at}", role=roles[at] if roles else role, text=text, line=at + 1) for at, text in enumerate(texts)
    )
    text = tokenize_blocks(blocks, language)
    marks = public_tokens(text, blocks)
    return " ".join("".join(token.text for at, token in enumerate(text.tokens) if marks[at]).split())


def test_quotations_are_public_in_any_script() -> None:
    """Each script's marks."""
    assert public("The mayor said “we will not go” and left.") == "we will not go"
    assert public("قال الوزير «لن نذهب» ثم غادر.", language="ar") == "لن نذهب"
    assert public("市长说：「我们不走」。", language="zh") == "我们不走"


def test_what_a_speaker_says_is_public_without_marks() -> None:
    """A turn, a block quotation."""
    assert public("We will not go.", role="turn") == "We will not go."
    assert public("We will not go.", role="quotation") == "We will not go."
    assert public("We will not go.", role="entry") == "", "control: an entry of a list is narration"


def test_a_colon_introduces_public_words() -> None:
    """In its block, or as the next one; a dateline introduces nothing, nor does the time of day."""
    assert public("The office wrote in its letter: we regret what happened.") == "we regret what happened."
    assert public("The office wrote in its letter:", "We regret it.", "The mayor left.") == "We regret it."
    assert public("LORNE: The mayor left at 10:30 and did not come back.") == ""


def test_a_turn_of_a_transcript_goes_on_over_its_paragraphs() -> None:
    """Up to the next turn; two turns in a report make no transcript, and a heading ends a turn."""
    roles: tuple[Role, ...] = ("paragraph", "turn", "paragraph", "turn", "heading", "paragraph", "turn")
    said = ("We met.", "Moe: Go.", "And stay.", "Berg: No.", "After noon", "The pier fell.", "Moe: So.")
    assert public(*said, roles=roles) == "Moe: Go.And stay.Berg: No.Moe: So."
    assert public(*said[:4], roles=roles[:4]) == "Moe: Go.Berg: No."


def test_a_post_is_public() -> None:
    """Up to the account that signed it, and no further."""
    post = "The mayor left. We never agreed to this! — Jo Dahl (@jodahl) The council met again."
    assert public(post).endswith("(@jodahl)")
    assert public(post.replace("(@jodahl)", "(the mayor)")) == "", "control: a name alone signs no post"


def test_a_gallery_is_no_narration() -> None:
    """Captions that are counted one after another, inside one paragraph; figures in a report are none."""
    captions = " ".join(f"A boat lies on the quay at Vann. {at} of 12" for at in range(1, 5))
    told = public(f"{captions} The storm passed on Monday and nobody was hurt.")
    assert (told[:6], told[-7:]) == ("A boat", "4 of 12")
    report = "In the first year 1 of 12 came back, in the second 7 of 12, and 3 of 12 wrote a letter."
    assert public(report) == ""
