"""A whole folder: what belongs where, what refers to what, and that nothing ever escapes as an exception."""

import hashlib
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitegen.config import Config
from sitegen.read import read_article, read_theme, theme_folder
from tests.read.conftest import Folder

TEXT = "The price of water rises, the council said on Monday, and not for the last time.\n"
FILES = {
    "site.toml": 'title = "Bay archive"\nrights = "excerpt"\n',
    "sources/wire.md": "---\nname: The Wire\nkind: agency\nhome: https://a.example/\ncountry: gb\n---\nSends *much*.\n",
    "sources/evening-post.md": "",
    "stories/water-bill/story.md": "---\ntitle: The bill\nsummary: Water costs more.\nbase: wire\n---\n"
    "Notes with [a link](https://a.example).\n",
    "stories/water-bill/wire.md": f"---\ntitle: Water\nsource: wire\n---\n{TEXT}",
    "stories/water-bill/post.txt": TEXT,
    "2017/loose.txt": TEXT,
    "linked.md": f"---\nstory: water-bill\ntranslation_of: water-bill-wire\nnot_with: 2017-loose\n---\n{TEXT}",
}


def test_every_file_finds_its_place(folder: Folder) -> None:
    """Settings, sources, notes and articles; articles of a story's folder belong to it; all sorted by id."""
    archive, problems = folder(FILES)
    assert not problems
    assert archive.config.title == "Bay archive"
    assert [(one.id, one.story, one.rights) for one in archive.articles] == [
        ("2017-loose", "", "excerpt"),
        ("linked", "water-bill", "excerpt"),
        ("water-bill-post", "water-bill", "excerpt"),
        ("water-bill-wire", "water-bill", "excerpt"),
    ]
    assert archive.articles[1].not_with == ("2017-loose",)


def test_sources(folder: Folder) -> None:
    """A source has its fields and notes; one whose file is empty is named after the file."""
    archive, _ = folder(FILES)
    post, wire = archive.sources
    assert (post.id, post.name, post.kind) == ("evening-post", "evening post", "unknown")
    assert (wire.name, wire.kind, wire.country, wire.notes) == (
        "The Wire",
        "agency",
        "GB",
        "<p>Sends <em>much</em>.</p>",
    )


def test_a_story_names_its_base_by_file_or_by_id(folder: Folder) -> None:
    """`base: wire` and `base: water-bill-wire` are the same article."""
    archive, _ = folder(FILES)
    (note,) = archive.notes
    assert (note.id, note.title, note.summary, note.base) == (
        "water-bill",
        "The bill",
        "Water costs more.",
        "water-bill-wire",
    )
    assert 'rel="nofollow noopener"' in note.notes
    files = {**FILES, "stories/water-bill/story.md": "---\nbase: water-bill-wire\n---\n"}
    assert folder(files)[0].notes[0].base == "water-bill-wire"


def test_the_digest_is_of_the_bytes_that_were_read(folder: Folder) -> None:
    """Digest and size let `verify` tell whether a file changed."""
    archive, _ = folder({"a.txt": b"abc.\r\n"})
    assert archive.articles[0].digest == hashlib.sha256(b"abc.\r\n").hexdigest()
    assert archive.articles[0].size == 6


def test_wrong_files_do_not_hide_the_others(folder: Folder) -> None:
    """Mistakes of every file are told in one run, sorted by place, and the right files are read."""
    archive, problems = folder({**FILES, "bad.md": "---\nsorce: x\n", "worse.txt": b"\xff\xff", "none.md": ""})
    assert [one.code for one in problems] == ["unclosed", "no-text", "not-utf8"]
    assert len(archive.articles) == 4


def test_ids_are_unique_in_the_archive(folder: Folder) -> None:
    """Of two files with one id the first is kept, and the message names both."""
    archive, problems = folder({"Über.txt": TEXT, "u\u0308ber.md": TEXT})
    assert len(archive.articles) == 1
    assert [one.code for one in problems] == ["duplicate-id"]
    assert "ber.md" in str(problems[0])
    assert "ber.txt" in str(problems[0])


def test_the_theme_is_read_as_one_snapshot(tmp_path: Path) -> None:
    """Every file of a theme by its path, sorted; hidden files are left out."""
    for name in ("b.html", "assets/css/a.css", ".hidden", "assets/.x/y"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    assert list(read_theme(tmp_path).items()) == [("assets/css/a.css", b"assets/css/a.css"), ("b.html", b"b.html")]
    assert theme_folder().is_dir()


_FRAGMENTS = [
    "---\n",
    "title: ",
    "tags: [",
    "- ",
    "\n",
    "\r",
    "\x00",
    "\x1b[2J",
    "# ",
    "> ",
    "[a](",
    "<b>",
    "&#0;",
    "`",
    "|-|\n",
    "\ufeff",
    "\ud83d",
    "é",
    "By A B / C, D\n",
]


@settings(max_examples=400, deadline=None)
@given(
    data=st.one_of(
        st.binary(max_size=400),
        st.lists(st.sampled_from(_FRAGMENTS) | st.text(max_size=20), max_size=40).map(
            lambda parts: "".join(parts).encode("utf-8", "surrogatepass")
        ),
        st.text(max_size=300).map(lambda text: f"---\ntitle: {text}\n---\n{text}".encode("utf-8", "surrogatepass")),
        st.text(max_size=200).map(lambda text: text.encode("utf-16", "surrogatepass")),
    ),
    path=st.sampled_from(["a.md", "a.txt", "stories/s/b.md"]),
)
@example(data=b"---\ntitle: x\npublished: 2024-02-30\n---\n", path="a.md")
@example(data=b"", path="a.txt")
@example(data=b".", path="a.md")
def test_no_bytes_raise(data: bytes, path: str) -> None:
    """Whatever a file holds, reading returns an article or says why not, and its text can be written."""
    article, problems = read_article(path, path, data, Config())
    assert article is not None or any(one.severity == "error" for one in problems) or problems
    if article:
        assert article.body
        assert article.title
        text = repr(article) + "".join(block.text + block.html for block in article.blocks)
        text.encode()
        assert not any(
            ord(one) < 32 and one not in "\n\t" for block in article.blocks for one in block.text + block.html
        )
        assert [block.id for block in article.blocks] == [f"b{number}" for number in range(1, len(article.blocks) + 1)]
        assert [block.line for block in article.blocks] == sorted(block.line for block in article.blocks)
