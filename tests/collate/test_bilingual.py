"""Sentences of two languages: which say the same, what is known to be missing, and what must not be said."""

import pytest

from benchmarks.story import FEWEST_F, aligned, f_score, gold_of, translations
from sitegen.collate import align_languages
from sitegen.collate.glosses import glosses
from sitegen.collation import LanguageAlignment
from sitegen.text.tokenized import tokenize_blocks
from tests.conftest import MakeArticle, make_article

SOURCE = (
    "The old mill at Sund burned down on 4 May 2031, the fire brigade said.",
    "About 250 sacks of flour were lost, worth 48,000 euros.",
    "Nobody was hurt.",
    "“I have ground here since 1994,” said the miller, Edda Marlow.",
    "The bridge to Tolm stays closed until 20 June.",
)
GERMAN = (
    "Die alte Mühle in Sund ist am 4. Mai 2031 abgebrannt, wie die Feuerwehr mitteilte.",
    "Rund 250 Säcke Mehl im Wert von 48.000 Euro gingen verloren.",
    "Verletzt wurde niemand.",
    "„Ich mahle hier seit 1994“, sagte die Müllerin Edda Marlow.",
    "Die Brücke nach Tolm bleibt bis zum 20. Juni gesperrt.",
)


def align(left: tuple[str, ...], right: tuple[str, ...], language: str = "de") -> LanguageAlignment:
    source, target = make_article("a", *left), make_article("b", *right, language=language)
    return align_languages(
        source, target, (tokenize_blocks(source.blocks, "en"), tokenize_blocks(target.blocks, language))
    )


def links(alignment: LanguageAlignment) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(pair.left, pair.right) for pair in alignment.pairs]


def test_a_translation_is_aligned_sentence_by_sentence() -> None:
    """Those with figures and names by them, the one without between them; nothing is missing."""
    alignment = align(SOURCE, GERMAN)
    assert links(alignment) == [((index,), (index,)) for index in range(5)]
    assert alignment.translation
    assert alignment.gaps == ()
    assert all(0 < pair.confidence <= 1 and not pair.crossed for pair in alignment.pairs)


def test_a_sentence_that_was_left_out_is_a_gap() -> None:
    """One with a figure, between two that are there; and what the translator added."""
    alignment = align(SOURCE, (GERMAN[0], *GERMAN[2:]))
    assert [(gap.left, gap.right) for gap in alignment.gaps] == [((1,), ())]
    added = align(
        SOURCE, (*GERMAN[:2], "Der Schaden an den 1880 gebauten Mahlwerken beträgt allein 91.000 Kronen.", *GERMAN[2:])
    )
    assert [(gap.left, gap.right) for gap in added.gaps] == [((), (2,))]


def test_a_sentence_that_cannot_be_recognised_is_no_gap() -> None:
    """Without a figure or a name nothing proves that it is gone: its neighbour may hold it."""
    assert align(SOURCE, (*GERMAN[:2], *GERMAN[3:])).gaps == ()


def test_a_sentence_with_a_figure_of_its_own_is_not_taken_for_the_one_in_its_place() -> None:
    """`Nobody was hurt` stands where the other text counts who worked there, at another length: they are two."""
    counted = align(SOURCE, (*GERMAN[:2], "Dort arbeiten bis heute 37 Leute.", *GERMAN[3:]))
    assert links(counted) == [((index,), (index,)) for index in (0, 1, 3, 4)]


def test_a_sentence_about_another_person_is_not_taken_for_the_one_in_its_place() -> None:
    """Both name somebody whom the other text knows too, and not in the other sentence."""
    source = (*SOURCE[:2], "Olaf Brandt ran to the quay in his coat.", *SOURCE[3:], "Olaf Brandt is 71.")
    target = (*GERMAN[:2], "Edda Marlow lief noch zur Scheune.", *GERMAN[3:], "Olaf Brandt ist 71.")
    assert ((2,), (2,)) not in links(align(source, target))
    assert ((5,), (5,)) in links(align(source, target))


def test_split_and_joined_sentences_are_found() -> None:
    """One with two, and two with one."""
    split = (GERMAN[0], "Rund 250 Säcke Mehl gingen verloren.", "Sie waren 48.000 Euro wert.", *GERMAN[2:])
    assert ((1,), (1, 2)) in links(align(SOURCE, split))
    joined = (
        "Die Mühle in Sund brannte am 4. Mai 2031 ab, und rund 250 Säcke Mehl für 48.000 Euro gingen verloren.",
        *GERMAN[2:],
    )
    assert ((0, 1), (0,)) in links(align(SOURCE, joined))


def test_a_sentence_that_was_moved_is_found_and_said_to_be_crossed() -> None:
    """The last one first."""
    alignment = align(SOURCE, (GERMAN[4], *GERMAN[:4]))
    moved = [pair for pair in alignment.pairs if pair.crossed]
    assert [(pair.left, pair.right) for pair in moved] == [((4,), (0,))]


def test_reports_of_other_events_share_no_sentence() -> None:
    """A name and a year in common make no translation, and no pair."""
    report = (
        "In Sund wird 2031 ein neues Rathaus gebaut.",
        "Der Entwurf stammt von einem Büro aus Pell.",
        "Die Kosten werden auf 7 Millionen Kronen geschätzt.",
        "Im Sommer soll der Grundstein gelegt werden.",
    )
    alignment = align(SOURCE, report)
    assert alignment.pairs == ()
    assert alignment.gaps == ()
    assert not alignment.translation


def test_nothing_is_aligned_with_nothing() -> None:
    """An empty text, and a language that nobody listed."""
    assert align(SOURCE, ()).pairs == ()
    assert align((), GERMAN).pairs == ()
    unlisted = align(SOURCE, tuple(sentence.replace("4. Mai 2031", "2031-05-04") for sentence in GERMAN), "tlh")
    assert ((1,), (1,)) in links(unlisted) or unlisted.pairs == ()


@pytest.mark.parametrize(
    "name", sorted({f"{story}-{language}" for story, language in translations() if language != "en"})
)
def test_a_written_translation_is_aligned(name: str) -> None:
    """Twelve of our own making in six languages, with omissions, additions and swaps: F1 of .8 and more each."""
    story, _, language = name.rpartition("-")
    assert f_score(aligned(story, language), gold_of(story, language)) >= FEWEST_F


def test_the_article_fixture_is_enough(article: MakeArticle) -> None:
    """Control: a pair that is not there lowers the score."""
    assert article("a").blocks == ()
    assert f_score({(0, 0), (1, 1)}, {(0, 0), (1, 2)}) == 0.5


def test_a_name_that_a_bracket_explains_is_known_without_it() -> None:
    """Its last part, and a single name as far as the text has it again; a name that no bracket explains is not."""
    text = ("馆长克莱娅·温瑟（Clea Winther）把面具还给了佩尔岛（Pell）。", "温瑟说，佩尔岛很高兴。", "索斯比没有说话。")
    assert glosses(text) == {"温瑟": "winther", "佩尔岛": "pell"}
    assert glosses(text[1:]) == {}


def test_a_quotation_is_not_taken_for_one_far_away() -> None:
    """Of quotations without figures and names, one that has no counterpart is not paired past those between."""
    between = [pair for index in (0, 1, 4) for pair in ((SOURCE[index], GERMAN[index]),)]
    left = ("“It was a quiet night until then, and warm.”", *(source for source, _ in between))
    right = (*(german for _, german in between), "„Wir haben noch lange am Wasser gesessen.“")
    assert [(pair.left, pair.right) for pair in align(left, right).pairs] == [((1,), (0,)), ((2,), (1,)), ((3,), (2,))]
