"""Pairs whose sentences two readers judged who did not build the program, and by whose errors nobody mended it.

They are listed in truth_held_out.txt, a line a pair: its part and the addresses of both texts. No text of them is in
another pair that has labels. Sentences were drawn before they were read: at most four a pair, rare kinds first, so what
else is said of these pairs is unlabelled. Half of the pairs, by the hash of their id, were looked at after that, and
kinds were mended by them: `learned` is behind them, and they are counted under that name.
"""

import gzip
import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

from benchmarks.truth_pairs import DATA, SETS, SameStory, TruthPair, article_file, json_lines
from benchmarks.unpack import scraped_articles

HELD_OUT = Path(__file__).with_name("truth_held_out.txt")
"""The address of a text is its set, what names it there, and where two bear one name which of them it is."""


def held_out_pairs() -> Iterator[TruthPair]:
    """The pairs, in the order of the list."""
    for line in HELD_OUT.read_text("utf-8").splitlines():
        part, left, right, *learned = line.split()
        texts = [_texts(address.partition(":")[0])[address] for address in (left, right)]
        yield TruthPair(
            id=f"{left} {right}",
            part=_part(part),
            left=texts[0],
            right=texts[1],
            suffix="md",
            drawn="learned" if learned else "held out",
        )


def _part(name: str) -> SameStory:
    return next(part for part in SETS if part == name)


@cache
def _texts(name: str) -> Mapping[str, bytes]:
    """All texts of a set by their addresses, as files of an archive."""
    return {f"{name}:{address}": text for address, text in _SETS[name]()}


def _articles() -> Iterator[tuple[str, bytes]]:
    for article in scraped_articles():
        yield article.id, article_file(article.text, title=article.title, published=article.date)


def _attributions() -> Iterator[tuple[str, bytes]]:
    for line in json_lines(DATA / "attributions" / "attributions-dev.jsonl.xz"):
        yield line["id"], article_file(line["text"], title=line["title"], published=line["published"])


def _stories() -> Iterator[tuple[str, bytes]]:
    for line in json_lines(DATA / "grouping" / "stories-dev.jsonl.xz"):
        yield line["id"], article_file(line["text"])


def _languages() -> Iterator[tuple[str, bytes]]:
    for line in json_lines(DATA / "languages" / "pairs-dev.jsonl.xz"):
        for index, text in enumerate(line["texts"]):
            yield f"{line['pair']}:{index}", article_file(text)


def _versions() -> Iterator[tuple[str, bytes]]:
    for line in json_lines(DATA / "versions" / "versions-dev.jsonl.xz"):
        yield f"{line['page'].replace(' ', '_')}:{line['version']}", article_file(line["text"])


def _revisions() -> Iterator[tuple[str, bytes]]:
    pairs = json.loads(gzip.decompress((DATA / "revisions" / "revision-pairs.json.gz").read_bytes()))
    for language, revisions in pairs.items():
        for number, texts in enumerate(revisions):
            for index, text in enumerate(texts):
                yield f"{language}:{number}:{index}", article_file(text)


def _answers() -> Iterator[tuple[str, bytes]]:
    for line in json_lines(DATA / "rewriting" / "short-answers.jsonl.xz"):
        yield f"{line['name']}:0", article_file(line["source"])
        yield f"{line['name']}:1", article_file(line["answer"])


def _passages() -> Iterator[tuple[str, bytes]]:
    for number, line in enumerate(json_lines(DATA / "alignment" / "passages-dev.jsonl.xz")):
        yield f"{number}:0", article_file(line["source"])
        yield f"{number}:1", article_file(line["copy"])


_SETS: Mapping[str, Callable[[], Iterator[tuple[str, bytes]]]] = {
    "articles": _articles,
    "attributions": _attributions,
    "stories": _stories,
    "languages": _languages,
    "versions": _versions,
    "revisions": _revisions,
    "answers": _answers,
    "passages": _passages,
}
