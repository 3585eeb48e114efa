"""Addresses that moved: the old one leads to the new one on every kind of host."""

from pathlib import Path

import pytest

from sitegen.diagnostics import SitegenError
from sitegen.pipeline.build import BuildOptions, BuildResult, build_site

ARTICLE = "---\ntitle: The lamp is lit\npublished: 2031-04-01\n---\nThe lamp at Holm was lit on Friday, at last.\n"


def build(folder: Path, moved: str, base_url: str = "https://example.org/") -> BuildResult:
    """An archive of one article, whose settings say what moved."""
    content = folder / "content"
    content.mkdir(exist_ok=True)
    (content / "site.toml").write_text(f'base_url = "{base_url}"\nredirects = {moved}\n', encoding="utf-8")
    (content / "lamp.md").write_text(ARTICLE, encoding="utf-8")
    return build_site(content, folder / "site", BuildOptions(workers=1, search=False))


def test_an_old_address_leads_to_the_new_one(tmp_path: Path) -> None:
    """By a rule for hosts that know redirects, by a page for the others; neither is in the sitemap."""
    assert build(tmp_path, '["articles/lantern/ articles/lamp/"]', "https://example.org/repo/").report
    rules = (tmp_path / "site" / "_redirects").read_text("utf-8")
    assert rules == "".join(f"/repo/articles/lantern/ /repo/articles/lamp/ {status}\n" for status in ("301!", "301"))
    page = (tmp_path / "site" / "articles" / "lantern" / "index.html").read_text("utf-8")
    assert '<meta http-equiv="refresh" content="0; url=/repo/articles/lamp/">' in page
    assert '<link rel="canonical" href="https://example.org/repo/articles/lamp/">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert "lantern" not in (tmp_path / "site" / "sitemap-1.xml").read_text("utf-8")


def test_without_moves_there_is_no_file(tmp_path: Path) -> None:
    """Control: nothing is written for what did not move."""
    build(tmp_path, "[]")
    assert not (tmp_path / "site" / "_redirects").exists()


@pytest.mark.parametrize(
    ("moved", "code", "hint"),
    [
        ('["articles/lantern/ articles/lamb/"]', "moved-nowhere", "did you mean `articles/lamp/`?"),
        ('["articles/lamp/ about/"]', "moved-not", "remove it from `redirects`"),
    ],
)
def test_a_move_that_cannot_be_is_told(tmp_path: Path, moved: str, code: str, hint: str) -> None:
    """A target without a page, and an old address with one, stop the build with the line of the settings."""
    with pytest.raises(SitegenError) as raised:
        build(tmp_path, moved)
    (problem,) = raised.value.diagnostics
    assert (problem.code, problem.location.line, problem.hint) == (code, 2, hint)
    assert problem.location.path.endswith("site.toml")
    assert not (tmp_path / "site").exists()
