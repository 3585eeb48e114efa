"""Words as a search should find them, whoever types them: folded by the keys of comparison, and a little further.

The full-text index of SQLite folds capitals and most accents itself. What it leaves apart is folded here: forms of
Arabic letters, spellings of one word, traditional and simplified signs, letters with a stroke. Scripts that set no
spaces between words are cut into all runs of up to four signs, so that a word is found whatever stands around it.
"""

from collections.abc import Iterator, Sequence

from sitegen.model import Token
from sitegen.text.keys import key_of
from sitegen.text.patterns import late_re
from sitegen.text.tokens import tokenize

_LONGEST = 4
"""Signs of a run: Chinese and Japanese words have two, most names three or four. Longer words are found in parts."""
_UNSPACED = late_re(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff]"
)
_STROKES = str.maketrans({"đ": "d", "ð": "d", "ħ": "h", "ł": "l", "ø": "o", "ŧ": "t", "ı": "i", "ß": "ss", "æ": "ae"})
_JOINT = "\u200c"
_IS_WORD = late_re(r"\w")


def search_keys(text: str, language: str) -> str | None:
    """The words of a text folded, with spaces between; None where the index folds every one of them by itself."""
    words: list[str] = []
    run: list[str] = []
    is_folded = False
    for token in tokenize(text, language):
        if _UNSPACED.search(token.key):
            run.append(token.key)
            continue
        words += _runs(run)
        is_folded |= bool(run)
        run = []
        if _IS_WORD.search(token.key):
            keys = [key.translate(_STROKES) for key in _keys(token, language)]
            words += keys
            is_folded |= keys != [token.text.strip().lower()]
    words += _runs(run)
    return " ".join(words) if is_folded or run else None


def _keys(token: Token, language: str) -> Iterator[str]:
    """The key of a word, and of its parts where it has some: Persian joins endings without a space."""
    yield token.key
    parts = token.text.split(_JOINT)
    if len(parts) > 1:
        yield from (key_of(part, language) for part in parts)


def _runs(signs: Sequence[str]) -> Iterator[str]:
    for start in range(len(signs)):
        for end in range(start + 1, min(start + _LONGEST, len(signs)) + 1):
            yield "".join(signs[start:end])
