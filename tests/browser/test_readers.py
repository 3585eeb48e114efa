"""Readers who use a page in another way: by keyboard alone, by touch, enlarged, in forced colours, by an old link."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page

from benchmarks.site.pages import COMPARISON, KINDS
from sitegen.cli import main
from tests.browser.conftest import OpenTab, build, serving, write
from tests.browser.test_comparison import unmarked
from tests.browser.test_pages import overflow

pytestmark = pytest.mark.browser

FOCUS = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  return {
    key: `${element.localName} ${element.getAttribute("href") ?? element.id} ${element.textContent.slice(0, 30)}`,
    seen: box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0,
    ringed: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
  };
}"""
SMALL = """() => [...document.querySelectorAll("button, summary, select, input:not([type=hidden]), label:has(input)")]
  .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest(".unseen"))
  // A box is pressed by its label too.
  .filter((element) => !(element.matches("input") && element.closest("label")))
  .map((element) => [element, element.getBoundingClientRect()])
  .filter(([, box]) => box.width && (box.height < 24 || box.width < 24))
  .map(([element, box]) => `${element.outerHTML.slice(0, 80)}: ${Math.round(box.width)} x ${Math.round(box.height)}`)"""
"""Controls that a finger misses (WCAG 2.5.8). Links in a sentence may be smaller, which axe knows."""
CUT = """() => [...document.querySelectorAll("main :is(p, h1, h2, h3, dd, li, a, button)")]
  .filter((element) => element.checkVisibility() && !element.closest(".unseen, .skip, svg"))
  .filter((element) => element.textContent.trim() && !element.querySelector("p, li, details"))
  .filter((element) => /hidden|clip/.test(getComputedStyle(element).overflow))
  .filter((element) => getComputedStyle(element).clipPath === "none")
  .filter((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const [words, box] = [range.getBoundingClientRect(), element.getBoundingClientRect()];
    // Letters are higher than their line, so that a part of a line is no sign.
    const least = 0.5 * parseFloat(getComputedStyle(element).fontSize);
    return words.right > box.right + 2 || words.left < box.left - 2 || words.bottom > box.bottom + least;
  })
  .map((element) => element.outerHTML.slice(0, 100))"""
"""Elements whose words do not fit in them."""


def tab_to(page: Page, wanted: Callable[[dict[str, Any]], bool], most: int = 120) -> dict[str, Any]:
    """Presses Tab until the focus is where it is wanted; every stop on the way is seen and has a ring around it."""
    for _ in range(most):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUS)
        assert focused, "the focus left the page"
        assert focused["seen"], focused
        assert focused["ringed"], focused
        if wanted(focused):
            return focused
    raise AssertionError("not reached by Tab")


def test_a_reader_goes_from_home_to_a_change_by_keys_alone(open_tab: OpenTab) -> None:
    """Home, a story, a comparison, its first change, the card of it and back, without a mouse."""
    tab = open_tab()
    page = tab.go("")
    tab_to(page, lambda focused: "a /stories/ferry/ " in focused["key"])
    page.keyboard.press("Enter")
    page.wait_for_url("**/stories/ferry/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#content"), "the first link leads past the head"
    tab_to(page, lambda focused: "--" in focused["key"])
    page.keyboard.press("Enter")
    page.wait_for_url("**--**")
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.closest('[data-stop]').id")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('[data-stop]').id") != first
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.closest('[data-stop]').id") == first
    assert tab.errors == []


def test_a_ring_that_is_missing_is_seen(open_tab: OpenTab) -> None:
    """Control: without its ring the walk by keys fails."""
    page = open_tab(bypass_csp=True).go("about/")
    page.add_style_tag(content=":focus-visible { outline: 0 !important }")
    with pytest.raises(AssertionError, match="ringed"):
        tab_to(page, lambda _focused: False)


def test_the_focus_is_never_caught(open_tab: OpenTab) -> None:
    """From the first link of a comparison, Tab comes to the last one of the page and leaves it."""
    page = open_tab().go(COMPARISON)
    last = page.locator("footer a").last.get_attribute("href") or ""
    tab_to(page, lambda focused: focused["key"].startswith(f"a {last} "), most=400)


@pytest.mark.parametrize("kind", ["story", "comparison", "article of others' words", "search", "columns"])
def test_controls_are_large_enough_for_a_finger(open_tab: OpenTab, kind: str) -> None:
    """At 390 pixels every button, switch and fold is at least 24 pixels high and wide; a smaller one is seen."""
    page = open_tab(width=390, height=844, has_touch=True, bypass_csp=True).go(KINDS[kind])
    assert page.evaluate(SMALL) == []
    small = "font-size: 6px !important; padding: 0 !important; min-block-size: 0 !important; block-size: 8px !important"
    page.add_style_tag(content=f"summary, label, button {{ {small} }}")
    assert page.evaluate(SMALL)


def test_a_finger_walks_through_the_changes(open_tab: OpenTab) -> None:
    """On a telephone the bar at the bottom is 48 pixels high, and a tap on it goes to the next change and back."""
    page = open_tab(width=390, height=844, has_touch=True).go(COMPARISON)
    bar = page.locator("[data-step]").bounding_box()
    assert bar is not None
    assert bar["height"] >= 48
    assert bar["y"] + bar["height"] == pytest.approx(844, abs=1)
    here = page.locator("[data-here]")
    page.locator("[data-step-on]").tap()
    first = here.get_attribute("id")
    page.locator("[data-step-on]").tap()
    assert here.get_attribute("id") != first
    page.locator("[data-step-back]").tap()
    assert here.get_attribute("id") == first


@pytest.mark.parametrize("kind", KINDS)
def test_twice_as_large_nothing_is_lost(open_tab: OpenTab, kind: str) -> None:
    """At 200 % on a screen of 1,280 pixels nothing scrolls sideways and no words are cut off."""
    page = open_tab(width=640, height=450, device_scale_factor=2, bypass_csp=True).go(KINDS[kind])
    assert (overflow(page), page.evaluate(CUT)) == (0, [])


def test_words_that_are_cut_off_are_seen(open_tab: OpenTab) -> None:
    """Control: a heading of a fixed height loses words when letters grow."""
    page = open_tab(bypass_csp=True).go("about/")
    assert page.evaluate(CUT) == []
    page.add_style_tag(content="h1 { block-size: 1rem; overflow: hidden }")
    assert page.evaluate(CUT)


def test_forced_colours_keep_every_meaning(open_tab: OpenTab) -> None:
    """Where the system sets all colours, marks are still struck and underlined, what matters has an edge of its own,
    and a switch shows whether it is on."""
    page = open_tab(forced_colors="active").go(COMPARISON)
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    assert unmarked(page) == []
    outline = "(mark) => getComputedStyle(mark).outlineStyle"
    assert page.locator(".pair :is(del, ins).matters").first.evaluate(outline) == "dotted"
    assert page.locator(".pair :is(del, ins):not(.matters)").first.evaluate(outline) == "none"
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS)["ringed"]
    box = page.locator("#only-changes")
    assert box.evaluate("(box) => getComputedStyle(box).appearance") != "none", "the system draws it"


def test_a_reference_is_taken_by_click_or_key(open_tab: OpenTab) -> None:
    """ "Cite this" opens without a script; a click on a reference selects the whole of it and nothing else."""
    page = open_tab().go("stories/ferry/")
    cite = page.locator("details.cite")
    cite.locator("summary").focus()
    page.keyboard.press("Enter")
    plain = cite.locator("p").inner_text()
    assert "https://example.org/stories/ferry/" in plain
    formats = cite.locator("pre")
    assert formats.evaluate_all("(all) => all.map((one) => one.dataset.format)") == ["BibTeX", "RIS", "CSL-JSON"]
    for reference in formats.all():
        reference.click()
        selected = page.evaluate("getSelection().toString()")
        assert selected.strip() == reference.inner_text().strip()
        assert "https://example.org/stories/ferry/" in selected


LAMP = """The lamp at the end of the pier was lit on Friday for the first time in nine years.

Forty people came to the pier and brought their own chairs, the harbour office said.

Ada Brandt, who keeps the slipway, had painted the door of the tower green the day before."""


def test_an_old_link_to_a_sentence_leads_to_it_after_a_rebuild(open_tab: OpenTab, tmp_path: Path) -> None:
    """After a paragraph was put before it, a link is right; after its words changed, it leads there and says so."""
    archive = {
        "site.toml": 'title = "Lamps"\nbase_url = "https://example.org/"\n',
        "sources/wire.md": "---\nname: Wire\n---\n",
        "sources/courier.md": "---\nname: Courier\n---\n",
        "stories/lamp/wire.md": f"---\nsource: wire\ntitle: A lamp is lit\npublished: 2031-03-01\n---\n\n{LAMP}\n",
        "stories/lamp/courier.md": "---\nsource: courier\ntitle: Lamp lit\npublished: 2031-03-02\n---\n\n"
        + LAMP.replace("green", "red")
        + "\n",
    }
    content = write(tmp_path / "content", archive)
    build(content, tmp_path / "site")
    record = ["edition", str(content), "--date"]
    assert CliRunner().invoke(main, [*record, "2031-05-01"], catch_exceptions=False).exit_code == 0
    with serving(build(content, tmp_path / "site")) as at:
        page = open_tab(at).go("stories/lamp/")
        ids = {
            words: page.locator("[id^=s-]", has_text=words).last.get_attribute("id")
            for words in ("Forty people", "Ada Brandt")
        }
    edited = archive["stories/lamp/wire.md"].replace("Forty people", "Some fifty people")
    write(content, {"stories/lamp/wire.md": edited.replace("\nThe lamp", "\nA storm had passed by noon.\n\nThe lamp")})
    assert CliRunner().invoke(main, [*record, "2031-06-02"], catch_exceptions=False).exit_code == 0
    in_view = (
        "(element) => { const box = element.getBoundingClientRect(); return box.top >= 0 && box.top < innerHeight; }"
    )
    with serving(build(content, tmp_path / "site")) as at:
        tab = open_tab(at, height=400, java_script_enabled=False)
        target = tab.go(f"stories/lamp/#{ids['Ada Brandt']}").locator(":target")
        assert "Ada Brandt" in target.inner_text()
        assert target.evaluate(in_view)
        target = tab.go(f"stories/lamp/#{ids['Forty people']}").locator(":target")
        assert "This sentence has changed" in target.inner_text()
        assert target.is_visible()
        assert "Some fifty people" in target.locator("xpath=..").inner_text()
        assert tab.page.locator("text=This sentence has changed").count() == 1
