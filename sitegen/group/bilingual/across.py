"""How alike two articles in different languages are, by what survives translation. No model; align/anchors.py reads.

Each anchor weighs by its kind and its rarity in the archive, whatever the language. The likeness is the cosine of what
both have, lowered where it rests on few things: one company's name is no story, nor is a city with its country, or a
person's name of three words. It is raised where rare ones stand in one order in both. Thresholds and what they reach:
see docs/architecture.md.

Tried and given up, by average precision on the labelled pairs: shared figures and capitalised words alone (.56); the
plain cosine (.77, a single rare name decides); figures, countries and skeletons without names (.68).
"""

import json
from bisect import bisect
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sitegen.align.anchors import anchors
from sitegen.align.sequence import FIGURES_BESIDE, NAMES_BESIDE, in_order, positions, together
from sitegen.frozen import dataclass
from sitegen.group.bilingual.weighed import (
    WHOLES,
    Weighed,
    evenly,
    kind_of,
    most,
    most_by_cosine,
    spoken,
    stem_of,
    whole_of,
)
from sitegen.group.likeness import Weights, numbered
from sitegen.group.words import Hashes, Indexes, name_hashes

_READ = 4_000
"""Characters whose anchors are read: what a report is about stands in its first half, and reading is what costs."""
_LEAD = 400
"""Characters whose anchors count twice."""
_KINDS = {"figure": 1.3, "name": 1.0, "word": 1.0, "place": 1.0, "money": 0.7, "d": 1.5, "bones": 0.7, "credit": 1.0}
_KIND_WEIGHTS = np.array([*_KINDS.values()], dtype=np.float64)
_KIND_NUMBERS = {kind: number for number, kind in enumerate(_KINDS)}
_UNSEEN = 100
_WEIGHED = 4_000
"""Articles whose weights are kept."""
_REACH = 48
"""Articles on either side, in order of their days, that an article is paired with by one anchor."""
_COMMON = 0.1
_COMMON_AT_LEAST = 40
_AT_LEAST_SHARED = 3
_RARE = 0.03
_RARE_AT_LEAST = 20
"""Articles that may have an anchor whose place counts."""
_KEPT = 4_000
"""Articles whose places are remembered."""


@dataclass(frozen=True, slots=True)
class Anchored:
    """The anchors of one article, in the order of their names. The names of most articles are never asked for."""

    language: str
    """Primary subtag."""
    hashes: Hashes
    """What stands for each; that two names of an archive have one is not to be expected, and is left to chance."""
    often: NDArray[np.uint16]
    """How often it has each."""
    kinds: NDArray[np.uint8]
    """The number of the kind of each."""
    wholes: tuple[str, ...]
    """Those of them that others may be part of."""
    names: Callable[[], Sequence[str]]


def anchored(text: str, language: str, credited: Iterable[str] = ()) -> Anchored:
    """What of an article survives translation, whom it credits included; the beginning counts twice."""
    names = anchors(text[:_READ], language)
    names.update(anchors(text[:_LEAD], language))
    names.update(credited)
    return counted(names, language.split("-")[0])


def counted(counts: Mapping[str, int], language: str) -> Anchored:
    """The anchors of an article in a language, by how often it has each."""
    names = sorted(counts)
    often = np.array([counts[name] for name in names], dtype=np.uint16)
    kinds = np.array([_KIND_NUMBERS[kind_of(name)] for name in names], dtype=np.uint8)
    # Those of one kind stand together: `!` comes next after a space.
    wholes = [
        whole_name for kind in WHOLES for whole_name in names[bisect(names, f"{kind} ") : bisect(names, f"{kind}!")]
    ]
    # As one text: as many they are some hundred bytes each, for each article that has them.
    text = json.dumps(names)
    return Anchored(language, name_hashes(names), often, kinds, tuple(wholes), lambda: tuple(json.loads(text)))


NOT_READ = counted({}, "und")
"""Stands for an article whose anchors nobody needs."""


class Across:
    """The anchors of an archive, weighed. The order of `articles` is that of the indexes; some may be `NOT_READ`.

    `text` gives the text of one of them, as its anchors were read; asked for where a pair is worth it.
    """

    def __init__(self, articles: Iterable[Anchored], text: Callable[[int], str]) -> None:
        self._places = lru_cache(maxsize=_KEPT)(lambda index: positions(text(index)[:_READ]))
        self._languages: list[str] = []
        self._named: list[Callable[[], Sequence[str]]] = []
        hashes: list[Hashes] = []
        often: list[NDArray[np.uint16]] = []
        kinds: list[NDArray[np.uint8]] = []
        wholes: set[str] = set()
        for article_anchors in articles:
            self._languages.append(article_anchors.language)
            self._named.append(article_anchors.names)
            hashes.append(article_anchors.hashes)
            often.append(article_anchors.often)
            kinds.append(article_anchors.kinds)
            wholes.update(article_anchors.wholes)
        borders = np.cumsum([len(row) for row in hashes])[:-1]
        keys = np.concatenate(hashes) if hashes else np.empty(0, dtype=np.uint64)
        del hashes
        distinct, numbers = numbered(keys)
        del keys
        self._rows = list(zip(np.split(numbers, borders), often, kinds, strict=True)) if often else []
        self._read = sum(1 for counts in often if len(counts))
        """How many articles have anchors: what is rare is rare among these."""
        self._frequency: Indexes = np.bincount(numbers, minlength=len(distinct))
        self._names: dict[int, str] = {}
        """Of the articles that were asked for, by number."""
        self._name = lru_cache(maxsize=_WEIGHED)(self._read_names)
        self._weighed = lru_cache(maxsize=_WEIGHED)(self._weigh)
        self._placed = np.zeros(len(distinct))
        """What the anchors of one article weigh, by number."""
        self._placed_article = -1
        self._wholes = whole_of(sorted(wholes))

    def _weigh(self, article: int) -> tuple[NDArray[np.int32], Weights]:
        """Numbers of its anchors and their weights, in order of their names. Most articles are never asked for."""
        numbers, often, kinds = self._rows[article]
        counts = np.array([_much(count) for count in often.tolist()], dtype=np.float64)
        rarity = [_rare(self._read, articles) for articles in self._frequency[numbers].tolist()]
        weights = counts * np.array(rarity, dtype=np.float64) * np.take(_KIND_WEIGHTS, kinds, mode="clip")
        return numbers, (weights / max(1e-9, float(np.sqrt(weights @ weights)))).astype(np.float32)

    def _read_names(self, article: int) -> None:
        """Those of the anchors of an article. Of most nobody asks them."""
        self._names.update(zip(self._rows[article][0].tolist(), self._named[article](), strict=True))

    def _cosine(self, left: int, right: int) -> float:
        """By all that both have; quick for one article with many others."""
        if self._placed_article != left:
            if self._placed_article >= 0:
                self._placed[self._weighed(self._placed_article)[0]] = 0
            numbers, weights = self._weighed(left)
            self._placed[numbers] = weights
            self._placed_article = left
        numbers, weights = self._weighed(right)
        return float(self._placed[numbers] @ weights)

    def shared(self, left: int, right: int) -> tuple[tuple[str, float], ...]:
        """The anchors that both have, weightiest first, each with its part of the cosine; one for each word."""
        self._name(left)
        left_weights, right_weights = self._weighed(left), self._weighed(right)
        common, left_places, right_places = np.intersect1d(
            left_weights[0], right_weights[0], assume_unique=True, return_indices=True
        )
        # In order of their names, so that what is added up does not depend on how names are numbered.
        order = left_places.argsort()
        common, left_places, right_places = common[order], left_places[order], right_places[order]
        parts = left_weights[1][left_places].astype(np.float64) * right_weights[1][right_places]
        same_script = not {self._languages[left], self._languages[right]} & _OTHER_SCRIPTS
        by_stem: dict[str, tuple[float, float, str]] = {}
        for number, part in zip(common.tolist(), parts.tolist(), strict=True):
            name = self._names[number]
            stem = stem_of(name)
            if same_script and name.startswith("bones "):
                continue
            total, most, best = by_stem.get(stem, (0.0, -1.0, ""))
            by_stem[stem] = (total + part, max(most, part), name if part > most else best)
        return tuple(
            sorted(
                ((name, total) for total, _, name in by_stem.values()),
                key=lambda entry: (-entry[1], entry[0]),
            )
        )

    def named_parts(self, left: int, right: int) -> tuple[tuple[str, float], ...]:
        """The anchors that both have, in words, weightiest first."""
        parts: dict[str, float] = {}
        for name, part in self.shared(left, right):
            word = spoken(name)
            parts[word] = parts.get(word, 0.0) + part
        return tuple(sorted(parts.items(), key=lambda entry: (-entry[1], entry[0])))

    def most(self, left: int, right: int, least: float = 0.0) -> float:
        """What two articles are alike at most, told without their texts; less precisely where that is below `least`."""
        bound = most_by_cosine(self._cosine(left, right))
        return bound if bound < least else most([part for _, part in self.shared(left, right)])

    def weighed(self, left: int, right: int) -> Weighed:
        """All that decides how alike two articles are; reads their texts."""
        shared = self.shared(left, right)
        left_places, right_places = self._places(left), self._places(right)
        where = {
            name: (left_places[key], right_places[key])
            for name, _ in shared
            if (key := name.rstrip("%")) in left_places.keys() & right_places
        }
        groups: list[tuple[str, ...]] = []
        for figures, beside in ((False, NAMES_BESIDE), (True, FIGURES_BESIDE)):
            names = [name for name in where if (kind_of(name) == "figure") is figures]
            joined = together([where[name] for name in names], beside)
            groups += [tuple(names[place] for place in group) for group in joined]
        number_of = {self._names[number]: number for number in self._weighed(left)[0].tolist()}
        rare = [group for group in groups if any(self._is_rare(number_of[name]) for name in group)]
        parts = self._things(shared, groups)
        return Weighed(
            shared=shared,
            cosine=sum(parts),
            rests_on=evenly(parts),
            placed=len(rare),
            ordered=in_order(where[group[0]] for group in rare),
        )

    def _is_rare(self, number: int) -> bool:
        most = max(_RARE_AT_LEAST, _RARE * self._read)
        return len(self._names[number]) > 1 and bool(self._frequency[number] <= most)

    def _things(self, shared: Sequence[tuple[str, float]], groups: Iterable[Sequence[str]]) -> list[float]:
        """The parts of the cosine by what they stand for: one for a name of several words, one for a country."""
        thing = {name: self._wholes.get(name, name) for name, _ in shared}
        for group in groups:
            thing |= {name: thing[group[0]] for name in group if thing[name] == name}
        parts: dict[str, float] = {}
        for name, part in shared:
            parts[thing[name]] = parts.get(thing[name], 0.0) + part
        return list(parts.values())

    def likely_pairs(self, days: Sequence[int | None]) -> tuple[tuple[int, int], ...]:
        """Pairs of two languages that share rare anchors, in order."""
        most = max(_COMMON_AT_LEAST, int(_COMMON * self._read))
        rare = (self._frequency > 1) & (self._frequency <= most) & self._in_several_languages()
        kept = [row[0][rare[row[0]]] for row in self._rows]
        owners = np.repeat(np.arange(len(kept)), [len(names) for names in kept])
        columns = np.concatenate(kept).astype(np.int64) if kept else np.empty(0, dtype=np.int64)
        day = np.array([-1 if known_day is None else known_day for known_day in days], dtype=np.int64)
        languages = {name: number for number, name in enumerate(sorted(set(self._languages)))}
        tongue = np.array([languages[language] for language in self._languages], dtype=np.int64)
        order = np.lexsort((owners, day[owners], columns))
        return self._beside(owners[order], columns[order], tongue)

    def _in_several_languages(self) -> NDArray[np.bool_]:
        """Of each anchor, whether an article has it that is not in the archive's main language; others pair nobody."""
        several = np.zeros(len(self._frequency), dtype=bool)
        articles = Counter(
            language for language, (row, _, _) in zip(self._languages, self._rows, strict=True) if len(row)
        )
        main = max(sorted(articles), key=articles.__getitem__, default="")
        for language, (row, _, _) in zip(self._languages, self._rows, strict=True):
            if language != main:
                several[row] = True
        return several

    def _beside(self, owners: NDArray[np.int64], columns: Indexes, tongue: Indexes) -> tuple[tuple[int, int], ...]:
        neighbours = [np.empty(0, dtype=np.int64)]
        for step in range(1, _REACH + 1):
            same = np.flatnonzero(columns[step:] == columns[:-step])
            left, right = owners[same], owners[same + step]
            apart = tongue[left] != tongue[right]
            left, right = left[apart], right[apart]
            neighbours.append(np.minimum(left, right) * len(self._rows) + np.maximum(left, right))
        pairs, counts = np.unique(np.concatenate(neighbours), return_counts=True)
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
