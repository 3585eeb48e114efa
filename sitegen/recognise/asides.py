"""Lines of an outlet beside its report: who the author is, where to read on or follow, what a picture left behind.

Judged by the whole of a block, and, but for what is left of a picture, by how it begins; they err on the side of text.
"""

from collections.abc import Sequence

import regex

from sitegen.model import Block
from sitegen.text.patterns import late_pattern

_LONGEST = 500
"""Characters of such a line."""
_NAME = r"(?:\p{Lu}[\p{L}\p{M}’'-]*\.?|\p{Lu}\.|de|da|di|van|von|der|al|el|bin|la)"
_WRITERS = (
    r"reporter|correspondent|journalist|columnist|(?:staff |senior |contributing |freelance )?writer"
    r"|(?:[\p{L}-]+ )?editor(?:-in-chief|-at-large)?|blogger|contributor (?:to|at|for)|producer|periodista|redactora?"
    r"|corresponsal|columnista|journaliste|correspondante?|chroniqueu(?:r|se)|rédac(?:teur|trice)|Redakteur(?:in)?"
    r"|Korrespondent(?:in)?|Journalist(?:in)?|Reporter(?:in)?|jornalista|repórter|giornalista|corrispondente"
)
_BIOGRAPHY = late_pattern(
    rf"(?V1)^(?!Mrs?\b|Ms\b|President\b){_NAME}(?:\s{_NAME}){{1,4}}\s(?:is|es|est|ist|é|è)\s"
    r"(?:(?:an?|the|one of|un|une|una|uma|ein|eine|la|le|el|il)\s)?"
    rf"(?:[\p{{L}}\p{{M}}’'“”\"-]+\s){{0,8}}?(?:{_WRITERS})\b"
)
_LAST = 4
"""Blocks at the end of a text of which one may say who its author is; inside, it is somebody of the report."""
_READ_ON = late_pattern(
    r"""(?V1)^[\[(>»→•*–—-]*\s*(?:
    (?:to\s)?(?:read|see|watch|view|hear|listen\sto)\s(?:the\s|this\s|our\s)?(?:full|entire|whole|complete|original|rest\sof)\s
      (?:the\s|this\s)?(?:article|story|report|piece|interview|post|text|video|transcript|column|op-ed|statement|list)
      (?=\s(?:here|at|on|by|from|in|click)\b|[.:!»→\])]|$)
    | (?:please\s)?click\shere\b(?!,) | for\smore\b[^.]{0,80},?\s(?:click|visit|go\sto|follow|see|read)\b
    | read\smore\b[^.]{0,60}(?:\bhere\b|[:»→]|\bat\b)
    | (?:please\s)?follow\s(?:him|her|them|us|me|\p{Lu}[^.]{1,60}?|@\w+)\s(?:on|at)\s
      (?:twitter|facebook|instagram|x\b|threads|bluesky|@)
    | (?:sign\sup|subscribe)\s(?:here|now|today|to|for)\s[^.]{0,60}(?:newsletters?|emails?|podcast|briefing)\b
    | (?:lea|leer|ver)\s(?:aquí\s)?(?:el|la)\s(?:artículo|nota|noticia|entrevista)\scomplet[oa]\b
    | (?:lire|retrouvez|voir)\s(?:ici\s)?(?:l['’]article|l['’]interview|la\svidéo)\s
      (?:compl[eè]te?|intégrale?|en\sentier)\b
    | (?:den|zum)\s(?:ganzen|vollständigen|kompletten)\s(?:artikel|bericht|text)\b
    | (?:leia|leggi)\s(?:a|o|la|l['’])\s?(?:matéria|artigo|articolo)\s(?:complet[ao]|inteir[ao]|intero)\b
    | đọc\stoàn\svăn\b | اقرأ\s(?:المقال|الخبر)\sكاملا
    )""",
    regex.IGNORECASE | regex.VERBOSE,
)
_LEFT_OF_A_PICTURE = late_pattern(
    r"(?V1)^\[\s*(?:summary|image|images|photo|photos|picture|video|videos|audio|embed|gallery|slideshow"
    r"|tweet|graphic|map|chart|link|ad|advertisement|related|imagen|vídeo|foto|bild|galería|galerie|vidéo|публикация"
    r"|фото|видео|صورة|فيديو|ảnh|图片|圖片|视频|写真|動画|사진|영상)\s*\]$",
    regex.IGNORECASE,
)


def biographies(blocks: Sequence[Block], indexes: Sequence[int]) -> frozenset[int]:
    """Those of `indexes`, blocks of running text in reading order, that say who the author is: at either end."""
    return frozenset(
        index for index in {*indexes[:1], *indexes[-_LAST:]} if len(indexes) > 1 and _is_biography(blocks[index].text)
    )


def _is_biography(text: str) -> bool:
    return len(text) <= _LONGEST and bool(_BIOGRAPHY.match(text))


def is_prompt(text: str) -> bool:
    """Whether a block asks the reader to read on, to follow or to click, or is what is left of a picture."""
    return len(text) <= _LONGEST and bool(_READ_ON.match(text) or _LEFT_OF_A_PICTURE.match(text))
