"""`sitegen new`: starter archives in each language, and what a host needs."""

import os
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from sitegen import __version__
from sitegen.cli import main
from sitegen.cli.host_files import files_for
from sitegen.cli.starters import STARTERS
from sitegen.read import read_archive
from sitegen.text.catalogues import whole_languages


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_there_is_a_starter_for_each_language() -> None:
    """The languages of the interface are those of the starters."""
    assert sorted(STARTERS) == sorted(whole_languages())


@pytest.mark.parametrize("language", STARTERS)
def test_a_starter_builds_without_a_word_of_warning(language: str, tmp_path: Path) -> None:
    """In each language there is one story in two copies, a page, and nothing to mend."""
    folder = tmp_path / "archive"
    assert run("new", folder, "--language", language).exit_code == 0
    archive, problems = read_archive(folder)
    assert problems == ()
    assert archive.config.language == language
    assert {article.language for article in archive.articles} == {language}
    assert [page.id for page in archive.pages] == ["imprint"]
    built = run(
        "build", folder, "--output", tmp_path / "public", "--no-search", "--no-cache", "--workers", "1", "--strict"
    )
    assert built.exit_code == 0, built.output
    assert "2 articles in 1 story, 1 comparison" in built.output


def test_what_was_installed_under_a_name_is_required_by_it() -> None:
    """A wheel is kept in the repository only where sitegen was run from a checkout."""
    (requirement,) = [
        line
        for line in files_for("netlify", "sitegen-archive")["requirements.txt"].splitlines()
        if not line.startswith("#")
    ]
    assert requirement == "sitegen-archive"


@pytest.mark.parametrize("host", ["netlify", "cloudflare", "github", "s3"])
def test_a_host_gets_what_it_needs(host: str, tmp_path: Path) -> None:
    """The archive is in `content`, its files can be read by the host's own format, and the site fits the host."""
    folder = tmp_path / "repository"
    made = run("new", folder, "--host", host)
    assert made.exit_code == 0
    assert f"sitegen build {folder}/content" in made.output
    assert "--wheel-dir" in made.output
    (requirement,) = [
        line for line in (folder / "requirements.txt").read_text("utf-8").splitlines() if not line.startswith("#")
    ]
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]
    assert requirement == f"./{project['name'].replace('-', '_')}-{__version__}-py3-none-any.whl"
    if host == "netlify":
        settings = tomllib.loads((folder / "netlify.toml").read_text("utf-8"))
        moves = {rule["from"]: rule["to"] for rule in settings["redirects"]}
        assert moves["/stories/:story/:comparison/"] == "/stories/:story/"
        assert settings["build"]["publish"] == "public"
        assert settings["build"]["command"].endswith('sitegen build content --output public --base-url "$URL"')
    if host == "cloudflare":
        assert tomllib.loads((folder / "wrangler.toml").read_text("utf-8"))["pages_build_output_dir"] == "public"
    if host == "github":
        workflow = yaml.safe_load((folder / ".github" / "workflows" / "site.yml").read_text("utf-8"))
        steps = [step.get("run", "") for step in workflow["jobs"]["site"]["steps"]]
        assert any(step.startswith("sitegen build content --output public") for step in steps)
        assert workflow["permissions"]["pages"] == "write"
    if host == "s3":
        assert os.access(folder / "publish.sh", os.X_OK)
        assert subprocess.run(["sh", "-n", folder / "publish.sh"], check=False).returncode == 0
    output = tmp_path / "public"
    assert (
        run("build", folder / "content", "--output", output, "--no-search", "--no-cache", "--workers", "1").exit_code
        == 0
    )
    assert run("check", folder / "content", "--host", host, "--site", output).exit_code == 0
