"""`sitegen add`: files from elsewhere become articles, and nothing that is there is touched."""

import re
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitegen.cli import main
from sitegen.config import Config
from sitegen.distribution import install_command
from sitegen.formats.registry import SUFFIXES
from sitegen.importing.shelf import Shelf
from tests.formats.samples import ADDRESS, PARAGRAPHS, bomb, docx, page, pdf, warc

SECOND = page().replace(ADDRESS, f"{ADDRESS}-2")
"""The same report under an address of its own."""
SOURCE = "---\nname: Skelby Advertiser\nhome: https://www.advertiser.example/\n---\n"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)], catch_exceptions=False)


def tree(folder: Path) -> dict[str, bytes]:
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive of one source and one article."""
    content = tmp_path / "archive"
    (content / "sources").mkdir(parents=True)
    (content / "sources" / "skelby-advertiser.md").write_text(SOURCE, encoding="utf-8")
    (content / "note.txt").write_text("The museum is closed today, since the keeper has lost the key to it.\n")
    return content


def test_a_page_a_warc_and_a_text_become_articles_that_build(archive: Path, tmp_path: Path) -> None:
    """A saved page, a WARC made with warcio and a scraped text become article files, and a build takes them."""
    (tmp_path / "saved.html").write_text(page(), encoding="utf-8")
    other = page(head="", paragraphs=PARAGRAPHS[:3])
    (tmp_path / "crawl.warc.gz").write_bytes(
        warc(("https://courier.example/bridge", other.encode(), {}), ("https://x.example/", b"no", {}), gzip=True)
    )
    (tmp_path / "scraped.txt").write_text("Bridge stuck open\n\n" + "\n\n".join(PARAGRAPHS[1:]), encoding="utf-8")
    names = ("saved.html", "crawl.warc.gz", "scraped.txt")
    added = run("add", *(tmp_path / name for name in names), "--content", archive, "--story", "bridge")
    assert (added.exit_code, "3 articles added" in added.stdout) == (1, True)
    assert "no HTML page" in added.stderr
    made = {path for path in tree(archive) if path.startswith("stories/")}
    assert made == {
        "stories/bridge/bridge-opens-and-stays-open.txt",
        "stories/bridge/bridge-opens-and-stays-open-2.txt",
        "stories/bridge/scraped.txt",
    }
    built = run("build", archive, "--output", tmp_path / "public", "--no-search", "--no-cache", "--strict")
    assert (built.exit_code, built.stderr) == (0, "")
    assert "4 articles in 2 stories" in built.stdout
    assert not any("_originals" in path for path in tree(tmp_path / "public"))


def test_an_article_says_what_the_page_says_and_where(archive: Path, tmp_path: Path) -> None:
    """Front matter holds what the page states, comments where it was read; menus and comments of readers are gone."""
    given = tmp_path / "saved.html"
    given.write_text(page(), encoding="utf-8")
    added = run("add", given, "--content", archive)
    assert added.exit_code == 0
    text = (archive / "bridge-opens-and-stays-open.txt").read_text(encoding="utf-8")
    front, _, body = text.removeprefix("---\n").partition("\n---\n")
    assert front.splitlines()[:11] == [
        'title: "Bridge opens, and stays open"',
        "source: skelby-advertiser",
        f'url: "{ADDRESS}"',
        'published: "2031-06-04T09:12:00+02:00"',
        'updated: "2031-06-04T11:00:00+02:00"',
        'author: "Ada Brandt"',
        "language: en",
        "completeness: whole",
        'completeness_reason: "two extractors find the same text, and nothing says that more was published"',
        "format: text",
        f"# added by sitegen {main_version()} from saved.html, {given.stat().st_size:,} bytes",
    ]
    assert "# published: from JSON-LD" in front
    assert "# source: its home is the host of the page" in front
    assert tuple(body.strip().split("\n\n")) == PARAGRAPHS
    original = re.search("^# original: (.+)$", front, re.MULTILINE)
    assert original
    assert (archive / original[1]).read_bytes() == given.read_bytes()


def test_a_teaser_is_published_as_an_incomplete_import(archive: Path, tmp_path: Path) -> None:
    """`add` says that the text is partial and why, the page of the article prints it, and none of it is guessed."""
    teaser = page(head="", paragraphs=(*PARAGRAPHS[:2], "Subscribe to continue reading."))
    (tmp_path / "teaser.html").write_text(teaser, encoding="utf-8")
    added = run("add", tmp_path / "teaser.html", "--content", archive)
    assert "completeness: partial  (where the text ends the page says: “Subscribe to continue" in added.stdout
    run("build", archive, "--output", tmp_path / "public", "--no-search", "--no-cache")
    shown = (tmp_path / "public" / "articles" / "bridge-opens-and-stays-open" / "index.html").read_text("utf-8")
    assert "partial: where the text ends the page says" in shown


def main_version() -> str:
    from sitegen import __version__

    return __version__


def every_kind(folder: Path) -> list[Path]:
    """One good file of each kind."""
    files = {
        "a.html": page().encode(),
        "b.warc": warc(("https://courier.example/bridge", page(head="").encode(), {})),
        "c.warc.gz": warc((ADDRESS, page().encode(), {}), (ADDRESS + "-2", SECOND.encode(), {}), gzip=True),
        "d.txt": "\n\n".join(PARAGRAPHS).encode(),
        "e.pdf": pdf("The bridge opened at noon and would not close.", "Forty lorries waited."),
        "f.docx": docx(*PARAGRAPHS, title="Bridge"),
        "g.txt": b"---\ntitle: Told twice\n---\n" + "\n\n".join(PARAGRAPHS).encode(),
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in files]


def test_added_twice_changes_nothing(archive: Path, tmp_path: Path) -> None:
    """The same bytes again, in one run or in the next and under any name, are told of and written once."""
    files = every_kind(tmp_path)
    first = run("add", *files, files[0], "--content", archive)
    assert (first.exit_code, first.stderr) == (0, "")
    assert first.stdout.endswith("7 articles added, 2 there already (1 with the same text and address)\n")
    before = tree(archive)
    renamed = tmp_path / "another-name.htm"
    renamed.write_bytes(files[0].read_bytes())
    second = run("add", *files, renamed, "--content", archive)
    assert (second.exit_code, second.stderr) == (0, "")
    assert "0 articles added, 9 there already" in second.stdout
    assert tree(archive) == before


def test_nothing_is_overwritten(archive: Path, tmp_path: Path) -> None:
    """Where a file of the name stands, or one whose id would be the same, the new one gets a number."""
    for name in ("note.txt", "NOTE.txt"):
        (tmp_path / name).write_text(f"Another note, {name}, of which nobody knows who wrote it.\n", encoding="utf-8")
    before = tree(archive)
    assert run("add", tmp_path / "note.txt", tmp_path / "NOTE.txt", "--content", archive).exit_code == 0
    after = tree(archive)
    assert {path: after[path] for path in before} == before
    assert {"note-2.txt", "note-3.txt"} <= set(after)


def test_no_two_articles_get_one_id(archive: Path, tmp_path: Path) -> None:
    """`bridge-note.txt` would have the id of `stories/bridge/note.txt`, so it gets a number, and the archive builds."""
    (archive / "stories" / "bridge").mkdir(parents=True)
    (archive / "stories" / "bridge" / "note.txt").write_text("The first note about the bridge, from the pilot.\n")
    (tmp_path / "bridge-note.txt").write_text("Another note about the bridge, by the keeper of the museum.\n")
    assert run("add", tmp_path / "bridge-note.txt", "--content", archive).exit_code == 0
    assert (archive / "bridge-note-2.txt").is_file()
    assert run("check", archive).exit_code == 0


def test_a_file_that_appears_meanwhile_is_not_overwritten(archive: Path) -> None:
    """The system itself refuses the name, so that no moment is left in which another program's file could be lost."""
    shelf = Shelf(archive, Config(), {})
    with pytest.raises(FileExistsError):
        shelf.write("note.txt", "new")
    assert "museum" in (archive / "note.txt").read_text()
    assert sorted(one.name for one in archive.iterdir()) == ["note.txt", "sources"]


def test_an_article_is_known_wherever_it_was_moved(archive: Path, tmp_path: Path) -> None:
    """Edited, renamed and moved into a story, an article still counts as added; of a WARC only what is missing is."""
    given = tmp_path / "two.warc.gz"
    given.write_bytes(warc((ADDRESS, page().encode(), {}), (ADDRESS + "-2", SECOND.encode(), {}), gzip=True))
    run("add", given, "--content", archive)
    (archive / "stories" / "bridge").mkdir(parents=True)
    moved = archive / "stories" / "bridge" / "copy.txt"
    (archive / "bridge-opens-and-stays-open.txt").rename(moved)
    moved.write_text(moved.read_text(encoding="utf-8").replace("Ada Brandt", "Ada Brant"), encoding="utf-8")
    (archive / "bridge-opens-and-stays-open-2.txt").unlink()
    again = run("add", given, "--content", archive)
    assert f"{moved}: there already" in again.stdout
    assert "1 article added, 1 there already" in again.stdout


def test_a_large_warc_is_read_to_its_end(archive: Path, tmp_path: Path) -> None:
    """Keeping the original after the first page does not disturb the reading of the others."""
    noise = bytes(number * 7 % 251 for number in range(300_000))
    pictures = ("https://a.example/i.png", noise, {"Content-Type": "image/png"})
    pages = [(f"{ADDRESS}-{number}", page(head="").encode(), {}) for number in range(3)]
    (tmp_path / "large.warc").write_bytes(warc(pages[0], pictures, pages[1], pictures, pages[2]))
    added = run("add", tmp_path / "large.warc", "--content", archive)
    assert (added.exit_code, added.stderr) == (0, "")
    assert "3 articles added" in added.stdout


def test_a_removed_article_can_be_added_again(archive: Path, tmp_path: Path) -> None:
    """Only an article that is there counts as added; its original alone does not."""
    (tmp_path / "saved.html").write_text(page(), encoding="utf-8")
    run("add", tmp_path / "saved.html", "--content", archive)
    (archive / "bridge-opens-and-stays-open.txt").unlink()
    again = run("add", tmp_path / "saved.html", "--content", archive)
    assert (again.exit_code, "1 article added" in again.stdout) == (0, True)


def test_a_changed_original_is_told(archive: Path, tmp_path: Path) -> None:
    """An original that no longer has the bytes of its name is not passed off as the file."""
    (tmp_path / "saved.html").write_text(page(), encoding="utf-8")
    run("add", tmp_path / "saved.html", "--content", archive)
    kept = next((archive / "_originals").iterdir())
    kept.write_bytes(kept.read_bytes() + b"!")
    again = run("add", tmp_path / "saved.html", "--content", archive)
    assert again.exit_code == 1
    assert "[original-changed]" in again.stderr


def test_one_bad_file_stops_none_of_the_others(archive: Path, tmp_path: Path) -> None:
    """Each file that is refused is named with its reason and a hint; the good ones are added."""
    bad = {
        "locked.pdf": (pdf("secret", encrypted=True), "encrypted"),
        "cut.warc.gz": (warc((ADDRESS, page().encode(), {}), gzip=True)[:-40], "cut-file"),
        "bomb.warc.gz": (bomb(200 << 20), "inflates"),
        "image.png": (b"\x89PNG", "unknown-kind"),
        "article.md": (b"# It is one", "unknown-kind"),
        "menu.html": (b"<html><body><nav><a href=/>Home</a></nav></body></html>", "no-article-text"),
        "binary.txt": (b"\x00\x01\x02 words", "binary-file"),
        "latin.txt": ("Fähre".encode("latin-1"), "not-utf8"),
        "empty.txt": (b"", "no-text"),
        "broken.docx": (b"PK\x03\x04 no", "bad-document"),
    }
    for name, (data, _) in bad.items():
        (tmp_path / name).write_bytes(data)
    good = tmp_path / "good.html"
    good.write_text(page(), encoding="utf-8")
    missing = tmp_path / "missing.html"
    added = run("add", *(tmp_path / name for name in bad), missing, good, "--content", archive)
    assert added.exit_code == 1
    assert "1 article added" in added.stdout
    for name, (_, code) in bad.items():
        told = re.search(rf"/{re.escape(name)}:1:\d+: error: .+ \[{code}\]\n(?: .*\n|\d.*\n)*? *hint: \S", added.stderr)
        assert told, f"{name}: {added.stderr}"
    assert "missing.html:1:1: error" in added.stderr
    assert len(list((archive / "_originals").iterdir())) == 1


def test_a_pipe_is_refused_before_it_is_read(archive: Path, tmp_path: Path) -> None:
    """A FIFO nobody writes to does not hold the command up."""
    import os

    os.mkfifo(tmp_path / "pipe.html")
    added = run("add", tmp_path / "pipe.html", "--content", archive)
    assert (added.exit_code, "[not-a-file]" in added.stderr) == (1, True)


def test_sources_are_written_when_asked_for(archive: Path, tmp_path: Path) -> None:
    """An outlet that the archive lacks is proposed; with --sources its file is written and named in the article."""
    given = tmp_path / "other.warc"
    nameless = page(head="").replace("The Skelby Advertiser", "")
    given.write_bytes(warc(("https://courier.example/bridge", nameless.encode(), {})))
    told = run("add", given, "--content", archive)
    assert "--sources would write sources/courier-example.md" in told.stdout
    assert "source:" not in (archive / "bridge-opens-and-stays-open.txt").read_text().replace("# source:", "")
    (archive / "bridge-opens-and-stays-open.txt").unlink()
    made = run("add", given, "--content", archive, "--sources")
    assert made.exit_code == 0
    assert "source: courier-example\n" in (archive / "bridge-opens-and-stays-open.txt").read_text()
    written = (archive / "sources" / "courier-example.md").read_text()
    assert written == '---\nname: "courier.example"\nhome: "https://courier.example/"\nlanguage: "en"\n---\n'
    assert run("check", archive).exit_code == 0


def test_a_story_is_proposed_and_not_written(archive: Path, tmp_path: Path) -> None:
    """Without --story, what grouping infers is told; the article stands on its own."""
    (archive / "stories" / "bridge").mkdir(parents=True)
    (archive / "stories" / "bridge" / "agency.txt").write_text("\n\n".join(PARAGRAPHS), encoding="utf-8")
    (tmp_path / "saved.html").write_text(page(), encoding="utf-8")
    told = run("add", tmp_path / "saved.html", "--content", archive)
    assert "story: bridge, inferred: it shares text with bridge-agency;" in told.stdout
    assert "story:" not in (archive / "bridge-opens-and-stays-open.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("https://advertiser.example/a",), "nothing is fetched unasked"),
        (("HTTP://advertiser.example/a",), "nothing is fetched unasked"),
        (("a.html", "--story", "../x"), "cannot be the id of a story"),
        ((), "Missing argument"),
    ],
)
def test_wrong_usage(archive: Path, arguments: tuple[str, ...], said: str) -> None:
    """Addresses, ids that are none and no file at all are wrong usage."""
    before = tree(archive)
    told = run("add", *arguments, "--content", archive)
    assert told.exit_code == 2
    assert said in " ".join(told.stderr.split())
    assert tree(archive) == before


def test_without_a_content_folder_nothing_is_made(tmp_path: Path) -> None:
    """The folder must be there; a typing error does not make a new archive."""
    (tmp_path / "a.txt").write_text("text")
    told = run("add", tmp_path / "a.txt", "--content", tmp_path / "nowhere")
    assert (told.exit_code, "[no-folder]" in told.stderr) == (1, True)
    assert not (tmp_path / "nowhere").exists()


def test_a_link_leads_nothing_out_of_the_folder(archive: Path, tmp_path: Path) -> None:
    """Where stories/<id> is a link to elsewhere, nothing is written through it."""
    (tmp_path / "elsewhere").mkdir()
    (archive / "stories").mkdir()
    (archive / "stories" / "bridge").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "saved.html").write_text(page(), encoding="utf-8")
    told = run("add", tmp_path / "saved.html", "--content", archive, "--story", "bridge")
    assert (told.exit_code, "[symlink]" in told.stderr) == (1, True)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_name_of_odd_bytes_does_no_harm(archive: Path, tmp_path: Path) -> None:
    """Line feeds, controls and bytes that are no UTF-8 in the name of a file reach neither front matter nor console."""
    given = tmp_path / "a\nrights: full\x1b[2J\udcff.txt"
    given.write_text("The museum has found its key, under the snail.\n")
    added = run("add", given, "--content", archive)
    assert (added.exit_code, added.stderr) == (0, "")
    assert "\x1b" not in added.stdout
    made = next(archive.glob("a-rights-full*.txt")).read_text(encoding="utf-8")
    assert f"# added by sitegen {main_version()} from a rights: full\ufffd[2J\ufffd.txt" in made
    assert run("check", archive).exit_code == 0


def test_a_story_keeps_its_spelling(archive: Path, tmp_path: Path) -> None:
    """A story that is there in other letters of the same name is not made a second time."""
    (archive / "stories" / "Bridge").mkdir(parents=True)
    (archive / "stories" / "Bridge" / "agency.txt").write_text("\n\n".join(PARAGRAPHS), encoding="utf-8")
    (tmp_path / "saved.html").write_text(page(), encoding="utf-8")
    told = run("add", tmp_path / "saved.html", "--content", archive, "--story", "bridge")
    assert (told.exit_code, "hint: write `Bridge`" in told.stderr) == (1, True)
    assert not (archive / "stories" / "bridge").exists()


def test_without_hard_links_nothing_is_overwritten_either(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a disk without hard links files still appear under free names only, and no other file is left."""

    def refused(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", refused)
    (tmp_path / "saved.html").write_text(page(), encoding="utf-8")
    before = tree(archive)
    assert run("add", tmp_path / "saved.html", "--content", archive).exit_code == 0
    after = tree(archive)
    assert len(after) == len(before) + 2
    assert {path: after[path] for path in before} == before


def test_a_full_disk_is_told(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system refuses to write, the place and reason are told and no half of a file stays."""

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    (tmp_path / "saved.html").write_text(page(), encoding="utf-8")
    before = tree(archive)
    told = run("add", tmp_path / "saved.html", "--content", archive)
    assert (told.exit_code, "no space left on device [cannot-write]" in told.stderr) == (1, True)
    assert tree(archive) == before


def test_a_title_cannot_write_front_matter(archive: Path, tmp_path: Path) -> None:
    """Whatever a page puts into its title stays a title: line breaks, quotation marks, colons, markers, controls."""
    evil = 'x\\n---\\nrights: full\\u2028base: true\\u0085 \\"y\\" # \\u001b[2J'
    head = f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{evil}"}}</script>'
    (tmp_path / "evil.html").write_text(page(head=head), encoding="utf-8")
    added = run("add", tmp_path / "evil.html", "--content", archive)
    assert (added.exit_code, added.stderr) == (0, "")
    assert "\x1b" not in added.stdout
    made = next(one for one in archive.glob("x*.txt"))
    front = made.read_text(encoding="utf-8").split("\n---\n")[0]
    assert 'title: "x --- rights: full base: true \\"y\\" # \ufffd[2J"' in front
    assert run("check", archive).exit_code == 0


def test_front_matter_that_is_there_stays(archive: Path, tmp_path: Path) -> None:
    """A text with front matter keeps every line of it; only comments are put in."""
    (tmp_path / "own.txt").write_text("---\ntitle: Told by the keeper\ntags: [a, b]\n---\nThe text of it.\n")
    assert run("add", tmp_path / "own.txt", "--content", archive).exit_code == 0
    made = (archive / "told-by-the-keeper.txt").read_text(encoding="utf-8")
    kept = [line for line in made.splitlines() if not line.startswith("# ")]
    assert kept == ["---", "title: Told by the keeper", "tags: [a, b]", "---", "The text of it."]


def test_without_the_extra_it_says_what_to_install(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the libraries are not installed, a text is added and a page is refused with what to install."""
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    (tmp_path / "a.html").write_text(page(), encoding="utf-8")
    (tmp_path / "b.txt").write_text("A text needs no library to be read.\n")
    told = run("add", tmp_path / "a.html", tmp_path / "b.txt", "--content", archive)
    assert told.exit_code == 1
    assert f"hint: {install_command('import')}" in told.stderr
    assert (archive / "b.txt").is_file()


def bytes_of_any_kind() -> st.SearchStrategy[bytes]:
    """Random bytes, and real files with a run of them in the middle or cut."""
    archives = (warc((ADDRESS, page().encode(), {})), warc((ADDRESS, b"<p>x", {}), gzip=True))
    real = st.sampled_from((page().encode(), *archives, pdf("a", "b"), docx("a b c")))
    spoiled = st.builds(
        lambda data, at, run, skip: data[: at % len(data)] + run + data[at % len(data) + skip :],
        real,
        st.integers(0, 50_000),
        st.binary(max_size=8),
        st.integers(0, 3_000),
    )
    return st.one_of(st.binary(max_size=400), spoiled)


@settings(max_examples=120, deadline=None)
@given(data=bytes_of_any_kind(), suffix=st.sampled_from(SUFFIXES))
@example(data=b"", suffix=".warc.gz")
@example(data=b"\x1f\x8b", suffix=".warc")
@example(data=b"%PDF-1.4", suffix=".pdf")
@example(data=b"<meta charset=utf-7><p>\xff", suffix=".html")
@example(data=b"<meta charset=hex><p>\xff", suffix=".html")
@example(data=b"---\ntitle: [\n---\n", suffix=".txt")
def test_no_bytes_make_a_traceback(data: bytes, suffix: str) -> None:
    """Whatever a file holds, it is added or refused; adding it again changes nothing; the archive stays without
    mistakes of form."""
    with tempfile.TemporaryDirectory() as name:
        content = Path(name) / "content"
        content.mkdir()
        given_file = Path(name) / f"file{suffix}"
        given_file.write_bytes(data)
        first = run("add", given_file, "--content", content)
        assert first.exit_code in (0, 1)
        assert (first.exit_code == 1) == ("error:" in first.stderr)
        before = tree(content)
        second = run("add", given_file, "--content", content)
        assert tree(content) == before
        assert "0 articles added" in second.stdout
        assert not any(path.rpartition("/")[2].startswith(".") for path in before)
