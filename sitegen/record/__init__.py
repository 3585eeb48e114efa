"""What an archive remembers of itself: its editions, where passages went, and what its editor corrected.

Takes the text of a file and gives values, and the other way; opens none.
"""

from sitegen.record.corrections import CORRECTIONS, parse_corrections
from sitegen.record.editions import EDITIONS, Editions, RecordedStory, parse_editions, state_of, with_edition, written
from sitegen.record.passages import LinkedSentence, fingerprint_of, followed

__all__ = [
    "CORRECTIONS",
    "EDITIONS",
    "Editions",
    "LinkedSentence",
    "RecordedStory",
    "fingerprint_of",
    "followed",
    "parse_corrections",
    "parse_editions",
    "state_of",
    "with_edition",
    "written",
]
