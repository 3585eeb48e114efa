"""What is another spelling of the same words, and what looks like one and is none."""

import pytest

from sitegen.changes.kinds.spelling import are_spelt_alike
from sitegen.comparing import compare_articles
from sitegen.config import Comparing
from sitegen.text import tokens
from sitegen.text.tokenized import tokenize_blocks
from tests.changes.kinds_cases import CASES
from tests.changes.test_kinds import ALL, kinds_between
from tests.conftest import make_article


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("they agreed a cease-fire there", "they agreed a ceasefire there"),
        ("it was a war-time pier there", "it was a wartime pier there"),
    ],
)
def test_words_written_together_or_apart_are_another_spelling(left: str, right: str) -> None:
    """With a hyphen, a space or neither, either way round."""
    assert kinds_between(left, right, "en") == {"spelling"}
    assert kinds_between(right, left, "en") == {"spelling"}


@pytest.mark.parametrize(
    ("left", "right"), [("it had 1 2 berths", "it had 12 berths"), ("vote 3-5 there", "vote 35 there")]
)
def test_digits_written_together_are_another_number(left: str, right: str) -> None:
    """1 2 is not 12: joined digits are a figure, and no spelling."""
    assert "spelling" not in kinds_between(left, right, "en")
    assert not are_spelt_alike(["1", "2"], ["12"])
    assert are_spelt_alike(["cease", "fire"], ["ceasefire"])


def test_the_keys_decide_spelling(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: where keys are made as in no language, most of the spellings of the languages are told as wording."""
    wanted = [case for case in ALL if case[3] == "spelling" and case[0] in CASES]
    assert len(wanted) > 30
    assert sum(kinds_between(*case[1:3], case[0]) == {"spelling"} for case in wanted) >= len(wanted) - 3

    def texts(left: object, right: object) -> tuple[object, object]:
        return tokenize_blocks(left.blocks), tokenize_blocks(right.blocks)  # type: ignore[attr-defined]

    monkeypatch.setattr("sitegen.comparing.tokenize_pair", texts)
    kept = [case for case in wanted if kinds_between(*case[1:3], case[0]) == {"spelling"}]
    assert len(kept) < len(wanted) / 2


def test_pairs_that_look_like_spellings_are_other_words() -> None:
    """Control: Maße and Masse, story and storey are two words each, and so is an English word read as German."""
    for left, right, language in (
        ("die Maße am Kai", "die Masse am Kai", "de"),
        ("the story was old", "the storey was old", "en"),
        ("the check was late", "the cheek was late", "en"),
    ):
        pair = [
            make_article(name, f"Once {text} again.", language=language) for name, text in (("a", left), ("b", right))
        ]
        kinds = [change.kind for change in compare_articles(pair[0], pair[1], Comparing()).changes]
        assert kinds == ["wording"], (left, right)


def test_the_words_of_a_key_are_kept_apart_by_language() -> None:
    """`Strasse` and `Straße` are one word in German; what was looked up in one language is not used in another."""
    keys = [[token.key for token in tokens.tokenize(word, "de")] for word in ("Straße", "Strasse")]
    assert keys[0] == keys[1]
    assert [token.key for token in tokens.tokenize("colour", "en")] == [
        token.key for token in tokens.tokenize("color", "en")
    ]
    assert [token.key for token in tokens.tokenize("colour", "fr")] != [
        token.key for token in tokens.tokenize("color", "fr")
    ]
