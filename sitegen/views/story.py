"""Lays out a story: the answer in a sentence, figures, copies and their anatomy, headlines, matrix, evidence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from sitegen.model import CONSEQUENTIAL, Article, Change, Comparison, CopyStanding, Family, Link, Story
from sitegen.text.languages import short_date
from sitegen.text.tokenized import Tokenized
from sitegen.views.addresses import article_path, comparison_path, href, story_data_path, story_path
from sitegen.views.common import (
    Site,
    article_link,
    article_title,
    figure,
    in_language,
    language_label,
    make_head,
    outlet_name,
    percent,
    plural,
    shortened,
    thousands,
    when,
)
from sitegen.views.pages import (
    CopyLine,
    EvidenceLine,
    FamilyPart,
    Figure,
    HeadlineLine,
    Highlight,
    History,
    Matrix,
    MatrixCell,
    MatrixRow,
    Page,
    StoryView,
    Text,
)
from sitegen.views.rights import Shown
from sitegen.views.strips import base_strip, copy_strip
from sitegen.views.summary import Summary
from sitegen.views.words import RELATIONS, finding_of, in_another_language

_MATRIX_COPIES = 12
_HIGHLIGHTS = 8
_EVIDENCE = 30
_WORDS_ALIKE = ("likeness", "anchors", "meaning")
"""Kinds of link between articles that need not share a sentence."""
_LISTED_COPIES = 500
"""Copies listed on a story's page; the rest stand in its data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryReading:
    """A compared story with all that its page needs."""

    story: Story
    articles: Mapping[str, Article]
    texts: Mapping[str, Tokenized]
    comparisons: tuple[Comparison, ...]
    summaries: Mapping[tuple[str, str], Summary]
    """Each comparison in words, by the ids of its left and its right."""
    standings: Mapping[str, CopyStanding]
    histories: Mapping[str, History]
    """The versions of a copy, by the id of each."""
    shown: Shown
    """What may be printed of its articles."""

    @property
    def foreign(self) -> frozenset[str]:
        """Articles of which nobody knows whether they are translations."""
        return in_another_language(self.story, tuple(self.articles.values()))

    def words(self, article: str) -> int:
        """Words of an article as its comparisons count them: furniture and what it prints twice left out."""
        for comparison in self.comparisons:
            if article == comparison.left:
                return comparison.measures.left_words
            if article == comparison.right:
                return comparison.measures.right_words
        text = self.texts[article]
        return sum(text.words_of(at) for at, block in enumerate(self.articles[article].blocks) if not block.furniture)


def story_page(site: Site, reading: StoryReading) -> Page:
    """The page of one story."""
    story = reading.story
    articles = [reading.articles[one] for one in story.articles]
    standings = [reading.standings[one] for one in story.articles]
    finding = finding_of(site, story, articles, standings)
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
        lede=finding,
        summary=story.summary,
        notes=story.notes,
        figures=_figures(reading, articles, standings),
        families=tuple(_family(site, reading, family) for family in story.families),
        histories=tuple(dict.fromkeys(reading.histories.values())),
        highlights=_highlights(site, reading),
        untold=_untold(reading),
        headlines=tuple(
            HeadlineLine(
                outlet=outlet_name(site, one),
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
        data=href(site.frame.root, story_data_path(story.id)),
        truncated=_truncated(reading.story),
    )
    return Page(url=path, template="story.html", view=view)


def _truncated(story: Story) -> str:
    """What the page leaves out of a very large story."""
    most = max(len(family.copies) for family in story.families)
    if most <= _LISTED_COPIES:
        return ""
    return (
        f"This page lists the first {thousands(_LISTED_COPIES)} of {plural(most, 'copy', 'copies')} of a text. "
        "All of them stand in the data of the story."
    )


def _kicker(site: Site, articles: Sequence[Article]) -> str:
    dated = [article.published for article in articles if article.published]
    first = min(dated, key=lambda moment: moment.order) if dated else None
    languages = sorted({language_label(site, article.language) for article in articles})
    return " · ".join([short_date(first, site.frame.language) if first else "date not known", ", ".join(languages)])


def _figures(
    reading: StoryReading, articles: Sequence[Article], standings: Sequence[CopyStanding]
) -> tuple[Figure, ...]:
    if len(articles) == 1:
        return ()
    languages = len({article.language for article in articles})
    texts = len(reading.story.families) - len(reading.foreign)
    outlets = len({article.source for article in articles if article.source})
    figures = [figure(thousands(outlets), "outlets")] if outlets else []
    figures += [
        figure(thousands(len(articles)), "articles" + (f", {languages} languages" if languages > 1 else "")),
        figure(thousands(texts), "independent text" + ("" if texts == 1 else "s")),
    ]
    copies = [one for one in standings if one.parent and one.relation != "version"]
    shares = [one.kept for one in copies if one.kept is not None]
    if shares:
        label = "of the words they drew on, kept at the median" if len(shares) > 1 else "of the words it drew on, kept"
        figures.append(figure(percent(median(shares)), label))
    others = [
        one for one in copies if reading.articles[one.parent].source not in ("", reading.articles[one.article].source)
    ]
    if others:
        silent = sum(1 for one in others if not one.credits_parent)
        figures.append(figure(f"{silent} of {len(others)}", "copies share the text and name no source"))
    return tuple(figures)


def _family(site: Site, reading: StoryReading, family: Family) -> FamilyPart:
    copies = [_copy(site, reading, family, reading.articles[one]) for one in _base_first(family)[:_LISTED_COPIES]]
    base = reading.articles[family.base]
    name = outlet_name(site, base).text
    alone, foreign = len(family.copies) == 1, family.base in reading.foreign
    return FamilyPart(
        title=("In another language" if foreign else "Independent") if alone else "Copies of one text",
        why_base="" if alone else f"Read against {name}: {family.base_reason}.",
        copies=tuple(copies),
    )


def _base_first(family: Family) -> list[str]:
    return [family.base, *[copy for copy in family.copies if copy != family.base]]


def _copy(site: Site, reading: StoryReading, family: Family, article: Article) -> CopyLine:
    standing = reading.standings[article.id]
    parent = reading.articles.get(standing.parent)
    words = reading.words(article.id)
    comparison = _between(reading, standing.parent, article.id)
    is_base = not standing.parent
    credits = ", ".join(dict.fromkeys(credit.name for credit in article.credits))
    missing = bool(parent and parent.source and parent.source != article.source and not standing.credits_parent)
    return CopyLine(
        article=article_link(site, article),
        title=article_title(site, article),
        is_base=is_base and len(family.copies) > 1,
        when=when(site, article),
        relation=RELATIONS[standing.relation]
        if len(family.copies) > 1
        else "in another language"
        if article.id in reading.foreign
        else "independent",
        parent=outlet_name(site, parent).text if parent else "",
        strip=base_strip(article, reading.texts[article.id])
        if is_base
        else copy_strip(
            article, reading.texts[article.id], comparison, reading.summaries[comparison.left, comparison.right].text
        )
        if comparison
        else None,
        share=plural(words, "word")
        if is_base
        else f"{percent(standing.taken)} of {plural(words, 'word')}"
        if standing.taken is not None
        else "translated",
        kept=_kept(reading, standing),
        credit=credits or ("none found" if missing else "–"),
        credit_missing=missing,
        language=language_label(site, article.language),
        compare=href(site.frame.root, comparison_path(reading.story.id, standing.parent, article.id))
        if comparison
        else "",
    )


def _kept(reading: StoryReading, standing: CopyStanding) -> str:
    """What the copy kept of its parent, with the denominator."""
    if standing.kept is None:
        return ""
    return f"{percent(standing.kept)} of {plural(reading.words(standing.parent), 'word')} kept"


def _between(reading: StoryReading, left: str, right: str) -> Comparison | None:
    return next((one for one in reading.comparisons if one.left == left and one.right == right), None)


def _highlights(site: Site, reading: StoryReading) -> tuple[Highlight, ...]:
    """The most telling changes against likeliest parents, each wording once."""
    found: dict[tuple[str, str, str], Highlight] = {}
    for comparison in reading.comparisons:
        if reading.standings[comparison.right].parent != comparison.left:
            continue
        left, right = reading.articles[comparison.left], reading.articles[comparison.right]
        for change in comparison.changes:
            if (
                change.kind in CONSEQUENTIAL
                and change.left
                and change.right
                and reading.shown.tells(comparison, change)
            ):
                key = (change.kind, change.left.casefold(), change.right.casefold())
                found.setdefault(key, _highlight(site, reading.story, comparison, change, left, right))
    short = [one for one in found.values() if len(one.left.text) + len(one.right.text) < 180]
    return tuple(_varied(short))


def _untold(reading: StoryReading) -> int:
    """Changes against likeliest parents that would be telling, and whose words are withheld."""
    return sum(
        change.kind in CONSEQUENTIAL and not reading.shown.tells(comparison, change)
        for comparison in reading.comparisons
        if reading.standings[comparison.right].parent == comparison.left
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
        outlet=outlet_name(site, right),
        left=in_language(change.left, left.language, site.frame.language),
        right=in_language(change.right, right.language, site.frame.language),
        sentence=change.sentence,
        href=f"{page}#{change.id}",
    )


def _matrix(site: Site, reading: StoryReading) -> Matrix | None:
    """Shares both ways between the copies of the largest family that were compared; None for fewer than three."""
    copies = _base_first(reading.story.families[0])[:_MATRIX_COPIES]
    copies = [one for one in copies if any(one in (pair.left, pair.right) for pair in reading.comparisons)]
    if len(copies) < 3:
        return None
    names = {one: outlet_name(site, reading.articles[one]) for one in copies}
    rows = tuple(
        MatrixRow(name=names[one], cells=tuple(_cell(site, reading, one, other, names) for other in copies))
        for one in copies
    )
    return Matrix(columns=tuple(names[one] for one in copies), rows=rows)


def _cell(site: Site, reading: StoryReading, one: str, other: str, names: Mapping[str, Text]) -> MatrixCell:
    if one == other:
        return MatrixCell(value="", href="", level=0, spoken="itself")
    for comparison in (_between(reading, one, other), _between(reading, other, one)):
        if comparison:
            share = comparison.measures.left_in_right if comparison.left == one else comparison.measures.right_in_left
            return MatrixCell(
                value=percent(share),
                href=href(site.frame.root, comparison_path(reading.story.id, comparison.left, comparison.right)),
                level=min(4, int(share * 5)),
                spoken=f"{percent(share)} of the words of {names[one].text} stand in {names[other].text}",
            )
    return MatrixCell(value="·", href="", level=0, spoken="not compared")


def _evidence(site: Site, reading: StoryReading, link: Link) -> EvidenceLine:
    left, right = reading.articles[link.left], reading.articles[link.right]
    full = left.rights == right.rights == "full"
    # What is alike without shared text is single words, and the reason has named them.
    passages = [passage.text for passage in link.evidence[:3]] if full and link.kind not in _WORDS_ALIKE else []
    return EvidenceLine(
        left=article_link(site, left),
        right=article_link(site, right),
        reason=link.reason,
        passages=tuple(in_language(shortened(text, 160), left.language, site.frame.language) for text in passages),
    )
