"""Lays two files out as a page that stands alone: the comparison's page without a site around it."""

from collections.abc import Mapping
from dataclasses import replace

from sitegen.changes.kinds import BY_NAME
from sitegen.config import Config
from sitegen.edition import StoryEdition, TranslationCheck
from sitegen.model import Article, ChangeKind, Comparison, Family, Independence, Source, Story
from sitegen.text.invisible import tamed
from sitegen.text.tokenized import Tokenized
from sitegen.views.common import Site, make_frame, outlet_name
from sitegen.views.comparison import comparison_view, pieces_of
from sitegen.views.lines import Reading
from sitegen.views.pages import AloneView, Figure, Frame, Text, TextLink
from sitegen.views.rights import all_shown
from sitegen.views.stories.aligned import aligned_view
from sitegen.views.story_reading import StoryReading
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
    frame, site, story, (left, right) = _surroundings(articles, names, version)
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
    return frame, AloneView(comparison=page, aligned=None, files=_files(site, articles, names))


def aligned_alone_view(
    check: TranslationCheck,
    articles: tuple[Article, Article],
    texts: tuple[Tokenized, Tokenized],
    names: tuple[str, str],
    found: str,
    version: str,
) -> tuple[Frame, AloneView]:
    """The same of two texts in two languages, beside each other; `found` says what was found of them."""
    frame, site, story, (left, right) = _surroundings(articles, names, version)
    by_id = {left.id: left, right.id: right}
    reading = StoryReading(
        story=story,
        articles=by_id,
        texts=dict(zip(by_id, texts, strict=True)),
        comparisons=(),
        summaries={},
        standings={},
        edges={},
        histories={},
        foreign=frozenset(by_id),
        independence=Independence(texts=0, agencies=0, translated=0, in_doubt=2),
        shown=all_shown(left, right),
        edition=StoryEdition(translations=(check,)),
    )
    title = f"{tamed(names[1])} beside {tamed(names[0])}"
    nowhere = TextLink(label=Text(text=""), href="")
    view = aligned_view(site, reading, check, nowhere, title, (found,), "")
    columns = [replace(column, article=replace(column.article, href="")) for column in (view.left, view.right)]
    view = replace(view, left=columns[0], right=columns[1])
    return frame, AloneView(comparison=None, aligned=view, files=_files(site, articles, names))


def _surroundings(
    articles: tuple[Article, Article], names: tuple[str, str], version: str
) -> tuple[Frame, Site, Story, tuple[Article, Article]]:
    """A site and a story of two files. An article's outlet is named everywhere on the page; here it is its file."""
    frame = make_frame(Config(title="sitegen compare"), css="", js="", icon="", version=version)
    sources = {which: Source(id=which, name=name) for which, name in zip(("left", "right"), names, strict=True)}
    left, right = (replace(article, source=which) for article, which in zip(articles, sources, strict=True))
    story = Story(id="pair", title=left.title, families=(Family(base="", base_reason="", copies=(left.id, right.id)),))
    called = {article.id: Text(text=tamed(name)) for article, name in zip(articles, names, strict=True)}
    return frame, Site(config=Config(), frame=frame, sources=sources, names=called), story, (left, right)


def _files(site: Site, articles: tuple[Article, Article], names: tuple[str, str]) -> tuple[str, ...]:
    """Each file by its name, with its size and digest."""
    return tuple(
        site.catalogue.ngettext(
            "{name}: {count} byte, SHA-256 {digest}",
            "{name}: {count} bytes, SHA-256 {digest}",
            article.size,
            name=tamed(name),
            digest=article.digest,
        )
        for name, article in zip(names, articles, strict=True)
    )


def _ignored(site: Site, ignored: Mapping[ChangeKind, int]) -> tuple[Figure, ...]:
    if not ignored:
        return ()
    catalogue = site.catalogue
    kinds = catalogue.listed([catalogue.gettext(BY_NAME[kind].tag) for kind in ignored])
    # Translators: stands below a number of changes; {kinds} are kinds of change.
    label = catalogue.gettext("ignored, as asked for, and not marked: {kinds}", kinds=kinds)
    return (Figure(value=catalogue.number(sum(ignored.values())), label=label),)
