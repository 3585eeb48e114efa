"""The desk in the preview: who may send a form, and what a page that was written by a stranger can do in it."""

import re
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from click.testing import CliRunner

from sitegen.cli import main
from sitegen.desk import DeskPages
from sitegen.importing import Desk, review_path
from sitegen.serve import DESK
from tests.cli.test_review import ARTICLE, FACTS, body, saved
from tests.serve.conftest import Preview, Start

PAGE = f"{DESK}article/{ARTICLE}"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    content = tmp_path / "archive"
    content.mkdir()
    (tmp_path / "one.html").write_text(saved(), "utf-8")
    CliRunner().invoke(main, ["add", str(tmp_path / "one.html"), "--content", str(content)], catch_exceptions=False)
    return content


@pytest.fixture
def preview(start: Start, archive: Path) -> Preview:
    return start(desk=DeskPages(archive))


def token(page: bytes) -> str:
    match = re.search(rb'name="token" value="([^"]+)"', page)
    assert match
    return match[1].decode()


def fields(page: bytes) -> list[tuple[str, str]]:
    """What a browser would send of the form as it is."""
    from lxml import html

    form = html.document_fromstring(page).forms[0]
    return [(name, value) for name, value in form.form_values() if name]


def post(
    preview: Preview, form: list[tuple[str, str]], address: str = PAGE, **changed: str
) -> tuple[int, dict[str, str]]:
    """A form as a browser sends it from the preview's own page, with headers changed."""
    data = urlencode(form).encode()
    headers = {
        "Host": preview.host,
        "Origin": f"http://{preview.host}",
        "Sec-Fetch-Site": "same-origin",
        "Content-Type": "application/x-www-form-urlencoded",
        "Content-Length": str(len(data)),
    }
    headers |= {name.replace("_", "-"): value for name, value in changed.items()}
    lines = [f"{name}: {value}" for name, value in headers.items() if value]
    sent = "\r\n".join([f"POST {address} HTTP/1.1", *lines, "", ""]).encode() + data
    head, _, _ = preview.raw(sent).partition(b"\r\n\r\n")
    status, *rest = head.decode().split("\r\n")
    answered = dict(line.lower().split(": ", 1) for line in rest)
    return int(status.split()[1]), answered


def test_a_block_is_taken_in_by_a_form(preview: Preview, archive: Path) -> None:
    """The form of the page with one more block ticked changes the article, keeps the decision, and leads on."""
    _, headers, page = preview.get(PAGE)
    assert "script-src" not in headers["content-security-policy"]
    assert b"<script" not in page
    form = fields(page)
    number = next(block.number for block in Desk(archive).review(ARTICLE).decisions.blocks if "1931" in block.text)
    status, headers = post(preview, [*form, ("block", str(number)), ("save", "yes")])
    assert (status, headers["location"]) == (303, DESK)
    assert body(archive).rstrip().endswith(FACTS)
    assert "decided = true" in (archive / review_path(ARTICLE)).read_text("utf-8")
    assert b"To be decided (0)" in preview.get(DESK)[2]


def test_no_article_by_a_form(preview: Preview, archive: Path) -> None:
    """The button takes the article's file away; saving the page again brings it back."""
    form = fields(preview.get(PAGE)[2])
    assert post(preview, [*form, ("not-article", "yes")])[0] == 303
    assert not (archive / ARTICLE).exists()
    page = preview.get(PAGE)[2]
    assert b"You decided that this is no article" in page
    assert post(preview, [*fields(page), ("save", "yes")])[0] == 303
    assert (archive / ARTICLE).exists()


def test_a_field_by_a_form(preview: Preview, archive: Path) -> None:
    """What the editor writes is taken where it is chosen."""
    form = [(name, value) for name, value in fields(preview.get(PAGE)[2]) if not name.endswith(".author")]
    post(preview, [*form, ("choice.author", "own"), ("own.author", "Ada M. Brandt"), ("save", "yes")])
    assert 'author: "Ada M. Brandt"' in (archive / ARTICLE).read_text("utf-8")


@pytest.mark.parametrize(
    "changed",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Origin": "https://127.0.0.1"},
        {"Host": "evil.example"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
        {"Content_Type": "text/plain"},
        {"Content_Type": "multipart/form-data; boundary=x"},
        {"Content_Length": ""},
        {"Content_Length": "-1"},
        {"Content_Length": "99999999"},
    ],
)
def test_a_form_of_another_site_changes_nothing(preview: Preview, archive: Path, changed: dict[str, str]) -> None:
    """However it is sent, a form that no page of the preview sent is refused."""
    form = [*fields(preview.get(PAGE)[2]), ("not-article", "yes")]
    assert post(preview, form, **changed)[0] in (403, 413)
    assert (archive / ARTICLE).exists()
    assert not (archive / review_path(ARTICLE)).exists()


def test_a_form_without_the_token_changes_nothing(preview: Preview, archive: Path) -> None:
    """Nor one with the token of an earlier preview, or two."""
    form = [field for field in fields(preview.get(PAGE)[2]) if field[0] != "token"]
    right = token(preview.get(PAGE)[2])
    for tokens in ([], [""], ["x" * len(right)], [right, right]):
        sent = [*form, *(("token", value) for value in tokens), ("not-article", "yes")]
        assert post(preview, sent)[0] == 403
    assert (archive / ARTICLE).exists()


@pytest.mark.parametrize(
    "path", ["../one.html", "../../etc/passwd", "site.toml", "_originals/x.html", "", "%00", "x" * 5000]
)
def test_only_imported_pages_are_shown(preview: Preview, path: str) -> None:
    """An address is looked up among the imported pages; no path is made of it."""
    for kind in ("article", "original"):
        assert preview.get(f"{DESK}{kind}/{quote(path)}")[0] in (400, 404)


def test_a_hostile_page_is_shown_as_text(preview: Preview, archive: Path, tmp_path: Path) -> None:
    """Markup in titles, classes, addresses and texts of a page is text at the desk."""
    attack = "<script>alert(1)</script>"
    page = saved().replace("Bridge opens, and stays open", "&lt;script&gt;alert(1)&lt;/script&gt;&quot;onload=&quot;x")
    page = page.replace("factbox promo", "promo &quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;")
    page = page.replace("dropped piano", "&lt;script&gt;alert(1)&lt;/script&gt;").replace("bridge-opens", "x")
    (tmp_path / "bad.html").write_text(page, "utf-8")
    CliRunner().invoke(main, ["add", str(tmp_path / "bad.html"), "--content", str(archive)], catch_exceptions=False)
    for path in [entry.path for entry in Desk(archive).pages.values()]:
        shown = preview.get(f"{DESK}article/{quote(path)}")[2].decode()
        assert attack not in shown
        assert '"onload=' not in shown
    assert attack not in preview.get(DESK)[2].decode()


def test_the_original_runs_nothing(preview: Preview) -> None:
    """It is sent with a policy that no script, form, address or picture of it gets past."""
    _, headers, source = preview.get(f"{DESK}original/{ARTICLE}")
    assert b"<script" in source
    policy = headers["content-security-policy"]
    assert policy.startswith("sandbox; default-src 'none'")
    assert "allow" not in policy
    assert "form-action 'none'" in policy


def test_other_machines_get_no_desk(start: Start, archive: Path) -> None:
    """A preview that listens beyond this machine has no desk: whoever reads it could change the archive."""
    preview = start(desk=DeskPages(archive), address="0.0.0.0")
    assert preview.get(DESK)[0] == 404
    assert post(preview, [], DESK)[0] == 501
