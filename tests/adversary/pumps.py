"""Shapes made from an expression itself: what leads to each of its repeats, what the repeat takes, and what ends badly.

These are the inputs on which backtracking costs most. Knows the syntax of `re`; what only `regex` has is read as
something like it, which is enough to make texts from.
"""

import random
import re
import warnings
from collections.abc import Iterator
from typing import Any

from tests.adversary.shapes import Shape, pumped

_parser: Any = re._parser  # type: ignore[attr-defined]
_RANGES = {
    "Lu": "A-Z", "Lt": "A-Z", "L": "a-zA-Zа-яα-ω", "M": "\u0300-\u0303", "Mn": "\u0300-\u0303", "N": "0-9", "Nd": "0-9",
    "P": "!-/", "S": "+<>", "Sc": "$€", "Sm": "+<>", "So": "©", "Cf": "\u200b-\u200d", "Pd": "\u2013\u2014",
    "Ps": "(", "Pi": "«“", "Pe": ")", "Pf": "»”", "STerm": ".!?", "Script=Latin": "a-z", "Script=Cyrillic": "а-я",
    "Script=Greek": "α-ω", "Script=Han": "一-丠", "Script=Hiragana": "あ-そ", "Script=Katakana": "ア-ソ",
    "Script=Arabic": "ا-ي", "Script=Hebrew": "א-ת", "Script=Thai": "ก-ฮ",
}  # fmt: skip
"""Property to some of its characters."""
_CLASSES = {"CATEGORY_DIGIT": "0123456789", "CATEGORY_SPACE": " \t\n\u00a0", "CATEGORY_WORD": "abcXYZ_09éя"}
_OTHERS = '!\n x0Я\u00e9\u3000-<"'
"""For what excludes characters: whichever of these it lets through, first."""
_MOST = 3
"""Copies of a repeat that is not the one being pumped."""


def pumps(pattern: Any, chance: random.Random) -> Iterator[Shape]:
    """Shapes for every repeat of a compiled expression; each call makes others."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    tree = _tree(source, bool(pattern.flags & re.VERBOSE))
    if tree is None:
        literals = re.sub(r"[\\()?*+{}|^$]", "", source) or "a"
        for _ in range(4):
            start = chance.randrange(len(literals))
            yield pumped(literals[:start], literals[start : start + chance.randint(1, 4)], chance.choice(_OTHERS))
        return
    samples = _Samples(chance)
    for prefix, body in _repeats(tree, "", samples):
        piece = samples.of(body) or "a"
        yield pumped(prefix, piece, chance.choice(_OTHERS))
        yield pumped("", prefix + piece, "")
    whole = samples.of(tree) or "a"
    yield pumped("", whole, chance.choice(_OTHERS))
    yield pumped("", whole[: chance.randint(1, len(whole))], "")


def _tree(source: str, verbose: bool) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return _parser.parse(_like_re(source), re.VERBOSE if verbose else 0)
        except (re.error, OverflowError, RecursionError):
            return None


def _like_re(source: str) -> str:
    """The expression with what only `regex` knows replaced by something that `re` can read."""
    source = re.sub(r"\(\?[Vrwab01]+\)", "", source)
    source = source.replace(r"\X", ".").replace(r"\m", r"\b").replace(r"\M", r"\b")
    parts: list[str] = []
    depth, index = 0, 0
    while index < len(source):
        found = re.compile(r"\\[pP]\{\^?([^}]+)\}").match(source, index)
        if found:
            characters = _RANGES.get(found[1], "a-z")
            parts.append(characters if depth else f"[{characters}]")
            index = found.end()
            continue
        if source[index] == "\\":
            parts.append(source[index : index + 2])
            index += 2
            continue
        opens, closes = source[index] == "[", source[index] == "]" and depth > 0
        # A set inside a set is part of it; `--` and `&&` between two are lost.
        if not (opens and depth) and not (closes and depth > 1):
            parts.append(source[index])
        depth += opens - closes
        index += 1
    return "".join(parts)


def _repeats(tree: Any, prefix: str, samples: "_Samples") -> Iterator[tuple[str, Any]]:
    """Each repeat that has no low end: a text that leads to it, and what it repeats."""
    for kind, value in tree:
        name = str(kind)
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            _, most, body = value
            if most > 9:
                yield prefix, body
            yield from _repeats(body, prefix, samples)
        elif name == "SUBPATTERN":
            yield from _repeats(value[3], prefix, samples)
        elif name == "BRANCH":
            for branch in value[1]:
                yield from _repeats(branch, prefix, samples)
        elif name in ("ASSERT", "ASSERT_NOT"):
            yield from _repeats(value[1], prefix, samples)
        elif name == "ATOMIC_GROUP":
            yield from _repeats(value, prefix, samples)
        prefix += samples.of([(kind, value)])


class _Samples:
    """Texts that a part of an expression takes, by chance."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.groups: dict[int, str] = {}

    def of(self, tree: Any) -> str:
        return "".join(self._of(str(kind), value) for kind, value in tree)

    def _of(self, kind: str, value: Any) -> str:
        if kind == "LITERAL":
            return chr(value)
        if kind in ("ANY", "NOT_LITERAL"):
            return self.chance.choice(_OTHERS.replace("\n", ""))
        if kind == "IN":
            return self._of_set(value)
        if kind == "BRANCH":
            return self.of(self.chance.choice(value[1]))
        if kind == "SUBPATTERN":
            text = self.of(value[3])
            if value[0] is not None:
                self.groups[value[0]] = text
            return text
        if kind == "GROUPREF":
            return self.groups.get(value, "")
        if kind == "ATOMIC_GROUP":
            return self.of(value)
        if kind.endswith("REPEAT"):
            least, most, body = value
            count = self.chance.randint(least, max(least, min(most, _MOST)))
            return "".join(self.of(body) for _ in range(min(count, 50)))
        return ""

    def _of_set(self, members: Any) -> str:
        if str(members[0][0]) == "NEGATE":
            return self.chance.choice(_OTHERS)
        kind, value = self.chance.choice(members)
        if str(kind) == "LITERAL":
            return chr(value)
        if str(kind) == "RANGE":
            return chr(self.chance.randint(value[0], value[1]))
        return self.chance.choice(_CLASSES.get(str(value), _OTHERS))
