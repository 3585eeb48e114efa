"""Cuts the words of a paragraph into sentences, plainly and by itself, so that truth is not what the engine thinks."""

import re

from benchmarks.cases import Paragraph, Word

SENTENCE_WORDS = 7
"""A shorter sentence stays with its neighbour: it may stand twice by chance."""
_END = re.compile(r"[.!?][”\"’)]?$")
_NO_END = re.compile(
    r"(?i)^(?:[a-z]|mr|mrs|ms|dr|st|sen|rep|gov|gen|lt|col|sgt|jr|sr|u\.?s|u\.?k|vs|no|[a-z](?:\.[a-z])+)\.$"
)


def sentences_of(block: Paragraph) -> list[Paragraph]:
    """The sentences of a paragraph, joined where the mark may be that of an abbreviation."""
    found: list[list[Word]] = [[]]
    for word, following in zip(block, [*block[1:], None], strict=True):
        found[-1].append(word)
        if following and _END.search(word.text) and not _NO_END.match(word.text) and _begins(following):
            found.append([])
    sentences: list[Paragraph] = []
    for one in found:
        if sentences and (len(one) < SENTENCE_WORDS or len(sentences[-1]) < SENTENCE_WORDS):
            sentences[-1] += tuple(one)
        else:
            sentences.append(tuple(one))
    return sentences


def _begins(word: Word) -> bool:
    return word.text.lstrip('“"‘(')[:1].isupper()
