"""What the home page puts before its list of stories: findings that lead, stories most changed, languages, outlets."""

from collections.abc import Iterator, Sequence

from sitegen.model import ArticleSummary, ChangeKind, StorySummary
from sitegen.views.addresses import href
from sitegen.views.common import Site, in_language, source_link, source_name
from sitegen.views.front.titles import languages_held
from sitegen.views.pages import CountedLink, FrontFinding, FrontParts, TextLink

_MOST_FINDINGS = 4
_MOST_CHANGED = 5
_MOST_OUTLETS = 10
"""That the home page names; all are a link away."""
_TELLING: tuple[ChangeKind, ...] = (
    "negation",
    "role",
    "figure",
    "attribution",
    "quotation",
    "date",
    "name",
    "hedge",
    "correction",
)
"""Kinds of consequence, in the order in which the key of a comparison names them."""


def front_parts(site: Site, stories: Sequence[StorySummary]) -> FrontParts:
    """All of them; a part with nothing to choose from is empty."""
    changed = sorted((story for story in stories if story.changes), key=lambda story: (-story.changes, story.id))
    languages, outlets = languages_held(site, stories), _outlets(site, stories)
    return FrontParts(
        findings=tuple(_findings(site, stories))[:_MOST_FINDINGS],
        most_changed=tuple(
            CountedLink(link=_story_link(site, story), count=story.changes) for story in changed[:_MOST_CHANGED]
        )
        if len(changed) > 1
        else (),
        languages=languages if len(languages) > 1 else (),
        outlets=outlets[:_MOST_OUTLETS],
    )


def _findings(site: Site, stories: Sequence[StorySummary]) -> Iterator[FrontFinding]:
    """Of each story the copy with the most telling change; the most telling first, then the newest."""
    leading = [copy for story in stories if (copy := _most_telling(site, story))]
    leading.sort(key=lambda copy: copy[0].published.order if copy[0].published else ("", ""), reverse=True)
    for article, story in sorted(leading, key=lambda copy: _rank(copy[0])):
        compared_with = next(member for member in story.articles if member.id == article.against)
        yield FrontFinding(
            copy=TextLink(
                label=source_name(site, site.sources[article.source]), href=href(site.frame.root, article.comparison)
            ),
            against=source_name(site, site.sources[compared_with.source]),
            sentence=article.lead,
            story=_story_link(site, story),
        )


def _most_telling(site: Site, story: StorySummary) -> tuple[ArticleSummary, StorySummary] | None:
    """Its copy with the most telling change, where the outlets of both are known and not the same."""
    sources = {article.id: article.source for article in story.articles}
    copies = [
        article
        for article in story.articles
        if article.kinds
        and article.lead
        and article.comparison
        and article.source in site.sources
        and sources.get(article.against, "") in site.sources
        and sources[article.against] != article.source
    ]
    return (min(copies, key=lambda article: (_rank(article), article.id)), story) if copies else None


def _rank(article: ArticleSummary) -> int:
    return min(_TELLING.index(kind) if kind in _TELLING else len(_TELLING) for kind in article.kinds)


def _story_link(site: Site, story: StorySummary) -> TextLink:
    label = in_language(story.title, site.editor_language, site.frame.language)
    return TextLink(label=label, href=href(site.frame.root, story.url))


def _outlets(site: Site, stories: Sequence[StorySummary]) -> tuple[CountedLink, ...]:
    """Declared sources, those of most articles first."""
    counts: dict[str, int] = {}
    for story in stories:
        for article in story.articles:
            if article.source in site.sources:
                counts[article.source] = counts.get(article.source, 0) + 1
    return tuple(
        CountedLink(link=source_link(site, site.sources[source]), count=counts[source])
        for source in sorted(counts, key=lambda source: (-counts[source], source))
    )
