"""Scorers give the whole score to a perfect answer and less to each way of being wrong, without any engine but ours."""

import pytest

from benchmarks import structure_scores
from benchmarks.cases import SETTINGS, Case, Origins, case_articles, read_case
from benchmarks.passages import by_passages, by_seeds, score_passages
from benchmarks.reached import Figures, reached_table
from benchmarks.scores import Matched
from benchmarks.structure_scores import Structured, score_structure
from sitegen.comparing import compare_articles
from sitegen.model import Change, ChangeKind, Comparison, Measures, Op, RelationOfRow, Row
from sitegen.text.tokenized import Tokenized, tokenize_blocks

A = "The harbour bridge was closed to lorries after an inspection on Monday"
B = "Fishermen sold their catch from the quay as they do every week"
C = "A second ferry will carry vehicles until the repairs are finished"
NONE = Measures(
    left_words=0, right_words=0, kept=0, moved=0, changed=0, left_in_right=0.0, right_in_left=0.0, longest_run=0
)


def moved_case() -> Case:
    """A B C becomes B A' C: the first paragraph moved down by one, and one of its words is another."""
    origins = Origins()
    one, two, three = (origins.words(text.split()) for text in (A, B, C))
    (new,) = origins.words(["yesterday"])
    edited = (*one[:-1], new)
    pieces = tuple(frozenset(word.origin for word in block) for block in (one, two))
    edit = (frozenset({one[-1].origin}), frozenset({new.origin}))
    return Case(name="move", left=(one, two, three), right=(two, edited, three), moved=(pieces,), edits=(edit,))


def row(case: Case, relation: RelationOfRow, left: tuple[int, ...], right: tuple[int, ...]) -> Row:
    """A row with the ops of its true pairs: the paragraphs of these tests are words alone, equal place by place."""
    texts = [tokenize_blocks(article.blocks) for article in case_articles(case)]
    spans = [_reach(text, blocks) for text, blocks in zip(texts, (left, right), strict=True)]
    if not (left and right):
        return Row(relation=relation, left=left, right=right, ops=(Op("delete" if left else "insert", *spans),))
    ops: list[Op] = []
    for at, other in zip(range(*spans[0]), range(*spans[1]), strict=False):
        same = texts[0].keys[at] == texts[1].keys[other]
        ops.append(Op("equal" if same else "replace", (at, at + 1), (other, other + 1)))
    return Row(relation=relation, left=left, right=right, ops=tuple(ops))


def _reach(text: Tokenized, blocks: tuple[int, ...]) -> tuple[int, int]:
    return (text.span(blocks[0])[0], text.span(blocks[-1])[1]) if blocks else (0, 0)


def scored(case: Case, rows: list[Row], *, told: bool = True, kind: ChangeKind = "wording") -> Structured:
    """The score of these rows, with a change for each edit where it is told."""
    changes = [
        Change(id="", kind=kind, rows=(at,), left_span=op.left, right_span=op.right, left="", right="", sentence="")
        for at, one in enumerate(rows)
        for op in one.ops
        if op.tag != "equal" and told
    ]
    comparison = Comparison(left="left", right="right", rows=tuple(rows), changes=tuple(changes), measures=NONE)
    return score_structure(case, comparison)


def test_a_move_is_found_whichever_of_the_two_is_called_moved() -> None:
    """That A moved down past B is as true as that B moved up past A."""
    case = moved_case()
    for which, other in ((0, 1), (1, 0)):
        rows = [row(case, "moved", (which,), (other,)), row(case, "changed", (other,), (which,))]
        one = scored(case, [*rows, row(case, "same", (2,), (2,))])
        assert (one.found, one.wanted, one.swallowed, one.false, one.wrong) == (1, 1, 0, (), False)
        assert one.words.recall == 1.0


def test_a_case_with_figures_is_read_as_it_is_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """A value of several words is one token of a comparison, and the case is labelled by it: what stands behind it has
    its own label. Control: labelled word by word the move is not found, and the edit is swallowed."""
    origins = Origins()
    first = "On Monday 3 March 2025 some 2.4 million euros were paid for the harbour bridge at Lorne"
    one, two, three = (origins.words(text.split()) for text in (first, B, C))
    (new,) = origins.words(["yesterday"])
    edited = (*one[:-1], new)
    pieces = tuple(frozenset(word.origin for word in block) for block in (one, two))
    edit = (frozenset({one[-1].origin}), frozenset({new.origin}))
    case = Case(name="move", left=(one, two, three), right=(two, edited, three), moved=(pieces,), edits=(edit,))
    comparison = compare_articles(*case_articles(case), SETTINGS)
    score = score_structure(case, comparison)
    assert (score.found, score.wanted, score.swallowed, score.false) == (1, 1, 0, ())
    assert score.words.recall == 1.0
    monkeypatch.setattr(structure_scores, "read_case", lambda case, **_: read_case(case))
    assert score_structure(case, comparison).wrong


def test_what_is_missed_swallowed_or_false_is_told() -> None:
    """Not found; an edit that no change tells; something called moved that is not; strangers in one row."""
    case = moved_case()
    right = [row(case, "moved", (0,), (1,)), row(case, "same", (1,), (0,)), row(case, "same", (2,), (2,))]
    cut = [row(case, "left only", (0,), ()), right[1], row(case, "right only", (), (1,)), right[2]]
    missed = scored(case, cut)
    assert (missed.found, missed.swallowed, missed.false) == (0, 0, ())
    assert missed.remarks == ["not found: move"]
    assert scored(case, right, told=False).swallowed == 1
    assert scored(case, right, kind="move").swallowed == 1
    third = scored(case, [*right[:2], row(case, "moved", (2,), (2,))])
    assert [remark[:24] for remark in third.false] == ["told as moved, and has n"]
    crossed = scored(case, [row(case, "changed", (0,), (0,)), row(case, "changed", (1,), (1,)), right[2]])
    assert len(crossed.false) == 4
    assert all("strangers" in remark for remark in crossed.false)


def test_a_split_is_found_only_as_one_row_with_all_its_parts() -> None:
    """A split row over other blocks is no split, and false."""
    origins = Origins()
    one, two, three = (origins.words(text.split()) for text in (A, B, C))
    case = Case(name="split", left=((*one, *two), three), right=(one, two, three), joined=(((0,), (0, 1)),))
    whole = scored(case, [row(case, "split", (0,), (0, 1)), row(case, "same", (1,), (2,))])
    assert (whole.found, whole.wrong) == (1, False)
    part = scored(
        case, [row(case, "changed", (0,), (0,)), row(case, "right only", (), (1,)), row(case, "same", (1,), (2,))]
    )
    assert (part.found, part.false) == (0, ())
    wide = scored(case, [row(case, "split", (0,), (0, 1, 2)), row(case, "left only", (1,), ())])
    assert wide.found == 0
    assert wide.false


def test_a_duplicate_is_found_where_it_is_called_repeated() -> None:
    """Whichever of the two printings is called so."""
    origins = Origins()
    one, two = (origins.words(text.split()) for text in (A, B))
    places = (frozenset({0, 2}), frozenset[int]())
    case = Case(name="duplicate", left=(one, two, one), right=(one, two), repeated=(places,))
    rows = [row(case, "same", (0,), (0,)), row(case, "same", (1,), (1,))]
    assert scored(case, [*rows, row(case, "repeated", (2,), ())]).found == 1
    assert scored(case, [*rows, row(case, "left only", (2,), ())]).found == 0


GOLD = ((100, 200), (1_000, 1_100))


@pytest.mark.parametrize(
    ("detected", "precision", "recall", "granularity", "plagdet"),
    [
        ([GOLD], 1.0, 1.0, 1.0, 1.0),
        ([], 0.0, 0.0, 1.0, 0.0),
        ([((100, 150), (1_000, 1_050))], 1.0, 0.5, 1.0, 2 / 3),
        ([((100, 150), (1_000, 1_050)), ((150, 200), (1_050, 1_100))], 1.0, 1.0, 2.0, 0.6309),
        ([((100, 300), (1_000, 1_200))], 0.5, 1.0, 1.0, 2 / 3),
        ([((100, 200), (3_000, 3_100))], 0.0, 0.0, 1.0, 0.0),
        ([GOLD, ((500, 600), (2_000, 2_100))], 0.5, 1.0, 1.0, 2 / 3),
    ],
)
def test_plagdet_is_what_pan_defines(
    detected: list[tuple[tuple[int, int], tuple[int, int]]],
    precision: float,
    recall: float,
    granularity: float,
    plagdet: float,
) -> None:
    """Perfect, nothing, half, in two pieces, twice as long, right on one side only, one right and one wrong."""
    score = score_passages([([GOLD], detected)])
    assert (score.precision, score.recall, score.granularity) == (precision, recall, granularity)
    assert score.plagdet == pytest.approx(plagdet, abs=0.0001)


@pytest.mark.parametrize("detect", [by_seeds, by_passages])
def test_a_taken_passage_is_detected_with_its_offsets(detect: object) -> None:
    """And nothing is, where nothing was taken."""
    taken = f"{A}. {B}. {C}. Nobody was hurt, the port authority said, and the quay stays open on Sundays."
    left, right = f"Opening words stand here. {taken} More follows.", f"{taken}\nOther things end it."
    ((one, other),) = detect(left, right)  # type: ignore[operator]
    assert taken[:-1] in left[slice(*one)]
    assert left[slice(*one)].strip(". ") == right[slice(*other)].strip(". ")
    assert detect(A * 5, B * 5) == []  # type: ignore[operator]


def test_the_table_names_what_fell_short() -> None:
    """A row that reached its mark is not marked; one that did not is; one that was not measured is not there."""
    good = Matched(true=1_000, found=1_000, matched=1_000, hunks=1)
    missed = Matched(true=1_000, found=970, matched=970, hunks=1)
    chance = Matched(true=1_000, found=1_000, matched=1_020, hunks=1)
    words = {"quotes only": good, "60% clauses": missed, "60% words": chance}
    lines = reached_table(Figures(words=words, different=1))
    assert [line.split(":")[0] for line in lines[1:4]] == list(words)
    assert [line.endswith("FALLS SHORT") for line in lines] == [False, False, True, True, False]
    assert reached_table(Figures()) == []
