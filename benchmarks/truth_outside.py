"""Sentences of consequence judged by readers from outside, before and after what tells nothing was asked for.

    python -m benchmarks.truth_outside

Sentences that the program was sure of. `known` are on pairs that older labels judged; `learned`, `held out` and
`fresh` on pairs of which no text had been read: articles that a quotation, a passage or their subject links, articles
of one labelled story, steps over versions of a page; of `fresh` articles of PolNeAR, too. What is wrong in `known`
and `learned` was looked at and mended by kinds; `held out` was looked at after its figures were made. Who reads sees
the sentence, both places with the words marked, and both whole texts; neither kind nor confidence. `held out` and
`fresh` have two readers each, and the worse of two readings counts. Sentences about headlines are left out: their
words stand in neither text.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Literal

from benchmarks.truth_held_out import held_out_pairs
from benchmarks.truth_pairs import DATA, SameStory, TruthPair, article_file, json_lines, truth_pairs
from benchmarks.truth_sentences import Label, Sentence, interval, sentences_of
from benchmarks.unpack import scraped_articles
from sitegen.model import ChangeKind, Span, Verdict

READINGS = Path(__file__).with_name("truth_outside.jsonl")
"""A line a sentence: pair, characters of both sides, kind, verdict, and each reader's label; no text."""
Drawn = Literal["known", "learned", "held out", "fresh"]
DRAWN: tuple[Drawn, ...] = ("known", "learned", "held out", "fresh")
_PARTS: Mapping[str, SameStory] = {
    "articles": "reuse",
    "attributions": "reuse",
    "stories": "reuse",
    "versions": "revisions",
    "languages": "languages",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A sentence that readers from outside judged."""

    pair: str
    drawn: Drawn
    kind: ChangeKind
    verdict: Verdict
    left: Span
    right: Span
    readings: tuple[Label, ...]

    @property
    def label(self) -> Label:
        """The worst that a reader said."""
        return max(self.readings, key=("true", "trivial", "false").index)


def readings() -> list[Reading]:
    """All of them, in the order of the file."""
    return [_reading(json.loads(line)) for line in READINGS.read_text("utf-8").splitlines()]


def _reading(line: dict) -> Reading:
    return Reading(
        **{**line, **{side: tuple(line[side]) for side in ("left", "right")}, "readings": tuple(line["readings"])}
    )


def pairs_of(wanted: Iterable[str]) -> Iterator[TruthPair]:
    """The pairs with these ids. Raises KeyError where the data lacks a text."""
    known = {pair.id: pair for pair in chain(truth_pairs(), held_out_pairs())}
    for name in dict.fromkeys(wanted):
        yield known[name] if name in known else _pair(name)


def _pair(name: str) -> TruthPair:
    sort, *address = name.split()
    left, right = _texts(sort)[tuple(address)] if sort == "languages" else _two(sort, address)
    return TruthPair(
        id=name, part=_PARTS[sort], left=left, right=right, suffix="md" if _has_fields(sort) else "txt", drawn="fresh"
    )


def _has_fields(sort: str) -> bool:
    return sort in ("articles", "stories", "attributions")


def _two(sort: str, address: list[str]) -> tuple[bytes, bytes]:
    texts = _texts(sort)
    *page, left, right = address
    return texts[*page, left][0], texts[*page, right][0]


@cache
def _texts(sort: str) -> Mapping[tuple[str, ...], tuple[bytes, ...]]:
    """Texts of a set as files: each by its address, those of `languages` two by two."""
    return dict(_READ[sort]())


def _articles() -> Iterator[tuple[tuple[str, ...], tuple[bytes, ...]]]:
    for article in scraped_articles():
        yield (article.id,), (article_file(article.text, title=article.title, published=article.date),)


def _stories() -> Iterator[tuple[tuple[str, ...], tuple[bytes, ...]]]:
    for line in json_lines(DATA / "grouping" / "stories-dev.jsonl.xz"):
        yield (line["id"],), (article_file(line["text"]),)


def _versions() -> Iterator[tuple[tuple[str, ...], tuple[bytes, ...]]]:
    for line in json_lines(DATA / "versions" / "versions-dev.jsonl.xz"):
        yield (line["page"].replace(" ", "_"), str(line["version"])), (_plain(line["text"]),)


def _languages() -> Iterator[tuple[tuple[str, ...], tuple[bytes, ...]]]:
    for line in json_lines(DATA / "languages" / "pairs-dev.jsonl.xz"):
        yield (line["pair"],), tuple(map(_plain, line["texts"]))


def _attributions() -> Iterator[tuple[tuple[str, ...], tuple[bytes, ...]]]:
    for line in json_lines(DATA / "attributions" / "attributions-dev.jsonl.xz"):
        yield (line["id"],), (article_file(line["text"], title=line["title"], published=line["published"]),)


def _plain(text: str) -> bytes:
    return f"{text.rstrip()}\n".encode()


_READ = {
    "articles": _articles,
    "stories": _stories,
    "versions": _versions,
    "languages": _languages,
    "attributions": _attributions,
}


def report() -> str:
    """By how they were drawn and by kind: how they were judged, and how those of them that are still said were."""
    by_pair: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings():
        by_pair[reading.pair].append(reading)
    before: dict[tuple[str, str], Counter[Label]] = defaultdict(Counter)
    after: dict[tuple[str, str], Counter[Label]] = defaultdict(Counter)
    for pair in pairs_of(by_pair):
        said = list(sentences_of(pair))
        for reading in by_pair[pair.id]:
            for name in (reading.kind, "all"):
                before[reading.drawn, name][reading.label] += 1
                if any(_is_one(sentence, reading) for sentence in said):
                    after[reading.drawn, name][reading.label] += 1
    lines = [f"{'':21} as first printed: true trivial false  share (95 %)        still said: true trivial false  share"]
    for drawn in DRAWN:
        kinds = sorted({kind for name, kind in before if name == drawn}, key=lambda kind: before[drawn, kind].total())
        lines += [
            f"{drawn:8} {kind:12}                   {_counts(before[drawn, kind])}              "
            f"{_counts(after[drawn, kind])}"
            for kind in kinds
        ]
    return "\n".join(lines)


def _is_one(sentence: Sentence, reading: Reading) -> bool:
    """Whether a sentence is the one that was judged: its kind, and characters of both sides that overlap or touch."""
    return sentence.kind == reading.kind and all(
        own[0] <= read[1] and read[0] <= own[1]
        for own, read in ((sentence.left, reading.left), (sentence.right, reading.right))
    )


def _counts(count: Counter[Label]) -> str:
    total = count.total()
    low, high = interval(count["true"], total)
    share = f"{count['true'] / total:.2f} ({low:.2f}-{high:.2f})" if total else "-"
    return f"{count['true']:4} {count['trivial']:7} {count['false']:5}  {share:16}"


if __name__ == "__main__":
    print(report())
