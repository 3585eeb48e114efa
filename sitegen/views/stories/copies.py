"""Lays out the copies of a story: the table on its page, and pages of the rest where there are many.

Copies whose text is that of an earlier one are no rows of their own: its row names the first of them and leads to a
page that lists all.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from sitegen.frozen import dataclass
from sitegen.model import COPIED, LIKELY, Article, CopyStanding, Family
from sitegen.text.catalogues import catalogue_for, marked
from sitegen.views.addresses import comparison_path, copies_path, href, story_path
from sitegen.views.common import (
    Site,
    article_link,
    article_title,
    in_language,
    language_label,
    make_head,
    spoken_name,
    when,
)
from sitegen.views.descent import one_of_names, part_in_brief
from sitegen.views.names import credited_names, is_by_siglum
from sitegen.views.pages import AlikeLine, AlikePart, CopiesView, CopyLine, FamilyPart, Page, Text, TextLink
from sitegen.views.stories.strips import copy_strip
from sitegen.views.story_reading import StoryReading
from sitegen.views.words import RELATIONS

_LONE = {
    "independent": (
        marked("Independent"),
        marked("Too little of their text is in the copies above for them to be copies of it."),
    ),
    "translated": (
        marked("Translation"),
        marked(
            "Likely a translation or a close rewriting of a copy above, by figures and names that are in both in one "
            "order."
        ),
    ),
    "foreign": (
        marked("In another language"),
        marked("Nobody said whether they are translations, and words of two languages cannot be compared."),
    ),
}
"""What is said of texts that stand alone, by why they do: a heading and a sentence."""
_NAMED = 12
"""Copies with the text of another that its row names; as many as the outlets of a large agency story."""
_ALL_UNFOLDED, _FIRST_UNFOLDED = 18, 9
"""Lines of copies up to which all are shown at once, and how many of more: forty are four screens of a telephone."""
_ALIKE_LISTED = 250
"""Copies with the text of another on a page that lists them: a line each, some 50 KB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyPages:
    """How the copies of a story are spread over pages, the page of the story itself first."""

    rows: tuple[tuple[tuple[Family, str], ...], ...]
    """Of each page, the copies that are rows, with their families."""
    alike: tuple[tuple[str, tuple[str, ...]], ...]
    """Of each page after those, a copy and a part of those that have its text."""

    @property
    def count(self) -> int:
        """How many pages there are, that of the story included."""
        return len(self.rows) + len(self.alike)

    @property
    def copies(self) -> int:
        """How many rows there are."""
        return sum(map(len, self.rows))


def copy_pages(reading: StoryReading, listed: int) -> CopyPages:
    """The pages of a story's copies, `listed` rows on each."""
    rows = [
        (family, copy) for family in reading.story.families for copy in base_first(family) if copy not in reading.alike
    ]
    # Where its row names them all, a list would say nothing more.
    many = [(copy, same) for copy, same in reading.alike_to.items() if len(same) > _NAMED]
    return CopyPages(
        rows=tuple(tuple(rows[first : first + listed]) for first in range(0, len(rows), listed)),
        alike=tuple(
            (copy, tuple(same[first : first + _ALIKE_LISTED]))
            for copy, same in many
            for first in range(0, len(same), _ALIKE_LISTED)
        ),
    )


def base_first(family: Family) -> list[str]:
    """The copies of a family, the base before all others."""
    return [family.base, *[copy for copy in family.copies if copy != family.base]]


def family_parts(
    site: Site, reading: StoryReading, pages: CopyPages, rows: Sequence[tuple[Family, str]]
) -> tuple[FamilyPart, ...]:
    """The families of some rows, each with the rows that are of it; texts that stand alone by why they do."""
    lists = {copy: number for number, (copy, _) in reversed([*enumerate(pages.alike, start=len(pages.rows) + 1)])}
    families: list[FamilyPart] = []
    lone: dict[str, list[CopyLine]] = {}
    for _, group in groupby(rows, key=lambda row: row[0].base):
        members = list(group)
        family = members[0][0]
        lines = [_copy(site, reading, family, reading.articles[copy], lists.get(copy, 0)) for _, copy in members]
        if len(family.copies) > 1:
            families.append(_family(site, reading, family, tuple(lines)))
        else:
            lone.setdefault(_why_alone(reading, family), []).extend(lines)
    catalogue = site.catalogue
    for why, (title, sentence) in _LONE.items():
        if why in lone:
            families.append(
                FamilyPart(
                    title=catalogue.gettext(title),
                    # Of reports alone it is what the page says above them.
                    why=catalogue.gettext(sentence) if families or why != "independent" else "",
                    copies=tuple(lone[why]),
                    alone=True,
                    unfolded=_unfolded(len(lone[why])),
                )
            )
    return tuple(families)


def more_pages(site: Site, reading: StoryReading, pages: CopyPages) -> Iterator[Page]:
    """The pages after that of the story itself."""
    for number, rows in enumerate(pages.rows[1:], start=2):
        families = family_parts(site, reading, pages, rows)
        yield _page(site, reading, pages, number, families=families, alike=None)
    for number, (copy, same) in enumerate(pages.alike, start=len(pages.rows) + 1):
        part = AlikePart(
            article=article_link(site, reading.articles[copy]),
            count=len(reading.alike_to[copy]),
            copies=tuple(_alike(site, reading, article_beside) for article_beside in same),
        )
        yield _page(site, reading, pages, number, families=(), alike=part)


def page_links(site: Site, reading: StoryReading, pages: CopyPages) -> tuple[TextLink, ...]:
    """Links to the pages after that of the story itself, by their numbers."""
    return tuple(
        TextLink(label=Text(text=site.catalogue.number(number)), href=_address(site, reading, number))
        for number in range(2, pages.count + 1)
    )


def _page(
    site: Site,
    reading: StoryReading,
    pages: CopyPages,
    number: int,
    *,
    families: tuple[FamilyPart, ...],
    alike: AlikePart | None,
) -> Page:
    story, catalogue = reading.story, site.catalogue
    path = copies_path(story.id, number)
    title = in_language(
        story.title,
        site.editor_language if story.declared else reading.articles[story.articles[0]].language,
        site.frame.language,
    )
    view = CopiesView(
        head=make_head(
            site,
            catalogue.gettext("{title}, copies, page {number}", title=story.title, number=catalogue.number(number)),
            catalogue.gettext(
                "Copies of {title}, page {number} of {count}.",
                title=catalogue.isolated(story.title),
                number=catalogue.number(number),
                count=catalogue.number(pages.count),
            ),
            path,
            current="home",
        ),
        story=TextLink(label=title, href=href(site.frame.root, story_path(story.id))),
        number=number,
        of=pages.count,
        families=families,
        alike=alike,
        previous=_address(site, reading, number - 1),
        next=_address(site, reading, number + 1) if number < pages.count else "",
    )
    return Page(url=path, template="copies.html", view=view)


def _address(site: Site, reading: StoryReading, number: int) -> str:
    story = reading.story.id
    return href(site.frame.root, story_path(story) if number == 1 else copies_path(story, number))


def _alike(site: Site, reading: StoryReading, copy: str) -> AlikeLine:
    article = reading.articles[copy]
    credit, missing = _credit(site, reading, article)
    return AlikeLine(
        article=article_link(site, article),
        title=article_title(site, article),
        when=when(site, article),
        credit=credit,
        credit_missing=missing,
    )


def _family(site: Site, reading: StoryReading, family: Family, copies: tuple[CopyLine, ...]) -> FamilyPart:
    catalogue = site.catalogue
    carries = all(reading.standings[copy].carries for copy in family.copies)
    return FamilyPart(
        title=catalogue.gettext("Copies of one text") if carries else catalogue.gettext("Articles that share text"),
        # Translators: {name} is an outlet, {reason} why its text is read against: "earliest published".
        why=catalogue.gettext(
            "Read against {name}: {reason}.",
            name=spoken_name(site, reading.articles[family.base], short=True),
            reason=catalogue.gettext(family.base_reason),
        ),
        copies=copies,
        alone=False,
        unfolded=_unfolded(len(copies)),
    )


def _unfolded(count: int) -> int:
    return count if count <= _ALL_UNFOLDED else _FIRST_UNFOLDED


def _why_alone(reading: StoryReading, family: Family) -> str:
    """Why a text shares its family with no other."""
    if reading.standings[family.base].relation == "translated":
        return "translated"
    return "foreign" if family.base in reading.foreign else "independent"


def _copy(site: Site, reading: StoryReading, family: Family, article: Article, list_page: int) -> CopyLine:
    standing = reading.standings[article.id]
    comparison = reading.by_pair.get((standing.against, article.id))
    credit, missing = _credit(site, reading, article)
    same = reading.alike_to.get(article.id, [])
    anatomy = reading.anatomies.get(article.id)
    return CopyLine(
        article=article_link(site, article),
        siglum="" if is_by_siglum(article) else site.sigla[article.id],
        title=article_title(site, article),
        is_base=not standing.against and len(family.copies) > 1,
        when=_when(site, reading, article),
        relation=_relation(site, reading, family, standing),
        strip=copy_strip(anatomy, site.catalogue) if anatomy and standing.against else None,
        share=_share(site, reading, standing, article),
        credit=credit,
        credit_missing=missing,
        compare=href(site.frame.root, comparison_path(reading.story.id, standing.against, article.id))
        if comparison
        else "",
        alike=len(same),
        alike_named=tuple(article_link(site, reading.articles[copy]) for copy in same[:_NAMED]),
        alike_href=_address(site, reading, list_page) if list_page else "",
    )


def _when(site: Site, reading: StoryReading, article: Article) -> str:
    """When it was published, with its language where it is not that of the text that leads the story."""
    dated = when(site, article)
    if article.language == reading.articles[reading.story.base].language:
        return dated
    return f"{dated} · {language_label(site, article.language)}"


def _relation(site: Site, reading: StoryReading, family: Family, standing: CopyStanding) -> str:
    """How it stands to the others, and from whom it was taken as far as that can be told."""
    catalogue = site.catalogue
    if len(family.copies) == 1 and not standing.parent:
        # The list that it stands in says so.
        return ""
    if not standing.carries and standing.against:
        name = spoken_name(site, reading.articles[standing.parent or standing.against], short=True)
        return part_in_brief(standing, name, catalogue)
    relation = catalogue.gettext(RELATIONS[standing.relation])
    descent = _descent(site, reading, standing)
    # Translators: {relation} is "cut" or "edited"; {descent} is "copied from Northern Wire".
    return catalogue.gettext("{relation}, {descent}", relation=relation, descent=descent) if descent else relation


def _credit(site: Site, reading: StoryReading, article: Article) -> tuple[str, bool]:
    """Whom a copy credits, and whether it should and does not."""
    catalogue = site.catalogue
    missing = reading.standings[article.id].silent
    if credits := catalogue.in_series(
        map(catalogue.isolated, credited_names(article, site.sources.get(article.source)))
    ):
        # Translators: {names} are outlets that an article names as its sources.
        return catalogue.gettext("names {names}", names=credits), False
    return (catalogue.gettext("names no source"), True) if missing else ("", False)


def _descent(site: Site, reading: StoryReading, standing: CopyStanding) -> str:
    """`copied from`, `likely from` or `beside` the outlet of the copy that it is read against; empty for a base."""
    if not standing.against:
        return ""
    catalogue = catalogue_for(site.config.language)
    edge = reading.edges.get(standing.article)
    name = spoken_name(site, reading.articles[standing.parent or standing.against], short=True)
    if standing.relation == "translated" and standing.parent:
        # Translators: after "translated": the outlet whose text it is.
        return catalogue.gettext("from {name}", name=name)
    if standing.parent:
        if standing.probability >= COPIED:
            return catalogue.gettext("copied from {name}", name=name)
        return catalogue.gettext("likely from {name}", name=name)
    if edge and standing.one_of:
        names = one_of_names(site, reading, standing.one_of, short=True)
        # Translators: behind the relation of a copy; {names} are outlets, "A or B".
        return (
            catalogue.gettext("copied from {names}; from which cannot be told", names=names)
            if edge.together >= COPIED
            else catalogue.gettext("likely from {names}; from which cannot be told", names=names)
        )
    if edge and edge.none_held >= LIKELY:
        # Translators: under the relation of a copy that is read against another and was not taken from it.
        return catalogue.gettext("beside {name}", name=name)
    if edge and edge.has_parent:
        # Translators: under the relation of a copy that was taken from one of several.
        return catalogue.gettext("beside {name}; from which copy cannot be told", name=name)
    if edge and edge.is_dated:
        # Translators: under the relation of two copies of different days.
        return catalogue.gettext("beside {name}; who took it from whom cannot be told", name=name)
    # Translators: under the relation of two copies of which nobody knows which came first.
    return catalogue.gettext("beside {name}; which came first cannot be told", name=name)


def _share(site: Site, reading: StoryReading, standing: CopyStanding, article: Article) -> str:
    """How much of the copy is in the text that it is read against, and of that text in the copy."""
    catalogue = site.catalogue
    words = catalogue.ngettext("{count} word", "{count} words", reading.words(article.id))
    if standing.taken is None:
        return words
    taken = catalogue.percent(standing.taken)
    if standing.kept is None or (article.completeness == "partial" and standing.against):
        # Nobody knows what an incomplete import lacks.
        # Translators: {share} is how much of a copy is in another text; what it keeps of that text is not known.
        return catalogue.gettext("{words}, shares {share}; what it keeps is not known", words=words, share=taken)
    # Translators: {share} is how much of a copy is in another text, {kept} how much of that text is in the copy.
    return catalogue.gettext(
        "{words}, shares {share}, keeps {kept}", words=words, share=taken, kept=catalogue.percent(standing.kept)
    )
