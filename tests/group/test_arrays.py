"""What is done in parts, or in a way that needs less memory, gives what the plain way gives."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from sitegen.group import Columns, Fingerprint, Postings, Terms, counted, likeness, segment_of
from sitegen.group.candidates import fingerprints, recalled
from sitegen.group.clusters import Group, _Placed, average, joined
from sitegen.group.copies.links import neighbours_together
from sitegen.group.likeness import (
    Vectors,
    _in_order,
    _leading,
    _texts_with,
    common_places,
    likely_pairs,
    likenesses,
    make_vectors,
    numbered,
)
from sitegen.group.prints import Reader
from sitegen.group.words import Hashes, name_hashes


def postings_of(runs: Iterable[Hashes]) -> Postings:
    """Texts that have these runs and no words."""
    none = Terms("en", np.empty(0, dtype=np.uint32), np.empty(0, dtype=np.float16))
    return Postings([segment_of(Fingerprint(runs=own, terms=none, notice=False) for own in runs)])


def test_candidates_are_the_same_in_parts_of_any_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs that stand on the border of two parts are counted once, and are found to be of several articles."""
    numbers = np.random.default_rng(7)
    runs = [numbers.integers(0, 40, size=30).astype(np.uint64) << np.uint64(56) for _ in range(12)]

    def candidates() -> list[list[int]]:
        roster = fingerprints.Roster(slots=np.arange(12), sources=[str(at % 5) for at in range(12)])
        found = fingerprints.find_candidates(postings_of(runs), roster, 9, 3)
        arrays = (found.left, found.right, found.telling, found.shared, found.sizes, found.common)
        return [one.tolist() for one in (*arrays, found.silent, found.silent_from)]

    whole = candidates()
    assert len(whole[0]) > 20
    for size in (1, 2, 3, 7, 64):
        monkeypatch.setattr(fingerprints, "_ENTRIES_AT_ONCE", size)
        assert candidates() == whole


def test_pairs_are_moved_no_more_than_a_few_times(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted in many parts, they are added up in time that grows with their number, and not with its square."""
    numbers = np.random.default_rng(7)
    real = fingerprints._added_up
    moved: list[int] = []

    def added_up(tallies: Sequence[fingerprints._Tally]) -> fingerprints._Tally:
        moved.append(sum(len(tally.pairs) for tally in tallies))
        return real(tallies)

    monkeypatch.setattr(fingerprints, "_added_up", added_up)
    monkeypatch.setattr(fingerprints, "_ENTRIES_AT_ONCE", 64)
    monkeypatch.setattr(fingerprints, "_PAIRS_AT_ONCE", 16)
    # Each pair of neighbours shares a run of its own.
    runs = [np.array([place, place + 1], dtype=np.uint64) << np.uint64(40) for place in range(4_000)]
    own = [np.sort(numbers.permuted(run)) * np.uint64(0x9E3779B97F4A7C15) for run in runs]
    roster = fingerprints.Roster(slots=np.arange(len(own)), sources=[""] * len(own))
    assert len(fingerprints.find_candidates(postings_of(own), roster, 9, 3).left) == 3_999
    assert len(moved) > 5
    assert sum(moved) < 4 * 3_999


def test_postings_that_were_read_are_given_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a large archive they are hundreds of MiB, and each part is read once."""
    given_back: list[int] = []
    runs = [np.arange(place, place + 40, dtype=np.uint64) << np.uint64(56) for place in range(40)]
    roster = fingerprints.Roster(slots=np.arange(40), sources=[""] * 40)
    monkeypatch.setattr(fingerprints, "_ENTRIES_AT_ONCE", 16)
    fingerprints.find_candidates(postings_of(runs), roster, 9, 3, release=lambda: given_back.append(1))
    assert len(given_back) == -(-40 * 40 // 16) // fingerprints._RELEASED_AFTER


def test_the_boilerplate_of_an_article_is_told() -> None:
    """What two articles of one source and a third have is no boilerplate; what three of one source have is."""
    runs = [np.array(own, dtype=np.uint64) << np.uint64(40) for own in ([1, 2], [1, 2], [1, 3], [2, 3])]
    roster = fingerprints.Roster(slots=np.arange(4), sources=["a", "a", "a", "b"])
    found = fingerprints.find_candidates(postings_of(runs), roster, 9, 3)
    assert found.silent.tolist() == [1 << 20] * 3
    assert len({found.silent_in(at) for at in range(3)}) == 1
    assert found.silent_in(3) != found.silent_in(0)


def test_words_arenumbered_in_order() -> None:
    """As NumPy does it, also where they differ in their last bits only."""
    alike = [1 << 63 | 1, 1 << 63, 1 << 63 | 1, 1 << 62, 0, 1 << 63]
    for keys in (np.array(own, dtype=np.uint64) for own in ([5, 3, 5, 9, 3, 5], alike, [0, 0], [])):
        expected = np.unique(keys, return_inverse=True)
        for one, other in zip(numbered(keys), expected, strict=True):
            assert one.tolist() == other.tolist()


def test_vectors_are_the_same_in_parts_of_any_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever number of articles is worked on at a time: words, weights, digests and likely pairs."""
    numbers = np.random.default_rng(5)
    own = [np.unique(numbers.integers(0, 90, size=numbers.integers(0, 40))).astype(np.uint32) for _ in range(50)]
    terms = [
        Terms("en" if place % 3 else "fr", words, np.linspace(1, 3, len(words)).astype(np.float16))
        for place, words in enumerate(own)
    ]
    texts = np.array([place // 2 if place < 10 else place for place in range(50)], dtype=np.int64)

    def made() -> list[list[int]]:
        vectors = make_vectors(terms, texts)
        pairs = likely_pairs(vectors, [place % 7 for place in range(50)])
        arrays = (vectors.starts, vectors.columns, vectors.weights, vectors.words, vectors.digests(), *pairs)
        return [array.tolist() for array in arrays]

    whole = made()
    assert len(whole[-1]) > 50
    for size in (1, 7, 49):
        monkeypatch.setattr(likeness, "_AT_ONCE", size)
        monkeypatch.setattr(likeness, "_PAIRS_AT_ONCE", 16 * size)
        assert made() == whole


def test_a_text_that_several_articles_have_counts_once() -> None:
    """Each word is counted by texts, not by articles, whether a text has one article or more, or no word at all."""
    articles = [([0, 1], 3), ([1, 2], 3), ([1], 0), ([], 3), ([1, 4], 1), ([0, 4], 1), ([], 2)]
    features = np.array([one for own, _ in articles for one in own], dtype=np.int64)
    sizes = np.array([len(own) for own, _ in articles], dtype=np.int64)
    texts = np.array([text for _, text in articles], dtype=np.int64)
    expected = [len({text for own, text in articles if word in own}) for word in range(6)]
    assert _texts_with(features, sizes, texts, 6).tolist() == expected == [2, 3, 1, 0, 1, 0]
    none = np.empty(0, dtype=np.int64)
    assert _texts_with(none, none, none, 2).tolist() == [0, 0]


def test_likeness_is_the_same_either_way() -> None:
    """Whichever of two groups is placed, and whatever was placed before."""

    def group(member: int, columns: list[int]) -> Group:
        numbers = np.array(columns, dtype=np.int64)
        return Group((member,), numbers, np.sqrt(numbers + 1).astype(np.float32), np.ones(len(columns), dtype=np.int64))

    one, other, none = group(0, [1, 4, 6, 9]), group(1, [0, 4, 5, 9, 11]), group(2, [])
    placed = _Placed(12)
    for first in (one, other, none):
        for left, right in ((one, other), (other, one), (one, none), (none, other)):
            placed.put(first)
            assert placed.average(left, right) == pytest.approx(average(left, right))
    assert average(one, other) == pytest.approx(5 + 10)
    assert joined(one, other).columns.tolist() == [0, 1, 4, 5, 6, 9, 11]


def test_numbers_that_both_have_are_found() -> None:
    """Where they stand in either, whichever is longer, and where one has none."""
    for one, other in (([1, 4, 6, 9], [0, 4, 5, 9, 11]), ([3], [1, 2, 3]), ([5, 7], [1, 2]), ([], [1]), ([1], [])):
        arrays = np.array(one, dtype=np.int64), np.array(other, dtype=np.int64)
        for left, right in (arrays, arrays[::-1]):
            at, at_other = common_places(left, right)
            assert left[at].tolist() == right[at_other].tolist() == sorted({*one} & {*other})


@pytest.mark.parametrize("seed", range(8))
def test_likely_pairs_are_those_that_share_words_often_enough(seed: int) -> None:
    """As counted one by one: two telling words at least, also of the last pair of all."""
    numbers = np.random.default_rng(seed)
    terms = [Terms("en", np.unique(numbers.integers(0, 60, 12)).astype(np.uint32), np.empty(0)) for _ in range(20)]
    terms = [replace(one, often=np.ones(len(one.words), dtype=np.float16)) for one in terms]
    vectors = make_vectors(terms, np.arange(20))
    left, right = likely_pairs(vectors, [None] * 20)
    expected = []
    for one, other in itertools.combinations(range(20), 2):
        if len({*terms[one].words.tolist()} & {*terms[other].words.tolist()}) >= 2:
            expected.append((one, other))
    assert list(zip(left.tolist(), right.tolist(), strict=True)) == expected
    assert 20 < len(expected) < 190
    assert [one.tolist() for one in likely_pairs(make_vectors([], np.arange(0)), [])] == [[], []]


def test_a_name_has_one_hash_wherever_it_stands() -> None:
    """Whatever stands beside it; and others have others."""
    names = ["name nusra", "word nusra", "26%", "", "name čapek", "name \ud800", "place SY", "d 9-14", "d 9-1", "d 1-9"]
    hashes = name_hashes(names).tolist()
    assert len(set(hashes)) == len(names)
    assert name_hashes(reversed(names)).tolist() == hashes[::-1]
    assert [name_hashes([name]).tolist()[0] for name in names] == hashes
    assert name_hashes([]).tolist() == []


def test_anchors_that_others_may_be_part_of_are_told_apart() -> None:
    """Places and credits, and no name that only begins like them."""
    found = counted({"place SY": 1, "name nusra": 2, "credit reuters": 1, "places": 1, "place": 1, "26%": 3}, "en")
    assert set(found.wholes) == {"place SY", "credit reuters"}
    assert dict(zip(found.names(), found.often.tolist(), strict=True))["26%"] == 3


def test_pairs_that_hang_together_follow_each_other() -> None:
    """No pair is lost, and those of one group of texts stand side by side."""
    assert list(neighbours_together([(0, 8), (1, 5), (2, 8), (3, 4), (5, 7), (7, 9)])) == [
        *[(0, 8), (2, 8)],
        *[(1, 5), (5, 7), (7, 9)],
        (3, 4),
    ]


def test_numbers_of_texts_count_by_their_leading_digits() -> None:
    """Small ones are as they are; of others so many digits are left, whatever an edit adds or takes."""
    counts = np.array([1, 2, 31, 63, 64, 65, 66, 500, 503, 504, 10_000])
    assert _leading(counts, 6).tolist() == [1, 2, 31, 63, 64, 64, 66, 496, 496, 504, 9_984]


@pytest.mark.parametrize("largest", [9, 1 << 40])
def test_rows_are_sorted_by_one_column_after_another(largest: int) -> None:
    """As one number where they fit into it, and otherwise column by column."""
    numbers = np.random.default_rng(3)
    rows = [numbers.integers(0, largest, 300) for _ in range(3)]
    expected = sorted(zip(*(column.tolist() for column in rows), strict=True))
    assert list(zip(*(column.tolist() for column in _in_order(*rows)), strict=True)) == expected


class Recorder(Reader):
    """A printer that remembers columns."""

    def __init__(self) -> None:
        self.columns: dict[str, Columns] = {}

    def recall(self, table: str) -> Columns | None:
        """What was recorded."""
        return self.columns.get(table)

    def record(self, table: str, columns: Columns) -> None:
        """Keeps it."""
        self.columns[table] = columns


def test_likenesses_are_counted_again_where_a_vector_has_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    """After an edit of one article, and of articles that come and go, each is what it is without a memory."""
    numbers = np.random.default_rng(8)

    def said(words: NDArray[np.int64]) -> Terms:
        unique = np.unique(words).astype(np.uint32)
        return Terms("en", unique, np.ones(len(unique), dtype=np.float16))

    pair_counts: list[int] = []

    def counting(vectors: Vectors, left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.float64]:
        pair_counts.append(len(left))
        return likenesses(vectors, left, right)

    monkeypatch.setattr(recalled, "likenesses", counting)
    archive = [said(numbers.integers(0, 90, 30)) for _ in range(40)]
    edited = [*archive[:7], said(np.append(archive[7].words, 4_000)), *archive[8:]]
    fewer, same = [*edited[:3], *edited[4:], edited[5]], edited
    printer = Recorder()
    for texts, most in ((archive, 780), (edited, 39), (same, 0), (fewer, 780)):
        vectors = make_vectors(texts, np.arange(len(texts)))
        left, right = np.triu_indices(len(texts), 1)
        pair_counts.clear()
        alike = recalled.known_likenesses(vectors, left, right, printer)
        assert alike.tolist() == recalled.known_likenesses(vectors, left, right, Recorder()).tolist()
        assert alike.tolist() == np.round(likenesses(vectors, left, right), 6).tolist()
        assert sum(pair_counts[:-1]) <= most
