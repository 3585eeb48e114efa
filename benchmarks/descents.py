"""Families whose descent is known, made of real texts: copies of copies, edited, dated and credited in many ways.

The same seed gives the same families. Texts are edited as lists of paragraphs; ten kinds of edit, two of which the
fitting of the weights does not see.
"""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from benchmarks.corpus import articles
from sitegen.model import Article, Block, Credit, Moment, Source
from sitegen.text.tokenized import Tokenized, tokenize_blocks

Dates = Literal["right", "tied", "near", "partly wrong", "some absent", "absent"]
DATES: tuple[Dates, ...] = ("right", "tied", "near", "partly wrong", "some absent", "absent")
"""Days that rise, one day for all, days that rise and are off by one here and there, some of them wrong by up to
years, a third of them absent, all absent."""
DATED: tuple[Dates, ...] = ("right", "near", "tied", "some absent", "partly wrong")

Text = list[str]
Edit = Callable[[Text, random.Random, Sequence[str]], Text]
_BRANCHED = 0.25
_ABSENT = 0.1
_CITING = 0.3
"""Share of families whose first text cites an outlet that is not held, for a fact."""
_CARRIED = 0.8
"""How often a copy carries that on: it stands in the text."""
_NEAR = 0.35
"""Share of days that are off by one where days are near: an agency's is that of another time zone, or of an update."""
_FIRST_DAY = date(2021, 3, 1)
_SENTENCE = re.compile(r"(?<=[.!?]) +(?=[A-Z])")
_HOUSES = (
    {"percent": "per cent", "said": "told reporters", "Mr.": "Mr"},
    {"and": "&", "percent": "pct", "President": "Pres."},
    {"United States": "US", "U.S.": "US", "said": "says", "percent": "%"},
)
"""What the style of a house does to every text: two copies of one house depart alike, each for itself."""


def _cut_end(text: Text, rng: random.Random, _: Sequence[str]) -> Text:
    return text[: max(2, round(len(text) * rng.uniform(0.4, 0.9)))]


def _cut_paragraphs(text: Text, rng: random.Random, _: Sequence[str]) -> Text:
    gone = set(rng.sample(range(len(text)), min(len(text) - 1, rng.randint(1, 3))))
    return [paragraph for place, paragraph in enumerate(text) if place not in gone]


def _cut_sentences(text: Text, rng: random.Random, _: Sequence[str]) -> Text:
    place = rng.randrange(len(text))
    sentences = _SENTENCE.split(text[place])
    if len(sentences) > 1:
        del sentences[rng.randrange(len(sentences))]
    return [*text[:place], " ".join(sentences), *text[place + 1 :]]


def _add_paragraphs(text: Text, rng: random.Random, strange: Sequence[str]) -> Text:
    place = rng.choice((0, len(text), rng.randrange(len(text) + 1)))
    return [*text[:place], *rng.sample(strange, rng.randint(1, 2)), *text[place:]]


def _add_sentence(text: Text, rng: random.Random, strange: Sequence[str]) -> Text:
    place = rng.randrange(len(text))
    sentences = _SENTENCE.split(text[place])
    sentences.insert(rng.randrange(len(sentences) + 1), _SENTENCE.split(rng.choice(strange))[0])
    return [*text[:place], " ".join(sentences), *text[place + 1 :]]


def _words(text: Text, rng: random.Random, strange: Sequence[str]) -> Text:
    if rng.random() < 0.5:
        return _typos(text, rng)
    return _each_word(text, rng, rng.randint(2, 15), lambda _: rng.choice(rng.choice(strange).split()))


def _typos(text: Text, rng: random.Random) -> Text:
    return _each_word(text, rng, rng.randint(1, 3), lambda word: word[:1] + word[2:3] + word[1:2] + word[3:])


def _each_word(text: Text, rng: random.Random, count: int, change: Callable[[str], str]) -> Text:
    changed = list(text)
    for _ in range(count):
        place = rng.randrange(len(changed))
        words = changed[place].split()
        if words:
            at = rng.randrange(len(words))
            words[at] = change(words[at])
            changed[place] = " ".join(words)
    return changed


def _house(text: Text, rng: random.Random, _: Sequence[str]) -> Text:
    house = rng.choice(_HOUSES)
    changed = []
    for paragraph in text:
        for word, other in house.items():
            paragraph = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", other, paragraph)
        changed.append(paragraph)
    return changed


def _reword(text: Text, rng: random.Random, strange: Sequence[str]) -> Text:
    changed = list(text)
    for _ in range(rng.randint(1, 3)):
        place = rng.randrange(len(changed))
        sentences = _SENTENCE.split(changed[place])
        at = rng.randrange(len(sentences))
        words = sentences[at].split()
        half = words[: len(words) // 2]
        sentences[at] = " ".join([*rng.choice(strange).split()[: len(words) - len(half)], *half])
        changed[place] = " ".join(sentences)
    return changed


def _rewrite(text: Text, rng: random.Random, strange: Sequence[str]) -> Text:
    """A fifth to a half of the sentences stay, between others."""
    kept = []
    share = rng.uniform(0.2, 0.5)
    for paragraph in text:
        sentences = [sentence for sentence in _SENTENCE.split(paragraph) if rng.random() < share]
        own = rng.choice(_SENTENCE.split(rng.choice(strange)))
        kept.append(" ".join([*sentences, own] if rng.random() < 0.5 else [own, *sentences]))
    return kept


def _move(text: Text, rng: random.Random, _: Sequence[str]) -> Text:
    moved = list(text)
    paragraph = moved.pop(rng.randrange(len(moved)))
    moved.insert(rng.randrange(len(moved) + 1), paragraph)
    return moved


EDITS: Mapping[str, Edit] = {
    "cut at the end": _cut_end,
    "paragraphs cut": _cut_paragraphs,
    "sentences cut": _cut_sentences,
    "paragraphs added": _add_paragraphs,
    "a sentence added": _add_sentence,
    "words replaced": _words,
    "rewritten": _rewrite,
    "house style": _house,
    "sentences reworded": _reword,
    "a paragraph moved": _move,
}
KEPT_OUT = ("sentences reworded", "a paragraph moved")
"""Edits that the fitting does not see."""
_OFTEN = {"rewritten": 0.3}
"""How often an edit is made beside the others, where that is not as often."""
SEEN = tuple(name for name in EDITS if name not in KEPT_OUT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Descent:
    """A family with the truth about it."""

    articles: Mapping[str, Article]
    """By id, in an order that tells nothing."""
    texts: Mapping[str, Tokenized]
    sources: Mapping[str, Source]
    parents: Mapping[str, str]
    """Of each copy its true parent; empty for one that was taken from none that is held."""
    dates: Dates
    counted: frozenset[str] | None = None
    """Copies whose parents are asked for; None for all."""

    @property
    def copies(self) -> tuple[str, ...]:
        """The ids of its articles."""
        return tuple(self.articles)


def made_descent(
    rng: random.Random, dates: Dates, edits: Sequence[str] = SEEN, most: int = 24, willing: float | None = None
) -> Descent:
    """A family of 2 to `most` copies of one real article, by edits of the given kinds.

    `willing` is the share of its copies that credit somebody; None for any.
    """
    count = min(most, 2 + int(rng.expovariate(1 / 6)))
    pool = articles()
    text = _long(rng, pool)
    strange = [paragraph for _ in range(4) for paragraph in _long(rng, pool)]
    texts, parents, days = [text], [-1], [0]
    shape = rng.choice(("star", "chain", "any"))
    for place in range(1, count):
        parent = _parent_of(place, shape, rng)
        copy = texts[parent]
        for name in rng.choices(edits, [_OFTEN.get(name, 1) for name in edits], k=rng.choice((0, 1, 1, 2, 2, 3, 4))):
            copy = EDITS[name](copy, rng, strange) or copy
        texts.append(copy)
        parents.append(parent)
        days.append(days[parent] + rng.choice((0, 1, 1, 2, 3, 5)))
    kinds = ["agency" if rng.random() < 0.4 else "newspaper", *["newspaper"] * (count - 1)]
    if rng.random() < 0.1 and count > 3:
        kinds[rng.randrange(1, count)] = "agency"
    credits = _credits(parents, rng, willing)
    _cite_a_stranger(credits, parents, rng)
    names = [f"c{number:02}" for number in rng.sample(range(100), count)]
    outlet = {
        place: Source(id=f"outlet-{place}", name=f"{_OUTLETS[place]} Courier", kind=kind)
        for place, kind in enumerate((*kinds, "newspaper"))
    }  # type: ignore[arg-type]
    # Some families lack the text that all was taken from.
    absent = {0} if count > 2 and rng.random() < _ABSENT else set()
    moments = _moments(days, dates, rng)
    held = [place for place in range(count) if place not in absent]
    rng.shuffle(held)
    made = {
        names[place]: made_article(
            names[place],
            texts[place],
            source=outlet[place].id,
            published=moments[place],
            credits=tuple(
                Credit(name=outlet[who].name, phrase="", line=1, channel=channel)
                for who, channel in credits[place]  # type: ignore[arg-type]
            ),
        )
        for place in held
    }
    return Descent(
        articles=made,
        texts={name: tokenize_blocks(article.blocks) for name, article in made.items()},
        sources={outlet[place].id: outlet[place] for place in held},
        parents={
            names[place]: names[parents[place]] if parents[place] >= 0 and parents[place] not in absent else ""
            for place in held
        },
        dates=dates,
    )


_OUTLETS = tuple(
    f"{one}{two}"
    for one in ("Nor", "Ber", "Hol", "Wes", "Lin", "Mar", "Tor", "Gal")
    for two in ("den", "stow", "wick", "by")
)


_PAGE = Source(id="page", name="Norden Gazette", kind="newspaper")
"""The outlet of the versions of one page, where that is told."""


def made_article(name: str, text: Text, **values: object) -> Article:
    """An article of paragraphs."""
    blocks = tuple(
        Block(id=f"b{place + 1}", role="paragraph", text=paragraph, line=place + 1)
        for place, paragraph in enumerate(text)
    )
    settings = {"path": f"{name}.txt", "title": name, "language": "en", "digest": "0" * 64, "size": 1, **values}
    return Article(id=name, blocks=blocks, **settings)  # type: ignore[arg-type]


def _long(rng: random.Random, pool: Sequence[Sequence[str]]) -> Text:
    while True:
        text = [paragraph for paragraph in rng.choice(pool) if len(paragraph.split()) > 6]
        if len(text) >= 5:
            return text[:40]


def _parent_of(place: int, shape: str, rng: random.Random) -> int:
    if shape == "star" and rng.random() < 0.7:
        return 0
    if shape == "chain" and rng.random() < 0.7:
        return place - 1
    return rng.randrange(place)


def _credits(parents: Sequence[int], rng: random.Random, willing: float | None) -> list[list[tuple[int, str]]]:
    """Whom each copy credits, and in which channel: in a half of the families nobody credits anybody."""
    if willing is None:
        willing = 0.0 if rng.random() < 0.5 else rng.uniform(0.2, 0.9)
    credits: list[list[tuple[int, str]]] = []
    for place, parent in enumerate(parents):
        own: list[tuple[int, str]] = []
        if place and rng.random() < 0.5:
            own += credits[parent]
        if place and rng.random() < willing:
            whom = parent if rng.random() < 0.6 else 0
            own.append((whom, rng.choice(("field", "byline", "dateline", "text"))))
        if rng.random() < 0.03:
            own.append((rng.randrange(len(parents)), "text"))
        credits.append([(who, channel) for who, channel in dict(own).items() if who != place])
    return credits


def _cite_a_stranger(credits: list[list[tuple[int, str]]], parents: Sequence[int], rng: random.Random) -> None:
    """In some families the first text cites an outlet that no copy is of, and most that carry it on do too.

    Its number is that behind the last copy. So two copies that name one outlet may be its copies, or one the other's.
    """
    if rng.random() >= _CITING:
        return
    cited = (len(parents), "text")
    citing: list[bool] = []
    for place, parent in enumerate(parents):
        citing.append(place == 0 or (citing[parent] and rng.random() < _CARRIED))
        if citing[-1]:
            credits[place].append(cited)


def _moments(days: Sequence[int], dates: Dates, rng: random.Random) -> list[Moment | None]:
    """Days; in a third of the families hours too, which rise with each copy and may be those of an update."""
    found: list[Moment | None] = []
    clocks = dates in ("right", "near") and rng.random() < 1 / 3
    for number, day in enumerate(days):
        if dates == "absent" or (dates == "some absent" and rng.random() < 1 / 3):
            found.append(None)
            continue
        if dates == "tied":
            day = 0
        if dates == "near" and rng.random() < _NEAR:
            day += rng.choice((-1, 1))
        if dates == "partly wrong" and rng.random() < 0.15:
            day += rng.choice((-400, -30, -3, 3, 30, 700))
        if clocks:
            hour = min(23, 3 + number if rng.random() < 0.95 else rng.randrange(24))
            time = datetime(_FIRST_DAY.year, _FIRST_DAY.month, _FIRST_DAY.day, hour, tzinfo=UTC) + timedelta(days=day)
            found.append(Moment(day=time.date(), time=time))
        else:
            found.append(Moment(day=_FIRST_DAY + timedelta(days=day)))
    return found


def branched(
    descent_texts: Sequence[Text], rng: random.Random, *, unsure: float = 1 / 6, of_one_outlet: bool = False
) -> Descent:
    """A chain of versions, each later than the one before; beside a quarter of them a sibling branches off.

    Days are made of the versions' order; a share of `unsure` of them is absent, as many are tied with the version
    before. With one seed the texts are the same, whatever is known of their days and their outlet.
    """
    pool = articles()
    strange = [paragraph for _ in range(3) for paragraph in _long(rng, pool)]
    texts: list[Text] = []
    parents: list[int] = []
    days: list[int | None] = []
    chain: list[int] = []
    day, before = 0, -1
    for text in descent_texts:
        texts.append(text)
        parents.append(before)
        before = len(texts) - 1
        chain.append(before)
        chance = rng.random()
        days.append(None if chance < unsure else day)
        own = day
        day += 0 if unsure <= chance < 2 * unsure else 4
        if rng.random() < _BRANCHED and len(texts) < 22:
            branch = text
            for name in rng.choices(SEEN, k=2):
                branch = EDITS[name](branch, rng, strange) or branch
            texts.append(branch)
            parents.append(before)
            days.append(own + 2)
    names = [f"v{number:02}" for number in rng.sample(range(100), len(texts))]
    made = {}
    for place in rng.sample(range(len(texts)), len(texts)):
        known = days[place]
        made[names[place]] = made_article(
            names[place],
            texts[place],
            source=_PAGE.id if of_one_outlet else "",
            published=None if known is None else Moment(day=_FIRST_DAY + timedelta(days=known)),
        )
    return Descent(
        articles=made,
        texts={name: tokenize_blocks(article.blocks) for name, article in made.items()},
        sources={_PAGE.id: _PAGE} if of_one_outlet else {},
        parents={names[place]: names[parent] if parent >= 0 else "" for place, parent in enumerate(parents)},
        dates="some absent",
        counted=frozenset(names[place] for place in chain if parents[place] >= 0),
    )


def without_outlets(descent: Descent) -> Descent:
    """The same family, of which nobody knows who printed what."""
    articles = {name: replace(article, source="", credits=()) for name, article in descent.articles.items()}
    return replace(descent, articles=articles, sources={})


def without_dates(descent: Descent) -> Descent:
    """The same family, undated."""
    return replace(
        descent,
        articles={name: replace(article, published=None) for name, article in descent.articles.items()},
        dates="absent",
    )
