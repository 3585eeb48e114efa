"""What stands in a folder: links, pipes, unreadable and oversized files, names."""

import errno
import os
import socket
from pathlib import Path

import pytest

from sitegen.config import Limits
from sitegen.diagnostics import SitegenError
from sitegen.read import read_archive
from sitegen.read.files import Entry, read_bytes
from tests.read.conftest import Folder

SECRET = "canary-secret"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A folder with one article, and a secret beside it."""
    (tmp_path / "secret.md").write_text(SECRET)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "a.md").write_text(SECRET)
    content = tmp_path / "content"
    content.mkdir()
    (content / "fine.txt").write_text("A fine article.\n")
    return content


def codes(content: Path) -> list[str]:
    archive, problems = read_archive(content)
    assert SECRET not in repr(archive)
    assert [article.id for article in archive.articles][:1] == ["fine"]
    return [one.code for one in problems]


def test_links_out_of_the_folder_are_refused(content: Path) -> None:
    """A link to a file or folder outside is refused and never opened."""
    (content / "a.md").symlink_to("../secret.md")
    (content / "b.md").symlink_to("/etc/passwd")
    (content / "c").symlink_to("../outside")
    (content / "d.md").symlink_to("missing.md")
    (content / "site.toml").symlink_to("../secret.md")
    assert codes(content) == ["symlink", "symlink", "symlink", "unreadable", "symlink"]


def test_a_link_to_a_folder_inside_is_refused(content: Path) -> None:
    """A link that makes a loop is refused, and reading ends."""
    (content / "loop").symlink_to(".")
    (content / "sub").mkdir()
    (content / "sub" / "up").symlink_to("..")
    assert codes(content) == ["symlink", "symlink"]


def test_a_link_to_a_file_inside_is_read(content: Path) -> None:
    """A link to an article of the same folder is an article."""
    (content / "sub").mkdir()
    (content / "sub" / "again.txt").symlink_to("../fine.txt")
    archive, problems = read_archive(content)
    assert not problems
    assert [article.id for article in archive.articles] == ["fine", "sub-again"]


def test_a_link_swapped_in_after_listing_is_refused(content: Path) -> None:
    """Between listing and opening a file may become a link, and so may its folder; neither is followed."""
    (content / "link.md").symlink_to("../secret.md")
    (content / "sub").symlink_to("../outside")
    for real in ("link.md", "sub/a.md"):
        data, problems = read_bytes(content, Entry(relative=real, shown=real, real=real), 1000, "")
        assert data is None
        assert [one.code for one in problems] == ["unreadable"]


def test_links_of_other_files_do_not_matter(content: Path) -> None:
    """A picture that is a link is left alone like any picture."""
    (content / "photo.jpg").symlink_to("/etc/passwd")
    assert codes(content) == []


def test_pipes_sockets_and_devices_are_refused_without_waiting(content: Path) -> None:
    """A pipe named like an article is refused; opening it does not wait for a writer."""
    os.mkfifo(content / "pipe.md")
    with socket.socket(socket.AF_UNIX) as server:
        here = Path.cwd()
        os.chdir(content)
        try:
            server.bind("socket.md")
        finally:
            os.chdir(here)
        assert codes(content) == ["not-a-file", "unreadable"]


def test_a_folder_named_like_an_article_is_a_folder(content: Path) -> None:
    """`x.md/` holds articles like any folder."""
    (content / "x.md").mkdir()
    (content / "x.md" / "a.txt").write_text("An article inside.\n")
    archive, problems = read_archive(content)
    assert not problems
    assert [article.id for article in archive.articles] == ["fine", "x.md-a"]


def test_a_file_over_the_limit_is_not_read(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of 10 GB costs nothing: its size is asked first."""
    with (content / "big.txt").open("wb") as file:
        file.truncate(10_000_000_000)
    limit = Limits().article_bytes
    total = 0
    original = os.read

    def counting(descriptor: int, count: int) -> bytes:
        nonlocal total
        data = original(descriptor, count)
        total += len(data)
        return data

    monkeypatch.setattr(os, "read", counting)
    assert codes(content) == ["too-big"]
    assert total < limit


def test_a_file_that_grows_while_it_is_read_is_refused(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit holds for what is read, not for what the file's size said."""
    (content / "site.toml").write_text("[limits]\narticle_bytes = 50\n")
    monkeypatch.setattr(os, "read", lambda _descriptor, count: b"x" * count)
    data, problems = read_bytes(content, Entry(relative="fine.txt", shown="fine.txt", real="fine.txt"), 50, "limits.x")
    assert data is None
    assert [one.code for one in problems] == ["too-big"]


@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO, errno.EMFILE])
def test_a_file_that_cannot_be_read_is_named(content: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """An error of the system becomes a message with the path, and the other files are read."""
    (content / "locked.md").write_text("Locked.\n")
    original = os.open

    def failing(path: str | Path, *arguments: int, **others: int) -> int:
        if str(path).endswith("locked.md"):
            raise OSError(number, os.strerror(number))
        return original(path, *arguments, **others)

    monkeypatch.setattr(os, "open", failing)
    archive, problems = read_archive(content)
    assert [article.id for article in archive.articles] == ["fine"]
    assert [(one.code, one.location.path) for one in problems] == [("unreadable", f"{content}/locked.md")]
    assert os.strerror(number).lower() in problems[0].message


def test_a_folder_that_cannot_be_listed_is_named(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that vanishes or may not be listed is told, and the rest is read."""
    (content / "sub").mkdir()
    original = os.scandir

    def failing(path: str) -> object:
        if path.endswith("sub"):
            raise PermissionError(errno.EACCES, "Permission denied")
        return original(path)

    monkeypatch.setattr(os, "scandir", failing)
    assert codes(content) == ["unreadable"]


def test_what_is_left_alone(folder: Folder) -> None:
    """Hidden files and folders, `_...`, `public`, README.md at the top and other suffixes are ignored."""
    text = "An article.\n"
    ignored = [".hidden.md", ".git/a.md", "_drafts/a.md", "x/_old/a.txt", "public/a.md", "README.md", "a.jpg", "b.json"]
    archive, problems = folder(
        {**dict.fromkeys(ignored, text), "x/README.md": text, "UPPER.TXT": text, "c.markdown": text}
    )
    assert not problems
    assert [article.path for article in archive.articles] == ["UPPER.TXT", "c.markdown", "x/README.md"]


def test_names_that_no_page_can_print(tmp_path: Path) -> None:
    """A name with a control character or bytes that are no UTF-8 is refused, and shown harmless."""
    content = os.fsencode(tmp_path / "content")
    os.mkdir(content)
    for name in (b"esc\x1b[2J.md", b"caf\xe9.txt", b"fine.txt"):
        with open(os.path.join(content, name), "wb") as file:
            file.write(b"An article.\n")
    _, problems = read_archive(tmp_path / "content")
    assert [one.code for one in problems] == ["bad-name", "bad-name"]
    assert any(one.location.path.endswith("caf\\xe9.txt") for one in problems)


def test_no_folder(tmp_path: Path) -> None:
    """Only a folder that is not there, or is a file, ends the reading."""
    with pytest.raises(SitegenError, match="no such folder"):
        read_archive(tmp_path / "none")
    (tmp_path / "file").write_text("x")
    with pytest.raises(SitegenError, match="this is a file"):
        read_archive(tmp_path / "file")
