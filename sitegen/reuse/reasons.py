"""Why a story is built and not taken from the cache, told by what went into it the last time."""

import json
from collections.abc import Sequence

from sitegen.config import Config
from sitegen.model import Source, Story
from sitegen.render import Theme
from sitegen.store import Store, key_for, tool_digest

_KEY = "reasons"
_MANY = 3
"""Articles that a reason names; a story may have hundreds."""


class Reasons:
    """What the stories of this build are made of, beside what those of the last one were."""

    def __init__(self, store: Store, config: Config, theme: Theme) -> None:
        self._store = store
        self._same = {
            "the program or a library": tool_digest(),
            "a setting": key_for(config),
            "the theme": theme.digest,
        }
        self._before_same, self._before = _read(store)
        self._now: dict[str, dict[str, str]] = {}

    @property
    def shared(self) -> str:
        """The hash of all that every story depends on; the frame of its pages is made from these alone."""
        return key_for("stories", *self._same.values())

    def why(self, story: Story, articles: Sequence[tuple[str, str]], sources: Sequence[Source]) -> str:
        """What has changed. `articles` are ids and digests."""
        parts = {"its grouping, title or notes": key_for(story), "a source": key_for(sources)}
        now = {**parts, **{f"article {name}": digest for name, digest in articles}}
        self._now[story.id] = {name: digest[:16] for name, digest in now.items()}
        before = self._before.get(story.id)
        if before is None:
            return "it is new"
        told = [f"{name} has changed" for name, digest in self._same.items() if self._before_same.get(name) != digest]
        for name in now:
            if name not in before:
                told.append(f"{name} is new")
            elif before[name] != self._now[story.id][name]:
                told.append(f"{name} has changed")
        told += [f"{name} is gone" for name in before if name not in now]
        return _listed(told) or "the cache no longer has it"

    def forget(self, story: Story) -> None:
        """A story that could not be built is new the next time."""
        self._now.pop(story.id, None)

    def keep(self) -> None:
        """Remembers what this build was made of."""
        content = json.dumps([self._same, self._now], ensure_ascii=False).encode("utf-8", "surrogatepass")
        if self._store.get(_KEY) != content:
            self._store.put(_KEY, content)


def _read(store: Store) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    try:
        same, stories = json.loads((store.get(_KEY) or b"[{}, {}]").decode("utf-8", "surrogatepass"))
        return dict(same), {str(name): dict(parts) for name, parts in stories.items()}
    except (ValueError, TypeError, AttributeError, RecursionError):
        return {}, {}


def _listed(told: Sequence[str]) -> str:
    more = len(told) - _MANY
    return "; ".join(told[:_MANY]) + (f"; and {more} more" if more > 0 else "")
