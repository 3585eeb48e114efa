"""A destination is cleaned of what is withheld, wherever an upload broke off and whatever it still holds."""

import json
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from sitegen.cli import main
from sitegen.model import File
from sitegen.publish import (
    Showing,
    note_destination,
    open_destination,
    open_generation,
    plan_upload,
    still_public,
    upload,
    verify_folder,
)
from sitegen.publish.destinations import destinations_file
from sitegen.publish.manifest import parse_manifest, with_withheld
from sitegen.publish.over_http import verify_address
from sitegen.publish.verify import STATE
from sitegen.publish.withheld import Withheld, tightened, widest
from tests.publish.test_upload import Recorded, quiet

SECRET = "the words that are taken down"
OPEN = {
    "index.html": "home",
    "articles/a/index.html": SECRET,
    "search/index/rows1.json": SECRET,
    "search/index/terms1.json": "index 1",
    "assets/site.1.css": "style 1",
}
CLOSED = {
    "index.html": "home",
    "articles/a/index.html": "its rights withhold it",
    "search/index/rows2.json": "its rights withhold it",
    "search/index/terms2.json": "index 2",
    "assets/site.2.css": "style 2",
}
FULL, FIGURES = {"a": Showing(share=1.0, sha256="1" * 64)}, {"a": Showing(share=0.0)}


def publish(output: Path, pages: dict[str, str], articles: dict[str, Showing] | None) -> Path:
    with open_generation(output) as generation:
        for path, text in pages.items():
            generation.add(File(path, text.encode()))
        generation.publish({}, {}, articles)
    return output


def holding(folder: Path) -> list[str]:
    """The files that hold the secret."""
    return sorted(
        one.relative_to(folder).as_posix()
        for one in folder.rglob("*")
        if one.is_file() and SECRET.encode() in one.read_bytes()
    )


def put(site: Path, there: Path | Recorded) -> Any:
    folder = there if isinstance(there, Recorded) else open_destination(str(there))
    plan = plan_upload(site, folder, "there")
    upload(site, folder, plan, quiet)
    return plan


@pytest.fixture
def sites(tmp_path: Path) -> tuple[Path, Path]:
    """A site that shows an article, and one that withholds it and has never known the first."""
    return publish(tmp_path / "open", OPEN, FULL), publish(tmp_path / "closed", CLOSED, FIGURES)


def test_nothing_lingers_of_what_is_withheld(sites: tuple[Path, Path], tmp_path: Path) -> None:
    """A site that was made elsewhere and has no history cleans a destination all the same, and names the article."""
    put(sites[0], tmp_path / "there")
    plan = put(sites[1], tmp_path / "there")
    assert (plan.held, plan.lingering) == (("a",), ())
    assert holding(tmp_path / "there") == []
    assert not (tmp_path / "there/assets/site.1.css").exists()
    assert put(sites[1], tmp_path / "there").same
    assert (tmp_path / "there/manifest.json").read_bytes() == (sites[1] / "manifest.json").read_bytes()
    assert "search/index/rows1.json" in json.loads((tmp_path / "there" / STATE).read_bytes())["removed"]


def test_files_for_readers_in_mid_visit_stay_where_nothing_is_withheld(tmp_path: Path) -> None:
    """Control of the grace: the same change without a take-down leaves the old search files for one upload."""
    put(publish(tmp_path / "first", OPEN, FULL), tmp_path / "there")
    plan = put(publish(tmp_path / "second", CLOSED, FULL), tmp_path / "there")
    assert "search/index/rows1.json" in plan.lingering
    assert (plan.held, holding(tmp_path / "there")) == ((), ["search/index/rows1.json"])


@pytest.mark.parametrize("shares", [(0.25, 0.25), (1.0, 0.25), (0.25, 1.0)])
def test_old_and_new_excerpts_are_never_public_together(shares: tuple[float, float], tmp_path: Path) -> None:
    """Search files of an archive with excerpts do not stay: two excerpts may be more than is allowed. Styles do."""
    sites = [
        publish(tmp_path / f"site{number}", pages, {"a": Showing(share=share)})
        for number, (pages, share) in enumerate(zip((OPEN, CLOSED), shares, strict=True))
    ]
    put(sites[0], tmp_path / "there")
    plan = put(sites[1], tmp_path / "there")
    assert holding(tmp_path / "there") == []
    assert ("assets/site.1.css" in plan.lingering) == (not plan.held)


@pytest.mark.parametrize("after", range(12))
def test_cleaning_that_broke_off_goes_on(sites: tuple[Path, Path], after: int, tmp_path: Path) -> None:
    """After any number of steps: the next upload of the same site leaves no word, and says what it cleaned."""
    put(sites[0], tmp_path / "there")
    try:
        put(sites[1], Recorded(tmp_path / "there", after=after))
        broke_off = False
    except KeyboardInterrupt:
        broke_off = True
    plan = plan_upload(sites[1], open_destination(str(tmp_path / "there")), "there")
    if broke_off and (tmp_path / "there/manifest.json").read_bytes() != plan.manifest:
        assert plan.held == ("a",)
    put(sites[1], tmp_path / "there")
    assert holding(tmp_path / "there") == []
    told = json.loads((tmp_path / "there" / STATE).read_bytes())["removed"]
    assert {"search/index/rows1.json", "search/index/terms1.json"} <= set(told)
    assert put(sites[1], tmp_path / "there").same


@pytest.mark.parametrize("after", range(7))
@pytest.mark.parametrize("before", [True, False], ids=["over a site", "on nothing"])
def test_an_upload_that_broke_off_leaves_nothing_behind(
    sites: tuple[Path, Path], after: int, before: bool, tmp_path: Path
) -> None:
    """A text was uploaded in part and then withheld: the next site finds all of it, what was written over included."""
    if before:
        put(sites[1], tmp_path / "there")
    with pytest.raises(KeyboardInterrupt):
        put(sites[0], Recorded(tmp_path / "there", after=after))
    put(sites[1], tmp_path / "there")
    assert holding(tmp_path / "there") == []
    assert verify_folder(tmp_path / "there").is_clean
    assert verify_folder(tmp_path / "there").untracked == ()


def test_several_old_generations_are_found(sites: tuple[Path, Path], tmp_path: Path) -> None:
    """Search files that no record names any more are looked for; a file of the keeper's elsewhere is left alone."""
    there = tmp_path / "there"
    put(sites[0], there)
    for number in range(3):
        (there / f"search/index/rowsold{number}.json").write_text(SECRET)
    (there / "CNAME").write_text("example.org")
    (there / STATE).unlink()
    put(sites[1], there)
    assert holding(there) == []
    assert (there / "CNAME").exists()
    # Also later, when somebody has put one back.
    (there / "search/index/rowsold7.json").write_text(SECRET)
    assert not put(sites[1], there).same
    assert holding(there) == []


def test_a_destination_of_an_earlier_version_is_cleaned(sites: tuple[Path, Path], tmp_path: Path) -> None:
    """Its manifest does not say what it shows, so it may show everything that it has a page of."""
    put(publish(tmp_path / "earlier", OPEN, None), tmp_path / "there")
    plan = put(sites[1], tmp_path / "there")
    assert plan.held == ("a",)
    assert holding(tmp_path / "there") == []


def test_in_a_store_too(sites: tuple[Path, Path]) -> None:
    """The search folder of an address of fsspec is listed as well."""
    there = open_destination("memory://take-down/site")
    for site in sites:
        upload(site, there, plan_upload(site, there, "there"), quiet)
    there.write("search/index/termsold.json", b"old", headers=_headers())
    assert "search/index/termsold.json" in there.files("search/index")
    plan = plan_upload(sites[1], there, "there")
    upload(sites[1], there, plan, quiet)
    assert plan.deletions == ("search/index/termsold.json",)
    assert sorted(there.files("search/index")) == sorted(path for path in CLOSED if path.startswith("search/index"))


def _headers() -> Any:
    from sitegen.publish.headers import headers_of

    return headers_of("search/index/termsold.json")


def test_what_is_public_elsewhere_is_recorded(tmp_path: Path) -> None:
    """Beside the site: which articles a destination shows; no text, and no password of its address."""
    site = publish(tmp_path / "site", OPEN, FULL)
    note_destination(site, "sftp://anna:geheim@example.org/site", FULL)
    note_destination(site, str(tmp_path / "there"), FULL)
    assert still_public(site) == {}
    publish(site, CLOSED, FIGURES)
    assert still_public(site) == {"sftp://example.org/site": ("a",), str(tmp_path / "there"): ("a",)}
    told = destinations_file(site).read_text()
    assert not any(word in told for word in ("geheim", "anna", SECRET))
    note_destination(site, "sftp://example.org/site", FIGURES)
    assert still_public(site) == {str(tmp_path / "there"): ("a",)}
    destinations_file(site).write_text("[")
    assert still_public(site) == {}


def test_dry_run_and_verify_say_what_is_public(tmp_path: Path) -> None:
    """Until the destination is cleaned, both name the article; `verify` of the site exits 1, and 0 afterwards."""
    site, there = str(tmp_path / "site"), str(tmp_path / "there")

    def run(*arguments: str) -> tuple[int, str]:
        result = CliRunner().invoke(main, [*arguments], catch_exceptions=False)
        return result.exit_code, result.output

    publish(tmp_path / "site", OPEN, FULL)
    assert run("publish", there, "--site", site)[0] == 0
    publish(tmp_path / "site", CLOSED, FIGURES)
    for command in (("publish", there, "--site", site, "--dry-run"), ("verify", site)):
        code, told = run(*command)
        assert f"`{there}` still shows what is withheld now: `a` [still-public]" in told
        assert code == (1 if command[0] == "verify" else 0)
    assert "taken down at" in run("publish", there, "--site", site)[1]
    assert run("verify", site) == (0, f"{site} is as it was published\n")
    assert "nothing to upload" in run("publish", there, "--site", site)[1]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(tmp_path / "www"))) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def test_removed_paths_are_asked_for(sites: tuple[Path, Path], address: str, tmp_path: Path) -> None:
    """A host that still answers for a removed path is told on, with exit code 1; so is a folder that has it."""
    put(sites[0], tmp_path / "www")
    put(sites[1], tmp_path / "www")
    assert verify_address(address).is_clean
    removed = "search/index/rows1.json"
    (tmp_path / "www" / removed).write_text("whatever")
    assert verify_address(address).served == verify_folder(tmp_path / "www").served == (removed,)
    for place in (address, str(tmp_path / "www")):
        result = CliRunner().invoke(main, ["verify", place])
        assert (result.exit_code, f"taken down and still there: {removed}" in result.output) == (1, True)


def test_the_record_stays_until_all_is_back(tmp_path: Path) -> None:
    """Later builds carry it on; once the article is shown in full it is gone, and the bytes are the clean ones."""
    output = tmp_path / "out"
    publish(output, OPEN, FULL)
    publish(output, CLOSED, FIGURES)
    first = parse_manifest((output / "manifest.json").read_bytes())
    assert first.withheld.articles == ("a",)
    publish(output, CLOSED | {"more.html": "more"}, FIGURES)
    assert parse_manifest((output / "manifest.json").read_bytes()).withheld == first.withheld
    publish(output, OPEN, FULL)
    assert (output / "manifest.json").read_bytes() == (
        publish(tmp_path / "clean", OPEN, FULL) / "manifest.json"
    ).read_bytes()
    assert (
        with_withheld(first, Withheld()).content
        == (publish(tmp_path / "closed", CLOSED, FIGURES) / "manifest.json").read_bytes()
    )


def test_less_is_less() -> None:
    """Narrower rights, a smaller share and a file that is gone are take-downs; more, the same and a move are not."""
    full, excerpt, less, figures = (
        Showing(share=1.0, sha256="f"),
        Showing(share=0.25),
        Showing(share=0.1),
        Showing(share=0.0),
    )
    for before, now in ((full, excerpt), (full, figures), (excerpt, less), (less, figures)):
        assert tightened({"a": before}, {"a": now}) == ("a",)
        assert tightened({"a": now}, {"a": before}) == ()
        assert tightened({"a": before}, {"a": before}) == ()
        assert tightened({"a": before}, {}) == ("a",)
    assert tightened({"a": full}, {"b": full}) == ()
    assert tightened({"a": full}, {"b": Showing(share=1.0, sha256="g")}) == ("a",)
    assert tightened({"a": figures}, {}) == ()
    assert widest(({"a": excerpt}, {"a": full, "b": figures}, {"a": less})) == {"a": full, "b": figures}
