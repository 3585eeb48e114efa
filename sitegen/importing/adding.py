"""Adds files one after another. A file that is refused stops none of the others."""

import codecs
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import field, replace
from pathlib import Path
from typing import BinaryIO

from sitegen.diagnostics import Diagnostic, Location, SitegenError, error, has_errors
from sitegen.formats.columns import ColumnMap
from sitegen.formats.draft import AddressOnly, Draft, FileNote, PassedPage, Statement
from sitegen.formats.format import Findings, PageChoice, ReadingContext
from sitegen.formats.registry import findings
from sitegen.frozen import dataclass
from sitegen.importing.article_file import article_text, name_of, provenance, with_provenance
from sitegen.importing.containers import (
    PassedFiles,
    folder_members,
    gunzipped,
    is_gzipped_file,
    is_zip_of_files,
    unzipped,
    zip_members,
)
from sitegen.importing.decisions import REVIEW_SUFFIX, all_decisions, host_templates
from sitegen.importing.hosts import declare, host_outlets
from sitegen.importing.incoming import IncomingFile, file_start, incoming_file, opened
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
_EVERY_PAGE = PageChoice()
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
    """False where the same bytes, or the same text at the same address, were added before: nothing was written."""
    is_rejected: bool = False
    """Whether the editor decided that it is no article; `path` is then the file that says so."""
    is_capture: bool = False
    """Whether it is there already under its address with the same text, and this is a further capture of it."""
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
    not_chosen: int = 0
    """Pages of WARCs that were not asked for."""
    addresses: tuple[AddressOnly, ...] = ()
    """Of articles whose text the files do not hold, each once."""
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
    choice: PageChoice = _EVERY_PAGE,
    progress: Callable[[int, str], None] = lambda _count, _name: None,
) -> tuple[Adding, tuple[Diagnostic, ...]]:
    """Makes article files of `files`, below `stories/<story>/` where a story is given.

    `columns` is the map of tables, by field; the rest is guessed. With `is_dry` all is read and nothing written.
    `choice` says which pages of a WARC are wanted; `progress` is told how many articles there are, and of which file.

    Raises SitegenError where there is no content folder, and where the story is there under another spelling.
    """
    config, sources, problems = read_sources(content)
    shelf = Shelf(content, config, dict(sources))
    if story and (spelling := shelf.written_elsewhere(story)):
        message = f"the story `{story}` is written `{spelling}` elsewhere"
        raise SitegenError(error("duplicate-id", message, Location(path=str(content)), hint=f"write `{spelling}`"))
    run = _Run(shelf, f"stories/{story}/" if story else "", write_sources, is_dry, progress)
    templates = host_templates(all_decisions(content)[0].values())
    run.context = ReadingContext(limits=config.limits, columns=columns or {}, choice=choice, template_of=templates.get)
    run.problems += problems
    for path in files:
        run.add(path)
    if write_sources and run.undecided and not is_dry:
        run.declare_hosts()
    run.notes += [
        (name, f"{twins:,} of these have the text or the address of another article")
        for name, twins in run.twins.items()
        if twins and run.counts[name] > MOST_TOLD
    ]
    adding = Adding(
        articles=tuple(run.articles),
        sources=tuple(run.sources),
        passed_over=run.passed_over,
        not_chosen=run.not_chosen,
        addresses=tuple(run.addresses.values()),
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

    def __init__(
        self, shelf: Shelf, folder: str, write_sources: bool, is_dry: bool, progress: Callable[[int, str], None]
    ) -> None:
        self.context = ReadingContext(limits=shelf.config.limits)
        self.progress = progress
        self.not_chosen = 0
        self.addresses: dict[str, AddressOnly] = {}
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
        self.undecided: list[str] = []
        """Articles of pages whose host has no source yet: all pages of it decide together, when they are read."""
        self.problems: list[Diagnostic] = []
        self.passed_over = 0

    def add(self, path: Path) -> None:
        """One file, folder or zip; what is wrong with it is told and ends nothing."""
        shown = _printable(str(path))
        if path.is_dir():
            passed = PassedFiles()
            for member in folder_members(path):
                self._add_path(member.path or path, f"{shown.rstrip('/')}/{_printable(member.name)}", passed)
            self._note_passed(shown, passed)
        else:
            self._add_path(path, shown)

    def _add_path(self, path: Path, shown: str, passed: PassedFiles | None = None) -> None:
        with self._telling(shown, passed, path.name), opened(path) as file:
            start = file_start(file)
            if is_zip_of_files(path.name, start):
                self._add_zip(file, shown)
            else:
                self._add_file(file, path.name, shown)

    def _add_zip(self, file: BinaryIO, shown: str) -> None:
        archive, members = zip_members(file, self.context.limits)
        passed = PassedFiles()
        with archive:
            for member in members:
                name = f"{shown}/{_printable(member.filename)}"
                with self._telling(name, passed, member.filename), unzipped(archive, member) as unpacked:
                    if is_zip_of_files(member.filename, file_start(unpacked)):
                        hint = "unpack it yourself, and add the files that you want"
                        raise Refused("bad-zip", "this is a zip in a zip", hint)
                    self._add_file(unpacked, member.filename, name)
        self._note_passed(shown, passed)

    def _add_file(self, file: BinaryIO, name: str, shown: str) -> None:
        start = file_start(file)
        if is_gzipped_file(name, start):
            with gunzipped(file, self.context.limits) as unpacked:
                inner = name[: -len(".gz")] if name.lower().endswith(".gz") else name
                if file_start(unpacked).data.startswith(b"\x1f\x8b"):
                    raise Refused("inflates", "this is gzipped twice", "unpack it and add what is in it")
                self._add(incoming_file(unpacked, inner, shown, file_start(unpacked)))
            return
        self._add(incoming_file(file, name, shown, start))

    @contextmanager
    def _telling(self, shown: str, passed: PassedFiles | None, name: str) -> Iterator[None]:
        """What is wrong with one file is told, and ends nothing; a file of an unread kind is counted in a folder."""
        try:
            yield
        except Refused as refusal:
            if passed is not None and refusal.code == "unknown-kind":
                passed.count(name)
            else:
                self._refuse(shown, refusal)
        except OSError as failure:
            self.problems.append(unreadable(shown, failure))

    def _note_passed(self, shown: str, passed: PassedFiles) -> None:
        if passed.text:
            self.notes.append((shown, passed.text))

    def _add(self, incoming: IncomingFile) -> None:
        earlier = self.shelf.known(incoming.original)
        if None in earlier:
            self._again(incoming, earlier[None])
            return
        refusals = 0
        for finding in self._findings(incoming):
            if isinstance(finding, FileNote):
                self.notes.append((incoming.shown, finding.text))
                self.columns_read = finding.columns or self.columns_read
            elif isinstance(finding, AddressOnly):
                self.addresses.setdefault(finding.url, finding)
            elif isinstance(finding, PassedPage):
                self.passed_over += finding.is_chosen
                self.not_chosen += not finding.is_chosen
            elif isinstance(finding, Refused):
                refusals += 1
                self._refuse(incoming.shown, finding)
                if refusals > _MOST_REFUSALS:
                    return
            elif finding.record in earlier:
                self._again(incoming, earlier[finding.record])
            else:
                self._write(incoming, finding if finding.name else replace(finding, name=incoming.stem))
            self.progress(len(self.articles), incoming.shown)

    def _findings(self, incoming: IncomingFile) -> Findings:
        limits = self.context.limits
        if incoming.original.size > limits.import_bytes and not incoming.format.is_streamed:
            size, most = incoming.original.size, limits.import_bytes
            message = f"this file has {size:,} bytes, and `limits.import_bytes` is {most:,}"
            raise Refused("too-big", message, "raise `import_bytes` under `[limits]` in site.toml")
        yield from findings(incoming.format, incoming.file, self.context)

    def _write(self, incoming: IncomingFile, draft: Draft) -> None:
        """Makes the article, checks that a build will read it, and writes both files."""
        drafted = self._draft(incoming, draft) if draft.text else self._text(incoming)
        if drafted is None:
            return
        twin = self.shelf.twin(draft.text, draft.value("url")) if draft.text else None
        if twin and twin.has_same_text and twin.has_same_address:
            self._capture_again(incoming, draft, twin.path)
            return
        path = self.shelf.free_path(self.folder, drafted.name)
        if not self._is_readable(incoming, path, drafted.text, is_row=draft.record_unit == "row"):
            return
        proposal = drafted.proposal
        if self.is_dry:
            self._remember(incoming, draft, path, drafted)
            return
        try:
            if proposal and self.write_sources and not draft.is_web_page:
                self._source(proposal)
            self.shelf.keep(incoming.file, incoming.original)
            self.shelf.write(path, drafted.text, is_one_of_many=draft.record_unit == "row")
        except OSError as failure:
            self.problems.append(_cannot_write(self.shelf.shown(path), failure))
            return
        self._remember(incoming, draft, path, drafted)

    def _remember(self, incoming: IncomingFile, draft: Draft, path: str, drafted: "_ArticleFile") -> None:
        self.shelf.remember(incoming.original, draft.record, path)
        if drafted.proposal and draft.is_web_page:
            self.undecided.append(path)
        twin = self.shelf.twin(draft.text, draft.value("url")) if draft.text else None
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
                remarks=(*draft.remarks, *([twin.text] if twin else [])) if is_told else (),
            )
        )

    def _draft(self, incoming: IncomingFile, draft: Draft) -> "_ArticleFile":
        """The article file for what was found, with the source that fits."""
        source, why = fitting_source(draft, self.shelf.sources.values())
        proposal = None if source else proposed(draft, frozenset(self.shelf.sources))
        if proposal and self.write_sources and not draft.is_web_page:
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

    def declare_hosts(self) -> None:
        """Writes a source for each host of the run that has none, and names it in its articles."""
        outlets, _ = host_outlets(self.shelf.content)
        written, problems = declare(self.shelf, outlets, frozenset(self.undecided))
        self.problems += problems
        self.sources += written.sources
        ids = dict(written.articles)
        reasons = {path: outlet.reason for outlet in outlets for path in outlet.undeclared}
        self.articles = [
            replace(
                article,
                statements=(
                    *article.statements,
                    Statement(field="source", value=ids[article.path], where=reasons[article.path]),
                ),
            )
            if article.path in ids and article.statements
            else article
            for article in self.articles
        ]
        self.notes += [
            (
                outlet.shown_host,
                f"no source was written: {outlet.reason}, {'; '.join(name.text for name in outlet.names)}",
            )
            for outlet in outlets
            if not (outlet.source or outlet.name) and set(outlet.undeclared) & set(self.undecided)
        ]

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

    def _capture_again(self, incoming: IncomingFile, draft: Draft, path: str) -> None:
        """A page that was fetched again and has not changed is a further capture of the article that is there."""
        self.shelf.remember(incoming.original, draft.record, path)
        if not self.is_dry:
            try:
                self.shelf.keep(incoming.file, incoming.original)
                self.shelf.note_capture(path, draft.value("captured"), incoming.original, draft.record)
            except OSError as failure:
                self.problems.append(_cannot_write(self.shelf.shown(path), failure))
                return
        captured = draft.value("captured")
        self.articles.append(
            AddedArticle(
                file_name=incoming.shown,
                path=path,
                new=False,
                is_capture=True,
                remarks=(f"captured {captured}",) if captured else (),
            )
        )

    def _again(self, incoming: IncomingFile, path: str) -> None:
        is_rejected = path.endswith(REVIEW_SUFFIX)
        self.articles.append(AddedArticle(file_name=incoming.shown, path=path, new=False, is_rejected=is_rejected))

    def _refuse(self, shown: str, refusal: Refused) -> None:
        place = Location(path=shown)
        self.problems.append(
            Diagnostic(severity="error", code=refusal.code, message=refusal.message, location=place, hint=refusal.hint)
        )


def _printable(name: str) -> str:
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


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
