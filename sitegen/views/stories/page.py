"""Lays out a story: what happened and what leads, the text with what became of it, its copies, facts, quotations.

The parts are laid out by the modules beside this one; here they are put in the order in which a reader needs them.
"""

from collections.abc import Iterator, Sequence

from sitegen.collation import CollationUnit
from sitegen.edition import FamilyEdition
from sitegen.model import Article
from sitegen.text.catalogues import Catalogue
from sitegen.text.languages import is_one_language, short_date
from sitegen.text.tokenized import UNCOUNTED
from sitegen.views.addresses import (
    article_path,
    collatex_path,
    href,
    story_data_path,
    story_feed_path,
    story_path,
    tei_path,
    text_path,
)
from sitegen.views.citing import cited, page_reference, with_reference
from sitegen.views.common import (
    Site,
    article_link,
    in_language,
    language_label,
    make_head,
    when,
)
from sitegen.views.finding import finding_of
from sitegen.views.lineage import lineage_part
from sitegen.views.linked_data import story_data
from sitegen.views.pages import Page, Quote, Spine, StoryView, Text, TextLink
from sitegen.views.record import correction_lines, edition_log
from sitegen.views.related import related_links
from sitegen.views.series_and_digests import story_notes
from sitegen.views.stories.aligned import aligned_pages
from sitegen.views.stories.copies import CopyPages, copy_pages, family_parts, more_pages, page_links
from sitegen.views.stories.copynames import CopyNames
from sitegen.views.stories.evidence import evidence_page
from sitegen.views.stories.facts import story_facts
from sitegen.views.stories.headlines import headlines
from sitegen.views.stories.leads import lead_lines
from sitegen.views.stories.quotations import quotation_lines
from sitegen.views.stories.spine import CLOSING, STOPS
from sitegen.views.stories.synopsis import synopsis_page
from sitegen.views.stories.textpages import base_spines, spine_links, spine_pages, text_pages, text_parts
from sitegen.views.stories.translations import translation_lines
from sitegen.views.stories.witnesses import witnesses_of
from sitegen.views.story_reading import StoryReading

LISTED_COPIES = 40
"""Copies listed on a story's page, and on each of the pages of the rest: more lines are not read."""
_FEW_LINES = 4
"""Quotations, or headlines, that are shown before a reader unfolds the others."""
_QUOTE = 420
"""Characters of the sentence that opens the page."""
_SAID = 7
"""Words from which a first sentence without a mark at its end opens the page: a dateline alone has fewer."""
_LEAST_SAID = 4
"""Words of a sentence that may open the page: `Ok.` was the first of a text from which chrome was taken."""
_ASKING = frozenset("?؟？;՞")
"""Marks of a question; the Greek one is written as a semicolon."""


def story_pages(site: Site, reading: StoryReading) -> Iterator[Page]:
    """The page of one story, the further parts of its text, its copies in columns, its evidence, further copies."""
    story, pages = reading.story, copy_pages(reading, LISTED_COPIES)
    catalogue = site.catalogue
    edition = reading.edition.families[0] if reading.edition.families else None
    parts = text_parts(edition.collation.units) if edition else []
    names = _names(site, reading, edition, parts) if edition else None
    spines = list(base_spines(site, reading, names, parts)) if names else []
    link = _story_link(site, reading)
    evidence = evidence_page(site, reading, link)
    synopsis = synopsis_page(site, reading, names, link) if names else None
    finding = finding_of(site, reading)
    path = story_path(story.id)
    alone = len(reading.articles) == 1
    feed = story_feed_path(story.id) if any(article.dates for article in reading.articles.values()) else ""
    families = family_parts(site, reading, pages, pages.rows[0])
    lines, more_headlines = headlines(site, reading) if not alone else ((), 0)
    quotations = quotation_lines(site, reading, names)
    copies = spines[0].copies if spines else 0
    head = make_head(
        site,
        story.title,
        finding,
        article_path(story.base) if alone else path,
        current="home",
        indexed=not alone,
        feed=feed,
    )
    reference = page_reference(site, "story", story.id, story.title, path)
    view = StoryView(
        head=with_reference(head, site, reference, story_data(site, reading, reference.address, finding)),
        kicker=_kicker(site, reading, catalogue),
        title=link.label,
        quote=_quote(site, reading, edition),
        leads=lead_lines(names, edition, copies) if names and edition else (),
        lede=" ".join([finding, *story_notes(site, reading)]),
        summary=story.summary,
        notes=story.notes,
        spine=spines[0] if spines else None,
        families=families,
        strip_kinds=frozenset(
            path.kind for family in families for line in family.copies if line.strip for path in line.strip.paths
        ),
        more=page_links(site, reading, pages),
        truncated=tuple(_left_out(site, reading, pages, catalogue)),
        facts=story_facts(names, edition) if names and edition else None,
        quotations=quotations,
        unfolded_quotations=_unfolded(len(quotations)),
        translations=translation_lines(site, reading),
        lineage=lineage_part(site, reading),
        histories=tuple(dict.fromkeys(reading.histories.values())),
        headlines=lines,
        unfolded_headlines=_unfolded(len(lines)),
        more_headlines=more_headlines,
        related=related_links(site, story),
        synopsis=href(site.frame.root, synopsis.url) if synopsis else "",
        evidence=href(site.frame.root, evidence.url) if evidence else "",
        cite=cited(site, reference),
        editions=edition_log(site, story.record, reading.articles),
        corrections=correction_lines(site, story.record.corrections, _claim_addresses(site, reading, spines)),
        data=href(site.frame.shared, story_data_path(story.id)),
        formats=_formats(site, reading),
        spines=spine_links(site, reading),
        feed=href(site.frame.root, feed) if feed else "",
    )
    yield Page(url=path, template="story.html", view=view)
    yield from text_pages(site, reading, spines, link)
    yield from spine_pages(site, reading, link)
    yield from filter(None, (synopsis, evidence))
    yield from aligned_pages(site, reading, link)
    yield from more_pages(site, reading, pages)


def _names(
    site: Site, reading: StoryReading, edition: FamilyEdition, parts: Sequence[Sequence[CollationUnit]]
) -> CopyNames:
    addresses = {
        unit.id: href(site.frame.root, text_path(reading.story.id, number))
        for number, units in enumerate(parts[1:], start=2)
        for unit in units
    }
    return CopyNames(site, reading, edition.collation, addresses)


def _unfolded(lines: int) -> int:
    """How many of some lines are shown at first: all, where no more than one would be folded."""
    return lines if lines <= _FEW_LINES + 1 else _FEW_LINES


def _formats(site: Site, reading: StoryReading) -> tuple[TextLink, ...]:
    """The files for other programs, where the archive has them and the words of the base may be told."""
    if not site.config.edition_files or not reading.edition.families:
        return ()
    collation = reading.edition.families[0].collation
    witnesses = witnesses_of(collation, reading.articles)
    if len(witnesses) < 2:
        return ()
    language = reading.articles[collation.base].language
    tabled = [copy for copy in witnesses if is_one_language(language, reading.articles[copy].language)]
    paths = [("TEI", tei_path(reading.story.id))]
    paths += [("CollateX", collatex_path(reading.story.id))] if len(tabled) > 1 else []
    return tuple(TextLink(label=Text(text=name), href=href(site.frame.shared, path)) for name, path in paths)


def _claim_addresses(site: Site, reading: StoryReading, spines: Sequence[Spine]) -> dict[str, str]:
    """Where each claim stands that was corrected, by its id."""
    root, story = site.frame.root, reading.story.id
    corrected = {correction.claim for correction in reading.story.record.corrections if correction.claim}
    addresses = {
        change.id: f"{href(root, reading.path_of(comparison, change.id))}#{change.id}"
        for comparison in (reading.comparisons if corrected else ())
        for change in comparison.changes
        if change.id in corrected
    }
    for number, spine in enumerate(spines, start=1):
        page = "" if number == 1 else href(root, text_path(story, number))
        sentences = (sentence.id for row in spine.rows for sentence in row.sentences)
        addresses |= {name: f"{page}#{name}" for name in sentences if name in corrected}
    return addresses


def _story_link(site: Site, reading: StoryReading) -> TextLink:
    """The title of the story, in its language, leading to its page."""
    story = reading.story
    language = site.editor_language if story.declared else reading.articles[story.articles[0]].language
    return TextLink(
        label=in_language(story.title, language, site.frame.language), href=href(site.frame.root, story_path(story.id))
    )


def _quote(site: Site, reading: StoryReading, edition: FamilyEdition | None) -> Quote | None:
    """The first sentence of the text that is read, as it is printed; None where it may not be shown, or is no report.

    Of reports that share nothing, none is quoted before the others.
    """
    if edition is None:
        return None
    base = reading.articles[edition.collation.base]
    text = reading.texts[base.id]
    # What stands before the report is no sentence of it: `LORNE (NW)`.
    units = (
        unit
        for unit in edition.collation.spine
        if unit.role not in UNCOUNTED and unit.role != "heading" and _is_said(text.text(unit.span), unit.words)
    )
    first = next(units, None)
    if first is None or not reading.shown.covers(base.id, first.span):
        return None
    # A dash that a dateline left before the sentence is no word of it.
    words = " ".join(text.text(first.span).split()).lstrip("-–— ")
    if len(words) > _QUOTE:
        return None
    return Quote(
        text=in_language(words, base.language, site.frame.language),
        credit=article_link(site, base),
        when=when(site, base),
    )


def _is_said(printed: str, words: int) -> bool:
    """Whether a first sentence says something: it ends as sentences do, or is long enough for one without a mark.

    A question above a report is mostly a poll of the site's readers, and a few words are what is left of its chrome.
    """
    mark = printed.strip().rstrip(CLOSING)[-1:]
    return words >= _LEAST_SAID and mark not in _ASKING and (words >= _SAID or mark in STOPS)


def _left_out(site: Site, reading: StoryReading, pages: CopyPages, catalogue: Catalogue) -> Iterator[str]:
    """What the page of a very large story leaves out, and what was not compared, and why."""
    if len(pages.rows) > 1:
        yield catalogue.gettext(
            "This page lists the first {shown} of {count} copies; the pages after it list the others.",
            shown=catalogue.number(len(pages.rows[0])),
            count=catalogue.number(pages.copies),
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


def _kicker(site: Site, reading: StoryReading, catalogue: Catalogue) -> str:
    """When the first copy appeared, how many articles there are, and in which languages."""
    articles: list[Article] = list(reading.articles.values())
    dated = [article.published for article in articles if article.published]
    first = min(dated, key=lambda moment: moment.order) if dated else None
    languages = sorted({language_label(site, article.language) for article in articles})
    return " · ".join(
        [
            short_date(first, site.frame.language) if first else catalogue.gettext("date not known"),
            catalogue.ngettext("{count} article", "{count} articles", len(articles)),
            catalogue.in_series(languages),
        ]
    )
