"""Builds the stories that have changed and takes the others from the cache. The output is the same either way.

Knows what a built story is; store.py knows how to keep bytes, engine.py where work runs.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from sitegen.config import Config
from sitegen.engine import Engine, Lost, ThisProcess
from sitegen.model import Article, EditorPage, File, Source, Story, StorySummary
from sitegen.publish import Entry
from sitegen.render import Theme
from sitegen.reuse.articles import Shelf, whole
from sitegen.reuse.cards import Cards
from sitegen.reuse.plain import from_plain
from sitegen.reuse.reasons import Reasons
from sitegen.store import LostValue, Store, key_for, pack, parse_json, tool_digest, unpack
from sitegen.story import StoryInput, StoryOutput, build_story
from sitegen.views.pages import Frame

Explain = Callable[[str, str], None]
"""Told a story's id and why it was built or not."""
_SECONDS_A_BYTE = 2.5e-6
"""Of reading, laying out and rendering a text; a story of one article costs some 6 ms."""
_SECONDS_A_BYTE_COMPARED = 4e-6
"""For each pair that a text stands in ..."""
_MOST_PAIRS = 50
"""... and pairs that are counted at the most: a story's budget bounds them."""
_PART_BYTES = 8_000_000
"""Of the files of a story that lie together in the cache; nearly all stories are one part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A story as the rest of the build needs it; what its files hold is fetched when it is asked for."""

    summary: StorySummary
    urls: tuple[str, ...]
    digest: str
    """The hash of both: what is made of all stories depends on no more."""
    searchable: tuple[str, ...]
    comparisons: int
    entries: tuple[Entry, ...]
    """Its files."""
    files: Callable[[], tuple[File, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Card:
    """What of a built story is kept apart from the bytes of its files."""

    summary: StorySummary
    urls: tuple[str, ...]
    digest: str
    searchable: tuple[str, ...]
    comparisons: int
    entries: tuple[tuple[str, int, str], ...]
    """Path, size and SHA-256 of each file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Same:
    """What all stories of a build are given."""

    config: Config
    frame: Frame
    theme: Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """What one story is given."""

    story: Story
    articles: tuple[Article, ...]
    sources: tuple[Source, ...]
    """Those of its articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotMade:
    """A story that could not be built."""

    story: Story
    reason: str


def build_own(same: Same, own: Own) -> StoryOutput:
    """One story, in whatever process. What `StoryInput` holds is all that it depends on."""
    return build_story(
        StoryInput(
            story=own.story,
            articles=whole(own.articles),
            sources=own.sources,
            config=same.config,
            frame=same.frame,
            theme=same.theme,
        )
    )


def build_stories(
    same: Same,
    stories: Sequence[Own],
    shelf: Shelf,
    store: Store,
    engine_for: Callable[[Sequence[float]], Engine],
    explain: Explain,
    begin: Callable[[str], None] = lambda _: None,
) -> Iterator[Made | NotMade]:
    """Each story, in any order. `engine_for` gives an engine for work of those predicted seconds.

    `begin` is told the id of the next story; where several processes work, of the costliest that is not done.
    """
    reasons, cards = Reasons(store, same.config, same.theme, same.frame), Cards(store)
    sources = _SourceKeys()
    keys = [_key(reasons.shared, one, shelf, sources) for one in stories]
    changed: list[int] = []
    for index, (own, key) in enumerate(zip(stories, keys, strict=True)):
        card = _kept(cards, store, own, key)
        if card is None:
            changed.append(index)
        else:
            explain(own.story.id, "kept: nothing it depends on has changed")
            yield _made(card, partial(_files_again, same, own, store, key, card))
    given = [stories[index] for index in changed]
    parts = [reasons.parts(one.story, _digests(one, shelf), one.sources) for one in given]
    for own, now in zip(given, parts, strict=True):
        before = cards.get(own.story.id)
        explain(own.story.id, f"built: {reasons.why(now, before.parts if before else None)}")
    costs = [_seconds(one) for one in given]
    engine = engine_for(costs)
    waiting = _Waiting(costs, in_order=isinstance(engine, ThisProcess))
    if given:
        begin(given[waiting.next()].story.id)
    for at, output in engine.map(build_own, same, given, costs):
        if isinstance(output, Lost):
            yield NotMade(story=given[at].story, reason=output.reason)
        else:
            key, card = keys[changed[at]], card_of(output)
            cards.put(given[at].story.id, key, parts[at], card)
            for part_key, part in _parts(key, card):
                files = output.files[part.start : part.stop]
                store.put(part_key, pack([file.path for file in files], [file.content for file in files]))
            yield _made(card, lambda output=output: output.files)  # type: ignore[misc]
        if (turn := waiting.done(at)) is not None:
            begin(given[turn].story.id)
    cards.keep()
    reasons.keep()


class _Waiting:
    """Which of some stories comes next."""

    def __init__(self, costs: Sequence[float], *, in_order: bool) -> None:
        self._order = sorted(range(len(costs)), key=lambda place: (0 if in_order else -costs[place], place))
        self._done: set[int] = set()
        self._first = 0

    def next(self) -> int:
        """The first that is not done."""
        return self._order[self._first]

    def done(self, place: int) -> int | None:
        """Says that a story is done; the next, None after the last."""
        self._done.add(place)
        while self._first < len(self._order) and self._order[self._first] in self._done:
            self._first += 1
        return self.next() if self._first < len(self._order) else None


def shared_key(same: Same, sources: Sequence[Source], pages: Sequence[EditorPage] = ()) -> str:
    """Of all that every page of the whole site depends on, besides stories."""
    return key_for("site", tool_digest(), same.config, same.theme.digest, sources, pages)


class _SourceKeys:
    """Hashes of sources, each made once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, ...], str] = {}

    def of(self, sources: tuple[Source, ...]) -> str:
        """Of the sources of one story; those of a build have different ids."""
        names = tuple(one.id for one in sources)
        if names not in self._known:
            self._known[names] = key_for(sources)
        return self._known[names]


def _key(shared: str, own: Own, shelf: Shelf, sources: _SourceKeys) -> str:
    """Of everything a story's output depends on."""
    return key_for("story", shared, own.story, _digests(own, shelf), sources.of(own.sources))


def _digests(own: Own, shelf: Shelf) -> list[tuple[str, str]]:
    return [(one.id, shelf.digest(one)) for one in own.articles]


def _seconds(own: Own) -> float:
    size = sum(article.size for article in own.articles)
    compared = min(_MOST_PAIRS, sum(len(family.copies) - 1 for family in own.story.families))
    return size * (_SECONDS_A_BYTE + _SECONDS_A_BYTE_COMPARED * compared)


def _made(card: _Card, files: Callable[[], tuple[File, ...]]) -> Made:
    return Made(
        summary=card.summary,
        urls=card.urls,
        digest=card.digest,
        searchable=card.searchable,
        comparisons=card.comparisons,
        entries=tuple(Entry(path=path, size=size, sha256=sha256) for path, size, sha256 in card.entries),
        files=files,
    )


def card_of(output: StoryOutput) -> _Card:
    """What is kept of a story besides the bytes of its files."""
    return _Card(
        summary=output.summary,
        urls=output.urls,
        digest=key_for(output.summary, output.urls),
        searchable=output.searchable,
        comparisons=output.comparisons,
        entries=_entries(output.files),
    )


def _entries(files: Sequence[File]) -> tuple[tuple[str, int, str], ...]:
    """Path, size and SHA-256 of files."""
    return tuple((file.path, len(file.content), hashlib.sha256(file.content).hexdigest()) for file in files)


def _kept(cards: Cards, store: Store, own: Own, key: str) -> _Card | None:
    """What is kept of a story that nothing has changed of."""
    known = cards.get(own.story.id)
    if known is None or known.key != key:
        return None
    try:
        card = from_plain(_Card, parse_json(known.content))
    except LostValue:
        return None
    if card.summary.id != own.story.id:
        return None
    part_keys = [part_key for part_key, _ in _parts(key, card)]
    if not all(map(store.holds, part_keys)):
        return None
    for part_key in part_keys:
        store.use(part_key)
    cards.same(own.story.id)
    return card


def _parts(key: str, card: _Card) -> Iterator[tuple[str, range]]:
    """Which files of a story lie together in the cache, each part under its key.

    As one value, the files of ten thousand copies were held four times while they were stored.
    """
    first, size, number = 0, 0, 0
    for place, (_, length, _) in enumerate(card.entries):
        if size and size + length > _PART_BYTES:
            yield _part_key(key, number), range(first, place)
            first, size, number = place, 0, number + 1
        size += length
    yield _part_key(key, number), range(first, len(card.entries))


def _part_key(key: str, number: int) -> str:
    return f"{key}.files.{number}" if number else f"{key}.files"


def _files_again(same: Same, own: Own, store: Store, key: str, card: _Card) -> tuple[File, ...]:
    """The files of a story that is kept; made again where the cache has lost them."""
    try:
        return _contents(store, key, card)
    except LostValue:
        return build_own(same, own).files


def _contents(store: Store, key: str, card: _Card) -> tuple[File, ...]:
    """The files of the story of a card. Raises LostValue for any others."""
    files: list[File] = []
    for part_key, part in _parts(key, card):
        value = store.get(part_key)
        if value is None:
            raise LostValue("the files of a story, which are gone")
        header, contents = unpack(value)
        paths = from_plain(tuple[str, ...], header)
        if len(paths) != len(contents) or len(paths) != len(part):
            raise LostValue("the files of a story, which are those of another")
        files += [File(path, content) for path, content in zip(paths, contents, strict=True)]
    if _entries(files) != card.entries:
        raise LostValue("the files of a story, which are those of another")
    return tuple(files)
