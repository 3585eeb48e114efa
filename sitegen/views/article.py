"""Lays out one copy as published, with its metadata, its repairs and its provenance."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from sitegen.edition import CopyOrigins
from sitegen.frozen import replace
from sitegen.model import Article, Block, Outlet, Repair, Role
from sitegen.recognise.tables import is_in_table, parts_of
from sitegen.text.catalogues import Catalogue, in_context, marked
from sitegen.text.languages import direction, long_date
from sitegen.text.nesting import Element, Start, steps_of
from sitegen.views.addresses import article_path, comparison_path, href, spine_path, story_path, tag_feed_path
from sitegen.views.citing import article_reference, cited, with_reference
from sitegen.views.common import (
    Site,
    article_title,
    in_language,
    language_label,
    make_head,
    number_of_words,
    outlet_name,
    spoken_name,
    when,
)
from sitegen.views.descent import evidence_lines, standing_sentence
from sitegen.views.lines import withheld_run
from sitegen.views.linked_data import article_data
from sitegen.views.names import CHANNELS, OF_THE_PAGE, credited_names, inferred_name, publisher_link
from sitegen.views.origins import blocks_with_origins, marks_are_shown, origin_part
from sitegen.views.pages import ArticleBlock, ArticleView, FactLine, Page, RepairLine, Run, Text, TextLink
from sitegen.views.related import related_links
from sitegen.views.rights import shows_text, withheld_reason
from sitegen.views.series_and_digests import article_notes
from sitegen.views.story_reading import StoryReading
from sitegen.views.words import FURNITURE

_ENCODINGS = {"utf-8": "UTF-8", "latin-1": "Latin-1", "windows-1252": "Windows-1252", "windows-1258": "Windows-1258"}
"""As a reader knows them."""
_COMPLETENESS: Mapping[str, str] = {
    "whole": in_context("completeness", "whole"),
    "partial": in_context("completeness", "partial"),
    "unknown": "",
}
"""How much of an article was saved, as a reader is told it."""
_ENCODING = marked("Encoding")
_ALONE = marked("No other copy of it was found.")
_INDEPENDENT = marked("Independent: too little of its text is in the other articles of its story for a copy.")
_FOREIGN = marked("In another language than the other texts of its story; whether it is a translation is not known.")
_WALL = marked("Most of what was saved here is a paywall or cookie notice, so it was grouped with nothing by its text.")
_FIELDS: Mapping[str, str] = {
    "author": marked("author"),
    "completeness": marked("completeness"),
    "credits": marked("credits"),
    "dateline": marked("dateline"),
    "editor": marked("editor"),
    "language": in_context("field of an article", "language"),
    "page": in_context("field of an article", "page"),
    "published": marked("day of publication"),
    "title": in_context("field of an article", "title"),
    "url": marked("address"),
    "version_of": marked("version of"),
}
"""What of an article was inferred, as a reader is told it; where a field has no name here, its own is printed."""
_MOST_LINKED = 300
"""Paragraphs of a text up to which each has a link of its own: of more, links alone would be a third of the page."""
_LINKED = frozenset({"paragraph", "turn", "stamped", "quotation", "pull quote", "notice", "caption"})
_MOST_REPAIRS = 100
_MOST_PLACES = 6
_MOST_COMPARISONS = 60
"""Comparisons that an article's page lists; a base may have thousands, and its story's pages list them."""


def article_page(site: Site, reading: StoryReading, article: Article, origins: CopyOrigins | None) -> Page:
    """The page of one article. `origins` say whose words it has, where that is known."""
    story, articles, standing = reading.story, reading.articles, reading.standings[article.id]
    words, history = reading.words(article.id), reading.histories.get(article.id)
    shown = shows_text(article)
    repairs = _repairs(article.repairs, site.catalogue) if shown else ()
    said = standing_sentence(site, reading, article)
    if len(articles) == 1:
        said = site.catalogue.gettext(_ALONE)
    elif standing.relation == "related":
        said = site.catalogue.gettext(_FOREIGN if article.id in reading.foreign else _INDEPENDENT)
    if article.wall:
        said = f"{said} {site.catalogue.gettext(_WALL)}".strip()
    said = " ".join([said, *article_notes(site, story, article.id)]).strip()
    other = article.language != site.frame.language
    path = article_path(article.id)
    blocks = tuple(_blocks(article, site.catalogue)) if shown else tuple(_excerpt(article, reading))
    blocks = _linked(blocks)
    if origins and marks_are_shown(reading, article, origins):
        blocks = blocks_with_origins(site, reading, article, origins, blocks)
    reference = article_reference(site, article)
    head = make_head(site, article.title, _description(site, article, shown), path, indexed=True)
    view = ArticleView(
        head=with_reference(head, site, reference, article_data(site, reading, article)),
        source=publisher_link(site, article),
        story=TextLink(
            label=in_language(
                story.title, article.language if len(articles) == 1 else site.editor_language, site.frame.language
            ),
            href="" if story.is_lone else href(site.frame.root, story_path(story.id)),
        ),
        title=article_title(site, article),
        kicker=" · ".join(
            [when(site, article), language_label(site, article.language), number_of_words(site.catalogue, words)]
        ),
        standing=said,
        related=related_links(site, story) if story.is_lone else (),
        lang=article.language if other and article.language != "und" else "",
        dir=direction(article.language) if other else "",
        facts=_facts(site, article, shown),
        blocks=blocks,
        furniture_count=sum(1 for block in article.blocks if block.furniture) if shown else 0,
        repairs=repairs[:_MOST_REPAIRS],
        repair_count=len(article.repairs) if shown else 0,
        more_repairs=max(0, len(repairs) - _MOST_REPAIRS),
        withheld="" if shown else withheld_reason(article, site.catalogue),
        id=article.id,
        history=history,
        origin=origin_part(site, reading, article, origins, blocks) if origins else None,
        evidence=tuple(evidence_lines(site, reading, reading.edges.get(article.id))) if standing.against else (),
        comparisons=tuple(_comparison_links(site, reading, article)),
        provenance=_provenance(site, article),
        notes=article.notes,
        cite=cited(site, reference),
    )
    return Page(url=path, template="article.html", view=view)


def _blocks(article: Article, catalogue: Catalogue) -> Iterator[ArticleBlock]:
    parts = tuple(parts_of(article.blocks))
    steps = steps_of(rows[0][0].within for rows in parts)
    for rows, (step, following) in zip(parts, pairwise(steps), strict=True):
        block = rows[0][0]
        if not is_in_table(block):
            yield _block(block, catalogue, step.starts, following.ends)
            continue
        cells = tuple(tuple(_block(cell, catalogue) for cell in row) for row in rows)
        yield ArticleBlock(
            id="", role="cell", text="", html="", furniture="", rows=cells, starts=step.starts, ends=following.ends
        )


def _linked(blocks: tuple[ArticleBlock, ...]) -> tuple[ArticleBlock, ...]:
    """The paragraphs with a link each, where they are not too many; what is set aside has none."""
    linked = {block.id for block in blocks if block.role in _LINKED and block.id and not block.furniture}
    if len(linked) > _MOST_LINKED:
        return blocks
    return tuple(replace(block, is_linked=True) if block.id in linked else block for block in blocks)


def _block(
    block: Block, catalogue: Catalogue, starts: tuple[Start, ...] = (), ends: tuple[Element, ...] = ()
) -> ArticleBlock:
    label_end = block.label_end
    return ArticleBlock(
        id=block.id,
        role=block.role,
        text=block.text[label_end:],
        html=block.html,
        furniture=catalogue.gettext(FURNITURE.get(block.furniture, block.furniture)) if block.furniture else "",
        original=block.original,
        label=block.text[:label_end],
        plain=block.role == "paragraph" and not (block.html or block.furniture or block.original or block.within),
        nested=bool(block.within),
        starts=starts,
        ends=ends,
    )


def _excerpt(article: Article, reading: StoryReading) -> Iterator[ArticleBlock]:
    """The blocks of which something may be printed, and how many words stand between; nothing where nothing may be."""
    text = reading.texts[article.id]
    blocks = [(text.span(at), block) for at, block in enumerate(article.blocks) if not block.furniture]
    pieces = [(block, span, reading.shown.pieces(article.id, span)) for span, block in blocks]
    if not any(piece.shown for _, _, some in pieces for piece in some):
        return
    for hidden, group in groupby(pieces, key=lambda one: not any(piece.shown for piece in one[2])):
        members = list(group)
        if hidden:
            words = sum(text.word_count(span) for _, span, _ in members)
            yield _excerpt_block(members[0][0], withheld_run(words), role="paragraph")
            continue
        for block, _, some in members:
            runs = [
                Run(text=text.text(piece.span), mark="")
                if piece.shown
                else Run(text="", mark="withheld", withheld=text.word_count(piece.span))
                for piece in some
            ]
            yield _excerpt_block(block, runs, role=block.role)


def _excerpt_block(block: Block, runs: Iterable[Run], *, role: Role) -> ArticleBlock:
    return ArticleBlock(id=block.id, role=role, text="", html="", furniture="", runs=tuple(runs))


def _repairs(repairs: Sequence[Repair], catalogue: Catalogue) -> tuple[RepairLine, ...]:
    """Equal repairs together, in the order of their first places."""
    alike: dict[tuple[str, str, str], list[Repair]] = {}
    for one in repairs:
        alike.setdefault((one.kind, one.was, one.became), []).append(one)
    return tuple(
        RepairLine(was=was, became=became, why=_misreading(kind, catalogue), places=_places(ones, catalogue))
        for (kind, was, became), ones in alike.items()
    )


def _misreading(kind: str, catalogue: Catalogue) -> str:
    """`UTF-8 read as Windows-1252`"""
    written, read = (_ENCODINGS[name] for name in kind.split(" as "))
    # Translators: {written} and {read} are encodings of text: "UTF-8 read as Windows-1252".
    return catalogue.gettext("{written} read as {read}", written=written, read=read)


def _places(repairs: Sequence[Repair], catalogue: Catalogue) -> str:
    named = catalogue.gettext("; ").join(
        catalogue.gettext(
            "line {line}, column {column}",
            line=catalogue.number(repair.line),
            column=catalogue.number(repair.column),
        )
        for repair in repairs[:_MOST_PLACES]
    )
    more = len(repairs) - _MOST_PLACES
    if more <= 0:
        return named
    # Translators: {places} are places in a file: "line 3, column 12; line 9, column 1".
    return catalogue.ngettext("{places} and {count} more", "{places} and {count} more", more, places=named)


def _description(site: Site, article: Article, shown: bool) -> str:
    name = publisher_link(site, article).label.plain
    opening = next((block.text for block in article.body if block.role == "paragraph"), "") if shown else ""
    return f"{site.catalogue.in_series((name, when(site, article)))}. {opening}"


def _comparison_links(site: Site, reading: StoryReading, article: Article) -> Iterator[TextLink]:
    """Its comparisons, by whom it was compared with; of a copy with the text of another, the one that shows both."""
    story, articles, root = reading.story, reading.articles, site.frame.root
    pairs = reading.pairs_of.get(article.id, [])
    for left, right in pairs[:_MOST_COMPARISONS]:
        label = outlet_name(site, articles[right if left == article.id else left])
        yield TextLink(label=label, href=href(root, comparison_path(story.id, left, right)))
    catalogue = site.catalogue
    if len(pairs) > _MOST_COMPARISONS:
        more = catalogue.gettext("all on the page of the story")
        yield TextLink(label=Text(text=more), href=href(root, story_path(story.id)))
    if article.id in reading.alike:
        same = articles[reading.alike[article.id]]
        # Translators: {outlet} is who published another copy with the very same text.
        label = Text(text=catalogue.gettext("the same text as {outlet}", outlet=spoken_name(site, same)))
        pair = reading.pair_shown_for(article.id)
        yield TextLink(
            label=label, href=href(root, comparison_path(story.id, *pair) if pair else article_path(same.id))
        )

    if any(collation.base == article.id for collation in reading.edition.further):
        label = Text(text=catalogue.gettext("the story read from this copy"))
        yield TextLink(label=label, href=href(root, spine_path(story.id, article.id)))


def _completeness(site: Site, article: Article, shown: bool) -> str:
    """How much of it was saved; with the words by which that was seen, where they may be shown."""
    if article.completeness == "unknown":
        return ""
    catalogue = site.catalogue
    completeness = catalogue.gettext(_COMPLETENESS[article.completeness])
    if article.completeness_reason and shown:
        # Translators: {completeness} is "partial"; {reason} is what shows it.
        return catalogue.gettext(
            "{completeness}: {reason}", completeness=completeness, reason=article.completeness_reason
        )
    if not (article.break_off and shown):
        return completeness
    # Translators: {words} are the last words of a text, in quotation marks.
    return catalogue.gettext(
        "{completeness}: it breaks off at {words}",
        completeness=completeness,
        words=catalogue.quoted(article.break_off),
    )


def _facts(site: Site, article: Article, shown: bool) -> tuple[FactLine, ...]:
    language = site.frame.language
    credits = site.catalogue.in_series(credited_names(article, site.sources.get(article.source)))
    lines = [
        (marked("Published"), long_date(article.published, language) if article.published else "", "", "published"),
        (marked("Updated"), long_date(article.updated, language) if article.updated else "", "", "updated"),
        (marked("Author"), article.author, "", "author"),
        (marked("Editor"), article.editor, "", "editor"),
        (marked("Dateline"), article.dateline, "", "dateline"),
        (marked("Credits"), credits, "", "" if article.credit else "credits"),
        (marked("Completeness"), _completeness(site, article, shown), "", "completeness"),
        (marked("Language"), language_label(site, article.language), "", "language"),
        (marked("Page"), article.page, "", "page"),
        (marked("Original"), article.url, article.url, "url"),
        (marked("Archived copy"), article.archived, article.archived, "archived"),
        (marked("Captured"), long_date(article.captured, language) if article.captured else "", "", "captured"),
        (marked("Licence"), article.license, "", "license"),
    ]
    moments = {"published": article.published, "updated": article.updated, "captured": article.captured}
    inferred = {*article.inferred, "credits"}
    own = {"Author", "Editor", "Dateline", "Credits"}
    outlet = [_outlet(site, article.outlet, shown)] if article.outlet else []
    # Where nothing declares a day there is no feed: what has none is no news.
    tags = tuple(
        TextLink(label=Text(text=tag), href=href(site.frame.root, tag_feed_path(tag)) if article.dates else "")
        for tag in article.tags
    )
    return (
        *outlet,
        *(
            FactLine(
                label=site.catalogue.gettext(label),
                values=(
                    TextLink(
                        label=in_language(value, article.language if label in own else language, language), href=target
                    ),
                ),
                inferred=field in inferred,
                moment=moment.iso if (moment := moments.get(field)) else "",
            )
            for label, value, target, field in lines
            if value
        ),
        *([FactLine(label=site.catalogue.gettext("Tags"), values=tags, inferred=False)] if tags else []),
    )


def _outlet(site: Site, outlet: Outlet, shown: bool) -> FactLine:
    """The outlet that no source was declared for, with what named it; its words only where they may be shown."""
    catalogue = site.catalogue
    channel = catalogue.gettext(CHANNELS[outlet.channel])
    if shown or outlet.channel in OF_THE_PAGE:
        words = catalogue.quoted(outlet.phrase)
        # Translators: {channel} is where an outlet is named: "its dateline"; {words} are the words there, in quotes.
        said = catalogue.gettext("inferred from {channel}: {words}", channel=channel, words=words)
    else:
        said = catalogue.gettext("inferred from {channel}", channel=channel)
    name = replace(inferred_name(outlet.name, site.frame.language), mark="")
    return FactLine(
        label=catalogue.gettext("Outlet"), values=(TextLink(label=name, href=""),), inferred=True, note=said
    )


def _provenance(site: Site, article: Article) -> tuple[FactLine, ...]:
    catalogue = site.catalogue
    inferred = [catalogue.gettext(_FIELDS.get(field, field)) for field in article.inferred]
    lines = (
        (marked("File"), article.path),
        (marked("Size"), catalogue.ngettext("{count} byte", "{count} bytes", article.size)),
        ("SHA-256", article.digest),
        (_ENCODING, "" if article.encoding == "utf-8" else article.encoding),
        (marked("Inferred"), catalogue.listed(inferred) if inferred else catalogue.gettext("nothing")),
    )
    return tuple(
        FactLine(
            label=catalogue.gettext(label),
            values=(TextLink(label=Text(text=value), href=""),),
            inferred=label == _ENCODING,
        )
        for label, value in lines
        if value
    )
