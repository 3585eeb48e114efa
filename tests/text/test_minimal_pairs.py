"""Keys: what is one word has one, and what is two has two, but for what is listed as accepted with its reason."""

from collections import Counter
from pathlib import Path

import pytest

from sitegen.text import keys
from sitegen.text.keys import key_of

PAIRS = [
    tuple(map(str.strip, line.split("|")))
    for line in (Path(__file__).parent / "minimal_pairs.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
APART = [pair[:3] for pair in PAIRS if pair[3] == "apart"]
ACCEPTED = [pair[:3] for pair in PAIRS if pair[3] != "apart"]


def fall_together(language: str, word: str, counterpart: str) -> bool:
    """Whether two words have one key."""
    return key_of(word, language) == key_of(counterpart, language)


def test_the_list_is_long_enough_and_reasoned() -> None:
    """300 pairs and more in 12 languages and more; who accepts a pair says why."""
    languages = Counter(language for language, *_ in APART)
    assert len(PAIRS) >= 300
    assert len([language for language, count in languages.items() if count >= 5]) >= 12
    assert all(verdict == "apart" or verdict.removeprefix("accepted: ") not in ("", verdict) for *_, verdict in PAIRS)
    assert len(set(PAIRS)) == len(PAIRS)


@pytest.mark.parametrize("language", sorted({language for language, *_ in APART}))
def test_different_words_have_different_keys(language: str) -> None:
    """None of the pairs falls together that is not listed as accepted."""
    assert [pair for pair in APART if pair[0] == language and fall_together(*pair)] == []


def test_what_is_accepted_falls_together() -> None:
    """The list says how it is: a pair that no longer falls together is not accepted but apart."""
    assert [pair for pair in ACCEPTED if not fall_together(*pair)] == []


def test_a_key_that_folds_too_much_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: without the words that tell ß from ss, and with a rule that drops a story, pairs fall together."""
    monkeypatch.setattr(keys, "SHARP_APART", frozenset())
    assert fall_together("de", "Maße", "Masse")
    with pytest.raises(AssertionError):
        test_different_words_have_different_keys("de")
