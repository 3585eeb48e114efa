"""Lays out the copies of a story: the table on its page, and pages of the rest where there are many.

Copies whose text is that of an earlier one are no rows of their own: its row names the first of them and leads to a
page that lists all.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from sitegen.model import COPIED, LIKELY, Article, CopyStanding, Family
from sitegen.text.catalogues import Catalogue, marked
from sitegen.views.addresses import comparison_path, copies_path, href, story_path
from sitegen.views.common import (
    Site,
    article_link,
    article_title,
    in_language,
    language_label,
    make_head,
    number_of_words,
    share_of_words,
    spoken_name,
    when,
)
from sitegen.views.names import credited_names, is_by_siglum
from sitegen.views.pages import (
    AlikeLine,
    AlikePart,
    CopiesView,
    CopyLine,
    FamilyPart,
    KindOfFamily,
    Page,
    Text,
    TextLink,
)
from sitegen.views.story_reading import StoryReading
from sitegen.views.strips import base_strip, copy_strip
from sitegen.views.words import IN_ANOTHER_LANGUAGE, RELATIONS

_TITLES: Mapping[KindOfFamily, str] = {
    "copies": marked("Copies of one text"),
    "sharing": marked("Articles that share text"),
    "independent": marked("Independent"),
    "translation": marked("Translation"),
    "foreign": marked("In another language"),
}
"""What stands above families."""
_NAMED = 12
"""Copies with the text of another that its row names; as many as the outlets of a large agency story."""
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
    """The families of some rows, each with the rows that are of it."""
    lists = {copy: number for number, (copy, _) in reversed([*enumerate(pages.alike, start=len(pages.rows) + 1)])}
    parts = []
    for _, group in groupby(rows, key=lambda row: row[0].base):
        members = list(group)
        family = members[0][0]
        lines = tuple(_copy(site, reading, family, reading.articles[copy], lists.get(copy, 0)) for _, copy in members)
        parts.append(_family(site, reading, family, lines))
    return tuple(parts)


def more_pages(site: Site, reading: StoryReading, pages: CopyPages) -> Iterator[Page]:
    """The pages after that of the story itself."""
    for number, rows in enumerate(pages.rows[1:], start=2):
        families = family_parts(site, reading, pages, rows)
        yield _page(site, reading, pages, number, families=families, alike=None)
    for number, (copy, same) in enumerate(pages.alike, start=len(pages.rows) + 1):
        part = AlikePart(
            article=article_link(site, reading.articles[copy]),
            count=len(reading.alike_to[copy]),
            copies=tuple(_alike(site, reading, other) for other in same),
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
    story = reading.story
    path = copies_path(story.id, number)
    title = in_language(
        story.title,
        site.frame.language if story.declared else reading.articles[story.articles[0]].language,
        site.frame.language,
    )
    view = CopiesView(
        head=make_head(
            site,
            site.catalogue.gettext(
                "{title}, copies, page {number}", title=story.title, number=site.catalogue.number(number)
            ),
            site.catalogue.gettext(
                "Copies of {title}, page {number} of {count}.",
                title=story.title,
                number=site.catalogue.number(number),
                count=site.catalogue.number(pages.count),
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
    base = reading.articles[family.base]
    name = spoken_name(site, base, short=True)
    alone = len(family.copies) == 1
    kind = _kind(reading, family)
    return FamilyPart(
        kind=kind,
        title=site.catalogue.gettext(_TITLES[kind]),
        # Translators: {name} is the copy that the others are read against, {reason} why it was chosen.
        why_base=""
        if alone
        else site.catalogue.gettext(
            "Read against {name}: {reason}.", name=name, reason=site.catalogue.gettext(family.base_reason)
        ),
        copies=copies,
        alone=alone,
    )


def _kind(reading: StoryReading, family: Family) -> KindOfFamily:
    """What a family is to the others of its story."""
    if len(family.copies) > 1:
        whole = all(reading.standings[copy].carries for copy in family.copies)
        return "copies" if whole else "sharing"
    if reading.standings[family.base].relation == "translated":
        return "translation"
    return "foreign" if family.base in reading.foreign else "independent"


def _copy(site: Site, reading: StoryReading, family: Family, article: Article, list_page: int) -> CopyLine:
    standing = reading.standings[article.id]
    words = reading.words(article.id)
    comparison = reading.by_pair.get((standing.against, article.id))
    is_base = not standing.against
    credit, missing = _credit(site, reading, article)
    same = reading.alike_to.get(article.id, [])
    catalogue = site.catalogue
    return CopyLine(
        article=article_link(site, article),
        siglum="" if is_by_siglum(article) else site.sigla[article.id],
        title=article_title(site, article),
        is_base=is_base and len(family.copies) > 1,
        when=when(site, article),
        relation=catalogue.gettext(
            RELATIONS[standing.relation]
            if len(family.copies) > 1 or standing.parent
            else IN_ANOTHER_LANGUAGE
            if article.id in reading.foreign
            else RELATIONS["related"]
        ),
        descent=_descent(site, reading, standing),
        strip=base_strip(article, reading.texts[article.id], catalogue)
        if is_base
        else copy_strip(
            article,
            reading.texts[article.id],
            comparison,
            catalogue,
            reading.summaries[comparison.left, comparison.right].text,
        )
        if comparison
        else None,
        share=number_of_words(catalogue, words)
        if is_base
        else share_of_words(catalogue, standing.taken, words)
        if standing.taken is not None
        else catalogue.gettext(RELATIONS["translated"])
        if standing.relation == "translated"
        else number_of_words(catalogue, words),
        kept=_kept(catalogue, reading, standing, article),
        credit=credit,
        credit_missing=missing,
        language=language_label(site, article.language),
        compare=href(site.frame.root, comparison_path(reading.story.id, standing.against, article.id))
        if comparison
        else "",
        alike=len(same),
        alike_named=tuple(article_link(site, reading.articles[copy]) for copy in same[:_NAMED]),
        alike_href=_address(site, reading, list_page) if list_page else "",
    )


def _credit(site: Site, reading: StoryReading, article: Article) -> tuple[str, bool]:
    """Whom a copy credits, and whether it should and does not."""
    missing = reading.standings[article.id].silent
    credits = ", ".join(credited_names(article))
    return credits or (site.catalogue.gettext("none found") if missing else "–"), missing


def _descent(site: Site, reading: StoryReading, standing: CopyStanding) -> str:
    """`copied from`, `likely from` or `beside` the outlet of the copy that it is read against; empty for a base."""
    if not standing.against:
        return ""
    catalogue = site.catalogue
    edge = reading.edges.get(standing.article)
    name = spoken_name(site, reading.articles[standing.parent or standing.against], short=True)
    if standing.relation == "translated" and standing.parent:
        # Translators: after "translated": the outlet whose text it is.
        return catalogue.gettext("from {name}", name=name)
    if standing.parent:
        if standing.probability >= COPIED:
            return catalogue.gettext("copied from {name}", name=name)
        return catalogue.gettext("likely from {name}", name=name)
    if edge and edge.none_held >= LIKELY:
        # Translators: under the relation of a copy that is read against another and was not taken from it.
        return catalogue.gettext("beside {name}", name=name)
    if edge and edge.has_parent:
        # Translators: under the relation of a copy that was taken from one of several.
        return catalogue.gettext("beside {name}; from which copy cannot be told", name=name)
    # Translators: under the relation of two copies of which nobody knows which came first.
    return catalogue.gettext("beside {name}; which came first cannot be told", name=name)


def _kept(catalogue: Catalogue, reading: StoryReading, standing: CopyStanding, article: Article) -> str:
    """What the copy kept of the one it is read against, with the denominator; nobody knows of an incomplete import."""
    if article.completeness == "partial" and standing.against:
        return catalogue.gettext("import incomplete: what it kept is not known")
    if standing.kept is None:
        return ""
    words = reading.words(standing.against)
    return catalogue.ngettext(
        "{share} of {count} word kept", "{share} of {count} words kept", words, share=catalogue.percent(standing.kept)
    )
