"""Links to other stories of one topic: about the same people and places."""

from sitegen.model import Story
from sitegen.views.addresses import article_path, href, story_path
from sitegen.views.common import Site, in_language
from sitegen.views.pages import TextLink


def related_links(site: Site, story: Story) -> tuple[TextLink, ...]:
    """The related stories by their titles; one of a single article leads to that."""
    return tuple(
        TextLink(
            label=in_language(related.title, related.language or site.frame.language, site.frame.language),
            href=href(site.frame.root, article_path(related.article) if related.article else story_path(related.id)),
        )
        for related in story.related
    )
