"""Name: a person, place or body that is named otherwise."""

import re
from collections.abc import Iterator, Sequence

from sitegen.changes.finding import Finding
from sitegen.changes.kinds.kind import Kind
from sitegen.changes.readtext import ReadText
from sitegen.changes.rowedits import Edit, SentencePair
from sitegen.model import Span, Verdict
from sitegen.text.catalogues import counted, marked

_LINE_MARKS = frozenset("/|—–:")
"""Marks that no name has inside."""
_STEM, _ENDING = 4, 3
"""Letters of the shortest word that takes an ending, and of the longest ending."""
_WORDS_UP_TO = 8
"""Words of the longest name."""


def find(pair: SentencePair) -> Iterator[Finding]:
    """Names against names. A part of a name that comes or goes is an addition or a cut."""
    for edit in pair.edits:
        contents = pair.free_content(edit)
        texts = (pair.left, pair.right)
        if any(content and text.quoted[content[0]] for text, content in zip(texts, contents, strict=True)):
            continue
        named = [_is_named(text, content) for text, content in zip(texts, contents, strict=True)]
        if all(contents) and all(named) and not _is_spelling(pair, contents) and not _is_line(pair, edit):
            yield pair.take(_changed(pair, contents))


def _is_line(pair: SentencePair, edit: Edit) -> bool:
    """Whether one side is a line and no name: a credit (`Ada Berg/HP`), or where a report was sent from."""
    return any(
        text.tokens[token].text.strip() in _LINE_MARKS
        for text, span in zip((pair.left, pair.right), edit, strict=True)
        for token in range(*span)
    )


def _is_named(text: ReadText, content: Sequence[int]) -> bool:
    """Whether all words that say something are names, and what goes with names."""
    if not 0 < len(content) <= _WORDS_UP_TO:
        return False
    capitals = [text.is_name(token) for token in content]
    if text.terms.loose_names and capitals[0]:
        return 2 * sum(capitals) >= len(capitals)
    return any(capitals) and all(
        capital or text.classes(token) & {"particle", "title"} for token, capital in zip(content, capitals, strict=True)
    )


def _is_spelling(pair: SentencePair, contents: tuple[Sequence[int], Sequence[int]]) -> bool:
    """Whether only marks inside the words differ: a suffix after an apostrophe."""
    letters = [
        "".join(filter(str.isalnum, "".join(text.keys[token] for token in content)))
        for text, content in zip((pair.left, pair.right), contents, strict=True)
    ]
    return letters[0] == letters[1]


def _changed(pair: SentencePair, contents: tuple[Sequence[int], Sequence[int]]) -> Finding:
    titles = [
        all("title" in text.classes(token) for token in content)
        for text, content in zip((pair.left, pair.right), contents, strict=True)
    ]
    beside = any(_touches_name(text, content) for text, content in zip((pair.left, pair.right), contents, strict=True))
    verdict: Verdict = "reworded" if (any(titles) and beside) or _is_one_name(pair, contents) else "changed"
    return Finding(
        kind="name",
        verdict=verdict,
        left=_span(contents[0]),
        right=_span(contents[1]),
        confidence=0.8 if _in_brackets(pair.left, contents[0]) or _in_brackets(pair.right, contents[1]) else 0.96,
    )


def _is_one_name(pair: SentencePair, contents: tuple[Sequence[int], Sequence[int]]) -> bool:
    """Whether two names are one, as far as their letters say: titles, initials and a genitive apart, or initials alone.

    `FEC` for all words of it that begin so; `Mott's` for `Mott`.
    """
    words, others = (_bare(text, content) for text, content in zip((pair.left, pair.right), contents, strict=True))
    if not words or not others:
        return bool(words or others)
    if len(words) == len(others) and all(map(_are_forms, words, others)):
        return True
    return any(
        len(short) == 1 and len(long) > 1 and short[0].replace(".", "") == "".join(word[0] for word in long)
        for short, long in ((words, others), (others, words))
    )


def _are_forms(word: str, other: str) -> bool:
    """Whether two words are one, with another ending: `Korea`, `Korean`; `Agent`, `Agents`."""
    short, long = sorted((word, other), key=len)
    return word == other or (len(short) >= _STEM and long.startswith(short) and len(long) - len(short) <= _ENDING)


def _bare(text: ReadText, content: Sequence[int]) -> list[str]:
    """The words of a name, without titles, initials and the ending of a genitive."""
    words = [re.sub("['’]s?$", "", text.keys[token]) for token in content if "title" not in text.classes(token)]
    return [word for word in words if len(word.strip(".")) > 1]


def _in_brackets(text: ReadText, content: Sequence[int]) -> bool:
    """Whether it is all that stands in a pair of brackets: a party and a state after a name."""
    start, _ = text.block_span(content[0])
    return content[0] > start and text.keys[content[0] - 1] in ("(", "[")


def _span(content: Sequence[int]) -> Span:
    return (content[0], content[-1] + 1)


def _touches_name(text: ReadText, content: Sequence[int]) -> bool:
    """Whether the word right before or right after is a name, with no mark between."""
    first, last = text.block_span(content[0])
    return any(first <= near < last and text.is_name(near) for near in (content[0] - 1, content[-1] + 1))


KIND = Kind(
    name="name",
    group="consequential",
    noun=counted("{count} name", "{count} names"),
    label=marked("names"),
    meaning="A person, place or body is named otherwise.",
    sentences={
        "changed": marked("The name changed from {left} to {right}."),
        "reworded": marked("The name is given another way: {left}, {right}."),
    },
    find=find,
)
