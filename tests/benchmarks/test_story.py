"""The story bench: what is generated is what its truth says, a wrong answer scores less, labels are well formed."""

import csv
import random
from collections import Counter

from benchmarks import story
from sitegen.model import SENTENCE_KINDS

SENTENCES = [
    "The tower of Holm leans by two degrees to the west.",
    "Nobody has measured it since the storm of last winter.",
    "A mason from Pell offered to set it upright for the price of a cow.",
    "The council thanked him and bought a longer plumb line.",
    "Visitors may climb it on Sundays if they stay on the east side.",
]
STRANGE = ["A whale was seen off the cape, and it did not look pleased with what it saw."]


def test_an_edited_copy_keeps_what_its_truth_says() -> None:
    """Each pair of the truth shares most of its words; nothing strange is in it."""
    copy, gold = story.edited(SENTENCES, STRANGE, random.Random(3))
    assert gold
    for source, place in gold:
        shared = {*SENTENCES[source].split()} & {*copy[place].split()}
        assert len(shared) > len(SENTENCES[source].split()) / 2
    assert not {place for place, text in enumerate(copy) if text in STRANGE} & {place for _, place in gold}


def test_sentences_are_found_where_they_are() -> None:
    """In a copy that is turned around, and none in one that is strange."""
    turned = [*SENTENCES[2:], *SENTENCES[:2]]
    assert story.read_links(SENTENCES, turned) == {(0, 3), (1, 4), (2, 0), (3, 1), (4, 2)}
    assert story.read_links(SENTENCES, STRANGE) == set()


def test_a_wrong_answer_scores_less() -> None:
    """Of links, and of kinds."""
    assert story.f_score({(0, 0)}, {(0, 0)}) == 1
    assert story.f_score({(0, 0), (1, 2)}, {(0, 0), (1, 1)}) == 0.5
    right = Counter({("denial", "denial"): 2, ("figure", "figure"): 2})
    wrong = Counter({("denial", "figure"): 1, ("denial", "denial"): 1, ("figure", "figure"): 2})
    assert story.f_scores(right) == {"denial": 1, "figure": 1}
    assert story.f_scores(wrong)["denial"] < 1


def test_translations_and_labels_are_well_formed() -> None:
    """Twelve translations in six languages that point into their source, each with something left out; 300 labels."""
    texts = story.translations()
    assert len([1 for _, language in texts if language != "en"]) == 12
    assert len({language for _, language in texts}) == 7
    for (name, language), sentences in texts.items():
        if language != "en":
            translated = {source for sources, _ in sentences for source in sources}
            assert translated < set(range(len(texts[name, "en"])))
    with (story.HERE / "story_sentences.csv").open(encoding="utf-8") as labels:
        rows = list(csv.DictReader(labels))
    assert len(rows) == 300
    assert {row["kind"] for row in rows} == set(SENTENCE_KINDS)
    assert all(int(row["start"]) < int(row["end"]) for row in rows)


def test_a_sentence_is_read_inside_its_paragraph() -> None:
    """A quotation that began before it is one still."""
    text = "First line.\nHe spoke at length. “It leans. It has leaned for a hundred years,” he said. Then he left."
    start = text.index("It has leaned")
    assert story.kind_in(text, start, text.index(" Then")) == "quotation"
    assert story.kind_in(text, text.index("Then"), len(text)) == "background"


def test_rewriting_is_measured_by_sentences() -> None:
    """A cut is alike and not edited; an edit is edited; what is written anew is neither."""
    source = "\n".join(SENTENCES)
    cut = story.rewriting(source, "\n".join(SENTENCES[:2]))
    edited = story.rewriting(source, SENTENCES[2].replace("a cow", "an ox").replace("set it", "put it back"))
    anew = story.rewriting(source, STRANGE[0])
    assert cut == (1, 0)
    assert 0.34 < edited[0] < 1
    assert edited[1] == 1
    assert anew == (0, 0)
