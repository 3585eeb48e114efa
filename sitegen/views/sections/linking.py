"""How the pages of a long comparison lead to one another: their list, and what moved from one to another."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sitegen.frozen import dataclass
from sitegen.text.catalogues import Catalogue
from sitegen.views.pages import Line, Run, SectionLink, SectionLinks, Side

_NEIGHBOURS = 3
"""Sections that are listed on each side of the one that is read, beside the first and the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionLines:
    """One section of a comparison, laid out."""

    lines: tuple[Line, ...]
    number: int = 1
    """1-based among the sections."""
    links: SectionLinks | None = None
    """None where it is the only one."""


def section_links(
    catalogue: Catalogue, addresses: Sequence[str], changes: Mapping[int, Sequence[int]], current: int
) -> SectionLinks:
    """The sections as the page of section `current` lists them. `changes` has the numbers of what is told in each."""
    count = len(addresses)
    listed = [n for n in range(1, count + 1) if n in (1, count) or abs(n - current) <= _NEIGHBOURS]
    return SectionLinks(
        # Translators: which part of a long comparison this page is: "part 2 of 4".
        place=catalogue.gettext(
            "part {number} of {count}", number=catalogue.number(current), count=catalogue.number(count)
        ),
        links=tuple(
            SectionLink(
                number=number,
                label=_label(catalogue, changes.get(number, ())),
                href=addresses[number - 1],
                current=number == current,
                follows_gap=place > 0 and listed[place - 1] != number - 1,
            )
            for place, number in enumerate(listed)
        ),
        before=addresses[current - 2] if current > 1 else "",
        after=addresses[current] if current < count else "",
    )


def _label(catalogue: Catalogue, places: Sequence[int]) -> str:
    if not places:
        return catalogue.gettext("no change of substance")
    first, last = catalogue.number(places[0]), catalogue.number(places[-1])
    if len(places) == 1:
        # Translators: the only change of a part of a comparison, by its number among all.
        return catalogue.gettext("change {number}", number=first)
    # Translators: the changes of a part of a comparison, by their numbers among all: "changes 98 to 180".
    return catalogue.gettext("changes {first} to {last}", first=first, last=last)


def connected(sections: Sequence[tuple[Line, ...]], addresses: Sequence[str]) -> list[tuple[Line, ...]]:
    """The lines with links that lead to the page on which the other end of what moved stands."""
    if len(sections) == 1:
        return list(sections)
    homes = {anchor: number for number, lines in enumerate(sections) for line in lines for anchor in _anchors(line)}

    def address(fragment: str, number: int) -> str:
        home = homes.get(fragment.removeprefix("#"), number)
        return fragment if home == number else f"{addresses[home]}{fragment}"

    def run_of(run: Run, number: int) -> Run:
        return replace(run, href=address(run.href, number)) if run.href else run

    def side_of(side: Side, number: int) -> Side:
        paragraphs = tuple(
            replace(paragraph, runs=tuple(run_of(run, number) for run in paragraph.runs))
            for paragraph in side.paragraphs
        )
        return replace(side, paragraphs=paragraphs, pointer=address(side.pointer, number) if side.pointer else "")

    return [
        tuple(replace(line, left=side_of(line.left, number), right=side_of(line.right, number)) for line in lines)
        for number, lines in enumerate(sections)
    ]


def _anchors(line: Line) -> Iterator[str]:
    """What links may lead to in a line."""
    yield line.id
    for side in (line.left, line.right):
        for paragraph in side.paragraphs:
            yield from (run.anchor for run in paragraph.runs if run.anchor)
