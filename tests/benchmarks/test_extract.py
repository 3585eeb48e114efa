"""The benchmark of extraction: pages that print their text, scores that tell right from wrong."""

from collections import Counter
from collections.abc import Sequence

import pytest

from benchmarks import extract
from benchmarks.pages import CHROMES, TEMPLATES, Chrome, Template
from tests.formats.samples import PARAGRAPHS

TEXT = (
    "Bridge opens, and stays open",
    [*PARAGRAPHS, "Nobody was hurt, and nobody was on time either, said the office."],
)


@pytest.mark.parametrize("template", [one for _, one in TEMPLATES], ids=[name for name, _ in TEMPLATES])
@pytest.mark.parametrize("chrome", CHROMES, ids=[one.language for one in CHROMES])
def test_add_loses_nothing_that_trafilatura_finds(chrome: Chrome, template: Template) -> None:
    """In every template and language each line of the one is a line of the other, and the text is among them."""
    page = template(chrome, *TEXT)
    assert extract.ours(page) == extract.plain(page)
    assert extract.scored(extract.ours(page), TEXT[1]).recall > 0.9
    assert chrome.comment not in "".join(extract.ours(page))


def test_scores() -> None:
    """The truth scores 1; half of it has half the recall; as much again of something else, half the precision."""
    words = [f"w{at}" for at in range(100)]
    truth = [" ".join(words)]
    assert extract.scored(truth, truth).f1 == 1
    half = extract.scored([" ".join(words[:52])], truth)
    assert half.precision == 1
    assert 0.48 < half.recall < 0.52
    more = extract.scored([*truth, " ".join(f"x{at}" for at in range(100))], truth)
    assert more.recall == 1
    assert 0.45 < more.precision < 0.52
    assert extract.scored([], truth).f1 == 0


def test_a_line_that_is_lost_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: an extraction that drops its last line loses one line a page."""
    monkeypatch.setattr(extract, "CHROMES", CHROMES[:1])
    monkeypatch.setattr(extract, "TEMPLATES", TEMPLATES[:2])
    whole = extract.measured([TEXT])
    assert [row.lost for row in whole] == [0, 0]
    found = extract.found_and_left_out

    def shorter(page: str) -> tuple[Sequence[str], Counter[str]]:
        lines, left_out = found(page)
        return lines[:-1], left_out

    monkeypatch.setattr(extract, "found_and_left_out", shorter)
    assert [row.lost for row in extract.measured([TEXT])] == [1, 1]
    assert "lines lost" in extract.table(whole)


def test_a_line_of_the_site_is_left_out_and_not_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts of collections hold such lines, and trafilatura keeps them."""
    monkeypatch.setattr(extract, "CHROMES", CHROMES[:1])
    monkeypatch.setattr(extract, "TEMPLATES", TEMPLATES[:1])
    title, lines = TEXT
    (row,) = extract.measured([(title, [*lines[:2], "Advertisement", *lines[2:]])])
    assert (row.left_out, row.lost) == (1, 0)
