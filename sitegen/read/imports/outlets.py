"""Which source of the archive a page is from, or what its file would say. Opens nothing."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from sitegen.model import Source
from sitegen.read.ids import collision_key
from sitegen.read.imports.drafts import name_of
from sitegen.read.imports.found import Found
from sitegen.read.outlets import bare


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
        given = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items() if value]
        return "\n".join(["---", *given, "---", ""])


def fitting_source(found: Found, sources: Iterable[Source]) -> tuple[str, str]:
    """The id of the source that fits, and why; both empty where none does, or several do alike."""
    known = tuple(sources)
    url = found.value("url")
    at_home = [(len(one.home), one.id) for one in known if url and one.home and _is_below(url, one.home)]
    best = [one for length, one in at_home if length == max(at_home)[0]]
    if len(best) == 1:
        return best[0], "its home is the host of the page"
    named = [one.id for one in known if found.outlet and bare(one.name) == bare(found.outlet)]
    return (named[0], "it has the name that the page gives its outlet") if len(named) == 1 else ("", "")


def proposed(found: Found, taken: Collection[str]) -> Proposal | None:
    """What a source for this page would be; None where the page names neither outlet nor address.

    `taken` are ids of sources that do not fit.
    """
    parts = urlsplit(found.value("url"))
    host = (parts.hostname or "").removeprefix("www.")
    name = found.outlet or host
    start = name_of(name)
    if not start:
        return None
    keys = set(map(collision_key, taken))
    numbered = (start, *(f"{start}-{number}" for number in range(2, len(keys) + 3)))
    identifier = next(one for one in numbered if collision_key(one) not in keys)
    home = f"{parts.scheme}://{parts.netloc}/" if host and "@" not in parts.netloc else ""
    return Proposal(id=identifier, name=name, home=home, language=found.language)


def _is_below(url: str, home: str) -> bool:
    page, front = urlsplit(url), urlsplit(home)
    host, own = ((one.hostname or "").removeprefix("www.") for one in (page, front))
    return (host == own or host.endswith(f".{own}")) and page.path.startswith(front.path.rstrip("/"))
