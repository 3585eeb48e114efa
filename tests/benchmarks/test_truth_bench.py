"""The truth bench: a label is found again by its place, a share is counted right, what is planted is there."""

import json
from dataclasses import replace

import pytest

from benchmarks import truth_planted, truth_sentences
from benchmarks.corpus import all_here
from benchmarks.truth_held_out import HELD_OUT, held_out_pairs
from benchmarks.truth_pairs import FRESH, NEAR_COPIES, TruthPair
from benchmarks.truth_planted import ALLOWED, Planted, articles_of, outcome, planted, reworded
from benchmarks.truth_sentences import LABELS, Labelled, interval, read_labels, sentences_of, tally
from benchmarks.truth_speech import Score, score
from sitegen.comparing import compare_articles
from sitegen.config import Config
from sitegen.model import CONSEQUENTIAL

needs_texts = pytest.mark.skipif(not all_here(), reason="the real texts (shared/data/) are not here")
PAIR = TruthPair(
    id="invented",
    part="reuse",
    left=b"The crack in the hull is 12 cm wide. Moe said the pier is safe.\n",
    right=b"The crack in the hull is 14 cm wide. Moe denied the pier is safe.\n",
    suffix="txt",
)


def labels(label1: str = "true", label2: str = "true") -> list[Labelled]:
    """A label for each sentence of the invented pair."""
    return [
        Labelled(
            pair=sentence.pair, kind=sentence.kind, verdict=sentence.verdict, left=sentence.left,
            right=sentence.right, label1=label1, label2=label2,
        )
        for sentence in sentences_of(PAIR)
    ]  # fmt: skip


def test_a_judged_sentence_is_found_again() -> None:
    """By its pair, its kind and characters that overlap; a sentence elsewhere is not it."""
    table = tally([PAIR], labels())
    half = PAIR.half
    assert {name: (row.judged["true"], row.unlabelled) for (part, name), row in table.rows.items() if part == half} == {
        "figure": (1, 0), "attribution": (1, 0), "reuse": (2, 0), "all": (2, 0),
    }  # fmt: skip
    assert (table.gone, table.gone_true) == (0, 0)


def test_a_sentence_without_a_label_and_a_label_without_a_sentence_are_counted() -> None:
    """Neither is true nor false: the one is unlabelled, the other is gone."""
    first, *rest = labels()
    elsewhere = Labelled(**{**truth_sentences.asdict(first), "left": (500, 510), "right": (500, 510)})
    table = tally([PAIR], [elsewhere, *rest])
    half = PAIR.half
    assert table.rows[half, "all"].unlabelled == 1
    assert (table.gone, table.gone_true) == (1, 1)


def test_what_was_held_out_is_counted_apart() -> None:
    """It is in neither half, whichever its id falls into."""
    table = tally([replace(PAIR, drawn="held out")], labels())
    assert {half for half, _name in table.rows} == {"held out"}


def test_no_text_that_was_held_out_is_in_another_pair() -> None:
    """An address names a set and a text of it; other pairs give the same ids, without their set."""
    addresses = [line.split()[1:3] for line in HELD_OUT.read_text("utf-8").splitlines()]
    ids = {text.split(":")[1] for pair in addresses for text in pair if text.startswith(("articles", "stories"))}
    elsewhere = [*NEAR_COPIES.read_text("utf-8").split(), *FRESH.read_text("utf-8").split()]
    assert ids
    assert not ids & set(elsewhere)


@needs_texts
def test_the_pairs_that_were_held_out_are_found() -> None:
    """Each text by its address."""
    pairs = list(held_out_pairs())
    assert len({pair.id for pair in pairs}) == len(pairs) > 100


@pytest.mark.parametrize(
    ("label1", "label2", "label"),
    [
        ("true", "true", "true"),
        ("true", "trivial", "trivial"),
        ("trivial", "false", "false"),
        ("false", "true", "false"),
    ],
)
def test_a_sentence_is_true_only_where_both_readings_say_so(label1: str, label2: str, label: str) -> None:
    """Of two readings that differ the worse counts."""
    assert {found.label for found in labels(label1, label2)} == {label}


def test_the_interval_is_that_of_a_share() -> None:
    """Wilson's: 8 of 10 lies between .49 and .94; nothing known is everything possible."""
    low, high = interval(8, 10)
    assert (round(low, 2), round(high, 2)) == (0.49, 0.94)
    assert interval(0, 0) == (0.0, 1.0)


def test_labels_hold_no_text() -> None:
    """A label is a pair's id, places, a kind, a verdict and what was judged; there are no two of one place."""
    lines = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]
    assert {key for line in lines for key in line} == {
        "pair", "kind", "verdict", "left", "right", "label1", "label2",
    }  # fmt: skip
    found = read_labels()
    assert all(label.kind in CONSEQUENTIAL for label in found)
    places = [(label.pair, label.kind, label.left, label.right) for label in found]
    assert len(set(places)) == len(places)
    assert all(len(line.split()) == 2 for line in NEAR_COPIES.read_text("utf-8").splitlines())


@needs_texts
def test_what_is_planted_is_there_and_nothing_else() -> None:
    """A planted text is the real one with one change; reworded, only its paragraph is another."""
    for change in planted(1):
        assert change.what in ALLOWED
        assert change.left != change.right
        assert len(change.left.split("\n")) == len(change.right.split("\n"))
        differing = [
            pair for pair in zip(change.left.split("\n"), change.right.split("\n"), strict=True) if len(set(pair)) > 1
        ]
        assert len(differing) == 1
        assert len(reworded(change).right.split("\n")) == len(change.right.split("\n"))


def test_a_planted_change_is_found_only_by_its_kind_and_words() -> None:
    """A finding of another kind, or of other words, is a miss; one that is not sure is demoted."""
    left, right = (f"The crack in the hull is {width} cm wide." for width in (12, 14))
    change = Planted(what="figure", left=left, right=right, words=("12", "14"))
    changes = compare_articles(*articles_of(change), Config().comparing).changes
    assert outcome(change, changes) == "found"
    assert outcome(change, ()) == "missed"
    unsure = tuple(truth_planted.replace(finding, confidence=0.5) for finding in changes)
    assert outcome(change, unsure) == "demoted"
    assert outcome(Planted(what="name", left="", right="", words=("12", "14")), changes) == "missed"
    assert outcome(Planted(what="figure", left="", right="", words=("12", "15")), changes) == "missed"


def test_speech_is_scored_against_the_marks_of_another_hand() -> None:
    """A speaker, a verb and a quotation that are marked and read alike are right; a mark more lowers recall alone."""
    text = "“The old pier is safe,” said Ida Moe. Carl Berg left the harbour."
    said, moe = text.index("said"), text.index("Ida")
    attribution = {"source": [[moe, moe + 7]], "cue": [[said, said + 4]], "content": [[0, said - 1]]}
    line = {"id": "invented", "text": text, "attributions": [attribution]}
    assert score([line]) == {
        "verbs of saying": Score(1, 1, 1, 1), "speakers": Score(1, 1, 1, 1), "quotations": Score(1, 1, 1, 1),
    }  # fmt: skip
    left = text.index("left")
    more = {"source": [[left - 10, left - 1]], "cue": [[left, left + 4]], "content": [[left + 5, len(text)]]}
    scores = score([{**line, "attributions": [attribution, more]}])
    assert (scores["verbs of saying"].recall, scores["verbs of saying"].precision) == (0.5, 1.0)
