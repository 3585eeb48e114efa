"""Input that a comparison can hang, break or lie on: empty, huge, periodic, shuffled, and characters that are none.

Each ends, says the same twice, and gives back both originals from its rows and ops. Work is bounded by counts, so the
tests count and never time. Where a smaller input takes the same path as one of the issue, it says so.
"""

import hashlib
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest

from sitegen.compare import words
from sitegen.comparing import compare_articles, tokenize_pair
from sitegen.config import Comparing
from sitegen.model import Comparison, Row, Unit
from sitegen.text.tokenized import tokenize_blocks
from tests.conftest import REPOSITORY, make_article
from tests.properties.test_comparison import contiguous, rebuilt

SEED_LETTERS = "bdfghklmnprstvz"
VOWELS = "aeiou"


def invented(number: int) -> str:
    """A word for a number, each number another, of six letters and more."""
    syllables = []
    number += 75**2
    while number:
        number, at = divmod(number, 75)
        syllables.append(SEED_LETTERS[at // 5] + VOWELS[at % 5])
    return "".join(syllables)


def prose(seed: int, count: int, vocabulary: range) -> list[str]:
    """Paragraphs of 100 words, a full stop after every tenth; the same ones for the same seed."""
    chance = random.Random(seed)
    said = [invented(chance.choice(vocabulary)) + "." * (at % 10 == 9) for at in range(count)]
    return [" ".join(said[at : at + 100]) for at in range(0, count, 100)]


def is_sound(rows: tuple[Row, ...], left: list[str], right: list[str]) -> bool:
    """Whether both originals can be read off the rows, every block once, and equal ops hold equal keys."""
    texts = tokenize_pair(make_article("a", *left), make_article("b", *right))
    for name, side, text in (("left", left, texts[0]), ("right", right, texts[1])):
        if sorted(block for row in rows for block in getattr(row, name)) != list(range(len(side))):
            return False
        if rebuilt(rows, text, name) != dict(enumerate(side)):
            return False
    return all(contiguous(row.ops) for row in rows) and all(
        texts[0].keys[slice(*op.left)] == texts[1].keys[slice(*op.right)]
        for row in rows
        for op in row.ops
        if op.tag == "equal"
    )


def compared(left: list[str], right: list[str], settings: Comparing | None = None) -> Comparison:
    """The comparison of two texts, which was the same twice and loses nothing of either."""
    articles = make_article("a", *left), make_article("b", *right)
    found = compare_articles(*articles, settings or Comparing())
    assert found == compare_articles(*articles, settings or Comparing())
    assert is_sound(found.rows, left, right)
    return found


def relations(comparison: Comparison) -> list[str]:
    return [row.relation for row in comparison.rows]


def kept(comparison: Comparison) -> tuple[int, int, int]:
    measures = comparison.measures
    return measures.left_words, measures.right_words, measures.kept


# The laws can fail


def test_a_lost_word_is_noticed() -> None:
    """Control: a row without its last op, a row too few and a row too many are each unsound."""
    left, right = ["one two three four", "five six"], ["one two four", "five six"]
    rows = compared(left, right).rows
    shorter = Row(relation="changed", left=rows[0].left, right=rows[0].right, ops=rows[0].ops[:-1])
    assert is_sound(rows, left, right)
    assert not is_sound((shorter, *rows[1:]), left, right)
    assert not is_sound(rows[:-1], left, right)
    assert not is_sound((*rows, rows[-1]), left, right)
    assert not is_sound(rows, left, ["one two for", "five six"])


def child(expression: str, seed: str) -> str:
    """What another process, with other hashes, prints for an expression over this module."""
    code = f"from tests.compare import test_tricky_bad_input as here; print({expression})"
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(REPOSITORY)}
    made = subprocess.run(
        [sys.executable, "-c", code], cwd=REPOSITORY, env=environment, check=True, capture_output=True, text=True
    )
    return made.stdout.strip()


def digest(comparison: Comparison) -> str:
    return hashlib.sha256(repr(comparison).encode("utf-8", "backslashreplace")).hexdigest()


def shuffled(count: int) -> Comparison:
    """So many distinct words against them in another order."""
    said = [invented(at) for at in range(count)]
    return compared([" ".join(said)], [" ".join(random.Random(7).sample(said, count))])


def unrelated(count: int, shared: bool) -> Comparison:
    """So many words against as many others; `shared` where both take them from one vocabulary."""
    others = range(9_000) if shared else range(9_000, 18_000)
    return compared(prose(1, count, range(9_000)), prose(2, count, others))


@pytest.mark.parametrize(
    "expression", ["here.digest(here.shuffled(2_000))", "here.digest(here.unrelated(3_000, True))"]
)
def test_another_process_says_the_same(expression: str) -> None:
    """No hash order decides anything: a process with other hashes finds the same rows, ops, ids and sentences."""
    names = {"here": sys.modules[__name__]}
    assert child(expression, "77") == eval(expression, names)


def test_another_process_has_other_hashes() -> None:
    """Control: what hangs on hashes differs between two such processes."""
    assert child("hash('ferry')", "77") != child("hash('ferry')", "78")


# Nothing, and next to nothing


def test_nothing_against_nothing() -> None:
    """Two empty texts have no rows, no changes and no note; no share of nothing is claimed."""
    found = compared([], [])
    assert (found.rows, found.changes, found.note, found.unit) == ((), (), "", "words")
    assert found.measures.left_in_right == found.measures.right_in_left == 0.0


@pytest.mark.parametrize("empty", ["left", "right"])
def test_nothing_against_a_text(empty: str) -> None:
    """The text stands alone, as one change; that nothing is shared needs no note where there is nothing."""
    text = ["The lamp failed at nine.", "The keeper was asleep."]
    found = compared([], text) if empty == "left" else compared(text, [])
    side = "right only" if empty == "left" else "left only"
    assert relations(found) == [side, side]
    assert [change.kind for change in found.changes] == [("addition" if empty == "left" else "cut")] * 2
    assert found.note == ""


def test_an_empty_block_is_kept() -> None:
    """A block without a word is a block, and is in a row."""
    assert relations(compared(["", "The lamp failed at nine."], ["The lamp failed at nine.", ""])).count("same") == 1


# Much


def test_one_line_of_five_megabytes() -> None:
    """A line too long for words and for sentences is compared whole, and the note says so."""
    count = 720_000
    line = " ".join(map(invented, (at * 7 % 50_021 for at in range(count))))
    assert len(line) > 5_000_000
    found = compared([line], [line[:-1] + "x"])
    assert (found.unit, relations(found)) == ("blocks", ["left only", "right only"])
    assert "Whole paragraphs were compared" in found.note


def test_one_word_of_five_megabytes() -> None:
    """A word without end is one token, and only itself."""
    found = compared(["x" * 5_000_000], ["x" * 4_999_999 + "y"])
    assert (kept(found), found.unit) == ((1, 1, 0), "words")


def stretches(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The lengths of what is searched for the best edit from now on."""
    found: list[int] = []
    search: Callable[..., list[tuple[int, int, int]]] = words._best_edit

    def counted(left: list[str], right: list[str], shares: dict[str, int]) -> list[tuple[int, int, int]]:
        found.append(max(len(left), len(right)))
        return search(left, right, shares)

    monkeypatch.setattr(words, "_best_edit", counted)
    return found


@pytest.mark.parametrize("shared", [False, True], ids=["two vocabularies", "one vocabulary"])
def test_unrelated_texts_of_fifty_thousand_words(shared: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """They share no passage, and the note says so; chance words make no rows; no search is longer than a gap."""
    searched = stretches(monkeypatch)
    found = unrelated(50_000, shared)
    assert (kept(found), found.unit) == ((50_000, 50_000, 0), "words")
    assert set(relations(found)) == {"left only", "right only"}
    assert found.note == "These texts are too different to be aligned: they share no passage."
    assert max(searched, default=0) <= Comparing().gap_tokens


def test_the_longest_search_is_the_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words out of order are searched in stretches of at most `gap_tokens`; control: with a longer gap, longer ones."""
    left = prose(3, 400, range(300))
    right = [" ".join(random.Random(at).sample(one.split(), 100)) for at, one in enumerate(left)]
    searched = stretches(monkeypatch)
    found = compared(left, right)
    assert max(searched, default=0) <= Comparing().gap_tokens
    assert found.note == ""
    del searched[:]
    compared([" ".join(left)], [" ".join(right)], Comparing(gap_tokens=2_000))
    assert max(searched) > Comparing().gap_tokens


def test_a_text_that_repeats_itself() -> None:
    """60,000 words of abab against baba are the same but for one word at either end."""
    found = compared([" ".join(["rain", "wind"] * 30_000)], [" ".join(["wind", "rain"] * 30_000)])
    assert kept(found) == (60_000, 60_000, 59_999)
    assert [op.tag for op in found.rows[0].ops] in (["delete", "equal", "insert"], ["insert", "equal", "delete"])


def test_paragraphs_that_repeat_each_other() -> None:
    """600 times the same two paragraphs against them in the other order: each in one row, none lost."""
    one, other = "The rain came down on Monday.", "The wind went up on Tuesday."
    found = compared([one, other] * 300, [other, one] * 300)
    assert found.measures.kept + found.measures.moved > 3_000


def test_sixty_thousand_distinct_words_shuffled() -> None:
    """What can be read in one order is little, and nothing of it is a passage."""
    found = shuffled(60_000)
    left, right, same = kept(found)
    assert (left, right) == (60_000, 60_000)
    assert same < 600
    assert len(found.changes) < 600


# The ladder

SHORT = ["The lamp failed at nine. The keeper was asleep.", "A boat ran onto the sand an hour later."]
EDITED = [SHORT[0].replace("nine", "ten"), SHORT[1]]
RUNGS: tuple[tuple[Unit, Comparing, str, list[tuple[str, list[str]]]], ...] = (
    ("words", Comparing(), "", [("changed", ["equal", "replace", "equal"]), ("same", ["equal"])]),
    (
        "sentences",
        Comparing(words_up_to=5),
        "These texts are too long to be compared word by word (18 and 18 words). Whole sentences were compared; a "
        "sentence with any change in it counts as replaced.",
        [("changed", ["replace", "equal"]), ("same", ["equal"])],
    ),
    (
        "blocks",
        Comparing(words_up_to=5, sentences_up_to=6),
        "These texts are too long to be compared word by word (18 and 18 words). Whole paragraphs were compared; a "
        "paragraph with any change in it counts as replaced.",
        [("left only", ["delete"]), ("right only", ["insert"]), ("same", ["equal"])],
    ),
    (
        "texts",
        Comparing(blocks_up_to=3),
        "These texts have too many paragraphs to be aligned (18 and 18 words): each is shown whole.",
        [("left only", ["delete"]), ("right only", ["insert"])],
    ),
)
"""The same two texts at each rung: the small bounds take the path that texts of a million words take."""


@pytest.mark.parametrize(("unit", "settings", "note", "rows"), RUNGS, ids=[one[0] for one in RUNGS])
def test_each_rung_says_what_it_compared(
    unit: Unit, settings: Comparing, note: str, rows: list[tuple[str, list[str]]]
) -> None:
    """Unit, note, rows and ops are those of the rung, and both texts are there."""
    found = compared(SHORT, EDITED, settings)
    assert (found.unit, found.note) == (unit, note)
    assert [(row.relation, [op.tag for op in row.ops]) for row in found.rows] == rows


@pytest.mark.parametrize("settings", [one[1] for one in RUNGS], ids=[one[0] for one in RUNGS])
def test_equal_texts_are_equal_at_each_rung(settings: Comparing) -> None:
    """Two equal texts have no change at any rung that aligns; at the last each is shown whole."""
    found = compared(SHORT, SHORT, settings)
    if found.unit == "texts":
        assert relations(found) == ["left only", "right only"]
    else:
        assert (relations(found), found.changes) == (["same", "same"], ())


def test_the_bounds_are_counts_of_both_texts_together() -> None:
    """At the bound a text is still compared by words, one token beyond it by sentences."""
    texts = tokenize_pair(make_article("a", *SHORT), make_article("b", *EDITED))
    tokens = sum(len(text.tokens) for text in texts)
    for bound, unit in ((tokens, "words"), (tokens - 1, "sentences")):
        assert compared(SHORT, EDITED, Comparing(words_up_to=bound)).unit == unit
    for bound, unit in ((tokens, "sentences"), (tokens - 1, "blocks")):
        assert compared(SHORT, EDITED, Comparing(words_up_to=1, sentences_up_to=bound)).unit == unit
    for count, unit in ((4, "words"), (3, "texts")):
        assert compared(SHORT, EDITED, Comparing(blocks_up_to=count)).unit == unit


@pytest.mark.parametrize("unit", ["sentences", "blocks"])
def test_a_coarse_comparison_of_much(unit: str) -> None:
    """2,000 sentences in 200 blocks, one of them edited: the rest is the same, whatever the unit."""
    left = prose(5, 20_000, range(9_000))
    right = [*left[:100], left[100].replace(". ", ", ", 1), *left[101:]]
    bounds = Comparing(words_up_to=1) if unit == "sentences" else Comparing(words_up_to=1, sentences_up_to=1)
    found = compared(left, right, bounds)
    assert found.unit == unit
    assert relations(found).count("same") == 199
    assert kept(found)[2] == (19_980 if unit == "sentences" else 19_900)


# Characters that are none, and signs that nobody sees

PLAIN = "The ferry turned back at noon with 40 people and a cake."
STRANGE = {
    "lone surrogate": (PLAIN.replace("back", "\ud800 back"), "U+D800"),
    "other lone surrogate": (PLAIN.replace("turned", "turned\udfff"), "U+DFFF"),
    "NUL": (PLAIN.replace("ferry", "ferry\x00"), "U+0000"),
    "no character": (PLAIN.replace("ferry", "fer\ufffery"), "U+FFFE"),
    "zero-width space": (PLAIN.replace("ferry", "fe\u200brry"), "U+200B"),
    "override": (PLAIN.replace("turned", "\u202eturned\u202c"), "U+202E"),
    "isolate": (PLAIN.replace("turned", "\u2067turned\u2069"), "U+2067"),
    "mark of direction": (PLAIN.replace("noon", "noon\u200f"), "U+200F"),
}


@pytest.mark.parametrize("case", STRANGE)
@pytest.mark.parametrize("strange_first", [False, True], ids=["in the right", "in the left"])
def test_a_sign_in_one_side_only_is_named(case: str, strange_first: bool) -> None:
    """One change, of style, whose sentence gives its code point; the other eleven words are the same."""
    text, named = STRANGE[case]
    found = compared([text], [PLAIN]) if strange_first else compared([PLAIN], [text])
    assert len(found.changes) == 1
    assert named in found.changes[0].sentence
    assert found.changes[0].kind in ("typography", "punctuation", "spelling")
    assert found.measures.kept >= 11


@pytest.mark.parametrize("case", STRANGE)
def test_a_sign_on_both_sides_is_no_difference(case: str) -> None:
    """Control: the sign is named for its being in one text, not for being there."""
    assert compared([STRANGE[case][0]], [STRANGE[case][0]]).changes == ()


ORDINARY = {
    "Arabic with Latin": "عادت عبّارة Nord Ferries رقم 61 إلى ميناء لورن يوم الإثنين.",
    "Hebrew with Latin": "המעבורת Nord Ferries חזרה לנמל ביום שני עם 61 נוסעים.",
    "Persian": "می\u200cخواهم به خانه بروم و چای بنوشم.",
    "Hindi": "नौका सोमवार को क्\u200dष बंदरगाह पर लौट आई।",
    "Thai": "เรือข้ามฟากกลับเข้าท่าเมื่อวันจันทร์",
    "emoji": "The crew \U0001f469\u200d\U0001f469\u200d\U0001f467 waved \U0001f44b\U0001f3fd and left.",
}


@pytest.mark.parametrize("case", ORDINARY)
def test_ordinary_text_raises_no_false_notice(case: str) -> None:
    """A word put in is the one change; the joiners and directions that a script needs are told of nowhere."""
    text = ORDINARY[case]
    found = compared([text], [f"{text} Zorblax"])
    assert [change.right for change in found.changes] == ["Zorblax"]
    assert not any("U+" in change.sentence for change in found.changes)


def test_a_figure_in_mixed_directions() -> None:
    """In right-to-left text with Latin inside, the number that differs is the one change."""
    text = ORDINARY["Arabic with Latin"]
    found = compared([text], [text.replace("61", "62")])
    assert [(change.kind, change.left, change.right) for change in found.changes] == [("figure", "61", "62")]


def zalgo(text: str, height: int) -> Iterator[str]:
    for char in text:
        yield char
        if char.isalpha():
            yield from ("\u0300", "\u0316", "\u0489") * height


def test_zalgo() -> None:
    """A letter with 3,000 marks on it is one letter: no cluster is cut, and the same is the same."""
    left, right = "".join(zalgo(PLAIN, 1_000)), "".join(zalgo(PLAIN.replace("40", "41"), 1_000))
    found = compared([left], [right])
    assert [(change.kind, change.left, change.right) for change in found.changes] == [("figure", "40", "41")]
    tokens = tokenize_blocks(make_article("a", left).blocks).tokens
    assert len(tokens) == len(tokenize_blocks(make_article("a", PLAIN).blocks).tokens)
    assert "share no passage" in compared([left], [PLAIN]).note
