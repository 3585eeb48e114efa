"""Lays out the page around a comparison: heading, figures, switches, column heads. Its lines stand in lines.py."""

from collections import Counter
from collections.abc import Iterable

from sitegen.changes.kinds import BY_NAME
from sitegen.model import STYLE, Article, Change, Headline, Moment
from sitegen.text.catalogues import catalogue_for
from sitegen.text.languages import direction, long_date
from sitegen.views.addresses import comparison_path, href, story_data_path, story_path
from sitegen.views.common import (
    DESCRIPTION,
    Site,
    article_link,
    article_title,
    figure,
    in_language,
    make_head,
    outlet_name,
    percent,
    plural,
    short_name,
    source_name,
    spoken_name,
    thousands,
)
from sitegen.views.headline import headline_runs, told_of
from sitegen.views.lines import Reading, folds_of, has_signs, remark_of
from sitegen.views.pages import (
    ColumnHead,
    ComparisonView,
    Figure,
    HideSwitch,
    Page,
    Remark,
    Text,
    TextLink,
)
from sitegen.views.rights import WITHHELD_BESIDE
from sitegen.views.summary import Summary
from sitegen.views.unseen import deceits_of
from sitegen.views.words import substance


def comparison_page(site: Site, reading: Reading, summary: Summary) -> Page:
    """The page of one comparison. `summary` is the comparison in words."""
    path = comparison_path(reading.story.id, reading.left.id, reading.right.id)
    return Page(url=path, template="comparison.html", view=comparison_view(site, reading, summary))


def comparison_view(site: Site, reading: Reading, summary: Summary) -> ComparisonView:
    """What the page of a comparison receives."""
    left, right, comparison = reading.left, reading.right, reading.comparison
    path = comparison_path(reading.story.id, left.id, right.id)
    heading = _heading(site, left, right)
    plain = "".join(piece.plain for piece in heading)
    folds = folds_of(reading, catalogue_for(site.config.language))
    told = told_of(comparison.headline, catalogue_for(site.config.language))
    return ComparisonView(
        head=make_head(site, f"{plain}: {reading.story.title}", summary.within(DESCRIPTION), path, current="home"),
        story=TextLink(
            label=in_language(reading.story.title, left.language, site.frame.language),
            href=href(site.frame.root, story_path(reading.story.id)),
        ),
        kicker=f"{plural(len(reading.story.articles), 'article')} · comparison {reading.position} of {reading.of}",
        heading=heading,
        lede=summary.text,
        figures=_figures(site, reading),
        note=comparison.note,
        withheld=withheld_beside(site, left, right),
        deceits=deceits_of(left, right),
        switches=_switches((*(comparison.headline.changes if comparison.headline else ()), *comparison.changes)),
        left=_column(site, reading, left, base=left.id == reading.story.base),
        right=_column(site, reading, right, base=False),
        headline=_beside_headline(comparison.headline),
        folds=folds,
        signs=has_signs(folds),
        changes=(
            *(remark_of(change, visible=True) for change in told),
            *(reading.remark(change) for change in substance(comparison.changes)),
        ),
        set_aside=tuple(filter(None, (_set_aside(site, left), _set_aside(site, right)))),
        previous=reading.previous,
        next=reading.next,
        data=href(site.frame.root, story_data_path(reading.story.id)),
    )


def _heading(site: Site, left: Article, right: Article) -> tuple[Text, ...]:
    names = [outlet_name(site, article) for article in (left, right)]
    if left.source and left.source == right.source:
        return (Text(text="What "), source_name(site, site.source_of(right)), Text(text=" changed in its own text"))
    return (Text(text="What "), names[1], Text(text=" did with the text of "), names[0])


def withheld_beside(site: Site, left: Article, right: Article) -> str:
    """Why text of one of them is not shown beside the other; the strictest reason. Empty when all may be."""
    for rights, reason in WITHHELD_BESIDE.items():
        names = [spoken_name(site, one, short=True) for one in (left, right) if one.rights == rights]
        if names:
            return reason.format(whose=" and of ".join(names))
    return ""


def _figures(site: Site, reading: Reading) -> tuple[Figure, ...]:
    measures = reading.comparison.measures
    found = measures.kept + measures.moved
    names = [spoken_name(site, article, short=True) for article in (reading.left, reading.right)]
    headline = reading.comparison.headline
    changes = (*(headline.changes if headline else ()), *reading.comparison.changes)
    of_substance = len(substance(changes))
    # Of an incomplete import nobody knows what it kept, nor what came from the part that is missing.
    left_partial, right_partial = reading.comparison.partial
    figures = []
    if not left_partial:
        figures.append(
            figure(
                percent(measures.right_in_left),
                f"of the words of {names[1]} are those of {names[0]} "
                f"({thousands(found)} of {thousands(measures.right_words)})",
            )
        )
    if not right_partial:
        figures.append(
            figure(
                percent(measures.left_in_right),
                f"of the words of {names[0]} survive ({thousands(found)} of {thousands(measures.left_words)})",
            )
        )
    figures += [
        figure(thousands(of_substance), "changes of substance"),
        figure(thousands(len(changes) - of_substance), "of typography and house style"),
    ]
    delay = _delay(reading.left.published, reading.right.published)
    return (*figures, figure(delay, "later, by the published times")) if delay else tuple(figures)


def _delay(first: Moment | None, second: Moment | None) -> str:
    if not (first and second and first.time and second.time) or second.time <= first.time:
        return ""
    minutes = int((second.time - first.time).total_seconds()) // 60
    hours, days = minutes // 60, minutes // 1440
    if days > 1:
        return plural(days, "day")
    return f"{hours}\u202fh\u202f{minutes % 60:02}" if hours else f"{minutes}\u202fmin"


def _switches(changes: Iterable[Change]) -> tuple[HideSwitch, ...]:
    counts = Counter(change.kind for change in changes)
    return tuple(HideSwitch(kind=kind, label=BY_NAME[kind].label, count=counts[kind]) for kind in STYLE if counts[kind])


def _column(site: Site, reading: Reading, article: Article, *, base: bool) -> ColumnHead:
    measures = reading.comparison.measures
    words = measures.left_words if article is reading.left else measures.right_words
    source = site.source_of(article)
    about = [source.kind if source.kind != "unknown" else "", "base" if base else ""]
    about += [
        long_date(article.published, site.frame.language) if article.published else "date not known",
        f"captured {long_date(article.captured, site.frame.language)}"
        if article.id in site.versions and article.captured
        else "",
        plural(words, "word"),
    ]
    other = article.language != site.frame.language
    headline = reading.comparison.headline
    runs = headline_runs(headline) if headline else ((), ())
    return ColumnHead(
        name=short_name(site, article),
        title=article_title(site, article) if article.headline else Text(text=""),
        runs=runs[article is reading.right],
        href=article_link(site, article).href,
        about=" · ".join(filter(None, about)),
        lang=article.language if other and article.language != "und" else "",
        dir=direction(article.language) if other else "",
    )


def _beside_headline(headline: Headline | None) -> tuple[Remark, ...]:
    return tuple(remark_of(change, visible=True) for change in substance(headline.changes if headline else ()))


def _set_aside(site: Site, article: Article) -> str:
    # The headline stands above the columns, and is compared.
    kinds = Counter(block.furniture for block in article.blocks if block.furniture not in ("", "title"))
    if not kinds:
        return ""
    name = spoken_name(site, article, short=True)
    listed = ", ".join(f"{kind} ({count})" if count > 1 else kind for kind, count in sorted(kinds.items()))
    return f"{name}: {listed}"
