"""The grouping benchmark: a wrong answer scores less than a right one, and made copies are what they are said to be."""

from itertools import islice
from pathlib import Path

import pytest

from benchmarks.copies import other_words, retold, reworded
from benchmarks.corpus import all_here
from benchmarks.group_copies import candidates, read_made, recall_by_kind
from benchmarks.group_curves import steps_around
from benchmarks.group_events import Judged, judged_pairs, shares
from benchmarks.group_news import joined
from benchmarks.group_scores import average_precision, pairwise
from benchmarks.group_sets import Made, grams, made, plain
from benchmarks.group_size import doublings, worst_growth
from benchmarks.runs import run
from benchmarks.targets import at_least, at_most, table_of
from benchmarks.unpack import scraped_articles
from sitegen.config import Grouping
from sitegen.group.copies.links import Fingerprinted

needs_data = pytest.mark.skipif(not all_here(), reason="the real texts (shared/data/) are not here")
TRUTH = {"a": 1, "b": 1, "c": 2, "d": 2}


def test_pairs_are_scored() -> None:
    """All right, all in one, all alone; an article without a label does not count."""
    right = pairwise({**TRUTH, "x": 1}, TRUTH)
    assert (right.precision, right.recall, right.f1) == (1, 1, 1)
    one = pairwise(dict.fromkeys(TRUTH, 0), TRUTH)
    assert (one.precision, one.recall) == (2 / 6, 1)
    alone = pairwise({name: name for name in TRUTH}, TRUTH)
    assert (alone.recall, alone.f1) == (0, 0)


def test_average_precision_falls_with_every_wrong_one_above() -> None:
    """1 where the right ones come first; ties count as wrong."""
    assert average_precision([(0.9, True), (0.8, True), (0.1, False)]) == 1
    assert average_precision([(0.9, False), (0.8, True)]) == 0.5
    assert average_precision([(0.5, True), (0.5, False)]) == 0.5
    assert average_precision([]) == 0


def test_pairs_that_were_read_count_by_what_they_stand_for() -> None:
    """All apart finds nothing, all in one is as right as the pairs are; undecided ones count where they are allowed."""
    pairs = [Judged("a", "b", True, 3.0), Judged("a", "c", False, 5.0), Judged("a", "d", None, 2.0)]
    together = shares(dict.fromkeys(("na", "nb", "nc", "nd"), 0), pairs)
    assert (together.right, together.allowed, together.found) == (3 / 8, 5 / 10, 1)
    right = shares({"na": 0, "nb": 0, "nc": 1, "nd": 1}, pairs)
    assert (right.right, right.allowed, right.found) == (1, 1, 1)
    assert shares({"na": 0, "nb": 1, "nc": 2, "nd": 3}, pairs).found == 0


def test_the_pairs_that_were_read_are_pairs_of_real_articles() -> None:
    """At least 150 that are decided, each once."""
    pairs = judged_pairs()
    assert sum(pair.one_event is not None for pair in pairs) >= 150
    assert len({frozenset((pair.left, pair.right)) for pair in pairs}) == len(pairs)
    if all_here():
        known = {article.id for article in scraped_articles()}
        assert all({pair.left, pair.right} <= known for pair in pairs)


def test_constants_are_moved_to_both_sides() -> None:
    """By a share of their value, whole numbers by one at the least."""
    assert steps_around(2.0, (0.9, 1.1), whole=False) == [1.8, 2.2]
    assert steps_around(8, (0.8, 0.9, 1.1), whole=True) == [6, 7, 9]


@needs_data
def test_made_copies_are_copies_of_what_they_say() -> None:
    """A cut is the beginning of its original, a quotation stands in it; the same seed gives the same texts."""
    texts = list(made(60))
    assert texts == list(made(60))
    kinds = {one.kind for one in texts}
    assert kinds == {"", "cut", "edited", "quotes"}
    for one in texts:
        original = texts[one.of].text
        if one.kind == "cut":
            assert original.startswith(one.text)
        if one.kind == "quotes":
            assert 3 <= len(grams(original, 10) & grams(one.text, 10)) < len(grams(one.text, 10)) / 2


@needs_data
def test_texts_told_again_have_other_words() -> None:
    """A second turn through the real articles keeps the words in common use and no text; turns differ."""
    words = other_words(1)
    assert other_words(0) == {}
    assert "the" not in words
    assert len(set(words.values())) == len(words)
    text = next(scraped_articles()).text
    again, later = retold(text, words), retold(text, other_words(2))
    assert len(text.split()) == len(again.split()) == len(later.split())
    assert len({text, again, later}) == 3
    assert len(grams(text, 8) & grams(again, 8)) < len(grams(text, 8)) / 20


@needs_data
def test_tellings_of_one_text_share_hardly_a_run() -> None:
    """Words in common use are told otherwise too; what two texts of a telling share they share as before."""
    texts = [scraped.text for scraped in islice(scraped_articles(), 40)]
    # One word after another, whatever text they stand in.
    assert all(reworded(text, 1).split()[1:] == reworded(f"Then {text}", 1).split()[2:] for text in texts)
    before, after = (
        sum(
            len(grams(text, 5) & grams(retold(told, other_words(1)), 5))
            for text, told in zip(texts, tellings, strict=True)
        )
        for tellings in (texts, [reworded(text, 1) for text in texts])
    )
    assert after < before / 8


@needs_data
def test_our_own_engine_runs(tmp_path: Path) -> None:
    """On few texts, in a process of its own; fewer texts in the file than asked for are no measurement."""
    file = str(tmp_path / "made.jsonl")
    run("group_copies", "write", file, "60")
    assert [one.text for one in read_made(Path(file), 60)] == [one.text for one in made(60)]
    said = run("group_copies", "sitegen", file, "60").said
    assert said["recall"]["cut"] == said["candidate recall"]["cut"] == 1
    assert (said["impure"], said["worst"]) == (0, [])
    with pytest.raises(RuntimeError, match="ended with 1"):
        run("group_copies", "sitegen", file, "61")


@needs_data
def test_candidates_alone_are_those_of_a_whole_run() -> None:
    """Leaving likeness out of the measurement leaves no candidate out, and adds none."""
    articles = [plain(one) for one in made(300)]
    assert candidates(articles) == set(Fingerprinted(articles, Grouping()).worth_a_look()) != set()


def test_the_exact_join_finds_what_stands_in_another_to_half() -> None:
    """By runs of five words, of the shorter text; what stands in very many is boilerplate."""
    words = [f"w{number}" for number in range(60)]
    texts = {
        "whole": " ".join(words),
        "half": " ".join([*words[:16], *(f"x{number}" for number in range(12))]),
        "less": " ".join([*words[40:52], *(f"y{number}" for number in range(12))]),
    }
    assert joined(texts) == {("half", "whole")}
    assert joined({f"t{number:02}": "one two three four five six" for number in range(61)}) == set()
    assert len(joined({f"t{number:02}": "one two three four five six" for number in range(60)})) == 60 * 59 // 2


def test_a_copy_that_was_not_found_counts() -> None:
    """Recall is of each kind, and of pairs in the order of the texts."""
    texts = [Made("a", "", "", 0), Made("b", "", "cut", 0), Made("c", "", "cut", 0), Made("d", "", "edited", 0)]
    assert recall_by_kind(texts, {(0, 1), (1, 3)}) == {"cut": 0.5, "edited": 0}


def test_growth_is_that_of_the_worst_doubling() -> None:
    """Sizes are halves of the largest, and one bad step is not averaged away."""
    assert doublings(8_000) == [1_000, 2_000, 4_000, 8_000]
    assert doublings(100_000) == [1_562, 3_125, 6_250, 12_500, 25_000, 50_000, 100_000]
    assert worst_growth([(1, 1.0), (2, 2.0), (4, 5.0), (8, 8.0)]) == 2.5
    assert worst_growth([(1, 1.0)]) == 0


def test_what_falls_short_is_said() -> None:
    """Each row has what is to be reached beside what was got; the limit itself is reached."""
    rows = table_of([at_least("a", 0.98, 0.98), at_most("b", 2.31, 2.3, unit=" x"), at_most("c", 2.3, 2.3)])
    assert [line.split()[-1] for line in rows[1:]] == ["reached", "SHORT", "reached"]
    assert rows[2].split() == ["b", "<=", "2.3", "x", "2.31", "x", "FALLS", "SHORT"]
    assert table_of([]) == []
