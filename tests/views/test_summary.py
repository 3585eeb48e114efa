"""A comparison in a few sentences: only what is true, in one order, the same for every reader."""

from dataclasses import replace
from itertools import product

import pytest

from sitegen.comparing import compare_articles, tokenize_pair
from sitegen.config import Comparing
from sitegen.model import Article, Comparison, CopyStanding
from sitegen.text.catalogues import ENGLISH, Catalogue, catalogue_for
from sitegen.text.quotations import quotations
from sitegen.text.quoting import FIRST_STRONG, POP
from sitegen.text.tokenized import tokenize_blocks
from sitegen.views.common import shortened
from sitegen.views.summary import Summary, credited, summary_of
from tests.changes.test_sentences import PSEUDO, article, escapes

OPENING = "The ferry left the harbour of Holm at nine on Monday with forty passengers on board, its master said."
MIDDLE = "Rain had filled the old quarry above the village, and children sailed paper boats on it until dark."
TALK = "“We shall mend the lamp before winter comes,” said the keeper, who has climbed its stairs for thirty years."
BAKER = "A baker from the upper town brought bread, soup and three kinds of cake to everybody who had waited."
CLOSING = "The council will meet again in the spring to decide what is to be done about the sea wall and the road."
STORY = (OPENING, MIDDLE, TALK, BAKER, CLOSING)
OTHER = "Astronomers counted eleven faint comets beyond Saturn during July, using mirrors polished twice."


def compared(
    left: tuple[str, ...],
    right: tuple[str, ...],
    catalogue: Catalogue = ENGLISH,
    titles: tuple[str, str] = ("One headline", "One headline"),
) -> tuple[Comparison, tuple]:
    articles = (
        replace(article("left", *left), title=titles[0]),
        replace(article("right", *right), title=titles[1]),
    )
    texts = tokenize_pair(*articles)
    return compare_articles(*articles, Comparing(), tokenized=texts, catalogue=catalogue), texts


def summed(
    left: tuple[str, ...],
    right: tuple[str, ...],
    *,
    credit: bool | None = None,
    shown: bool = True,
    catalogue: Catalogue = ENGLISH,
    titles: tuple[str, str] = ("One headline", "One headline"),
) -> Summary:
    comparison, texts = compared(left, right, catalogue, titles)
    return summary_of(comparison, texts, credited=credit, shown=shown, catalogue=catalogue)


def test_the_same_text_is_said_in_one_sentence() -> None:
    """Nothing differs: that is all there is to say, but for the credit."""
    assert summed(STORY, STORY).sentences == ("Word for word the same.",)
    assert summed(STORY, STORY, credit=False).text == "Word for word the same. No credit line was found."
    assert summed(STORY, STORY, credit=True).text == "Word for word the same. The source is credited."


def test_another_headline_is_never_called_the_same() -> None:
    """Both are given; the text is spoken of apart, and only where nothing differs the two are called the same."""
    titles = ("Forty wait at Holm", "Fifty wait at Holm")
    said = ("The headline differs. “Forty wait at Holm” became “Fifty wait at Holm”.",)
    assert summed(STORY, STORY, titles=titles).sentences == (*said, "The text is word for word the same.")
    style = summed(STORY, (OPENING.replace("Monday", "monday"), *STORY[1:]), titles=titles)
    assert style.sentences == (*said, "In the text, only style differs, in 1 place: capitals.")
    longer = summed(STORY, STORY[:4], titles=titles, credit=False)
    assert longer.sentences[0].startswith("Cut from")
    assert longer.sentences[-2:] == (*said, "No credit line was found.")
    comparison, texts = compared(STORY, STORY, titles=titles)
    assert comparison.headline
    ignored = replace(comparison, headline=replace(comparison.headline, changes=()))
    assert summary_of(ignored, texts, credited=None, shown=True).text == "The text is word for word the same."


def test_what_one_text_prints_twice_is_not_called_the_same() -> None:
    """A preview is no change of the text, and told nonetheless."""
    right = (*STORY[:2], *STORY)
    assert summed(STORY, right).sentences == (
        "The text is word for word the same.",
        "The second prints 2 paragraphs twice.",
    )
    assert summed(right, STORY).sentences[-1] == "The first prints 2 paragraphs twice."
    assert "twice" not in summed(STORY, STORY).text


def test_a_headline_that_differs_in_style_is_style() -> None:
    """Other capitals are counted with the style of the text; the same words are no other headline."""
    titles = ("Forty wait at Holm", "Forty Wait at Holm")
    assert summed(STORY, STORY, titles=titles).sentences == ("Only style differs, in 1 place: capitals.",)


def test_changes_that_were_left_out_do_not_make_texts_the_same() -> None:
    """Without the changes a reader asked to ignore, two texts are still not said to be the same."""
    comparison, texts = compared(STORY, STORY[:4])
    said = summary_of(replace(comparison, changes=()), texts, credited=None, shown=True)
    assert said.sentences[0].startswith("Cut from 97 to 75 words")


def test_style_alone_is_named_and_counted() -> None:
    """Where no word of substance differs, the kinds of style are listed."""
    right = (OPENING.replace("harbour", "harbor"), MIDDLE, TALK.replace("“", '"').replace("”", '"'), BAKER, CLOSING)
    assert summed(STORY, right).text == "Only style differs, in 2 places: typography and spelling."


def test_few_changes_are_told_each_by_its_own_sentence() -> None:
    """A text with a figure and a name changed says just that."""
    right = (OPENING.replace("forty", "sixty").replace("Holm", "Selby"), *STORY[1:])
    assert summed(STORY, right).sentences[1:] == (
        "The name changed from “Holm” to “Selby”.",
        "The figure changed from “forty” to “sixty”.",
    )
    assert summed(STORY, right).sentences[0].startswith("As long as before (")


def test_wording_is_counted_and_what_tells_is_told() -> None:
    """A few figures are told each; other words are a number of places."""
    right = (
        OPENING.replace("forty", "sixty").replace("ferry", "boat"),
        MIDDLE.replace("paper", "toy").replace("old quarry", "pit"),
        TALK.replace("thirty", "twenty"),
        *STORY[3:],
    )
    said = summed(STORY, right).sentences
    assert "The figure changed from “forty” to “sixty”." in said
    assert "Other wording in 3 places." in said


def test_many_telling_changes_are_counted_with_an_example() -> None:
    """Beyond two, figures, names and the like are counted, and the shortest of the most telling kind is quoted."""
    right = tuple(
        text.replace("nine", "ten").replace("forty", "fifty").replace("thirty", "twenty").replace("three", "four")
        for text in STORY
    )
    assert "Changed: 4 figures, for example “nine” to “ten”." in summed(STORY, right).sentences


def test_length_is_told_with_what_was_kept() -> None:
    """Cut, grown, or about as long; and how much of the words stands there still."""
    assert summed(STORY, STORY[:4]).sentences[0].startswith("Cut from 97 to 75 words, with 77\u202f% of the words")
    assert summed(STORY[:4], STORY).sentences[0] == "Grown from 75 to 97 words, with 100\u202f% of the words kept."
    near = (f"{OPENING} So.", *STORY[1:])
    assert summed(STORY, near).sentences[0] == "About as long (97 and 98 words), with 100\u202f% of the words kept."


@pytest.mark.parametrize(
    ("kept", "sentence"),
    [
        ((0, 1, 2, 3), "The last paragraph is gone."),
        ((0, 1, 2), "The last 2 paragraphs are gone."),
        ((1, 2, 3, 4), "The first paragraph is gone."),
        ((2, 3, 4), "The first 2 paragraphs are gone."),
        ((0, 1, 3, 4), "One paragraph is gone."),
        ((0, 3, 4), "2 paragraphs are gone."),
        ((0, 2, 3), "2 paragraphs are gone, the last one among them."),
        ((0, 2), "3 paragraphs are gone, the last 2 among them."),
        ((1, 2, 4), "2 paragraphs are gone, the first one among them."),
    ],
)
def test_an_opening_or_an_ending_that_is_gone_is_named(kept: tuple[int, ...], sentence: str) -> None:
    """An editor asks first whether a text was cut from below."""
    assert sentence in summed(STORY, tuple(STORY[at] for at in kept)).sentences


def test_a_line_without_words_is_no_paragraph() -> None:
    """Stars between paragraphs are not counted, and what is gone above them is still the ending."""
    said = summed((*STORY[:3], "* * *", BAKER, CLOSING, "* * *"), STORY[:3]).sentences
    assert said[-1] == "The last 2 paragraphs are gone."
    assert not [one for one in summed(STORY, (*STORY, "* * *")).sentences if "paragraph" in one]


def test_what_moved_is_told_once_and_counted_beyond() -> None:
    """One move by its sentence, several as a number."""
    assert "Paragraph 4 moved up to 1." in summed(STORY, (BAKER, OPENING, MIDDLE, TALK, CLOSING)).sentences
    assert "Moved: 2 paragraphs." in summed(STORY, (TALK, BAKER, CLOSING, OPENING, MIDDLE)).sentences


def test_quotations_are_followed() -> None:
    """A quotation changed inside, kept in a rewrite, or dropped is said."""
    cut = TALK.replace(" before winter comes", "")
    assert "Inside quotation marks, “before winter comes” is gone." in summed(STORY, (*STORY[:2], cut)).sentences
    rewrite = (OTHER, f"{TALK[:46]} a person told us. Nothing else about this matter was heard that day.")
    assert "The only quotation is kept word for word." in summed(STORY, rewrite).sentences
    assert "The only quotation is not kept word for word." in summed(STORY, (OPENING, MIDDLE)).sentences


def test_a_quotation_is_found_in_the_marks_of_its_language() -> None:
    """English, German, French, Chinese and straight marks; two words are a term and no quotation."""
    texts = (
        "“we were here now”",
        "„wir waren hier“ er",
        "« nous étions ici »",
        "「我们在这里」",
        '"we all were"',
        "a “so called” term",
    )
    found = [[*quotations(tokenize_blocks(article("a", text).blocks), [0])] for text in texts]
    assert [len(one) for one in found] == [1, 1, 1, 1, 1, 0]
    assert found[1] == [("wir", "waren", "hier")]


def test_nothing_in_common_is_said_so() -> None:
    """Two texts that share no passage get no list of what is gone and what is new."""
    assert summed((OPENING,), (OTHER,), credit=False).text == ("The two share no passage. No credit line was found.")


@pytest.mark.parametrize(
    ("left", "right", "text"),
    [
        ((), (), "Neither text has any words."),
        ((), ("Alone.",), "The first text has no words; the second has 1 word."),
        (("Two words.",), (), "The second text has no words; the first has 2 words."),
    ],
)
def test_an_empty_side_is_said_so(left: tuple[str, ...], right: tuple[str, ...], text: str) -> None:
    """No share is made of nothing."""
    assert summed(left, right).text == text


def test_a_coarse_comparison_says_so() -> None:
    """Where a comparison fell back, the summary does not let it pass for one by words."""
    comparison, texts = compared(STORY, STORY[:4])
    said = summary_of(replace(comparison, unit="sentences"), texts, credited=None, shown=True).sentences
    assert said[1] == "Compared more coarsely than word by word, because of their size."


def test_no_words_are_repeated_where_rights_forbid_it() -> None:
    """Without leave to show, a summary says kinds and counts; with it, it quotes."""
    right = (OPENING.replace("forty", "sixty"), MIDDLE.replace("paper", "toy"), TALK.replace("winter", "summer"))
    for given in (right, (OTHER, *right)):
        hidden, open_ = (summed(STORY, given, shown=shown).text for shown in (False, True))
        assert "“" not in hidden
        assert "“" in open_  # Control: there was something to quote.
        assert not {"forty", "sixty", "paper", "toy", "winter", "summer"} & set(hidden.lower().split())


def test_who_credits_is_asked_of_copies_of_another_source_alone() -> None:
    """One source, an unknown one, or a copy that was not taken from the left: no word about credit."""
    left, right = (replace(article(name, OPENING), source=name) for name in ("left", "right"))
    standing = CopyStanding(
        article="right",
        family="left",
        relation="cut",
        against="left",
        parent="left",
        probability=0.95,
        kept=1.0,
        taken=1.0,
        credits_parent=False,
        silent=True,
    )
    assert credited(left, right, standing) is False
    assert credited(left, right, replace(standing, silent=False)) is None, "it was not looked for everywhere"
    assert credited(left, right, replace(standing, credits_parent=True)) is True
    nobody: list[tuple[Article, Article, CopyStanding | None]] = [
        (left, right, None),
        (left, replace(right, source="left"), standing),
        (replace(left, source=""), right, standing),
        (left, replace(right, source=""), standing),
    ]
    assert [credited(*one) for one in nobody] == [None] * 4


def test_a_summary_is_short_and_the_same_every_time() -> None:
    """At most six sentences, whatever happened."""
    turned = (CLOSING.replace("spring", "autumn"), BAKER, f"{OTHER} {OTHER}", TALK.replace("keeper", "guard"), MIDDLE)
    for left, right in product((STORY, STORY[::-1], turned), repeat=2):
        said = summed(left, right, credit=False)
        assert 1 <= len(said.sentences) <= 6
        assert said == summed(left, right, credit=False)


def test_a_description_holds_whole_sentences() -> None:
    """A page's description ends with a sentence and never inside one."""
    said = Summary(sentences=("One is here.", "Two are here.", "Three."), ranks=(0, 1, 2))
    assert [said.within(most) for most in (5, 12, 25, 26, 100)] == [
        "One is here.",
        "One is here.",
        "One is here.",
        "One is here. Two are here.",
        "One is here. Two are here. Three.",
    ]


def test_a_cut_does_not_leave_an_isolate_open() -> None:
    """A description that ends inside an Arabic name does not turn around what follows it."""
    name = f"{FIRST_STRONG}مرفأ اليوم الجديد{POP}"
    assert shortened(f"One copy carries the text of {name}, and no other.", 41) == (
        f"One copy carries the text of {FIRST_STRONG}مرفأ اليوم{POP} …"
    )
    assert shortened("One copy carries it, and no other does.", 22) == "One copy carries it …"


def test_no_summary_escapes_translation() -> None:
    """Every sentence is said by the catalogue: with withheld words, not a letter of English is left."""
    variants = (
        STORY,
        STORY[:2],
        STORY[2:],
        STORY[::-1],
        (),
        (OTHER,),
        (*STORY[:2], *STORY),
        (OPENING.replace("forty", "sixty").replace("Holm", "Selby").replace("said", "claimed"), MIDDLE, OTHER, TALK),
        (f"{OPENING} {MIDDLE}", TALK.replace("shall", "will never"), BAKER.replace("everybody", "perhaps nobody")),
        (TALK.replace("“", '"'), TALK.replace("lamp", "old lamp"), CLOSING.replace("spring", "autumn")),
    )
    for left, right, credit in product(variants, variants, (True, False, None)):
        said = summed(left, right, credit=credit, shown=False, catalogue=PSEUDO)
        assert not [one for one in said.sentences if escapes(one)]
    for right in (STORY, (OPENING.replace("Monday", "monday"), *STORY[1:])):
        said = summed(STORY, right, shown=False, catalogue=PSEUDO, titles=("11 22", "33 44"))
        assert not [one for one in said.sentences if escapes(one)]
    assert escapes(summed(STORY, STORY[:2], shown=False).text)  # Control: English is seen.


@pytest.mark.parametrize("language", ["ar", "de", "es", "fr", "vi"])
def test_a_summary_is_said_in_the_language_of_the_site(language: str) -> None:
    """Each catalogue says its own words, as many sentences as English, and leaves no placeholder."""
    right = (OPENING.replace("forty", "sixty"), *STORY[2:4])
    said = summed(STORY, right, credit=False, catalogue=catalogue_for(language))
    english = summed(STORY, right, credit=False)
    assert len(said.sentences) == len(english.sentences)
    assert not set(said.sentences) & set(english.sentences)
    assert "{" not in said.text


def test_nobody_is_said_to_have_cut_what_nobody_says_they_took() -> None:
    """Of two texts of which neither was likely taken from the other each is told as it is, and no more."""
    comparison, texts = compared(STORY, STORY[:4])
    said = summary_of(comparison, texts, credited=None, shown=True, taken=False, denied=True).text
    assert said.startswith(
        "The first has 97 and the second 75 words; 77\u202f% of the first’s words are in the second."
    )
    assert "That the second was taken from the first is not said" in said
    for claim in ("Cut from", "Grown", "kept", "gone", "” became “", "shortened", "Moved", "Changed"):
        assert claim not in said
    assert "Cut from" in summary_of(comparison, texts, credited=None, shown=True).text, "control"
    part = summary_of(comparison, texts, credited=None, shown=True, taken=False).text
    assert "is not said" not in part, "of a part that was taken"
