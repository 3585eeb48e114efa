"""Feeds: what is new, when it was declared to be, and that readers of feeds and browsers understand them."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import feedparser
import pytest

from sitegen.build import BuildOptions, build_site

TEXT = (
    "The lamp at the end of the mole in Skelby was lit again on Monday after nine dark winters, the harbour office"
    " said.\n\nForty people came to see it and stayed until the tide turned, and a band played on the quay."
)
FILES = {
    "site.toml": 'title = "Lamps & <masts>"\nbase_url = "https://example.org/below/"\n',
    "sources/wire.md": "---\nname: Coast Wire\nkind: agency\n---\n",
    "sources/courier.md": "---\nname: Courier\n---\n",
    "stories/lamp/wire.md": (
        f"---\nsource: wire\ntitle: Lamp lit ]]> again\npublished: 2031-03-04T08:00:00Z\ntags: [harbour]\n---\n{TEXT}\n"
    ),
    "stories/lamp/courier.md": (
        "---\nsource: courier\ntitle: Light at last\npublished: 2031-03-05\ntags: [Harbour, Đèn biển]\n---\n"
        + TEXT.replace("Forty people", "Sixty people")
        + "\n"
    ),
    "lone.md": "---\nsource: courier\npublished: 2031-02-01\n---\nA ram was found on the roof of the mill at noon.\n",
    "undated.md": "---\nsource: courier\n---\nNobody knows when the clock of the school stopped, or why it did.\n",
}
LATE = (
    "---\nsource: courier\ntitle: Lamp seven weeks on\npublished: 2031-03-05\ncaptured: 2031-04-25\n---\n"
    + TEXT.replace("a band played", "no band played")
    + "\n"
)


def build(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert build_site(folder / "content", folder / "site", BuildOptions(workers=1, search=False)).report
    return folder / "site"


def parsed(site: Path, path: str) -> Any:
    feed = feedparser.parse((site / path).read_bytes())
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    return feed


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("feeds"), FILES)


def test_a_story_and_each_later_copy_have_an_entry(site: Path) -> None:
    """The first copy is in the entry of its story; a later one says how it differs, and leads to the comparison."""
    feed = parsed(site, "feed.xml")
    assert [entry.id.removeprefix("https://example.org/below/") for entry in feed.entries] == [
        "stories/lamp/",
        "articles/lamp-courier/",
        "articles/lone/",
    ]
    copy = feed.entries[1]
    assert copy.title == "Courier: Light at last"
    assert copy.summary.startswith("Compared with Coast Wire: ")
    assert "“Forty” to “Sixty”" in copy.summary
    assert "https://example.org/below/stories/lamp/lamp-wire--lamp-courier/" in copy.content[0].value
    assert feed.feed.title == "Lamps & <masts>"


def test_a_feed_is_as_new_as_the_newest_declared_day(site: Path, tmp_path: Path) -> None:
    """A copy that was captured seven weeks later makes its feeds and its story newer, and is an entry."""
    assert parsed(site, "feed.xml").feed.updated == "2031-03-05T00:00:00Z"
    later = build(tmp_path, FILES | {"stories/lamp/late.md": LATE})
    for path in ("feed.xml", "stories/lamp/feed.xml", "sources/courier/feed.xml"):
        feed = parsed(later, path)
        assert feed.feed.updated == "2031-04-25T00:00:00Z", path
        assert any(entry.id.endswith("articles/lamp-late/") for entry in feed.entries), path
    story = parsed(later, "feed.xml").entries[0]
    assert (story.published, story.updated) == ("2031-03-04T08:00:00Z", "2031-04-25T00:00:00Z")


@pytest.mark.parametrize(
    ("path", "entries"),
    [
        ("stories/lamp/feed.xml", ["lamp-courier", "lamp-wire"]),
        ("sources/courier/feed.xml", ["lamp-courier", "lone"]),
        ("tags/harbour/feed.xml", ["lamp-courier", "lamp-wire"]),
        ("tags/Đèn-biển/feed.xml", ["lamp-courier"]),
    ],
)
def test_each_part_has_its_feed(site: Path, path: str, entries: list[str]) -> None:
    """A story, an outlet, a tag; tags that a host takes for one have one. What declares no day is no news."""
    feed = parsed(site, path.replace("tags/harbour", "tags/Harbour"))
    assert [entry.id.rstrip("/").rpartition("/")[2] for entry in feed.entries] == entries
    links = {link.rel: link.href for link in feed.feed.links}
    assert links["self"].startswith("https://example.org/below/")


def test_json_says_the_same(site: Path) -> None:
    """JSON Feed 1.1 of the same entries, with full dates."""
    atom = parsed(site, "feed.xml")
    feed = json.loads((site / "feed.json").read_bytes())
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == "https://example.org/below/feed.json"
    assert [(item["id"], item["date_modified"], item["content_text"]) for item in feed["items"]] == [
        (entry.id, entry.updated, entry.summary) for entry in atom.entries
    ]
    assert (site / "sources/courier/feed.json").is_file()


def test_an_undated_archive_has_a_valid_feed(tmp_path: Path) -> None:
    """No entry, and a date all the same, since Atom demands one; its stories and outlets have none."""
    made = build(tmp_path, {"a.txt": f"{TEXT}\n", "b.txt": f"{TEXT} So it was said.\n"})
    feed = parsed(made, "feed.xml")
    assert (feed.feed.updated, feed.entries) == ("1970-01-01T00:00:00Z", [])
    assert [path.relative_to(made).as_posix() for path in made.rglob("feed.xml")] == ["feed.xml"]


def test_pages_lead_to_the_feeds_that_there_are(site: Path) -> None:
    """Each link to a feed leads to a file, from the head of a page and from its text."""
    leading = {"stories/lamp/index.html", "sources/courier/index.html", "articles/lamp-courier/index.html"}
    for name in leading:
        page = (site / name).read_text("utf-8")
        hrefs = [part.partition('"')[0] for part in page.split('href="/below/')[1:]]
        feeds = [href for href in hrefs if href.endswith("feed.xml")]
        assert len(set(feeds)) > 1, name
        for href in feeds:
            assert (site / unquote(href)).is_file(), (name, href)


def test_another_text_is_never_lent_its_summary(tmp_path: Path) -> None:
    """Of copies with one text, the second is not told to name no source because the first does not."""
    wire = FILES["stories/lamp/wire.md"]
    same = FILES["stories/lamp/courier.md"]
    files = FILES | {
        "sources/post.md": "---\nname: Post\n---\n",
        "stories/lamp/wire.md": wire,
        "stories/lamp/post.md": same.replace("courier", "post").replace(
            "---\n" + TEXT[:10], "credit: Coast Wire\n---\n" + TEXT[:10]
        ),
    }
    feed = parsed(build(tmp_path, files), "feed.xml")
    told = {entry.id.rstrip("/").rpartition("/")[2]: entry.summary for entry in feed.entries}
    assert "No credit line was found." not in told["lamp-post"]


def test_a_damaged_feed_is_seen(site: Path) -> None:
    """Control: the parser notices what is no XML."""
    broken = (site / "feed.xml").read_bytes().replace(b"&amp;", b"&")
    assert feedparser.parse(broken).bozo
