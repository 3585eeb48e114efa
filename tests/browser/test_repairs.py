"""The switch between the repaired text and the file's own, without any script."""

from collections.abc import Iterator

import pytest

from tests.browser.conftest import OpenTab, build, serving, write

BROKEN = "Bà Đặng nói: đă t́m thấy nghìn con cừu ở xă bên, và bà đă về nhà hôm qua."
MENDED = "Bà Đặng nói: đã tìm thấy nghìn con cừu ở xã bên, và bà đã về nhà hôm qua."


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An archive of one article whose encoding was misread."""
    folder = tmp_path_factory.mktemp("broken")
    with serving(build(write(folder / "content", {"one.txt": f"{BROKEN}\n"}), folder / "site")) as at:
        yield at


def test_the_switch_shows_one_reading_at_a_time(open_tab: OpenTab, broken: str) -> None:
    """At first the repaired text alone is seen; with the box ticked the file's own alone, JavaScript or not."""
    tab = open_tab(broken, java_script_enabled=False)
    page = tab.go("articles/one/")
    mended, original = page.locator("#b1"), page.locator(".original")
    assert (mended.is_visible(), original.is_visible()) == (True, False)
    assert (mended.inner_text().rstrip(), original.text_content()) == (MENDED, BROKEN)
    page.get_by_label("Show the text as the file has it").check()
    assert (mended.is_visible(), original.is_visible()) == (False, True)
    page.get_by_text("4 places repaired").click()
    assert page.locator(".repairs li").first.is_visible()
    assert (tab.errors, tab.violations) == ([], [])
