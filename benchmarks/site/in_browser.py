"""The parts of the bench that open pages: axe, the keyboard, Lighthouse."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.site import lighthouse
from benchmarks.site.accessibility import barriers
from benchmarks.site.bench import Bench
from benchmarks.site.pages import COMPARISON, KINDS, LANGUAGES
from benchmarks.targets import Target, at_least, at_most
from tests.browser.conftest import ARGUMENTS, served_files, serving

PHONE = {"width": 390, "height": 844}
WIDE = {"width": 1280, "height": 900}


@contextmanager
def browser_of(bench: Bench) -> Iterator[Browser]:
    """The system's Chromium, which reaches nothing but this machine."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=bench.chromium, args=list(ARGUMENTS))
        yield browser
        browser.close()


def axe(bench: Bench) -> Iterator[Target]:
    """Every kind of page in six languages, light and wide, dark and narrow."""
    runs = found = 0
    with browser_of(bench) as browser:
        for language in LANGUAGES:
            with serving(served_files(bench.sample(language))) as origin:
                context = browser.new_context(bypass_csp=True)
                page = context.new_page()
                for kind, path in KINDS.items():
                    for scheme, size in (("light", WIDE), ("dark", PHONE)):
                        page.set_viewport_size({**size})  # type: ignore[typeddict-item]
                        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
                        page.goto(origin + path)
                        problems = barriers(page)
                        for problem in problems:
                            print(f"axe: {language}, {kind}, {scheme}: {problem}", file=sys.stderr)
                        runs += 1
                        found += len(problems)
                context.close()
    yield at_most(f"axe, rules broken in {runs} runs", found, 0, digits=0)


_FOCUSED = "document.activeElement.closest('[data-stop]')?.id ?? ''"


def tabs_to_first_change(page: Page, most: int = 40) -> int:
    """How often Tab is pressed, and Enter at the link that skips to the changes, until the focus is at the first."""
    first = page.locator("[data-stop]").first.get_attribute("id")
    for pressed in range(1, most + 1):
        page.keyboard.press("Tab")
        if page.evaluate(_FOCUSED) == first:
            return pressed
        if page.evaluate("document.activeElement.hash ?? ''") == f"#{first}":
            page.keyboard.press("Enter")
    return most


def keys(bench: Bench) -> Iterator[Target]:
    """A comparison by keyboard."""
    with browser_of(bench) as browser, serving(served_files(bench.sample())) as origin:
        page = browser.new_page()
        page.goto(origin + COMPARISON)
        yield at_most("tab stops to the first change", tabs_to_first_change(page), 4, digits=0)
        page.goto(origin + COMPARISON)
        page.keyboard.press("j")
        page.keyboard.press("j")
        stop = page.locator("[data-here]").get_attribute("id")
        there = page.evaluate(_FOCUSED) == stop
        yield Target("after a stop the focus is on it", "yes", "yes" if there else "no", there)


def phone_loads(bench: Bench) -> Iterator[Target]:
    """Lighthouse's figures of four pages."""
    if not lighthouse.PROGRAM.is_file():
        yield Target("Lighthouse", ">= 98", "not here: `npm ci --ignore-scripts` in benchmarks/site", False)
        return
    sample, copies = served_files(bench.sample()), served_files(bench.copies(15))
    with serving(sample, compressed=True) as at_sample, serving(copies, compressed=True) as at_copies:
        addresses = {
            "home": at_sample,
            "story of 15 copies": f"{at_copies}stories/ferry/",
            "comparison": at_sample + COMPARISON,
            "article": f"{at_sample}articles/ferry-harbour-courier/",
        }
        for kind, address in addresses.items():
            load = lighthouse.loads_of(address, bench.chromium, bench.runs)
            least = min(load.accessibility, load.best_practices, load.seo)
            yield at_least(f"Lighthouse, {kind}: performance", load.performance, 98, digits=0)
            yield at_least(f"Lighthouse, {kind}: the others", least, 100, digits=0)
            yield at_most(f"Lighthouse, {kind}: LCP", load.largest_paint, 1, unit=" s")
            yield at_most(f"Lighthouse, {kind}: CLS", load.shift, 0, digits=3)
            yield at_most(f"Lighthouse, {kind}: TBT", load.blocking, 50, unit=" ms", digits=0)
