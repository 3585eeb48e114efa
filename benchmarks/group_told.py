"""How the grouping benchmark prints: each line as soon as it is known."""

_NAME = 62
"""Columns of a row's name."""


def row(name: str, *figures: object) -> None:
    """A line: what, and its figures."""
    told = (
        f"{one:.3f}" if isinstance(one, float) else f"{one:,}" if isinstance(one, int) else f"{one}" for one in figures
    )
    print(f"{name:{_NAME}}  {'  '.join(told)}".rstrip(), flush=True)
