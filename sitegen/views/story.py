"""Lays out a story: the answer in a sentence, figures, copies and their anatomy, headlines, matrix, evidence."""

from collections.abc import Iterator, Mapping, Sequence
from statistics import median

from sitegen.model import CONSEQUENTIAL, Article, Change, Comparison, CopyStanding, Link, Story
from sitegen.text.catalogues import counted, marked
from sitegen.text.languages import short_date
from sitegen.views.addresses import article_path, comparison_path, href, story_data_path, story_path
from sitegen.views.common import (
    ARTICLES,
    KEPT_AT_THE_MEDIAN,
    LANGUAGES,
    NAME_NO_SOURCE,
    Site,
    article_link,
    article_title,
    counted_figure,
    figure,
    in_language,
    language_label,
    make_head,
    number_of,
    short_name,
    shortened,
)
from sitegen.views.copies import CopyPages, base_first, copy_pages, family_parts, more_pages, page_links
from sitegen.views.finding import finding_of
from sitegen.views.lineage import lineage_part
from sitegen.views.link_reasons import link_reason
from sitegen.views.pages import (
    EvidenceLine,
    Figure,
    HeadlineLine,
    Highlight,
    Matrix,
    MatrixCell,
    MatrixRow,
    Page,
    StoryView,
    Text,
)
from sitegen.views.related import related_links
from sitegen.views.series_and_digests import story_notes
from sitegen.views.story_reading import StoryReading

_KEPT = marked("of the words it drew on, kept")
_MATRIX_COPIES = 12
_HIGHLIGHTS = 8
_EVIDENCE = 30
_OUTLETS = counted("outlet", "outlets")
_INDEPENDENT = counted("independent text", "independent texts")
"""What the figures of a story count, beside articles."""
_WORDS_ALIKE = ("likeness", "anchors", "meaning")
"""Kinds of link between articles that need not share a sentence."""
_LISTED_COPIES = 50
"""Copies listed on a story's page, and on each of the pages of the rest: with their strips some 150 KB."""


def story_pages(site: Site, reading: StoryReading) -> Iterator[Page]:
    """The page of one story, and those of the copies that it does not list."""
    story, pages = reading.story, copy_pages(reading, _LISTED_COPIES)
    articles = [reading.articles[one] for one in story.articles]
    standings = [reading.standings[one] for one in story.articles]
    finding = finding_of(site, reading)
    path = story_path(story.id)
    alone = len(articles) == 1
    view = StoryView(
        head=make_head(
            site,
            story.title,
            finding,
            article_path(articles[0].id) if alone else path,
            current="home",
            indexed=not alone,
        ),
        kicker=_kicker(site, articles),
        title=in_language(
            story.title, articles[0].language if not story.declared else site.frame.language, site.frame.language
        ),
        lede=" ".join([finding, *story_notes(site, reading)]),
        summary=story.summary,
        notes=story.notes,
        figures=_figures(site, reading, articles, standings),
        families=family_parts(site, reading, pages, pages.rows[0]),
        more=page_links(site, reading, pages),
        histories=tuple(dict.fromkeys(reading.histories.values())),
        highlights=_highlights(site, reading),
        untold=_untold(reading),
        lineage=lineage_part(site, reading),
        headlines=tuple(
            HeadlineLine(
                outlet=short_name(site, one),
                title=article_title(site, one),
                href=article_link(site, one).href,
            )
            for one in sorted(articles, key=lambda one: one.chronology)[:_LISTED_COPIES]
        )
        if not alone
        else (),
        matrix=_matrix(site, reading),
        evidence=tuple(
            _evidence(site, reading, link) for link in sorted(story.links, key=lambda link: -link.strength)[:_EVIDENCE]
        ),
        links=len(story.links),
        related=related_links(site, story),
        data=href(site.frame.root, story_data_path(story.id)),
        truncated=tuple(_left_out(site, reading, pages)),
    )
    yield Page(url=path, template="story.html", view=view)
    yield from more_pages(site, reading, pages)


def _left_out(site: Site, reading: StoryReading, pages: CopyPages) -> Iterator[str]:
    """What the page of a very large story leaves out, and what was not compared, and why."""
    catalogue = site.catalogue
    if len(pages.rows) > 1:
        yield catalogue.gettext(
            "This page lists the first {shown} of {count} copies; the pages after it list the others.",
            shown=catalogue.number(len(pages.rows[0])),
            count=catalogue.number(pages.copies),
        )
    if reading.alike:
        # Translators: {count} copies have a text that another of the {of} copies has too.
        yield catalogue.gettext(
            "Copies with the same text were compared once and are one row, which names them: {count} of {of} copies.",
            count=catalogue.number(len(reading.alike)),
            of=catalogue.number(len(reading.articles)),
        )
    if coarse := sum(comparison.bounded for comparison in reading.comparisons):
        yield catalogue.gettext(
            "Compared by whole sentences or paragraphs, because of their number: {count} of {of} pairs.",
            count=catalogue.number(coarse),
            of=catalogue.number(len(reading.comparisons)),
        )
    if reading.counted:
        # Translators: "words and marks" are the tokens of a text: words, figures, punctuation marks.
        yield catalogue.gettext(
            "Not compared: {count} of {of} copies. The comparisons of a story together may read {tokens} words and "
            "marks at each step, and have. How much these copies share is counted by runs of five words instead.",
            count=catalogue.number(len(reading.counted)),
            of=catalogue.number(len(reading.articles)),
            tokens=catalogue.number(site.config.comparing.story_tokens),
        )


def _kicker(site: Site, articles: Sequence[Article]) -> str:
    dated = [article.published for article in articles if article.published]
    first = min(dated, key=lambda moment: moment.order) if dated else None
    languages = sorted({language_label(site, article.language) for article in articles})
    day = short_date(first, site.frame.language) if first else site.catalogue.gettext("date not known")
    return f"{day} · {site.catalogue.listed(languages)}"


def _figures(
    site: Site, reading: StoryReading, articles: Sequence[Article], standings: Sequence[CopyStanding]
) -> tuple[Figure, ...]:
    if len(articles) == 1:
        return ()
    languages = len({article.language for article in articles})
    texts = reading.independence.texts
    outlets = len({article.source for article in articles if article.source})
    figures = [counted_figure(site, outlets, _OUTLETS)] if outlets else []
    figures += [counted_figure(site, len(articles), ARTICLES)]
    if languages > 1:
        figures.append(counted_figure(site, languages, LANGUAGES))
    figures.append(counted_figure(site, texts, _INDEPENDENT))
    copies = [one for one in standings if one.parent and one.relation != "version"]
    shares = [one.kept for one in copies if one.kept is not None and one.against == one.parent]
    if shares:
        label = site.catalogue.gettext(KEPT_AT_THE_MEDIAN if len(shares) > 1 else _KEPT)
        figures.append(figure(site.catalogue.percent(median(shares)), label))
    others = [
        one for one in copies if reading.articles[one.parent].source not in ("", reading.articles[one.article].source)
    ]
    # Of the others it cannot be told: a part of the text is missing, or it is in another language.
    judged = [copy for copy in others if copy.silent or copy.credits_parent]
    if judged:
        silent = sum(1 for copy in judged if copy.silent)
        said = site.catalogue.gettext(NAME_NO_SOURCE)
        figures.append(figure(number_of(site.catalogue, silent, len(judged)), said))
    return tuple(figures)


def _highlights(site: Site, reading: StoryReading) -> tuple[Highlight, ...]:
    """The most telling changes against the copies that are read against, each wording once."""
    found: dict[tuple[str, str, str], Highlight] = {}
    for comparison in reading.comparisons:
        if reading.standings[comparison.right].against != comparison.left:
            continue
        left, right = reading.articles[comparison.left], reading.articles[comparison.right]
        for change in comparison.changes:
            if change.is_consequential and change.left and change.right and reading.shown.tells(comparison, change):
                key = (change.kind, change.left.casefold(), change.right.casefold())
                found.setdefault(key, _highlight(site, reading.story, comparison, change, left, right))
    short = [one for one in found.values() if len(one.left.text) + len(one.right.text) < 180]
    return tuple(_varied(short))


def _untold(reading: StoryReading) -> int:
    """Changes against the copies that are read against that would be telling, and whose words are withheld."""
    return sum(
        change.is_consequential and not reading.shown.tells(comparison, change)
        for comparison in reading.comparisons
        if reading.standings[comparison.right].against == comparison.left
        for change in comparison.changes
    )


def _varied(highlights: Sequence[Highlight]) -> list[Highlight]:
    """At most three of a kind, the most telling kinds first."""
    chosen: list[Highlight] = []
    for kind in CONSEQUENTIAL:
        chosen += [one for one in highlights if one.kind == kind][:3]
    return chosen[:_HIGHLIGHTS]


def _highlight(
    site: Site, story: Story, comparison: Comparison, change: Change, left: Article, right: Article
) -> Highlight:
    page = href(site.frame.root, comparison_path(story.id, comparison.left, comparison.right))
    return Highlight(
        kind=change.kind,
        outlet=short_name(site, right),
        left=in_language(change.left, left.language, site.frame.language),
        right=in_language(change.right, right.language, site.frame.language),
        sentence=change.sentence,
        href=f"{page}#{change.id}",
    )


def _matrix(site: Site, reading: StoryReading) -> Matrix | None:
    """Shares both ways between the copies of the largest family that were compared; None for fewer than three."""
    copies = [copy for copy in base_first(reading.story.families[0]) if copy not in reading.alike][:_MATRIX_COPIES]
    copies = [one for one in copies if one in reading.pairs_of]
    if len(copies) < 3:
        return None
    names = {one: short_name(site, reading.articles[one]) for one in copies}
    rows = tuple(
        MatrixRow(name=names[one], cells=tuple(_cell(site, reading, one, other, names) for other in copies))
        for one in copies
    )
    return Matrix(columns=tuple(names[one] for one in copies), rows=rows)


def _cell(site: Site, reading: StoryReading, one: str, other: str, names: Mapping[str, Text]) -> MatrixCell:
    if one == other:
        return MatrixCell(value="", href="", level=0, spoken=site.catalogue.gettext("itself"))
    for comparison in (reading.by_pair.get((one, other)), reading.by_pair.get((other, one))):
        if comparison:
            share = comparison.measures.left_in_right if comparison.left == one else comparison.measures.right_in_left
            return MatrixCell(
                value=site.catalogue.percent(share),
                href=href(site.frame.root, comparison_path(reading.story.id, comparison.left, comparison.right)),
                level=min(4, int(share * 5)),
                spoken=site.catalogue.gettext(
                    "{share} of the words of {name} stand in {holder}",
                    share=site.catalogue.percent(share),
                    name=site.catalogue.isolated(names[one].plain),
                    holder=site.catalogue.isolated(names[other].plain),
                ),
            )
    return MatrixCell(value="·", href="", level=0, spoken=site.catalogue.gettext("not compared"))


def _evidence(site: Site, reading: StoryReading, link: Link) -> EvidenceLine:
    left, right = reading.articles[link.left], reading.articles[link.right]
    full = left.rights == right.rights == "full"
    # What is alike without shared text is single words, and the reason has named them.
    passages = [passage.text for passage in link.evidence[:3]] if full and link.kind not in _WORDS_ALIKE else []
    return EvidenceLine(
        left=article_link(site, left),
        right=article_link(site, right),
        reason=link_reason(link, site.catalogue),
        passages=tuple(in_language(shortened(text, 160), left.language, site.frame.language) for text in passages),
    )
