"""Who says a quotation in each copy, and what became of it there: said where it is plain, and never guessed."""

import pytest

from sitegen.changes.readtext import ReadText
from sitegen.changes.speech import said_by
from sitegen.changes.terms import terms_of
from sitegen.findings.publicwords import ledger
from sitegen.findings.quotations import with_speakers
from sitegen.model import Article, PublicStatement
from sitegen.text.quoted import quoted_tokens
from sitegen.text.tokenized import tokenize_blocks
from tests.conftest import MakeArticle
from tests.findings.test_editions import edition_of

OPENING = "The weir at Tolm was opened on Friday by the keeper of the locks, who had come early."
HISTORY = "The gates had stood for 40 years and were last painted in the summer after the great flood."
WORDS = "We shall not open the gates before the last boat has been dried and counted"
SAID = f"“{WORDS},” said Ada Moe."
END = "The town will pay 300 crowns for new paint, and for the brushes that go with it."


def speaker(paragraph: str, article: MakeArticle, language: str = "en", place: int = 0) -> str | None:
    """Who says the quotation at a place of a paragraph, with the verb, as printed."""
    blocks = article("a", paragraph, language=language).blocks
    text = tokenize_blocks(blocks, language)
    quoted = quoted_tokens(text)
    starts = [token for token in range(len(quoted)) if quoted[token] and not (token and quoted[token - 1])]
    start = starts[place]
    end = next((token for token in range(start, len(quoted)) if not quoted[token]), len(quoted))
    saying = said_by(ReadText(text, terms_of(language)), (start, end))
    return f"{text.text(saying.speaker).strip(' ,')} | {text.text(saying.verb).strip()}" if saying else None


@pytest.mark.parametrize(
    ("paragraph", "language", "expected"),
    [
        ("“We lost the boat,” said Ada Moe.", "en", "Ada Moe | said"),
        ("Ada Moe said: “We lost the boat.”", "en", "Ada Moe | said"),
        ("“We lost the boat,” she told reporters.", "en", "she | told"),
        ("“We lost it,” said Aldermill’s owner, Ada Moe. “It was old.”", "en", "Aldermill’s owner, Ada Moe | said"),
        ("„Wir haben das Boot verloren“, sagte Ada Moe.", "de", "Ada Moe | sagte"),
        ("«Perdimos el barco», dijo Ada Moe.", "es", "Ada Moe | dijo"),
        ("« Nous avons perdu le bateau », a déclaré Ada Moe.", "fr", "Ada Moe | déclaré"),
    ],
)
def test_a_verb_beside_a_quotation_says_whose_it_is(
    paragraph: str, language: str, expected: str, article: MakeArticle
) -> None:
    """Before it or behind it, with all that stands between the name and the verb."""
    assert speaker(paragraph, article, language) == expected


def test_a_quotation_goes_on_with_the_one_before_it(article: MakeArticle) -> None:
    """In a paragraph where nobody else is said to speak; where two are, the second half is nobody's for sure."""
    alone = "“We lost the boat,” said Ada Moe. “It was an old boat anyhow.”"
    assert speaker(alone, article, place=1) == "Ada Moe | said"
    two = "“We lost the boat,” said Ada Moe. Carl Rist denied it. The hull was found. “It was an old boat anyhow.”"
    assert speaker(two, article, place=1) is None


@pytest.mark.parametrize(
    "paragraph",
    [
        "Ada Moe met Carl Rist at the weir. The sign there reads “no boats behind the lock”.",
        "The report calls it “a loss that nobody could have seen”.",
        "Ada Moe said it rained. Later that day a poster with the words “free the boat” hung there.",
    ],
)
def test_nobody_is_named_for_words_that_nobody_is_said_to_say(paragraph: str, article: MakeArticle) -> None:
    """A name in the paragraph is no speaker, nor is one who said something else."""
    assert speaker(paragraph, article) is None


def statement_of(*articles: Article) -> PublicStatement:
    texts = {entry.id: tokenize_blocks(entry.blocks, entry.language) for entry in articles}
    by_id = {entry.id: entry for entry in articles}
    (statement,) = with_speakers(ledger(articles, texts), edition_of(*articles), by_id, texts)
    return statement


def test_words_given_to_another_speaker_are_told(article: MakeArticle) -> None:
    """Two names that cannot be one; not a pronoun, a title, a longer form of the name."""
    base = article("a", OPENING, SAID, HISTORY, END)

    def is_another(said: str) -> bool:
        statement = statement_of(base, article("b", OPENING, said, HISTORY, END))
        return statement.prints[1].speaks_another

    assert is_another(f"“{WORDS},” said Carl Rist.")
    for same in ("said Moe", "she said", "said the keeper of the locks", "said Mrs Ada Moe", "Ada Moe, 61, said"):
        assert not is_another(f"“{WORDS},” {same}."), same


@pytest.mark.parametrize(
    "told",
    [
        "Warden Ada Moe (T-N.C.) insisted: “{words}.”",
        "Ada Moe, speaking of the threat from FLOD earlier this month, said: “{words}.”",
        "Ada Moe (T-N.C.) demanded to know why. “{words},” Flod said earlier this month.",
    ],
)
def test_whoever_is_named_beside_the_words_may_be_meant(told: str, article: MakeArticle) -> None:
    """Of a paragraph that names the speaker too it is not said that it gives the words to another."""
    base = article("a", OPENING, SAID, HISTORY, END)
    statement = statement_of(base, article("b", OPENING, told.format(words=WORDS), HISTORY, END))
    assert not statement.prints[1].speaks_another


def test_a_not_behind_an_ellipsis_is_told(article: MakeArticle) -> None:
    """A negation left out between words that are kept; not one that went with its whole sentence, nor none."""
    base = article("a", OPENING, SAID, HISTORY, END)
    cut = "“We shall ... open the gates before the last boat has been dried and counted,” said Ada Moe."
    statement = statement_of(base, article("b", OPENING, cut, HISTORY, END))
    assert [entry.negation_left_out for entry in statement.prints] == [False, True]
    shorter = "“The last boat has been dried and counted,” said Ada Moe."
    statement = statement_of(base, article("b", OPENING, shorter, HISTORY, END))
    assert [entry.negation_left_out for entry in statement.prints] == [False, False]


def test_what_became_of_it_where_it_is_not_printed(article: MakeArticle) -> None:
    """Dropped, told without marks, translated: each known by the collation; of another article nothing is said."""
    indirect = f"Ada Moe said {WORDS.lower()}."
    spanish = (
        "La presa de Tolm fue abierta el viernes por el guarda de las esclusas, que había llegado temprano.",
        "«No abriremos las compuertas antes de que el último barco esté seco y contado», dijo Ada Moe.",
        "Las compuertas llevaban 40 años en pie y se pintaron por última vez en el verano de la gran riada.",
        "El pueblo pagará 300 coronas por la pintura nueva y por los pinceles que la acompañan.",
    )
    statement = statement_of(
        article("a", OPENING, SAID, HISTORY, END),
        article("b", OPENING, SAID, HISTORY, END),
        article("c", OPENING, HISTORY, END),
        article("d", OPENING, indirect, HISTORY, END),
        article("e", *spanish, language="es", translation_of="a"),
    )
    fates = {entry.article: entry.fate for entry in statement.unprinted}
    assert fates == {"c": "dropped", "d": "without marks", "e": "translated"}
