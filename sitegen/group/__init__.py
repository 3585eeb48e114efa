"""Who belongs together: links with evidence, families that share text, stories. Never touches the file system."""

from sitegen.group.links import find_links
from sitegen.group.stories import Grouped, group_articles

__all__ = ["Grouped", "find_links", "group_articles"]
