"""Reads one article from its bytes. Opens no file and knows no other article; archive.py brings them together.

What the front matter declares always wins; what is inferred is named in `Article.inferred`, so that no page shows a
guess as a fact.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from sitegen.config import Config, Limits
from sitegen.diagnostics import Diagnostic
from sitegen.frozen import dataclass, replace
from sitegen.model import Article, Block, Credit, Outlet, Source
from sitegen.read.creditlines import credits_beside
from sitegen.read.credits import find_credits
from sitegen.read.datelines import Dateline, find_dateline, without_dateline
from sitegen.read.decode import decode
from sitegen.read.fields import Fields, article_fields, take_fields
from sitegen.read.frontmatter import read_front_matter
from sitegen.read.furniture import editor_of, is_wall, set_aside
from sitegen.read.head import Head, read_head
from sitegen.read.hypertext import html_blocks, words_of_lines
from sitegen.read.language import UNKNOWN, guess_language
from sitegen.read.lines import Mark, TextFile, warning_at
from sitegen.read.marked import markdown_blocks
from sitegen.read.originals import with_originals
from sitegen.read.outlets import bare, initials, is_known, is_outlet
from sitegen.read.pagehead import as_utf8, page_head
from sitegen.read.plain import text_blocks
from sitegen.read.recurring import edges_of
from sitegen.read.rules import NO_RULES, Rules, plain, rules_of
from sitegen.read.savedpages import saved_with
from sitegen.read.walk import split_suffix, story_folder
from sitegen.recognise import break_off, recognise_blocks, unrecognised
from sitegen.recognise.outlet import infer_outlet
from sitegen.recognise.shapes import first_words
from sitegen.text.ids import id_of_path

_NOTHING: Mapping[str, frozenset[str]] = MappingProxyType({})
_FORMATS = {".txt": "text", ".html": "html", ".htm": "html"}
_MOST_LINES = 60_000
"""Twice the words of the longest newspaper article; each line costs what a paragraph costs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What an article is read in."""

    config: Config
    sources: Mapping[str, Source]
    """By id."""
    outlets: frozenset[str]
    """Names by which a text may credit one of them, as `bare` gives them."""
    rules: Mapping[str, Rules]
    """What is furniture in the articles of a source, by its id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Declarations:
    """What the file of an article declares, and where. Messages about it and a second reading need it."""

    file: TextFile
    """Only the lines of its front matter; the text is not held twice."""
    fields: Fields
    page: Mapping[str, Any]
    """What an HTML page states of itself, by field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article and what messages about it need."""

    article: Article
    declarations: Callable[[], Declarations]
    """Loads them: an archive is read without those of most articles."""
    declared_story: str
    """The story its front matter names; empty when it names none."""
    edges: str
    """Checksums of the lines at the edges of its text, as `edges_of` gives them."""

    @property
    def file(self) -> TextFile:
        """The lines of its front matter."""
        return self.declarations().file

    @property
    def marks(self) -> Mapping[str, Mark]:
        """Where each declared field stands."""
        return self.declarations().fields.marks


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """The file of an article."""

    path: str
    digest: str
    size: int
    form: str
    body: int
    """1-based line at which its body begins."""
    page: Mapping[str, Any]
    """What an HTML page states of itself."""


def context_of(
    config: Config, sources: Mapping[str, Source], recurring: Mapping[str, frozenset[str]] = _NOTHING
) -> Context:
    """The context that an archive's settings and sources make, and the lines that recur in each of them."""
    return Context(
        config=config,
        sources=sources,
        outlets=frozenset(bare(one.name) for one in sources.values()),
        rules={name: rules_of(one.furniture, recurring.get(name, frozenset())) for name, one in sources.items()},
    )


def parse_article(
    path_shown: str, relative: str, data: bytes, context: Context
) -> tuple[Reading | None, tuple[Diagnostic, ...]]:
    """The article in `data`; None when nothing of it can be shown."""
    limits, suffix = context.config.limits, split_suffix(relative)[1]
    file, problems = decode(path_shown, as_utf8(data) if suffix in (".html", ".htm") else data, limits)
    if file is None:
        return None, problems
    front, more = read_front_matter(file, suffix, limits)
    if not front.whole and front.body == 1:
        return None, (*problems, *more)
    fields, wrong = take_fields(file, front, article_fields(limits.id_bytes), "an article")
    fields = _with_source(fields, relative, context)
    problems = (*problems, *more, *wrong)
    form = fields.values.get("format") or _FORMATS.get(suffix, "markdown")
    if sum(map(bool, file.lines)) > _MOST_LINES:
        return None, (*problems, _too_many_lines(file))
    blocks, kept = _blocks(file, front.body, form, limits)
    if not blocks:
        return None, (*problems, *(kept or (_no_text(file, front.body),)))
    blocks = with_originals(blocks, file)
    page: dict[str, Any] = {}
    if form == "html":
        page = page_head(file.lines[front.body - 1 :])
        kept = (*kept, *_saved_page(file, front.body))
        blocks = [replace(one, original=words_of_lines([one.original])) if one.original else one for one in blocks]
    file_of = _File(
        path=relative, digest=hashlib.sha256(data).hexdigest(), size=len(data), form=form, body=front.body, page=page
    )
    article = replace(_assembled(file_of, blocks, fields, context), repairs=file.repairs, encoding=file.encoding)
    head = TextFile(path=path_shown, lines=file.lines[: front.body - 1])
    declarations = Declarations(file=head, fields=fields, page=page)
    reading = Reading(
        article=article,
        declarations=lambda: declarations,
        declared_story=str(fields.values.get("story", "")),
        edges=edges_of(article),
    )
    return reading, (*problems, *kept)


def _saved_page(file: TextFile, body: int) -> tuple[Diagnostic, ...]:
    """Of a page with its menus: all it prints would be compared as if the outlet had written it."""
    if not (around := saved_with(file.lines[body - 1 :])):
        return ()
    message = f"this is a saved page with what stands around its article ({around}), and all of it counts as the text"
    hint = f"take the article out with `sitegen add {file.path}`, and delete this file"
    return (warning_at(file, Mark(line=body, column=1), "saved-page", message, hint),)


def read_again(reading: Reading, context: Context) -> Reading:
    """The same article where more lines of its source are known to recur, and with that what is inferred from the rest.

    The very same reading where none of them stands in it.
    """
    article = reading.article
    recurring = context.rules.get(article.source, NO_RULES).recurring
    if not any(plain(block.text) in recurring for block in article.blocks):
        return reading
    blocks = [replace(unrecognised(block), furniture="") for block in article.blocks]
    declared = reading.declarations()
    file = _File(
        path=article.path,
        digest=article.digest,
        size=article.size,
        form=article.format,
        body=article.line,
        page=declared.page,
    )
    again = _assembled(file, blocks, declared.fields, context)
    return replace(reading, article=replace(again, repairs=article.repairs, encoding=article.encoding))


def _is_in_folder(relative: str, folder: str) -> bool:
    return bool(folder) and relative.startswith(f"{folder}/")


def _with_source(fields: Fields, relative: str, context: Context) -> Fields:
    """The fields with the id of their source: where its name was written, and one source alone has that name.

    Where none was written, the source whose folder the article stands in, the nearest one.
    """
    written = fields.values.get("source", "")
    if not written:
        owners = [source for source in context.sources.values() if _is_in_folder(relative, source.folder)]
        nearest = max(owners, key=lambda source: len(source.folder), default=None)
        return replace(fields, values={**fields.values, "source": nearest.id}) if nearest else fields
    if written in context.sources:
        return fields
    named = [source.id for source in context.sources.values() if source.name.casefold() == written.casefold()]
    return replace(fields, values={**fields.values, "source": named[0]}) if len(named) == 1 else fields


def _blocks(file: TextFile, first: int, form: str, limits: Limits) -> tuple[list[Block], tuple[Diagnostic, ...]]:
    if form == "text":
        return text_blocks(file.lines[first - 1 :], first), ()
    if form == "html":
        return html_blocks(file, first, limits)
    return markdown_blocks(file, first, limits)


def _assembled(file: _File, blocks: list[Block], fields: Fields, context: Context) -> Article:
    longest = context.config.limits.id_bytes
    source = context.sources.get(fields.values.get("source", ""))
    usual = (source.rights if source else None) or context.config.rights
    values = {"rights": usual, **fields.values, "format": file.form}
    aside = set_aside(blocks, context.rules.get(values.get("source", ""), NO_RULES))
    head = read_head(aside, values.get("title", ""), context.outlets, marked=file.form != "text")
    wall = is_wall(head.blocks)
    if all(block.furniture for block in head.blocks):
        # Nothing but phrases of furniture is an article nonetheless; a page without text would help nobody.
        head = replace(head, blocks=tuple(replace(block, furniture="") for block in head.blocks))
    dateline, tags = find_dateline(head.blocks, context.outlets)
    inferred = {name: value for name, value in _inferred(head, dateline, values, context, file.page).items() if value}
    if "title" not in values:
        # A text of nothing but marks gives no words for one.
        inferred.setdefault("title", split_suffix(file.path)[0].rpartition("/")[2])
    if folder := story_folder(file.path):
        values["story"] = id_of_path(folder, longest)
    # Last, since headline, byline and furniture are no blocks of the text, and the words of a notice have a language.
    recognised = recognise_blocks(head.blocks, values.get("language") or inferred.get("language") or UNKNOWN)
    broken_off = "" if "completeness" in values else break_off(recognised)
    if broken_off:
        inferred["completeness"] = "partial"
    own = [source.name, initials(source.name)] if source else []
    outlet = None if values.get("source") else _outlet(recognised, head, tags, file, values, context)
    # A tag may be that of an agency that nobody knows, so the name in a dateline stays a credit as well.
    own += [outlet.name] if outlet and outlet.channel != "dateline" else []
    return Article(
        id=id_of_path(split_suffix(file.path)[0], longest),
        path=file.path,
        outlet=outlet,
        blocks=recognised,
        break_off=broken_off,
        credits=_credits(head, tags, fields, {**inferred, **values}, context, own),
        inferred=tuple(sorted(inferred)),
        wall=wall,
        digest=file.digest,
        size=file.size,
        line=file.body,
        **values,
        **inferred,
    )


def _outlet(
    blocks: Sequence[Block],
    head: Head,
    tags: Sequence[Credit],
    file: _File,
    values: Mapping[str, Any],
    context: Context,
) -> Outlet | None:
    """The outlet that the article names as its own, which no source was declared for."""
    in_dateline = [Outlet(name=tag.name, channel="dateline", phrase=tag.phrase, line=tag.line) for tag in tags]
    return infer_outlet(
        blocks,
        site=file.page.get("site", ""),
        url=values.get("url") or file.page.get("url") or "",
        named=(*head.named, *in_dateline),
        is_outlet=lambda name: is_outlet(name, context.outlets),
        agencies=[
            name
            for source in context.sources.values()
            if source.kind == "agency"
            for name in (source.name, initials(source.name))
        ],
    )


def _inferred(
    head: Head, dateline: Dateline | None, values: Mapping[str, Any], context: Context, page: Mapping[str, Any]
) -> dict[str, Any]:
    """Values for fields that were not declared; some are empty."""
    found: dict[str, Any] = {
        "author": head.author or page.get("author"),
        "editor": editor_of(head.blocks),
        "dateline": head.dateline or (dateline.place if dateline else ""),
        "page": head.page,
        "published": page.get("published") or head.published or (dateline.published if dateline else None),
        "updated": page.get("updated"),
        "url": page.get("url"),
    }
    found = {name: value for name, value in found.items() if name not in values}
    if "title" not in values:
        body = (block.text for block in head.blocks if not block.furniture)
        # Where not every word may be shown, none is lent to a title: the name of the file is taken. What a page or
        # Markdown marks as its headline is a fact; the first line of a raw text only looks like one.
        withheld = values["rights"] != "full" and values["format"] == "text"
        found["title"] = (
            ("" if withheld else head.title)
            or page.get("title")
            or (
                first_words(without_dateline(next(body, ""), context.outlets) or head.blocks[0].text)
                if values["rights"] == "full"
                else ""
            )
        )
    if "language" not in values:
        language = _language(head, values.get("source", ""), page.get("language", ""), context)
        found["language"] = language if language != UNKNOWN else ""
    return found


def _language(head: Head, source_id: str, stated: str, context: Context) -> str:
    """What the text seems to be in; where it is too short to tell, what its page states, else its source's language."""
    text = " ".join(block.text for block in head.blocks if not block.furniture)[:4000]
    guess = guess_language(text, context.config.languages)
    source = context.sources.get(source_id)
    usual = stated or (source.language if source else "")
    if not usual or guess.partition("-")[0] not in (UNKNOWN, usual.partition("-")[0]):
        return guess
    return usual


def _credits(
    head: Head,
    tags: tuple[Credit, ...],
    fields: Fields,
    values: Mapping[str, Any],
    context: Context,
    own_names: Sequence[str],
) -> tuple[Credit, ...]:
    """Declared, from the head, from the dateline, from beside the text, from the text.

    Each name once, where it stands first in that order, and never the article's own outlet.
    """
    source = context.sources.get(fields.values.get("source", ""))
    own = {bare(name) for name in own_names}
    found: list[Credit] = []
    if declared := fields.values.get("credit"):
        found.append(
            Credit(name=declared, phrase="credit", line=fields.marks["credit"].line, declared=True, channel="field")
        )
    author, url = (
        (str(values.get(name, "")), fields.marks[name].line if name in fields.marks else 1)
        for name in ("author", "url")
    )
    beside = credits_beside(head.blocks, author, url, source, context.sources, context.outlets)
    mastheads = [
        Credit(name=outlet.name, phrase=outlet.phrase, line=outlet.line, channel="byline")
        for outlet in head.named
        if outlet.channel == "masthead" and is_known(outlet.name, context.outlets)
    ]
    for credit in (*mastheads, *head.credits, *tags, *beside):
        name = bare(credit.name)
        # `Observer staff` in the Lorne Observer: a short form of its own name is no credit either.
        is_own = any(own_name == name or own_name.endswith(f" {name}") for own_name in own)
        if not is_own and name not in {bare(named.name) for named in found}:
            found.append(credit)
    known = own | {named.name for named in found}
    return (*found, *find_credits(head.blocks, context.outlets, known))


def _too_many_lines(file: TextFile) -> Diagnostic:
    message = f"this article has more than {_MOST_LINES:,} lines that are not empty"
    return file.error("too-many-lines", message, hint="if it is not one article, split it")


def _no_text(file: TextFile, body: int) -> Diagnostic:
    what = "this article has front matter and no text" if body > 1 else "this article has no text"
    return file.error("no-text", what, line=min(body, len(file.lines)), hint="write its text, or delete the file")
