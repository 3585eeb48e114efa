"""The facts of a story laid out: what each copy says in the place of a figure or date; the differing ones first."""

from sitegen.edition import Fact, FamilyEdition, StatedValue
from sitegen.views.common import in_language
from sitegen.views.pages import StatedLine, StoryFact, StoryFacts, Text
from sitegen.views.stories.copynames import NAMED, CopyNames

_DIFFERING = 12
_AGREED = 40
"""Facts that a page lists, on which copies differ and on which they agree; the data has all."""


def story_facts(names: CopyNames, edition: FamilyEdition) -> StoryFacts | None:
    """The facts whose words may be shown; None where there are none, or where the base allows figures only."""
    if not names.may_name(edition.collation.base):
        return None
    facts = [(fact, _lines(names, fact)) for fact in edition.facts]
    differing = [(fact, lines) for fact, lines in facts if len(lines) > 1 and _differs(names, fact)]
    agreed = [(fact, lines) for fact, lines in facts if len(lines) == 1 and _count(lines) > 1]
    if not differing and not agreed:
        return None
    return StoryFacts(
        differing=tuple(_fact(names, edition, fact, lines) for fact, lines in differing[:_DIFFERING]),
        more_differing=max(0, len(differing) - _DIFFERING),
        agreed=tuple(lines[0].text for _, lines in agreed[:_AGREED] if lines[0].text.text),
        agreed_count=len(agreed),
    )


def _differs(names: CopyNames, fact: Fact) -> bool:
    return any(stated.verdict in ("changed", "rounded") and names.nameable(stated.copies) for stated in fact.stated)


def _count(lines: tuple[StatedLine, ...]) -> int:
    return sum(len(line.copies.links) + line.copies.more for line in lines)


def _lines(names: CopyNames, fact: Fact) -> tuple[StatedLine, ...]:
    return tuple(
        StatedLine(
            text=_text(names, stated), copies=names.listed(stated.copies, fact.span, most=1 if place == 0 else NAMED)
        )
        for place, stated in enumerate(fact.stated)
        if names.nameable(stated.copies) and stated.verdict != "withheld"
    )


def _text(names: CopyNames, stated: StatedValue) -> Text:
    """As the first copy prints it; empty where that may not be shown."""
    copy = stated.copies[0]
    if not stated.span or not names.may_name(copy) or not names.reading.shown.covers(copy, stated.span):
        return Text(text="")
    return in_language(stated.text, names.reading.articles[copy].language, names.site.frame.language)


def _fact(names: CopyNames, edition: FamilyEdition, fact: Fact, lines: tuple[StatedLine, ...]) -> StoryFact:
    base = edition.collation.base
    covered = names.reading.shown.covers(base, fact.context)
    words = " ".join(names.reading.texts[base].text(fact.context).split()) if covered else ""
    context = in_language(
        f"… {words} …" if words else "", names.reading.articles[base].language, names.site.frame.language
    )
    return StoryFact(context=context, href=names.anchor(fact.unit), stated=lines)
