"""Reading, grouping and comparing take work that grows with the text, whatever its shape and wherever it stands."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

import pytest

from tests.adversary.limits import Spent
from tests.adversary.shapes import Shape, random_shapes, run_of, single, stage_shapes, word_soup
from tests.adversary.stages import (
    RATIO,
    Case,
    calls_of,
    cases,
    measure,
    measure_stages,
    steep_stages,
    too_steep,
)

SIZE = 2_500
SLICE = 12
"""Cases of a run; a soak makes them for an hour."""


def test_a_slice_of_all_shapes(seed: int) -> None:
    """Shapes of this run's seed, in fields and bodies of all formats: no stage takes three times for twice the text."""
    for case in islice(cases(seed, stage_shapes(seed)), SLICE):
        assert (seed, case.name, steep_stages(case, SIZE)) == (seed, case.name, [])


def listed(text: str) -> Shape:
    """The text's lines, as many as are wanted."""
    return Shape(f"lines of {text!r:.20}", lambda size: "\n".join(text.format(number) for number in range(size // 8)))


NAMED = {
    "list": listed("* item {}"),
    "numbered list": listed("1. item {}"),
    "a and b": Shape("a and b", lambda size: "\n\n".join("ab"[at % 2] for at in range(size // 3))),
    "distinct lines": listed("w{}"),
    "distinct paragraphs": Shape("paragraphs", lambda size: "\n\n".join(f"Word {at}." for at in range(size // 9))),
    "digits": Shape("digits", lambda size: "\n\n".join(f"{at * 7919} in {at}." for at in range(size // 12))),
    "words": word_soup(5, 200),
    "cyrillic": run_of("cyrillic"),
    "flags": single("flags"),
    "long number": single("digits"),
}
"""Texts that brought other tools that compare down."""


@pytest.mark.parametrize("name", NAMED)
def test_texts_known_to_hurt(name: str) -> None:
    """Lists, alternating and distinct lines, runs of digits and letters."""
    suffix = (".txt", ".md", ".html")[[*NAMED].index(name) % 3]
    case = Case(shape=NAMED[name], suffix=suffix, laid="line", width=40, field="", edit="every ninth left out")
    assert steep_stages(case, SIZE) == []


@pytest.mark.parametrize("place", ["body", "title"])
def test_a_number_of_any_length_is_compared(place: str) -> None:
    """Python reads no number of 4,301 digits; a text may print one, in its body and in its title."""
    field = "title" if place == "title" else ""
    case = Case(
        shape=run_of("digits"), suffix=".txt", laid="field" if field else "line", width=40, field=field, edit="shorter"
    )
    assert [work.stage for work in measure(case, 9_000, count=False)] == ["read", "group", "compare"]


def planted(size: int) -> Iterator[tuple[str, Any]]:
    def square() -> None:
        for start in range(size):
            for _ in range(start, size, 64):
                len("")

    yield "planted", square


def test_a_planted_square_is_reported() -> None:
    """Control: a stage that looks at every pair."""
    works = [measure_stages(planted(size), count=True) for size in (4_000, 8_000)]
    assert len(too_steep(*works)) == 1
    assert works[1][0].calls > RATIO * works[0][0].calls


def test_a_stage_without_end_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: what C does inside one call counts as CPU time."""
    monkeypatch.setattr("tests.adversary.stages.SECONDS", 0.2)

    def stages() -> Iterator[tuple[str, Any]]:
        yield "planted", lambda: [[0] * 10_000_000 for _ in range(10_000)] and None

    with pytest.raises(Spent, match="planted"):
        measure_stages(stages(), count=False)


def test_the_same_seed_makes_the_same_cases() -> None:
    """So that what a run found can be found again."""
    first, again = (
        [(case.name, case.shape.make(50)) for case in islice(cases(7, stage_shapes(7)), 30)] for _ in range(2)
    )
    assert first == again
    assert first != [(case.name, case.shape.make(50)) for case in islice(cases(8, random_shapes(8)), 30)]


def test_calls_are_counted() -> None:
    """Of Python and of C, and the same each time."""
    counts = {calls_of(lambda: [len(str(number)) for number in range(100)]) for _ in range(3)}
    assert len(counts) == 1
    assert counts.pop() > 100
