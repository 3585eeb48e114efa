"""Adds files one after another. A file that is refused stops none of the others."""

import codecs
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen.diagnostics import Diagnostic, Location, SitegenError, error, has_errors
from sitegen.formats.documents import read_docx, read_pdf
from sitegen.formats.draft import Draft, Statement
from sitegen.formats.pages import read_page
from sitegen.formats.warc import read_captures
from sitegen.importing.article_file import article_text, name_of, provenance, with_provenance
from sitegen.importing.given import Given, opened
from sitegen.importing.outlets import Proposal, fitting_source, proposed
from sitegen.importing.shelf import Shelf
from sitegen.model import Completeness
from sitegen.read import read_article
from sitegen.read.archive import read_sources
from sitegen.read.decode import decode
from sitegen.read.files import unreadable
from sitegen.read.frontmatter import FrontMatter, read_front_matter
from sitegen.read.lines import TextFile
from sitegen.read.refusal import Refused

_MOST_REFUSALS = 100
"""Of one WARC; one that is worse than that is damaged as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedArticle:
    """One article file, new or of an earlier run."""

    given: str
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


def add_files(
    content: Path, files: Iterable[Path], *, story: str = "", write_sources: bool = False
) -> tuple[Adding, tuple[Diagnostic, ...]]:
    """Makes article files of `files`, below `stories/<story>/` where a story is given.

    Raises SitegenError where there is no content folder, and where the story is there under another spelling.
    """
    config, sources, problems = read_sources(content)
    shelf = Shelf(content, config, dict(sources))
    if story and (other := shelf.written_elsewhere(story)):
        message = f"the story `{story}` is written `{other}` elsewhere"
        raise SitegenError(error("duplicate-id", message, Location(path=str(content)), hint=f"write `{other}`"))
    run = _Run(shelf, f"stories/{story}/" if story else "", write_sources)
    run.problems += problems
    for path in files:
        run.add(path)
    adding = Adding(articles=tuple(run.articles), sources=tuple(run.sources), passed_over=run.passed_over)
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

    def __init__(self, shelf: Shelf, folder: str, write_sources: bool) -> None:
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
            with opened(path, shown) as given:
                self._add(given)
        except Refused as refusal:
            self._refuse(shown, refusal)
        except OSError as failure:
            self.problems.append(unreadable(shown, failure))

    def _add(self, given: Given) -> None:
        earlier = self.shelf.known(given.original)
        if earlier and not given.is_warc:
            self._again(given, next(iter(earlier.values())))
            return
        refusals = 0
        for draft in self._found(given):
            if isinstance(draft, Refused):
                refusals += 1
                self._refuse(given.shown, draft)
                if refusals > _MOST_REFUSALS:
                    return
            elif draft.record in earlier:
                self._again(given, earlier[draft.record])
            else:
                self._write(given, draft)

    def _found(self, given: Given) -> Iterator[Draft | Refused]:
        limits = self.shelf.config.limits
        if given.is_warc:
            yield from self._pages(given)
            return
        if given.original.size > limits.import_bytes:
            size, most = given.original.size, limits.import_bytes
            message = f"this file has {size:,} bytes, and `limits.import_bytes` is {most:,}"
            raise Refused("too-big", message, "raise `import_bytes` under `[limits]` in site.toml")
        data = given.file.read()
        suffix = given.original.suffix
        if suffix == ".txt":
            yield Draft(text=())
        elif suffix in (".docx", ".pdf"):
            draft = read_docx(data, limits) if suffix == ".docx" else read_pdf(data)
            yield replace(draft, name=given.stem)
        else:
            yield replace(read_page(data), name=given.stem)

    def _pages(self, given: Given) -> Iterator[Draft | Refused]:
        for capture in read_captures(given.file, self.shelf.config.limits):
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
                yield replace(draft, name=given.stem)
            except Refused as refusal:
                # A capture holds frames, forms and lists too; that they print no article is no mistake.
                if refusal.code in ("no-article-text", "no-article"):
                    self.passed_over += 1
                else:
                    place = f"the page at byte {capture.offset}: {refusal.message}"
                    yield Refused(refusal.code, place, refusal.hint)

    def _write(self, given: Given, draft: Draft) -> None:
        """Makes the article, checks that a build will read it, and writes both files."""
        drafted = self._text(given) if given.original.suffix == ".txt" else self._draft(given, draft)
        if drafted is None:
            return
        path = self.shelf.free_path(self.folder, drafted.name)
        if not self._is_readable(given, path, drafted.text):
            return
        proposal = drafted.proposal
        try:
            if proposal and self.write_sources:
                self._source(proposal)
            self.shelf.keep(given.file, given.original)
            self.shelf.write(path, drafted.text)
        except OSError as failure:
            self.problems.append(_cannot_write(self.shelf.shown(path), failure))
            return
        self.shelf.remember(given.original, draft.record, path)
        self.articles.append(
            AddedArticle(
                given=given.shown,
                path=path,
                new=True,
                proposal=None if self.write_sources else proposal,
                statements=drafted.statements,
                completeness=draft.completeness,
                completeness_reason=draft.completeness_reason,
                remarks=draft.remarks,
            )
        )

    def _draft(self, given: Given, draft: Draft) -> "_ArticleFile":
        """The article file for what was found, with the source that fits."""
        source, why = fitting_source(draft, self.shelf.sources.values())
        proposal = None if source else proposed(draft, frozenset(self.shelf.sources))
        if proposal and self.write_sources:
            source, why = proposal.id, "a new source"
        if source:
            draft = replace(draft, statements=(*draft.statements, Statement(field="source", value=source, where=why)))
        text = article_text(draft, **given.origin)
        return _ArticleFile(
            text=text, name=name_of(draft.value("title")) or draft.name, statements=draft.statements, proposal=proposal
        )

    def _text(self, given: Given) -> "_ArticleFile | None":
        """The article file for a text, which may have front matter already."""
        limits = self.shelf.config.limits
        given.file.seek(0)
        data = given.file.read()
        if b"\0" in data and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            raise Refused("binary-file", "this is no text: it holds NUL bytes", "save it as plain text in UTF-8")
        file, problems = decode(given.shown, data, limits)
        self.problems += problems
        if file is None:
            return None
        front, problems = read_front_matter(file, ".txt", limits)
        self.problems += problems
        if not front.whole:
            return None
        if front.body > 1:
            comments = provenance(Draft(text=()), **given.origin)
            return _ArticleFile(text=with_provenance(file.lines, comments), name=name_of(_title(front)) or given.stem)
        return _ArticleFile(text=article_text(Draft(text=_whole(file)), **given.origin), name=given.stem)

    def _source(self, proposal: Proposal) -> None:
        """Writes the file of a source."""
        self.shelf.write(proposal.path, proposal.text)
        _, self.shelf.sources, _ = read_sources(self.shelf.content)
        self.sources.append(proposal)

    def _is_readable(self, given: Given, path: str, text: str) -> bool:
        """Whether a build will take the file; what it would say is said of the original."""
        shelf = self.shelf
        data = text.encode("utf-8")
        if len(data) > (most := shelf.config.limits.article_bytes):
            message = f"its article has {len(data):,} bytes, and `limits.article_bytes` is {most:,}"
            hint = "split it, or raise `article_bytes` under `[limits]` in site.toml"
            self._refuse(given.shown, Refused("too-big", message, hint))
            return False
        article, problems = read_article(given.shown, path, data, shelf.config, shelf.sources)
        wrong = [problem for problem in problems if problem.severity == "error"]
        self.problems += [replace(problem, location=Location(path=given.shown)) for problem in wrong]
        return article is not None and not has_errors(wrong)

    def _again(self, given: Given, path: str) -> None:
        self.articles.append(AddedArticle(given=given.shown, path=path, new=False))

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
