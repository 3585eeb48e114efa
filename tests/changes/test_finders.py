"""Laws of what is found between any two texts, and how much work it is."""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from sitegen.changes import pair as changes_module
from sitegen.changes import readtext, rowedits
from sitegen.changes.evidence import claims as claims_module
from sitegen.changes.finding import Finding
from sitegen.changes.kinds import BY_NAME
from sitegen.changes.lexicons import MODULES
from sitegen.comparing import compare_articles, tokenize_pair
from sitegen.config import Comparing
from sitegen.model import STYLE, Article, Change, Comparison, Row, Span, Verdict
from sitegen.recognise import recognise_blocks
from sitegen.text.tokenized import Tokenized, is_apart
from tests.changes.test_kinds import ALL
from tests.conftest import make_article

_WORDS = """
    the said claimed told “ ” " ' ‘ ’ - . , ( % $ € 2 2.000 2,000 14 40 3 March May may 17:00 5pm 3rd 1/2 ½ US$ million
    two hundred twenty-three dozens about not never no Ada Brandt Olav Rist IS EU police yesterday ago days last
    organise organize isn't “so”
    harbour harbor lamp pump old failed burned sheep allegedly perhaps according to who accused
    قال ٤٠ أيلول لم cho biết tháng 9 năm 3月5日 万 否认 กันยายน ß daß nicht Straße Strasse ne pas сказал не 👍
"""
_PIECES = st.sampled_from([*_WORDS.split(), "\u202e", "\u00ad", "\x00", "1.", "(a)", "Ida:", "“", "”", "“"])
_LANGUAGES = st.sampled_from([*sorted(MODULES), "hi", "th", "und", "xx"])
_SENTENCES = st.lists(_PIECES, min_size=1, max_size=14).map(" ".join)
_PARAGRAPHS = st.lists(_SENTENCES, min_size=1, max_size=3)
_thorough = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])

TURNED = {"cut": "addition", "addition": "cut", "split": "merge", "merge": "split"}
VERDICTS_TURNED: dict[Verdict, Verdict] = {"given": "withheld", "withheld": "given"}
PLACES = frozenset({"move", "order", "split", "merge"})
"""Kinds that tell where text stands: other findings stand inside what they span."""


@st.composite
def edited_pairs(draw: st.DrawFn) -> tuple[list[str], list[str], str]:
    """Paragraphs, the same ones after a few edits, and their language."""
    left = draw(_PARAGRAPHS)
    right = [paragraph.split(" ") for paragraph in left]
    for _ in range(draw(st.integers(0, 5))):
        words = right[draw(st.integers(0, len(right) - 1))]
        at = draw(st.integers(0, len(words)))
        how = draw(st.integers(0, 3))
        if how == 0:
            words.insert(at, draw(_PIECES))
        elif how == 1:
            words[at : at + draw(st.integers(1, 3))] = []
        elif how == 2:
            words[at : at + 1] = [draw(_PIECES)]
        else:
            words[at : at + 4] = words[at : at + 4][::-1]
    return left, [" ".join(words) for words in right], draw(_LANGUAGES)


def articles_of(left: list[str], right: list[str], language: str) -> tuple[Article, Article]:
    return make_article("a", *left, language=language), make_article("b", *right, language=language)


def compared(left: list[str], right: list[str], language: str) -> tuple[Comparison, tuple[Tokenized, Tokenized]]:
    pair = articles_of(left, right, language)
    return compare_articles(*pair, Comparing()), tokenize_pair(*pair)


# A finding's words are its own


def own_words(changes: tuple[Change, ...], side: str, texts: tuple[Tokenized, Tokenized]) -> list[tuple[Span, str]]:
    """The ranges of one side that the findings quote, in order, without those that tell a place."""
    spans = [
        (getattr(change, f"{side}_span"), change.kind)
        for change in changes
        if change.kind not in PLACES and not is_exchange(change, texts)
    ]
    return sorted(one for one in spans if one[0][0] < one[0][1])


def is_exchange(change: Change, texts: tuple[Tokenized, Tokenized]) -> bool:
    """Whether two phrases changed places: what is quoted reaches from one to the other, over what differs between."""
    ends = [
        {text.keys[span[0]], text.keys[span[1] - 1]}
        for text, span in zip(texts, (change.left_span, change.right_span), strict=True)
        if span[1] - span[0] > 1
    ]
    if len(ends) < len(texts):
        return False
    return ends[0] <= {*texts[1].keys[slice(*change.right_span)]} and ends[1] <= {
        *texts[0].keys[slice(*change.left_span)]
    }


def overlapping(
    changes: tuple[Change, ...], texts: tuple[Tokenized, Tokenized]
) -> list[tuple[tuple[Span, str], tuple[Span, str]]]:
    """Pairs of findings that quote the same token.

    What stayed and is printed otherwise may stand inside what another finding quotes of it: `not Safe` for `safe`.
    """
    return [
        (first, last)
        for side in ("left", "right")
        for first, last in pairwise(own_words(changes, side, texts))
        if first[0][1] > last[0][0] and (first[1] in STYLE) == (last[1] in STYLE)
    ]


@_thorough
@given(edited_pairs())
@example((["‘ % 1. 3月5日"], ["the ‘ 1. 3月5日"], "ar"))
def test_no_two_findings_quote_the_same_words(pair: tuple[list[str], list[str], str]) -> None:
    """What one finding tells no other tells, on either side; a place may be told around what differs inside."""
    comparison, texts = compared(*pair)
    assert overlapping(comparison.changes, texts) == []


def test_words_that_are_told_twice_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: a finder that forgets to take its words makes two findings of them."""
    negation = BY_NAME["negation"]

    def find(pair: rowedits.SentencePair) -> Iterator[Finding]:
        for edit in pair.edits:
            yield Finding(kind="negation", verdict="changed", left=edit.left, right=edit.right)

    monkeypatch.setattr(changes_module, "KINDS", (replace(negation, find=find), BY_NAME["figure"]))
    comparison, texts = compared(["Once 14 sheep burned there."], ["Once 40 sheep burned there."], "en")
    assert overlapping(comparison.changes, texts)


def untold(comparison: Comparison, texts: tuple[Tokenized, Tokenized]) -> list[tuple[str, int]]:
    """Words that differ and stand in no finding: neither their row nor their range is told."""
    told: tuple[set[int], set[int]] = (set(), set())
    edits: tuple[set[int], set[int]] = (set(), set())
    for change in comparison.changes:
        if change.kind not in ("move", "split", "merge") or change.shifted:
            told[0].update(range(*change.left_span))
            told[1].update(range(*change.right_span))
    for move in comparison.moves:
        told[0].update(range(*move.left))
        told[1].update(range(*move.right))
    for row in comparison.rows:
        for op in row.ops:
            if op.tag != "equal" and row.relation != "repeated":
                edits[0].update(range(*op.left))
                edits[1].update(range(*op.right))
                near = told[0] & set(range(*op.left)), told[1] & set(range(*op.right))
                if any(near):
                    # Small words and marks beside what is told are not told by themselves.
                    small = _small(texts)
                    told[0].update(token for token in range(*op.left) if token in small[0])
                    told[1].update(token for token in range(*op.right) if token in small[1])
    return [
        (texts[side].tokens[token].text, token)
        for side in (0, 1)
        for token in sorted(edits[side] - told[side])
        if texts[side].words[token] and not is_apart(texts[side].keys[token])
    ]


def _small(texts: tuple[Tokenized, Tokenized]) -> tuple[set[int], set[int]]:
    """Tokens that say nothing by themselves, in any language that has a lexicon."""
    from sitegen.changes.terms import terms_of

    sets: tuple[set[int], set[int]] = (set(), set())
    for side, text in enumerate(texts):
        for language in ("und", *MODULES):
            read = readtext.ReadText(text, terms_of(language))
            sets[side].update(token for token in range(len(text.tokens)) if read.is_small(token))
    return sets


@_thorough
@given(edited_pairs())
def test_every_word_that_differs_is_told(pair: tuple[list[str], list[str], str]) -> None:
    """In some finding, unless it is a small word beside one that is."""
    comparison, texts = compared(*pair)
    assume(not comparison.moves)
    assert untold(comparison, texts) == []


def test_a_word_that_is_told_by_none_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: without the findings of what is left, a word that was replaced is told by none."""
    texts = (["Once the old lamp failed."], ["Once the old pump failed."], "en")
    assert untold(*compared(*texts)) == []
    monkeypatch.setattr(changes_module, "rest_findings", lambda *_: ())
    assert [text.strip() for text, _ in untold(*compared(*texts))] == ["lamp", "pump"]


# Either text may be the left


def mirror(changes: tuple[Change, ...]) -> Counter[tuple[str, str]]:
    return Counter((TURNED.get(one.kind, one.kind), VERDICTS_TURNED.get(one.verdict, one.verdict)) for one in changes)


def verdicts(changes: tuple[Change, ...]) -> Counter[tuple[str, str]]:
    return Counter((one.kind, one.verdict) for one in changes)


@pytest.mark.parametrize("language", sorted({language for language, *_ in ALL}))
def test_the_cases_turned_round_are_told_turned_round(language: str) -> None:
    """Kinds and verdicts of every case: cut is addition then, given withheld; the words and confidence stay theirs."""
    for _, left, right, _ in (case for case in ALL if case[0] == language):
        there, _ = compared([left], [right], language)
        back, _ = compared([right], [left], language)
        assert verdicts(back.changes) == mirror(there.changes), (left, right)


@_thorough
@given(st.integers(0, len(ALL) - 1), st.integers(0, len(ALL) - 1))
def test_two_cases_in_one_sentence_are_told_turned_round(first: int, last: int) -> None:
    """Findings beside each other do not depend on the side either."""
    language, left, right, _ = ALL[first]
    other_language, other_left, other_right, _ = ALL[last]
    if other_language != language:
        return
    between = ", in the old hall of the harbour town, "
    texts = [left + between + other_left], [right + between + other_right]
    there, _ = compared(*texts, language)
    back, _ = compared(*reversed(texts), language)
    assert verdicts(back.changes) == mirror(there.changes)


def random_pairs(seed: int, count: int) -> Iterator[tuple[list[str], list[str], str]]:
    """Sentences of the vocabulary without loose marks of quotation, the same ones edited, and their language."""
    chance = random.Random(seed)
    vocabulary = [word for word in _WORDS.split() if not set("“”\"'‘’") & set(word)]
    for _ in range(count):
        left = [chance.choice(vocabulary) for _ in range(chance.randint(4, 20))]
        right = list(left)
        for _ in range(chance.randint(1, 3)):
            at = chance.randrange(len(right) + 1)
            right[at : at + chance.randint(0, 2)] = [chance.choice(vocabulary) for _ in range(chance.randint(0, 2))]
        yield [" ".join(left)], [" ".join(right)], chance.choice([*sorted(MODULES), "und"])


def share_mirrored(count: int) -> float:
    """The share of random pairs, aligned the same way from either side, that are told the same way from either side."""
    aligned = mirrored = 0
    for left, right, language in random_pairs(13, count):
        there, _ = compared(left, right, language)
        back, _ = compared(right, left, language)
        if turned(there.rows) == [(row.left, row.right, ops_of(row)) for row in back.rows] and not there.moves:
            aligned += 1
            mirrored += verdicts(back.changes) == mirror(there.changes)
    assert aligned > count / 2
    return mirrored / aligned


def test_findings_of_mirrored_rows_are_mirrored() -> None:
    """Of random words, which are no language's sentences, nearly all are told the same way from either side."""
    assert share_mirrored(600) >= 0.97


def test_a_finder_that_looks_at_one_side_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: where what is left is told of the left text alone, pairs are told otherwise from the other side."""
    told = changes_module.rest_findings
    monkeypatch.setattr(
        changes_module, "rest_findings", lambda pair: (one for one in told(pair) if one.left[0] < one.left[1])
    )
    assert share_mirrored(200) < 0.9


def ops_of(row: Row) -> list[tuple[Span, Span]]:
    return [(op.left, op.right) for op in row.ops]


def turned(rows: tuple[Row, ...]) -> list[tuple[tuple[int, ...], tuple[int, ...], list[tuple[Span, Span]]]]:
    """The rows as they are where the left is the right."""
    return [(row.right, row.left, [(right, left) for left, right in ops_of(row)]) for row in rows]


# Anything

PLACEHOLDER = re.compile(r"\{(left|right|text|number|speaker|count|first|last|move|to)\}")


@_thorough
@given(
    st.lists(st.one_of(_SENTENCES, st.text(max_size=60)), max_size=4),
    st.lists(st.one_of(_SENTENCES, st.text(max_size=60)), max_size=4),
    _LANGUAGES,
    _LANGUAGES,
)
def test_any_two_texts_have_findings_and_the_same_ones_again(
    left: list[str], right: list[str], language: str, other: str
) -> None:
    """No text is an error; each finding has a kind, a verdict, a confidence and a sentence, and is the same again."""
    pair = make_article("a", *left, language=language), make_article("b", *right, language=other)
    comparison = compare_articles(*pair, Comparing())
    assert compare_articles(*pair, Comparing()).changes == comparison.changes
    for change in comparison.changes:
        assert change.kind in BY_NAME
        assert change.verdict in get_args(Verdict)
        assert 0 <= change.confidence <= 1
        assert change.sentence
        assert not set(PLACEHOLDER.findall(change.sentence)) - set(PLACEHOLDER.findall("\n".join([*left, *right])))
    assert len({change.id for change in comparison.changes}) == len(comparison.changes)


def test_roles_of_blocks_are_no_error() -> None:
    """Whatever a block is recognised as, it is compared with a block of any other role."""
    texts = (
        "1. The tenant pays.", "Ida Moe: We know.", "11.40am The ferry left.", "• Rope", "Correction: It was 40.",
        "To continue reading, subscribe.", "Photo: Ida Moe", "THE STORM", "“We know,” she said.", "The ferry left.",
    )  # fmt: skip
    for first in texts:
        for last in texts:
            pair = []
            for name, text in (("a", first), ("b", last)):
                article = make_article(name, text, "It rained on the pier for most of that week.")
                pair.append(_recognised(article))
            changes = compare_articles(*pair, Comparing()).changes
            assert all(change.sentence for change in changes)
            assert not changes or first != last


def _recognised(article: Article) -> Article:
    return replace(article, blocks=recognise_blocks(article.blocks, article.language))


# Work

COUNTED: tuple[tuple[Any, str], ...] = (
    (readtext.ReadText, "is_small"),
    (readtext.ReadText, "classes"),
    (readtext.ReadText, "terms_in"),
    (readtext.ReadText, "is_name"),
    (readtext.ReadText, "value"),
    (readtext.ReadText, "sentence"),
    (readtext.ReadText, "content"),
    (rowedits.SentencePair, "free_in"),
    (rowedits.SentencePair, "free_content"),
    (rowedits.SentencePair, "take"),
    (claims_module.Claims, "checked"),
)


def steps(left: list[str], right: list[str], monkeypatch: pytest.MonkeyPatch) -> int:
    """How often the questions are asked that findings are made of."""
    count = 0

    def counting(function: Callable[..., Any]) -> Callable[..., Any]:
        def asked(*args: Any, **values: Any) -> Any:
            nonlocal count
            count += 1
            return function(*args, **values)

        return asked

    with monkeypatch.context() as patch:
        for owner, name in COUNTED:
            patch.setattr(owner, name, counting(getattr(owner, name)))
        pair = (_recognised(article) for article in articles_of(left, right, "en"))
        compare_articles(*pair, Comparing())
    return count


def turns(count: int, speaker: str) -> list[str]:
    return [f"{speaker if at % 7 == 0 else f'Speaker{at % 5}'}: We saw lamp {at} at the pier." for at in range(count)]


def entries(count: int, *, turned: bool) -> list[str]:
    lines = [f"• entry{at} of the list" for at in range(count)]
    return lines[::-1] if turned else lines


def cells(count: int, changed: bool) -> list[str]:
    return [f"Holm {at} | {at * 7 + (1 if changed and at % 50 == 0 else 0)}" for at in range(count)]


def nested(count: int, word: str) -> list[str]:
    return ["He said " + " ".join(f"“the lamp ‘was {word if at == count // 2 else 'old'}" for at in range(count))]


def mixed(count: int, word: str) -> list[str]:
    chance = random.Random(7)
    letters = "abcабвαβγأبת日本"
    words = ["".join(chance.choice(letters) for _ in range(6)) for _ in range(count)]
    words[count // 2] = word
    return [" ".join(words)]


def digits(count: int, last: str) -> list[str]:
    return [f"It cost {'7' * count}{last} crowns, the office said."]


def many_figures(count: int, step: int) -> list[str]:
    return [" ".join(f"{at * 3 + (step if at % 9 == 0 else 0)} sheep burned," for at in range(count))]


LARGE: dict[str, tuple[Callable[[int], tuple[list[str], list[str]]], int]] = {
    "values of 5,000 digits": (lambda count: (digits(count, "1"), digits(count, "2")), 5_000),
    "quotation marks that never close": (lambda count: (nested(count, "old"), nested(count, "new")), 400),
    "a transcript of 5,000 turns": (lambda count: (turns(count, "Ida Moe"), turns(count, "Olav Rist")), 5_000),
    "a list in reverse order": (
        lambda count: (entries(count, turned=False), entries(count, turned=True)),
        2_000,
    ),
    "a table of 10,000 cells": (lambda count: (cells(count, False), cells(count, True)), 5_000),
    "scripts mixed inside words": (lambda count: (mixed(count, "lamp"), mixed(count, "pump")), 2_000),
    "a sentence of figures": (lambda count: (many_figures(count, 0), many_figures(count, 1)), 400),
}


@pytest.mark.parametrize("name", LARGE)
def test_twice_the_text_is_twice_the_work(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Bad input is bounded work: of twice the size not much more than twice the questions are asked."""
    make, size = LARGE[name]
    half, full = steps(*make(size // 2), monkeypatch), steps(*make(size), monkeypatch)
    assert full <= 2.3 * half + 200, (half, full)


def test_work_that_grows_with_the_square_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: a finder that looks at each pair of edits asks four times as many questions of twice the text."""
    make, size = LARGE["a table of 10,000 cells"]
    find_changes = changes_module._of_edits

    def each_with_each(sides: rowedits.Sides, ops: Any) -> list[Finding]:
        found = find_changes(sides, ops)
        for first in range(0, len(sides.left.tokens), 40):
            sides.left.is_small(first)
        return found

    monkeypatch.setattr(changes_module, "_of_edits", each_with_each)
    half, full = steps(*make(size // 2), monkeypatch), steps(*make(size), monkeypatch)
    assert full > 2.3 * half + 200, (half, full)


def test_two_negations_that_changed_places_leave_no_word_untold() -> None:
    """What stands before the other's words is none of them."""
    pair = (["the the said isn't claimed"], ["the claimed isn't said the"], "ar")
    assert untold(*compared(*pair)) == []
