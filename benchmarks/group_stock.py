"""Stock text planted into real articles: which of those that carry it are taken for copies of one text?

python -m benchmarks.group_stock [--seed 2] [--articles 1200] [--days as printed|one week|none]

Paragraphs of articles that are left out are printed under, between and inside the paragraphs of two to nine others, of
one outlet or of many. What is counted are pairs that carry one paragraph and that were not together without it.
"""

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from benchmarks.corpus import all_here
from benchmarks.group_events import dated
from benchmarks.group_told import row
from benchmarks.unpack import Scraped, scraped_articles
from sitegen.config import Grouping
from sitegen.group import Evidence, weigh

PLACES = ("tail", "between", "inside")
_OUTLETS, _FEWEST = 12, 40
"""Outlets that are taken, and articles that each has at the least."""
_WORDS = range(25, 91)
"""Words of a paragraph that is planted."""
DAYS: Mapping[str, Callable[[Scraped], str]] = {
    "as printed": lambda article: article.date,
    "one week": lambda article: f"2019-03-{1 + sum(article.id.encode()) % 5:02}",
    "none": lambda _: "",
}


@dataclass(frozen=True, slots=True)
class Planted:
    """Articles that carry one paragraph."""

    kind: str
    """Of one outlet or of many, where it stands, and how many carry it."""
    carriers: tuple[str, ...]
    """Ids in the archive, sorted."""


def planted(
    articles: Sequence[Scraped], stock: Sequence[str], rng: random.Random
) -> tuple[list[Scraped], list[Planted]]:
    """The articles with paragraphs of `stock` in them, and where those are."""
    paragraphs = iter(stock)
    texts = {article.id: article.text for article in articles}
    members: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        members[article.outlet].append(article.id)
    carried = []
    for kind, carriers, place in _plans(members, rng):
        paragraph = next(paragraphs)
        for carrier in carriers:
            texts[carrier] = _with_paragraph(texts[carrier], paragraph, place, rng)
        carried.append(Planted(kind, tuple(sorted(f"n{carrier}" for carrier in carriers))))
    return [replace(article, text=texts[article.id]) for article in articles], carried


def _plans(members: Mapping[str, Sequence[str]], rng: random.Random) -> Iterator[tuple[str, Sequence[str], str]]:
    outlets = sorted(members)
    for place in PLACES:
        for count in (2, 3, 6):
            for outlet in outlets:
                yield f"one outlet, {place}, {count}", rng.sample(members[outlet], count), place
        for count in (2, 3, 5, 9):
            for _ in range(3):
                carriers = [rng.choice(members[outlet]) for outlet in rng.sample(outlets, count)]
                yield f"many outlets, {place}, {count}", carriers, place


def _with_paragraph(text: str, paragraph: str, place: str, rng: random.Random) -> str:
    paragraphs = [own for own in text.split("\n") if own.strip()]
    if place == "tail":
        return "\n".join([*paragraphs, paragraph])
    chosen = rng.randrange(len(paragraphs))
    if place == "between":
        return "\n".join([*paragraphs[: chosen + 1], paragraph, *paragraphs[chosen + 1 :]])
    first, mark, rest = paragraphs[chosen].partition(". ")
    paragraphs[chosen] = f"{first}{mark or ' '}{paragraph} {rest}".rstrip()
    return "\n".join(paragraphs)


def chosen_articles(count: int, rng: random.Random) -> tuple[list[Scraped], list[str]]:
    """Articles of a few outlets, and paragraphs of others of theirs, without quotation marks."""
    of_outlet: dict[str, list[Scraped]] = defaultdict(list)
    for article in scraped_articles():
        of_outlet[article.outlet].append(article)
    large = sorted(outlet for outlet, articles in of_outlet.items() if len(articles) >= _FEWEST)
    chosen: list[Scraped] = []
    stock: list[str] = []
    for outlet in rng.sample(large, _OUTLETS):
        articles = rng.sample(of_outlet[outlet], len(of_outlet[outlet]))
        chosen += articles[: count // _OUTLETS]
        for article in articles[count // _OUTLETS :]:
            stock += [
                own for own in article.text.split("\n") if len(own.split()) in _WORDS and not set(own) & set('“"')
            ]
    return chosen, rng.sample(stock, len(stock))


def _grouped(articles: Sequence[Scraped], day: Callable[[Scraped], str]) -> Evidence:
    read = (dated(replace(article, date=day(article))) for article in articles)
    return weigh([article for article in read if article], Grouping())


def _together(evidence: Evidence) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """The number of the family and of the story of each article."""
    families = {member: place for place, family in enumerate(evidence.families.groups) for member in family}
    return families, {member: place for place, story in enumerate(evidence.groups) for member in story}


def compare(seed: int, count: int, days: str) -> None:
    """Prints a line for each kind, and one for all."""
    rng = random.Random(seed)
    articles, stock = chosen_articles(count, rng)
    carrying, carried = planted(articles, stock, rng)
    families, stories = _together(_grouped(articles, DAYS[days]))
    families_with, stories_with = _together(_grouped(carrying, DAYS[days]))
    pairs, in_family, in_story = Counter[str](), Counter[str](), Counter[str]()
    for plan in carried:
        for left, right in combinations(plan.carriers, 2):
            if left in families and right in families and families[left] != families[right]:
                pairs[plan.kind] += 1
                in_family[plan.kind] += families_with[left] == families_with[right]
                in_story[plan.kind] += stories[left] != stories[right] and stories_with[left] == stories_with[right]
    row(f"stock text, {len(families):,} articles, days {days} (pairs, in one family, in one story)")
    for kind in sorted(pairs):
        if in_family[kind] or in_story[kind]:
            row(f"  {kind}", pairs[kind], in_family[kind], in_story[kind])
    row("  all", sum(pairs.values()), sum(in_family.values()), sum(in_story.values()))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.group_stock", description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=2)
    parser.add_argument("--articles", type=int, default=1_200)
    parser.add_argument("--days", choices=DAYS, default="one week")
    given = parser.parse_args()
    if not all_here():
        print("the real texts (shared/data/) are not here")
        return
    compare(given.seed, given.articles, given.days)


if __name__ == "__main__":
    main()
