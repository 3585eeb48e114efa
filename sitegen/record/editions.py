"""editions.toml: what each edition of the archive held, and what had changed since the one before.

`sitegen edition` writes it into the content, so that a clean clone prints the same days and follows the same links.
Nothing in it is read off a clock by a build.
"""

import hashlib
import json
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import date
from typing import Any

from sitegen.diagnostics import Diagnostic, Location, error
from sitegen.frozen import dataclass
from sitegen.model import EditionLine, Moment, PassageAlias, StoryRecord
from sitegen.record.passages import LinkedSentence, followed

EDITIONS = "editions.toml"
_MOST_ALIASES = 400
"""Of a story, the newest: a link that is older than so many edits of one text leads to its page."""
_DIGITS = 16
"""Of the digest of an article's file."""
_HEAD = """\
# Written by `sitegen edition`; keep it with the articles. Pages print its days, and links to sentences that were edited
# since lead on by it. Hashes stand for words, so that nothing withheld is in here.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedStory:
    """A story as an edition has it."""

    id: str
    articles: Mapping[str, str]
    """The digest of each of its articles, by id; of one that was recorded, its beginning."""
    passages: tuple[LinkedSentence, ...] = ()
    """The sentences that its page shows, in order."""
    aliases: tuple[PassageAlias, ...] = ()
    """Newest first."""
    log: tuple[EditionLine, ...] = ()
    """Newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Editions:
    """All that editions.toml says."""

    days: tuple[date, ...] = ()
    """Of each edition, oldest first."""
    stories: Mapping[str, RecordedStory] = field(default_factory=dict)

    def records(self) -> dict[str, StoryRecord]:
        """What the page of each story is to say."""
        return {
            name: StoryRecord(state=state_of(story.articles), log=story.log, aliases=story.aliases)
            for name, story in self.stories.items()
        }


def state_of(articles: Mapping[str, str]) -> str:
    """Of the articles of a story by their digests: another one where any was added, removed or edited."""
    listed = "\n".join(f"{name} {digest[:_DIGITS]}" for name, digest in sorted(articles.items()))
    return hashlib.sha256(listed.encode("utf-8", "replace")).hexdigest()[:_DIGITS]


def with_edition(before: Editions, day: date, stories: Iterable[RecordedStory]) -> tuple[Editions, int]:
    """The editions with one more, and how many stories have changed in it.

    Of `stories` the articles and passages are read; their logs and aliases follow from those before.
    """
    moment = Moment(day=day)
    recorded: dict[str, RecordedStory] = {}
    changed = 0
    for story in sorted(stories, key=lambda story: story.id):
        old = before.stories.get(story.id)
        recorded[story.id] = entered = _entered(old, story, moment)
        changed += old is None or entered.log != old.log
    changed += len(before.stories.keys() - recorded.keys())
    return Editions(days=(*before.days, day), stories=recorded), changed


def _entered(old: RecordedStory | None, story: RecordedStory, moment: Moment) -> RecordedStory:
    old = old or RecordedStory(id=story.id, articles={})
    articles = {name: digest[:_DIGITS] for name, digest in story.articles.items()}
    heirs = followed(old.passages, story.passages) if old.passages else {}
    common = old.articles.keys() & articles.keys()
    line = EditionLine(
        moment=moment,
        articles=len(articles),
        added=tuple(sorted(articles.keys() - old.articles.keys())),
        removed=len(old.articles.keys() - articles.keys()),
        changed=tuple(sorted(name for name in common if old.articles[name] != articles[name])),
        passages=len(heirs),
    )
    if not (line.added or line.removed or line.changed or line.passages):
        return RecordedStory(id=story.id, articles=articles, passages=story.passages, aliases=old.aliases, log=old.log)
    present = {passage.id for passage in story.passages}
    carried = [
        alias
        if alias.new in present or not alias.new
        else PassageAlias(old=alias.old, new=heirs.get(alias.new, ""), moment=moment)
        for alias in old.aliases
        if alias.old not in present
    ]
    fresh = [PassageAlias(old=name, new=heir, moment=moment) for name, heir in heirs.items()]
    return RecordedStory(
        id=story.id,
        articles=articles,
        passages=story.passages,
        aliases=tuple([*fresh, *carried][:_MOST_ALIASES]),
        log=(line, *old.log),
    )


def written(editions: Editions) -> str:
    """The file. TOML's strings are those of JSON, but for one sign that no id has."""
    lines = [_HEAD, f"days = {_quoted([day.isoformat() for day in editions.days])}"]
    for story in sorted(editions.stories.values(), key=lambda story: story.id):
        lines += ["", "[[story]]", f"id = {_quoted(story.id)}"]
        lines += _listed("articles", [f"{digest} {name}" for name, digest in sorted(story.articles.items())])
        lines += _listed("passages", [f"{passage.id} {passage.fingerprint}".rstrip() for passage in story.passages])
        lines += _listed("aliases", [f"{alias.moment.iso} {alias.old} {alias.new}".rstrip() for alias in story.aliases])
        for line in story.log:
            lines += ["[[story.log]]", f"day = {_quoted(line.moment.iso)}", f"articles = {line.articles}"]
            lines += _listed("added", line.added)
            lines += [f"removed = {line.removed}"] if line.removed else []
            lines += _listed("changed", line.changed)
            lines += [f"passages = {line.passages}"] if line.passages else []
    return "\n".join(lines) + "\n"


def _listed(name: str, values: Sequence[str]) -> list[str]:
    return [f"{name} = [", *(f"  {_quoted(value)}," for value in values), "]"] if values else []


def _quoted(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def parse_editions(text: str, path: str) -> tuple[Editions, tuple[Diagnostic, ...]]:
    """What the file says; nothing, with what is wrong, where it is not as it was written."""
    try:
        return _editions(tomllib.loads(text)), ()
    except (tomllib.TOMLDecodeError, RecursionError, KeyError, TypeError, ValueError, AttributeError) as failure:
        problem = error(
            "bad-editions",
            f"this is not as `sitegen edition` writes it: {_one_line(failure)}",
            Location(path=path),
            hint="take it from the history of the archive, or delete it and record an edition anew",
        )
        return Editions(), (problem,)


def _one_line(failure: Exception) -> str:
    reason = f"there is no {failure}" if isinstance(failure, KeyError) else str(failure)
    return " ".join(reason.split())[:200].rstrip(".").lower() or "it is nested too deep"


def _editions(table: Mapping[str, Any]) -> Editions:
    stories = [_story(entry) for entry in table.get("story", ())]
    return Editions(
        days=tuple(date.fromisoformat(day) for day in table["days"]), stories={story.id: story for story in stories}
    )


def _story(table: Mapping[str, Any]) -> RecordedStory:
    articles = [entry.split(" ", 1) for entry in table.get("articles", ())]
    passages = [[*entry.split(" "), ""][:2] for entry in table.get("passages", ())]
    aliases = [[*entry.split(" "), ""][:3] for entry in table.get("aliases", ())]
    return RecordedStory(
        id=str(table["id"]),
        articles={name: digest for digest, name in articles},
        passages=tuple(LinkedSentence(id=name, fingerprint=fingerprint) for name, fingerprint in passages),
        aliases=tuple(PassageAlias(old=old, new=new, moment=_moment(day)) for day, old, new in aliases),
        log=tuple(
            EditionLine(
                moment=_moment(entry["day"]),
                articles=int(entry["articles"]),
                added=tuple(map(str, entry.get("added", ()))),
                removed=int(entry.get("removed", 0)),
                changed=tuple(map(str, entry.get("changed", ()))),
                passages=int(entry.get("passages", 0)),
            )
            for entry in table.get("log", ())
        ),
    )


def _moment(day: str) -> Moment:
    return Moment(day=date.fromisoformat(day))
