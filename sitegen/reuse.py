"""Builds the stories that have changed and takes the others from the cache. The output is the same either way.

Knows what a built story is; store.py knows how to keep bytes, engine.py where work runs.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

from sitegen.engine import Engine
from sitegen.model import ArticleSummary, File, Moment, StorySummary
from sitegen.store import Store, key_for, pack, tool_digest, unpack
from sitegen.story import StoryInput, StoryOutput, build_story

_BUILT = "built: it is new, or its articles, their sources, the settings, the theme or the tool have changed"
_KEPT = "kept: nothing it depends on has changed"
Explain = Callable[[str, str], None]
"""Told a story's id and why it was built or not."""


def build_stories(
    inputs: Sequence[StoryInput], store: Store, engine_for: Callable[[int], Engine], explain: Explain
) -> Iterator[StoryOutput]:
    """The output of each story, in the order of `inputs`. `engine_for` gives an engine for so many stories."""
    keys = _keys(inputs)
    held = [store.holds(key) for key in keys]
    changed = [one for one, known in zip(inputs, held, strict=True) if not known]
    built = engine_for(len(changed)).map(build_story, changed)
    for given, key, known in zip(inputs, keys, held, strict=True):
        output = _kept(store, key) if known else next(built)
        if output is None:
            output, known = build_story(given), False
        if not known:
            store.put(key, pack_output(output))
        explain(given.story.id, _KEPT if known else _BUILT)
        yield output


def indexed_pages(
    pages: Sequence[str], read: Callable[[str], File], index: Callable[[Iterable[File]], tuple[File, ...]], store: Store
) -> tuple[File, ...]:
    """The search index of some pages (paths), from the cache where none of them has changed."""
    digests = [(path, hashlib.sha256(read(path).content).hexdigest()) for path in sorted(pages)]
    key = key_for("search", tool_digest(), digests)
    value = store.get(key)
    if value is not None:
        try:
            paths, contents = unpack(value)
            return tuple(File(path, content) for path, content in zip(paths, contents, strict=True))
        except (ValueError, TypeError):
            pass
    files = index(read(path) for path in pages)
    store.put(key, pack([file.path for file in files], [file.content for file in files]))
    return files


def _keys(inputs: Sequence[StoryInput]) -> list[str]:
    """One key a story, of everything its output depends on."""
    if not inputs:
        return []
    shared = key_for(tool_digest(), inputs[0].config, inputs[0].frame, inputs[0].theme.digest)
    return [key_for(shared, one.story, one.articles, one.sources) for one in inputs]


def _kept(store: Store, key: str) -> StoryOutput | None:
    value = store.get(key)
    if value is None:
        return None
    try:
        return unpack_output(value)
    except (ValueError, KeyError, TypeError, IndexError):
        return None


def pack_output(output: StoryOutput) -> bytes:
    """The output as bytes, without code in them."""
    header = {
        "summary": output.summary,
        "paths": [file.path for file in output.files],
        "urls": output.urls,
        "searchable": output.searchable,
        "comparisons": output.comparisons,
    }
    return pack(header, [file.content for file in output.files])


def unpack_output(value: bytes) -> StoryOutput:
    """The output that was packed. Raises ValueError, KeyError, TypeError or IndexError for anything else."""
    header, contents = unpack(value)
    return StoryOutput(
        summary=_summary(header["summary"]),
        files=tuple(File(path, content) for path, content in zip(header["paths"], contents, strict=True)),
        urls=tuple(header["urls"]),
        searchable=tuple(header["searchable"]),
        comparisons=int(header["comparisons"]),
    )


def _summary(plain: dict[str, Any]) -> StorySummary:
    articles = tuple(
        ArticleSummary(**{**one, "published": _moment(one["published"]), "tags": tuple(one["tags"])})
        for one in plain["articles"]
    )
    kept = {"published": _moment(plain["published"]), "articles": articles, "told": tuple(plain["told"])}
    return StorySummary(**{**plain, **kept})


def _moment(plain: dict[str, str] | None) -> Moment | None:
    if plain is None:
        return None
    time = plain["time"]
    return Moment(day=date.fromisoformat(plain["day"]), time=datetime.fromisoformat(time) if time else None)
