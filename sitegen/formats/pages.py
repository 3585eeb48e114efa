"""A web page to the article it prints, with what the page says of itself and whether the text is whole.

Which part of a page the article is, body.py says; completeness.py, whether that is all of it.
"""

import re

from sitegen.formats.body import COPY_TEXT, not_taken_apart, read_body
from sitegen.formats.completeness import CompletenessVerdict, judged
from sitegen.formats.draft import Draft, Statement, needed, quiet
from sitegen.formats.metadata import Metadata, read_metadata
from sitegen.formats.witnesses import Joined
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


def read_page(
    data: bytes, *, transport: str = "", address: str = "", captured: str = "", record: int | None = None
) -> Draft:
    """The article of a page. What came with the capture is empty for a page that is only a file.

    Raises Refused where the page cannot be read or prints no article.
    """
    needed("trafilatura")
    text, remark = decode_page(data, transport)
    text = _XML_DECLARATION.sub("", text, count=1)
    if not _LOOKS_LIKE_A_PAGE.search(text[:200_000]):
        raise Refused("bad-page", "this is no HTML page", "save the page from a browser as HTML")
    _check_size(text)
    body, metadata, verdict = _extracted(text, address, captured)
    lines = body.lines
    if sum(2 if is_wide(char) else 1 for line in lines for char in line) < _SHORTEST:
        hint = "save it with its text unfolded, or copy the text into a .txt file"
        raise Refused("no-article-text", "no article was found on this page", hint)
    remarks = [remark] if remark else []
    return Draft(
        text=lines,
        statements=(*metadata.statements.values(), *_declared_language(metadata, lines, remarks)),
        outlet=metadata.outlet,
        language=metadata.language,
        remarks=(*remarks, *metadata.remarks, *_origins(body)),
        completeness=verdict.value,
        completeness_reason=verdict.reason,
        record=record,
    )


def _check_size(text: str) -> None:
    """Refuses before any parser what it would take minutes for."""
    tags = 0
    for match in _TAG.finditer(text):
        tags += 1
        if len(match[0]) > _MOST_IN_TAG and sum(1 for _ in _IN_TAG.finditer(match[0])) > _MOST_IN_TAG:
            raise Refused("bad-page", f"a tag of this page has more than {_MOST_IN_TAG:,} attributes", COPY_TEXT)
    if tags > _MOST_TAGS:
        raise Refused("bad-page", f"this page has {tags:,} tags, and may have {_MOST_TAGS:,}", COPY_TEXT)


def _extracted(text: str, address: str, captured: str) -> tuple[Joined, Metadata, CompletenessVerdict]:
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
        body = read_body(text, tree)
        return body, metadata, judged(body, metadata.stated, tree, text)


def _origins(body: Joined) -> tuple[str, ...]:
    """What an editor should know of words that the page hides, or that one extractor alone would have lost."""
    remarks = []
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
