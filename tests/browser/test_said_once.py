"""Comparisons of ten sorts: no sentence stands twice on any, names fit a phone, quotations keep their marks."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Files, OpenTab, build, serving, write

pytestmark = pytest.mark.browser

OPENING = "CORVIN, 3 May (Delta Wire) — The city will close its tram depot and turn the halls into a library."
COST = "The conversion is expected to cost 14.2 million crowns. Half of that sum comes from the region."
QUOTE = '"We have waited eleven years for this vote, and the roof has not waited with us," said Ilse Maron.'
HISTORY = "The depot was built in 1911. Its last tram left on 8 June 2019, and since then the halls have held salt."
DOUBT = '"Nobody has looked under the floor," said Piet Adler of the Free Voters, who asked for a survey first.'
END = "Work is to begin in the spring, and the library should open its doors to readers in 2034."
WIRE = (OPENING, COST, QUOTE, HISTORY, DOUBT, END)
SPANISH = (
    "CORVIN, 3 de mayo (Delta Wire) — La ciudad cerrará su cochera de tranvías y hará de las naves una biblioteca.",
    "Se espera que la reforma cueste 14,2 millones de coronas. La mitad de esa suma procede de la región.",
    "«Hemos esperado once años esta votación, y el tejado no ha esperado con nosotros», dijo Ilse Maron.",
    "La cochera se construyó en 1911. Su último tranvía salió el 8 de junio de 2019.",
)
ARABIC = (
    "أعلنت بلدية المينا يوم الأحد أنها ستغلق سوق السمك القديم لمدة ستة أشهر من أجل ترميم السقف والأرصفة.",
    "وقال رئيس البلدية سامر النجار: «لن يخسر أي صياد مكانه، وسنفتح سوقاً مؤقتاً عند المدخل الشمالي».",
    "وأضاف أن أعمال الترميم ستبدأ في 12 حزيران، وأن السوق الجديد سيضم 84 كشكاً ومخزناً مبرداً واحداً.",
)
VIETNAMESE = (
    "Chính quyền huyện Cửa Sông cho biết bến phà cũ sẽ ngừng hoạt động từ ngày 15 tháng 7, với kinh phí 42 tỷ đồng.",
    '"Người dân sẽ được đi phà miễn phí trong ba tháng ở bến phía bắc", ông Lê Văn Đức nói.',
    "Bến phà được xây năm 1978 và mỗi ngày đưa khoảng 1.200 lượt khách qua sông.",
)
CHINESE = (
    "河口县政府表示，旧渡口将从7月15日起停止运营，以便修建新码头，预算为4200万元。",
    "“居民三个月内可以在北码头免费乘船，”副县长李文德说。",
    "渡口建于1978年，每天运送约1200名乘客过河。",
)
ROLL = tuple(
    f"Entry {n}: the clerk of the {n}th lock counted {n + 3} barrels and {n + 7} ropes that day." for n in range(330)
)
LONG_NAMES = {
    "en": "The United Morning, Evening and Sunday Courier of the Nine Harbours, "
    "the Upper Valleys and the Islands Beyond",
    "ar": "صحيفة الأخبار اليومية المتحدة للموانئ التسعة والوديان العليا "
    "والجزر البعيدة وما يليها من القرى والبلدات الساحلية",
    "zh": "九港联合晨报暨上谷群岛及其周边村镇每日新闻通讯社联合编辑部特别副刊" * 3 + "九港联合晨报",
}
"""Outlets of some 110 characters, by their languages."""


def changed(texts: tuple[str, ...], *pairs: tuple[str, str]) -> tuple[str, ...]:
    """A copy of the texts with words replaced; each stood there."""
    joined = "\n\n".join(texts)
    for before, after in pairs:
        assert before in joined
        joined = joined.replace(before, after)
    return tuple(joined.split("\n\n"))


SORTS: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "verbatim": ("en", WIRE, WIRE),
    "cut": ("en", WIRE, WIRE[:3]),
    "one-change": ("en", WIRE, changed(WIRE, ("14.2", "12.4"))),
    "style": ("en", WIRE, changed(WIRE, ("—", "–"), ('"We', "“We"), ('us,"', "us,”"))),
    "rewritten": (
        "en",
        WIRE,
        changed(WIRE, ("is expected to cost", "will cost some"), ("14.2", "15.2"), ("has looked", "looked"))[1:5],
    ),
    "quoting": ("en", WIRE, ("Forty drivers met over plum cake in Corvin this week.", QUOTE, "None misses the halls.")),
    "many": ("en", ROLL, tuple(re.sub(r"counted \d+", "counted 9", line) for line in ROLL)),
    "arabic": ("ar", ARABIC, changed(ARABIC, ("ستة أشهر", "ثمانية أشهر"), ("84", "48"))),
    "vietnamese": ("vi", VIETNAMESE, changed(VIETNAMESE, ("42 tỷ", "24 tỷ"))),
    "chinese": ("zh", CHINESE, changed(CHINESE, ("4200", "2400"))),
}
"""By story: the language, the agency's text, and what another outlet has; `translated` is beside them."""
# Each sentence that the page says of the two texts where it can be seen, with what it stands in.
SAID = """() => {
  const isSeen = (element) => {
    for (let node = element; node; node = node.parentElement) {
      if (getComputedStyle(node).clipPath.startsWith("inset(50%")) return false;
    }
    return element.checkVisibility({ checkVisibilityCSS: true });
  };
  return [...document.querySelectorAll(".lede, .rail li, .remarks li, .figures dt, .caution")]
    .map((element) => {
      const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      let words = "";
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        if (isSeen(node.parentElement) && !node.parentElement.closest(".also, .report-claim, .tag")) words += node.data;
      }
      return [element.id, words.replace(/[\\u2066-\\u2069]/g, "").replace(/\\s+/g, " ").trim()];
    });
}"""


def said_twice(page: Page) -> list[str]:
    """Sentences that stand in two places of the page. Two changes may be told in the same words."""
    places: dict[str, list[str]] = {}
    for change, words in page.evaluate(SAID):
        for sentence in re.split(r"(?<=[.!?؟。])\s+", words):
            if len(sentence) > 12:
                places.setdefault(sentence, []).append(change)
    return [sentence for sentence, changes in places.items() if len(changes) > 1 and not all(changes)]


@pytest.fixture(scope="module")
def sorts(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """An archive with a comparison of each sort, in English and in Arabic."""
    folder = tmp_path_factory.mktemp("sorts")
    files = {"site.toml": 'title = "Sorts"\ninterface_languages = ["ar"]\ndated_until = "2032-01-01"\n'}
    names = {"wire": "Delta Wire", "post": "The Corvin Post", **LONG_NAMES}
    for source, name in names.items():
        language = source if source in LONG_NAMES else "en"
        kind = "agency" if source == "wire" else "newspaper"
        files[f"sources/{source}.md"] = f'---\nname: "{name}"\nkind: {kind}\nlanguage: {language}\n---\n'

    def add(story: str, name: str, source: str, language: str, texts: tuple[str, ...], more: str = "") -> None:
        title = "The depot" if name == "wire" or story == "one-change" else f"A library of {story}"
        head = f"title: {title}\nsource: {source}\nlanguage: {language}\npublished: 2031-05-0{3 + (name != 'wire')}"
        files[f"stories/{story}/{name}.md"] = f"---\n{head}{more}\n---\n\n" + "\n\n".join(texts) + "\n"

    for story, (language, texts, others) in SORTS.items():
        add(story, "wire", "wire", language, texts)
        add(story, "post", "post", language, others, "\ncredit: Delta Wire")
    add("translated", "wire", "wire", "en", WIRE)
    add("translated", "post", "post", "es", SPANISH, "\ntranslation_of: translated-wire")
    for language, texts in {"en": WIRE, "ar": ARABIC, "zh": CHINESE}.items():
        add(f"long-{language}", "wire", language, language, texts)
        figure = {"en": ("14.2", "12.4"), "ar": ("84", "48"), "zh": ("1200", "2100")}[language]
        add(f"long-{language}", "post", language, language, changed(texts, figure))
    return build(write(folder / "content", files), folder / "site")


@pytest.fixture(scope="module")
def at(sorts: Files) -> Iterator[str]:
    """Where that archive is served."""
    with serving(sorts) as origin:
        yield origin


def comparison_of(sorts: Files, story: str) -> str:
    """The path of a story's only comparison; the first page of one that is long."""
    pages = [
        path
        for path in sorts
        if path.startswith(f"stories/{story}/") and path.endswith("--" + f"{story}-post/index.html")
    ]
    assert len(pages) == 1, (story, pages)
    return pages[0].removesuffix("index.html")


@pytest.mark.parametrize("width", [390, 1280])
def test_a_comparison_says_a_thing_once(open_tab: OpenTab, sorts: Files, at: str, width: int) -> None:
    """What the lede says of a change no margin says again, and what stands in the row of titles no lede."""
    tab = open_tab(at=at, width=width, bypass_csp=True)
    leading = []
    for story in [*SORTS, "translated"]:
        if story == "quoting":
            # It shares public words alone: the story has no comparison.
            assert not any("--" in path for path in sorts if path.startswith("stories/quoting/"))
            continue
        page = tab.go(comparison_of(sorts, story))
        assert said_twice(page) == [], story
        if story == "translated":
            # Laid out as sentences beside each other: nothing is said above them.
            assert page.locator(".lede").count() == 0
            continue
        lede = page.locator(".lede").inner_text()
        for title in page.locator(".titles .title").all_inner_texts():
            assert title not in lede
        leading += [story] if page.locator(".lede a").count() else []
    assert {"one-change", "arabic", "vietnamese", "chinese"} <= set(leading)
    page = tab.go(comparison_of(sorts, "one-change"))
    page.add_style_tag(content="#content .remarks li > .in-lede { position: static; clip-path: none; }")
    page.add_style_tag(content="#content .remarks > li { position: static; clip-path: none; }")
    assert said_twice(page)


def test_the_lede_leads_to_the_change(open_tab: OpenTab, sorts: Files, at: str) -> None:
    """Who follows the sentence arrives at the line, and is told there again."""
    page = open_tab(at=at, width=1280).go(comparison_of(sorts, "one-change"))
    told = page.locator(".lede a").inner_text()
    place = page.locator(".remarks .in-lede")
    assert (place.bounding_box() or {})["width"] == 1
    page.locator(".lede a").click()
    assert place.inner_text() == told
    assert (place.bounding_box() or {})["width"] > 50


@pytest.mark.parametrize("language", LONG_NAMES)
def test_modes_with_long_names_fit_a_phone(open_tab: OpenTab, sorts: Files, at: str, language: str) -> None:
    """Outlets of some 110 characters: nothing is scrolled to, each mode is seen whole, and none covers another."""
    page = open_tab(at=at, width=390, height=844, bypass_csp=True).go(comparison_of(sorts, f"long-{language}"))
    modes = page.locator(".modes")
    assert modes.evaluate("(element) => element.scrollWidth <= element.clientWidth")
    boxes = [label.bounding_box() or {} for label in modes.locator("label").all()]
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= 390 and box["height"] >= 24 for box in boxes)
    rows = [(box["y"], box["y"] + box["height"], box["x"], box["x"] + box["width"]) for box in boxes]
    for index, (top, bottom, left, right) in enumerate(rows):
        for above, below, start, end in rows[:index]:
            assert top >= below - 0.5 or bottom <= above + 0.5 or left >= end - 0.5 or right <= start + 0.5
    page.add_style_tag(
        content=".bar .modes { flex-wrap: nowrap !important; white-space: nowrap !important; overflow-x: auto; }"
    )
    assert not modes.evaluate("(element) => element.scrollWidth <= element.clientWidth")


# How far the first and the last letter of an element stand from the edges of what it stands in.
ENDS = """(element) => {
  const node = element.firstChild;
  const boxOf = (at) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect();
  };
  const [first, before, last] = [boxOf(0), boxOf(node.data.length - 2), boxOf(node.data.length - 1)];
  const block = element.parentElement.getBoundingClientRect();
  return { left: first.left - block.left, right: block.right - first.right, ends: last.left - before.left };
}"""


def test_a_quotation_against_the_page_keeps_its_marks(open_tab: OpenTab, at: str) -> None:
    """On an Arabic page an English sentence begins at its left and its last mark stands right; and the reverse."""
    tab = open_tab(at=at, width=390, height=844, bypass_csp=True)
    english = tab.go("ar/stories/one-change/").locator(".leads > li > bdi").first
    assert english.inner_text().startswith("“The conversion")
    ends = english.evaluate(ENDS)
    assert ends["left"] < 12
    assert ends["ends"] > 0
    tab.page.add_style_tag(content=".leads > li > bdi { display: inline !important; unicode-bidi: normal !important; }")
    turned = english.evaluate(ENDS)
    assert turned["left"] >= 12 or turned["ends"] <= 0
    ends = tab.go("stories/arabic/").locator(".leads > li > bdi").first.evaluate(ENDS)
    assert ends["right"] < 12
    assert ends["ends"] < 0
