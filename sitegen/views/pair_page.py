"""Lays two files out as a page that stands alone: the comparison's page without a site around it."""

from collections.abc import Mapping
from dataclasses import replace

from sitegen.changes.kinds import BY_NAME
from sitegen.config import Config
from sitegen.model import Article, ChangeKind, Comparison, Family, Source, Story
from sitegen.text.invisible import tamed
from sitegen.text.tokenized import Tokenized
from sitegen.views.common import Site, make_frame, outlet_name
from sitegen.views.comparison import comparison_view, pieces_of
from sitegen.views.lines import Reading
from sitegen.views.pages import AloneView, Figure, Frame, Text
from sitegen.views.rights import all_shown
from sitegen.views.summary import summary_of


def alone_view(
    comparison: Comparison,
    articles: tuple[Article, Article],
    texts: tuple[Tokenized, Tokenized],
    names: tuple[str, str],
    ignored: Mapping[ChangeKind, int],
    version: str,
) -> tuple[Frame, AloneView]:
    """The frame and the page. `names` are what the two files are called; `ignored` counts changes left out."""
    frame = make_frame(Config(title="sitegen compare"), css="", js="", icon="", version=version)
    # An article's outlet is named everywhere on the page; here it is its file.
    sources = {which: Source(id=which, name=name) for which, name in zip(("left", "right"), names, strict=True)}
    left, right = (replace(article, source=which) for article, which in zip(articles, sources, strict=True))
    story = Story(id="pair", title=left.title, families=(Family(base="", base_reason="", copies=(left.id, right.id)),))
    called = {article.id: Text(text=tamed(name)) for article, name in zip(articles, names, strict=True)}
    site = Site(config=Config(), frame=frame, sources=sources, names=called)
    reading = Reading(
        story=story,
        comparison=comparison,
        left=left,
        right=right,
        left_text=texts[0],
        right_text=texts[1],
        standing=None,
        position=1,
        of=1,
        previous=None,
        next=None,
        shown=all_shown(left, right),
    )
    view = comparison_view(site, reading, summary_of(comparison, texts, credited=None, shown=True))
    # Nobody said which of the two was first, nor that one was made of the other.
    # Translators: the heading of two files compared; {right} and {left} are their names.
    pattern = site.catalogue.pattern("{right} against {left}")
    heading = pieces_of(pattern, {"right": outlet_name(site, right), "left": outlet_name(site, left)})
    page = replace(
        view,
        head=replace(view.head, title="".join(piece.plain for piece in heading)),
        heading=heading,
        reference=(),
        left=replace(view.left, href=""),
        right=replace(view.right, href=""),
        figures=(*view.figures, *_ignored(site, ignored)),
    )
    files = tuple(
        site.catalogue.ngettext(
            "{name}: {count} byte, SHA-256 {digest}",
            "{name}: {count} bytes, SHA-256 {digest}",
            article.size,
            name=tamed(name),
            digest=article.digest,
        )
        for name, article in zip(names, articles, strict=True)
    )
    return frame, AloneView(comparison=page, files=files)


def _ignored(site: Site, ignored: Mapping[ChangeKind, int]) -> tuple[Figure, ...]:
    if not ignored:
        return ()
    catalogue = site.catalogue
    kinds = catalogue.listed([catalogue.gettext(BY_NAME[kind].tag) for kind in ignored])
    # Translators: stands below a number of changes; {kinds} are kinds of change.
    label = catalogue.gettext("ignored, as asked for, and not marked: {kinds}", kinds=kinds)
    return (Figure(value=catalogue.number(sum(ignored.values())), label=label),)
