"""Lays out the pages of a text that is read sentence by sentence: its parts, and the text from other copies.

The story's page has the first part of the text of the base. A further copy as spine is a page of the same template: no
finding is told there, and the address that is cited is that of the story.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from sitegen.collation import Collation, CollationUnit
from sitegen.text.catalogues import Catalogue
from sitegen.views.addresses import absolute, href, spine_path, story_path, text_path
from sitegen.views.common import Site, make_head, outlet_name, short_name, spoken_name
from sitegen.views.pages import Page, Spine, SpineView, Text, TextLink
from sitegen.views.record import claims_corrected, former_passages
from sitegen.views.rights import withheld_reason
from sitegen.views.stories.copynames import CopyNames
from sitegen.views.stories.spine import SpinePast, SpineReader
from sitegen.views.story_reading import StoryReading

_FIRST_SENTENCES = 60
"""Sentences of the text on the story's page; nine in ten news reports have fewer."""
_FURTHER_SENTENCES = 120
"""Sentences on each further page of a longer text: one that the copies word anew takes up to a dozen elements."""


def text_parts(units: Sequence[CollationUnit]) -> list[list[CollationUnit]]:
    """The units of a text, page by page; what was added stays after the sentence that it follows."""
    parts: list[list[CollationUnit]] = [[]]
    sentences = 0
    for unit in units:
        most = _FIRST_SENTENCES if len(parts) == 1 else _FURTHER_SENTENCES
        if not unit.added:
            if sentences == most:
                parts.append([])
                sentences = 0
            sentences += 1
        parts[-1].append(unit)
    return parts


def base_spines(
    site: Site, reading: StoryReading, names: CopyNames, parts: Sequence[Sequence[CollationUnit]]
) -> Iterator[Spine]:
    """The text of the story's page, part by part, with what is remembered of its sentences."""
    base = reading.articles[names.collation.base]
    corrections = claims_corrected(site, reading)
    pages = _part_links(site, lambda number: _base_path(reading.story.id, number), len(parts))
    addresses = {
        unit.id: pages[number].href for number, units in enumerate(parts) for unit in units if base.rights != "figures"
    }
    for units in parts:
        present = {unit.id for unit in units if unit.id in addresses}
        elsewhere = {name: address for name, address in addresses.items() if name not in present}
        # Ids are made of words: of a text that may not be shown, those it had when it might are not told either.
        former = former_passages(site, reading.story.record, present, elsewhere) if addresses else {}
        spine = _spine(site, reading, names, units, SpinePast(former, corrections))
        yield replace(spine, pages=pages if len(pages) > 1 else (), former=former.get("", ()))


def _base_path(story: str, number: int) -> str:
    return story_path(story) if number == 1 else text_path(story, number)


def _part_links(site: Site, path: Callable[[int], str], count: int) -> tuple[TextLink, ...]:
    """The parts of a text by their numbers."""
    return tuple(
        TextLink(label=Text(text=site.catalogue.number(number)), href=href(site.frame.root, path(number)))
        for number in range(1, count + 1)
    )


def _spine(
    site: Site,
    reading: StoryReading,
    names: CopyNames,
    units: Sequence[CollationUnit],
    past: SpinePast | None = None,
) -> Spine:
    catalogue, base = site.catalogue, reading.articles[names.collation.base]
    strangers = [alignment.right for alignment in reading.edition.alignments if not alignment.translation]
    reader = SpineReader(names, strangers, past)
    lang, direction = reader.tongue
    before, rows, left_out = reader.rows(units)
    notes = [reason] if (reason := withheld_reason(base, catalogue)) else []
    if left_out:
        notes.append(
            catalogue.ngettext(
                "{count} more sentence that only some copies have is in the comparisons.",
                "{count} more sentences that only some copies have are in the comparisons.",
                left_out,
            )
        )
    return Spine(
        name=outlet_name(site, base),
        lang=lang,
        dir=direction,
        before=before,
        rows=rows,
        copies=reader.copies,
        notes=tuple(notes),
        doubts=tuple(reader.doubts()),
        pages=(),
    )


def text_pages(site: Site, reading: StoryReading, spines: Sequence[Spine], link: TextLink) -> Iterator[Page]:
    """The pages of a long text after the story's own."""
    for number, spine in enumerate(spines[1:], start=2):
        title = _part_title(site.catalogue, number, len(spines))
        path = text_path(reading.story.id, number)
        view = SpineView(
            head=make_head(site, f"{reading.story.title}: {title}", title, path, current="home"),
            story=link,
            title=title,
            spine=spine,
        )
        yield Page(url=path, template="story-text.html", view=view)


def _part_title(catalogue: Catalogue, number: int, count: int) -> str:
    return catalogue.gettext(
        "The text, part {number} of {count}", number=catalogue.number(number), count=catalogue.number(count)
    )


def spine_links(site: Site, reading: StoryReading) -> tuple[TextLink, ...]:
    """The other copies from which the story can be read, each leading to its page."""
    return tuple(
        TextLink(
            label=short_name(site, reading.articles[collation.base]),
            href=href(site.frame.root, spine_path(reading.story.id, collation.base)),
        )
        for collation in reading.edition.further
    )


def spine_pages(site: Site, reading: StoryReading, link: TextLink) -> Iterator[Page]:
    """The story read from its other copies."""
    for collation in reading.edition.further:
        yield from _pages_of(site, reading, collation, link)


def _pages_of(site: Site, reading: StoryReading, collation: Collation, link: TextLink) -> Iterator[Page]:
    catalogue, story = site.catalogue, reading.story
    parts = text_parts(collation.units)

    def path(number: int) -> str:
        return spine_path(story.id, collation.base, number)

    pages = _part_links(site, path, len(parts))
    addresses = {unit.id: pages[number].href for number, units in enumerate(parts) for unit in units}
    names = CopyNames(site, reading, collation, addresses)
    name = spoken_name(site, reading.articles[collation.base])
    # Translators: {name} is the outlet whose copy is read here, sentence by sentence, instead of the base.
    title = catalogue.gettext("The story read from the copy of {name}", name=name)
    for number, units in enumerate(parts, start=1):
        spine = replace(_spine(site, reading, names, units), pages=pages if len(pages) > 1 else ())
        heading = title if number == 1 else f"{title}: {_part_title(catalogue, number, len(parts))}"
        head = make_head(site, f"{story.title}: {heading}", heading, path(number), current="home")
        view = SpineView(
            # What is found of the story stands on its own page alone.
            head=replace(head, canonical=absolute(site.frame.home, story_path(story.id)), alternates=()),
            story=link,
            title=heading,
            spine=spine,
            alternatives=_alternatives(site, reading, collation, link),
        )
        yield Page(url=path(number), template="story-text.html", view=view)


def _alternatives(site: Site, reading: StoryReading, collation: Collation, link: TextLink) -> tuple[TextLink, ...]:
    """The base and the other copies from which the story can be read."""
    base = short_name(site, reading.articles[reading.edition.families[0].collation.base])
    address = href(site.frame.root, spine_path(reading.story.id, collation.base))
    return (
        TextLink(label=base, href=link.href),
        *(entry for entry in spine_links(site, reading) if entry.href != address),
    )
