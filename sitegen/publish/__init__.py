"""Puts a site in place, whole or not at all, and tells later whether it is still what was put there.

Knows files and folders. What a page holds, and which pages there are, is left to `render` and `build`. What asks the
network (`over_http.py`) or seeks withheld words (`leaks.py`) is imported by whoever does that: no build does.
"""

from sitegen.publish.destination import Destination
from sitegen.publish.destination import destination as open_destination
from sitegen.publish.destinations import kept_beside, note_destination, still_public
from sitegen.publish.generation import Generation, Published, open_generation
from sitegen.publish.manifest import Entry, Manifest, manifest_or_none
from sitegen.publish.output import check_output
from sitegen.publish.previous import put_back
from sitegen.publish.site import PublishedSite
from sitegen.publish.switch import Switching, previous_of
from sitegen.publish.transfer import Plan, plan_upload, upload
from sitegen.publish.verify import Verification, verify_folder
from sitegen.publish.withheld import Showing

__all__ = [
    "Destination",
    "Entry",
    "Generation",
    "Manifest",
    "Plan",
    "Published",
    "PublishedSite",
    "Showing",
    "Switching",
    "Verification",
    "check_output",
    "kept_beside",
    "manifest_or_none",
    "note_destination",
    "open_destination",
    "open_generation",
    "plan_upload",
    "previous_of",
    "put_back",
    "still_public",
    "upload",
    "verify_folder",
]
