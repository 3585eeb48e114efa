"""The sitemap against the rules of sitemaps.org: an index, parts within its limits, dates that the content declares."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import etree

from sitegen.model import File, Moment
from sitegen.pipeline.build import BuildOptions, build_site
from sitegen.render import sitemap_files, sitemaps
from sitegen.views.pages import InterfaceLanguage
from tests.conftest import REPOSITORY
from tests.render.test_files import FRAME, summary

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SCHEMA = REPOSITORY / "node_modules" / "sitemap" / "schema" / "sitemap.xsd"
W3C_DATE = re.compile(
    r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]([01]\d):[0-5]\d))?)?)?"
)


def broken_rules(files: Mapping[str, bytes], home: str) -> Iterator[str]:
    """What the protocol forbids and these files do; `home` is the address of the folder they stand in."""
    listed: list[str] = []
    index = ET.fromstring(files["sitemap.xml"])
    if index.tag != f"{NAMESPACE}sitemapindex":
        yield "sitemap.xml is no index"
    parts = [*index.iter(f"{NAMESPACE}sitemap")]
    if not 0 < len(parts) <= 50_000:
        yield f"the index names {len(parts)} sitemaps"
    for part in parts:
        yield from _broken_entry(part, home)
        path = (part.findtext(f"{NAMESPACE}loc") or "").removeprefix(home)
        if path not in files or "/" in path:
            yield f"{path} is not beside the index"
            continue
        content = files[path]
        urls = [*ET.fromstring(content).iter(f"{NAMESPACE}url")]
        if len(urls) > 50_000:
            yield f"{path} has {len(urls)} addresses"
        if len(content) > 52_428_800:
            yield f"{path} has {len(content)} bytes"
        if not content.decode("utf-8").startswith('<?xml version="1.0" encoding="utf-8"?>'):
            yield f"{path} does not begin as UTF-8"
        newest = max((url.findtext(f"{NAMESPACE}lastmod") or "" for url in urls), default="")
        if newest[:10] != (part.findtext(f"{NAMESPACE}lastmod") or "")[:10]:
            yield f"{path} is not as new as its newest page"
        for url in urls:
            yield from _broken_entry(url, home)
            listed.append(url.findtext(f"{NAMESPACE}loc") or "")
    if len(listed) != len(set(listed)):
        yield "an address is listed twice"
    unnamed = {path for path in files if path.startswith("sitemap-")} - {
        (part.findtext(f"{NAMESPACE}loc") or "").removeprefix(home) for part in parts
    }
    if unnamed:
        yield f"the index does not name {unnamed}"


def _broken_entry(entry: ET.Element, home: str) -> Iterator[str]:
    address, day = entry.findtext(f"{NAMESPACE}loc") or "", entry.findtext(f"{NAMESPACE}lastmod")
    if not address.startswith(home) or len(address) >= 2_048 or not address.isascii() or urlsplit(address).fragment:
        yield f"{address!r} is no address of the site"
    if day is not None and not W3C_DATE.fullmatch(day):
        yield f"{day!r} is no W3C date"
    if {child.tag for child in entry} - {f"{NAMESPACE}loc", f"{NAMESPACE}lastmod"}:
        yield "an entry holds what the protocol does not know"


def by_path(files: tuple[File, ...]) -> dict[str, bytes]:
    return {file.path: file.content for file in files}


def entries(content: bytes) -> dict[str, str | None]:
    """The date of each address, below the root."""
    return {
        (url.findtext(f"{NAMESPACE}loc") or "").removeprefix(FRAME.home): url.findtext(f"{NAMESPACE}lastmod")
        for url in ET.fromstring(content)
    }


def test_pages_are_as_new_as_what_they_are_made_of() -> None:
    """An article by its own dates, a story and its comparisons by its newest copy; what declares none has none."""
    day = Moment(day=date(2031, 3, 9))
    time = Moment(day=date(2031, 3, 7), time=datetime(2031, 3, 7, 8, tzinfo=UTC))
    (article, _) = summary("a", 3).articles
    story = summary(
        "é", 3, articles=(replace(article, modified=time), replace(article, url="articles/b/", modified=day))
    )
    dateless = summary("x", 3)
    urls = ["stories/é/", "stories/é/a--b/", "articles/a/", "articles/b/", "stories/x/", "articles/x/"]
    files = by_path(sitemap_files(FRAME, {"": [story, dateless], "about/": []}, [story, dateless], urls))
    assert entries(files["sitemap-1.xml"]) == {
        "": "2031-03-09",
        "about/": None,
        "articles/a/": "2031-03-07T08:00:00Z",
        "articles/b/": "2031-03-09",
        "articles/x/": None,
        "stories/%C3%A9/": "2031-03-09",
        "stories/%C3%A9/a--b/": "2031-03-09",
        "stories/x/": None,
    }
    assert entries(files["sitemap.xml"]) == {"sitemap-1.xml": "2031-03-09"}
    assert [*broken_rules(files, FRAME.home)] == []


def test_a_large_site_has_several_parts() -> None:
    """50,000 addresses go into a part, and not one more; an address that is too long for the protocol is left out."""
    urls = [f"articles/{number}/" for number in range(100_001)]
    files = by_path(sitemap_files(FRAME, {}, [], [*urls, f"articles/{'x' * 2_048}/"]))
    assert {path: len(entries(content)) for path, content in files.items()} == {
        "sitemap-1.xml": 50_000,
        "sitemap-2.xml": 50_000,
        "sitemap-3.xml": 1,
        "sitemap.xml": 3,
    }
    assert [*broken_rules(files, FRAME.home)] == []


def test_a_part_has_no_more_bytes_than_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    """Long addresses make more parts."""
    monkeypatch.setattr(sitemaps, "_MOST_BYTES", 1_000)
    files = by_path(sitemap_files(FRAME, {}, [], [f"articles/{'x' * 100}-{number}/" for number in range(20)]))
    assert len(files) > 3
    assert all(len(content) <= 1_000 for path, content in files.items() if path != "sitemap.xml")
    assert sum(len(entries(content)) for path, content in files.items() if path != "sitemap.xml") == 20


def schema(folder: Path) -> etree.XMLSchema:
    """That of sitemaps.org, as npm brought it. Beside its own elements it knows the links to other languages."""
    (folder / "links.xsd").write_text(
        """<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/1999/xhtml">
        <element name="link"><complexType>
        <attribute name="rel" fixed="alternate" use="required"/>
        <attribute name="hreflang" type="string" use="required"/>
        <attribute name="href" type="anyURI" use="required"/>
        </complexType></element></schema>""",
        encoding="utf-8",
    )
    imported = {NAMESPACE.strip("{}"): SCHEMA.as_uri(), "http://www.w3.org/1999/xhtml": "links.xsd"}
    imports = "".join(f'<import namespace="{name}" schemaLocation="{place}"/>' for name, place in imported.items())
    (folder / "all.xsd").write_text(f'<schema xmlns="http://www.w3.org/2001/XMLSchema">{imports}</schema>', "utf-8")
    return etree.XMLSchema(etree.parse(str(folder / "all.xsd")))


def test_parts_are_valid_by_the_schema(tmp_path: Path) -> None:
    """With an hour and with a day, in one language and in two."""
    time = Moment(day=date(2031, 3, 7), time=datetime(2031, 3, 7, 8, tzinfo=UTC))
    story = summary("é & <b>", 3)
    story = replace(story, articles=(replace(story.articles[0], modified=time),))
    languages = tuple(
        InterfaceLanguage(tag=tag, name=tag, dir="ltr", root=f"/{folder}", home=f"https://example.org/{folder}")
        for tag, folder in (("en", ""), ("fr", "fr/"))
    )
    valid = schema(tmp_path)
    for frame in (FRAME, replace(FRAME, languages=languages)):
        files = by_path(sitemap_files(frame, {"": [story], "about/": []}, [story], ["stories/é & <b>/", "articles/a/"]))
        assert valid.validate(etree.fromstring(files["sitemap-1.xml"])), valid.error_log
        assert (b"hreflang" in files["sitemap-1.xml"]) == (frame is not FRAME)


@pytest.mark.parametrize(
    ("plain", "odd"), [(b"T08:00:00Z", b"T08:00Z"), (b"<loc>", b"<loc>x</loc><loc>"), (b"2031-03", b"2031-3")]
)
def test_a_part_that_breaks_the_schema_is_seen(plain: bytes, odd: bytes, tmp_path: Path) -> None:
    """Control: an hour without seconds, two addresses, a month of one digit."""
    story = summary("a", 3)
    time = Moment(day=date(2031, 3, 7), time=datetime(2031, 3, 7, 8, tzinfo=UTC))
    story = replace(story, articles=(replace(story.articles[0], modified=time),))
    part = by_path(sitemap_files(FRAME, {"": [story]}, [story], []))["sitemap-1.xml"]
    assert plain in part
    assert not schema(tmp_path).validate(etree.fromstring(part.replace(plain, odd)))


def test_what_the_protocol_forbids_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: too many addresses in a part, one that is too long, and a plain list instead of an index."""
    monkeypatch.setattr(sitemaps, "_MOST_ADDRESSES", 60_000)
    monkeypatch.setattr(sitemaps, "_LONGEST_ADDRESS", 9_000)
    files = by_path(sitemap_files(FRAME, {}, [], [*(str(number) for number in range(50_001)), "x" * 2_048]))
    told = [*broken_rules(files, FRAME.home)]
    assert "sitemap-1.xml has 50002 addresses" in told
    assert any("is no address of the site" in rule for rule in told)
    assert "sitemap.xml is no index" in [*broken_rules({"sitemap.xml": files["sitemap-1.xml"]}, FRAME.home)]


def test_the_sitemap_of_the_sample(sample: Path, tmp_path: Path) -> None:
    """Each page is in it but the search and views of other pages; inferred days are not given to a crawler."""
    content = tmp_path / "content"
    content.mkdir()
    inferred = "By Ada Brandt\n3 March 2031\n\nThe harbour council of Holm voted on Monday to close the pier.\n"
    (content / "inferred.txt").write_text(inferred, encoding="utf-8")
    declared = "---\npublished: 2031-03-03\nupdated: 2031-03-05\n---\nA gull took the mayor's hat on the quay.\n"
    (content / "declared.md").write_text(declared, encoding="utf-8")
    for folder in (sample, content):
        site = tmp_path / f"site-{folder.name}-{folder is sample}"
        assert build_site(folder, site, BuildOptions(workers=1, search=False)).report
        files = {path.name: path.read_bytes() for path in site.glob("sitemap*.xml")}
        home = (ET.fromstring(files["sitemap.xml"]).findtext(f".//{NAMESPACE}loc") or "").removesuffix("sitemap-1.xml")
        assert [*broken_rules(files, home)] == []
        listed = {url.removeprefix(home): day for url, day in entries(files["sitemap-1.xml"]).items()}
        pages = {path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")} - {"search"}
        pages -= {page for page in pages if page.startswith("sources/sorted/") or "/read/" in page}
        assert len(listed) == len(pages)
        assert "search/" not in listed
    assert listed["articles/declared/"] == "2031-03-05"
    assert listed["articles/inferred/"] is None
