"""Numbers and bullets before the entries of a list and the clauses of a text: `1.`, `(a)`, `§ 5`, `Art. 3`, `•`.

By form alone, in any language. A number counts only where the text has its neighbour in the same form, since `2017.`
begins a sentence as well as an entry; a paragraph of a law with a mark behind it counts alone.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence

import regex

from sitegen.frozen import dataclass
from sitegen.model import Block
from sitegen.text.patterns import late_pattern

_LEGAL_WORDS = (
    r"Articles?|Art\.?|Artikel|Artículo|Articolo|Artigo|Section|Sec\.|Clause|Rule|Regulation|Schedule|Cláusula"
    r"|Điều|Khoản|Статья|Ст\.|Пункт|المادة|مادة|البند"
)
_STEP_WORDS = r"\#|No\.|Nr\.|N[°º]|Step|Schritt|Paso|Étape|Etapa|Bước|Шаг"
_HAN_DIGITS = "一二三四五六七八九"
_NUMBERED = late_pattern(
    rf"""(?V1x)
    (?P<before>(?:§{{1,2}}|(?:{_LEGAL_WORDS})|(?:{_STEP_WORDS}))[\ \xa0]?|[(\[（]|第)?
    (?:
      (?P<levels>\p{{Nd}}{{1,3}}(?:\.\p{{Nd}}{{1,3}}){{1,4}})
      | (?P<digits>\p{{Nd}}{{1,5}})
      | (?P<han>[{_HAN_DIGITS}十]{{1,3}})
      | (?P<circled>[①-⑳])
      | (?P<letters>\p{{L}}\p{{M}}?|[ivxlc]{{2,7}}|[IVXLC]{{2,7}})
    )
    (?P<suffix>(?<=\p{{Nd}})[a-z](?=[\s.):]))?
    (?P<after>[.)\]）、．:：]{{1,2}}|\.-|[条條章节節款项項]|[\ \xa0][\p{{Pd}}](?=[\ \xa0]))?
    (?P<space>[\s　]+|(?<=[）、．条條章节節款项項①-⑳])(?=\S))
    (?=\S)
    """
)
_BULLET = late_pattern(r"(?V1)([•‣◦▪▫■□●○►▶➤➢✓✔★☆∙·*+-])\s+(?=[\p{L}\p{N}\p{Pi}\p{Ps}\p{Sc}\"'])")
_PLAIN_BULLETS = "*+-"
"""Marks that mean other things too, so that their entries must follow each other."""
_ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдежзиклмнопрстуфхцчшщэюя",
    "αβγδεζηθικλμνξοπρστυφχψω",
    "أبجدهوزحطيكلمنسعفصقرشت",
)
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_LONGEST_ALONE = 20
_MANY_LEVELS = 3
"""Entries like `1.1` and `1.2`: fewer may be sums (`1.5 million`)."""


@dataclass(frozen=True, slots=True)
class _Number:
    """A number that a block may begin with."""

    style: str
    """How it is printed: numbers of one list have one style."""
    value: int
    end: int
    """Characters of it with the space behind it."""
    alone: bool = False
    """Whether it counts without a neighbour."""


def labels_of_entries(blocks: Sequence[Block], indexes: Sequence[int]) -> dict[int, int]:
    """By index of a block among `indexes`, how many characters of it are its number or bullet. Linear in the text."""
    ends = _bullets(blocks, indexes)
    candidates = {index: numbers for index in indexes if (numbers := _numbers(blocks[index]))}
    values: dict[str, set[int]] = defaultdict(set)
    for numbers in candidates.values():
        for number in numbers:
            values[number.style].add(number.value)
    for index, numbers in candidates.items():
        if ends_here := [number.end for number in numbers if _counts(number, values)]:
            ends[index] = max(ends_here)
    return ends


def _counts(number: _Number, values: Mapping[str, set[int]]) -> bool:
    """Whether the text has a neighbour of the number; the next but one will do, where a clause was left out."""
    if number.alone:
        return True
    beside = values[number.style]
    if number.style.startswith(("letter", "roman")) and 1 not in beside:
        # Initials: `J. Doe`, `K. Roe`.
        return False
    if number.style.startswith("levels") and len(beside) < _MANY_LEVELS:
        return False
    return any(number.value + step in beside for step in (-2, -1, 1, 2))


def _numbers(block: Block) -> list[_Number]:
    """What the number of a block may be; `(i)` is a letter or a Roman number."""
    listed = _number_of_markup(block)
    if listed:
        return [listed]
    text = block.text
    # A number that is a block of its own (`Article 5`) is read as if words followed.
    match = _NUMBERED.match(f"{text} .") if len(text) <= _LONGEST_ALONE else _NUMBERED.match(text)
    if not match:
        return []
    before, after = (match["before"] or "").strip(), (match["after"] or "").strip()
    if not (after or before or match["levels"] or match["circled"]) or (before in ("(", "[", "（") and not after):
        return []
    if before in ("(", "[", "（", "第") and not after:
        return []
    end, alone = min(match.end(), len(text)), _is_legal(before) and after in (".", ":", ".-", "：")
    style = f"{before.casefold()} {after}"
    if match["levels"]:
        parent, _, last = match["levels"].rpartition(".")
        return [_Number(f"levels {style}", int(last) + 1_000 * (int(parent.split(".")[-1]) + 1), end, alone)]
    if match["digits"]:
        return [_Number(f"digits {style}", int(match["digits"]), end, alone)]
    if match["han"]:
        return [_Number(f"han {style}", _han_value(match["han"]), end, alone)] if after else []
    if match["circled"]:
        return [_Number("circled", int(unicodedata.numeric(match["circled"])), end)]
    return [_Number(f"{kind} {style}", value, end, alone) for kind, value in _letter_values(match["letters"])]


def _number_of_markup(block: Block) -> _Number | None:
    """The number of an entry of an ordered list, which its reader has put before its words."""
    number, stop, _ = block.text.partition(". ")
    # The number of the innermost item, where the block begins it: one that goes on in it has none of its own.
    innermost = block.within.rpartition(" ")[2].removesuffix("+")
    if block.role == "entry" and stop and number.isascii() and number.isdigit() and innermost == f"{int(number)}.":
        return _Number("markup", 0, len(number) + 2, alone=True)
    return None


def _is_legal(before: str) -> bool:
    return bool(regex.fullmatch(rf"§{{1,2}}|{_LEGAL_WORDS}", before))


def _letter_values(letters: str) -> list[tuple[str, int]]:
    case = "capital" if letters.isupper() else "small"
    plain = letters.lower()
    values: list[tuple[str, int]] = []
    if len(plain) == 1:
        values += [(f"letter {case}", names.index(plain) + 1) for names in _ALPHABETS if plain in names]
    if all(letter in _ROMAN_DIGITS for letter in plain):
        values.append((f"roman {case}", _roman_value(plain)))
    return values


def _roman_value(letters: str) -> int:
    digits = [_ROMAN_DIGITS[letter] for letter in letters]
    return sum(-low if low < high else low for low, high in zip(digits, [*digits[1:], 0], strict=True))


def _han_value(letters: str) -> int:
    """1 to 99; other runs of these signs are no numbers of entries, and get one that has no neighbour."""
    tens, sign, units = letters.partition("十")
    if not sign:
        return _HAN_DIGITS.index(letters) + 1 if len(letters) == 1 else -9
    if len(tens) > 1 or len(units) > 1 or "十" in units:
        return -9
    high = _HAN_DIGITS.index(tens) + 1 if tens else 1
    return 10 * high + (_HAN_DIGITS.index(units) + 1 if units else 0)


def _bullets(blocks: Sequence[Block], indexes: Sequence[int]) -> dict[int, int]:
    """Bullets of which the text has two; those that may be another mark, two that follow each other."""
    bullets = {index: bullet for index in indexes if (bullet := _BULLET.match(blocks[index].text))}
    order = {index: position for position, index in enumerate(indexes)}
    counts: dict[str, int] = defaultdict(int)
    for bullet in bullets.values():
        counts[bullet[1]] += 1
    by_position = {order[index]: bullet[1] for index, bullet in bullets.items()}
    return {
        index: bullet.end()
        for index, bullet in bullets.items()
        if (
            bullet[1] in (by_position.get(order[index] - 1), by_position.get(order[index] + 1))
            if bullet[1] in _PLAIN_BULLETS
            else counts[bullet[1]] > 1
        )
    }
