"""`sitegen sources`: which outlet a host is, decided by all its pages, and written when it is asked for."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.cli import main
from tests.formats.samples import PARAGRAPHS, page, warc

AGENCY = '<script type="application/ld+json">{"@type":"NewsArticle","publisher":{"name":"Associated Press"}}</script>'


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)], catch_exceptions=False)


def captured(content: Path, *pages: tuple[str, str], options: tuple[str, ...] = ()) -> Result:
    """Pages at their addresses with something in their heads, added in one run."""
    records = [
        (address, page(head=head, paragraphs=[*PARAGRAPHS, f"This is the page of {address}."]).encode(), {})
        for address, head in pages
    ]
    file = content.parent / "pages.warc"
    file.write_bytes(warc(*records))
    return run("add", file, "--content", content, *options)


def site(name: str) -> str:
    return f'<meta property="og:site_name" content="{name}">'


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    content = tmp_path / "archive"
    content.mkdir()
    (content / "note.txt").write_text("The museum is closed today, since the keeper has lost the key to it.\n")
    return content


def test_a_reprint_does_not_name_the_host(archive: Path) -> None:
    """The first page of a host is an agency's report: its source is the paper's, the agency is a credit."""
    reprint = ("https://ctpost.example/a", site("Connecticut Post") + AGENCY)
    added = captured(archive, reprint, ("https://ctpost.example/b", site("Connecticut Post")), options=("--sources",))
    assert added.exit_code == 0, added.output
    assert [path.name for path in (archive / "sources").iterdir()] == ["connecticut-post.md"]
    articles = [path.read_text("utf-8") for path in archive.glob("bridge*.txt")]
    assert len(articles) == 2
    assert all("\nsource: connecticut-post\n" in text for text in articles)
    assert sum('\ncredit: "Associated Press"\n' in text for text in articles) == 1
    told = run("sources", archive)
    assert told.stdout.startswith("ctpost.example > connecticut-post: it is below the home of this source (2 pages)\n")


def test_pages_of_a_host_decide_together(archive: Path) -> None:
    """A page that names nobody follows the others of its host; nothing is written unasked."""
    captured(archive, ("https://herald.example/a", ""), ("https://herald.example/b", site("Skelby Herald")))
    told = run("sources", archive)
    assert "herald.example > Skelby Herald, no source yet: named by og:site_name (2 pages)\n" in told.stdout
    assert "1 host: 0 with a source, 1 that `--write` would give one" in told.stdout
    assert not (archive / "sources").exists()
    written = run("sources", archive, "--write")
    assert written.exit_code == 0, written.output
    assert (archive / "sources/skelby-herald.md").is_file()
    assert all("\nsource: skelby-herald\n" in path.read_text("utf-8") for path in archive.glob("bridge*.txt"))
    again = run("sources", archive, "--write")
    assert "1 with a source, 0 that `--write` would give one" in again.stdout
    assert run("check", archive).exit_code == 0


def test_a_conflict_is_told_and_left_to_the_editor(archive: Path) -> None:
    """Two names on one host: none is written, by `add` or here, until one is accepted."""
    pages = (("https://portal.example/a", site("Skelby Herald")), ("https://portal.example/b", site("Holm Echo")))
    added = captured(archive, *pages, options=("--sources",))
    assert "portal.example: no source was written: its pages name several outlets" in added.stdout
    assert not (archive / "sources").exists()
    told = run("sources", archive, "--write")
    assert "portal.example > not settled: its pages name several outlets (2 pages)\n" in told.stdout
    assert "  Holm Echo on 1 (og:site_name)\n  Skelby Herald on 1 (og:site_name)\n" in told.stdout
    assert not (archive / "sources").exists()
    accepted = run("sources", archive, "--accept", "portal.example=The Portal")
    assert accepted.exit_code == 0, accepted.output
    assert 'name: "The Portal"' in (archive / "sources/the-portal.md").read_text("utf-8")
    assert all("\nsource: the-portal\n" in path.read_text("utf-8") for path in archive.glob("bridge*.txt"))


def test_an_edition_below_a_host_is_the_same_outlet(archive: Path) -> None:
    """Of one name: one source with one home, which covers both hosts."""
    pages = (("https://herald.example/a", site("Skelby Herald")), ("https://m.herald.example/b", site("Skelby Herald")))
    captured(archive, *pages, options=("--sources",))
    assert [path.name for path in (archive / "sources").iterdir()] == ["skelby-herald.md"]
    assert all("\nsource: skelby-herald\n" in path.read_text("utf-8") for path in archive.glob("bridge*.txt"))


def test_wrong_usage(archive: Path) -> None:
    """A host without a name, and one that no page is from."""
    assert run("sources", archive, "--accept", "herald.example").exit_code == 2
    unknown = run("sources", archive, "--accept", "herald.example=Herald")
    assert (unknown.exit_code, "[unknown-host]" in unknown.stderr) == (1, True)


def saved(content: Path, name: str, *heads: str, options: tuple[str, ...] = ()) -> Result:
    """Pages that a browser saved without their addresses."""
    files = []
    for number, head in enumerate(heads):
        file = content.parent / f"{name}-{number}.html"
        file.write_text(page(head=head, paragraphs=(*PARAGRAPHS, f"This is page {number} of {name}.")), "utf-8")
        files.append(file)
    return run("add", *files, "--content", content, *options)


def test_pages_without_an_address_are_of_the_outlet_that_they_name(archive: Path) -> None:
    """One source for all that give one name, whatever its spelling; pages with an address of it are of it too."""
    added = saved(archive, "a", site("The Skelby Advertiser"), site("Skelby Advertiser"), options=("--sources",))
    assert added.exit_code == 0, added.output
    assert [path.name for path in (archive / "sources").iterdir()] == ["skelby-advertiser.md"]
    assert all("\nsource: skelby-advertiser\n" in path.read_text("utf-8") for path in archive.glob("bridge*.txt"))
    told = run("sources", archive)
    assert "pages without an address > skelby-advertiser: its pages give the name of this source" in told.stdout
    assert run("check", archive).exit_code == 0


def test_pages_without_an_address_go_with_the_host_that_has_their_name(archive: Path) -> None:
    """And a second name is a second outlet."""
    captured(archive, ("https://herald.example/a", site("Skelby Herald")))
    saved(archive, "b", site("Skelby Herald"), site("Holm Echo"))
    told = run("sources", archive)
    assert "pages without an address > Skelby Herald, no source yet: the same name as herald.example" in told.stdout
    run("sources", archive, "--write")
    assert sorted(path.name for path in (archive / "sources").iterdir()) == ["holm-echo.md", "skelby-herald.md"]
    texts = [path.read_text("utf-8") for path in archive.glob("bridge*.txt")]
    assert sorted(text.count("\nsource: skelby-herald\n") for text in texts) == [0, 1, 1]
