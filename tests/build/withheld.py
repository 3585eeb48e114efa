"""What a published site says to whoever reads all its bytes, and an archive whose rights forbid much of it.

Every outlet and event is invented.
"""

import gzip
import html
import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

RUN = 6
"""Words in a row that are nobody's property; more of them are somebody's sentence."""

_SHARED = (
    "The harbour office closed the north pier of Marrowby on Tuesday after a crane driver found a crack in its third"
    " pillar.\n\nNobody was hurt, and 14 boats were moved to the inner basin before the evening tide came in."
    " The repair will cost 2 million crowns, the office said in a statement.\n\n“We heard it groan all winter long,”"
    " said Tilda Roe, 61, who has mended nets beside the pier since she was a girl."
    " “Nobody who works here was surprised by the news.”\n\nFishing may go on from the southern mole until the spring."
)
FILES = {
    "site.toml": 'title = "Pier archive"\nbase_url = "https://piers.example/archive/"\nexcerpt_share = 0.3\n',
    "sources/sea-wire.md": "---\nname: Sea Wire\nkind: agency\n---\n",
    "sources/quiet-post.md": "---\nname: Quiet Post\nrights: figures\n---\n",
    "sources/half-gazette.md": "---\nname: Half Gazette\nrights: excerpt\n---\n",
    "stories/pier/story.md": "---\ntitle: The pier at Marrowby\n---\n\nNotes of the keeper.\n",
    "stories/pier/wire.md": (
        f"---\nsource: sea-wire\ntitle: Pier closed\npublished: 2031-03-04T08:00:00Z\n---\n{_SHARED}\n"
    ),
    "stories/pier/gazette.md": (
        "---\nsource: half-gazette\ntitle: Crack closes the pier\npublished: 2031-03-04T12:00:00Z\n---\n"
        + _SHARED.replace("14 boats", "40 boats").replace("2 million", "3 million")
        + " Our reporter counted nine divers in the cold water before lunch."
        " A kiosk keeper sold them more tea than in the whole of January."
        "\n\nThe mayor has asked for a second opinion from the capital, her deputy told this newspaper at noon."
        " She would not say which engineer had been asked. She will speak to the council on Friday evening."
        "\n\nOlder readers will remember the night of the great gale, when the lamp at the end of the pier went out."
        " Three boats were lost on the bar before anybody lit it again.\n"
    ),
    "stories/pier/post.md": (
        "---\nsource: quiet-post\ntitle: Pier shut\npublished: 2031-03-05\nauthor: Ivo Lund\n---\n"
        + _SHARED.replace("14 boats", "fourteen vessels")
        .replace("a crane driver", "*one sharp-eyed crane driver of the port*")
        .replace("in a statement", "to everyone who asked it that morning")
        + "\n\nThe zorvexquil beneath the pier has sung to the night watch for a hundred years and more."
        " Nobody asked it what it thinks of being closed.\n\n> “It is a very old song, and a very sad one too,”"
        " said the watchman as he locked the gate behind him.\n\nShare this story with everybody you know today!\n"
    ),
    "stories/pier/bare.txt": (
        "---\nsource: quiet-post\n---\n"
        "On the quay of Marrowby the old men say that the pier was built upon straw and upon good wishes alone."
        " They say so every winter, and this winter the newspapers came to write it down for once.\n\n"
        + _SHARED.split("\n\n")[2]
        + "\n"
    ),
    "lone.md": (
        "---\nsource: quiet-post\ntitle: Rạp hát cũ\nlanguage: vi\n---\n"
        "Sáng nay người ta đã đóng cửa nhà hát cũ bên sông vì mái nhà bị dột quá nặng sau cơn mưa đêm qua.\n"
    ),
}
"""A full text, an excerpt and three texts of figures only, by path."""


def write(folder: Path, files: dict[str, str]) -> Path:
    """The files in a folder, which is given back."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def words_of(text: str) -> list[str]:
    """The words of a text, without marks and capitals."""
    return re.findall(r"\w+", text.casefold())


def runs_of(text: str) -> set[tuple[str, ...]]:
    """Every run of six words, and every sentence that has fewer."""
    words = words_of(text)
    found = {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
    short = (tuple(words_of(one)) for one in re.split(r"(?<=[.!?”])\s+|\n", text))
    return found | {one for one in short if 3 < len(one) < RUN}


def readings_of(path: str, content: bytes) -> Iterator[str]:
    """A published file in every form in which somebody may read it."""
    if content[:2] == b"\x1f\x8b":
        yield from readings_of(path, gzip.decompress(content))
        return
    if content.startswith(b"SQLite format 3\0"):
        database = sqlite3.connect(":memory:")
        database.deserialize(content)
        yield "\n".join(database.iterdump())
        return
    text = content.decode("utf-8", "replace")
    plain = html.unescape(html.unescape(text))
    yield plain
    yield re.sub(r"<[^>]*>", "", plain)
    yield re.sub(r"<[^>]*>", " ", plain)
    if path.endswith(".json"):
        yield "\n__\n".join(_strings(json.loads(text)))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        joined = [one for one in value if isinstance(one, dict) and "tag" in one]
        for side in ("left", "right"):
            yield "".join(str(one[side]) for one in joined)
        for one in value:
            yield from _strings(one)


def body_of(text: str) -> str:
    """The text of an article file without its front matter and its Markdown."""
    return re.sub(r"[*>]", "", text.split("---\n", 2)[2] if text.startswith("---\n") else text)


def leaks(site: Path, files: dict[str, str], withheld: dict[str, str], by_right: str) -> list[tuple[str, str]]:
    """Each run of words of a `withheld` text in a file of the site, unless it stands in what is shown `by_right`."""
    free = [body_of(text) for name, text in files.items() if name not in withheld]
    allowed = {run for text in (by_right, *free) for run in runs_of(text)}
    secret = {run for text in withheld.values() for run in runs_of(body_of(text))} - allowed
    short = {" ".join(run) for run in secret if len(run) < RUN}
    found = []
    for path in sorted(one for one in site.rglob("*") if one.is_file()):
        name = path.relative_to(site).as_posix()
        for reading in readings_of(name, path.read_bytes()):
            told = f" {' '.join(words_of(reading))} "
            found += [(name, " ".join(run)) for run in runs_of(reading) & secret]
            found += [(name, one) for one in short if f" {one} " in told]
    return sorted(set(found))
