"""Public lists of strings and of YAML that break programs, through every field, body and name of an archive.

Nothing is raised, what is refused is refused in words, and what is published can be read by a strict parser of its
kind and does nothing. What scripts do in a browser is tested in tests/browser/test_hostile.py.
"""

import csv
import json
import lzma
import os
import re
import textwrap
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from sitegen.cli.messages import render_diagnostic
from sitegen.config import Config, parse_config
from sitegen.diagnostics import Diagnostic
from sitegen.pipeline.build import BuildOptions, build_site
from sitegen.read import read_archive, read_article, sanitise
from sitegen.read.fields import ARTICLE, SOURCE, STORY
from sitegen.read.notes import parse_source, parse_story
from tests.conftest import REPOSITORY, SHARED_DATA

ATTACKS = SHARED_DATA / "attacks"
pytestmark = pytest.mark.skipif(not ATTACKS.is_dir(), reason="the shared data folder is not beside this checkout")

FREE = ("title", "author", "editor", "credit", "dateline", "license", "page", "notes", "tags")
"""Fields of an article that hold any text."""
SENTENCE = "The lamp on the mole of Marrowby was lit again on Friday, the harbour office said."
FORMULA = re.compile(r"[=+\-@\t\r]")
UNNAMEABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


@pytest.fixture(scope="module")
def strings() -> list[str]:
    """Naughty strings, and every two-hundredth script vector."""
    naughty = json.loads((ATTACKS / "naughty-strings.json").read_text(encoding="utf-8"))
    with lzma.open(ATTACKS / "xss-lines.txt.xz", "rt", encoding="utf-8") as file:
        vectors = file.read().splitlines()[::200]
    return [*naughty, *vectors]


@pytest.fixture(scope="module")
def documents() -> list[str]:
    """The YAML of every case, valid or not, and the files that describe them."""
    with lzma.open(ATTACKS / "yaml-cases.json.xz", "rt", encoding="utf-8") as file:
        cases: Mapping[str, str] = json.load(file)
    marks = str.maketrans({"␣": " ", "»": "\t", "—": "", "↵": "\n", "∎": "", "←": "\r", "⇔": "\ufeff"})
    found = [*cases.values()]
    for text in cases.values():
        blocks = re.findall(r"^ +yaml: \|\d?\n((?:(?:    .*)?\n)+)", text, flags=re.MULTILINE)
        found += [textwrap.dedent(block).translate(marks) for block in blocks]
    assert len(found) > 2 * len(cases) - 10
    return found


Reader = Callable[[str], tuple[Diagnostic, ...]]


def quoted(text: str) -> str:
    """A text as YAML and TOML have it between quotation marks."""
    ends = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
    return ends.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False)).replace("\\/", "/")


def readers() -> dict[str, Reader]:
    """Each kind of file, given the text of its front matter."""
    config = Config()
    return {
        "an article": lambda front: read_article("a.md", "a.md", in_front(front), config)[1],
        "a text": lambda front: read_article("a.txt", "a.txt", in_front(front), config)[1],
        "a page": lambda front: read_article("a.html", "a.html", in_front(front), config)[1],
        "a source": lambda front: parse_source("sources/s.md", "sources/s.md", in_front(front), config)[1],
        "a story": lambda front: parse_story("s/story.md", "stories/s/story.md", in_front(front), config)[1],
        "settings": lambda front: parse_config(front, "site.toml")[1],
    }


def in_front(front: str) -> bytes:
    return f"---\n{front}\n---\n{SENTENCE}\n".encode("utf-8", "surrogatepass")


def assert_told(problems: tuple[Diagnostic, ...]) -> None:
    for problem in problems:
        said = render_diagnostic(problem)
        assert not CONTROLS.search(re.sub("[\n\ufffe\uffff]", "", said))
        assert len(said) < 2_000
        assert problem.hint or problem.severity == "warning" or problem.code == "not-yaml", said


def test_yaml_cases_are_read_or_refused(documents: list[str]) -> None:
    """As front matter of each kind of file, and as settings: no exception, and every message can be printed."""
    refused = 0
    for what, read in readers().items():
        for document in documents if what not in ("a text", "a page") else ():
            problems = read(document)
            assert_told(problems)
            refused += any(one.severity == "error" for one in problems)
    assert refused > len(documents)


def test_every_string_in_every_field(strings: list[str]) -> None:
    """All fields of an article, source and story and all settings hold the same string: each is taken or refused."""
    tables = {"an article": ARTICLE, "a source": SOURCE, "a story": STORY}
    settings = list(Config.__dataclass_fields__)
    for what, read in readers().items():
        table = tables.get(what, ARTICLE)
        for string in strings:
            sign, names = (" = ", settings) if what == "settings" else (": ", list(table))
            for value in (quoted(string), string):
                assert_told(read("\n".join(f"{name}{sign}{value}" for name in names)))


def test_every_string_as_a_body(strings: list[str]) -> None:
    """Alone, in a line, in markup and in the middle of a word; in each format."""
    for name in ("a.md", "a.txt", "a.html"):
        for string in strings:
            body = f"{string}\n\nThe {string} lamp\n\n> {string}\n\n* {string}\n\n<p title='{string}'>{string}</p>\n"
            for text in (string, body):
                article, problems = read_article(name, name, text.encode("utf-8", "surrogatepass"), Config())
                assert_told(problems)
                assert article is None or not any(CONTROLS.search(block.text) for block in article.blocks)


class Parsed(HTMLParser):
    """Elements and attributes of a page, where they lead, and whether they are closed in order."""

    VOID = frozenset(["meta", "link", "br", "hr", "input", "img", "wbr", "source", "col"])

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.names: set[tuple[str, str]] = set()
        self.links: set[str] = set()
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names |= {(tag, name) for name, _ in attrs} | {(tag, "")}
        self.links |= {value or "" for name, value in attrs if name in ("href", "src", "action")}
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names |= {(tag, name) for name, _ in attrs} | {(tag, "")}

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)


def parsed(text: str) -> Parsed:
    page = Parsed()
    page.feed(text)
    page.close()
    return page


def archive(strings: list[str]) -> Iterator[tuple[str, str]]:
    """Files of an archive in which every string stands in every field, in a body of each kind and in a story."""
    count = len(strings)
    yield (
        "site.toml",
        "\n".join(f"{name} = {quoted(strings[at])}" for at, name in enumerate(("title", "description", "notice"), 480))
        + '\nsearch = false\nbase_url = "https://lamp.example/archive/"\n',
    )
    for at, string in enumerate(strings):
        values = {field: strings[(at + 37 * number) % count] for number, field in enumerate(FREE)}
        front = "\n".join(f"{name}: {quoted(value)}" for name, value in values.items())
        suffix = (".md", ".txt", ".html")[at % 3]
        source = f"s{at % 40}"
        body = f"{SENTENCE}\n\n{string}\n\nThe {string} was {strings[at - 1]} then.\n"
        dated = f"published: 2031-03-{1 + at % 28:02}\nsource: {source}"
        yield f"stories/t{at // 4}/a{at}{suffix}", f"---\n{front}\n{dated}\n---\n{body}"
    for at in range(40):
        yield f"sources/s{at}.md", f"---\nname: {quoted(strings[at * 11 % count])}\n---\n{strings[at * 7 % count]}\n"
    for at in range(0, count, 4):
        text = f"---\ntitle: {quoted(strings[at])}\nsummary: {quoted(strings[at - 3])}\n---\n{strings[at - 2]}\n"
        yield f"stories/t{at // 4}/story.md", text


def written(folder: Path, files: Iterator[tuple[str, str]]) -> Path:
    for name, text in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
    return folder


def published(content: Path, site: Path) -> Mapping[str, bytes]:
    result = build_site(content, site, BuildOptions(workers=2))
    errors = [render_diagnostic(one) for one in result.diagnostics if one.severity == "error"]
    assert errors == []
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, strings: list[str]) -> Mapping[str, bytes]:
    """The site of all strings that may be published. What may not is one article without a text."""
    folder = tmp_path_factory.mktemp("attacks")
    content = written(folder / "content", archive(strings))
    _, problems = read_archive(content)
    for problem in problems:
        if problem.severity == "error":
            assert problem.code in ("no-text",), render_diagnostic(problem)
            os.unlink(problem.location.path)
    return published(content, folder / "site")


def vocabulary() -> tuple[set[str], set[str]]:
    """Elements and attributes of the theme and of the sanitiser's allow-list."""
    theme = "".join(path.read_text(encoding="utf-8") for path in (REPOSITORY / "templates").glob("*.html")).lower()
    elements = set(re.findall(r"<([a-z][a-z0-9]*)", theme)) | set(sanitise._TAGS.split()) | {"h1", "h2", "ins", "del"}
    return elements, set(re.findall(r"[\s\"}]([a-z][a-z-]*)(?==\"|[\s>{])", theme)) | {"rel", "href", "start"} | set(
        re.findall(r"data-[a-z-]+", theme)
    )


def test_pages_are_whole_and_hold_nothing_odd(site: Mapping[str, bytes]) -> None:
    """Every tag is closed in its order; elements, attributes and the one script are the theme's."""
    elements, attributes = vocabulary()
    pages = [(path, parsed(data.decode())) for path, data in site.items() if path.endswith(".html")]
    assert len(pages) > 700
    odd = [
        (path, tag, name)
        for path, page in pages
        for tag, name in page.names
        if tag not in elements or (name and name not in attributes) or name.startswith("on") or name == "style"
    ]
    assert odd == []
    assert [(path, page.faults, page.open) for path, page in pages if page.faults or page.open] == []
    ours = (b'<script src="/archive/assets/', b'<script type="application/ld+json">')
    for path, _ in pages:
        left = site[path]
        for script in ours:
            left = left.replace(script, b"", 1)
        assert b"<script" not in left, path


def test_links_lead_to_pages(site: Mapping[str, bytes]) -> None:
    """By http, https or inside the site; never to a script or to data."""
    schemes = {
        found[1].lower()
        for path, data in site.items()
        if path.endswith(".html")
        for link in parsed(data.decode()).links
        if (found := re.match(r"\s*([A-Za-z][\w+.-]*):(?!\s)", link))
    }
    assert schemes <= {"http", "https", "mailto"}
    assert "https" in schemes


def test_a_page_that_is_broken_is_seen() -> None:
    """Control: an element that is not closed, and one that the theme does not have."""
    assert parsed("<p><b>lamp</p>").faults
    assert ("script", "src") in parsed("<p><script src=x></script></p>").names


def test_data_can_be_read_by_strict_parsers(site: Mapping[str, bytes]) -> None:
    """JSON is JSON without control characters, XML is XML 1.0, and no cell of a table is a formula."""
    for path, data in site.items():
        text = data.decode("utf-8") if path.endswith((".html", ".json", ".xml", ".csv", ".txt")) else ""
        assert not CONTROLS.search(text), path
        if path.endswith(".json"):
            json.loads(text)
        elif path.endswith(".xml"):
            ElementTree.fromstring(text)
        elif path.endswith(".csv"):
            assert formulas(text) == [], path


def formulas(text: str) -> list[str]:
    """Cells that a spreadsheet would run; numbers are none."""
    cells = [cell for row in csv.reader(text.splitlines()) for cell in row]
    return [cell for cell in cells if FORMULA.match(cell) and not re.fullmatch(r"-?[\d.]+", cell)]


def test_a_formula_is_seen() -> None:
    """Control."""
    assert formulas('a,"=cmd|x",-3\n') == ["=cmd|x"]


def test_every_string_as_a_name(strings: list[str], tmp_path: Path) -> None:
    """Of a file, of a source and of a story's folder: what a file system takes is published below a portable path."""
    content = tmp_path / "content"
    for at, string in enumerate(strings):
        name = string.replace("/", "∕").replace("\0", "")[:60].encode("utf-8", "ignore").decode()
        if not name.strip(". ") or name.startswith((".", "_")) or UNNAMEABLE.search(name):
            continue
        folder = content / "stories" / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"a{at}.md").write_text(f"{SENTENCE} {at}\n", encoding="utf-8")
        (content / f"{at} {name}.txt").write_text(f"{SENTENCE} {at} again\n", encoding="utf-8")
    _, problems = read_archive(content)
    for problem in problems:
        if problem.severity == "error":
            assert problem.code in ("duplicate-id",), render_diagnostic(problem)
            os.unlink(problem.location.path)
    for path in sorted(content.rglob("*.*")):
        if path.is_file() and int(re.findall(r"^a?(\d+)", path.name)[0]) % 4:
            # All of them were read; a part is enough to see what becomes of their paths.
            os.unlink(path)
    paths = published(content, tmp_path / "site")
    assert len(paths) > 300
    assert [path for path in paths if re.search(r'[\x00-\x1f<>:"\\|?*]|[. ](?:/|$)', path)] == []
    assert max(len(part.encode()) for path in paths for part in path.split("/")) <= 200
