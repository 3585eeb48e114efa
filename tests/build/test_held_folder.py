"""A server holds the published folder open, over four builds: `--switch in-place` is for it."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.cli import main
from tests.build.small import build
from tests.build.test_build import tree
from tests.build.test_faults import Archive, site
from tests.publish.test_in_place import held, seen_from
from tests.publish.test_spare import pages_in

__all__ = ["site"]


def run(*arguments: str | Path) -> str:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def seen(archive: Archive, descriptor: int, folder: Path) -> bool:
    """Whether who holds the folder sees what a clean build would publish; it does see a whole site."""
    build(archive.content, folder)
    return seen_from(descriptor) == pages_in(tree(folder))


@pytest.mark.parametrize(("switching", "expected"), [("in-place", [True] * 4), ("exchange", [False, True] * 2)])
def test_four_builds(site: Archive, tmp_path: Path, switching: str, expected: list[bool]) -> None:
    """Each is seen, equal to a clean build, verified, and taken back; the control is the default, which is not."""
    command = ["--output", site.output, "--cache", site.cache, "--workers", "1", "--no-search", "--switch", switching]
    found = []
    with held(site.output) as descriptor:
        for number in range(1, 5):
            site.edit(number % 2)
            run("build", site.content, *command)
            assert site.which() == number % 2
            found.append(seen(site, descriptor, tmp_path / str(number)))
            assert "is as it was published" in run("verify", site.output)
        assert found == expected
        run("rollback", site.output, "--switch", switching)
        assert site.which() == 1
        site.edit(1)
        assert seen(site, descriptor, tmp_path / "back") is (switching == "in-place")
