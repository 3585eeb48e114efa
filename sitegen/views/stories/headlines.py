"""The headlines of a story laid out: equal ones together, the words in which one differs from the base's marked."""

from sitegen.model import Article
from sitegen.text.languages import direction
from sitegen.views.addresses import article_path, href
from sitegen.views.common import Site, short_name
from sitegen.views.headline import headline_runs
from sitegen.views.pages import NameList, Run, StoryHeadline, TextLink
from sitegen.views.story_reading import StoryReading

MOST = 16
"""Headlines that a page lists, those of most articles first; the data has all."""
_NAMED = 5


def headlines(site: Site, reading: StoryReading) -> tuple[tuple[StoryHeadline, ...], int]:
    """The headlines, the base's first, then those of most articles; and how many more there are."""
    base = reading.articles[reading.story.base]
    groups: dict[tuple[str, str], list[Article]] = {}
    for article in sorted(reading.articles.values(), key=lambda article: article.chronology):
        if article.headline:
            groups.setdefault((article.headline, article.language), []).append(article)
    ordered = sorted(groups.values(), key=lambda group: (base not in group, -len(group)))
    return tuple(_headline(site, reading, base, group) for group in ordered[:MOST]), max(0, len(ordered) - MOST)


def _headline(site: Site, reading: StoryReading, base: Article, group: list[Article]) -> StoryHeadline:
    article, tag = group[0], group[0].language
    foreign = tag != site.frame.language
    return StoryHeadline(
        runs=_runs(site, reading, base, group),
        lang=tag if foreign and tag != "und" else "",
        dir=("auto" if tag == "und" else direction(tag)) if foreign else "",
        copies=NameList(
            links=tuple(
                TextLink(label=short_name(site, member), href=href(site.frame.root, article_path(member.id)))
                for member in group[:_NAMED]
            ),
            more=max(0, len(group) - _NAMED),
        ),
        is_base=base in group and article.language == base.language,
    )


def _runs(site: Site, reading: StoryReading, base: Article, group: list[Article]) -> tuple[Run, ...]:
    """The headline, marked against the base's where one of the articles was compared with it."""
    for article in group:
        comparison = reading.by_pair.get((base.id, article.id))
        if comparison and comparison.headline and comparison.headline.left and comparison.headline.right:
            return headline_runs(comparison.headline, site.catalogue)[1]
    return (Run(text=group[0].headline, mark=""),)
