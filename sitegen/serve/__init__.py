"""Shows a site while it is being worked on: on this machine only, built again and reloaded when a file changes.

Serves what the manifest of the last good build lists, looked up by address, and never makes a path from a request.
What building means, and where the private folder for it lies, is left to the caller. The script for reloading is
added to pages as they are sent; what `sitegen build` publishes has none.
"""

from sitegen.serve.board import ServedSite
from sitegen.serve.preview import serve
from sitegen.serve.reload import EVENTS, SCRIPT

__all__ = ["EVENTS", "SCRIPT", "ServedSite", "serve"]
