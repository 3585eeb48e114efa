"""Lays out why the articles of a story belong together: shares of all pairs, shared departures, the links' evidence.

The matrix is drawn only where at least half of its cells mean something: a pair was compared, or shares text.
"""

from collections.abc import Mapping

from sitegen.model import Link
from sitegen.views.addresses import comparison_path, evidence_path, href, story_path
from sitegen.views.common import Site, article_link, in_language, make_head, short_name, shortened
from sitegen.views.link_reasons import link_reason
from sitegen.views.pages import (
    AgreementLine,
    EvidenceLine,
    EvidenceView,
    Matrix,
    MatrixCell,
    MatrixRow,
    Page,
    Text,
    TextLink,
)
from sitegen.views.stories.copynames import CopyNames
from sitegen.views.stories.printed import has_lines, printed_rows
from sitegen.views.story_reading import StoryReading

_EVIDENCE = 30
_AGREEMENT = 12
_NAMED = 8
_SHARED = 0.05
"""Share of a copy's words in another from which a cell of the matrix means something: grouping links from there on."""
_WORDS_ALIKE = ("likeness", "anchors", "meaning")
"""Kinds of link between articles that need not share a sentence."""


def evidence_page(site: Site, reading: StoryReading, title: TextLink) -> Page | None:
    """The page; None where there is nothing to say."""
    story, catalogue = reading.story, site.catalogue
    matrix, agreement = _matrix(site, reading), _agreement(site, reading)
    printed = printed_rows(site, reading) if len(reading.articles) > 1 else ()
    if not (matrix or agreement or story.links or printed):
        return None
    path = evidence_path(story.id)
    heading = catalogue.gettext("{story}: the evidence", story=story.title)
    strongest = sorted(story.links, key=lambda link: -link.strength)[:_EVIDENCE]
    view = EvidenceView(
        head=make_head(site, heading, catalogue.gettext("Why these articles belong together."), path, current="home"),
        story=title,
        matrix=matrix,
        agreement=agreement,
        evidence=tuple(_evidence(site, reading, link) for link in strongest),
        links=len(story.links),
        printed=printed,
        columns=has_lines(printed) if printed else (),
        more_printed=len(reading.articles) - len(printed) if printed else 0,
    )
    return Page(url=path, template="evidence.html", view=view)


def _matrix(site: Site, reading: StoryReading) -> Matrix | None:
    """Shares both ways between the copies of the largest text; None where fewer than half its cells say something."""
    copies = list(dict.fromkeys(left for left, _ in reading.containment))
    if len(copies) < 3:
        return None
    pairs = [(left, right) for left in copies for right in copies if left != right]
    telling = sum(_compared(reading, *pair) is not None or reading.containment[pair] >= _SHARED for pair in pairs)
    if 2 * telling < len(pairs):
        return None
    names = {copy: short_name(site, reading.articles[copy]) for copy in copies}
    rows = tuple(
        MatrixRow(name=names[row], cells=tuple(_cell(site, reading, row, column, names) for column in copies))
        for row in copies
    )
    return Matrix(columns=tuple(names[copy] for copy in copies), rows=rows)


def _compared(reading: StoryReading, row: str, column: str) -> tuple[float, str] | None:
    """Share of the row's words in the column by their comparison, and its address; None where none was made."""
    for comparison in (reading.by_pair.get((row, column)), reading.by_pair.get((column, row))):
        if comparison:
            share = comparison.measures.left_in_right if comparison.left == row else comparison.measures.right_in_left
            return share, comparison_path(reading.story.id, comparison.left, comparison.right)
    return None


def _cell(site: Site, reading: StoryReading, row: str, column: str, names: Mapping[str, Text]) -> MatrixCell:
    if row == column:
        return MatrixCell(value="", href="", level=0, spoken="")
    compared = _compared(reading, row, column)
    share, address = compared or (reading.containment[row, column], "")
    return MatrixCell(
        value=site.catalogue.percent(share),
        href=href(site.frame.root, address) if address else "",
        level=min(4, int(share * 5)),
        # Translators: {first} and {second} are outlets.
        spoken=site.catalogue.gettext(
            "{share} of the words of {first} are in {second}",
            share=site.catalogue.percent(share),
            first=site.catalogue.isolated(names[row].plain),
            second=site.catalogue.isolated(names[column].plain),
        ),
    )


def _agreement(site: Site, reading: StoryReading) -> tuple[AgreementLine, ...]:
    """Groups of copies that depart from the base together; those that may not be named are left out."""
    catalogue = site.catalogue
    lines: list[AgreementLine] = []
    for family in reading.edition.families:
        names = CopyNames(site, reading, family.collation)
        if not names.may_name(family.collation.base):
            continue
        for group in family.agreement[:_AGREEMENT]:
            copies = [copy for copy in group.copies if names.may_name(copy)]
            if len(copies) < 2:
                continue
            lines.append(
                AgreementLine(
                    copies=tuple(names.link(copy) for copy in copies[:_NAMED]),
                    more=max(0, len(copies) - _NAMED),
                    places=catalogue.ngettext(
                        "these alone, at {count} place", "these alone, at {count} places", len(group.units)
                    ),
                    href=f"{href(site.frame.root, story_path(reading.story.id))}#{group.units[0]}",
                )
            )
    return tuple(lines)


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
