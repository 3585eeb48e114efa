"""Lays out the outlets: what each takes, keeps and credits, from story summaries alone."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from statistics import median

from sitegen.model import COPIED, UNKNOWN_SOURCE, ArticleSummary, Source, StorySummary
from sitegen.text.catalogues import counted
from sitegen.text.languages import long_date, territory_name
from sitegen.views.addresses import href, source_path
from sitegen.views.common import (
    KEPT_AT_THE_MEDIAN,
    Site,
    counted_figure,
    figure,
    in_language,
    language_label,
    make_head,
    number_of,
    share_of_words,
    source_link,
    source_name,
)
from sitegen.views.descent import part_in_brief
from sitegen.views.names import inferred_name
from sitegen.views.pages import (
    FactLine,
    Figure,
    Page,
    SourceArticle,
    SourceLine,
    SourcesView,
    SourceView,
    Text,
    TextLink,
    YearPart,
)
from sitegen.views.planned import Planned
from sitegen.views.site import from_known_outlets, year_id, year_of
from sitegen.views.words import IN_ANOTHER_LANGUAGE, RELATIONS, SOURCE_KINDS

_HELD = counted("article held", "articles held")

Held = Mapping[str, Sequence[tuple[ArticleSummary, StorySummary]]]
"""By source id: its articles with their stories."""


def by_source(stories: Iterable[StorySummary]) -> Held:
    """Who holds which articles."""
    held: dict[str, list[tuple[ArticleSummary, StorySummary]]] = {}
    for story in stories:
        for article in story.articles:
            held.setdefault(article.source, []).append((article, story))
    return held


def source_pages(site: Site, stories: Sequence[StorySummary]) -> tuple[Planned, ...]:
    """The list of sources, and a page for each: the declared ones, and one for articles without a source."""
    held = by_source(stories)
    shown = [*site.sources.values(), *([UNKNOWN_SOURCE] if "" in held else [])]
    shown.sort(key=lambda source: (source.id == "", source.name.casefold(), source.id))
    names = {article.id: article.source for story in stories for article in story.articles}
    pages = [
        Planned(
            url=source_path(source.id),
            # A copy stands in the story of what it was taken from.
            stories=list({story.id: story for _, story in held.get(source.id, ())}.values()),
            make=partial(_source, site, source, held.get(source.id, ()), names),
        )
        for source in shown
    ]
    return (Planned(url="sources/", stories=stories, make=partial(_sources, site, shown, held, names)), *pages)


def _sources(site: Site, shown: Sequence[Source], held: Held, names: Mapping[str, str]) -> Page:
    lede = site.catalogue.gettext(
        "Who published what, how much of it was taken from others, and how often they said so."
    )
    view = SourcesView(
        head=make_head(site, site.catalogue.gettext("Sources"), lede, "sources/", current="sources"),
        lede=lede,
        sources=tuple(_line(site, source, held.get(source.id, ()), names) for source in shown),
    )
    return Page(url="sources/", template="sources.html", view=view)


def _kind(site: Site, source: Source) -> str:
    """What kind of outlet it is, in words; empty where nobody declared it."""
    return site.catalogue.gettext(SOURCE_KINDS[source.kind]) if SOURCE_KINDS[source.kind] else ""


def _taken(held: Sequence[tuple[ArticleSummary, StorySummary]]) -> list[ArticleSummary]:
    return [article for article, _ in held if article.parent and article.relation != "version"]


def _line(
    site: Site, source: Source, held: Sequence[tuple[ArticleSummary, StorySummary]], names: Mapping[str, str]
) -> SourceLine:
    taken = _taken(held)
    others = from_known_outlets(taken, names)
    credited = sum(1 for article in others if article.credits_parent)
    return SourceLine(
        name=source_link(site, source),
        kind=_kind(site, source) or "–",
        language=language_label(site, source.language) if source.language else "–",
        articles=len(held),
        copied=number_of(site.catalogue, len(taken), len(held)) if held else "–",
        credited=number_of(site.catalogue, credited, len(others)) if others else "–",
    )


def _source(
    site: Site, source: Source, held: Sequence[tuple[ArticleSummary, StorySummary]], names: Mapping[str, str]
) -> Page:
    path = source_path(source.id)
    lede, name = _habits(site, source, held, names), source_name(site, source).text
    years = sorted({year_of(article) for article, _ in held}, reverse=True)
    view = SourceView(
        head=make_head(site, name, f"{name}: {lede}", path, current="sources"),
        name=source_name(site, source),
        kicker=" · ".join(
            filter(
                None,
                (
                    _kind(site, source),
                    territory_name(source.country, site.frame.language) if source.country not in ("", "ZZ") else "",
                    language_label(site, source.language) if source.language else "",
                ),
            )
        ),
        lede=lede,
        figures=_figures(site, held, names),
        facts=(
            FactLine(
                label=site.catalogue.gettext("Home"),
                values=(TextLink(label=Text(text=source.home), href=source.home),),
                inferred=False,
            ),
        )
        if source.home
        else (),
        notes=source.notes,
        years=tuple(
            YearPart(
                id=year_id(year),
                label=year or site.catalogue.gettext("Undated"),
                articles=tuple(
                    _article(site, article, story, names)
                    for article, story in _newest(held)
                    if year_of(article) == year
                ),
            )
            for year in years
        ),
    )
    return Page(url=path, template="source.html", view=view)


def _newest(held: Sequence[tuple[ArticleSummary, StorySummary]]) -> list[tuple[ArticleSummary, StorySummary]]:
    ordered = sorted(held, key=lambda pair: pair[0].id)
    return sorted(ordered, key=lambda pair: pair[0].published.order if pair[0].published else ("", ""), reverse=True)


def _habits(
    site: Site, source: Source, held: Sequence[tuple[ArticleSummary, StorySummary]], names: Mapping[str, str]
) -> str:
    catalogue = site.catalogue
    if not held:
        return catalogue.gettext("No article of this source is held.")
    if not source.id:
        named = sum(1 for article, _ in held if article.outlet)
        habit = catalogue.gettext("Articles for which nobody declared a source.")
        inferred = catalogue.ngettext(
            "The outlet of {count} was inferred from the text or the page.",
            "The outlet of {count} was inferred from the text or the page.",
            named,
        )
        return f"{habit} {inferred}" if named else habit
    taken = _taken(held)
    if not taken:
        return catalogue.ngettext(
            "Its one article was not found to take text from another.",
            "None of its {count} articles was found to likely take text from another.",
            len(held),
        )
    counts: dict[str, int] = {}
    for article in taken:
        counts[names.get(article.parent, "")] = counts.get(names.get(article.parent, ""), 0) + 1
    most = min(counts, key=lambda giver: (-counts[giver], giver))
    giver = catalogue.isolated(site.sources[most].name) if most in site.sources else catalogue.gettext("others")
    others = from_known_outlets(taken, names)
    credited = sum(1 for article in others if article.credits_parent)
    silent = sum(1 for article in others if article.silent)
    if len(held) == 1:
        if credited:
            return catalogue.gettext("Its one article likely took text from {giver}, and says so.", giver=giver)
        if silent:
            return catalogue.gettext("Its one article likely took text from {giver}, and names no source.", giver=giver)
        return catalogue.gettext("Its one article likely took text from {giver}.", giver=giver)
    # Translators: {articles} is how many articles the outlet has; {giver} is an outlet.
    habit = catalogue.ngettext(
        "{count} of its {articles} articles likely took text from another, most often of {giver}",
        "{count} of its {articles} articles likely took text from others, most often of {giver}",
        len(taken),
        articles=catalogue.number(len(held)),
        giver=giver,
    )
    # Translators: of the articles that were taken, how many say from whom.
    remarks = [catalogue.ngettext("{count} says so", "{count} say so", credited)] if credited else []
    remarks += [catalogue.ngettext("{count} names no source", "{count} name no source", silent)] if silent else []
    if not remarks:
        return catalogue.gettext("{said}.", said=habit)
    # Translators: {said} is a sentence without its full stop, {told} what is said of the same articles beside.
    return catalogue.gettext("{said}; {told}.", said=habit, told=catalogue.listed(remarks))


def _figures(
    site: Site, held: Sequence[tuple[ArticleSummary, StorySummary]], names: Mapping[str, str]
) -> tuple[Figure, ...]:
    taken = _taken(held)
    others = from_known_outlets(taken, names)
    figures = [counted_figure(site, len(held), _HELD)]
    if taken:
        figures.append(
            figure(
                number_of(site.catalogue, len(taken), len(held)),
                site.catalogue.gettext("likely took text from others"),
            )
        )
    # Of the others it cannot be remarks: a part of the text is missing, or it took a part of another.
    judged = [article for article in others if article.credits_parent or article.silent]
    if judged:
        credited = sum(1 for article in judged if article.credits_parent)
        figures.append(
            figure(
                number_of(site.catalogue, credited, len(judged)),
                site.catalogue.gettext("name whom they took it from"),
            )
        )
    kept = [article.kept for article in taken if article.kept is not None]
    if kept:
        figures.append(figure(site.catalogue.percent(median(kept)), site.catalogue.gettext(KEPT_AT_THE_MEDIAN)))
    return tuple(figures)


def _foreign(article: ArticleSummary, story: StorySummary) -> bool:
    """Whether it stands alone in a language that the story's base is not in; see `in_another_language`."""
    alone = sum(one.family == article.family for one in story.articles) == 1
    spoken = {one.language.split("-")[0] for one in story.articles if one.id in (story.base, article.id)}
    return alone and len(spoken) == 2 and "und" not in spoken


def _article(site: Site, article: ArticleSummary, story: StorySummary, names: Mapping[str, str]) -> SourceArticle:
    language = site.frame.language
    alone = len(story.articles) == 1
    parent = site.sources.get(names.get(article.parent, ""))
    catalogue = site.catalogue
    standing = RELATIONS[article.relation]
    if article.relation in ("base", "related") and not article.parent:
        has_copies = sum(member.family == article.family for member in story.articles) > 1
        independent = IN_ANOTHER_LANGUAGE if _foreign(article, story) else RELATIONS["related"]
        standing = RELATIONS["base"] if has_copies else independent
    standing = catalogue.gettext(standing)
    if parent:
        name = catalogue.isolated(parent.name)
        # Translators: {relation} is "cut" or "edited"; {name} is an outlet.
        standing = (
            part_in_brief(article, name, catalogue)
            if not article.carries
            else catalogue.gettext("{relation}, copied from {name}", relation=standing, name=name)
            if article.probability >= COPIED
            else catalogue.gettext("{relation}, likely from {name}", relation=standing, name=name)
        )
    outlet = inferred_name(article.outlet, language).plain if article.outlet else ""
    return SourceArticle(
        article=TextLink(
            label=in_language(article.title, article.language, language), href=href(site.frame.root, article.url)
        ),
        story=TextLink(
            label=in_language(story.title, article.language if alone else language, language),
            href="" if alone else href(site.frame.root, story.url),
        ),
        when=long_date(article.published, language) if article.published else catalogue.gettext("date not known"),
        standing=" · ".join(filter(None, (outlet, standing if not alone else ""))),
        share="" if article.taken is None else share_of_words(catalogue, article.taken, article.words),
    )
