"""Spelling: the same words spelt another way."""

from collections.abc import Iterator, Sequence

from sitegen.changes.finding import Finding
from sitegen.changes.kinds.kind import Kind
from sitegen.changes.rowedits import SentencePair
from sitegen.model import Span
from sitegen.text.catalogues import counted, in_context, marked
from sitegen.text.lookalikes import one_script
from sitegen.text.scripts import has_han, old_kanji


def respelt(pair: SentencePair) -> Iterator[Finding]:
    """Edits that hold the same words spelt another way and nothing else. Asked before all other finders."""
    for edit in pair.edits:
        words = [
            [token for token in tokens if text.is_word(token)]
            for text, tokens in zip((pair.left, pair.right), pair.free_in(edit), strict=True)
        ]
        if not all(words):
            continue
        left, right = (
            [text.keys[token] for token in side] for text, side in zip((pair.left, pair.right), words, strict=True)
        )
        if left != right and (are_spelt_alike(left, right) or _are_printed_alike(pair, words)):
            yield pair.take(
                Finding(kind="spelling", verdict="same-value", left=_reach(words[0]), right=_reach(words[1]))
            )


def _are_printed_alike(pair: SentencePair, words: Sequence[Sequence[int]]) -> bool:
    """Whether the same letters stand apart in one text and together in the other, whatever they stand for: Korean `일`,
    which is a number by itself."""
    printed = [
        "".join(text.tokens[token].text.strip().lower() for token in side)
        for text, side in zip((pair.left, pair.right), words, strict=True)
    ]
    return printed[0] == printed[1] and not any(map(str.isdecimal, printed[0]))


def _reach(tokens: Sequence[int]) -> Span:
    return (tokens[0], tokens[-1] + 1)


_CONTRACTED = {"can't": "cannot", "won't": "willnot", "shan't": "shallnot"}


def are_spelt_alike(left: Sequence[str], right: Sequence[str]) -> bool:
    """`cease-fire`, `ceasefire`; `no one`, `noone`; letters of another script that look alike. Two numbers stay two."""
    joined = [
        "".join(_CONTRACTED.get(key, one_script(key).replace("n't", "not")) for key in keys) for keys in (left, right)
    ]
    if joined[0] != joined[1] and all(map(has_han, joined)):
        # 澤田, 沢田: one name, in older and in newer signs.
        joined = [word.translate(old_kanji()) for word in joined]
    if joined[0] != joined[1]:
        return False
    return not any(key[:1].isdecimal() for key in (*left, *right))


KIND = Kind(
    name="spelling",
    tag=in_context("kind of change", "spelling"),
    group="style",
    noun=counted("{count} other spelling", "{count} other spellings"),
    label=marked("spelling"),
    meaning=marked(
        "The same words spelt another way: “organise”, “organize”; “cease-fire”, “ceasefire”; another script."
    ),
    sentences={
        "same-value": marked("{left} became {right}: another spelling."),
        "alike": marked("{text} is printed another way."),
    },
)
