"""Which outlet a text names as its own, told from the text alone and held against the outlet that is on record.

    python -m benchmarks.outlets [--wrong]

Three sets that no rule was written from: the real articles (278 outlets), the articles with marked attributions, and
saved pages of news sites. Prints, by the channel that named the outlet, how often it was right; `--wrong` lists the
others, to be read: a column of a syndicate, say, is on record under its author.
"""

import argparse
import gzip
import json
import lzma
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from benchmarks.unpack import NEWS, quoted, scraped_articles
from sitegen.config import Config
from sitegen.model import Outlet
from sitegen.read.article import context_of, parse_article
from sitegen.recognise.outlet import bare_name

_DATA = NEWS.parents[1]
_ATTRIBUTIONS = _DATA / "attributions" / "attributions-dev.jsonl.xz"
_PAGES = _DATA / "extraction"
_NOT_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A text, and who is on record as its publisher."""

    name: str
    """The file name it is read under; its suffix says the format."""
    data: bytes
    outlet: str
    host: str
    """Of its address, which the text is not given with; empty where none is known."""


def real_articles() -> Iterator[Recorded]:
    """The real articles, each with its title and nothing else declared."""
    for article in scraped_articles():
        title = " ".join(article.title.split()) or "Untitled"
        data = f"---\ntitle: {quoted(title)}\nformat: text\n---\n{article.text}\n".encode()
        yield Recorded(name="article.md", data=data, outlet=article.outlet, host=_host(article.url))


def attributed_articles() -> Iterator[Recorded]:
    """The articles with marked attributions, raw."""
    with lzma.open(_ATTRIBUTIONS, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            yield Recorded(name="article.txt", data=article["text"].encode(), outlet=str(article["publisher"]), host="")


def saved_pages() -> Iterator[Recorded]:
    """Saved pages of news sites; on record is the host of each."""
    truth = json.loads((_PAGES / "ground-truth.json").read_text(encoding="utf-8"))
    for path in sorted(_PAGES.glob("*.html.gz")):
        host = _host(truth.get(path.name.partition(".")[0], {}).get("url", ""))
        if host:
            yield Recorded(name="page.html", data=gzip.decompress(path.read_bytes()), outlet=host, host=host)


def is_right(outlet: Outlet, recorded: Recorded) -> bool:
    """Whether the two names can be those of one outlet: one in the other, or in the address, or its initials."""
    letters = _NOT_LETTERS.sub("", bare_name(outlet.name))
    on_record = _NOT_LETTERS.sub("", bare_name(recorded.outlet))
    initials = "".join(word[0] for word in bare_name(recorded.outlet).split() if word[0].isalnum())
    in_host = letters in _NOT_LETTERS.sub("", recorded.host)
    return letters in on_record or on_record in letters or letters == initials or in_host


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.outlets", description=__doc__.splitlines()[0])
    parser.add_argument("--wrong", action="store_true", help="list what does not fit the record")
    given = parser.parse_args()
    if not NEWS.is_file():
        parser.exit(1, "the real articles are not here: shared/data/ must lie beside the project's folder\n")
    context = context_of(Config(), {})
    for label, articles in (
        ("real articles", real_articles()),
        ("attributions", attributed_articles()),
        ("saved pages", saved_pages()),
    ):
        named: Counter[str] = Counter()
        right: Counter[str] = Counter()
        read = 0
        for recorded in articles:
            reading, _ = parse_article(recorded.name, recorded.name, recorded.data, context)
            if reading is None:
                continue
            read += 1
            outlet = reading.article.outlet
            if outlet is None:
                continue
            named[outlet.channel] += 1
            fits = is_right(outlet, recorded)
            right[outlet.channel] += fits
            if given.wrong and not fits:
                print(f"  {label}: {outlet.channel}: {outlet.name!r} for {recorded.outlet!r} ({outlet.phrase[:80]!r})")
        print(f"{label}: {read:,} read, {sum(named.values()):,} name an outlet, {sum(right.values()):,} of them right")
        for channel in sorted(named):
            print(f"    {channel:10} {right[channel]:5,} of {named[channel]:5,}")


if __name__ == "__main__":
    main()
