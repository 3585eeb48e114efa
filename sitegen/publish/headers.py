"""What a host should say of a file: its type, and how long it may be kept. Some stores know neither by themselves."""

from sitegen.frozen import dataclass

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".xml": "application/xml",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".sqlite": "application/vnd.sqlite3",
}
_OTHER = "application/octet-stream"
_FOR_EVER = "public, max-age=31536000, immutable"
_ASK_AGAIN = "public, max-age=0, must-revalidate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Headers:
    """Two headers of HTTP."""

    content_type: str
    cache_control: str


def headers_of(path: str) -> Headers:
    """Those of a published file."""
    name = path.rpartition("/")[2]
    suffix = name[name.rfind(".") :] if "." in name else ""
    types = {**_TYPES, ".xml": "application/atom+xml; charset=utf-8"} if name == "feed.xml" else _TYPES
    return Headers(
        content_type=types.get(suffix, _OTHER),
        cache_control=_FOR_EVER if named_by_digest(path) else _ASK_AGAIN,
    )


def named_by_digest(path: str) -> bool:
    """Whether other bytes would have another name, so that pages of two generations do not get in each other's way."""
    return path.startswith(("assets/", "search/index/"))
