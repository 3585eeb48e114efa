"""Builds the stories that have changed and takes the others from the cache. The output is the same either way.

Knows what a built story is; store.py knows how to keep bytes, engine.py where work runs.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sitegen.config import Config
from sitegen.engine import Engine, Lost
from sitegen.model import Article, File, Source, Story, StorySummary
from sitegen.publish import Entry
from sitegen.render import Theme
from sitegen.reuse.articles import Shelf, whole
from sitegen.reuse.plain import from_plain
from sitegen.reuse.reasons import Reasons
from sitegen.store import Store, key_for, pack, unpack
from sitegen.story import StoryInput, StoryOutput, build_story
from sitegen.views.pages import Frame

Explain = Callable[[str, str], None]
"""Told a story's id and why it was built or not."""
_SECONDS_A_BYTE = 2.5e-6
"""Of reading, laying out and rendering a text; a story of one article costs some 6 ms."""
_SECONDS_A_BYTE_COMPARED = 4e-6
"""For each pair that a text stands in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A story as the rest of the build needs it; what its files hold is fetched when it is asked for."""

    summary: StorySummary
    urls: tuple[str, ...]
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
    searchable: tuple[str, ...]
    comparisons: int
    entries: tuple[Entry, ...]


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
) -> Iterator[Made | NotMade]:
    """Each story, in any order. `engine_for` gives an engine for work of those predicted seconds."""
    reasons = Reasons(store, same.config, same.theme)
    keys = [_key(reasons.shared, one, shelf) for one in stories]
    changed: list[int] = []
    for index, (own, key) in enumerate(zip(stories, keys, strict=True)):
        card = _kept(store, key)
        why = reasons.why(own.story, [(one.id, shelf.digest(one)) for one in own.articles], own.sources)
        if card is None:
            changed.append(index)
            explain(own.story.id, f"built: {why}")
        else:
            explain(own.story.id, "kept: nothing it depends on has changed")
            yield _made(card, lambda own=own, key=key: _contents(store, key) or build_own(same, own).files)  # type: ignore[misc]
    given = [stories[index] for index in changed]
    for at, output in engine_for([_seconds(one) for one in given]).map(
        build_own, same, given, list(map(_seconds, given))
    ):
        if isinstance(output, Lost):
            reasons.forget(given[at].story)
            yield NotMade(story=given[at].story, reason=output.reason)
        else:
            yield _made(_put(store, keys[changed[at]], output), lambda output=output: output.files)  # type: ignore[misc]
    reasons.keep()


def _key(shared: str, own: Own, shelf: Shelf) -> str:
    """Of everything a story's output depends on."""
    return key_for("story", shared, own.story, [(one.id, shelf.digest(one)) for one in own.articles], own.sources)


def _seconds(own: Own) -> float:
    size = sum(article.size for article in own.articles)
    compared = sum(len(family.copies) - 1 for family in own.story.families)
    return size * (_SECONDS_A_BYTE + _SECONDS_A_BYTE_COMPARED * compared)


def _made(card: _Card, files: Callable[[], tuple[File, ...]]) -> Made:
    return Made(
        summary=card.summary,
        urls=card.urls,
        searchable=card.searchable,
        comparisons=card.comparisons,
        entries=card.entries,
        files=files,
    )


def _put(store: Store, key: str, output: StoryOutput) -> _Card:
    card = card_of(output)
    store.put(key, pack(card, ()))
    store.put(f"{key}.files", pack([file.path for file in output.files], [file.content for file in output.files]))
    return card


def card_of(output: StoryOutput) -> _Card:
    """What is kept of a story besides the bytes of its files."""
    return _Card(
        summary=output.summary,
        urls=output.urls,
        searchable=output.searchable,
        comparisons=output.comparisons,
        entries=tuple(entry_of(file) for file in output.files),
    )


def entry_of(file: File) -> Entry:
    """How a manifest names a file."""
    return Entry(path=file.path, size=len(file.content), sha256=hashlib.sha256(file.content).hexdigest())


def _kept(store: Store, key: str) -> _Card | None:
    value = store.get(key)
    if value is None or not store.holds(f"{key}.files"):
        return None
    store.use(f"{key}.files")
    try:
        return from_plain(_Card, unpack(value)[0])
    except ValueError:
        return None


def _contents(store: Store, key: str) -> tuple[File, ...]:
    """The files of a story; none when the cache has lost them, and then they are made again."""
    value = store.get(f"{key}.files")
    if value is None:
        return ()
    try:
        paths, contents = unpack(value)
        return tuple(File(path, content) for path, content in zip(paths, contents, strict=True))
    except (ValueError, TypeError):
        return ()
