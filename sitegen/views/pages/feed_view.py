"""What a feed is made of: entries with their days, in the order in which they are read."""

from sitegen.frozen import dataclass
from sitegen.model import Moment
from sitegen.views.pages.parts import TextLink


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """A story or a copy in a feed."""

    address: str
    """Absolute, of its page; also its id, since no address is ever another's."""
    title: str
    language: str
    """Of the title: BCP 47; empty where it is not known."""
    published: Moment
    updated: Moment
    """The newest day that is declared for it."""
    when: str
    """The day of publication in words."""
    finding: str
    links: tuple[TextLink, ...]
    """Where it can be checked, each absolute."""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedView:
    """A feed, in whichever format it is written."""

    path: str
    """Of its Atom file, below the site's root."""
    title: str
    subtitle: str
    page: TextLink
    """Absolute, of the page that it goes with."""
    about: str
    """What a feed is, for those who open it in a browser."""
    updated: Moment | None
    """The newest day of all that it tells of, its oldest entries included; None where nothing declares a day."""
    entries: tuple[FeedEntry, ...]
