"""What is printed was tested: each claim with a sentence that is true, a false one it keeps out, and a control.

A control takes the test away and sees the false sentence printed.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from sitegen.changes import pair as changes_module
from sitegen.changes import rest as rest_module
from sitegen.changes.evidence import claims as claims_module
from sitegen.changes.evidence.claims import TESTS, Claims
from sitegen.changes.finding import Finding
from sitegen.changes.kinds import BY_NAME
from sitegen.changes.kinds import attribution as attribution_module
from sitegen.changes.kinds import negation as negation_module
from sitegen.changes.rowedits import SentencePair
from sitegen.comparing import compare_articles
from sitegen.config import Comparing
from sitegen.model import Article, ChangeKind, Moment
from tests.conftest import make_article

FRAME = ("In the harbour town the old clock had stopped, and ", " while the gulls went on as they had before.")


def told(left: str | Article, right: str | Article) -> list[str]:
    """The sentences between two texts with ¶ between their paragraphs, or two articles."""
    articles = [
        text if isinstance(text, Article) else make_article(name, *text.split(" ¶ "))
        for name, text in (("a", left), ("b", right))
    ]
    return [change.sentence for change in compare_articles(articles[0], articles[1], Comparing()).changes]


def told_inside(left: str, right: str) -> list[str]:
    """The sentences between two clauses of one sentence."""
    return told(left.join(FRAME), right.join(FRAME))


# Gone and new

MOVED_DAY = (
    "The council met yesterday in the old hall by the quay. The mayor spoke for an hour.",
    "The council met in the old hall by the quay. Yesterday the mayor spoke for an hour.",
)


def test_what_is_nowhere_in_the_other_text_is_gone() -> None:
    """Of words that stand nowhere else it is said that they are gone, or were added."""
    text = "The council met {}in the old hall by the quay. The mayor spoke for an hour."
    assert told(text.format("yesterday "), text.format("")) == ["The date “yesterday” is gone."]
    assert told(text.format(""), text.format("yesterday ")) == ["The date “yesterday” was added."]


def test_what_stands_elsewhere_is_gone_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of words that the other text has at another place nothing is said but that; control: without the test they are
    gone and new."""
    assert told(*MOVED_DAY) == [
        "“yesterday” is gone here; the words are elsewhere in the other copy.",
        "“Yesterday” was added here; the words are elsewhere in the other copy.",
    ]
    monkeypatch.setattr(Claims, "_stands_in_other", lambda *_: False)
    monkeypatch.setattr(Claims, "_has_value", lambda *_: False)
    assert told(*MOVED_DAY) == ["The date “yesterday” is gone.", "The date “Yesterday” was added."]


PARAGRAPH = "Nobody had been told of the leak in the hull."
REST = "The council met in the old hall by the quay. The mayor spoke for an hour about it."


def test_a_paragraph_whose_words_are_elsewhere_is_not_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    """So it is with a paragraph that became a part of another; control: without the test it is gone."""
    longer = REST.replace("quay. ", f"quay. “{PARAGRAPH[:-1]}”, it is said, and so on and on. ")
    said = told(f"{PARAGRAPH} ¶ {REST}", longer)
    assert f"Paragraph 1 is gone: “{PARAGRAPH}”." not in said
    assert f"Paragraph 1 is gone: “{PARAGRAPH[:-1]}”." not in said
    assert any(one.startswith("Paragraph 1 is gone; its words are elsewhere") for one in said)
    monkeypatch.setattr(Claims, "_stands_in_other", lambda *_: False)
    assert any(one.startswith("Paragraph 1 is gone: ") for one in told(f"{PARAGRAPH} ¶ {REST}", longer))


# What changed


def only_finder(monkeypatch: pytest.MonkeyPatch, kind: ChangeKind) -> None:
    """Plants a finder that takes every edit for a change of one kind, and lets no other look."""

    def find(pair: SentencePair) -> Iterator[Finding]:
        for edit in pair.edits:
            if edit.left[0] < edit.left[1] and edit.right[0] < edit.right[1]:
                yield pair.take(Finding(kind=kind, verdict="changed", left=edit.left, right=edit.right))

    monkeypatch.setattr(changes_module, "KINDS", (replace(BY_NAME[kind], find=find),))
    monkeypatch.setattr(changes_module, "quotation_findings", lambda *_: ())


CHANGED: tuple[tuple[ChangeKind, tuple[str, str], str, tuple[str, str], str], ...] = (
    ("figure", ("14 sheep burned", "40 sheep burned"), "The figure changed from “14” to “40”.",
     ("14 sheep burned", "wet sheep burned"), "The figure changed from “14” to “wet”."),
    ("date", ("it sank on Monday there", "it sank on Tuesday there"), "The date changed from “Monday” to “Tuesday”.",
     ("it sank on Monday there", "it sank on rocks there"), "The date changed from “Monday” to “rocks”."),
    ("attribution", ("he said it failed", "he claimed it failed"), "The attribution changed from “said” to “claimed”.",
     ("he knew it failed", "he saw it failed"), "The attribution changed from “knew” to “saw”."),
    ("quotation", ("he said “we were afraid” once", "he said “we were furious” once"),
     "Inside quotation marks, “afraid” became “furious”.",
     ("they were afraid once", "they were furious once"), "Inside quotation marks, “afraid” became “furious”."),
    ("name", ("the boat of Brandt sank", "the boat of Ostel sank"), "The name changed from “Brandt” to “Ostel”.",
     ("the boat of wood sank", "the boat of iron sank"), "The name changed from “wood” to “iron”."),
)  # fmt: skip


def test_each_kind_that_changed_is_tested() -> None:
    """Every kind with such a test is put to it here."""
    assert {kind for kind, *_ in CHANGED} == set(TESTS)


@pytest.mark.parametrize(("kind", "pair", "sentence", "false", "wrong"), CHANGED)
def test_what_changed_is_of_the_kind_on_both_sides(
    kind: ChangeKind,
    pair: tuple[str, str],
    sentence: str,
    false: tuple[str, str],
    wrong: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A finder that takes every edit for its kind says the true sentence; where a side is none of it, the words are
    reworded. Control: without the kind's test the false sentence is printed."""
    only_finder(monkeypatch, kind)
    assert told_inside(*pair) == [sentence]
    reworded = told_inside(*false)
    assert len(reworded) == 1
    assert reworded != [wrong]
    assert reworded[0].startswith("“")
    monkeypatch.setattr(claims_module, "TESTS", {name: test for name, test in TESTS.items() if name != kind})
    assert told_inside(*false) == [wrong]


def dated(day: int, text: str) -> Article:
    return make_article("a", text.join(FRAME), published=Moment(day=date(2024, 3, day)))


def test_days_that_are_one_when_resolved_did_not_change(monkeypatch: pytest.MonkeyPatch) -> None:
    """`yesterday` of 4 March is 3 March; of 6 March it is another day. Control: without the test it changed."""
    texts = ("it sank yesterday there", "it sank on 3 March there")
    only_finder(monkeypatch, "date")
    wrong = "The date changed from “yesterday” to “on 3 March”."
    assert told(dated(6, texts[0]), dated(6, texts[1])) == [wrong]
    assert told(dated(4, texts[0]), dated(4, texts[1])) != [wrong]
    monkeypatch.setattr(claims_module, "TESTS", {})
    assert told(dated(4, texts[0]), dated(4, texts[1])) == [wrong]


# Two quotations are one, altered, where enough of them stayed

QUOTED = (
    "The mayor said “the lamp must be lit at dusk” on the quay.",
    "The mayor said “our fleet cannot sail” on the quay.",
)


def test_two_statements_are_not_one_altered_quotation(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two quotations without words in common are two; control: without the test one became the other."""
    assert any(one.startswith("Inside quotation marks") for one in told(QUOTED[0], QUOTED[0].replace("dusk", "dawn")))
    assert not any(one.startswith("Inside quotation marks") for one in told(*QUOTED))
    monkeypatch.setattr(rest_module, "are_one_quotation", lambda *_: True)
    monkeypatch.setattr(rest_module, "is_rewritten", lambda *_: False)
    assert any(one.startswith("Inside quotation marks") for one in told(*QUOTED))


# Evidence around a finding

FAR = (
    "The mayor of Holm thanked 14 volunteers who had pumped water from the cellars until midnight.",
    "The mayor of Holm blamed contractors for 40 cracks which let seawater reach the cellars.",
)


def test_a_figure_among_other_words_is_not_said_to_have_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the words around it are others, it is a place that differs; control: without the evidence it changed."""
    near = "The mayor of Holm thanked {} volunteers who had pumped water from the cellars until midnight."
    assert told(near.format(14), near.format(40)) == ["The figure changed from “14” to “40”."]
    wrong = "The figure changed from “14” to “40”."
    assert wrong not in told(*FAR)
    monkeypatch.setattr(changes_module, "confidence_of", lambda *given: given[1].confidence)
    assert wrong in told(*FAR)


# Partial texts

STORY = (
    "The ferry left the harbour of Holm at nine with forty passengers on board.",
    "Rain had filled the old quarry above the village, and children sailed paper boats on it.",
    "A baker from the upper town brought bread and soup to everybody who had waited.",
)


def test_of_what_a_partial_text_lacks_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """A whole text that lacks a paragraph lacks it; of a partial one nothing is said. Control: without the test it is
    gone."""
    whole, short = make_article("a", *STORY), make_article("b", *STORY[:2], completeness="whole")
    partial = replace(short, completeness="partial")
    (gone,) = told(whole, short)
    assert gone.startswith("Paragraph 3 is gone")
    assert told(whole, partial) == []
    assert told(partial, whole) == []
    monkeypatch.setattr(changes_module, "without_unknown", lambda *given: list(given[2]))
    assert told(whole, partial) == [gone]


def test_what_both_have_is_told_of_a_partial_text_too() -> None:
    """A figure before the break is another, whatever the capture lacks."""
    partial = make_article("b", STORY[0].replace("forty", "sixty"), STORY[1], completeness="partial")
    assert told(make_article("a", *STORY), partial) == ["The figure changed from “forty” to “sixty”."]


# A verb that may be one of saying

MAY_SPEAK = ("the council rejected the plan at noon", "the council announced the plan at noon")


def test_a_verb_without_what_is_said_is_no_attribution(monkeypatch: pytest.MonkeyPatch) -> None:
    """`announced that` attributes, `announced the plan` does not; control: without the test it does."""
    speech = ("the council warned that the plan would fail", "the council announced that the plan would fail")
    assert told_inside(*speech) == ["The attribution changed from “warned” to “announced”."]
    assert not any(one.startswith("The attribution") for one in told_inside(*MAY_SPEAK))
    monkeypatch.setattr(attribution_module, "is_speech", lambda *_: True)
    assert any(one.startswith("The attribution") for one in told_inside(*MAY_SPEAK))


# A negation is one where the claim stands in both texts

CLAUSE = ("the council met at noon", "the council met at noon, no lamps lit")


def test_a_clause_with_a_negation_is_no_negation_of_what_stayed(monkeypatch: pytest.MonkeyPatch) -> None:
    """`met`, `had not met` turns a claim round; a new clause with `no` in it does not. Control: without the test it
    does."""
    assert told_inside("the alarm was ignored", "the alarm was never ignored")[0].startswith("A negation was put in")
    assert not any("negation" in one for one in told_inside(*CLAUSE))

    monkeypatch.setattr(negation_module, "_same_claim", lambda *given: given[0].reach[given[-1]][0])
    monkeypatch.setattr(negation_module, "_is_rewritten", lambda *_: False)
    assert any("negation" in one for one in told_inside(*CLAUSE))


# Nothing is shared


def test_too_different_is_said_of_texts_that_share_no_passage() -> None:
    """Of unrelated texts the note says so; of one text in two spellings it does not, because keys are compared."""
    one = make_article("a", "The colour of the harbour theatre was grey, neighbours recognised.")
    spelt = make_article("b", "The color of the harbor theater was gray, neighbors recognized.")
    other = make_article("b", "Astronomers counted eleven faint comets beyond Saturn during July.")
    note = "These texts are too different to be aligned: they share no passage."
    assert compare_articles(one, other, Comparing()).note == note
    assert compare_articles(one, spelt, Comparing()).note == ""
