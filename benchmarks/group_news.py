"""Copies between outlets in real articles, against an exact join of runs of five words."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations, islice, pairwise

import numpy as np

from benchmarks.group_judged import judge
from benchmarks.group_sets import as_article, grams
from benchmarks.group_told import row
from benchmarks.targets import Target, at_least
from benchmarks.unpack import scraped_articles
from sitegen.config import Grouping
from sitegen.group import weigh
from sitegen.model import Link

_COPIED = 0.5
"""Containment in runs of five words that makes a pair of two outlets one that must be linked."""
_HOLDERS = 60
"""Articles that have a run beyond which it is boilerplate, for the exact join."""


def suite_news(errors: int, first: int) -> list[Target]:
    """Recall of the pairs of two outlets that the join finds; links besides, each with what it rests on."""
    articles, texts, outlet = [], {}, {}
    for one in islice(scraped_articles(), first):
        article = as_article(f"n{one.id}", one.text)
        if article:
            articles.append(replace(article, source=one.outlet))
            texts[article.id], outlet[article.id] = one.text, one.outlet
    evidence = weigh(articles, Grouping())
    wanted = {pair for pair in joined(texts) if outlet[pair[0]] != outlet[pair[1]]}
    linked = {
        (link.left, link.right): link for link in evidence.shared.links if outlet[link.left] != outlet[link.right]
    }
    row(f"news: {len(articles):,} articles, {len(wanted):,} pairs of two outlets with containment {_COPIED}")
    recall = len(wanted & linked.keys()) / max(1, len(wanted))
    row("  recall of sitegen", recall)
    extra = [linked[pair] for pair in sorted(linked.keys() - wanted)]
    bare = [link for link in extra if not (link.reason and link.evidence)]
    row("  links besides, of them without a reason and evidence", len(extra), len(bare))
    for link in sorted(extra, key=lambda link: link.strength)[:errors]:
        row(f"    besides: {link.left} {link.right} {link.reason}: {_shown(link)}")
    for left, right in sorted(wanted - linked.keys())[:errors]:
        row(f"    missed: {left} {texts[left][:60]!r} | {right} {texts[right][:60]!r}")
    explained = Target("news, links besides that nothing explains", "0", f"{len(bare)} of {len(extra)}", not bare)
    judged = judge(evidence, "n")
    return [*judged, *([at_least("news, copies between outlets, recall", recall, 0.98)] if wanted else []), explained]


def _shown(link: Link) -> str:
    return " ".join(link.evidence[0].text.split())[:80] if link.evidence else ""


def joined(texts: Mapping[str, str]) -> set[tuple[str, str]]:
    """Pairs whose runs of five words stand in each other to half; every run counts, by its hash of 64 bits."""
    names = sorted(texts)
    hashes = [np.fromiter(map(hash, grams(texts[name])), dtype=np.int64) for name in names]
    sizes = [len(one) for one in hashes]
    runs, owners = np.concatenate(hashes), np.repeat(np.arange(len(names)), sizes)
    order = np.argsort(runs, kind="stable")
    runs, owners = runs[order], owners[order]
    borders = [0, *(np.flatnonzero(runs[1:] != runs[:-1]) + 1).tolist(), len(runs)]
    shared: Counter[tuple[int, int]] = Counter()
    for first, last in pairwise(borders):
        if 1 < last - first <= _HOLDERS:
            shared.update(combinations(owners[first:last].tolist(), 2))
    return {
        (names[left], names[right])
        for (left, right), count in shared.items()
        if count >= _COPIED * max(1, min(sizes[left], sizes[right]))
    }
