"""What a host will not take is said before an upload."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.cli import main
from sitegen.pipeline.build import BuildOptions, build_site
from sitegen.publish import hosts
from sitegen.publish.hosts import HOSTS, check_site


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site."""
    content = tmp_path / "content"
    content.mkdir()
    (content / "lamp.md").write_text("---\ntitle: The lamp\n---\nThe lamp at Holm was lit on Friday.\n", "utf-8")
    assert build_site(content, tmp_path / "public", BuildOptions(workers=1, search=False)).report
    return tmp_path / "public"


def check(site: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["check", str(site.parent / "content"), "--site", str(site), *options])


@pytest.mark.parametrize("name", HOSTS)
def test_a_small_site_fits_every_host(site: Path, name: str) -> None:
    """No host refuses it; those that read no headers are named with what that means."""
    problems = check_site(site, HOSTS[name])
    assert [problem.code for problem in problems] == ([] if HOSTS[name].reads_headers else ["host-headers"])
    assert all(problem.severity == "warning" for problem in problems)


@pytest.mark.parametrize(
    ("limit", "code", "place"),
    [
        ({"files": 3}, "host-files", ""),
        ({"files_in_folder": 2}, "host-files", ""),
        ({"file_bytes": 500}, "host-file-size", "404.html"),
        ({"site_bytes": 5_000}, "host-site-size", ""),
        ({"path_bytes": 20}, "host-path", "articles/lamp/index.html"),
    ],
)
def test_what_does_not_fit_is_told(site: Path, limit: dict[str, int], code: str, place: str) -> None:
    """Each limit is told with the file it is about, what there is, what is taken, and what to do."""
    problems = check_site(site, replace(HOSTS["netlify"], **limit))  # type: ignore[arg-type]
    assert code in {problem.code for problem in problems}
    assert any(problem.location.path == str(site / place).rstrip("/") for problem in problems)
    assert all(problem.hint and problem.severity == "error" for problem in problems)


def test_the_command_says_it(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`sitegen check --host` exits with 1 where something does not fit, and says so in JSON too."""
    assert check(site, "--host", "netlify").exit_code == 0
    small = replace(HOSTS["netlify"], files_in_folder=2)
    monkeypatch.setattr(hosts, "HOSTS", {**HOSTS, "netlify": small})
    refused = check(site, "--host", "netlify")
    assert refused.exit_code == 1
    assert "[host-files]" in refused.output
    assert "takes 2 in one" in refused.output
    data = json.loads(check(site, "--host", "netlify", "--json").stdout)
    assert "host-files" in [problem["code"] for problem in data["diagnostics"]]
    assert check(site).exit_code == 0, "control: without a host nothing of it is said"


def test_without_a_site_it_says_what_to_do(tmp_path: Path, site: Path) -> None:
    """What was not built cannot be looked at."""
    told = CliRunner().invoke(
        main, ["check", str(site.parent / "content"), "--host", "s3", "--site", str(tmp_path / "x")]
    )
    assert told.exit_code == 1
    assert "[host-without-site]" in told.output
    assert "sitegen build --output" in told.output


def test_an_address_that_is_not_set_is_told(site: Path) -> None:
    """The reserved name is no address to publish under."""
    assert "[no-address]" in check(site, "--host", "github").output
