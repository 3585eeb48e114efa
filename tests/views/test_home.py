"""The home page: what leads, what is counted, and what a report is called."""

import re
from datetime import date
from pathlib import Path

from sitegen.model import ArticleSummary, Moment, StorySummary
from sitegen.pipeline.build import BuildOptions, build_site
from sitegen.text.catalogues import ENGLISH
from sitegen.views.order import stories_in_order
from sitegen.views.site import made_of

PIER = (
    "The pier at Marrowby was mended by fourteen men for nine hundred crowns, and the gulls have come back to it. "
    "The harbour office said that the planks came from Skelby, where the old church lost its floor in the spring."
)
CHESS = (
    "A chess club in Lorne received the next move of a game by post on Friday, eleven months late. The player who had "
    "sent it died in the winter, and his widow asked the club to finish the game with her."
)
BRIDGE = "The bridge of Pell is closed until autumn. Lorries take the ferry, which the council pays for every weekday."


def summary(name: str, families: str, day: str = "") -> StorySummary:
    """A story whose articles are in these families, a letter each."""
    moment = Moment(day=date.fromisoformat(day)) if day else None
    articles = tuple(
        ArticleSummary(
            id=f"{name}-{place}",
            path=f"{name}-{place}.txt",
            title=name,
            url="",
            source="",
            language="en",
            published=moment,
            relation="base",
            parent="",
            family=family,
            kept=None,
            taken=None,
            credits_parent=False,
            comparison="",
        )
        for place, family in enumerate(families)
    )
    return StorySummary(
        id=name,
        title=name,
        url=f"stories/{name}/",
        finding="",
        base=f"{name}-0",
        published=moment,
        families=len(set(families)),
        articles=articles,
        changes=0,
    )


def test_stories_in_which_text_was_shared_lead() -> None:
    """Whatever the day: first what shares text, then separate reports, then lone articles, each newest first."""
    stories = [
        summary("lone-new", "a", "2031-05-05"),
        summary("apart-old", "ab", "2031-01-01"),
        summary("shared-old", "aab", "2031-01-01"),
        summary("apart-new", "ab", "2031-05-04"),
        summary("shared-undated", "aa"),
        summary("lone-old", "a", "2031-01-01"),
    ]
    assert [story.id for story in stories_in_order(stories)] == [
        "shared-old",
        "shared-undated",
        "apart-new",
        "apart-old",
        "lone-new",
        "lone-old",
    ]


def test_an_independent_text_is_a_report_and_no_copy() -> None:
    """What a story is made of: only what shares its text with another is called a copy."""
    told = {
        families: made_of(summary("s", families), ENGLISH)
        for families in ("ab", "aab", "aaa", "aabb", "aabbc", "aabcd")
    }
    assert told == {
        "ab": "2 reports",
        "aab": "2 copies of one text and 1 more article",
        "aaa": "3 copies of one text",
        "aabb": "4 copies of 2 texts",
        "aabbc": "4 copies of 2 texts and 1 more article",
        "aabcd": "2 copies of one text and 3 more articles",
    }


def test_home_counts_and_lists_apart(tmp_path: Path) -> None:
    """Shared text, separate reports and lone articles have a part each; figures agree in number."""
    files = {
        "stories/pier/a.txt": PIER,
        "stories/pier/b.txt": PIER,
        "stories/chess/a.txt": CHESS,
        "stories/chess/b.txt": BRIDGE,
        "lone.txt": "Eleven goats walked into the library of Skelby on Sunday, and nobody there could say why.",
    }
    for name, text in files.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    build_site(tmp_path / "content", tmp_path / "site", BuildOptions(workers=1, search=False))
    home = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    figures = dict(re.findall(r"<dt>([^<]*)</dt><dd>([^<]*)</dd>", home))
    assert figures == {
        "story in which text was shared": "1",
        "story told in separate reports": "1",
        "articles": "5",
        "language": "1",
    }
    shared, reports, alone = (
        home.index(mark) for mark in ("2 copies of one text", "2 reports", "Articles that stand alone")
    )
    assert shared < home.index("words of their own") < reports < alone
    assert "families" not in home
    story = (tmp_path / "site/stories/chess/index.html").read_text(encoding="utf-8")
    assert "Two reports; none was found to be a copy of another." in story
    feed = (tmp_path / "site/feed.xml").read_text(encoding="utf-8")
    assert "<entry>" not in feed or feed.index("pier") < feed.index("chess")
