"""Who speaks in either text, whether two who do are one, and what credit lines say of it."""

from sitegen.changes.speech.attributed import (
    is_attribution,
    is_named_beside,
    is_pronoun,
    says_what_the_other_has,
    shares_what_is_said,
)
from sitegen.changes.speech.creditlines import SURE_OF_CREDIT, confidence_by_line
from sitegen.changes.speech.saidby import Attribution, is_named, said_by
from sitegen.changes.speech.samespeaker import Likeness, are_forms, bare_words, is_initials, likeness
from sitegen.changes.speech.speakers import (
    ARTICLES,
    PRONOUNS,
    TO_SOMEBODY,
    is_noun_or_agentless,
    is_speech,
    names_somebody,
    speaker_beside,
    speaker_of,
)

__all__ = [
    "ARTICLES",
    "PRONOUNS",
    "SURE_OF_CREDIT",
    "TO_SOMEBODY",
    "Attribution",
    "Likeness",
    "are_forms",
    "bare_words",
    "confidence_by_line",
    "is_attribution",
    "is_initials",
    "is_named",
    "is_named_beside",
    "is_noun_or_agentless",
    "is_pronoun",
    "is_speech",
    "likeness",
    "names_somebody",
    "said_by",
    "says_what_the_other_has",
    "shares_what_is_said",
    "speaker_beside",
    "speaker_of",
]
