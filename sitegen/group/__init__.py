"""Who belongs together: links with evidence, families that share text, stories. Never touches the file system."""

from sitegen.group.bilingual.across import Anchored, counted
from sitegen.group.bilingual.meaning import Model, Vector
from sitegen.group.candidates.fingerprints import Runs, runs_for
from sitegen.group.candidates.postings import Fingerprint, Postings, Segment, merged, segment_of
from sitegen.group.copies.bases import letters_of
from sitegen.group.copies.links import find_links
from sitegen.group.copies.passages import Verdict
from sitegen.group.copies.verdicts import Question, answer_all
from sitegen.group.likeness import Terms
from sitegen.group.moved import moved_stories
from sitegen.group.prints import (
    READER,
    Columns,
    Fingerprints,
    Printer,
    fingerprint_all,
    make_anchors,
    make_fingerprints,
    make_meanings,
    printed_words,
)
from sitegen.group.stories import Evidence, Grouped, group_articles, grouped_by, weigh
from sitegen.group.textparts import Divided, TextParts, part_texts
from sitegen.group.why import explain

__all__ = [
    "READER",
    "Anchored",
    "Columns",
    "Divided",
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
    "answer_all",
    "counted",
    "explain",
    "find_links",
    "fingerprint_all",
    "group_articles",
    "grouped_by",
    "letters_of",
    "make_anchors",
    "make_fingerprints",
    "make_meanings",
    "merged",
    "moved_stories",
    "part_texts",
    "printed_words",
    "runs_for",
    "segment_of",
    "weigh",
]
