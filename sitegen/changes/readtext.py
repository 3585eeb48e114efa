"""A text as its changes read it: its values, terms, names, sentences, and what is quoted. Looks each up once a text.

Knows one text and nothing of the other, but for `Names`, which takes evidence from both.
"""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import compress, count, pairwise
from typing import NamedTuple

import regex

from sitegen.changes.terms import Occurrence, TermIndex
from sitegen.model import Span
from sitegen.recognise.sitepieces import pieces_of_site
from sitegen.text.lookalikes import mixes_scripts
from sitegen.text.quoted import quoted_tokens
from sitegen.text.segments import word_borders
from sitegen.text.sentences import ends_inside
from sitegen.text.tokenized import Tokenized
from sitegen.text.values import Value

STOPS = frozenset({".", "!", "?", "...", "。", "！", "？", "؟", "।"})
"""Keys of marks that end a sentence."""
CLAUSE_MARKS = frozenset({",", ";", ":", "-", "(", ")", "،", "؛", "，", "、", "；", "：", *STOPS})
"""Keys of marks that end a clause."""
BEFORE_SPEECH = frozenset({":", ",", "：", "，", "،", "、"})
"""Keys of marks that announce what somebody says."""
QUOTE_MARKS = frozenset('"“”„‟«»‹›「」『』《》〈〉＂')
"""Marks of quotation that are nothing else; an apostrophe may be one."""
_OPENERS = frozenset("\"'(-[•*¡¿「『（《〈“„«")
_ABBREVIATED = regex.compile(r"(?V1)(?:\p{Lu}\p{Ll}{0,3}|\p{L}|[0-9]{1,2})\.\s*")
"""A word before whose full stop a sentence seldom ends: Dr., St., J., 3."""
_LONG_WORD = 3
_FEWEST_LONG_WORDS = 4
_WHOLE = frozenset({"reporting", "negation", "hedge", "speaker"})
"""Classes whose expressions are told whole."""
_CONTENT = frozenset({"small", "particle"})
_TELLING = frozenset({"negation", "reporting", "hedge"})
_NO_CLASS: frozenset[str] = frozenset()


class WordsByCase(NamedTuple):
    """The keys of a text by how they are printed."""

    small: frozenset[str]
    """Those that stand somewhere without a capital."""
    inside: frozenset[str]
    """Those that have a capital right after a word in small letters."""


class _TextFacts:
    """What is known of a text alone, as far as it was asked for: shared by all that reads the text."""

    def __init__(self, text: Tokenized) -> None:
        size = len(text.tokens)
        self._text = text
        self.quoted = quoted_tokens(text)
        self.links = pieces_of_site(text)
        self.blocks = [block for block, (start, end) in enumerate(pairwise(text.starts)) for _ in range(start, end)]
        self.terms: dict[int, tuple[Occurrence, ...]] = {}
        self.classes: list[frozenset[str] | None] = [None] * size
        self.small: list[bool | None] = [None] * size
        self.sentences: dict[int, tuple[int, ...]] = {}
        self.begins: list[int | None] = [None] * size
        self.titles: dict[int, bool] = {}
        self.inside: dict[int, frozenset[int]] = {}

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The tokens that have a key."""
        places: dict[str, list[int]] = {}
        for token, key in enumerate(self._text.keys):
            places.setdefault(key, []).append(token)
        return places

    @cached_property
    def words_by_case(self) -> WordsByCase:
        tokens = self._text.tokens
        capital = [token.text[:1].isupper() for token in tokens]
        small = [token.key for token, is_capital in zip(tokens, capital, strict=True) if not is_capital]
        inside = [
            tokens[place].key
            for place in compress(count(1), capital[1:])
            if (before := tokens[place - 1].text)[:1].islower() and before[-1:].isspace()
        ]
        return WordsByCase(frozenset(small), frozenset(inside))


class _LastRead:
    """What is known of the texts that were read last. A base is read against each of its copies, and what finds
    speakers and denials reads the same texts once more: lexicons, values and quotations are looked up once a text.
    """

    def __init__(self) -> None:
        self._entries: dict[tuple[int, int], tuple[Tokenized, TermIndex, _TextFacts]] = {}
        self._tokens = 0

    def of(self, text: Tokenized, terms: TermIndex) -> _TextFacts:
        """The entry holds both, so that no other text can have their identity."""
        key = (id(text), id(terms))
        entry = self._entries.pop(key, None)
        if entry is None:
            entry = (text, terms, _TextFacts(text))
            self._tokens += len(text.tokens)
        self._entries[key] = entry
        while self._tokens > _TOKENS_READ and len(self._entries) > 1:
            oldest = self._entries.pop(next(iter(self._entries)))
            self._tokens -= len(oldest[0].tokens)
        return entry[2]

    def forget(self) -> None:
        """Keeps none of them."""
        self._entries, self._tokens = {}, 0


_TOKENS_READ = 20_000
"""Tokens of the texts of which it is kept what is known, besides the last one: some 5 MiB."""
LAST_READ = _LastRead()


class ReadText:
    """One of two texts that are compared."""

    def __init__(self, text: Tokenized, terms: TermIndex) -> None:
        self.text = text
        self.terms = terms
        self.keys = text.keys
        self.tokens = text.tokens
        self.names: Names | None = None
        self._is_name: list[bool | None] = [None] * len(text.tokens)
        """For each token that was asked for; by the names of both texts, which are set before any is."""
        facts = LAST_READ.of(text, terms)
        self.quoted = facts.quoted
        """For each token whether it stands inside quotation marks."""
        self._facts = facts
        self._blocks = facts.blocks
        self._terms = facts.terms
        self._classes = facts.classes
        self._small = facts.small
        self._sentences = facts.sentences
        self._begins = facts.begins
        self._titles = facts.titles
        self._inside = facts.inside
        self._links = facts.links

    def is_link(self, token: int) -> bool:
        """Whether a token belongs to what the site put into the text: see sitepieces.py."""
        return token in self._links

    def block_of(self, token: int) -> int:
        """The block of a token; of the last for the place behind it."""
        if token < len(self._blocks):
            return self._blocks[token]
        return self._blocks[-1] if self._blocks else 0

    def block_span(self, token: int) -> Span:
        """The tokens of the block in which a token stands."""
        return self.text.span(self.block_of(token)) if self.tokens else (0, 0)

    def terms_of(self, block: int) -> tuple[Occurrence, ...]:
        """The terms of a block, in order."""
        terms = self._terms.get(block)
        if terms is None:
            span = self.text.span(block)
            terms = tuple(self.terms.within(self.keys, span))
            if self._links:
                terms = tuple(term for term in terms if self._links.isdisjoint(range(*term.span)))
            self._terms[block] = terms
            self._classes[slice(*span)] = [_NO_CLASS] * (span[1] - span[0])
            for term in terms:
                for place in range(*term.span):
                    known_classes = self._classes[place]
                    self._classes[place] = term.classes if not known_classes else known_classes | term.classes
        return terms

    def terms_in(self, span: Span) -> list[Occurrence]:
        """The terms that stand in a range, whole."""
        if span[0] >= span[1]:
            return []
        terms_found: list[Occurrence] = []
        for block in range(self.block_of(span[0]), self.block_of(span[1] - 1) + 1):
            terms = self.terms_of(block)
            for place in range(bisect_left(terms, span[0], key=_start), len(terms)):
                term = terms[place]
                if term.span[0] >= span[1]:
                    break
                if term.span[1] <= span[1]:
                    terms_found.append(term)
        return terms_found

    def classes(self, token: int) -> frozenset[str]:
        """The classes of the terms in which a token stands."""
        classes = self._classes[token]
        if classes is None:
            self.terms_of(self._blocks[token])
            classes = self._classes[token]
        return classes or _NO_CLASS

    def is_inside(self, place: int) -> bool:
        """Whether the place before a token is inside an expression of several words, or inside a word of a script
        that sets no spaces."""
        if not 0 < place < len(self.tokens):
            return False
        block = self.block_of(place)
        inside = self._inside.get(block)
        if inside is None:
            inside = self._inside[block] = self._places_inside(block)
        return place in inside

    def _places_inside(self, block: int) -> frozenset[int]:
        joined = [term for term in self.terms_of(block) if term.name in _WHOLE and term.span[1] - term.span[0] > 1]
        places = {place for term in joined for place in range(term.span[0] + 1, term.span[1])}
        start, end = self.text.span(block)
        text = self.text.text((start, end))
        borders = frozenset(word_borders(text, self.terms.language))
        if borders:
            offset = 0
            for token in range(start, end):
                if token > start and offset not in borders:
                    places.add(token)
                offset += len(self.tokens[token].text)
        return frozenset(places)

    def places_of(self, key: str) -> Sequence[int]:
        """The tokens that have a key. Linear in the text when it is first asked for."""
        return self._facts.places.get(key, ())

    @property
    def words_by_case(self) -> "WordsByCase":
        """Which of its words have capitals."""
        return self._facts.words_by_case

    def value(self, token: int) -> Value | None:
        """The value that a token is; None in headlines that stand in a sentence."""
        return None if token in self._links else self.tokens[token].value

    def is_word(self, token: int) -> bool:
        """Whether a token is a word or a value, and no mark."""
        return self.text.words[token] or self.tokens[token].value is not None

    def is_quote_mark(self, token: int) -> bool:
        """Whether a token is a mark of quotation."""
        printed = self.tokens[token].text.strip()
        if printed in QUOTE_MARKS:
            return True
        return printed in ("'", "‘", "’", "‚") and not self._is_apostrophe(token)

    def _is_apostrophe(self, token: int) -> bool:
        """Whether a single mark stands glued between two words."""
        start, end = self.block_span(token)
        before = token > start and not self.tokens[token - 1].text[-1:].isspace() and self.text.words[token - 1]
        after = token + 1 < end and not self.tokens[token].text[-1:].isspace() and self.text.words[token + 1]
        return before and after

    def is_month(self, token: int) -> bool:
        """Whether `may` stands beside a value, and is the month in small letters."""
        start, end = self.block_span(token)
        return self.keys[token] == "may" and any(
            start <= near < end and self.value(near) is not None for near in (token - 1, token + 1)
        )

    def is_small(self, token: int) -> bool:
        """Whether a word says nothing by itself: an article, a preposition, an auxiliary; or a mark."""
        small = self._small[token]
        if small is None:
            self._weigh_block(token)
            return bool(self._small[token])
        return small

    def _weigh_block(self, token: int) -> None:
        """Finds which words of the block of a token say nothing by themselves."""
        block = self._blocks[token]
        self.terms_of(block)
        small = self._small
        for place in range(*self.text.span(block)):
            if place in self._links:
                small[place] = True
            elif self.tokens[place].value is not None:
                small[place] = False
            elif not self.text.words[place]:
                small[place] = True
            else:
                classes = self._classes[place] or _NO_CLASS
                small[place] = not classes.isdisjoint(_CONTENT) and classes.isdisjoint(_TELLING)

    def content(self, span: Span) -> list[int]:
        """The tokens of a range that say something."""
        start, end = span
        small = self._small
        while None in small[start:end]:
            self._weigh_block(start + small[start:end].index(None))
        return [token for token in range(start, end) if not small[token]]

    def begins_sentence(self, token: int) -> bool:
        """Whether a token is the first word of a sentence, or of its block."""
        start = self.block_span(token)[0]
        while token > start and self.tokens[token - 1].text.strip() in _OPENERS:
            token -= 1
        if token == start or self.keys[token - 1] in (":", "："):
            return True
        return self.keys[token - 1] in STOPS and not self._follows_initial(token, start)

    def _follows_initial(self, token: int, start: int) -> bool:
        """Whether a token stands behind the initial of a name, `Ida E. Moe`, where a full stop ends no sentence."""
        if token - 3 < start or self.keys[token - 1] != ".":
            return False
        before, initial = (self.tokens[at].text.strip() for at in (token - 3, token - 2))
        return len(initial) == 1 and initial.isupper() and before[:1].isupper()

    def borders(self, block: int) -> tuple[int, ...]:
        """Where the sentences of a block begin, and at last where it ends. Abbreviations end none."""
        borders = self._sentences.get(block)
        if borders is None:
            start, end = self.text.span(block)
            inside = [token for token in ends_inside(self.text, (start, end)) if self._may_begin(token)]
            borders = self._sentences[block] = (start, *inside, end)
        return borders

    def _may_begin(self, place: int) -> bool:
        """Whether a sentence may begin at a token that follows a mark: not in small letters, not after `Dr.`."""
        before = self.keys[place - 1]
        if before in (":", ";", ",", "؛", "،"):
            return False
        printed = self.tokens[place].text
        if printed[:1].islower():
            return False
        stop = place - 1
        while stop and not self.text.words[stop] and self.keys[stop] not in STOPS:
            stop -= 1
        if self.keys[stop] not in STOPS:
            return self.text.words[place - 1]
        if self.keys[stop] != "." or not stop:
            return True
        return not _ABBREVIATED.fullmatch(self.tokens[stop - 1].text + self.tokens[stop].text.strip())

    def sentence_begin(self, token: int) -> int:
        """Where the sentence begins in which a token stands."""
        begin = self._begins[token]
        if begin is None:
            for first, last in pairwise(self.borders(self._blocks[token])):
                self._begins[first:last] = [first] * (last - first)
            return int(self._begins[token] or 0)
        return begin

    def sentence(self, token: int) -> Span:
        """The sentence in which a token stands."""
        borders = self.borders(self.block_of(token))
        for first, last in pairwise(borders):
            if token < last:
                return first, last
        return borders[-2], borders[-1]

    def mostly_quoted(self, span: Span) -> bool | None:
        """Whether most words of a range stand inside quotation marks; None where it holds no word."""
        words = [token for token in range(*span) if self.is_word(token)]
        if not words:
            return None
        return 2 * sum(self.quoted[token] for token in words) > len(words)

    def is_name(self, token: int) -> bool:
        """Whether a capital, or a list of places, proves that a word is part of a name."""
        name = self._is_name[token]
        if name is None:
            name = self._is_name[token] = self._proves_name(token)
        return name

    def _proves_name(self, token: int) -> bool:
        printed = self.tokens[token].text
        classes = self.classes(token)
        if self.tokens[token].value is not None or not printed[:1].isalpha() or token in self._links:
            return False
        if mixes_scripts(self.keys[token]):
            # A garbled word is nobody's name, whatever it was.
            return False
        if printed[:1].upper() == printed[:1].lower():
            return "place" in classes
        if not printed[:1].isupper():
            return False
        if "title" in classes and not self.begins_sentence(token):
            return True
        if classes & {"small", "reporting", "hedge", "negation", "speaker"}:
            return is_acronym(printed) and "small" not in classes
        if self._is_headline(token):
            return self._is_known(token)
        if self.terms.nouns_have_capitals:
            return self._is_name_among_nouns(token, classes)
        if self.begins_sentence(token):
            return is_acronym(printed) or bool(classes & {"place", "title"}) or self._is_known(token)
        return True

    def may_be_first_name(self, token: int) -> bool:
        """Whether a capital at the beginning of a sentence belongs to the name that follows: `Ada Brandt said`."""
        return (
            self.value(token) is None
            and self.tokens[token].text[:1].isupper()
            and not self.is_small(token)
            and not self.quoted[token]
        )

    def _is_name_among_nouns(self, token: int, classes: frozenset[str]) -> bool:
        """German: an abbreviation, a place, or a capital next to a title or another capital that measures nothing."""
        if is_acronym(self.tokens[token].text) or classes & {"place", "title"}:
            return True
        start, end = self.block_span(token)
        return any(
            start <= near < end
            and self.tokens[near].text[:1].isupper()
            and not self.begins_sentence(near)
            and self.tokens[near].value is None
            and not self.classes(near) & {"small", "speaker", "hedge"}
            and self.tokens[min(near, token)].text[-1:].isspace()
            for near in (token - 1, token + 1)
        )

    def _is_known(self, token: int) -> bool:
        return self.names is not None and self.keys[token] in self.names

    def _is_headline(self, token: int) -> bool:
        """Whether all longer words of a block have capitals, which then prove nothing."""
        if self.terms.nouns_have_capitals:
            return False
        block = self.block_of(token)
        titled = self._titles.get(block)
        if titled is None:
            longer = [
                word.text[0]
                for word in self.tokens[slice(*self.text.span(block))]
                if len(word.key) > _LONG_WORD and word.text[:1].isalpha()
            ]
            titled = len(longer) >= _FEWEST_LONG_WORDS and all(map(str.isupper, longer))
            self._titles[block] = titled
        return titled

    def printed(self, span: Span) -> str:
        """The words of a range in one line."""
        return self.text.text(span).strip().replace("\n", " ")


def _start(term: Occurrence) -> int:
    return term.span[0]


class Names:
    """Which keys are names by the evidence of both texts."""

    def __init__(self, texts: Sequence[ReadText]) -> None:
        self._texts = texts
        self._keys: frozenset[str] | None = None

    def __contains__(self, key: str) -> bool:
        """Whether a word has a capital in the middle of some sentence of the texts, and nowhere a small letter."""
        if self._keys is None:
            words = [text.words_by_case for text in self._texts]
            self._keys = (
                frozenset()
                .union(*(of_text.inside for of_text in words))
                .difference(*(of_text.small for of_text in words))
            )
        return key in self._keys


def is_acronym(text: str) -> bool:
    """Whether a word is written in capitals throughout: EU, IS."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 1 and all(map(str.isupper, letters))
