"""Every kind of page in a browser: under its policy, by axe's rules, on a narrow screen, dark, printed, mirrored."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from benchmarks.site.accessibility import barriers
from benchmarks.site.pages import KINDS
from tests.browser import conftest
from tests.browser.conftest import OpenTab, Sample, build, headers_for, parse_headers, serving, write

pytestmark = pytest.mark.browser

Address = Callable[[str], str]
NARROW = {"width": 320, "height": 640}
ARTICLE = """---
title: {title}
source: {source}
published: 2031-03-03T0{hour}:00:00Z
language: ar
---

وكانت العبّارة قد غادرت لورن عند الساعة ٦:١٥ صباحًا متجهة إلى جزيرة تولم التي تبعد ٥٠ دقيقة عبر مضيق السوند {more}.

وقال ربّان العبّارة، القبطان يورن فاسك: «توجّهها بمحرّك، ثم تنتظر، ثم توجّهها بالآخر. الأمر أشبه بأن تقود بقرة لها رأيها».
"""
ARTICLE_HEAD = """---
title: Lamp lit
source: {source}
published: 2031-03-03T0{hour}:00:00Z
language: en
credit: {credit}
---

"""
LAMP = (
    "The lighthouse at Holm was lit on Friday for the first time in nine years, the harbour office told reporters.\n\n"
    "The lamp turned for an hour and was seen from 14 villages on both sides of the sound, the office added later on.\n"
)


def overflow(page: Page) -> int:
    """By how much a page is wider than the window."""
    return page.evaluate("document.documentElement.scrollWidth - innerWidth")


def test_without_chromium_tests_fail_in_ci_and_are_skipped_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody believes that pages were looked at when they were not."""
    monkeypatch.setattr(conftest, "find_chromium", lambda: None)
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="no Chromium on this machine, and CI=true"):
        conftest.need_chromium()
    monkeypatch.setenv("CI", "")
    with pytest.raises(pytest.skip.Exception, match="no Chromium on this machine"):
        conftest.need_chromium()


def test_headers_are_those_that_security_needs(site: Sample) -> None:
    """`_headers` forbids inline code, framing and guessing at types, on every path."""
    rules = parse_headers(site.files["_headers"].decode())
    for path in ("/", "/stories/ferry/", "/data/archive.json", "/assets/x.css"):
        sent = headers_for(path, rules)
        policy = sent["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe-inline" not in policy
        assert "'unsafe-eval'" not in policy
        assert sent["X-Content-Type-Options"] == "nosniff"
        assert sent["Referrer-Policy"]
    assert "immutable" in headers_for("/assets/x.css", rules)["Cache-Control"]
    assert "Cache-Control" not in headers_for("/", rules)


@pytest.mark.parametrize("kind", KINDS)
def test_page_opens_in_silence(open_tab: OpenTab, address: Address, kind: str) -> None:
    """No error in the console, no violation of the policy, no request to another host; language and direction set."""
    tab = open_tab(fresh=True)
    page = tab.go(address(kind))
    assert (tab.errors, tab.violations, tab.foreign) == ([], [], [])
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["en", "ltr"]
    assert page.evaluate("'js' in document.documentElement.dataset"), "the script of the site did not run"
    assert page.evaluate("document.styleSheets.length") == 1


def test_noise_is_heard(open_tab: OpenTab, site: Sample) -> None:
    """Under the same headers an inline script is refused and told, and so is a picture from elsewhere."""
    bad = b"<!doctype html><script>alert(1)</script><img src=http://elsewhere.example/x.png onerror=alert(2)>"
    with serving({"index.html": bad}, site.files["_headers"].decode()) as at:
        tab = open_tab(at)
        tab.go("")
        refused = tab.violations
        assert {line.split()[0] for line in refused} >= {"script-src-elem", "script-src-attr", "img-src"}
        assert tab.errors
        assert tab.ran == []
    with serving({"index.html": bad}, "") as at:
        tab = open_tab(at)
        tab.go("")
        assert tab.ran == ["alert 1", "alert 2"]
        assert tab.foreign == ["http://elsewhere.example/x.png"]


def test_page_may_not_be_framed(open_tab: OpenTab, origin: str) -> None:
    """Another page cannot show ours inside itself, which only a header can forbid."""
    frame = f'<!doctype html><iframe src="{origin}about/"></iframe>'.encode()
    with serving({"index.html": frame}) as at:
        tab = open_tab(at)
        tab.go("")
        assert any("frame-ancestors" in error for error in tab.errors)


def test_unknown_address_gets_the_page_that_says_so(open_tab: OpenTab) -> None:
    """At any depth the 404 page has its style and its links."""
    page = open_tab().go("stories/none/at/all/")
    assert page.inner_text("h1") == "There is no page at this address"
    assert page.evaluate("document.styleSheets.length") == 1
    page.click("main a >> nth=0")
    assert page.locator(".home").count() == 1


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "article"])
def test_axe_finds_nothing(open_tab: OpenTab, address: Address, kind: str) -> None:
    """WCAG 2.2 AA and good practice, in light on a wide screen and in dark on a narrow one."""
    page = open_tab(bypass_csp=True).go(address(kind))
    assert barriers(page) == []
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 390, "height": 844})
    assert barriers(page) == []


def test_axe_finds_what_is_wrong(open_tab: OpenTab) -> None:
    """A page made worse is found out: a picture without words, faint letters, no language."""
    page = open_tab(bypass_csp=True).go("about/")
    page.evaluate(
        """() => {
          document.documentElement.lang = "";
          document.querySelector("h1").style.color = "#eee";
          document.querySelector("main").append(new Image());
        }"""
    )
    found = {line.split(":")[0] for line in barriers(page)}
    assert found >= {"html-has-lang", "color-contrast", "image-alt"}


def test_no_page_scrolls_sideways(open_tab: OpenTab, address: Address) -> None:
    """At 320 pixels every kind of page fits its window."""
    tab = open_tab(**NARROW)
    assert {kind: over for kind in KINDS if (over := overflow(tab.go(address(kind))))} == {}


def test_sideways_scroll_is_seen(open_tab: OpenTab) -> None:
    """One wide line is enough for the check above to fail."""
    page = open_tab(**NARROW).go("about/")
    page.evaluate("document.querySelector('h1').style.inlineSize = '400px'")
    assert overflow(page) > 0


def test_long_words_do_not_widen_a_page(open_tab: OpenTab, tmp_path: Path) -> None:
    """A word of a thousand letters and letters with a hundred marks stay inside a narrow window."""
    odd = ["w" * 1_000, "a" + "\u0301" * 100, "https://example.org/" + "path/" * 60, "\ufdfd" * 40]
    body = "\n\n".join(f"The lighthouse at Holm was lit on Friday, and {word} was written on the wall." for word in odd)
    archive = {
        "sources/wide.md": f"---\nname: {odd[0]}\n---\n",
        "stories/wide/a.md": f"---\ntitle: {odd[0]}\nsource: wide\nauthor: {odd[0]}\n---\n\n{body}\n",
        "stories/wide/b.txt": f"{body}\n\nIt was dark, and {odd[0][:500]} was seen.\n",
    }
    site = build(write(tmp_path / "content", archive), tmp_path / "site")
    (comparison,) = [path.removesuffix("index.html") for path in site if path.startswith("stories/") and "--" in path]
    with serving(site) as at:
        tab = open_tab(at, **NARROW)
        for path in ("", "stories/wide/", comparison, "articles/wide-a/", "sources/wide/", "sources/"):
            page = tab.go(path)
            assert (path, overflow(page)) == (path, 0)


@pytest.mark.parametrize("kind", ["home", "comparison", "article"])
def test_page_prints(open_tab: OpenTab, address: Address, kind: str) -> None:
    """On paper there is what differs, black on white, the report of all changes, and nothing to click."""
    tab = open_tab(color_scheme="dark")
    page = tab.go(address(kind))
    assert page.locator(".site-nav").is_visible()
    page.emulate_media(media="print")
    assert page.locator(".site-nav").is_hidden()
    assert page.locator("h1").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    if kind == "comparison":
        assert page.locator(".bar").is_hidden()
        assert page.locator(".line.changed .text").first.is_visible()
        assert page.locator(".fold summary").first.is_visible(), "it is said how much of what is alike is left out"
        assert page.locator(".report li").first.is_visible()
    assert page.pdf().startswith(b"%PDF")
    assert tab.errors == []


@pytest.mark.parametrize("kind", ["home", "comparison"])
def test_nothing_moves_for_who_wants_no_motion(open_tab: OpenTab, address: Address, kind: str) -> None:
    """With reduced motion no animation runs and jumps are jumps."""
    tab = open_tab(reduced_motion="reduce")
    page = tab.go(address(kind))
    page.keyboard.press("j")
    assert page.evaluate("document.getAnimations().length") == 0
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    assert tab.errors == []


def test_dark_mode_is_dark(open_tab: OpenTab) -> None:
    """The page follows the reader's scheme: light letters on a dark ground, and the other way round."""
    page = open_tab().go("")
    brightness = """[document.body].map(getComputedStyle).map((style) => [style.backgroundColor, style.color].map(
      (color) => color.match(/\\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0)))[0]"""
    ground, letters = page.evaluate(brightness)
    assert ground > 600
    assert letters < 150
    page.emulate_media(color_scheme="dark")
    ground, letters = page.evaluate(brightness)
    assert ground < 150
    assert letters > 600


# Where the first letter of an element stands: how far from its left edge and from its right edge.
FIRST_LETTER = """(element) => {
  const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
  const range = document.createRange();
  range.setStart(text, 0);
  range.setEnd(text, 1);
  const [letter, box] = [range.getBoundingClientRect(), element.getBoundingClientRect()];
  return [letter.left - box.left, box.right - letter.right];
}"""


def test_arabic_article_is_read_from_the_right(open_tab: OpenTab, address: Address) -> None:
    """Title and text begin at their right edge, in Arabic's direction; an English article at its left."""
    page = open_tab().go(address("article in Arabic"))
    page.check("#words-plain")
    for selector in ("h1", ".as-published > :first-child"):
        left, right = page.locator(selector).evaluate(FIRST_LETTER)
        assert right < 4 < 100 < left
    assert page.locator(".as-published").evaluate("(text) => [text.lang, text.dir]") == ["ar", "rtl"]
    assert page.locator("h1").evaluate("(title) => [title.lang, title.dir]") == ["ar", "rtl"]
    page.goto(page.url.replace("marfa-alyawm", "northern-wire"))
    assert page.locator("#words-plain").count() == 0, "a base has its own words"
    left, right = page.locator(".as-published > :first-child").evaluate(FIRST_LETTER)
    assert left < 4 < 100 < right


# Pieces of a page that hold Arabic letters, and those of them that stand in nothing which says their direction: no
# element, and no isolate.
# Not in the keeper's notes: they are prose, with its own words in other scripts.
ARABIC = """() => {
  const all = [], loose = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (!/\\p{Script=Arabic}/u.test(data) || parentElement.closest(".notes, pre, script")) continue;
    all.push(data);
    const alone = data.replace(/\u2068[^\u2069]*\u2069/g, "");
    if (/\\p{Script=Arabic}/u.test(alone) && !parentElement.closest("bdi, [dir=rtl], svg text")) loose.push(data);
  }
  return [all.length, loose];
}"""


def test_names_keep_their_own_direction(open_tab: OpenTab) -> None:
    """Every Arabic name or title in an English page stands in a `bdi` or an element that says its direction."""
    tab = open_tab()
    for path in ("stories/ferry/", "articles/ferry-marfa-alyawm/", "sources/marfa-alyawm/", "sources/", "search/"):
        found, loose = tab.go(path).evaluate(ARABIC)
        assert found, path
        assert loose == [], path
    tab.page.evaluate("document.querySelector('h1').textContent = 'مرفأ اليوم'")
    assert tab.page.evaluate(ARABIC)[1] == ["مرفأ اليوم"]


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A small archive whose own language is Arabic."""
    folder = tmp_path_factory.mktemp("arabic")
    archive = {
        "site.toml": 'title = "أرشيف المقارنة"\nlanguage = "ar"\n',
        "sources/marfa.md": "---\nname: مرفأ اليوم\nlanguage: ar\n---\n",
        "sources/sahil.md": "---\nname: الساحل\nlanguage: ar\n---\n",
        "stories/ferry/one.md": ARTICLE.format(title="عبّارة تعود إلى لورن", source="marfa", hour=1, more="يوم الاثنين"),
        "stories/ferry/two.md": ARTICLE.format(title="عبّارة تعود", source="sahil", hour=2, more="يوم الثلاثاء"),
    }
    with serving(build(write(folder / "content", archive), folder / "site")) as at:
        yield at


def places(page: Page, *selectors: str) -> list[float]:
    """The left edges of elements."""
    boxes: list[Any] = [page.locator(selector).first.bounding_box() for selector in selectors]
    return [box["x"] for box in boxes]


def test_archive_in_arabic_is_mirrored(open_tab: OpenTab, arabic: str) -> None:
    """Brand and navigation, text and margin, left and right column change sides, and nothing overflows."""
    mirrored = open_tab(arabic).go("articles/ferry-one/")
    assert mirrored.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["ar", "rtl"]
    plain = open_tab().go("articles/ferry-northern-wire/")
    for first, second in ((".brand", ".site-nav"), (".copy article", ".copy .margin")):
        here, there = places(mirrored, first, second)
        assert here > there
        here, there = places(plain, first, second)
        assert here < there
    tab = open_tab(arabic)
    page = tab.go("stories/ferry/ferry-one--ferry-two/")
    left, right, remarks = places(page, "li.line .left", "li.line .right", "li.line .remarks")
    assert left > right > remarks
    page.set_viewport_size(NARROW)
    assert overflow(page) == 0
    assert (tab.errors, tab.violations) == ([], [])


def test_what_is_beside_a_text_is_set_as_it_was_meant(open_tab: OpenTab, address: Address) -> None:
    """Facts stand close to each other, and an outlet's articles are named in the face of titles."""
    page = open_tab(width=390, height=844).go(address("article"))
    gaps = """(all) => all.slice(1).map((row, place) =>
      row.getBoundingClientRect().top - all[place].getBoundingClientRect().bottom)"""
    close = page.locator(".margin .facts").first.locator("> div").evaluate_all(gaps)
    assert close
    assert max(close) <= 1
    face = "(element) => getComputedStyle(element).fontFamily"
    page = open_tab(width=390, height=844).go(address("source"))
    assert page.locator(".taken-title").first.evaluate(face) == page.locator("h1").evaluate(face)


FLOWS = """() => [...document.querySelectorAll(".flow-drawing")].map((drawing) => {
  const edge = drawing.querySelector("svg").getBoundingClientRect();
  return [...drawing.querySelectorAll("li")].map((line) => {
    const range = document.createRange();
    range.selectNodeContents(line.querySelector("bdi"));
    const [words, box] = [range.getBoundingClientRect(), line.getBoundingClientRect()];
    const shown = line.querySelector("bdi").getBoundingClientRect();
    return {
      name: line.textContent,
      cut: words.left < box.left - 1 || words.right > box.right + 1 || shown.height > box.height,
      far: Math.min(Math.abs(words.right - edge.left), Math.abs(words.left - edge.right)),
    };
  });
})"""
"""Of each name: whether it leaves its line, which ends a long one with dots; how far it is from its band."""


@pytest.mark.parametrize("language", ["en", "ar"])
def test_who_takes_from_whom_fits_a_telephone(open_tab: OpenTab, tmp_path: Path, language: str) -> None:
    """At 390 pixels and at 1,280 no name is cut or far from its band, whatever its direction, and nothing scrolls."""
    names = {
        "wire": ("The Very Old and Honourable Gazette of the Harbours, Islands and Lighthouses", "en"),
        "marfa": ("مرفأ اليوم", "ar"),
        "post": ("Post", "en"),
    }
    files = {
        "site.toml": f'title = "Flows"\nbase_url = "https://example.org"\nlanguage = "{language}"\n',
        "stories/lamp/story.md": "---\nbase: wire\n---\n",
        **{
            f"sources/{name}.md": f"---\nname: {title}\nlanguage: {tongue}\n---\n"
            for name, (title, tongue) in names.items()
        },
        **{
            f"stories/lamp/{name}.txt": ARTICLE_HEAD.format(source=name, hour=hour, credit=credit) + LAMP
            for hour, (name, credit) in enumerate(
                (("wire", ""), ("marfa", names["wire"][0]), ("post", names["wire"][0]))
            )
        },
    }
    built = build(write(tmp_path / "content", files), tmp_path / "site")
    with serving(built) as origin:
        tab = open_tab(origin)
        for path in ("sources/", "sources/wire/", "sources/marfa/"):
            for width in (390, 1280):
                tab.page.set_viewport_size({"width": width, "height": 900})
                page = tab.go(path)
                lines = [line for drawing in page.evaluate(FLOWS) for line in drawing]
                assert len(lines) >= 2, path
                assert [line["name"] for line in lines if line["cut"]] == []
                assert [line["name"] for line in lines if line["far"] > 14] == []
                assert overflow(page) == 0
                assert page.locator(".flow-drawing").evaluate("(box) => box.scrollWidth - box.clientWidth") <= 0


def test_the_old_address_of_a_lone_article_leads_to_it(open_tab: OpenTab) -> None:
    """A story of one article has no page of its own; where one stood before, its article is found."""
    page = open_tab(fresh=True).go("stories/cape-lamp/")
    page.wait_for_url("**/articles/cape-lamp/")
    assert "Eight rainbows" in page.title()


def test_a_comparison_that_is_no_longer_made_leads_to_its_story(open_tab: OpenTab) -> None:
    """A copy that came later may end a comparison, or turn it round; whoever cited it does not read that it is lost."""
    tab = open_tab(fresh=True)
    page = tab.go("stories/ferry/ferry-radio-sund--ferry-that-was/")
    page.wait_for_url("**/stories/ferry/")
    page = tab.go("stories/ferry/ferry-harbour-courier--ferry-northern-wire/")
    page.wait_for_url("**/stories/ferry/ferry-northern-wire--ferry-harbour-courier/")
    page = tab.go("stories/no-such/one--two/")
    page.wait_for_load_state("networkidle")
    assert page.inner_text("h1") == "There is no page at this address"


# Texts in boxes that are clipped, of which the last line hangs out below: how far a `g` of their face reaches.
CUT_BELOW = """() => {
  const pen = document.createElement("canvas").getContext("2d");
  const cut = [];
  for (const element of document.querySelectorAll("main :is(p, h1, h2, h3, dt, dd, td, th)")) {
    if (getComputedStyle(element).overflowY !== "clip" || !element.checkVisibility()) continue;
    const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const parent = node.parentElement;
      if (parent.closest("details:not([open])") && !parent.closest("summary")) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const line = [...range.getClientRects()].at(-1);
      if (!line || line.width <= 1) continue;
      const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(parent);
      pen.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
      const { fontBoundingBoxDescent, actualBoundingBoxDescent } = pen.measureText("gpqy");
      const low = line.bottom - fontBoundingBoxDescent + actualBoundingBoxDescent;
      if (low > element.getBoundingClientRect().bottom + 0.5) cut.push(`${element.tagName} ${node.data.trim()}`);
    }
  }
  return cut;
}"""


@pytest.mark.parametrize("kind", ["titles", "about", "data", "story", "comparison", "source"])
def test_no_letter_is_cut_below_its_line(open_tab: OpenTab, address: Address, kind: str) -> None:
    """Marks that are heaped on a letter are cut at their box; what hangs below a line, as a g does, is not."""
    path = f"{kind}/" if kind in ("titles", "about", "data") else address(kind)
    for width in (390, 1280):
        page = open_tab(width=width, bypass_csp=True).go(path)
        assert page.evaluate(CUT_BELOW) == []
    page.add_style_tag(content="main :is(h1, h2, h3) { padding-block-end: 0 !important; line-height: 1.1 !important; }")
    assert page.evaluate(CUT_BELOW)
