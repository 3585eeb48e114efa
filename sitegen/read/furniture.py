"""Sets aside the furniture of the page an article was taken from: menus, paywall notices, comment rules, links.

Precision over recall: what is set aside is neither counted nor compared, so a line is only marked when it is one of
the phrases of phrases.py. A menu's words may be a heading elsewhere, so they count above and below the text only.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sitegen.model import Block
from sitegen.read.phrases import LINES, STARTS, phrases
from sitegen.read.shapes import ends_sentence, is_caption, is_headline_in_capitals, is_prose

_LONGEST_LINE = 80
_LONGEST_START = 100
_LONGEST_NOTICE = 500
"""Characters of a notice, at most; a longer block is text that only begins like one."""
_EDITOR = re.compile(
    r"\(?(?:additional )?(?:(?:reporting|writing) by [^.]{2,120}; )?edit(?:ing|ed) by [^.]{2,80}", re.IGNORECASE
)
_JOIN = re.compile(r"(?:join|subscribe to|sign up (?:for|to)) .{1,40} for (?:insider|full|unlimited|exclusive) access")
_OUTSIDE_ONLY = ("menu",)
_FEWEST_LINKS = 3
_LONGEST_LINK = 140
_BEFORE_LINKS = ("paywall", "comments", "share", "related")


def folded(text: str) -> str:
    """The beginning of a text as the phrases are written."""
    text = text[:_LONGEST_NOTICE].casefold().replace("’", "'").replace("‘", "'")
    start, end = 0, len(text)
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return " ".join(text[start:end].split())


def _by_phrase(listed: Mapping[str, str]) -> dict[str, str]:
    return {folded(phrase): reason for reason, text in listed.items() for phrase in phrases(text)}


_LINES = _by_phrase(LINES)
_STARTS = _by_phrase(STARTS)
_START = re.compile("|".join(re.escape(one) for one in sorted(_STARTS, key=len, reverse=True)))


def set_aside(blocks: Sequence[Block]) -> list[Block]:
    """The same blocks, furniture marked with its reason."""
    reasons = {index: reason for index, block in enumerate(blocks) if (reason := _reason(block.text))}
    prose = [index for index, block in enumerate(blocks) if index not in reasons and _is_text(block.text)]
    first, last = (prose[0], prose[-1]) if prose else (len(blocks), -1)
    reasons = {
        index: reason for index, reason in reasons.items() if reason not in _OUTSIDE_ONLY or not first < index < last
    }
    for index in range(max(last, len(blocks) - 6, 0), len(blocks)):
        if len(blocks[index].text) <= 200 and _EDITOR.fullmatch(blocks[index].text.rstrip(".)")):
            reasons[index] = "editor"
    reasons.update(_links(blocks, reasons, last))
    return [
        replace(block, furniture=reasons[index]) if index in reasons and not block.furniture else block
        for index, block in enumerate(blocks)
    ]


def _is_text(text: str) -> bool:
    """Whether a block is surely text of the article; a headline that asks a question only ends like it."""
    return is_prose(text) and not (len(text) < _LONGEST_LINE and _is_link(text))


def _reason(text: str) -> str:
    """The reason of a line that is a phrase, or of a notice that begins with one."""
    if len(text) > _LONGEST_NOTICE:
        return ""
    line = folded(text[:_LONGEST_START])
    if len(text) <= _LONGEST_LINE and line in _LINES:
        return _LINES[line]
    found = _START.match(line)
    return _STARTS[found[0]] if found else "paywall" if _JOIN.match(line) else ""


def _links(blocks: Sequence[Block], reasons: Mapping[int, str], last: int) -> dict[int, str]:
    """Headlines of other articles: a run of them below the text that furniture introduces or ends."""
    found: dict[int, str] = {}
    run: list[int] = []
    for index in range(last + 1, len(blocks) + 1):
        if index < len(blocks) and index not in reasons and _is_link(blocks[index].text):
            run.append(index)
            continue
        before, after = reasons.get(run[0] - 1 if run else -1), reasons.get(index)
        introduced = before == "related" or (len(run) >= _FEWEST_LINKS and before in _BEFORE_LINKS)
        if run and (introduced or (len(run) >= _FEWEST_LINKS and after in _BEFORE_LINKS)):
            found.update(dict.fromkeys(run, "related"))
        run = []
    return found


def _is_link(text: str) -> bool:
    """Whether a line is printed like a headline; scripts without capitals need the word "related" above them."""
    asks = text.rstrip("'\"”’").endswith(("?", "!"))
    if is_caption(text) or len(text) > _LONGEST_LINK or (ends_sentence(text) and not asks):
        return False
    caseless = text.upper() == text.lower()
    return len(text.split()) >= 3 and (caseless or is_headline_in_capitals(text))
