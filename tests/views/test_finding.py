"""What a story's first sentences say of who took a text: no more than each copy holds of it."""

import re
from pathlib import Path

import pytest

from sitegen.build import BuildOptions, build_site
from tests.compare.test_pair import DENIAL, FERRY, INQUIRY, WEATHER

NAMES = {"holm": "Holm Post", "gull": "The Gull", "pell": "Pell Echo"}
OWN = " ".join(f"The {word} of Pell was painted green again by {word} keepers." for word in "abcdefghijklmnop")

SHARED = (FERRY, DENIAL, INQUIRY, WEATHER)
STRANGE = " ".join(f"Nobody{at} but{at} goats{at} went{at} there{at}." for at in range(30))


def said_of(
    folder: Path, articles: dict[str, tuple[str, int, tuple[str, ...]]], more: dict[str, str] | None = None
) -> tuple[str, str]:
    """The words of the story's page and of the home page, of articles as source, day and texts by name.

    `more` are further lines of their heads.
    """
    content = folder / "in"
    (content / "sources").mkdir(parents=True)
    for outlet, name in NAMES.items():
        (content / "sources" / f"{outlet}.md").write_text(f"---\nname: {name}\n---\n", encoding="utf-8")
    for name, (source, day, texts) in articles.items():
        fields = f"title: Ferry {name}\nsource: {source}\npublished: 2031-03-{day:02}\nstory: ferry"
        fields += f"\n{(more or {}).get(name, '')}"
        text = "\n\n".join(texts)
        (content / f"{name}.md").write_text(f"---\n{fields}\n---\n{text}\n", encoding="utf-8")
    build_site(content, folder / "site", BuildOptions(workers=1, search=False))
    story, home = (words_of(folder / "site" / page) for page in ("stories/ferry/index.html", "index.html"))
    return story, home


def words_of(page: Path) -> str:
    """The words of a page, without its marks."""
    return " ".join(re.sub(r"<[^>]+>", "", page.read_text(encoding="utf-8")).split())


def test_who_took_a_part_carries_no_text_of_another(tmp_path: Path) -> None:
    """An article of its own with a passage of another is not said to be a copy, nor the two to be one text."""
    story, home = said_of(
        tmp_path,
        {"a": ("holm", 1, (*SHARED, STRANGE)), "b": ("gull", 4, (*SHARED, OWN))},
    )
    assert "they have text in common. One article likely took part of its text from Holm Post." in story
    assert "Articles that share text" in story
    assert "2 articles that share text" in home
    for claim in ("all from one text", "carries Holm Post", "Copies of one text", "copies of one text"):
        assert claim not in story + home.replace("Copies of one text share narration", "")


@pytest.mark.parametrize(("credit", "said"), [("", "likely took part"), ("credit: Holm Post", "took part")])
def test_no_page_says_that_a_part_makes_a_copy(tmp_path: Path, credit: str, said: str) -> None:
    """However sure it is where a passage is from, the article that has it is not said to be copied from there."""
    said_of(
        tmp_path,
        {"a": ("holm", 1, (*SHARED, STRANGE)), "b": ("gull", 4, (*SHARED, OWN, OWN.replace("green", "red")))},
        {"b": credit},
    )
    assert f"It {said} of its text from Holm Post." in words_of(tmp_path / "site/articles/b/index.html")
    brief = "part of its text likely from Holm Post" if not credit else "part of its text from Holm Post"
    pages = [words_of(tmp_path / "site" / page) for page in ("stories/ferry/index.html", "sources/gull/index.html")]
    assert all(brief in page for page in pages)
    heading = "Part of the text taken from Holm Post" if credit else "Part of the text likely taken from Holm Post"
    assert heading in pages[0]
    assert "Its one article likely took text from Holm Post" in pages[1]
    for page in sorted((tmp_path / "site").rglob("index.html")):
        if "about" not in page.parts:
            assert not re.search(r"(?i)copied from|likely from(?<!text likely from)|\brewritten\b", words_of(page)), (
                page
            )


def test_a_whole_copy_carries_it(tmp_path: Path) -> None:
    """Control: a copy that has all of it."""
    story, home = said_of(
        tmp_path,
        {"a": ("holm", 1, (FERRY, INQUIRY, DENIAL)), "b": ("gull", 4, (FERRY, INQUIRY, DENIAL, WEATHER))},
    )
    assert "all from one text. One copy carries Holm Post’s text" in story
    assert "2 copies of one text" in home


@pytest.mark.parametrize("source", ["holm", "gull"])
def test_an_outlet_that_uses_its_own_text_took_it_from_nobody(tmp_path: Path, source: str) -> None:
    """What an outlet prints again is its own; of another outlet (control) it is said whose it carries."""
    story, _ = said_of(
        tmp_path,
        {
            "a": ("holm", 1, (FERRY, INQUIRY, DENIAL)),
            "b": (source, 4, (FERRY, INQUIRY, DENIAL, WEATHER)),
            "c": (source, 5, (OWN,)),
        },
    )
    again = "Holm Post printed text of it again in one more article." in story
    assert again == (source == "holm")
    assert ("two separate texts" in story) == (source == "holm")
    assert ("One copy carries Holm Post’s text" in story) == (source == "gull")


def test_an_outlet_takes_nothing_from_others_where_it_prints_its_own_again(tmp_path: Path) -> None:
    """Its page counts what it took from others alone; control: another outlet with the same text."""
    whole = (FERRY, INQUIRY, DENIAL)
    said_of(tmp_path, {"a": ("holm", 1, whole), "b": ("holm", 4, (*whole, WEATHER)), "c": ("gull", 5, whole)})
    own, other = (words_of(tmp_path / f"site/sources/{outlet}/index.html") for outlet in ("holm", "gull"))
    assert "None of its 2 articles was found to likely take text from others; 1 prints text of its own again." in own
    assert "Its one article likely took text from Holm Post" in other


def test_no_outlet_is_the_most_taken_from_of_two_that_are_as_often(tmp_path: Path) -> None:
    """Two articles from two outlets name neither; two from one (control) name it."""
    texts = {"one": (FERRY, INQUIRY, DENIAL), "two": (WEATHER, STRANGE)}
    stories = {
        "a": ("holm", 1, texts["one"]),
        "b": ("pell", 1, texts["two"]),
        "c": ("gull", 4, (*texts["one"], OWN)),
        "d": ("gull", 4, (*texts["two"], "Seven of them stayed until the lamps went out at the pier.")),
    }
    said_of(tmp_path / "tie", stories)
    gull = words_of(tmp_path / "tie/site/sources/gull/index.html")
    assert "2 of its 2 articles likely took text from others." in gull
    said_of(tmp_path / "most", {**stories, "b": ("holm", 1, texts["two"])})
    gull = words_of(tmp_path / "most/site/sources/gull/index.html")
    assert "2 of its 2 articles likely took text from others, most often from Holm Post." in gull


@pytest.mark.parametrize(
    ("credits", "said"),
    [
        (("", ""), "who took it from whom cannot be told."),
        (("credit: Coast Wire", "credit: Coast Wire"), "both credit Coast Wire, whose text is not held."),
    ],
)
def test_of_two_that_credit_one_wire_neither_took_from_the_other(
    tmp_path: Path, credits: tuple[str, str], said: str
) -> None:
    """On one day, with a part in common: whom both credit is named, and nobody is said to have rewritten anybody."""
    articles = {"a": ("holm", 1, (*SHARED, STRANGE)), "b": ("gull", 1, (*SHARED, OWN))}
    story, _ = said_of(tmp_path, articles, dict(zip("ab", credits, strict=True)))
    assert f"Two articles share part of their text; {said}" in story
    assert "shares part of its text with another" in words_of(tmp_path / "site/sources/holm/index.html") + words_of(
        tmp_path / "site/sources/gull/index.html"
    )
    if credits[0]:
        assert "Crediting Coast Wire, whose text the archive does not hold" in story
