"""Writes one story of very many copies of one text, all invented: what a story of any size costs is measured on it.

    python -m benchmarks.one_story DEST COUNT identical|near [--found]

Identical copies have the same 400 words. In near copies each paragraph but the first is dropped one time in five, three
at the most, and up to six words are others. With --found nothing is declared, outlets neither, and grouping has to
gather the copies: what an outlet prints again and again is taken for its furniture.
The same COUNT gives the same bytes, and a longer story begins as a shorter one.
"""

import argparse
import json
import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

KINDS = ("identical", "near")
_PARAGRAPHS, _SENTENCES, _WORDS = 10, 4, 10
_DROPPED, _MOST_DROPPED, _MOST_CHANGED = 0.2, 3, 6
_OUTLETS = 40
_SYLLABLES = re.findall(r"\w+", "ba de fi go lu ma ne pi ro su ta ve wi zo ka le mi no pu ra")
_LINKS = re.findall(r"\w+", "the of to and in a that for on with as was by at from")


def paragraphs(rng: random.Random) -> list[list[str]]:
    """An invented text of 400 words: paragraphs of sentences, a third of the words in common use."""
    vocabulary = ["".join(rng.choices(_SYLLABLES, k=rng.randint(2, 4))) for _ in range(300)]

    def sentence() -> str:
        words = [rng.choice(_LINKS if rng.random() < 1 / 3 else vocabulary) for _ in range(_WORDS)]
        return f"{' '.join(words).capitalize()}."

    return [[sentence() for _ in range(_SENTENCES)] for _ in range(_PARAGRAPHS)]


def near(text: list[list[str]], rng: random.Random) -> list[list[str]]:
    """The text with up to three paragraphs dropped and up to six words changed."""
    dropped = [at for at in range(1, len(text)) if rng.random() < _DROPPED][:_MOST_DROPPED]
    kept = [[sentence.split(" ") for sentence in part] for at, part in enumerate(text) if at not in dropped]
    for _ in range(rng.randint(1, _MOST_CHANGED)):
        words = rng.choice(rng.choice(kept))
        words[rng.randrange(1, len(words) - 1)] = "".join(rng.choices(_SYLLABLES, k=3))
    return [[" ".join(words) for words in part] for part in kept]


def articles(count: int, kind: str, *, declared: bool = True, seed: int = 7) -> Iterator[tuple[str, str]]:
    """The name of each file and what is in it."""
    text = paragraphs(random.Random(seed))
    for number in range(count):
        rng = random.Random(f"{seed} {number}")
        copy = near(text, rng) if number and kind == "near" else text
        head = [
            "title: Harbour council votes on the new ferry",
            *([f"source: outlet-{number % _OUTLETS}"] if declared else []),
            f"published: {date(2031, 3, 1) + timedelta(days=number // 5_000)}",
            "language: en",
            *(["story: ferry"] if declared else []),
        ]
        body = "\n\n".join(" ".join(part) for part in copy)
        yield f"copy-{number:05}.md", "\n".join(["---", *head, "---", "", body, ""])


def write_story(folder: Path, count: int, kind: str, *, declared: bool = True) -> None:
    """Writes the archive: its articles and the outlets they name."""
    (folder / "articles").mkdir(parents=True)
    (folder / "sources").mkdir()
    for name, text in articles(count, kind, declared=declared):
        (folder / "articles" / name).write_text(text, encoding="utf-8", newline="\n")
    for number in range(min(count, _OUTLETS)):
        (folder / "sources" / f"outlet-{number}.md").write_text(
            f"---\nname: Outlet {number}\nkind: newspaper\n---\n", encoding="utf-8", newline="\n"
        )


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.one_story", description=__doc__.splitlines()[0])
    parser.add_argument("destination", metavar="DEST", type=Path, help="a folder that does not exist yet")
    parser.add_argument("count", metavar="COUNT", type=int, help="how many articles")
    parser.add_argument("kind", choices=KINDS, help="whether all are the same")
    parser.add_argument("--found", action="store_true", help="nothing is declared")
    given = parser.parse_args()
    write_story(given.destination, given.count, given.kind, declared=not given.found)
    print(json.dumps(None))


if __name__ == "__main__":
    main()
