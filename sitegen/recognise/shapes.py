"""Tells what a line looks like: prose, a heading, a caption. Judges its shape alone and knows no phrases.

Every judgement errs on the side of prose: a heading taken for a paragraph costs nothing, the reverse hides text.
"""

import re

from sitegen.text.patterns import late_re

_SENTENCE_END = late_re(r"[.!?…。！？؟।]['\"’”»)\]]*$")
_LEADS_ON = late_re(r"[:;,،؛：；，、–—-]$")
_WIDE = late_re("[\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60]")
_CAPTION = late_re(
    r"\(?(photo|photograph|picture|image|foto|imagen|bild|ảnh|図|写真|图|صورة)"
    r"( (courtesy|by|credit|credits|source|via|de|von)\b|s?\s*[:：/©])",
    re.IGNORECASE,
)
_LONGEST_CAPTION = 200
_LONGEST_HEADING = 90
_LONGEST_TITLE = 160
_NO_TITLE = late_re(r"\)$| (?:ago|old|Bureau|Staff)$|^(?:Image copyright|Story highlights|Updated|Published|Posted)\b")
"""Ends of captions and of lines that say how old a page is; beginnings of what some sites print above a text."""
LONG = 120
"""Characters from which a block is prose whatever it ends with."""
_WIDE_LONG = 40
_SENTENCE_WORDS = 8
"""Words from which a block that ends like a sentence is prose."""


def is_wide(text: str) -> bool:
    """Whether it begins with a character of a script that is two columns wide and sets no spaces."""
    return bool(_WIDE.match(text))


def is_prose(text: str) -> bool:
    """Whether a block is surely running text."""
    if len(text) >= LONG:
        return True
    wide = 0 if text.isascii() else len(_WIDE.findall(text))
    if wide >= _WIDE_LONG:
        return True
    return ends_sentence(text) and (len(text.split()) >= _SENTENCE_WORDS or wide >= _SENTENCE_WORDS * 2)


def ends_sentence(text: str) -> bool:
    """Whether it ends as a sentence does."""
    # Most sentences end in a full stop and nothing else.
    return text[-1:] == "." or bool(_SENTENCE_END.search(text[-12:]))


def is_heading(text: str) -> bool:
    """Whether a line of raw text looks like a heading: short, more than a word, no mark at its end."""
    if len(text) > _LONGEST_HEADING or ends_sentence(text) or _LEADS_ON.search(text) or text[0].islower():
        return False
    return text[0].isalnum() and (1 < len(text.split()) <= 14 or bool(is_wide(text) and len(text) >= 4))


def is_title(text: str, alone: bool) -> bool:
    """Whether a line above the text can be its headline, which may be a question; two words do if it stands `alone`."""
    if len(text) > _LONGEST_TITLE or _LEADS_ON.search(text) or text[0].islower() or _NO_TITLE.search(text):
        return False
    if ends_sentence(text) and not re.search(r"([!?！？؟]|\.\.\.|…)['\"’”»)]*$", text):
        return False
    return len(text.split()) >= (2 if alone else 3) or len(_WIDE.findall(text)) >= 6


def is_headline_in_capitals(text: str) -> bool:
    """Whether most words begin with a capital, as English headlines print them."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’.-]*", text) if len(word) > 3]
    return len(words) >= 2 and sum(word[0].isupper() for word in words) >= 0.75 * len(words)


def is_caption(text: str) -> bool:
    """Whether it names a photograph or who took it."""
    return len(text) <= _LONGEST_CAPTION and bool(_CAPTION.match(text))


def first_words(text: str) -> str:
    """The first sentence of a text, shortened to about twelve words."""
    sentence = re.split(r"(?<!^\d\.)(?<!^\d\d\.)(?<=[.!?؟])\s|(?<=[。！？])", text[:2000], maxsplit=1)[0]
    words = sentence.split()
    if len(words) > 12:
        return " ".join(words[:12]).rstrip(",;:،") + "…"
    if len(sentence) > 90:
        return (sentence[:30] if is_wide(sentence) else sentence[:90]).rstrip() + "…"
    return re.sub(r"(?<!\.)[.。]$", "", sentence)
