"""A text beside its translation: sentences side by side, what is missing, and the figures that differ."""

from pathlib import Path

from lxml import html

from sitegen.findings.edition.translationcheck import NameReader, same_names
from sitegen.model import Block
from sitegen.pipeline.build import BuildOptions, build_site
from sitegen.text.tokenized import tokenize_blocks

WIRE = """The lighthouse at Holm was lit on 3 March for the first time in 19 years, the harbour office said.

The lamp turned for 50 minutes and was seen from 140 villages on both sides of the sound.

“We had forgotten how far it reaches,” said Ina Dahl, 58, who sweeps the stairs.

The Nordlys company denied on 4 March that it had asked 27 times for the lamp to be put out.

The office has paid 2,400 crowns for the oil, and expects 300 visitors by 30 September.

A second lamp, built in 1998, will be lit in 2033, said Joren Vask.
"""
SPANISH = """El faro de Holm se encendió el 3 de marzo por primera vez en 19 años, dijo la oficina del puerto.

La lámpara giró durante 50 minutos y se vio desde 140 pueblos a ambos lados del estrecho.

«Habíamos olvidado hasta dónde llega», dijo Ina Dahl, de 58 años, que barre las escaleras.

La oficina ha pagado 2.400 coronas por el aceite y espera 350 visitantes para el 30 de septiembre.

Una segunda lámpara, construida en 1998, se encenderá en 2033, dijo Joren Vask.
"""


def pages_of(folder: Path, rights: str = "full") -> dict[str, str]:
    """The pages of a story of two, a report and its translation, by their address."""
    content = folder / "content" / "stories" / "lamp"
    content.mkdir(parents=True)
    (content / "wire.md").write_text(f"---\ntitle: Lamp lit\nlanguage: en\n---\n\n{WIRE}", "utf-8")
    fields = f"title: El faro\nlanguage: es\ntranslation_of: lamp-wire\nrights: {rights}"
    (content / "baliza.md").write_text(f"---\n{fields}\n---\n\n{SPANISH}", "utf-8")
    result = build_site(folder / "content", folder / "site", BuildOptions(workers=1, search=False, cache=False))
    assert result.report, result.diagnostics
    root = folder / "site"
    return {path.parent.relative_to(root).as_posix(): path.read_text("utf-8") for path in root.rglob("index.html")}


ADDRESS = "stories/lamp/lamp-wire--lamp-baliza"


def test_sentences_are_side_by_side_and_what_is_missing_is_named(tmp_path: Path) -> None:
    """Five of six sentences have a counterpart; the denial is missing and is called so; 300 is not 350."""
    page = html.document_fromstring(pages_of(tmp_path)[ADDRESS])
    assert len(page.cssselect(".aligned-paired")) == 5
    (gap,) = page.cssselect(".aligned-lacking")
    assert gap.cssselect("p")[0].text.startswith("The Nordlys company denied")
    assert gap.cssselect("small")[0].text == "A denial. Not in the other text."
    values = " ".join(element.text_content() for element in page.cssselect(".aligned-paired small"))
    assert "2,400 crowns = 2.400 coronas" in values
    assert "50 minutes = 50 minutos" in values
    (differing,) = page.cssselect(".aligned-paired b")
    assert differing.text_content().split() == ["300", "≠", "350"]
    about = page.cssselect(".page-head .about-part")[0].text_content()
    assert "5 of 6 sentences of Copy B were found again in it." in about
    assert "1 of the missing sentences is a denial." in about
    assert "5 of 5 names were found again, by their letters or their consonants." in about
    assert "1 figure or date differs." in about
    assert "1 of 1 sentence with a quotation" in about


def test_a_name_is_known_by_its_consonants() -> None:
    """In another script three of them; a name of two, and another name, are not taken for it."""
    arabic = "قال يورن فاسك إن المصباح في هولم سيضاء."
    english = "Holm was dark, and then Joren Vask and Ina Dahl lit the lamp."
    left, right = (
        tokenize_blocks((Block(id="b1", role="paragraph", text=text, line=1),), language)
        for text, language in ((english, "en"), (arabic, "ar"))
    )
    names = NameReader(left, "en").names(range(len(left.tokens)))
    assert [left.tokens[token].text.strip() for token in names] == ["Joren", "Vask", "Ina", "Dahl"]
    same = same_names(left, right, names, range(len(right.tokens)))
    found = {left.text(name.left).strip(): right.text(name.right).strip() for name in same}
    assert found == {"Vask": "فاسك"}


def test_the_story_and_the_article_lead_to_it(tmp_path: Path) -> None:
    """Both pages link to it, and its rows have the ids of the sentences on the story's page."""
    pages = pages_of(tmp_path)
    assert f'href="/{ADDRESS}/"' in pages["stories/lamp"]
    assert f'href="/{ADDRESS}/"' in pages["articles/lamp-baliza"]
    rows = html.document_fromstring(pages[ADDRESS]).cssselect(".aligned-row[id]")
    assert len(rows) == 6
    assert all(row.get("id").startswith("s-") for row in rows)


def test_there_is_no_page_where_rights_withhold_a_word(tmp_path: Path) -> None:
    """Two texts side by side would say what both print."""
    pages = pages_of(tmp_path, "figures")
    assert ADDRESS not in pages
    assert ADDRESS not in pages["stories/lamp"]
