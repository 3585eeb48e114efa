"""Unseen characters on a page: a sign beside the text, which stays what it is, and a sentence that names them."""

import pytest

from sitegen.comparing import compare_articles
from sitegen.config import Comparing
from sitegen.text.catalogues import ENGLISH
from sitegen.views.lines import folds_of
from sitegen.views.pages import Line, Part
from sitegen.views.unseen import deceits_of, parts_of
from tests.conftest import make_article
from tests.text.test_invisible import DECEIVING, ORDINARY
from tests.views.readings import reading_of

PROSE = "The ferry turned back to Lorne on Monday after its steering failed in heavy swell"


def lines(left: list[str], right: list[str]) -> list[Line]:
    one, other = make_article("a", *left), make_article("b", *right)
    folds = folds_of(reading_of(one, other), ENGLISH)
    return [line for fold in folds if not fold.folded for line in fold.lines]


def signs(line: Line, side: str) -> list[str]:
    paragraphs = getattr(line, side).paragraphs
    return [part.sign for block in paragraphs for run in block.runs for part in run.parts if part.sign]


@pytest.mark.parametrize(
    ("changed", "sign", "name"),
    [
        ("steer\u200bing", "ZWSP", "zero-width space"),
        ("steer\u00ading", "SHY", "soft hyphen"),
        ("steer\u200cing", "ZWNJ", "zero-width non-joiner"),
        ("steer\u2060ing", "WJ", "word joiner"),
        ("steering\U000e0041\U000e0042", "TAG A TAG B", "tag character “A”"),
        ("\u202esteering\u202c", "RLO", "right-to-left override"),
        ("steering\ufe0f", "VS16", "variation selector-16"),
        ("ste\u0435ring", "Cyrillic", "Cyrillic small letter ie"),
        ("steer\u200b\u200b\u200bing", "ZWSP×3", "zero-width space"),
    ],
)
def test_a_difference_is_shown_and_named(changed: str, sign: str, name: str) -> None:
    """The line is not folded away, a sign stands in the copy that has it, and a remark names it."""
    [line] = lines([PROSE], [PROSE.replace("steering", changed)])
    assert sign in signs(line, "right")
    assert signs(line, "left") == []
    [remark] = line.remarks
    assert (remark.kind, name in remark.sentence) == ("typography", True)
    assert remark.sentence.startswith("Unseen in “steering”, and added: ")


def test_no_difference_no_sign() -> None:
    """Control: where both have it and it deceives nobody, nothing is shown and the line is folded."""
    text = PROSE.replace("steering", "steer\u00ading")
    assert lines([text], [text]) == []
    assert lines(["کشتی می\u200cرود و برمی\u200cگردد"], ["کشتی می\u200cرود و برمی\u200cگردد"]) == []


@pytest.mark.parametrize("text", ORDINARY.values(), ids=ORDINARY)
def test_ordinary_texts_get_no_sign(text: str) -> None:
    """Whatever the script, two copies that print the same are folded, and nothing is told of either."""
    assert lines([text], [text]) == []
    assert deceits_of(make_article("a", text), make_article("b", text), ENGLISH) == ()


@pytest.mark.parametrize("text", DECEIVING.values(), ids=DECEIVING)
def test_deceiving_texts_get_one_in_both(text: str) -> None:
    """Control: what deceives is shown though both copies print it."""
    [line] = lines([text], [text])
    assert signs(line, "left") == signs(line, "right") != []
    assert len(deceits_of(make_article("a", text), make_article("b", text), ENGLISH)) == 2


def test_ordinary_joiners_in_other_words_get_no_sign() -> None:
    """A Persian word that was replaced is marked as replaced, and its non-joiner is not pointed at."""
    found = lines(["کشتی رفت و همه دیدند که باد تند است"], ["کشتی می\u200cرود و همه دیدند که باد تند است"])
    assert [signs(line, "right") for line in found] == [[]]
    odd = lines([PROSE], [PROSE.replace("steering", "rud\u200bder")])
    assert [signs(line, "right") for line in odd] == [["ZWSP"]]


def test_accents_written_apart_fill_no_page_with_signs() -> None:
    """A copy in the other form of Unicode is typography, named in the data, and can be read."""
    one, other = (
        make_article("a", "Ph\u00e0 quay l\u1ea1i b\u1ebfn"),
        make_article("b", "Pha\u0300 quay la\u0323i b\u1ebfn"),
    )
    comparison = compare_articles(one, other, Comparing())
    assert {change.kind for change in comparison.changes} == {"typography"}
    assert "combining grave accent (U+0300)" in comparison.changes[0].sentence
    assert lines([one.blocks[0].text], [other.blocks[0].text]) == []


def test_many_places_of_a_line_are_told_in_two_remarks() -> None:
    """An outlet that hyphenates every word does not fill the margin."""
    [line] = lines([PROSE], ["\u00ad".join(PROSE.split("e")).replace("\u00ad", "\u00ade")])
    assert len(line.remarks) == 2
    assert "more places here with unseen characters." in line.remarks[1].sentence


def test_what_deceives_is_shown_in_both() -> None:
    """Both copies have the override: both get its sign, it is kept to itself, and the line stays open."""
    text = "Nobody spoke \u202eof the other matter."
    [line] = lines([text], [text])
    assert signs(line, "left") == signs(line, "right") == ["RLO"]
    parts = [part for run in line.left.paragraphs[0].runs for part in run.parts]
    assert "".join(part.text for part in parts) == text
    assert [part.text for part in parts if part.turns] == ["\u202e"]
    one = make_article("a", text)
    assert deceits_of(one, make_article("b", "plain"), ENGLISH) == (
        "The left text has characters that hide or turn words: right-to-left override (U+202E). "
        "Signs stand for them, and they do nothing here.",
    )


def test_parts_are_whole_clusters() -> None:
    """A sign stands after the letter its character belongs to; joined, the parts are the text."""
    parts = parts_of("می\u200cرود", {2})
    assert parts == (
        Part(text="م"),
        Part(text="ی\u200c", sign="ZWNJ", name="zero-width non-joiner (U+200C)", codes=("U+200C",)),
        Part(text="رود"),
    )


def test_ignored_kinds_leave_no_mark() -> None:
    """A row whose change is not told is laid out where it stands and not marked."""
    from dataclasses import replace

    one, other = make_article("a", PROSE, "Nobody was hurt at all."), make_article("b", PROSE)
    reading = reading_of(one, other)
    assert [line.marked for fold in folds_of(reading, ENGLISH) for line in fold.lines] == [True, True]
    quiet = replace(reading, comparison=replace(reading.comparison, changes=()))
    assert [line.marked for fold in folds_of(quiet, ENGLISH) for line in fold.lines] == [True, False]
