"""What there is to decide of imported articles. What a decision does to its article is for deciding.py.

A page is read again from its original, so that the editor sees all of it, and a row of a table for what its other
columns hold. What an export or document states is declared: there the article's own file is all that there is, with its
lines and where each fact is from.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from sitegen.formats.columns import ColumnMap, column_of
from sitegen.formats.draft import Draft, Statement
from sitegen.formats.format import ReadingContext
from sitegen.formats.registry import findings
from sitegen.formats.webpages.page_parts import PageParts, element_of, parts_of_lines
from sitegen.frozen import dataclass
from sitegen.importing.article_file import FENCE, ORIGINAL, RECORD, field_value
from sitegen.importing.decisions import (
    REVIEW_SUFFIX,
    BlockDecision,
    Decisions,
    FieldDecision,
    all_decisions,
    decisions_text,
    host_templates,
    review_path,
    shown_text,
)
from sitegen.importing.incoming import file_start, incoming_file, opened
from sitegen.importing.shelf import ORIGINALS, Shelf, words_digest
from sitegen.read.archive import read_sources
from sitegen.read.files import read_bytes
from sitegen.read.recording import replace_file
from sitegen.read.refusal import Refused
from sitegen.read.walk import list_content

REVIEWED_FIELDS = ("title", "author", "credit", "published", "updated", "url", "language", "completeness")
_ORIGINAL = re.compile(rf"^{ORIGINAL}({ORIGINALS}/\S+)$", re.MULTILINE)
_RECORD = re.compile(rf"^{RECORD}([a-z]+) (\d{{1,15}})$", re.MULTILINE)
_URL = re.compile(r"""^url: ["']?(.+?)["']?$""", re.MULTILINE)
_TITLE = re.compile(r"""^title: ["']?(.+?)["']?$""", re.MULTILINE)
_PARTIAL = re.compile(r"^completeness: partial$", re.MULTILINE)
_ADDED = "\n# added by sitegen "
_PAGE_SUFFIXES = (".html", ".warc", ".gz", ".wacz", ".mhtml", ".epub")
"""Of originals that hold pages, or an export that was saved as one."""
_TEXT_SUFFIXES = (".txt", ".text")
_PLACE = re.compile(r"^# ([a-z_]+): from (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedPage:
    """An article that was made of a page, or of a part of another file."""

    path: str
    """Below the content folder; of an article that was taken away, where it stood."""
    title: str
    is_partial: bool
    is_decided: bool
    is_article: bool
    is_twin: bool = False
    """Whether another article has its text or its address."""
    original: str
    record: int | None
    is_row: bool = False
    """Whether its record is a row of a table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One page with all that there is to decide."""

    page: ImportedPage
    decisions: Decisions
    """As they stand in their file, or as nothing is decided yet."""
    draft: Draft
    """The article as it is read now, where nobody decides."""
    parts: PageParts
    twins: tuple[str, ...]
    """Articles with the same text or address."""


class Desk:
    """The imported pages of an archive."""

    def __init__(self, content: Path) -> None:
        """Raises SitegenError where there is no content folder."""
        self.content = content
        config, sources, _ = read_sources(content)
        self.shelf = Shelf(content, config, dict(sources))
        self.config = config
        self._decisions, self.refusals = all_decisions(content)
        self._words: dict[bytes, list[str]] = defaultdict(list)
        self._addresses: dict[str, list[str]] = defaultdict(list)
        self._of: dict[str, tuple[bytes, str]] = {}
        self.pages = self._listed()

    def _listed(self) -> dict[str, ImportedPage]:
        """The articles by path: what is to be decided first, of these the partial ones, then those that are twice."""
        pages: list[ImportedPage] = []
        listing, _ = list_content(self.content)
        for entry in listing.articles:
            data, _ = read_bytes(self.content, entry, self.config.limits.article_bytes, "")
            text = (data or b"").decode("utf-8", "replace")
            head, _, body = text.partition(FENCE) if text.startswith("---\n") else ("", "", text)
            url = _URL.search(head)
            self._note(entry.relative, (body,), url[1] if url else "")
            original = _ORIGINAL.search(head)
            if original and _ADDED in head and _has_facts(head, original[1]):
                decided = self._decisions.get(review_path(entry.relative))
                record, title = _RECORD.search(head), _TITLE.search(head)
                pages.append(
                    ImportedPage(
                        path=entry.relative,
                        title=title[1] if title else entry.relative,
                        is_partial=bool(_PARTIAL.search(head)),
                        is_decided=decided is not None and decided.is_decided,
                        is_article=True,
                        original=original[1],
                        record=int(record[2]) if record else None,
                        is_row=record is not None and record[1] == "row",
                    )
                )
        pages += self._taken_away({(page.original, page.record) for page in pages})
        pages = [replace(page, is_twin=bool(self._twins(page.path))) for page in pages]
        pages.sort(key=lambda page: (page.is_decided, not page.is_partial, not page.is_twin, page.path))
        return {page.path: page for page in pages}

    def _taken_away(self, kept: set[tuple[str, int | None]]) -> list[ImportedPage]:
        """Pages that were decided and have no article, wherever it could have been moved."""
        return [
            ImportedPage(
                path=f"{review.removesuffix(REVIEW_SUFFIX)}.txt",
                title=next((entry.value for entry in decisions.fields if entry.field == "title"), "") or review,
                is_partial=False,
                is_decided=True,
                is_article=decisions.is_article,
                original=decisions.original,
                record=decisions.record,
            )
            for review, decisions in self._decisions.items()
            if decisions.is_decided and (decisions.original, decisions.record) not in kept
        ]

    def _note(self, path: str, text: Sequence[str], url: str) -> None:
        digest = words_digest(tuple(text))
        self._words[digest].append(path)
        if url:
            self._addresses[url].append(path)
        self._of[path] = digest, url

    def waiting(self) -> list[str]:
        """Paths of the pages that are not decided, the partial ones first."""
        return [path for path, page in self.pages.items() if not page.is_decided]

    def has_file(self, path: str) -> bool:
        """Whether there is a file with what there is to decide of a page."""
        return review_path(path) in self._decisions or review_path(path) in self.refusals

    def review(self, path: str) -> Review:
        """All that there is to decide of a page. Raises Refused."""
        page = self.pages.get(path)
        if page is None:
            raise Refused("not-imported", f"`{path}` is no article that `add` made", "name one that it made")
        (review,) = self.reviews([path])
        if isinstance(review, Refused):
            raise review
        return review

    def reviews(self, paths: Collection[str]) -> Iterator[Review | Refused]:
        """The same of several pages, each original read once; for each that cannot be read, why not."""
        by_original: dict[str, list[ImportedPage]] = defaultdict(list)
        for path in paths:
            if refused := self.refusals.get(review_path(path)):
                yield refused
            else:
                by_original[self.pages[path].original].append(self.pages[path])
        for original, pages in by_original.items():
            if not original.endswith(_PAGE_SUFFIXES):
                rows, remarks = self._rows(original, pages)
                yield from (self._declared(page, rows.get(page.record, ()), remarks) for page in pages)
                continue
            try:
                yield from self._reviewed(original, {page.record: page for page in pages})
            except OSError as failure:
                yield Refused("unreadable", f"{original} cannot be read: {failure.strerror}", "put the original back")
            except Refused as refused:
                yield refused

    def _reviewed(self, original: str, pages: dict[int | None, ImportedPage]) -> Iterator[Review | Refused]:
        for draft in self._drafts(original, pages):
            page = pages.pop(draft.record)
            yield self._with_decisions(page, draft, draft.page) if draft.page else self._declared(page)
        for page in pages.values():
            message = f"the page that `{page.path}` was made of is not read from {original} any more"
            yield Refused("not-imported", message, "add the file again")

    def _rows(
        self, original: str, pages: Sequence[ImportedPage]
    ) -> tuple[dict[int | None, tuple[Statement, ...]], tuple[str, ...]]:
        """What the other columns hold of rows that became articles, and why that is not shown."""
        row_pages = {page.record: page for page in pages if page.is_row and (self.content / page.path).is_file()}
        columns: dict[str, str] = {}
        for page in row_pages.values():
            head = (self.content / page.path).read_text("utf-8", "replace").partition(FENCE)[0]
            columns |= {field: column for field, place in _PLACE.findall(head) if (column := column_of(place))}
        if not row_pages:
            return {}, ()
        try:
            return {draft.record: draft.candidates for draft in self._drafts(original, row_pages, columns)}, ()
        except OSError as failure:
            reason = f"its table cannot be read: {failure.strerror}"
        except Refused as refused:
            reason = refused.message
        return {}, (f"the other columns of its row are not shown: {reason}",)

    def _declared(
        self, page: ImportedPage, candidates: Sequence[Statement] = (), remarks: tuple[str, ...] = ()
    ) -> Review | Refused:
        """What there is to decide of an article that is no page, as its own file has it, and its row beside that.

        Lines that were left out at the desk stand in the file of decisions alone.
        """
        earlier = self._decisions.get(review_path(page.path))
        try:
            text = (self.content / page.path).read_text("utf-8", "replace")
        except FileNotFoundError:
            hint = f"remove `{review_path(page.path)}`, and add the file that it is from again"
            return Refused("not-imported", f"`{page.path}` was taken away and is no page", hint)
        except OSError as failure:
            return Refused("unreadable", f"{page.path} cannot be read: {failure.strerror}", "see whether it is a file")
        head, _, body = text.partition(FENCE)
        fields, places = head.split("\n"), dict(_PLACE.findall(head))
        values = {name: field_value(fields, name) for name in REVIEWED_FIELDS}
        lines = [block.text for block in earlier.blocks] if earlier and earlier.is_decided else body.splitlines()
        parts = parts_of_lines(lines)
        draft = Draft(
            text=tuple(block.text for block in parts.blocks),
            statements=tuple(
                Statement(field=name, value=value, where=places.get(name, "the file of the article"))
                for name, value in values.items()
                if value and name != "completeness"
            ),
            completeness=values["completeness"] or "unknown",  # type: ignore[arg-type]
            completeness_reason=field_value(fields, "completeness_reason"),
            candidates=tuple(candidates),
            remarks=remarks,
        )
        return self._with_decisions(page, draft, parts)

    def _with_decisions(self, page: ImportedPage, draft: Draft, parts: PageParts) -> Review | Refused:
        try:
            decisions = _merged(_undecided(page, draft, parts), self._decisions.get(review_path(page.path)))
        except Refused as refused:
            return refused
        return Review(page=page, decisions=decisions, draft=draft, parts=parts, twins=self._twins(page.path))

    def _twins(self, path: str) -> tuple[str, ...]:
        digest, url = self._of.get(path, (b"", ""))
        alike = [*self._words.get(digest, ()), *(self._addresses.get(url, ()) if url else ())]
        return tuple(sorted({twin for twin in alike if twin != path}))

    def _drafts(
        self, original: str, pages: Mapping[int | None, ImportedPage], columns: ColumnMap | None = None
    ) -> Iterator[Draft]:
        """The pages as they are read from their original, by what is decided of their host; rows by a column map."""
        templates = host_templates(self._decisions.values())
        left = set(pages)
        context = ReadingContext(
            limits=self.config.limits,
            columns=columns or {},
            template_of=templates.get,
            records=frozenset(number for number in left if number is not None) or None,
        )
        with opened(self.content / original) as file:
            incoming = incoming_file(file, original, original, file_start(file))
            if incoming.original.digest not in original:
                raise Refused("original-changed", f"{original} was changed since it was kept", "put the original back")
            for finding in findings(incoming.format, file, context):
                if isinstance(finding, Draft) and finding.record in left:
                    left.remove(finding.record)
                    yield finding
                elif isinstance(finding, Refused) and left == {None}:
                    raise finding
                if not left:
                    return

    def write(self, review: Review, decisions: Decisions) -> None:
        """Keeps what there is to decide, or is decided, in the file beside the article."""
        target = self.content / review_path(review.page.path)
        data = decisions_text(decisions, review.page.path).encode("utf-8")
        if target.is_symlink():
            raise Refused("symlink", f"{self.shelf.shown(review_path(review.page.path))} is a link", "put a file there")
        if target.exists():
            replace_file(target, data)
        else:
            self.shelf.write(review_path(review.page.path), data.decode("utf-8"))
        self._decisions[review_path(review.page.path)] = decisions


def _has_facts(head: str, original: str) -> bool:
    """Whether there is something to decide: a text that was added word for word states nothing."""
    return not original.endswith(_TEXT_SUFFIXES) or bool(_PLACE.search(head) or _RECORD.search(head))


def _undecided(page: ImportedPage, draft: Draft, parts: PageParts) -> Decisions:
    """What there is to decide of a page, as it is where nobody decides."""
    candidates: Mapping[str, dict[str, str]] = defaultdict(dict)
    for statement in (*parts.candidates, *draft.statements, *draft.candidates):
        candidates[statement.field].setdefault(statement.value, statement.where)
    if draft.completeness_reason:
        candidates["completeness"][draft.completeness] = draft.completeness_reason
    reasons = parts.reasons()
    return Decisions(
        is_decided=False,
        is_article=True,
        original=page.original,
        record=page.record,
        text_digest="",
        # What is decided of a row or a document says nothing of the pages of its host.
        host=(urlsplit(draft.value("url")).hostname or "").removeprefix("www.") if parts.source else "",
        fields=tuple(
            FieldDecision(
                field=name,
                value=draft.completeness if name == "completeness" and name in candidates else draft.value(name),
                candidates=tuple(candidates[name].items()) if name in candidates else (),
            )
            for name in REVIEWED_FIELDS
        ),
        blocks=tuple(
            BlockDecision(
                number=number,
                is_taken=number in parts.text,
                reason=reasons[number],
                element=element_of(block),
                text=shown_text(block.text) if parts.source else block.text,
            )
            for number, block in enumerate(parts.blocks)
        ),
    )


def _merged(fresh: Decisions, earlier: Decisions | None) -> Decisions:
    """What there is to decide, with what was decided of it already."""
    if earlier is None:
        return fresh
    texts = {block.number: block for block in earlier.blocks}
    values = {entry.field: entry.value for entry in earlier.fields}
    for block in fresh.blocks:
        before = texts.get(block.number)
        if before is None or before.text != block.text:
            raise Refused(
                "stale-review",
                "the page is cut into other blocks than when this was written",
                "remove the review file and run `sitegen add --review` to have it written again",
            )
    return replace(
        fresh,
        is_decided=earlier.is_decided,
        is_article=earlier.is_article,
        text_digest=earlier.text_digest,
        fields=tuple(replace(entry, value=values.get(entry.field, entry.value)) for entry in fresh.fields),
        blocks=tuple(replace(block, is_taken=texts[block.number].is_taken) for block in fresh.blocks),
    )
