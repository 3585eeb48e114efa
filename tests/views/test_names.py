"""What copies are called: a declared source, an inferred outlet, or a siglum with the headline; never their file."""

import json
from datetime import date
from pathlib import Path

import pytest

from sitegen.model import Article, Block, Credit, Family, Moment, Outlet, Source, Story
from sitegen.pipeline.build import BuildOptions, build_site
from sitegen.views.names import credited_names, names_of, sigla_of

PIER = (
    "The pier at Marrowby was mended by fourteen men for nine hundred crowns, and the gulls have come back to it. "
    "The harbour office said that the planks came from Skelby, where the old church lost its floor in the spring. "
    "Nobody was hurt in the eleven weeks that the work took, apart from a carpenter who was bitten by a seal."
)


def copy(name: str, **values: object) -> Article:
    """An article with one block."""
    fields: dict[str, object] = {
        "id": name,
        "path": f"{name}.txt",
        "title": f"Headline of {name}",
        "blocks": (Block(id="b1", role="paragraph", text="Nothing new.", line=1),),
        "digest": "",
        "size": 1,
        **values,
    }
    return Article(**fields)  # type: ignore[arg-type]


def day(iso: str) -> Moment:
    return Moment(day=date.fromisoformat(iso))


def called(
    *articles: Article, sources: tuple[Source, ...] = (), alone: tuple[str, ...] = (), foreign: tuple[str, ...] = ()
) -> dict[str, str]:
    """The names of the copies of one text, and of the reports of `alone`."""
    copies = tuple(article.id for article in articles if article.id not in alone)
    families = [Family(base=copies[0], base_reason="", copies=copies)] if copies else []
    families += [Family(base=name, base_reason="", copies=(name,)) for name in alone]
    story = Story(id="s", title="s", families=tuple(families))
    by_id = {article.id: article for article in articles}
    names = names_of(story, by_id, {source.id: source for source in sources}, {}, foreign, "en")
    return {name: text.plain for name, text in names.items()}


def test_a_copy_is_called_by_source_then_outlet_then_siglum() -> None:
    """The declared source wins; an inferred outlet says that it is inferred; else siglum and headline."""
    outlet = Outlet(name="Holm Times", channel="footer", phrase="at the discretion of the Holm Times", line=9)
    names = called(
        copy("a", source="post"),
        copy("b", outlet=outlet),
        copy("c"),
        copy("d"),
        sources=(Source(id="post", name="Evening Post"),),
        alone=("d",),
    )
    assert names == {
        "a": "Evening Post",
        "b": "Holm Times (inferred)",
        "c": "Copy C, “Headline of c”",
        "d": "Report D, “Headline of d”",
    }


def test_a_text_in_another_language_is_neither_copy_nor_report() -> None:
    """Whether it is a translation cannot be told, so its name says neither."""
    names = called(
        copy("a", language="en"), copy("b", language="en"), copy("c", language="vi"), alone=("c",), foreign=("c",)
    )
    assert names["c"].startswith("Text C, ")


def test_no_two_copies_are_called_the_same() -> None:
    """Two copies of one outlet are told apart by their sigla."""
    outlet = Outlet(name="Holm Times", channel="dateline", phrase="HOLM (Holm Times) –", line=1)
    names = called(
        copy("a", outlet=outlet), copy("b", outlet=outlet), copy("c", outlet=outlet, published=day("2031-01-01"))
    )
    assert sorted(names.values()) == [
        "Holm Times (inferred) (copy A)",
        "Holm Times (inferred) (copy B)",
        "Holm Times (inferred) (copy C)",
    ]
    assert names["c"].endswith("(copy A)")


def test_the_name_of_a_file_is_no_headline() -> None:
    """Where a title is nothing but the name of the file, the siglum stands alone."""
    assert called(copy("003_abc", title="003_abc", inferred=("title",)), copy("b"))["003_abc"] == "Copy A"


def test_sigla_follow_the_order_of_publication() -> None:
    """Undated articles come last, by id; a later article moves no letter, an earlier one moves those after it."""
    first, second, undated = copy("z", published=day("2031-01-01")), copy("a", published=day("2031-01-02")), copy("k")
    sigla = sigla_of([undated, second, first])
    assert sigla == {"z": "A", "a": "B", "k": "C"}
    assert sigla_of([undated, second, first, copy("l")]) == {**sigla, "l": "D"}
    assert sigla_of([first, second, copy("m", published=day("2031-01-03"))]) == {"z": "A", "a": "B", "m": "C"}
    many = sigla_of([copy(f"n{number:03}") for number in range(704)])
    assert [many[name] for name in ("n025", "n026", "n027", "n701", "n702")] == ["Z", "AA", "AB", "ZZ", "AAA"]
    assert len(set(many.values())) == 704


@pytest.mark.parametrize(
    "name",
    ["M" * 200, "صحيفة " * 40, "👩‍👩‍👧‍👦" * 60, "\u202eepyT", "Báo " * 60],
)
def test_long_and_strange_names_are_bounded(name: str) -> None:
    """A name of 200 characters is shortened; what would turn the line is written out."""
    shown = called(copy("a", outlet=Outlet(name=name, channel="masthead", phrase=name, line=1)), copy("b"))["a"]
    assert len(shown) <= 90
    assert "\u202e" not in shown


def build(tmp_path: Path, files: dict[str, str]) -> Path:
    """The site of a folder with these files."""
    for name, text in files.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    build_site(tmp_path / "content", tmp_path / "site", BuildOptions(workers=1, search=False))
    return tmp_path / "site"


def test_a_raw_archive_speaks_of_outlets(tmp_path: Path) -> None:
    """No page but the metadata of an article names a file; JSON keeps its id, and says what names the outlet."""
    site = build(
        tmp_path,
        {
            "003_f00d.txt": f"Pier is mended\n\nHOLM, Sund Region (Sund 24) – {PIER}\n",
            "004_beef.txt": f"Pier mended at last\n\n{PIER}\n\n© 2031 The Holm Times\n",
            "005_cafe.txt": f"Marrowby has its pier again\n\n{PIER}\n",
        },
    )
    story = next((site / "stories").iterdir())
    texts = [page.read_text(encoding="utf-8") for page in story.rglob("index.html")]
    texts += [(site / name).read_text(encoding="utf-8") for name in ("index.html", "feed.xml")]
    shown = "".join(texts)
    for name in ("003_f00d", "004_beef", "005_cafe"):
        assert f">{name}" not in shown
        assert f" {name}" not in shown
    assert "Sund 24" in shown
    assert "(inferred)" in shown
    assert "of the words of Sund 24 (inferred) are in " in shown, "the table of shares, as it is read out"
    assert ">Copy C, “Marrowby has its pier again”</a>" in shown
    page = (site / "articles/003_f00d/index.html").read_text(encoding="utf-8")
    assert "(inferred from the text)" in page
    assert "<dt>Credits</dt>" not in page, "nobody credits himself"
    assert "inferred from its dateline: “HOLM, Sund Region (Sund 24) –”" in page
    data = json.loads(next((site / "data/stories").glob("*.json")).read_text(encoding="utf-8"))
    by_id = {article["id"]: article for article in data["articles"]}
    assert by_id["003_f00d"]["outlet"] == {
        "name": "Sund 24",
        "channel": "dateline",
        "phrase": "HOLM, Sund Region (Sund 24) –",
        "line": 3,
    }
    assert by_id["005_cafe"]["outlet"] is None
    assert {article["siglum"] for article in data["articles"]} == {"A", "B", "C"}


def test_words_that_are_withheld_do_not_explain_an_outlet(tmp_path: Path) -> None:
    """Where rights withhold the text, the page says where the outlet is named and not with which words."""
    front = "---\nformat: text\nrights: figures\nstory: a\ntitle: Pier\n---\n"
    site = build(tmp_path, {"a.md": f"{front}HOLM, Sund Region (Sund 24) – {PIER}\n"})
    page = (site / "articles/a/index.html").read_text(encoding="utf-8")
    assert "inferred from its dateline<" in page
    assert "Sund Region" not in page.partition("<article>")[0] + page.partition("inferred from")[2][:80]
    data = (site / "data/stories/a.json").read_text(encoding="utf-8")
    assert json.loads(data)["articles"][0]["outlet"]["phrase"] == ""


def test_one_agency_is_credited_once() -> None:
    """Whatever it is called, as it is first printed; an outlet that the article names as its own is no credit."""
    names = ("AP", "The Associated Press", "Reuters", "the Skelby Post", "Associated Press")
    article = copy(
        "a",
        credits=tuple(Credit(name=name, phrase=name, line=1) for name in names),
        outlet=Outlet(name="Skelby Post", channel="copyright", phrase="© Skelby Post"),
    )
    assert credited_names(article) == ("AP", "Reuters")
    assert credited_names(article, Source(id="reuters-web", name="Reuters (Web)")) == ("AP",)
