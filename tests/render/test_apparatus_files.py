"""TEI and CollateX files of a story: they open in the programs they are for, hold each copy, and keep to rights."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from sitegen.pipeline.build import BuildOptions, build_site

TEI = "{http://www.tei-c.org/ns/1.0}"
SCHEMA = Path(__file__).parent / "tei.rng"
BASE = [
    "The weir at Tolm was opened on Friday by the keeper of the locks.",
    "Ada Brandt said the gates had stood for 40 years.",
    "The town will pay 300 crowns for new paint.",
    "Nobody was asked whether the old colour would do.",
]
EDITED = [BASE[0].replace("Friday", "Sunday"), BASE[1].replace("40", "45"), BASE[3], "A reader sent a picture."]
SPANISH = [
    "La presa de Tolm fue abierta el viernes por el guarda de las esclusas.",
    "Ada Brandt dijo que las compuertas llevaban 40 años en pie.",
    "El pueblo pagará 300 coronas por pintura nueva.",
    "Nadie preguntó si el color viejo serviría.",
]


def build(folder: Path, *, rights: dict[str, str] | None = None, setting: str = "edition_files = true\n") -> Path:
    texts = {"wire": BASE, "courier": EDITED, "echo": BASE, "baliza": SPANISH}
    for place, (name, sentences) in enumerate(texts.items()):
        language = "es" if name == "baliza" else "en"
        head = f"source: {name}\npublished: 2031-03-0{place + 1}\ntitle: The weir, {name}\nlanguage: {language}\n"
        head += "translation_of: weir-wire\n" if name == "baliza" else ""
        head += f"rights: {(rights or {})[name]}\n" if name in (rights or {}) else ""
        path = folder / "content/stories/weir" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\n{head}---\n" + "\n\n".join(sentences), encoding="utf-8")
        source = folder / "content/sources" / f"{name}.md"
        source.parent.mkdir(exist_ok=True)
        source.write_text(f"---\nname: {name}\n---\n", encoding="utf-8")
    (folder / "content/stories/weir/story.md").write_text(
        "---\ntitle: The weir\nbase: weir-wire\n---\n", encoding="utf-8"
    )
    (folder / "content/site.toml").write_text(setting, encoding="utf-8")
    result = build_site(folder / "content", folder / "site", BuildOptions(workers=1, search=False))
    assert result.report is not None, result.diagnostics
    return folder / "site"


def tei(site: Path) -> Any:
    """The file as a TEI processor opens it, held against the schema."""
    document = etree.parse(str(site / "data/stories/weir/tei.xml"))
    etree.RelaxNG(etree.parse(str(SCHEMA))).assertValid(document)
    return document.getroot()


def words_of(element: Any, siglum: str) -> Iterator[str]:
    """The text of one witness, as every reader of parallel segmentation puts it together."""
    yield element.text or ""
    for child in element:
        if child.tag == f"{TEI}app":
            chosen = [reading for reading in child if f"#{siglum}" in reading.get("wit", "").split()]
            assert len(chosen) == 1, "a witness has one reading of a place"
            yield from words_of(chosen[0], siglum)
        yield child.tail or ""


def sentences_of(root: Any, siglum: str) -> list[str]:
    return [words for seg in root.iter(f"{TEI}seg") if (words := "".join(words_of(seg, siglum)).strip())]


def sigla(root: Any) -> dict[str, str]:
    """The sigla by the outlets of the witnesses."""
    witnesses = root.iter(f"{TEI}witness")
    return {witness.text.strip(): witness.get("{http://www.w3.org/XML/1998/namespace}id") for witness in witnesses}


def test_each_text_can_be_read_off_the_tei_file(tmp_path: Path) -> None:
    """The base, an edited copy with an addition, an equal one and a translation, sentence by sentence."""
    root = tei(build(tmp_path))
    by_outlet = sigla(root)
    assert sentences_of(root, by_outlet["wire"]) == BASE
    assert sentences_of(root, by_outlet["echo"]) == BASE
    assert sentences_of(root, by_outlet["courier"]) == EDITED
    assert sentences_of(root, by_outlet["baliza"]) == SPANISH


def test_words_that_differ_are_readings_of_their_own(tmp_path: Path) -> None:
    """`Friday` and `Sunday` are an apparatus entry with both sigla, and not two whole sentences."""
    root = tei(build(tmp_path))
    entries = [[(part.text or "").strip() for part in app] for app in root.iter(f"{TEI}app")]
    assert ["Friday", "Sunday"] in entries
    assert ["40 years", "45 years"] in entries
    dropped = [part for part in root.iter(f"{TEI}rdg") if part.get("type") == "dropped"]
    assert [part.get("wit") for part in dropped] == [f"#{sigla(root)['courier']}"]


def test_the_table_of_collatex_holds_each_copy(tmp_path: Path) -> None:
    """A cell a witness in each column; a witness's tokens, joined, are its text; a translation is no witness."""
    content = json.loads((build(tmp_path) / "data/stories/weir/collatex.json").read_text("utf-8"))
    witnesses = content["witnesses"]
    assert len(witnesses) == 3
    assert {len(column) for column in content["table"]} == {3}
    texts = [
        "".join(token["t"] for column in content["table"] for token in column[place]) for place in range(len(witnesses))
    ]
    plain = {" ".join(text.split()).replace(" ", "") for text in texts}
    assert plain == {"".join(sentences).replace(" ", "") for sentences in (BASE, EDITED)}
    assert all(token["n"] for column in content["table"] for cell in column for token in cell)


@pytest.mark.parametrize("withheld", ["wire", "courier"])
def test_figures_only_leave_no_word_in_a_file(tmp_path: Path, withheld: str) -> None:
    """Of such a base there is no file, and no link to one; such a copy is no witness."""
    site = build(tmp_path, rights={withheld: "figures"})
    page = (site / "stories/weir/index.html").read_text("utf-8")
    files = [site / "data/stories/weir/tei.xml", site / "data/stories/weir/collatex.json"]
    assert [path.exists() for path in files] == [withheld != "wire"] * 2
    assert ("tei.xml" in page) is (withheld != "wire")
    for path in (path for path in files if path.exists()):
        text = path.read_text("utf-8")
        assert "Sunday" not in text
        assert "picture" not in text
        assert "Friday" in text


def test_an_excerpt_has_gaps_in_place_of_what_it_withholds(tmp_path: Path) -> None:
    """Words that may not be printed are counted; what is printed is what the pages print, too."""
    site = build(tmp_path, rights={"courier": "excerpt"})
    root = tei(site)
    gaps = [gap for gap in root.iter(f"{TEI}gap") if gap.get("reason") == "rights"]
    assert gaps
    assert all(int(gap.get("quantity")) > 0 for gap in gaps)
    content = json.loads((site / "data/stories/weir/collatex.json").read_text("utf-8"))
    place = content["witnesses"].index(sigla(root)["courier"])
    tokens = [token for column in content["table"] for token in column[place]]
    withheld = sum(token.get("withheld", 0) for token in tokens)
    assert withheld > sum(len(sentence.split()) for sentence in EDITED) // 2, "an excerpt shows a quarter"
    assert all(not token["t"] for token in tokens if "withheld" in token)


def test_files_are_there_where_the_archive_asks_for_them(tmp_path: Path) -> None:
    """Off unless set: two files a story are a tenth of what a free host takes."""
    site = build(tmp_path, setting="")
    assert not (site / "data/stories/weir").exists()
    assert "tei.xml" not in (site / "stories/weir/index.html").read_text("utf-8")
