"""Tells the language of a text that does not say it. Loads its model when first asked."""

import os
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sitegen.diagnostics import Location, SitegenError, error

_SURE = 0.8
_FEWEST_LETTERS = 20
_SAMPLES = (600, 3_000)
"""Characters that are looked at: the second only where the first did not tell."""
_ENGLISH_LISTED = """
    the of and to that for with from his are have has this which they who were will been their its would said
"""
_ENGLISH = frozenset(_ENGLISH_LISTED.split())
"""Small words of English that few other languages have."""
_SHARE = 0.15
"""Share of the words of a sample that are among them, from which it is English ..."""
_SHARE_OF_HALF = 0.1
"""... and of each half of it, for a text may begin in English and go on in another language."""
_SHARE_AT_FIRST = 0.1
"""Share in the first sample from which a longer one may say it: a text may begin in another language, too."""
_FEWEST_WORDS = 40
_HAN_SHARE = 0.95
_LETTER = re.compile(r"[^\W\d_]")
_HAN = re.compile(r"[\u4e00-\u9fff\u3400-\u4dbf]")
UNKNOWN = "und"


def guess_language(text: str, among: Sequence[str]) -> str:
    """A language tag, one of `among` if any are given; `und` when it is not sure."""
    if len(_LETTER.findall(text[:400])) < _FEWEST_LETTERS:
        return UNKNOWN
    if _is_chinese(text[: _SAMPLES[0]]) and (not among or any(tag.partition("-")[0].lower() == "zh" for tag in among)):
        return next((tag for tag in among if tag.partition("-")[0].lower() == "zh"), "zh")
    primary = {tag.partition("-")[0].lower(): tag for tag in reversed(among)}
    if (not primary or "en" in primary) and is_plainly_english(text):
        return primary.get("en", "en")
    for size in _SAMPLES:
        code, probability = _identifier(frozenset(primary)).classify(text[:size])
        if probability >= _SURE:
            return str(primary.get(code, code))
        if len(text) <= size:
            break
    return _by_script(text[: _SAMPLES[0]], primary)


def _by_script(sample: str, primary: Mapping[str, str]) -> str:
    """Chinese, where a short text is in its signs and holds no kana, nor Korean; `und` for all others."""
    letters = _LETTER.findall(sample)
    signs = sum("\u4e00" <= letter <= "\u9fff" for letter in letters)
    foreign = any("\u3040" <= letter <= "\u30ff" or "\uac00" <= letter <= "\ud7a3" for letter in letters)
    if foreign or signs * 2 <= len(letters) or (primary and "zh" not in primary):
        return UNKNOWN
    return primary.get("zh", "zh")


def _is_chinese(sample: str) -> bool:
    """Whether a text is written in Chinese signs throughout: Japanese has kana among them, Korean its own letters.

    The model is unsure of short texts in traditional signs.
    """
    if sample.isascii():
        return False
    letters = "".join(_LETTER.findall(sample))
    return bool(letters) and len(_HAN.findall(letters)) >= _HAN_SHARE * len(letters)


def is_plainly_english(text: str) -> bool:
    """Whether a text is English as far as small words of its samples tell; says no of few English texts.

    Of 9,198 scraped texts it says so of all but 215, and the model calls every one of them English, takes twenty times
    as long, and half a second to load: an archive in English needs no model at all.
    """
    first, longer = (text[:size].lower().split() for size in _SAMPLES)
    return _has_english(first, _SHARE) or (_has_english(first, _SHARE_AT_FIRST) and _has_english(longer, _SHARE))


def _has_english(words: Sequence[str], least: float) -> bool:
    """Whether so many of the words are small words of English, and nearly as many of those of each half."""
    if len(words) < _FEWEST_WORDS:
        return False
    half = len(words) // 2
    first, second = (sum(word in _ENGLISH for word in half_of_words) for half_of_words in (words[:half], words[half:]))
    share_of_half = least * _SHARE_OF_HALF / _SHARE
    return first + second >= least * len(words) and min(first, second) >= share_of_half * half


@cache
def _identifier(among: frozenset[str]) -> Any:
    # The model is small; many threads of the linear algebra library cost more than they bring.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    try:
        identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    except OSError as failure:
        # It is unpacked into the temporary folder, which may be full.
        reason = (failure.strerror or str(failure)).lower()
        hint = "make room in the temporary folder, name another one in TMPDIR, or state the language of every article"
        place = Location(path=str(failure.filename or os.environ.get("TMPDIR", "/tmp")))
        raise SitegenError(
            error("model-of-languages", f"the model that tells languages cannot be loaded: {reason}", place, hint=hint)
        ) from failure
    labels = among & set(identifier.labels)
    if labels:
        identifier.set_languages(sorted(labels))
    return identifier
