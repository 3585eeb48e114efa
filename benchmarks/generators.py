"""Other static site generators on the same articles as plain pages, told as JSON: nothing is compared or indexed.

    python -m benchmarks.generators prepare NAME FIRST FOLDER
    python -m benchmarks.generators build NAME FIRST FOLDER

The first writes the first articles into FOLDER as NAME wants them and tells whether NAME is installed. The second lets
NAME build them twice: into an empty output, and again with nothing changed; it prints CPU seconds of both and the peak
memory. Two processes, because what one holds when it starts another counts as that one's memory. Each peer has the
smallest theme that shows title, outlet, date and text, and nothing switched on beside it.
"""

import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.copies import archive
from benchmarks.unpack import Scraped, quoted

Articles = Iterable[tuple[str, Scraped]]
"""Each with a name that no other has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Generator:
    """A peer."""

    program: str
    prepare: Callable[[Articles, Path], None]
    arguments: Sequence[str]


def _hugo(articles: Articles, folder: Path) -> None:
    _write(
        folder / "hugo.toml",
        'baseURL = "https://archive.example/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n',
    )
    _write(folder / "layouts/_default/single.html", "<h1>{{ .Title }}</h1><p>{{ .Params.outlet }}</p>{{ .Content }}")
    _write(
        folder / "layouts/_default/list.html", "{{ range .Pages }}<a href={{ .RelPermalink }}>{{ .Title }}</a>{{ end }}"
    )
    _write(
        folder / "layouts/index.html",
        "{{ range site.RegularPages }}<a href={{ .RelPermalink }}>{{ .Title }}</a>{{ end }}",
    )
    for name, one in articles:
        head = f"---\ntitle: {quoted(one.title)}\noutlet: {quoted(one.outlet)}\n---\n"
        _write(folder / f"content/{name}.md", head + _text(one))


def _pelican(articles: Articles, folder: Path) -> None:
    none = "FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None\n"
    _write(folder / "conf.py", f'SITENAME = "x"\nTIMEZONE = "UTC"\nTHEME = "simple"\nCACHE_CONTENT = True\n{none}')
    for name, one in articles:
        title = " ".join(one.title.split()) or name
        _write(folder / f"content/{name}.md", f"Title: {title}\nDate: 2031-01-01\nSlug: {name}\n\n{_text(one)}")


def _mkdocs(articles: Articles, folder: Path) -> None:
    _write(folder / "mkdocs.yml", "site_name: x\nplugins: []\ntheme:\n  name: null\n  custom_dir: theme\n")
    _write(folder / "theme/main.html", "<h1>{{ page.title }}</h1>{{ page.content }}")
    for name, one in articles:
        _write(folder / f"docs/{name}.md", f"# {' '.join(one.title.split())}\n\n{_text(one)}")


def _eleventy(articles: Articles, folder: Path) -> None:
    _write(folder / "_includes/page.njk", "<h1>{{ title }}</h1>{{ content | safe }}")
    for name, one in articles:
        _write(folder / f"{name}.md", f"---\nlayout: page.njk\ntitle: {quoted(one.title)}\n---\n{_text(one)}")


PEERS = {
    "hugo": Generator(program="hugo", prepare=_hugo, arguments=("--quiet", "--destination", "out")),
    "pelican": Generator(
        program="pelican", prepare=_pelican, arguments=("content", "-s", "conf.py", "-o", "out", "-q")
    ),
    "mkdocs": Generator(program="mkdocs", prepare=_mkdocs, arguments=("build", "--quiet", "--site-dir", "out")),
    "eleventy": Generator(program="eleventy", prepare=_eleventy, arguments=("--quiet", "--output=out")),
}


def main() -> None:
    """The command."""
    step, name, first, folder = sys.argv[1], sys.argv[2], int(sys.argv[3]), Path(sys.argv[4])
    peer = PEERS[name]
    program = shutil.which(peer.program, path=os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
    if step == "prepare":
        if program:
            peer.prepare(((f"a{number}", one) for number, one in enumerate(archive(first))), folder)
        print(json.dumps(program is not None))
        return
    if program is None:
        raise SystemExit(f"{name} is not installed")
    runs = [_seconds([program, *peer.arguments], folder) for _ in range(2)]
    pages = sum(1 for _ in (folder / "out").rglob("*.html"))
    if pages < first:
        raise SystemExit(f"{name} made {pages} pages of {first}")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    print(json.dumps({"clean": runs[0], "again": runs[1], "peak": peak}))


def _seconds(command: list[str], folder: Path) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _text(one: Scraped) -> str:
    """A paragraph a line, and no marks that templates or Markdown would take for theirs."""
    plain = one.text.translate(str.maketrans(dict.fromkeys("{}[]<>`*_#%\\|", " ")))
    return "\n\n".join(line.strip() for line in plain.splitlines() if line.strip()) + "\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", errors="replace")


if __name__ == "__main__":
    main()
