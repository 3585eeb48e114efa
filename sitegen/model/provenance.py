"""Who took what from whom in a family, and how each copy stands to the others."""

from typing import Literal

from sitegen.frozen import dataclass

RelationOfCopies = Literal[
    "base", "verbatim", "cut", "edited", "rewritten", "quoting", "translated", "version", "related"
]
CARRIES = 0.5
"""Share of the words of either of two texts from which one carries the text of the other: of the taker it is most of
what it prints, or of the giver most of what there was. Below, it took a part of it."""
LIKELY = 0.6
"""Probability from which it is said that a copy was likely taken from another."""
COPIED = 0.9
"""Probability from which it is said that it was: at least 95 % of such edges are right (benchmarks/README.md)."""
EvidenceKind = Literal[
    "declared",
    "named",
    "cited",
    "mentioned",
    "named by parent",
    "day",
    "agency",
    "holds all",
    "cut at the end",
    "common departures",
    "own departures",
    "same text",
    "anchors",
    "length",
    "both name",
]
"""What speaks for or against an edge. `named` is a line of its own that names the parent's outlet, `cited` a sentence;
`common departures` are passages of the parent that the copy lacks and a third has, `own departures` the reverse."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeEvidence:
    """One thing that speaks for or against an edge."""

    kind: EvidenceKind
    supports: bool
    """Whether it speaks for this parent; else it speaks against it."""
    detail: str = ""
    """A name as printed, where the kind has one."""
    count: int = 0
    """Days, passages or anchors; 0 where nothing is counted."""
    of: int = 0
    """Out of how many, where that is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParentGuess:
    """A copy that may be the parent, and how probable that is."""

    parent: str
    probability: float
    """0 to 1, to two digits. Copies with one text count as one parent where it can be told which had it first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """From whom one copy was likeliest taken."""

    child: str
    parent: str
    """The likeliest parent, however improbable; empty where no other copy can be one."""
    probability: float
    """That the child was taken from this parent, 0 to 1, to two digits. Copies with one text count as one parent where
    it can be told which had it first; else each has its own share."""
    reverse: float
    """That this parent was taken from the child instead, likewise."""
    none_held: float
    """That the child was taken from no copy that is held, likewise."""
    one_of: tuple[str, ...] = ()
    """The parent and the copies that are as likely as it, where the child was likely taken from one of these and
    nothing tells from which; empty where the parent alone is likely, or not even that is."""
    together: float = 0.0
    """That it was taken from one of these, 0 to 1, to two digits; 0 where there are none."""
    unheld: str = ""
    """Whose text it may then have been taken from: an outlet that the archive does not hold and that a line of the copy
    credits, or several copies of the family do; empty where that is nobody, or several."""
    alternatives: tuple[ParentGuess, ...] = ()
    """The next likeliest parents, the likeliest first."""
    evidence: tuple[EdgeEvidence, ...] = ()

    @property
    def likely_parent(self) -> str:
        """The parent, where it is at least likely and no other copy with its text is nearly as likely; else empty."""
        return self.parent if self.probability >= LIKELY and not self.one_of else ""

    @property
    def has_parent(self) -> bool:
        """Whether it is at least likely that it was taken from one of the copies, whichever.

        Of several with one text on one day each was, by count, likelier taken from one of the others than the first:
        nobody is told so of whom the reverse is as likely.
        """
        return self.none_held <= 1 - LIKELY and 2 * self.reverse <= self.probability

    @property
    def cannot_tell(self) -> bool:
        """Whether neither a parent nor that there is none is likely."""
        return not self.likely_parent and self.none_held < LIKELY

    @property
    def is_dated(self) -> bool:
        """Whether the days of the copy and its likeliest parent differ, so that it is known which came first."""
        return any(evidence.kind == "day" for evidence in self.evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Who took the text of a family from whom: a graph with probabilities."""

    edges: tuple[Edge, ...]
    """One a copy, in the order of the family."""
    unheld: tuple[str, ...] = ()
    """Outlets that several copies credit and the archive does not hold, as printed, sorted. Copies that were taken from
    one of them are siblings."""

    @property
    def cannot_tell(self) -> tuple[str, ...]:
        """The copies of which nobody knows from whom they were taken."""
        return tuple(edge.child for edge in self.edges if edge.cannot_tell)


def carries_text(kept: float | None, taken: float | None) -> bool:
    """Whether a copy with these shares carries the text of another, and not a part of it. Of an unknown share, yes."""
    shares = [share for share in (kept, taken) if share is not None]
    return not shares or max(shares) >= CARRIES


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyStanding:
    """How an article stands in its story."""

    article: str
    family: str
    """Id of the family: the article id of its base."""
    relation: RelationOfCopies
    """How it stands to the copy it is read against."""
    against: str
    """Article id of the copy it is read against: its likeliest parent, else the base or the copy nearest to it; empty
    for a base."""
    parent: str
    """Article id of its parent, where that is at least likely (`LIKELY`); else empty."""
    probability: float
    """Of `parent`, 0 to 1; 0 where it is empty."""
    kept: float | None
    """Share of the words of `against` found in this copy, 0 to 1; None for a base and across languages."""
    taken: float | None
    """Share of this copy's words found in `against`; None likewise."""
    credits_parent: bool
    """Whether its text or its credit names the source of `parent`."""
    one_of: tuple[str, ...] = ()
    """As in `Edge`; empty for a base."""
    silent: bool = False
    """Whether it was looked for in every channel and names nobody, though it carries the text of another outlet that is
    known and was at least likely taken from it."""
    is_of_base: bool = True
    """Whether it has text in common with the base of its family; a third copy may have text of both."""

    @property
    def carries(self) -> bool:
        """Whether it carries the text of `against`, which is its family's, and not a part of it."""
        return self.is_of_base and carries_text(self.kept, self.taken)


@dataclass(frozen=True, slots=True, kw_only=True)
class Independence:
    """How many texts of a story are independent of each other, as far as can be told."""

    texts: int
    """Families that are not known to translate another, and not in doubt."""
    agencies: int
    """Those of them whose base is an agency's."""
    translated: int
    """Articles alone in their family that likely translate a copy of another."""
    in_doubt: int
    """Texts of which nobody knows whether they are independent: alone in another language."""
