"""What two articles in different languages share, and how it counts; anchors in words. Knows nothing of an archive."""

from collections.abc import Iterable, Sequence

from babel import Locale
from babel.core import get_global

from sitegen.align.anchors import folded
from sitegen.frozen import dataclass

_ENOUGH = 5.0
"""Things of equal weight that a likeness must rest on to count in full."""
_PLACED = 4
"""Rare figures and names that both have, from which their order says anything."""
_ORDERED = 0.6
"""What a likeness gains, as a share of itself, where all stands in one order; .3 to 1 give the same."""
_TRANSLATED, _TRANSLATED_SHARE = 6, 0.85
"""Rare figures and names, and the share of them in one order, that independent reports do not reach: of 335 graded
pairs one does, a form of the weather service; of 148 translations 70."""
_TELLING = 2
"""Rare figures and names without which two articles are no report of one thing: days and countries are in all."""
_STEM = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """What two articles share, and the figures that decide."""

    shared: tuple[tuple[str, float], ...]
    """The anchors that both have, weightiest first, each with its part of the cosine; one for each word."""
    cosine: float
    rests_on: float
    """Things of equal weight that the cosine rests on; names that stand together, and a city and its country, are
    one."""
    placed: int
    """Figures and names among them that are rare and whose place is known; names that stand together are one."""
    ordered: int
    """How many of those can be read in one order in both texts."""

    @property
    def order(self) -> float:
        """How much more stands in one order than would by chance, 0 to 1."""
        if self.placed < _PLACED:
            return 0.0
        by_chance = 2 * float(self.placed**0.5) - 1
        return max(0.0, (self.ordered - by_chance) / max(1.0, self.placed - by_chance))

    @property
    def likeness(self) -> float:
        """How alike the two are, 0 to 1."""
        return float(round(min(1.0, self.cosine * self.breadth * (1 + self.gain)), 6))

    @property
    def gain(self) -> float:
        """What the order adds, as a share."""
        return _ORDERED * self.order

    @property
    def breadth(self) -> float:
        """How much of the cosine counts, by what it rests on, 0 to 1."""
        return min(1.0, self.rests_on / _ENOUGH)

    @property
    def like_translation(self) -> bool:
        """Whether figures and names stand in one order as in a translation. No proof that it is one."""
        return self.placed >= _TRANSLATED and self.ordered >= _TRANSLATED_SHARE * self.placed

    @property
    def telling(self) -> bool:
        """Whether enough of it is rare, so that it may be one report and not one calendar or one country."""
        return self.placed >= _TELLING

    @property
    def credits(self) -> tuple[str, ...]:
        """Outlets that both credit, weightiest first."""
        return tuple(name.partition(" ")[2] for name, _ in self.shared if kind_of(name) == "credit")

    @property
    def in_order(self) -> str:
        """What the order says, as a part of a sentence; empty where it says nothing."""
        if not self.order:
            return ""
        share = f"{self.ordered} of {self.placed}" if self.ordered < self.placed else f"all {self.placed}"
        translated = ", as in a translation" if self.like_translation else ""
        return f"{share} rare figures and names stand in the same order{translated}"


def spoken(name: str) -> str:
    """An anchor as a reader may see it: `place SY` is Syria, `d 9-14` is 09-14."""
    kind, _, rest = name.partition(" ")
    if not rest:
        return name
    if kind == "place":
        english = Locale.parse("en")
        return str(english.territories.get(rest, rest.split("/")[-1].replace("_", " ")))
    if kind == "d":
        month, _, day = rest.partition("-")
        return f"{int(month):02}-{int(day):02}"
    # Names of two letters are kept where they are capitals: IS, EU.
    name = rest.upper() if len(rest) == 2 else rest.title()
    return {
        "bones": f"{rest}- (consonants)",
        "word": f"{rest}…",
        "name": name,
        "credit": f"credit to {rest.title()}",
    }.get(kind, rest)


WHOLES = ("place", "credit")
"""Kinds of anchors that others may be part of."""


def whole_of(names: Iterable[str]) -> dict[str, str]:
    """What an anchor is part of: Havana is in Cuba, and who credits Reuters names it."""
    zones = get_global("zone_territories")
    wholes: dict[str, str] = {}
    for name in names:
        kind, _, rest = name.partition(" ")
        if kind in WHOLES:
            place = f"place {zones.get(rest, rest)}" if kind == "place" else name
            word = folded(spoken(f"place {rest}")) if kind == "place" else rest
            wholes |= {name: place, f"name {word}": place, f"word {word[:_STEM]}": place}
    return wholes


def most(parts: Sequence[float]) -> float:
    """What two articles that share anchors of such parts may be alike at most, wherever those stand."""
    return sum(parts) * min(1.0, evenly(parts) / _ENOUGH) * (1 + _ORDERED) + 1e-6


def most_by_cosine(cosine: float) -> float:
    """The same by the cosine of all that two articles share, which no sum of its parts is larger than."""
    return cosine * (1 + _ORDERED) + 2e-6


def evenly(parts: Sequence[float]) -> float:
    """How many of equal weight would say as much."""
    return sum(parts) ** 2 / sum(part * part for part in parts) if any(parts) else 0.0


def kind_of(name: str) -> str:
    """The kind of an anchor."""
    return name.split(" ", 1)[0] if " " in name else "figure"


def stem_of(name: str) -> str:
    """Names and the stems of words are one thing when it is counted how many anchors there are."""
    kind, _, rest = name.partition(" ")
    return f"word {rest[:_STEM]}" if kind in ("name", "word") else name
