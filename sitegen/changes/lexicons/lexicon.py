"""What the lexicon of a language holds: the words that give a change its kind. Values have words of their own
(sitegen/text/values/wording); there are no numbers, dates or units here.

In a field of words they are separated by space. An expression of several words is joined with `_` (`according_to`), and
`|` separates groups that mean the same: the forms of one verb. terms.py finds them in a text.
"""

from collections.abc import Mapping
from dataclasses import field
from typing import Literal, get_args

from sitegen.frozen import dataclass

Strength = Literal[
    "neutral",
    "claim",
    "denial",
    "confirmation",
    "admission",
    "warning",
    "accusation",
    "announcement",
    "emphasis",
    "prediction",
    "question",
]
"""How far a report stands behind what it reports: `said` is neutral, `claimed` keeps away, `admitted` believes it."""
STRENGTHS: tuple[Strength, ...] = get_args(Strength)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The words that mark kinds of change in one language. Empty for a language that has none."""

    language: str = "und"
    """Primary subtag."""
    reporting: Mapping[Strength, str] = field(default_factory=dict)
    """Groups by strength: each a verb of saying with its forms, the first of them the lemma."""
    attributions: str = ""
    """Groups: expressions that name a source without a verb (`according to`)."""
    after_quotations: str = ""
    """Words that name a source only between a quotation and who spoke: German `so` Brandt."""
    speakers: str = ""
    """Nouns for those who are quoted without a name."""
    voices: str = ""
    """Those of them who speak for somebody else: a spokeswoman."""
    unnamed: str = ""
    """Those of them whom a report does not tell apart: sources, witnesses, reporters."""
    hedges: str = ""
    """Words that make a claim less certain."""
    certainties: str = ""
    """Words that make a claim more certain."""
    equal_degrees: str = ""
    """Groups of hedges or of certainties that say as much as each other: `probably`, `likely`; forms of one verb among
    them. A word of a group that is no hedge is told of none, and may stand for one: `often`, `usually`."""
    negations: str = ""
    """Words that turn a claim round."""
    no_negations: str = ""
    """Expressions that hold a word of negation and deny nothing: `not_only`."""
    limits: str = ""
    """Words that deny in part: `little`, `only`, `unless`."""
    titles: str = ""
    """Words before a person's name, and offices."""
    particles: str = ""
    """Short words inside names: `von`, `bin`."""
    small: str = ""
    """Articles, prepositions, auxiliaries: words that do not keep an expression from being one."""
    ranges: str = ""
    """What may stand for the dash of 3-5, each with what may open it: `to`, `from_to`."""
    opposites: tuple[str, ...] = ()
    """Patterns of what is taken from the opposite of a word to give the word: `il` of `illegal`."""
    prefixes: str = ""
    """What is written together with the word that follows: Arabic `و` (and)."""
    suffixes: str = ""
    """What is written together with a noun before it, and says nothing by itself: Korean particles."""
    nouns_have_capitals: bool = False
    """Whether a capital does not prove a name."""
    loose_names: bool = False
    """Whether the later words of a name may be small, as in Vietnamese."""
