"""Finds links of a built site that lead nowhere. Knows nothing of sitegen: any folder of HTML will do.

python -m benchmarks.links FOLDER [--root /]
"""

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

_ADDRESSES = ("href", "src", "action", "poster", "data")
"""Attributes that hold an address."""
_ANY_HOST = "http://host.invalid"
"""Stands for the site's own host when only its path is known (RFC 2606 keeps the name unused)."""


@dataclass(slots=True)
class _Read:
    """What a page links to and what can be linked to in it."""

    links: set[str] = field(default_factory=set)
    anchors: set[str] = field(default_factory=set)


class _Reader(HTMLParser):
    """Collects addresses and ids."""

    def __init__(self) -> None:
        super().__init__()
        self.read = _Read()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Also called for tags that close themselves."""
        for name, value in attrs:
            if name in _ADDRESSES and value is not None:
                self.read.links.add(value.strip())
            elif value and (name == "id" or (name == "name" and tag == "a")):
                self.read.anchors.add(value)


def broken_links(folder: Path, root: str) -> list[str]:
    """`page: link: what is wrong` for each internal link of an HTML page in `folder`, sorted. Empty when all is well.

    `root` is the site's path on its host (`/`, `/repo/`), or its whole address; then absolute links to it are
    checked too. Every page, style sheet, script or picture must be a file of the site, and a fragment an id in it.
    Links to other hosts are not followed. Raises OSError when the folder cannot be read.
    """
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    pages = {path: _read(folder / path) for path in sorted(files) if path.endswith((".html", ".htm"))}
    home = root if urlsplit(root).scheme else _ANY_HOST + root
    return sorted(_broken(pages, files, home))


def _read(page: Path) -> _Read:
    reader = _Reader()
    reader.feed(page.read_text("utf-8"))
    reader.close()
    return reader.read


def _broken(pages: dict[str, _Read], files: set[str], home: str) -> Iterator[str]:
    for path, page in pages.items():
        for link in page.links:
            if problem := _problem(urljoin(home + path.removesuffix("index.html"), link), home, pages, files):
                yield f"{path}: {link}: {problem}"


def _problem(address: str, home: str, pages: dict[str, _Read], files: set[str]) -> str:
    """What is wrong with an absolute address; empty when it is right or not ours."""
    there, ours = urlsplit(address), urlsplit(home)
    if (there.scheme, there.netloc) != (ours.scheme, ours.netloc):
        return ""
    if not there.path.startswith(ours.path):
        return "leads out of the site"
    path = unquote(there.path[len(ours.path) :])
    file = f"{path}index.html" if not path or path.endswith("/") else path
    if file not in files:
        return "no slash at the end" if f"{file}/index.html" in files else "no such file"
    fragment = unquote(there.fragment)
    if fragment and fragment != "top" and file in pages and fragment not in pages[file].anchors:
        return "no such id in that page"
    return ""


def _told(problems: Iterable[str], most: int = 200) -> Iterator[str]:
    for number, problem in enumerate(problems):
        if number == most:
            yield "..."
            return
        yield problem


def main() -> None:
    """The command; exit code 1 when a link is broken."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.links", description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--root", default="/", help="the site's path on its host, or its whole address")
    given = parser.parse_args()
    problems = broken_links(given.folder, given.root)
    print("\n".join([*_told(problems), f"{len(problems)} broken links"]))
    raise SystemExit(1 if problems else 0)


if __name__ == "__main__":
    main()
