"""Two texts side by side: whole without a script, and with one, a walk from change to change."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenTab

pytestmark = pytest.mark.browser

STYLE = "(element, name) => getComputedStyle(element).getPropertyValue(name)"
# What tells one mark from the text around it without any colour.
SHAPES = """() => [...document.querySelectorAll(".pair :is(del, ins)")].map((mark) => {
  const style = getComputedStyle(mark);
  const line = mark.closest(".line");
  const alone = line.matches(mark.localName === "del" ? ".left-only" : ".right-only");
  const other = line.querySelector(mark.localName === "del" ? ".right" : ".left");
  const beside = alone ? other.innerText : "";
  return [mark.localName, style.textDecorationLine, beside, style.borderBlockEndStyle, mark.className];
})"""
IN_VIEW = """(element) => {
  const box = element.getBoundingClientRect();
  const dock = document.querySelector(".dock").getBoundingClientRect();
  return box.height > 0 && box.bottom <= innerHeight && box.top >= (innerWidth > 752 ? dock.bottom - 1 : 0);
}"""


def unmarked(page: Page) -> list[Any]:
    """Marks that only their colour tells from other text. A text that stands alone is marked by an empty column."""
    wanted = {"del": "line-through", "ins": "underline"}
    return [
        [name, line, alone, border, kind]
        for name, line, alone, border, kind in page.evaluate(SHAPES)
        if wanted[name] not in line and not alone.strip()
    ]


def stops(page: Page) -> list[str]:
    """Ids of the changes that a reader walks through, in the order of the page."""
    return page.locator("[data-stop]").evaluate_all("(all) => all.map((stop) => stop.id)")


def here(page: Page) -> list[str]:
    """The change that is marked as the one the reader is at."""
    return page.locator("[data-here]").evaluate_all("(all) => all.map((stop) => stop.id)")


def told(page: Page) -> str:
    return page.inner_text("[data-step-count]")


def test_reads_whole_without_a_script(open_tab: OpenTab, comparison: str) -> None:
    """Without JavaScript every line of both texts is there, and no button that would do nothing."""
    page = open_tab(java_script_enabled=False).go(comparison)
    page.locator(".fold summary").first.click()
    lines = page.locator("li.line:not(.fold details:not([open]) li)")
    assert lines.count() > 5
    assert lines.evaluate_all("(all) => all.every((line) => line.getClientRects().length > 0)")
    assert page.locator(".needs-script").evaluate_all("(all) => all.map((one) => one.getClientRects().length)") == [
        0,
        0,
    ]


def test_switches_work_without_a_script(open_tab: OpenTab, comparison: str) -> None:
    """A class of differences is hidden by its switch, and only changes are shown by theirs."""
    page = open_tab(java_script_enabled=False).go(comparison)
    for switch in page.locator("[id^=hide-]").all():
        kind = (switch.get_attribute("id") or "").removeprefix("hide-")
        mark = page.locator(f".text .k-{kind}").first
        assert mark.evaluate(STYLE, "text-decoration-line") != "none"
        switch.check()
        assert mark.evaluate(STYLE, "text-decoration-line") == "none"
        assert mark.evaluate(STYLE, "background-color") == "rgba(0, 0, 0, 0)"
        switch.uncheck()
        assert mark.evaluate(STYLE, "text-decoration-line") != "none"

    changed = page.locator("li.line:not(.same):visible").count()
    assert page.locator(".fold:visible").count() > 0
    page.check("#only-changes")
    assert page.locator(".fold:visible").count() == 0
    assert page.locator("li.line.same:visible").count() == 0
    assert page.locator("li.line:visible").count() == changed > 0


def test_fold_opens_without_a_script(open_tab: OpenTab, comparison: str) -> None:
    """What is the same in both is folded into a sentence, and a click shows it."""
    page = open_tab(java_script_enabled=False).go(comparison)
    fold = page.locator(".fold").first
    assert "the same" in fold.locator("summary").inner_text()
    assert fold.locator(".line .text").first.is_hidden()
    fold.locator("summary").click()
    assert fold.locator(".line .text").first.is_visible()


def test_change_is_reached_by_its_address(open_tab: OpenTab, comparison: str) -> None:
    """Every stop has a fragment; opened without a script it is in view, below the dock, and highlighted."""
    tab = open_tab(java_script_enabled=False)
    page = tab.go(comparison)
    plain = page.locator("[data-stop]").first.evaluate(STYLE, "background-color")
    for stop in stops(page)[-3:]:
        page.goto(f"{tab.origin}{comparison}#{stop}")
        assert page.locator(f"#{stop}").evaluate(IN_VIEW)
        assert page.locator(f"#{stop}").evaluate(STYLE, "background-color") != plain


def test_marks_are_more_than_colour(open_tab: OpenTab, comparison: str) -> None:
    """Deleted is struck, inserted underlined, and what matters dotted besides. The check sees when they are not."""
    page = open_tab(bypass_csp=True).go(comparison)
    marks = page.evaluate(SHAPES)
    assert {name for name, *_ in marks} == {"del", "ins"}
    assert unmarked(page) == []
    assert {border for *_, border, kind in marks if "matters" in kind.split()} == {"dotted"}
    page.add_style_tag(content="del, ins { text-decoration: none !important }")
    assert unmarked(page)


def test_marks_are_named_for_listeners(open_tab: OpenTab, comparison: str) -> None:
    """Browsers give del and ins their roles, and words before them for those who do not hear roles."""
    page = open_tab().go(comparison)
    assert page.locator(".pair").get_by_role("deletion").count() > 0
    assert page.locator(".pair").get_by_role("insertion").count() > 0
    before = "(mark) => getComputedStyle(mark, '::before').content"
    assert page.locator(".pair del:not(.quiet)").first.evaluate(before) == '"deleted: "'
    assert page.locator(".pair ins:not(.quiet)").first.evaluate(before) == '"inserted: "'


def test_keys_walk_through_all_changes(open_tab: OpenTab, comparison: str) -> None:
    """j goes through every change in order, tells `n of m`, brings each into view, and begins again; k goes back."""
    tab = open_tab()
    page = tab.go(comparison)
    all_stops = stops(page)
    assert len(all_stops) > 3
    assert told(page) == f"{len(all_stops)} changes"
    for number, stop in enumerate(all_stops, start=1):
        page.keyboard.press("j")
        assert (here(page), told(page)) == ([stop], f"{number} of {len(all_stops)}")
        assert page.locator(f"#{stop}").evaluate(IN_VIEW), stop
        assert page.url.endswith(f"#{stop}")
        lit = page.locator("[data-lit]").evaluate_all("(all) => all.map((mark) => mark.dataset.of)")
        assert set(lit) <= {stop}
    page.keyboard.press("j")
    assert here(page) == all_stops[:1]
    page.keyboard.press("k")
    page.keyboard.press("k")
    assert (here(page), told(page)) == ([all_stops[-2]], f"{len(all_stops) - 1} of {len(all_stops)}")
    assert tab.errors == []


def test_buttons_walk_too(open_tab: OpenTab, comparison: str) -> None:
    """Next and previous do what the keys do, are named, and work by Enter."""
    page = open_tab().go(comparison)
    all_stops = stops(page)
    onward, back = (page.get_by_role("button", name=name, exact=True) for name in ("Next change", "Previous change"))
    onward.click()
    assert here(page) == all_stops[:1]
    onward.press("Enter")
    assert (here(page), told(page)) == ([all_stops[1]], f"2 of {len(all_stops)}")
    back.click()
    assert here(page) == all_stops[:1]
    back.click()
    assert here(page) == all_stops[-1:]


def test_keys_are_switched_off(open_tab: OpenTab, comparison: str) -> None:
    """Who speaks to the computer or presses shortcuts is not carried away: the keys have a switch."""
    page = open_tab().go(comparison)
    page.keyboard.press("Control+j")
    assert here(page) == []
    page.uncheck("[data-keys]")
    page.keyboard.press("j")
    assert here(page) == []
    page.check("[data-keys]")
    page.keyboard.press("j")
    assert here(page) == stops(page)[:1]


def test_moved_rows_point_at_each_other(open_tab: OpenTab, comparison: str) -> None:
    """Where a text stands elsewhere in the other copy a link leads there, and one leads back."""
    page = open_tab(java_script_enabled=False).go(comparison)
    pointers = page.locator("li.line.moved .pointer a")
    assert pointers.count() >= 2
    for at in range(pointers.count()):
        line = pointers.nth(at).locator("xpath=ancestor::li[@data-line]").get_attribute("id")
        target = pointers.nth(at).get_attribute("href")
        assert page.locator(f"{target} .pointer a").get_attribute("href") == f"#{line}"
        words = page.locator(f"{target} > div > .text").inner_text()
        pointers.nth(at).click()
        assert page.url.endswith(str(target))
        assert page.locator(f"{target} > div > .text").evaluate(IN_VIEW)
        assert len(words.split()) > 3


@pytest.mark.parametrize("script", [True, False])
def test_a_narrow_screen_shows_both_texts_as_one(open_tab: OpenTab, comparison: str, script: bool) -> None:
    """At 390 pixels an edited paragraph stands there once, struck and underlined; each copy alone is a tap away."""
    page = open_tab(width=390, height=844, java_script_enabled=script).go(comparison)
    line = page.locator("li.line.changed:has(> .merged)").first
    sides = {name: line.locator(f":scope > .{name}") for name in ("merged", "left", "right")}

    def seen() -> set[str]:
        return {name for name, side in sides.items() if side.is_visible()}

    assert seen() == {"merged"}
    assert sides["merged"].locator("del, ins").count() > 0
    page.locator("#mode-left").check()
    assert seen() == {"left"}
    page.locator("#mode-right").check()
    assert seen() == {"right"}
    page.locator("#mode-other").check()
    assert seen() == {"left", "right"}


def test_a_wide_screen_can_show_both_texts_as_one(open_tab: OpenTab, comparison: str) -> None:
    """Side by side unless the reader wants one text."""
    page = open_tab().go(comparison)
    line = page.locator("li.line.changed:has(> .merged)").first
    assert line.locator(":scope > .left").is_visible()
    assert not line.locator(":scope > .merged").is_visible()
    page.locator("#mode-other").check()
    assert not line.locator(":scope > .left").is_visible()
    assert line.locator(":scope > .merged").is_visible()


def test_sides_are_swapped_without_a_script(open_tab: OpenTab) -> None:
    """Who wants the later text on the left has it there, heads and titles with it; the key names outlets, not sides."""
    page = open_tab(java_script_enabled=False).go(COURIER)

    def sides(line: str) -> tuple[float, float]:
        boxes = [page.locator(f"{line} > .{side}").first.bounding_box() or {} for side in ("left", "right")]
        return boxes[0]["x"], boxes[1]["x"]

    for line in (".heads", ".titles", ".lines .changed"):
        assert sides(line)[0] < sides(line)[1]
    page.check("#swap-sides")
    for line in (".heads", ".titles", ".lines .changed"):
        assert sides(line)[0] > sides(line)[1]
    key = page.locator(".asides li").first.text_content() or ""
    assert "only in Northern Wire" in key
    assert "only in Harbour Courier" in key


def test_a_step_takes_the_focus_along_and_says_its_change(open_tab: OpenTab, comparison: str) -> None:
    """Who listens is led to what is said of the change, and hears it."""
    page = open_tab(width=390, height=844).go(comparison)
    page.locator("[data-step-on]").click()
    focused = page.evaluate("document.activeElement.innerText.trim()")
    assert focused
    spoken = page.locator("[data-step-said]").inner_text()
    assert "".join(focused.split()) == "".join(spoken.split())


def test_unchanged_sentences_unfold_without_a_script(open_tab: OpenTab, comparison: str) -> None:
    """The words that a line stands for are shown by a tap."""
    page = open_tab(width=390, height=844, java_script_enabled=False).go(comparison)
    fold = page.locator(".merged details.kept:visible").first
    assert not fold.locator("span").is_visible()
    fold.locator("summary").click()
    assert fold.locator("span").is_visible()


def test_narrow_screen_has_one_column(open_tab: OpenTab, comparison: str) -> None:
    """At 390 pixels, where both are asked for, the right text stands below the left, and each says whose it is."""
    page = open_tab(width=390, height=844).go(comparison)
    page.locator("#mode-other").check()
    outlets = page.locator(".heads h3:not(.remarks)").evaluate_all("(all) => all.map((one) => one.textContent)")
    for fold in page.locator(".fold summary").all():
        fold.click()
    told_of = set()
    for line in page.locator("li.line").all():
        left, right = (line.locator(side).bounding_box() for side in (":scope > .left", ":scope > .right"))
        names = tuple(name.strip() for name in line.locator(".who:visible").all_inner_texts())
        told_of.add(names)
        if right is None:
            assert names == ("Both copies",)
            continue
        assert left is not None
        assert left["x"] == right["x"]
        assert left["y"] + left["height"] <= right["y"] + 1
        assert names == tuple(outlets)
    assert told_of == {tuple(outlets), ("Both copies",)}
    wide = open_tab().go(comparison)
    left, right = (wide.locator(f"li.line > {side}").first.bounding_box() for side in (".left", ".right"))
    assert left is not None
    assert right is not None
    assert left["x"] + left["width"] <= right["x"]
    assert left["y"] == right["y"]


COURIER = "stories/ferry/ferry-northern-wire--ferry-harbour-courier/"
FIRST_MARK = """() => {
  const marks = [...document.querySelectorAll(".pair :is(del, ins)")].filter((mark) => mark.getClientRects().length);
  return Math.round(marks[0].getBoundingClientRect().top + scrollY);
}"""


def test_a_phone_shows_the_first_change_at_once(open_tab: OpenTab) -> None:
    """At 390 pixels the first mark stands within 600 pixels, and the page ends within 2,600; unfolded it does not."""
    page = open_tab(width=390, height=844).go(COURIER)
    height = "document.documentElement.scrollHeight"
    assert page.evaluate(FIRST_MARK) <= 600
    assert page.evaluate(height) <= 2600
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true })")
    assert page.evaluate(height) > 2600


def test_the_second_tab_leads_to_the_first_change(open_tab: OpenTab, comparison: str) -> None:
    """From the top of the page, two tabs and Enter: who walks by key need not pass the switches."""
    page = open_tab().go(comparison)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith(f"#{stops(page)[0]}")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('[data-stop]')?.id") == stops(page)[0]


def test_every_stop_is_reached_on_a_phone(open_tab: OpenTab) -> None:
    """What is said of a change is shown where the reader is, and nowhere else; the rail leads to each change too."""
    page = open_tab(width=390, height=844).go(COURIER)
    all_stops = stops(page)
    for number, stop in enumerate(all_stops, start=1):
        page.locator("[data-step-on]").click()
        assert (here(page), told(page)) == ([stop], f"{number} of {len(all_stops)}")
        box = page.locator(f"#{stop}").bounding_box()
        assert box is not None
        assert box["width"] > 100
    assert page.locator(".rail a").evaluate_all("(all) => all.map((link) => link.hash.slice(1))") == all_stops


def test_the_report_lists_each_change_once(open_tab: OpenTab) -> None:
    """By kind, with its number in reading order, the address and both digests; on paper it is open."""
    page = open_tab().go(COURIER)
    report = page.locator(".report")
    numbers = report.locator("li").evaluate_all("(all) => all.map((entry) => entry.value)")
    assert sorted(numbers) == list(range(1, len(stops(page)) + 1))
    assert numbers != sorted(numbers)
    words = report.text_content() or ""
    assert COURIER in words
    assert len(re.findall(r"\b[0-9a-f]{64}\b", words)) == 2
    assert report.locator("li").first.is_hidden()
    page.emulate_media(media="print")
    assert report.locator("li").first.is_visible()
    assert page.locator(".bar:visible, .rail:visible").count() == 0


def test_words_for_marks_have_a_switch(open_tab: OpenTab, comparison: str) -> None:
    """Who hears the roles of marks need not hear words for them too."""
    page = open_tab(java_script_enabled=False).go(comparison)
    before = "(mark) => getComputedStyle(mark, '::before').content"
    mark = page.locator(".pair del:not(.quiet)").first
    assert mark.evaluate(before) == '"deleted: "'
    page.locator(".asides summary").click()
    page.uncheck("#say-marks")
    assert mark.evaluate(before) == "none"


def test_the_bar_opens_the_change_in_full(open_tab: OpenTab, comparison: str) -> None:
    """On a telephone: the sentence of each side under its name, what is said of it, where to cite it; Escape closes."""
    tab = open_tab(width=390, height=844)
    page = tab.go(comparison)
    opener, card = page.locator("[data-step-card]"), page.locator("#step-card")
    assert opener.is_disabled()
    assert card.is_hidden()
    for _ in range(3):
        page.click("[data-step-on]")
    opener.click()
    assert opener.get_attribute("aria-expanded") == "true"
    assert page.evaluate("document.activeElement.id") == "step-card"
    (change,) = here(page)
    said = page.locator(f'[id="{change}"] .tag').inner_text()
    assert said in card.inner_text()
    assert card.locator("blockquote").count() in (1, 2)
    assert card.locator("a[href='#cite']").count() == 1
    assert card.locator("[id]").count() == 0
    box = card.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["width"] <= 390
    page.keyboard.press("Escape")
    assert card.is_hidden()
    assert opener.evaluate("(button) => button === document.activeElement")
    assert (tab.errors, tab.violations) == ([], [])


def test_a_paragraph_is_copied_as_a_quotation(open_tab: OpenTab) -> None:
    """Who follows the link of a paragraph may copy it with its citation; without a script it is a link alone."""
    address = "articles/ferry-harbour-courier/"
    plain = open_tab(java_script_enabled=False).go(f"{address}#b3")
    assert plain.locator(".here").count() > 5
    assert plain.locator("button.quote").count() == 0
    tab = open_tab()
    page = tab.go(address)
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    page.click('.here[href="#b3"]')
    page.click("button.quote")
    copied = page.evaluate("window.copied")
    words = page.locator("#b3").evaluate(
        "(one) => { one.querySelectorAll('del, .lost, .here, .quote').forEach((part) => part.remove());"
        " return one.textContent.replace(/\\\\s+/g, ' ').trim(); }"
    )
    assert copied.startswith(f"“{words}”\n")
    assert "Harbour Courier" in copied
    assert copied.endswith("/articles/ferry-harbour-courier/#b3\n")
    assert tab.errors == []
