"""What a task is, and how a chain of tasks is done for one item, in whatever process."""

import hashlib
from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

from sitegen.frozen import dataclass
from sitegen.memo.codec import Codec, LostValue

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Generic[Value]):
    """A pure function whose value is remembered under the digest of its inputs."""

    name: str
    make: Callable[[Any, Any, Any], Value]
    """Importable by name. Of what is the same for all items, the item's own input, and what the task before made."""
    codec: Codec[Value]
    inputs: tuple[str, ...] = ()
    """Names of all parts of its key, as a reader knows them; one that ends with a blank is followed by an id."""
    inline: bool = False
    """Whether the value is small, and wanted in each build: it lies in the table and is no blob."""
    is_reloaded: bool = False
    """Whether the rest of the build asks for its values: those that cannot be kept on disk stay in memory."""
    named: str = "a value"
    """What its values are, for a message."""
    verb: str = "made"
    """What was done where it is not kept, for `--explain`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainStep:
    """A task in a chain, with what is the same for all items."""

    task: Task[Any]
    shared: Any
    parts: Mapping[str, str]
    """Digests of the program and of `shared`, each under the name that a reader knows it by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What a chain of tasks is done for."""

    name: str
    """Its id, among the items of the task."""
    parts: tuple[Mapping[str, str], ...]
    """For each step the digests of its inputs that are the item's own. A later step has the digest of the value of
    the one before as well.
    """
    load: Callable[[], Any]
    """Its input. Called where something is made, and only then."""
    cost: float = 0.0
    """Predicted seconds."""
    place: str = ""
    """The file that a message names where the item is lost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Generic[Value]):
    """What the last task of a chain came to for an item."""

    name: str
    value: Value
    digests: tuple[str, ...]
    """Of the value of each task of the chain, as it is remembered."""
    why: str
    """Why it was made or kept."""
    is_made: bool


@dataclass(frozen=True, slots=True)
class Work:
    """One item on its way to where it is done."""

    first: int
    """Index of the first task to do."""
    before: bytes
    """The value of the task before that, packed; empty where there is none."""
    input: Any


@dataclass(frozen=True, slots=True)
class Done:
    """What was made of an item."""

    packed: tuple[bytes, ...]
    """The value of each task that was done."""
    value: Any
    """The last one."""


def do(steps: tuple[tuple[Task[Any], Any], ...], work: Work) -> Done:
    """Does the tasks of a chain, each with what is shared, from the first that is due."""
    value = steps[work.first - 1][0].codec.unpack(work.before) if work.first else None
    packed = []
    for task, shared in steps[work.first :]:
        value = task.make(shared, work.input, value)
        packed.append(task.codec.pack(value))
    return Done(tuple(packed), value)


def digest_of(packed: bytes) -> str:
    """The digest of a value, as it is packed."""
    return hashlib.sha256(packed).hexdigest()


def unpacked(task: Task[Value], packed: bytes | None) -> Value | None:
    """A remembered value; None where it is gone, or is not of this task."""
    try:
        return None if packed is None else task.codec.unpack(packed)
    except LostValue:
        return None
