"""What is generated is what its truth says, and an answer is scored against that truth. Nothing here is about time."""

from collections import Counter
from dataclasses import replace

import pytest

from benchmarks.accuracy import EDITS
from benchmarks.cases import Case, Origins, Word, bare, case_articles, read_case
from benchmarks.corpus import all_here
from benchmarks.edits import edited, quoted_words, quotes_only, unrelated
from benchmarks.scores import Matched, hunks, score_words, true_pairs
from benchmarks.structures import KINDS, make_case

needs_texts = pytest.mark.skipif(not all_here(), reason="the real texts (shared/data/) are not here")


def problems(case: Case) -> list[str]:
    """What contradicts the truth of a case; nothing when the left, edited as it says, is the right."""
    left = {word.origin: word for block in case.left for word in block}
    right = {word.origin: word for block in case.right for word in block}
    found = [f"{word} is not the left's" for word in right.values() if left.get(word.origin, word).text != word.text]
    gone = {origin for edit in case.edits for origin in edit[0]}
    new = {origin for edit in case.edits for origin in edit[1]}
    if case.edits or case.moved or case.joined or case.repeated:
        found += [f"{origin} went unsaid" for origin in left.keys() - right.keys() - gone]
        found += [f"{origin} came unsaid" for origin in right.keys() - left.keys() - new]
    for pieces in case.moved:
        for piece in pieces[: 2 if len(case.moved) == 1 else 0]:
            flat = [[word.origin for block in side for word in block] for side in (case.left, case.right)]
            others = [[one for one in side if one not in piece | gone | new] for side in flat]
            if len(pieces) == 2 and others[0] != others[1]:
                found.append("what did not move is not where it was")
    for blocks, others in case.joined:
        one = [word.origin for at in blocks for word in case.left[at] if word.origin not in gone]
        other = [word.origin for at in others for word in case.right[at] if word.origin not in new]
        if one != other or min(len(blocks), len(others)) != 1 or max(len(blocks), len(others)) < 2:
            found.append("no split and no merge")
    return found


@needs_texts
@pytest.mark.parametrize("kind", KINDS)
def test_a_generated_structure_is_what_its_truth_says(kind: str) -> None:
    """The left with the operation and the edits applied is the right; a truth that says something else is noticed."""
    for seed in range(4):
        case = make_case(kind, seed)
        assert problems(case) == []
        assert case.left != case.right
        assert make_case(kind, seed) == case
        if case.edits:
            assert problems(replace(case, edits=case.edits[1:] or ((frozenset(), frozenset()),)))
        if len(case.moved) == 1 and len(case.moved[0]) == 2:
            assert problems(replace(case, moved=((frozenset({-1}), frozenset({-2})),)))
        if case.joined:
            blocks, others = case.joined[0]
            shifted = tuple(at - 1 if at else at + 9 for at in blocks)
            assert problems(replace(case, joined=((shifted, others),)))


@needs_texts
@pytest.mark.parametrize(("share", "style"), EDITS)
def test_generated_word_edits_are_as_many_as_asked_for(share: float, style: str) -> None:
    """About that share of the words is edited, and what is kept is kept in order."""
    case = edited(share, 1_000, 3, style)
    assert problems(case) == []
    left = [word.origin for block in case.left for word in block]
    kept = [word.origin for block in case.right for word in block if word.origin < len(left)]
    assert kept == sorted(kept)
    inserted = sum(word.origin >= len(left) for block in case.right for word in block)
    assert share / 2 < 1 - len(kept) / len(left) + inserted / len(left) < 2 * share
    assert len(left) == 1_000


@needs_texts
def test_only_quotations_stay_in_a_rewrite() -> None:
    """Every word outside quotations is new, every word inside is kept; unrelated texts keep none."""
    case = quotes_only(600, 1)
    assert problems(case) == []
    right = {word.origin for block in case.right for word in block}
    for block in case.left:
        assert [word.origin in right for word in block] == quoted_words(block)
    other = unrelated(300, 1)
    assert not {w.origin for b in other.left for w in b} & {w.origin for b in other.right for w in b}


def case_of(left: str, right: str) -> Case:
    """A case of one paragraph; words of the right that are numbers are those of the left at that place, from 0."""
    origins = Origins()
    words = origins.words(left.split())
    there = [words[int(one)] if one.isdigit() else origins.words([one])[0] for one in right.split()]
    return Case(name="", left=(words,), right=(tuple(there),))


def test_the_right_answer_scores_one_and_a_broken_one_less() -> None:
    """Recall falls with a match that is missing, chance rises with one that is not true; marks are not counted."""
    read = read_case(case_of("The ferry left, at noon today", "0 1 departed 3 noon 5"))
    truth = true_pairs(read)
    assert [read.left.keys[left] for left, _ in truth] == ["the", "ferry", "at", "today"]
    whole = score_words(read, truth)
    assert (whole.recall, whole.chance, whole.matched, whole.hunks) == (1.0, 0.0, 4, 2)
    assert score_words(read, truth[1:]).recall == 0.75
    chance = score_words(read, [*truth[:-1], (5, 4), truth[-1]])
    assert read.left.keys[5] == read.right.keys[4] == "noon"
    assert (chance.recall, chance.chance) == (1.0, 0.2)
    assert score_words(read, []) == Matched(true=4, found=0, matched=0, hunks=1)


def test_an_insertion_that_can_stand_at_two_places_is_right_at_both() -> None:
    """`the cat the dog` out of `the dog`: either `the` may be the old one. A wrong place stays wrong."""
    read = read_case(case_of("the dog slept", "0 cat the 1 2"))
    assert score_words(read, [(0, 0), (1, 3), (2, 4)]).recall == 1.0
    assert score_words(read, [(0, 2), (1, 3), (2, 4)]).recall == 1.0
    read = read_case(case_of("the dog slept", "0 1 2 the bird"))
    assert score_words(read, [(0, 3)]).recall == 0.0


def test_a_word_printed_twice_counts_once_and_at_either_place() -> None:
    """Words of one origin are interchangeable."""
    words = (Word("Rain", 0), Word("fell", 1))
    case = Case(name="", left=(words, words), right=(words,))
    read = read_case(case)
    assert score_words(read, [(0, 0), (1, 1)]).recall == 1.0
    assert score_words(read, [(2, 0), (3, 1)]).recall == 1.0
    assert score_words(read, [(2, 0), (3, 1)]).chance == 0.0


def test_neighbouring_edits_are_one_hunk() -> None:
    """A hunk is a stretch without matches on either side."""
    assert hunks([(0, 0), (1, 1)], 2, 2) == 0
    assert hunks([(1, 0), (2, 3)], 4, 4) == 3
    assert hunks([], 3, 0) == 1


def test_labels_follow_the_tokens_of_a_word() -> None:
    """A word with marks is several tokens; each has the origin of the word and its own part."""
    case = case_of("He said: “Wait.”", "0 1 2")
    read = read_case(case)
    assert [label[0] for label in read.labels] == [0, 1, 1, 2, 2, 2, 2]
    assert len(set(read.labels)) == len(read.labels)
    assert read.labels == read.labels_right
    assert Counter(bare(word.text) for word in case.left[0]) == Counter(["he", "said", "wait"])
    assert case_articles(case)[0].blocks[0].text == "He said: “Wait.”"
