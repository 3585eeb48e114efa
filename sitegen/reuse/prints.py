"""What grouping needs of each text, kept by article: after an edit one text is hashed, and the others are not opened.

Knows how a print is packed; what one is, and how it is made, is left to `group`.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Generic, TypeVar

import numpy as np

from sitegen.config import Grouping
from sitegen.group import (
    Anchored,
    Model,
    Print,
    Question,
    Runs,
    Terms,
    Vector,
    Verdict,
    make_anchors,
    make_meanings,
    make_prints,
    printed_words,
)
from sitegen.model import Article
from sitegen.reuse.articles import Shelf
from sitegen.reuse.plain import from_plain
from sitegen.store import Store, key_for, pack, tool_digest, unpack

Kept = TypeVar("Kept")
_AT_ONCE = 64
"""Articles that are looked up together, so that those which are missing are hashed together."""
_RUN, _WORD, _OFTEN, _PART = np.dtype("<u8"), np.dtype("<u4"), np.dtype("<f2"), np.dtype("<f4")
_COUNT = np.dtype("<u2")
"""How numbers lie in the cache, on every machine."""


class KeptPrints:
    """Tells of texts what grouping asks, from the cache where that has it."""

    def __init__(self, shelf: Shelf, store: Store) -> None:
        self._shelf, self._store = shelf, store
        self.made = 0
        """How many texts were read."""
        self.aligned = 0
        """How many pairs of texts were aligned."""
        self.asked: list[str] = []
        """Keys of what was said of pairs, and of words as they are printed."""
        self._pairs: tuple[Grouping, str] | None = None

    def prints(self, articles: Sequence[Article], runs: Runs) -> Iterator[Print]:
        """As `make_prints`."""
        return self._each(articles, self._print_keys(articles, runs), lambda ones: make_prints(ones, runs), _PRINT)

    def anchors(self, articles: Sequence[Article]) -> Iterator[Anchored]:
        """As `make_anchors`."""
        keys = self._anchor_keys(articles)
        for at, found in enumerate(self._each(articles, keys, make_anchors, _ANCHORS)):
            # The names of all are 3 KB an article, and are asked for of few.
            yield replace(found, names=partial(self._names, articles[at], keys[at])) if self._store.usable else found

    def meanings(self, articles: Sequence[Article], model: Model) -> Iterator[Vector]:
        """As `make_meanings`."""
        keys = self._meaning_keys(articles, model)
        return self._each(articles, keys, lambda ones: make_meanings(ones, model), _MEANING)

    def verdict(self, question: Question, align: Callable[[], Verdict]) -> Verdict:
        """As `align` says, from the cache where that has it."""
        left, right = self._shelf.digest(question.left), self._shelf.digest(question.right)
        key = key_for("pair", self._settled(question.settings), left, right, question.told)
        self.asked.append(key)
        known = self._known(key, _VERDICT)
        if known is None:
            self.aligned += 1
            known = align()
            self._store.put(key, _VERDICT.pack(known))
        return known

    def printed(self, article: Article, words: Collection[int]) -> Mapping[int, str]:
        """As `printed_words`; all that was ever asked of an article is kept together."""
        key = key_for("words", tool_digest(), self._shelf.digest(article))
        self.asked.append(key)
        known = self._known(key, _WORDS) or {}
        if not known.keys() >= set(words):
            wanted = known.keys() | set(words)
            known = dict.fromkeys(sorted(wanted), "") | printed_words(article, wanted)
            self._store.put(key, _WORDS.pack(known))
        return {number: known[number] for number in words if known[number]}

    def still_wanted(
        self, articles: Sequence[Article], runs: Runs, asked: Iterable[str], model: Model | None = None
    ) -> None:
        """Says that the next build may ask for them, though this one has no need to."""
        meanings = self._meaning_keys(articles, model) if model else []
        for key in (*self._print_keys(articles, runs), *self._anchor_keys(articles), *meanings, *asked):
            self._store.use(key)

    def _names(self, article: Article, key: str) -> Sequence[str]:
        """The names of an article's anchors."""
        known = self._known(key, _ANCHORS) or next(iter(make_anchors([article])))
        return known.names()

    def _settled(self, settings: Grouping) -> str:
        """What is the same for all pairs."""
        if self._pairs is None or self._pairs[0] is not settings:
            self._pairs = settings, key_for("pairs", tool_digest(), settings)
        return self._pairs[1]

    def _each(
        self,
        articles: Sequence[Article],
        keys: Sequence[str],
        make: Callable[[Sequence[Article]], Iterable[Kept]],
        form: "_Form[Kept]",
    ) -> Iterator[Kept]:
        for first in range(0, len(articles), _AT_ONCE):
            wanted = range(first, min(first + _AT_ONCE, len(articles)))
            known = {at: self._known(keys[at], form) for at in wanted}
            missing = [at for at in wanted if known[at] is None]
            for at, made in zip(missing, make([articles[at] for at in missing]), strict=True):
                self.made += 1
                self._store.put(keys[at], form.pack(made))
                known[at] = made
            yield from (one for one in known.values() if one is not None)

    def _print_keys(self, articles: Sequence[Article], runs: Runs) -> list[str]:
        shared = key_for("prints", tool_digest(), runs)
        return [key_for("print", shared, self._shelf.digest(article)) for article in articles]

    def _anchor_keys(self, articles: Sequence[Article]) -> list[str]:
        return [key_for("anchors", tool_digest(), self._shelf.digest(article)) for article in articles]

    def _meaning_keys(self, articles: Sequence[Article], model: Model) -> list[str]:
        return [key_for("meaning", tool_digest(), model.digest, self._shelf.digest(article)) for article in articles]

    def _known(self, key: str, form: "_Form[Kept]") -> Kept | None:
        value = self._store.get(key)
        try:
            return None if value is None else form.unpack(value)
        except (ValueError, TypeError):
            return None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Form(Generic[Kept]):
    """How a value lies in the cache. `unpack` raises ValueError or TypeError for what is no such value."""

    pack: Callable[[Kept], bytes]
    unpack: Callable[[bytes], Kept]


def _packed(made: Print) -> bytes:
    header = [made.terms.language, made.notice]
    arrays = (made.runs.astype(_RUN), made.terms.words.astype(_WORD), made.terms.often.astype(_OFTEN))
    return pack(header, [one.tobytes() for one in arrays])


def _unpacked(value: bytes) -> Print:
    (language, notice), (runs, words, often) = unpack(value)
    terms = Terms(language, np.frombuffer(words, _WORD), np.frombuffer(often, _OFTEN))
    if type(language) is not str or type(notice) is not bool or len(terms.words) != len(terms.often):
        raise ValueError("no print")
    return Print(runs=np.frombuffer(runs, _RUN), terms=terms, notice=notice)


def _anchors_packed(made: Anchored) -> bytes:
    arrays = (made.hashes.astype(_RUN), made.often.astype(_COUNT))
    names = json.dumps(list(made.names())).encode("ascii")
    return pack([made.language, list(made.wholes)], [*(one.tobytes() for one in arrays), names])


def _anchors_unpacked(value: bytes) -> Anchored:
    (language, wholes), (hashes, often, names) = unpack(value)
    found = Anchored(
        language, np.frombuffer(hashes, _RUN), np.frombuffer(often, _COUNT), tuple(wholes), partial(_names_in, names)
    )
    if type(language) is not str or set(map(type, wholes)) - {str} or len(found.hashes) != len(found.often):
        raise ValueError("no anchors")
    return found


def _names_in(packed: bytes) -> tuple[str, ...]:
    return tuple(json.loads(packed))


def _meaning_packed(made: Vector) -> bytes:
    return pack([len(made)], [made.astype(_PART).tobytes()])


def _meaning_unpacked(value: bytes) -> Vector:
    (size,), (parts,) = unpack(value)
    if size * _PART.itemsize != len(parts):
        raise ValueError("no meaning")
    return np.frombuffer(parts, _PART).astype(np.float32)


def _verdict_unpacked(value: bytes) -> Verdict:
    plain, () = unpack(value)
    return from_plain(Verdict, plain)


def _words_packed(printed: Mapping[int, str]) -> bytes:
    return pack(list(printed.items()), ())


def _words_unpacked(value: bytes) -> dict[int, str]:
    rows, () = unpack(value)
    if any(type(number) is not int or type(text) is not str for number, text in rows):
        raise ValueError("no words")
    return dict(rows)


_VERDICT: "_Form[Verdict]" = _Form(pack=lambda made: pack(made, ()), unpack=_verdict_unpacked)
_WORDS: "_Form[Mapping[int, str]]" = _Form(pack=_words_packed, unpack=_words_unpacked)
_PRINT = _Form(pack=_packed, unpack=_unpacked)
_ANCHORS = _Form(pack=_anchors_packed, unpack=_anchors_unpacked)
_MEANING = _Form(pack=_meaning_packed, unpack=_meaning_unpacked)
