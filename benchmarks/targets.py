"""What was to be reached, what was got, and whether that is enough: one row each, for every benchmark."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """A row."""

    what: str
    wanted: str
    got: str
    good: bool


def at_most(what: str, got: float, most: float, *, told: str = "", unit: str = "", digits: int = 2) -> Target:
    """A figure that is to stay below a limit; `told` is what else is to be said of it."""
    return Target(what, f"<= {most:g}{unit}", f"{got:,.{digits}f}{unit}{told}", got <= most)


def at_least(what: str, got: float, least: float, *, told: str = "", unit: str = "", digits: int = 3) -> Target:
    """A figure that is to stay above a limit."""
    return Target(what, f">= {least:g}{unit}", f"{got:,.{digits}f}{unit}{told}", got >= least)


def table_of(targets: Iterable[Target]) -> list[str]:
    """The lines of the table; none without rows."""
    rows: Sequence[tuple[str, str, str, str]] = [
        ("what", "to reach", "got", ""),
        *((one.what, one.wanted, one.got, "reached" if one.good else "FALLS SHORT") for one in targets),
    ]
    if len(rows) == 1:
        return []
    widths = [max(len(row[column]) for row in rows) + 2 for column in range(4)]
    return ["".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
