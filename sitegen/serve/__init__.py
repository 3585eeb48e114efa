"""Shows a site while it is being worked on: on this machine only, built again and reloaded when a file changes.

The desk, where an editor decides about imported pages, is part of it; what its pages are is left to the caller too.
Serves what the manifest of the last good build lists, looked up by address, and never makes a path from a request.
What building means, and where the private folder for it lies, is left to the caller. The script for reloading is
added to pages as they are sent; what `sitegen build` publishes has none.
"""

from sitegen.serve.board import ServedSite
from sitegen.serve.building import STYLEGUIDE, Styleguide
from sitegen.serve.desk import DESK, DeskAnswer, DeskSite
from sitegen.serve.preview import serve
from sitegen.serve.reload import EVENTS, SCRIPT

__all__ = ["DESK", "EVENTS", "SCRIPT", "STYLEGUIDE", "DeskAnswer", "DeskSite", "ServedSite", "Styleguide", "serve"]
