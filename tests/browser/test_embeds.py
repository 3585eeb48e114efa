"""Embed pages in a frame of another site: shown by those that may, refused to all others, as is every other page."""

from collections.abc import Iterator

import pytest

from benchmarks.site.accessibility import barriers
from tests.browser.conftest import Files, OpenTab, serving
from tests.render.test_sharing import SHARING, STORY, built

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    return built(tmp_path_factory.mktemp("embeds"), SHARING)


@pytest.fixture
def framing(files: Files) -> Iterator[tuple[str, str]]:
    """A site that may frame embed pages, and the archive.

    Of two policies the server of the tests sends the last; the one about frames is the last.
    """
    with serving({"index.html": b""}) as news:
        rules = files["_headers"].decode().replace("https://news.example", news.rstrip("/"))
        with serving(files, rules) as archive:
            yield news, archive


def test_an_embed_page_is_framed_by_who_may(open_tab: OpenTab, framing: tuple[str, str]) -> None:
    """The frame shows the finding; the page of the story itself stays empty in it."""
    news, archive = framing
    tab = open_tab(news)
    page = tab.go("")
    page.set_content(f'<iframe src="{archive}embed/{STORY}"></iframe><iframe src="{archive}{STORY}"></iframe>')
    allowed, refused = page.frames[1:]
    assert allowed.inner_text("h1") == "A lamp is lit"
    page.wait_for_timeout(200)
    assert any("frame-ancestors" in error for error in tab.errors)
    assert refused.url == "chrome-error://chromewebdata/"


def test_an_embed_page_is_not_framed_by_others(open_tab: OpenTab, framing: tuple[str, str]) -> None:
    """A site that the setting does not name gets an empty frame."""
    _, archive = framing
    with serving({"index.html": b""}) as other:
        tab = open_tab(other)
        page = tab.go("")
        page.set_content(f'<iframe src="{archive}embed/{STORY}"></iframe>')
        page.wait_for_timeout(200)
        assert any("frame-ancestors" in error for error in tab.errors)
        assert page.frames[1].url == "chrome-error://chromewebdata/"


def test_an_embed_page_is_whole_and_accessible(open_tab: OpenTab, files: Files) -> None:
    """In the size that is proposed nothing scrolls, in light and in dark no rule is broken."""
    with serving(files) as archive:
        page = open_tab(archive, width=640, height=320, bypass_csp=True).go(f"embed/{STORY}")
        assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert barriers(page) == []
        page.emulate_media(color_scheme="dark")
        assert barriers(page) == []
