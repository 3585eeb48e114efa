"""Who speaks beside a verb of saying."""

import pytest

from sitegen.changes.readtext import Names, ReadText
from sitegen.changes.speech.speakers import is_speech, speaker_beside, speaker_of
from sitegen.changes.terms import terms_of
from sitegen.text.tokenized import tokenize_line


def speaks(text: str) -> bool:
    """Whether a German text has a word that reports."""
    line = tokenize_line(text, "de")
    read = ReadText(line, terms_of("de"))
    read.names = Names((read,))
    return any(is_speech(read, term) for term in read.terms_in((0, len(read.tokens))))


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        ("„Wir haben nichts gewusst“, so Brandt.", True),
        ("„Wir haben nichts gewusst“, so der Sprecher.", True),
        ("Der Schaden war so groß, dass Brandt ging.", False),
        ("Er nannte es „Unsinn“, so sehr ärgerte ihn der Brief.", False),
        ("So weit kam es nie.", False),
    ],
)
def test_so_reports_only_between_a_quotation_and_who_spoke(text: str, reports: bool) -> None:
    """German `so` names a source behind the closing mark and before a name or office, and nowhere else."""
    assert speaks(text) is reports


def read(text: str) -> ReadText:
    """An English paragraph."""
    tokens = tokenize_line(text, "en")
    reading = ReadText(tokens, terms_of("en"))
    reading.names = Names((reading,))
    return reading


def speakers(text: str) -> list[str]:
    """Who is beside each verb of saying."""
    reading = read(text)
    whole = (0, len(reading.tokens))
    found = [
        speaker_beside(reading, term, whole)
        for term in reading.terms_in(whole)
        if is_speech(reading, term) and not reading.quoted[term.span[0]]
    ]
    return [reading.printed(span).strip(" ,") if span else "" for span in found]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The pier is safe, Ida Moe said.", "Ida Moe"),
        ("The pier is safe, said Ida Moe of Holm Marine.", "Ida Moe of Holm Marine"),
        ("“The pier is safe,” he said of Berg.", "he"),
        ("Ida Moe, the owner of two boats, said the pier is safe.", "Ida Moe"),
        ("Moe told Carl Berg that the pier is safe.", "Moe"),
        ("The pier is safe, said Mayor Ida E. Moe of Holm.", "Mayor Ida E. Moe of Holm"),
        ("Ida E. Moe said the pier is safe.", "Ida E. Moe"),
        (
            "The pier is safe, said Holm Marine deputy press secretary Ida Moe.",
            "Holm Marine deputy press secretary Ida Moe",
        ),
        ("The clerk, in a letter to the Holm Courier, said the pier is safe.", "The clerk"),
        ("The tired skipper said that Berg had left.", "The tired skipper"),
        ("The pier is safe, according to the harbour’s owner, Ida Moe.", ""),
        ("The pier is safe, according to Ida Moe.", "Ida Moe"),
        ("Today the mayor has repeatedly denied that.", "the mayor"),
    ],
)
def test_the_subject_of_the_verb_speaks(text: str, speaker: str) -> None:
    """The speaker is the subject: before the verb, or after one that follows what is said; not whoever is near."""
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "He was elected to the state council.",
        "The report names no one.",
        "It may be said that the pier is old.",
        "The pier is closed, that is to say it is not open.",
        "Moe’s claim was heard.",
    ],
)
def test_a_noun_says_nothing(text: str) -> None:
    """A form that is a noun here, and a verb that no one is the subject of, are no speech."""
    assert speakers(text) == []


def test_a_pronoun_is_not_printed_as_a_speaker() -> None:
    """`He` says nothing to a reader; and the person spoken of is not taken for the speaker."""
    reading = read("“The pier is safe,” he said of Carl Berg.")
    assert speaker_of(reading, (0, len(reading.tokens))) is None
