"""Who is connected, since when and at what: how long a request may take, and who gives way when all places are taken.

Knows nothing of HTTP, nor of sockets. A time limit for each read would be no limit: a client that sends a byte now and
then would keep its place.
"""

import threading
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from enum import IntEnum
from typing import Generic, TypeVar

Connection = TypeVar("Connection", bound=Hashable)
MOST = 100
"""Connections at once, each of which is a thread."""
SECONDS_TO_ASK = 10
"""From the connection to the end of the request's head."""


class Stage(IntEnum):
    """What a connection is at. When all places are taken, the first of these gives way before the others."""

    ASKING = 0
    """Its request has not come to its end."""
    LISTENING = 1
    """It waits for events; a browser that is cut off connects again by itself."""
    ANSWERED = 2


@dataclass(slots=True)
class _Place:
    since: float
    stage: Stage = Stage.ASKING


class Connections(Generic[Connection]):
    """The connections of a server, none of which can hold its place against all others."""

    def __init__(self, end: Callable[[Connection], None], clock: Callable[[], float] = time.monotonic) -> None:
        """`end` wakes the thread that reads from or writes to a connection, which closes it; `clock` gives seconds."""
        self._end_it, self._clock = end, clock
        self._lock = threading.Lock()
        self._places: dict[Connection, _Place] = {}

    def add(self, connection: Connection) -> None:
        """Gives a place to a connection that asks; where all are taken, the oldest of the least stage loses its own."""
        with self._lock:
            if len(self._places) >= MOST:
                self._end(
                    min(
                        self._places,
                        key=lambda connection: (self._places[connection].stage, self._places[connection].since),
                    )
                )
            self._places[connection] = _Place(self._clock())

    def becomes(self, connection: Connection, stage: Stage) -> None:
        """Notes what a connection is at now, if it still has its place."""
        with self._lock:
            if connection in self._places:
                self._places[connection].stage = stage

    def remove(self, connection: Connection) -> None:
        """Frees the place of a connection that has ended."""
        with self._lock:
            self._places.pop(connection, None)

    def end_late(self) -> None:
        """Ends the connections that have asked for too long."""
        limit = self._clock() - SECONDS_TO_ASK
        with self._lock:
            for connection, place in list(self._places.items()):
                if place.stage is Stage.ASKING and place.since <= limit:
                    self._end(connection)

    def _end(self, connection: Connection) -> None:
        del self._places[connection]
        self._end_it(connection)
