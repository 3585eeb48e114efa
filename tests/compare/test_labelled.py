"""One-change pairs that were labelled by hand before they were compared: how many are given the kind on the label."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple, get_args

import pytest

from sitegen.compare import compare_pair
from sitegen.compare.packs import PACKS
from sitegen.config import Comparing
from sitegen.model import ChangeKind
from tests.conftest import make_article

PAIRS = Path(__file__).with_name("labelled_pairs.txt")
OVERALL = 0.97
"""Share of the pairs that must have the kind on their label.

On their first run .659 of the first 176 had it, before anything was mended, and .848 of the second 92.
"""
FLOORS = {"figure": 0.95, "format": 0.95, "wording": 0.95, "hedge": 0.94, "attribution": 0.95, "move": 0.9}
"""By kind; 1 for those that are not named."""
MISSED = {
    # `denied` is listed as a verb of saying, whatever it governs.
    "Officials denied entry to two boats at dawn.": {"attribution"},
    # A number that is vague by its form (about twenty) is a vague number, and those are hedges.
    "Une vingtaine de bateaux ont coulé.": {"hedge"},
    # Half past seven, as German says it, is not read as a time.
    "Die Sitzung beginnt um halb acht im Rathaus.": {"wording"},
    # The other half of a verb in two parts is told as gone.
    "Das Mittel kann die Krankheit heilen.": {"hedge", "cut"},
    # The word for `that` has another form after another verb.
    "تزعم النقابة أن المصنع خطر.": {"attribution", "spelling"},
    # This word is `may` before one form of the verb, and no hedge before another.
    "قد يشفي الدواء المرضى.": {"cut"},
}
"""The pairs that are known to be given other kinds, by the left text, with those kinds."""


class Pair(NamedTuple):
    language: str
    kind: str
    left: str
    right: str


def pairs(path: Path) -> Iterator[Pair]:
    """The pairs of a file: `[language]`, then a line each, `kind: left => right`."""
    language = ""
    for line in filter(None, map(str.strip, path.read_text("utf-8").splitlines())):
        if line.startswith("["):
            language = line.strip("[]")
        elif not line.startswith("#"):
            kind, _, texts = line.partition(": ")
            left, _, right = texts.partition(" => ")
            yield Pair(language, kind, left, right)


@cache
def told(pair: Pair) -> tuple[tuple[str, str], ...]:
    """The kinds of the changes between the two texts, each with its sentence."""
    left, right = (
        make_article(name, *text.split(" ¶ "), language=pair.language)
        for name, text in (("a", pair.left), ("b", pair.right))
    )
    return tuple((change.kind, change.sentence) for change in compare_pair(left, right, Comparing()).changes)


def is_right(pair: Pair) -> bool:
    """Whether every change of a pair is of the kind on the label."""
    return {kind for kind, _ in told(pair)} == {pair.kind}


ALL = list(pairs(PAIRS))


def test_there_are_pairs_of_every_language_and_kind() -> None:
    """At least 25 pairs a language with a pack, and every kind is on some label."""
    languages = Counter(pair.language for pair in ALL)
    assert set(languages) == set(PACKS)
    assert min(languages.values()) >= 25
    assert {pair.kind for pair in ALL} == set(get_args(ChangeKind))
    assert len({(pair.language, pair.left, pair.right) for pair in ALL}) == len(ALL)


def test_most_pairs_have_the_kind_on_their_label() -> None:
    """All but a few, and what is missed is exactly what is listed as missed, with the kind it is given."""
    missed = {pair.left: {kind for kind, _ in told(pair)} for pair in ALL if not is_right(pair)}
    assert missed == MISSED
    assert 1 - len(missed) / len(ALL) >= OVERALL


@pytest.mark.parametrize("kind", get_args(ChangeKind))
def test_each_kind_is_found(kind: str) -> None:
    """Of the pairs with one label, at least its floor."""
    wanted = [pair for pair in ALL if pair.kind == kind]
    assert sum(map(is_right, wanted)) / len(wanted) >= FLOORS.get(kind, 1)


def test_one_change_is_told_once() -> None:
    """Nine pairs of ten have one change and no more: what an editor did once is not told in pieces."""
    right = [pair for pair in ALL if is_right(pair)]
    assert sum(len(told(pair)) == 1 for pair in right) / len(right) >= 0.89


def test_a_wrong_label_is_seen() -> None:
    """Control: a pair whose label is another kind is not right."""
    assert not is_right(Pair("en", "format", "Holm won 2-1 there.", "Holm won 1-2 there."))


TURNED = {"cut": "addition", "addition": "cut", "split": "merge", "merge": "split"}


@pytest.mark.parametrize("language", sorted(PACKS))
def test_the_pairs_turned_round_have_the_same_kinds(language: str) -> None:
    """Whichever text is the left: a cut is an addition then, a split a merge, and all else what it was."""
    for pair in (one for one in ALL if one.language == language):
        kinds = sorted(TURNED.get(kind, kind) for kind, _ in told(pair))
        assert sorted(kind for kind, _ in told(pair._replace(left=pair.right, right=pair.left))) == kinds, pair
