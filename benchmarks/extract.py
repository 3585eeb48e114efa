"""What `sitegen add` finds of a page, beside other extractors. Run as `python -m benchmarks.extract`.

Two sets: pages that are made, of texts that are there in ten templates of our own with chrome in six languages, which
tell whether `add` loses anything of what trafilatura finds; and real pages with their labelled texts, whole and damaged
on purpose (extract_real.py). F1 is of runs of four words, as the public benchmark counts.
"""

import json
import lzma
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.extract_real import asked, precision_and_recall, real_pages, real_table
from benchmarks.page_facts import facts_table, newspaper_article
from benchmarks.pages import CHROMES, TEMPLATES
from sitegen.formats.draft import quiet
from sitegen.formats.webpages.page_blocks import page_blocks
from sitegen.formats.webpages.page_chrome import OF_THE_SITE
from sitegen.formats.webpages.pages import read_page
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
    left_out: int
    """Lines that trafilatura found and `add` left out as the site's: advertisement, sign up, read more."""
    lost: int
    """Other lines that trafilatura found and `add` has not."""


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
    return found_and_left_out(page)[0]


def found_and_left_out(page: str) -> tuple[tuple[str, ...], Counter[str]]:
    """The lines that `add` finds, and those that it leaves out as lines of the site."""
    try:
        draft = read_page(page.encode())
    except Refused:
        return (), Counter()
    if draft.page is None:
        return draft.text, Counter()
    reasons = zip(draft.page.blocks, draft.page.reasons(), strict=True)
    return draft.text, Counter(block.text for block, reason in reasons if reason.startswith(OF_THE_SITE))


def measured(texts: Sequence[tuple[str, Sequence[str]]]) -> list[Row]:
    """Each template with all texts, title and blocks each; the language of its chrome changes from text to text."""
    rows = []
    for name, template in TEMPLATES:
        scores: list[tuple[Scored, Scored]] = []
        left_out = lost = 0
        for at, (title, blocks) in enumerate(texts):
            page = template(CHROMES[at % len(CHROMES)], title, blocks)
            (mine, of_the_site), others = found_and_left_out(page), plain(page)
            missing = Counter(others) - Counter(mine)
            left_out += (missing & of_the_site).total()
            lost += (missing - of_the_site).total()
            scores.append((scored(mine, blocks), scored(others, blocks)))
        rows.append(
            Row(
                name=name,
                ours=_mean([mine for mine, _ in scores]),
                plain=_mean([others for _, others in scores]),
                left_out=left_out,
                lost=lost,
            )
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
    head = f"{'template':<26}{'F1 of add':>10}{'F1 plain':>10}{'precision':>11}{'recall':>8}"
    lines = [f"{head}{'left out':>10}{'lines lost':>12}"]
    lines += [
        f"{row.name:<26}{row.ours.f1:>10.3f}{row.plain.f1:>10.3f}{row.ours.precision:>11.3f}{row.ours.recall:>8.3f}"
        f"{row.left_out:>10}{row.lost:>12}"
        for row in rows
    ]
    count = max(1, len(rows))
    means = (sum(row.ours.f1 for row in rows) / count, sum(row.plain.f1 for row in rows) / count)
    left_out, lost = sum(row.left_out for row in rows), sum(row.lost for row in rows)
    lines.append(f"{'mean':<26}{means[0]:>10.3f}{means[1]:>10.3f}{'':>19}{left_out:>10}{lost:>12}")
    return "\n".join(lines)


def readability(page: str) -> tuple[str, ...]:
    """The blocks that readability keeps."""
    from lxml import html
    from readability import Document

    with quiet():
        summary = Document(page).summary()
    return tuple(block.text for block in page_blocks(html.document_fromstring(summary))) if summary else ()


def newspaper(page: str) -> tuple[str, ...]:
    """The lines that newspaper4k finds, a dependency of the benchmarks alone."""
    article = newspaper_article(page)
    return tuple(str(article.text).splitlines()) if article is not None else ()


def usual(page: str) -> tuple[str, ...]:
    """The lines that trafilatura finds in its usual mode."""
    import trafilatura

    with quiet():
        made: Any = trafilatura.bare_extraction(page, include_comments=False, deduplicate=False, with_metadata=False)
    return tuple((made.text or "").splitlines()) if made is not None else ()


PEERS: Mapping[str, Callable[[str], tuple[str, ...]]] = {
    "add": ours,
    "trafilatura": usual,
    "trafilatura, precise": plain,
    "readability": readability,
    "newspaper4k": newspaper,
}


def peers_table(pages: Sequence[tuple[str, str, str]]) -> str:
    """Each extractor on the real pages, and on how many of them it loses more than 5 % of the text."""
    lines = [f"{'real pages':<22}{'F1':>8}{'precision':>11}{'recall':>8}{'lose 5 %':>10}"]
    for name, extractor in PEERS.items():
        try:
            scores = [precision_and_recall("\n".join(extractor(source)), truth) for _, source, truth in pages]
        except ImportError:
            lines.append(f"{name:<22}not here")
            continue
        mean = _mean([Scored(precision=precision, recall=recall) for precision, recall in scores])
        lost = sum(recall < 0.95 for _, recall in scores)
        lines.append(f"{name:<22}{mean.f1:>8.3f}{mean.precision:>11.3f}{mean.recall:>8.3f}{lost:>10}")
    return "\n".join(lines)


def main() -> int:
    """Prints the table, or that the texts are not here."""
    if not TEXTS.is_file():
        print("the shared data folder is not beside this checkout")
        return 0
    print(table(measured(real_texts())))
    pages = list(real_pages())
    print("", peers_table(pages), "", facts_table(pages), "", sep="\n")
    print(real_table([page for name, source, truth in pages for page in asked(name, source, truth)]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
