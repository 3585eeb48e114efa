"""Finds whom a text names as its source: “according to”, “told the”. Precision first.

A phrase counts only where it names an outlet; see outlets.py. Bylines are read in byline.py, agency tags in
datelines.py; the phrases stand in creditwords.py.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from sitegen.model import Block, Confidence, Credit, CreditChannel
from sitegen.read.creditwords import (
    AFTER,
    ARABIC_ENDS,
    ARABIC_GENERAL,
    ARABIC_KIND,
    ARABIC_SAYING,
    BEFORE,
    DESCRIBED,
    KINDS,
    SAID_TO,
)
from sitegen.read.outlets import bare, is_known, is_outlet
from sitegen.read.phrases import phrases
from sitegen.recognise.sourcelabels import SOURCE_LABELS
from sitegen.text.patterns import late_re

_WORD = r"(?:[^\W\d_][\w'’&.-]*|(?<=[a-z] )\d{1,2}(?![\w:.,-]))"
_OPENED = r"[„“”\"«‹‘]"


def _any_of(*listed: str) -> str:
    """An expression for any of the phrases, the longest first."""
    listed_phrases = sorted((phrase for text in listed for phrase in phrases(text)), key=len, reverse=True)
    return "|".join(re.escape(phrase) for phrase in listed_phrases)


_BEFORE_NAME = late_re(
    rf"(?<!\w)(?:(?i:{_any_of(BEFORE)})(?:(?<=['’])|[ \xa0](?:l['’](?=[A-ZÀ-Þ]))?)"
    rf"(?:(?:[\w-]+ ){{0,2}}(?:{DESCRIBED}) |(?P<kind>(?i:{_any_of(KINDS)}) ))?|(?P<to>(?i:{_any_of(SAID_TO)}) ))"
    rf"(?:(?:(?:the|der|die|das|dem|den|le|la|el) )?(?={_OPENED}){_OPENED})?"
)
_CLOSED = '”“»"'
_KINDS_BEFORE_VERB = (" newspaper", " magazine")
_AFTER_NAME = late_re(rf"[”“»\"]? (?:newspaper |magazine )?(?:{_any_of(AFTER)})\b")
_NAME_AFTER = late_re(rf"(?:(?:the|The|der|die|das|le|la|el) )?{_WORD}(?: {_WORD}){{0,4}}")
_NEXT_NAME = late_re(r" (?:and|y|e|et|und|và) |/(?=[^\W\d_])| ?, (?=[A-ZÀ-Þ])")
_ARABIC = late_re(
    rf"(?:(?:{_any_of(ARABIC_SAYING)})(?:ها|ه)?|(?P<led>{ARABIC_KIND}))(?=[ :“\"«]) ?:? ?(?:عن |ل)?"
    r"(?:ما [^\W\d_]+ )?"
    rf"(?:{ARABIC_GENERAL} ?[+،-] ?)?"
    rf"(?P<kind>(?:{ARABIC_KIND}) )?(?:(?:ال)?أنباء )?"
    r"(?:[“\"«](?P<quoted>[^”\"»]{2,40})[”\"»]|(?P<bare>[^\W\d_]+(?: [^\W\d_]+){0,2}))"
)
_CHINESE = late_re(r"据([^，。、；：\s据]{2,16}?)(?:消息)?报道")
_NO_OUTLET = late_re(r"当地|媒体|外媒|警方|官方|此前|有关|最新|多家")
_SERVICE = re.compile(r" (?:news|wire) (?:service|agency)\b")
_RUN = re.compile(r"\w+")


def _by_word(listed: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Each phrase after the longest of its words, without which no text has it."""
    return tuple((max(_RUN.findall(name.lower()), key=len), name) for name in dict.fromkeys(listed))


def _any_word(words: Iterable[str]) -> re.Pattern[str]:
    """An expression for the beginnings of all these words: those of one first letter together, to be passed over soon.

    One search for all of them takes half the time of as many plain ones.
    """
    unique = sorted(set(words))
    shortest = [
        word for word in unique if not any(word != beginning and word.startswith(beginning) for beginning in unique)
    ]
    groups = [
        f"{first}(?:{'|'.join(re.escape(word[1:]) for word in group)})"
        for first, group in groupby(shortest, itemgetter(0))
    ]
    return late_re(rf"\W({'|'.join(groups)})")


_PHRASES_BEFORE = _by_word(phrase.lower() for listed in (BEFORE, SAID_TO) for phrase in phrases(listed))
_PHRASES_AFTER = _by_word(f" {phrase}" for phrase in phrases(AFTER))
_ANY_WORD = _any_word(word for word, _ in (*_PHRASES_BEFORE, *_PHRASES_AFTER))
_ARABIC_LETTER = late_re("[\u0621-\u064a]")
_ARTICLES = ("the", "der", "die", "das", "le", "la", "el")
_SMALL_NAMES = ("dpa", "epd", "ots", "ap", "rtv")
_SMALL = ("de", "del", "la", "le", "los", "las", "du", "des", "of", "and", "für", "y", "et", "und")
_JOINING = ("de", "del", "du", "des", "of", "la", "le", "für", "der")
_ELIDED = ("l'", "l’", "d'", "d’")
_ENDS = (",", ";", ":", "”", '"', "»", ")")
"""Marks behind which a name begins."""
_LAST_OPENED = late_re(_OPENED)
_LABELLED = late_re(
    rf"[(（]?(?:{'|'.join(SOURCE_LABELS)}) ?[:：] ?([^()（）]+?)[)）]?[.。]?",
    re.IGNORECASE,
)
_BETWEEN = late_re(r" ?[,،、;/+] ?| (?:and|y|et|und|và|و|e|en|och|og|ja|a|i|és|și|και|ve|и|і) ")
_CALLED = frozenset(phrase for phrase in phrases(KINDS) if " " not in phrase)
_MOST_WORDS = 6
_CLOSE = 80
"""Characters before a verb in which a name is looked for."""


def find_credits(blocks: Iterable[Block], sources: frozenset[str], known: Iterable[str]) -> Iterator[Credit]:
    """Each outlet the text credits, where it is first named, but those that are `known` already."""
    credited = [bare(name) for name in known]
    body = [block for block in blocks if not block.furniture]
    joined = "\n".join(block.text for block in body)
    before, after = _phrases_in(joined)
    quiet = not before and not after and joined.isascii()
    for block in body:
        mentions = () if quiet else _mentions(block.text, sources, before, after)
        labelled = tuple(_labelled(block.text, sources))
        for name, phrase, is_stated in (*labelled, *mentions):
            plain = bare(name)
            # "the Gazette" is short for the "Evening Gazette" that was named before.
            if not any(earlier == plain or earlier.endswith(f" {plain}") for earlier in credited):
                credited.append(plain)
                sure = is_stated or is_known(name, sources)
                confidence: Confidence = "certain" if sure else "likely"
                channel: CreditChannel = "byline" if labelled or block.role == "credit" else "text"
                yield Credit(name=name, phrase=phrase, line=block.line, confidence=confidence, channel=channel)


def _phrases_in(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The phrases of a text that may stand before a name, and those that may stand after one."""
    lowered = text.lower()
    begun = tuple(set(_ANY_WORD.findall(f"\n{lowered}")))
    before = tuple(phrase for word, phrase in _PHRASES_BEFORE if word.startswith(begun) and phrase in lowered)
    return before, tuple(phrase for word, phrase in _PHRASES_AFTER if word.startswith(begun) and phrase in text)


def _labelled(text: str, sources: frozenset[str]) -> Iterator[tuple[str, str, bool]]:
    """The names of a line that is nothing but a list of sources, if one of them is an outlet's."""
    match = _LABELLED.fullmatch(text) if len(text) <= _CLOSE * 2 and (":" in text or "：" in text) else None
    names = [name.strip() for name in _BETWEEN.split(match[1])] if match else []
    if any(is_outlet(name, sources) for name in names):
        yield from ((name, text, True) for name in names if _is_one(name, sources))


def _is_one(name: str, sources: frozenset[str]) -> bool:
    """Whether a name of a list of sources can be one."""
    short = 0 < len(name.split()) <= _MOST_WORDS
    return short and name != ARABIC_GENERAL and (_is_named(name) or is_known(name, sources))


def _mentions(
    text: str, sources: frozenset[str], before: Sequence[str], after: Sequence[str]
) -> Iterator[tuple[str, str, bool]]:
    """Names, the phrases they stand in, and whether the phrase says what they are.

    `before` and `after` are the phrases that the article has. Plain searches find where each stands, and only there an
    expression is tried: one that looks for all of them at every letter took half of all reading.
    """
    for match in _found(_BEFORE_NAME, text, sorted(_places(_lower(text), before))) if before else ():
        yield from _named_after(text, match, sources)
    for match in _found(_AFTER_NAME, text, sorted(_starts(text, after))) if after else ():
        before_verb = text[max(0, match.start() - _CLOSE) : match.start()]
        name = _outlet_at_end(before_verb, sources, quoted=match[0][0] != " ")
        if name:
            yield name, name + match[0], False
    if not text.isascii():
        yield from _other_scripts(text, sources)


def _lower(text: str) -> str:
    """The text in small letters, each where it stood: `İ` has two characters, and stays."""
    lowered = text.lower()
    return (
        lowered
        if len(lowered) == len(text)
        else "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    )


def _found(pattern: re.Pattern[str], text: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    """What the expression finds at these places, none of them inside another."""
    end = 0
    for place in places:
        if place >= end and (match := pattern.match(text, place)):
            end = match.end()
            yield match


def _places(text: str, listed: Sequence[str]) -> Iterator[int]:
    for phrase in listed:
        place = text.find(phrase)
        while place >= 0:
            yield place
            place = text.find(phrase, place + 1)


def _starts(text: str, listed: Sequence[str]) -> Iterator[int]:
    """Where what may stand before a verb begins: a closing mark, what the outlet is."""
    for place in _places(text, listed):
        start = place
        for word in _KINDS_BEFORE_VERB:
            start = place - len(word) if text.endswith(word, 0, place) else start
        yield start - 1 if start and text[start - 1] in _CLOSED else start


def _named_after(text: str, match: re.Match[str], sources: frozenset[str]) -> Iterator[tuple[str, str, bool]]:
    """The outlets that stand right after a phrase; several may be joined by “and”."""
    position = match.end()
    if match["kind"] and match["kind"][0].isupper() and match.start("kind") > match.start():
        # `Nguồn: Báo X`, `adelantó El Diario de X`: what is printed like a name is a part of it.
        position = match.start("kind")
    while after := _NAME_AFTER.match(text, position):
        kind = match["kind"] or match["to"]
        name = _outlet_at_start(after[0], sources) or (_capitals(after[0]) if kind else "")
        if not name:
            return
        if name.startswith("the ") and _SERVICE.match(after[0], len(name)):
            # `the Reuters news service`: the article is that of what it is.
            position, name = position + len("the "), name.removeprefix("the ")
        yield name, text[match.start() : position] + name, bool(kind)
        joined = _NEXT_NAME.match(text, position + len(name))
        if not joined:
            return
        position = joined.end()


def _other_scripts(text: str, sources: frozenset[str]) -> Iterator[tuple[str, str, bool]]:
    """Where the phrase alone is proof enough: `وقالت صحيفة “X”`, `据X报道`; else a name that is known."""
    # In UTF-8 an Arabic letter begins with one of two bytes, which are found in no time.
    encoded = text.encode("utf-8", "surrogatepass")
    arabic = (b"\xd8" in encoded or b"\xd9" in encoded) and _ARABIC_LETTER.search(text)
    for match in _ARABIC.finditer(text) if arabic else ():
        if match["quoted"]:
            yield match["quoted"], match[0], True
        elif match["bare"]:
            words = _before_particle(match["bare"])
            name = _outlet_at_start(words, sources)
            # `قال لإذاعة X إن`: told to an outlet, whose name ends where the sentence goes on.
            is_led = (match["led"] or "").startswith("ل") and words != match["bare"]
            if name or (is_led and words):
                yield name or words, match[0], bool(match["kind"]) or is_led
    if "报道" in text:
        for match in _CHINESE.finditer(text):
            if not _NO_OUTLET.search(match[1]):
                yield match[1], match[0], True


def _before_particle(words: str) -> str:
    parts = words.split(" ")
    return " ".join(parts[: next((index for index, part in enumerate(parts) if part in ARABIC_ENDS), len(parts))])


def _capitals(words: str) -> str:
    """The words up to the first with a small letter that joins no capitals: `La Gaceta del Puerto`, `Holm Nhật báo`."""
    parts = words.split(" ")
    count = 0
    for index, part in enumerate(parts):
        if part[0].islower() and not _goes_on(parts, index):
            break
        count = index + 1
    return " ".join(parts[:count]).rstrip(".")


def _goes_on(parts: Sequence[str], index: int) -> bool:
    if index and parts[index].rstrip(".") == "báo" and parts[index - 1] in ("Nhật", "Tuần"):
        return True
    follower = parts[index + 1] if index + 1 < len(parts) else ""
    return bool(index) and parts[index] in _JOINING and follower[:1].isupper()


def _outlet_at_start(words: str, sources: frozenset[str]) -> str:
    joined = _NEXT_NAME.search(words)
    if joined and is_outlet(words[: joined.start()], sources):
        words = words[: joined.start()]
    parts = words.split(" ")
    for count in range(len(parts), 0, -1):
        name = " ".join(parts[:count]).rstrip(".").removesuffix("'s").removesuffix("’s")
        if is_outlet(name, sources) and (_is_named(name) or name in _SMALL_NAMES):
            return name
    return ""


def _outlet_at_end(text: str, sources: frozenset[str], *, quoted: bool) -> str:
    """The outlet that a text ends with; where a quotation mark closes it, what stands between the marks."""
    if quoted:
        name = _LAST_OPENED.split(text)[-1]
        return name if is_outlet(name, sources) and _is_named(name) else ""
    parts = text.split(" ")[-_MOST_WORDS:]
    ended = max((index for index, part in enumerate(parts[:-1]) if part[-1:] in _ENDS), default=-1)
    parts = parts[ended + 1 :]
    called = max((index for index, part in enumerate(parts) if part.casefold() in _CALLED), default=-1)
    if 0 <= called < len(parts) - 1 and _is_named(name := " ".join(parts[called + 1 :])):
        return name
    articles = [index for index, part in enumerate(parts) if part in ("the", "The")]
    parts = parts[articles[-1] :] if articles else parts
    for start in range(len(parts)):
        name = " ".join(parts[start:])
        if is_outlet(name, sources) and _is_named(name):
            return name
    return ""


def _is_named(name: str) -> bool:
    """Whether every word but a leading article begins with a capital, where its script has them."""
    words = name.split()
    first = words[1:] if words and words[0].lower() in _ARTICLES else words
    return (
        bool(first)
        and first[-1] not in _SMALL
        and all(
            (not word[0].islower() or (index and (word in _SMALL or word[:2] in _ELIDED))) and word[-1] not in ".,;:!?"
            for index, word in enumerate(first)
        )
    )
