"""Texts that cost much where work is not bounded: runs, periods, ladders and mixtures, at any length.

A shape is a recipe and no text, so that the same one can be made at n and at 2n characters.
"""

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

LETTERS = {
    "latin": "abdefgilmnorstuy",
    "capitals": "ABDEFGILMNORSTUY",
    "accents": "àâçéèêëîïôùûüÿñõ",
    "vietnamese": "ăđơưạảấầẩẫậắằẳẵặ",
    "cyrillic": "абвгдежзиклмнопр",
    "cyrillic lookalikes": "аеорсухі",
    "greek": "αβγδεζηθικλμνξοπ",
    "armenian": "աբգդեզէըթժիլխծկհ",
    "georgian": "აბგდევზთიკლმნოპჟ",
    "hebrew": "אבגדהוזחטיכלמנסע",
    "arabic": "ابتثجحخدذرزسشصضط",
    "persian": "پچژگکیەۀۆۇۋې",
    "hindi": "कखगघचछजझटठडढतथदध",
    "bengali": "কখগঘচছজঝটঠডঢতথদধ",
    "tamil": "கஙசஞடணதநபமயரலவழள",
    "thai": "กขคงจฉชซญดตถทธนบ",
    "burmese": "ကခဂဃငစဆဇညဋဍဏတထဒန",
    "khmer": "កខគឃងចឆជញដឋឌណតថទ",
    "han": "的一是在不了有和人这中大为上个国",
    "hiragana": "あいうえおかきくけこさしすせそた",
    "katakana": "アイウエオカキクケコサシスセソタ",
    "hangul": "가나다라마바사아자차카타파하거너",
    "jamo": "\u1100\u1102\u1161\u1163\u11a8\u11ab",
    "astral": "𐍈𐍂𐌰𐌱𝐀𝐁😀🚢",
}
MARKS = {
    "digits": "0123456789",
    "arabic digits": "٠١٢٣٤٥٦٧٨٩",
    "zeros": "0",
    "quotes": "\"'“”‘’«»„‟‹›",
    "straight quotes": "\"'",
    "openings": "“«„‘([{",
    "closings": "”»’)]}",
    "dots": ".",
    "ends": ".!?…。！？؟।",
    "commas": ",;:،؛：",
    "dashes": "-–—‐‑−",
    "bars": "|/·•",
    "capital and dot": "A.",
    "combining marks": "\u0300\u0301\u0303\u0309\u0323",
    "arabic marks": "\u064b\u064e\u064f\u0650\u0651",
    "spaces": " ",
    "wide spaces": "\u00a0\u2003\u202f\u3000",
    "unseen": "\u200b\u200c\u200d\u00ad\u2060\ufeff",
    "directions": "\u200e\u200f\u202a\u202c\u2066\u2069",
    "tabs": "\t",
    "lines": "\n",
    "blank lines": "\n \n",
    "angles": "<>",
    "tags": "<b></b>",
    "entities": "&amp;",
    "ampersands": "&#",
    "stars": "*_",
    "backticks": "`",
    "hashes": "#",
    "brackets": "[]",
    "link": "[](x)",
    "backslashes": "\\",
    "equals": "=",
    "tildes": "~",
    "signs": "%$€°+",
    "mojibake": "Ã©â€™",
    "flags": "🇩🇪",
    "joined": "👩\u200d",
    "footnotes": "[^1]: ",
    "items": "* a\n",
    "numbered": "1. a\n",
    "quotations": "> ",
    "table": "|-",
}
ALPHABETS: Mapping[str, str] = LETTERS | MARKS
WORDS = (
    "the", "of", "lamp", "harbour", "Marrowby", "said", "by", "Reuters", "Monday", "3", "May", "2031", "12.5", "%",
    "not", "no", "more", "than",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shape:
    """A recipe for a text of any length."""

    name: str
    make: Callable[[int], str]
    """A text of so many characters, the same each time."""


def repeated(piece: str, size: int) -> str:
    return (piece * (size // len(piece) + 1))[:size]


def run_of(name: str) -> Shape:
    """One letter of an alphabet after the other, without an end."""
    return Shape(f"run of {name}", lambda size: repeated(ALPHABETS[name], size))


def single(name: str) -> Shape:
    """One character alone."""
    return Shape(f"one of {name}", lambda size: ALPHABETS[name][0] * size)


def mixed(name: str, seed: int) -> Shape:
    """The characters of an alphabet in random order: nothing recurs."""
    return Shape(f"random {name} ({seed})", lambda size: "".join(random.Random(seed).choices(ALPHABETS[name], k=size)))


def pumped(prefix: str, piece: str, suffix: str) -> Shape:
    """A piece again and again between a beginning and an end."""
    name = f"{prefix!a:.30} + {piece!a:.40} * n + {suffix!a:.20}"
    return Shape(name, lambda size: prefix + repeated(piece or " ", size) + suffix)


def word_soup(seed: int, words: int) -> Shape:
    """Random words with spaces between, of so many different ones."""

    def make(size: int) -> str:
        chance = random.Random(seed)
        vocabulary = [*WORDS]
        vocabulary += ["".join(chance.choices(LETTERS["latin"], k=chance.randint(1, 9))) for _ in range(words)]
        text = " ".join(chance.choices(vocabulary, k=size // 3 + 1))
        return text[:size]

    return Shape(f"soup of {words} words ({seed})", make)


def plain_shapes() -> Iterator[Shape]:
    """Runs and single characters of every alphabet."""
    for name in ALPHABETS:
        yield single(name)
        if len(ALPHABETS[name]) > 1:
            yield run_of(name)


def random_shapes(seed: int) -> Iterator[Shape]:
    """Without an end: periods of characters of one, two or three alphabets, with a beginning and an end of others."""
    chance = random.Random(seed)
    names = list(ALPHABETS)

    def some(most: int) -> str:
        return "".join(
            "".join(chance.choices(ALPHABETS[name], k=chance.randint(1, 3)))
            for name in chance.choices(names, k=chance.randint(1, most))
        )

    while True:
        kind = chance.randrange(6)
        if kind == 0:
            yield mixed(chance.choice(names), chance.randrange(1_000))
        elif kind == 1:
            yield word_soup(chance.randrange(1_000), chance.choice((0, 2, 30, 2_000)))
        else:
            yield pumped(some(2) if kind == 2 else "", some(kind), some(1) if kind != 3 else "")


def stage_shapes(seed: int) -> Iterator[Shape]:
    """Plain shapes in random order and shapes by chance, one after the other, without an end."""
    plain = list(plain_shapes())
    random.Random(seed).shuffle(plain)
    others = random_shapes(seed)
    while True:
        for shape in plain:
            yield shape
            yield next(others)
