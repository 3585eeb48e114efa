"""HTML that is put together of pieces: what is no HTML is escaped where it is put in. Knows no page."""

import html
from collections.abc import Iterable


class Html(str):
    """A piece of HTML."""

    __slots__ = ()

    def filled(self, *values: object, **named: object) -> "Html":
        """The piece with its placeholders filled."""
        return Html(self.format(*map(_escaped, values), **{name: _escaped(value) for name, value in named.items()}))


def joined(pieces: Iterable[object]) -> Html:
    """Pieces one after another."""
    return Html("".join(map(_escaped, pieces)))


def _escaped(value: object) -> str:
    return value if isinstance(value, Html) else html.escape(str(value))
