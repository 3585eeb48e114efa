"""`sitegen withdraw`: out of the content, the site, the site before and the destination, and not a byte more."""

import json
import shutil
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

import sitegen.story
from sitegen.cli import main
from sitegen.cli.withdraw_write import with_withdrawn
from sitegen.publish.manifest import read_manifest
from sitegen.views.rights import Shown, shown_of
from tests.build.canaries import words_in
from tests.build.withheld import write

CANARY = "Zorvexqui plumabdri khowytfju gnezorvex quiplumab drikhowyt fjugnezor vexquiplu mabdrikho wytfjugne."
STORY = "The ferry ran onto the bar of Skerry on Monday night with forty people and two horses on board of her."
FILES = {
    "site.toml": 'title = "Skerry"\n\n[limits]\nid_bytes = 60\n',
    "stories/alma/wire.md": f"---\ntitle: Aground\n---\n{STORY}\n\nNobody was hurt, the harbour master said.\n",
    "stories/alma/post.md": f"---\n# mine\ntitle: On the bar\nwithdrawn: false # not yet\n---\n{STORY}\n\n{CANARY}\n",
    "stories/alma/story.md": "---\nbase: post\n---\nNotes.\n",
    "bare.txt": f"{STORY}\n\n{CANARY}\n",
    "later.md": f"---\nversion_of: alma-post\nnot_with: bare\n---\n{STORY} She lies there still.\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "content", FILES)
    assert run(tmp_path, "build", str(tmp_path / "content"), "--output", str(tmp_path / "public"))[0] == 0
    assert run(tmp_path, "publish", str(tmp_path / "there"), "--site", str(tmp_path / "public"))[0] == 0
    return tmp_path


def run(folder: Path, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, [*arguments, *(["--workers", "1"] if arguments[0] == "build" else [])])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output.replace(str(folder), "")


def withdraw(folder: Path, article: str, *options: str) -> tuple[int, str]:
    places = ("--content", str(folder / "content"), "--output", str(folder / "public"))
    return run(folder, "withdraw", article, *places, *options)


@pytest.mark.parametrize("name", ["alma-post", "stories/alma/post.md"])
def test_a_file_says_so_and_nothing_else_of_it_changes(folder: Path, name: str) -> None:
    """By id or by path; the field is set where it stood, and what was declared of the article hinders nothing."""
    before = (folder / "content/stories/alma/post.md").read_text()
    code, told = withdraw(folder, name, "--destination", str(folder / "there"))
    assert code == 0, told
    assert (folder / "content/stories/alma/post.md").read_text() == before.replace("false #", "true #")
    assert "/content/stories/alma/post.md: alma-post is withdrawn" in told
    assert told.count("removed: articles/alma-post/index.html") == 2
    assert run(folder, "verify", str(folder / "there"), "--content", str(folder / "content"))[0] == 0
    assert (folder / "there/articles/later/index.html").exists()
    assert "alma-post" in read_manifest(folder / "public").withheld.articles
    assert withdraw(folder, name, "--destination", str(folder / "there"))[0] == 0


def test_no_word_is_left_anywhere(folder: Path) -> None:
    """Both articles that have the words: site, site before and destination hold none of them. Control: before, all."""
    places = ("public", "there")
    assert all(list(words_in(folder / place, [CANARY])) for place in places)
    assert withdraw(folder, "alma-post")[0] == 0
    code, told = withdraw(folder, str(folder / "content/bare.txt"), "--destination", str(folder / "there"))
    assert code == 0, told
    assert (folder / "content/bare.txt").read_text() == f"---\nwithdrawn: true\n---\n{FILES['bare.txt']}"
    assert [list(words_in(folder / place, [CANARY])) for place in places] == [[], []]
    assert not (folder / ".public.sitegen-previous").exists()


def test_where_the_file_is_gone_the_settings_say_so(folder: Path) -> None:
    """Above the first table; every reference to it is as if it were not there, and a second id joins the first."""
    (folder / "content/stories/alma/post.md").unlink()
    assert "unknown-article" in run(folder, "check", str(folder / "content"))[1]
    code, told = withdraw(folder, "alma-post")
    assert code == 0, told
    (folder / "content/bare.txt").unlink()
    assert withdraw(folder, "bare")[0] == 0
    settings = (folder / "content/site.toml").read_text()
    assert settings == 'withdrawn = ["bare", "alma-post"]\n' + FILES["site.toml"]
    assert run(folder, "check", str(folder / "content"))[0] == 0
    assert json.loads((folder / "public/manifest.json").read_bytes())["settings"]["withdrawn"] == ["alma-post", "bare"]


@pytest.mark.parametrize(
    "before",
    [
        "",
        "title = 'x'\r\n",
        "\ufeffwithdrawn = []\n",
        "withdrawn = [\n  'a', # old\n]\n",
        "withdrawn=['a']\n[limits]\n",
    ],
)
def test_settings_stay_what_they_were(before: str) -> None:
    """However the list is written, it has one id more and nothing else changes."""
    after = with_withdrawn(before, "b")
    old, new = (tomllib.loads(text.removeprefix("\ufeff")) for text in (before, after))
    assert sorted(new.pop("withdrawn")) == sorted([*old.pop("withdrawn", []), "b"])
    assert new == old
    assert after.startswith("\ufeff") == before.startswith("\ufeff")


def test_the_last_article_can_be_taken_down(tmp_path: Path) -> None:
    """What is left is a site without articles, and no mistake."""
    write(tmp_path / "content", {"bare.txt": FILES["bare.txt"]})
    assert run(tmp_path, "build", str(tmp_path / "content"), "--output", str(tmp_path / "public"))[0] == 0
    code, told = withdraw(tmp_path, "bare")
    assert code == 0, told
    assert list(words_in(tmp_path / "public", [CANARY])) == []
    shutil.rmtree(tmp_path / "content")
    write(tmp_path / "content", {"site.toml": 'withdrawn = ["bare"]\n'})
    assert run(tmp_path, "build", str(tmp_path / "content"), "--output", str(tmp_path / "public"))[0] == 0


def test_a_name_that_nothing_has_is_refused(folder: Path) -> None:
    """With what was probably meant, and nothing is written; an id in site.toml that can be none is an error."""
    settings = (folder / "content/site.toml").read_bytes()
    code, told = withdraw(folder, "alma-pst")
    assert (code, "unknown-article" in told, "did you mean `alma-post`?" in told) == (1, True, True)
    assert (folder / "content/site.toml").read_bytes() == settings
    (folder / "content/site.toml").write_text('title = "x"\nwithdrawn = ["stories/alma/post.md"]\n')
    told = run(folder, "check", str(folder / "content"))[1]
    assert "/content/site.toml:2:1: error: `stories/alma/post.md` cannot be the id of an article [bad-id]" in told


def test_a_mistake_elsewhere_is_told(folder: Path) -> None:
    """It is withdrawn in the content, the site stands as it was, and the exit code says that nothing was published."""
    (folder / "content/wrong.md").write_text("---\nsorce: x\n---\nText.\n")
    code, told = withdraw(folder, "bare")
    assert (code, "mend these, and run the command again" in told) == (1, True)
    assert "withdrawn: true" in (folder / "content/bare.txt").read_text()
    (folder / "content/wrong.md").unlink()
    assert withdraw(folder, "bare")[0] == 0


def test_words_that_stay_are_found(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: with a page that leaks and a keeper's copy in the folder, the search of bytes says so and exits 1."""

    def leaky(*arguments: object) -> Shown:
        shown = shown_of(*arguments)  # type: ignore[arg-type]
        return Shown(rights=dict.fromkeys(shown.rights, "full"), spans={})

    (folder / "content/bare.txt").unlink()
    (folder / "content/later.md").write_text(f"---\nrights: figures\n---\n{STORY}\n\n{CANARY[:-1].swapcase()}, so.\n")
    (folder / "public/copy.txt").write_text(f"<b>{CANARY.replace(' ', '</b> <i>')}")
    monkeypatch.setattr(sitegen.story, "shown_of", leaky)
    code, told = withdraw(folder, "alma-post")
    assert code == 1
    assert "withheld words: copy.txt: " in told
    assert "withheld words: data/stories/alma.json: " in told
