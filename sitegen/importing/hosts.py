"""Which outlet each host of the archive is: all imported pages of a host decide together, and conflicts are told.

Pages whose address is not known are together where they give their outlet one name. What each page says stands in the
comments of its article file (`# outlet: NAME, from PLACES`); the originals are not read again. A host whose pages name
several outlets is nobody's until an editor says whose.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path
from urllib.parse import urlsplit

from sitegen.diagnostics import Diagnostic, Location, SitegenError, error, has_errors
from sitegen.formats.webpages.outlet_names import fits_host, same_name
from sitegen.frozen import dataclass
from sitegen.importing.article_file import OUTLET
from sitegen.importing.outlets import Proposal, is_below, proposed_source, with_name
from sitegen.importing.shelf import Shelf
from sitegen.model import Source
from sitegen.read import read_article
from sitegen.read.archive import read_sources
from sitegen.read.files import read_bytes
from sitegen.read.recording import replace_file, with_field
from sitegen.read.walk import list_content

_MUCH_MORE = 3
"""Times as many pages as the next name has, from which the more frequent one is the outlet's."""
_OUTLET = re.compile(rf"^{re.escape(OUTLET)}(.+), from (.+)$", re.MULTILINE)
_FIELD = re.compile(r"""^(url|source|language): ["']?(.+?)["']?$""", re.MULTILINE)
_ADDED = "\n# added by sitegen "


@dataclass(frozen=True, slots=True, kw_only=True)
class HostName:
    """A name that pages of a host give their outlet."""

    name: str
    pages: int
    places: tuple[str, ...]
    """Where they give it."""

    @property
    def text(self) -> str:
        """For people."""
        return f"{self.name} on {self.pages:,} ({', '.join(self.places)})"


@dataclass(frozen=True, slots=True, kw_only=True)
class HostOutlet:
    """A host, and the outlet that it is."""

    host: str
    """Empty for pages whose address is not known."""
    home: str
    pages: int
    """Imported articles from this host."""
    names: tuple[HostName, ...] = ()
    """The most frequent first."""
    source: str = ""
    """Id of the source of the archive that it is; empty where there is none yet."""
    name: str = ""
    """Of the source that it would become; empty where its pages do not settle it, and where there is a source."""
    same_as: str = ""
    """The host above it that is the same outlet; empty where there is none."""
    reason: str
    language: str = ""
    undeclared: tuple[str, ...] = ()
    """Paths of its articles that name no source."""
    declared: tuple[tuple[str, int], ...] = ()
    """Sources that its articles name, with their number."""

    @property
    def shown_host(self) -> str:
        """For people."""
        return self.host or "pages without an address"


@dataclass(slots=True)
class _Host:
    """What the articles of one host say."""

    home: str = ""
    names: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    languages: Counter[str] = field(default_factory=Counter)
    undeclared: list[str] = field(default_factory=list)
    declared: Counter[str] = field(default_factory=Counter)


def host_outlets(content: Path) -> tuple[tuple[HostOutlet, ...], tuple[Diagnostic, ...]]:
    """The hosts of the imported articles, in alphabetical order, each with the outlet that its pages name.

    Raises SitegenError where there is no content folder.
    """
    config, sources, problems = read_sources(content)
    hosts: dict[str, _Host] = defaultdict(_Host)
    addressless: list[_Host] = []
    listing, _ = list_content(content)
    for entry in listing.articles:
        data, _ = read_bytes(content, entry, config.limits.article_bytes, "")
        head = (data or b"")[: config.limits.front_matter_bytes].decode("utf-8", "replace").partition("\n---\n")[0]
        if _ADDED in head:
            _note(hosts, addressless, head, entry.relative)
    decided: list[HostOutlet] = []
    for host in sorted(hosts, key=lambda host: (len(host), host)):
        decided.append(_decided(host, hosts[host], sources.values(), decided))
    decided += [_decided_by_name(pages, sources.values(), decided) for pages in addressless]
    return tuple(sorted(decided, key=lambda outlet: (outlet.host, outlet.name, outlet.source))), tuple(problems)


def _note(hosts: Mapping[str, _Host], addressless: list[_Host], head: str, path: str) -> None:
    fields = {match[1]: match[2] for match in _FIELD.finditer(head)}
    parts = urlsplit(fields.get("url", ""))
    host = (parts.hostname or "").removeprefix("www.")
    evidence = _OUTLET.search(head)
    if "@" in parts.netloc or not (host or evidence):
        return
    if host:
        pages = hosts[host]
        pages.home = pages.home or f"{parts.scheme}://{parts.netloc}/"
    else:
        assert evidence
        alike = next((group for group in addressless if same_name(group.names[0][0], evidence[1])), None)
        if (pages := alike or _Host()) is not alike:
            addressless.append(pages)
    if evidence:
        pages.names.append((evidence[1], tuple(evidence[2].split(", "))))
    if "language" in fields:
        pages.languages[fields["language"]] += 1
    if "source" in fields:
        pages.declared[fields["source"]] += 1
    else:
        pages.undeclared.append(path)


def _decided(host: str, pages: _Host, sources: Iterable[Source], decided: Sequence[HostOutlet]) -> HostOutlet:
    names = _names(pages.names)
    outlet = HostOutlet(
        host=host,
        home=pages.home,
        pages=len(pages.undeclared) + sum(pages.declared.values()),
        names=names,
        reason="",
        language=next((language for language, _ in pages.languages.most_common(1)), ""),
        undeclared=tuple(pages.undeclared),
        declared=tuple(sorted(pages.declared.items())),
    )
    homes = [source for source in sources if source.home and is_below(pages.home, source.home)]
    if homes:
        nearest = max(homes, key=lambda source: (len(source.home), source.id))
        return replace(outlet, source=nearest.id, reason="it is below the home of this source")
    if _is_conflict(names, host):
        return replace(outlet, reason="its pages name several outlets")
    if not names:
        return replace(outlet, name=host, reason="its pages name no outlet, so it is called by its host")
    if source := with_name(names[0].name, sources):
        return replace(outlet, source=source, reason="its pages give the name of this source")
    above = next((parent for parent in decided if parent.name and host.endswith(f".{parent.host}")), None)
    if above and same_name(above.name, names[0].name):
        return replace(outlet, name=above.name, same_as=above.host, reason=f"the same name as {above.host}")
    return replace(outlet, name=names[0].name, reason=f"named by {', '.join(names[0].places)}")


def _decided_by_name(pages: _Host, sources: Iterable[Source], decided: Sequence[HostOutlet]) -> HostOutlet:
    """Pages without an address that give one name: the source of that name, the host with it, or a new source."""
    names = _names(pages.names)
    outlet = HostOutlet(
        host="",
        home="",
        pages=len(pages.undeclared) + sum(pages.declared.values()),
        names=names,
        reason=f"named by {', '.join(names[0].places)}",
        language=next((language for language, _ in pages.languages.most_common(1)), ""),
        undeclared=tuple(pages.undeclared),
        declared=tuple(sorted(pages.declared.items())),
    )
    if source := with_name(names[0].name, sources):
        return replace(outlet, source=source, reason="its pages give the name of this source")
    hosts = [host for host in decided if host.name and not host.same_as and same_name(host.name, names[0].name)]
    if len(hosts) == 1:
        return replace(outlet, name=hosts[0].name, same_as=hosts[0].host, reason=f"the same name as {hosts[0].host}")
    return replace(outlet, name=names[0].name)


def _names(evidence: Sequence[tuple[str, tuple[str, ...]]]) -> tuple[HostName, ...]:
    """The names that pages give, spellings of one name together under the most frequent of them."""
    groups: list[list[tuple[str, tuple[str, ...]]]] = []
    for name, places in evidence:
        group = next((group for group in groups if same_name(group[0][0], name)), None)
        if group is None:
            groups.append([(name, places)])
        else:
            group.append((name, places))
    names = [
        HostName(
            name=Counter(name for name, _ in group).most_common(1)[0][0],
            pages=len(group),
            places=tuple(dict.fromkeys(place for _, places in group for place in places)),
        )
        for group in groups
    ]
    return tuple(sorted(names, key=lambda name: (-name.pages, name.name)))


def _is_conflict(names: Sequence[HostName], host: str) -> bool:
    if len(names) < 2 or names[0].pages >= _MUCH_MORE * names[1].pages:
        return False
    return not fits_host(names[0].name, host) or fits_host(names[1].name, host)


def with_accepted(content: Path, outlets: Iterable[HostOutlet], accepted: Mapping[str, str]) -> tuple[HostOutlet, ...]:
    """The hosts with the names that the editor gives them; one whose source is there stays as it is.

    Raises SitegenError for a host that no article is from.
    """
    hosts = tuple(outlets)
    if unknown := sorted(set(accepted) - {outlet.host for outlet in hosts}):
        known = ", ".join(outlet.host for outlet in hosts[:10]) or "none"
        hint = f"write the host as the table does; it has {known}"
        raise SitegenError(
            error("unknown-host", f"no imported article is from {unknown[0]}", Location(path=str(content)), hint=hint)
        )
    return tuple(
        replace(outlet, name=accepted[outlet.host], same_as="", reason="accepted by the editor")
        if outlet.host in accepted and not outlet.source
        else outlet
        for outlet in hosts
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """What was written of hosts."""

    sources: tuple[Proposal, ...]
    """Whose files are new."""
    articles: tuple[tuple[str, str], ...]
    """Paths of articles that name their source now, with its id."""


def declare(
    shelf: Shelf, outlets: Iterable[HostOutlet], paths: Collection[str] | None = None
) -> tuple[Declared, tuple[Diagnostic, ...]]:
    """Writes the source of each host that has a name and none yet, and names it in the host's articles.

    With `paths` only these articles are changed; one that names a source is never.
    """
    proposals: list[Proposal] = []
    articles: list[tuple[str, str]] = []
    problems: list[Diagnostic] = []
    identifiers: dict[str, str] = {}
    for outlet in sorted(outlets, key=lambda outlet: (not outlet.host, len(outlet.host), outlet.host)):
        named = [path for path in outlet.undeclared if paths is None or path in paths]
        source = outlet.source or (identifiers.get(outlet.same_as, "") if outlet.same_as else "")
        if not source and outlet.name and (named or paths is None):
            proposal = proposed_source(outlet.name, outlet.home, outlet.language, frozenset(shelf.sources))
            if proposal is None:
                continue
            shelf.write(proposal.path, proposal.text)
            _, shelf.sources, _ = read_sources(shelf.content)
            proposals.append(proposal)
            source = identifiers[outlet.host] = proposal.id
        for path in named if source else ():
            if problem := _name_source(shelf, path, source):
                problems.append(problem)
            else:
                articles.append((path, source))
    return Declared(sources=tuple(proposals), articles=tuple(articles)), tuple(problems)


def _name_source(shelf: Shelf, path: str, source: str) -> Diagnostic | None:
    """Writes the source into one article; what is wrong where it cannot be."""
    real = (shelf.content / path).resolve()
    hint = f"write `source: {source}` into its front matter yourself"
    place = Location(path=shelf.shown(path))
    try:
        before = real.read_bytes()
        after = with_field(before, "source", source)
        article, problems = read_article(path, path, after, shelf.config, shelf.sources)
        if article is None or article.source != source or has_errors(problems):
            return error("not-recorded", "the source could not be recorded in this file", place, hint=hint)
        replace_file(real, after)
    except OSError as failure:
        return error("not-recorded", f"the system refuses: {failure.strerror or failure}", place, hint=hint)
    return None
