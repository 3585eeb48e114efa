"""What `add` finds of real pages whose text is labelled, whole and damaged on purpose, and whether it tells its losses.

The pages are half of the public extraction benchmark (scrapinghub/article-extraction-benchmark); precision and recall
are of runs of four words, the mean over pages, as that benchmark counts. Each page is damaged once in each way of
damage.py. Constants are chosen on four fifths of the pages and measured on the fifth.
"""

import gzip
import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

from benchmarks.damage import KINDS, damaged
from sitegen.formats.draft import quiet
from sitegen.formats.webpages import completeness, witnesses
from sitegen.formats.webpages.body import ask_extractors
from sitegen.formats.webpages.completeness import PageStatements
from sitegen.formats.webpages.metadata import read_metadata
from sitegen.formats.webpages.page_blocks import PageBlock, page_blocks
from sitegen.formats.webpages.page_chrome import chrome_reasons
from sitegen.formats.webpages.witnesses import Joined, Witness, joined, with_blocks
from sitegen.read.refusal import Refused

PAGES = Path(__file__).resolve().parents[2] / "shared/data/extraction"
FOLDS = 5
LOST = 0.15
"""Share of the text from which a loss is to be told."""
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
CHOICES: Mapping[tuple[Any, str], tuple[float, ...]] = {
    (witnesses, "COVERED"): (0.6, 0.5, 0.7),
    (witnesses, "SHARE"): (0.15, 0.1, 0.25),
    (completeness, "MOST_MISSING"): (0.12, 0.08, 0.16),
    (completeness, "MOST_ELSEWHERE"): (0.2, 0.15, 0.3),
    (completeness, "LEAST_STATED"): (0.85, 0.8, 0.9),
}
"""Constants by their module and name, with the values that are tried: the shipped one first, so that it wins a tie."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A page as both extractors answered, before their answers are joined."""

    page: str
    """Which page it is, damaged or not."""
    damage: str
    """Empty for a page as it is."""
    truth: str
    source: str
    tree: Any
    blocks: tuple[PageBlock, ...]
    lines: tuple[str, ...]
    second: tuple[str, ...] | None
    stated: PageStatements
    """What it says of its length, whatever the constants are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What came of a page."""

    damage: str
    precision: float
    recall: float
    partial: bool


def public_runs(text: str) -> dict[tuple[str, ...], int]:
    """Runs of four words as the public benchmark counts them."""
    words = re.findall(r"\w+", text)
    runs: dict[tuple[str, ...], int] = {}
    for start in range(max(1, len(words) - 3) if words else 0):
        run = tuple(words[start : start + 4])
        runs[run] = runs.get(run, 0) + 1
    return runs


def precision_and_recall(text: str, truth: str) -> tuple[float, float]:
    """Of one page."""
    printed, right = public_runs(text), public_runs(truth)
    shared = sum(min(count, right.get(run, 0)) for run, count in printed.items())
    both = (sum(printed.values()), sum(right.values()))
    return shared / both[0] if both[0] else float(not both[1]), shared / both[1] if both[1] else 1.0


def real_pages(folder: Path = PAGES) -> Iterator[tuple[str, str, str]]:
    """Name, source and text of each page, in the order of their names."""
    truths = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    for name in sorted(truths):
        source = gzip.decompress((folder / f"{name}.html.gz").read_bytes()).decode("utf-8", "replace")
        yield name, _DECLARATION.sub("", source), truths[name]["articleBody"]


def asked(name: str, source: str, truth: str) -> Iterator[Asked]:
    """A page as it is, and damaged in each way that it has paragraphs enough for."""
    for kind in ("", *KINDS):
        page = damaged(source, truth, kind, random.Random(f"{name}{kind}").randrange(10**6)) if kind else source
        if page:
            yield _asked(name, kind, page, truth)


def _asked(name: str, kind: str, page: str, truth: str) -> Asked:
    from lxml import html

    with quiet():
        tree = html.document_fromstring(page)
        blocks = page_blocks(tree)
        try:
            lines, second = ask_extractors(page, blocks)
        except Refused:
            lines, second = (), None
        stated = read_metadata(tree).stated
    return Asked(
        page=name,
        damage=kind,
        truth=truth,
        source=page,
        tree=tree,
        blocks=blocks,
        lines=lines,
        second=second,
        stated=stated,
    )


def result(page: Asked) -> Result:
    """By the constants as they are now."""
    second = None if page.second is None else Witness(page.blocks, page.second)
    text: Joined = joined(page.blocks, page.lines, second)
    verdict = completeness.judged(text, page.stated, page.tree, page.source)
    # As `add` does: what the lines of the site say is heard before they are left out.
    text = with_blocks(text, page.blocks, text.numbers - set(chrome_reasons(page.blocks, text.numbers)))
    precision, recall = precision_and_recall("\n".join(text.lines), page.truth)
    is_told = verdict.value == "partial" or sum(map(len, text.lines)) < 80
    return Result(damage=page.damage, precision=precision, recall=recall, partial=is_told)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Of several pages."""

    precision: float
    recall: float
    losses: int
    """How many pages lost more than LOST."""
    flagged: int
    """How many of those are called partial."""
    whole: int
    """Undamaged pages that lost no more than that."""
    false: int
    """How many of those are called partial."""

    @property
    def f1(self) -> float:
        """Of the mean precision and recall of undamaged pages, as the public benchmark has it."""
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)

    @property
    def worth(self) -> float:
        """What a choice of constants is chosen by."""
        return self.f1 + 0.5 * self.flagged / max(1, self.losses) - 0.5 * self.false / max(1, self.whole)


def measured(results: Sequence[Result]) -> Measured:
    """Precision and recall of undamaged pages, flags of all."""
    undamaged = [page for page in results if not page.damage]
    losses = [page for page in results if 1 - page.recall > LOST]
    whole = [page for page in undamaged if 1 - page.recall <= LOST]
    return Measured(
        precision=fmean(page.precision for page in undamaged),
        recall=fmean(page.recall for page in undamaged),
        losses=len(losses),
        flagged=sum(page.partial for page in losses),
        whole=len(whole),
        false=sum(page.partial for page in whole),
    )


@contextmanager
def constant(module: Any, name: str, value: float) -> Iterator[None]:
    """A constant of a module set to another value."""
    shipped = getattr(module, name)
    setattr(module, name, value)
    try:
        yield
    finally:
        setattr(module, name, shipped)


def folded(pages: Sequence[Asked]) -> tuple[list[Measured], list[str]]:
    """Each fifth of the pages, measured by the constants that are best on the other four; and which those were."""
    names = sorted({page.page for page in pages})
    fold_of = {name: number % FOLDS for number, name in enumerate(names)}
    by_choice: dict[tuple[str, float], list[Result]] = {}
    for (module, name), values in CHOICES.items():
        for value in values:
            with constant(module, name, value):
                by_choice[name, value] = [result(page) for page in pages]
    scores: list[Measured] = []
    chosen: list[str] = []
    for fold in range(FOLDS):
        inside = [number for number, page in enumerate(pages) if fold_of[page.page] == fold]
        outside = [number for number, page in enumerate(pages) if fold_of[page.page] != fold]
        best = {
            (module, name): max(
                values, key=lambda value, name=name: measured([by_choice[name, value][at] for at in outside]).worth
            )
            for (module, name), values in CHOICES.items()
        }
        chosen.append(", ".join(f"{name} {value:g}" for (_, name), value in best.items()))
        scores.append(measured(_with(best, [pages[number] for number in inside])))
    return scores, chosen


def _with(best: Mapping[tuple[Any, str], float], pages: Sequence[Asked]) -> list[Result]:
    if not best:
        return [result(page) for page in pages]
    (module, name), *rest = best
    with constant(module, name, best[module, name]):
        return _with({key: best[key] for key in rest}, pages)


def real_table(pages: Sequence[Asked]) -> str:
    """For people: all pages by the shipped constants, each kind of damage, and the five folds."""
    shipped = [result(page) for page in pages]
    lines = [f"{'':<12}{'F1':>8}{'precision':>11}{'recall':>8}{'losses':>8}{'flagged':>9}{'whole':>7}{'false':>7}"]
    lines.append(_row("shipped", measured(shipped)))
    for kind in KINDS:
        losses = [page for page in shipped if page.damage == kind and 1 - page.recall > LOST]
        count = sum(page.damage == kind for page in shipped)
        lines.append(
            f"  {kind:<10}{count:>4} pages, {len(losses)} lose more than {LOST:.0%},"
            f" {sum(page.partial for page in losses)} of these are flagged"
        )
    scores, chosen = folded(pages)
    lines += [_row(f"fold {number + 1}", score) + f"   {chosen[number]}" for number, score in enumerate(scores)]
    together = Measured(
        precision=fmean(score.precision for score in scores),
        recall=fmean(score.recall for score in scores),
        losses=sum(score.losses for score in scores),
        flagged=sum(score.flagged for score in scores),
        whole=sum(score.whole for score in scores),
        false=sum(score.false for score in scores),
    )
    return "\n".join([*lines, _row("five folds", together)])


def _row(name: str, score: Measured) -> str:
    flagged, false = score.flagged / max(1, score.losses), score.false / max(1, score.whole)
    return (
        f"{name:<12}{score.f1:>8.3f}{score.precision:>11.3f}{score.recall:>8.3f}{score.losses:>8}{flagged:>9.2f}"
        f"{score.whole:>7}{false:>7.2f}"
    )
