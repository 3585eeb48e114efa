"""The pages of a story: its text with what became of it, its copies in columns, its evidence, its further copies."""

from sitegen.views.stories.copies import base_first
from sitegen.views.stories.page import LISTED_COPIES, story_pages

__all__ = ["LISTED_COPIES", "base_first", "story_pages"]
