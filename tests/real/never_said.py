"""What may not be said of the cases: each `must_not` of `expected.toml` as a predicate on kinds, verdicts and words.

A table: under a case's name one entry a sentence, in the order of the file. An entry holds of a comparison that says
what is false. Quoted are the least words that the predicate needs.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from benchmarks.truth_cases import SUBSTANCE
from sitegen.model import CONSEQUENTIAL, Change, Comparison, Headline

SURE = 0.9
"""Confidence below which a finding of consequence is only shown as a difference."""
_STYLE = ("typography", "case", "punctuation", "spelling", "format")
_SUBSTANCE = " ".join(SUBSTANCE)
_ANY = " ".join((*SUBSTANCE, *_STYLE))
"""Kinds that say what became what; those of places quote whole paragraphs."""
_NAMED = "figure name wording negation quotation attribution date hedge"


def findings_of(comparison: Comparison) -> Iterator[Change]:
    """What a comparison claims: its findings that are said as what they are, those of the headline included."""
    headline = comparison.headline.changes if comparison.headline else ()
    for change in (*comparison.changes, *headline):
        if change.kind not in CONSEQUENTIAL or change.confidence >= SURE:
            yield change


def planted(kind: str, left: str = "", right: str = "", verdict: str = "changed", sentence: str = "") -> Change:
    """A finding that no program made."""
    return Change(
        id="planted", kind=kind, rows=(0,), left_span=(0, 0), right_span=(0, 0), left=left, right=right,
        sentence=sentence, verdict=verdict,
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Says:
    """A finding of some kinds with some words is among those of a comparison."""

    kinds: tuple[str, ...]
    left: str | None = None
    """Words that its left holds; empty where it may hold none; None where it does not matter."""
    right: str | None = None
    verdicts: tuple[str, ...] = ()
    """Empty for all."""
    is_exact: bool = False
    """Whether it quotes these words and no others."""
    without: tuple[str, ...] = ()
    """Words of which neither side holds any."""
    sentence: str = ""
    """What stands in its sentence."""
    times: int = 1
    """How many such findings there are at least."""

    def __call__(self, comparison: Comparison) -> bool:
        """Whether it is said."""
        return sum(map(self._is, findings_of(comparison))) >= self.times

    def _is(self, change: Change) -> bool:
        return (
            change.kind in self.kinds
            and (not self.verdicts or change.verdict in self.verdicts)
            and self._holds(change.left, self.left)
            and self._holds(change.right, self.right)
            and self.sentence in change.sentence
            and not any(word in change.left + change.right for word in self.without)
        )

    def _holds(self, text: str, words: str | None) -> bool:
        if words is None:
            return True
        return text.strip(" \n,.;:") == words if self.is_exact or not words else words in text

    def plant(self, comparison: Comparison) -> Comparison:
        """The comparison, with what may not be said."""
        verdict = self.verdicts[0] if self.verdicts else "changed"
        change = planted(self.kinds[0], self.left or "", self.right or "", verdict, self.sentence)
        return replace(comparison, changes=(change,) * self.times, headline=None)


@dataclass(frozen=True, kw_only=True)
class Silent:
    """No finding of some kinds has some words of the left."""

    kinds: tuple[str, ...]
    left: str

    def __call__(self, comparison: Comparison) -> bool:
        """Whether nothing is said."""
        return not any(change.kind in self.kinds and self.left in change.left for change in findings_of(comparison))

    def plant(self, comparison: Comparison) -> Comparison:
        """The comparison, with nothing said."""
        return replace(comparison, changes=(), headline=None)


@dataclass(frozen=True, kw_only=True)
class Keeps:
    """Less than a share of the words is kept on a side."""

    less_than: float = 1.0

    def __call__(self, comparison: Comparison) -> bool:
        """Whether less is kept."""
        measures = comparison.measures
        return min(measures.left_in_right, measures.right_in_left) < self.less_than

    def plant(self, comparison: Comparison) -> Comparison:
        """The comparison, with less."""
        return replace(comparison, measures=replace(comparison.measures, right_in_left=self.less_than - 0.01))


@dataclass(frozen=True, kw_only=True)
class Apart:
    """The two are called too different to be aligned, or texts of two languages."""

    def __call__(self, comparison: Comparison) -> bool:
        """Whether they are."""
        return comparison.unit != "words" or bool(comparison.note)

    def plant(self, comparison: Comparison) -> Comparison:
        """The comparison, not aligned."""
        return replace(comparison, unit="texts", note="The two share no passage.")


@dataclass(frozen=True, kw_only=True)
class HeadlineDiffers:
    """The headlines are called different."""

    def __call__(self, comparison: Comparison) -> bool:
        """Whether they are."""
        return comparison.headline is not None and comparison.headline.differs

    def plant(self, comparison: Comparison) -> Comparison:
        """The comparison, with another headline."""
        headline = Headline(left="a", right="b", ops=(), changes=(planted("wording", "a", "b"),))
        return replace(comparison, headline=headline)


@dataclass(frozen=True)
class AnyOf:
    """One of several."""

    parts: tuple["Never", ...] = field()

    def __call__(self, comparison: Comparison) -> bool:
        """Whether one of them is said."""
        return any(part(comparison) for part in self.parts)

    def plant(self, comparison: Comparison) -> Comparison:
        """The comparison, with the first of them."""
        return self.parts[0].plant(comparison)


Never = Says | Silent | Keeps | Apart | HeadlineDiffers | AnyOf


def says(
    kinds: str,
    left: str | None = None,
    right: str | None = None,
    *,
    verdicts: str = "",
    exact: bool = False,
    without: Iterable[str] = (),
    sentence: str = "",
    times: int = 1,
) -> Says:
    """`Says`, with kinds and verdicts as words of one string."""
    return Says(
        kinds=tuple(kinds.split()), left=left, right=right, verdicts=tuple(verdicts.split()), is_exact=exact,
        without=tuple(without), sentence=sentence, times=times,
    )  # fmt: skip


def either(kinds: str, *words: str) -> AnyOf:
    """A finding of these kinds has some of the words on either side."""
    return AnyOf(tuple(says(kinds, **{side: word}) for word in words for side in ("left", "right")))


def only(kinds: str, left: str) -> "Alone":
    """Words of the left are told by these kinds and by no others."""
    return Alone(kinds=tuple(kinds.split()), left=left)


@dataclass(frozen=True, kw_only=True)
class Alone:
    """Words of the left are told by some kinds, and by no finding of another."""

    kinds: tuple[str, ...]
    left: str

    def __call__(self, comparison: Comparison) -> bool:
        """Whether it is so."""
        kinds = {change.kind for change in findings_of(comparison) if self.left in change.left}
        return bool(kinds) and kinds <= set(self.kinds)

    def plant(self, comparison: Comparison) -> Comparison:
        """The comparison, with such a finding."""
        return replace(comparison, changes=(planted(self.kinds[0], self.left, "x", "reworded"),), headline=None)


Predicate = Callable[[Comparison], bool]
NEVER: Mapping[str, tuple[Never | Alone, ...]] = {
    "W02": (says(_ANY, "高", "足", exact=True), says("negation")),
    "W03": (says(_ANY, "桌", "箱", exact=True),),
    "W07": (either(_SUBSTANCE, "הגשר", "הגֶּשֶׁר", "שַׂר"), Keeps(less_than=11 / 13)),
    "W10": (says("date", "कहा"), says("figure")),
    "W11": (says("name"), Keeps()),
    "W12": (says(_ANY, right="ม่ไ", exact=True), says(_ANY, "มีน", "พฤษภ", exact=True)),
    "W16": (says("figure"), says("date"), Apart()),
    "P05": (
        says("figure"),
        either("cut addition", "Holm Bay", "Ostby Point", "Brandt Beach"),
        says("name wording", "Vann Cove", "Rist Strand"),
    ),
    "P11": (says("negation", right="painted"), says("hedge")),
    "P12": (says("date", "p.m.", "5pm on"), says("date", "p.m.", "5pm"), says("name")),
    "P13": (says(_SUBSTANCE),),
    "P15": (
        says(_ANY, "shall", "(b)"),
        says("cut hedge wording", "shall", exact=True, sentence="is gone."),
        says("negation hedge role"),
    ),
    "P16": (
        says("figure", "3", "2", exact=True),
        either("cut addition move", "Owner", "Master"),
        either(_NAMED, "Master", "command"),
    ),
    "P17": (either(_SUBSTANCE, "well"), either("wording cut addition", "bour")),
    "P19": (
        says("cut", "and we shall meet again, my dear", exact=True),
        says("move"),
        says(_SUBSTANCE, "again", times=4),
    ),
    "P20": (says("wording cut split move merge"),),
    "J01": (
        says("attribution", "Tuesday", "yesterday"),
        says("date", "Tuesday", verdicts="changed"),
        Silent(kinds=("quotation",), left="calm"),
    ),
    "J02": (
        says("addition", right="12.55pm", exact=True),
        either("cut addition move", "11.40am", "11.05am", "10.30am"),
        says("date", verdicts="changed"),
    ),
    "J03": (
        only("wording", "not declare"),
        says("correction", sentence="names all"),
        says("addition", right="was amended"),
    ),
    "J04": (says("attribution"), says("role"), either("addition", "Daily Anchor", "Ida Moe")),
    "J09": (says("addition wording", right="Sign up"), says("addition"), says("addition", right="harbours")),
    "J10": (says("addition", sentence="paragraph"), says("addition wording name", right="Getty")),
    "J12": (says("attribution"), says("date"), says("quotation")),
    "M02": (says("figure", "28", "31"), says("date", "14")),
    "M04": (either("cut addition", "Lorne"), says("figure", "Ostby"), says("name wording", "Ostby", "Vann")),
    "M08": (says("attribution", "Tuesday"), says("date", "Tuesday", verdicts="changed")),
    "M10": (
        says("quotation cut", "deeply sorry", ""),
        says("attribution", right="sorry"),
        says("name role"),
    ),
    "M11": (only("wording", "not declare"), either("date figure", "2015")),
    "M15": (only("wording", "further notice"), says("date", verdicts="changed")),
    "M16": (says("figure"), says("hedge")),
    "M17": (says("figure"),),
    "N01": (says(_SUBSTANCE),),
    "N02": (says("date"), says("name"), Keeps()),
    "N04": (says("date", verdicts="changed"), says("name role"), says("figure")),
    "N06": (says("quotation"), says("name role")),
    "N11": (says("wording name negation figure"), says("cut addition")),
    "N14": (says("move order"), says("attribution")),
    "K01": (says("addition", sentence="paragraph"),),
    "K06": (only("cut punctuation", "not"), Silent(kinds=SUBSTANCE, left="")),
    "K07": (
        either("cut addition move", "at risk of being forgotten"),
        says("wording", "1931", "Hardly"),
        says("figure"),
    ),
    "K09": (says(_ANY, "two in the capital", "Olaf"), says("figure", "Forty")),
    "K10": (says("figure", right="1"), says("figure")),
    "K12": (says("quotation", verdicts="changed withheld"), says("cut")),
    "R01": (says("figure", "2-1", "0-0"), says("cut addition"), HeadlineDiffers()),
    "R02": (either("cut addition", "bread crumbs"), says("cut addition")),
    "R03": (says("order move"), only("wording", "army")),
    "R04": (says("wording name", "Rist", "Lind"), says("wording")),
    "R05": (says("cut", "came down"), says("cut", "church"), says("cut")),
    "R08": (says("figure", "20 Prozent"), says("date"), Silent(kinds=("figure",), left="Millionen")),
    "R09": (Apart(), says("addition", sentence="translation"), says("cut addition")),
    "R10": (says("date", "detto"), says("figure")),
    "V01": (says("date", "сообщил"),),
    "V02": (says("name"), says("wording")),
    "V04": (Apart(), says("addition", sentence="translation")),
    "V05": (Silent(kinds=("figure",), left="миллиона"), only("wording", "миллиона")),
    "V08": (says("figure", "12", verdicts="changed"), says("figure", "104", verdicts="changed")),
    "legal-a--legal-b": (
        says(_NAMED, without=("well", "boat", "refused")),
        says("label"),
        either("cut addition", "owner of a boat"),
    ),
    "legal-a--legal-c": (
        says("figure", "21", "22"),
        says("label", "51"),
        says(_NAMED, without=("well", "boat", "refused")),
    ),
    "names-a--names-b": (
        says("cut addition", times=30),
        HeadlineDiffers(),
        says("name wording", "Aas", "Holt"),
    ),
}
"""What may not be said, by case."""
