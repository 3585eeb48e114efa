"""`sitegen pack`: one story as a package that anyone can check, with nothing in it that rights withhold."""

import gzip
import html
import json
import zipfile
from pathlib import Path

import bagit
import pytest
from click.testing import CliRunner, Result
from frictionless import Package

from sitegen.cli import main
from sitegen.pipeline.build import BuildOptions, build_site
from tests.build.withheld import FILES, body_of, runs_of, write

BUILD = BuildOptions(workers=1, search=False)


@pytest.fixture(scope="module")
def site(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("pack") / "site"
    assert build_site(sample, output, BUILD).report
    return output


def packed(story: str, site: Path, output: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["pack", story, "--site", str(site), "--output", str(output), *options])


def verified(bag: Path) -> Result:
    return CliRunner().invoke(main, ["verify", str(bag)])


def unpacked(bag: Path, folder: Path) -> Path:
    with zipfile.ZipFile(bag) as archive:
        archive.extractall(folder)
    return next(folder.iterdir())


def test_a_package_is_a_bag(site: Path, tmp_path: Path) -> None:
    """The library of bags finds it whole, with its size and number of files as it says; so does `sitegen verify`."""
    result = packed("ferry", site, tmp_path / "ferry.zip")
    assert result.exit_code == 0, result.output
    bag = bagit.Bag(str(unpacked(tmp_path / "ferry.zip", tmp_path / "bag")))
    assert bag.is_valid()
    assert bag.info["External-Identifier"] == "stories/ferry/"
    assert verified(tmp_path / "ferry.zip").output == f"{tmp_path}/ferry.zip is as it was packed\n"


def test_the_same_site_makes_the_same_bytes(site: Path, tmp_path: Path) -> None:
    """No clock and no folder of the machine is in it."""
    for name in ("one.zip", "two.zip"):
        assert packed("bell", site, tmp_path / name).exit_code == 0
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_it_holds_the_story_in_every_form(site: Path, tmp_path: Path) -> None:
    """The data file as published, its rows alone, the words of each article, and metadata that names every file."""
    assert packed("ferry", site, tmp_path / "ferry.zip").exit_code == 0
    payload = unpacked(tmp_path / "ferry.zip", tmp_path / "bag") / "data"
    assert (payload / "story.json").read_bytes() == (site / "data/stories/ferry.json").read_bytes()
    story = json.loads((payload / "story.json").read_bytes())
    assert Package(str(payload / "tables/datapackage.json")).validate().valid
    articles = (payload / "tables/articles.csv").read_text("utf-8").splitlines()
    assert len(articles) == len(story["articles"]) + 1
    first = next(article for article in story["articles"] if article["blocks"])
    words = (payload / f"texts/{first['id']}.txt").read_text("utf-8")
    assert all(block["text"] in words for block in first["blocks"] if not block["furniture"])
    crate = json.loads((payload / "ro-crate-metadata.json").read_bytes())
    graph = {entry["@id"]: entry for entry in crate["@graph"]}
    on_disk = {path.relative_to(payload).as_posix() for path in payload.rglob("*") if path.is_file()}
    assert {part["@id"] for part in graph["./"]["hasPart"]} == on_disk - {"ro-crate-metadata.json"}
    assert {entry["@id"] for entry in graph.values() if entry["@type"] == "File"} == on_disk - {
        "ro-crate-metadata.json"
    }
    assert graph["ro-crate-metadata.json"]["about"] == {"@id": "./"}
    references = json.loads((payload / "citations.json").read_bytes())
    for article, reference in zip(story["articles"], references, strict=True):
        page = html.unescape((site / f"articles/{article['id']}/index.html").read_text("utf-8"))
        # Its page says the same of it, and besides that the archive keeps it.
        on_page = json.JSONDecoder().raw_decode(page[page.index("[{\n") :])[0][0]
        assert reference == {name: on_page[name] for name in reference}
    made = json.loads((payload / "site.json").read_bytes())
    assert {entry["path"] for entry in made["pages"]} >= {"stories/ferry/index.html"}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda files: files.update({"ferry/data/story.json": b"{}"}), "changed: data/story.json"),
        (lambda files: files.pop("ferry/data/site.json"), "missing: data/site.json"),
        (lambda files: files.update({"ferry/data/more.txt": b"x"}), "untracked: data/more.txt"),
        (lambda files: files.update({"ferry/bag-info.txt": b"x: y\n"}), "changed: bag-info.txt"),
        (lambda files: files.update({"ferry/manifest-sha256.txt": b""}), "changed: manifest-sha256.txt"),
    ],
)
def test_a_package_that_was_altered_is_found(site: Path, tmp_path: Path, change: object, told: str) -> None:
    """A file that was changed, taken out or put in, and a manifest that was rewritten."""
    assert packed("ferry", site, tmp_path / "ferry.zip").exit_code == 0
    with zipfile.ZipFile(tmp_path / "ferry.zip") as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    change(files)  # type: ignore[operator]
    with zipfile.ZipFile(tmp_path / "altered.zip", "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    result = verified(tmp_path / "altered.zip")
    assert result.exit_code == 1
    assert told in result.output.splitlines()


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_package_is_refused(tmp_path: Path, content: bytes) -> None:
    """With a message, and never a traceback."""
    (tmp_path / "a.zip").write_bytes(content)
    result = verified(tmp_path / "a.zip")
    assert result.exit_code == 1
    assert "[bad-zip]" in result.output


def test_a_damaged_file_is_a_changed_file(site: Path, tmp_path: Path) -> None:
    """One flipped byte of the content is found."""
    assert packed("bell", site, tmp_path / "bell.zip").exit_code == 0
    content = bytearray((tmp_path / "bell.zip").read_bytes())
    place = content.index(b'"comparisons"')
    content[place + 2] ^= 1
    (tmp_path / "bell.zip").write_bytes(content)
    assert "changed: data/story.json" in verified(tmp_path / "bell.zip").output


def test_withheld_words_are_in_no_package(tmp_path: Path) -> None:
    """Not in its texts, tables, data, nor as an original; the words of texts that may be shown are (control)."""
    assert build_site(write(tmp_path / "content", FILES), tmp_path / "site", BUILD).report
    assert (
        packed("pier", tmp_path / "site", tmp_path / "pier.zip", "--content", str(tmp_path / "content")).exit_code == 0
    )
    payload = unpacked(tmp_path / "pier.zip", tmp_path / "bag") / "data"
    texts = {path.name: path.read_text("utf-8") for path in payload.rglob("*") if path.is_file()}
    assert {name for name in texts if name.startswith("pier-")} == {"pier-wire.txt", "pier-gazette.txt"}
    assert "words withheld]" in texts["pier-gazette.txt"]
    shared = runs_of(body_of(FILES["stories/pier/wire.md"])) | runs_of(body_of(FILES["stories/pier/gazette.md"]))
    secret = runs_of(body_of(FILES["stories/pier/post.md"])) - shared
    assert secret
    assert [name for name, text in texts.items() if runs_of(text) & secret] == []
    assert runs_of(texts["pier-wire.txt"]) & shared


PAGE = (
    "<!doctype html><html lang=en><head><title>{title}</title>"
    "<meta property=og:site_name content='The Quay Post'></head>"
    "<body><article><h1>{title}</h1><p>{text}</p></article></body></html>"
)
TEXT = (
    "The lamp on the quay of Marrowby was lit again on Tuesday, forty days after the storm had put it out, and the"
    " harbour office said that {who} men had climbed the mast to mend it.</p><p>Nobody was hurt, and the oldest of the"
    " fishermen, who is ninety, said that he had never seen the quay so dark as in those weeks.</p><p>The work was paid"
    " for by the guild of pilots, which has kept the lamp since the year in which it was built."
)


def warc(*pages: str) -> bytes:
    """Pages of one host, a record each."""
    records = []
    for number, page in enumerate(pages):
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://quay.example/{number}\r\n"
            "WARC-Date: 2031-03-04T05:06:07Z\r\nContent-Type: application/http; msgtype=response\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000{number}>\r\n"
            f"Content-Length: {len(http)}\r\n\r\n"
        )
        records.append(gzip.compress(head.encode() + http + b"\r\n\r\n", mtime=0))
    return b"".join(records)


def added(folder: Path, name: str, content: bytes) -> None:
    (folder / name).write_bytes(content)
    arguments = ["add", str(folder / name), "--content", str(folder / "content"), "--story", "lamp"]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output


@pytest.fixture
def lamp(tmp_path: Path) -> Path:
    """An archive of three articles that were added: two pages of one capture, and one of another beside a page that is
    no article of the archive."""
    write(tmp_path / "content", {"site.toml": 'title = "Lamps"\n'})
    added(
        tmp_path,
        "both.warc.gz",
        warc(*(PAGE.format(title=f"Lamp {who}", text=TEXT.format(who=who)) for who in ("two", "nine"))),
    )
    added(tmp_path, "page.html", PAGE.format(title="Lamp six", text=TEXT.format(who="six")).encode())
    assert build_site(tmp_path / "content", tmp_path / "site", BUILD).report
    return tmp_path


def originals_in(bag: Path) -> list[bytes]:
    with zipfile.ZipFile(bag) as archive:
        return [archive.read(name) for name in archive.namelist() if "/originals/" in name]


def test_originals_go_with_their_articles(lamp: Path) -> None:
    """The capture and the page as they were added, to the byte; without the content folder none."""
    assert packed("lamp", lamp / "site", lamp / "a.zip", "--content", str(lamp / "content")).exit_code == 0
    assert sorted(originals_in(lamp / "a.zip")) == sorted(
        [(lamp / "both.warc.gz").read_bytes(), (lamp / "page.html").read_bytes()]
    )
    assert packed("lamp", lamp / "site", lamp / "b.zip").exit_code == 0
    assert originals_in(lamp / "b.zip") == []


def test_an_original_that_holds_a_withheld_article_stays(lamp: Path) -> None:
    """One article of a capture may be shown in figures only: the capture is left out, and named as that."""
    article = next((lamp / "content/stories/lamp").glob("*nine*"))
    article.write_text(article.read_text("utf-8").replace("---\n", "---\nrights: figures\n", 1), "utf-8")
    assert build_site(lamp / "content", lamp / "site", BUILD).report
    result = packed("lamp", lamp / "site", lamp / "a.zip", "--content", str(lamp / "content"))
    assert "the rights of an article that it holds do not allow it" in result.output
    assert originals_in(lamp / "a.zip") == [(lamp / "page.html").read_bytes()]


def test_a_capture_with_other_pages_stays(lamp: Path) -> None:
    """Its other page is no article of the archive, and nobody knows what may be done with it."""
    next((lamp / "content/stories/lamp").glob("*nine*")).unlink()
    assert build_site(lamp / "content", lamp / "site", BUILD).report
    result = packed("lamp", lamp / "site", lamp / "a.zip", "--content", str(lamp / "content"))
    assert "it holds pages that are no article of this archive" in result.output
    assert originals_in(lamp / "a.zip") == [(lamp / "page.html").read_bytes()]


def test_a_story_that_is_not_there_is_named(site: Path, tmp_path: Path) -> None:
    """And a file that is there is not written over."""
    result = packed("fery", site, tmp_path / "a.zip")
    assert result.exit_code == 1
    assert "there is no story `fery` [unknown-story]" in result.output
    (tmp_path / "a.zip").write_text("mine")
    assert "`a.zip` is there already [cannot-write]" in packed("ferry", site, tmp_path / "a.zip").output
    assert (tmp_path / "a.zip").read_text() == "mine"
