"""The files of the search index: segments of pages, each with its terms in shards, sorted, and its rows in pages.

A page belongs to a segment by the hash of its path and stays there until there are twice as many: one edit makes one
segment anew. A reader's browser fetches the list of segments, the head of each (facets of its pages, 5 bytes a page as
they travel), of each the one shard in which a word of the query sorts, and the rows of the ten best pages. Names are
digests, so that a browser may keep what it has for ever and never mixes two generations.

Shards end at terms that are chosen by their own hash: an edit moves no border but its own.
"""

import hashlib
import json
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence

from sitegen.frozen import dataclass
from sitegen.model import File
from sitegen.search.page_words import PageWords
from sitegen.views.pages import INFERRED, SearchRow

INDEX_FOLDER = "search/index/"
"""Where files stand that are named by their digest."""
PAGES_A_SEGMENT = 2000
"""On average at most. Measured: a segment is made in .6 CPU s; of 10,000 pages a query fetches five shards a word."""
_LISTED_AT = "search/segments.json"
_POSTINGS_A_SHARD = 2500
"""Pages a term, summed over a shard: some 5 kB as it travels."""
_ROWS_A_FILE = 40
_LENGTH_UNIT = 16
"""Terms: the ranking needs no finer length."""
_NONE = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchedPage:
    """A page that is searched."""

    path: str
    """Of its file, relative to the site."""
    words: str
    """The digest of its words."""
    row: SearchRow


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentPlan:
    """The pages of a segment, by path."""

    name: str
    """Its number among how many."""
    pages: tuple[SearchedPage, ...]


def segment_plans(pages: Iterable[SearchedPage]) -> tuple[SegmentPlan, ...]:
    """Which pages go into which segment; none is empty. The same whatever the order of the pages."""
    ordered = sorted(pages, key=lambda page: page.path)
    count = 1
    while len(ordered) > PAGES_A_SEGMENT * count:
        count *= 2
    segments: list[list[SearchedPage]] = [[] for _ in range(count)]
    for page in ordered:
        segments[int.from_bytes(hashlib.sha256(page.path.encode()).digest()[:4]) % count].append(page)
    return tuple(
        SegmentPlan(name=f"{number}/{count}", pages=tuple(segment))
        for number, segment in enumerate(segments)
        if segment
    )


def segment_files(plan: SegmentPlan, words: Callable[[SearchedPage], PageWords]) -> tuple[File, ...]:
    """The files of a segment, its head first; each is named by its content."""
    lengths: list[int] = []
    postings: dict[str, list[int]] = {}
    for number, page in enumerate(plan.pages):
        page_words = words(page)
        lengths.append(page_words.length)
        for term, count in page_words.counts.items():
            postings.setdefault(term, []).append(number << 4 | count)
    shards = [_shard(terms, postings) for terms in _ranges(postings)]
    rows = [
        _file([_row(page.row) for page in plan.pages[start : start + _ROWS_A_FILE]])
        for start in range(0, len(plan.pages), _ROWS_A_FILE)
    ]
    head = _head([page.row for page in plan.pages], lengths)
    head |= {
        "first": [first for first, _ in shards],
        "terms": [_name(file.path) for _, file in shards],
        "rows": [_name(file.path) for file in rows],
        "rowsAFile": _ROWS_A_FILE,
        "lengthUnit": _LENGTH_UNIT,
    }
    return (_file(head), *(file for _, file in shards), *rows)


def segment_list(heads: Sequence[str], outlets: Sequence[tuple[str, str]]) -> File:
    """The one file whose name stays: the heads of all segments by their paths, and outlets by name and address."""
    value = {"segments": [_name(head) for head in heads], "outlets": sorted(outlets)}
    return File(_LISTED_AT, _bytes(value))


def _ranges(postings: Mapping[str, Sequence[int]]) -> list[list[str]]:
    """The terms in order, cut into shards."""
    if not postings:
        return []
    terms_a_shard = max(1, _POSTINGS_A_SHARD * len(postings) // sum(map(len, postings.values())))
    mask = (1 << (terms_a_shard.bit_length() - 1)) - 1
    ranges: list[list[str]] = [[]]
    weight = 0
    for term in sorted(postings):
        ends = zlib.crc32(term.encode()) & mask == 0 and weight > _POSTINGS_A_SHARD // 4
        if ranges[-1] and (ends or weight > 3 * _POSTINGS_A_SHARD):
            ranges.append([])
            weight = 0
        ranges[-1].append(term)
        weight += len(postings[term])
    return ranges


def _shard(terms: Sequence[str], postings: Mapping[str, Sequence[int]]) -> tuple[str, File]:
    """The first term of a shard, and its file: of each term the pages, each as the step from the one before."""
    steps: list[list[int]] = []
    for term in terms:
        last = 0
        steps.append([])
        for posting in postings[term]:
            steps[-1].append(posting - last)
            last = posting & ~15
    return terms[0], _file({"terms": list(terms), "pages": steps})


def _head(rows: Sequence[SearchRow], lengths: Sequence[int]) -> dict[str, object]:
    """Facets of a segment's pages as columns of numbers, and what each number stands for."""
    columns: dict[str, object] = {"length": [length // _LENGTH_UNIT for length in lengths]}
    names: dict[str, object] = {}
    for facet in ("source", "language", "relation", "year", "story"):
        values = [getattr(row, facet) for row in rows]
        distinct = sorted({value for value in values if value})
        numbers = {value: number for number, value in enumerate(distinct)}
        columns[facet] = [numbers.get(value, _NONE) for value in values]
        names[facet] = distinct
    for facet in ("tags", "kinds"):
        distinct = sorted({value for row in rows for value in getattr(row, facet)})
        numbers = {value: number for number, value in enumerate(distinct)}
        columns[facet] = [[numbers[value] for value in getattr(row, facet)] for row in rows]
        names[facet] = distinct
    return {**columns, "names": names}


def _row(row: SearchRow) -> list[str]:
    title, outlet = row.title, row.outlet
    name = f"{outlet.text}{INFERRED if outlet.mark else ''}"
    about = [name, outlet.lang, outlet.dir, row.when]
    return [row.href, title.text, title.lang, title.dir, *about, row.story_href, row.story_title]


def _file(value: object) -> File:
    content = _bytes(value)
    return File(f"{INDEX_FOLDER}{hashlib.sha256(content).hexdigest()[:20]}.json", content)


def _name(path: str) -> str:
    return path.removeprefix(INDEX_FOLDER).removesuffix(".json")


def _bytes(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
