"""Two copies, read against each other."""

from dataclasses import replace

import pytest

from sitegen.comparing import compare_articles
from sitegen.config import Comparing
from sitegen.model import Article, ChangeKind, Comparison
from tests.conftest import MakeArticle

FERRY = (
    "A ferry carrying at least 40 passengers turned back to Lorne on Monday after its steering failed in high swell."
)
INQUIRY = "An inquiry in 2019 found that the vessel had left port twice with a known fault in its hydraulic pump."
DENIAL = "The operator denied that any alarm had been ignored and said that the crew had followed procedure all day."
WEATHER = "Gales are forecast for the rest of the week, and the harbour office expects further delays on the route."


def read(left: Article, right: Article) -> Comparison:
    return compare_articles(left, right, Comparing())


def kinds(comparison: Comparison) -> list[tuple[ChangeKind, str, str]]:
    return [(change.kind, change.left, change.right) for change in comparison.changes]


def relations(comparison: Comparison) -> list[str]:
    return [row.relation for row in comparison.rows]


def test_equal_texts_have_no_changes(article: MakeArticle) -> None:
    """A reprint is the same, all of it found in both directions."""
    comparison = read(article("a", FERRY, DENIAL), article("b", FERRY, DENIAL))
    assert relations(comparison) == ["same", "same"]
    assert comparison.changes == ()
    assert comparison.measures.left_in_right == comparison.measures.right_in_left == 1.0


def test_a_cut_paragraph_stands_alone(article: MakeArticle) -> None:
    """What only the left has is one change of kind cut."""
    comparison = read(article("a", FERRY, DENIAL, WEATHER), article("b", FERRY, WEATHER))
    assert relations(comparison) == ["same", "left only", "same"]
    assert kinds(comparison) == [("cut", DENIAL, "")]


def test_a_moved_paragraph_keeps_its_edits(article: MakeArticle) -> None:
    """A paragraph at another place is moved, and the edit inside it is a change of its own."""
    edited = INQUIRY.replace("2019", "2018")
    comparison = read(article("a", FERRY, DENIAL, WEATHER, INQUIRY), article("b", FERRY, edited, DENIAL, WEATHER))
    assert relations(comparison).count("moved") == 1
    assert ("date", "2019", "2018") in kinds(comparison)
    assert comparison.measures.moved > 15


def test_a_name_with_its_title_is_no_sentence_that_moved(article: MakeArticle) -> None:
    """What a full stop of an abbreviation ends is no sentence, and so is no part of one that stands elsewhere."""
    said = "said that she would not vote for a plan that takes the night boat from the islands and their schools."
    letters = "{}, wrote one of the three letters that came that day and a teacher of the school at Orr wrote the rest."
    for name in ("Dana Holm of the island county, D-Mass.", "Dana Holm, Rep. of the island county, in a statement"):
        named = article("a", FERRY, f"{name}, {said}", WEATHER)
        lettered = article("b", FERRY, f"A spokesman {said}", WEATHER, letters.format(name))
        for pair in ((named, lettered), (lettered, named)):
            assert "move" not in {change.kind for change in read(*pair).changes}


def test_a_split_and_a_merged_paragraph(article: MakeArticle) -> None:
    """One to two is a split, two to one a merge; no word of either counts as changed."""
    split = read(article("a", f"{FERRY} {DENIAL}", WEATHER), article("b", FERRY, DENIAL, WEATHER))
    assert relations(split) == ["split", "same"]
    merged = read(article("a", FERRY, DENIAL, WEATHER), article("b", f"{FERRY} {DENIAL}", WEATHER))
    assert relations(merged) == ["merged", "same"]
    assert split.measures.changed == merged.measures.changed == 0


def test_a_part_that_shows_nothing_shared_is_no_part(article: MakeArticle) -> None:
    """Words that a paragraph only seemed to have from another make no split, and no merge read the other way."""
    whole = article("a", f"At the quay of Lorne {FERRY[8:]}", WEATHER)
    halves = article("b", f"Of Lorne {FERRY[8:]}", "At the quay!", WEATHER)
    assert relations(read(whole, halves)) == ["changed", "right only", "same"]
    assert relations(read(halves, whole)) == ["changed", "left only", "same"]
    moved = article("b", f"{INQUIRY} {FERRY}")
    assert relations(read(article("a", FERRY, INQUIRY), moved)) == ["merged"], "control: what moved inside is shared"


def test_a_preview_is_repeated_and_not_added(article: MakeArticle) -> None:
    """A text that prints its opening twice says nothing new by it."""
    comparison = read(article("a", FERRY, DENIAL, WEATHER), article("b", FERRY, FERRY, DENIAL, WEATHER))
    assert relations(comparison) == ["repeated", "same", "same", "same"]
    assert comparison.changes == ()
    assert comparison.measures.right_in_left == 1.0


def test_furniture_is_never_a_difference(article: MakeArticle) -> None:
    """What is set aside stands in no row."""
    comparison = read(article("a", FERRY), article("b", "Home | News | Sport", FERRY, furniture=(0,)))
    assert relations(comparison) == ["same"]


def test_stop_words_do_not_make_a_pair(article: MakeArticle) -> None:
    """A paragraph that shares only small words with another is not changed: they are two."""
    left = article("a", FERRY, "It was said to be one of the best in the country by far.")
    right = article("b", FERRY, "It was to be the end of a long day for all in the hills.")
    assert relations(read(left, right)) == ["same", "left only", "right only"]


def test_few_rare_words_make_a_pair_between_neighbours(article: MakeArticle) -> None:
    """A paragraph written anew between two that stayed is changed where it keeps words too rare to meet by chance."""
    old = "It is far from the end of the legal and other troubles of Captain Holm, who left the old harbour at dawn."
    new = "Legal troubles may follow in winter, says one young lawyer hired for Holm, and nobody knows for how long."
    assert relations(read(article("a", FERRY, old, DENIAL), article("b", FERRY, new, DENIAL))) == [
        "same",
        "changed",
        "same",
    ]
    often = "Holm paid for legal troubles, and legal troubles, said Holm, are troubles of Holm alone and legal."
    found = relations(
        read(
            article("a", often, often + " So it is.", old, DENIAL),
            article("b", often, often + " So it is.", new, DENIAL),
        )
    )
    assert found[-3:] == ["left only", "right only", "same"], "control: the same words in texts that are full of them"


@pytest.mark.parametrize("language", ["und", "en"])
@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Oil up 5%. Gas up 3%. Tax cut in May.", "Oil up 6%. Gas up 3%. Tax cut in May."),
        ("It was as it was, and it is not as it was, by him.", "It was as it was, and it is not as it was, by her."),
    ],
)
def test_short_words_alone_are_enough_to_align(article: MakeArticle, left: str, right: str, language: str) -> None:
    """A text of short words, or of stop-words, is aligned like any other, in a language without a list too."""
    one, other = (replace(article(name, text), language=language) for name, text in (("a", left), ("b", right)))
    assert relations(read(one, other)) == ["changed"]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("reporters have confirmed the loss", "the Courier has confirmed the loss", "attribution"),
        ("the crossing was closed early this month", "the crossing was closed in early September", "date"),
        ("smugglers took US$2,000 for it", "smugglers took $2,000 for it", "format"),
        ("members of the Northern League were seen", "members of Noril were seen", "name"),
        ("a war-torn coast of ruins", "a war-battered coast of ruins", "wording"),
        ("the fire killed 14 sheep outright", "the fire killed 40 sheep outright", "figure"),
        ("the fire killed 14 sheep outright", "the fire killed dozens of sheep outright", "figure"),
        ("they organise the harbour feast", "they organize the harbor feast", "spelling"),
        ("the old Councillor Ostel spoke", "the old Councilor Ostel spoke", "spelling"),
        ("he said “we were frightened” twice", "he said “we were terrified” twice", "quotation"),
        ("the pump may have failed overnight", "the pump certainly have failed overnight", "hedge"),
        ("the pump, it seems, failed", "the pump it seems, failed", "punctuation"),
        ("he called it “a farce” at noon", 'he called it "a farce" at noon', "typography"),
        ("the Harbour Office closed", "the harbour office closed", "case"),
    ],
)
def test_every_change_has_its_kind(article: MakeArticle, left: str, right: str, expected: str) -> None:
    """The kind says what a change does to the reader's knowledge."""
    frame = (
        "In the town of Lorne, as was reported by many people who were there, ",
        " and nothing else happened that day.",
    )
    found = kinds(read(article("a", left.join(frame)), article("b", right.join(frame))))
    assert expected in {kind for kind, _, _ in found}


def test_a_count_that_stands_beside_a_day_is_no_part_of_the_date(article: MakeArticle) -> None:
    """`14 to 14 on Tuesday` against `14–14 on 10 June`: the day is the date, and the dash is how a count is printed."""
    frame = ("The council of Lorne was split ", ", and the matter was settled by a marble.")
    comparison = read(
        article("a", "14 to 14 on Tuesday".join(frame)),
        article("b", "14–14 on 10 June".join(frame)),
    )
    assert ("date", "Tuesday", "10 June") in kinds(comparison)
    whole = read(article("a", "by 3 May".join(frame)), article("b", "on 3 June".join(frame)))
    assert kinds(whole) == [("date", "3 May", "3 June")], "control: nothing stands between, and it is one date"


def test_compounds_and_amounts_are_marked_whole(article: MakeArticle) -> None:
    """Half a word is never marked."""
    comparison = read(
        article("a", "The war-torn coast took US$2,000 each from the men who came over the hills last winter."),
        article("b", "The war-battered coast took $2,000 each from the men who came over the hills last winter."),
    )
    assert [(left, right) for _, left, right in kinds(comparison)] == [
        ("war-torn", "war-battered"),
        ("US$2,000", "$2,000"),
    ]


def test_a_change_keeps_its_id_when_text_is_put_before_it(article: MakeArticle) -> None:
    """Links do not rot: an id is made of the words around a change, not of its position."""
    edited = FERRY.replace("at least 40", "dozens of")
    before = read(article("a", FERRY), article("b", edited))
    after = read(article("a", WEATHER, FERRY), article("b", WEATHER, edited))
    assert before.changes[0].id == after.changes[0].id


def test_the_ladder_falls_to_paragraphs_and_says_so(article: MakeArticle) -> None:
    """Beyond the bound whole paragraphs are compared, and the comparison says why."""
    comparison = compare_articles(
        article("a", FERRY, DENIAL), article("b", FERRY.replace("40", "50"), DENIAL), Comparing(words_up_to=10)
    )
    assert "too long" in comparison.note
    assert relations(comparison) == ["changed", "same"]
    assert [op.tag for op in comparison.rows[0].ops] == ["replace"]


def test_empty_against_text(article: MakeArticle) -> None:
    """An article that is all furniture shares nothing and breaks nothing."""
    comparison = read(article("a", "Menu", furniture=(0,)), article("b", FERRY))
    assert relations(comparison) == ["right only"]
    assert comparison.measures.left_in_right == 0.0
