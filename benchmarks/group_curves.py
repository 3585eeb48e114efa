"""What each constant of stories does around its value, on all sets at once: is it the middle of a flat stretch?

python -m benchmarks.group_curves [--only NAME,...] [--steps 0.8,0.9,1.1,1.2]

Sets: the labelled stories (F1 and precision of pairs), pages in versions (the same; a page is a story), pairs of one
language that were graded (joined of those graded 1.5 and less, and 3.5 and more), pairs of real news that were read
(see group_events.py). Families are found once a set; each value takes some ten seconds.
"""

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import ModuleType
from typing import Any

import numpy as np

from benchmarks.corpus import DATA, all_here
from benchmarks.group_events import dated_news, judged_pairs, shares
from benchmarks.group_scores import pairwise
from benchmarks.group_sets import as_article, languages, lines_of, stories
from benchmarks.group_told import row
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


@dataclass(frozen=True, slots=True)
class Labelled:
    """Articles of which something is known, grouped once with the settings that are shipped."""

    name: str
    evidence: Evidence
    score: Score

    def read_again(self) -> Reports:
        """What the articles talk about, read with the constants as they are now."""
        articles, given = self.evidence.articles, self.evidence.reports
        terms = [made.terms for made in make_fingerprints(articles, runs_for(len(articles), given.settings))]
        return replace(given, vectors=make_vectors(terms, np.array(given.texts, dtype=np.int64)))

    def scored(self, given: Reports) -> str:
        """The figures of the stories that come of it."""
        # How much an unknown day counts is found when the articles are read.
        given = replace(given, unknown=days.weight_of_unknown(given.days, given.settings.likeness_days))
        evidence, families = self.evidence, self.evidence.families
        alone = {*families.digests, *(member for series in evidence.series for member in series.members)}
        beside = likeness_beside_passages(given, families.groups, evidence.found.passages)
        groups = gather_stories(families.groups, given, evidence.keeper, sorted(alone), beside).groups
        figures = self.score({member: at for at, group in enumerate(groups) for member in group})
        return "/".join(f"{figure:.3f}" for figure in figures)


def labelled_sets() -> Iterator[Labelled]:
    """The sets, each grouped when it is asked for."""
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
        return sum(like) / len(like), sum(unlike) / len(unlike)

    yield _set("graded same/other", texts, joined)
    pairs = judged_pairs()

    def right(found: Mapping[str, int]) -> Sequence[float]:
        share = shares(found, pairs)
        return share.right, share.allowed, share.found

    yield _set("news right/allowed/found", dated_news(), right)


def _set(name: str, articles: Sequence[Article], score: Score) -> Labelled:
    return Labelled(name, weigh(articles, Grouping()), score)


def _f1(found: Mapping[str, int], truth: Mapping[str, str] | Mapping[str, int]) -> Sequence[float]:
    score = pairwise(found, truth)
    return score.f1, score.precision


def curves(wanted: Sequence[str], steps: Sequence[float]) -> None:
    """Prints a line for each constant times each step: the figures of all sets."""
    sets = list(labelled_sets())
    row("constant and value", *(labelled.name for labelled in sets))
    row("as shipped", *(labelled.scored(labelled.evidence.reports) for labelled in sets))
    for name in SETTINGS:
        for value in steps_around(getattr(Grouping(), name), steps) if not wanted or name in wanted else ():
            changed: dict[str, Any] = {name: value}
            settings = replace(Grouping(), **changed)
            given = [replace(labelled.evidence.reports, settings=settings) for labelled in sets]
            row(f"{name} = {value}", *(one.scored(own) for one, own in zip(sets, given, strict=True)))
    for name, module in {**CONSTANTS, **READ_ANEW}.items():
        shipped = getattr(module, name)
        for value in steps_around(shipped, steps) if not wanted or name in wanted else ():
            setattr(module, name, value)
            given = [one.read_again() if name in READ_ANEW else one.evidence.reports for one in sets]
            row(f"{name} = {value}", *(one.scored(own) for one, own in zip(sets, given, strict=True)))
        setattr(module, name, shipped)


def steps_around(shipped: float, steps: Sequence[float]) -> list[float]:
    """A constant times each step; of a whole number, the nearest other one on that side."""
    if isinstance(shipped, int):
        return [
            min(shipped - 1, round(shipped * step)) if step < 1 else max(shipped + 1, round(shipped * step))
            for step in steps
        ]
    return [round(shipped * step, 4) for step in steps]


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.group_curves", description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="", help="constants, by their names")
    parser.add_argument("--steps", default="0.8,0.9,1.1,1.2", help="what each constant is multiplied with")
    given = parser.parse_args()
    if not all_here():
        print("the real texts (shared/data/) are not here")
        return
    curves([name for name in given.only.split(",") if name], [float(step) for step in given.steps.split(",")])


if __name__ == "__main__":
    main()
