"""Word ops: contiguous, phrases a person would mark, no clock."""

import pytest

from sitegen.compare import words
from sitegen.compare.rarity import rarity_of
from sitegen.compare.words import diff_words
from sitegen.text.stopwords import stop_words
from sitegen.text.tokens import tokenize


def edits(left: str, right: str, gap: int = 60) -> list[tuple[str, str]]:
    """The differing texts of both sides."""
    tokens, others = tokenize(left), tokenize(right)
    keys = [t.key for t in tokens], [t.key for t in others]
    ops = diff_words(*keys, gap=gap, rarity=rarity_of(*keys, stop_words("en")))
    return [
        (
            "".join(t.text for t in tokens[slice(*op.left)]).strip(),
            "".join(t.text for t in others[slice(*op.right)]).strip(),
        )
        for op in ops
        if op.tag != "equal"
    ]


def test_a_phrase_is_one_edit() -> None:
    """A lone word between longer edits does not cut them in two."""
    assert edits("They came early this month after dark", "They came in early September after dark") == [
        ("early this month", "in early September")
    ]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("the quay was long, grey, narrow", "the quay was long, wet, grey", [("", "wet,"), (", narrow", "")]),
        ("a lorry for three weeks", "a tractor for five weeks", [("lorry", "tractor"), ("three", "five")]),
        (
            "an old hand 1412 and few",
            "a mayor 1412 after many",
            [("an old hand", "a mayor"), ("and few", "after many")],
        ),
        ("the pump was sound”, said Ola", "the pump was sound,” said Ola", [("”,", ",”")]),
    ],
)
def test_what_is_kept_between_edits(left: str, right: str, expected: list[tuple[str, str]]) -> None:
    """A word of content is kept rather than a comma, a stop-word between single words, a figure; no swapped mark is."""
    assert edits(left, right) == expected


def test_what_is_rare_is_kept_where_what_is_common_is_chance() -> None:
    """One and the same word between strangers: a landmark where it stands once, chance where it stands everywhere."""
    left = "he walked slowly down towards pump and went away without any haste"
    right = "nobody ever looked behind it pump because every evening was dark there"
    often = " ".join(["the pump has rusted"] * 6)
    assert len(edits(left, right)) == 2
    assert len(edits(f"{often}. {left}", f"{often}. {right}")) == 1


def test_two_edits_apart_stay_two() -> None:
    """Words of content between two edits are kept."""
    assert edits("The red ferry turned back on Monday night", "The blue ferry turned back on Tuesday night") == [
        ("red", "blue"),
        ("Monday", "Tuesday"),
    ]


def test_no_edit_reaches_over_a_quotation_mark_or_a_full_stop() -> None:
    """What was quoted and who said it are two edits; so are the ends of two sentences."""
    assert edits("It was “a ball of glass,” said the mayor", "It was “a toy,” fumed the mayor") == [
        ("ball of glass", "toy"),
        ("said", "fumed"),
    ]
    assert edits("All of it was lost. Two men swam", "All of it sank. Ten men swam") == [
        ("was lost", "sank"),
        ("Two", "Ten"),
    ]


def test_a_kept_quotation_survives_a_rewrite() -> None:
    """What cleanupSemantic would delete is kept."""
    left = "The minister arrived late and told the crowd that we shall mend the bridge before winter comes to us all"
    right = "Her answer, on Tuesday: we shall mend the bridge before winter comes. Nobody present believed any of it"
    assert all("mend the bridge before winter" not in one for one, _ in edits(left, right))


@pytest.mark.parametrize("gap", [1, 5, 60])
def test_texts_that_repeat_themselves_end(gap: int) -> None:
    """Periodic input is bounded by counts."""
    ops = diff_words(["a", "b"] * 400, ["b", "a"] * 400, gap=gap)
    assert ops[-1].left[1] == 800


def test_no_clock_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    """diff-match-patch gets no time limit; with its default of a second, results depend on the machine's load."""
    limits: list[float] = []

    class Watched(words.diff_match_patch):  # type: ignore[misc, name-defined]
        def diff_main(self, *arguments: object) -> object:
            limits.append(self.Diff_Timeout)
            return super().diff_main(*arguments)

    monkeypatch.setattr(words, "diff_match_patch", Watched)
    assert diff_words(["a", "b"] * 30, ["b", "a"] * 30, gap=60)
    assert set(limits) == {0}
    assert Watched().Diff_Timeout == 1.0, "control: left alone, it has one"


def test_empty_sides() -> None:
    """Nothing against something is one op; nothing against nothing is none."""
    assert diff_words([], [], gap=60) == ()
    assert [op.tag for op in diff_words(["a"], [], gap=60)] == ["delete"]
    assert [op.tag for op in diff_words([], ["a"], gap=60)] == ["insert"]


def test_one_cut_is_not_told_as_two() -> None:
    """Words that stand twice leave no island between two halves of one cut, whichever of them an anchor took."""
    left = ("they", "asked", "the", "bank", "and", "the", "office", ".", "the", "bank", "has", "paid")
    right = ("the", "bank", "has", "paid")
    for gone, kept in ((left, right), (right, left)):
        anchors = [(2, 0, 2)] if gone is left else [(0, 2, 2)]
        ops = diff_words(gone, kept, gap=60, anchors=anchors)
        assert [op.tag for op in ops] == ["delete" if gone is left else "insert", "equal"]
