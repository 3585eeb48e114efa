"""Small pairs in our own words with what a careful editor finds in them: how much of it is found, how much is false.

The pairs and what is right about them stand in the folder of real inputs (`cases/`, its `expected.toml` explains the
fields). Read from there, and judged by kind, verdict and the words that a finding quotes.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sitegen.comparing import compare_articles
from sitegen.config import Config
from sitegen.model import CONSEQUENTIAL, STYLE, SURE, Article, Change, Comparison
from sitegen.read import read_article

SUBSTANCE = ("figure", "date", "name", "attribution", "quotation", "negation", "role", "hedge", "correction", "cut",
             "addition", "wording")  # fmt: skip
"""What `no_kinds = ["substance"]` stands for."""
_LOOSE = frozenset({"cut", "addition", "quotation", "move", "split", "merge", "order", "correction", "wording", "role",
                    "attribution"})  # fmt: skip
"""Kinds whose findings may quote a whole clause or paragraph."""
_MORE_WORDS = 4
"""Words by which any other finding may quote more than the least."""
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A pair of texts, with what is right about them."""

    id: str
    left: str
    right: str
    suffix: str
    right_about: Mapping[str, Any]
    """Its table in `expected.toml`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What came of a case."""

    case: Case
    comparison: Comparison
    missed: tuple[Mapping[str, Any], ...]
    """Entries of `must` and `headline` that no finding answers."""
    unsure: tuple[Mapping[str, Any], ...]
    """Those that are answered by a finding of consequence that is not sure enough to be said."""
    near: tuple[Mapping[str, Any], ...]
    """Those of them whose words are quoted by a finding of another kind or verdict."""
    forbidden: tuple[Change, ...]
    """Findings of a kind that the case rules out."""
    kept: bool
    """Whether all words are kept, where the case says that they are."""

    @property
    def wanted(self) -> int:
        """How many findings the case asks for."""
        return len(_musts(self.case.right_about))


def read_cases(folder: Path) -> Iterator[Case]:
    """The cases of a folder, those of `long/` included."""
    expected = tomllib.loads((folder / "expected.toml").read_text("utf-8"))
    for part in (folder / "pairs-dev.txt").read_text("utf-8").split("@@ ")[1:]:
        head, _, rest = part.partition("\n")
        name = head.split()[0]
        suffix = "txt"
        if rest.startswith("@ext"):
            line, _, rest = rest.partition("\n")
            suffix = line.split()[1]
        left, _, right = rest.removeprefix("--A\n").partition("\n--B\n")
        yield Case(id=name, left=left, right=right, suffix=suffix, right_about=expected["pairs"][name])
    for name, right_about in expected["long"].items():
        texts = [(folder / "long" / f"{side}.txt").read_text("utf-8") for side in name.split("--")]
        yield Case(id=name, left=texts[0], right=texts[1], suffix="txt", right_about=right_about)


def articles_of(case: Case) -> tuple[Article, Article]:
    """Both texts as articles, as `sitegen compare` reads two files."""
    left, right = (
        read_article(name, f"{name}.{case.suffix}", f"{text.rstrip()}\n".encode(), Config())[0]
        for name, text in (("a", case.left), ("b", case.right))
    )
    if not left or not right:
        raise ValueError(f"cannot read {case.id}")
    return left, right


def judged(case: Case) -> Judged:
    """The case, compared and judged."""
    left, right = articles_of(case)
    comparison = compare_articles(left, right, Config().comparing)
    headline = comparison.headline.changes if comparison.headline else ()
    places = [("must", comparison.changes), ("headline", headline)]
    wanted = [(must, findings) for place, findings in places for must in case.right_about.get(place, ())]
    missed = [(must, findings) for must, findings in wanted if not _answer(must, findings)]
    answers = [(must, _answer(must, findings)) for must, findings in wanted]
    barred = {kind for name in case.right_about.get("no_kinds", ()) for kind in _kinds(name)}
    measures = comparison.measures
    return Judged(
        case=case,
        comparison=comparison,
        missed=tuple(must for must, _ in missed),
        unsure=tuple(
            must for must, finding in answers if finding and finding.kind in CONSEQUENTIAL and finding.confidence < SURE
        ),
        near=tuple(must for must, findings in missed if any(_quotes(must, finding) for finding in findings)),
        forbidden=tuple(finding for finding in comparison.changes if finding.kind in barred),
        kept=case.right_about.get("kept") != "all" or measures.left_in_right == measures.right_in_left == 1,
    )


def _kinds(name: str) -> tuple[str, ...]:
    return SUBSTANCE if name == "substance" else (name,)


def _musts(right_about: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    return [*right_about.get("must", ()), *right_about.get("headline", ())]


def _answer(must: Mapping[str, Any], findings: Sequence[Change]) -> Change | None:
    """The finding that says what is asked for: its kind, its verdict, its words and few beside them."""
    allowed = {f"{must['kind']}/{must['verdict']}", *must.get("or", ())}
    for finding in findings:
        if f"{finding.kind}/{finding.verdict}" in allowed and _quotes(must, finding) and _is_tight(must, finding):
            return finding
    return None


def _quotes(must: Mapping[str, Any], finding: Change) -> bool:
    return all(_flat(must[side]) in _flat(getattr(finding, side)) for side in ("left", "right"))


def _is_tight(must: Mapping[str, Any], finding: Change) -> bool:
    """Whether a finding quotes little more than the least that is asked for."""
    if finding.kind in _LOOSE or finding.kind in STYLE:
        return True
    return all(
        len(getattr(finding, side).split()) <= len(must[side].split()) + _MORE_WORDS
        for side in ("left", "right")
        if must[side]
    )


@cache
def _flat(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def report(folder: Path) -> str:
    """What is missed and what is false, case by case, and the shares at the end."""
    lines: list[str] = []
    wanted = missed = unsure = near = barred = unkept = 0
    for case in read_cases(folder):
        result = judged(case)
        wanted, missed, near = wanted + result.wanted, missed + len(result.missed), near + len(result.near)
        unsure += len(result.unsure)
        barred, unkept = barred + len(result.forbidden), unkept + (not result.kept)
        if result.missed or result.forbidden or not result.kept:
            measures = result.comparison.measures
            lines.append(f"{case.id}: kept {measures.left_in_right} {measures.right_in_left}")
            lines += [f"  missed {must['kind']}/{must['verdict']} {must['left']!r} > {must['right']!r}"
                      for must in result.missed]  # fmt: skip
            lines += [f"  ruled out: {change.kind}: {change.sentence}" for change in result.forbidden]
            lines += [
                f"    said {change.kind}/{change.verdict} {change.confidence:.2f}: {change.left!r} > {change.right!r}"
                for change in (*result.comparison.changes,
                               *(result.comparison.headline.changes if result.comparison.headline else ()))
            ]  # fmt: skip
    lines.append(
        f"{wanted - missed} of {wanted} findings ({(wanted - missed) / wanted:.3f}), {unsure} of them not sure "
        f"enough to be said; {near} of the missed are quoted with another kind or verdict; "
        f"{barred} findings of kinds ruled out; {unkept} texts not kept whole"
    )
    return "\n".join(lines)


if __name__ == "__main__":
    import sys

    print(report(Path(sys.argv[1])))
