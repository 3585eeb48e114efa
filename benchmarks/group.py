"""How well articles are grouped, and what it costs, with the settings that are shipped; other engines beside it.

python -m benchmarks.group [--suite stories,families,languages,news,copies,growth] [--copies 20000] [--errors 10]

Prints tables and the worst errors with their evidence; asserts nothing.
"""

import argparse
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from benchmarks.corpus import all_here
from benchmarks.group_scores import Score, average_precision, pairwise
from benchmarks.group_sets import Graded, as_article, grams, languages, made, plain, stories
from benchmarks.runs import run
from benchmarks.unpack import scraped_articles
from sitegen.config import Grouping
from sitegen.group import Evidence, make_anchors, weigh
from sitegen.group.across import Across
from sitegen.group.links import Fingerprinted
from sitegen.group.prints import whole_text
from sitegen.model import Article, Link

_COPIED = 0.3
"""Containment in runs of five words that makes a pair one that must be linked."""
_NEWS_COPIED = 0.5


def _stories_of(evidence: Evidence) -> dict[str, int]:
    return {member: at for at, group in enumerate(evidence.groups) for member in group}


def _row(name: str, *figures: object) -> None:
    print(f"  {name:44}", "  ".join(f"{one:.3f}" if isinstance(one, float) else f"{one}" for one in figures))


def suite_stories(errors: int) -> None:
    """Stories among all articles, and families among those that have a story."""
    articles, labels, texts = stories()
    start = time.process_time()
    evidence = weigh(articles, Grouping())
    cpu = time.process_time() - start
    found = _stories_of(evidence)
    print(f"stories: {len(labels)} labelled of {len(articles)} articles (precision, recall, F1)")
    score = pairwise(found, labels)
    _row(f"sitegen, shipped default ({cpu:.1f} s)", score.precision, score.recall, score.f1)
    for name, other in _tf_idf(articles, texts):
        best = pairwise(other, labels)
        _row(name, best.precision, best.recall, best.f1)
    _mixed(evidence, labels, texts, errors)
    suite_families(evidence, labels, texts, errors)


def _tf_idf(articles: Sequence[Article], texts: dict[str, str]) -> Iterable[tuple[str, dict[str, int]]]:
    """scikit-learn's TF-IDF with average link, at the thresholds that fit this very set."""
    try:
        from sklearn.cluster import AgglomerativeClustering  # type: ignore[import-not-found]
        from sklearn.feature_extraction.text import TfidfVectorizer  # type: ignore[import-not-found]
    except ImportError:
        _row("scikit-learn", "not here")
        return
    vectors = TfidfVectorizer().fit_transform([texts[one.id] for one in articles])
    distance = (1 - (vectors @ vectors.T).toarray()).clip(min=0)
    for least in (0.18, 0.22, 0.26, 0.30):
        clusters = AgglomerativeClustering(
            n_clusters=None, metric="precomputed", linkage="average", distance_threshold=1 - least
        ).fit_predict(distance)
        yield (
            f"TF-IDF, average link, {least:.2f}",
            {one.id: int(at) for one, at in zip(articles, clusters, strict=True)},
        )


def _mixed(evidence: Evidence, labels: dict[str, int], texts: dict[str, str], errors: int) -> None:
    """The groups that cost most pairs: stories mixed, stories split."""
    mixed: list[tuple[int, str]] = []
    for group in evidence.groups:
        inside = Counter(labels[one] for one in group if one in labels)
        for (one, count), (other, second) in combinations(sorted(inside.items()), 2):
            heads = [next(texts[a] for a in sorted(group) if labels.get(a) == story)[:60] for story in (one, other)]
            mixed.append((count * second, f"{one} ({count}) with {other} ({second}): {heads}"))
    found = _stories_of(evidence)
    for story in sorted(set(labels.values())):
        parts = Counter(found[one] for one in labels if labels[one] == story)
        lost = sum(one * other for one, other in combinations(parts.values(), 2))
        if lost:
            mixed.append((lost, f"{story} split into {sorted(parts.values(), reverse=True)}"))
    for pairs, told in sorted(mixed, reverse=True)[:errors]:
        print(f"    {pairs} pairs: {' '.join(told.split())}")


def suite_families(evidence: Evidence, labels: dict[str, int], texts: dict[str, str], errors: int) -> None:
    """Links by text among labelled articles: are they of one story, and is every copy found?"""
    runs = {one: grams(texts[one]) for one in labels}
    wanted = {
        (left, right)
        for left, right in combinations(sorted(labels), 2)
        if _containment(runs[left], runs[right]) >= _COPIED
    }
    linked = {
        (link.left, link.right): link for link in evidence.found.links if link.left in labels and link.right in labels
    }
    wrong = [link for pair, link in linked.items() if labels[pair[0]] != labels[pair[1]]]
    print(f"families: {len(linked)} links by text, {len(wanted)} pairs with containment {_COPIED} (precision, recall)")
    plain_right = sum(1 for left, right in wanted if labels[left] == labels[right])
    _row("sitegen", 1 - len(wrong) / max(1, len(linked)), len(wanted & linked.keys()) / max(1, len(wanted)))
    _row("containment of exact runs of five", plain_right / max(1, len(wanted)), 1.0)
    _links(wrong, errors)
    for left, right in sorted(wanted - linked.keys())[:errors]:
        print(f"    missed: {texts[left][:60]!r} | {texts[right][:60]!r}")


def _containment(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))


def _links(links: Sequence[Link], errors: int) -> None:
    for link in sorted(links, key=lambda link: -link.strength)[:errors]:
        shown = "; ".join(" ".join(one.text.split())[:60] for one in link.evidence[:3])
        print(f"    wrong: {link.left} {link.right} {link.kind} {link.strength:.2f} {link.reason[:60]}: {shown}")


def suite_languages(errors: int) -> None:
    """Graded pairs: false links in one language, and how well anchors rank those in two."""
    articles, pairs = languages()
    evidence = weigh(articles, Grouping())
    links = {(link.left, link.right): link for link in evidence.links}
    known = {article.id: article for article in articles}
    same = [one for one in pairs if one.same_language and one.left in known and one.right in known]
    print("languages: pairs graded 1.5 and less against 3 and more")
    for kinds, told in ((("passages", "quotations"), "by text"), (("likeness",), "by likeness")):
        hits = [links.get((one.left, one.right)) for one in same]
        right = sum(1 for one, hit in zip(same, hits, strict=True) if hit and hit.kind in kinds and one.grade <= 1.5)
        wrong = [hit for one, hit in zip(same, hits, strict=True) if hit and hit.kind in kinds and one.grade >= 3]
        _row(f"links in one language {told}: right, wrong", right, len(wrong))
        _links(wrong, errors)
    _row(
        "of pairs in one language: same, different", sum(o.grade <= 1.5 for o in same), sum(o.grade >= 3 for o in same)
    )
    _across(articles, [one for one in pairs if not one.same_language], links, errors)


def _across(
    articles: Sequence[Article], pairs: Sequence[Graded], links: dict[tuple[str, str], Link], errors: int
) -> None:
    index = {article.id: at for at, article in enumerate(articles)}
    across = Across(make_anchors(articles), lambda at: whole_text(articles[at]))
    scored = [
        (across.weighed(index[one.left], index[one.right]).likeness, one)
        for one in pairs
        if (one.grade <= 1.5 or one.grade >= 3) and one.left in index and one.right in index
    ]
    _row("average precision of anchors across languages", average_precision([(s, o.grade <= 1.5) for s, o in scored]))
    right = sum(1 for _, one in scored if (one.left, one.right) in links and one.grade <= 1.5)
    wrong = sum(1 for _, one in scored if (one.left, one.right) in links and one.grade >= 3)
    _row("links across languages: right, wrong, of", right, wrong, sum(one.grade <= 1.5 for _, one in scored))
    false = [found for found in sorted(scored, key=lambda one: -one[0]) if found[1].grade >= 3]
    for likeness, one in false[:errors]:
        said = ", ".join(word for word, _ in across.said(index[one.left], index[one.right])[:6])
        print(f"    high: {likeness:.2f} graded {one.grade:.1f} {one.languages}: {said}")


def suite_news(errors: int, first: int) -> None:
    """Copies between outlets in real articles, against an exact join of runs of five words."""
    scraped = list(scraped_articles())[:first]
    articles, texts, outlet = [], {}, {}
    for one in scraped:
        article = as_article(f"n{one.id}", one.text)
        if article:
            articles.append(article)
            texts[article.id], outlet[article.id] = one.text, one.outlet
    evidence = weigh(_with_sources(articles, outlet), Grouping())
    wanted = {pair for pair in _joined(texts) if outlet[pair[0]] != outlet[pair[1]]}
    linked = {(link.left, link.right): link for link in evidence.found.links if outlet[link.left] != outlet[link.right]}
    print(f"news: {len(articles)} articles, {len(wanted)} pairs of two outlets with containment {_NEWS_COPIED}")
    _row("recall of sitegen", len(wanted & linked.keys()) / max(1, len(wanted)))
    extra = [linked[pair] for pair in sorted(linked.keys() - wanted)]
    _row("links besides", len(extra))
    for link in sorted(extra, key=lambda link: link.strength)[:errors]:
        shown = " ".join(link.evidence[0].text.split())[:80] if link.evidence else ""
        print(f"    besides: {link.left} {link.right} {link.reason}: {shown}")
    for left, right in sorted(wanted - linked.keys())[:errors]:
        print(f"    missed: {left} {texts[left][:60]!r} | {right} {texts[right][:60]!r}")


def _with_sources(articles: Iterable[Article], outlet: dict[str, str]) -> list[Article]:
    from dataclasses import replace

    return [replace(article, source=outlet[article.id]) for article in articles]


def _joined(texts: dict[str, str]) -> set[tuple[str, str]]:
    """Pairs whose runs of five words stand in each other to half, exactly."""
    runs = {name: grams(text) for name, text in texts.items()}
    holders: dict[tuple[str, ...], list[str]] = {}
    for name in sorted(runs):
        for run_ in runs[name]:
            holders.setdefault(run_, []).append(name)
    shared: Counter[tuple[str, str]] = Counter()
    for names in holders.values():
        if 1 < len(names) <= 60:
            shared.update(combinations(names, 2))
    return {
        (left, right)
        for (left, right), count in shared.items()
        if count >= _NEWS_COPIED * max(1, min(len(runs[left]), len(runs[right])))
    }


def suite_copies(count: int) -> None:
    """Made copies, each engine in a process of its own."""
    print(f"copies: {count:,} made texts, three in ten copied (articles a CPU second, MiB, recall by kind)")
    for engine in ("sitegen", "rensa", *(("datasketch",) if count <= 10_000 else ())):
        try:
            said = run("group_copies", engine, str(count)).said
        except Exception:
            _row(engine, "not here")
            continue
        recall = said["recall"]
        assert isinstance(recall, dict)
        kinds = ", ".join(f"{kind} {share:.3f}" for kind, share in recall.items())
        _row(f"{engine}: candidates", f"{count / float(said['cpu']):,.0f}", f"{said['mib']:.0f}", kinds)
        if "all" in said:
            _row("  with verification, likeness and families", f"{count / float(said['all']):,.0f}")
            _row("  impure families", float(said["impure"]))


def suite_growth(most: int) -> None:
    """Time of twice as many texts, against time of so many."""
    print("growth: CPU seconds of candidates, and of everything")
    before: tuple[float, float] | None = None
    count = 1_250
    while count <= most:
        articles = [plain(one) for one in made(count)]
        parts: list[float] = []
        for work in (_candidates, _everything):
            start = time.process_time()
            work(articles)
            parts.append(time.process_time() - start)
        ratios = [f"{now / then:.2f} x" for now, then in zip(parts, before, strict=True)] if before else []
        _row(f"{count:,}", *parts, *ratios)
        before = (parts[0], parts[1])
        count *= 2


def _candidates(articles: Sequence[Article]) -> None:
    Fingerprinted(articles, Grouping())


def _everything(articles: Sequence[Article]) -> None:
    weigh(articles, Grouping())


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.group", description=__doc__.splitlines()[0])
    parser.add_argument("--suite", default="stories,languages,news,copies,growth")
    parser.add_argument("--copies", type=int, default=20_000, help="made texts; 100,000 take some minutes")
    parser.add_argument("--growth", type=int, default=10_000, help="made texts at the end of the growth table")
    parser.add_argument("--news", type=int, default=10_000, help="real articles")
    parser.add_argument("--errors", type=int, default=10, help="errors shown of each set")
    given = parser.parse_args()
    if not all_here():
        print("the real texts (shared/data/) are not here")
        return
    suites: dict[str, Callable[[], None]] = {
        "stories": lambda: suite_stories(given.errors),
        "languages": lambda: suite_languages(given.errors),
        "news": lambda: suite_news(given.errors, given.news),
        "copies": lambda: suite_copies(given.copies),
        "growth": lambda: suite_growth(given.growth),
    }
    for name in given.suite.split(","):
        suites[name]()
        print(flush=True)


__all__ = ["Score", "main"]

if __name__ == "__main__":
    main()
