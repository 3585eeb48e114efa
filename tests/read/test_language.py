"""The language of a text that does not say it."""

import errno
import lzma
from typing import Any

import pytest

from sitegen.diagnostics import SitegenError
from sitegen.read import language
from sitegen.read.language import guess_language, is_plainly_english

ENGLISH = (
    "The ferry to the island was late for the third day, and the people who were waiting on the quay said that they "
    "had been told of it by nobody. The harbour office said that the crew of the ferry would have to rest, which the "
    "union has asked for since the spring. It will be open from Monday, with half of the crew."
)
GERMAN = (
    "Die Fähre zur Insel kam am dritten Tag zu spät, und wer am Kai stand, hatte davon nichts gehört. Das Hafenamt "
    "teilte mit, die Mannschaft müsse ruhen, was die Gewerkschaft seit dem Frühjahr will. Ab Montag fährt sie wieder."
)


def test_small_words_tell_what_the_model_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text that is plainly English gets the answer of the model, without it."""
    assert is_plainly_english(ENGLISH)
    without = [guess_language(ENGLISH, among) for among in ((), ("en-GB", "de"))]
    monkeypatch.setattr(language, "is_plainly_english", lambda _: False)
    assert [guess_language(ENGLISH, among) for among in ((), ("en-GB", "de"))] == without == ["en", "en-GB"]


def test_a_plainly_english_text_needs_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """The model is loaded for a text that needs it: for another language, or where English is not among those asked."""

    def loaded(_: frozenset[str]) -> None:
        raise LookupError

    monkeypatch.setattr(language, "_identifier", loaded)
    assert guess_language(ENGLISH, ()) == "en"
    for text, among in ((GERMAN, ()), (ENGLISH, ("de", "fr"))):
        with pytest.raises(LookupError):
            guess_language(text, among)


def test_a_beginning_of_names_and_figures_needs_no_model() -> None:
    """Its first sample has few small words; the longer one has as many as any English text."""
    names = (
        "Harbour board members Ada Quill, Tom Berrow, Jan Ostrava (chair), Lena Falk, for 3,410 votes of 5,220 cast: "
    )
    lines = f"{names * 5}{ENGLISH} {ENGLISH} {ENGLISH}"
    assert not language._has_english(lines[:600].lower().split(), language._SHARE)
    assert is_plainly_english(lines)


@pytest.mark.parametrize(
    "text",
    [GERMAN, ENGLISH[:120], f"{ENGLISH[:220]} {GERMAN}", f"{GERMAN} {ENGLISH[:220]}", f"{GERMAN * 2} {ENGLISH * 6}"],
)
def test_what_is_not_plain_is_left_to_the_model(text: str) -> None:
    """Another language, a short text, and one that is in English to its middle, or from there on."""
    assert not is_plainly_english(text)


def test_a_temporary_folder_that_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    """The model is unpacked into a file there; where that cannot be, the message says so and what to do."""

    def full(*_: Any, **__: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(lzma, "open", full)
    language._identifier.cache_clear()
    with pytest.raises(SitegenError) as told:
        guess_language(GERMAN, ("de", "fr"))
    (problem,) = told.value.diagnostics
    assert problem.code == "model-of-languages"
    assert "no space left on device" in problem.message
    assert "TMPDIR" in problem.hint


def test_a_short_text_in_chinese_signs_is_chinese() -> None:
    """The model is not sure of one line; kana, or a list of languages without Chinese, speak against it."""
    assert guess_language("市政府週二表示，港口擴建將耗資50億元，預計有1200名工人參與。", ()) == "zh"
    assert guess_language("市政府週二表示，港口擴建將耗資50億元，預計有1200名工人參與。", ("fi", "zh-TW")) == "zh-TW"
    assert language._by_script("市は火曜日、橋を閉鎖すると述べた", {}) == "und"
    assert language._by_script("市政府週二表示港口擴建", {"en": "en"}) == "und"
