"""Beside what a copy lacks it is said which other copies have it; of a cut inside a sentence nothing is."""

from pathlib import Path

import pytest
from lxml import html

from tests.browser.conftest import build, write

OPENING = "The lamp at Holm was lit on Friday for the first time in nine years, the harbour office confirmed."
VILLAGES = "It turned for an hour and was seen from 14 villages on both sides of the sound that night."
DENIAL = "The Nordlys company denied that it had ever asked for the lamp to be put out before the dredging began."
CURTAINS = "Its keeper, Ina Dahl, had polished the glass for three weeks and had bought new curtains for the tower."
DUSK = "The council will vote in June on whether the lamp is to burn each night from dusk until the last ferry."
TEXT = (OPENING, VILLAGES, DENIAL, CURTAINS, DUSK)


def told_of_cuts(folder: Path, others: dict[str, tuple[str, ...]], rights: str = "full") -> str:
    """What stands beside the cuts of the copy `post`; the others are copies, too."""
    files = {"site.toml": 'title = "Lamps"\ndated_until = "2032-01-01"\n'}
    texts = {"wire": TEXT, "post": (OPENING, VILLAGES.replace(" that night", ""), CURTAINS, DUSK), **others}
    for day, (name, sentences) in enumerate(texts.items(), start=1):
        files[f"sources/{name}.md"] = f"---\nname: The {name.title()}\n---\n"
        head = f"title: The lamp of {name}\nsource: {name}\nlanguage: en\npublished: 2031-03-0{day}\ncredit: The Wire"
        head += f"\nrights: {rights}" if name == "herald" else ""
        files[f"stories/lamp/{name}.md"] = f"---\n{head}\n---\n\n" + "\n\n".join(sentences) + "\n"
    files["stories/lamp/story.md"] = "---\ntitle: The lamp\nbase: lamp-wire\n---\n"
    site = build(write(folder / "content", files), folder / "site")
    page = html.document_fromstring(site["stories/lamp/lamp-wire--lamp-post/index.html"].decode())
    return " | ".join(" ".join(also.text_content().split()) for also in page.cssselect(".remarks .k-cut .also"))


@pytest.mark.parametrize(
    ("herald", "rights", "told"),
    [
        (TEXT[:-1], "full", "It is in The Herald."),
        ((OPENING, VILLAGES, DENIAL.replace("denied", "has denied"), CURTAINS), "full", "It is in The Herald."),
        ((OPENING, VILLAGES, "The Nordlys company denied it to a court.", CURTAINS), "full", ""),
        (TEXT[:-1], "figures", "1 other copy has it."),
        ((OPENING, VILLAGES, CURTAINS), "full", "The same in 1 other copy."),
    ],
)
def test_it_is_said_who_has_what_a_copy_lacks(tmp_path: Path, herald: tuple[str, ...], rights: str, told: str) -> None:
    """A copy that has it is named, in other words too; one whose words may not be told is counted."""
    assert told_of_cuts(tmp_path, {"herald": herald}, rights) == told
