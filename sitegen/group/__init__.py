"""Who belongs together: links with evidence, families that share text, stories. Never touches the file system."""

from sitegen.group.bilingual.across import Anchored, counted
from sitegen.group.bilingual.meaning import Model, Vector
from sitegen.group.candidates.fingerprints import Runs, runs_for
from sitegen.group.candidates.postings import Fingerprint, Postings, Segment, merged, segment_of
from sitegen.group.copies.links import find_links
from sitegen.group.copies.passages import Question, Verdict
from sitegen.group.likeness import Terms
from sitegen.group.moved import moved_stories
from sitegen.group.prints import (
    READER,
    Columns,
    Fingerprints,
    Printer,
    make_anchors,
    make_fingerprints,
    make_meanings,
    printed_words,
)
from sitegen.group.stories import Evidence, Grouped, group_articles, grouped_by, weigh
from sitegen.group.textparts import TextParts, part_text
from sitegen.group.why import explain

__all__ = [
    "READER",
    "Anchored",
    "Columns",
    "Evidence",
    "Fingerprint",
    "Fingerprints",
    "Grouped",
    "Model",
    "Postings",
    "Printer",
    "Question",
    "Runs",
    "Segment",
    "Terms",
    "TextParts",
    "Vector",
    "Verdict",
    "counted",
    "explain",
    "find_links",
    "group_articles",
    "grouped_by",
    "make_anchors",
    "make_fingerprints",
    "make_meanings",
    "merged",
    "moved_stories",
    "part_text",
    "printed_words",
    "runs_for",
    "segment_of",
    "weigh",
]
