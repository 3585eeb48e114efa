"""A figure that became another is the figure of one thing, and differs by what a reader would notice.

Each case was told for sure before, of real texts, and was judged false or trivial by outside readers.
"""

import pytest

from sitegen.changes.evidence import confidence
from tests.changes.test_same_statement import changes

TOLD = [
    # Next to nothing.
    ("en", "The wings are 28 metres wide.", "The wings are 28.3 metres wide."),
    ("ru", "Доля составила 30,1 % голосов.", "Доля составила 30,08 % голосов."),
    ("de", "Der Anteil liegt bei 97,3 % der Stimmen.", "Der Anteil liegt bei 97 % der Stimmen."),
    ("zh", "船队占全部的97.3%。", "船队占全部的97%。"),
    # The same in other units.
    ("en", "It has 49 cubic inches in all.", "It has 49 cubic inches (803 cm³) in all."),
    ("en", "The tower was 300 cubits tall.", "The tower was 300 cubits (140 m) tall."),
    ("fr", "La tour fait 300 coudées de haut.", "La tour fait 300 coudées (140 m) de haut."),
    ("de", "Der Turm ist 40 Klafter hoch.", "Der Turm ist 40 Klafter (75 m) hoch."),
    ("es", "El pozo tiene 12 varas de fondo.", "El pozo tiene 12 varas (10 m) de fondo."),
    # Another label, another date, another kind.
    ("en", "Births ¶ 7.9 deaths of 1,000", "Births ¶ total: 7.03 of 1,000 ¶ girls: 6.26 deaths of 1,000"),
    ("en", "Highest tenth: 28% (1997)", "Highest tenth: 28.5% (2005)"),
    (
        "en",
        "Of the crews 34% call themselves believers at home, and 51% do at sea.",
        "Of the crews 12% call themselves old-believers at home, and 51% do at sea.",
    ),
    ("fr", "À bord 34 % sont membres du club.", "À bord 12 % sont non-membres du club."),
]
CHANGED = [
    ("en", "The fleet had 2,013 boats in the bay.", "The fleet had about 2,000 boats in the bay."),
    ("en", "The fire killed 500 people.", "The fire killed 505 people."),
    ("en", "The wings are 28 metres wide.", "The wings are 29.3 metres wide."),
    ("en", "He said: 300 boats were lost", "He told us: 350 boats were lost"),
    ("fr", "Bilan : 3 morts au port", "Bilan provisoire : 4 morts au port"),
    ("en", "Girls: 7.26 deaths of 1,000 children", "Girls: 6.26 deaths of 1,000 children"),
    ("en", "Highest tenth: 28.3% (1997)", "Highest tenth: 31.5% (2005)"),
    ("en", "Of the crews 34% are old-believers at home.", "Of the crews 12% are old-believers at home."),
    ("en", "A board—six members and nine guests—met.", "A board—five members and nine guests—met."),
    ("de", "Der Turm ist 40 Klafter hoch.", "Der Turm ist 75 Klafter hoch."),
    ("ru", "Мест: 2 в зале у моря", "Мест: 1 в зале у моря"),
]


def figures(language: str, left: str, right: str) -> list[bool]:
    """Whether each change of a figure is sure."""
    return [change.is_consequential for change in changes(left, right, language) if change.kind == "figure"]


@pytest.mark.parametrize(("language", "left", "right"), TOLD)
def test_a_figure_of_another_thing_or_of_no_weight_is_not_sure(language: str, left: str, right: str) -> None:
    """It is shown as a difference, and not counted; the same with the sides exchanged."""
    assert not any(figures(language, left, right))
    assert not any(figures(language, right, left))


@pytest.mark.parametrize(("language", "left", "right"), CHANGED)
def test_a_figure_of_one_thing_that_differs_is_sure(language: str, left: str, right: str) -> None:
    """Control: what was counted or measured became another under the same words."""
    assert figures(language, left, right) == [True]


def test_without_the_look_at_both_such_figures_are_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: nothing else keeps them from being told."""
    monkeypatch.setattr(confidence, "says_the_same", lambda *_: False)
    monkeypatch.setattr(confidence, "is_of_another_thing", lambda *_: False)
    assert sum(any(figures(*case)) for case in TOLD) >= len(TOLD) - 2
