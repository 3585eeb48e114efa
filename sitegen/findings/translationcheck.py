"""What of a text is found again in its translation: figures, dates and quotation marks of sentences with a counterpart.

Says what was found. What was not found may be written in a way that is not read, and is only counted.
"""

from collections.abc import Mapping

from sitegen.collation import LanguageAlignment
from sitegen.edition import TranslatedValue, TranslationCheck
from sitegen.findings.facts import is_translated
from sitegen.findings.sentencetypes import SentenceTypes
from sitegen.model import Article, Span
from sitegen.text.quoted import quoted_tokens
from sitegen.text.tokenized import Tokenized


def check_translation(
    alignment: LanguageAlignment, articles: Mapping[str, Article], texts: Mapping[str, Tokenized]
) -> TranslationCheck:
    """The check of one translation. Each value of the translation answers one of the original at most."""
    left, right = texts[alignment.left], texts[alignment.right]
    published = (articles[alignment.left].published, articles[alignment.right].published)
    days = (published[0].day if published[0] else None, published[1].day if published[1] else None)
    quoted = (quoted_tokens(left), quoted_tokens(right))
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
        quoted=quotations,
        quoted_in_both=quotations_in_both,
    )


def _one_token(token: int) -> Span:
    return (token, token + 1)
