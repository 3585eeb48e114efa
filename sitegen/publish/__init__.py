"""Puts a site in place, whole or not at all, and tells later whether it is still what was put there.

Knows files and folders. What a page holds, and which pages there are, is left to `render` and `build`.
"""

from sitegen.publish.destination import Destination
from sitegen.publish.destination import destination as open_destination
from sitegen.publish.generation import Generation, Published, open_generation
from sitegen.publish.manifest import Entry
from sitegen.publish.output import check_output
from sitegen.publish.over_http import verify_address
from sitegen.publish.previous import put_back
from sitegen.publish.search import index_pages
from sitegen.publish.switch import Switching
from sitegen.publish.transfer import Plan, plan_upload, upload
from sitegen.publish.verify import Verification, verify_folder

__all__ = [
    "Destination",
    "Entry",
    "Generation",
    "Plan",
    "Published",
    "Switching",
    "Verification",
    "check_output",
    "index_pages",
    "open_destination",
    "open_generation",
    "plan_upload",
    "put_back",
    "upload",
    "verify_address",
    "verify_folder",
]
