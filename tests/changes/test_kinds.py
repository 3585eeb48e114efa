"""The kind of each edit, through the whole engine."""

from collections import Counter
from collections.abc import Iterator

import pytest

from sitegen.changes import pair as changes_module
from sitegen.changes.lexicons import MODULES
from sitegen.changes.terms import TermIndex, terms_of, terms_of_both
from sitegen.comparing import compare_articles
from sitegen.config import Comparing
from sitegen.model import STYLE, SURE, Change, ChangeKind, Verdict
from sitegen.text.quoted import quoted_tokens
from sitegen.text.tokenized import RecentTokens, tokenize_blocks
from tests.changes.kinds_cases import CASES, FRAMES
from tests.conftest import make_article

TESTED = ("ar", "de", "en", "es", "fr", "vi")
"""Languages with cases of every kind that words decide; labelled_pairs.txt has pairs in six more."""


def told(left: str, right: str, language: str, other: str = "") -> tuple[Change, ...]:
    """The changes between two sentences, each inside the same longer one."""
    frame = FRAMES[language]
    return compare_articles(
        make_article("a", left.join(frame), language=language),
        make_article("b", right.join(frame), language=other or language),
        Comparing(),
    ).changes


def kinds_between(left: str, right: str, language: str, other: str = "") -> set[ChangeKind]:
    """The kinds of their changes."""
    return {change.kind for change in told(left, right, language, other)}


def kinds_of(changes: tuple[Change, ...]) -> list[str]:
    """One for each finding, but once for a kind of style, as an editor counts who puts other marks."""
    kinds = [change.kind for change in changes]
    return sorted(kind for at, kind in enumerate(kinds) if kind not in STYLE or kind not in kinds[:at])


def cases() -> Iterator[tuple[str, str, str, str]]:
    """Language, left, right, kinds."""
    for language, lines in CASES.items():
        for line in filter(None, map(str.strip, lines.splitlines())):
            kinds, _, edit = line.partition(": ")
            left, _, right = edit.partition(" => ")
            yield language, left, right, kinds


ALL = list(cases())
MISSED: dict[str, list[str]] = {
    # An abbreviation with its full stops is told by its signs.
    "en: he said “the UN came” twice => he said “the U.N. came” twice": ["typography"],
    # A dash between numbers is no word of its own.
    "en: it took 3-5 days there => it took 3 and 5 days there": ["addition"],
    # The word for `day` before its name is told apart.
    "ar: غرق أمس قرب الميناء => غرق يوم الأحد قرب الميناء": ["addition", "date"],
}
"""Edits that are known to be told otherwise, by the left text, with the kinds they are given."""


@pytest.mark.parametrize(
    ("language", "left", "right", "expected"),
    [pytest.param(*case, id=f"{case[0]}-{at}") for at, case in enumerate(ALL)],
)
def test_an_edit_has_its_kind(language: str, left: str, right: str, expected: str) -> None:
    """Each edit is told as what an editor calls it, as nothing else, and surely; but for those that are known."""
    changes = told(left, right, language)
    kinds = kinds_of(changes)
    assert kinds == MISSED.get(f"{language}: {left} => {right}", sorted(expected.split(", ")))
    if kinds == sorted(expected.split(", ")):
        assert all(change.confidence >= SURE for change in changes)


def test_few_are_missed_and_each_is_a_case() -> None:
    """The list of what is missed has nothing that is right, and nothing that is no case."""
    labels = {f"{language}: {left} => {right}": sorted(kinds.split(", ")) for language, left, right, kinds in ALL}
    assert len(MISSED) <= len(ALL) * 0.04
    assert all(labels[case] != kinds for case, kinds in MISSED.items())


def without_lexicons(*languages: str) -> tuple[TermIndex, ...]:
    """The terms of languages of which nothing is known."""
    return tuple(TermIndex(language=language, entries={}, known=False) for language in languages)


@pytest.mark.parametrize("kind", ["attribution", "hedge", "negation"])
def test_the_lexicons_decide(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: without the words of their languages no case of a kind that needs them is told as it."""
    monkeypatch.setattr(changes_module, "terms_of_both", without_lexicons)
    wanted = [case for case in ALL if case[3] == kind and case[0] in TESTED]
    assert len(wanted) >= 8
    assert not [case for case in wanted if kinds_between(*case[1:3], case[0]) == {kind}]


@pytest.mark.parametrize("kind", ["figure", "date", "format"])
def test_the_values_decide(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: where no value is read, no case of a kind of values is told as it, but for digits of other scripts."""
    monkeypatch.setattr("sitegen.text.tokenized.read_values", lambda *_: ())
    monkeypatch.setattr("sitegen.text.tokenized.RECENT", RecentTokens())
    wanted = [case for case in ALL if case[3] == kind and case[0] in TESTED]
    assert len(wanted) >= 20
    kept = [case for case in wanted if kinds_between(*case[1:3], case[0]) == {kind}]
    assert len(kept) <= (len(wanted) / 10 if kind == "format" else 0)


def test_a_language_without_a_lexicon_is_served_by_what_needs_none() -> None:
    """Figures, names by their capitals, quotations by their marks and signs are told in a language nobody lists."""
    kinds = {kinds for language, _, _, kinds in ALL if language in ("und", "hi", "th")}
    assert kinds >= {"figure", "format", "date", "name", "quotation", "typography", "case", "punctuation"}
    assert not {"und", "hi", "th"} & set(MODULES)


@pytest.mark.parametrize("language", TESTED)
def test_every_lexicon_of_the_catalogues_is_put_to_the_test(language: str) -> None:
    """Each language has cases for each kind that its words decide."""
    tested = Counter(kind for case, _, _, kind in ALL if case == language)
    kinds = ("attribution", "hedge", "negation", "date", "figure", "format", "spelling", "name")
    assert [kind for kind in kinds if not tested[kind]] == []


# What is one change


def changes(left: str, right: str, language: str = "en") -> list[tuple[str, str, str]]:
    return [(one.kind, one.left, one.right) for one in told(left, right, language)]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("it cost 2 dollars in all", "it cost $2 in all", ("format", "2 dollars", "$2")),
        ("it sank on 3 March last", "it sank on March 3 last", ("format", "3 March", "March 3")),
        ("he called it “a farce” then", "he called it a farce then", ("quotation", "“a farce”", "a farce")),
        ("a rise of 10\u00a0km in all", "a rise of 10 km in all", ("typography", "10\u00a0km", "10 km")),
    ],
)
def test_two_edits_around_what_stays_are_one_change(left: str, right: str, expected: tuple[str, str, str]) -> None:
    """An amount, a day and a pair of quotation marks are told once, with what stands between their signs."""
    assert changes(left, right) == [expected]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            "police said 14 sheep burned",
            "police claimed 40 sheep burned",
            [("attribution", "said", "claimed"), ("figure", "14", "40")],
        ),
        (
            "he said on Monday that 14 burned",
            "he claimed on Tuesday that 40 burned",
            [("attribution", "said", "claimed"), ("date", "Monday", "Tuesday"), ("figure", "14", "40")],
        ),
        (
            "Ada Brandt sold 2 grey boats",
            "Ida Ostel sold two gray boats",
            [("name", "Ada Brandt", "Ida Ostel"), ("format", "2", "two"), ("spelling", "grey", "gray")],
        ),
        (
            "the old 2 crowns were lost",
            "the new 2 euros were lost",
            [("wording", "old", "new"), ("figure", "2 crowns", "2 euros")],
        ),
        (
            "it took twelve roofs and 3 boats",
            "it took 12 roofs and three boats",
            [("format", "twelve", "12"), ("format", "3", "three")],
        ),
    ],
)
def test_each_finding_quotes_its_own_words(left: str, right: str, expected: list[tuple[str, str, str]]) -> None:
    """What two kinds tell at one place is told as two, and no word of the one stands in the other."""
    assert changes(left, right) == expected


def test_a_space_at_the_end_is_no_change() -> None:
    """A block's last space, and the space that a comma takes away, are not told."""
    one, other = make_article("a", "The pump failed at noon. "), make_article("b", "The pump failed at noon.")
    assert compare_articles(one, other, Comparing()).changes == ()
    assert [kind for kind, _, _ in changes("the pump failed", "the pump, failed")] == ["punctuation"]


# Languages


def test_each_text_is_read_in_its_own_language() -> None:
    """German 2.000 and English 2,000 are one number; a text of unknown language is read as the other is."""
    frame = FRAMES["en"]
    german = make_article("a", "it cost 2.000 crowns".join(frame), language="de")
    english = make_article("b", "it cost 2,000 crowns".join(frame), language="en")
    assert {one.kind for one in compare_articles(german, english, Comparing()).changes} <= {"format", "spelling"}
    assert kinds_between("the captain said it failed", "the captain claimed it failed", "und", "en") == {"attribution"}
    assert terms_of_both("und", "en-GB") == (terms_of("en"), terms_of("en"))
    assert terms_of_both("und", "und") == (terms_of("und"), terms_of("und"))


def test_capitals_in_a_headline_prove_no_name() -> None:
    """Where every word has a capital, a replaced word is no name; in a sentence it is."""
    title = "Harbour Town Mourns As Old {} Sinks Beneath Grey Waves"
    one, other = make_article("a", title.format("Ferry")), make_article("b", title.format("Trawler"))
    assert [change.kind for change in compare_articles(one, other, Comparing()).changes] == ["wording"]


def test_a_name_that_begins_a_sentence_is_known_from_elsewhere() -> None:
    """A first word's capital proves nothing, but the same word with a capital inside another sentence does."""
    pair = [
        make_article(
            name, f"The gulls flew. {who} went home in the rain that evening.", "All trusted Brandt and Ostel."
        )
        for name, who in (("a", "Brandt"), ("b", "Ostel"))
    ]
    assert [change.kind for change in compare_articles(pair[0], pair[1], Comparing()).changes] == ["name"]


@pytest.mark.parametrize("text", ["„so“", "»so«", "«so»", "“so”", "”so”", '"so"', "‘so’", "「so」", "‚so‘"])
def test_quotation_marks_of_every_country_are_pairs(text: str) -> None:
    """What stands between a pair is quoted, and what follows it is not."""
    tokenized = tokenize_blocks(make_article("a", f"he said {text} and went").blocks)
    quoted = [
        token.text.strip() for token, mark in zip(tokenized.tokens, quoted_tokens(tokenized), strict=True) if mark
    ]
    assert quoted == ["so"]


# Numbers


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
        ("a crack of 12 cm there", "a crack of 12 mm there", "en", "figure"),
        ("a crack of 12 cm there", "a crack of 12 centimetres there", "en", "format"),
        ("it took 3-5 days there", "it took 3 to 5 days there", "en", "format"),
        ("due 03/06/2021 at noon", "due 06/03/2021 at noon", "en", "date"),
        ("due 3/6/2021 at noon", "due 3 June 2021 at noon", "en", "date"),
        ("due 23/6/2021 at noon", "due 23 June 2021 at noon", "en", "format"),
        ("due Tuesday, 3 March at noon", "due 3 March, Tuesday at noon", "en", "format"),
        ("half of them left", "50% of them left", "en", "format"),
        ("half of them left", "a third of them left", "en", "figure"),
        ("half of them left", "40% of them left", "en", "figure"),
        ("it was legal then", "it was illegal then", "en", "negation"),
        ("it was pressed then", "it was impressed then", "en", "wording"),
        ("almost all of them left", "all of them left", "en", "hedge"),
    ],
)
def test_numbers_keep_their_order_and_units(left: str, right: str, language: str, kind: str) -> None:
    """A score, a range or a unit that is another is a figure; the same one in other signs is format."""
    assert kinds_between(left, right, language) == {kind}
    swapped = kinds_between(right, left, language)
    assert swapped == {kind}


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("a walk of 10 km there", "a walk of 6.2 miles there", "converted"),
        ("the fire killed 14 sheep", "the fire killed 40 sheep", "changed"),
        ("the fire killed about 40 sheep", "the fire killed 40 sheep", "rounded"),
        ("due 3/6/2021 at noon", "due 3 June 2021 at noon", "unclear"),
        ("the 26 sheep burned", "the sheep burned", "withheld"),
        ("the sheep burned", "the 26 sheep burned", "given"),
    ],
)
def test_a_value_has_its_verdict(left: str, right: str, verdict: Verdict) -> None:
    """What became of it: changed, converted, told with another precision, given, withheld, or not to be told."""
    assert [change.verdict for change in told(left, right, "en")] == [verdict]


# Sentences


@pytest.mark.parametrize("sentence", ["No one may leave.", "It was not so.", "Police said so.", "Only 40 came."])
def test_a_whole_sentence_that_is_gone_is_a_cut(sentence: str) -> None:
    """Whatever it holds: nothing that stays has another claim, figure or source."""
    text = "The pier was closed. {}The gulls stayed on."
    left, right = make_article("a", text.format(f"{sentence} ")), make_article("b", text.format(""))
    assert [one.kind for one in compare_articles(left, right, Comparing()).changes] == ["cut"]
    assert [one.kind for one in compare_articles(right, left, Comparing()).changes] == ["addition"]


def test_a_sentence_that_is_gone_from_a_quotation_is_a_quotation() -> None:
    """Control: inside quotation marks what was said is another thing."""
    text = "He said: “The pier is closed. {}The gulls stayed.”"
    left, right = make_article("a", text.format("No one may leave. ")), make_article("b", text.format(""))
    assert [one.kind for one in compare_articles(left, right, Comparing()).changes] == ["quotation"]


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
    assert kinds_between(left, right, language) == {"negation"}


def test_words_that_stay_of_more_are_a_cut() -> None:
    """Words replaced by some of themselves are a cut, and the reverse an addition."""
    assert kinds_between("un viejo faro de piedra arde", "un faro arde", "es") == {"cut"}
    assert kinds_between("un faro arde", "un viejo faro de piedra arde", "es") == {"addition"}


def test_a_split_changes_no_typography() -> None:
    """The space that a paragraph's end takes is none."""
    one = make_article("a", "The ferry left at dawn with forty on board. The sea was calm and grey that day.")
    other = make_article("b", "The ferry left at dawn with forty on board.", "The sea was calm and grey that day.")
    assert [change.kind for change in compare_articles(one, other, Comparing()).changes] == ["split"]
    assert [change.kind for change in compare_articles(other, one, Comparing()).changes] == ["merge"]


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
