"""Words that moved inside their sentence are told once, and by their kind where the move is not harmless."""

import pytest

from sitegen.changes import moved as moved_module
from sitegen.changes import pair as pair_module
from sitegen.comparing import compare_articles, tokenize_pair
from sitegen.config import Comparing
from sitegen.model import Comparison
from sitegen.render.data import _change
from sitegen.text.catalogues import ENGLISH
from sitegen.views.lines import remark_of
from sitegen.views.marks import cut_into_runs, marks_of
from sitegen.views.summary_parts import inside, moves
from tests.conftest import make_article


def compared(left: str, right: str, language: str = "en") -> Comparison:
    one, other = (
        make_article(name, *text.split(" ¶ "), language=language) for name, text in (("a", left), ("b", right))
    )
    return compare_articles(one, other, Comparing())


def found(left: str, right: str, language: str = "en") -> list[tuple[str, str]]:
    """The kind and the sentence of each change."""
    return [(change.kind, change.sentence) for change in compared(left, right, language).changes]


YESTERDAY = ("Yesterday the minister resigned over the affair.", "The minister resigned over the affair yesterday.")


@pytest.mark.parametrize(
    ("left", "right", "language", "sentence"),
    [
        (*YESTERDAY, "en", "“yesterday” moved inside the sentence."),
        (
            "Gestern tagte der Rat der Stadt im alten Rathaus.",
            "Der Rat der Stadt tagte gestern im alten Rathaus.",
            "de",
            "“Gestern tagte”, now “tagte gestern”, moved inside the sentence.",
        ),
        (
            "On Monday the police said that a ferry had sunk.",
            "The police said on Monday that a ferry had sunk.",
            "en",
            "“on Monday” moved inside the sentence.",
        ),
        (
            "Without warning the pump failed at sea again.",
            "The pump failed at sea again without warning.",
            "en",
            "“without warning” moved inside the sentence.",
        ),
    ],
)
def test_words_that_moved_are_one_change(left: str, right: str, language: str, sentence: str) -> None:
    """Neither gone nor added: one move, in either direction, with the words quoted as the right has them."""
    assert found(left, right, language) == [("move", sentence)]
    assert [kind for kind, _ in found(right, left, language)] == ["move"]


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("He was not guilty of theft but did attend.", "He was guilty of theft but did not attend.", "negation"),
        ("He allegedly said that she lied in court.", "He said that she allegedly lied in court.", "hedge"),
        ("The 12 men and the boys swam ashore.", "The men and the 12 boys swam ashore.", "figure"),
        ("The mayor said on Monday it would close.", "The mayor said it would close on Monday.", "date"),
        ("Ada Brandt accused Olav Rist of theft.", "Olav Rist accused Ada Brandt of theft.", "role"),
        ("Police said Brandt had left the town.", "Brandt said police had left the town.", "role"),
        ("He said: “Now we go home to sleep.”", "He said: “We go home to sleep now.”", "quotation"),
    ],
)
def test_a_move_that_changes_what_is_said_has_its_kind(left: str, right: str, kind: str) -> None:
    """A negation, a hedge, a figure, a date or who acts: with other words it is consequential, either way round."""
    assert [one for one, _ in found(left, right)] == [kind]
    assert [one for one, _ in found(right, left)] == [kind]


def test_a_negation_that_moved_is_said_to_change_the_claim() -> None:
    """The sentence says what it is and that it now stands with another word."""
    said = found("He was not guilty of theft but did attend.", "He was guilty of theft but did not attend.")
    assert said == [("negation", "The negation “not” went to another word.")]


def test_a_phrase_of_two_parts_may_move_to_two_places() -> None:
    """`Am Ende sprach` that was parted is two moves, and nothing is told as gone."""
    kinds = found("Am Ende sprach das Gericht ihn frei.", "Das Gericht sprach ihn am Ende frei.", "de")
    assert {kind for kind, _ in kinds} == {"move"}


def test_nothing_moves_from_one_sentence_to_another() -> None:
    """A word gone from one sentence and new in the next is two changes; so is one of another paragraph."""
    kinds = found(
        "The council met yesterday in the old hall. The mayor spoke for an hour.",
        "The council met in the old hall. Yesterday the mayor spoke for an hour.",
    )
    assert "move" not in {kind for kind, _ in kinds}


def test_small_words_do_not_move() -> None:
    """A `the` that is gone and another that is new are no move."""
    kinds = found("The crew took the food and boats ashore.", "The crew took food and the boats ashore.")
    assert sorted(kind for kind, _ in kinds) == ["addition", "cut"]


@pytest.mark.parametrize(
    ("left", "right", "language", "kind"),
    [
        ("Afirmó el alcalde que cerrarán el muelle.", "El alcalde negó que cerrarán el muelle.", "es", "attribution"),
        ("On Monday the council met in the old hall.", "The council met in the old hall on Tuesday.", "en", "date"),
    ],
)
def test_a_verb_or_a_date_in_another_order_is_one_change(left: str, right: str, language: str, kind: str) -> None:
    """A verb of saying gone before the speaker and another new after it is one attribution; so is one date.

    Whether they are told surely is for labelled_pairs.txt.
    """
    assert [one for one, _ in found(left, right, language)] == [kind]


def test_a_capital_of_a_sentence_is_no_change() -> None:
    """Where words before it came or went, the capital that the beginning of a sentence asks for is not told."""
    assert [kind for kind, _ in found("Later the boat sank.", "The boat sank.")] == ["cut"]
    assert [kind for kind, _ in found("So the Boat sank.", "So the boat sank.")] == ["case"]
    assert [kind for kind, _ in found("Later ADA sank.", "Ada sank.")] == ["cut", "case"]


def test_without_the_search_a_move_is_told_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: where nothing is looked for elsewhere, the same words are told as gone and as added."""
    words = ("Without warning the pump failed at sea again.", "The pump failed at sea again without warning.")
    assert [kind for kind, _ in found(*words)] == ["move"]
    monkeypatch.setattr(moved_module, "find_shifts", lambda *_: ())
    monkeypatch.setattr(pair_module, "with_moved_clauses", lambda _pair, findings: findings)
    assert [kind for kind, _ in found(*words)] == ["cut", "addition"]


def test_what_moved_is_known_where_it_is_shown() -> None:
    """The change spans the words on both sides, and knows that it quotes them."""
    (change,) = compared(*YESTERDAY).changes
    assert (change.left, change.right, change.rows, change.shifted) == ("Yesterday", "yesterday", (0,), True)


def test_words_that_rights_withhold_are_not_told_as_moved() -> None:
    """A move of words quotes them, so that it is told without them where they may not be shown; that of a block is not.

    Nor is it counted among the sentences and paragraphs that moved.
    """
    comparison = compared(*YESTERDAY)
    (change,) = comparison.changes
    texts = tokenize_pair(make_article("a", YESTERDAY[0]), make_article("b", YESTERDAY[1]))
    said = [remark_of(change, ENGLISH, visible=False).sentence, str(_change(change, False))]
    said += [one.sentence for one in inside(comparison, texts, ENGLISH, shown=False)]
    assert len(said) == 3
    assert not any("esterday" in sentence for sentence in said)
    assert list(moves(comparison.changes, ENGLISH)) == []
    shown = [one.sentence for one in inside(comparison, texts, ENGLISH, shown=True)]
    assert shown == [change.sentence]
    assert remark_of(change, ENGLISH, visible=True).sentence == change.sentence


FIRST, SECOND = "The gulls flew round the old tower at noon.", "It had rained on the pier for most of that week."
MOVED = "{}the keeper of the lamp walked along the sea wall to the harbour office{}."
LAST = "Nobody else was seen there, and the lamp was lit."


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (f"{FIRST} {MOVED.format('Late that night ', '')} ¶ {SECOND} {LAST}", f"{FIRST} ¶ {SECOND} {{}} {LAST}"),
        (
            f"{FIRST} ¶ {MOVED.format('Late that night ', '')} ¶ {SECOND} ¶ {LAST}",
            f"{FIRST} ¶ {SECOND} ¶ {LAST} ¶ {{}}",
        ),
    ],
)
def test_words_that_moved_inside_what_moved_are_marked_at_both_ends(left: str, right: str) -> None:
    """In a sentence or a paragraph that stands elsewhere too, both sides mark the same moves: each link leads."""
    texts = (left, right.format(MOVED.format("T", " late that night").replace("Tthe", "The")))
    comparison = compared(*texts)
    tokenized = tokenize_pair(*(make_article("a", *text.split(" ¶ ")) for text in texts))
    runs = [
        run
        for which, text in zip(("left", "right"), tokenized, strict=True)
        for block in range(len(text.starts) - 1)
        for run in cut_into_runs(
            text,
            text.span(block),
            marks_of(comparison.changes, which, tokenized),
            which,
            frozenset(range(len(comparison.rows))),
        )
    ]
    assert any(change.shifted for change in comparison.changes)
    assert any(change.kind == "move" and not change.shifted for change in comparison.changes)
    leading = {run.href.removeprefix("#") for run in runs if run.href}
    assert leading
    assert leading == {run.anchor for run in runs if run.anchor}


def test_words_that_passed_each_other_moved_no_paragraph() -> None:
    """They moved inside their sentence; that their paragraph changed places with others was said of it."""
    told = found("the ¶ the ¶ said 2 the “ the the the", "the the ¶ the ¶ “ the 2 said the the the", "ar")
    assert ("move", "“said 2 the”, now “the 2 said”, moved inside the sentence.") in told
