"""What grouping needs of each text, kept by article: after an edit one text is hashed, and the others are not opened.

Knows how a print is packed; what one is, and how it is made, is left to `group`.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from sitegen.group import Print, Runs, Terms, make_prints
from sitegen.model import Article
from sitegen.reuse.articles import Shelf
from sitegen.store import Store, key_for, pack, tool_digest, unpack

_AT_ONCE = 64
"""Articles that are looked up together, so that those which are missing are hashed together."""
_RUN, _WORD, _OFTEN = np.dtype("<u8"), np.dtype("<u4"), np.dtype("<f2")
"""How numbers lie in the cache, on every machine."""


class KeptPrints:
    """Makes prints, from the cache where that has them."""

    def __init__(self, shelf: Shelf, store: Store) -> None:
        self._shelf, self._store = shelf, store
        self.made = 0
        """How many were made of a text."""

    def __call__(self, articles: Sequence[Article], runs: Runs) -> Iterator[Print]:
        """As `make_prints`."""
        keys = self._keys(articles, runs)
        for first in range(0, len(articles), _AT_ONCE):
            wanted = range(first, min(first + _AT_ONCE, len(articles)))
            known = {at: self._known(keys[at]) for at in wanted}
            missing = [at for at in wanted if known[at] is None]
            for at, made in zip(missing, make_prints([articles[at] for at in missing], runs), strict=True):
                self.made += 1
                self._store.put(keys[at], _packed(made))
                known[at] = made
            yield from (one for one in known.values() if one)

    def still_wanted(self, articles: Sequence[Article], runs: Runs) -> None:
        """Says that the next build may ask for them, though this one has no need to."""
        for key in self._keys(articles, runs):
            self._store.use(key)

    def _keys(self, articles: Sequence[Article], runs: Runs) -> list[str]:
        shared = key_for("prints", tool_digest(), runs)
        return [key_for("print", shared, self._shelf.digest(article)) for article in articles]

    def _known(self, key: str) -> Print | None:
        value = self._store.get(key)
        try:
            return None if value is None else _unpacked(value)
        except (ValueError, TypeError):
            return None


def _packed(made: Print) -> bytes:
    header = [made.terms.language, made.notice]
    arrays = (made.runs.astype(_RUN), made.terms.words.astype(_WORD), made.terms.often.astype(_OFTEN))
    return pack(header, [one.tobytes() for one in arrays])


def _unpacked(value: bytes) -> Print:
    """Raises ValueError or TypeError for what is no print."""
    (language, notice), (runs, words, often) = unpack(value)
    terms = Terms(language, np.frombuffer(words, _WORD), np.frombuffer(often, _OFTEN))
    if type(language) is not str or type(notice) is not bool or len(terms.words) != len(terms.often):
        raise ValueError("no print")
    return Print(runs=np.frombuffer(runs, _RUN), terms=terms, notice=notice)
