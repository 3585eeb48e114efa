"""Generated word edits whose truth is known. Deterministic: the same seed gives the same cases.

`words`: single words are substituted, deleted or inserted. `phrases`: runs of one to four. `clauses`: of four to
twenty, whose 60 % leave about the stretches that earlier measurements had. Replacements are running words of another
article; no word is replaced by itself, or it would be no edit.
"""

import random
import re
from collections.abc import Sequence

from benchmarks.cases import Case, Origins, Paragraph, Prose, Word
from benchmarks.corpus import Paragraphs, articles, of_words

_LENGTHS = {"words": (1,), "phrases": (1, 1, 2, 2, 3, 4), "clauses": tuple(range(4, 21))}
_QUOTATION = re.compile(r"“[^“”]+”[,.;]?|(?<!\S)\"[^\"]+\"(?=[\s,.;]|$)[,.;]?")
_QUOTED_SHARE = (0.04, 0.15)
"""Share of a text that is quotations, so that chance has room."""
_QUOTED_WORDS = 4
"""Words of a quotation that is kept; shorter ones are scare quotes."""


def edited(share: float, count: int, seed: int, style: str = "phrases") -> Case:
    """A text of `count` words with that share of its words substituted, deleted or inserted (3 : 1 : 1)."""
    rng = random.Random(f"edits {style} {share} {count} {seed}")
    text, used = of_words(count, rng)
    origins = Origins()
    left = tuple(origins.words(paragraph.split()) for paragraph in text)
    prose = Prose(of_words(max(2_000, min(count, 20_000)), rng, used)[0], rng, origins)
    right = tuple(_edit(paragraph, share, _LENGTHS[style], rng, prose) for paragraph in left)
    return Case(name=f"{share:.0%} {style}", left=left, right=tuple(filter(None, right)))


def _edit(words: Paragraph, share: float, lengths: Sequence[int], rng: random.Random, prose: Prose) -> Paragraph:
    mean = sum(lengths) / len(lengths)
    begin = 1 / (1 + mean * (1 - share) / share)
    """Chance that an edit begins at a word, so that edits make up `share` of all words."""
    found: list[Word] = []
    at = 0
    while at < len(words):
        if rng.random() >= begin:
            found.append(words[at])
            at += 1
            continue
        length = rng.choice(lengths)
        what = rng.choice(("substitute", "substitute", "substitute", "delete", "insert"))
        gone = words[at : at + length]
        if what == "insert":
            found += prose.take(length, unlike=gone)
            found.append(words[at])
            at += 1
            continue
        if what == "substitute":
            found += prose.take(len(gone), unlike=gone)
        at += length
    return tuple(found)


def quotes_only(count: int, seed: int) -> Case:
    """Everything is replaced by words of another article except the quotations, which are kept where they stood."""
    rng = random.Random(f"quotes {count} {seed}")
    share = 0.0
    while not _QUOTED_SHARE[0] <= share <= _QUOTED_SHARE[1]:
        text, used = _quoting(count, rng)
        origins = Origins()
        left = tuple(origins.words(paragraph.split()) for paragraph in text)
        share = sum(sum(quoted_words(paragraph)) for paragraph in left) / sum(map(len, left))
    others = [re.sub('[“”"]', "", one) for one in of_words(max(2_000, count), rng, used)[0]]
    prose = Prose(others, rng, origins)
    right = tuple(_rewritten(paragraph, prose) for paragraph in left)
    return Case(name="quotes only", left=left, right=right)


def _quoting(count: int, rng: random.Random) -> tuple[Paragraphs, frozenset[int]]:
    """A text of about that many words out of articles that quote."""
    pool = articles()
    order = [at for at, one in enumerate(pool) if sum(map(len, map(_QUOTATION.findall, one))) >= 4]
    rng.shuffle(order)
    found: list[str] = []
    words = 0
    for number, at in enumerate(order):
        for paragraph in dict.fromkeys(pool[at]):
            size = len(paragraph.split())
            if size >= 4:
                found.append(paragraph)
                words += size
            if words >= count:
                return tuple(found), frozenset(order[: number + 1])
    raise ValueError(f"the articles that quote do not hold {count} words")


def _rewritten(words: Paragraph, prose: Prose) -> Paragraph:
    kept = quoted_words(words)
    found: list[Word] = []
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and kept[end] == kept[at]:
            end += 1
        found += words[at:end] if kept[at] else prose.take(end - at, unlike=words[at:end])
        at = end
    return tuple(found)


def quoted_words(words: Paragraph) -> list[bool]:
    """For each word whether it stands in a quotation of at least four words."""
    text = " ".join(word.text for word in words)
    spans = [one.span() for one in _QUOTATION.finditer(text) if len(one[0].split()) >= _QUOTED_WORDS]
    found = []
    at = 0
    for word in words:
        found.append(any(start <= at and at + len(word.text) <= end for start, end in spans))
        at += len(word.text) + 1
    return found


def unrelated(count: int, seed: int) -> Case:
    """Two texts that have nothing to do with each other."""
    rng = random.Random(f"unrelated {count} {seed}")
    text, used = of_words(count, rng)
    other, _ = of_words(count, rng, used)
    origins = Origins()
    left = tuple(origins.words(paragraph.split()) for paragraph in text)
    return Case(name="unrelated", left=left, right=tuple(origins.words(paragraph.split()) for paragraph in other))
