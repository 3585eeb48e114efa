"""The sample archive as a host serves it, on loopback with its own headers, and the system's Chromium."""

import gzip
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

import html5lib
import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, Request, sync_playwright

from benchmarks.site.pages import KINDS
from sitegen.pipeline.build import BuildOptions, build_site
from tests.install_chromium import find_chromium

HTML = "{http://www.w3.org/1999/xhtml}"
"""Namespace that html5lib gives to names of elements."""

ARGUMENTS = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    *(("--no-sandbox",) if os.geteuid() == 0 else ()),
)
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".json": "application/json",
    ".xml": "application/xml",
}
# Runs in every frame before anything of the page, and tells through the console what attacks show themselves by.
_WATCH = """
(() => {
  const tell = console.debug.bind(console);
  for (const name of ["alert", "confirm", "prompt", "print"]) {
    window[name] = (...words) => tell("ran:" + [name, ...words].join(" "));
  }
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
    tell(`refused:${violatedDirective} ${blockedURI}`);
  });
})();
"""

Files = Mapping[str, bytes]
Rules = tuple[tuple[str, dict[str, str]], ...]


def need_chromium() -> str:
    """The system's Chromium. Without one, tests fail where CI runs them and are skipped elsewhere."""
    chromium = find_chromium()
    if not chromium and os.environ.get("CI") == "true":
        pytest.fail("no Chromium on this machine, and CI=true: install it, or set SITEGEN_CHROMIUM", pytrace=False)
    if not chromium:
        pytest.skip("no Chromium on this machine: install it, or set SITEGEN_CHROMIUM")
    return chromium


def parse_headers(text: str) -> Rules:
    """A `_headers` file: patterns of paths, each with the indented headers below it."""
    rules: list[tuple[str, dict[str, str]]] = []
    for line in filter(str.strip, text.splitlines()):
        if line[0].isspace():
            name, _, value = line.partition(":")
            rules[-1][1][name.strip()] = value.strip()
        else:
            rules.append((line.strip(), {}))
    return tuple(rules)


def headers_for(path: str, rules: Rules) -> dict[str, str]:
    """What a host sends with `path`; `*` stands at the end of a pattern."""
    found: dict[str, str] = {}
    for pattern, headers in rules:
        if path == pattern or (pattern.endswith("*") and path.startswith(pattern[:-1])):
            found |= headers
    return found


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A page that was left while it loaded is no news."""


@contextmanager
def serving(files: Files, headers: str | None = None, *, compressed: bool = False) -> Iterator[str]:
    """Serves `files` by path as a static host does and gives its origin. `headers` replaces their `_headers`.

    Bodies are sent as they are unless `compressed`, as hosts send them: compressed, on connections that are kept open.
    """
    rules = parse_headers(files.get("_headers", b"").decode() if headers is None else headers)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1" if compressed else "HTTP/1.0"
        # An answer leaves as a whole: its second piece would wait for the receipt of the first.
        wbufsize = 1 << 16

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            name = path[1:] + ("index.html" if path.endswith("/") else "")
            found = name in files
            name = name if found else "404.html"
            body = files.get(name, b"")
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", _TYPES.get(PurePosixPath(name).suffix, "application/octet-stream"))
            if compressed and "gzip" in self.headers.get("Accept-Encoding", ""):
                body = gzip.compress(body, 6, mtime=0)
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            for one, value in headers_for(path, rules).items():
                self.send_header(one, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    with _Server(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
        thread.join()


class Tab:
    """A page in a context of its own, and what went wrong in it."""

    def __init__(self, context: BrowserContext, origin: str) -> None:
        self.origin = origin
        self.errors: list[str] = []
        """Errors of the console, of scripts and of loading."""
        self.foreign: list[str] = []
        """Requests that were sent to anywhere but the site; those that the policy stopped never left."""
        self.violations: list[str] = []
        """What the policy has refused: directive and address."""
        self.ran: list[str] = []
        """Calls of alert and its like, in any frame, and dialogs."""
        context.add_init_script(_WATCH)
        context.on("console", self._hear)
        context.on("weberror", lambda told: self.errors.append(str(told.error)))
        context.on("requestfailed", self._lose)
        context.on("request", lambda sent: None if sent.url.startswith(origin) else self.foreign.append(sent.url))
        context.on("dialog", self._dismiss)
        self.page: Page = context.new_page()

    def make_as_new(self, settings: Mapping[str, Any]) -> None:
        """Takes back what a test may have changed."""
        self.page.goto("about:blank")
        self.page.set_viewport_size(settings["viewport"])
        self.page.emulate_media(media="null", color_scheme=settings.get("color_scheme", "light"))
        self.page.unroute_all()
        for told in (self.errors, self.foreign, self.violations, self.ran):
            told.clear()

    def _hear(self, told: ConsoleMessage) -> None:
        kind, _, words = told.text.partition(":")
        if told.type == "error":
            self.errors.append(told.text)
        elif told.type == "debug" and kind in ("ran", "refused"):
            (self.ran if kind == "ran" else self.violations).append(words)

    def _lose(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the page was left
            self.errors.append(f"{request.url}: {request.failure}")
        if request.failure == "csp" and request.url in self.foreign:
            self.foreign.remove(request.url)

    def _dismiss(self, dialog: Dialog) -> None:
        self.ran.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def go(self, path: str) -> Page:
        """Opens a page of the site by its path, and waits until it has loaded."""
        self.page.goto(self.origin + path)
        return self.page


def served_files(folder: Path) -> Files:
    """All files below a folder, by path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def build(content: Path, output: Path, *, search: bool = False) -> Files:
    """The files of the site that `content` becomes."""
    built = build_site(content, output, BuildOptions(workers=1, search=search))
    assert built.report, built.diagnostics
    return served_files(output)


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """A content folder."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def parsed(html: bytes) -> Any:
    """The tree of a page, by a parser that is not the browser's."""
    return html5lib.parse(html, transport_encoding="utf-8")


def has_class(element: Any, name: str) -> bool:
    return name in element.get("class", "").split()


def words_of(element: Any) -> str:
    """What it prints: without what is said only to screen readers, white space made even."""

    def texts(inside: Any) -> Iterable[str]:
        yield inside.text or ""
        for child in inside:
            if not has_class(child, "unseen"):
                yield from texts(child)
            yield child.tail or ""

    return " ".join("".join(texts(element)).split())


@dataclass(frozen=True, slots=True)
class Sample:
    """The sample archive, built with its search index."""

    folder: Path
    files: Files
    trees: Mapping[str, Any]
    """By path; parsed once for all tests."""


@pytest.fixture(scope="session")
def site(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Sample:
    folder = tmp_path_factory.mktemp("browser") / "site"
    files = build(sample, folder, search=True)
    pages = {path: parsed(content) for path, content in files.items() if path.endswith(".html")}
    return Sample(folder, files, pages)


@pytest.fixture(scope="session")
def comparison(site: Sample) -> str:
    """A comparison that has all a reader can use: a fold, a class to hide, moved rows and several changes."""
    for path in sorted(path for path in site.trees if "--" in path):
        html = site.files[path].decode()
        # One mark that matters stands in the key of every page.
        if (
            html.count(' matters"') > 1
            and all(sign in html for sign in ('class="fold"', 'id="hide-', 'class="line moved', ' twin"'))
            and html.count("data-stop>") in range(4, 25)
        ):
            return path.removesuffix("index.html")
    return pytest.fail("no comparison of content/ has a fold, a switch, a moved row and changes")


@pytest.fixture(scope="session")
def address(comparison: str) -> Callable[[str], str]:
    """The path of a page by its kind."""
    return lambda kind: comparison if kind == "comparison" else KINDS[kind]


@pytest.fixture(scope="session")
def origin(site: Sample) -> Iterator[str]:
    with serving(site.files) as at:
        yield at


# Not for the session: Playwright runs once at a time, and other folders have their own.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    chromium = need_chromium()
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        yield running
        running.close()


OpenTab = Callable[..., Tab]


@pytest.fixture(scope="package")
def kept_tabs() -> dict[tuple[object, ...], Tab]:
    """Tabs by their settings: a context and the first page in it cost half a second, the next page a tenth."""
    return {}


@pytest.fixture
def open_tab(
    browser: Browser, kept_tabs: dict[tuple[object, ...], Tab], request: pytest.FixtureRequest
) -> Iterator[OpenTab]:
    """Opens a tab at the sample archive, or at the origin `at` in a new context that is closed after the test.

    A tab at the sample archive is kept for other tests unless it is to be `fresh`: they get it as if it were new.
    """
    with ExitStack() as contexts:

        def new_tab(origin: str, settings: dict[str, Any]) -> Tab:
            context = browser.new_context(**settings)
            context.set_default_timeout(15_000)
            return Tab(context, origin)

        def open_one(at: str = "", fresh: bool = False, width: int = 1280, height: int = 900, **settings: Any) -> Tab:
            settings["viewport"] = {"width": width, "height": height}
            if at or fresh:
                tab = new_tab(at or request.getfixturevalue("origin"), settings)
                contexts.callback(tab.page.context.close)
                return tab
            key = tuple(sorted((name, str(value)) for name, value in settings.items()))
            if key not in kept_tabs:
                kept_tabs[key] = new_tab(request.getfixturevalue("origin"), settings)
            kept_tabs[key].make_as_new(settings)
            return kept_tabs[key]

        yield open_one
