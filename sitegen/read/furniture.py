"""Sets aside the furniture of the page an article was taken from: menus, paywall notices, comment rules, links.

Precision over recall: what is set aside is neither counted nor compared, so a line is only marked when it is one of
the phrases of phrases.py. A menu's words may be a heading elsewhere, so they count above and below the text only.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sitegen.model import Block
from sitegen.read.phrases import LINES, STARTS, phrases
from sitegen.read.rules import NO_RULES, Rules
from sitegen.recognise.shapes import LONG, ends_sentence, is_caption, is_headline_in_capitals, is_prose
from sitegen.text.patterns import late_re

_LONGEST_LINE = 80
_LONGEST_BAR = 160
_LONGEST_START = 100
_LONGEST_NOTICE = 500
"""Characters of a notice, at most; a longer block is text that only begins like one."""
_EDITOR = late_re(
    r"\(?(?:additional )?(?P<reporters>(?:reporting|writing) by [^.]{2,120}; )?edit(?:ing|ed) by (?P<name>[^.]{2,80})",
    re.IGNORECASE,
)
_BELOW_UP_TO, _LONGEST_CREDIT = 6, 200
"""Blocks at the end among which the editor's line is looked for, and its characters, at most."""
_PATTERNS = (
    (
        "paywall",
        late_re(r"(?:join|subscribe to|sign up (?:for|to)) .{1,40} for (?:insider|full|unlimited|exclusive) access"),
    ),
    ("paywall", late_re(r"you have (?:read )?\d+ (?:of \d+ )?free (?:articles|stories)")),
    (
        "page header",
        late_re(
            r"(?:temps de lecture|tiempo de lectura|lesezeit|lesedauer|reading time|thời gian đọc|مدة القراءة)"
            r"[ \xa0]?:? ?\d+ (?:minuten|minutos|minutes?|min|phút|دقائق|دقيقة)$"
        ),
    ),
    ("page header", late_re(r"\d+ min(?:ute)?s?(?: read)?$")),
    (
        # How old a page is when it is asked for: no word of its author.
        "page header",
        late_re(
            r"(?:this (?:article|story|post) (?:is|was (?:first )?published) (?:more than|over) .{1,12} (?:old|ago)"
            r"|dieser artikel ist (?:mehr als|über|älter als) .{1,12} (?:jahre?|monate?)(?: alt)?"
            r"|cet article (?:date de|a) plus (?:de |d['’]).{1,12} (?:ans?|mois)"
            r"|este artículo tiene más de .{1,12} (?:años?|mes(?:es)?))\.?$"
        ),
    ),
    (
        "related",
        late_re(
            r"(?:tags|topics|filed under|posted in|categor(?:y|ies)|archivado en|etiquetas|temas|categoría|kategorien?"
            r"|schlagwörter|themen|mots-clés|thèmes|catégorie|chuyên mục|từ khóa|كلمات مفتاحية|الكلمات المفتاحية|وسوم)"
            r"[ \xa0]?: ?\S"
        ),
    ),
    ("comments", late_re(r"\d+ (?:comments?|comentarios?|commentaires?|kommentare?|تعليقات|تعليق|bình luận)$")),
)
_NETWORK = "facebook|twitter|x|instagram|youtube|linkedin|tiktok|threads|bluesky|mastodon|telegram|whatsapp|pinterest"
_PROMPTS = (
    (
        "related",
        late_re(
            r"(?:read (?:more|also|next)|see also|related(?: (?:story|article|coverage|reading))?|more on this"
            r"|lea también|lee también|le puede interesar|lire aussi|à lire aussi|lire également"
            r"|lesen sie auch|mehr dazu|mehr zum thema|leia (?:também|mais)|leggi anche|читайте также|читать также"
            r"|اقرأ أيضا(?:ً)?|اقرأ المزيد|xem thêm|đọc thêm|相关阅读|延伸阅读|相关新闻|関連記事"
            r"|あわせて読みたい|관련 ?기사)"
            r"[ \xa0]?[:：>|] ?\S.{0,140}$"
        ),
    ),
    (
        "newsletter",
        late_re(
            r"(?:sign up|subscribe)(?: here| now| today)?,? (?:for|to|and get|to receive)(?: (?:our|the|my|a|an"
            r"|your|free"
            r"|this|daily|weekly|morning|evening|breaking|news|email|e-mail)){0,6}(?: \S+){0,3} (?:newsletters?|alerts?"
            r"|briefings?|emails?|updates?)\b.{0,80}$"
        ),
    ),
    (
        "newsletter",
        late_re(
            r"(?:get|receive) .{0,60}(?:headlines|stories|news|newsletter|updates|briefing|top stories)\b.{0,40}"
            r"(?:in|to) your (?:inbox|email)\b.{0,40}$|enter your e-?mail(?: address)?$"
        ),
    ),
    (
        "share",
        late_re(
            rf"(?:follow|(?:find|like|join) (?:us|me|our))\b.{{0,60}}? on"
            rf" (?:{_NETWORK})(?:(?:,| and| or)+ (?:{_NETWORK}))*$"
        ),
    ),
    (
        "share",
        late_re(r"(?:listen to this (?:article|story)|play this (?:article|story)).{0,12}\d{0,2}.{0,8}$"),
    ),
)
"""Of lines up to `_LONGEST_BAR`: a longer one that begins so is a paragraph."""
_ANY_PATTERN = late_re("|".join(f"(?:{pattern.pattern})" for _, pattern in _PATTERNS))
_ANY_PROMPT = late_re("|".join(f"(?:{pattern.pattern})" for _, pattern in _PROMPTS))
_COPYRIGHT = late_re(r"(?:copyright )?©|copyright \d{4}", re.IGNORECASE)
_BAR = late_re(r"(?<!\s)\s++[|›»>·•]\s+")
_COUNT = late_re(r" ?\(?\d+$")
_OUTSIDE_ONLY = ("menu",)
_FEWEST_LINKS = 3
_MOST_RULES = 4
_LONGEST_LINK = 140
WALLS = ("paywall", "cookies")
_LETTERS = late_re(r"[^\W\d_]")
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
_START = late_re("|".join(re.escape(one) for one in sorted(_STARTS, key=len, reverse=True)))


def set_aside(blocks: Sequence[Block], rules: Rules = NO_RULES) -> list[Block]:
    """The same blocks, furniture marked with its reason. What a rule takes is furniture wherever it stands."""
    ruled = {index: reason for index, block in enumerate(blocks) if (reason := rules.reason(block.text))}
    # A cell is named by its table: “Share” heads a column there.
    reasons = {
        index: reason for index, block in enumerate(blocks) if block.role != "cell" and (reason := _reason(block.text))
    } | ruled
    prose = [index for index, block in enumerate(blocks) if index not in reasons and _is_text(block.text)]
    first, last = (prose[0], prose[-1]) if prose else (len(blocks), -1)
    reasons = {
        index: reason for index, reason in reasons.items() if reason not in _OUTSIDE_ONLY or not first < index < last
    }
    for index in range(max(last, len(blocks) - _BELOW_UP_TO, 0), len(blocks)):
        editors_line = _editors_line(blocks[index])
        if editors_line and not editors_line["reporters"]:
            # Who reported as well is a credit, which a copy leaves out or puts its own in the place of.
            reasons[index] = "editor"
    long = [index for index in prose if len(blocks[index].text) >= LONG]
    reasons.update(_below(blocks, reasons, long[-1] if long else last))
    return [
        replace(block, furniture=reasons[index]) if index in reasons and not block.furniture else block
        for index, block in enumerate(blocks)
    ]


def is_wall(blocks: Sequence[Block]) -> bool:
    """Whether more letters ask for money, a login or cookies than tell anything."""
    if not any(block.furniture in WALLS for block in blocks):
        return False
    letters: Counter[bool] = Counter()
    for block in blocks:
        if block.furniture in WALLS or not block.furniture:
            letters[block.furniture in WALLS] += len(_LETTERS.findall(block.text))
    return letters[True] > letters[False]


def editor_of(blocks: Iterable[Block]) -> str:
    """Whom the editor's line below the text names."""
    for block in tuple(blocks)[-_BELOW_UP_TO:]:
        editors_line = _editors_line(block)
        if editors_line and block.furniture in ("", "editor"):
            return editors_line["name"]
    return ""


def _editors_line(block: Block) -> re.Match[str] | None:
    """A short line that says who edited the text, and perhaps who reported."""
    return _EDITOR.fullmatch(block.text.rstrip(".)")) if len(block.text) <= _LONGEST_CREDIT else None


def _is_text(text: str) -> bool:
    """Whether a block is surely text of the article; a headline that asks a question only ends like it."""
    return is_prose(text) and not (len(text) < _LONGEST_LINE and _is_link(text))


def _reason(text: str) -> str:
    """The reason of a line that is a phrase, or of a notice that begins with one."""
    if len(text) > _LONGEST_NOTICE:
        return ""
    line = folded(text[:_LONGEST_START])
    if len(text) <= _LONGEST_LINE and (reason := _LINES.get(line) or _LINES.get(_COUNT.sub("", line))):
        return reason
    if found := _START.match(line):
        return _STARTS[found[0]]
    if _COPYRIGHT.match(text) and len(text) <= _LONGEST_BAR:
        return "menu"
    told = _ANY_PATTERN.match(line)
    reason = next((reason for reason, pattern in _PATTERNS if pattern.match(line)), "") if told else ""
    if not reason and len(text) <= _LONGEST_BAR and _ANY_PROMPT.match(whole := folded(text)):
        reason = next(reason for reason, pattern in _PROMPTS if pattern.match(whole))
    return reason or (_bar(text) if len(text) <= _LONGEST_BAR else "")


def _bar(text: str) -> str:
    """The reason of a line of links: `Home | News | Harbour | Sport`, `News > Harbour`, `Copy link | Print`."""
    parts = _BAR.split(text)
    if len(parts) < 2 or any(ends_sentence(part) or len(part.split()) > 6 for part in parts):
        return ""
    known = [reason for part in parts if (reason := _LINES.get(folded(part)))]
    if len(known) * 2 >= len(parts) and (len(parts) > 2 or known[0] != "menu" or len(known) == 2):
        return known[0]
    short = all(len(part.split()) <= 4 for part in parts)
    crumbs = short and ">" in text and "|" not in text
    return "menu" if crumbs or (short and len(parts) >= 4) else ""


def _below(blocks: Sequence[Block], reasons: Mapping[int, str], last: int) -> dict[int, str]:
    """What only its place tells, below the text: headlines of other articles, rules between two lines on comments."""
    found: dict[int, str] = {}
    run: list[int] = []
    for index in range(last + 1, len(blocks) + 1):
        if index < len(blocks) and index not in reasons:
            run.append(index)
            continue
        before, after = reasons.get(run[0] - 1 if run else -1, ""), reasons.get(index, "")
        if reason := _reason_of_run([blocks[one].text for one in run], before, after):
            found.update(dict.fromkeys(run, reason))
        elif run:
            found.update(_links(blocks, run, after))
        run = []
    return found


def _reason_of_run(texts: list[str], before: str, after: str) -> str:
    if not texts:
        return ""
    if before == "comments" and after == "comments" and len(texts) <= _MOST_RULES:
        return "comments"
    if before == "related" and all(len(text) <= _LONGEST_LINK and not ends_sentence(text) for text in texts):
        return "related"
    return "related" if before in _BEFORE_LINKS and len(texts) >= _FEWEST_LINKS and all(map(_is_link, texts)) else ""


def _links(blocks: Sequence[Block], run: list[int], after: str) -> dict[int, str]:
    """The headlines that a run ends with, if furniture follows it."""
    links: list[int] = []
    for index in reversed(run):
        if not _is_link(blocks[index].text):
            break
        links.append(index)
    return dict.fromkeys(links, "related") if len(links) >= _FEWEST_LINKS and after in _BEFORE_LINKS else {}


def _is_link(text: str) -> bool:
    """Whether a line is printed like a headline; scripts without capitals need the word "related" above them."""
    asks = text.rstrip("'\"”’").endswith(("?", "!"))
    if is_caption(text) or len(text) > _LONGEST_LINK or (ends_sentence(text) and not asks):
        return False
    return len(text.split()) >= 3 and is_headline_in_capitals(text)
