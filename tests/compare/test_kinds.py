"""The kind of each edit, through the whole engine."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.compare import compare_pair, edits, kinds, style
from sitegen.compare.atoms import Atom
from sitegen.compare.kinds import PRECEDENCE, kind_of
from sitegen.compare.lists import DECIDING, WordLists, words_for, words_for_both
from sitegen.compare.packs import PACKS
from sitegen.compare.reading import Words, quoted_tokens
from sitegen.compare.sides import Side
from sitegen.compare.style import kind_of_equal
from sitegen.config import Comparing
from sitegen.model import CONSEQUENTIAL, ChangeKind
from sitegen.text.tokenized import tokenize_blocks
from sitegen.text.tokens import tokenize
from tests.compare.kinds_cases import CASES, FRAMES
from tests.conftest import REPOSITORY, make_article


def kinds_between(left: str, right: str, language: str, other: str = "") -> set[ChangeKind]:
    """The kinds of the changes between two sentences, each inside the same longer one."""
    frame = FRAMES[language]
    comparison = compare_pair(
        make_article("a", left.join(frame), language=language),
        make_article("b", right.join(frame), language=other or language),
        Comparing(),
    )
    return {change.kind for change in comparison.changes}


def cases() -> Iterator[tuple[str, str, str, str]]:
    """Language, left, right, kind."""
    for language, lines in CASES.items():
        for line in filter(None, map(str.strip, lines.splitlines())):
            kind, _, edit = line.partition(": ")
            left, _, right = edit.partition(" => ")
            yield language, left, right, kind


ALL = list(cases())


@pytest.mark.parametrize(
    ("language", "left", "right", "expected"),
    [pytest.param(*case, id=f"{case[0]}-{at}") for at, case in enumerate(ALL)],
)
def test_an_edit_has_its_kind(language: str, left: str, right: str, expected: str) -> None:
    """Each edit is one kind of change and no other."""
    assert kinds_between(left, right, language) == {expected}


@pytest.mark.parametrize("kind", ["attribution", "hedge", "date", "spelling", "format"])
def test_the_lists_decide(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: without word lists the cases of every kind that needs them fail, most of them or all."""
    monkeypatch.setattr(edits, "words_for_both", lambda *_: (WordLists(), WordLists()))
    wanted = [case for case in ALL if case[3] == kind and case[0] in PACKS]
    kept = [case for case in wanted if kinds_between(*case[1:3], case[0]) == {kind}]
    assert len(wanted) > 20
    assert len(kept) < (1 if kind in ("attribution", "hedge") else len(wanted) / 2)


def test_the_short_ways_lead_to_the_same_kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Edits whose kind is told at a glance are of the kind that the rules tell, one by one."""
    words = ["pump", "Holm", "held", ",", "–", "grey", "gray", "old", "a", "in", "said", "two", "5", "maybe", "“so”"]
    edits_of = [(one, other) for one in ("", *words) for other in ("", *words, "Holm, old", "pump in") if one != other]
    texts = [(f"the crew {one} left the pier", f"the crew {other} left the pier", "en") for one, other in edits_of]
    short = [kinds_between(left, right, language) for left, right, language in texts]
    glances = {kind for left, right, _ in texts for kind in [glance(left, right)] if kind}
    monkeypatch.setattr(edits, "_of_plain", lambda *_: None)
    monkeypatch.setattr(edits, "_quiet", lambda *_: False)
    assert [kinds_between(left, right, language) for left, right, language in texts] == short
    assert glances == {"wording", "cut", "addition"}


def glance(left: str, right: str) -> ChangeKind | None:
    """The kind of two texts as one edit, where a glance tells it."""
    sides = [Words(tokenize(text), words_for("en")).at(0, len(tokenize(text))) for text in (left[8:-15], right[8:-15])]
    return edits._of_plain(*sides)


def test_whatever_a_rule_needs_may_decide() -> None:
    """A class that a rule asks for is one that keeps an edit from being told at a glance."""
    needed = frozenset().union(*kinds._NEEDED.values())
    assert needed <= DECIDING
    assert set(kinds._NEEDED) < set(CONSEQUENTIAL)


@pytest.mark.parametrize("language", sorted(PACKS))
def test_every_pack_is_put_to_the_test(language: str) -> None:
    """Each language with a pack has cases for each kind that its lists decide."""
    tested = Counter(kind for case, _, _, kind in ALL if case == language)
    assert all(tested[kind] for kind in ("attribution", "hedge", "date", "figure", "format", "spelling", "name"))


# The rule of precedence


def side(text: str, *, language: str = "en", quoted: bool = False, freed: bool = False) -> Side:
    """An edit that is the whole of `text`, in the middle of a sentence."""
    tokens = tokenize(f"then {text} again")
    edit = len(tokenize(f"{text} ")) if text else 0
    start = 1
    words = Words(tokens, words_for(language))
    return Side(words, (start, start + edit), (0, len(tokens)), quoted=quoted, borders=(freed, False))


@pytest.mark.parametrize(
    ("higher", "lower", "left", "right", "values"),
    [
        ("figure", "attribution", "said 14 sheep", "claimed 40 sheep", {}),
        ("attribution", "quotation", "said “we", "claimed they", {"freed": True}),
        ("quotation", "date", "on Monday", "on Tuesday", {"quoted": True}),
        ("date", "name", "Brandt on Monday", "Ostel on Tuesday", {}),
        ("name", "hedge", "Ada Brandt probably", "Ida Ostel certainly", {}),
        ("hedge", "wording", "allegedly failed", "broke", {}),
        ("hedge", "cut", "allegedly", "", {}),
        ("hedge", "addition", "", "allegedly", {}),
        ("wording", "format", "2 old", "two new", {}),
        ("format", "spelling", "2 grey coats", "two gray coats", {}),
        ("spelling", "punctuation", "grey, cold", "gray cold", {}),
        ("punctuation", "case", "a Pump, a", "a pump a", {}),
    ],
)
def test_the_more_consequential_kind_wins(
    higher: str, lower: str, left: str, right: str, values: dict[str, bool]
) -> None:
    """Where two kinds fit, the one that stands first in the order is told, whichever text is the left."""
    quoted = values.get("quoted", False)
    one, other = side(left, quoted=quoted, freed=values.get("freed", False)), side(right, quoted=quoted)
    assert kind_of(one, other) == higher
    swapped = {"cut": "addition", "addition": "cut"}
    assert kind_of(other, one) == swapped.get(higher, higher)
    order = documented_order()
    assert order.index(higher) < order.index(lower)


def test_case_wins_over_typography() -> None:
    """A token printed with other capitals and another apostrophe is a change of case."""
    (one,), (other,) = tokenize("O’Neil"), tokenize("o'neil")
    assert kind_of_equal(one, other) == "case"
    order = documented_order()
    assert order.index("case") < order.index("typography")


def documented_order() -> list[str]:
    """The kinds in the order of the table in docs/content.md."""
    text = (REPOSITORY / "docs/content.md").read_text("utf-8")
    section = text.partition("## Kinds of change")[2].partition("\n## ")[0]
    return re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)


def test_the_order_is_the_one_that_is_written_down() -> None:
    """Code, model and documentation name the consequential kinds in one order, and the table has every kind once."""
    assert tuple(kind for kind, _ in PRECEDENCE) == CONSEQUENTIAL
    assert documented_order()[: len(CONSEQUENTIAL)] == list(CONSEQUENTIAL)
    assert sorted(documented_order()) == sorted(get_args(ChangeKind))


# What is one change


def changes(left: str, right: str, language: str = "en") -> list[tuple[str, str, str]]:
    frame = FRAMES[language]
    pair = [make_article(name, text.join(frame), language=language) for name, text in (("a", left), ("b", right))]
    return [(one.kind, one.left, one.right) for one in compare_pair(pair[0], pair[1], Comparing()).changes]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("it cost 2 crowns in all", "it cost Cr 2 in all", ("format", "2 crowns", "Cr 2")),
        ("it sank on 3 March last", "it sank on March 3 last", ("format", "3 March", "March 3")),
        ("he called it “a farce” then", "he called it a farce then", ("quotation", "“a farce”", "a farce")),
        ("a rise of 10\u00a0km in all", "a rise of 10 km in all", ("typography", "10\u00a0km", "10 km")),
    ],
)
def test_two_edits_around_what_stays_are_one_change(left: str, right: str, expected: tuple[str, str, str]) -> None:
    """An amount, a day and a pair of quotation marks are told once, with what stands between their signs."""
    assert changes(left, right) == [expected]


def test_edits_that_are_not_one_are_told_apart() -> None:
    """Control: two edits around an unchanged number that say different things stay two."""
    assert len(changes("the old 2 crowns were lost", "the new 2 euros were lost")) == 2


def test_a_space_at_the_end_is_no_change() -> None:
    """A block's last space, and the space that a comma takes away, are not told."""
    one, other = make_article("a", "The pump failed at noon. "), make_article("b", "The pump failed at noon.")
    assert compare_pair(one, other, Comparing()).changes == ()
    assert [kind for kind, _, _ in changes("the pump failed", "the pump, failed")] == ["punctuation"]


# Languages


def test_each_text_is_read_in_its_own_language() -> None:
    """German 2.000 and English 2,000 are one number; a text of unknown language is read as the other is."""
    frame = FRAMES["en"]
    german = make_article("a", "it cost 2.000 crowns".join(frame), language="de")
    english = make_article("b", "it cost 2,000 crowns".join(frame), language="en")
    assert [one.kind for one in compare_pair(german, english, Comparing()).changes] == ["format"]
    assert kinds_between("the captain said it failed", "the captain claimed it failed", "und", "en") == {"attribution"}
    assert words_for_both("und", "en-GB") == (words_for("en"), words_for("en"))
    assert words_for_both("und", "und") == (words_for("und"), words_for("und"))


def test_capitals_in_a_headline_prove_no_name() -> None:
    """Where every word has a capital, a replaced word is no name; in a sentence it is."""
    title = "Harbour Town Mourns As Old {} Sinks Beneath Grey Waves"
    one, other = make_article("a", title.format("Ferry")), make_article("b", title.format("Trawler"))
    assert [change.kind for change in compare_pair(one, other, Comparing()).changes] == ["wording"]


def test_a_name_that_begins_a_sentence_is_known_from_elsewhere() -> None:
    """A first word's capital proves nothing, but the same word with a capital inside another sentence does."""
    pair = [
        make_article(
            name, f"The gulls flew. {who} went home in the rain that evening.", "All trusted Brandt and Ostel."
        )
        for name, who in (("a", "Brandt"), ("b", "Ostel"))
    ]
    assert [change.kind for change in compare_pair(pair[0], pair[1], Comparing()).changes] == ["name"]


@pytest.mark.parametrize("text", ["„so“", "»so«", "«so»", "“so”", "”so”", '"so"', "‘so’", "「so」", "‚so‘"])
def test_quotation_marks_of_every_country_are_pairs(text: str) -> None:
    """What stands between a pair is quoted, and what follows it is not."""
    tokenized = tokenize_blocks(make_article("a", f"he said {text} and went").blocks)
    quoted = [
        token.text.strip() for token, mark in zip(tokenized.tokens, quoted_tokens(tokenized), strict=True) if mark
    ]
    assert quoted == ["so"]


# Laws

_VOCABULARY = """
    the said claimed “ ” ' - . , ( % $ € 2 2.000 2,000 3 March May may 17:00 5pm 3rd 1/2 ½ US$ million two hundred
    twenty-three dozens about not never Ada Brandt IS EU police yesterday ago days last organise organize قال ٤٠ أيلول
    cho biết tháng 9 năm 3月5日 万 กันยายน ß daß 👍 zwölf quatre-vingt-dix
"""
_PIECES = st.sampled_from([*_VOCABULARY.split(), "\u202e", "\ud800", "\x00"])
_TEXTS = st.lists(st.one_of(_PIECES, st.text(max_size=4)), max_size=8).map(" ".join)
_LANGUAGES = st.sampled_from([*sorted(PACKS), "hi", "th", "zh", "und", "xx"])


@settings(max_examples=400, deadline=None)
@given(_TEXTS, _TEXTS, _LANGUAGES, st.booleans(), st.booleans(), st.data())
def test_a_kind_is_found_for_anything_and_swaps_with_the_sides(
    left: str, right: str, language: str, quoted: bool, other_quoted: bool, data: st.DataObject
) -> None:
    """No tokens raise an error; with the texts exchanged the kind is the same, cut and addition exchanged."""
    sides = []
    for text, inside in ((left, quoted), (right, other_quoted)):
        tokens = tokenize(text)
        start = data.draw(st.integers(0, len(tokens)))
        end = data.draw(st.integers(start, len(tokens)))
        sides.append(Side(Words(tokens, words_for(language)), (start, end), (0, len(tokens)), quoted=inside))
    assert kind_of(sides[0], sides[1]) in get_args(ChangeKind)
    assert swaps(kind_of, sides[0], sides[1])


def swaps(kind: Callable[[Side, Side], ChangeKind], one: Side, other: Side) -> bool:
    """Whether the kind of two sides exchanged is the same, cut and addition exchanged."""
    found = kind(one, other)
    return kind(other, one) == {"cut": "addition", "addition": "cut"}.get(found, found)


def test_a_rule_that_looks_at_one_side_breaks_the_law() -> None:
    """Control: a rule that asks the left alone gives another kind when the texts are exchanged."""

    def lopsided(left: Side, _: Side) -> ChangeKind:
        return "hedge" if left.has("hedge") else "wording"

    assert not swaps(lopsided, side("allegedly failed"), side("broke"))


@pytest.mark.parametrize(
    ("left", "right"), [("It was -5 degrees.", "It was 5 degrees."), ("It was 5.", "It was \u22125.")]
)
def test_a_minus_is_part_of_the_figure(left: str, right: str) -> None:
    """A sign put in or taken out changes the number, and is no mark of style."""
    assert kinds_between(left, right, "en") == {"figure"}


@pytest.mark.parametrize(
    ("left", "right", "language", "kind"),
    [
        ("it ended 2-1 on the day", "it ended 1-2 on the day", "en", "figure"),
        ("it passed by 12 to 7 there", "it passed by 7 to 12 there", "en", "figure"),
        ("it runs from 3 March to 5 April then", "it runs from 5 April to 3 March then", "en", "date"),
        ("open Monday to Friday there", "open Friday to Monday there", "en", "date"),
        ("it holds 10² seats there", "it holds 102 seats there", "en", "figure"),
        ("a crack of 12 cm there", "a crack of 12 mm there", "en", "figure"),
        ("a crack of 12 cm there", "a crack of 12 centimetres there", "en", "format"),
        ("with 40 litres of oil", "with 40 jars of oil", "en", "figure"),
        ("it took 3-5 days there", "it took 3 to 5 days there", "en", "format"),
        ("it took 3-5 days there", "it took 3 and 5 days there", "en", "wording"),
        ("it took 3-5 days there", "it took 5 to 3 days there", "en", "figure"),
        ("due 03/06/2021 at noon", "due 06/03/2021 at noon", "en", "date"),
        ("due 3/6/2021 at noon", "due 3 June 2021 at noon", "en", "format"),
        ("due Tuesday, 3 March at noon", "due 3 March, Tuesday at noon", "en", "format"),
        ("half of them left", "50% of them left", "en", "format"),
        ("half of them left", "a third of them left", "en", "figure"),
        ("half of them left", "40% of them left", "en", "figure"),
        ("it was legal then", "it was illegal then", "en", "hedge"),
        ("it was pressed then", "it was impressed then", "en", "wording"),
        ("almost all of them left", "all of them left", "en", "hedge"),
    ],
)
def test_numbers_keep_their_order_and_units(left: str, right: str, language: str, kind: str) -> None:
    """A score, a range or a unit that is another is a figure; the same one in other signs is format."""
    assert kinds_between(left, right, language) == {kind}
    swapped = kinds_between(right, left, language)
    assert swapped == {kind}


def test_numbers_in_any_order_would_lie(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: matched in any order, as they once were, a score turned round is the same figure."""

    def in_any_order(some: Sequence[Atom], others: Sequence[Atom]) -> bool:
        return sorted(atom.text for atom in some) == sorted(atom.text for atom in others)

    monkeypatch.setattr(style, "_in_order", in_any_order)
    assert kinds_between("it ended 2-1 on the day", "it ended 1-2 on the day", "en") == {"format"}


@pytest.mark.parametrize("sentence", ["No one may leave.", "It was not so.", "Police said so.", "Only 40 came."])
def test_a_whole_sentence_that_is_gone_is_a_cut(sentence: str) -> None:
    """Whatever it holds: nothing that stays has another claim, figure or source."""
    text = "The pier was closed. {}The gulls stayed on."
    left, right = make_article("a", text.format(f"{sentence} ")), make_article("b", text.format(""))
    assert [one.kind for one in compare_pair(left, right, Comparing()).changes] == ["cut"]
    assert [one.kind for one in compare_pair(right, left, Comparing()).changes] == ["addition"]


def test_a_sentence_that_is_gone_from_a_quotation_is_a_quotation() -> None:
    """Control: inside quotation marks what was said is another thing."""
    text = "He said: “The pier is closed. {}The gulls stayed.”"
    left, right = make_article("a", text.format("No one may leave. ")), make_article("b", text.format(""))
    assert [one.kind for one in compare_pair(left, right, Comparing()).changes] == ["quotation"]


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        (
            "لم تتمكن فرق الإنقاذ القديمة من دخول السفينة الغارقة",
            "تمكنت فرق الإنقاذ القديمة من دخول السفينة الغارقة",
            "ar",
        ),
        ("ولم تطلب من السكان المغادرة", "وطلبت من السكان المغادرة", "ar"),
        ("the pump isn't safe", "the pump is safe", "und"),
    ],
)
def test_a_negation_is_seen_in_what_changed_with_it(left: str, right: str, language: str) -> None:
    """A verb changes its form with the negation; a contraction tells its language itself."""
    assert kinds_between(left, right, language) == {"hedge"}


def test_a_longer_run_says_the_same_but_for_a_negation() -> None:
    """Up to 24 words a negation is looked for where both sides say much the same, and not where they do not."""
    words = "the crews reached the ships that sank off the coast"
    assert kind_of(side(f"never once {words}"), side(words.replace("reached", "reaching"))) == "hedge"
    assert kind_of(side(f"never once {words}"), side("a lamp hung over every door in that part of town")) == "wording"


def test_words_that_stay_of_more_are_a_cut() -> None:
    """Words replaced by some of themselves are a cut, and the reverse an addition."""
    assert kinds_between("un viejo faro de piedra arde", "un faro arde", "es") == {"cut"}
    assert kinds_between("un faro arde", "un viejo faro de piedra arde", "es") == {"addition"}


def test_two_amounts_with_words_between_are_two_changes() -> None:
    """`twelve` and `3` are told apart though only two words stand between them."""
    assert changes("it took twelve roofs and 3 boats", "it took 12 roofs and three boats") == [
        ("format", "twelve", "12"),
        ("format", "3", "three"),
    ]


def test_a_split_changes_no_typography() -> None:
    """The space that a paragraph's end takes is none."""
    one = make_article("a", "The ferry left at dawn with forty on board. The sea was calm and grey that day.")
    other = make_article("b", "The ferry left at dawn with forty on board.", "The sea was calm and grey that day.")
    assert [change.kind for change in compare_pair(one, other, Comparing()).changes] == ["split"]
    assert [change.kind for change in compare_pair(other, one, Comparing()).changes] == ["merge"]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('The mast is 5" wide and old.', []),
        ("He said “we go and stay.", []),
        ("“We go and stay.", ["We", "go", "and", "stay"]),
        ("He said “we go. ¶ “And we stay.”", ["we", "go", "And", "we", "stay"]),
    ],
)
def test_a_mark_that_nothing_closes_quotes_little(text: str, quoted: list[str]) -> None:
    """Only at the beginning of a block, or where the next block goes on with one, does it open a quotation."""
    tokenized = tokenize_blocks(make_article("a", *text.split(" ¶ ")).blocks)
    marks = quoted_tokens(tokenized)
    found = [token.text.strip() for at, token in enumerate(tokenized.tokens) if marks[at] and tokenized.words[at]]
    assert found == quoted
