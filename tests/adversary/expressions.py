"""Drives every regular expression of a package with texts of 100,000 characters, each within 5 CPU seconds.

python -m tests.adversary.expressions [--package sitegen] [--seed N] [--shapes 12] [--pumps 99] [--minutes M]

Prints one line of JSON. In a process of its own, as expressions are noted from the first import on.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

import regex

from tests.adversary.limits import Spent, seconds_of
from tests.adversary.pumps import pumps
from tests.adversary.recorder import Expression, Recorder, import_all, note_from_source
from tests.adversary.shapes import Shape, plain_shapes, random_shapes

SIZE = 100_000
"""Characters: the most that stand in a line of letters of two bytes each, by `limits.line_bytes`."""
SECONDS = 5.0
"""CPU time for one expression over one text; a linear search takes thousandths of it."""
_GUARDED = {r"(?V1w)\b": regex.compile("[\U0001f1e6-\U0001f1ff]{100}")}
"""Expressions that their caller never gives a run of such letters whole; test_expressions.py drives the caller."""
_GLIMPSE = 1000
"""Characters of a shape in which a run that is never given whole shows."""
_SLOW = 0.25
"""CPU seconds from which a search is timed at half the size too, for the table of ratios."""


@dataclass(slots=True)
class Report:
    """What came of a run."""

    expressions: int = 0
    cases: int = 0
    unknown: list[str] = field(default_factory=list)
    """Places of expressions that could not be driven."""
    spent: list[str] = field(default_factory=list)
    """Expression, way and shape that did not end in time."""
    slow: list[tuple[float, float, str]] = field(default_factory=list)
    """CPU seconds, how many times those at half the size, and the case; slowest first."""


def ways_of(expression: Expression) -> dict[str, Callable[[Any], object]]:
    """How an expression is used: over a whole text, at its beginning, or from match to match."""
    pattern = expression.pattern

    def forward(text: Any) -> None:
        at = 0
        if pattern.flags & regex.REVERSE:
            for end in range(0, len(text), 7):
                pattern.match(text, 0, end)
            return
        while at < len(text):
            found = pattern.match(text, at)
            at = found.end() if found and found.end() > at else at + 1

    over = {"all": lambda text: sum(1 for _ in pattern.finditer(text))}
    ways = expression.ways
    if not ways:
        return {**over, "match": pattern.match, "fullmatch": pattern.fullmatch}
    chosen: dict[str, Callable[[Any], object]] = {}
    if ways & {"search", "findall", "finditer", "split", "sub", "subn"}:
        chosen |= over
    chosen |= {way: getattr(pattern, way) for way in ("match", "fullmatch") if way in ways}
    return chosen | ({"forward": forward} if "forward" in ways else {})


def drive(expression: Expression, shapes: Iterable[Shape], report: Report, most: float = SECONDS) -> None:
    """Adds to `report` what the shapes cost; an expression is left at its first text that does not end."""
    binary = isinstance(expression.pattern.pattern, bytes)

    def text_of(shape: Shape, size: int) -> Any:
        text = shape.make(size)[:size]
        return text.encode("utf-8", "surrogatepass")[:size] if binary else text

    for shape in shapes:
        text = text_of(shape, SIZE)
        for way, use in ways_of(expression).items():
            report.cases += 1
            case = f"{expression.name} {way}: {shape.name}"
            try:
                seconds = seconds_of(lambda use=use, text=text: use(text), most)  # type: ignore[misc]
            except Spent:
                report.spent.append(case)
                return
            if seconds > _SLOW:
                half = text_of(shape, SIZE // 2)
                base = seconds_of(lambda use=use, half=half: use(half), most)  # type: ignore[misc]
                report.slow.append((round(seconds, 3), round(seconds / max(base, 1e-6), 2), case))


def collect(package: str, exercise: Callable[[], object] | None = None) -> tuple[list[Expression], list[str]]:
    """All expressions of a package, and the places of those that cannot be told."""
    recorder = Recorder(package)
    try:
        modules = import_all(package)
        if exercise:
            exercise()
        unknown = note_from_source(recorder, modules)
    finally:
        recorder.close()
    return sorted(recorder.expressions.values(), key=lambda one: one.name), unknown


def run(package: str, seed: int, shapes: int, most_pumps: int, minutes: float, seconds: float) -> Report:
    """Every expression, once where `minutes` is 0, else as often as they allow, each time with other shapes.

    Each gets so many `shapes` that know nothing of it, and at most `most_pumps` that were made from it.
    """
    expressions, unknown = collect(package, _use_all if package == "sitegen" else None)
    report = Report(expressions=len(expressions), unknown=unknown)
    chance = random.Random(seed)
    plain = list(plain_shapes())
    ends = time.monotonic() + 60 * minutes
    while True:
        stream = random_shapes(chance.randrange(1 << 30))
        # In another order each time: where the minutes end within a round, the rest is not always the same.
        for expression in chance.sample(expressions, len(expressions)):
            if minutes and time.monotonic() > ends:
                break
            if any(expression.name in case for case in report.spent):
                continue
            own = list(pumps(expression.pattern, chance))
            chosen = chance.sample(own, min(most_pumps, len(own)))
            given = [*chance.sample(plain, shapes // 2), *islice(stream, shapes // 2)]
            if guarded := _GUARDED.get(expression.pattern.pattern):
                given = [shape for shape in given if not guarded.search(shape.make(_GLIMPSE))]
            drive(expression, [*chosen, *given], report, seconds)
        if time.monotonic() > ends:
            break
    report.slow = sorted(report.slow, reverse=True)[:40]
    return report


def _use_all() -> None:
    """Runs what makes expressions only when it is used: a build of the sample archive."""
    from tempfile import TemporaryDirectory

    from sitegen.pipeline.build import BuildOptions, build_site

    content = Path(__file__).resolve().parent.parent.parent / "content"
    with TemporaryDirectory() as folder:
        build_site(content, Path(folder) / "site", BuildOptions(workers=1, search=False))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--package", default="sitegen")
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--shapes", type=int, default=12)
    parser.add_argument("--pumps", type=int, default=99)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    parser.add_argument("--minutes", type=float, default=0)
    given = parser.parse_args()
    report = run(given.package, given.seed, given.shapes, given.pumps, given.minutes, given.seconds)
    print(json.dumps({name: getattr(report, name) for name in Report.__slots__}, ensure_ascii=True))
    return int(bool(report.spent or report.unknown))


if __name__ == "__main__":
    sys.exit(main())
