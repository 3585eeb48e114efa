"""Pages in a language of the interface are whole in it: no word of English is left, whatever the archive holds.

The archive is the sample, its own words written in Greek letters, so that any English word on a page is the tool's.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from lxml import html

from sitegen.pipeline.build import BuildOptions, build_site
from tests.conftest import REPOSITORY
from tests.text.test_catalogues import LANGUAGES, catalog_of, extracted, forms, sources

WORD = re.compile(r"[A-Za-z][A-Za-z’'-]{2,}")
GREEK = str.maketrans("abcdefghijklmnopqrstuvwxyz", "αβψδεφγηιξκλμνοπκρστθωςχυζ")
_KEPT_FIELDS = re.compile(
    r"(source|id|url|archived|published|updated|captured|language|story|base|translation_of|version_of|rights|withdrawn|"
    r"completeness|format|kind|home|country|not_with): ?"
)
SPOKEN = (
    "aria-label",
    "title",
    "alt",
    "placeholder",
    "content",
    "data-found",
    "data-lost",
    "data-none",
    "data-changes",
    "data-story",
    "data-inferred",
    "data-names",
)
_NO_WORDS = re.compile(r'\{\w+\}|"[\w-]+":|\S*[@/]\S*|\S+\.(?:md|txt|html|xml)\b|[0-9a-f]{64}')
"""Placeholders, names of plural forms and of values of the data, addresses, paths and digests."""
SAID_EVERYWHERE = {"utc", "sha-256", "json", "javascript", "utf-8", "sitegen"}
"""What is the same in every language."""


def in_greek(text: str) -> str:
    """The text with Greek letters for Latin ones."""
    return text.lower().translate(GREEK)


def archive_in_greek(folder: Path) -> None:
    """The sample archive with the words of its articles, outlets and editor in Greek letters."""
    for path in sorted((REPOSITORY / "content").rglob("*")):
        target = folder / path.relative_to(REPOSITORY / "content")
        if path.is_file() and path.suffix in (".md", ".txt", ".html", ".toml"):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(rewritten(path.read_text("utf-8"), path.suffix), "utf-8")


def rewritten(text: str, suffix: str) -> str:
    """A file of the archive with Greek letters in what readers see."""
    if suffix == ".toml":
        return re.sub(
            r'(?m)^(title|description|notice) = "(.*)"$', lambda line: f'{line[1]} = "{in_greek(line[2])}"', text
        )
    if suffix == ".html":
        return re.sub(r">[^<]+<", lambda part: in_greek(part[0]), text)
    head, body = re.match(r"(?s)(---\n.*?\n---\n)?(.*)", text).groups()  # type: ignore[union-attr]
    lines = [
        line if _KEPT_FIELDS.match(line) or line == "---" else greek_value(line) for line in (head or "").split("\n")
    ]
    return "\n".join(lines) + in_greek(body)


def greek_value(line: str) -> str:
    """A line of front matter with its value in Greek letters."""
    name, colon, value = line.partition(":")
    return f"{name}{colon}{in_greek(value)}" if colon else in_greek(line)


def vocabulary(language: str) -> set[str]:
    """The words of the English messages that the catalogue of a language does not use."""

    def words(texts: Iterator[str]) -> set[str]:
        plain = (re.sub(r"\{\w+\}|`[^`]*`", " ", text) for text in texts)
        return {word.lower() for text in plain for word in WORD.findall(text)}

    english = words(text for message in extracted() if message.id for text in sources(message))
    own = words(text for message in catalog_of(language) if message.id for text in forms(message))
    return english - own - SAID_EVERYWHERE


def leftovers(page: bytes, english: set[str]) -> list[str]:
    """Texts of a page that hold a word of English, what readers hear included; other languages are not read."""
    root = html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8"))
    texts = list(_texts(root, root.get("lang")))
    plain = [_NO_WORDS.sub(" ", text) for text in texts]
    return [text.strip() for text in plain if english.intersection(word.lower() for word in WORD.findall(text))]


def _texts(element: html.HtmlElement, language: str) -> Iterator[str]:
    spoken = isinstance(element.tag, str) and element.tag not in ("script", "style", "code", "pre")
    if spoken and element.get("lang", language) == language and not element.get("http-equiv"):
        yield element.text or ""
        if element.get("name") not in ("viewport", "color-scheme", "robots") and element.get("property") not in (
            "og:type",
            "og:url",
        ):
            yield from (element.get(name) for name in SPOKEN if element.get(name))
        for child in element:
            yield from _texts(child, language)
            yield child.tail or ""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("greek")
    archive_in_greek(folder)
    return folder


def built(archive: Path, languages: Sequence[str], output: Path) -> dict[str, bytes]:
    """The pages of the archive in some languages of the interface, by path."""
    settings = archive / "site.toml"
    text = re.sub(r"(?m)^(interface_)?languages? = .*\n", "", settings.read_text("utf-8"))
    settings.write_text(f'language = "{languages[0]}"\ninterface_languages = {list(languages)}\n{text}', "utf-8")
    result = build_site(archive, output, BuildOptions(workers=1))
    assert result.report, result.diagnostics
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in sorted(output.rglob("*.html"))}


def all_leftovers(pages: Mapping[str, bytes], language: str) -> dict[str, list[str]]:
    """By path, the texts of pages in a language that hold a word of English."""
    english = vocabulary(language)
    return {path: texts for path, page in pages.items() if (texts := leftovers(page, english))}


@pytest.fixture(scope="module")
def in_six_languages(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return built(archive, ["en", *LANGUAGES], tmp_path_factory.mktemp("languages") / "site")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_english_is_left(in_six_languages: Mapping[str, bytes], language: str) -> None:
    """Every kind of page, its title, descriptions, labels and what scripts say; the languages stand side by side."""
    pages = {path: page for path, page in in_six_languages.items() if path.startswith(f"{language}/")}
    assert len(pages) > 50
    found = all_leftovers(pages, language)
    assert not found, "\n".join(f"{path}: {text[:120]!r}" for path, texts in found.items() for text in texts[:3])


def test_no_word_of_english_is_left_where_it_is_no_language_of_the_site(archive: Path, tmp_path: Path) -> None:
    """In the language of pages without a folder too."""
    assert all_leftovers(built(archive, ["ar"], tmp_path / "site"), "ar") == {}


def test_english_is_seen(in_six_languages: Mapping[str, bytes]) -> None:
    """Control: the same archive in English is full of English, and one word in one label is enough."""
    english = vocabulary("ar")
    folders = tuple(f"{language}/" for language in LANGUAGES)
    pages = {path: page for path, page in in_six_languages.items() if not path.startswith(folders)}
    assert len(pages) > 50
    assert all(leftovers(page, english) for page in pages.values())
    page = (
        '<html lang="ar"><body><p aria-label="Previous change">نص</p><bdi lang="en">Newer stories</bdi></body></html>'
    )
    assert leftovers(page.encode(), english) == ["Previous change"]
