"""What an editor finds in a pair, by kinds: refrains, headlines, credits, turns of two speakers, words that stand for
others, and input that nobody wrote by hand. In our own words."""

import pytest

from sitegen.changes import onesided as onesided_module
from sitegen.changes import pair as changes_module
from sitegen.changes import rest as rest_module
from sitegen.changes.evidence.claims import Claims
from sitegen.comparing import compare_articles
from sitegen.config import Comparing, Config
from sitegen.model import Article, Change
from sitegen.read import read_article
from tests.changes.test_same_statement import FILL, changes, consequential
from tests.conftest import make_article


def read(text: str, name: str = "a") -> Article:
    """A text file as an article."""
    article, _ = read_article(name, f"{name}.txt", f"{text}\n".encode(), Config())
    assert article is not None
    return article


def said_of_files(left: str, right: str) -> tuple[Change, ...]:
    """The changes of two text files, those of the headline behind the others."""
    comparison = compare_articles(read(left), read(right, "b"), Comparing())
    return (*comparison.changes, *(comparison.headline.changes if comparison.headline else ()))


SONG = ("The kettle sings, the stove is low,", "so row, my brother, row away.", "The nets are dry, the wind is slow,")


def test_a_refrain_that_went_with_its_line_is_not_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    """It still stands below the other lines; control: each line told by itself."""
    left = " ¶ ".join([SONG[0], SONG[1], SONG[2], SONG[1], "Good night to all.", SONG[1]])
    right = " ¶ ".join([SONG[0], SONG[1], "Good night to all.", SONG[1]])
    assert [(change.kind, change.left) for change in changes(left, right)] == [("cut", f"{SONG[2]} {SONG[1]}")]
    assert [(change.kind, change.right) for change in changes(right, left)] == [("addition", f"{SONG[2]} {SONG[1]}")]
    monkeypatch.setattr(changes_module, "with_refrains", lambda _rows, findings: findings)
    assert SONG[1] in [change.left for change in changes(left, right)]


def test_a_word_that_its_sentence_repeats_is_not_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of three that bind a clause each, one binds the list now; control: without the test it is gone."""
    left = "7. The Buyer must collect the crates by noon, must sign the ledger, and must sweep the quay."
    right = "7. The Buyer must ¶ (a) collect the crates by noon, ¶ (b) sign the ledger, and ¶ (c) sweep the quay."
    told = [change.sentence for change in changes(left, right) if change.kind == "cut"]
    assert told == ["“must” is gone here; the words are elsewhere in the other copy."] * 2
    monkeypatch.setattr(Claims, "_is_repeated", lambda *_: False)
    assert "“must” is gone, which changes the claim." in [change.sentence for change in changes(left, right)]


def test_words_of_one_speaker_are_no_other_wording_of_another_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    """A question that was folded into its answer; control: without the test the question became the answer."""
    left = (
        "Q: Who rang the bell that night? ¶ A: My uncle rang it, as he always does. ¶ Q: Which song do you like? ¶ "
        "A: The old one. Everybody sang, and the bell rang until the boats were in. ¶ Q: How would you thank the crew? "
        "¶ A: With bread."
    )
    right = (
        "Post: Who rang the bell that night? ¶ Rist: My uncle rang it, as he always does. ¶ Post: Which song do you "
        "like? ¶ Rist: The old one. Everybody sang, and the bell rang until the boats were in. I'll thank the crew "
        "with bread."
    )
    assert ("How would you", "I'll") not in [(change.left, change.right) for change in changes(left, right)]
    assert "How would you" in [change.left for change in changes(left, right) if change.kind == "cut"]
    monkeypatch.setattr(rest_module, "_are_of_two_speakers", lambda *_: False)
    assert ("How would you", "I'll") in [(change.left, change.right) for change in changes(left, right)]


def test_words_around_a_quotation_stand_for_none_behind_it() -> None:
    """A quotation at the end, and what a paper puts behind it; the small word of a day goes with the day."""
    left = '"We are very glad of the help that reached our crews," the harbour said in a letter on Sunday.'
    right = 'The harbour said it was "very glad" of what had been sent.'
    told = changes(left, right)
    assert ("in a letter", "of what had been sent") not in [(change.left, change.right) for change in told]
    assert "on Sunday" in [change.left for change in told if change.kind == "date"]


def test_the_figure_of_a_headline_is_told() -> None:
    """Two headlines are opposite each other whatever they say; control: one that has a figure of its own."""
    text = f"{FILL * 3}\n\nThe light was out, and nobody had seen the barge that lay across the bay.\n"
    left, right = "Barge with 31 sheep sinks off Lorne", "Alarm in bay as barge fills with water"
    told = said_of_files(f"{left}\n\n{text}", f"{right}\n\n{text}")
    assert ("figure", "withheld", "31") in [(change.kind, change.verdict, change.left.strip()) for change in told]
    assert all(change.is_consequential for change in told if change.kind == "figure")
    told = said_of_files(f"{left}\n\n{text}", f"{right.replace('with', 'and 9 goats with')}\n\n{text}")
    assert "withheld" not in [change.verdict for change in told if change.kind == "figure"]


def test_entries_of_a_list_are_no_headline() -> None:
    """The first of many lines of one form is an entry like them; control: a line of another form above them."""
    names = ["Ada Ruud, Shore", "Bo Lind, Hill", "Eva Moe, Shore", "Finn Aas, Hill", "Ida Bru, Shore", "Jon Vik, Hill"]
    assert not read("\n\n".join(names)).lifted
    assert read("\n\n".join(["Those who sit on the harbour board", *names])).lifted


CREDITS = ("(Reporting by Ada Lie; Editing by Bo Rist)", "By our staff")


def test_a_credit_in_the_place_of_another_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who reported is left out, and the paper names itself; control: a credit that one of them alone has."""
    text = f"{FILL * 4}\n\nThe guard searched the bay until noon, and the crew of the barge slept in the school.\n"
    title = "Barge lies across the bay"
    left, right = f"{title}\n\n{text}\n{CREDITS[0]}\n", f"{title}\n\n{CREDITS[1]}\n\n{text}"
    told = [change.sentence for change in said_of_files(left, right) if change.kind == "attribution"]
    assert sorted(told) == [f"The credit “{CREDITS[0]}” is gone.", f"The credit “{CREDITS[1]}” was added."]
    assert not [change for change in said_of_files(left, f"{title}\n\n{text}") if change.is_consequential]
    monkeypatch.setattr(onesided_module, "_SURE_OF_EXCHANGE", 0.5)
    assert not [change for change in said_of_files(left, right) if change.is_consequential]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        # Beside a date that a date stands for.
        (
            "The barge sank off Lorne on Sunday, police said.",
            "The barge sank off Lorne yesterday.",
            ("attribution", "withheld", ", police said", ""),
        ),
        # Beside words that the other leaves out.
        (
            "The skipper, who had slept for nine nights on deck, was heard on Sunday evening.",
            "The skipper was heard.",
            ("date", "withheld", "on Sunday evening", ""),
        ),
        # Of a word in two forms, and behind it.
        (
            "Lind sold the barge in 2019 and did not report it.",
            "Lind sold the barge in 2019 and reported it a week later.",
            ("date", "given", "", "a week later"),
        ),
        # One verb is denied in the one, the other in the other.
        (
            "The crew did not repair the mast and warned the guard to wait.",
            "The crew repaired the mast and did not warn the guard to wait.",
            ("negation", "given", "warned", "did not warn"),
        ),
        # A statement by itself, and quoted.
        (
            "We shall not sell the mill. Nobody has asked us, and we say no to all of them.",
            '"We shall not sell the mill. Nobody has asked us, and we say no to all of them," the company wrote.',
            ("attribution", "given", "", "the company wrote"),
        ),
    ],
)
def test_what_stayed_around_is_seen(left: str, right: str, expected: tuple[str, str, str, str]) -> None:
    """A word that another form or date stands for stayed, and what the other leaves out is no other statement."""
    assert expected in consequential(left, right)


def test_a_post_inside_a_report_is_somebodys_whose_name_the_page_has() -> None:
    """Control of the statement by itself: where the report names people, a post in it is signed by the page."""
    post = "We shall not sell the mill. Nobody has asked us, and we say no to all of them."
    report = f"{FILL}The mayor said that the mill had been sold. ¶ {post}"
    quoted = f"{FILL}The mayor said that the mill had been sold. ¶ “{post[:-1]},” the company wrote."
    assert "attribution" not in [kind for kind, *_ in consequential(report, quoted)]


# What a site puts into a text, and texts that share next to nothing


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "See the 12 boats of the race. Hide Caption 4 of 29 Photos: The boats at dawn",
            "See the 15 boats of the race. Hide Caption 4 of 31 Photos: The boats at dawn",
        ),
        (
            "MUST WATCH How the mole was built 02:01 JUST WATCHED Brandt: no ferries Replay More Videos MUST WATCH",
            "MUST WATCH How the mole was built 02:14 JUST WATCHED Rist: no ferries Replay More Videos MUST WATCH",
        ),
    ],
)
def test_captions_of_galleries_and_lists_of_videos_are_no_text(left: str, right: str) -> None:
    """Another page has other pictures and videos; control: the same words without what a site prints beside them."""
    assert not consequential(f"{FILL}{left}", f"{FILL}{right}")
    assert consequential(f"{FILL}See the 12 boats of the race.", f"{FILL}See the 15 boats of the race.")


OWN_WORDS = (
    "The wind had turned in the night, the lamps of the lower town were lit and none of the bakers had opened a shop.",
    "Four carts of turnips stood in the market square when the clerk of the school came with a bell and two letters.",
    "Nobody in the upper valley had heard of the fire, since snow lay on the road and the bridge was closed to riders.",
)


def test_what_two_people_may_say_was_altered_by_none() -> None:
    """Of two texts that share eight words, a saying is each one's own; control: in copies it was altered."""
    own = " ".join(OWN_WORDS[index % 3].replace("had", f"had{index}") for index in range(27))
    other = " ".join(
        f"Rain{index} fell upon many{index} hills while drums{index} beat below steep{index} cliffs near Ostby{index}."
        for index in range(60)
    )
    left, right = (f"“They will tear down {word} house,” Moe said." for word in ("our old", "our empty"))
    assert consequential(f"{FILL}{left}", f"{FILL}{right}")
    assert not consequential(f"{own} ¶ {left}", f"{other} ¶ {right}")


def test_a_source_ends_before_a_title_and_a_range_has_both_its_ends() -> None:
    """`said that Mr` names nobody, `from May 10-` is half a date, and `20: 11` is `20:11`."""
    told = changes(
        "The crews who were left on the quay kept asking for bread and said that Mr. Rist was to blame.",
        "The crews who were left on the quay kept asking for bread, and Mr. Rist was to blame.",
    )
    assert not [change for change in told if change.left.endswith("Mr")]
    told = changes(
        "The poll was taken online in English throughout the country.",
        "The poll was taken online in English throughout the country from May 10-14.",
    )
    assert "from May 10-14" in [change.right.strip(". ") for change in told]
    assert not consequential(
        "The psalm has been read since 2 Kings 20: 11.", "The psalm has been read since 2 Kings 20:11."
    )


# Input that nobody wrote by hand


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("7" * 5000, f"{'7' * 4999}8", [("wording", "reworded")]),
        ("7" * 5000, "12", [("wording", "reworded")]),
        ("0." + "7" * 5000, "0." + "7" * 4999 + "8", [("wording", "reworded")]),
        ("1e999999999", "1e999999998", [("wording", "reworded")]),
        ("30 %%", "31 %%", [("figure", "changed")]),
        ("30 %%", "30 %", [("punctuation", "withheld")]),
        ("30 {left} %s", "31 {left} %s", [("figure", "changed")]),
    ],
)
def test_a_value_that_cannot_be_read_is_other_words(left: str, right: str, expected: list[tuple[str, str]]) -> None:
    """Of a number that is too long to be read nothing is said but that the words are others."""
    told = changes(f"The fund held {left} crowns in gold.", f"The fund held {right} crowns in gold.")
    assert [(change.kind, change.verdict) for change in told] == expected


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("12 March 0", "12 March 1"),
        ("12 March 0000", "12 March 0001"),
        ("0000-03-12", "0000-03-13"),
        ("12 March 99999", "12 March 99998"),
        ("31 February 2021", "30 February 2021"),
        ("99999999999 years ago", "99999999998 years ago"),
    ],
)
def test_a_date_that_is_none_is_told_as_what_it_is(left: str, right: str) -> None:
    """A year 0, a day that no month has: one finding, which quotes what differs and calls nothing the same."""
    told = changes(f"The mole was built {left} by the monks.", f"The mole was built {right} by the monks.")
    assert len(told) == 1
    assert told[0].verdict in ("changed", "reworded")
    assert set(told[0].left.split()) <= set(left.replace("-", " ").split())


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_a_day_before_the_first_and_after_the_last_is_no_date(published: str) -> None:
    """Nothing can be told of `yesterday` on the first day there is, and of `next year` in the last."""
    heads = f"---\npublished: {published}\n---\n"
    left, right = (
        read_article(name, f"{name}.md", f"{heads}The mole was built {day} by the monks.\n".encode(), Config())[0]
        for name, day in (("a", "yesterday"), ("b", "next year"))
    )
    assert left is not None
    assert right is not None
    told = compare_articles(left, right, Comparing()).changes
    assert [(change.kind, change.verdict) for change in told] == [("date", "unclear")]


def test_letters_of_two_scripts_in_a_word_are_one_word_or_other_words() -> None:
    """A letter that passes for another is named; a garbled word is nobody, and no source changed."""
    told = changes("The guard of Нolm searched the bay.", "The guard of Holm searched the bay.")
    assert [change.kind for change in told] == ["typography"]
    garbled = consequential("The guard of Нolmй said the bay was calm.", "The guard of Holm said the bay was calm.")
    assert garbled == []


def test_many_entries_in_another_order_are_one_finding() -> None:
    """20,000 lines, each seventh and then the rest: one sentence, and nothing is gone."""
    lines = [f"Entry {number}, berth {number % 97}" for number in range(20_000)]
    other = [line for start in range(7) for line in lines[start::7]]
    comparison = compare_articles(make_article("a", *lines), make_article("b", *other), Comparing())
    assert [(change.kind, change.verdict) for change in comparison.changes] == [("order", "moved")]
    assert comparison.measures.left_in_right == comparison.measures.right_in_left == 1


def test_a_changed_cell_among_many_is_the_only_one_told() -> None:
    """10,000 cells of a table, one of them another figure: nothing else is said of it."""
    cells = [f"{number * 7 % 9973}" for number in range(9_900)]
    page = "<table>{}</table>"
    rows = [cells[start : start + 99] for start in range(0, len(cells), 99)]
    other = [list(row) for row in rows]
    other[50][50] = "88888"
    sides = [
        page.format("".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in side))
        for side in (rows, other)
    ]
    articles = [
        read_article(name, f"{name}.html", f"<html><body>{side}</body></html>".encode(), Config())[0]
        for name, side in zip("ab", sides, strict=True)
    ]
    assert articles[0] is not None
    assert articles[1] is not None
    told = compare_articles(articles[0], articles[1], Comparing()).changes
    assert {change.left for change in told if change.left} == {rows[50][50]}
    assert {change.right for change in told if change.right} == {"88888"}


def test_marks_that_never_close_cost_no_more_than_their_text() -> None:
    """Whether a sentence may end behind thousands of marks is asked of the last few alone."""
    texts = [replace_marks(count) for count in (2_000, 4_000)]
    assert [[change.kind for change in changes(*pair)] for pair in texts] == [["negation"]] * 2


def replace_marks(count: int) -> tuple[str, str]:
    """Two texts that differ in one word behind many marks that open quotations."""
    text = "“‘" * count + " We will {}pay the fine, the harbour said in Lorne."
    return text.format("not "), text.format("")


def test_a_dash_and_a_word_between_two_values_are_one_range() -> None:
    """Nothing is gone where `to` became a dash."""
    told = changes(
        "They say that 30 to 40 boats were lost that night.", "They say that 30–40 boats were lost that night."
    )
    assert [(change.kind, change.verdict) for change in told] == [("format", "same-value")]


def test_a_statement_becomes_nothing_that_another_wrote() -> None:
    """A quotation and narration in its place, before a tail that stayed: the one is gone, the other new."""
    tail = "Dana Holm, the chairwoman of the committee on harbours and lights"
    said = f"“We were promised a light and we got a lamp,” said {tail}."
    wrote = f"Nobody in the whole county had asked for it, wrote {tail}."
    for left, right in ((said, wrote), (wrote, said)):
        told = changes(left, right)
        assert not [change for change in told if change.kind == "wording" and "lamp" in change.left + change.right]
        assert {"cut", "addition"} <= {change.kind for change in told}


def test_what_an_editor_wrote_into_a_quotation_alters_none() -> None:
    """A small letter in brackets, or the end of a word."""
    left = "The minister said: “We will not leave the islands, and he wanted none of it.”"
    right = "The minister said that “[w]e will not leave the islands, and he want[ed] none of it.”"
    assert not [change for change in changes(left, right) if change.kind == "quotation"]
