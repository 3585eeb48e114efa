"""Lexicons: the words by which changes are told apart, in twelve languages."""

import subprocess
import sys
from collections import Counter

import pytest

from sitegen.changes.lexicons import MODULES, STRENGTHS, Lexicon, lexicon_of
from sitegen.changes.terms import terms_of
from sitegen.text.tokens import tokenize
from sitegen.text.values import read_values

LANGUAGES = sorted(MODULES)
COMMON = (
    "neutral",
    "claim",
    "denial",
    "confirmation",
    "admission",
    "warning",
    "accusation",
    "announcement",
    "emphasis",
)


def terms(text: str, language: str) -> list[tuple[str, str, str]]:
    """What the expressions of a text may be, from left to right: class, what it stands for, strength."""
    keys = [token.key for token in tokenize(text, language)]
    return [(term.name, term.stands, term.strength) for term in terms_of(language).within(keys, (0, len(keys)))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lexicon_has_the_verbs_of_saying_of_its_language(language: str) -> None:
    """Each common strength has verbs; no form is in two groups, so that a verb has one strength."""
    lexicon = lexicon_of(language)
    assert lexicon.language == language
    assert set(COMMON) <= set(lexicon.reporting) <= set(STRENGTHS)
    forms = Counter(word for groups in lexicon.reporting.values() for word in groups.split() if word != "|")
    assert [form for form, count in forms.items() if count > 1] == []
    assert len(forms) >= 45
    assert lexicon.attributions
    assert lexicon.negations
    assert not set(lexicon.hedges.split()) & set(lexicon.certainties.split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lexicon_holds_no_values(language: str) -> None:
    """Numbers, dates and units have their words in text/values alone."""
    lexicon = lexicon_of(language)
    fields = (*lexicon.reporting.values(), lexicon.attributions, lexicon.speakers, lexicon.titles)
    words = [word for text in fields for word in text.split() if word != "|"]
    strong = [
        word
        for word in words
        for _, _, value in read_values(tokenize(word.replace("_", " ")), language)
        if not value.weak
    ]
    assert strong == []


def test_the_check_for_values_sees_one() -> None:
    """Control: a month among the speakers would be seen."""
    assert [value.kind for _, _, value in read_values(tokenize("March"), "en") if not value.weak] == []
    assert [value.kind for _, _, value in read_values(tokenize("January"), "en") if not value.weak] == ["date"]


SENTENCES = [
    ("en", "The operator denied it.", "reporting", "deny", "denial"),
    ("en", "That is so, according to the police.", "reporting", "according_to", "neutral"),
    ("de", "Der Betreiber räumte ein, dass es so war.", "reporting", "einräumen", "admission"),
    ("de", "laut Polizei", "reporting", "laut", "neutral"),
    ("fr", "La mairie a démenti.", "may report", "démentir", "denial"),
    ("fr", "selon la police", "reporting", "selon", "neutral"),
    ("es", "El alcalde negó los hechos.", "reporting", "negar", "denial"),
    ("pt", "O prefeito desmentiu a notícia.", "may report", "desmentir", "denial"),
    ("pt", "de acordo com a polícia", "reporting", "de_acordo_com", "neutral"),
    ("it", "Il sindaco ha ammesso l'errore.", "reporting", "ammettere", "admission"),
    ("it", "a detta di molti", "reporting", "a_detta_di", "neutral"),
    ("ru", "Министр опровергла это.", "may report", "опровергнуть", "denial"),
    ("ru", "по словам очевидца", "reporting", "по_словам", "neutral"),
    ("ar", "ونفت الشركة ذلك", "reporting", "نفى", "denial"),
    ("vi", "Công ty phủ nhận điều đó.", "reporting", "phủ_nhận", "denial"),
    ("zh", "公司否認了這一點。", "reporting", "否认", "denial"),
    ("zh", "据警方消息", "reporting", "据", "neutral"),
    ("ja", "会社は関与を否定した。", "reporting", "否定する", "denial"),
    ("ja", "警察によると", "reporting", "によると", "neutral"),
    ("ko", "회사는 이를 부인했다.", "reporting", "부인하다", "denial"),
    ("ko", "경찰에 따르면", "reporting", "따르면", "neutral"),
]


@pytest.mark.parametrize(("language", "text", "kind", "lemma", "strength"), SENTENCES)
def test_an_expression_is_found_in_a_sentence(language: str, text: str, kind: str, lemma: str, strength: str) -> None:
    """Verbs by their forms and expressions of several words, in scripts with and without spaces."""
    assert (kind, lemma, strength) in terms(text, language)


@pytest.mark.parametrize(
    ("language", "text", "kind", "lemma", "strength"), [one for one in SENTENCES if "_" in one[3] or one[0] == "zh"]
)
def test_no_expression_is_found_where_it_is_not(language: str, text: str, kind: str, lemma: str, strength: str) -> None:
    """Control: the words of a sentence in their opposite order hold no expression of several words."""
    turned = "".join(token.text.strip() + " " for token in reversed(tokenize(text, language)))
    found = (kind, lemma, strength) in terms(turned, language)
    assert found == (len(tokenize(lemma.replace("_", " "), language)) == 1)


def test_the_longest_expression_wins() -> None:
    """The `to` of `according to` is no word of its own there; alone it is a small one."""
    assert [name for name, _, _ in terms("according to", "en")] == ["reporting", "source"]
    assert [name for name, _, _ in terms("to", "en")] == ["small"]


def test_a_strength_is_told_from_the_verb() -> None:
    """`said`, `claimed` and `admitted` are three strengths of one class, in every language with a lexicon."""
    assert [one[2] for one in terms("said claimed admitted denied", "en") if one[0] == "reporting"] == [
        "neutral", "claim", "admission", "denial",
    ]  # fmt: skip
    for language in LANGUAGES:
        strengths = {entry.strength for several in terms_of(language).entries.values() for entry in several}
        assert strengths >= {"neutral", "claim", "denial", "admission"}, language


def test_a_language_without_a_lexicon_has_an_empty_one() -> None:
    """Nothing is guessed; a region changes nothing."""
    assert lexicon_of("xx") == Lexicon(language="xx")
    assert lexicon_of("") == Lexicon()
    assert lexicon_of("en-GB") is lexicon_of("en")
    assert not terms_of("xx").known
    assert [one for one in terms("said", "xx") if one[0] == "reporting"] == []


def test_a_lexicon_is_loaded_when_a_text_asks_for_it() -> None:
    """A site in English reads no other language's words."""
    script = (
        "import sys\n"
        "from sitegen.changes.lexicons import lexicon_of\n"
        "lexicon_of('en')\n"
        "print([name for name in sys.modules if name.startswith('sitegen.changes.lexicons.')])\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['sitegen.changes.lexicons.lexicon', 'sitegen.changes.lexicons.english']"
