"""Lays out the versions of one copy in the order of time. Which articles are versions is told by `version_of`."""

from collections.abc import Mapping

from sitegen.frozen import dataclass
from sitegen.model import Article, Comparison
from sitegen.text.catalogues import marked
from sitegen.text.languages import long_date
from sitegen.views.addresses import comparison_path, href
from sitegen.views.common import Site, article_link, in_language, source_name
from sitegen.views.pages import History, Text, VersionLine
from sitegen.views.summary import Summary

_PUBLISHED, _UPDATED = marked("published {date}"), marked("updated {date}")
_CAPTURED = marked("captured {date}")
_SAID_CHARACTERS = 300
"""Of what led from one version to the next; its comparison has the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """The comparisons of a story and each in words, by the ids of its two sides."""

    story: str
    comparisons: tuple[Comparison, ...]
    summaries: Mapping[tuple[str, str], Summary]


def histories_of(site: Site, articles: Mapping[str, Article], compared: Versions) -> dict[str, History]:
    """The history of each article that has versions, by its id; versions of one copy share one."""
    found: dict[str, History] = {}
    for versions in version_groups(articles):
        history = _history(site, versions, compared)
        found.update((version.id, history) for version in versions)
    return found


def version_groups(articles: Mapping[str, Article]) -> tuple[tuple[Article, ...], ...]:
    """Articles that are versions of one copy, each group in the order of time."""
    group_of = {one: frozenset((one,)) for one in articles}
    for article in articles.values():
        if article.version_of in articles and article.version_of != article.id:
            joined = group_of[article.id] | group_of[article.version_of]
            group_of.update(dict.fromkeys(joined, joined))
    groups = sorted({group for group in group_of.values() if len(group) > 1}, key=min)
    return tuple(_in_time([articles[copy] for copy in sorted(group)]) for group in groups)


def version_numbers(articles: Mapping[str, Article]) -> dict[str, int]:
    """Which version of its copy an article is, from 1; nothing of articles that were seen once."""
    return {version.id: number for group in version_groups(articles) for number, version in enumerate(group, start=1)}


def _in_time(versions: list[Article]) -> tuple[Article, ...]:
    """By when they were seen; where that is not known of each, by what each is a version of."""
    if all(version.state[0] == 0 for version in versions):
        return tuple(sorted(versions, key=lambda version: version.state))
    by_id = {version.id: version for version in versions}
    return tuple(sorted(versions, key=lambda version: (_depth(version, by_id), version.state)))


def _depth(article: Article, versions: Mapping[str, Article]) -> int:
    """How many versions its keeper says came before; a circle ends where it closes."""
    seen: set[str] = set()
    at: Article | None = article
    while at and at.id not in seen:
        seen.add(at.id)
        at = versions.get(at.version_of)
    return len(seen)


def _history(site: Site, versions: tuple[Article, ...], compared: Versions) -> History:
    name = source_name(site, site.source_of(versions[0])) if versions[0].source else Text(text="")
    earlier = ("", *(version.id for version in versions[:-1]))
    return History(
        outlet=name,
        versions=tuple(_line(site, one, before, compared) for before, one in zip(earlier, versions, strict=True)),
    )


def _line(site: Site, article: Article, before: str, compared: Versions) -> VersionLine:
    pairs = {(comparison.left, comparison.right) for comparison in compared.comparisons}
    pair = next((pair for pair in ((before, article.id), (article.id, before)) if pair in pairs), None)
    title = in_language(article.title, article.language, site.frame.language)
    # The summary of a pair reads from its left to its right, so turned round it would say the opposite.
    forth = pair is not None and pair[0] == before
    return VersionLine(
        id=article.id,
        article=article_link(site, article, label=title),
        when=_seen(site, article),
        said=compared.summaries[pair].within(_SAID_CHARACTERS) if pair and forth else "",
        compare=href(site.frame.root, comparison_path(compared.story, *pair)) if pair else "",
    )


def _seen(site: Site, article: Article) -> str:
    """Every moment that is known of a version, in words."""
    moments = ((_PUBLISHED, article.published), (_UPDATED, article.updated), (_CAPTURED, article.captured))
    known = [
        site.catalogue.gettext(message, date=long_date(moment, site.frame.language))
        for message, moment in moments
        if moment
    ]
    return " · ".join(known) or site.catalogue.gettext("date not known")
