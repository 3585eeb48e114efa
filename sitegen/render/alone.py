"""Renders a comparison of two files as one page that needs nothing else: style and script inside, no request made.

Its policy names the two by their digests, so that nothing else in the page could run, and allows no address at all.
"""

import base64
import hashlib

from sitegen.model import File
from sitegen.render.assets import Theme
from sitegen.render.environment import render_template
from sitegen.views.pages import AloneView, Frame

_POLICY = (
    "default-src 'none'; style-src '{style}'; script-src '{script}'; img-src data:; base-uri 'none'; form-action 'none'"
)


def render_alone(theme: Theme, frame: Frame, view: AloneView) -> bytes:
    """The page. The theme's scripts must hold what the page needs and nothing that loads more.

    Raises ValueError where an asset would end its own element.
    """
    style, script = _inside(theme.css), _inside(theme.js)
    policy = _POLICY.format(style=_digest(style), script=_digest(script))
    context = {"site": frame, "page": view, "style": style, "script": script, "policy": policy}
    return render_template(theme, frame.language, "alone.html", context).encode("utf-8", "replace")


def _inside(asset: File) -> str:
    """The asset as it stands in its element: between line feeds."""
    text = asset.content.decode("utf-8")
    if any(end in text.lower() for end in ("</style", "</script", "<!--")):
        raise ValueError(f"{asset.path} holds what would end its element, so it cannot stand inside a page")
    return f"\n{text}"


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
