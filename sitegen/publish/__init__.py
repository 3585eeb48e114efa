"""Puts a site in place, whole or not at all, and tells later whether it is still what was put there.

Knows files and folders. What a page holds, and which pages there are, is left to `render` and `build`.
"""

from sitegen.publish.generation import Generation, Published, open_generation
from sitegen.publish.manifest import Entry
from sitegen.publish.output import check_output
from sitegen.publish.search import index_pages
from sitegen.publish.verify import Verification, verify_folder

__all__ = [
    "Entry",
    "Generation",
    "Published",
    "Verification",
    "check_output",
    "index_pages",
    "open_generation",
    "verify_folder",
]
