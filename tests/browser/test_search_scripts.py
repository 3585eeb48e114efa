"""Forty queries in ten scripts, and that the reader's browser folds words as the index does."""

import json
from pathlib import Path

import pytest

from sitegen.search.terms import terms_of
from tests.browser.conftest import OpenTab, Sample, build, serving, write
from tests.browser.test_search import search

pytestmark = pytest.mark.browser

TEXTS = {
    "arabic": "أعلن مُدير المتحف أنّ القناع القديم لم يغادر الجزيرة، وأن ١٢٠ زائرًا رأوه في القاعة الكبرى مساء السبت.",
    "chinese": "岛上的博物馆归还了一副木雕面具，馆长在礼堂里向九十位来宾致辞，并承认论文写错了。",
    "cyrillic": "Сторож маяка Ёлкин нашёл на берегу ящик с часами и отнёс его в городской музей на рассвете.",
    "greek": "Ο φύλακας του φάρου βρήκε στην παραλία ένα κιβώτιο με ρολόγια και το πήγε στο μουσείο της πόλης.",
    "hebrew": "שומר המגדלור מצא על החוף ארגז של שעונים והביא אותו אל המוזיאון העירוני עם הזריחה.",
    "hindi": "प्रकाशस्तंभ के रखवाले को तट पर घड़ियों का एक संदूक मिला और वह उसे सुबह संग्रहालय ले गया।",
    "japanese": "灯台守は海岸で時計の箱を見つけ、夜明けに町のミュージアムへ運んだと語った。",
    "korean": "등대지기는 바닷가에서 시계 상자를 발견하여 새벽에 시립 박물관으로 가져갔다고 말했다.",
    "latin": "Đoàn Thị Lựu brought the Straße clock to Łódź; the œuvre’s 1 200 pieces ticked there, naïve and loud.",
    "thai": "ผู้ดูแลประภาคารพบหีบนาฬิกาที่ชายหาดและนำไปยังพิพิธภัณฑ์ของเมืองในตอนเช้า",
}
"""Own sentences, an article each."""
QUERIES = {
    "arabic": ("القناع", "قناع", "والقناع", "مدير", "الجزيره", "120 زائر", "المتحف القديم"),
    "chinese": ("面具", "博物馆", "木雕面具", "馆长", "论文"),
    "cyrillic": ("елкин", "маяка", "ЯЩИК", "городской музей"),
    "greek": ("φαρου", "ΦΎΛΑΚΑΣ", "ρολόγια", "κιβωτιο"),
    "hebrew": ("המגדלור", "שעונים", "המוזיאון"),
    "hindi": ("घड़ियों", "संग्रहालय", "संदूक"),
    "japanese": ("時計", "ミュージアム", "灯台守", "ﾐｭｰｼﾞｱﾑ"),
    "korean": ("등대지기", "박물관", "시계"),
    "latin": ("doan thi luu", "strasse", "Lodz", "oeuvre", "naive"),
    "thai": ("ประภาคาร", "นาฬิกา", "พิพิธภัณฑ์"),
}
"""What is typed, and must find that article: other marks, other letters, other widths, a part of a word."""
LARGEST_FIRST_QUERY = 150_000


def test_words_of_many_scripts_are_found(open_tab: OpenTab, tmp_path: Path) -> None:
    """Each query finds its article, and the first of them takes few bytes."""
    assert sum(map(len, QUERIES.values())) >= 40
    content = {f"{name}.md": f"---\ntitle: {name}\n---\n\n{text}\n" for name, text in TEXTS.items()}
    with serving(build(write(tmp_path / "content", content), tmp_path / "site", search=True)) as origin:
        tab = open_tab(at=origin)
        page = tab.go("search/")
        lost = [
            (name, words)
            for name, queries in QUERIES.items()
            for words in queries
            if f"/articles/{name}/" not in search(page, words, "a")
        ]
        assert lost == []
        assert search(page, "面包", "a") == [], "two signs of which each stands somewhere"
        assert (tab.errors, tab.violations, tab.foreign) == ([], [], [])


def test_the_first_query_is_small(open_tab: OpenTab) -> None:
    """Of the sample archive: what is fetched for the first word that is asked, pages of results included."""
    tab = open_tab(fresh=True)
    page = tab.go("search/")
    sizes: list[int] = []
    page.on("response", lambda response: sizes.append(len(response.body())))
    assert search(page, "ferry")
    page.wait_for_load_state("networkidle")
    assert 0 < sum(sizes) < LARGEST_FIRST_QUERY, sizes


def test_browser_and_index_fold_alike(open_tab: OpenTab, site: Sample) -> None:
    """Every title of the sample and every text above gives the same terms in both."""
    rows = [
        row
        for path, content in site.files.items()
        if path.startswith("search/index/") and isinstance(json.loads(content), list)
        for row in json.loads(content)
    ]
    odd = ["ﬁne ²³ ⅓ ǅ İstanbul ΣΊΣΥΦΟΣ a\u00adb x" + "y" * 60, "𠮷野家 １２３", "٣٫٥ ۴۵", "e\u0301 \u200fאב\u05b0"]
    texts = [*TEXTS.values(), *(row[1] for row in rows), *odd]
    page = open_tab().go("search/")
    fold = "(texts) => texts.map((text) => document.querySelector('[data-find]').terms(text))"
    assert page.evaluate(fold, texts) == [list(terms_of(text)) for text in texts]
