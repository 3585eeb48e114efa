"""What an editor decided of imported pages: a file beside each article, and the template of a host that follows.

`harbour-fire.txt` has its decisions in `harbour-fire.review.toml`, which no build reads. A template is made of all
decided files of a host each time it is asked for, so that a decision that is taken back leaves nothing behind.
"""

import json
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sitegen.formats.webpages.page_parts import HostTemplate
from sitegen.frozen import dataclass
from sitegen.read.decode import clean
from sitegen.read.files import Entry, read_bytes
from sitegen.read.refusal import Refused
from sitegen.read.walk import entries_below, split_suffix

REVIEW_SUFFIX = ".review.toml"
_LONGEST_FILE = 4 << 20
"""Bytes of such a file; a page of 2,000 blocks makes one of 400,000."""
_SHOWN = 100
"""Characters of a block by which an editor knows it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockDecision:
    """Whether a block of a page is of its text."""

    number: int
    """Among the blocks of the page, from 0."""
    is_taken: bool
    reason: str
    """Why the extractors leave it out; empty for one that they keep."""
    element: str
    """The innermost elements it stands in."""
    text: str
    """Its beginning."""

    @property
    def is_editors(self) -> bool:
        """Whether the editor decided otherwise than the extractors."""
        return self.is_taken == bool(self.reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldDecision:
    """What a field of the article says."""

    field: str
    value: str
    """Empty where it is left out."""
    candidates: tuple[tuple[str, str], ...]
    """Values with their places; the first is the one that is taken where nobody decides."""

    @property
    def read(self) -> str:
        """The value that is taken where nobody decides."""
        return self.candidates[0][0] if self.candidates else ""

    @property
    def place(self) -> str:
        """Where the value stands on the page; empty for one that the editor wrote."""
        return next((place for value, place in self.candidates if value == self.value), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """All that is decided of one article."""

    is_decided: bool
    """False for a file that only lists what there is to decide."""
    is_article: bool
    original: str
    """Path of the original below the content folder."""
    record: int | None
    text_digest: str
    """Digest of the words of the text that was made last; empty where the article is as it was added."""
    host: str
    """Without `www.`; empty where the page states no address."""
    fields: tuple[FieldDecision, ...]
    blocks: tuple[BlockDecision, ...]

    @property
    def taken(self) -> frozenset[int]:
        """Numbers of the blocks that are the text."""
        return frozenset(block.number for block in self.blocks if block.is_taken)


def review_path(article: str) -> str:
    """Where the decisions about an article stand."""
    return f"{split_suffix(article)[0]}{REVIEW_SUFFIX}"


def decisions_text(decisions: Decisions, article: str) -> str:
    """The file, for people and for `parse_decisions`."""
    lines = [
        f"# What `{_comment(article)}` is made of.",
        "# Change what is wrong, write `decided = true`, save the file, and run `sitegen add --review`.",
        "# What you decide is applied to the next pages of the same host.",
        f"decided = {_flag(decisions.is_decided)}",
        f"article = {_flag(decisions.is_article)}  # false: this is no article; its file is taken away",
        f"original = {_text(decisions.original)}",
        *([f"record = {decisions.record}"] if decisions.record is not None else []),
        f"text_digest = {_text(decisions.text_digest)}",
        f"host = {_text(decisions.host)}",
    ]
    for entry in decisions.fields:
        pairs = [f"  [{_text(value)}, {_text(place)}]," for value, place in entry.candidates]
        lines += ["", f"[fields.{entry.field}]", f"value = {_text(entry.value)}"]
        lines += ["candidates = [", *pairs, "]"] if pairs else ["candidates = []"]
    lines += ["", "# The page, block by block; `take = true` makes one a part of the text.", "[page]", "blocks = ["]
    for block in decisions.blocks:
        reason = f"reason = {_text(block.reason)}, " if block.reason else ""
        lines.append(
            f"  {{ take = {_flag(block.is_taken)}, number = {block.number}, text = {_text(block.text)}, {reason}"
            f"element = {_text(block.element)} }},"
        )
    return "\n".join([*lines, "]", ""])


def parse_decisions(data: bytes) -> Decisions:
    """Decisions as they stand in a file. Raises Refused where an editor's change made it unreadable."""
    try:
        table: dict[str, Any] = tomllib.loads(data.decode("utf-8"))
        return Decisions(
            is_decided=_typed(table, "decided", bool),
            is_article=_typed(table, "article", bool),
            original=_typed(table, "original", str),
            record=_typed(table, "record", int) if "record" in table else None,
            text_digest=_typed(table, "text_digest", str),
            host=_typed(table, "host", str),
            fields=tuple(_field(name, entry) for name, entry in _typed(table, "fields", dict).items()),
            blocks=tuple(_block(entry) for entry in _typed(_typed(table, "page", dict), "blocks", list)),
        )
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as failure:
        raise Refused("bad-review", f"these decisions cannot be read: {failure}", _AGAIN) from None


_AGAIN = "mend it, or remove it and run `sitegen add --review` to have it written again"


def _typed(table: Any, name: str, kind: type) -> Any:
    value = table.get(name) if isinstance(table, dict) else None
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise Refused("bad-review", f"these decisions cannot be read: `{name}` is missing or of another kind", _AGAIN)
    return value


def _field(name: str, entry: Any) -> FieldDecision:
    pairs = [pair for pair in _typed(entry, "candidates", list) if isinstance(pair, list) and len(pair) == 2]
    return FieldDecision(
        field=name,
        value=" ".join(_typed(entry, "value", str).split()),
        candidates=tuple((str(value), str(place)) for value, place in pairs),
    )


def _block(entry: Any) -> BlockDecision:
    return BlockDecision(
        number=_typed(entry, "number", int),
        is_taken=_typed(entry, "take", bool),
        reason=_typed(entry, "reason", str) if "reason" in entry else "",
        element=_typed(entry, "element", str),
        text=_typed(entry, "text", str),
    )


def _flag(value: bool) -> str:
    return "true" if value else "false"


def _text(value: str) -> str:
    """A text of TOML; JSON's are, but for the one control character that JSON lets stand."""
    return json.dumps(clean(value), ensure_ascii=False).replace("\x7f", "\\u007f")


def _comment(value: str) -> str:
    return clean(" ".join(value.split()))


def shown_text(text: str) -> str:
    """The beginning of a block."""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def read_decisions(content: Path, entry: Entry) -> Decisions:
    """The decisions of a file. Raises Refused."""
    data, problems = read_bytes(content, entry, _LONGEST_FILE, "")
    if data is None:
        message = problems[0].message if problems else "nothing is there"
        raise Refused("bad-review", f"these decisions cannot be read: {message}", _AGAIN)
    return parse_decisions(data)


def all_decisions(content: Path) -> tuple[dict[str, Decisions], dict[str, Refused]]:
    """The decisions of an archive by the path of their file, and why others cannot be read."""
    decisions: dict[str, Decisions] = {}
    refusals: dict[str, Refused] = {}
    for entry in entries_below(content, "", []):
        if entry.relative.endswith(REVIEW_SUFFIX):
            try:
                decisions[entry.relative] = read_decisions(content, entry)
            except Refused as refused:
                refusals[entry.relative] = refused
    return decisions, refusals


def host_templates(decisions: Iterable[Decisions]) -> dict[str, HostTemplate]:
    """What follows for the next pages of each host. Where two pages of it were decided differently, nothing does."""
    by_host: dict[str, list[Decisions]] = defaultdict(list)
    for entry in decisions:
        if entry.is_decided and entry.is_article and entry.host:
            by_host[entry.host].append(entry)
    templates = {host: _template(entries) for host, entries in by_host.items()}
    return {host: template for host, template in templates.items() if template is not None}


def _template(entries: Sequence[Decisions]) -> HostTemplate | None:
    # What the extractors leave out and what they keep are apart: a rule for the one says nothing of the other.
    dropped = dict(_verdicts(block for entry in entries for block in entry.blocks if block.reason))
    kept = dict(_verdicts(block for entry in entries for block in entry.blocks if not block.reason))
    places: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        for choice in entry.fields:
            if choice.value and choice.place and choice.value != choice.read:
                places[choice.field].add(choice.place)
    template = HostTemplate(
        taken=frozenset(element for element, is_taken in dropped.items() if is_taken),
        left=frozenset(element for element, is_taken in kept.items() if is_taken is False),
        places={name: next(iter(several)) for name, several in places.items() if len(several) == 1},
    )
    return template if template.taken or template.left or template.places else None


def _verdicts(blocks: Iterable[BlockDecision]) -> Iterator[tuple[str, bool | None]]:
    """What was decided of all blocks of an element; None where it was decided both ways."""
    verdicts: Mapping[str, set[bool]] = defaultdict(set)
    for block in blocks:
        verdicts[block.element].add(block.is_taken)
    for element, several in verdicts.items():
        yield element, next(iter(several)) if len(several) == 1 else None
