"""Who belongs together: links with evidence, families that share text, stories. Never touches the file system."""

from sitegen.group.links import find_links
from sitegen.group.stories import Evidence, Grouped, group_articles, grouped_by, weigh
from sitegen.group.why import explain

__all__ = ["Evidence", "Grouped", "explain", "find_links", "group_articles", "grouped_by", "weigh"]
