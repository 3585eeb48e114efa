"""Lays out the page around a comparison: heading, figures, switches, column heads. Its lines stand in lines.py."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sitegen.changes.kinds import BY_NAME, KINDS
from sitegen.frozen import dataclass
from sitegen.model import STYLE, Article, Change, Comparison, Moment
from sitegen.text.catalogues import Catalogue, counted
from sitegen.text.languages import direction, long_date
from sitegen.views.addresses import comparison_path, href, story_data_path, story_path
from sitegen.views.citing import CitedWork, cited, in_words, page_reference, with_reference
from sitegen.views.common import (
    DESCRIPTION,
    Site,
    article_link,
    article_title,
    counted_figure,
    figure,
    in_language,
    make_head,
    number_of,
    number_of_words,
    outlet_name,
    short_name,
    source_name,
    spoken_name,
)
from sitegen.views.headline import headline_runs, told_of
from sitegen.views.lines import Reading, folded, has_signs, lines_of, remark_of, says_sides
from sitegen.views.linked_data import comparison_data
from sitegen.views.pages import (
    ColumnHead,
    ComparisonView,
    FactLine,
    Figure,
    Fold,
    HideSwitch,
    LedeSentence,
    Page,
    Remark,
    ReportedChange,
    ReportPart,
    Text,
    TextLink,
)
from sitegen.views.rights import WITHHELD_BESIDE
from sitegen.views.sections import sections_of, undivided
from sitegen.views.sections.linking import SectionLines, connected, section_links
from sitegen.views.summary import Summary, shares_little
from sitegen.views.unseen import deceits_of
from sitegen.views.words import FURNITURE, RELATIONS, SOURCE_KINDS, as_sentence, substance

_LEDE_SENTENCES = 2
"""Of the comparison in words: the changes themselves say the rest."""
_RAIL = 30
"""Changes that the rail leads to: two lines of it on a wide screen."""
_OF_SUBSTANCE = counted("change of substance", "changes of substance")
_OF_STYLE = counted("of typography and house style", "of typography and house style")
"""What the figures of a comparison count."""


def comparison_pages(site: Site, reading: Reading, summary: Summary) -> Iterator[Page]:
    """The page of one comparison; of a long one, a page a section. `summary` is the comparison in words."""
    comparison = reading.comparison
    sections = sections_of(comparison, (reading.left_text, reading.right_text))
    paths = [
        comparison_path(reading.story.id, comparison.left, comparison.right, number)
        for number in range(1, len(sections.parts) + 1)
    ]
    addresses = [href(site.frame.root, path) for path in paths]
    numbers = sections.numbers(comparison)
    reading, overall = _with_lede(reading, summary), _Whole.of(site, reading, numbers)
    orders = {number: [order for order, _ in members] for number, members in overall.numbered.items()}
    for number, lines in enumerate(connected(lines_of(reading, site.catalogue, sections), addresses), start=1):
        links = section_links(site.catalogue, addresses, orders, number) if len(paths) > 1 else None
        section = SectionLines(lines=lines, number=number, links=links)
        view = _section_view(site, reading, summary, section, overall)
        yield Page(url=paths[number - 1], template="comparison.html", view=view)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Whole:
    """What is said of a whole comparison, or found by going through it once, for the pages of all sections."""

    figures: tuple[Figure, ...]
    deceits: tuple[str, ...]
    numbered: Mapping[int, Sequence[tuple[int, Change]]]
    """By section, the changes that are told in it, each with its number among all in reading order."""
    changes: Mapping[int, Sequence[Change]]
    """By section, all changes that stand in it but those of the headline."""

    @classmethod
    def of(cls, site: Site, reading: Reading, numbers: Mapping[str, int]) -> "_Whole":
        """`numbers` has the section of each change by its id; 1 for what is not named."""
        comparison = reading.comparison
        numbered: dict[int, list[tuple[int, Change]]] = {}
        # Those of the headline come first.
        in_order = (*told_of(comparison.headline, site.catalogue), *substance(comparison.changes))
        for order, change in enumerate(in_order, start=1):
            numbered.setdefault(numbers.get(change.id, 1), []).append((order, change))
        changes: dict[int, list[Change]] = {}
        for change in comparison.changes:
            changes.setdefault(numbers.get(change.id, 1), []).append(change)
        return cls(
            figures=_figures(site, reading),
            deceits=deceits_of(reading.left, reading.right, site.catalogue),
            numbered=numbered,
            changes=changes,
        )


def comparison_view(site: Site, reading: Reading, summary: Summary) -> ComparisonView:
    """What a page that shows all of a comparison receives."""
    reading = _with_lede(reading, summary)
    (lines,) = lines_of(reading, site.catalogue, undivided(reading.comparison.rows))
    return _section_view(site, reading, summary, SectionLines(lines=lines), _Whole.of(site, reading, {}))


def _with_lede(reading: Reading, summary: Summary) -> Reading:
    """The comparison with the changes marked that its lede tells, each by its own sentence."""
    lede = set(summary.leading(_LEDE_SENTENCES))
    by_sentence: dict[str, str] = {}
    for change in substance(reading.comparison.changes):
        if change.sentence in lede and reading.shown.tells(reading.comparison, change):
            by_sentence.setdefault(change.sentence, change.id)
    return replace(reading, in_lede=frozenset(by_sentence.values()))


def _lede(summary: Summary, remarks: Iterable[Remark]) -> tuple[LedeSentence, ...]:
    """The lede of a page with these remarks."""
    told = {remark.sentence: remark.change for remark in remarks if remark.in_lede}
    return tuple(
        LedeSentence(text=sentence, href=f"#{told[sentence]}" if sentence in told else "")
        for sentence in summary.leading(_LEDE_SENTENCES)
    )


def _section_view(
    site: Site, reading: Reading, summary: Summary, section: SectionLines, overall: _Whole
) -> ComparisonView:
    left, right, comparison = reading.left, reading.right, reading.comparison
    path = comparison_path(reading.story.id, left.id, right.id, section.number)
    heading = _heading(site, left, right, comparison)
    plain = "".join(piece.plain for piece in heading)
    folds = folded(section.lines, site.catalogue)
    headline_changes = comparison.headline.changes if comparison.headline and section.number == 1 else ()
    headline = _beside_headline(site, headline_changes)
    of_headline = {change.id for change in headline_changes}
    numbered = tuple(
        ReportedChange(
            number=number,
            remark=remark_of(change, site.catalogue, visible=True)
            if change.id in of_headline
            else reading.remark(change, site.catalogue),
        )
        for number, change in overall.numbered.get(section.number, ())
    )
    changes = tuple(reported.remark for reported in numbered)
    withheld, deceits = withheld_beside(site, left, right), overall.deceits
    title = f"{plain}: {reading.story.title}"
    kicker = _kicker(site, reading)
    if section.links:
        title, kicker = f"{title}, {section.links.place}", f"{kicker} · {section.links.place}"
    head = make_head(site, title, summary.within(DESCRIPTION), path, current="home")
    reference = page_reference(site, "comparison", f"{left.id}--{right.id}", title, path)
    return ComparisonView(
        head=with_reference(head, site, reference, comparison_data(site, title, reference.address, left, right)),
        story=TextLink(
            label=in_language(reading.story.title, left.language, site.frame.language),
            href=href(site.frame.root, story_path(reading.story.id)),
        ),
        kicker=kicker,
        heading=heading,
        lede=_lede(summary, changes),
        figures=overall.figures,
        note=comparison.note,
        withheld=withheld,
        deceits=deceits,
        swappable=not (comparison.note or withheld or deceits) and not says_sides(folds),
        switches=_switches(site, (*headline_changes, *overall.changes.get(section.number, ()))),
        left=_column(site, reading, left, base=left.id == reading.story.base),
        right=_column(site, reading, right, base=False),
        headline=headline,
        folds=folds,
        signs=has_signs(folds),
        changes=changes,
        rail=_rail(numbered, folds, headline),
        report=_report(site, numbered),
        reference=_reference(site, reading, reference),
        set_aside=tuple(filter(None, (_set_aside(site, left), _set_aside(site, right)))),
        previous=reading.previous,
        next=reading.next,
        cite=cited(site, reference),
        data=href(site.frame.shared, story_data_path(reading.story.id)),
        sections=section.links,
    )


def _heading(site: Site, left: Article, right: Article, comparison: Comparison) -> tuple[Text, ...]:
    names = [outlet_name(site, article) for article in (left, right)]
    if left.source and left.source == right.source and not shares_little(comparison.measures):
        outlet = source_name(site, site.source_of(right))
        # Translators: the heading of a comparison of two versions; {outlet} is who published both.
        return pieces_of(site.catalogue.pattern("What {outlet} changed in its own text"), {"outlet": outlet})
    # Translators: the heading of a comparison; {first} and {second} are outlets, in the order in which the page
    # calls them the first and the second. It says nothing of who took from whom.
    pattern = site.catalogue.pattern("{first} beside {second}")
    return pieces_of(pattern, {"first": names[0], "second": names[1]})


def pieces_of(pattern: str, texts: Mapping[str, Text]) -> tuple[Text, ...]:
    """A message cut at its placeholders, with the texts that stand there: they keep their languages."""
    pieces = re.split(r"\{(\w+)\}", pattern)
    return tuple(texts[piece] if index % 2 else Text(text=piece) for index, piece in enumerate(pieces) if piece)


def _rail(
    numbered: Sequence[ReportedChange], folds: Iterable[Fold], headline: Iterable[Remark]
) -> tuple[ReportedChange, ...]:
    """The changes that stand on the page; of many, those that matter and then the first."""
    lines = [remark for fold in folds for line in fold.lines for remark in line.remarks]
    placed = {remark.change for remark in lines} | ({remark.change for remark in headline} if lines else set())
    leading = [change for change in numbered if change.remark.change in placed]
    if len(leading) > _RAIL:
        chief = [change for change in leading if change.remark.consequential]
        leading = (chief or leading)[:_RAIL]
    return tuple(leading)


def _report(site: Site, numbered: Sequence[ReportedChange]) -> tuple[ReportPart, ...]:
    """The changes by kind, in the order of the registry; each keeps its number in reading order."""
    by_kind = {kind.name: [change for change in numbered if change.remark.kind == kind.name] for kind in KINDS}
    return tuple(
        ReportPart(title=as_sentence(site.catalogue.gettext(BY_NAME[name].label)), changes=tuple(members))
        for name, members in by_kind.items()
        if members
    )


def _reference(site: Site, reading: Reading, reference: CitedWork) -> tuple[FactLine, ...]:
    catalogue = site.catalogue
    lines = [(catalogue.gettext("To cite"), in_words(site, reference))]
    lines += [
        # Translators: {name} is an outlet; SHA-256 is the digest of its file.
        (catalogue.gettext("SHA-256 of {name}", name=spoken_name(site, article, short=True)), article.digest)
        for article in (reading.left, reading.right)
    ]
    lines.append((catalogue.gettext("Compared by"), site.frame.generator))
    return tuple(
        FactLine(label=label, values=(TextLink(label=Text(text=value), href=""),), inferred=False)
        for label, value in lines
    )


def _kicker(site: Site, reading: Reading) -> str:
    catalogue, count = site.catalogue, len(reading.story.articles)
    # Translators: which comparison of a story this is: "comparison 3 of 16".
    place = catalogue.gettext(
        "comparison {number} of {count}",
        number=catalogue.number(reading.position),
        count=catalogue.number(reading.of),
    )
    return f"{catalogue.ngettext('{count} article', '{count} articles', count)} · {place}"


def withheld_beside(site: Site, left: Article, right: Article) -> str:
    """Why text of one of them is not shown beside the other; the strictest reason. Empty when all may be."""
    for rights, reason in WITHHELD_BESIDE.items():
        names = [spoken_name(site, article, short=True) for article in (left, right) if article.rights == rights]
        if names:
            return site.catalogue.gettext(reason, whose=site.catalogue.listed(names))
    return ""


def _figures(site: Site, reading: Reading) -> tuple[Figure, ...]:
    measures, catalogue = reading.comparison.measures, site.catalogue
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
                catalogue.percent(measures.right_in_left),
                # Translators: stands below a percentage; {part} is "120 of 300", counted in words.
                catalogue.gettext(
                    "of the words of {right} are those of {left} ({part})",
                    right=names[1],
                    left=names[0],
                    part=number_of(catalogue, measures.right_kept, measures.right_words),
                ),
            )
        )
    if not right_partial:
        figures.append(
            figure(
                catalogue.percent(measures.left_in_right),
                catalogue.gettext(
                    "of the words of {left} are also in {right} ({part})",
                    left=names[0],
                    right=names[1],
                    part=number_of(catalogue, found, measures.left_words),
                ),
            )
        )
    figures += [
        counted_figure(site, of_substance, _OF_SUBSTANCE),
        counted_figure(site, len(changes) - of_substance, _OF_STYLE),
    ]
    delay = _delay(catalogue, reading.left.published, reading.right.published)
    said = catalogue.gettext("later, by the published times")
    return (*figures, figure(delay, said)) if delay else tuple(figures)


def _delay(catalogue: Catalogue, first: Moment | None, second: Moment | None) -> str:
    if not (first and second and first.time and second.time) or second.time <= first.time:
        return ""
    minutes = int((second.time - first.time).total_seconds()) // 60
    hours, days = minutes // 60, minutes // 1440
    if days > 1:
        return catalogue.ngettext("{count} day", "{count} days", days)
    if not hours:
        # Translators: the abbreviation of minutes in your language.
        return catalogue.ngettext("{count}\u202fmin", "{count}\u202fmin", minutes)
    # Translators: hours and minutes, abbreviated as your language does: "3 h 05".
    return catalogue.gettext(
        "{hours}\u202fh\u202f{minutes}", hours=catalogue.number(hours), minutes=f"{minutes % 60:02}"
    )


def _switches(site: Site, changes: Iterable[Change]) -> tuple[HideSwitch, ...]:
    counts = Counter(change.kind for change in changes)
    return tuple(
        HideSwitch(kind=kind, label=site.catalogue.gettext(BY_NAME[kind].label), count=counts[kind])
        for kind in STYLE
        if counts[kind]
    )


def _column(site: Site, reading: Reading, article: Article, *, base: bool) -> ColumnHead:
    measures = reading.comparison.measures
    words = measures.left_words if article is reading.left else measures.right_words
    source = site.source_of(article)
    catalogue = site.catalogue
    about = [
        catalogue.gettext(SOURCE_KINDS[source.kind]) if SOURCE_KINDS[source.kind] else "",
        catalogue.gettext(RELATIONS["base"]) if base else "",
    ]
    about += [
        long_date(article.published, site.frame.language) if article.published else catalogue.gettext("date not known"),
        catalogue.gettext("captured {date}", date=long_date(article.captured, site.frame.language))
        if article.id in site.versions and article.captured
        else "",
        # Of two whole texts the lede and the figures say how long they are.
        number_of_words(catalogue, words) if any(reading.comparison.partial) else "",
    ]
    other = article.language != site.frame.language
    headline = reading.comparison.headline
    runs = headline_runs(headline, catalogue) if headline else ((), ())
    return ColumnHead(
        name=short_name(site, article),
        title=article_title(site, article) if article.headline else Text(text=""),
        runs=runs[article is reading.right],
        href=article_link(site, article).href,
        about=" · ".join(filter(None, about)),
        lang=article.language if other and article.language != "und" else "",
        dir=direction(article.language) if other else "",
    )


def _beside_headline(site: Site, changes: Iterable[Change]) -> tuple[Remark, ...]:
    return tuple(remark_of(change, site.catalogue, visible=True) for change in substance(changes))


def _set_aside(site: Site, article: Article) -> str:
    # The headline stands above the columns, and is compared.
    kinds = Counter(block.furniture for block in article.blocks if block.furniture not in ("", "title"))
    if not kinds:
        return ""
    name = spoken_name(site, article, short=True)
    catalogue = site.catalogue
    named = [(catalogue.gettext(FURNITURE.get(kind, kind)), count) for kind, count in sorted(kinds.items())]
    listed = catalogue.listed([f"{kind} ({catalogue.number(count)})" if count > 1 else kind for kind, count in named])
    # Translators: {name} is an outlet, {listed} the kinds of lines that were set aside in its text.
    return catalogue.gettext("{name}: {listed}", name=name, listed=listed)
