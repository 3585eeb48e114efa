"""Names that a text in a script without spaces prints in Latin letters once, in brackets: `温瑟（Winther）`.

Where the name stands again without them it is the same name, which is an anchor of its sentence. Nothing is
transliterated, and of a name without brackets nothing is known.
"""

from collections.abc import Iterator, Mapping, Sequence

import regex

from sitegen.align.anchors import folded

_SCRIPT = r"[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々]"
_LATIN = r"\p{Latin}[\p{Latin}\p{M} .’'-]{1,60}"
_GLOSS = regex.compile(rf"((?:{_SCRIPT}|[·・‧]){{2,40}}) ?[（(]({_LATIN})[）)]", regex.V1)
_POINTS = regex.compile(r"[·・‧]")
_SHORTEST = 2
"""Signs of a name: one stands in many words."""


def glosses(sentences: Sequence[str]) -> Mapping[str, str]:
    """The names as the script writes them, with the word in Latin letters that each stands for, as anchors have it."""
    words: dict[str, str] = {}
    text = "\n".join(sentences)
    for match in _GLOSS.finditer(text):
        for name, word in _parts(match[1], match[2].split(), text):
            words.setdefault(name, folded(word))
    return words


def _parts(written: str, words: Sequence[str], text: str) -> Iterator[tuple[str, str]]:
    """The parts of one name. Between points they end where they end; where the first begins, the text has to say."""
    parts = _POINTS.split(written)
    if len(parts) >= len(words) > 1:
        for name, word in zip(parts[1 - len(words) :], words[1:], strict=True):
            if len(name) >= _SHORTEST:
                yield name, word
    elif len(parts) == len(words) == 1:
        # `归还佩尔岛（Pell）`: as much of its end as the text has elsewhere, too.
        ends = (written[start:] for start in range(len(written) - _SHORTEST + 1))
        name = next((end for end in ends if text.count(end) > 1), "")
        if name:
            yield name, words[0]
