"""Captions of pictures, and credits: who took a picture, who reported, edited or first published a text.

A caption is recognised by its mark or by the credit it ends with; a credit is a block that says nothing else. Whom a
text *names* as its source inside its sentences is read in read/credits.py.
"""

import regex

from sitegen.recognise.shapes import is_caption
from sitegen.recognise.sourcelabels import SOURCE_LABELS
from sitegen.text.patterns import late_pattern

_LONGEST_CAPTION = 500
_LONGEST_CREDIT = 240
_SHORT_CAPTION = 240
"""Characters of a caption whose credit stands in no brackets; a longer one is a paragraph with a credit behind it."""
_SHORT = 90
_OF_LONG_CREDITS = (
    "contributed",
    "eporting",
    "eported by",
    "@",
    "diting",
    "ublished",
    "appeared",
    "posted",
    " from ",
    "redit",
    "hoto",
)
"""Words without one of which a block longer than `_SHORT` is no credit; most paragraphs have none of them."""
_FLAGS = regex.V1 | regex.IGNORECASE
_DESKS = (
    r"getty(?: images)?|gettyimages|afp|ap|associated press|reuters|epa(?:-efe)?|efe|dpa|apa|ansa|lusa|tass|xinhua|pa"
    r"|pa wire|press association|pa images|shutterstock|alamy|rex(?: features)?|corbis|istock(?:photo)?|bloomberg"
    r"|zuma(?: press)?|sipa(?: usa)?|imago|picture alliance|keystone|anadolu(?: agency)?|nurphoto|magnum|polaris|splash"
    r"|barcroft|unsplash|flickr|wikimedia(?: commons)?|creative commons|facebook|instagram|handout|courtesy|file"
    r"|agence france-presse|europa press|belga|ritzau|scanpix|ntb|tt|kyodo|yonhap|jiji|ttxvn|vnexpress|риа новости|тасс"
    r"|新华社|新華社|路透社|法新社|美联社|中新社|视觉中国|東方ic|共同|時事|ロイター|연합뉴스|뉴시스|뉴스1"
)
_WIRES = (
    r"the associated press|associated press|agence france-presse|reuters|afp|ap|dpa|efe|ansa|lusa|tass|xinhua|pa"
    r"|upi|apa"
    r"|press association|bloomberg|kyodo|yonhap|interfax|ttxvn|sid|epd|kna|belga|anp|ritzau|ntb|ats|sda|ap photo"
    r"|新华社|新華社|路透社|法新社|共同|時事|연합뉴스|رويترز|أ ف ب|أ\.ف\.ب|فرانس برس|د ب أ|واس|وام"
)
_PHOTO = (
    r"photo(?:graph)?s?|picture|pictures|image|images|pic|foto(?:graf[íi]a)?s?|imagen|imagem|immagine|bild"
    r"|cr[ée]dito?s?"
    r"(?: photos?)?|ảnh|hình ảnh|фото|图片?|圖片?|摄影|攝影|写真|撮影|사진|صورة|تصوير"
    r"|credit|photo credit"
    r"|photograph by|bildquelle|bildrechte|photo by"
)
_MARKED = late_pattern(
    r"""(?V1x)
    [(\[]?(?:
      image\ (?:caption|copyright|source)s?\b
      | media\ caption\b | media\ playback | pie\ de\ foto\s?: | legenda\s?:
      | légende\s?: | bildunterschrift\s?: | caption\s?:
      | (?:fotos?|photos?|images?|pictures?|bild|imagen|ảnh|фото|写真|사진|صورة|图为|圖為|资料图|资料照片|資料照片)
        \s?(?:\d{1,2}\s?)?(?:[:：/©=]|\ (?:credit|courtesy|by|de|von|via)\b)
      | ảnh\ minh\ h[oọ]ạ?a? | photo\ d['’]illustration | symbolbild | imagen\ de\ archivo | foto\ de\ archivo
      | file\ (?:photo|picture|image)\b\s?[:.—–-] | file\ ?-\ | file\s?[—–]
      | (?:图为|圖為|资料图|資料圖)
    )""",
    _FLAGS,
)
_CLOSED = regex.compile(r"(?V1)[(（\[]([^()（）\[\]]{2,100})[)）\]]\.?$")
_CLOSERS, _CLOSING = frozenset(")）]"), 3
"""Brackets of which one is among so many characters at the end of a block that `_CLOSED` finds."""
_IN_BRACKETS = late_pattern(
    rf"""(?V1x)
      (?:photos?|fotos?|pictures?|images?|bild|ảnh|фото|写真|사진|credit)\s?(?:by|credit|:|：|/|=
        |\ courtesy|\ de|\ von)\s?.+
      | (?:.{{0,60}}\b)?(?:ap\ photo|{_DESKS})(?:\s?[/|,—–-]\s?[^/]{{2,40}}){{1,2}}
      | .{{2,50}}\s?[/|]\s?(?:{_DESKS})(?:\ (?:images?|photo|file|pool))?
    """,
    _FLAGS,
)
_LABELLED = late_pattern(
    rf"(?V1)(?<![\p{{L}}\p{{M}}])(?:{_PHOTO})\s?(?:by|credit)?\s?[:：/©]\s?[^:：!?]{{2,70}}$", _FLAGS
)
_AFTER_SENTENCE = late_pattern(
    rf"""(?V1x)(?:^|[.!?”"'’]\s)(?:
      [\p{{Lu}}][\p{{L}}\p{{M}}.'’ -]{{2,40}}\s?/\s?(?:{_DESKS})(?:\s?/\s?(?:{_DESKS}))?(?:\ images|\ pictures)?
      | (?:{_DESKS})\s?/\s?[\p{{Lu}}][\p{{L}}\p{{M}}.'’ -]{{2,40}}
      | (?:getty\ images|shutterstock|alamy|ap\ photo|epa)
    )$""",
    _FLAGS,
)
_TAIL = 110
"""Characters at the end of a block in which the credit of its picture stands."""
_DESK_ENDS = ("images", "shutterstock", "alamy", "photo", "epa")
_PICTURE_CREDIT = late_pattern(
    rf"""(?V1x)[(（\[©]?\s?(?:
      (?:{_DESKS})(?:\s?[/|,]\s?(?:{_DESKS}))*(?:\ (?:images|pictures|photos?|file\ photo))?
      | (?:{_PHOTO})\s?(?:by|credit|courtesy(?:\ of)?)?\s?[:：/©]\s?[^:：.!?]{{2,60}}
      | photo\ (?:by|courtesy\ (?:of)?)\ [\p{{L}}\p{{M}}.'’/ -]{{2,60}}
    )\s?[)）\]]?\.?""",
    _FLAGS,
)
_PARTED_CREDIT = late_pattern(
    rf"""(?V1x)[(（\[©]?\s?(?:
      (?:{_DESKS})\s?/\s?[\p{{Lu}}][\p{{L}}\p{{M}}.'’ -]{{2,40}}
      | [\p{{Lu}}][\p{{L}}\p{{M}}.'’ -]{{2,40}}\s?[/|]\s?(?:{_DESKS})(?:\s?[/|]\s?(?:{_DESKS}))?
    )\s?[)）\]]?\.?""",
    _FLAGS,
)
"""Credits of a person and an outlet with a bar between them; sought apart, since any capitalised line may begin one."""
_BARS = frozenset("/|")
_TEXT_CREDIT = late_pattern(
    rf"""(?V1x)[(（\[【]?\s?(?:
      (?:additional\ |further\ )?(?:reporting|writing|editing|graphics?|research|translation)\ (?:and\ \w+\ )?by\ .+
      | (?:written|compiled|edited|translated|produced)\ by\ [^.]{{3,80}}
      | .{{2,160}}\ (?:also\ )?contributed\ (?:reporting\ |research\ )?(?:to|for)\ this\ (?:report|story|article
        |piece|dispatch)\b.{{0,60}}
      | (?:this\ )?(?:article|story|report|piece)\ was\ (?:reported|written|compiled|edited|produced|translated)
        \ (?:and\ \w+\ )?by\ .{{2,160}}
      | [\p{{Pd}}•*\ ]{{0,3}}with\ (?:additional\ |further\ )?reporting\ (?:by|from)\ .{{2,160}}
      | (?:write\ to|contact|e-?mail|follow|reach|schreiben\ sie|contacto|escreva)\b.{{0,80}}[\w.+-]+@[\w.-]+.{{0,80}}
      | (?:by|from)\ (?:our|a)\ (?:own\ )?(?:staff|correspondents?|reporters?|foreign\ staff)\b.{{0,40}}
      | by\ (?:staff|agencies)\b.{{0,40}}
      | (?:staff\ and\ agencies|agencies|with\ agencies|and\ agencies|staff\ (?:writers?|reports?)|wire\ reports?)
      | (?:this\ )?(?:article|story|piece|post|report|column|essay|interview|it)\ (?:was\ )?(?:originally
        |first)\ (?:appeared|published|posted|ran)\b.{{3,160}}
      | (?:re)?published\ with\ (?:the\ )?permission\b.{{0,120}}
      | (?:con|com|con\ le|com\ as|mit)\ (?:informaci[óo]n|informaci[óo]nes|informaç[õo]es|informazioni
        |material)\ (?:de|da|do|di|von|der)\ .{{2,80}}
      | (?:avec|mit|with|con|com|theo)\ (?:l['’])?(?:{_WIRES})(?:\s?(?:,|et|und|and|y|e)\s?(?:{_WIRES}))*
      | (?:theo|nguồn|по\ материалам)\s?:?\ (?-i:\p{{Lu}})(?:[^.:,]|,\ (?-i:\p{{Lu}})){{1,60}}
      | (?:{"|".join(SOURCE_LABELS)})\s?[:：]
        \s?(?P<source>[^:：]{{2,90}})
      | (?:责任编辑|責任編輯|编辑|記者|记者|文|작성|기자)\s?[:：]\s?[^:：]{{1,40}}
      | \p{{Hangul}}{{2,4}}\ ?기자\b.{{0,60}}
      | [\p{{Pd}}]{{0,2}}\s?(?:{_WIRES})(?:\s?[/,·]\s?(?:{_WIRES}))*(?:\ (?:staff|contributors?))?
    )\s?[)）\]】]?\.?""",
    _FLAGS,
)
_CASED_WORD = regex.compile(r"(?V1)(?<!\w)[\p{Lu}\p{Ll}]\w*")
_REPORTED_FROM = regex.compile(
    r"(?V1)\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,3} (?:reported"
    r"|is reporting) from \p{Lu}[^.]{2,60}\.(?: .{0,160})?"
)


def is_picture_caption(text: str) -> bool:
    """Whether a block is the caption of a picture: it says so, or ends with who took it."""
    if len(text) > _LONGEST_CAPTION:
        return False
    if is_caption(text) or _MARKED.match(text):
        return True
    return _ends_with_credit(text)


def _ends_with_credit(text: str) -> bool:
    """Whether the end of a block says who took its picture. Looks at single marks first: most blocks have none."""
    closed = not _CLOSERS.isdisjoint(text[-_CLOSING:])
    if closed and (bracket := _CLOSED.search(text, max(0, len(text) - _TAIL))):
        return bool(_IN_BRACKETS.fullmatch(bracket[1]))
    tail = text[-_TAIL:]
    if len(text) <= _SHORT_CAPTION and any(mark in tail for mark in ":：/©") and _LABELLED.search(tail):
        return True
    plain = tail.rstrip(".").casefold()
    return ("/" in tail or plain.endswith(_DESK_ENDS)) and bool(_AFTER_SENTENCE.search(tail))


def is_picture_credit(text: str) -> bool:
    """Whether a block says who took a picture, and nothing else; a name that may be the text's own source is none."""
    if len(text) > _LONGEST_CREDIT or _TEXT_CREDIT.fullmatch(text):
        return False
    return _is_of_picture(text)


def _is_of_picture(text: str) -> bool:
    if _PICTURE_CREDIT.fullmatch(text):
        return True
    return not _BARS.isdisjoint(text) and bool(_PARTED_CREDIT.fullmatch(text))


def is_credit(text: str) -> bool:
    """Whether a block says who took a picture, reported, edited or first published it, and nothing else."""
    if len(text) > _LONGEST_CREDIT or (len(text) > _SHORT and not any(word in text for word in _OF_LONG_CREDITS)):
        return False
    of_text = _TEXT_CREDIT.fullmatch(text)
    if of_text and of_text["source"] and not _names_sources(of_text["source"]):
        return False
    return bool(of_text or _REPORTED_FROM.fullmatch(text)) or _is_of_picture(text)


def _names_sources(text: str) -> bool:
    """Whether what follows `Source:` is names, and not what a source that is not named says: `Source: Lind fled`."""
    words = _CASED_WORD.findall(text)
    capitals = [word for word in words if word[:1].isupper()]
    return 2 * len(capitals) >= len(words)
