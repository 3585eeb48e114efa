"""The language of the interface: which sentences a site says, and that a changed setting changes them."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from sitegen.build import BuildOptions, build_site
from tests.build.test_build import TEXT, archive

WIRE = f"---\nsource: wire\npublished: 2031-04-01\n---\n{TEXT}\nForty people came to see it and stayed until dark.\n"
COURIER = (
    f"---\nsource: courier\npublished: 2031-04-02\n---\n{TEXT}\nSixty people came to see it and stayed until dark.\n"
)
SAID = {
    "en": "The figure changed from “Forty” to “Sixty”.",
    "de-AT": "Die Zahl „Forty“ wurde zu „Sixty“.",
    "vi": "Con số đổi từ “Forty” thành “Sixty”.",
    "ar": "تغيّر الرقم من ”\u2068Forty\u2069“ إلى ”\u2068Sixty\u2069“.",
    "ja": "The figure changed from “Forty” to “Sixty”.",
}


def build(folder: Path, language: str) -> Path:
    content = archive(
        folder / "content",
        stories__lamp__wire=WIRE,
        stories__lamp__courier=COURIER,
        sources__wire="---\nname: Coast Wire\n---\n",
        sources__courier="---\nname: Courier\n---\n",
    )
    (content / "site.toml").write_text(f'language = "{language}"\n', encoding="utf-8")
    build_site(content, folder / "site", BuildOptions(workers=1, search=False))
    return folder / "site"


@pytest.mark.parametrize("language", SAID)
def test_a_site_says_its_sentences_in_its_language(language: str, tmp_path: Path) -> None:
    """Page, feed and data carry the same sentence; without a catalogue it is English."""
    site, sentence = build(tmp_path, language), SAID[language]
    page = (site / "stories/lamp/lamp-wire--lamp-courier/index.html").read_text("utf-8")
    assert sentence in page
    assert sentence in (site / "data/stories/lamp.json").read_text("utf-8")
    feed = ElementTree.fromstring((site / "feed.xml").read_text("utf-8"))
    assert sentence in "".join(feed.itertext())


def test_another_language_is_not_taken_from_the_cache(tmp_path: Path) -> None:
    """A build after a change of `language` says the new one, and after a change back the first again."""
    page = tmp_path / "site/stories/lamp/lamp-wire--lamp-courier/index.html"
    pages = []
    for language in ("en", "vi", "en"):
        build(tmp_path, language)
        pages.append(page.read_text("utf-8"))
    assert SAID["vi"] in pages[1]
    assert pages[0] == pages[2] != pages[1]
