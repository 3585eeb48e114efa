"""Says what an article is beside a member of its story: a part of a series, a digest. One sentence each."""

from collections.abc import Iterator

from sitegen.model import Cadence, Story
from sitegen.text.catalogues import counted
from sitegen.views.common import Site, outlet_name
from sitegen.views.story_reading import StoryReading

_SERIES: dict[Cadence, tuple[str, str]] = {
    "daily": counted(
        "Part of a daily series, of which this archive holds {count} part.",
        "Part of a daily series, of which this archive holds {count} parts.",
    ),
    "weekly": counted(
        "Part of a weekly series, of which this archive holds {count} part.",
        "Part of a weekly series, of which this archive holds {count} parts.",
    ),
    "monthly": counted(
        "Part of a monthly series, of which this archive holds {count} part.",
        "Part of a monthly series, of which this archive holds {count} parts.",
    ),
    "regular": counted(
        "Part of a series, of which this archive holds {count} part.",
        "Part of a series, of which this archive holds {count} parts.",
    ),
}


def article_notes(site: Site, story: Story, article: str) -> Iterator[str]:
    """What is to be said of an article of a story; nothing of most."""
    catalogue = site.catalogue
    for part in story.parts:
        if part.article == article:
            yield catalogue.ngettext(*_SERIES[part.cadence], part.parts)
    for digest in story.digests:
        if digest.article == article:
            # Translators: an article that brings together reports of several stories, such as news in brief.
            yield catalogue.ngettext(
                "It takes from reports of {count} story and is a copy of none of them.",
                "It takes from reports of {count} stories and is a copy of none of them.",
                digest.stories,
            )


def story_notes(site: Site, reading: StoryReading) -> Iterator[str]:
    """The same for all articles of a story, each sentence with its outlet where there are several articles."""
    catalogue = site.catalogue
    alone = len(reading.story.articles) == 1
    for article in reading.story.articles:
        for sentence in article_notes(site, reading.story, article):
            outlet = catalogue.isolated(outlet_name(site, reading.articles[article]).text)
            yield sentence if alone else catalogue.gettext("{outlet}: {summary}", outlet=outlet, summary=sentence)
