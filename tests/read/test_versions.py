"""Articles with one address: versions in the order of time, unless a keeper says otherwise."""

from pathlib import Path

import pytest

from sitegen.read import read_archive

URL = "url: https://holm.example/ferry"


def read(folder: Path, **articles: str) -> tuple[dict[str, str], list[str]]:
    """Which version each article is of, and the codes of what was told."""
    (folder / "sources").mkdir(parents=True)
    for source in ("holm", "lorne"):
        (folder / "sources" / f"{source}.md").write_text(f"---\nname: {source}\n---\n", encoding="utf-8")
    for name, fields in articles.items():
        text = f"---\ntitle: Ferry stays\n{fields}\n---\nThe ferry stayed in port.\n"
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    archive, problems = read_archive(folder)
    return {one.id: one.version_of for one in archive.articles if one.version_of}, [one.code for one in problems]


def test_one_address_in_the_order_of_time(tmp_path: Path) -> None:
    """Each is a version of the one seen before it: captured, else updated, else published; slash and scheme aside."""
    found, told = read(
        tmp_path / "in",
        c=f"{URL}/\ncaptured: 2021-03-03",
        a="url: http://www.holm.example/ferry#top\nupdated: 2021-03-04\npublished: 2021-03-01",
        b=f"{URL}\npublished: 2021-03-05",
    )
    assert found == {"a": "c", "b": "a"}
    assert told == ["repeated-url"] * 2


def test_what_is_inferred_says_so(tmp_path: Path) -> None:
    """An inferred version is listed with what was inferred; a declared one is not."""
    read(tmp_path / "in", a=f"{URL}\ncaptured: 2021-03-03", b=f"{URL}\ncaptured: 2021-03-04")
    articles = {one.id: one for one in read_archive(tmp_path / "in")[0].articles}
    assert [("version_of" in articles[one].inferred) for one in "ab"] == [False, True]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("captured: 2021-03-03", "captured: 2021-03-03"),
        ("captured: 2021-03-03", "author: Ada Brandt"),
        ("captured: 2021-03-03\nsource: holm", "captured: 2021-03-04\nsource: lorne"),
    ],
)
def test_what_cannot_be_told_is_only_told_of(tmp_path: Path, one: str, other: str) -> None:
    """One time, no time, or two outlets: nothing is inferred, and a warning says so."""
    assert read(tmp_path / "in", a=f"{URL}\n{one}", b=f"{URL}\n{other}") == ({}, ["repeated-url"])


def test_two_saved_pages_of_one_address(tmp_path: Path) -> None:
    """The address that a saved page states of itself is told of too, at the page's first line."""
    page = '<link rel="canonical" href="https://holm.example/ferry"><title>Ferry</title><p>The ferry stayed in port.'
    for name in ("a", "b"):
        (tmp_path / f"{name}.html").write_text(page, encoding="utf-8")
    problems = [one for one in read_archive(tmp_path)[1] if one.code == "repeated-url"]
    assert [(one.location.path.rpartition("/")[2], one.location.line) for one in problems] == [("b.html", 1)]


@pytest.mark.parametrize(
    ("field", "found"), [("version_of: a", {"b": "a"}), ("translation_of: a", {}), ("not_with: a", {})]
)
def test_a_keepers_word_goes_first(tmp_path: Path, field: str, found: dict[str, str]) -> None:
    """Where an article says how it stands to the other, nothing is inferred and nothing told."""
    ones = {"a": f"{URL}\ncaptured: 2021-03-03", "b": f"{URL}\ncaptured: 2021-03-04\n{field}"}
    assert read(tmp_path / "in", **ones) == (found, [])


def test_other_addresses_are_other_articles(tmp_path: Path) -> None:
    """Another path or query is another address."""
    assert read(tmp_path / "in", a=f"{URL}\ncaptured: 2021-03-03", b=f"{URL}?page=2\ncaptured: 2021-03-04") == ({}, [])
