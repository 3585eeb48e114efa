"""The likeliest parent of each copy: among the copies before it, the one that holds most of its words.

The base wins unless another holds clearly more. A copy that says what it translates or which version it follows is
believed. In a family of up to `MANY` copies each is held against all before it, which is n * n / 2 alignments.
In a larger one a copy is held against the base and the few that share most of what it has and the base has not: a copy
can only hold more of it than the base does if it has some of that (textual criticism's shared innovations). That is
linear, and finds the same parents, but for runs that a text has twice.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from sitegen.align import shared_tiles
from sitegen.model import Article
from sitegen.text.languages import is_one_language
from sitegen.text.tokenized import Tokenized
from sitegen.thresholds import CLEARLY_MORE

MANY = 24
"""Copies above which a family is large: up to here every earlier copy is looked at, which is 276 alignments."""
_LIKELIEST = 3
"""Copies that share most innovations and are looked at in a larger family ..."""
_HOLDERS = 16
"""... and copies that are remembered for each innovation: the first ones, since a later one took it from them."""
_RUN = 3
"""Tokens of an innovation: the shortest run that alignment counts as shared."""


class Parents:
    """Finds parents in one family. `ordered` are its copies, the base first, the others in order of publication."""

    def __init__(self, ordered: Sequence[str], articles: Mapping[str, Article], texts: Mapping[str, Tokenized]) -> None:
        self._ordered, self._articles, self._texts = ordered, articles, texts
        self._places = {copy: place for place, copy in enumerate(ordered)}
        self._holders: dict[tuple[str, ...], list[str]] = {}
        self._base_runs: frozenset[tuple[str, ...]] = frozenset()
        self.aligned = 0
        """How many pairs were aligned so far."""

    def declared(self, copy: str) -> str:
        """The copy before it that it says it translates or follows; empty where there is none."""
        article, place = self._articles[copy], self._places[copy]
        for parent in (article.version_of, article.translation_of):
            if self._places.get(parent, place) < place:
                return parent
        return ""

    def likeliest(self, copy: str) -> str:
        """The parent of a copy. In a large family, to be asked for in the order of the copies."""
        large = len(self._ordered) > MANY
        innovations = self._innovations(copy) if large else ()
        parent = self.declared(copy) or self._closest(copy, self._candidates(copy, innovations, large=large))
        for run in innovations:
            holders = self._holders.setdefault(run, [])
            if len(holders) < _HOLDERS:
                holders.append(copy)
        return parent

    def _closest(self, copy: str, candidates: Sequence[str]) -> str:
        base = self._ordered[0]
        if len(candidates) < 2:
            return candidates[0] if candidates else base
        shares = {parent: self._share(copy, parent) for parent in candidates}
        best = max(candidates, key=lambda parent: (shares[parent], -self._places[parent]))
        return base if base in shares and shares[best] < shares[base] + CLEARLY_MORE else best

    def _candidates(self, copy: str, innovations: Iterable[tuple[str, ...]], *, large: bool) -> list[str]:
        """Copies before it that may be its parent, in order."""
        place = self._places[copy]
        if not large:
            return [parent for parent in self._ordered[:place] if self._may_be(parent, copy)]
        base = self._ordered[0]
        shared = Counter(holder for run in innovations for holder in self._holders.get(run, ()))
        nearest = sorted(shared, key=lambda holder: (-shared[holder], self._places[holder]))
        chosen = [holder for holder in nearest if self._may_be(holder, copy)][:_LIKELIEST]
        if self._may_be(base, copy):
            return [base, *chosen]
        # A base that came later is no parent; then what the copy has in common with the base tells nothing either.
        earlier = islice(self._ordered, 1, min(place, 1 + _HOLDERS))
        first = next((parent for parent in earlier if self._may_be(parent, copy)), None)
        return sorted({*chosen, *([first] if first else [])}, key=self._places.__getitem__)

    def _may_be(self, parent: str, copy: str) -> bool:
        before, after = self._articles[parent], self._articles[copy]
        return one_language(before, after) and not is_later(before, after)

    def _innovations(self, copy: str) -> tuple[tuple[str, ...], ...]:
        """The runs of a copy that the base has not."""
        if not self._base_runs:
            self._base_runs = frozenset(_runs(self._texts[self._ordered[0]].keys))
        return tuple({run: None for run in _runs(self._texts[copy].keys) if run not in self._base_runs})

    def _share(self, copy: str, parent: str) -> float:
        """Share of the copy's tokens that are in runs it shares with the parent."""
        self.aligned += 1
        keys = self._texts[copy].keys
        tiles = shared_tiles(keys, self._texts[parent].keys)
        return sum(length for _, _, length in tiles) / len(keys) if keys else 0.0


def _runs(keys: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(keys[offset:] for offset in range(_RUN)), strict=False)


def one_language(left: Article, right: Article) -> bool:
    """Whether the words of two articles can be compared; a text whose language is not known is compared with all."""
    return is_one_language(left.language, right.language)


def is_later(article: Article, than: Article) -> bool:
    """Whether an article was surely published after another."""
    return bool(article.published and than.published and article.published.order > than.published.order)
