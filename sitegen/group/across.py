"""How alike two articles in different languages are, by what survives translation. No model; align/anchors.py reads.

Each anchor weighs by its kind and its rarity in the archive, whatever the language. The likeness is the cosine of what
both have, lowered where it rests on few anchors: one company's name is no story. Thresholds and what they reach: see
docs/architecture.md.

Tried and given up, by average precision on the labelled pairs: shared figures and capitalised words alone (.56); the
plain cosine (.77, a single rare name decides); figures, countries and skeletons without names (.68).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from babel import Locale
from numpy.typing import NDArray

from sitegen.align.anchors import anchors
from sitegen.group.fingerprints import Indexes
from sitegen.group.likeness import Weights

_READ = 4_000
"""Characters whose anchors are read: what a report is about stands in its first half, and reading is what costs."""
_LEAD = 400
"""Characters whose anchors count twice."""
_KINDS = {"figure": 1.3, "name": 1.0, "word": 1.0, "place": 1.0, "money": 0.7, "d": 1.5, "bones": 0.7, "credit": 1.0}
_ENOUGH = 5.0
"""Anchors of equal weight, that a likeness must rest on to count in full."""
_UNSEEN = 100
_WEIGHED = 4_000
"""Articles whose weights are kept."""
_REACH = 48
"""Articles on either side, in order of their days, that an article is paired with by one anchor."""
_COMMON = 0.1
_COMMON_AT_LEAST = 40
_AT_LEAST_SHARED = 3
_STEM = 6


@dataclass(frozen=True, slots=True)
class Anchored:
    """The anchors of one article."""

    found: Counter[str]
    """How often it has each."""
    language: str
    """Primary subtag."""


def anchored(text: str, language: str) -> Anchored:
    """What of an article survives translation; the beginning counts twice."""
    found = anchors(text[:_READ], language)
    found.update(anchors(text[:_LEAD], language))
    return Anchored(found, language.split("-")[0])


class Across:
    """The anchors of an archive, weighed. The order of `articles` is that of the indexes."""

    def __init__(self, articles: Iterable[Anchored]) -> None:
        self._languages: list[str] = []
        numbers: dict[str, int] = {}
        self._rows: list[tuple[NDArray[np.int32], NDArray[np.int32]]] = []
        # As numbers at once: names as texts are some hundred bytes each, for each article that has them.
        for one in articles:
            self._languages.append(one.language)
            own = [numbers.setdefault(name, len(numbers)) for name in one.found]
            self._rows.append((np.array(own, dtype=np.int32), np.array(list(one.found.values()), dtype=np.int32)))
        self._names = tuple(numbers)
        every = np.concatenate([own for own, _ in self._rows]) if self._rows else np.empty(0, dtype=np.int32)
        self._frequency: Indexes = np.bincount(every, minlength=len(numbers))
        self._weighed = lru_cache(maxsize=_WEIGHED)(self._weigh)

    def _weigh(self, article: int) -> tuple[NDArray[np.int32], Weights]:
        """Numbers of its anchors and their weights, in order of their names. Most articles are never asked for."""
        numbers, often = self._rows[article]
        order = np.array(sorted(range(len(numbers)), key=lambda at: self._names[numbers[at]]), dtype=np.int64)
        numbers = numbers[order]
        counts = np.array([_much(count) for count in often[order].tolist()], dtype=np.float64)
        rarity = [_rare(len(self._rows), articles) for articles in self._frequency[numbers].tolist()]
        kinds = np.array([_KINDS[_kind(self._names[number])] for number in numbers.tolist()], dtype=np.float64)
        weights = counts * np.array(rarity, dtype=np.float64) * kinds
        return numbers, (weights / max(1e-9, float(np.sqrt(weights @ weights)))).astype(np.float32)

    def shared(self, left: int, right: int) -> tuple[tuple[str, float], ...]:
        """The anchors that both have, weightiest first, each with its part of the cosine; one for each word."""
        one, other = self._weighed(left), self._weighed(right)
        common, at, at_other = np.intersect1d(one[0], other[0], assume_unique=True, return_indices=True)
        # In order of their names, so that what is added up does not depend on how names are numbered.
        common, at, at_other = common[at.argsort()], at[at.argsort()], at_other[at.argsort()]
        parts = one[1][at].astype(np.float64) * other[1][at_other]
        same_script = not {self._languages[left], self._languages[right]} & _OTHER_SCRIPTS
        by_stem: dict[str, tuple[float, float, str]] = {}
        for number, part in zip(common.tolist(), parts.tolist(), strict=True):
            name = self._names[number]
            stem = _stem(name)
            if same_script and name.startswith("bones "):
                continue
            total, most, best = by_stem.get(stem, (0.0, -1.0, ""))
            by_stem[stem] = (total + part, max(most, part), name if part > most else best)
        return tuple(sorted(((name, total) for total, _, name in by_stem.values()), key=lambda one: (-one[1], one[0])))

    def said(self, left: int, right: int) -> tuple[tuple[str, float], ...]:
        """The anchors that both have, in words, weightiest first."""
        parts: dict[str, float] = {}
        for name, part in self.shared(left, right):
            word = spoken(name)
            parts[word] = parts.get(word, 0.0) + part
        return tuple(parts.items())

    def likeness(self, left: int, right: int) -> float:
        """How alike two articles are, 0 to 1."""
        parts = [part for _, part in self.shared(left, right)]
        total = sum(parts)
        if total <= 0:
            return 0.0
        resting_on = total * total / sum(part * part for part in parts)
        return float(round(min(1.0, total * min(1.0, resting_on / _ENOUGH)), 6))

    def likely_pairs(self, days: Sequence[int | None]) -> tuple[tuple[int, int], ...]:
        """Pairs of two languages that share rare anchors, in order."""
        most = max(_COMMON_AT_LEAST, int(_COMMON * len(self._rows)))
        rare = (self._frequency > 1) & (self._frequency <= most) & self._in_several_languages()
        kept = [row[0][rare[row[0]]] for row in self._rows]
        owners = np.repeat(np.arange(len(kept)), [len(one) for one in kept])
        columns = np.concatenate(kept).astype(np.int64) if kept else np.empty(0, dtype=np.int64)
        day = np.array([-1 if one is None else one for one in days], dtype=np.int64)
        languages = {name: at for at, name in enumerate(sorted(set(self._languages)))}
        tongue = np.array([languages[one] for one in self._languages], dtype=np.int64)
        order = np.lexsort((owners, day[owners], columns))
        return self._beside(owners[order], columns[order], tongue)

    def _in_several_languages(self) -> NDArray[np.bool_]:
        """Of each anchor, whether an article has it that is not in the archive's main language; others pair nobody."""
        found = np.zeros(len(self._names), dtype=bool)
        counted = Counter(self._languages)
        main = max(sorted(counted), key=counted.__getitem__, default="")
        for language, (own, _) in zip(self._languages, self._rows, strict=True):
            if language != main:
                found[own] = True
        return found

    def _beside(self, owners: NDArray[np.int64], columns: Indexes, tongue: Indexes) -> tuple[tuple[int, int], ...]:
        found = [np.empty(0, dtype=np.int64)]
        for step in range(1, _REACH + 1):
            same = np.flatnonzero(columns[step:] == columns[:-step])
            one, other = owners[same], owners[same + step]
            apart = tongue[one] != tongue[other]
            one, other = one[apart], other[apart]
            found.append(np.minimum(one, other) * len(self._rows) + np.maximum(one, other))
        pairs, counts = np.unique(np.concatenate(found), return_counts=True)
        pairs = pairs[counts >= _AT_LEAST_SHARED]
        return tuple((int(pair) // len(self._rows), int(pair) % len(self._rows)) for pair in pairs.tolist())


@lru_cache(maxsize=_WEIGHED)
def _much(often: int) -> float:
    """What an anchor counts that stands so often in a text."""
    return 1 + float(np.log(often))


@lru_cache(maxsize=_WEIGHED)
def _rare(articles: int, having: int) -> float:
    """What an anchor weighs that so many of the articles have."""
    return float(np.log((articles + _UNSEEN) / having))


_OTHER_SCRIPTS = frozenset(("ar", "ru", "uk", "bg", "el", "he", "fa", "sr", "mk", "ur", "be", "kk", "und"))
"""Languages whose names are compared by their consonants."""


def spoken(name: str) -> str:
    """An anchor as a reader may see it: `place SY` is Syria, `d 9-14` is 09-14."""
    kind, _, rest = name.partition(" ")
    if not rest:
        return name
    if kind == "place":
        english = Locale.parse("en")
        return str(english.territories.get(rest, rest.split("/")[-1].replace("_", " ")))
    if kind == "d":
        month, _, day = rest.partition("-")
        return f"{int(month):02}-{int(day):02}"
    return {"bones": f"{rest}- (consonants)", "word": f"{rest}…", "name": rest.title()}.get(kind, rest)


def _kind(name: str) -> str:
    return name.split(" ", 1)[0] if " " in name else "figure"


def _stem(name: str) -> str:
    """Names and the stems of words are one thing when it is counted how many anchors there are."""
    kind, _, rest = name.partition(" ")
    return f"word {rest[:_STEM]}" if kind in ("name", "word") else name
