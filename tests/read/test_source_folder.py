"""A folder of texts that is given one outlet: `folder` in the outlet's file."""

from pathlib import Path

from sitegen.read import read_archive

TEXT = "The pier at Holm closes for two years, the port said on Monday. Ferries leave from Nordhavn until then.\n"


def archive(tmp_path: Path, **sources: str) -> Path:
    (tmp_path / "sources").mkdir()
    for name, lines in sources.items():
        (tmp_path / "sources" / f"{name}.md").write_text(f"---\nname: {name.title()}\n{lines}---\n", "utf-8")
    return tmp_path


def write(content: Path, path: str, head: str = "") -> None:
    (content / path).parent.mkdir(parents=True, exist_ok=True)
    (content / path).write_text(head + TEXT, "utf-8")


def test_articles_of_a_folder_have_its_outlet(tmp_path: Path) -> None:
    """A text without front matter, at any depth; the nearest folder decides; what an article says itself wins."""
    content = archive(tmp_path, anchor="folder: texts/anchor\n", evening="folder: ./texts/anchor/evening/\n", wire="")
    write(content, "texts/anchor/2031/a.txt")
    write(content, "texts/anchor/evening/b.txt")
    write(content, "texts/anchor/c.txt", "---\nsource: wire\n---\n")
    write(content, "texts/anchors/d.txt")
    read, problems = read_archive(content)
    assert problems == ()
    assert {article.path.rpartition("/")[2]: article.source for article in read.articles} == {
        "a.txt": "anchor", "b.txt": "evening", "c.txt": "wire", "d.txt": "",
    }  # fmt: skip
    assert all("source" not in article.inferred for article in read.articles if article.source)


def test_another_folder_is_another_reading(tmp_path: Path) -> None:
    """What was read before is not taken where the outlet's file has changed since."""
    content = archive(tmp_path, anchor="folder: texts\n")
    write(content, "texts/a.txt")
    assert read_archive(content)[0].articles[0].source == "anchor"
    (content / "sources/anchor.md").write_text("---\nname: Anchor\nfolder: other\n---\n", "utf-8")
    assert read_archive(content)[0].articles[0].source == ""
