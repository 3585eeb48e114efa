"""A story's page, where it cannot list everything."""

from pathlib import Path

import pytest

from sitegen.build import BuildOptions, build_site
from sitegen.views import story


def test_a_story_too_large_to_list_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page names how many copies there are; a story that fits says nothing of the kind."""
    content = tmp_path / "content" / "stories" / "s"
    content.mkdir(parents=True)
    for name in "abcd":
        text = "The lighthouse at Holm was lit on Friday for the first time in nine years, the harbour office said."
        (content / f"{name}.txt").write_text(text, encoding="utf-8")
    page = tmp_path / "site" / "stories" / "s" / "index.html"
    build_site(content.parent.parent, page.parents[2], BuildOptions(workers=1, search=False))
    assert "of 4 copies" not in page.read_text(encoding="utf-8")
    monkeypatch.setattr(story, "_LISTED_COPIES", 3)
    build_site(content.parent.parent, page.parents[2], BuildOptions(workers=1, search=False))
    assert "lists the first 3 of 4 copies" in page.read_text(encoding="utf-8")
