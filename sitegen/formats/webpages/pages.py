"""A web page to the article it prints, with what the page says of itself and whether the text is whole.

Which part of a page the article is, body.py says; completeness.py, whether that is all of it.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from sitegen.formats.draft import Draft, Statement, needed, quiet
from sitegen.formats.webpages.body import COPY_TEXT, not_taken_apart, read_body
from sitegen.formats.webpages.completeness import CompletenessVerdict, judged
from sitegen.formats.webpages.metadata import Metadata, read_metadata
from sitegen.formats.webpages.not_articles import KINDS, PageSigns, what_page
from sitegen.formats.webpages.page_blocks import PageBlock, page_blocks
from sitegen.formats.webpages.page_parts import HostTemplate, PageParts, TemplateOf, element_of
from sitegen.formats.webpages.witnesses import Joined, Witness, article_of, reasons_left_out, with_blocks
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
_PROSE_WORDS = 8
"""Words of a block that makes an article of what a headline stands over."""
_MOST_IN_TAG = 20_000
"""Names and values of one tag; the parser's time grows with their square."""


def read_page(
    data: bytes,
    *,
    transport: str = "",
    address: str = "",
    captured: str = "",
    record: int | None = None,
    template_of: TemplateOf = lambda _host: None,
) -> Draft:
    """The article of a page. What came with the capture is empty for a page that is only a file.

    `template_of` gives what the editor decided about other pages of a host.

    Raises Refused where the page cannot be read or prints no article.
    """
    needed("trafilatura")
    text, remark = decode_page(data, transport)
    text = _XML_DECLARATION.sub("", text, count=1)
    if not _LOOKS_LIKE_A_PAGE.search(text[:200_000]):
        raise Refused("bad-page", "this is no HTML page", "save the page from a browser as HTML")
    _check_size(text)
    body, metadata, verdict, parts = _extracted(text, address, captured, template_of)
    lines = body.lines
    if _is_short(lines):
        lines = _embedded_lines(metadata.stated.embedded)
        if _is_short(lines):
            raise _no_text(metadata)
        verdict = CompletenessVerdict(value="unknown", reason="its text stands in the data of a script alone")
    remarks = [remark] if remark else []
    return Draft(
        text=lines,
        statements=(*metadata.statements.values(), *_declared_language(metadata, lines, remarks)),
        outlet=metadata.outlet.name,
        outlet_places=metadata.outlet.places,
        is_web_page=True,
        language=metadata.language,
        remarks=(*remarks, *metadata.remarks, *_origins(body, parts)),
        completeness=verdict.value,
        completeness_reason=verdict.reason,
        record=record,
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


def _extracted(
    text: str, address: str, captured: str, template_of: TemplateOf
) -> tuple[Joined, Metadata, CompletenessVerdict, PageParts]:
    with quiet():
        from lxml import html

        try:
            parser = html.HTMLParser()
            tree = html.document_fromstring(text, parser=parser)
            # The parser stops at a depth of 256 and gives what came before as if it were all.
            if any(message.type_name == "ERR_RESOURCE_LIMIT" for message in parser.error_log):
                raise Refused("bad-page", "this page is nested too deep to be read to its end", COPY_TEXT)
            metadata = read_metadata(tree, address, captured)
        except Refused:
            raise
        except Exception as failure:
            # A parser of broken pages fails in ways that it does not list; whatever it is, the page cannot be read.
            raise not_taken_apart(failure) from None
        blocks = page_blocks(tree)
        extracted = read_body(text, blocks)
    template = template_of(_host(metadata))
    body = with_blocks(extracted, blocks, _chosen(extracted, blocks, template)) if template else extracted
    is_preferred = bool(template) and metadata.prefer(template.places if template else {})
    parts = PageParts(
        source=text,
        blocks=blocks,
        text=body.numbers,
        reasons=lambda: reasons_left_out(blocks, extracted),
        lines_with=lambda numbers: with_blocks(extracted, blocks, numbers).lines,
        candidates=tuple(metadata.candidates),
        is_templated=is_preferred or body is not extracted,
    )
    kept = Witness(blocks, body.lines)
    if kind := what_page(_signs(tree, metadata), blocks, kept):
        description, hint = KINDS[kind]
        raise Refused("no-article", f"this is {description}", hint)
    metadata.remarks += _several(blocks, kept)
    return body, metadata, judged(body, metadata.stated, tree, text), parts


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
        headings=tuple(" ".join("".join(element.itertext()).split()) for element in tree.iter("h1")),
        types=metadata.types,
        has_article=metadata.describes_article,
        has_password=next(passwords, None) is not None,
    )


def _several(blocks: Sequence[PageBlock], kept: Witness) -> list[str]:
    """What is told of a page that holds several articles, of which one was taken.

    Raises Refused where the text is that of several.
    """
    headings = {article_of(block): block.text for block in blocks if block.path[-1].startswith("h1.")}
    headings.pop(0, None)
    prose = Counter(article_of(block) for block in blocks if len(block.words) >= _PROSE_WORDS)
    headed = {article: text for article, text in headings.items() if prose[article] >= 2}
    if len(headed) < 2:
        return []
    taken = {
        article_of(block)
        for block, is_kept in zip(blocks, kept.kept, strict=True)
        if is_kept and len(block.words) >= _PROSE_WORDS
    } & set(headed)
    if len(taken) > 1:
        hint = "save each from an address of its own"
        raise Refused("several-articles", f"this page holds {len(headed)} articles, and is not split", hint)
    names = " and ".join(f"“{headed[article]}”" for article in headed if article not in taken)
    return [f"the page holds {len(headed)} articles; not taken: {names}"]


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
