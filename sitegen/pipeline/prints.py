"""What grouping needs of each text, kept by article: after an edit one text is hashed, and the others are not opened.

Knows how a print is packed; what one is, and how it is made, is left to `group`.
"""

import json
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import Any, Generic, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from sitegen.engine import Engine, Lost, ThisProcess
from sitegen.frozen import dataclass
from sitegen.group import (
    Anchored,
    Columns,
    Divided,
    Fingerprint,
    Fingerprints,
    Model,
    Question,
    Runs,
    TextParts,
    Vector,
    Verdict,
    answer_all,
    fingerprint_all,
    letters_of,
    make_anchors,
    make_meanings,
    part_texts,
    printed_words,
)
from sitegen.memo import (
    ColumnShelf,
    Entries,
    LostValue,
    Store,
    entry_key,
    from_plain,
    key_for,
    pack,
    plain,
    tool_digest,
    unpack,
)
from sitegen.model import Article
from sitegen.pipeline.fingerprint_segments import KeptFingerprints

Kept = TypeVar("Kept")
Given = TypeVar("Given")
Made = TypeVar("Made")
Shared = TypeVar("Shared")
_TOGETHER, _MOST_TOGETHER = 48, 192
"""Articles that are kept as one value, on average and at the most: to look up each took longer than to use it."""
_BATCH = 64
"""Values that are made together: pairs that hang together share texts, and each is cut into tokens once a batch."""
_QUESTIONS = 2_048
"""Pairs that are asked about at a time."""
_SECONDS_A_TEXT, _SECONDS_A_BYTE, _SECONDS_A_BYTE_CUT = 3e-4, 1.5e-7, 5e-7
"""Of fingerprints, by text and its length, and of a text that is cut into tokens."""
_RUN, _PART, _NUMBER = np.dtype("<u8"), np.dtype("<f4"), np.dtype("<u4")
_COUNT, _KIND = np.dtype("<u2"), np.dtype("|u1")
"""How numbers lie in the cache, on every machine."""


def _seconds_of_text(article: Article) -> float:
    return _SECONDS_A_TEXT + article.size * _SECONDS_A_BYTE


def _seconds_of_pair(question: Question) -> float:
    return (question.left.size + question.right.size) * _SECONDS_A_BYTE_CUT


def _seconds_of_division(divided: Divided) -> float:
    return divided.article.size * _SECONDS_A_BYTE_CUT


class ArticleDigests(Protocol):
    """Knows the articles of a build."""

    def digest(self, article: Article) -> str:
        """The digest of all that grouping is given of an article."""
        ...


class KeptPrints:
    """Tells of texts what grouping asks, from the cache and the shelf where those have it."""

    def __init__(
        self,
        shelf: ArticleDigests,
        store: Store,
        columns: ColumnShelf,
        engine_for: Callable[[Sequence[float]], Engine] = lambda _: ThisProcess(),
    ) -> None:
        """`engine_for` gives what makes values of those predicted seconds that nobody has."""
        self._shelf, self._store, self._columns, self._engine_for = shelf, store, columns, engine_for
        self.texts_read = 0
        """How many texts were read."""
        self.aligned = 0
        """How many pairs of texts were aligned."""
        self._fingerprints: KeptFingerprints | None = None
        self._verdicts: Entries | None = None
        self._strangers: Entries | None = None
        self._words: Entries | None = None
        self._parts: Entries | None = None
        self._letters: Entries | None = None

    def fingerprints(self, articles: Sequence[Article], runs: Runs) -> Fingerprints:
        """As `make_fingerprints`."""
        digests = [self._shelf.digest(article) for article in articles]
        table = f"fingerprints {key_for('prints', tool_digest(), runs)}"
        self._fingerprints = KeptFingerprints(self._columns, table, self._fingerprinted)
        fingerprints = self._fingerprints.fingerprints(articles, digests, runs)
        self.texts_read += self._fingerprints.texts_read
        return fingerprints

    def recall(self, table: str) -> Columns | None:
        """What was recorded under a name when the archive was last grouped."""
        segments = self._columns.segments(table)
        return segments[0] if len(segments) == 1 else None

    def record(self, table: str, columns: Columns) -> None:
        """Records columns for the next time."""
        self._columns.replace(table, [columns])

    def release(self) -> None:
        """Gives back the memory of what lies on the shelf."""
        self._columns.release()

    def keep(self) -> None:
        """Writes what was found out to the shelf."""
        tables = (self._fingerprints, self._verdicts, self._strangers, self._words, self._parts, self._letters)
        for table in tables:
            if table is not None:
                table.keep()

    def anchors(self, articles: Sequence[Article]) -> Iterator[Anchored]:
        """As `make_anchors`."""
        keys = self._anchor_keys(articles)
        keep = self._store.usable

        def make(batch: Sequence[Article]) -> Iterator[Anchored]:
            for article, anchored in zip(batch, make_anchors(batch), strict=True):
                self._store.put(_names_key(key_of[article.id]), _NAMES.pack(anchored.names()))
                yield anchored

        key_of = {article.id: key for article, key in zip(articles, keys, strict=True)}
        for article, key, anchored in zip(articles, keys, self._values_of(articles, keys, make, _ANCHORS), strict=True):
            # The names of all are 3 KB an article, and are asked for of few.
            self._store.use(_names_key(key))
            yield (
                replace(anchored, names=partial(self._names, article, key, len(anchored.hashes))) if keep else anchored
            )

    def meanings(self, articles: Sequence[Article], model: Model) -> Iterator[Vector]:
        """As `make_meanings`."""
        keys = self._meaning_keys(articles, model)
        return self._values_of(articles, keys, lambda batch: make_meanings(batch, model), _MEANING)

    def verdicts(self, questions: Iterable[Question]) -> Iterator[Verdict]:
        """As `answers`, from the shelf where that has them."""
        waiting = iter(questions)
        # A question holds what is boilerplate of its texts: of ten thousand copies all questions would be in memory.
        while part := list(islice(waiting, _QUESTIONS)):
            yield from self._verdicts_of(part)

    def _verdicts_of(self, questions: Sequence[Question]) -> list[Verdict]:
        if self._verdicts is None:
            # One archive has one set of settings; boilerplate is that of its runs.
            table = f"verdicts {key_for('pairs', tool_digest(), questions[0].settings)}"
            self._verdicts = Entries(self._columns, table, plain)
        keys = [
            entry_key("pair", self._digest(question.left), self._digest(question.right), _said_by_archive(question))
            for question in questions
        ]
        verdicts = [_verdict(self._verdicts.get(key), question) for key, question in zip(keys, questions, strict=True)]
        missing = [place for place, verdict in enumerate(verdicts) if verdict is None]
        self.aligned += len(missing)
        answered = self._worked_out(answer_all, None, [questions[place] for place in missing], _seconds_of_pair)
        for place, verdict in zip(missing, answered, strict=True):
            self._verdicts.put(keys[place], [verdict.link, verdict.twin, verdict.kinship, verdict.passages])
            verdicts[place] = verdict
        return [verdict for verdict in verdicts if verdict is not None]

    def strangers(self, left: Article, right: Article, compare: Callable[[], bool]) -> bool:
        """As `compare` says, from the shelf where that has it."""
        if self._strangers is None:
            self._strangers = Entries(self._columns, f"strangers {key_for('rests', tool_digest())}")
        key = entry_key("strangers", self._digest(left), self._digest(right))
        are_strangers = self._strangers.get(key)
        if type(are_strangers) is not bool:
            are_strangers = compare()
            self._strangers.put(key, are_strangers)
        return are_strangers

    def printed(self, article: Article, words: Collection[int]) -> Mapping[int, str]:
        """As `printed_words`; all that is asked of an article is kept together."""
        if self._words is None:
            self._words = Entries(self._columns, f"words {key_for('printed', tool_digest())}")
        key = entry_key("words", self._digest(article))
        printed = _words(self._words.get(key))
        if not printed.keys() >= set(words):
            numbers = printed.keys() | set(words)
            printed = dict.fromkeys(sorted(numbers), "") | printed_words(article, numbers)
            self._words.put(key, list(printed.items()))
        return {number: printed[number] for number in words if printed[number]}

    def parts(self, divided: Sequence[Divided]) -> list[TextParts]:
        """As `part_texts`, from the shelf where that has them."""
        if self._parts is None:
            self._parts = Entries(self._columns, f"parts {key_for('parted', tool_digest())}")
        keys = [
            entry_key(
                "parts", b"%b %b" % (self._digest(text.article), json.dumps([text.language, *text.spans]).encode())
            )
            for text in divided
        ]
        parts = [_text_parts(self._parts.get(key)) for key in keys]
        missing = [place for place, words in enumerate(parts) if words is None]
        divisions = self._worked_out(part_texts, None, [divided[place] for place in missing], _seconds_of_division)
        for place, words in zip(missing, divisions, strict=True):
            numbers = [numbers.astype(_NUMBER).tobytes().hex() for numbers in (words.inside, words.outside)]
            self._parts.put(keys[place], numbers)
            parts[place] = words
        return [words for words in parts if words is not None]

    def letters(self, article: Article) -> int:
        """As `letters_of`, from the shelf where that has it."""
        if self._letters is None:
            self._letters = Entries(self._columns, f"letters {key_for('counted', tool_digest())}")
        key = entry_key("letters", self._digest(article))
        letters = self._letters.get(key)
        if type(letters) is not int:
            letters = letters_of(article)
            self._letters.put(key, letters)
        return letters

    def _fingerprinted(self, articles: Sequence[Article], runs: Runs) -> Iterator[Fingerprint]:
        return self._worked_out(fingerprint_all, runs, articles, _seconds_of_text)

    def _worked_out(
        self,
        make: Callable[[Shared, Sequence[Given]], Sequence[Made]],
        shared: Shared,
        values: Sequence[Given],
        seconds: Callable[[Given], float],
    ) -> Iterator[Made]:
        """What `make` makes of values, in their order, wherever they are made; of those that cost a process, here."""
        batches = [values[first : first + _BATCH] for first in range(0, len(values), _BATCH)]
        costs = [sum(map(seconds, batch)) for batch in batches]
        finished: dict[int, Sequence[Made]] = {}
        place = 0
        for index, result in self._engine_for(costs).map(make, shared, batches, costs):
            finished[index] = make(shared, batches[index]) if isinstance(result, Lost) else result
            while place in finished:
                yield from finished.pop(place)
                place += 1

    def _digest(self, article: Article) -> bytes:
        return self._shelf.digest(article).encode("ascii")

    def still_wanted(self, articles: Sequence[Article], model: Model | None = None) -> None:
        """Says that the next build may ask for them, though this one has no need to."""
        names = (_ANCHORS.name, *([_MEANING.name] if model else []))
        places = (_place(articles, part, name) for part in _parts(articles) for name in names)
        for key in (*places, *map(_names_key, self._anchor_keys(articles))):
            self._store.use(key)

    def _names(self, article: Article, key: str, count: int) -> Sequence[str]:
        """The names of an article's anchors, of which there are so many."""
        names = self._stored(_names_key(key), _NAMES)
        if names is None or len(names) != count:
            (anchored,) = make_anchors([article])
            names = anchored.names()
        return names

    def _values_of(
        self,
        articles: Sequence[Article],
        keys: Sequence[str],
        make: Callable[[Sequence[Article]], Iterable[Kept]],
        form: "_Form[Kept]",
    ) -> Iterator[Kept]:
        for part in _parts(articles):
            place = _place(articles, part, form.name)
            rows = self._rows(place)
            values = {index: _read(rows.get(keys[index]), form) for index in part}
            missing = [index for index in part if values[index] is None]
            for index, value in zip(missing, make([articles[index] for index in missing]), strict=True):
                self.texts_read += 1
                rows[keys[index]] = form.pack(value)
                values[index] = value
            ordered = [keys[index] for index in part]
            if missing or len(rows) > len(set(ordered)):
                self._store.put(place, pack(ordered, [rows[key] for key in ordered]))
            yield from (value for value in values.values() if value is not None)

    def _rows(self, place: str) -> dict[str, bytes]:
        """What is kept of the articles of a part, each under its own key."""
        value = self._store.get(place)
        if value is None:
            return {}
        try:
            header, rows = unpack(value)
            keys = from_plain(tuple[str, ...], header)
        except LostValue:
            return {}
        return dict(zip(keys, rows, strict=True)) if len(keys) == len(rows) else {}

    def _anchor_keys(self, articles: Sequence[Article]) -> list[str]:
        return [key_for("anchors", tool_digest(), self._shelf.digest(article)) for article in articles]

    def _meaning_keys(self, articles: Sequence[Article], model: Model) -> list[str]:
        return [key_for("meaning", tool_digest(), model.digest, self._shelf.digest(article)) for article in articles]

    def _stored(self, key: str, form: "_Form[Kept]") -> Kept | None:
        return _read(self._store.get(key), form)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Form(Generic[Kept]):
    """How a value lies in the cache. `unpack` raises LostValue for what is no such value."""

    pack: Callable[[Kept], bytes]
    unpack: Callable[[bytes], Kept]
    name: str = ""
    """Of a form whose values are kept together."""


def _read(value: bytes | None, form: _Form[Kept]) -> Kept | None:
    try:
        return None if value is None else form.unpack(value)
    except LostValue:
        return None


def _said_by_archive(question: Question) -> bytes:
    """What the archive says of the two texts of a question."""
    silent, silent_right, most = question.archive_says
    return b"%d %d %b%b" % (most, len(silent), silent, silent_right)


def _verdict(value: object, question: Question) -> Verdict | None:
    """A verdict of the two articles that were asked about; None for what is none."""
    match value:
        case [link, bool(twin), kinship, passages]:
            with suppress(LostValue):
                verdict = from_plain(Verdict, {"link": link, "twin": twin, "kinship": kinship, "passages": passages})
                return verdict if _answers(verdict, question) else None
    return None


def _answers(verdict: Verdict, question: Question) -> bool:
    """Whether a verdict is of the two articles that were asked about."""
    link = verdict.link
    return link is None or (link.left, link.right) == (question.left.id, question.right.id)


def _words(value: object) -> dict[int, str]:
    """Words as they are printed, by number; none for what is no such value."""
    try:
        return dict(from_plain(tuple[tuple[int, str], ...], value))
    except LostValue:
        return {}


def _text_parts(value: object) -> TextParts | None:
    """The words of a text inside and outside some spans; None for what is no such value."""
    match value:
        case [str(inside), str(outside)]:
            with suppress(ValueError, LostValue):
                return TextParts(*(_array(bytes.fromhex(numbers), _NUMBER) for numbers in (inside, outside)))
    return None


def _parts(articles: Sequence[Article]) -> list[range]:
    """Which articles are kept together: an article that is new or gone is so for its own part only."""
    firsts = [0]
    for index, article in enumerate(articles):
        begins = zlib.crc32(article.id.encode("utf-8", "surrogatepass")) % _TOGETHER == 0
        if index and (begins or index - firsts[-1] >= _MOST_TOGETHER):
            firsts.append(index)
    return [range(first, end) for first, end in zip(firsts, [*firsts[1:], len(articles)], strict=True) if first < end]


def _place(articles: Sequence[Article], part: range, name: str) -> str:
    """The key of what is kept of a part. It says nothing of what stands there: each row has its own key."""
    return key_for("part", name, articles[part.start].id if part.start else "")


def _names_key(key: str) -> str:
    return f"{key} names"


def _anchors_packed(anchored: Anchored) -> bytes:
    arrays = (anchored.hashes.astype(_RUN), anchored.often.astype(_COUNT), anchored.kinds)
    return pack([anchored.language, list(anchored.wholes)], [array.tobytes() for array in arrays])


def _anchors_unpacked(value: bytes) -> Anchored:
    header, (hashes, often, kinds) = unpack(value, 3)
    language, wholes = from_plain(tuple[str, tuple[str, ...]], header)
    anchored = Anchored(language, _array(hashes, _RUN), _array(often, _COUNT), _array(kinds, _KIND), wholes, tuple)
    if not len(anchored.hashes) == len(anchored.often) == len(anchored.kinds):
        raise LostValue("anchors")
    return anchored


def _names_unpacked(value: bytes) -> Sequence[str]:
    return from_plain(tuple[str, ...], unpack(value, 0)[0])


def _meaning_packed(vector: Vector) -> bytes:
    return pack([len(vector)], [vector.astype(_PART).tobytes()])


def _meaning_unpacked(value: bytes) -> Vector:
    header, (parts,) = unpack(value, 1)
    vector = _array(parts, _PART).astype(np.float32)
    if header != [len(vector)]:
        raise LostValue("a meaning")
    return vector


def _array(data: bytes, kind: "np.dtype[Any]") -> "NDArray[Any]":
    if len(data) % kind.itemsize:
        raise LostValue("a row of numbers")
    return np.frombuffer(data, kind)


_NAMES: "_Form[Sequence[str]]" = _Form(pack=lambda names: pack(list(names), ()), unpack=_names_unpacked)
_ANCHORS = _Form(pack=_anchors_packed, unpack=_anchors_unpacked, name="anchors")
_MEANING = _Form(pack=_meaning_packed, unpack=_meaning_unpacked, name="meanings")
