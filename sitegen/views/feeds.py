"""Lays out feeds from story summaries: of the site, of an outlet, of a tag, of one story.

Dates come from the content; nothing here knows today's. What declares no day has no entry, since a feed is a list of
what is new.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from sitegen.frozen import dataclass
from sitegen.model import UNKNOWN_SOURCE, ArticleSummary, Moment, Source, StorySummary
from sitegen.text.ids import collision_key
from sitegen.text.languages import short_date
from sitegen.views.addresses import SITE_FEED, absolute, source_feed_path, source_path, story_feed_path, tag_feed_path
from sitegen.views.common import Site, source_name
from sitegen.views.names import inferred_name
from sitegen.views.order import stories_in_order
from sitegen.views.outlets import by_source
from sitegen.views.pages import FeedEntry, FeedView, Text, TextLink

_ENTRIES = 100
"""Of a feed, the newest: readers ask for a feed each hour, and one of this length has some 15 kB when compressed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedFeed:
    """A feed of the whole site that is laid out when it is asked for."""

    path: str
    stories: Sequence[StorySummary]
    """All that it depends on, besides the settings and the sources."""
    in_json: bool = True
    """Whether it is written as JSON too; of a tag, of which there may be thousands, not."""
    make: Callable[[], FeedView]


@dataclass(frozen=True, slots=True)
class _DatedCopy:
    """A copy that declares a day, with its story."""

    article: ArticleSummary
    story: StorySummary

    @property
    def newest(self) -> tuple[str, str]:
        """Sorts copies by the newest day they declare."""
        return self.article.dates[-1].order


def planned_feeds(site: Site, stories: Sequence[StorySummary]) -> Iterator[PlannedFeed]:
    """The feeds of the whole site: its own, and one for each outlet and tag of which something declares a day."""
    yield PlannedFeed(path=SITE_FEED, stories=stories, make=partial(_site_feed, site, stories))
    for source, articles in sorted(by_source(stories).items()):
        copies = [_DatedCopy(article, story) for article, story in articles if article.dates]
        if copies:
            outlet = site.sources.get(source, UNKNOWN_SOURCE)
            yield PlannedFeed(
                path=source_feed_path(source),
                stories=_stories_of(copies),
                make=partial(_outlet_feed, site, outlet, copies),
            )
    for path, (tag, copies) in sorted(_by_tag(stories).items()):
        make = partial(_tag_feed, site, path, tag, copies)
        yield PlannedFeed(path=path, stories=_stories_of(copies), in_json=False, make=make)


def story_feed(site: Site, story: StorySummary) -> FeedView | None:
    """The feed of one story, an entry a copy; None where none of them declares a day."""
    copies = _newest_first(_dated([story]))
    if not copies:
        return None
    return _feed(
        site,
        path=story_feed_path(story.id),
        page=story.url,
        name=story.title,
        title=f"{story.title} · {site.frame.title}",
        subtitle=story.finding,
        newest=copies,
        entries=(_copy_entry(site, copy) for copy in copies[:_ENTRIES]),
    )


def has_feed(articles: Iterable[ArticleSummary]) -> bool:
    """Whether there is a feed of these articles."""
    return any(article.dates for article in articles)


def _site_feed(site: Site, stories: Sequence[StorySummary]) -> FeedView:
    """A story with its first copy is one entry, each later copy another; stories in which text was shared lead."""
    entries: list[FeedEntry] = []
    for story in stories_in_order(stories):
        if len(entries) >= _ENTRIES:
            break
        copies = _newest_first(_dated([story]))
        if copies:
            first = min(copies, key=lambda copy: (copy.article.dates[0].order, copy.article.id))
            entries.append(_story_entry(site, story, first, copies[0]))
            entries += [_copy_entry(site, copy) for copy in copies if copy is not first]
    return _feed(
        site,
        path=SITE_FEED,
        page="",
        name=site.frame.title,
        title=site.frame.title,
        subtitle=site.frame.description,
        newest=_dated(stories),
        entries=entries[:_ENTRIES],
    )


def _outlet_feed(site: Site, source: Source, copies: Sequence[_DatedCopy]) -> FeedView:
    catalogue, name = site.catalogue, source_name(site, source).text
    ordered = _newest_first(copies)
    return _feed(
        site,
        path=source_feed_path(source.id),
        page=source_path(source.id),
        name=name,
        title=f"{catalogue.isolated(name)} · {site.frame.title}",
        subtitle=catalogue.gettext(
            "Articles of {outlet} in this archive, each with what was found about it.", outlet=catalogue.isolated(name)
        ),
        newest=ordered,
        entries=(_copy_entry(site, copy) for copy in ordered[:_ENTRIES]),
    )


def _tag_feed(site: Site, path: str, tag: str, copies: Sequence[_DatedCopy]) -> FeedView:
    catalogue = site.catalogue
    ordered = _newest_first(copies)
    return _feed(
        site,
        path=path,
        page="",
        name=site.frame.title,
        title=f"{catalogue.isolated(tag)} · {site.frame.title}",
        subtitle=catalogue.gettext(
            "Articles with the tag {tag}, each with what was found about it.", tag=catalogue.quoted(tag)
        ),
        newest=ordered,
        entries=(_copy_entry(site, copy) for copy in ordered[:_ENTRIES]),
    )


def _feed(
    site: Site,
    *,
    path: str,
    page: str,
    name: str,
    title: str,
    subtitle: str,
    newest: Sequence[_DatedCopy],
    entries: Iterable[FeedEntry],
) -> FeedView:
    return FeedView(
        path=path,
        title=title,
        subtitle=subtitle,
        page=TextLink(label=Text(text=name), href=absolute(site.frame.home, page)),
        about=site.catalogue.gettext(
            "This is a feed. Give its address to a feed reader, and it tells you what is new here."
        ),
        updated=max((_newest_day(copy.story, copy) for copy in newest), key=lambda moment: moment.order, default=None),
        entries=tuple(entries),
    )


def _story_entry(site: Site, story: StorySummary, first: _DatedCopy, newest: _DatedCopy) -> FeedEntry:
    alone = len(story.articles) == 1
    address = absolute(site.frame.home, story.url)
    label = site.catalogue.gettext("Read the article") if alone else site.catalogue.gettext("Read the story")
    return FeedEntry(
        address=address,
        title=story.title,
        language=story.articles[0].language if alone else site.editor_language,
        published=first.article.dates[0],
        updated=_newest_day(story, newest),
        when=short_date(first.article.dates[0], site.frame.language),
        finding=story.finding,
        links=(TextLink(label=Text(text=label), href=address),),
        tags=tuple(sorted({tag for article in story.articles for tag in article.tags})),
    )


def _copy_entry(site: Site, copy: _DatedCopy) -> FeedEntry:
    catalogue, article, story = site.catalogue, copy.article, copy.story
    home = site.frame.home
    targets = [(catalogue.gettext("Read the article"), article.url)]
    if article.comparison:
        targets.append((catalogue.gettext("Read the comparison"), article.comparison))
    if story.url != article.url:
        targets.append((catalogue.gettext("Read the story"), story.url))
    outlet = _outlet(site, article)
    return FeedEntry(
        address=absolute(home, article.url),
        # Translators: an outlet and its headline.
        title=catalogue.gettext("{outlet}: {headline}", outlet=outlet, headline=article.title)
        if outlet
        else article.title,
        language=article.language,
        published=article.dates[0],
        updated=article.dates[-1],
        when=short_date(article.dates[0], site.frame.language),
        finding=_finding(site, article, story),
        links=tuple(TextLink(label=Text(text=label), href=absolute(home, path)) for label, path in targets),
        tags=article.tags,
    )


def _finding(site: Site, article: ArticleSummary, story: StorySummary) -> str:
    """What was found about a copy beside the one it is read against; else about its story."""
    other = next((member for member in story.articles if member.id == article.against), None)
    if not article.lead or other is None:
        return story.finding
    catalogue = site.catalogue
    # Translators: {outlet} is an outlet or, in quotation marks, a headline; {summary} is how another copy differs.
    return catalogue.gettext(
        "Compared with {outlet}: {summary}",
        outlet=catalogue.isolated(_outlet(site, other)) if _outlet(site, other) else catalogue.quoted(other.title),
        summary=article.lead,
    )


def _newest_day(story: StorySummary, newest: _DatedCopy) -> Moment:
    """Of a copy, or of an edition of the archive that changed its story."""
    moments = filter(None, (newest.article.dates[-1], story.edition))
    return max(moments, key=lambda moment: moment.order)


def _outlet(site: Site, article: ArticleSummary) -> str:
    """What the outlet of a copy is called; empty where nobody knows it."""
    if article.source in site.sources:
        return site.sources[article.source].name
    return inferred_name(article.outlet, site.frame.language).plain if article.outlet else ""


def _dated(stories: Iterable[StorySummary]) -> list[_DatedCopy]:
    return [_DatedCopy(article, story) for story in stories for article in story.articles if article.dates]


def _newest_first(copies: Iterable[_DatedCopy]) -> list[_DatedCopy]:
    ordered = sorted(copies, key=lambda copy: copy.article.id)
    return sorted(ordered, key=lambda copy: copy.newest, reverse=True)


def _stories_of(copies: Iterable[_DatedCopy]) -> list[StorySummary]:
    return list({copy.story.id: copy.story for copy in copies}.values())


def _by_tag(stories: Iterable[StorySummary]) -> dict[str, tuple[str, list[_DatedCopy]]]:
    """The copies of each tag by the path of its feed; tags whose paths are one on some host are one."""
    copies_of: dict[str, list[_DatedCopy]] = {}
    for copy in sorted(_dated(stories), key=lambda copy: copy.article.id):
        for tag in copy.article.tags:
            copies_of.setdefault(tag, []).append(copy)
    paths: dict[str, str] = {}
    tagged: dict[str, tuple[str, dict[str, _DatedCopy]]] = {}
    for tag in sorted(copies_of):
        path = paths.setdefault(collision_key(tag_feed_path(tag)), tag_feed_path(tag))
        tagged.setdefault(path, (tag, {}))[1].update({copy.article.id: copy for copy in copies_of[tag]})
    return {path: (tag, list(copies.values())) for path, (tag, copies) in tagged.items()}
