"""A page of the whole site that is laid out when it is asked for, so that one that has not changed never is."""

from collections.abc import Callable, Sequence

from sitegen.frozen import dataclass
from sitegen.model import StorySummary
from sitegen.views.pages import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """Where a page will stand and what it will be made of, besides the settings and the sources."""

    url: str
    stories: Sequence[StorySummary]
    """All that its content depends on."""
    place: tuple[int, int] = (1, 1)
    """Which page of how many of its kind it is."""
    is_listed: bool = True
    """Whether the sitemap has it: not a page that lists what was asked for, nor one list in another order."""
    make: Callable[[], Page]
