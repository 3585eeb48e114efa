"""Where a text breaks off: at an ellipsis, at a counter of what is left, before an invitation to read on.

What is inferred is only that something is missing, by the words that show it; how much, nobody knows.
"""

from collections.abc import Sequence

import regex

from sitegen.model import Block
from sitegen.recognise.shapes import ends_sentence
from sitegen.text.patterns import late_pattern

_COUNTER = late_pattern(r"(?V1)(?:…|\.\.\.)?\s?\[\+?\s?\d[\d,.]* (?:more )?(?:chars?|characters|words)\]$")
_ELLIPSIS = late_pattern(r"(?V1)[\p{L}\p{M}\p{N},;:)’'\"”»]\s?(?:…|\.{3}|\[(?:…|\.{3})\]|\((?:…|\.{3})\))$")
_READ_ON = late_pattern(
    r"""(?V1x)(?:
      (?:please\ )?(?:subscribe|log\ in|sign\ in|sign\ up|register|join|pay)(?:\ (?:now|or\ \w+(?:\ \w+)?
        |today))?\ to\ (?:continue|keep|read)\ ?(?:reading|on|the\ rest|the\ full)?
      | (?:want\ )?to\ (?:continue|keep)\ reading\b
      | to\ read\ the\ (?:rest|whole|entire|full\ (?:article|story|post))\b
      | (?:continue|keep)\ reading\b(?!\ (?:below|the\ main))
      | (?:click\ here\ to\ )?(?:read|see)\ the\ (?:full|rest\ of\ the|whole|entire|complete)\ (?:article|story
        |post|piece)\b
      | this\ (?:article|content|story)\ is\ (?:available\ |only\ )*(?:for|to)\ (?:our\ )?(?:\w+\ )?subscribers
      | the\ rest\ of\ this\ (?:article|story)
      | para\ (?:seguir|continuar)\ leyendo | (?:suscr[íi]bete|reg[íi]strate|inicia\ sesi[óo]n)\ para\ (?:seguir
        |continuar|leer)
      | este\ contenido\ es\ exclusivo | leer\ (?:el\ art[íi]culo|la\ noticia)\ complet[oa]
      | la\ suite\ (?:de\ cet\ article\ )?est\ réservée | (?:cet\ )?article\ réservé\ aux\ abonnés
        | il\ vous\ reste\ .{1,40}\ à\ lire
      | lire\ (?:la\ suite|l['’]article\ complet) | pour\ (?:lire\ la\ suite|continuer\ (?:la|votre)\ lecture)
      | weiterlesen | (?:den\ )?(?:ganzen|vollständigen|gesamten)\ (?:artikel|text|beitrag)\ lesen | jetzt\ weiterlesen
      | dieser\ (?:artikel|inhalt)\ ist\ nur\ für | (?:abonnieren|registrieren|anmelden)\ sie.{0,30}um\ weiterzulesen
      | para\ continuar\ lendo | conteúdo\ exclusivo\ para\ assinantes | leia\ a\ (?:matéria|reportagem
        |íntegra)\ complet
      | (?:per\ )?continua(?:re)?\ a\ leggere | contenuto\ riservato\ agli\ abbonati | leggi\ (?:l['’]articolo|tutto)
      | читать\ (?:далее|полностью|дальше) | чтобы\ (?:читать|прочитать)\ (?:далее|полностью|статью)
      | لمتابعة\ القراءة | لقراءة\ (?:المزيد|بقية|المقال|الخبر)| هذا\ المحتوى\ للمشتركين | اقرأ\ (?:المقال|الخبر)\ كامل
      | (?:đăng\ ký|đăng\ nhập).{0,20}để\ (?:đọc\ tiếp|tiếp\ tục) | đọc\ tiếp | đọc\ toàn\ (?:bộ|văn)
      | 订阅后继续阅读 | 登录后.{0,6}阅读 | 点击.{0,6}(?:阅读全文|查看全文) | 阅读全文 | 閱讀全文 | 查看全文 | 未完待续
      | (?:この記事は)?(?:有料)?会員(?:限定|の方).{0,20} | 続きを読む | 残り.{0,8}文字
      | (?:로그인|구독).{0,20}(?:계속|전문|이어서) | 기사\ ?(?:전문|더)\ ?보기
    )""",
    regex.V1 | regex.IGNORECASE,
)
_ELSEWHERE = late_pattern(
    r"(?V1) (?:at|on|from|in|via|bei|auf|en|sur|chez|su|no|na) (?:[Tt]he |l['’]|la |el |il )?\p{Lu}"
)
"""The outlet of another article: a blog that quotes its beginning is whole where it says to read on there."""
_LONGEST_INVITATION = 300
_FEWEST_WORDS = 6
"""Words of a last block that may break off; a shorter one trails off (`And so on...`)."""
_FEWEST_WIDE = 12
"""Characters of it in a script that sets no spaces."""
_LONGEST_SHOWN = 60
_MARKS = late_pattern(r"(?V1)^[^\p{L}\p{N}]+")
_SET_BESIDE = ("caption", "credit", "notice", "prompt", "pull quote")
"""Roles of blocks that stand below a text without ending it."""


def break_off(blocks: Sequence[Block]) -> str:
    """The words by which a text, or a line below it, shows that more was published; empty where none do."""
    for block in reversed(blocks):
        if _is_invitation(block.text):
            return _shown(block.text)
        if block.furniture or block.role in _SET_BESIDE:
            continue
        return _end(block)
    return ""


def _is_invitation(text: str) -> bool:
    marks = _MARKS.match(text)
    if len(text) > _LONGEST_INVITATION or not _READ_ON.match(text, marks.end() if marks else 0):
        return False
    return not _ELSEWHERE.search(text)


def _end(block: Block) -> str:
    text = block.text.rstrip()
    if _COUNTER.search(text, max(0, len(text) - 60)):
        return _shown(text)
    if block.role not in ("paragraph", "entry", "turn", "stamped", "quotation"):
        return ""
    if not _ELLIPSIS.search(text, max(0, len(text) - 8)):
        return ""
    long = len(text.split()) >= _FEWEST_WORDS or (not text.isascii() and len(text) >= _FEWEST_WIDE and " " not in text)
    return _shown(text) if long and not _closes(text) else ""


def _closes(text: str) -> bool:
    """Whether the dots stand behind the end of a quotation (`“wait...”`), or only after a whole sentence."""
    # Each run of spaces and brackets is begun once, or a long one without dots would cost its square.
    bare = regex.sub(r"(?<![\s\[(])[\s\[(]*+(?:…|\.{3})[\])]*$", "", text)
    return ends_sentence(bare) and bare[-1:] not in "…"


def _shown(text: str) -> str:
    return (
        text
        if len(text) <= _LONGEST_SHOWN
        else f"… {text[-_LONGEST_SHOWN:].partition(' ')[2] or text[-_LONGEST_SHOWN:]}"
    )
