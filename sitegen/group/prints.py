"""What grouping needs to know of every text, and of that text alone: its runs of words, what it talks about,
and what of it survives translation.

So it can be kept from build to build, by whoever has a cache. Knows nothing of other articles.
"""

import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from sitegen.align.credited import credit_anchors
from sitegen.frozen import dataclass
from sitegen.group.bilingual.across import Anchored, anchored
from sitegen.group.bilingual.meaning import Model, Vector
from sitegen.group.candidates.fingerprints import Runs
from sitegen.group.candidates.postings import Fingerprint, Postings, segment_of
from sitegen.group.copies.bases import letters_of
from sitegen.group.copies.notices import only_a_notice
from sitegen.group.copies.passages import Verdict, headline, plain_text
from sitegen.group.copies.verdicts import Question, answers
from sitegen.group.likeness import Terms, piece_hashes, terms_of
from sitegen.group.textparts import Divided, TextParts, part_texts
from sitegen.group.words import Hashes, Indexes, leveled, read_words
from sitegen.model import Article

Columns = Mapping[str, "NDArray[Any]"]
"""Arrays by their names, as they are remembered."""
_AT_ONCE = 60_000
"""Characters that are hashed at a time: enough for NumPy, and no more than a processor keeps at hand."""
_SEGMENT = 1 << 12
"""Texts whose fingerprints are sorted together."""
_MEANT = 4_000
"""Characters that the meaning of an article is read from, as for what survives translation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprints:
    """Those of an archive."""

    postings: Postings
    slots: Indexes
    """Of each article, in their order."""
    origin: str = ""
    """What decided them besides the texts: those of two origins say nothing of each other."""
    digests: Sequence[str] = ()
    """What stands for all that each article says; empty where nobody remembers anything."""
    slot_of: Mapping[str, int] = field(default_factory=dict)
    """The slot of each text that is known, by that of its article; of former ones too."""


class Printer(Protocol):
    """What is told of texts; one that remembers may answer in the place of `Reader`."""

    def fingerprints(self, articles: Sequence[Article], runs: Runs) -> Fingerprints:
        """Those of the articles."""

    def recall(self, table: str, /) -> Columns | None:
        """What was recorded under a name when the archive was last grouped; None where nothing was."""

    def record(self, table: str, columns: Columns, /) -> None:
        """Records columns for the next time."""

    def release(self) -> None:
        """Told when most of what was recalled is not looked at again soon."""

    def anchors(self, articles: Sequence[Article]) -> Iterable[Anchored]:
        """What of each survives translation, in their order; asked for where there are several languages."""

    def meanings(self, articles: Sequence[Article], model: Model) -> Iterable[Vector]:
        """What each means to a model, in their order; asked for where there is one, and several languages."""

    def verdicts(self, questions: Iterable[Question], /) -> Iterable[Verdict]:
        """As `answers`."""

    def strangers(self, left: Article, right: Article, compare: Callable[[], bool], /) -> bool:
        """What `compare` says of two articles. It is a matter of nothing but them."""

    def printed(self, article: Article, words: Collection[int]) -> Mapping[int, str]:
        """As `printed_words`."""

    def parts(self, divided: Sequence[Divided], /) -> Sequence[TextParts]:
        """As `part_text` of each."""

    def letters(self, article: Article) -> int:
        """As `letters_of`."""


class Reader:
    """Reads each text anew."""

    def fingerprints(self, articles: Sequence[Article], runs: Runs) -> Fingerprints:
        """As `make_fingerprints`."""
        # While a segment is made it is held twice.
        segments = [
            segment_of(make_fingerprints(articles[first : first + _SEGMENT], runs))
            for first in range(0, len(articles), _SEGMENT)
        ]
        return Fingerprints(postings=Postings(segments), slots=np.arange(len(articles)))

    def recall(self, _: str) -> Columns | None:
        """Nothing."""
        return None

    def record(self, _: str, __: Columns) -> None:
        """Forgets them."""

    def release(self) -> None:
        """Holds nothing."""

    def anchors(self, articles: Sequence[Article]) -> Iterable[Anchored]:
        """As `make_anchors`."""
        return make_anchors(articles)

    def meanings(self, articles: Sequence[Article], model: Model) -> Iterable[Vector]:
        """As `make_meanings`."""
        return make_meanings(articles, model)

    def verdicts(self, questions: Iterable[Question]) -> Iterable[Verdict]:
        """As `answers`."""
        return answers(questions)

    def strangers(self, _: Article, __: Article, compare: Callable[[], bool]) -> bool:
        """Compares them."""
        return compare()

    def printed(self, article: Article, words: Collection[int]) -> Mapping[int, str]:
        """As `printed_words`."""
        return printed_words(article, words)

    def parts(self, divided: Sequence[Divided]) -> Sequence[TextParts]:
        """As `part_text` of each."""
        return part_texts(None, divided)

    def letters(self, article: Article) -> int:
        """As `letters_of`."""
        return letters_of(article)


READER = Reader()


def make_anchors(articles: Sequence[Article]) -> Iterator[Anchored]:
    """What survives translation of each article, by its headline, its text and its credits."""
    return (
        anchored(whole_text(article), article.language, sorted(credit_anchors(article.credits))) for article in articles
    )


def make_meanings(articles: Sequence[Article], model: Model) -> Iterator[Vector]:
    """What each article means to a model, by its headline and the beginning of its text."""
    yield from model.vectors(whole_text(article)[:_MEANT] for article in articles)


def whole_text(article: Article) -> str:
    """What of an article is compared across languages: its headline and its text."""
    return f"{headline(article)}\n{plain_text(article)}"


def fingerprint_all(runs: Runs, articles: Sequence[Article]) -> list[Fingerprint]:
    """As `make_fingerprints`; what an engine does with a batch."""
    return list(make_fingerprints(articles, runs))


def make_fingerprints(articles: Sequence[Article], runs: Runs) -> Iterator[Fingerprint]:
    """The fingerprints of articles, each from its text. How many are asked for at once makes no difference to any."""
    for first, texts in _batches(articles):
        offsets = np.cumsum([0, *(len(text) + 1 for text in texts)])
        words = read_words("\n".join(texts))
        owners = np.searchsorted(offsets, words.starts, side="right") - 1
        pieces = piece_hashes(words)
        hashes, of_runs = runs.of(words.hashes, owners)
        numbers = np.arange(len(texts) + 1)
        borders, ends = np.searchsorted(owners, numbers).tolist(), np.searchsorted(of_runs, numbers).tolist()
        for place, text in enumerate(texts):
            notice = only_a_notice(text)
            text_pieces = pieces[borders[place] : borders[place + 1]]
            yield Fingerprint(
                runs=hashes[ends[place] : ends[place + 1]],
                terms=_terms(articles[first + place], text_pieces, notice=notice),
                notice=notice,
            )


def printed_words(article: Article, words: Collection[int]) -> dict[int, str]:
    """How an article prints words that are known by number (see `Terms`), where it has them."""
    text = unicodedata.normalize("NFC", f"{headline(article)}\n{plain_text(article)}")
    read = read_words(leveled(text, article.language))
    numbers = (piece_hashes(read) >> np.uint64(32)).astype(np.uint32)
    printed: dict[int, str] = {}
    hashes = np.array(sorted(words), dtype=np.uint32)
    for place in np.flatnonzero(np.isin(numbers, hashes)).tolist():
        glued = place + 1 < len(read.starts) and read.starts[place + 1] == read.ends[place]
        shown = text[int(read.starts[place]) : int(read.ends[place + 1 if glued else place])]
        printed.setdefault(int(numbers[place]), shown)
    return printed


def _terms(article: Article, pieces: Hashes, *, notice: bool) -> Terms:
    """What an article talks about, by its headline and its words."""
    if title := headline(article):
        pieces = np.concatenate(
            [piece_hashes(read_words(leveled(unicodedata.normalize("NFC", title), article.language))), pieces]
        )
    # A notice of the site talks about nothing; it is alike to every other notice.
    return terms_of(pieces[:0] if notice else pieces, article.language)


def _batches(articles: Sequence[Article]) -> Iterator[tuple[int, list[str]]]:
    """The texts of the articles, some at a time, composed, with the index of the first."""
    texts: list[str] = []
    size = 0
    for place, article in enumerate(articles):
        text = plain_text(article)
        composed = text if text.isascii() else unicodedata.normalize("NFC", text)
        texts.append(leveled(composed, article.language))
        size += len(text)
        if size > _AT_ONCE:
            yield place + 1 - len(texts), texts
            texts, size = [], 0
    if texts:
        yield len(articles) - len(texts), texts
