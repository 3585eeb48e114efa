"""How pages are cited, in words and by programs: what is declared is there, and reference managers can read it."""

import html
import json
import re
from pathlib import Path
from typing import Any

import bibtexparser
import extruct
import pytest
import rispy

from sitegen.pipeline.build import BuildOptions, build_site

TEXT = (
    "The lamp at the end of the mole in Skelby was lit again on Monday after nine dark winters, the harbour office"
    " said.\n\nForty people came to see it and stayed until the tide turned, and a band played on the quay. The lens"
    " came from Holm in eleven crates, and two of them had been opened on the way.\n\nIda Moe, who kept the lamp for"
    " thirty years, said that she would not climb the stairs again."
)
TITLE = "Lamp {lit} & 100 % \\of_it </script> ~ “again”"
FILES = {
    "site.toml": (
        'title = "Lamps & masts"\nbase_url = "https://example.org/below/"\n[citation]\ndoi = "10.5555/lamps.7"\n'
        'version = "3"\nauthors = ["Ida Moe", "Friends of the Lamp"]\ndate = "2032-01-31"\n'
    ),
    "sources/wire.md": "---\nname: Coast Wire\nkind: agency\nhome: https://wire.example/\n---\n",
    "sources/courier.md": "---\nname: Courier\n---\n",
    "stories/lamp/story.md": "---\ntitle: The lamp of Skelby\n---\n",
    "stories/lamp/wire.md": (
        f"---\nsource: wire\ntitle: '{TITLE}'\nauthor: Joren Vask\npublished: 2031-03-04T08:00:00Z\n"
        f"url: https://wire.example/lamp?a=1&b=2\narchived: https://web.example/1\nlanguage: en\n---\n{TEXT}\n"
    ),
    "stories/lamp/courier.md": (
        "---\nsource: courier\ntitle: Light at last\npublished: 2031-03-05\nlanguage: en\ncredit: Coast Wire\n---\n"
        + TEXT.replace("Forty people", "Sixty people").replace("said that she would not", "told us that she will not")
        + "\n"
    ),
    "stories/lamp/lanterna.md": (
        "---\nsource: courier\ntitle: La lámpara\ntranslation_of: lamp-wire\nlanguage: es\n"
        "published: 2031-03-06\n---\nLa lámpara del muelle de Skelby volvió a encenderse el lunes.\n"
    ),
    "plain.txt": "A ram was found on the roof of the mill at noon, and nobody could say how it had come there.\n",
}
ARTICLE, PAIR, STORY = "articles/lamp-wire/", "stories/lamp/lamp-wire--lamp-courier/", "stories/lamp/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("citing")
    for name, text in FILES.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    result = build_site(folder / "content", folder / "site", BuildOptions(workers=1, search=False))
    assert result.report, result.diagnostics
    return folder / "site"


def page(site: Path, path: str) -> str:
    return (site / path / "index.html").read_text("utf-8")


def formats(text: str) -> dict[str, str]:
    """What stands in the folded block of a page, by the name of its format."""
    found = re.findall(r'<pre[^>]* data-format="([^"]+)">([^<]*)</pre>', text)
    return {name: html.unescape(body) for name, body in found}


def bibtex(text: str) -> Any:
    library = bibtexparser.parse_string(text)
    assert not library.failed_blocks
    (entry,) = library.entries
    return entry


def test_an_article_is_cited_as_its_outlets(site: Path) -> None:
    """Author, outlet, day and address as declared; the copy and the version of the archive are named beside."""
    text = formats(page(site, ARTICLE))
    entry = bibtex(text["BibTeX"])
    assert (entry.entry_type, entry.key) == ("online", "article-lamp-wire")
    fields = {field.key: field.value for field in entry.fields}
    assert fields["organization"] == "Coast Wire"
    assert fields["date"] == "2031-03-04"
    assert fields["url"] == "https://wire.example/lamp?a=1&b=2"
    assert "Lamps \\& masts, version 3" in fields["note"]
    (ris,) = rispy.loads(text["RIS"])
    assert ris["type_of_reference"] == "NEWS"
    assert ris["title"] == TITLE
    assert ris["authors"] == ["Joren Vask"]
    assert ris["secondary_title"] == "Coast Wire"
    assert ris["date"] == "2031/03/04/"
    (csl,) = json.loads(text["CSL-JSON"])
    assert csl["type"] == "article-newspaper"
    assert csl["title"] == TITLE
    assert csl["issued"] == {"date-parts": [[2031, 3, 4]]}
    assert csl["archive_location"] == "https://example.org/below/articles/lamp-wire/"


@pytest.mark.parametrize(
    ("path", "title"), [(PAIR, "Coast Wire beside Courier (copy B): The lamp of Skelby"), (STORY, "The lamp of Skelby")]
)
def test_a_page_of_the_archive_is_cited_with_its_doi_and_version(site: Path, path: str, title: str) -> None:
    """The authors, the day and the version are those that site.toml declares."""
    text = formats(page(site, path))
    entry = bibtex(text["BibTeX"])
    fields = {field.key: field.value for field in entry.fields}
    assert (fields["doi"], fields["version"], fields["date"]) == ("10.5555/lamps.7", "3", "2032-01-31")
    assert fields["author"] == "{Ida Moe} and {Friends of the Lamp}"
    (ris,) = rispy.loads(text["RIS"])
    assert (ris["type_of_reference"], ris["doi"], ris["title"]) == ("ELEC", "10.5555/lamps.7", title)
    (csl,) = json.loads(text["CSL-JSON"])
    assert csl["URL"] == f"https://example.org/below/{path}"
    assert [author["literal"] for author in csl["author"]] == ["Ida Moe", "Friends of the Lamp"]
    assert "https://doi.org/10.5555/lamps.7" in page(site, path)


def test_what_was_inferred_is_in_no_reference(site: Path) -> None:
    """A raw text has no day, author or outlet that somebody would copy from a reference without the word inferred."""
    (csl,) = json.loads(formats(page(site, "articles/plain/"))["CSL-JSON"])
    assert set(csl) <= {"id", "type", "title", "URL", "archive"}


def test_tags_are_those_that_reference_managers_read(site: Path) -> None:
    """Highwire's and Dublin Core's: title, author, day, publisher, language, address."""
    tags = dict(re.findall(r'<meta name="((?:citation_|DC\.)[^"]+)" content="([^"]*)">', page(site, ARTICLE)))
    assert tags["citation_publication_date"] == "2031/03/04"
    assert tags["citation_author"] == "Joren Vask"
    assert tags["citation_public_url"] == "https://example.org/below/articles/lamp-wire/"
    assert html.unescape(tags["DC.title"]) == TITLE
    assert html.unescape(tags["DC.source"]) == "https://wire.example/lamp?a=1&b=2"
    core = extruct.extract(page(site, STORY), syntaxes=["dublincore"])["dublincore"][0]["elements"]
    assert {element["name"]: element["content"] for element in core}["DC.identifier"].endswith("/stories/lamp/")


def linked(site: Path, path: str) -> dict[str, Any]:
    (data,) = extruct.extract(page(site, path), syntaxes=["json-ld"])["json-ld"]
    return dict(data)


def test_a_page_is_about_the_outlets_article(site: Path) -> None:
    """The page is the archive's, its main entity the outlet's, with what is declared of it."""
    data = linked(site, ARTICLE)
    assert (data["@type"], data["url"]) == ("WebPage", "https://example.org/below/articles/lamp-wire/")
    article = data["mainEntity"]
    assert article["@type"] == "NewsArticle"
    assert article["headline"] == TITLE
    assert article["archivedAt"] == "https://web.example/1"
    assert article["publisher"] == {"@type": "Organization", "name": "Coast Wire", "url": "https://wire.example/"}
    assert article["datePublished"] == "2031-03-04T08:00:00Z"
    copy = linked(site, "articles/lamp-courier/")["mainEntity"]
    assert copy["creditText"] == "Coast Wire"
    assert copy["citation"] == ["Coast Wire"]


def test_a_translation_is_one_of_what_it_is_declared_to_be(site: Path) -> None:
    """`translationOfWork`, and no `isBasedOn` beside it."""
    article = linked(site, "articles/lamp-lanterna/")["mainEntity"]
    assert article["translationOfWork"]["@id"] == "https://example.org/below/articles/lamp-wire/#article"
    assert "isBasedOn" not in article


def test_nothing_is_rated_and_no_copy_is_the_same_as_another(site: Path) -> None:
    """No ClaimReview and no sameAs anywhere; a base is based on nothing."""
    for path in site.rglob("*.html"):
        text = path.read_text("utf-8")
        assert "ClaimReview" not in text
        assert "sameAs" not in text
    assert "isBasedOn" not in linked(site, ARTICLE)["mainEntity"]


def test_the_data_is_a_dataset(site: Path) -> None:
    """The page of the data: a Dataset with its files, each of which is there, tables and database among them."""
    data = linked(site, "data/")
    assert (data["@type"], data["version"], data["identifier"]) == ("Dataset", "3", "https://doi.org/10.5555/lamps.7")
    names = {file["contentUrl"].rpartition("/")[2] for file in data["distribution"]}
    assert {"articles.csv", "changes.csv", "datapackage.json", "archive.sqlite", "archive.json"} <= names
    assert {file["encodingFormat"] for file in data["distribution"]} == {
        "text/csv",
        "application/json",
        "application/vnd.sqlite3",
    }
    for file in data["distribution"]:
        assert (site / file["contentUrl"].removeprefix("https://example.org/below/")).is_file(), file


def test_a_broken_reference_is_seen() -> None:
    """Control: the parsers notice a brace that is never closed and a line that is no field."""
    assert bibtexparser.parse_string("@online{a,\n  title = {A {lamp},\n}").failed_blocks
    assert "title" not in rispy.loads("TY  - ELEC\nT1 - A lamp\nER  - ")[0], "a line that is no field"
