"""What the plainest site with comparisons would take: Markdown, Jinja2 and diff-match-patch. Told as JSON.

    python -m benchmarks.floor_pairs CONTENT SITE

A page for each article through python-markdown and Jinja2, and a page for each pair through plain diff-match-patch
(words, no time limit) and Jinja2: once for all pairs of each family that SITE has, once for the other pairs of each
story. Only a sample is made, evenly spaced, and its CPU seconds apiece are told beside how many there are.
"""

import json
import sys
import time
from collections.abc import Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, TypeVar

from jinja2 import Environment
from markdown import Markdown

from benchmarks.copies import pieces_of
from benchmarks.peers.engines import diff_match_patch_of

T = TypeVar("T")
Pair = tuple[str, str]
_ARTICLES, _PAIRS, _OTHERS = 300, 60, 30
"""How many of each are made."""
_LONGEST = 6_000
"""Words of a pair beyond which it is not in the sample: diff-match-patch takes minutes for some."""
_PAGE = Environment(autoescape=True).from_string(
    "<!doctype html><title>{{ title }}</title><h1>{{ title }}</h1>{{ body | safe }}"
)
_COMPARISON = Environment(autoescape=True).from_string(
    "<!doctype html><title>{{ title }}</title><p>{% for tag, text in runs %}"
    "{% if tag == '=' %}{{ text }}{% elif tag == '-' %}<del>{{ text }}</del>{% else %}<ins>{{ text }}</ins>{% endif %}"
    "{% endfor %}"
)


def main() -> None:
    """The command."""
    content, site = Path(sys.argv[1]), Path(sys.argv[2])
    archive = json.loads((site / "data" / "archive.json").read_text("utf-8"))
    texts = {
        one["id"]: (content / one["path"]).read_text("utf-8").split("\n---\n", 1)[-1] for one in archive["articles"]
    }
    families, others = pairs_of(archive)
    pages = spread(sorted(texts), _ARTICLES)
    start = time.process_time()
    for name in pages:
        _PAGE.render(title=name, body=Markdown().convert(texts[name])).encode()
    apiece = (time.process_time() - start) / max(1, len(pages))
    print(
        json.dumps(
            {
                "articles": {"number": len(texts), "sample": len(pages), "apiece": apiece},
                "families": _compared(families, texts, _PAIRS),
                "others": _compared(others, texts, _OTHERS),
            }
        )
    )


def pairs_of(archive: Mapping[str, Any]) -> tuple[list[Pair], list[Pair]]:
    """The pairs of each family, and those pairs of each story that are of two families."""
    stories: dict[str, list[tuple[str, str]]] = {}
    for one in archive["articles"]:
        stories.setdefault(one["story"], []).append((one["id"], str(one["family"])))
    within, between = [], []
    for story in sorted(stories):
        for (left, family), (right, other) in combinations(sorted(stories[story]), 2):
            (within if family == other else between).append((left, right))
    return within, between


def spread(of: Sequence[T], most: int) -> list[T]:
    """Up to `most`, evenly spaced, the first among them."""
    count = min(most, len(of))
    return [of[at * len(of) // count] for at in range(count)]


def scaled(found: Mapping[str, Mapping[str, float]], names: Sequence[str]) -> float:
    """CPU seconds of all articles and pairs, from those of the samples."""
    return sum(found[name]["number"] * found[name]["apiece"] for name in names)


def _compared(pairs: Sequence[Pair], texts: Mapping[str, str], most: int) -> dict[str, float]:
    short = [pair for pair in pairs if sum(len(texts[one].split()) for one in pair) <= _LONGEST]
    sample = spread(short, most)
    start = time.process_time()
    for left, right in sample:
        _page_of(pieces_of(texts[left]), pieces_of(texts[right]), left)
    apiece = (time.process_time() - start) / max(1, len(sample))
    return {"number": len(short), "sample": len(sample), "apiece": apiece, "too long": len(pairs) - len(short)}


def _page_of(left: Sequence[str], right: Sequence[str], title: str) -> bytes:
    runs: list[tuple[str, str]] = []
    at = other = 0
    for start, start_right, length in [*diff_match_patch_of(left, right), (len(left), len(right), 0)]:
        runs.append(("-", "".join(left[at:start])))
        runs.append(("+", "".join(right[other:start_right])))
        runs.append(("=", "".join(left[start : start + length])))
        at, other = start + length, start_right + length
    return _COMPARISON.render(title=title, runs=[run for run in runs if run[1]]).encode()


if __name__ == "__main__":
    main()
