"""Real pairs on which the sentences of a comparison are judged: near copies, revisions of a page, reports of a story.

    python -m benchmarks.truth_pairs

prints the near copies among the real articles anew. They are kept in truth_pairs.txt, by id, because to find them takes
longer than to read them; a copy shares runs of eight words outside quotation marks, since within them two outlets quote
one speaker and took nothing from one another.
"""

import gzip
import hashlib
import json
import lzma
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations, pairwise
from pathlib import Path
from typing import Literal

from benchmarks.unpack import NEWS, quoted, scraped_articles
from sitegen.config import Config
from sitegen.model import Article
from sitegen.read import read_article

DATA = NEWS.parents[1]
NEAR_COPIES = Path(__file__).with_name("truth_pairs.txt")
FRESH = Path(__file__).with_name("truth_fresh.txt")
"""Pairs that are in neither half: lesser copies, other steps of a chain, reports of one labelled story."""
SameStory = Literal["reuse", "revisions", "languages", "answers", "passages"]
SETS: tuple[SameStory, ...] = ("reuse", "revisions", "languages", "answers", "passages")
"""What the texts of a pair are to one another: copies of news, states of a page, reports of one story in one language,
an answer beside what it draws on, a page beside another that holds passages of it."""
Half = Literal["seen", "unseen", "fresh", "learned", "held out"]
HALVES: tuple[Half, ...] = ("seen", "unseen", "fresh", "learned", "held out")
_RUN = 8
"""Words of a shared run."""
_FEWEST_RUNS = 12
_FEWEST_SHARE = 0.03
"""Runs that a near copy shares: how many, and which share of those of the shorter text."""
_MOST_HOLDERS = 4
"""Articles in which a run may stand; in more it is a phrase, or what a site prints under everything."""
_SAME_STORY_UP_TO = 2.0
"""Grade up to which two texts report one story; 1 is the same and 4 is different."""
_MOST_DAYS = 31
"""Days between the dates of two copies; in other years a site prints its captions and its columns again."""
_QUOTED = re.compile(r'“[^”]{0,2000}”|"[^"\n]{0,2000}"')
_WORD = re.compile(r"\w+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class TruthPair:
    """Two real texts."""

    id: str
    """From the ids that the data gives; never from the text."""
    part: SameStory
    left: bytes
    """As a file of an archive."""
    right: bytes
    suffix: str
    drawn: Literal["fresh", "learned", "held out"] | None = None
    """What it was drawn for, where it is in neither half. Fresh: its sentences were read once, then their kinds mended;
    held out: two others read them, and nothing was mended by it; learned: of those, what was mended by it after all."""

    @property
    def half(self) -> Half:
        """Under which name its sentences are counted."""
        return self.drawn or ("seen" if self.is_seen else "unseen")

    @property
    def is_seen(self) -> bool:
        """Whether its sentences may be looked at while the program is built."""
        return hashlib.sha256(self.id.encode()).digest()[0] % 2 == 0

    def articles(self) -> tuple[Article, Article]:
        """Both as articles. Raises ValueError where one cannot be read."""
        left, right = (
            read_article(name, f"{name}.{self.suffix}", text, Config())[0]
            for name, text in (("a", self.left), ("b", self.right))
        )
        if not left or not right:
            raise ValueError(f"cannot read {self.id}")
        return left, right


def truth_pairs() -> Iterator[TruthPair]:
    """All pairs, part by part."""
    yield from _near_copies([tuple(line.split()) for line in NEAR_COPIES.read_text("utf-8").splitlines()])
    yield from _revisions()
    yield from _versions()
    yield from _reports()
    yield from _fresh()


def _fresh() -> Iterator[TruthPair]:
    listed = [line.split() for line in FRESH.read_text("utf-8").splitlines()]
    of_sort = {
        sort: [(left, right) for name, *_, left, right in listed if name == sort] for sort in ("articles", "stories")
    }
    stories = {line["id"]: line["text"] for line in json_lines(DATA / "grouping" / "stories-dev.jsonl.xz")}
    for left, right in of_sort["stories"]:
        yield replace(_plain(f"stories {left} {right}", "reuse", *_of_ids(stories, left, right)), drawn="fresh")
    for pair in _near_copies(of_sort["articles"]):
        yield replace(pair, drawn="fresh")
    pages = {
        (line["page"].replace(" ", "_"), str(line["version"])): line["text"]
        for line in json_lines(DATA / "versions" / "versions-dev.jsonl.xz")
    }
    for sort, *names in listed:
        if sort == "versions":
            page, before, after = names
            pair = _plain(f"versions {page} {before} {after}", "revisions", pages[page, before], pages[page, after])
            yield replace(pair, drawn="fresh")


def _of_ids(texts: Mapping[str, str], left: str, right: str) -> tuple[str, str]:
    return texts[left], texts[right]


def _near_copies(wanted: Sequence[tuple[str, ...]]) -> Iterator[TruthPair]:
    ids = {article for pair in wanted for article in pair}
    articles = {article.id: article for article in scraped_articles() if article.id in ids}
    for left, right in wanted:
        files = [
            article_file(article.text, title=article.title, published=article.date)
            for article in (articles[left], articles[right])
        ]
        yield TruthPair(id=f"articles {left} {right}", part="reuse", left=files[0], right=files[1], suffix="md")


def article_file(text: str, *, title: str = "", published: str = "") -> bytes:
    """A text as a file with front matter; what is no day is left out."""
    day = published if _DAY.fullmatch(published) else ""
    fields = {"title": " ".join(title.split()), "published": day, "format": "text"}
    head = "".join(f"{name}: {quoted(value)}\n" for name, value in fields.items() if value)
    return f"---\n{head}---\n{text.rstrip()}\n".encode()


def _revisions() -> Iterator[TruthPair]:
    pairs = json.loads(gzip.decompress((DATA / "revisions" / "revision-pairs.json.gz").read_bytes()))
    for language, revisions in sorted(pairs.items()):
        for index, (before, after) in enumerate(revisions):
            yield _plain(f"revisions {language} {index}", "revisions", before, after)


def _versions() -> Iterator[TruthPair]:
    pages: dict[str, dict[int, str]] = defaultdict(dict)
    for line in json_lines(DATA / "versions" / "versions-dev.jsonl.xz"):
        pages[line["page"]][int(line["version"])] = line["text"]
    for page, texts in pages.items():
        versions = sorted(texts)
        # One step of each chain: the steps of one page change the same sentences again and again.
        step = hashlib.sha256(page.encode()).digest()[1] % max(len(versions) - 1, 1)
        for before, after in list(pairwise(versions))[step : step + 1]:
            name = f"versions {page.replace(' ', '_')} {before} {after}"
            yield _plain(name, "revisions", texts[before], texts[after])


def _reports() -> Iterator[TruthPair]:
    for line in json_lines(DATA / "languages" / "pairs-dev.jsonl.xz"):
        if line["languages"][0] == line["languages"][1] and float(line["overall"]) <= _SAME_STORY_UP_TO:
            yield _plain(f"languages {line['pair']}", "languages", *line["texts"])


def _plain(name: str, part: SameStory, left: str, right: str) -> TruthPair:
    texts = [f"{text.rstrip()}\n".encode() for text in (left, right)]
    return TruthPair(id=name, part=part, left=texts[0], right=texts[1], suffix="txt")


def json_lines(path: Path) -> Iterator[dict]:
    """The values of a file that holds one a line."""
    with lzma.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        for line in lines:
            yield json.loads(line)


def near_copies() -> list[tuple[str, str]]:
    """The ids of real articles that hold runs of one another's narration, most alike first."""
    holders: dict[int, list[int]] = defaultdict(list)
    ids: list[str] = []
    sizes: list[int] = []
    days: list[date | None] = []
    for index, article in enumerate(scraped_articles()):
        runs = _runs(article.text)
        ids.append(article.id)
        sizes.append(len(runs))
        days.append(date.fromisoformat(article.date) if _DAY.fullmatch(article.date) else None)
        for run in runs:
            holders[run].append(index)
    shared: Counter[tuple[int, int]] = Counter()
    for articles in holders.values():
        if 2 <= len(articles) <= _MOST_HOLDERS:
            shared.update(combinations(articles, 2))
    shares = {pair: count / min(sizes[index] for index in pair) for pair, count in shared.items()}
    near = [
        pair
        for pair, count in shared.items()
        if count >= _FEWEST_RUNS
        and shares[pair] >= _FEWEST_SHARE
        and _days_apart(*(days[index] for index in pair)) <= _MOST_DAYS
    ]
    return [(ids[left], ids[right]) for left, right in sorted(near, key=lambda pair: (-shares[pair], pair))]


def _days_apart(left: date | None, right: date | None) -> int:
    """Days between two dates; 0 where one is not known."""
    return abs((left - right).days) if left and right else 0


def _runs(text: str) -> set[int]:
    """Hashes of the runs of words outside quotation marks."""
    runs: set[int] = set()
    for part in _QUOTED.split(text):
        words = _WORD.findall(part.lower())
        for start in range(len(words) - _RUN + 1):
            digest = hashlib.blake2b(" ".join(words[start : start + _RUN]).encode(), digest_size=8).digest()
            runs.add(int.from_bytes(digest, "big"))
    return runs


if __name__ == "__main__":
    print("\n".join(" ".join(pair) for pair in near_copies()))
