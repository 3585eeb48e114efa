"""The parts of the bench that read the files of sites: the HTML checker, weights, leftovers of English, links."""

import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator

from benchmarks.links import broken_links
from benchmarks.site import markup
from benchmarks.site.bad_input import archive
from benchmarks.site.bench import Bench
from benchmarks.site.pages import KINDS, LANGUAGES, SAMPLE, build_archive, file_of
from benchmarks.site.weights import Weight, gzipped, weights
from benchmarks.targets import Target, at_most
from benchmarks.unpack import NEWS, unpack
from tests.browser.conftest import write

MOST_COPIES = 200


def checked_markup(bench: Bench) -> Iterator[Target]:
    """Every page and style sheet of the sample, and one page of each kind in the other languages."""
    if missing := markup.missing_checker():
        yield Target("Nu HTML checker", "0 / 0", missing, False)
        return
    site = bench.sample()
    files = [path for path in sorted(site.rglob("*")) if path.suffix in (".html", ".css")]
    files += [bench.sample(language) / file_of(path) for language in LANGUAGES[1:] for path in KINDS.values()]
    all_mistakes = markup.mistakes_of(files, site)
    # The archive is in English: the checker takes pages of another interface for English ones.
    mistakes = [one for one in markup.without_kept(all_mistakes) if "appears to be written in" not in one.message]
    for mistake in mistakes:
        print(f"nu: {mistake}", file=sys.stderr)
    errors = sum(mistake.kind == "error" for mistake in mistakes)
    kept = f"{len(markup.KEPT)} kinds of message kept"
    got = f"{errors} / {len(mistakes) - errors}, {kept}"
    yield Target(f"Nu, {len(files)} files: errors / warnings", "0 / 0", got, not mistakes)


def heaviest(what: str, pages: list[Weight], most_bytes: int, most_elements: int) -> Iterator[Target]:
    """The two figures of the heaviest pages."""
    by_bytes = max(pages, key=lambda page: page.bytes)
    by_elements = max(pages, key=lambda page: page.elements)
    yield at_most(f"{what}, kB", by_bytes.bytes / 1000, most_bytes / 1000, told=f" {by_bytes.path}", digits=1)
    yield at_most(f"{what}, elements", by_elements.elements, most_elements, told=f" {by_elements.path}", digits=0)


def weighed(bench: Bench) -> Iterator[Target]:
    """The sample, the hostile set, and one story of very many copies."""
    pages = list(weights(bench.sample()))
    yield from heaviest("heaviest page of the sample", pages, 25_000, 1_400)
    compared = [page for page in pages if "--" in page.path]
    for what, wanted, choose in (("median", (8, 600), statistics.median), ("worst", (10, 800), max)):
        figures = [choose([getattr(page, name) for page in compared]) for name in ("bytes", "elements")]
        yield at_most(f"comparison, {what}, kB", float(figures[0]) / 1000, wanted[0], digits=1)
        yield at_most(f"comparison, {what}, elements", float(figures[1]), wanted[1], digits=0)
    hostile = build_archive(write(bench.folder / "hostile" / "content", archive()), bench.folder / "hostile" / "site")
    pages = [*weights(hostile), *weights(bench.copies(MOST_COPIES))]
    yield from heaviest("heaviest page of the hostile set", pages, 25_000, 1_400)


def real(bench: Bench) -> Iterator[Target]:
    """Real articles, with their own copies."""
    if not NEWS.is_file():
        yield Target("real articles", "<= 25 kB", "the shared data folder is not beside this checkout", False)
        return
    content = bench.folder / "real" / "content"
    content.parent.mkdir()
    unpack(content, bench.articles)
    print(f"building {bench.articles} real articles", file=sys.stderr)
    pages = list(weights(build_archive(content, bench.folder / "real" / "site")))
    yield from heaviest(f"heaviest page of {bench.articles:,} real articles", pages, 25_000, 1_400)


def assets(bench: Bench) -> Iterator[Target]:
    """The one style sheet and the one script of a page; the search has a script of its own."""
    folder = bench.sample() / "assets"
    for kind, most in (("css", 12), ("js", 6)):
        size = max(gzipped(path.read_bytes()) for path in folder.glob(f"s*.*.{kind}"))
        yield at_most(f"{kind.upper()}, kB", size / 1000, most, digits=1)


def leftovers(_bench: Bench) -> Iterator[Target]:
    """The test of leftovers, which builds the archive in Greek letters, is run."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/build/test_leftovers.py"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=SAMPLE.parent)
    said = done.stdout.strip().splitlines()[-1] if done.stdout.strip() else done.stderr.strip()[-80:]
    yield Target(
        "leftovers of English in five catalogues",
        "0",
        f"0 ({said})" if not done.returncode else said,
        not done.returncode,
    )


def links(bench: Bench) -> Iterator[Target]:
    """Every link and fragment, of a site at a host's root and of one below a path."""
    broken = [*broken_links(bench.sample(), "https://example.org/")]
    content = bench.folder / "below" / "content"
    shutil.copytree(SAMPLE, content)
    settings = content / "site.toml"
    text = settings.read_text(encoding="utf-8").replace("https://example.org", "https://example.org/below/this/path")
    settings.write_text(text, encoding="utf-8")
    below = build_archive(content, bench.folder / "below" / "site")
    broken += broken_links(below, "https://example.org/below/this/path/")
    for problem in broken:
        print(f"links: {problem}", file=sys.stderr)
    yield at_most("broken links and fragments, with and without a path", len(broken), 0, digits=0)
