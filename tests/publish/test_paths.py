"""Which paths a published file may have."""

import itertools
import unicodedata

import pytest

from sitegen.diagnostics import SitegenError
from sitegen.publish.paths import PathBook, check_path

FIT = [
    "index.html",
    "stories/a/index.html",
    ".well-known/x",
    "_headers",
    "no..tes",
    "a-ü-中.html",
    "x" * 200,
    "console",
]
UNFIT = [
    "", ".", "..", "/etc/x", "a//b", "a/", "a/../b", "./a", "a\\b", "..\\x", "C:x", "a:b", "a?b", "a*", "a|b", 'a"b',
    "<a>", "a\x00b", "a\nb", "a\x7f", "a\x85", "a.", "a ", "CON", "con.html", "aux/x", "nul.tar.gz", "COM1", "lpt9.x",
    "com¹", "x" * 201, "ü" * 101, "a\ud800",
]  # fmt: skip


@pytest.mark.parametrize("path", FIT)
def test_fit_paths_pass(path: str) -> None:
    """A path that means one file on every host is taken."""
    check_path(path)


@pytest.mark.parametrize("path", UNFIT)
def test_unfit_paths_are_the_programs_fault(path: str) -> None:
    """A path that leaves the site, or that some host does not allow, is a ValueError."""
    with pytest.raises(ValueError, match=r"no relative path|do not allow|more than"):
        check_path(path)


def test_every_traversal_is_refused() -> None:
    """No path made of dots, slashes and a letter gets out of the folder."""
    for parts in itertools.product(["..", ".", "", "a"], repeat=4):
        path = "/".join(parts)
        if set(parts) != {"a"}:
            with pytest.raises(ValueError, match="relative"):
                check_path(path)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("a/index.html", "a/index.html"),
        ("Paris.html", "paris.html"),
        ("STRASSE", "straße"),
        (unicodedata.normalize("NFC", "é"), unicodedata.normalize("NFD", "é")),
        ("a", "a/b"),
        ("a/b", "A"),
    ],
)
def test_two_files_at_one_place_are_refused(first: str, second: str) -> None:
    """Whichever comes first, the second is refused and both are named, as some host would keep one of them."""
    for one, other in ((first, second), (second, first)):
        book = PathBook()
        book.take(one)
        with pytest.raises(SitegenError) as refused:
            book.take(other)
        (problem,) = refused.value.diagnostics
        assert problem.code == "path-collision"
        assert f"`{problem.location.path}`" in problem.message
        assert problem.hint


def test_place_of_the_manifest_is_taken() -> None:
    """No page may stand where the manifest will, in any spelling."""
    for path in ("manifest.json", "Manifest.JSON"):
        with pytest.raises(SitegenError, match="manifest"):
            PathBook().take(path)


def test_different_places_are_not_confused() -> None:
    """Folders may be shared, and likeness is not sameness."""
    book = PathBook()
    for path in ("a/b", "a/c", "ab", "a b/c", "ﬁ", "f", "ı", "i", "a/manifest.json"):
        book.take(path)
