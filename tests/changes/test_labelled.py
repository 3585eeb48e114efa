"""One-change pairs that were labelled by hand before they were compared: how many are told as what is on the label."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple, get_args

import pytest

from sitegen.comparing import compare_articles
from sitegen.config import Comparing
from sitegen.model import STYLE, SURE, Article, Change, ChangeKind, Verdict
from sitegen.recognise import recognise_blocks
from tests.conftest import make_article

PAIRS = Path(__file__).with_name("labelled_pairs.txt")
OVERALL = 0.91
"""Share of the pairs that must be told as what is on their label, and as nothing else.

On their first run .659 of the first 176 were, before anything was mended, .848 of the second 92, and .815 of the third
119, of which 82 are in six languages that had no pairs before.
"""
FLOORS: dict[str, float] = {
    "attribution": 0.89,
    "format": 0.92,
    "hedge": 0.78,
    "move": 0.93,
    "name": 0.85,
    "negation": 0.87,
    "order": 0.6,
    "quotation": 0.75,
    "role": 0.87,
    "spelling": 0.84,
    "wording": 0.96,
}
"""By kind; 1 for those that are not named."""
MISSED: dict[str, list[str]] = {
    # Of a quotation rewritten in two places the second has too little around it to be sure.
    "She said the plan was “a slap in the face”.": ["quotation", "quotation"],
    # `only` counts as a hedge nowhere; its move is told as harmless.
    "Only Holm voted for the new plan.": ["move"],
    # The other half of a verb in two parts is told as gone.
    "Das Mittel kann die Krankheit heilen.": ["cut", "hedge"],
    # This word is `may` before one form of the verb, and no hedge before another.
    "قد يشفي الدواء المرضى.": ["cut"],
    # `All` is no word of certainty of the lexicon.
    "Hầu hết dân làng đã rời đi.": ["wording"],
    # Places that no list knows, in scripts without capitals.
    "التقى الوزير سامر الحلبي في دمشق.": ["wording"],
    "وصلت القافلة إلى حلب ليلا.": ["wording"],
    "车队夜里抵达南京。": ["wording"],
    "행렬은 밤에 대구에 도착했다.": ["wording"],
    "車列は夜に京都に着いた。": ["wording"],
    # Who speaks stands at the other end of the sentence than the verb.
    "경찰은 문이 열려 있었다고 밝혔다.": ["wording"],
    # Two parts of a day, of which it cannot be told whether one is the other.
    "배는 새벽에 항구를 떠났다.": ["date"],
}
"""The pairs that are known to be told otherwise, by the left text, with the kinds they are given."""


class Pair(NamedTuple):
    language: str
    kinds: tuple[str, ...]
    """One for each thing that an editor changed; sorted."""
    left: str
    right: str


def pairs(path: Path) -> Iterator[Pair]:
    """The pairs of a file: `[language]`, then a line each, `kind: left => right`."""
    language = ""
    for line in filter(None, map(str.strip, path.read_text("utf-8").splitlines())):
        if line.startswith("["):
            language = line.strip("[]")
        elif not line.startswith("#"):
            kinds, _, texts = line.partition(": ")
            left, _, right = texts.partition(" => ")
            yield Pair(language, tuple(sorted(kinds.split(", "))), left, right)


def read(name: str, text: str, language: str) -> Article:
    """A text with ¶ between its paragraphs, as it is read from a file: labels and notices are recognised."""
    article = make_article(name, *text.split(" ¶ "), language=language)
    return replace(article, blocks=recognise_blocks(article.blocks, language))


@cache
def told(pair: Pair) -> tuple[Change, ...]:
    """The changes between the two texts."""
    articles = (read("a", pair.left, pair.language), read("b", pair.right, pair.language))
    return compare_articles(*articles, Comparing()).changes


def kinds_of(pair: Pair) -> list[str]:
    """The kinds that a pair is told as: one for each finding, but once for a kind of style.

    An editor who puts other quotation marks does one thing, though it is at two places.
    """
    kinds = [change.kind for change in told(pair)]
    return sorted(kind for at, kind in enumerate(kinds) if kind not in STYLE or kind not in kinds[:at])


def is_right(pair: Pair) -> bool:
    """Whether a pair is told as the one change on its label, and one of consequence as a sure one."""
    return tuple(kinds_of(pair)) == pair.kinds and all(
        change.confidence >= SURE for change in told(pair) if change.is_consequential
    )


ALL = list(pairs(PAIRS))
LANGUAGES = sorted({pair.language for pair in ALL})


def test_there_are_pairs_of_every_language_and_kind() -> None:
    """At least 25 pairs of a language with a catalogue, 12 of another with a lexicon; every kind is on some."""
    languages = Counter(pair.language for pair in ALL)
    assert min(languages[name] for name in ("ar", "de", "en", "es", "fr", "vi")) >= 25
    assert min(languages[name] for name in ("it", "ja", "ko", "pt", "ru", "zh")) >= 12
    assert {kind for pair in ALL for kind in pair.kinds} == set(get_args(ChangeKind))
    assert len({(pair.language, pair.left, pair.right) for pair in ALL}) == len(ALL)


def test_each_language_has_the_kinds_of_single_changes() -> None:
    """Six languages have the kinds that were added with roles and labels; six more have eight kinds each."""
    kinds = {
        language: {kind for pair in ALL if pair.language == language for kind in pair.kinds} for language in LANGUAGES
    }
    for language in ("ar", "de", "en", "es", "fr", "vi"):
        assert kinds[language] >= {"negation", "role", "order", "label", "correction"}, language
    for language in ("it", "ja", "ko", "pt", "ru", "zh"):
        assert kinds[language] >= {
            "figure", "date", "attribution", "negation", "format", "spelling", "wording", "name", "quotation",
        }, language  # fmt: skip


def test_most_pairs_are_told_as_what_is_on_their_label() -> None:
    """All but a few, and what is missed is exactly what is listed as missed, with the kinds it is given."""
    missed = {pair.left: kinds_of(pair) for pair in ALL if not is_right(pair)}
    assert missed == MISSED
    assert 1 - len(missed) / len(ALL) >= OVERALL


@pytest.mark.parametrize("kind", get_args(ChangeKind))
def test_each_kind_is_found(kind: str) -> None:
    """Of the pairs with one label, at least its floor."""
    wanted = [pair for pair in ALL if kind in pair.kinds]
    assert sum(map(is_right, wanted)) / len(wanted) >= FLOORS.get(kind, 1)


def test_a_wrong_label_is_seen() -> None:
    """Control: a pair whose label is another kind is not right, nor one that is told as its kind and another."""
    assert not is_right(Pair("en", ("format",), "Holm won 2-1 there.", "Holm won 1-2 there."))
    assert not is_right(Pair("en", ("figure",), "Police said 14 sheep burned.", "Police claimed 40 sheep burned."))
    assert is_right(Pair("en", ("figure",), "Police said 14 sheep burned.", "Police said 40 sheep burned."))


KINDS_TURNED = {"cut": "addition", "addition": "cut", "split": "merge", "merge": "split"}
VERDICTS_TURNED: dict[Verdict, Verdict] = {"given": "withheld", "withheld": "given"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pairs_turned_round_are_told_turned_round(language: str) -> None:
    """Whichever text is the left: a cut is an addition then, a split a merge, what was given is withheld."""
    for pair in (one for one in ALL if one.language == language):
        forth = sorted(
            (KINDS_TURNED.get(one.kind, one.kind), VERDICTS_TURNED.get(one.verdict, one.verdict), one.right, one.left)
            for one in told(pair)
        )
        back = sorted(
            (one.kind, one.verdict, one.left, one.right)
            for one in told(pair._replace(left=pair.right, right=pair.left))
        )
        if SPANS_DIFFER.intersection(pair.kinds):
            forth, back = [one[:2] for one in forth], [one[:2] for one in back]  # type: ignore[misc]
        assert back == forth, pair


SPANS_DIFFER = frozenset({"move", "order", "role", "split", "merge"})
"""Kinds of which either of two stretches can be the one that moved: which is quoted depends on the side it leaves."""
