"""Names the copies of a story on its pages: which may be named, in which order, each with a link to what proves it.

A copy whose rights allow figures only is counted, and named at no reading: which words it has must not be told.
"""

from collections.abc import Iterable, Mapping, Sequence

from sitegen.collation import Collation
from sitegen.model import Change, Comparison, Span
from sitegen.text.spanindex import SpanIndex
from sitegen.views.addresses import article_path, href
from sitegen.views.common import Site, short_name, spoken_name
from sitegen.views.pages import NameList, TextLink
from sitegen.views.story_reading import StoryReading

NAMED = 3
"""Copies that a line names; more would be the line."""


class CopyNames:
    """The names of the copies that a text was collated with.

    `addresses` are those of the pages that hold sentences which are not on the first page, by the ids of the sentences.
    """

    def __init__(
        self, site: Site, reading: StoryReading, collation: Collation, addresses: Mapping[str, str] | None = None
    ) -> None:
        self.site, self.reading, self.collation = site, reading, collation
        self._addresses = addresses or {}
        self._twins: dict[str, list[str]] = {}
        for copy, first in collation.alike.items():
            self._twins.setdefault(first, []).append(copy)
        ordered = (collation.base, *collation.copies, *collation.alike)
        self._ranks = {
            copy: rank for rank, copy in enumerate(sorted(ordered, key=lambda copy: reading.articles[copy].chronology))
        }
        self._sides: dict[tuple[str, str], SpanIndex[Change]] = {}

    def anchor(self, unit: str) -> str:
        """Where a sentence of the text is: on the page itself, or on a further part of it."""
        return f"{self._addresses.get(unit, '')}#{unit}"

    def with_twins(self, copies: Iterable[str]) -> list[str]:
        """The copies and those with the text of one of them, in order of publication."""
        named = dict.fromkeys(twin for copy in copies for twin in (copy, *self._twins.get(copy, ())))
        return sorted(named, key=lambda copy: self._ranks.get(copy, len(self._ranks)))

    def count(self, copies: Iterable[str]) -> int:
        """How many the copies are with those that have the text of one of them."""
        return sum(1 + len(self._twins.get(copy, ())) for copy in copies)

    def twins_of_base(self) -> list[str]:
        """Copies with the text of the base."""
        return self._twins.get(self.collation.base, [])

    def may_name(self, copy: str) -> bool:
        """Whether it may be said which words it has."""
        return self.reading.articles[copy].rights != "figures"

    def nameable(self, copies: Iterable[str]) -> list[str]:
        """Those of the copies, and of their twins, of which it may be said which words they have."""
        return [copy for copy in self.with_twins(copies) if self.may_name(copy)]

    def listed(self, copies: Sequence[str], span: Span | None = None, *, most: int = NAMED) -> NameList:
        """The copies by name; each leads to its comparison with the base, to the change at `span` where one is."""
        named = self.nameable(copies)
        count = self.count(copies)
        # One more name is no longer than the number of it.
        if self.collation.base in named:
            named = [self.collation.base, *(copy for copy in named if copy != self.collation.base)]
        shown = named if len(named) <= most + 1 else named[:most]
        return NameList(links=tuple(self.link(copy, span) for copy in shown), more=count - len(shown))

    def link(self, copy: str, span: Span | None = None) -> TextLink:
        """The name of a copy, leading to its comparison with the base; to itself where there is none."""
        name = short_name(self.site, self.reading.articles[copy])
        return TextLink(label=name, href=self.address(copy, span))

    def address(self, copy: str, span: Span | None = None) -> str:
        """Where the copy stands beside the base, at the change that reaches over `span`, if one does."""
        root = self.site.frame.root
        comparison = self.comparison(copy)
        if comparison is None:
            return href(root, article_path(copy))
        change = self._change_at(comparison, span) if span else None
        return self.change_address(comparison, change) if change else href(root, self.reading.path_of(comparison))

    def change_address(self, comparison: Comparison, change: Change) -> str:
        """Where a change is told."""
        return f"{href(self.site.frame.root, self.reading.path_of(comparison, change.id))}#{change.id}"

    def comparison(self, copy: str) -> Comparison | None:
        """The comparison of a copy, or of the one whose text it has, with the base."""
        base, held = self.collation.base, self.collation.alike.get(copy, copy)
        if held == base:
            return self.reading.by_pair.get((base, copy)) or self.reading.by_pair.get((copy, base))
        return self.reading.by_pair.get((base, held)) or self.reading.by_pair.get((held, base))

    def _change_at(self, comparison: Comparison, span: Span) -> Change | None:
        key = (comparison.left, comparison.right)
        changes = self._sides.get(key)
        if changes is None:
            left = comparison.left == self.collation.base
            changes = self._sides[key] = SpanIndex(
                (change.left_span if left else change.right_span, change)
                for change in comparison.changes
                if not change.is_style
            )
        return next(changes.touching(span), None)

    def spoken(self, copies: Sequence[str]) -> str:
        """The copies in a list, as a sentence names them."""
        catalogue = self.site.catalogue
        return catalogue.listed([spoken_name(self.site, self.reading.articles[copy], short=True) for copy in copies])
