"""Gathers families into stories: reports of one piece of news that share no text, in one language.

Declared stories are groups from the beginning and never join; what grouping finds may join them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from sitegen.config import Grouping
from sitegen.frozen import dataclass
from sitegen.group.bilingual.across import NOT_READ, Across
from sitegen.group.bilingual.bridges import Anchors, Bridge
from sitegen.group.bilingual.meaning import Meaning, Model
from sitegen.group.candidates.fingerprints import among_nearest
from sitegen.group.candidates.recalled import known_likenesses
from sitegen.group.clusters import Demands, Factor, Group, gathered
from sitegen.group.copies.families import Groups, Keeper
from sitegen.group.days import HIGHEST_WEIGHT, believed_day, weight_of_days, weight_of_unknown
from sitegen.group.likeness import (
    Terms,
    Vectors,
    common_places,
    likely_pairs,
    make_vectors,
)
from sitegen.group.prints import READER, Printer, whole_text
from sitegen.group.words import Indexes
from sitegen.model import Article, Link, Passage

_WORTH_A_LOOK = 0.04
"""Likeness of two articles below which their groups are never compared."""
_PARTNERS = 16
"""Articles most alike to one, by which its group meets others; with all of them time grew with the square."""
_FEW = 4
"""Articles of an archive in which twice the likeness is asked for: in two texts every shared word looks rare."""
_AROUND = 3
"""Times `likeness_days` within which reports are compared: what is too late to be one event is its background."""
_TOPIC = 2
"""Times the likeness that is enough, from which two articles of different stories are of one topic. Of 36 pairs of real
reports as alike and four days and more apart, read by hand, 34 are about one affair."""
_LINKS_EACH = 3
"""Links of likeness an article has, to those it is most alike."""
_WORDS_SHOWN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Reports:
    """An archive's articles by what they talk about. `articles` are sorted by id, which indexes count by."""

    articles: Sequence[Article]
    vectors: Vectors
    days: Sequence[int | None]
    """Ordinals of the days of publication; None where it is not known or not to be believed."""
    bridges: tuple[Bridge, ...]
    """What is asked about two languages, one after another; none where the archive has one language."""
    texts: Sequence[int]
    """Which text each of them is; copies of one have one number."""
    settings: Grouping
    printer: Printer = READER
    unknown: float = 1.0
    """What likeness counts where a day is not known."""

    @property
    def enough(self) -> float:
        """The likeness that is enough. More in an archive of a few articles, which knows little of what is rare."""
        return self.settings.likeness * (1 + _FEW / max(1, len(self.articles)))

    def with_texts(self, families: Iterable[frozenset[str]]) -> "Reports":
        """The same, where other articles have one text; what a word weighs stays."""
        text_of = {member: text for text, family in enumerate(families) for member in family}
        return replace(self, texts=[text_of[article.id] for article in self.articles])

    def factor(self, left: int, right: int) -> float:
        """What the likeness of two articles counts, by their days."""
        return weight_of_days(self.days[left], self.days[right], self.settings.likeness_days, self.unknown)

    def about_same_days(self, left: int, right: int) -> bool:
        """Whether two articles are compared at all, by their days; if only as background."""
        left_day, right_day = self.days[left], self.days[right]
        return (
            left_day is None or right_day is None or abs(left_day - right_day) <= self.settings.likeness_days * _AROUND
        )

    def same_language(self, left: int, right: int) -> bool:
        """Whether their words can be compared; a text whose language nobody knows is compared with all."""
        left_language, right_language = primary(self.articles[left]), primary(self.articles[right])
        return left_language == right_language or "und" in (left_language, right_language)


def primary(article: Article) -> str:
    """The primary subtag of an article's language."""
    return article.language.split("-")[0]


def read_reports(
    articles: Sequence[Article],
    terms: Sequence[Terms],
    families: Iterable[frozenset[str]],
    settings: Grouping,
    printer: Printer = READER,
    model: Model | None = None,
) -> Reports:
    """What the articles of an archive talk about; anchors and meanings are read where there are several languages."""
    text_of = {member: place for place, family in enumerate(families) for member in family}
    texts = np.array([text_of[article.id] for article in articles], dtype=np.int64)
    # First, for it needs most memory while it is done.
    vectors = make_vectors(terms, texts)
    printer.release()
    days = [believed_day(article) for article in articles]
    several = len({primary(article) for article in articles} - {"und"}) > 1
    bridges: list[Bridge] = []
    if several:
        bridges.append(Anchors(_across(articles, days, settings, printer), settings.anchors))
    if several and model:
        languages = [primary(article) for article in articles]
        bridges.append(Meaning(printer.meanings(articles, model), languages, model.name, settings.model_likeness))
    return Reports(
        articles=articles,
        vectors=vectors,
        days=days,
        bridges=tuple(bridges),
        texts=texts.tolist(),
        settings=settings,
        printer=printer,
        unknown=weight_of_unknown(days, settings.likeness_days),
    )


def _across(articles: Sequence[Article], days: Sequence[int | None], settings: Grouping, printer: Printer) -> Across:
    """What survives translation, read of those articles alone that may have a report in another language.

    Of an archive in one language with a single article in another, all were read: a third of the time of grouping.
    """
    read_across = among_languages([primary(article) for article in articles], days, settings.likeness_days * _AROUND)
    anchored = dict(zip(read_across, printer.anchors([articles[index] for index in read_across]), strict=True))
    return Across(
        (anchored.get(index, NOT_READ) for index in range(len(articles))), lambda index: whole_text(articles[index])
    )


def among_languages(languages: Sequence[str], days: Sequence[int | None], around: int) -> list[int]:
    """Articles that may have a report in another language, by index, ascending.

    They are those that are not in the main language, and those in it that are at most `around` days from one of these,
    or of which, or of one of these, the day is not known. Of unknown language nothing can be compared across languages.
    """
    counts = Counter(language for language in languages if language != "und")
    main = max(sorted(counts), key=counts.__getitem__, default="und")
    foreign = [index for index, language in enumerate(languages) if language not in (main, "und")]
    beside = [days[index] for index in foreign]
    known_days = np.array(sorted(day for day in beside if day is not None), dtype=np.int64)

    def near(day: int | None) -> bool:
        if day is None or len(known_days) < len(beside):
            return True
        return bool(known_days.searchsorted(day - around) < known_days.searchsorted(day + around, side="right"))

    of_main = [index for index, language in enumerate(languages) if language == main and near(days[index])]
    return sorted([*foreign, *of_main]) if foreign else []


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """The stories of an archive as far as its words tell."""

    groups: tuple[frozenset[str], ...]
    """Their articles, sorted by their first id."""
    links: tuple[Link, ...]
    """Those that joined families."""
    topics: tuple[tuple[str, str, float], ...]
    """Articles of different stories that are alike all the same, with their likeness; the few strongest of each."""


def gather_stories(
    families: Iterable[frozenset[str]],
    reports: Reports,
    keeper: Keeper,
    alone: Iterable[str] = (),
    beside: Mapping[tuple[int, int], float] = MappingProxyType({}),
) -> Gathered:
    """Groups of articles that are stories, and what is alike within them and between them.

    Those of `alone` (digests) are alike to many and join none. `beside` is how alike two are by what they do not share
    word for word: a pair that is not alike enough by that joins nothing.
    """
    index = {article.id: place for place, article in enumerate(reports.articles)}
    starts = _started(families, reports.articles)
    numbered = [part for group in starts for part in _by_language(group, reports.articles, index)]
    left, right, alike = _alike(reports, [index[digest] for digest in alone])
    strange = [first * len(index) + second for (first, second), rest in beside.items() if rest < reports.enough]
    kept = ~np.isin(left * len(index) + right, strange)
    left, right, alike = left[kept], right[kept], alike[kept]
    settings = reports.settings
    demands = Demands(least=reports.enough, core=settings.core, background=settings.background, most=HIGHEST_WEIGHT)
    texts = [len({reports.texts[member] for member in group}) for group in numbered]
    parts = gathered(numbered, texts, reports.vectors, (left, right, alike), demands, _factor(reports, keeper))
    groups = _united(starts, parts, reports.articles, index, keeper)
    story_of = _places(groups, len(index))
    family_of = _places([[index[member] for member in group] for group in starts], len(index))
    is_inside = story_of[left] == story_of[right]
    inside = is_inside & (family_of[left] != family_of[right]) & (alike >= reports.enough)
    between = ~is_inside & (alike >= _TOPIC * reports.enough)

    def chosen(places: NDArray[np.bool_]) -> list[tuple[int, int, float]]:
        return strongest(zip(left[places].tolist(), right[places].tolist(), alike[places].tolist(), strict=True))

    ids = [article.id for article in reports.articles]
    return Gathered(
        groups=tuple(sorted((frozenset(ids[member] for member in group) for group in groups), key=min)),
        links=tuple(_likeness_link(reports, *pair) for pair in chosen(inside)),
        topics=tuple((ids[first], ids[second], likeness) for first, second, likeness in chosen(between)),
    )


def _places(groups: Sequence[Sequence[int]], count: int) -> Indexes:
    """Of each of so many articles the place of the group that holds it."""
    places = np.zeros(count, dtype=np.int64)
    for place, members in enumerate(groups):
        places[list(members)] = place
    return places


def _started(families: Iterable[frozenset[str]], articles: Sequence[Article]) -> list[frozenset[str]]:
    """The families, those of one declared story together."""
    story = {article.id: article.story for article in articles}
    declared: dict[str, frozenset[str]] = {}
    free = []
    for family in families:
        name = next((story[member] for member in sorted(family) if story[member]), "")
        if name:
            declared[name] = declared.get(name, frozenset()) | family
        else:
            free.append(family)
    return sorted([*declared.values(), *free], key=min)


def _by_language(group: Iterable[str], articles: Sequence[Article], index: Mapping[str, int]) -> list[tuple[int, ...]]:
    """A group's articles, those in one language together: only their words can be compared."""
    parts: dict[str, list[int]] = {}
    for member in sorted(group):
        parts.setdefault(primary(articles[index[member]]), []).append(index[member])
    return [tuple(sorted(parts[language])) for language in sorted(parts)]


def _united(
    starts: Sequence[frozenset[str]],
    parts: Sequence[tuple[int, ...]],
    articles: Sequence[Article],
    index: Mapping[str, int],
    keeper: Keeper,
) -> tuple[tuple[int, ...], ...]:
    """The groups that begin together, in whatever language, with what each part of them was joined with."""
    united = Groups(article.id for article in articles)
    for group in starts:
        for member in group:
            united.join(min(group), member)
    for part in parts:
        first = articles[part[0]].id
        for place in part[1:]:
            joining = articles[place].id
            if united.root(first) != united.root(joining) and keeper.may_join(united.of(first), united.of(joining)):
                united.join(first, joining)
    return tuple(tuple(sorted(index[member] for member in group)) for group in united.all())


def _alike(reports: Reports, alone: Sequence[int]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Pairs of articles in one language worth a look, with their likeness by words."""
    left, right = likely_pairs(reports.vectors, reports.days)
    tongues = {
        name: number
        for number, name in enumerate(["und", *sorted({primary(article) for article in reports.articles} - {"und"})])
    }
    tongue = np.array([tongues[primary(article)] for article in reports.articles], dtype=np.int64)
    among = np.zeros(len(reports.articles), dtype=bool)
    among[list(alone)] = True
    same = (tongue[left] == tongue[right]) | (tongue[left] == 0) | (tongue[right] == 0)
    kept = _around(reports, left, right) & same & ~among[left] & ~among[right]
    left, right = left[kept], right[kept]
    likeness = known_likenesses(reports.vectors, left, right, reports.printer)
    worth = likeness >= _WORTH_A_LOOK
    left, right, likeness = left[worth], right[worth], likeness[worth]
    near = among_nearest(left, right, likeness, _PARTNERS)
    return left[near], right[near], likeness[near]


def _around(reports: Reports, left: Indexes, right: Indexes) -> NDArray[np.bool_]:
    """Whether two articles are of about the same days, pair by pair; those of unknown days are."""
    days = np.array([np.nan if day is None else day for day in reports.days], dtype=np.float64)
    distance: NDArray[np.float64] = np.abs(days[left] - days[right])
    # What is not known is not far.
    return ~(distance > reports.settings.likeness_days * _AROUND)


def _factor(reports: Reports, keeper: Keeper) -> Factor:
    """What the likeness of two groups counts by the middle of their days; nothing where a keeper said otherwise."""
    # Groups grow and share no article, so that their first and their size tell one from another.
    middles: dict[tuple[int, int], int | None] = {}

    def middle(group: Group) -> int | None:
        """The middle day."""
        if len(group.members) == 1:
            return reports.days[group.members[0]]
        key = (group.members[0], len(group.members))
        if key not in middles:
            days = sorted(day for member in group.members if (day := reports.days[member]) is not None)
            middles[key] = days[len(days) // 2] if days else None
        return middles[key]

    def ids(group: Group) -> list[str]:
        return [reports.articles[member].id for member in group.members]

    def factor(left: Group, right: Group) -> float:
        by_days = weight_of_days(middle(left), middle(right), reports.settings.likeness_days, reports.unknown)
        if by_days <= 0 or keeper.says_nothing:
            return by_days
        return by_days if keeper.may_join(ids(left), ids(right)) else 0.0

    return factor


def strongest(pairs: Iterable[tuple[int, int, float]]) -> list[tuple[int, int, float]]:
    """Those that are among the few strongest of either article, in order."""
    had: dict[int, int] = {}
    kept = []
    for left, right, likeness in sorted(pairs, key=lambda pair: (-pair[2], pair[0], pair[1])):
        if min(had.get(left, 0), had.get(right, 0)) < _LINKS_EACH:
            had[left], had[right] = had.get(left, 0) + 1, had.get(right, 0) + 1
            kept.append((left, right, likeness))
    return sorted(kept)


def _likeness_link(reports: Reports, left: int, right: int, likeness: float) -> Link:
    left_article, right_article = reports.articles[left], reports.articles[right]
    words = shared_words(reports, left, right)
    return Link(
        left=left_article.id,
        right=right_article.id,
        kind="likeness",
        strength=round(min(1.0, likeness), 4),
        evidence=tuple(_word(text) for text, _ in words),
        reason=f"alike by {likeness:.2f} in what they talk about, {reports.enough:.2f} is enough; "
        f"both say {', '.join(text for text, _ in words[:5])}",
    )


def _word(text: str) -> Passage:
    """A word both print, as evidence: it is no run, so it has no place."""
    return Passage(left=(0, 0), right=(0, 0), words=1, text=text)


def shared_words(reports: Reports, left: int, right: int) -> tuple[tuple[str, float], ...]:
    """The words that make two articles alike, as the left prints them, with their part of the likeness."""
    left_row, right_row = reports.vectors.row(left), reports.vectors.row(right)
    left_places, right_places = common_places(left_row[0], right_row[0])
    common = left_row[0][left_places]
    parts = left_row[1][left_places].astype(np.float64) * right_row[1][right_places]
    order = np.lexsort((common, -parts))[:_WORDS_SHOWN]
    mask = (1 << 32) - 1
    shares = {int(reports.vectors.words[common[place]]) & mask: float(parts[place]) for place in order.tolist()}
    printed = reports.printer.printed(reports.articles[left], shares)
    return tuple((printed[number], part) for number, part in shares.items() if number in printed)


def by_pair(links: Iterable[Link]) -> Mapping[tuple[str, str], Link]:
    """Links by their articles; of two for one pair, the one that rests on shared text."""
    strongest_links: dict[tuple[str, str], Link] = {}
    for link in links:
        strongest_links.setdefault((link.left, link.right), link)
    return strongest_links
