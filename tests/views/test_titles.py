"""Lists of all titles hold every article without a script, on few enough pages; what leads on the home page."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from lxml import html

from benchmarks.site.weights import elements_of
from sitegen.config import Config
from sitegen.model import Moment, Source, StorySummary
from sitegen.pipeline.build import BuildOptions, build_site
from sitegen.views.common import Site, make_frame
from sitegen.views.front import front_parts, title_pages
from sitegen.views.front.titles import TITLES_A_PAGE
from sitegen.views.pages import SearchView, TitleListView
from sitegen.views.site import search_page
from tests.conftest import REPOSITORY
from tests.views.test_home import summary

SITE = Site(
    config=Config(),
    frame=make_frame(Config(), css="a.css", js="a.js", icon="a.svg", version="0"),
    sources={name: Source(id=name, name=name.title()) for name in ("wire", "courier", "post")},
)
MOST_ELEMENTS = 1_400


def stories(count: int, tags: int) -> list[StorySummary]:
    """Lone articles of twenty years in three languages; each has one of so many tags."""
    made = []
    for number in range(count):
        story = summary(f"s{number:05}", "a")
        moment = Moment(day=date(2011 + number % 20, 1 + number % 12, 1 + number % 28)) if number % 50 else None
        article = replace(
            story.articles[0],
            published=moment,
            url=f"articles/{story.id}/",
            language=("en", "ar", "vi")[number % 3],
            tags=(f"tag {number % tags}",),
        )
        made.append(replace(story, articles=(article,)))
    return made


def test_every_article_is_in_a_year_and_a_language() -> None:
    """On pages of two hundred, the newest first, those without a day last."""
    held = stories(1_000, 10)
    listed: dict[str, list[str]] = {}
    for page in title_pages(SITE, held):
        view = page.make().view
        if isinstance(view, TitleListView):
            assert len(view.lines) <= TITLES_A_PAGE
            days = [line.moment for line in view.lines]
            assert days == sorted(days, reverse=True)
            listed.setdefault(page.url.split("/")[1], []).extend(line.article.href for line in view.lines)
    addresses = sorted(f"/articles/{story.id}/" for story in held)
    for way in ("year", "language", "topic"):
        assert sorted(listed[way]) == addresses


def test_ten_thousand_articles_make_few_pages() -> None:
    """However many topics there are: of some thousands three hundred have a page, and those of one article none."""
    assert len(list(title_pages(SITE, stories(10_000, 4_000)))) < 450
    few = [page.url for page in title_pages(SITE, stories(40, 39))]
    assert [url for url in few if "/topic/" in url] == ["titles/topic/tag-0/"]


def test_a_page_tells_what_it_depends_on() -> None:
    """Its stories are those of its titles: so an edit elsewhere makes no page again but the first."""
    for page in title_pages(SITE, stories(500, 10)):
        view = page.make().view
        if isinstance(view, TitleListView):
            assert {f"/articles/{story.id}/" for story in page.stories} == {line.article.href for line in view.lines}


def compared(name: str, kinds: tuple[str, ...], source: str, other: str = "wire") -> StorySummary:
    """A story of two copies of which the second was compared with the first."""
    story = summary(name, "aa", "2031-05-05")
    first, second = story.articles
    second = replace(
        second,
        source=source,
        kinds=kinds,
        lead="The figure changed.",
        against=first.id,
        comparison=f"stories/{name}/a--b/",
    )
    return replace(story, articles=(replace(first, source=other), second), changes=len(kinds))


def test_the_most_telling_changes_lead() -> None:
    """Of each story one copy; nothing of an outlet beside itself, or of one that nobody knows."""
    held = [
        compared("dates", ("date",), "post"),
        compared("denied", ("date", "negation"), "courier"),
        compared("itself", ("negation",), "wire"),
        compared("unknown", ("negation",), ""),
        compared("against-unknown", ("negation",), "post", ""),
        compared("same", (), "post"),
    ]
    parts = front_parts(SITE, held)
    assert [finding.story.label.text for finding in parts.findings] == ["denied", "dates"]
    assert parts.findings[0].copy.href == "/stories/denied/a--b/"
    assert next((link.link.label.text, link.count) for link in parts.most_changed) == ("denied", 2)
    assert [(link.link.label.text, link.count) for link in parts.outlets] == [("Wire", 6), ("Post", 3), ("Courier", 1)]
    assert parts.languages == ()


def test_the_sample_is_found_without_a_script(tmp_path: Path) -> None:
    """Home and search lead to the lists, they to every article, and no page of them is heavy."""
    assert build_site(REPOSITORY / "content", tmp_path / "site", BuildOptions(workers=1, search=False)).report
    for page in ("index.html", "search/index.html"):
        assert "/titles/" in [link[2] for link in html.parse(tmp_path / "site" / page).getroot().iterlinks()]
    pages = sorted((tmp_path / "site/titles").rglob("*.html"))
    linked = {link[2] for path in pages for link in html.parse(path).getroot().iterlinks()}
    articles = {f"/articles/{path.parent.name}/" for path in (tmp_path / "site/articles").rglob("index.html")}
    assert len(articles) > 50
    assert articles <= linked
    assert max(elements_of(path.read_text("utf-8")) for path in pages) <= MOST_ELEMENTS


def test_the_search_page_of_many_sources_is_light() -> None:
    """It lists those with the most articles, by name, and says how many it leaves out; few sources are all there."""
    sources = {f"s{number:03}": Source(id=f"s{number:03}", name=f"Outlet {number:03}") for number in range(400)}
    site = replace(SITE, sources=sources)
    held = [
        replace(story, articles=(replace(story.articles[0], source=f"s{number % 400:03}"),))
        for number, story in enumerate([*stories(400, 1), *stories(600, 1)[400:]])
    ]
    view = search_page(site, held).view
    assert isinstance(view, SearchView)
    names = [source.name.label.text for source in view.index]
    assert names == sorted(names)
    assert {f"Outlet {number:03}" for number in range(100)} <= set(names)
    assert view.more_sources == 400 - len(names) > 0
    assert sum(5 + 3 * len(source.years) for source in view.index) <= 1_200
    few = search_page(site, held[:30]).view
    assert isinstance(few, SearchView)
    assert (len(few.index), few.more_sources) == (30, 0)
