"""How likely one copy was taken from another: evidence as a few numbers, and the weights that were fitted to it.

`benchmarks/provenance_fit.py` refits the weights and prints them. A number is a difference in the exponent: what is one
more multiplies the odds by e to the power of its weight.

Tried and given up: likeness alone (a tree of five-word runs has no direction at all); words that differ instead of
stretches (one added paragraph outweighs ten edits); the same byline on both sides (both credit a third).
"""

from collections.abc import Iterable, Mapping
from dataclasses import field

from sitegen.findings.descent.dating import Order
from sitegen.findings.descent.departures import Departure
from sitegen.findings.descent.naming import Naming
from sitegen.frozen import dataclass
from sitegen.model import Article, Source
from sitegen.recognise import outlet

EDGE_FEATURES = (
    "added, logarithm",
    "added beyond the fewest",
    "the fewest added",
    "cut, logarithm",
    "cut beyond the fewest",
    "the fewest cut",
    "added words, logarithm",
    "cut words, logarithm",
    "words apart beyond the fewest",
    "added ones a third copy has",
    "added ones a third copy has, beyond the fewest",
    "cut ones a third copy has",
    "cut ones a third copy has, beyond the fewest",
    "nothing added",
    "cut at the end",
    "days before",
    "a day before",
    "hours before",
    "years before",
    "named in a line",
    "named in a sentence",
    "names the child",
    "an agency's",
    "both name one that is not held",
    "both cite one that is not held",
    "names carried on",
    "names somebody else",
    "named by other copies",
    "before it in the chain",
    "after it in the chain",
    "before it in the chain of one outlet",
    "after it in the chain of one outlet",
    "longer, where the family grows",
)
"""What is weighed of a parent and a child, in the order of the numbers. `root` is the square root."""
ROOT_FEATURES = ("no parent", "no parent, names one that is not held", "no parent, an agency's", "no parent, own words")
"""What is weighed of a copy that was taken from none of those held."""
FEATURES = (*EDGE_FEATURES, *ROOT_FEATURES)
Numbers = tuple[float, ...]

_TELLING = 2.0
"""Times the share of the parent's words that a copy kept: from half of them on its cuts count in full."""
_HALF = 2
"""Departures beyond the fewest that make half of the difference they can make: one edit is one or two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearest:
    """How near the nearest of a copy's possible parents are, each by its own measure; 0 where there are none."""

    added: int = 0
    """Departures of the child."""
    cut: int = 0
    """Departures of the parent."""
    words: int = 0
    """Words apart, on both sides."""
    added_attested: int = 0
    """Departures of the child that a third copy has."""
    cut_attested: int = 0
    """Departures of the parent that a third copy has."""


def nearest_of(pairs: Iterable[tuple[Departure, Departure]]) -> Nearest:
    """Of the departures of a child and of each possible parent."""
    pairs = tuple(pairs)
    if not pairs:
        return Nearest()
    return Nearest(
        added=min(added.stretches for added, _ in pairs),
        cut=min(cut.stretches for _, cut in pairs),
        words=min(added.words + cut.words for added, cut in pairs),
        added_attested=min(added.attested for added, _ in pairs),
        cut_attested=min(cut.attested for _, cut in pairs),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """How a family descends as far as its days tell: where they order some copies, they speak for the others too."""

    previous: Mapping[str, str] = field(default_factory=dict)
    """Of each copy the one it follows where each is put next to what it differs least from; see chains.py."""
    straightness: float = 0.0
    """How well that chain explains the family, 0 to 1; about a half where all took from one."""
    growth: float = 0.0
    """Whether a copy is longer than the one it follows: 1 where always, -1 where it is always shorter."""

    of_one_outlet: bool = False
    """Whether no two copies are known to be of two outlets: then they are versions, which follow each other."""

    def numbers(self, parent: str, child: str, longer: int) -> tuple[float, float, float, float, float]:
        """What the habit says of an edge; `longer` is 1 where the child is the longer text, -1 where it is shorter."""
        before = self.straightness * float(self.previous.get(child) == parent)
        after = self.straightness * float(self.previous.get(parent) == child)
        return before, after, before * self.of_one_outlet, after * self.of_one_outlet, self.growth * longer


def edge_evidence(
    added: Departure,
    cut: Departure,
    nearest: Nearest,
    order: Order,
    habit: tuple[float, float, float, float, float],
    parent: tuple[Article, Naming],
    child: tuple[Article, Naming],
    sources: Mapping[str, Source],
    named_by_others: float,
) -> Numbers:
    """The numbers of `EDGE_FEATURES` for a parent and a child.

    `habit` are the numbers of the family's `Habit`, `added` is what the child has and the parent has not, `cut` the
    reverse, `order` that of parent and child. `named_by_others` is the share of the other copies that name the
    parent's outlet, 0 to 1: whom most took from is likelier taken from again.
    """
    (giver, giver_names), (taker, taker_names) = parent, child
    named_in_line = bool(giver.source) and giver.source in taker_names.lines
    named = named_in_line or (bool(giver.source) and giver.source in taker_names.phrases)
    # A copy that took little lacks nearly all of any parent: what it lacks tells two of them apart the less.
    weight = min(1.0, _TELLING * (1.0 - cut.share))
    common = taker_names.all & giver_names.all
    # A line says whose text it is, and a sentence whose fact, which a copy carries on with the sentence.
    in_lines = bool(giver_names.unheld_lines & taker_names.unheld_lines)
    strangers = taker_names.all - giver_names.all - {giver.source}
    return (
        logarithm(added.stretches),
        beyond_the_nearest(added.stretches, nearest.added),
        float(added.stretches <= nearest.added),
        weight * logarithm(cut.stretches),
        weight * beyond_the_nearest(cut.stretches, nearest.cut),
        weight * float(cut.stretches <= nearest.cut),
        logarithm(added.words),
        weight * logarithm(cut.words),
        weight * beyond_the_nearest(added.words + cut.words, nearest.words, 10 * _HALF),
        float(added.attested**0.5),
        beyond_the_nearest(added.attested, nearest.added_attested),
        weight * float(cut.attested**0.5),
        weight * beyond_the_nearest(cut.attested, nearest.cut_attested),
        float((added.words == 0) - (cut.words == 0)),
        float((cut.at_end > 0 and not added.at_end) - (added.at_end > 0 and not cut.at_end)),
        *order.numbers,
        float(named_in_line),
        float(named and not named_in_line),
        float(bool(taker.source) and taker.source in giver_names.held),
        float(is_agency(giver, sources) - is_agency(taker, sources)),
        float(in_lines and not named),
        float(bool(common & giver_names.unheld) and not in_lines and not named),
        float(bool(common & giver_names.held) and not named),
        float(bool(strangers) and not named),
        named_by_others,
        *habit,
    )


def root_evidence(article: Article, naming: Naming, own_share: float, sources: Mapping[str, Source]) -> Numbers:
    """The numbers of `ROOT_FEATURES` for a copy; `own` is the least share of its words that any other copy lacks."""
    return (1.0, float(bool(naming.unheld) and not naming.held), float(is_agency(article, sources)), own_share)


def logarithm(count: int) -> float:
    """About the binary logarithm of one more than a count, from its bits alone: no library rounds it.

    Of three versions in a row it says that the first and the last are further apart than two neighbours are.
    """
    bits = (count + 1).bit_length() - 1
    return bits + (count + 1) / (1 << bits) - 1


def is_agency(article: Article, sources: Mapping[str, Source]) -> bool:
    """Whether an article is an agency's."""
    return outlet.is_agency(sources.get(article.source))


def beyond_the_nearest(count: int, fewest: int, half: int = _HALF) -> float:
    """How far a count is beyond the fewest: 0 for those, 1/2 at `half`, near 1 where one more says nothing.

    Of a copy that is surely later, and so no parent, it may be below the fewest.
    """
    excess = max(0, count - fewest)
    return excess / (excess + half)
