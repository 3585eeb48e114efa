"""The search index of a site: files that the reader's browser fetches a few of, and no server.

Which pages are given to it, and what of them is searched (`data-pagefind-body`), is decided by `render`.
"""

import re
from collections.abc import Iterable
from urllib.parse import quote

from sitegen.diagnostics import Location, SitegenError, error
from sitegen.model import File
from sitegen.publish.index_order import in_order
from sitegen.publish.pagefind import PagefindError, new_index

_NEEDED = re.compile(
    r"pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|pagefind\.[^/]+\.pf_meta|wasm\.[^/]+\.pagefind"
    r"|(fragment|index|filter)/[^/]+"
)
"""What `import("/pagefind/pagefind.js")` can ask for. Pagefind also brings 460 KB of ready-made search boxes."""


def index_pages(pages: Iterable[File]) -> tuple[File, ...]:
    """The index of `pages`, below `pagefind/`, sorted; the same whatever the order of the pages.

    No pages make no index. Raises SitegenError [search-failed] when Pagefind cannot be run or refuses a page.
    """
    sorted_pages = sorted(pages, key=lambda page: page.path)
    if not sorted_pages:
        return ()
    try:
        with new_index() as index:
            for page in sorted_pages:
                index.add(_address(page.path), page.content.decode())
            files = in_order({path: content for path, content in index.files().items() if _NEEDED.fullmatch(path)})
    except (PagefindError, ValueError, KeyError) as failure:
        message = f"the search index could not be made: pagefind: {failure}"
        hint = "write `search = false` in site.toml to publish without a search page"
        raise SitegenError(error("search-failed", message, Location(path="site.toml"), hint=hint)) from failure
    return tuple(File(f"pagefind/{path}", files[path]) for path in sorted(files))


def _address(path: str) -> str:
    folder, slash, name = path.rpartition("/")
    return quote(f"/{folder}{slash}" if name == "index.html" else f"/{path}")
