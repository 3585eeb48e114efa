"""What a build was to cost, beside what it did; of each the largest archive that has a figure."""

from collections.abc import Iterator, Sequence

from benchmarks.build_table import Measured, Same, told
from benchmarks.targets import Target, at_least, at_most

_OF_COPIES = 10_000
"""Copies of one text from which what they cost is held against what it was to be."""
_MOST_OWN = {10_000: 300.0, 100_000: 1024.0}
"""MiB, up to so many articles."""


def targets(measured: Sequence[Measured]) -> list[Target]:
    """A row for each thing that is to be reached and was measured."""
    found: dict[str, Target] = {}
    for one in sorted(measured, key=lambda one: one.size):
        # The row of a larger archive takes the place of a smaller one's.
        found.update({target.what.partition(": ")[2]: target for target in _of(one)})
    return list(found.values())


def _of(one: Measured) -> Iterator[Target]:
    size = f"{one.size:,}: "
    yield from _whole(one, size)
    if one.pages:
        ours = one.per_page("sitegen")
        for peer, share in (("hugo", 1.0), ("pelican", 0.25)):
            if theirs := one.per_page(peer):
                more = f" ({ours:.2f} ms a page, {theirs:.2f})"
                yield at_most(f"{size}article pages alone, {peer}", ours / theirs, share, unit=" x", told=more)
    if one.again:
        yield at_most(f"{size}nothing changed", one.again.cpu, 0.3, unit=" CPU s")
    if one.edits:
        yield at_most(f"{size}one article changed, no search", one.edits.without.cpu, 0.8, unit=" CPU s")
        yield at_most(f"{size}one article changed, with search", one.edits.with_search.cpu, 4, unit=" CPU s")
        yield _identical(f"{size}changed and clean the same, with search", one.edits.same)
        yield _identical(f"{size}changed and clean the same, no search", one.edits.same_without)
    if one.clean:
        most = next((limit for size, limit in _MOST_OWN.items() if one.size <= size), _MOST_OWN[100_000])
        yield at_most(f"{size}peak memory, our own process", one.clean.own_peak, most, unit=" MiB", digits=0)
        yield at_most(f"{size}peak memory, search program too", one.clean.peak, most, unit=" MiB", digits=0)
    if one.clean and one.edits:
        faster = one.clean.wall / one.edits.two.wall
        yield at_least(f"{size}two workers against one, by the clock", faster, 1.7, unit=" x", digits=2)
    for kind, copies in one.copies.items() if one.size >= _OF_COPIES else ():
        what = f"{size}copies of one text, {kind}"
        yield at_most(what, copies.build.cpu, 60, unit=" CPU s", digits=1)
        yield at_most(f"{what}, peak memory", copies.build.peak, 600, unit=" MiB", digits=0)
        yield at_most(f"{what}, its site", copies.site / 1e6, 200, unit=" MB", digits=0)
    if one.clean and one.half:
        yield at_most(f"{size}time(2n)/time(n)", one.clean.cpu / one.half.cpu, 2.2, unit=" x")


def _whole(one: Measured, size: str) -> Iterator[Target]:
    """The first build against its floors."""
    if not (one.clean and one.floors):
        return
    for names, what in ((("families",), "families"), (("families", "others"), "stories")):
        plain = one.plainest(*names)
        more = f" ({one.clean.cpu:.1f} of {plain:.1f} s)"
        label = f"{size}first build, plain diff of all pairs of {what}"
        yield at_most(label, one.clean.cpu / plain, 0.1, unit=" x", told=more)
    times = one.clean.cpu / one.floors.alone.cpu
    more = f" ({one.floors.alone.cpu:.1f} s)"
    yield at_most(f"{size}first build, nothing compared", times, 3, unit=" x", told=more)


def _identical(what: str, same: Same) -> Target:
    return Target(what, "yes", told(same), not same.different)
