"""The engine that needs no other process."""

from collections.abc import Callable, Iterator, Sequence

from sitegen.engine.protocol import Given, Lost, Result, Shared, Used, Value, as_is, result_of


class ThisProcess:
    """Runs everything here, one value after the other."""

    def map(
        self,
        function: Callable[[Shared, Value], Result],
        shared: Shared,
        values: Sequence[Given],
        costs: Sequence[float],  # noqa: ARG002
        *,
        load: Callable[[Given], Value] = as_is,
    ) -> Iterator[tuple[int, Result | Lost]]:
        """The results, each made when it is asked for."""
        for index, value in enumerate(values):
            yield index, result_of(function, shared, load(value))

    def used(self) -> list[Used]:
        """Nothing: there is no other process."""
        return []
