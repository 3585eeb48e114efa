"""The script that reloads a page after a build, what puts it into the page, and what it is told.

Makes bytes only; sending them is left to `handler`, and when there is something to tell to `board`.
"""

import json

from sitegen.serve.board import ServedSite

SCRIPT = "/.sitegen/reload.js"
EVENTS = "/.sitegen/events"
"""Reserved addresses, in front of whatever root the site has."""

RELOAD = """\
"use strict";
(() => {
  const shown = document.currentScript.dataset.build;
  const panel = document.createElement("pre");
  panel.id = "sitegen-problems";
  panel.setAttribute("role", "alert");
  panel.style.cssText = "position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;margin:0;padding:1rem;" +
    "background:#300;color:#fff;font:14px/1.5 monospace;white-space:pre-wrap;z-index:2147483647;text-align:left";
  panel.dir = "ltr";
  new EventSource("/.sitegen/events").onmessage = (event) => {
    const state = JSON.parse(event.data);
    panel.textContent = ["the last build failed; what you see is older", ...state.problems].join("\\n\\n");
    if (state.problems.length) document.body.append(panel);
    else if (state.build !== shown) location.reload();
    else panel.remove();
  };
})();
"""


def with_script(page: bytes, build: str) -> bytes:
    """The page with the script for reloading: a file of its own, as the page's policy allows no other."""
    script = f'<script src="{SCRIPT}" data-build="{build}" defer></script>'.encode()
    body, end, rest = page.rpartition(b"</body>")
    return body + script + end + rest if end else page + script


def event(site: ServedSite) -> bytes:
    return f"data: {json.dumps({'build': site.build, 'problems': site.problems})}\n\n".encode()
