"""Whom a text names as its source, in languages beside the six of the pages."""

import pytest

from sitegen.model import Block
from sitegen.read.credits import find_credits

NAMES = [
    "Agencja Nadbrzeże", "Πρακτορείο Ακτής", "Kustpers", "Kıyı Ajansı", "Agência Litoral", "तट वार्ता", "海岸通信",
    "ANSA",
]  # fmt: skip
SOURCES = frozenset(name.casefold() for name in NAMES)


def credited(text: str) -> list[tuple[str, str]]:
    """The outlets that a paragraph credits, with the channel of each."""
    block = Block(id="b1", role="paragraph", text=text, line=1)
    return [(credit.name, credit.channel) for credit in find_credits([block], SOURCES, ())]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Źródło: Agencja Nadbrzeże", "Agencja Nadbrzeże"),
        ("Πηγή: Πρακτορείο Ακτής", "Πρακτορείο Ακτής"),
        ("(Bron: Kustpers)", "Kustpers"),
        ("Kaynak: Kıyı Ajansı", "Kıyı Ajansı"),
        ("Fonte: Agência Litoral", "Agência Litoral"),
        ("स्रोत: तट वार्ता", "तट वार्ता"),
        ("出典：海岸通信", "海岸通信"),
    ],
)
def test_a_line_of_sources_is_a_credit_beside_the_text(line: str, name: str) -> None:
    """Its label in the language of the text; with the colon of that script."""
    assert credited(line) == [(name, "byline")]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Volgens Kustpers is de boot kapot.", "Kustpers"),
        ("Dat meldt Kustpers.", "Kustpers"),
        ("Segundo a Agência Litoral, a obra parou.", "Agência Litoral"),
        ("Jak podaje Agencja Nadbrzeże, most zamknięto.", "Agencja Nadbrzeże"),
        ("Secondo l'ANSA la nave è ferma.", "ANSA"),
        ("She said so in an interview with the ANSA news service on Friday.", "ANSA"),
    ],
)
def test_a_sentence_credits_the_outlet_that_it_names(sentence: str, name: str) -> None:
    """By the phrase that its language has for that."""
    assert credited(sentence) == [(name, "text")]


@pytest.mark.parametrize(
    "text",
    [
        "Bron: eigen onderzoek", "Segundo a polícia, o homem fugiu.", "Volgens de burgemeester is het waar.",
        "Źródło: archiwum rodzinne",
    ],
)  # fmt: skip
def test_who_is_no_outlet_is_no_credit(text: str) -> None:
    """Control: the same phrases with somebody else."""
    assert credited(text) == []
