"""What of a text is found again in its translation: figures, dates, names, quotation marks of its paired sentences.

A name is found by its letters, in another script by its consonants, three at the least: two are met by chance.

Says what was found. What was not found may be written in a way that is not read, and is only counted.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from sitegen.align.anchors import folded
from sitegen.align.romanise import skeleton
from sitegen.collation import LanguageAlignment
from sitegen.edition import TranslatedValue, TranslationCheck
from sitegen.findings.edition.facts import is_translated
from sitegen.findings.edition.sentencetypes import SentenceTypes
from sitegen.model import Article, Span
from sitegen.text.languages import primary_of
from sitegen.text.quoted import quoted_tokens
from sitegen.text.stopwords import stop_words
from sitegen.text.tokenized import Tokenized

_CAPITAL_NOUNS = frozenset({"de", "lb"})
"""Languages that write every noun with a capital."""
_LETTERS = 3
"""Letters of the shortest name that is looked for."""
_BONES = 3
"""Consonants by which a name is known in another script."""


def check_translation(
    alignment: LanguageAlignment, articles: Mapping[str, Article], texts: Mapping[str, Tokenized]
) -> TranslationCheck:
    """The check of one translation. Each value of the translation answers one of the original at most."""
    left, right = texts[alignment.left], texts[alignment.right]
    published = (articles[alignment.left].published, articles[alignment.right].published)
    days = (published[0].day if published[0] else None, published[1].day if published[1] else None)
    quoted = (quoted_tokens(left), quoted_tokens(right))
    names: list[TranslatedValue] = []
    names_judged = 0
    reader = NameReader(left, articles[alignment.left].language)
    types = SentenceTypes(left, articles[alignment.left].language)
    values: list[TranslatedValue] = []
    judged = quotations = quotations_in_both = 0
    for pair in alignment.pairs:
        sides = [
            [token for index in indexes for token in range(*sentences[index])]
            for indexes, sentences in (
                (pair.left, alignment.left_sentences),
                (pair.right, alignment.right_sentences),
            )
        ]
        if any(quoted[0][token] for token in sides[0]):
            quotations += 1
            quotations_in_both += any(quoted[1][token] for token in sides[1])
        looked_for = reader.names(sides[0])
        names_judged += len(looked_for)
        names += same_names(left, right, looked_for, sides[1])
        free = {token: value for token in sides[1] if (value := right.tokens[token].value)}
        for token in sides[0]:
            value = left.tokens[token].value
            if value is None or value.weak:
                continue
            judged += 1
            answer = next((place for place, opposite in free.items() if is_translated(value, opposite, days)), None)
            if answer is not None:
                del free[answer]
                values.append(TranslatedValue(left=_one_token(token), right=_one_token(answer)))
    return TranslationCheck(
        alignment=alignment,
        kinds=tuple(types.kind_of(sentence) for sentence in alignment.left_sentences),
        values=tuple(values),
        judged=judged,
        names=tuple(names),
        names_judged=names_judged,
        quoted=quotations,
        quoted_in_both=quotations_in_both,
    )


class NameReader:
    """Tells which words of a text are names: those with a capital inside a sentence, where that says so."""

    def __init__(self, text: Tokenized, language: str) -> None:
        self._text = text
        self._reads = primary_of(language) not in _CAPITAL_NOUNS
        self._stops = stop_words(language)

    def names(self, tokens: Sequence[int]) -> list[int]:
        """The tokens of a sentence, or of several, that are names."""
        if not self._reads:
            return []
        text, names = self._text, []
        for token in tokens:
            word = text.tokens[token].text.strip()
            inside = token and text.words[token - 1] and text.block_of(token) == text.block_of(token - 1)
            is_word = text.words[token] and text.tokens[token].value is None and text.keys[token] not in self._stops
            if inside and is_word and word[:1].isupper() and len(word) >= _LETTERS:
                names.append(token)
        return names


def same_names(
    left: Tokenized, right: Tokenized, names: Sequence[int], tokens: Sequence[int]
) -> Iterator[TranslatedValue]:
    """The names that are among some words of the other text, each word taken once."""
    words = {token: right.tokens[token].text.strip() for token in tokens if right.words[token]}
    for name in names:
        printed = left.tokens[name].text.strip()
        answer = next((token for token, word in words.items() if _is_one_name(printed, word)), None)
        if answer is not None:
            del words[answer]
            yield TranslatedValue(left=_one_token(name), right=_one_token(answer))


def _is_one_name(left: str, right: str) -> bool:
    if folded(left) == folded(right):
        return True
    if _is_latin(left) == _is_latin(right):
        return False
    bones = skeleton(left)
    return len(bones) >= _BONES and bones == skeleton(right)


def _is_latin(word: str) -> bool:
    return unicodedata.name(word[0], "").startswith("LATIN")


def _one_token(token: int) -> Span:
    return (token, token + 1)
