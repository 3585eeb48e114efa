"""Captured pages to drafts: those that were asked for and print an article; the others are counted."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sitegen.formats.declared import declared
from sitegen.formats.draft import Draft, FileNote, PassedPage
from sitegen.formats.format import PageChoice, ReadingContext
from sitegen.formats.warc import Capture, OtherRecord
from sitegen.formats.webpages.completeness import judged_lines
from sitegen.formats.webpages.pages import PageContext, articles_of_page
from sitegen.formats.webpages.several_articles import MOST_ARTICLES
from sitegen.read.refusal import Refused


def capture_findings(
    captures: Iterable[Capture | OtherRecord | Refused], context: ReadingContext, choice: PageChoice | None = None
) -> Iterator[Draft | Refused | FileNote | PassedPage]:
    """What the captures of a file give; where it holds no page at all, what it holds instead.

    `choice` stands in the place of the editor's where a file names its pages itself.
    """
    choice = choice or context.choice
    pages = 0
    record_kinds = Counter[str]()
    for capture in captures:
        if isinstance(capture, OtherRecord):
            record_kinds[capture.kind] += 1
            continue
        pages += 1
        if isinstance(capture, Refused):
            yield capture
        elif not choice.accepts(capture.address) or not _is_asked_for(capture, context):
            yield PassedPage(url=capture.address, is_chosen=False)
        else:
            yield from _findings(capture, context)
    if not pages:
        kinds = ", ".join(f"{count:,} {kind}" for kind, count in record_kinds.most_common(5)) or "none at all"
        yield FileNote(text=f"no page is in this file; its records: {kinds}")


def _is_asked_for(capture: Capture, context: ReadingContext) -> bool:
    """Whether one of the records that are read alone is of this capture: each article of a page has a byte of it."""
    own = range(capture.offset, capture.offset + MOST_ARTICLES)
    return context.records is None or not context.records.isdisjoint(own)


def _findings(capture: Capture, context: ReadingContext) -> Sequence[Draft | Refused | PassedPage]:
    try:
        if capture.is_text:
            return (_text_draft(capture),)
        page_context = PageContext(
            transport=capture.charset,
            address="" if capture.is_answer else capture.address,
            captured=capture.captured,
            template_of=context.template_of,
        )
        results = articles_of_page(capture.data, page_context, capture.offset)
    except Refused as refusal:
        # A capture holds frames, forms and lists too; that they print no article is no mistake.
        if refusal.code in ("no-article-text", "no-article"):
            return (PassedPage(url=capture.address),)
        results = (refusal,)
    return [_with_place(result, capture) for result in results]


def _with_place(result: Draft | Refused, capture: Capture) -> Draft | Refused:
    """A refusal that names the record; a draft that says so where its page stood in data."""
    if isinstance(result, Refused):
        return Refused(result.code, f"the page at byte {capture.offset}: {result.message}", result.hint)
    if capture.is_answer:
        remark = f"the page stands in the data that {capture.address} answers with; its own address is not known"
        return replace(result, remarks=(remark, *result.remarks))
    return result


def _text_draft(capture: Capture) -> Draft:
    """The text that a crawler made of a page: lines and an address, and nothing that the page said of itself."""
    lines = tuple(line.strip() for line in capture.data.decode("utf-8", "replace").splitlines())
    if not any(lines):
        raise Refused("no-article-text", "this record has no text")
    values = (("url", capture.address), ("captured", capture.captured))
    statements = [declared(name, value, "the capture")[0] for name, value in values]
    verdict = judged_lines(lines)
    return Draft(
        text=lines,
        statements=tuple(statement for statement in statements if statement),
        remarks=("a crawler made this text of a page, menus included; the page itself is not held",),
        completeness=verdict.value,
        completeness_reason=verdict.reason,
        record=capture.offset,
    )
