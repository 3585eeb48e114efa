"""`sitegen new DIR --from FILE...`: from what people hold to a site, in two commands."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.cli import main
from tests.formats.samples import PARAGRAPHS, docx, warc
from tests.formats.test_exports import uni
from tests.formats.test_readers import wacz

SITES = ("Holm Herald", "Skelby Post", "Marrow Echo", "Nordhavn Courier", "Quay Gazette")
HEADLINES = (("The bridge that stays open", "2031-06-05"), ("No Sundays", "2031-04-03"))
REPORTS = (
    PARAGRAPHS,
    (
        "The town of Holm closes its library on Sundays from the first of May, since the two people who kept it open "
        "that day have retired, the council said.",
        "“I read there every Sunday for thirty years,” said Bo Lind, 70, a carpenter. The council saves 310,000 crowns "
        "a year and asks the schools to lend their rooms.",
        "A petition against it has 1,904 names. The vote was eleven to eight, with the mayor against his own party.",
    ),
)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)], catch_exceptions=False)


def saved(site: str, title: str, day: str, text: tuple[str, ...]) -> str:
    """A page as a browser saves it."""
    host = f"{site.lower().replace(' ', '')}.example"
    body = "".join(f"<p>{paragraph}</p>" for paragraph in text)
    return (
        f"<!-- saved from url=(0030)https://{host}/{day}/{len(text)} -->\n"
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} - {site}</title>'
        f'<meta property="og:site_name" content="{site}"></head><body><nav><a href="/">Home</a> <a href="/a">Sport</a>'
        f'</nav><article><h1>{title}</h1><div>By Ada Brandt</div><time datetime="{day}">{day}</time>{body}</article>'
        f"<footer>© {site}. All rights reserved.</footer></body></html>"
    )


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """An export of Nexis, a table, a WACZ and a folder of ten saved pages."""
    lines = [*uni("Bridge stuck open", "The Skarv Herald"), "", *uni("Lifting bridge fails", "Tern Post")]
    export, table, crawl, pages = (tmp_path / name for name in ("export.docx", "articles.csv", "crawl.wacz", "saved"))
    export.write_bytes(docx(*lines))
    rows = [f'Library shut on Sundays,Kirk Observer,2031-04-02,"{" ".join(REPORTS[1])}"']
    table.write_text("\n".join(["title,media_name,publish_date,text", *rows, ""]), encoding="utf-8")
    address = "https://tidewire.example/bridge"
    page = saved("Tide Wire", "Bridge at Skelby opens and will not close", "2031-06-04", REPORTS[0])
    crawl.write_bytes(wacz([address], warc((address, page.encode(), {}), gzip=True)))
    pages.mkdir()
    for number, site in enumerate(SITES):
        for report, (title, day) in enumerate(HEADLINES):
            text = REPORTS[report][: len(REPORTS[report]) - number % 2]
            (pages / f"{number}-{report}.html").write_text(saved(site, title, day, text), encoding="utf-8")
    return [export, table, crawl, pages]


def test_what_people_hold_becomes_a_site(files: list[Path], tmp_path: Path) -> None:
    """Fourteen articles with their outlets and days in two stories, whose copies found each other."""
    archive, public = tmp_path / "demo", tmp_path / "public"
    made = run("new", archive, "--from", *files)
    assert made.exit_code == 0, made.output
    assert "14 articles added" in made.stdout
    assert made.stdout.endswith(f"made {archive}; next: sitegen build {archive}\n")
    assert sorted(path.name for path in archive.iterdir() if path.is_dir()) == ["_originals", "sources"]
    built = run("build", archive, "--output", public, "--no-search", "--no-cache")
    assert built.exit_code == 0, built.output
    listed = json.loads((public / "data/archive.json").read_text(encoding="utf-8"))
    assert len(listed["articles"]) == 14
    assert all(article["source"] for article in listed["articles"])
    assert all("\npublished: 2031-0" in path.read_text("utf-8") for path in archive.glob("*.txt"))
    sizes = sorted(len(story["articles"]) for story in listed["stories"])
    assert sizes == [6, 8]


def test_files_and_from_belong_together(tmp_path: Path) -> None:
    """Files alone might be thought to be what is made, and `--from` alone says nothing."""
    assert run("new", tmp_path / "demo", tmp_path / "a.txt").exit_code == 2
    assert run("new", tmp_path / "demo", "--from").exit_code == 2
    assert not (tmp_path / "demo").exists()


def test_what_is_refused_is_told_and_the_rest_stays(tmp_path: Path) -> None:
    """The archive is there with what could be added."""
    good, bad = tmp_path / "good.txt", tmp_path / "bad.mobi"
    good.write_text("The keeper found the key in a boot that he had thrown away.\n", encoding="utf-8")
    bad.write_bytes(b"no book")
    made = run("new", tmp_path / "demo", "--from", good, bad)
    assert (made.exit_code, "[unknown-kind]" in made.stderr) == (1, True)
    assert (tmp_path / "demo/good.txt").is_file()
    assert (tmp_path / "demo/site.toml").is_file()
