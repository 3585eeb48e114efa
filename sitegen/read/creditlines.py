"""Credits that speak of the whole text and stand beside it: the author, a tag after the last words, a line that says
who reported, the address of the page. Precision first: only a known outlet counts, or one of the archive's sources.

Bylines are read in byline.py, datelines in datelines.py, sentences in credits.py.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from sitegen.model import Block, Credit, Source
from sitegen.read.outlets import initials, is_known

_BETWEEN = re.compile(r" ?[/;,&+|] ?| (?:and|y|et|und|và|و|with|via) ")
_TAG = re.compile(r"(?:[(\[](?P<tag>[^()\[\]]{2,40})[)\]]|(?<=[.!?”\"»]) [–—-]{1,2} ?(?P<after>[^–—.!?]{2,40}))\.?\s*$")
_REPORTED = re.compile(
    r"[(\[]?(?:(?:additional |with )?reporting (?:by|from)|(?:written|compiled|edited) by|con información de"
    r"|mit material (?:von|der)|avec (?=l['’]))[: ]*(?P<names>[^()\[\]]{2,120})[)\]]?\.?",
    re.IGNORECASE,
)
_LONGEST = 160
"""Characters of a line that says who reported; a sentence of the text is longer."""
_LAST = 3
"""Blocks at the end in which a tag may stand: an address or a date may come after it."""


def credits_beside(
    blocks: Sequence[Block],
    author: tuple[str, int],
    url: tuple[str, int],
    source: Source | None,
    sources: Mapping[str, Source],
    outlets: frozenset[str],
) -> Iterator[Credit]:
    """The credits, each as often as it stands. `author` and `url` come with their lines, `outlets` as `bare` names."""
    for name in _BETWEEN.split(author[0]):
        if is_known(name, outlets):
            yield Credit(name=name, phrase=author[0], line=author[1], channel="author")
    body = [block for block in blocks if not block.furniture]
    for block in body[-_LAST:]:
        match = _TAG.search(block.text)
        tag = (match["tag"] or match["after"] or "") if match else ""
        for name in _BETWEEN.split(tag):
            if is_known(name, outlets) or (len(name) > 1 and _is_tag(name, sources)):
                yield Credit(name=name, phrase=tag, line=block.line, channel="byline")
    for block in body:
        reported = _REPORTED.fullmatch(block.text) if len(block.text) <= _LONGEST else None
        for name in _BETWEEN.split(reported["names"]) if reported else ():
            if is_known(name.strip(), outlets):
                yield Credit(name=name.strip(), phrase=block.text, line=block.line, channel="byline")
    yield from _address(url, source, sources)


def _is_tag(text: str, sources: Mapping[str, Source]) -> bool:
    """Whether a text is the tag of one of the archive's sources. Few texts end with what may be one, so that each is
    held against all sources when it does."""
    return any(
        initials(outlet.name).upper() == text or (outlet.name == text and outlet.name.isupper())
        for outlet in sources.values()
    )


def _address(url: tuple[str, int], source: Source | None, sources: Mapping[str, Source]) -> Iterator[Credit]:
    """Whose page it is, where that is another source's than its own."""
    host = host_of(url[0])
    if not host or source is None or _is_of(host, source):
        return
    for outlet in sources.values():
        if _is_of(host, outlet):
            yield Credit(name=outlet.name, phrase=url[0], line=url[1], channel="address")


def host_of(address: str) -> str:
    """The host of an address, without `www.`; empty where it has none."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _is_of(host: str, source: Source) -> bool:
    home = host_of(source.home)
    return bool(home) and (host == home or host.endswith(f".{home}"))
