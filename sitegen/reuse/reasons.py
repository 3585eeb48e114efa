"""Why a story is built and not taken from the cache, told by what went into it the last time."""

import json
from collections.abc import Mapping, Sequence

from sitegen.config import Config
from sitegen.model import Source, Story
from sitegen.render import Theme
from sitegen.reuse.plain import from_plain
from sitegen.store import LostValue, Store, key_for, parse_json, tool_digest
from sitegen.views.pages import Frame

_KEY = "reasons"
_MANY = 3
"""Articles that a reason names; a story may have hundreds."""


class Reasons:
    """What all stories of this build are made of, beside what those of the last one were."""

    def __init__(self, store: Store, config: Config, theme: Theme, frame: Frame) -> None:
        self._store = store
        self._same = {
            "the program or a library": tool_digest(),
            "a setting": key_for(config),
            "the theme": theme.digest,
            "the name of a page": key_for(frame.pages),
        }
        self._before = _read(store)

    @property
    def shared(self) -> str:
        """The hash of all that every story depends on; the frame of its pages is made from these alone."""
        return key_for("stories", *self._same.values())

    def parts(self, story: Story, articles: Sequence[tuple[str, str]], sources: Sequence[Source]) -> Mapping[str, str]:
        """What a story is made of, each with its hash. `articles` are ids and digests."""
        parts = {"its grouping, title or notes": key_for(story), "a source": key_for(sources)}
        now = {**parts, **{f"article {name}": digest for name, digest in articles}}
        return {name: digest[:16] for name, digest in now.items()}

    def why(self, now: Mapping[str, str], before: bytes | None) -> str:
        """What has changed; `before` is what was kept of the parts."""
        if before is None:
            return "it is new"
        try:
            then = from_plain(dict[str, str], parse_json(before))
        except LostValue:
            return "it is new"
        told = [f"{name} has changed" for name, digest in self._same.items() if self._before.get(name) != digest]
        for name in now:
            if name not in then:
                told.append(f"{name} is new")
            elif then[name] != now[name]:
                told.append(f"{name} has changed")
        told += [f"{name} is gone" for name in then if name not in now]
        return _listed(told) or "the cache no longer has it"

    def keep(self) -> None:
        """Remembers what this build was made of."""
        content = json.dumps(self._same).encode()
        if self._store.get(_KEY) != content:
            self._store.put(_KEY, content)


def _read(store: Store) -> dict[str, str]:
    try:
        return from_plain(dict[str, str], parse_json(store.get(_KEY) or b"{}"))
    except LostValue:
        return {}


def _listed(told: Sequence[str]) -> str:
    more = len(told) - _MANY
    return "; ".join(told[:_MANY]) + (f"; and {more} more" if more > 0 else "")
