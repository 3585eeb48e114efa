"""Above a comparison of two texts of which neither comes from the other: who is the first, and what is not said."""

from pathlib import Path

from lxml import html

from tests.browser.conftest import build, write

SHARED = (
    "The keeper of the lamp at Holm, Ina Dahl, fell from the stair on Monday and was taken to the hospital at Skelby.",
    "Her brother had asked the harbour office in March for a rail, and was told that no money was left for it.",
)
FIRST = (
    "The council ordered the office to keep all papers about the stair this week, and will hear its head in June.",
    "Signing the letter were the members for Holm, for Skelby and for the outer skerries, who meet on Thursday.",
    "They ask for the log of the lamp, for drawings of the stair and for what was paid to the carpenter of the tower.",
)
SECOND = (
    "The minister blamed the council on Saturday for what befell the keeper, and called its rules a disgrace.",
    "Nobody had to climb that stair in the dark, he wrote, if the council had bought the electric lamp it was offered.",
    "Fishermen of both harbours have said that they would rather row home in the dark than go without the old light.",
)


def compared(folder: Path, second: tuple[str, ...], source: str, *, dated: bool = True) -> tuple[str, str]:
    """Heading and words of the comparison of a text of The Post with another."""
    files = {"site.toml": 'title = "Lamps"\ndated_until = "2032-01-01"\n'}
    for name in {"post", source}:
        files[f"sources/{name}.md"] = f"---\nname: The {name.title()}\n---\n"
    texts = {"one": ("post", (*FIRST, *SHARED)), "two": (source, second)}
    for day, (name, (outlet, sentences)) in enumerate(texts.items(), start=1):
        head = f"title: The lamp of {name}\nsource: {outlet}\nlanguage: en" + f"\npublished: 2031-03-0{day}" * dated
        files[f"stories/lamp/{name}.md"] = f"---\n{head}\n---\n\n" + "\n\n".join(sentences) + "\n"
    files["stories/lamp/story.md"] = "---\ntitle: The lamp\nbase: lamp-one\n---\n"
    site = build(write(folder / "content", files), folder / "site")
    page = html.document_fromstring(site["stories/lamp/lamp-one--lamp-two/index.html"].decode())
    return " ".join(page.cssselect("h1")[0].text_content().split()), " ".join(
        page.cssselect("main")[0].text_content().split()
    )


def test_the_first_is_the_one_that_is_named_first(tmp_path: Path) -> None:
    """Of two outlets with as many words of their own the heading names first whose words the summary counts first."""
    heading, text = compared(tmp_path, (*SECOND[:1], *SHARED), "herald", dated=False)
    assert heading == "The Post beside The Herald"
    first = sum(len(sentence.split()) for sentence in (*FIRST, *SHARED))
    assert f"The first has {first} and the second" in text


def test_two_texts_of_one_outlet_that_share_little_are_no_text_that_it_changed(tmp_path: Path) -> None:
    """Another article that repeats some paragraphs stands beside the first; a version is what it changed."""
    assert "beside" in compared(tmp_path / "another", (*SECOND, *SHARED), "post")[0]
    assert compared(tmp_path / "version", (*FIRST, *SHARED[:1]), "post")[0] == "What The Post changed in its own text"
