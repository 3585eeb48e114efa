"""Infers which outlet published an article that does not say so in its metadata. Pure; knows one article and no other.

A name counts where the site speaks of itself: in the tags of its page, above the headline, in the dateline of its own
report, in a copyright line or in its rules for comments. Three things look like it and are something else:

- The tag, byline or copyright of an agency (`(Reuters)`) says whose text it is, not who printed it; a syndicate's too.
- Whom a sentence of the report credits is a source of it. No sentence of the text itself is looked at.
- `Join`, `Subscribe to` and the like stand before newsletters and authors as well, and an author's employer disowns
  opinions as a site does. Such a name needs a second witness: the form of an outlet's name, another line of furniture,
  or the address.

Where two names remain, the article names no outlet: a text that was taken over may have kept the lines of both.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from urllib.parse import urlsplit

import regex

from sitegen.model import Block, Outlet, OutletChannel, Source
from sitegen.recognise.outletwords import (
    DISCLAIMERS,
    ELSEWHERE,
    HOSTS_OF_OTHERS,
    OF_THE_SITE,
    SECTION_ENDINGS,
    TO_THE_READER,
    WIRE_ENDINGS,
    WIRES_LISTED,
)
from sitegen.text.patterns import late_pattern, late_re

_WIRES = frozenset(name.strip() for line in WIRES_LISTED.splitlines() for name in line.split("|") if name.strip())
_NO_AGENCY = frozenset(("wire", "wires", "agency", "agencies", "staff"))
"""What a tag may say in place of an agency's name; an outlet may be called `The Wire`."""
_AGENCIES = _WIRES - _NO_AGENCY
_BRANCHED_AGENCIES = frozenset(("reuters", "thomson reuters", "associated press"))
"""Agencies whose desks are sources of their own: `Reuters UK`."""
_CAPITALIZED = r"(?!\p{Ll})[^\W\d_][\w.'’&-]*"
_NAME = (
    rf"(?:(?:[Tt]he|[Ll]e|[Ll]a|[Ee]l|[Dd]er|[Dd]ie|[Dd]as) )?{_CAPITALIZED}"
    rf"(?: (?:(?:of|the|de|del|la|le|du|des|der|and|&|et|y|und) )?(?:{_CAPITALIZED}|\d{{1,3}}\b)){{0,5}}"
)
_OF_THE_SITE = late_pattern(rf"(?:{'|'.join(OF_THE_SITE)})\s*+(?P<name>{_NAME})")
_DISCLAIMER = late_pattern(rf"(?:{'|'.join(DISCLAIMERS)})\s*+(?P<name>{_NAME})")
_TO_THE_READER = late_pattern(rf"(?i:(?<!\w)(?:{'|'.join(TO_THE_READER)}))\s*+(?P<name>{_NAME})")
_ELSEWHERE = late_re(ELSEWHERE, re.IGNORECASE)
_COPYRIGHT = late_pattern(
    # Possessive: what one part took no other tries again, or a line of spaces would cost its square.
    r"(?:(?:(?i:copyright)|©|\([cC]\))[\s:]*+){1,3}+(?:[12]\d{3}(?: ?[-–] ?[12]?\d{1,3})?)?[\s,]*+(?:(?i:by)\s)?"
    rf"(?P<name>{_NAME})"
)
_COMPANY = late_re(r",? (?:LLC|L\.?L\.?C|Inc|Ltd|Limited|GmbH|AG|S\.?A|S\.?L|PLC|Corp|Co|L\.?P)\.?$", re.IGNORECASE)
_RIGHTS = late_re(r" (?:All Rights|Todos los|Tous droits|Alle Rechte).*", re.IGNORECASE)
_ARTICLE = late_re(r"(?:the|der|die|das|le|la|el|il) ", re.IGNORECASE)
_NEXT_SENTENCE = late_re(r"(?<=[^\W\d_]{3})\. ")
_SMALL_ARTICLE = late_re(r"^(?:the|der|die|das|le|la|el) ")
"""In the middle of a sentence; in capitals it may be a part of the name."""
_IS_HOST = late_re(r"(?<![\w-])[\w-]+(?:\.[\w-]+)*\.[a-zA-Z]{2,6}")
_LETTERS = late_re(r"[\W_]+")
_SET_ASIDE_FOR_TEXT = ("title", "byline", "date", "editor", "masthead")
"""Reasons of furniture that belongs to the report itself, in which a site does not speak of itself."""
_EDGE = 4
"""Blocks at each end of an article at which a site adds its lines to the text: a disclaimer, a copyright, a prompt."""
_LONGEST_LINE = 400
"""Characters of a line in which a site speaks of itself; a longer block is a paragraph that mentions somebody."""
_LONGEST_NAME = 60
"""Characters of an outlet's name, at most: the longest of 278 real ones has 41."""
_SHORTEST_WITNESS = 3
"""Letters of a name below which its standing in an address or another line is chance."""


def infer_outlet(
    blocks: Sequence[Block],
    *,
    site: str,
    url: str,
    named: Sequence[Outlet],
    is_outlet: Callable[[str], bool],
    agencies: Iterable[str] = (),
) -> Outlet | None:
    """The outlet that an article names as its own; None where none is named, or several are.

    `site` is the name of the site by the tags of its page, `url` the address of the page; each is empty where nothing
    states it. `named` are the outlets of its masthead, byline and dateline. `is_outlet` says whether a name has the
    form of an outlet's. `agencies` are the names of the archive's own sources that are agencies. Linear in the blocks.
    """
    wires = _WIRES | {bare_name(name) for name in agencies}
    host = host_of(url)
    lines = _lines_of_site(blocks)
    name_of_site = site.split(" | ")[0].strip()
    stated = [Outlet(name=name_of_site, channel="site name", phrase=site)] if name_of_site else []
    candidates = [
        outlet
        for outlet in (*stated, *_witnessed(named, lines, host), *_in_lines(lines, host, is_outlet))
        if not is_wire(outlet.name, wires) and len(outlet.name) <= _LONGEST_NAME
    ]
    named_by_page = next((outlet for outlet in candidates if outlet.channel == "site name"), None)
    if named_by_page:
        return named_by_page
    if host:
        confirmed = next((outlet for outlet in candidates if _is_in_host(outlet.name, host)), None)
        return confirmed or Outlet(name=host, channel="address", phrase=url)
    same = all(_is_same(candidates[0].name, outlet.name) for outlet in candidates)
    return candidates[0] if candidates and same else None


def bare_name(name: str) -> str:
    """A name as two mentions of it are compared: without its article and its marks, in lower case."""
    plain = name.strip(" “”„\"«»'’.,")
    article = _ARTICLE.match(plain)
    return plain[article.end() if article else 0 :].casefold()


def is_wire(name: str, wires: frozenset[str] = _WIRES) -> bool:
    """Whether a name is that of an agency or a syndicate, whose texts others print."""
    plain = bare_name(name)
    return plain in wires or plain.rpartition(" ")[2] in WIRE_ENDINGS


def is_agency(source: Source | None) -> bool:
    """Whether an outlet is a news agency: declared, or where no kind is declared, called as one is.

    Whoever takes the Associated Press for a newspaper says that it copied the papers that printed it a day earlier.
    """
    if source is None or source.kind != "unknown":
        return source is not None and source.kind == "agency"
    plain = bare_name(source.name)
    words = plain.split()
    begins = next((" ".join(words[:count]) for count in (2, 1) if " ".join(words[:count]) in _BRANCHED_AGENCIES), "")
    return plain in _AGENCIES or bool(begins)


def host_of(url: str) -> str:
    """The host of a page as an outlet is called by it, without `www`; empty for hosts that keep pages of others."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    for prefix in ("www.", "m.", "amp."):
        host = host.removeprefix(prefix)
    of_others = any(f".{host}".endswith(f".{keeper}") for keeper in HOSTS_OF_OTHERS)
    return "" if of_others or "." not in host or host.replace(".", "").isdigit() else host


def _witnessed(named: Iterable[Outlet], lines: Sequence[Block], host: str) -> Iterator[Outlet]:
    """The names of the head, without the mastheads that may be sections (`Election News`)."""
    for outlet in named:
        may_be_section = outlet.channel == "masthead" and bare_name(outlet.name).rpartition(" ")[2] in SECTION_ENDINGS
        if not may_be_section or _has_witness(outlet, lines, host):
            yield outlet


def _lines_of_site(blocks: Sequence[Block]) -> list[Block]:
    """The blocks in which a site may speak of itself: furniture, and short ones at either end."""
    edges = {*range(min(_EDGE, len(blocks))), *range(max(len(blocks) - _EDGE, 0), len(blocks))}
    lines = []
    for index, block in enumerate(blocks):
        aside = block.furniture and block.furniture not in _SET_ASIDE_FOR_TEXT
        if (aside or index in edges) and len(block.text) <= _LONGEST_LINE:
            lines.append(block)
    return lines


def _in_lines(lines: Sequence[Block], host: str, is_outlet: Callable[[str], bool]) -> Iterator[Outlet]:
    """The names that the lines of a site give to itself, the surest first."""
    yield from _by_phrase(lines, _OF_THE_SITE, "footer")
    for channel, pattern, asides_only in _NEED_A_WITNESS:
        among = [block for block in lines if block.furniture or not asides_only]
        for outlet in _by_phrase(among, pattern, channel):
            # A host after a copyright sign is that of a syndicate as often as not.
            has_form = is_outlet(outlet.name) or (channel == "footer" and bool(_IS_HOST.fullmatch(outlet.name)))
            if has_form or _has_witness(outlet, lines, host):
                yield outlet


def _by_phrase(lines: Iterable[Block], pattern: regex.Pattern[str], channel: OutletChannel) -> Iterator[Outlet]:
    for block in lines:
        begins = channel == "copyright"
        match = pattern.match(block.text) if begins else pattern.search(block.text)
        if match and not _ELSEWHERE.search(block.text):
            name = _without_company(match["name"])
            if name:
                yield Outlet(name=name, channel=channel, phrase=match[0].strip(), line=block.line)


def _without_company(name: str) -> str:
    name = _RIGHTS.sub("", _NEXT_SENTENCE.split(name)[0])
    while (shorter := _COMPANY.sub("", name)) != name:
        name = shorter
    name = _SMALL_ARTICLE.sub("", name, count=1)
    return name.removesuffix("'s").removesuffix("’s").rstrip(" .,&-")


def _has_witness(outlet: Outlet, lines: Sequence[Block], host: str) -> bool:
    """Whether the name also stands in the address, or in another line that was set aside."""
    plain = bare_name(outlet.name)
    if len(plain) < _SHORTEST_WITNESS:
        return False
    if _is_in_host(outlet.name, host):
        return True
    mention = re.compile(rf"(?<!\w){re.escape(plain)}(?!\w)", re.IGNORECASE)
    return any(block.furniture and block.line != outlet.line and mention.search(block.text) for block in lines)


def _is_in_host(name: str, host: str) -> bool:
    """Whether an address is that of an outlet of this name: `taipeitimes.com` of the Taipei Times."""
    letters = _LETTERS.sub("", bare_name(name))
    return len(letters) >= _SHORTEST_WITNESS and letters in _LETTERS.sub("", host)


def _is_same(name: str, second: str) -> bool:
    """Whether two names are one: equal, or one short for the other (`Gazette`, `Evening Gazette`)."""
    first_words, second_words = f" {bare_name(name)} ", f" {bare_name(second)} "
    return first_words in second_words or second_words in first_words


_NEED_A_WITNESS: tuple[tuple[OutletChannel, regex.Pattern[str], bool], ...] = (
    ("copyright", _COPYRIGHT, False),
    ("footer", _DISCLAIMER, False),
    ("footer", _TO_THE_READER, True),
)
"""Channels whose name needs a second witness, how each is read, and whether only in blocks that were set aside."""
