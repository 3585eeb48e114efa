"""Unpacks the real articles that lie beside the project into a content folder. Changes no text.

    python -m benchmarks.unpack DEST [--first N]

A field is written as it was scraped or not at all: an unreadable date, an empty title or a control character leaves
the field out, and stderr says how often. The same data and N give the same bytes.
"""

import argparse
import hashlib
import json
import lzma
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain, count, islice
from pathlib import Path
from urllib.parse import urlsplit

NEWS = Path(__file__).resolve().parents[2] / "shared" / "data" / "articles" / "news-9k.jsonl.xz"
"""9,198 articles of 278 outlets; see the README there."""
_SETTINGS = """\
title = "Benchmark archive"
description = "Real articles, unpacked to measure with. Not for publication."
base_url = "https://archive.example/"
"""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NOT_IN_ADDRESS = re.compile(r"[^!-~]|[<>\"\\^`{|}]")
_CONTROLS = ("Cc", "Cs", "Cn")
"""Categories of characters that no field may hold: controls, halves of pairs, and what is no character."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scraped:
    """One line of the data, as it came."""

    id: str
    outlet: str
    url: str
    title: str
    date: str
    byline: str
    text: str


def scraped_articles(data: Path = NEWS) -> Iterator[Scraped]:
    """The articles in the order of the file."""
    with lzma.open(data, "rt", encoding="utf-8", newline="\n") as lines:
        for line in lines:
            yield Scraped(**json.loads(line))


def unpack(destination: Path, first: int | None = None, data: Path = NEWS) -> Counter[str]:
    """Writes the first articles of `data` as a content folder; all of them for None.

    `destination` must not exist. The result counts the fields that were left out, by field and reason.
    """
    return unpack_articles(destination, islice(scraped_articles(data), first))


def unpack_articles(destination: Path, articles: Iterable[Scraped], *, alone: bool = False) -> Counter[str]:
    """Writes articles as a content folder; with `alone` each declares a story of its own."""
    destination.mkdir(parents=True)
    left_out: Counter[str] = Counter()
    sources: dict[str, str] = {}
    for article in articles:
        source = sources.setdefault(article.outlet, _source_id(article.outlet, set(sources.values())))
        path = destination / "articles" / hashlib.sha256(article.id.encode()).hexdigest()[:2] / f"{article.id}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        fields = {"source": source, **({"story": f"alone-{article.id.lower()}"} if alone else {})}
        path.write_bytes(_article(article, fields, left_out).encode())
    (destination / "sources").mkdir()
    for outlet, source in sources.items():
        text = _front_matter({"name": outlet.strip()})
        (destination / "sources" / f"{source}.md").write_bytes(text.encode())
    (destination / "site.toml").write_text(_SETTINGS, encoding="utf-8", newline="\n")
    return left_out


def as_file(article: Scraped) -> str:
    """An article as it is written, without its outlet, which would be a file of its own."""
    return _article(article, {}, Counter())


def _article(article: Scraped, own: dict[str, str], left_out: Counter[str]) -> str:
    wanted = {
        "title": _problem(article.title),
        "url": _problem(article.url) or _address_problem(article.url),
        "published": _date_problem(article.date),
        "author": _problem(article.byline),
    }
    values = {"title": article.title, "url": article.url, "published": article.date, "author": article.byline}
    fields = {**own, **{name: values[name] for name, problem in wanted.items() if not problem}}
    left_out.update(f"{name}: {problem}" for name, problem in wanted.items() if problem)
    if any(unicodedata.category(char) == "Cc" and char not in "\t\n\r" for char in set(article.text)):
        left_out["text: control character (kept as scraped)"] += 1
    return _front_matter({**fields, "format": "text"}) + article.text.rstrip("\n") + "\n"


def _front_matter(fields: dict[str, str]) -> str:
    return "---\n" + "".join(f"{name}: {quoted(value)}\n" for name, value in fields.items()) + "---\n"


def quoted(value: str) -> str:
    """The value as a double-quoted YAML scalar of one line, whatever it holds."""
    return '"' + "".join(_escaped(char) for char in value) + '"'


def _escaped(char: str) -> str:
    if char in '"\\':
        return "\\" + char
    return char if char.isprintable() else f"\\U{ord(char):08x}"


def _problem(value: str) -> str:
    if not value.strip():
        return "empty"
    return "control character" if any(unicodedata.category(char) in _CONTROLS for char in value) else ""


def _address_problem(value: str) -> str:
    try:
        parts = urlsplit(value)
        right = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 0) >= 0
    except ValueError:
        right = False
    return "" if right and not _NOT_IN_ADDRESS.search(value) else "not an http or https address"


def _date_problem(value: str) -> str:
    if not value.strip():
        return "empty"
    try:
        right = bool(_DAY.fullmatch(value)) and date.fromisoformat(value).year >= 1000
    except ValueError:
        right = False
    return "" if right else "not an ISO date"


def _source_id(outlet: str, taken: Container[str]) -> str:
    """An id that is not taken. In the order of the data, so that it does not depend on how many are unpacked."""
    plain = unicodedata.normalize("NFKD", outlet).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "outlet"
    numbered = chain([name], (f"{name}-{number}" for number in count(2)))
    return next(one for one in numbered if one not in taken)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.unpack", description=__doc__.splitlines()[0])
    parser.add_argument("destination", metavar="DEST", type=Path, help="a folder that does not exist yet")
    parser.add_argument("--first", metavar="N", type=int, help="how many articles; all of them if not given")
    given = parser.parse_args()
    if not NEWS.is_file():
        parser.exit(1, "the real articles are not here: shared/data/ must lie beside the project's folder\n")
    if given.destination.exists():
        parser.error(f"{given.destination} exists already")
    for reason, times in sorted(unpack(given.destination, given.first).items()):
        print(f"{times:6,}  {reason}", file=sys.stderr)


if __name__ == "__main__":
    main()
