"""What each constant of stories does around its value, on all sets at once: is it the middle of a flat stretch?

python -m benchmarks.group_curves [--only NAME,...] [--steps 0.8,0.9,1.1,1.2] [--news N] [--left-out]

Sets: the labelled stories (F1 and precision of pairs), pages in versions (the same; a page is a story), pairs of one
language that were graded (F1; joined of those graded 1.5 and less, and 3.5 and more), pairs of real news that were read
(F1; see group_events.py). Families are found once a set; each value takes some ten seconds.

After the curves come the constants that a step of 10 % makes fall by .01 on some set. `--left-out` prints the table of
leaving one set out: of a grid the values are taken that are best for the other sets, and scored on the one.
"""

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from types import ModuleType
from typing import Any

import numpy as np

from benchmarks.corpus import DATA, all_here
from benchmarks.group_events import dated_news, judged_pairs, shares
from benchmarks.group_scores import pairwise
from benchmarks.group_sets import as_article, languages, lines_of, stories
from benchmarks.group_told import row
from benchmarks.targets import Target, at_most
from sitegen.config import Grouping
from sitegen.group import Evidence, clusters, days, likeness, make_fingerprints, reports, runs_for, weigh
from sitegen.group.beside import likeness_beside_passages
from sitegen.group.likeness import make_vectors
from sitegen.group.reports import Reports, gather_stories
from sitegen.model import Article

Score = Callable[[Mapping[str, int]], Sequence[float]]
"""Figures of a grouping, by the story of each article."""
SETTINGS = ("likeness", "core", "background", "likeness_days")
CONSTANTS: Mapping[str, ModuleType] = {
    "_ONE_PAIR": clusters,
    "PLAINLY": clusters,
    "BESIDE": clusters,
    "_NEXT_DAY": days,
    "_SOME_DAYS": days,
    "_MORE_DAYS": days,
    "_UNKNOWN_DAY": days,
    "_PARTNERS": reports,
}
READ_ANEW: Mapping[str, ModuleType] = {"_LEAD": likeness, "_OPENING": likeness}
"""Constants for which each text is read again."""
VERSIONS = DATA / "versions" / "versions-dev.jsonl.xz"


GRID: Mapping[str, Sequence[float]] = {
    "likeness": (0.075, 0.09, 0.105),
    "PLAINLY": (0.18, 0.2, 0.22),
    "background": (1.7, 2.0, 2.3),
}
"""Values that are tried together when a set is left out: of the constants that a set may pull to one side."""
_PULLING = ("likeness", "background", "_ONE_PAIR", "PLAINLY")
"""Constants whose curves are part of every run of `benchmarks.group` ..."""
_FEW_NEWS = 1_500
"""... with so many real articles around the judged ones."""
_NEAR, _FALL = 0.1, 0.01
"""A step, as a share of a constant, and the fall of F1 on a set that it must not make."""


@dataclass(frozen=True)
class Labelled:
    """Articles of which something is known, grouped once with the settings that are shipped."""

    name: str
    evidence: Evidence
    score: Score

    @cached_property
    def beside(self) -> Mapping[tuple[int, int], float]:
        """How alike pairs are beside the passages that they share; no constant of stories changes it."""
        return self._beside(self.evidence.reports)

    def _beside(self, given: Reports) -> Mapping[tuple[int, int], float]:
        return likeness_beside_passages(given, self.evidence.families.groups, self.evidence.shared.passages)

    def read_again(self) -> Reports:
        """What the articles talk about, read with the constants as they are now."""
        articles, given = self.evidence.articles, self.evidence.reports
        terms = [made.terms for made in make_fingerprints(articles, runs_for(len(articles), given.settings))]
        return replace(given, vectors=make_vectors(terms, np.array(given.texts, dtype=np.int64)))

    def figures(self, name: str = "", value: float | None = None) -> Sequence[float]:
        """The figures of the stories that come of one constant, or of those that are set."""
        changed: dict[str, Any] = {name: value} if name in SETTINGS else {}
        given = self.read_again() if name in READ_ANEW else self.evidence.reports
        return self.scored(replace(given, settings=replace(given.settings, **changed)), anew=name in READ_ANEW)

    def scored(self, given: Reports, *, anew: bool = False) -> Sequence[float]:
        """The figures of the stories that come of such settings; with `anew` the words have other weights."""
        # How much an unknown day counts is found when the articles are read.
        given = replace(given, unknown=days.weight_of_unknown(given.days, given.settings.likeness_days))
        evidence, families = self.evidence, self.evidence.families
        alone = {*families.digests, *(member for series in evidence.series for member in series.members)}
        beside = self._beside(given) if anew else self.beside
        groups = gather_stories(families.groups, given, evidence.keeper, sorted(alone), beside).groups
        return self.score({member: at for at, group in enumerate(groups) for member in group})


def labelled_sets(news: int | None = None) -> Iterator[Labelled]:
    """The sets, each grouped when it is asked for. The first figure of each is its F1.

    `news` is how many real articles stand around those that were judged; None for all there are.
    """
    articles, labels, _ = stories()
    yield _set("stories F1/P", articles, lambda found: _f1(found, labels))
    pages: dict[str, str] = {}
    versions = []
    for number, line in enumerate(lines_of(VERSIONS)):
        if article := as_article(f"v{number:05}", str(line["text"])):
            versions.append(article)
            pages[article.id] = str(line["page"])
    yield _set("versions F1/P", versions, lambda found: _f1(found, pages))
    texts, graded = languages()
    same = [pair for pair in graded if pair.same_language]

    def joined(found: Mapping[str, int]) -> Sequence[float]:
        here = [pair for pair in same if pair.left in found and pair.right in found]
        like = [found[pair.left] == found[pair.right] for pair in here if pair.grade <= 1.5]
        unlike = [found[pair.left] == found[pair.right] for pair in here if pair.grade >= 3.5]
        return 2 * sum(like) / (sum(like) + sum(unlike) + len(like)), sum(like) / len(like), sum(unlike) / len(unlike)

    yield _set("graded F1/same/other", texts, joined)
    pairs = judged_pairs()

    def right(found: Mapping[str, int]) -> Sequence[float]:
        share = shares(found, pairs)
        return 2 * share.right * share.found / max(1e-9, share.right + share.found), share.right, share.found

    yield _set("news F1/right/found", dated_news(news), right)


def _set(name: str, articles: Sequence[Article], score: Score) -> Labelled:
    return Labelled(name, weigh(articles, Grouping()), score)


def _f1(found: Mapping[str, int], truth: Mapping[str, str] | Mapping[str, int]) -> Sequence[float]:
    score = pairwise(found, truth)
    return score.f1, score.precision


@contextmanager
def constant(name: str, value: float) -> Iterator[None]:
    """Sets a constant of a module for a while; a setting is none."""
    module = {**CONSTANTS, **READ_ANEW}.get(name)
    shipped = getattr(module, name) if module else None
    try:
        if module:
            setattr(module, name, value)
        yield
    finally:
        if module:
            setattr(module, name, shipped)


def shipped_value(name: str) -> float:
    """A constant as it is shipped."""
    return float(getattr(Grouping() if name in SETTINGS else {**CONSTANTS, **READ_ANEW}[name], name))


def curves(sets: Sequence[Labelled], wanted: Sequence[str], steps: Sequence[float]) -> int:
    """Prints a line for each constant times each step: the figures of all sets; and who falls within 10 %, counted."""
    row("constant and value", *(labelled.name for labelled in sets))
    shipped = [labelled.figures() for labelled in sets]
    row("as shipped", *map(_told, shipped))
    falls = []
    for name in (*SETTINGS, *CONSTANTS, *READ_ANEW):
        if wanted and name not in wanted:
            continue
        middle = shipped_value(name)
        for value in steps_around(middle, steps, whole=name in ("likeness_days", "BESIDE", "_PARTNERS", *READ_ANEW)):
            with constant(name, value):
                figures = [labelled.figures(name, value) for labelled in sets]
            row(f"{name} = {value}", *map(_told, figures))
            if abs(value - middle) <= _NEAR * middle + 1e-9:
                falls += [
                    f"{name} = {value}: {labelled.name.split()[0]} falls by {before[0] - after[0]:.3f}"
                    for labelled, before, after in zip(sets, shipped, figures, strict=True)
                    if before[0] - after[0] > _FALL
                ]
    row(f"constants that fall by {_FALL} within {_NEAR:.0%}", len(falls))
    for fall in falls:
        row(f"  {fall}")
    return len(falls)


def left_out(sets: Sequence[Labelled]) -> None:
    """Prints, for each set, what the values that are best for the others score on it, beside what is shipped."""
    points = list(product(*GRID.values()))
    scores: dict[tuple[float, ...], list[float]] = {}
    for point in points:
        given = dict(zip(GRID, point, strict=True))
        settings: dict[str, Any] = {name: value for name, value in given.items() if name in SETTINGS}
        with constant("PLAINLY", given["PLAINLY"]):
            scores[point] = [
                labelled.scored(
                    replace(labelled.evidence.reports, settings=replace(labelled.evidence.reports.settings, **settings))
                )[0]
                for labelled in sets
            ]
    shipped = tuple(shipped_value(name) for name in GRID)
    row(f"left out ({', '.join(GRID)})", "best for the others", "F1 on it", "as shipped", "best of all on it")
    for place, labelled in enumerate(sets):
        best = max(points, key=lambda point: (sum(scores[point]) - scores[point][place], point))
        own = max(points, key=lambda point: (scores[point][place], point))
        row(
            labelled.name.split()[0],
            " ".join(f"{value:g}" for value in best),
            scores[best][place],
            scores[shipped][place],
            f"{scores[own][place]:.3f} ({' '.join(f'{value:g}' for value in own)})",
        )


def _told(figures: Sequence[float]) -> str:
    return "/".join(f"{figure:.3f}" for figure in figures)


def steps_around(shipped: float, steps: Sequence[float], *, whole: bool) -> list[float]:
    """A constant times each step; of a whole number, the nearest other one on that side."""
    if whole:
        return [
            min(round(shipped) - 1, round(shipped * step))
            if step < 1
            else max(round(shipped) + 1, round(shipped * step))
            for step in steps
        ]
    return [round(shipped * step, 4) for step in steps]


def suite_curves() -> list[Target]:
    """The constants that pull most, a tenth to either side, on all sets; of real news a sixth."""
    falls = curves(list(labelled_sets(_FEW_NEWS)), _PULLING, (1 - _NEAR, 1 + _NEAR))
    return [at_most(f"constants that fall by more than {_FALL} within {_NEAR:.0%}", falls, 0)]


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.group_curves", description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="", help="constants, by their names; `none` prints no curve")
    parser.add_argument("--steps", default="0.8,0.9,1.1,1.2", help="what each constant is multiplied with")
    parser.add_argument(
        "--news", type=int, default=None, help="real articles around the judged ones; all, if not given"
    )
    parser.add_argument("--left-out", action="store_true", help="leave one set out at a time, too")
    given = parser.parse_args()
    if not all_here():
        print("the real texts (shared/data/) are not here")
        return
    sets = list(labelled_sets(given.news))
    curves(sets, [name for name in given.only.split(",") if name], [float(step) for step in given.steps.split(",")])
    if given.left_out:
        left_out(sets)


if __name__ == "__main__":
    main()
