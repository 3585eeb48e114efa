"""The tables of `benchmarks.build`: what was measured of each size, a column each."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from benchmarks.floor_pairs import scaled
from benchmarks.generators import PEERS
from benchmarks.one_story import KINDS as ONE_TEXT
from benchmarks.runs import Run

STAGES = ("read", "group", "stories", "site", "search", "publish")
_LABEL, _COLUMN = 55, 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Same:
    """Two sites held against each other."""

    files: int
    """That both have."""
    different: tuple[str, ...]
    """Paths whose bytes differ, or that only one has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edits:
    """After one word of one article was changed."""

    with_search: Run
    without: Run
    """As `with_search`, of a site without a search index."""
    two: Run
    """A clean build of the same with two workers."""
    clean: Run
    """A clean build of the same without search, one worker."""
    same: Same
    """`with_search` against `two`."""
    same_without: Same
    """`without` against `clean`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """The least that the same work could cost."""

    least: Run
    pairs: Run
    alone: Run
    """A clean build in which every article has a story of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """One story of very many copies of one text."""

    build: Run
    """A clean build without search, one worker."""
    site: int
    """Bytes of its files."""


@dataclass(slots=True, kw_only=True)
class Measured:
    """All runs of one size; None for what was not asked for."""

    size: int
    clean: Run | None = None
    """Into an empty folder, nothing in the cache, one worker."""
    again: Run | None = None
    """Once more, with nothing changed."""
    half: Run | None = None
    """As `clean`, of half as many articles."""
    pages: Run | None = None
    edits: Edits | None = None
    floors: Floors | None = None
    copies: dict[str, Copies] = field(default_factory=dict)
    """By kind, `identical` or `near`: one story of as many copies of one text."""
    peers: dict[str, dict[str, float] | None] = field(default_factory=dict)
    """By name; None for one that is not installed."""

    def plainest(self, *names: str) -> float:
        """CPU seconds of Markdown, Jinja2 and diff-match-patch for all of what is named, from the samples."""
        return scaled(self.floors.pairs.said, ("articles", *names)) if self.floors else 0.0

    def per_page(self, name: str) -> float:
        """CPU milliseconds a page: of a peer, or of `sitegen`; 0 for one that was not measured."""
        if name == "sitegen":
            return 1000 * self.pages.cpu / self.size if self.pages else 0.0
        peer = self.peers.get(name)
        return 1000 * peer["clean"] / self.size if peer else 0.0


Cell = Callable[[Measured], str | None]


def stage(run: Run, name: str) -> float:
    """CPU seconds of a stage, its child processes included."""
    taken = run.said["stages"].get(name, {"cpu": 0.0, "children": 0.0})
    return float(taken["cpu"] + taken["children"])


def tables(measured: Sequence[Measured]) -> list[str]:
    """The lines of all tables that there are figures for."""
    lines = [f"{'':<{_LABEL}}" + "".join(f"{one.size:>{_COLUMN},}" for one in measured)]
    for block in (_counted, _clean, _kept, _edited, _alone, _floors, _peers, _copies):
        title, *rows = block(measured)
        if any(row for row in rows):
            lines += ["", title, *(row for row in rows if row)]
    return lines


def _row(measured: Sequence[Measured], name: str, cell: Cell) -> str:
    """A row; empty where no size has a figure."""
    cells = [cell(one) for one in measured]
    if not any(cells):
        return ""
    return f"{name:<{_LABEL}}" + "".join(f"{one or '-':>{_COLUMN}}" for one in cells)


def _of(run: Callable[[Measured], Run | None], told: Callable[[Run], str]) -> Cell:
    def cell(one: Measured) -> str | None:
        found = run(one)
        return told(found) if found else None

    return cell


def _counted(measured: Sequence[Measured]) -> Iterable[str]:
    yield "what was built"
    for name in ("articles", "stories", "comparisons", "files"):
        yield _row(measured, name, _of(lambda one: one.clean, lambda run, name=name: f"{run.said[name]:,}"))  # type: ignore[misc]
    yield _row(
        measured,
        "MiB of the site",
        lambda one: f"{one.floors.least.said['bytes'] / 2**20:,.1f}" if one.floors else None,
    )


def _clean(measured: Sequence[Measured]) -> Iterable[str]:
    yield "clean build, one worker, CPU seconds"
    yield from _stages(measured, lambda one: one.clean)
    yield _row(measured, "  without search", lambda one: f"{one.edits.clean.cpu:.2f}" if one.edits else None)
    yield _row(
        measured,
        "  times that of half as many articles",
        lambda one: f"{one.clean.cpu / one.half.cpu:.2f}" if one.clean and one.half else None,
    )
    yield _row(measured, "  by the clock, seconds", _of(lambda one: one.clean, lambda run: f"{run.wall:.1f}"))
    yield _row(measured, "  by the clock, two workers", lambda one: f"{one.edits.two.wall:.1f}" if one.edits else None)
    yield _row(
        measured, "  peak of sitegen's own process, MiB", _of(lambda one: one.clean, lambda run: f"{run.own_peak:,.0f}")
    )
    yield _row(
        measured,
        "  peak with the search program beside it, MiB",
        _of(lambda one: one.clean, lambda run: f"{run.peak:,.0f}"),
    )


def _stages(measured: Sequence[Measured], run: Callable[[Measured], Run | None]) -> Iterable[str]:
    for name in STAGES:
        note = " (with its child processes)" if name == "search" else ""
        yield _row(measured, f"  {name}{note}", _of(run, lambda one, name=name: f"{stage(one, name):.2f}"))  # type: ignore[misc]
    yield _row(
        measured,
        "  the rest: start, imports, tidying up",
        _of(run, lambda one: f"{max(0.0, one.cpu - sum(stage(one, name) for name in STAGES)):.2f}"),
    )
    yield _row(measured, "  total", _of(run, lambda one: f"{one.cpu:.2f}"))


def _kept(measured: Sequence[Measured]) -> Iterable[str]:
    yield "nothing changed"
    yield _row(measured, "  CPU seconds", _of(lambda one: one.again, lambda run: f"{run.cpu:.2f}"))
    yield _row(measured, "  files written", _of(lambda one: one.again, lambda run: f"{run.said['written']:,}"))


def _edited(measured: Sequence[Measured]) -> Iterable[str]:
    yield "one word of one article changed, CPU seconds"
    yield from _stages(measured, lambda one: one.edits and one.edits.with_search)
    yield _row(measured, "  without a search index", lambda one: f"{one.edits.without.cpu:.2f}" if one.edits else None)
    yield _row(
        measured,
        "  files written",
        lambda one: f"{one.edits.with_search.said['written']:,}" if one.edits else None,
    )
    yield _row(measured, "  same bytes as a clean build", lambda one: told(one.edits.same) if one.edits else None)
    yield _row(measured, "  the same without search", lambda one: told(one.edits.same_without) if one.edits else None)


def told(same: Same) -> str:
    """Yes or no, and of how many files."""
    if same.different:
        return f"no: {len(same.different):,} differ"
    return f"yes: {same.files:,} files"


def _alone(measured: Sequence[Measured]) -> Iterable[str]:
    yield "article pages alone, CPU ms a page (others: their whole clean build)"
    for name in ("sitegen", *PEERS):
        yield _row(
            measured,
            f"  {name}",
            lambda one, name=name: f"{one.per_page(name):.2f}" if one.per_page(name) else None,  # type: ignore[misc]
        )
    for step in ("start", "read", "page", "write"):
        yield _row(
            measured,
            f"    sitegen, of it: {step}",
            lambda one, step=step: f"{1000 * one.pages.said[step] / one.size:.2f}" if one.pages else None,  # type: ignore[misc]
        )


def _floors(measured: Sequence[Measured]) -> Iterable[str]:
    yield "floors, CPU seconds, and how many times that the clean build takes"
    for key, name in (("render", "a bare Jinja2 page for each article"), ("write", "writing the bytes of the site")):
        yield _times(measured, f"  {name}", lambda one, key=key: one.floors.least.said[key] if one.floors else 0.0)  # type: ignore[misc]
    yield _times(measured, "  our build without comparisons", lambda one: one.floors.alone.cpu if one.floors else 0.0)
    yield _times(measured, "  Markdown, Jinja2, diff-match-patch: families", lambda one: one.plainest("families"))
    yield _times(
        measured, "  Markdown, Jinja2, diff-match-patch: all of a story", lambda one: one.plainest("families", "others")
    )
    for name, unit in (
        ("articles", "articles"),
        ("families", "pairs of families"),
        ("others", "other pairs of stories"),
    ):
        yield _row(
            measured,
            f"    its {unit}: number, sample, ms",
            lambda one, name=name: _sampled(one, name),  # type: ignore[misc]
        )


def _times(measured: Sequence[Measured], name: str, cost: Callable[[Measured], float]) -> str:
    def cell(one: Measured) -> str | None:
        seconds = cost(one)
        return f"{seconds:.2f} {one.clean.cpu / seconds:,.2f} x" if seconds and one.clean else None

    return _row(measured, name, cell)


def _sampled(one: Measured, name: str) -> str | None:
    if not one.floors:
        return None
    found = one.floors.pairs.said[name]
    return f"{found['number']:,} {found['sample']:,} {1000 * found['apiece']:.1f}"


def _peers(measured: Sequence[Measured]) -> Iterable[str]:
    yield "others, plain pages of the same articles: CPU seconds clean / nothing changed, peak MiB"
    for name in PEERS:
        yield _row(measured, f"  {name}", lambda one, name=name: _peer(one, name))  # type: ignore[misc]


def _peer(one: Measured, name: str) -> str | None:
    if name not in one.peers:
        return None
    cell = one.peers[name]
    return f"{cell['clean']:.1f}/{cell['again']:.1f} {cell['peak']:,.0f}" if cell else "not here"


def _copies(measured: Sequence[Measured]) -> Iterable[str]:
    yield "one story of as many copies of one text of 400 words, clean build without search"
    for kind in ONE_TEXT:
        for name, told in (
            ("CPU seconds", lambda copies: f"{copies.build.cpu:.1f}"),
            ("peak, MiB", lambda copies: f"{copies.build.peak:,.0f}"),
            ("MB of the site", lambda copies: f"{copies.site / 1e6:,.1f}"),
            ("comparisons", lambda copies: f"{copies.build.said['comparisons']:,}"),
            ("files", lambda copies: f"{copies.build.said['files']:,}"),
        ):
            yield _row(measured, f"  {kind}: {name}", _of_copies(kind, told))


def _of_copies(kind: str, told: Callable[[Copies], str]) -> Cell:
    return lambda one: told(one.copies[kind]) if kind in one.copies else None
