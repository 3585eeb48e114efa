"""The comparison benchmark runs, and other engines' answers are read rightly; nothing here is about time."""

import base64
import json
import subprocess
import sys

import pytest

from benchmarks.corpus import all_here
from benchmarks.page import page_costs
from benchmarks.peers import Answer, Engine, Skipped, engines_here, make_task
from benchmarks.peers.children import Child, close_all
from benchmarks.peers.engines import OURS
from benchmarks.peers.wiki import wiki_comparison, wiki_pairs
from tests.conftest import REPOSITORY

needs_texts = pytest.mark.skipif(not all_here(), reason="the real texts (shared/data/) are not here")
LEFT = ["A ferry left at noon – “full”, they said.", "Second paragraph stays.", "Gone for good."]
RIGHT = ["Second paragraph stays.", "A ferry sailed at noon – “full”, they said.", "Brand new here."]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """`python -m benchmarks.compare` from the project's folder."""
    command = [sys.executable, "-m", "benchmarks.compare", *arguments]
    return subprocess.run(command, cwd=REPOSITORY, capture_output=True, encoding="utf-8", check=False)


@needs_texts
def test_the_command_measures_structure_without_peers() -> None:
    """One row a kind of case, the table of what was to be reached, and an engine nobody knows is refused."""
    done = run("--suite", "structure", "--small", "--peers", "none")
    assert done.returncode == 0, done.stderr
    assert [line.split()[:2] for line in done.stdout.splitlines() if line.startswith("all ")] == [["all", "30"]]
    assert "moves, splits, merges: recall" in done.stdout
    assert "wikidiff2" not in done.stdout
    wrong = run("--peers", "nodiff")
    assert wrong.returncode == 2
    assert "no such engine: nodiff" in wrong.stderr


@needs_texts
def test_two_processes_with_other_hash_seeds_print_one_digest() -> None:
    """The digest is of many comparisons, and of nothing that hash order touches."""
    from benchmarks.costs import _child

    found = {_child("digest", "--small", PYTHONHASHSEED=seed) for seed in ("1", "2")}
    assert len(found) == 1
    assert found.pop().endswith(" 15")


def test_every_engine_here_matches_equal_tokens_in_order() -> None:
    """Contract of all engines: what they match is equal, once, and so is what they find where nothing differs."""
    try:
        here, absent = engines_here("all")
        assert {engine.name for engine in here} >= {OURS, "difflib", "diff-match-patch"}
        for engine in here:
            task = make_task(LEFT, RIGHT, runs=1)
            pairs = engine.answer(task).pairs
            assert pairs, engine.name
            assert [task.left.keys[at] for at, _ in pairs] == [task.right.keys[other] for _, other in pairs], (
                engine.name
            )
            assert len({at for at, _ in pairs}) == len({other for _, other in pairs}) == len(pairs), engine.name
            same = make_task(LEFT, LEFT, runs=1)
            assert engine.answer(same).pairs == [(at, at) for at in range(len(same.left.keys))], engine.name
    finally:
        close_all()
    assert {engine.name for engine in here}.isdisjoint(absent)


def test_an_engine_that_would_take_minutes_is_left_out() -> None:
    """From what it cost on a smaller text; the reason is said. A cheap one is run."""
    slow = Engine("slow", lambda _: Answer(matches=[], cpu=1.0))
    small, large = (make_task(["word " * count], ["other " * count], runs=1) for count in (10, 100))
    slow.run(small, "edits")
    with pytest.raises(Skipped, match="left out: about 100 s"):
        slow.run(large, "edits")
    assert slow.run(large, "edits", budget=101.0).cpu == 1.0
    assert slow.run(large, "another kind").cpu == 1.0


def test_a_program_that_is_not_there_or_dies_is_not_here() -> None:
    """Neither fails the run."""
    assert not Child("no-such-program").here
    dies = Child(sys.executable, "-c", "raise SystemExit")
    assert not dies.here
    with pytest.raises(Skipped, match="gave no answer"):
        dies.ask({"left": "", "right": ""})


def _wiki(*lines: dict[str, object]) -> str:
    return base64.b64encode(json.dumps({"diff": lines}).encode()).decode()


def test_the_diff_of_wikidiff2_is_read_into_rows_and_pairs() -> None:
    """A moved line with an edit in it, one that stays, one on each side alone; ranges count bytes, not letters."""
    task = make_task(LEFT, RIGHT)
    text = "A ferry leftsailed at noon – “full”, they said."
    marks = [{"start": 8, "length": 4, "type": 1}, {"start": 12, "length": 6, "type": 0}]
    answer = _wiki(
        {"type": 4, "text": LEFT[0], "moveInfo": {"id": "a", "linkId": "b"}},
        {"type": 0, "text": LEFT[1]},
        {"type": 5, "text": text, "moveInfo": {"id": "b", "linkId": "a"}, "highlightRanges": marks},
        {"type": 2, "text": LEFT[2]},
        {"type": 1, "text": RIGHT[2]},
    )
    comparison = wiki_comparison(task, answer)
    rows = [(row.relation, row.left, row.right) for row in comparison.rows]
    assert rows == [
        ("same", (1,), (0,)),
        ("moved", (0,), (1,)),
        ("left only", (2,), ()),
        ("right only", (), (2,)),
    ]
    moved = comparison.rows[1].ops
    assert [(op.tag, task.left.text(op.left)) for op in moved if op.tag != "equal"] == [("replace", "left ")]
    left, right = task.left.text, task.right.text
    assert "".join(left(op.left) for op in moved) == LEFT[0]
    assert "".join(right(op.right) for op in moved) == RIGHT[1]
    pairs = wiki_pairs(task, answer)
    assert len(pairs) == len(task.left.keys) - 1 - 4
    assert [change.rows for change in comparison.changes] == [(1,), (2,), (3,)]


def test_the_page_of_a_pair_is_measured() -> None:
    """Ours and the plain one, each with something to show for it."""
    costs = page_costs([make_task(["The bridge is open, they say."], ["The bridge is shut, they say."], runs=1)])
    assert set(costs) == {"whole", "compared", "plain", "no diff"}
    assert all(cost > 0 for cost in costs.values())
