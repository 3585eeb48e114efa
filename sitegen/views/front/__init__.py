"""Ways into an archive, from story summaries alone: lists of all titles, and what leads on the home page."""

from sitegen.views.front.leading import front_parts
from sitegen.views.front.titles import title_pages

__all__ = ["front_parts", "title_pages"]
