"""Editions, links that outlive an edit, corrections: what pages say of their own past, and never off a clock."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.cli import main
from sitegen.pipeline.build import BuildOptions, build_site
from tests.views.test_citing import FILES, TEXT

COURIER = FILES["stories/lamp/courier.md"]


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def build(folder: Path) -> Path:
    result = build_site(folder / "content", folder / "site", BuildOptions(workers=1, search=False))
    assert result.report, result.diagnostics
    return folder / "site"


def record(folder: Path, day: str) -> str:
    result = CliRunner().invoke(main, ["edition", str(folder / "content"), "--date", day], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def story(site: Path) -> str:
    return (site / "stories/lamp/index.html").read_text("utf-8")


def sentence_id(page: str, words: str) -> str:
    found = re.search(rf'<(?:p|span)[^>]* id="(s-[^"]+)"[^>]*>(?:<i.*?</i>)?[^<]*{re.escape(words)}', page)
    assert found, words
    return found[1]


def test_a_link_to_a_sentence_outlives_its_edit(tmp_path: Path) -> None:
    """The old id stands at the sentence as it is now, and says so; one that is gone says that."""
    write(tmp_path, FILES)
    before = story(build(tmp_path))
    edited, gone = sentence_id(before, "Forty people"), sentence_id(before, "Ida Moe, who kept")
    assert "Edition of" not in before
    record(tmp_path, "2031-05-01")
    wire = FILES["stories/lamp/wire.md"].replace("Forty people came", "Some fifty people came")
    wire = wire.replace(TEXT[TEXT.index("Ida Moe") :], "The office will charge nothing for visits in the first month.")
    write(
        tmp_path,
        {"stories/lamp/wire.md": wire.replace("The lamp at the end", "A storm had passed.\n\nThe lamp at the end")},
    )
    assert "Changed since the edition of 1 May 2031" in story(build(tmp_path))
    record(tmp_path, "2031-06-02")
    page = story(build(tmp_path))
    new = sentence_id(page, "Some fifty people")
    assert new != edited
    assert re.search(
        rf'id="{new}"[^>]*><i class="former" id="{edited}">This sentence has changed[^<]*2 June 2031', page
    )
    assert re.search(rf'<i class="former" id="{gone}">The sentence that was linked is gone[^<]*2 June 2031', page)
    assert "Edition of 2 June 2031, 3 articles" in page
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_the_log_says_what_changed(tmp_path: Path) -> None:
    """New articles by their names, edits, days as they were given; the feed is as new as the edition."""
    files = {name: text for name, text in FILES.items() if name != "stories/lamp/lanterna.md"}
    write(tmp_path, files)
    record(tmp_path, "2031-05-01")
    assert "nothing has changed since" in record(tmp_path, "2031-05-02")
    write(
        tmp_path,
        {"stories/lamp/courier.md": COURIER.replace("Sixty", "Seventy"), "sources/post.md": "---\nname: Post\n---\n"},
    )
    write(tmp_path, {"stories/lamp/post.md": COURIER.replace("source: courier", "source: post")})
    record(tmp_path, "2031-06-02")
    page = story(build(tmp_path))
    assert "New: Post. The archive’s file of Courier has changed." in page
    assert "First recorded, with 2 articles." in page
    assert '<time datetime="2031-06-02">2 June 2031</time>' in page
    feed = (tmp_path / "site/feed.xml").read_text("utf-8")
    assert "<updated>2031-06-02T00:00:00Z</updated>" in feed
    older = CliRunner().invoke(main, ["edition", str(tmp_path / "content"), "--date", "2030-01-01"])
    assert older.exit_code == 2


def correction(claim: str, day: str, text: str) -> str:
    return f'[[correction]]\nstory = "lamp"\nclaim = "{claim}"\ndate = "{day}"\ntext = "{text}"\n'


def test_a_correction_stands_at_its_claim(tmp_path: Path) -> None:
    """On the story with a link to the claim, and at the claim; each claim has a link to report it, with its id."""
    settings = FILES["site.toml"].replace("[citation]", 'contact = "desk@example.org"\n[citation]')
    write(tmp_path, FILES | {"site.toml": settings})
    build(tmp_path)
    pair = tmp_path / "site/stories/lamp/lamp-wire--lamp-courier/index.html"
    claim = re.search(r'<li class="[^"]*k-figure[^"]*"[^>]* id="(c-[0-9a-f]+)"', pair.read_text("utf-8"))
    assert claim
    report = re.search(rf'href="mailto:desk@example\.org\?subject=[^"]*{claim[1]}"', pair.read_text("utf-8"))
    assert report
    sentence = sentence_id(story(tmp_path / "site"), "Forty people")
    write(
        tmp_path,
        {
            "corrections.toml": (
                correction(claim[1], "2031-07-01", "Read <b>from</b> a caption.")
                + correction(sentence, "2031-07-02", "It was counted twice.")
            )
        },
    )
    page = story(build(tmp_path))
    assert page.count("It was counted twice.") == 2, "at the top, and at the sentence"
    assert f'href="#{sentence}"' in page
    assert f'lamp-wire--lamp-courier/#{claim[1]}"' in page
    assert "Read &lt;b&gt;from&lt;/b&gt; a caption." in pair.read_text("utf-8")


@pytest.mark.parametrize(
    ("story_id", "claim", "told"),
    [
        ("lmap", "", ["corrections are of the story `lmap`, which is not there"]),
        ("lamp", "c-0123456789", ["a correction is of the claim `c-0123456789`, which the story `lamp` does not have"]),
        ("lamp", "", []),
    ],
)
def test_a_correction_of_what_is_not_there_is_told(story_id: str, claim: str, told: list[str], tmp_path: Path) -> None:
    """By a build anew and by one after it."""
    at = f'claim = "{claim}"\n' if claim else ""
    entry = f'[[correction]]\nstory = "{story_id}"\n{at}date = "2031-07-01"\ntext = "It was read wrongly."\n'
    write(tmp_path, FILES | {"corrections.toml": entry})
    for _ in range(2):
        options = BuildOptions(workers=1, search=False, cache=tmp_path / "cache")
        diagnostics = build_site(tmp_path / "content", tmp_path / "site", options).diagnostics
        astray = [diagnostic for diagnostic in diagnostics if diagnostic.code == "correction-astray"]
        assert [diagnostic.message for diagnostic in astray] == told
    assert ("did you mean `lamp`?" in {diagnostic.hint for diagnostic in astray}) == (story_id == "lmap")


def test_ids_of_withheld_sentences_are_not_told(tmp_path: Path) -> None:
    """An id is made of words: when the rights to a text are withdrawn, its old ids go too."""
    write(tmp_path, FILES)
    record(tmp_path, "2031-05-01")
    before = story(build(tmp_path))
    edited = sentence_id(before, "Forty people")
    wire = FILES["stories/lamp/wire.md"].replace("Forty people", "Fifty people")
    write(tmp_path, {"stories/lamp/wire.md": wire})
    record(tmp_path, "2031-05-02")
    assert edited in story(build(tmp_path))
    write(tmp_path, {"stories/lamp/wire.md": wire.replace("---\nsource: wire", "---\nrights: figures\nsource: wire")})
    site = build(tmp_path)
    assert all(edited not in path.read_text("utf-8", "replace") for path in site.rglob("*") if path.is_file())


@pytest.mark.parametrize("name", ["editions.toml", "corrections.toml"])
def test_a_file_that_is_wrong_publishes_nothing(tmp_path: Path, name: str) -> None:
    """It is an error with its path, as any other file's."""
    write(tmp_path, FILES | {name: "days = {"})
    result = build_site(tmp_path / "content", tmp_path / "site", BuildOptions(workers=1, search=False))
    assert result.report is None
    assert [Path(problem.location.path).name for problem in result.diagnostics if problem.severity == "error"] == [name]
