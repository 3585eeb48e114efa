"""Which source of the archive a page is from, or what its file would say. Opens nothing."""

import json
from collections.abc import Collection, Iterable
from urllib.parse import urlsplit

from sitegen.formats.draft import Draft
from sitegen.frozen import dataclass
from sitegen.importing.article_file import name_of
from sitegen.model import Source
from sitegen.read.outlets import bare
from sitegen.text.ids import collision_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A source that the archive does not have yet."""

    id: str
    name: str
    home: str
    """Empty where no address is known."""
    language: str
    """Empty where the page declares none."""

    @property
    def path(self) -> str:
        """Of its file, below the content folder."""
        return f"sources/{self.id}.md"

    @property
    def text(self) -> str:
        """Of its file."""
        fields = {"name": self.name, "home": self.home, "language": self.language}
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items() if value]
        return "\n".join(["---", *lines, "---", ""])


def fitting_source(draft: Draft, sources: Iterable[Source]) -> tuple[str, str]:
    """The id of the source that fits, and why; both empty where none does, or several do alike."""
    candidates = tuple(sources)
    url = draft.value("url")
    by_home = [
        (len(source.home), source.id) for source in candidates if url and source.home and is_below(url, source.home)
    ]
    best = [source for length, source in by_home if length == max(by_home)[0]]
    if len(best) == 1:
        return best[0], "its home is the host of the page"
    by_name = with_name(draft.outlet, candidates) if draft.outlet else ""
    return (by_name, "it has the name that the file gives its outlet") if by_name else ("", "")


def with_name(name: str, sources: Iterable[Source]) -> str:
    """The id of the only source that has a name; empty where none or several have it."""
    by_name = [source.id for source in sources if bare(source.name) == bare(name)]
    return by_name[0] if len(by_name) == 1 else ""


def proposed(draft: Draft, taken: Collection[str]) -> Proposal | None:
    """What a source for this page would be; None where the page names neither outlet nor address.

    `taken` are ids of sources that do not fit.
    """
    parts = urlsplit(draft.value("url"))
    host = (parts.hostname or "").removeprefix("www.")
    home = f"{parts.scheme}://{parts.netloc}/" if host and "@" not in parts.netloc else ""
    return proposed_source(draft.outlet or host, home, draft.language, taken)


def proposed_source(name: str, home: str, language: str, taken: Collection[str]) -> Proposal | None:
    """A source of this name, with an id that is free; None where the name has no letter or digit."""
    start = name_of(name)
    if not start:
        return None
    keys = set(map(collision_key, taken))
    numbered = (start, *(f"{start}-{number}" for number in range(2, len(keys) + 3)))
    identifier = next(source for source in numbered if collision_key(source) not in keys)
    return Proposal(id=identifier, name=name, home=home, language=language)


def is_below(url: str, home: str) -> bool:
    """Whether an address is at the host of a home or below it, and below its path."""
    page, front = urlsplit(url), urlsplit(home)
    host, home_host = ((source.hostname or "").removeprefix("www.") for source in (page, front))
    return (host == home_host or host.endswith(f".{home_host}")) and page.path.startswith(front.path.rstrip("/"))
