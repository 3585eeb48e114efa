"""Adds files one after another. A file that is refused stops none of the others."""

import codecs
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from sitegen.diagnostics import Diagnostic, Location, SitegenError, error, has_errors
from sitegen.formats.columns import ColumnMap
from sitegen.formats.draft import Draft, FileNote, Statement
from sitegen.formats.pages import read_page
from sitegen.formats.registry import export_drafts, format_of
from sitegen.formats.warc import read_captures
from sitegen.importing.article_file import article_text, name_of, provenance, with_provenance
from sitegen.importing.incoming import IncomingFile, opened
from sitegen.importing.outlets import Proposal, fitting_source, proposed
from sitegen.importing.shelf import Shelf
from sitegen.model import Completeness
from sitegen.read import read_article
from sitegen.read.acceptance import field_problems
from sitegen.read.archive import read_sources
from sitegen.read.decode import decode
from sitegen.read.files import unreadable
from sitegen.read.frontmatter import FrontMatter, read_front_matter
from sitegen.read.lines import TextFile
from sitegen.read.refusal import Refused

_MOST_REFUSALS = 100
"""Of one file; one that is worse than that is damaged as a whole."""
_FEW_LINES = 1_000
"""Lines of a text that a build surely takes: it refuses one by its number of lines only far beyond."""
MOST_TOLD = 20
"""Articles of one file that are told each by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedArticle:
    """One article file, new or of an earlier run."""

    file_name: str
    """The file it is from, as it was named."""
    path: str
    """Of the article file, below the content folder."""
    new: bool
    """False where the same bytes were added before, so that nothing was written."""
    proposal: Proposal | None = None
    """The source it would need; None where one fits or nothing is known of it."""
    statements: tuple[Statement, ...] = ()
    completeness: Completeness = "unknown"
    completeness_reason: str = ""
    """Empty where nothing was found out, as of a text that is added as it is."""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Adding:
    """What came of a run."""

    articles: tuple[AddedArticle, ...]
    sources: tuple[Proposal, ...]
    """Whose files were written."""
    passed_over: int
    """Pages of WARCs that print no article."""
    notes: tuple[tuple[str, str], ...] = ()
    """What is told of a file as a whole, each with the file as it was named."""
    columns: ColumnMap = field(default_factory=dict)
    """The map by which the last table was read; empty where there was none."""


def add_files(
    content: Path,
    files: Iterable[Path],
    *,
    story: str = "",
    write_sources: bool = False,
    columns: ColumnMap | None = None,
    is_dry: bool = False,
) -> tuple[Adding, tuple[Diagnostic, ...]]:
    """Makes article files of `files`, below `stories/<story>/` where a story is given.

    `columns` is the map of tables, by field; the rest is guessed. With `is_dry` all is read and nothing written.

    Raises SitegenError where there is no content folder, and where the story is there under another spelling.
    """
    config, sources, problems = read_sources(content)
    shelf = Shelf(content, config, dict(sources))
    if story and (other := shelf.written_elsewhere(story)):
        message = f"the story `{story}` is written `{other}` elsewhere"
        raise SitegenError(error("duplicate-id", message, Location(path=str(content)), hint=f"write `{other}`"))
    run = _Run(shelf, f"stories/{story}/" if story else "", write_sources, columns or {}, is_dry)
    run.problems += problems
    for path in files:
        run.add(path)
    run.notes += [
        (name, f"{twins:,} of these have the text or the address of another article")
        for name, twins in run.twins.items()
        if twins and run.counts[name] > MOST_TOLD
    ]
    adding = Adding(
        articles=tuple(run.articles),
        sources=tuple(run.sources),
        passed_over=run.passed_over,
        notes=tuple(run.notes),
        columns=run.columns_read,
    )
    return adding, tuple(run.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class _ArticleFile:
    """An article file before it has a place."""

    text: str
    name: str
    statements: tuple[Statement, ...] = ()
    proposal: Proposal | None = None
    """The source that it needs and the archive does not have."""


class _Run:
    """The state of one run."""

    def __init__(self, shelf: Shelf, folder: str, write_sources: bool, columns: ColumnMap, is_dry: bool) -> None:
        self.columns = columns
        self.columns_read: ColumnMap = {}
        self.is_dry = is_dry
        self.counts: dict[str, int] = {}
        self.twins: dict[str, int] = {}
        self.notes: list[tuple[str, str]] = []
        self.shelf = shelf
        self.folder = folder
        self.write_sources = write_sources
        self.articles: list[AddedArticle] = []
        self.sources: list[Proposal] = []
        self.problems: list[Diagnostic] = []
        self.passed_over = 0

    def add(self, path: Path) -> None:
        """One file; what is wrong with it is told and ends nothing."""
        shown = str(path).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
        try:
            with opened(path, shown) as incoming:
                self._add(incoming)
        except Refused as refusal:
            self._refuse(shown, refusal)
        except OSError as failure:
            self.problems.append(unreadable(shown, failure))

    def _add(self, incoming: IncomingFile) -> None:
        earlier = self.shelf.known(incoming.original)
        if None in earlier:
            self._again(incoming, earlier[None])
            return
        refusals = 0
        for draft in self._drafts(incoming):
            if isinstance(draft, FileNote):
                self.notes.append((incoming.shown, draft.text))
                self.columns_read = draft.columns or self.columns_read
            elif isinstance(draft, Refused):
                refusals += 1
                self._refuse(incoming.shown, draft)
                if refusals > _MOST_REFUSALS:
                    return
            elif draft.record in earlier:
                self._again(incoming, earlier[draft.record])
            else:
                self._write(incoming, draft)

    def _drafts(self, incoming: IncomingFile) -> Iterator[Draft | Refused | FileNote]:
        limits = self.shelf.config.limits
        if incoming.is_warc:
            yield from self._pages(incoming)
            return
        entry = format_of(incoming.original.suffix)
        if incoming.original.size > limits.import_bytes and not (entry and entry.is_streamed):
            size, most = incoming.original.size, limits.import_bytes
            message = f"this file has {size:,} bytes, and `limits.import_bytes` is {most:,}"
            raise Refused("too-big", message, "raise `import_bytes` under `[limits]` in site.toml")
        if entry is None:
            yield from self._texts(incoming)
            return
        for draft in entry.read(incoming.file, limits, self.columns):
            yield replace(draft, name=incoming.stem) if isinstance(draft, Draft) else draft

    def _texts(self, incoming: IncomingFile) -> Iterator[Draft | Refused | FileNote]:
        """A text as it is, or the articles of a database that exported it."""
        data = incoming.file.read()
        lines = data.decode("utf-8-sig", "replace").splitlines() if b"\0" not in data else []
        yield from export_drafts(lines) or (Draft(text=()),)

    def _pages(self, incoming: IncomingFile) -> Iterator[Draft | Refused]:
        for capture in read_captures(incoming.file, self.shelf.config.limits):
            if isinstance(capture, Refused):
                yield capture
                continue
            try:
                draft = read_page(
                    capture.data,
                    transport=capture.charset,
                    address=capture.address,
                    captured=capture.captured,
                    record=capture.offset,
                )
                yield replace(draft, name=incoming.stem)
            except Refused as refusal:
                # A capture holds frames, forms and lists too; that they print no article is no mistake.
                if refusal.code in ("no-article-text", "no-article"):
                    self.passed_over += 1
                else:
                    place = f"the page at byte {capture.offset}: {refusal.message}"
                    yield Refused(refusal.code, place, refusal.hint)

    def _write(self, incoming: IncomingFile, draft: Draft) -> None:
        """Makes the article, checks that a build will read it, and writes both files."""
        drafted = self._draft(incoming, draft) if draft.text else self._text(incoming)
        if drafted is None:
            return
        path = self.shelf.free_path(self.folder, drafted.name)
        if not self._is_readable(incoming, path, drafted.text, is_row=draft.record_unit == "row"):
            return
        proposal = drafted.proposal
        if self.is_dry:
            self._remember(incoming, draft, path, drafted)
            return
        try:
            if proposal and self.write_sources:
                self._source(proposal)
            self.shelf.keep(incoming.file, incoming.original)
            self.shelf.write(path, drafted.text, is_one_of_many=draft.record_unit == "row")
        except OSError as failure:
            self.problems.append(_cannot_write(self.shelf.shown(path), failure))
            return
        self._remember(incoming, draft, path, drafted)

    def _remember(self, incoming: IncomingFile, draft: Draft, path: str, drafted: "_ArticleFile") -> None:
        self.shelf.remember(incoming.original, draft.record, path)
        twin = self.shelf.twin(draft.text, draft.value("url")) if draft.text else ""
        self.twins[incoming.shown] = self.twins.get(incoming.shown, 0) + bool(twin)
        if draft.text:
            self.shelf.note_twin(draft.text, draft.value("url"), path)
        # Of a table of many rows only the first ones are told in full, so that memory does not grow with the text.
        self.counts[incoming.shown] = self.counts.get(incoming.shown, 0) + 1
        is_told = self.counts[incoming.shown] <= MOST_TOLD
        self.articles.append(
            AddedArticle(
                file_name=incoming.shown,
                path=path,
                new=True,
                proposal=None if self.write_sources else drafted.proposal,
                statements=drafted.statements if is_told else (),
                completeness=draft.completeness,
                completeness_reason=draft.completeness_reason if is_told else "",
                remarks=(*draft.remarks, *([twin] if twin else [])) if is_told else (),
            )
        )

    def _draft(self, incoming: IncomingFile, draft: Draft) -> "_ArticleFile":
        """The article file for what was found, with the source that fits."""
        source, why = fitting_source(draft, self.shelf.sources.values())
        proposal = None if source else proposed(draft, frozenset(self.shelf.sources))
        if proposal and self.write_sources:
            source, why = proposal.id, "a new source"
        if source:
            draft = replace(draft, statements=(*draft.statements, Statement(field="source", value=source, where=why)))
        text = article_text(draft, **incoming.origin)
        return _ArticleFile(
            text=text, name=name_of(draft.value("title")) or draft.name, statements=draft.statements, proposal=proposal
        )

    def _text(self, incoming: IncomingFile) -> "_ArticleFile | None":
        """The article file for a text, which may have front matter already."""
        limits = self.shelf.config.limits
        incoming.file.seek(0)
        data = incoming.file.read()
        if b"\0" in data and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            raise Refused("binary-file", "this is no text: it holds NUL bytes", "save it as plain text in UTF-8")
        file, problems = decode(incoming.shown, data, limits)
        self.problems += problems
        if file is None:
            return None
        front, problems = read_front_matter(file, ".txt", limits)
        self.problems += problems
        if not front.whole:
            return None
        if front.body > 1:
            text = with_provenance(file.lines, provenance(Draft(text=()), **incoming.origin))
            return _ArticleFile(text=text, name=name_of(_title(front)) or incoming.stem)
        return _ArticleFile(text=article_text(Draft(text=_whole(file)), **incoming.origin), name=incoming.stem)

    def _source(self, proposal: Proposal) -> None:
        """Writes the file of a source."""
        self.shelf.write(proposal.path, proposal.text)
        _, self.shelf.sources, _ = read_sources(self.shelf.content)
        self.sources.append(proposal)

    def _is_readable(self, incoming: IncomingFile, path: str, text: str, *, is_row: bool) -> bool:
        """Whether a build will take the file; what it would say is said of the original."""
        shelf = self.shelf
        data = text.encode("utf-8")
        if len(data) > (most := shelf.config.limits.article_bytes):
            message = f"its article has {len(data):,} bytes, and `limits.article_bytes` is {most:,}"
            hint = "split it, or raise `article_bytes` under `[limits]` in site.toml"
            self._refuse(incoming.shown, Refused("too-big", message, hint))
            return False
        if is_row and text.count("\n") < _FEW_LINES:
            # A row's text can be refused for its fields alone; reading all of it takes ten times as long as adding it.
            return not self._told_errors(incoming, field_problems(incoming.shown, data, shelf.config))
        article, problems = read_article(incoming.shown, path, data, shelf.config, shelf.sources)
        is_wrong = self._told_errors(incoming, problems)
        return article is not None and not is_wrong

    def _told_errors(self, incoming: IncomingFile, problems: Iterable[Diagnostic]) -> bool:
        """Whether there are errors among problems; what they say of the new file is said of its original."""
        wrong = [problem for problem in problems if problem.severity == "error"]
        self.problems += [replace(problem, location=Location(path=incoming.shown)) for problem in wrong]
        return has_errors(wrong)

    def _again(self, incoming: IncomingFile, path: str) -> None:
        self.articles.append(AddedArticle(file_name=incoming.shown, path=path, new=False))

    def _refuse(self, shown: str, refusal: Refused) -> None:
        place = Location(path=shown)
        self.problems.append(
            Diagnostic(severity="error", code=refusal.code, message=refusal.message, location=place, hint=refusal.hint)
        )


def _title(front: FrontMatter) -> str:
    return next(
        (problem.values[0].text for problem in front.fields if problem.key.text == "title" and problem.values), ""
    )


def _whole(file: TextFile) -> tuple[str, ...]:
    """The lines of a text and, so that they are kept as they stand, always an empty one."""
    return (*file.lines, "")


def _cannot_write(shown: str, failure: OSError) -> Diagnostic:
    reason = (failure.strerror or type(failure).__name__).lower()
    return error("cannot-write", f"this cannot be written: {reason}", Location(path=shown))
