"""Both copies as one text: each copy can be read out of it, and what is the same folds."""

from collections.abc import Iterable

import pytest

from sitegen.text.catalogues import ENGLISH
from sitegen.views.lines import folds_of
from sitegen.views.pages import Line, Run
from tests.conftest import MakeArticle
from tests.views.readings import reading_of

FIRST = "The ferry left Holm at nine with forty people on board, and the harbour office said that all were well. "
MORE = "Nobody was hurt in the storm. The mayor thanked the crew, and the choir sang until the lamps went out. "
LAST = "The next boat sails on Friday."


def lines(article: MakeArticle, left: str, right: str) -> list[Line]:
    reading = reading_of(article("a", left), article("b", right))
    return [line for fold in folds_of(reading, ENGLISH) for line in fold.lines]


def letters(runs: Iterable[Run], mark: str) -> str:
    """The text of a copy without its spaces: the runs without a mark and those with its own."""
    return "".join("".join(run.text.split()) for run in runs if run.mark in ("", "whisper", mark))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (FIRST + MORE + LAST, FIRST.replace("forty", "sixty") + MORE + LAST),
        (FIRST + MORE + LAST, FIRST + LAST.replace("Friday", "Monday")),
        (FIRST + LAST, FIRST + MORE + LAST.replace("Friday", "Monday")),
        (FIRST + MORE, FIRST.replace("said that all were well", "refused to say anything") + MORE),
    ],
)
def test_each_copy_can_be_read_out_of_the_merged_text(article: MakeArticle, left: str, right: str) -> None:
    """Without what is new it is the left copy, without what is gone the right one."""
    (line,) = lines(article, left, right)
    runs = [run for paragraph in line.merged for piece in paragraph.pieces for run in piece.runs]
    assert letters(runs, "del") == "".join(left.split())
    assert letters(runs, "ins") == "".join(right.split())


def test_unchanged_sentences_fold_inside_a_paragraph(article: MakeArticle) -> None:
    """They are counted in the line that stands for them; the edited sentence is shown."""
    (line,) = lines(article, FIRST + MORE + LAST, FIRST.replace("forty", "sixty") + MORE + LAST)
    ((shown, folded),) = [paragraph.pieces for paragraph in line.merged]
    assert (shown.label, folded.label) == ("", "… 3 sentences …")


def test_a_short_sentence_is_sooner_read_than_unfolded(article: MakeArticle) -> None:
    """A fold that saves nothing is none."""
    (line,) = lines(article, FIRST + LAST, FIRST.replace("forty", "sixty") + LAST)
    assert [piece.label for paragraph in line.merged for piece in paragraph.pieces] == ["", ""]


def test_struck_words_are_not_glued_to_their_neighbours(article: MakeArticle) -> None:
    """Where the right copy sets a mark and no space, there is one in the merged text."""
    left = FIRST + "The Aske company, which owns it, refused."
    (line,) = lines(article, left, FIRST + "The Aske, which owns it, refused.")
    text = "".join(run.text for paragraph in line.merged for piece in paragraph.pieces for run in piece.runs)
    assert "Aske company" in text


def test_what_one_copy_alone_has_is_not_merged(article: MakeArticle) -> None:
    """Its own side says all."""
    reading = reading_of(article("a", FIRST, MORE), article("b", FIRST))
    relations = {line.relation: line.merged for fold in folds_of(reading, ENGLISH) for line in fold.lines}
    assert relations["left-only"] == ()
