"""What measures the pages of a site counts right, and sees what is worse."""

from pathlib import Path

import pytest

from benchmarks.site.in_files import heaviest
from benchmarks.site.lighthouse import Load, load_in, median_of
from benchmarks.site.pages import KINDS, LANGUAGES, file_of
from benchmarks.site.weights import Weight, elements_of, weights
from benchmarks.targets import table_of
from tests.text.test_catalogues import LANGUAGES as TRANSLATED


def load(performance: float, blocking: float) -> Load:
    return Load(
        performance=performance,
        accessibility=100,
        best_practices=100,
        seo=100,
        largest_paint=0.9,
        shift=0,
        blocking=blocking,
    )


def test_the_median_is_of_each_figure_by_itself() -> None:
    """One slow load of five changes nothing."""
    assert median_of([load(99, 10), load(98, 30), load(60, 900), load(100, 0), load(97, 20)]) == load(98, 20)


def test_a_report_of_lighthouse_is_read() -> None:
    """Scores as parts of 100, times in the units of the table."""
    report = {
        "categories": {
            name: {"score": score}
            for name, score in (("performance", 0.98), ("accessibility", 1), ("best-practices", 1), ("seo", 0.92))
        },
        "audits": {
            "largest-contentful-paint": {"numericValue": 1250.0},
            "cumulative-layout-shift": {"numericValue": 0.01},
            "total-blocking-time": {"numericValue": 40},
        },
    }
    read = load_in(report)
    assert (read.performance, read.seo, read.largest_paint, read.blocking) == pytest.approx((98, 92, 1.25, 40))


def test_the_heaviest_page_is_named() -> None:
    """By bytes and by elements, which may be two pages; one that is too heavy falls short."""
    pages = [Weight(path="a", bytes=26_000, elements=10), Weight(path="b", bytes=5, elements=1_300)]
    by_bytes, by_elements = heaviest("page", pages, 25_000, 1_400)
    assert (by_bytes.good, by_elements.good) == (False, True)
    lines = table_of([by_bytes, by_elements])
    assert "26.0 a" in lines[1]
    assert "FALLS SHORT" in lines[1]
    assert "1,300 b" in lines[2]


def test_pages_are_weighed(tmp_path: Path) -> None:
    """Every page below a folder, elements that close themselves included."""
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "index.html").write_text("<p>a<br>b<i>c</i></p><hr/>")
    assert elements_of("<p>a<br>b<i>c</i></p><hr/>") == 4
    assert [(weight.path, weight.elements) for weight in weights(tmp_path)] == [("x/index.html", 4)]


def test_what_is_looked_at_is_what_there_is() -> None:
    """All languages of the interface, and a file for each kind of page."""
    assert set(LANGUAGES) == {"en", *TRANSLATED}
    assert file_of(KINDS["home"]) == "index.html"
    assert file_of(KINDS["not found"]) == "404.html"
