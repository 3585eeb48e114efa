"""Name: a person, place or body that is named otherwise."""

import unicodedata
from collections.abc import Iterator, Sequence

from sitegen.changes.finding import Finding
from sitegen.changes.kinds.kind import Kind
from sitegen.changes.readtext import ReadText
from sitegen.changes.rowedits import Edit, SentencePair, Sides
from sitegen.changes.speech import ARTICLES, are_forms, bare_words, is_initials
from sitegen.changes.uncapitalised import is_person
from sitegen.changes.wordforms import are_misspelt
from sitegen.model import Span
from sitegen.recognise.sourcelabels import SOURCE_LABELS
from sitegen.text.catalogues import counted, in_context, marked

_LINE_MARKS = frozenset("/|—–:()[]")
"""Marks that no name has inside."""
_STEM, _ENDING = 4, 3
"""Letters that two forms of a place's name have in common, and of the longest ending: `China`, `Chinese`."""
_SURE, _BESIDE, _UNSURE = 0.96, 0.8, 0.8
"""Confidence of a name that is another; of one in brackets, a party after a name; of one about which the two sentences
say different things."""
_ONE_STATEMENT = 0.5
"""Share of the words of content that stayed, below which two sentences say the like of two: `Norway now has the most
cases`, `Spain now has the most deaths`. A sentence of which every sixth word is another keeps .7."""
_LINE = 4
"""Words of content up to which a line need keep none that is no name: `Holm, Labour`."""
_LABELS = frozenset([*SOURCE_LABELS, "by", "von", "por", "par", "di", "da"])
"""Words before the name of who wrote a text or is its source, at the end of a line."""
_DISTRICTS = frozenset(["province", "governorate", "region", "prefecture", "oblast", "provinz", "gouvernement"])
"""Words for a part of a country, which translators give in different ways: `Idlib Governorate`, `Idlib Province`."""
_OF_ONE_BODY = (
    frozenset(["isis", "isil", "daesh", "is", "islamic state", "islamic state group", "so-called islamic state"]),
    frozenset(["ei", "estado islámico", "dáesh", "daesh", "isis"]),
    frozenset(["ei", "état islamique", "daech", "daesh"]),
    frozenset(["islamischer staat", "is", "daesh", "isis"]),
    frozenset(["uk", "u.k.", "u.k", "britain", "great britain", "united kingdom", "british"]),
    frozenset(["us", "u.s.", "u.s", "usa", "america", "united states", "american", "americans"]),
    frozenset(["holland", "netherlands", "dutch"]),
    frozenset(["czechia", "czech republic"]),
    frozenset(["turkey", "türkiye", "turkiye"]),
    frozenset(["ivory coast", "côte d'ivoire", "côte d’ivoire"]),
    frozenset(["reino unido", "gran bretaña", "grã-bretanha"]),
    frozenset(["ee.uu", "ee.uu.", "eeuu", "ee uu", "estados unidos", "eua", "usa"]),
    frozenset(["holanda", "países bajos", "países baixos"]),
    frozenset(["royaume-uni", "grande-bretagne"]),
    frozenset(["états-unis", "etats-unis", "usa"]),
    frozenset(["pays-bas", "hollande"]),
    frozenset(["großbritannien", "grossbritannien", "vereinigtes königreich"]),
    frozenset(["vereinigte staaten", "vereinigten staaten", "usa"]),
    frozenset(["niederlande", "niederlanden", "holland"]),
    frozenset(["regno unito", "gran bretagna"]),
    frozenset(["stati uniti", "usa"]),
    frozenset(["mĩ", "hoa kì"]),
)
"""Names of bodies and countries, by their keys, that houses call by another one each, and that share no letters."""
_SPELT_FROM, _FINAL_SEXES = 5, frozenset("ao")
"""Letters of the shortest name of which another house writes other vowels (`Kobani`, `Kobane`), and the last letters in
which the names of a man and a woman differ: `Mario`, `Maria`."""
_VOWELS = frozenset("aeiouyаеиоуыэюя")
_ABBREVIATED_UP_TO = 4
"""Letters of an abbreviated part of a name, at most: `Blvd`."""
_LONG_STEM = 4
_OF_A_PLACE = frozenset(
    ["an", "ans", "n", "ns", "ian", "ians", "ese", "ish", "ic", "st", "sts", "ist", "ists", "sm", "ism", "c"]
)
"""What the stem of a place or a faith takes to say what is of it: `Texas`, `Texan`; `Islamic`, `Islamist`."""
_OF_ITSELF = frozenset(["", "s", "a", "e", "y", "ia"])
_WORDS_UP_TO = 8
"""Words of the longest name."""


def find(pair: SentencePair) -> Iterator[Finding]:
    """Names against names. A part of a name that comes or goes is an addition or a cut."""
    for edit in pair.edits:
        contents = pair.free_content(edit)
        texts = (pair.left, pair.right)
        if any(content and text.quoted[content[0]] for text, content in zip(texts, contents, strict=True)):
            continue
        named = [_is_named(text, content) for text, content in zip(texts, contents, strict=True)]
        if all(contents) and all(map(is_person, texts, edit)) and not _is_spelling(pair, contents):
            yield pair.take(_of_persons(pair, edit))
        elif all(contents) and all(named) and not _is_spelling(pair, contents) and not _is_line(pair, edit, contents):
            yield pair.take(_changed(pair, edit, contents))


def _of_persons(pair: SentencePair, edit: Edit) -> Finding:
    """A person in a script without capitals is another."""
    confidence = _SURE if pair.support >= _ONE_STATEMENT else _UNSURE
    return Finding(kind="name", verdict="changed", left=edit.left, right=edit.right, confidence=confidence)


def _is_line(pair: SentencePair, edit: Edit, contents: tuple[Sequence[int], Sequence[int]]) -> bool:
    """Whether one side is a line and no name: a credit (`Ada Berg/HP`, `Source: HP`), or where a report came from."""
    texts = (pair.left, pair.right)
    if any(content[0] and text.keys[content[0] - 1] == "@" for text, content in zip(texts, contents, strict=True)):
        return True
    if any(
        text.tokens[token].text.strip() in _LINE_MARKS
        for text, span, content in zip(texts, edit, contents, strict=True)
        for token in range(min(span[0], content[0]), max(span[1], content[-1]))
        if not (token < content[0] or token > content[-1]) or text.tokens[token].text.strip() not in "()[]"
    ):
        return True
    return any(_is_signature(text, content) for text, content in zip(texts, contents, strict=True))


def _is_signature(text: ReadText, content: Sequence[int]) -> bool:
    """Whether a name ends its block behind a word such as `source` or `by`, at the beginning of a line or a label."""
    first, last = text.block_span(content[0])
    before = content[0] - 1
    if before >= first and text.keys[before] in (":", "："):
        before -= 1
    if before < first or text.keys[before] not in _LABELS or any(map(text.is_word, range(content[-1] + 1, last))):
        return False
    return text.keys[before + 1] in (":", "：") or text.tokens[before].text[:1].isupper()


def _is_named(text: ReadText, content: Sequence[int]) -> bool:
    """Whether all words that say something are names, and what goes with names."""
    if not 0 < len(content) <= _WORDS_UP_TO:
        return False
    capitals = [text.is_name(token) for token in content]
    if text.terms.loose_names and capitals[0]:
        return 2 * sum(capitals) >= len(capitals)
    return any(capitals) and all(
        capital or text.classes(token) & {"particle", "title"} for token, capital in zip(content, capitals, strict=True)
    )


def _is_spelling(pair: SentencePair, contents: tuple[Sequence[int], Sequence[int]]) -> bool:
    """Whether only marks inside the words differ: a suffix after an apostrophe."""
    letters = [
        "".join(filter(str.isalnum, "".join(text.keys[token] for token in content)))
        for text, content in zip((pair.left, pair.right), contents, strict=True)
    ]
    return letters[0] == letters[1]


def _changed(pair: SentencePair, edit: Edit, contents: tuple[Sequence[int], Sequence[int]]) -> Finding:
    texts = (pair.left, pair.right)
    titles = [
        all("title" in text.classes(token) for token in content) for text, content in zip(texts, contents, strict=True)
    ]
    beside = any(_touches_name(text, content) for text, content in zip(texts, contents, strict=True))
    is_one = (
        (any(titles) and beside)
        or _is_one_name(pair, contents)
        or _stand_together(pair, contents)
        or (beside and _are_districts(pair, contents))
        or any(_is_written_small(pair, text, content) for text, content in zip(texts, contents, strict=True))
        or (beside and _is_abbreviated(pair, contents))
    )
    return Finding(
        kind="name",
        verdict="reworded" if is_one else "changed",
        left=_span(contents[0]),
        right=_span(contents[1]),
        confidence=_confidence(pair, edit, contents),
    )


def _confidence(pair: SentencePair, edit: Edit, contents: tuple[Sequence[int], Sequence[int]]) -> float:
    if _in_brackets(pair.left, contents[0]) or _in_brackets(pair.right, contents[1]):
        return _BESIDE
    joints = [
        {text.keys[token] for token in range(span[0], content[0]) if text.text.words[token]} - ARTICLES
        for text, span, content in zip((pair.left, pair.right), edit, contents, strict=True)
    ]
    # `the chairman Carl Holt`, `the chairman from Lorne`: the two names are there for two questions.
    return _SURE if joints[0] == joints[1] and _is_one_statement(pair) else _UNSURE


def _is_one_statement(pair: SentencePair) -> bool:
    """Whether enough of the sentence stayed, and not names alone: any two lines of one affair have those.

    Tried and given up: the words right before and right behind, equal. Of nine names that it let pass one was another
    person's.
    """
    content = pair.left.content(pair.reach[0])
    if max(len(content), len(pair.right.content(pair.reach[1]))) <= _LINE:
        return True
    stayed = [token for token in content if pair.equal.partner(0, token) is not None]
    return pair.support >= _ONE_STATEMENT and not all(map(pair.left.is_name, stayed))


def _is_one_name(pair: SentencePair, contents: tuple[Sequence[int], Sequence[int]]) -> bool:
    """Whether two names are one, as far as their letters say: titles, initials and a genitive apart, or initials alone.

    `FEC` for all words of it that begin so; `Mott's` for `Mott`; `Chinese` for `China's`; `Holt` for `Carl Holt`.
    """
    left, right = (_bare(text, content) for text, content in zip((pair.left, pair.right), contents, strict=True))
    places = [_places(text, words) for text, words in zip((pair.left, pair.right), (left, right), strict=True)]
    if not left or not right:
        return bool(left or right)
    whole = {unicodedata.normalize("NFC", " ".join(words)) for words in (left, right)}
    if any(whole <= names for names in _OF_ONE_BODY):
        return True
    if all(places) and places[0].isdisjoint(places[1]):
        # `Niger` and `Nigeria` are no forms of one name.
        return False
    if len(left) == len(right) and all(
        are_forms(word, counterpart) or (_inflects(pair, places) and _have_one_stem(word, counterpart))
        for word, counterpart in zip(left, right, strict=True)
    ):
        return True
    # A last name keeps its letters: `Ada Norman` is not `Ada Norma`.
    is_alone = not _follows_name(pair.left, contents[0]) and not _follows_name(pair.right, contents[1])
    if len(left) == len(right) and all(
        word == counterpart or _sound_alike(word, counterpart) or (is_alone and _are_of_one_place(word, counterpart))
        for word, counterpart in zip(left, right, strict=True)
    ):
        return True
    return set(left) <= set(right) or set(right) <= set(left) or is_initials(left, right)


def _sound_alike(word: str, counterpart: str) -> bool:
    """Whether two names have the same consonants, and other vowels than at the end that tells a man from a woman: a
    name that each house takes over from another script in its own way."""
    if min(len(word), len(counterpart)) < _SPELT_FROM or word[0] != counterpart[0]:
        return False
    if word.startswith(counterpart) or counterpart.startswith(word) or {word[-1], counterpart[-1]} == _FINAL_SEXES:
        return False
    consonants = [
        [
            letter
            for letter in unicodedata.normalize("NFD", name)
            if letter.isalpha() and letter not in _VOWELS and letter != "h"
        ]
        for name in (word, counterpart)
    ]
    kept = [
        [letter for letter, before in zip(side, ["", *side], strict=False) if letter != before] for side in consonants
    ]
    return kept[0] == kept[1] and len(kept[0]) > 1


def _are_of_one_place(word: str, counterpart: str) -> bool:
    """Whether one word says what is of a place or a faith, and the other names it or says so in another form."""
    shorter = min(len(word), len(counterpart))
    stem = next((place for place in range(shorter) if word[place] != counterpart[place]), shorter)
    if stem < _LONG_STEM:
        return False
    endings = word[stem:], counterpart[stem:]
    return any(
        first in _OF_A_PLACE and second in _OF_A_PLACE | _OF_ITSELF for first, second in (endings, endings[::-1])
    )


def _is_written_small(pair: SentencePair, text: ReadText, content: Sequence[int]) -> bool:
    """Whether a word before a name is no name: the texts print it in small letters elsewhere, as `his uncle Ned`."""
    return _precedes_name(text, content) and all(
        any(
            own_text.tokens[place].text[:1].islower()
            for own_text in (pair.left, pair.right)
            for place in own_text.places_of(text.keys[token])
        )
        for token in content
    )


def _is_abbreviated(pair: SentencePair, contents: tuple[Sequence[int], Sequence[int]]) -> bool:
    """Whether one word has some letters of the other, the first among them, and no vowels: `Blvd`, `Boulevard`."""
    if any(len(content) != 1 for content in contents):
        return False
    words = (pair.left.keys[contents[0][0]].rstrip("."), pair.right.keys[contents[1][0]].rstrip("."))
    short, long = sorted(words, key=len)
    if not 1 < len(short) <= _ABBREVIATED_UP_TO or short[0] != long[:1] or not _VOWELS.isdisjoint(short):
        return False
    letters = iter(long)
    return all(letter in letters for letter in short)


def _stand_together(pair: SentencePair, contents: tuple[Sequence[int], Sequence[int]]) -> bool:
    """Whether one text has both words in a row, as one name: `Ada` and `Brandt` where `Ada Brandt` stands."""
    if any(len(content) != 1 for content in contents):
        return False
    keys = pair.left.keys[contents[0][0]], pair.right.keys[contents[1][0]]
    return any(
        text.is_name(place) and text.is_name(place - 1)
        for text in (pair.left, pair.right)
        for first, second in (keys, keys[::-1])
        for place in text.places_of(second)
        if place and text.keys[place - 1] == first
    )


def _inflects(pair: SentencePair, places: Sequence[frozenset[str]]) -> bool:
    """Whether both words may end otherwise and be one name: a place and its people, or where names have cases."""
    return any(places) or pair.left.terms.names_have_cases


def _have_one_stem(left: str, right: str) -> bool:
    shorter = min(len(left), len(right))
    stem = next((at for at in range(shorter) if left[at] != right[at]), shorter)
    return stem >= _STEM and max(len(left), len(right)) - stem <= _ENDING


def _places(text: ReadText, words: Sequence[str]) -> frozenset[str]:
    """Which places of a list the words of a name are."""
    return frozenset(
        sense.stands
        for word in words
        for sense in text.terms.entries.get(word, ())
        if sense.name == "place" and not sense.keys
    )


def _are_districts(pair: SentencePair, contents: tuple[Sequence[int], Sequence[int]]) -> bool:
    """Whether both are words for a part of a country, beside the name of one."""
    return all(
        text.keys[token] in _DISTRICTS
        for text, content in zip((pair.left, pair.right), contents, strict=True)
        for token in content
    )


def _bare(text: ReadText, content: Sequence[int]) -> list[str]:
    """The words of a name, without titles, initials and what is written behind an apostrophe."""
    return bare_words(text.keys[token] for token in content if "title" not in text.classes(token))


def _in_brackets(text: ReadText, content: Sequence[int]) -> bool:
    """Whether it is all that stands in a pair of brackets: a party and a state after a name."""
    start, _ = text.block_span(content[0])
    return content[0] > start and text.keys[content[0] - 1] in ("(", "[")


def _span(content: Sequence[int]) -> Span:
    return (content[0], content[-1] + 1)


def _touches_name(text: ReadText, content: Sequence[int]) -> bool:
    """Whether the word right before or right after is a name, with no mark between."""
    first, last = text.block_span(content[0])
    return any(first <= near < last and text.is_name(near) for near in (content[0] - 1, content[-1] + 1))


def _precedes_name(text: ReadText, content: Sequence[int]) -> bool:
    """Whether the word right behind is a name."""
    return content[-1] + 1 < text.block_span(content[0])[1] and text.is_name(content[-1] + 1)


def _follows_name(text: ReadText, content: Sequence[int]) -> bool:
    """Whether the word right before is a name, of which this is the last part."""
    return text.block_span(content[0])[0] < content[0] and text.is_name(content[0] - 1)


def tells(sides: Sides, finding: Finding) -> bool:
    """Whether another name is given, and not one letter of it or more of its parts."""
    left, right = (
        [text.keys[token] for token in text.content(span)]
        for text, span in ((sides.left, finding.left), (sides.right, finding.right))
    )
    short, long = sorted((left, right), key=len)
    return not all(any(word == opposite or _is_slip(word, opposite) for opposite in long) for word in short)


def _is_slip(word: str, opposite: str) -> bool:
    """Whether one letter inside a longer name is another, and not the one that tells a man from a woman."""
    return are_misspelt(word, opposite) and {word[-1], opposite[-1]} != _FINAL_SEXES


KIND = Kind(
    name="name",
    tag=in_context("kind of change", "name"),
    group="consequential",
    noun=counted("{count} name", "{count} names"),
    label=marked("names"),
    meaning=marked("A person, place or body is named otherwise."),
    sentences={
        "changed": marked("The name changed from {left} to {right}."),
        "reworded": marked("The name is given another way: {left}, {right}."),
    },
    find=find,
    tells=tells,
)
