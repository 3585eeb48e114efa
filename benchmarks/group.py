"""How well articles are grouped, and what it costs, with the settings that are shipped; other engines beside it.

python -m benchmarks.group [--suite stories,languages,events,news,curves,copies,growth] [--copies 100000] [--errors 10]

Prints tables and the worst errors with their evidence, each line as soon as it is known, and at the end what was to be
reached; asserts nothing. `growth` is part of `copies`: with it, half as many texts are grouped too, and half of that.
"""

import argparse
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from benchmarks.corpus import all_here
from benchmarks.group_curves import suite_curves
from benchmarks.group_events import suite_events
from benchmarks.group_news import suite_news
from benchmarks.group_scores import average_precision, pairwise
from benchmarks.group_sets import Graded, grams, languages, stories
from benchmarks.group_size import suite_copies
from benchmarks.group_told import row
from benchmarks.targets import Target, at_least, table_of
from sitegen.config import Grouping
from sitegen.group import Evidence, make_anchors, weigh
from sitegen.group.bilingual.across import Across
from sitegen.group.prints import whole_text
from sitegen.model import Article, Link

_COPIED = 0.3
"""Containment in runs of five words that makes a pair one that must be linked."""


def _stories_of(evidence: Evidence) -> dict[str, int]:
    return {member: at for at, group in enumerate(evidence.groups) for member in group}


def suite_stories(errors: int) -> list[Target]:
    """Stories among all articles, and families among those that have a story."""
    articles, labels, texts = stories()
    start = time.process_time()
    evidence = weigh(articles, Grouping())
    cpu = time.process_time() - start
    found = _stories_of(evidence)
    row(f"stories: {len(labels)} labelled of {len(articles)} articles (precision, recall, F1)")
    score = pairwise(found, labels)
    row(f"  sitegen, shipped default ({cpu:.1f} s)", score.precision, score.recall, score.f1)
    for name, other in _tf_idf(articles, texts):
        best = pairwise(other, labels)
        row(f"  {name}", best.precision, best.recall, best.f1)
    _mixed(evidence, labels, texts, errors)
    return [
        at_least("stories-dev, stories, F1", score.f1, 0.97),
        at_least("stories-dev, stories, precision", score.precision, 0.985),
        *suite_families(evidence, labels, texts, errors),
    ]


def _tf_idf(articles: Sequence[Article], texts: dict[str, str]) -> Iterable[tuple[str, dict[str, int]]]:
    """scikit-learn's TF-IDF with average link, around the thresholds that fit this very set best."""
    try:
        from sklearn.cluster import AgglomerativeClustering  # type: ignore[import-not-found]
        from sklearn.feature_extraction.text import TfidfVectorizer  # type: ignore[import-not-found]
    except ImportError:
        row("  scikit-learn", "not here")
        return
    for stop, told in ((None, ""), ("english", ", stop words left out")):
        weights = TfidfVectorizer(sublinear_tf=True, stop_words=stop).fit_transform([texts[one.id] for one in articles])
        distance = (1 - (weights @ weights.T).toarray()).clip(min=0)
        for least in (0.10, 0.12, 0.14, 0.16, 0.18):
            clusters = AgglomerativeClustering(
                n_clusters=None, metric="precomputed", linkage="average", distance_threshold=1 - least
            ).fit_predict(distance)
            found = {one.id: int(at) for one, at in zip(articles, clusters, strict=True)}
            yield f"TF-IDF, average link, {least:.2f}{told}", found


def _mixed(evidence: Evidence, labels: dict[str, int], texts: dict[str, str], errors: int) -> None:
    """The groups that cost most pairs: stories mixed, stories split."""
    mixed: list[tuple[int, str]] = []
    for group in evidence.groups:
        inside = Counter(labels[one] for one in group if one in labels)
        for (one, count), (other, second) in combinations(sorted(inside.items()), 2):
            heads = [next(texts[a] for a in sorted(group) if labels.get(a) == story)[:60] for story in (one, other)]
            told = (
                f"{one} ({count}) with {other} ({second}): {heads}: {_strongest(evidence, group, labels, one, other)}"
            )
            mixed.append((count * second, told))
    found = _stories_of(evidence)
    for story in sorted(set(labels.values())):
        parts = Counter(found[one] for one in labels if labels[one] == story)
        lost = sum(one * other for one, other in combinations(parts.values(), 2))
        if lost:
            mixed.append((lost, f"{story} split into {sorted(parts.values(), reverse=True)}"))
    for pairs, told in sorted(mixed, reverse=True)[:errors]:
        row(f"    {pairs} pairs: {' '.join(told.split())}")


def _strongest(evidence: Evidence, group: frozenset[str], labels: dict[str, int], one: int, other: int) -> str:
    """What ties two stories most that were made one; others without a label may stand between them."""
    between = [
        link
        for link in evidence.links
        if {link.left, link.right} <= group and {labels.get(link.left), labels.get(link.right)} == {one, other}
    ]
    if not between:
        return "no link between the two"
    link = max(between, key=lambda link: (link.strength, link.left, link.right))
    return f"{len(between)} links, {link.kind} {link.strength:.2f} {link.reason}"


def suite_families(evidence: Evidence, labels: dict[str, int], texts: dict[str, str], errors: int) -> list[Target]:
    """Links by text among labelled articles: are they of one story, and is every copy found?"""
    runs = {one: grams(texts[one]) for one in labels}
    wanted = {
        (left, right)
        for left, right in combinations(sorted(labels), 2)
        if _containment(runs[left], runs[right]) >= _COPIED
    }
    linked = {
        (link.left, link.right): link for link in evidence.shared.links if link.left in labels and link.right in labels
    }
    wrong = [link for pair, link in linked.items() if labels[pair[0]] != labels[pair[1]]]
    row(f"families: {len(linked)} links by text, {len(wanted)} pairs with containment {_COPIED} (precision, recall)")
    plain_right = sum(1 for left, right in wanted if labels[left] == labels[right])
    precision, recall = 1 - len(wrong) / max(1, len(linked)), len(wanted & linked.keys()) / max(1, len(wanted))
    row("  sitegen", precision, recall)
    row("  containment of exact runs of five", plain_right / max(1, len(wanted)), 1.0)
    _links(wrong, errors)
    for left, right in sorted(wanted - linked.keys())[:errors]:
        row(f"    missed: {texts[left][:60]!r} | {texts[right][:60]!r}")
    return [
        at_least("stories-dev, families, precision of links", precision, 0.995, digits=4),
        at_least("stories-dev, families, recall", recall, 1.0, digits=4),
    ]


def _containment(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))


def _links(links: Sequence[Link], errors: int) -> None:
    for link in sorted(links, key=lambda link: -link.strength)[:errors]:
        shown = "; ".join(" ".join(one.text.split())[:60] for one in link.evidence[:3])
        row(f"    wrong: {link.left} {link.right} {link.kind} {link.strength:.2f} {link.reason[:60]}: {shown}")


def suite_languages(errors: int) -> list[Target]:
    """Graded pairs: false links in one language, and how well anchors rank those in two."""
    articles, pairs = languages()
    evidence = weigh(articles, Grouping())
    links = {(link.left, link.right): link for link in evidence.links}
    known = {article.id for article in articles}
    same = [one for one in pairs if one.same_language and one.left in known and one.right in known]
    row("languages: pairs graded 1.5 and less against 3 and more")
    counts: list[int] = []
    for kinds, told in ((("passages", "quotations"), "by text"), (("likeness",), "by likeness")):
        hits = [(one, links.get((one.left, one.right))) for one in same]
        right = sum(1 for one, hit in hits if hit and hit.kind in kinds and one.grade <= 1.5)
        wrong = [hit for one, hit in hits if hit and hit.kind in kinds and one.grade >= 3]
        row(f"  links in one language {told}: right, wrong", right, len(wrong))
        _links(wrong, errors)
        counts.append(len(wrong))
    row("  pairs in one language: same, different", sum(o.grade <= 1.5 for o in same), sum(o.grade >= 3 for o in same))
    return [
        Target(
            "languages-dev, false links in one language",
            "0",
            f"{counts[0]} by text, {counts[1]} by likeness",
            not sum(counts),
        ),
        _across(articles, [one for one in pairs if not one.same_language], links, errors),
    ]


def _across(
    articles: Sequence[Article], pairs: Sequence[Graded], links: dict[tuple[str, str], Link], errors: int
) -> Target:
    index = {article.id: at for at, article in enumerate(articles)}
    across = Across(make_anchors(articles), lambda at: whole_text(articles[at]))
    scored = [
        (across.weighed(index[one.left], index[one.right]).likeness, one)
        for one in pairs
        if (one.grade <= 1.5 or one.grade >= 3) and one.left in index and one.right in index
    ]
    precision = average_precision([(likeness, one.grade <= 1.5) for likeness, one in scored])
    row("  average precision of anchors across languages", precision)
    right = sum(1 for _, one in scored if (one.left, one.right) in links and one.grade <= 1.5)
    wrong = sum(1 for _, one in scored if (one.left, one.right) in links and one.grade >= 3)
    row("  links across languages: right, wrong, of", right, wrong, sum(one.grade <= 1.5 for _, one in scored))
    strongest = sorted(scored, key=lambda one: -one[0])
    for likeness, one in [found for found in strongest if found[1].grade >= 3][:errors]:
        row(f"    high: {likeness:.2f} graded {one.grade:.1f} {one.languages}: {_said(across, index, one)}")
    for likeness, one in [found for found in reversed(strongest) if found[1].grade <= 1.5][:errors]:
        row(f"    low: {likeness:.2f} graded {one.grade:.1f} {one.languages}: {_said(across, index, one)}")
    return at_least("languages-dev, across languages, average precision", precision, 0.8)


def _said(across: Across, index: dict[str, int], one: Graded) -> str:
    return ", ".join(word for word, _ in across.named_parts(index[one.left], index[one.right])[:6]) or "nothing shared"


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.group", description=__doc__.splitlines()[0])
    parser.add_argument("--suite", default="stories,languages,events,news,curves,copies,growth")
    parser.add_argument("--copies", type=int, default=100_000, help="made texts, and the end of the growth table")
    parser.add_argument("--news", type=int, default=10_000, help="real articles, at the most")
    parser.add_argument("--errors", type=int, default=10, help="errors shown of each set")
    given = parser.parse_args()
    if not all_here():
        print("the real texts (shared/data/) are not here")
        return
    wanted = given.suite.split(",")
    suites: dict[str, Callable[[], list[Target]]] = {
        "stories": lambda: suite_stories(given.errors),
        "languages": lambda: suite_languages(given.errors),
        "events": lambda: suite_events(given.errors),
        "news": lambda: suite_news(given.errors, given.news),
        "curves": suite_curves,
        "copies": lambda: suite_copies(given.copies, given.errors, growing="growth" in wanted),
    }
    if unknown := set(wanted) - {*suites, "growth"}:
        parser.error(f"no such suite: {', '.join(sorted(unknown))}")
    targets: list[Target] = []
    started = time.monotonic()
    for name, suite in suites.items():
        if name in wanted or (name == "copies" and "growth" in wanted):
            targets += suite()
            row(f"({time.monotonic() - started:,.0f} seconds since the start)\n")
    print("\n".join(table_of(targets)))


if __name__ == "__main__":
    main()
