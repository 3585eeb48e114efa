"""The quotations of a story laid out: who prints the words whole, who shortens them, who has other words in them."""

from collections import Counter
from collections.abc import Sequence

from sitegen.collation import CollationUnit
from sitegen.model import PublicStatement, StatementPrint
from sitegen.text.catalogues import Catalogue
from sitegen.views.addresses import article_path, href
from sitegen.views.common import Site, in_language, short_name, shortened
from sitegen.views.pages import NameList, QuotationLine, TextLink
from sitegen.views.stories.copynames import CopyNames
from sitegen.views.story_reading import StoryReading

MOST = 10
"""Quotations that a page lists; the data has all."""
_NAMED = 4
_CHARACTERS = 240


def quotation_lines(site: Site, reading: StoryReading, names: CopyNames | None) -> tuple[QuotationLine, ...]:
    """The statements that most articles print; `names` are the copies of the text of the page, if it has one."""
    lines = (_line(site, reading, statement, names) for statement in reading.statements)
    return tuple(line for line in lines if line)[:MOST]


def _line(
    site: Site, reading: StoryReading, statement: PublicStatement, names: CopyNames | None
) -> QuotationLine | None:
    catalogue = site.catalogue
    # Who has which words of a text of which figures alone may be told is not told.
    prints = [printed for printed in statement.prints if reading.articles[printed.article].rights != "figures"]
    fullest = next((printed for printed in prints if _may_show(reading, printed)), None)
    if len(prints) < 2 or fullest is None or fullest.rendering != "whole":
        return None
    article = reading.articles[fullest.article]
    words = " … ".join(" ".join(reading.texts[article.id].text(span).split()) for span in fullest.spans)
    altered = [printed.article for printed in prints if printed.rendering == "altered"]
    spine = names.collation.spine if names else ()
    base_print = next((printed for printed in prints if names and printed.article == names.collation.base), None)
    unit = next((unit for unit in spine if base_print and _meets(unit, base_print)), None)
    return QuotationLine(
        text=in_language(shortened(words.rstrip(" ,;:"), _CHARACTERS), article.language, site.frame.language),
        href=names.anchor(unit.id) if names and unit else href(site.frame.root, article_path(article.id)),
        counted=_counted(prints, catalogue),
        altered=NameList(
            links=tuple(
                TextLink(label=short_name(site, reading.articles[copy]), href=href(site.frame.root, article_path(copy)))
                for copy in altered[:_NAMED]
            ),
            more=max(0, len(altered) - _NAMED),
        ),
    )


def _may_show(reading: StoryReading, printed: StatementPrint) -> bool:
    return all(reading.shown.covers(printed.article, span) for span in printed.spans)


def _meets(unit: CollationUnit, printed: StatementPrint) -> bool:
    return any(unit.span[0] < end and start < unit.span[1] for start, end in printed.spans)


def _counted(prints: Sequence[StatementPrint], catalogue: Catalogue) -> str:
    counts = Counter(printed.rendering for printed in prints)
    parts = (
        (counts["whole"], catalogue.ngettext("whole in {count} text", "whole in {count} texts", counts["whole"])),
        (
            counts["trimmed"],
            catalogue.ngettext("shortened in {count} text", "shortened in {count} texts", counts["trimmed"]),
        ),
        (
            counts["altered"],
            catalogue.ngettext(
                "other words or another order in {count} text",
                "other words or another order in {count} texts",
                counts["altered"],
            ),
        ),
    )
    return ", ".join(words_of_count for count, words_of_count in parts if count)
