"""The engine that needs no other process."""

from collections.abc import Callable, Iterator, Sequence

from sitegen.engine.protocol import Lost, Result, Shared, Used, Value, result_of


class ThisProcess:
    """Runs everything here, one value after the other."""

    def __init__(self) -> None:
        self.used: list[Used] = []

    def map(
        self,
        function: Callable[[Shared, Value], Result],
        shared: Shared,
        values: Sequence[Value],
        costs: Sequence[float],  # noqa: ARG002
    ) -> Iterator[tuple[int, Result | Lost]]:
        """The results, each made when it is asked for."""
        for index, value in enumerate(values):
            yield index, result_of(function, shared, value)
