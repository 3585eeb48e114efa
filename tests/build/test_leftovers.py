"""Pages in a language of the interface are whole in it: no word of English is left, whatever the archive holds."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from sitegen.pipeline.build import BuildOptions, build_site
from tests.greek import SiteInGreek, archive_in_greek
from tests.text.test_catalogues import LANGUAGES, catalog_of, extracted, forms, sources

WORD = re.compile(r"[A-Za-z][A-Za-z’'-]{2,}")
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
    "data-quote",
    "data-quoted",
)
_NO_WORDS = re.compile(r'\{\w+\}|"[\w-]+":|\S*[@/]\S*|\S+\.(?:md|txt|html|xml)\b|[0-9a-f]{64}')
"""Placeholders, names of plural forms and of values of the data, addresses, paths and digests."""
SAID_EVERYWHERE = {"utc", "sha-256", "json", "javascript", "utf-8", "sitegen"}
"""What is the same in every language."""


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


def pages_of(site: Path) -> dict[str, bytes]:
    """All pages of a site, by path."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*.html"))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_english_is_left(site_in: SiteInGreek, language: str) -> None:
    """Every kind of page, its title, descriptions, labels and what scripts say."""
    english = vocabulary(language)
    pages = pages_of(site_in(language))
    assert len(pages) > 50
    found = {path: texts for path, page in pages.items() if (texts := leftovers(page, english))}
    assert not found, "\n".join(f"{path}: {text[:120]!r}" for path, texts in found.items() for text in texts[:3])


def test_english_is_seen(site_in: SiteInGreek) -> None:
    """Control: the same archive in English is full of English, and one word in one label is enough."""
    english = vocabulary("ar")
    pages = pages_of(site_in("en"))
    assert all(leftovers(page, english) for page in pages.values())
    page = (
        '<html lang="ar"><body><p aria-label="Previous change">نص</p><bdi lang="en">Newer stories</bdi></body></html>'
    )
    assert leftovers(page.encode(), english) == ["Previous change"]


def test_languages_stand_side_by_side_without_a_word_of_english(tmp_path: Path) -> None:
    """Pages below the folder of a further language are as whole as those of the first, which is English here."""
    content = tmp_path / "content"
    archive_in_greek(content)
    settings = content / "site.toml"
    settings.write_text(f"interface_languages = {list(LANGUAGES)}\n{settings.read_text('utf-8')}", "utf-8")
    assert build_site(content, tmp_path / "site", BuildOptions(workers=1)).report
    for language in LANGUAGES:
        english = vocabulary(language)
        pages = pages_of(tmp_path / "site" / language)
        assert len(pages) > 50
        found = {path: texts for path, page in pages.items() if (texts := leftovers(page, english))}
        assert found == {}, language
