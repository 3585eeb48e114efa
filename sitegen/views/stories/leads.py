"""The findings that lead a story, in words: whom each is about, what it says, and a link to what proves it.

That a copy lacks a sentence says nothing of who took the text from whom; so it `lacks` it and has not dropped it.
"""

from collections.abc import Iterator, Mapping, Sequence

from sitegen.collation import CollationUnit
from sitegen.edition import Fact, FamilyEdition, LeadingFinding
from sitegen.model import Change
from sitegen.text.catalogues import Catalogue, catalogue_for
from sitegen.views.common import in_language
from sitegen.views.pages import LeadLine, Text
from sitegen.views.stories.copynames import CopyNames

_NAMED = 3
"""Copies that a finding names; of more it says how many there are."""
_QUOTED = 170
"""Characters of a sentence that a finding is about."""


def lead_lines(names: CopyNames, edition: FamilyEdition, copies: int) -> tuple[LeadLine, ...]:
    """The findings of an edition whose words may be told. `copies` is how many copies the base is read against."""
    return tuple(_LeadWriter(names, edition, copies).lines())


class _LeadWriter:
    def __init__(self, names: CopyNames, edition: FamilyEdition, copies: int) -> None:
        self._names, self._edition, self._copies = names, edition, copies
        self._reading, self._base = names.reading, edition.collation.base
        self._catalogue: Catalogue = names.site.catalogue
        self._units: Mapping[str, CollationUnit] = {unit.id: unit for unit in edition.collation.spine}
        self._facts: Mapping[str, Fact] = {fact.id: fact for fact in edition.facts}

    def lines(self) -> Iterator[LeadLine]:
        """One a finding."""
        if not self._names.may_name(self._base):
            return
        for finding in self._edition.leading:
            named = self._names.nameable(finding.copies)
            line = self._line(finding, named) if named else None
            if line:
                yield line

    def _line(self, finding: LeadingFinding, named: Sequence[str]) -> LeadLine | None:
        match finding.kind:
            case "lost denial" | "lost quotation":
                return self._loss(finding, named)
            case "differing figure":
                return self._figure(finding)
            case "headline":
                return self._headline(named[0])
            case _:
                return self._change(finding, named[0])

    def _loss(self, finding: LeadingFinding, named: Sequence[str]) -> LeadLine:
        catalogue = self._catalogue
        copies, count = self._names.spoken(named), self._names.count(finding.copies)
        values = {"of": catalogue.number(self._copies)}
        if finding.kind == "lost denial":
            claim = (
                catalogue.ngettext("{names} lacks a denial.", "{names} lack a denial.", count, names=copies)
                if count == len(named) <= _NAMED
                else catalogue.ngettext(
                    "{count} of {of} copies lacks a denial.", "{count} of {of} copies lack a denial.", count, **values
                )
            )
        else:
            claim = (
                catalogue.ngettext("{names} lacks a quotation.", "{names} lack a quotation.", count, names=copies)
                if count == len(named) <= _NAMED
                else catalogue.ngettext(
                    "{count} of {of} copies lacks a quotation.",
                    "{count} of {of} copies lack a quotation.",
                    count,
                    **values,
                )
            )
        keepers = self._names.count(finding.survives) + len(self._names.twins_of_base())
        survives = (
            catalogue.ngettext("{count} other copy has it.", "{count} other copies have it.", keepers)
            if keepers
            else ""
        )
        return LeadLine(
            claim=claim,
            href=self._names.anchor(finding.unit),
            quote=self._sentence(finding.unit),
            note=survives,
        )

    def _sentence(self, unit: str) -> Text:
        """The sentence that is meant, in quotation marks; empty where its words may not be shown."""
        span = self._units[unit].span
        if not self._reading.shown.covers(self._base, span):
            return Text(text="")
        language = self._reading.articles[self._base].language
        # Beside our own sentences, and not inside one: it keeps its direction, and the marks that go with it.
        quoted = catalogue_for(language).quoted(self._reading.texts[self._base].text(span), _QUOTED)
        return in_language(quoted, language, self._names.site.frame.language)

    def _figure(self, finding: LeadingFinding) -> LeadLine | None:
        fact = self._facts[finding.evidence]
        for stated in fact.stated:
            named = self._names.nameable(stated.copies)
            if stated.verdict != "changed" or not named or not stated.span:
                continue
            if not self._reading.shown.covers(stated.copies[0], stated.span) or stated.copies[0] not in named:
                continue
            if not self._reading.shown.covers(self._base, fact.span):
                continue
            claim = self._catalogue.ngettext(
                "Where {base} has {first}, {names} has {second}.",
                "Where {base} has {first}, {names} have {second}.",
                len(named),
                base=self._names.spoken([self._base]),
                first=self._catalogue.quoted(fact.stated[0].text),
                second=self._catalogue.quoted(stated.text),
                names=self._names.spoken(named)
                if len(named) <= _NAMED
                else self._catalogue.ngettext("{count} copy", "{count} copies", len(named)),
            )
            return LeadLine(claim=claim, href=self._names.anchor(fact.unit), quote=self._sentence(fact.unit), note="")
        return None

    def _change(self, finding: LeadingFinding, copy: str) -> LeadLine | None:
        comparison = self._names.comparison(copy)
        change = self._evidence(finding, copy)
        if comparison is None or change is None or not self._reading.shown.tells(comparison, change):
            return None
        claim = self._of_change(change, copy)
        address = self._names.change_address(comparison, change)
        return LeadLine(claim=claim, href=address, quote=self._sentence(finding.unit), note="")

    def _of_change(self, change: Change, copy: str) -> str:
        """What changed; of a copy that was not likely taken from the base, what either has, since nobody changed it."""
        catalogue, outlet = self._catalogue, self._names.spoken([copy])
        if self._reading.standings[copy].parent == self._base:
            return catalogue.gettext("{outlet}: {summary}", outlet=outlet, summary=change.sentence)
        values = {
            "base": self._names.spoken([self._base]),
            "first": catalogue.quoted(change.left, _QUOTED),
            "names": outlet,
            "second": catalogue.quoted(change.right, _QUOTED),
        }
        if not change.left or not change.right:
            return catalogue.gettext(
                # Translators: {summary} is a sentence about how the text of {outlet} differs from that of {base}.
                "{outlet}, compared with {base}: {summary}",
                outlet=outlet,
                base=values["base"],
                summary=change.sentence,
            )
        if change.kind == "quotation":
            return catalogue.gettext("Inside quotation marks {base} has {first}, and {names} has {second}.", **values)
        return catalogue.ngettext(
            "Where {base} has {first}, {names} has {second}.",
            "Where {base} has {first}, {names} have {second}.",
            1,
            **values,
        )

    def _evidence(self, finding: LeadingFinding, copy: str) -> Change | None:
        comparison = self._names.comparison(copy)
        changes = comparison.changes if comparison else ()
        return next((change for change in changes if change.id == finding.evidence), None)

    def _headline(self, copy: str) -> LeadLine | None:
        article, base = self._reading.articles[copy], self._reading.articles[self._base]
        if not article.headline or not base.headline:
            return None
        claim = self._catalogue.gettext(
            # Translators: {base} and {name} are outlets, {first} and {second} their headlines in quotation marks.
            "The headline of {base} is {first}, that of {name} {second}.",
            base=self._names.spoken([self._base]),
            first=self._catalogue.quoted(base.headline, _QUOTED),
            name=self._names.spoken([copy]),
            second=self._catalogue.quoted(article.headline, _QUOTED),
        )
        return LeadLine(claim=claim, href="#headlines", quote=Text(text=""), note="")
