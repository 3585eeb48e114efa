"""Copies of real agency reports, made as newspapers print them: a house's style, a credit in some channel, traps.

Each is read from a file as the program reads it, so a channel that is not read is a channel that does not count.
"""

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.corpus import paragraphs
from benchmarks.descents import EDITS
from benchmarks.unpack import scraped_articles
from sitegen.config import Config
from sitegen.findings.descent.provenance import provenance_of
from sitegen.model import LIKELY, Article, Source
from sitegen.read import read_article
from sitegen.text.tokenized import tokenize_blocks

CHANNELS = (
    "front matter",
    "author",
    "byline",
    "dateline",
    "tag at the end",
    "contributed",
    "reporting by",
    "source line",
    "address",
    "according to",
    "none",
)
"""Where a copy names its agency; in the last one nowhere."""
DAYS = ("same", "copy a day early", "copy a day late", "absent", "copy later")
_OWN_DATELINE = re.compile(r"^.{0,60}?\((?:Reuters|AP)\)\W+")
"""What the agency's own text begins with: taken off, so that a channel is the only one."""
_OWN_NAME = re.compile(r"\b(?:Reuters|AP|Associated Press)\b|\bReporting by\b")
_AGENCIES = {"Reuters": ("reuters", "www.reuters.com"), "Associated Press": ("associated-press", "apnews.com")}
SOURCES: Mapping[str, Source] = {
    "reuters": Source(id="reuters", name="Reuters", kind="agency", home="https://www.reuters.com/"),
    "associated-press": Source(
        id="associated-press", name="Associated Press", kind="agency", home="https://apnews.com/"
    ),
    "holm-post": Source(id="holm-post", name="Holm Evening Post", kind="newspaper", home="https://holmpost.example/"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WireCopy:
    """An agency's report and a copy of it."""

    wire: Article
    copy: Article
    channel: str
    days: str


def wire_copies(count: int, rng: random.Random) -> list[WireCopy]:
    """So many copies, of as many reports, each channel as often as the others."""
    reports = [report for report in scraped_articles() if report.outlet in _AGENCIES and len(report.text.split()) > 150]
    made = []
    for number, report in enumerate(rng.sample(reports, min(count, len(reports)))):
        channel, days = CHANNELS[number % len(CHANNELS)], rng.choice(DAYS)
        text = list(paragraphs(report.text))
        source, host = _AGENCIES[report.outlet]
        day = date(2019, 5, 1)
        apart = {"same": 0, "copy a day early": -1, "copy a day late": 1, "absent": None, "copy later": 4}[days]
        printed = None if apart is None else day + timedelta(apart)
        wire = _read("wire", text, {"source": source, "published": str(day)})
        copy = _read("copy", *_printed(text, report.outlet, host, channel, printed, rng))
        made.append(WireCopy(wire=wire, copy=copy, channel=channel, days=days))
    return made


def _printed(
    text: list[str], agency: str, host: str, channel: str, day: date | None, rng: random.Random
) -> tuple[list[str], dict[str, str]]:
    copy = [
        _OWN_DATELINE.sub("", paragraph) for paragraph in text if not _OWN_NAME.search(_OWN_DATELINE.sub("", paragraph))
    ]
    for name in ("house style", *rng.sample(("cut at the end", "sentences cut", "words replaced"), 2)):
        copy = EDITS[name](copy, rng, text) or copy
    if rng.random() < 0.3:
        # A trap: another outlet is named for one fact, or the text is the copy's own in one paragraph.
        copy.insert(rng.randrange(1, len(copy) + 1), "A person who knows the matter told CNN that nothing was decided.")
    fields = {"source": "holm-post"} | ({"published": str(day)} if day else {})
    short = "AP" if agency == "Associated Press" else agency
    if channel == "front matter":
        fields["credit"] = agency
    elif channel == "author":
        fields["author"] = agency
    elif channel == "byline":
        copy.insert(0, f"By Jo Doe, {agency}")
    elif channel == "dateline":
        copy[0] = f"WASHINGTON ({short}) - {copy[0]}"
    elif channel == "tag at the end":
        copy[-1] = f"{copy[-1]} ({short})"
    elif channel == "contributed":
        copy.append(f"{agency} contributed to this report.")
    elif channel == "reporting by":
        copy.append(f"Reporting by {agency}")
    elif channel == "source line":
        copy.append(f"Source: {agency}")
    elif channel == "address":
        fields["url"] = f"https://{host}/article/one"
    elif channel == "according to":
        copy.insert(1, f"No one was hurt, according to {agency}.")
    return copy, fields


def _read(name: str, text: list[str], fields: dict[str, str]) -> Article:
    front = "".join(f"{field}: {value}\n" for field, value in {"title": "A report", "language": "en", **fields}.items())
    data = "---\n" + front + "---\n\n" + "\n\n".join(text) + "\n"
    article, problems = read_article(f"{name}.txt", f"{name}.txt", data.encode("utf-8", "replace"), Config(), SOURCES)
    if article is None:
        raise ValueError(f"a wire copy cannot be read: {problems}")
    return article


def scored_wires(copies: list[WireCopy], sources: Mapping[str, Source]) -> list[tuple[str, int, int, int]]:
    """Of each channel: copies, those said to be taken from the agency, those told the wrong way round."""
    counts = {channel: [0, 0, 0] for channel in CHANNELS}
    for made in copies:
        articles = {"wire": made.wire, "copy": made.copy}
        texts = {name: tokenize_blocks(article.blocks) for name, article in articles.items()}
        edges = {edge.child: edge for edge in provenance_of(("copy", "wire"), articles, texts, sources).edges}
        tally = counts[made.channel]
        tally[0] += 1
        tally[1] += edges["copy"].likely_parent == "wire"
        tally[2] += edges["wire"].probability >= LIKELY
    return [(channel, *tally) for channel, tally in counts.items()]
