"""The table of what tasks have made: for each item a line with what it was made of and the digest of what came of it.

A verifying trace (Mokhov, Mitchell and Peyton Jones, Build systems a la carte): a value is kept where the digests of
all its inputs are those of its line. Lines lie in a few values of the store and are parsed when they are asked for.
"""

import hashlib
import json
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sitegen.engine import Engine, Lost, ThisProcess
from sitegen.frozen import dataclass
from sitegen.memo.blobs import Store
from sitegen.memo.codec import LostValue, from_plain, parse_json
from sitegen.memo.task import ChainStep, Done, Item, Outcome, Task, Work, digest_of, do, unpacked

_SHARDS = 16
"""Values of the store a task: those without a changed line are not written again."""
_MANY = 3
"""Inputs that a reason names; a story may have hundreds."""
_KEPT = "kept: nothing it depends on has changed"
_BEFORE = "what it is made from"
"""The input of a task that is the value of the one before it."""
_SHORT = 16
"""Characters of a digest that only `--explain` compares."""


class TraceLine(NamedTuple):
    """What is known of an item. A tuple, since there are some for each of many thousand articles."""

    key: str
    """Of all that the value was made of."""
    parts: bytes
    """What that was, for a reader: JSON."""
    digest: str
    """Of the value."""
    inline: bytes
    """The value, where its task keeps it here."""


class Lines:
    """The lines of one task: those of the last build, and those of this one."""

    def __init__(self, store: Store, task: str) -> None:
        self._store, self._task = store, task
        self._before: dict[bytes, bytes] = {}
        self._present: dict[bytes, bytes] = {}
        self._values = [store.get(key) or b"" for key in _keys_of_lines(task)]
        for value in self._values:
            for line in value.split(b"\n")[:-1]:
                name, _, rest = line.partition(b"\0")
                self._before[name] = rest

    def get(self, name: str) -> TraceLine | None:
        """The line of an item."""
        line = self._before.get(_encoded(name))
        fields = line.split(b"\0") if line else []
        if len(fields) != 4:
            return None
        key, parts, digest, inline = fields
        return TraceLine(key.decode("ascii", "replace"), parts, digest.decode("ascii", "replace"), inline)

    def same(self, name: str) -> None:
        """Keeps the line of an item as it is."""
        self._present[_encoded(name)] = self._before[_encoded(name)]

    def put(self, name: str, line: TraceLine) -> None:
        """Keeps a line that is new."""
        self._present[_encoded(name)] = b"\0".join((line.key.encode(), line.parts, line.digest.encode(), line.inline))

    def keep(self) -> None:
        """Remembers the lines of this build."""
        values: list[list[bytes]] = [[] for _ in range(_SHARDS)]
        for name in sorted(self._present):
            values[zlib.crc32(name) % _SHARDS].append(b"%b\0%b\n" % (name, self._present[name]))
        for key, before, lines in zip(_keys_of_lines(self._task), self._values, values, strict=True):
            value = b"".join(lines)
            if value != before:
                # As it is: to inflate the lines of 10,000 articles takes a tenth of what reading them again saves.
                self._store.put(key, value)


def _keys_of_lines(task: str) -> list[str]:
    return [f"{task}.lines.{number}" for number in range(_SHARDS)]


class Memo:
    """What earlier builds made, and what this one makes."""

    def __init__(self, store: Store, engine_for: Callable[[Sequence[float]], Engine] = lambda _: ThisProcess()) -> None:
        self._store, self._engine_for = store, engine_for
        self._unkept: dict[str, bytes] = {}
        """Values by their keys that the rest of the build asks for, and that could not be put into the store."""

    def packed(self, task: Task[Any], name: str, digest: str) -> bytes:
        """A value that has been made or kept, as it is packed. Raises LostValue where it is gone, or another's."""
        key = _blob(task, name)
        content = self._unkept.get(key) or self._store.get(key)
        if content is None:
            raise LostValue(f"{task.named}, which is gone")
        if digest_of(content) != digest:
            raise LostValue(f"{task.named}, which is that of another")
        return content

    def recall(self, name: str) -> bytes | None:
        """What was recorded under a name by the last build, to spare work; no value may depend on it."""
        return self._store.get(f"{name}.record")

    def record(self, name: str, value: bytes) -> None:
        """Records something for the next build."""
        self._store.put(f"{name}.record", value, text=True)

    def still_wanted(self, name: str) -> None:
        """Says that the next build may ask for a record, though this one has no need to."""
        self._store.use(f"{name}.record")

    def leave(self, task: Task[Any]) -> None:
        """Says the same of all that an inline task came to."""
        for key in (*_keys_of_lines(task.name), f"{task.name}.shared"):
            self._store.use(key)

    def outcomes(
        self,
        steps: Sequence[ChainStep],
        items: Sequence[Item],
        *,
        suffices: Callable[[Any], bool] = lambda _: True,
        is_as_foreseen: Callable[[Item, Any], bool] = lambda *_: True,
        explain: Callable[[str, str], None] = lambda *_: None,
        begin: Callable[[str], None] = lambda _: None,
    ) -> Iterator[Outcome[Any] | tuple[Item, Lost]]:
        """What the last of some tasks comes to for each item, in any order; an item with why it was lost.

        Each task takes what the one before made. What is remembered is made again where it does not suffice. What was
        made of other inputs than the parts of the item say, because they have changed meanwhile, is not remembered.
        `explain` is told why an item is made or kept, `begin` the item whose turn it is.
        """
        chain = _Chain(self._store, self._unkept, steps, is_as_foreseen)
        waiting: list[_Due] = []
        for item in items:
            due = chain.due(item, suffices)
            if isinstance(due, Outcome):
                explain(item.name, due.why)
                yield due
            else:
                waiting.append(due)
        for due in waiting:
            explain(due.item.name, due.why)
        yield from self._work(chain, waiting, begin)
        chain.keep()

    def required(
        self,
        steps: Sequence[ChainStep],
        items: Sequence[Item],
        *,
        suffices: Callable[[Any], bool] = lambda _: True,
        explain: Callable[[str, str], None] = lambda *_: None,
    ) -> Iterator[Outcome[Any]]:
        """As `outcomes`, of what a build cannot do without. Raises MemoryError for an item that is lost."""
        for outcome in self.outcomes(steps, items, suffices=suffices, explain=explain):
            if not isinstance(outcome, Outcome):
                item, lost = outcome
                raise MemoryError(f"{item.name}: {lost.reason}")
            yield outcome

    def values(
        self,
        step: ChainStep,
        items: Sequence[Item],
        *,
        suffices: Callable[[Any], bool],
        explain: Callable[[str, str], None],
    ) -> Iterator[Any]:
        """What a task comes to for each item, in any order. Raises MemoryError for an item that is lost."""
        return (outcome.value for outcome in self.required([step], items, suffices=suffices, explain=explain))

    def in_this_process(self) -> "Memo":
        """The same memory, for what only this process can do."""
        return Memo(self._store)

    def _work(
        self, chain: "_Chain", waiting: Sequence["_Due"], begin: Callable[[str], None]
    ) -> Iterator[Outcome[Any] | tuple[Item, Lost]]:
        costs = [due.item.cost for due in waiting]
        engine = self._engine_for(costs)
        turns = _Turns(costs, in_order=isinstance(engine, ThisProcess))
        if waiting:
            begin(waiting[turns.next()].item.name)
        for index, finished in engine.map(do, chain.work, waiting, costs, load=chain.load):
            due = waiting[index]
            yield (due.item, finished) if isinstance(finished, Lost) else chain.remember(due, finished)
            if (turn := turns.finished(index)) is not None:
                begin(waiting[turn].item.name)


@dataclass(frozen=True, slots=True)
class _Due:
    """An item of which something is to be made."""

    item: Item
    first: int
    """Index of the first task to do."""
    why: str


class _Chain:
    """Some tasks in order, with their lines."""

    def __init__(
        self,
        store: Store,
        unkept: dict[str, bytes],
        steps: Sequence[ChainStep],
        is_as_foreseen: Callable[[Item, Any], bool],
    ) -> None:
        self._store, self._unkept, self._steps, self._is_as_foreseen = store, unkept, steps, is_as_foreseen
        self._lines = [Lines(store, step.task.name) for step in steps]
        self._before = [_shared_before(store, step.task) for step in steps]
        self.work = tuple((step.task, step.shared) for step in steps)

    def due(self, item: Item, suffices: Callable[[Any], bool]) -> "Outcome[Any] | _Due":
        """What is remembered of an item, or what is to be done and why."""
        digest, value = "", None
        digests = []
        for index, step in enumerate(self._steps):
            line = self._lines[index].get(item.name)
            if line is None or line.key != self._key(index, item, digest):
                return _Due(item, index, f"{step.task.verb}: {self._why(index, item, line)}")
            if step.task.inline:
                value = unpacked(step.task, line.inline)
                if value is None or digest_of(line.inline) != line.digest:
                    return _Due(item, index, f"{step.task.verb}: the cache no longer has it")
            digest = line.digest
            digests.append(digest)
        if not suffices(value):
            index = len(self._steps) - 1
            return _Due(item, index, f"{self._steps[index].task.verb}: what it wrote is not there any more")
        for step, lines in zip(self._steps, self._lines, strict=True):
            lines.same(item.name)
            if not step.task.inline:
                self._store.use(_blob(step.task, item.name))
        return Outcome(name=item.name, value=value, digests=tuple(digests), why=_KEPT, is_made=False)

    def load(self, due: _Due) -> Work:
        """What is sent to where an item is done."""
        before = b""
        first = due.first
        if first:
            task, line = self._steps[first - 1].task, self._lines[first - 1].get(due.item.name)
            before = self._store.get(_blob(task, due.item.name)) or b""
            if line is None or digest_of(before) != line.digest:
                first, before = 0, b""
        return Work(first, before, due.item.load())

    def remember(self, due: _Due, finished: Done) -> Outcome[Any]:
        """Keeps what was made of an item."""
        name = due.item.name
        digests: list[str] = []
        first = len(self._steps) - len(finished.packed)
        is_remembered = self._is_as_foreseen(due.item, finished.value)
        for index, step in enumerate(self._steps):
            if index < first:
                self._lines[index].same(name)
                self._store.use(_blob(step.task, name))
                line = self._lines[index].get(name)
                digests.append(line.digest if line else "")
                continue
            packed = finished.packed[index - first]
            key = self._key(index, due.item, digests[-1] if digests else "")
            digests.append(digest_of(packed))
            parts = json.dumps({part: digest[:_SHORT] for part, digest in due.item.parts[index].items()}).encode()
            if not step.task.inline:
                self._put(step.task, name, packed)
            if is_remembered:
                inline = packed if step.task.inline else b""
                self._lines[index].put(name, TraceLine(key, parts, digests[-1], inline))
        return Outcome(name=name, value=finished.value, digests=tuple(digests), why=due.why, is_made=True)

    def _put(self, task: Task[Any], name: str, packed: bytes) -> None:
        key = _blob(task, name)
        if packed and not self._store.put(key, packed, text=True) and task.is_reloaded:
            self._unkept[key] = packed

    def keep(self) -> None:
        """Remembers the lines of this build, and what all items share."""
        for step, lines in zip(self._steps, self._lines, strict=True):
            lines.keep()
            self._store.put(f"{step.task.name}.shared", json.dumps(step.parts).encode())

    def _key(self, index: int, item: Item, before: str) -> str:
        step = self._steps[index]
        parts = {**step.parts, **item.parts[index]}
        return key_of(step.task.name, {**parts, _BEFORE: before} if index else parts)

    def _why(self, index: int, item: Item, line: TraceLine | None) -> str:
        """What has changed of the inputs of a task since the last build."""
        parts, then = item.parts[index], _plain_parts(line.parts if line else None)
        if then is None:
            return "it is new"
        shared = self._before[index]
        reasons = [
            f"{part} has changed" for part, digest in self._steps[index].parts.items() if shared.get(part) != digest
        ]
        for part, digest in parts.items():
            if part not in then:
                reasons.append(f"{part} is new")
            elif then[part] != digest[:_SHORT]:
                reasons.append(f"{part} has changed")
        reasons += [f"{part} is gone" for part in then if part not in parts]
        more = len(reasons) - _MANY
        listed = "; ".join(reasons[:_MANY]) + (f"; and {more} more" if more > 0 else "")
        return listed or (f"{_BEFORE} has changed" if index else "the cache no longer has it")


class _Turns:
    """Which of some items comes next."""

    def __init__(self, costs: Sequence[float], *, in_order: bool) -> None:
        self._order = sorted(range(len(costs)), key=lambda place: (0 if in_order else -costs[place], place))
        self._finished: set[int] = set()
        self._first = 0

    def next(self) -> int:
        """The first that is not done."""
        return self._order[self._first]

    def finished(self, place: int) -> int | None:
        """Says that an item is done; the next, None after the last."""
        self._finished.add(place)
        while self._first < len(self._order) and self._order[self._first] in self._finished:
            self._first += 1
        return self.next() if self._first < len(self._order) else None


def key_of(task: str, parts: Mapping[str, str]) -> str:
    """The digest of all that a value of a task is made of."""
    text = "\0".join([task, *(f"{name}\1{digest}" for name, digest in parts.items())])
    return hashlib.sha256(_encoded(text)).hexdigest()


def _blob(task: Task[Any], name: str) -> str:
    """The key of a value. It says nothing of what it was made of: the line of the item does."""
    return f"{task.name}:{name}"


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _shared_before(store: Store, task: Task[Any]) -> Mapping[str, str]:
    return _plain_parts(store.get(f"{task.name}.shared")) or {}


def _plain_parts(value: bytes | None) -> Mapping[str, str] | None:
    try:
        return None if value is None else from_plain(dict[str, str], parse_json(value))
    except LostValue:
        return None
