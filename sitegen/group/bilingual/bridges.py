"""How reports of one piece of news are found in two languages: what an engine is asked, and the one without a model."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from sitegen.frozen import dataclass
from sitegen.group.bilingual.across import Across
from sitegen.model import LinkKind

_SAID = 6
_SHOWN = 12
_EXPLAINED = 14


class Bridge(Protocol):
    """Tells which articles in different languages are worth a look, and how alike they are."""

    @property
    def kind(self) -> LinkKind:
        """What a link of it is called."""

    @property
    def enough(self) -> float:
        """The likeness from which two articles are linked."""

    def likely_pairs(self, days: Sequence[int | None]) -> tuple[tuple[int, int], ...]:
        """Pairs of articles, by index, that are worth a look, in order."""

    def likeness(self, left: int, right: int, least: float = 0.0) -> float:
        """How alike two articles are, 0 to 1; 0 where they cannot be linked or cannot reach `least`."""

    def evidence(self, left: int, right: int, /) -> tuple[str, ...]:
        """What both have, a few words each, weightiest first; may be empty."""

    def reason(self, left: int, right: int, likeness: float, /) -> str:
        """Why they are linked, as one sentence."""

    def why(self, left: int, right: int) -> Iterable[str]:
        """Every figure that decides, with its threshold, a line each."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """The engine that needs no model: figures, dates, names, places, credits, and their order."""

    across: Across
    enough: float

    @property
    def kind(self) -> LinkKind:
        """As `Bridge`."""
        return "anchors"

    def likely_pairs(self, days: Sequence[int | None]) -> tuple[tuple[int, int], ...]:
        """Pairs that share rare anchors."""
        return self.across.likely_pairs(days)

    def likeness(self, left: int, right: int, least: float = 0.0) -> float:
        """As weighed; 0 where nothing rare is among what both have."""
        if self.across.most(left, right, least) < least:
            return 0.0
        weighed = self.across.weighed(left, right)
        return weighed.likeness if weighed.telling else 0.0

    def evidence(self, left: int, right: int) -> tuple[str, ...]:
        """The anchors in words."""
        return tuple(anchor for anchor, _ in self.across.named_parts(left, right))[:_SHOWN]

    def reason(self, left: int, right: int, likeness: float) -> str:
        """The weightiest anchors, and what their order says."""
        weighed = self.across.weighed(left, right)
        anchors = ", ".join(self.evidence(left, right)[:_SAID])
        parts = (
            f"alike by {likeness:.2f} in what survives translation, {self.enough:.2f} is enough",
            f"both have {anchors}",
            weighed.in_order,
        )
        return "; ".join(part for part in parts if part)

    def why(self, left: int, right: int) -> Iterable[str]:
        """The verdict, and the parts it is made of."""
        weighed = self.across.weighed(left, right)
        verdict = "enough" if weighed.telling and weighed.likeness >= self.enough else "not enough"
        yield (
            f"{weighed.likeness:.3f} by figures, dates, names, places and credits; "
            f"{self.enough:.3f} is asked for: {verdict}"
        )
        if not weighed.shared:
            return
        yield (
            f"  {weighed.cosine:.3f} is common, by weight; it rests on {weighed.rests_on:.1f} things of equal weight "
            f"and counts by {weighed.breadth:.0%}, in full from 5 on"
        )
        ordered = (
            weighed.in_order or f"{weighed.ordered} of {weighed.placed} in one order, no more than chance would have"
        )
        yield f"  order: {ordered}; that adds {weighed.gain:.0%}"
        if not weighed.telling:
            yield f"  rare figures and names: {weighed.placed}, 2 are asked for"
        parts = ", ".join(f"{word} {part:.3f}" for word, part in self.across.named_parts(left, right)[:_EXPLAINED])
        yield f"  both have {parts}"
        if weighed.credits:
            yield f"  both credit {', '.join(name.title() for name in weighed.credits)}"
