"""Languages that have no module of words: of what only reads otherwise, nothing of consequence is said."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.model import CONSEQUENTIAL, Change
from tests.changes.test_read_sentences import changes

SAME = [
    ("pl", "Koszt naprawy szacuje się na 3,2 mln złotych.", "Koszt naprawy szacuje się na 3,2 mln zł."),
    ("cs", "Oprava mostu vyjde na 12 milionů korun.", "Oprava mostu vyjde na 12 mil. Kč."),
    ("uk", "Ремонт мосту коштуватиме 40 мільйонів гривень.", "Ремонт мосту коштуватиме 40 млн грн."),
    ("tr", "Onarım 40 milyon liraya mal olacak.", "Onarım 40 milyon TL'ye mal olacak."),
    ("ro", "Repararea podului costă 12 milioane de lei.", "Repararea podului costă 12 mil. lei."),
    ("el", "Οι ζημιές εκτιμώνται σε 1,8 εκατομμύρια ευρώ.", "Οι ζημιές εκτιμώνται σε 1.800.000 ευρώ."),
    (
        "pt",
        "A obra foi suspensa nesta sexta-feira pela Justiça.",
        "A obra foi suspensa na sexta-feira (13) pela Justiça.",
    ),
]
UNREAD = [
    ("et", "Silla remont läheb maksma 12 miljonit eurot.", "Silla remont läheb maksma 12 milj eurot."),
    ("sw", "Mradi huo utagharimu shilingi milioni 12 hadi Mei.", "Mradi huo utagharimu shilingi 12,000,000 hadi Mei."),
    ("sv", "Reparationen av bron kostar 12 miljoner kronor.", "Reparationen av bron kostar 12 mkr."),
]
OTHER = [
    ("pl", "Koszt naprawy szacuje się na 3,2 mln złotych.", "Koszt naprawy szacuje się na 3,7 mln zł."),
    (
        "nl",
        "De rederij maakte dat vrijdag bekend op haar site.",
        "De rederij maakte dat donderdag bekend op haar site.",
    ),
    ("tr", "Kesinti günde altı saat sürecek, dedi.", "Kesinti günde sekiz saat sürecek, dedi."),
    ("pt", "A obra foi suspensa na quinta (12) pela Justiça.", "A obra foi suspensa na quinta (19) pela Justiça."),
]


def consequential(left: str, right: str, language: str) -> list[Change]:
    """Changes of a consequential kind that are said as what they are."""
    return [
        change
        for change in changes(left, right, language)
        if change.kind in CONSEQUENTIAL
        and change.verdict in ("changed", "given", "withheld")
        and change.confidence >= 0.9
    ]


@pytest.mark.parametrize(("language", "left", "right"), SAME + UNREAD)
def test_a_value_in_other_words_is_no_other_value(language: str, left: str, right: str) -> None:
    """Short names of money and scales, a day in brackets; and a short name that we cannot read proves nothing."""
    assert consequential(left, right, language) == []
    assert consequential(right, left, language) == []


@pytest.mark.parametrize(("language", "left", "right"), OTHER)
def test_another_value_is_still_told(language: str, left: str, right: str) -> None:
    """Control: where the figure or the day is another, it is said so."""
    assert [change.kind for change in consequential(left, right, language)] in (["figure"], ["date"])


def values_of_papers() -> Iterator[tuple[str, str, str, str]]:
    """Language, kind, left and right of each pair of the kept list."""
    language = ""
    for line in Path(__file__).with_name("values_of_papers.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            language = line[1:-1]
        elif line and not line.startswith("#"):
            kind, _, pair = line.partition(": ")
            left, _, right = pair.partition(" => ")
            yield language, kind, left, right


@pytest.mark.parametrize(("language", "kind", "left", "right"), [*values_of_papers()])
def test_what_papers_print_is_told_as_its_kind(language: str, kind: str, left: str, right: str) -> None:
    """In some thirty languages, and whichever side it stands on."""
    for pair in ((left, right), (right, left)):
        told = changes(*pair, language)
        sure = [change for change in told if change.is_consequential]
        if kind == "format":
            assert all(change.is_style for change in told)
        else:
            assert [change.kind for change in sure] == [kind]
            assert not [change for change in told if change.is_substance and change not in sure]


def test_the_kept_list_is_of_many_languages() -> None:
    """Control: it is read, and no language is in it with a single pair."""
    languages = [language for language, *_ in values_of_papers()]
    assert len(languages) >= 200
    assert len(set(languages)) >= 30
    assert all(languages.count(language) > 1 for language in set(languages) - {"hi", "th"})
