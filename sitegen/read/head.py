"""Reads what stands above the text of an article: page header, headline, byline. Phrases of furniture are known.

Everything found here is inferred, and yields to what the front matter declares.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from datetime import date
from itertools import takewhile

from sitegen.frozen import dataclass
from sitegen.model import Block, Credit, Moment, Outlet, OutletChannel
from sitegen.read.byline import Line, is_people, read_line, read_lonely
from sitegen.read.furniture import folded
from sitegen.read.outlets import is_known, is_outlet
from sitegen.recognise.outlet import is_wire
from sitegen.recognise.shapes import is_prose, is_title
from sitegen.text.patterns import late_pattern, late_re

_PAGE_HEADER = late_re(
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? ([A-Z][a-z]{2})[a-z]*\.? (\d{1,2}), ([1-9]\d{3})\s*[-–—|]\s*"
    r"Page ([A-Z]?\d{1,3})\b.{0,30}"
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_VIETNAMESE = late_re("[ăđơưạ-ỹẠ-ỸĂĐƠƯ]")
_MOST_ABOVE = 8
"""Blocks above the text that are looked at."""
_ITEM = late_pattern(r"(?V1)[\p{Pd}•‣◦∙·●○■□▪▫►▶▷➤➢✓✔★☆*+](?!\d)|\(?(?:\d{1,3}|\p{L})\)\s|\d{1,3}\.\s|[①-⑳]")
"""The sign that an item of a list begins with, or what somebody says where dashes are the marks of quotation."""
_LABEL = late_pattern(r"(?V1)(\p{L}[\p{L}\p{M}.' -]{0,30}?)\s?[:：]")
_SENTENCE = late_pattern(r"(?V1)(?:\p{STerm}|…)[\s\p{Pf}\p{Pe}\p{Pi}\"'*]*(?:\[\d+\])?$")
_ASKS = late_pattern(r"(?V1)[!?！？؟՞][\s\p{Pf}\p{Pe}\p{Pi}\"'*]*$")
_LONGEST_MASTHEAD = 40
"""Characters of a line that is nothing but an outlet's name, at most: of 278 real ones none is longer."""
_NO_NAME = late_re(r"[/:,;!?]|\.$")
"""Marks of a picture's credit, a label or a sentence: `Photo: ...`, `Jo Doe/...`."""
_SMALL_WORD = 3
"""Letters up to which a word of a name needs no capital: `Le Courrier de Holm`."""
_WORDS_OF_SENTENCE = 2
"""Words from which a line that ends in a full stop is a sentence."""
_ENTRIES = 5
"""Lines of one form, one after another, from which on they are the entries of a list: a headline above a list has
another form than its entries, and a headline above a text has prose below it."""
_WORD = late_pattern(r"(?V1)[\p{L}\p{M}\p{N}]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What was found above the text; empty where nothing was."""

    blocks: tuple[Block, ...]
    """All blocks of the article, those of the head marked as furniture."""
    title: str = ""
    author: str = ""
    dateline: str = ""
    page: str = ""
    published: Moment | None = None
    credits: tuple[Credit, ...] = ()
    named: tuple[Outlet, ...] = ()
    """The outlets that its masthead, and a byline of several outlets, name as the publisher."""


@dataclass(slots=True)
class _HeadFacts:
    """The head as it is being read."""

    title: str
    author: str = ""
    dateline: str = ""
    page: str = ""
    published: Moment | None = None
    named: list[Outlet] = field(default_factory=list)


def read_head(blocks: Sequence[Block], declared_title: str, outlets: frozenset[str], *, marked: bool) -> Head:
    """What stands above the text. Without a declared title, the first line like a headline is taken for it.

    `marked` says that the text's own markup told its headings, so that only they can be the headline.
    """
    facts = _HeadFacts(title=declared_title)
    reasons: dict[int, str] = {}
    credits: list[Credit] = []
    above = _above(blocks, declared_title)
    headline = None if declared_title else _headline(blocks, above, outlets, marked)
    repeated = next((index for index in above if declared_title and _repeated(blocks[index], declared_title)), None)
    masthead = _masthead(blocks, above, repeated if headline is None else headline, outlets)
    for index in above:
        facts.title = blocks[index].text if index == headline else facts.title
        if index == headline:
            reason = "title"
        elif index == masthead:
            reason = "masthead"
            facts.named.append(_named(blocks[index].text, "masthead", blocks[index]))
        else:
            reason = _read(blocks[index], facts, credits, outlets)
        if reason:
            reasons[index] = reason
    lonely = [index for index in above if index not in reasons and (declared_title or _is_below(index, headline))]
    for index in _beside(above, lonely, reasons):
        line = read_lonely(blocks[index].text, outlets)
        if line:
            reasons[index] = _take(line, blocks[index], facts, credits)
    signed = _signature(blocks, reasons)
    if signed is not None and not facts.author:
        line = read_line(blocks[signed].text, outlets) or read_lonely(blocks[signed].text, outlets)
        if line and line.author:
            reasons[signed] = _take(line, blocks[signed], facts, credits)
    blocks_of_article = tuple(
        replace(block, furniture=reason) if (reason := reasons.get(index) or _repeated(block, facts.title)) else block
        for index, block in enumerate(blocks)
    )
    return Head(
        blocks=blocks_of_article,
        title="" if declared_title else facts.title,
        author=facts.author,
        dateline=facts.dateline,
        page=facts.page,
        published=facts.published,
        credits=tuple(credits),
        named=tuple(facts.named),
    )


def _masthead(blocks: Sequence[Block], above: list[int], headline: int | None, outlets: frozenset[str]) -> int | None:
    """The first line above the headline that is an outlet's name and no agency's.

    Below the headline such a line may as well be whom the text was taken from, and so may any line of a text whose
    headline is declared and not repeated in it: of 47 such lines of real articles 8 named another outlet.
    """
    before = [index for index in above if headline is not None and index < headline]
    return next((index for index in before if _is_name_of_outlet(blocks[index].text, outlets)), None)


def _is_name_of_outlet(text: str, outlets: frozenset[str]) -> bool:
    """Whether a line is nothing but the name of an outlet that is no agency."""
    if len(text) > _LONGEST_MASTHEAD or _NO_NAME.search(text) or is_wire(text) or not is_outlet(text, outlets):
        return False
    return is_known(text, outlets) or not any(word[0].islower() for word in text.split() if len(word) > _SMALL_WORD)


def _named(name: str, channel: OutletChannel, block: Block) -> Outlet:
    return Outlet(name=name, channel=channel, phrase=block.text, line=block.line)


def _above(blocks: Sequence[Block], title: str) -> list[int]:
    """Indexes of the blocks above the text that are not furniture."""
    above: list[int] = []
    for index, block in enumerate(blocks[:_MOST_ABOVE]):
        if not block.furniture and is_prose(block.text) and folded(block.text) != folded(title):
            break
        if not block.furniture:
            above.append(index)
    return above


def _headline(blocks: Sequence[Block], above: list[int], outlets: frozenset[str], marked: bool) -> int | None:
    """The first block that can be the headline, at best one with an empty line on both sides; never the last block.

    Scraped pages print the weather and the outlet's name over it, but in a lump. Where the text has begun, nothing is
    a headline any more: a line of the text that is taken for one is no longer read as text.
    """
    before = above if marked else list(takewhile(lambda index: not _begins_text(blocks, index, outlets), above))
    can_be = [index for index in before if index + 1 < len(blocks) and _can_be_title(blocks[index], marked, outlets)]
    alone = [index for index in can_be if _is_alone(blocks, index)]
    return next(iter(alone or can_be), None)


def _begins_text(blocks: Sequence[Block], index: int, outlets: frozenset[str]) -> bool:
    """Whether a short line is one of the text: an item of a list, somebody's words, or a sentence.

    Errs on the side of text. A question may be a headline, but not one that a short sentence answers.
    """
    text = blocks[index].text
    if _ITEM.match(text) or _is_spoken(blocks, index) or _is_entry(blocks, index):
        return True
    if blocks[index].role == "caption" or not _SENTENCE.search(text):
        return False
    if not _ASKS.search(text):
        return len(text.split()) >= _WORDS_OF_SENTENCE and not _is_line_of_head(read_line(text, outlets), outlets)
    after = next((block.text for block in blocks[index + 1 :] if not block.furniture), "")
    return bool(_SENTENCE.search(after)) and not is_prose(after)


def _is_spoken(blocks: Sequence[Block], index: int) -> bool:
    """Whether a line begins with who says it: a letter (`Q:`), or a name that begins other lines too."""
    label = _LABEL.match(blocks[index].text)
    if label is None:
        return False
    same = sum(block.text.startswith(label[0]) for block in blocks[:_MOST_ABOVE])
    return len(label[1]) == 1 or same > 1


def _is_entry(blocks: Sequence[Block], index: int) -> bool:
    """Whether a line is the first of several that have as many words with the same marks between them: `Moe, Green`."""
    lines = [block.text for block in blocks[index : index + _ENTRIES] if not block.furniture]
    forms = {_WORD.sub("", line) for line in lines}
    return len(lines) == _ENTRIES and len(forms) == 1 and bool(next(iter(forms)).strip())


def _is_alone(blocks: Sequence[Block], index: int) -> bool:
    before = blocks[index - 1].line if index else -1
    return before < blocks[index].line - 1 and blocks[index].line + 1 < blocks[index + 1].line


def _read(block: Block, facts: _HeadFacts, credits: list[Credit], outlets: frozenset[str]) -> str:
    """Takes one line above the text; the reason it is furniture for, if it is."""
    text = block.text
    if header := _PAGE_HEADER.fullmatch(text):
        facts.published, facts.page = _day(header), header[4]
        return "page header"
    if facts.title and is_known(text, outlets):
        credits.append(Credit(name=text, phrase=text, line=block.line, channel="byline"))
        return "byline"
    line = read_line(text, outlets)
    if line is None or not (line.introduced or line.dated or facts.title or _is_agencys(line, outlets)):
        return ""
    return _take(line, block, facts, credits)


def _take(line: Line, block: Block, facts: _HeadFacts, credits: list[Credit]) -> str:
    """Takes what a line says; the reason it is furniture for."""
    facts.published = facts.published or line.published
    facts.author = facts.author or line.author
    facts.dateline = facts.dateline or line.place
    if line.publisher:
        facts.named.append(_named(line.publisher, "byline", block))
    credits += [Credit(name=outlet, phrase=block.text, line=block.line, channel="byline") for outlet in line.outlets]
    return "date" if line.dated and not (line.author or line.outlets) else "byline"


def _is_below(index: int, headline: int | None) -> bool:
    return headline is not None and index > headline


def _beside(above: list[int], lonely: list[int], reasons: dict[int, str]) -> Iterator[int]:
    """Lines next to a byline or day, as they become known: nearest first, so that one may lead to the next."""
    waiting = list(lonely)
    while waiting:
        index = next((index for index in waiting if _has_neighbour(above, index, reasons)), None)
        if index is None:
            return
        waiting.remove(index)
        yield index


def _has_neighbour(above: list[int], index: int, reasons: dict[int, str]) -> bool:
    place = above.index(index)
    neighbours = (*above[max(0, place - 1) : place], *above[place + 1 : place + 2])
    return any(reasons.get(neighbour) in ("byline", "date") for neighbour in neighbours)


def _signature(blocks: Sequence[Block], reasons: dict[int, str]) -> int | None:
    """The block right below the text where a Vietnamese paper signs it."""
    prose = [index for index, block in enumerate(blocks) if not block.furniture and is_prose(block.text)]
    below = prose[-1] + 1 if prose else len(blocks)
    if below >= len(blocks) or blocks[below].furniture or below in reasons:
        return None
    return below if _VIETNAMESE.search(blocks[below].text) else None


def _can_be_title(block: Block, marked: bool, outlets: frozenset[str]) -> bool:
    """Any heading of Markdown; in raw text, what looks like a headline and is no other line of the head."""
    if marked or block.role not in ("paragraph", "heading"):
        return block.role == "heading"
    text = block.text
    if _PAGE_HEADER.fullmatch(text) or is_outlet(text, outlets) or _is_line_of_head(read_line(text, outlets), outlets):
        return False
    return is_title(text, alone=block.role == "heading")


def _repeated(block: Block, title: str) -> str:
    """Whether a block is the title again."""
    if not title or block.furniture or len(block.text) > len(title) + 8:
        return ""
    return "title" if folded(block.text) == folded(title) else ""


def _is_line_of_head(line: Line | None, outlets: frozenset[str]) -> bool:
    """Whether it is surely a byline or a date; `By Hannah` may be a headline."""
    if line is None:
        return False
    return line.dated or (line.introduced and is_people(line.author)) or _is_agencys(line, outlets)


def _is_agencys(line: Line, outlets: frozenset[str]) -> bool:
    """Whether it is a place and an agency that everybody knows: `EFE | Lorne`."""
    return bool(line.place) and bool(line.outlets) and all(is_known(outlet, outlets) for outlet in line.outlets)


def _day(header: re.Match[str]) -> Moment | None:
    """The day of an English page header, whose month is a word and so cannot be read the wrong way round."""
    try:
        return Moment(day=date(int(header[3]), _MONTHS.index(header[1]) + 1, int(header[2])))
    except ValueError:
        return None
