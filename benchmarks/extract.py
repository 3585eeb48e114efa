"""What `sitegen add` finds of a page, beside plain trafilatura. Run as `python -m benchmarks.extract`.

There is no labelled set of pages at hand, so pages are made: texts that are there, in ten templates of our own with
chrome in six languages. That tells whether `add` loses anything of what trafilatura finds, and little about pages of
the world; for those trafilatura's own benchmark stands. F1 is of runs of four words, as that benchmark counts.
"""

import json
import lzma
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.pages import CHROMES, TEMPLATES
from sitegen.formats.draft import quiet
from sitegen.formats.pages import read_page
from sitegen.read.refusal import Refused

TEXTS = Path(__file__).resolve().parents[2] / "shared/data/articles/news-9k.jsonl.xz"
_RUN = 4
_WANTED = 200
_BLOCKS = (4, 40)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """How much of what was found is right, and how much of what is right was found."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The scores of one template."""

    name: str
    ours: Scored
    plain: Scored
    lost: int
    """Lines that trafilatura found and `add` has not."""


def runs(text: str) -> Counter[tuple[str, ...]]:
    """Runs of four words, each as often as it stands."""
    words = re.findall(r"\w+", text.casefold())
    return Counter(tuple(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1)))


def scored(found: Iterable[str], truth: Iterable[str]) -> Scored:
    """Both as lines of text."""
    one, other = runs("\n".join(found)), runs("\n".join(truth))
    shared = sum((one & other).values())
    return Scored(precision=shared / max(1, sum(one.values())), recall=shared / max(1, sum(other.values())))


def plain(page: str) -> tuple[str, ...]:
    """The lines that trafilatura finds in its precision mode."""
    import trafilatura

    with quiet():
        made: Any = trafilatura.bare_extraction(
            page, favor_precision=True, include_comments=False, deduplicate=False, with_metadata=False
        )
    lines = (made.text or "").splitlines() if made is not None else []
    return tuple(line.strip() for line in lines if line.strip())


def ours(page: str) -> tuple[str, ...]:
    """The lines that `add` finds; none where it refuses the page."""
    try:
        return read_page(page.encode()).text
    except Refused:
        return ()


def measured(texts: Sequence[tuple[str, Sequence[str]]]) -> list[Row]:
    """Each template with all texts, title and blocks each; the language of its chrome changes from text to text."""
    rows = []
    for name, template in TEMPLATES:
        scores: list[tuple[Scored, Scored]] = []
        lost = 0
        for at, (title, blocks) in enumerate(texts):
            page = template(CHROMES[at % len(CHROMES)], title, blocks)
            mine, others = ours(page), plain(page)
            lost += sum((Counter(others) - Counter(mine)).values())
            scores.append((scored(mine, blocks), scored(others, blocks)))
        rows.append(
            Row(name=name, ours=_mean([one for one, _ in scores]), plain=_mean([b for _, b in scores]), lost=lost)
        )
    return rows


def _mean(scores: Sequence[Scored]) -> Scored:
    count = max(1, len(scores))
    return Scored(
        precision=sum(one.precision for one in scores) / count, recall=sum(one.recall for one in scores) / count
    )


def real_texts(path: Path = TEXTS, wanted: int = _WANTED) -> list[tuple[str, list[str]]]:
    """Titles and blocks, spread over the whole collection."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        given = [json.loads(line) for line in file]
    fit = []
    for one in given:
        blocks = [block.strip() for block in one["text"].split("\n") if block.strip()]
        if _BLOCKS[0] <= len(blocks) <= _BLOCKS[1] and one["title"]:
            fit.append((str(one["title"]), blocks))
    return fit[:: max(1, len(fit) // wanted)][:wanted]


def table(rows: Sequence[Row]) -> str:
    """For people."""
    lines = [f"{'template':<26}{'F1 of add':>10}{'F1 plain':>10}{'precision':>11}{'recall':>8}{'lines lost':>12}"]
    lines += [
        f"{row.name:<26}{row.ours.f1:>10.3f}{row.plain.f1:>10.3f}{row.ours.precision:>11.3f}{row.ours.recall:>8.3f}"
        f"{row.lost:>12}"
        for row in rows
    ]
    count = max(1, len(rows))
    means = (sum(row.ours.f1 for row in rows) / count, sum(row.plain.f1 for row in rows) / count)
    lines.append(f"{'mean':<26}{means[0]:>10.3f}{means[1]:>10.3f}{'':>19}{sum(row.lost for row in rows):>12}")
    return "\n".join(lines)


def main() -> int:
    """Prints the table, or that the texts are not here."""
    if not TEXTS.is_file():
        print("the shared data folder is not beside this checkout")
        return 0
    print(table(measured(real_texts())))
    return 0


if __name__ == "__main__":
    sys.exit(main())
