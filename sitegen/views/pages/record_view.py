"""What a page says of its own past: editions, passages that were edited, corrections."""

from sitegen.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """What an edition changed, in words."""

    moment: str
    """The day as ISO 8601."""
    when: str
    changes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionLog:
    """The editions of a story."""

    heading: str
    """Which edition the page shows, or since which one it has changed."""
    lines: tuple[LogLine, ...]
    """Newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerPassage:
    """Where a link leads that is older than an edit of its sentence. Who follows it sees it, and nobody else."""

    id: str
    """Of the sentence as it was."""
    note: str
    href: str = ""
    """Where the sentence is now, where that is another page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionLine:
    """A correction of the editor."""

    moment: str
    when: str
    text: str
    lang: str
    """Of the text, where it is not that of the page."""
    dir: str
    href: str
    """The claim that it is about; empty for the story as a whole."""
