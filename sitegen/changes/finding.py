"""What was found between two texts, before it has a sentence."""

from sitegen.frozen import dataclass
from sitegen.model import ChangeKind, Span, Verdict

AGAINST_WORDS = "against words"
"""Aspect of a value that one text alone has, where the other has words in its place. Its sentence is that of its
verdict."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One difference of one kind, with its own words on both sides."""

    kind: ChangeKind
    verdict: Verdict
    left: Span
    """Tokens of the left text; empty, at the place where they would stand, where the left has none."""
    right: Span
    confidence: float = 1.0
    """How sure it is that this is what happened, from the evidence, 0 to 1."""
    rows: tuple[int, ...] = ()
    """Indexes of the comparison's rows."""
    aspect: str = ""
    """What about it, where a kind has several sentences: `speaker`, `marks`, `order`, ..."""
    quoted: tuple[str, str] | None = None
    """What is quoted instead of its words, where it stands for several places: `21–49`, `22–50`."""
    shifted: bool = False
    """Whether its words moved inside their sentence."""
