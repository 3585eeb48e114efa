"""Lays out the page of an outlet: whom it takes from, who takes from it, what it lacks, credits and exchanges.

From story summaries alone. What is said of an outlet is said of its articles here, and no more.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from statistics import median_low

from sitegen.model import COPIED, ArticleSummary, Source, StorySummary
from sitegen.text.catalogues import Catalogue, counted
from sitegen.text.languages import duration, long_date, territory_name
from sitegen.views.addresses import href, source_feed_path, source_path
from sitegen.views.common import (
    KEPT_BY_HALF,
    Site,
    counted_figure,
    figure,
    in_language,
    language_label,
    make_head,
    number_of,
    share_of_words,
    source_name,
)
from sitegen.views.descent import part_in_brief
from sitegen.views.names import inferred_name
from sitegen.views.outlets.drawing import draw_source
from sitegen.views.outlets.flows import (
    LISTED_FLOWS,
    credit_of,
    delays_of,
    flow_line,
    flows_of,
    kept_by_half,
    taken_from_another,
)
from sitegen.views.outlets.losses import exchanges_of, losses_of
from sitegen.views.pages import (
    FactLine,
    Figure,
    Page,
    SourceArticle,
    SourceView,
    Text,
    TextLink,
    YearPart,
)
from sitegen.views.site import from_known_outlets, year_id, year_of
from sitegen.views.words import IN_ANOTHER_LANGUAGE, RELATIONS, SHARES_A_PART, SHARES_TEXT, SOURCE_KINDS

_HELD = counted("article held", "articles held")

Held = Mapping[str, Sequence[tuple[ArticleSummary, StorySummary]]]
"""By source id: its articles with their stories."""


def source_kind(site: Site, source: Source) -> str:
    """What kind of outlet it is, in words; empty where nobody declared it."""
    return site.catalogue.gettext(SOURCE_KINDS[source.kind]) if SOURCE_KINDS[source.kind] else ""


def source_page(
    site: Site, source: Source, held: Sequence[tuple[ArticleSummary, StorySummary]], names: Mapping[str, str]
) -> Page:
    """The page. `names` holds the source of each article by its id."""
    path = source_path(source.id)
    feed = source_feed_path(source.id) if any(article.dates for article, _ in held) else ""
    lede, name = _habits(site, source, held, names), source_name(site, source).text
    years = sorted({year_of(article) for article, _ in held}, reverse=True)
    from_others = (
        from_known_outlets(taken_from_another((article for article, _ in held), names), names) if source.id else []
    )
    # Who took a part of a text has no copy of it.
    copies = [article for article in from_others if article.carries]
    ids = {article.id for article in copies}
    flows = flows_of({story.id: story for _, story in held}.values(), names) if source.id else ()
    givers = [flow for flow in flows if flow.taker == source.id]
    takers = [flow for flow in flows if flow.giver == source.id]
    view = SourceView(
        head=make_head(site, name, f"{name}: {lede}", path, current="sources", feed=feed),
        name=source_name(site, source),
        kicker=" · ".join(
            filter(
                None,
                (
                    source_kind(site, source),
                    territory_name(source.country, site.frame.language) if source.country not in ("", "ZZ") else "",
                    language_label(site, source.language) if source.language else "",
                ),
            )
        ),
        lede=lede,
        figures=_figures(site, held, names),
        drawing=draw_source(site, source.id, flows),
        givers=tuple(flow_line(site, flow) for flow in givers[:LISTED_FLOWS]),
        more_givers=max(0, len(givers) - LISTED_FLOWS),
        takers=tuple(flow_line(site, flow) for flow in takers[:LISTED_FLOWS]),
        more_takers=max(0, len(takers) - LISTED_FLOWS),
        pace=_pace(site, copies),
        losses=losses_of(site, copies),
        exchanges=exchanges_of(site, [(article, story) for article, story in held if article.id in ids]),
        facts=tuple(
            FactLine(label=label, values=(TextLink(label=Text(text=text), href=target),), inferred=False)
            for label, text, target in (
                (site.catalogue.gettext("Home"), source.home, source.home),
                (site.catalogue.gettext("Feed"), feed.rpartition("/")[2], href(site.frame.root, feed)),
            )
            if text
        ),
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


def _pace(site: Site, taken: Sequence[ArticleSummary]) -> str:
    delays = delays_of(taken)
    if not delays:
        return ""
    # Translators: {delay} is "35 minutes", {last} is "27 hours"; copies of which both hours are known.
    return site.catalogue.ngettext(
        "Of {count} copy both hours are known: it appeared {delay} after the text it was likely taken from.",
        "Of {count} copies both hours are known: at least half of them appeared within {delay} after the text they "
        "were likely taken from, the last after {last}.",
        len(delays),
        delay=duration(median_low(delays), site.frame.language),
        last=duration(max(delays), site.frame.language),
    )


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
    taken = taken_from_another((article for article, _ in held), names)
    reprinted = sum(
        1 for article, _ in held if article.relation != "version" and names.get(article.parent) == source.id
    )
    # Translators: of the articles of an outlet, beside what is said of the others.
    reprints = (
        [catalogue.ngettext("{count} prints text of its own again", "{count} print text of its own again", reprinted)]
        if reprinted
        else []
    )
    if not taken:
        habit = catalogue.ngettext(
            "Its one article was not found to take text from others",
            "None of its {count} articles was found to likely take text from others",
            len(held),
        )
        return _with_remarks(habit, reprints, catalogue)
    giver = _most_taken_from(site, taken, names)
    from_others = from_known_outlets(taken, names)
    credited = sum(1 for article in from_others if article.credits_parent)
    silent = sum(1 for article in from_others if article.silent)
    if len(held) == 1 and giver:
        if credited:
            return catalogue.gettext("Its one article likely took text from {giver}, and says so.", giver=giver)
        if silent:
            return catalogue.gettext("Its one article likely took text from {giver}, and names no source.", giver=giver)
        return catalogue.gettext("Its one article likely took text from {giver}.", giver=giver)
    articles = catalogue.number(len(held))
    habit = catalogue.ngettext(
        "{count} of its {articles} articles likely took text from another",
        "{count} of its {articles} articles likely took text from others",
        len(taken),
        articles=articles,
    )
    if giver:
        # Translators: {articles} is how many articles the outlet has; {giver} is an outlet.
        habit = catalogue.ngettext(
            "{count} of its {articles} articles likely took text from {giver}",
            "{count} of its {articles} articles likely took text from others, most often from {giver}",
            len(taken),
            articles=articles,
            giver=giver,
        )
    # Translators: of the articles that were taken, how many say from whom.
    remarks = [catalogue.ngettext("{count} says so", "{count} say so", credited)] if credited else []
    remarks += [catalogue.ngettext("{count} names no source", "{count} name no source", silent)] if silent else []
    return _with_remarks(habit, [*remarks, *reprints], catalogue)


def _most_taken_from(site: Site, taken: Sequence[ArticleSummary], names: Mapping[str, str]) -> str:
    """The outlet that most of the articles took text from; empty where it is not known, or where two are as often."""
    counts = Counter(names.get(article.parent, "") for article in taken)
    (giver, most), *second = counts.most_common(2)
    is_tie = bool(second) and second[0][1] == most
    return "" if is_tie or giver not in site.sources else site.catalogue.isolated(site.sources[giver].name)


def _with_remarks(habit: str, remarks: Sequence[str], catalogue: Catalogue) -> str:
    """A sentence about the articles of an outlet, with what is said of some of them beside."""
    if not remarks:
        return catalogue.gettext("{habit}.", habit=habit)
    # Translators: {habit} is a sentence without its full stop, {remarks} what is said of the same articles beside.
    return catalogue.gettext("{habit}; {remarks}.", habit=habit, remarks=catalogue.listed(remarks))


def _figures(
    site: Site, held: Sequence[tuple[ArticleSummary, StorySummary]], names: Mapping[str, str]
) -> tuple[Figure, ...]:
    taken = taken_from_another((article for article, _ in held), names)
    from_others = from_known_outlets(taken, names)
    figures = [counted_figure(site, len(held), _HELD)]
    if taken:
        figures.append(
            figure(
                number_of(site.catalogue, len(taken), len(held)),
                site.catalogue.gettext("likely took text from others"),
            )
        )
    if credit := credit_of(from_others):
        figures.append(
            figure(number_of(site.catalogue, *credit), site.catalogue.gettext("name whom they took it from"))
        )
    kept = kept_by_half(article for article in from_others if article.carries)
    if kept is not None:
        figures.append(figure(site.catalogue.percent(kept), site.catalogue.gettext(KEPT_BY_HALF)))
    return tuple(figures)


def _foreign(article: ArticleSummary, story: StorySummary) -> bool:
    """Whether it stands alone in a language that the story's base is not in; see `in_another_language`."""
    alone = sum(member.family == article.family for member in story.articles) == 1
    spoken = {member.language.split("-")[0] for member in story.articles if member.id in (story.base, article.id)}
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
    elif not article.parent:
        # Which of two came first is not known: `rewritten` would say that it was the other.
        standing = SHARES_TEXT if article.carries else SHARES_A_PART
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
            label=in_language(story.title, article.language if alone else site.editor_language, language),
            href="" if alone else href(site.frame.root, story.url),
        ),
        when=long_date(article.published, language) if article.published else catalogue.gettext("date not known"),
        standing=" · ".join(filter(None, (outlet, standing if not alone else ""))),
        share="" if article.taken is None else share_of_words(catalogue, article.taken, article.taken_of),
    )
