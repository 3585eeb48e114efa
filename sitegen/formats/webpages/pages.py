"""A web page to the article it prints, with what the page says of itself and whether the text is whole.

Which part of a page the article is, body.py says; completeness.py, whether that is all of it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from sitegen.formats.draft import Draft, Statement, needed, quiet, tidy
from sitegen.formats.webpages.body import COPY_TEXT, not_taken_apart, read_body
from sitegen.formats.webpages.completeness import CompletenessVerdict, judged
from sitegen.formats.webpages.metadata import Metadata, read_metadata
from sitegen.formats.webpages.not_articles import KINDS, PageSigns, what_page
from sitegen.formats.webpages.page_blocks import PageBlock, page_blocks, words_of
from sitegen.formats.webpages.page_chrome import chrome_reasons
from sitegen.formats.webpages.page_parts import HostTemplate, PageParts, TemplateOf, element_of
from sitegen.formats.webpages.several_articles import ArticlePart, article_parts
from sitegen.formats.webpages.witnesses import Joined, Witness, reasons_left_out, with_blocks
from sitegen.frozen import dataclass
from sitegen.read.charset import decode_page
from sitegen.read.language import UNKNOWN, guess_language
from sitegen.read.refusal import Refused
from sitegen.recognise.shapes import is_wide

_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,500}\?>")
_LOOKS_LIKE_A_PAGE = re.compile(r"<\s*(?:!doctype|html|head|body|article|main|div|p|h1|meta|title)\b", re.IGNORECASE)
_TAG = re.compile(r"<[a-zA-Z][^<>]*")
_IN_TAG = re.compile(r"\"[^\"]*\"|'[^']*'|[^\s/\"']+")
_MOST_TAGS = 50_000
"""Of a page; newspapers' have 2,000 to 10,000. The longest page that passes takes some five seconds."""
_SHORTEST = 80
"""Characters of an article, those of scripts without spaces counted twice; frames and lists of links have fewer."""
_MOST_IN_TAG = 20_000
"""Names and values of one tag; the parser's time grows with their square."""
_ARTICLE_TAG = re.compile(r"<\s*article\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageContext:
    """What is known of a page beside its bytes; with nothing given it is only a file."""

    transport: str = ""
    """The encoding that came with its capture."""
    address: str = ""
    captured: str = ""
    template_of: TemplateOf = lambda _host: None
    """What the editor decided about other pages of a host."""


_A_FILE = PageContext()


def read_page(
    data: bytes,
    *,
    transport: str = "",
    address: str = "",
    captured: str = "",
    record: int | None = None,
    template_of: TemplateOf = lambda _host: None,
) -> Draft:
    """The article of a page that prints one. What came with the capture is empty for a page that is only a file.

    `template_of` gives what the editor decided about other pages of a host.

    Raises Refused where the page cannot be read, prints no article, or several.
    """
    context = PageContext(transport=transport, address=address, captured=captured, template_of=template_of)
    results = articles_of_page(data, context, record)
    if len(results) > 1:
        raise Refused("several-articles", f"this page holds {len(results)} articles")
    if isinstance(results[0], Refused):
        raise results[0]
    return results[0]


def articles_of_page(
    data: bytes, context: PageContext = _A_FILE, record: int | None = None
) -> tuple[Draft | Refused, ...]:
    """The article of a page, or each of those that it prints; why one of several cannot be told apart.

    `record` is where in its file the page stands; None where the file is this page.

    Raises Refused where the page cannot be read or prints no article.
    """
    needed("trafilatura")
    text, remark = decode_page(data, context.transport)
    text = _XML_DECLARATION.sub("", text, count=1)
    if not _LOOKS_LIKE_A_PAGE.search(text[:200_000]):
        raise Refused("bad-page", "this is no HTML page", "save the page from a browser as HTML")
    _check_size(text)
    parts = _article_parts(text, context) if len(_ARTICLE_TAG.findall(text)) > 1 else ()
    remarks = (remark,) if remark else ()
    if not parts:
        return (replace(_draft(text, context, remarks), record=record),)
    return tuple(_part(part, context, remarks, record) for part in parts)


def _article_parts(text: str, context: PageContext) -> tuple[ArticlePart, ...]:
    with quiet():
        tree = _tree(text)
        metadata = _metadata(tree, context)
        stated = metadata.statements.get("title")
        return article_parts(tree, (stated.value if stated else "", metadata.page_title))


def _part(part: ArticlePart, context: PageContext, remarks: Sequence[str], record: int | None) -> Draft | Refused:
    """One of several articles. The address of the page is that of the article which its head names alone."""
    if not part.is_named:
        context = replace(context, address="", template_of=lambda _host: None)
    where = f"article {part.number} of the {part.count} that this page holds"
    try:
        draft = _draft(part.source, context, (*remarks, where))
        if not part.holds(draft.text):
            raise Refused("several-articles", "its text is not told from the rest of the page")
    except Refused as refused:
        hint = refused.hint or "save each from an address of its own"
        return Refused("several-articles", f"{where}: {refused.message}", hint)
    if record is None:
        return replace(draft, record=part.number, record_unit="article")
    # A record is longer than it has articles, so that each has a byte of its own.
    return replace(draft, record=record + part.number - 1)


def _draft(text: str, context: PageContext, remarks: Sequence[str]) -> Draft:
    """The article of a page that prints one and is given as text. Raises Refused."""
    body, metadata, verdict, parts = _extracted(text, context)
    lines = body.lines
    if _is_short(lines):
        lines = _embedded_lines(metadata.stated.embedded)
        if _is_short(lines):
            raise _no_text(metadata)
        verdict = CompletenessVerdict(value="unknown", reason="its text stands in the data of a script alone")
    all_remarks = list(remarks)
    return Draft(
        text=lines,
        statements=(*metadata.statements.values(), *_declared_language(metadata, lines, all_remarks)),
        outlet=metadata.outlet.name,
        outlet_places=metadata.outlet.places,
        is_web_page=True,
        language=metadata.language,
        remarks=(*all_remarks, *metadata.remarks, *_origins(body, parts)),
        completeness=verdict.value,
        completeness_reason=verdict.reason,
        page=parts,
    )


def _is_short(lines: Sequence[str]) -> bool:
    return sum(2 if is_wide(char) else 1 for line in lines for char in line) < _SHORTEST


def _embedded_lines(texts: Sequence[str]) -> tuple[str, ...]:
    """The text that a script's data hold for a page which prints none; none where they hold several as long."""
    ordered = sorted(texts, key=len, reverse=True)
    if not ordered or (len(ordered) > 1 and 2 * len(ordered[1]) > len(ordered[0])):
        return ()
    return tuple(line.strip() for line in ordered[0].splitlines() if line.strip())


def _no_text(metadata: Metadata) -> Refused:
    if metadata.stated.embedded:
        message = "the text stands only in the data of a script, which the page would show by a program"
        return Refused("no-article-text", message, "open the page in a browser and save what it shows")
    hint = "save it with its text unfolded, or copy the text into a .txt file"
    return Refused("no-article-text", "no article was found on this page", hint)


def _check_size(text: str) -> None:
    """Refuses before any parser what it would take minutes for."""
    tags = 0
    for match in _TAG.finditer(text):
        tags += 1
        if len(match[0]) > _MOST_IN_TAG and sum(1 for _ in _IN_TAG.finditer(match[0])) > _MOST_IN_TAG:
            raise Refused("bad-page", f"a tag of this page has more than {_MOST_IN_TAG:,} attributes", COPY_TEXT)
    if tags > _MOST_TAGS:
        raise Refused("bad-page", f"this page has {tags:,} tags, and may have {_MOST_TAGS:,}", COPY_TEXT)


def _tree(text: str) -> Any:
    """The lxml tree of a page. Raises Refused."""
    from lxml import html

    try:
        parser = html.HTMLParser()
        tree = html.document_fromstring(text, parser=parser)
    except Exception as failure:
        # A parser of broken pages fails in ways that it does not list; whatever it is, the page cannot be read.
        raise not_taken_apart(failure) from None
    # The parser stops at a depth of 256 and gives what came before as if it were all.
    if any(message.type_name == "ERR_RESOURCE_LIMIT" for message in parser.error_log):
        raise Refused("bad-page", "this page is nested too deep to be read to its end", COPY_TEXT)
    return tree


def _metadata(tree: Any, context: PageContext) -> Metadata:
    try:
        return read_metadata(tree, context.address, context.captured)
    except Exception as failure:
        raise not_taken_apart(failure) from None


def _extracted(text: str, context: PageContext) -> tuple[Joined, Metadata, CompletenessVerdict, PageParts]:
    with quiet():
        tree = _tree(text)
        metadata = _metadata(tree, context)
        blocks = page_blocks(tree)
        extracted = read_body(text, blocks)
    _believe_printed_title(metadata, tree, extracted)
    template = context.template_of(_host(metadata))
    chosen = _chosen(extracted, blocks, template) if template else extracted.numbers
    is_preferred = bool(template) and metadata.prefer(template.places if template else {})
    with_chrome = with_blocks(extracted, blocks, chosen)
    # Prompts and notices among the lines say whether the text is whole; only then are they left out.
    chrome = chrome_reasons(blocks, extracted.numbers & chosen)
    body = with_blocks(extracted, blocks, chosen - set(chrome))
    parts = PageParts(
        source=text,
        blocks=blocks,
        text=body.numbers,
        reasons=lambda: tuple(
            chrome.get(number, reason) for number, reason in enumerate(reasons_left_out(blocks, extracted))
        ),
        lines_with=lambda numbers: with_blocks(extracted, blocks, numbers).lines,
        candidates=tuple(metadata.candidates),
        is_templated=is_preferred or chosen != extracted.numbers,
    )
    if kind := what_page(_signs(tree, metadata), blocks, Witness(blocks, with_chrome.lines)):
        description, hint = KINDS[kind]
        raise Refused("no-article", f"this is {description}", hint)
    return body, metadata, judged(with_chrome, metadata.stated, tree, text), parts


def _believe_printed_title(metadata: Metadata, tree: Any, body: Joined) -> None:
    """Takes the headline that is printed over the text, where the data of the page state another for search engines.

    Else the printed one would be a paragraph of the text, and be compared with those of others.
    """
    headings = _headings(tree)
    if len(headings) != 1 or not body.lines or words_of(body.lines[0]) != words_of(headings[0]):
        return
    stated = metadata.statements.get("title")
    if (title := tidy(headings[0])) and (stated is None or words_of(stated.value) != words_of(title)):
        metadata.believe(Statement(field="title", value=title, where="its only h1, printed over the text"))


def _headings(tree: Any) -> tuple[str, ...]:
    headings = (" ".join("".join(element.itertext()).split()) for element in tree.iter("h1"))
    return tuple(text for text in headings if text)


def _host(metadata: Metadata) -> str:
    url = metadata.statements["url"].value if "url" in metadata.statements else ""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _chosen(body: Joined, blocks: Sequence[PageBlock], template: HostTemplate) -> frozenset[int]:
    """The blocks that are the text by what was decided of other pages of the host."""
    elements = [element_of(block) for block in blocks]
    return frozenset(
        number
        for number, element in enumerate(elements)
        if (element not in template.left if number in body.numbers else element in template.taken)
    )


def _signs(tree: Any, metadata: Metadata) -> PageSigns:
    passwords = (element for element in tree.iter("input") if (element.get("type") or "").lower() == "password")
    return PageSigns(
        address=metadata.statements["url"].value if "url" in metadata.statements else "",
        title=metadata.page_title,
        headings=_headings(tree),
        types=metadata.types,
        has_article=metadata.describes_article,
        has_password=next(passwords, None) is not None,
    )


def _origins(body: Joined, parts: PageParts) -> tuple[str, ...]:
    """What an editor should know of words that the page hides, or that one extractor alone would have lost."""
    remarks = ["text or fields taken as was decided at the desk for this host"] if parts.is_templated else []
    if body.taken > body.hidden:
        remarks.append(f"{body.taken - body.hidden:,} words taken by a second extractor, beside paragraphs like them")
    if body.hidden:
        remarks.append(f"{body.hidden:,} words taken that stand in the file and are hidden on the page")
    return tuple(remarks)


def _declared_language(metadata: Metadata, lines: tuple[str, ...], remarks: list[str]) -> tuple[Statement, ...]:
    """The language, unless the text is plainly in another: themes declare English whatever they print."""
    if not metadata.language:
        return ()
    guess = guess_language(" ".join(lines)[:4_000], ())
    if guess not in (UNKNOWN, metadata.language.partition("-")[0]):
        remarks.append(f"the page declares the language {metadata.language}, and its text seems to be in {guess}")
        return ()
    return (Statement(field="language", value=metadata.language, where="the page"),)
