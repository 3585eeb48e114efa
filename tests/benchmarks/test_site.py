"""What measures the pages of a site counts right, and sees what is worse."""

import json
import sys
from pathlib import Path

import pytest

from benchmarks.site import lighthouse
from benchmarks.site.in_files import heaviest
from benchmarks.site.lighthouse import Load, load_in, loads_of, median_of
from benchmarks.site.pages import KINDS, LANGUAGES, file_of
from benchmarks.site.weights import Weight, elements_of, weights
from benchmarks.targets import table_of
from tests.text.test_catalogues import LANGUAGES as TRANSLATED

REPORT = {
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
    read = load_in(REPORT)
    assert (read.performance, read.seo, read.largest_paint, read.blocking) == pytest.approx((98, 92, 1.25, 40))


@pytest.mark.parametrize(("failures", "is_measured"), [(2, True), (3, False)])
def test_a_load_without_a_record_is_made_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, failures: int, is_measured: bool
) -> None:
    """Chromium now and then keeps no record of a load; one that always fails is told."""
    count = tmp_path / "count"
    count.write_text("0")
    (tmp_path / "program.py").write_text(
        f"import sys\nfrom pathlib import Path\ncount = Path({str(count)!r})\n"
        "count.write_text(str(int(count.read_text()) + 1))\n"
        f"int(count.read_text()) <= {failures} and sys.exit('Please run Lighthouse again. (NO_NAVSTART)')\n"
        "[path] = [part.partition('=')[2] for part in sys.argv if part.startswith('--output-path=')]\n"
        f"Path(path).write_text({json.dumps(json.dumps(REPORT))})\n"
    )
    monkeypatch.setattr(lighthouse, "COMMAND", (sys.executable, str(tmp_path / "program.py")))
    if is_measured:
        assert loads_of("address", "chromium", 1) == load_in(REPORT)
    else:
        with pytest.raises(RuntimeError, match="NO_NAVSTART"):
            loads_of("address", "chromium", 1)
    assert count.read_text() == "3"


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
