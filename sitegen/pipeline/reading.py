"""Articles that were read before are remembered; the texts of all stay on disk until somebody asks.

So memory does not grow with the text, and a file is opened again only when its identity (`identity.py`) differs, and
parsed again when its bytes, its name, or something that decides how it is read has changed.
"""

import os
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from sitegen.diagnostics import Diagnostic, Location, error
from sitegen.engine import Lost
from sitegen.frozen import replace
from sitegen.identity import identity_of
from sitegen.memo import ChainStep, Item, Memo, Outcome, Task, key_for, tool_digest
from sitegen.model import Article
from sitegen.pipeline.article_files import (
    NOT_GROUPED,
    Card,
    FileDigest,
    ListedFile,
    ReadingJob,
    digest_for_grouping,
    narrowed,
    new_article,
)
from sitegen.pipeline.tasks import AGAIN, CARD, CARD_AGAIN, FILE, PROGRAM, READ, RECURRING
from sitegen.pipeline.texts import StoredText, StoredTexts, TextKey
from sitegen.read.article import Context, Reading
from sitegen.read.files import Entry
from sitegen.read.recurring import BySource, Find

_SECONDS_A_BYTE = 3e-7
_SECONDS_AN_ARTICLE = 1e-3
_SECONDS_A_HASH = 5e-5
ReadResult = tuple[Reading | None, tuple[Diagnostic, ...]]


class ArticleMemo:
    """All articles of a build: a reader for `read_archive` that remembers."""

    def __init__(self, memo: Memo, explain: Callable[[str, str], None] = lambda *_: None) -> None:
        """`explain` is told why a file is read."""
        self._memo, self._explain = memo, explain
        self._texts = StoredTexts(memo)
        self._cards: dict[str, tuple[Article, Card]] = {}
        """By the paths of articles."""
        self._keys: dict[str, TextKey] = {}
        """Of what was read of each."""

    def parse(self, content: Path, entries: Sequence[Entry], context: Context) -> list[ReadResult]:
        """As `parse_file` of each, from memory where that has it."""
        job = ReadingJob(content=content, context=narrowed(context))
        statuses = {entry.shown: _status(content, entry) for entry in entries}
        digests = self._hashed(job, entries, statuses)
        steps = (_step(READ, job), ChainStep(task=CARD, shared=None, parts={PROGRAM: tool_digest()}))
        items = [
            Item(
                name=entry.shown,
                parts=({"its bytes": digests.get(entry.shown, ""), "its place in the folder": entry.relative}, {}),
                load=partial(_as_is, entry),
                cost=_seconds(statuses[entry.shown]),
                place=entry.shown,
            )
            for entry in entries
        ]
        results: dict[str, ReadResult] = {}
        for outcome in self._memo.outcomes(steps, items, is_as_foreseen=_has_its_bytes):
            if isinstance(outcome, Outcome):
                if outcome.is_made:
                    self._explain(outcome.name, outcome.why)
                results[outcome.name] = self._standing(outcome)
            else:
                results[outcome[0].name] = (None, (_unreadable(*outcome),))
        return [results[entry.shown] for entry in entries]

    def recurring(self, by_source: BySource, context: Context, find: Find) -> Mapping[str, frozenset[str]]:
        """As `find` finds them, unless no article of the source has changed."""
        parts = {PROGRAM: tool_digest(), "a source": key_for(sorted(context.outlets))}
        step = ChainStep(task=RECURRING, shared=None, parts=parts)
        items = [
            Item(
                name=source,
                parts=({"an article": key_for([self.digest(article) for article in articles])},),
                load=partial(_search_of, find, articles),
            )
            for source, articles in by_source.items()
        ]
        # The texts of a source are asked for one after the other, and are at hand here alone.
        return {
            outcome.name: frozenset(outcome.value) for outcome in self._memo.in_this_process().required([step], items)
        }

    def reread(self, readings: Sequence[Reading], context: Context) -> list[Reading]:
        """As `read_again` of each, from memory where that has it."""
        job = ReadingJob(content=Path(), context=narrowed(context))
        steps = (_step(AGAIN, job), ChainStep(task=CARD_AGAIN, shared=None, parts={PROGRAM: tool_digest()}))
        lines = {source: key_for(sorted(rules.recurring)) for source, rules in context.rules.items()}
        items = [self._item_again(reading.article, lines[reading.article.source]) for reading in readings]
        by_path = {reading.article.path: reading for reading in readings}
        for outcome in self._memo.required(steps, items):
            if outcome.value.values is not None:
                article = self._on_shelf(outcome.value, (AGAIN, outcome.name, outcome.digests[0]))
                by_path[article.path] = replace(by_path[article.path], article=article)
        return list(by_path.values())

    def digest(self, article: Article) -> str:
        """The digest of all that an article says, and where."""
        stored, card = self._cards[article.path]
        # What other articles tell of it was added after it was read.
        return card.digest if article is stored else key_for(card.digest, self.digest_for_grouping(article))

    def digest_for_grouping(self, article: Article) -> str:
        """The digest of what grouping is given of an article."""
        stored, card = self._cards[article.path]
        return card.grouped if article is stored else digest_for_grouping(article, card.text)

    def for_grouping(self, article: Article) -> Article:
        """An article as grouping is given it."""
        text = StoredText(self._texts, self._keys[article.path], with_lines=False)
        return replace(article, blocks=text, **NOT_GROUPED)

    def _hashed(
        self, job: ReadingJob, entries: Sequence[Entry], statuses: Mapping[str, os.stat_result | None]
    ) -> dict[str, str]:
        """The digests of the bytes of files, of which those are opened that may have changed."""
        step = ChainStep(task=FILE, shared=job, parts={})
        items = []
        for entry in entries:
            status = statuses[entry.shown]
            listed = ListedFile(entry=entry, identity=identity_of(status) if status else "")
            parts = ({"its size, times and place on disk": listed.identity},)
            items.append(Item(name=entry.shown, parts=parts, load=partial(_as_is, listed), cost=_SECONDS_A_HASH))
        outcomes = self._memo.outcomes([step], items, suffices=_is_certain)
        return {outcome.name: outcome.value.sha256 for outcome in outcomes if isinstance(outcome, Outcome)}

    def _item_again(self, article: Article, recurring: str) -> Item:
        task, name, digest = self._keys[article.path]
        parts = {"what was read of it": digest, "the lines that recur": recurring}
        cost = _SECONDS_AN_ARTICLE + _SECONDS_A_BYTE * article.size
        return Item(name=name, parts=(parts, {}), load=lambda: self._memo.packed(task, name, digest), cost=cost)

    def _standing(self, outcome: Outcome[Card]) -> ReadResult:
        """The reading of a card, whose text and declarations stay where they are."""
        card = outcome.value
        if card.values is None:
            return None, card.problems
        key = (READ, outcome.name, outcome.digests[0])
        reading = Reading(
            article=self._on_shelf(card, key),
            declarations=partial(self._texts.declarations, key),
            declared_story=card.declared_story,
            edges=card.edges,
        )
        return reading, card.problems

    def _on_shelf(self, card: Card, key: TextKey) -> Article:
        article = new_article(**(card.values or {}), blocks=StoredText(self._texts, key))
        self._cards[article.path] = article, card
        self._keys[article.path] = key
        return article


def _step(task: Task[Any], job: ReadingJob) -> ChainStep:
    context = job.context
    sources = {source: (context.sources[source], context.rules[source].patterns) for source in context.sources}
    parts = {
        PROGRAM: tool_digest(),
        "a setting": key_for(context.config),
        "a source": key_for(sources, sorted(context.outlets)),
    }
    return ChainStep(task=task, shared=job, parts=parts)


def _as_is(value: Any) -> Any:
    return value


def _search_of(find: Find, articles: Sequence[Article]) -> Callable[[], frozenset[str]]:
    return partial(find, articles)


def _is_certain(digest: FileDigest) -> bool:
    return digest.is_certain


def _has_its_bytes(item: Item, card: Card) -> bool:
    """Whether a file was read as it was hashed, and not as somebody wrote it in between."""
    return bool(card.sha256) and card.sha256 == item.parts[0]["its bytes"]


def _status(content: Path, entry: Entry) -> os.stat_result | None:
    try:
        return os.lstat(f"{content}/{entry.real}")
    except OSError:
        return None


def _seconds(status: os.stat_result | None) -> float:
    return _SECONDS_AN_ARTICLE + _SECONDS_A_BYTE * (status.st_size if status else 0)


def _unreadable(item: Item, lost: Lost) -> Diagnostic:
    hint = "build again, with `--workers 1` if memory is short"
    return error("unreadable", f"this cannot be read: {lost.reason}", Location(path=item.place), hint=hint)
