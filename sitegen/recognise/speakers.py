"""Turns of speakers in transcripts and interviews: `Q:` and `A:`, `Ida Moe:`, `MODERATOR:`. By form, in any language.

A name with a colon begins a fact box as well (`Price: 40 crowns`), so turns count only together: somebody speaks
again after somebody else did, or a question is followed by another name.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from sitegen.model import Block
from sitegen.recognise.shapes import ends_sentence
from sitegen.text.patterns import late_pattern

_LABEL = late_pattern(
    r"(?V1)(?P<name>\p{L}[\p{L}\p{M}\p{N}.'’(), /&\p{Pd}]{0,58}?)[ \xa0]?(?::[ \xa0]+|：\s*)(?=\S)"
    r"|(?P<letter>[QA])\.[ \xa0]+(?=\S)"
)
_LABEL_UP_TO = 64
"""Characters in which the colon of a label is."""
_WORD = late_pattern(r"(?V1)[\p{L}\p{M}\p{N}.'’\p{Pd}]+")
_SMALL = frozenset(
    [
        "de",
        "del",
        "della",
        "di",
        "da",
        "du",
        "des",
        "la",
        "le",
        "los",
        "van",
        "von",
        "der",
        "den",
        "bin",
        "al",
        "el",
        "of",
        "the",
        "y",
        "und",
        "and",
        "et",
        "i",
    ]
)
_LONGEST_NAME = 5
"""Words of a name, with what somebody is: `Rear Admiral Ole Berg Strand`."""
_LONGEST_NAME_ALONE = 40
_FEWEST_CHANGES = 3
"""Times that another name follows, where names are blocks of their own."""
_LONGEST_UNSPACED = 12
"""Characters of a name in a script that sets no spaces."""
_ASKING = frozenset(
    [
        "q",
        "question",
        "frage",
        "pregunta",
        "pergunta",
        "domanda",
        "f",
        "p",
        "d",
        "вопрос",
        "в",
        "س",
        "سؤال",
        "hỏi",
        "h",
        "pv",
        "问",
        "問",
        "记者",
        "記者",
        "q&a",
        "질문",
        "문",
        "interviewer",
        "interviewerin",
        "moderator",
        "host",
    ]
)
_ANSWERING = frozenset(
    [
        "a",
        "answer",
        "antwort",
        "respuesta",
        "resposta",
        "risposta",
        "réponse",
        "r",
        "ответ",
        "о",
        "ج",
        "جواب",
        "đáp",
        "đ",
        "答",
        "답변",
        "답",
    ]
)
_NOBODY = frozenset(
    [
        "photo",
        "photos",
        "photograph",
        "picture",
        "image",
        "source",
        "sources",
        "note",
        "notes",
        "update",
        "updated",
        "correction",
        "clarification",
        "related",
        "read",
        "video",
        "watch",
        "listen",
        "where",
        "when",
        "what",
        "who",
        "why",
        "how",
        "price",
        "cost",
        "tickets",
        "address",
        "phone",
        "website",
        "date",
        "time",
        "location",
        "result",
        "score",
        "rating",
        "verdict",
        "director",
        "cast",
        "starring",
        "genre",
        "pros",
        "cons",
        "tags",
        "topics",
        "subject",
        "from",
        "to",
        "re",
        "cc",
        "email",
        "contact",
        "credit",
        "caption",
        "quelle",
        "foto",
        "bild",
        "fuente",
        "imagen",
        "nguồn",
        "ảnh",
        "источник",
        "المصدر",
        "来源",
        "图",
        "出典",
        "사진",
        "http",
        "https",
        "ps",
        "p.s",
        "nb",
    ]
)
"""What stands before a colon and speaks to nobody."""
_SPARSE = 0.2
"""Share of the blocks between the first turn and the last that begin with a name; answers run over paragraphs."""
_DENSE = 0.5
"""The same where nobody speaks twice."""
_SPOKEN_BELOW = 0.8
"""Share of names alone that have a sentence below them; rows of a poll (`Ohio`, `Virginia`) have figures."""
_SPOKEN = 0.6
"""Share of turns that end like a sentence; fact boxes do not."""


def labels_of_turns(blocks: Sequence[Block], indexes: Sequence[int]) -> dict[int, int]:
    """By index of a block among `indexes`, how many characters name who speaks. Empty where nobody takes turns."""
    ends: dict[int, int] = {}
    names: dict[int, str] = {}
    for index in indexes:
        label = _LABEL.match(blocks[index].text) if _may_have_label(blocks[index].text) else None
        name = (label["name"] or label["letter"]).strip() if label else ""
        if label and _is_speaker(name):
            ends[index], names[index] = label.end(), name.casefold()
    if _is_interview(names):
        letters = _ASKING | _ANSWERING
        return {index: end for index, end in ends.items() if names[index] in letters}
    order = {index: position for position, index in enumerate(indexes)}
    return ends if _take_turns(blocks, [*names.items()], order) else {}


def _may_have_label(text: str) -> bool:
    """Whether `_LABEL` may match: a colon is near the beginning, or the letter of a question or an answer."""
    beginning = text[:_LABEL_UP_TO]
    return ":" in beginning or "：" in beginning or beginning[:2] in ("Q.", "A.")


def names_alone(blocks: Sequence[Block], indexes: Sequence[int]) -> dict[int, str]:
    """By index of a block that is nothing but the name of who speaks below it, that name.

    Two names at least, each printed again after the other: a crosshead is printed once.
    """
    names = {index: text for index in indexes if _is_name(text := blocks[index].text)}
    counts = Counter(names.values())
    recurring = {index: name for index, name in names.items() if counts[name] > 1}
    changes = sum(before != after for before, after in pairwise(recurring.values()))
    spoken = sum(
        ends_sentence(blocks[below].text)
        for above, below in pairwise(indexes)
        if above in recurring and below not in recurring
    )
    return recurring if changes >= _FEWEST_CHANGES and spoken >= _SPOKEN_BELOW * len(recurring) else {}


def _is_name(text: str) -> bool:
    words = text.rstrip(":：").split()
    return (
        0 < len(words) <= _LONGEST_NAME
        and len(text) <= _LONGEST_NAME_ALONE
        and not ends_sentence(text)
        and text.upper() != text.lower()
        and _is_speaker(text.rstrip(":："))
    )


def _is_interview(names: dict[int, str]) -> bool:
    """Whether one asks and another answers, and nobody has another name."""
    speakers = set(names.values())
    return bool(speakers & _ASKING and speakers & _ANSWERING and speakers <= _ASKING | _ANSWERING)


def _take_turns(blocks: Sequence[Block], turns: list[tuple[int, str]], order: dict[int, int]) -> bool:
    counts = Counter(name for _, name in turns)
    if len(counts) < 2:
        return False
    spoken = sum(ends_sentence(blocks[index].text) for index, _ in turns)
    share = len(turns) / (order[turns[-1][0]] - order[turns[0][0]] + 1)
    if spoken < _SPOKEN * len(turns) or share < _SPARSE:
        return False
    changes = sum(before[1] != after[1] for before, after in pairwise(turns))
    repeats = sum(count - 1 for count in counts.values())
    if repeats and changes >= 2 and len(turns) >= 3:
        # Many names that each speak once are a list in which two entries are called alike.
        return repeats * 3 >= len(counts)
    has_question = any(
        blocks[before[0]].text.rstrip("\"'”’»").endswith(("?", "？", "؟")) and before[1] != after[1]
        for before, after in pairwise(turns)
    )
    return has_question and share >= _DENSE


def _is_speaker(name: str) -> bool:
    plain = name.casefold()
    words = _WORD.findall(name)
    if not words or plain in _NOBODY or words[0].casefold() in _NOBODY:
        return False
    if len(words) == 1 and not name.isascii() and len(name) > _LONGEST_UNSPACED and name.lower() == name.upper():
        return False
    return len(words) <= _LONGEST_NAME + 2 * ("," in name or "(" in name) and all(map(_is_part_of_name, words))


def _is_part_of_name(word: str) -> bool:
    return not word[0].islower() or word.casefold() in _SMALL or word.casefold() in _ASKING | _ANSWERING
