"""How pages say that more of a text was published than they print, as data: in English and ten more languages.

Beside the invitations of recognise/breaks.py, which begin a line, these stand anywhere in one.
"""

import regex

_WALL = regex.compile(
    r"""(?V1xi)(?:
      (?:subscri\w+|sign\ (?:in|up)|log\ in|regist\w+|join|become\ a\ member|free\ trial
        |create\ (?:an|a\ free)\ account)
        \b.{0,60}\b(?:to\ (?:(?:continue|keep|finish)\ reading|read\ (?:on|more|the|this|full)|unlock|view\ (?:the|this)
        |access\ (?:all|full|our|premium|the|this|unlimited))|for\ (?:full|unlimited)\ access)
      | (?:you(?:['’]ve|\ have)\ (?:reached|used|hit|read)\b.{0,40}\b(?:limit|free\ (?:articles?|stor(?:y|ies))))
      | (?:article|story|content|page)\ is\ (?:available\ |only\ |exclusive(?:ly)?\ |reserved\ )*(?:for|to)\ .{0,20}
        \b(?:subscribers|members|premium)
      | (?:subscriber|premium|member)s?[-\ ](?:only|exclusive)\ (?:article|story|content)
      | unlock\ (?:this|the\ (?:full|rest))\ | (?:continue|keep)\ reading\ (?:with|for|by)\b
      | abonnez[-\ ]vous\b.{0,60}\b(?:lire|accéder|suite) | réservée?\ (?:à\ nos|aux)\ abonnés | pour\ lire\ la\ suite
      | suscr[íi]b\w+\b.{0,60}\b(?:seguir|continuar|leer|acceder) | (?:solo|exclusiv\w+)\ (?:para\ )?suscriptores
      | para\ (?:seguir|continuar)\ (?:leyendo|lendo)
      | (?:jetzt\ )?(?:abonnieren|anmelden|registrieren)\b.{0,60}\b(?:weiterlesen|weiterzulesen|lesen)
      | (?:nur|exklusiv)\ für\ (?:unsere\ )?(?:abonnent\w*|mitglieder) | weiterlesen\ mit
      | (?:assine|cadastre-se|faça\ login)\b.{0,60}\b(?:ler|lendo|acessar) | exclusivo\ para\ assinantes
      | (?:abbonati|registrati|accedi)\b.{0,60}\b(?:leggere|continuare) | riservat[oa]\ agli\ abbonati
      | (?:подпиш\w+|оформите\ подписку|войдите)\b.{0,60}\b(?:читать|прочитать|продолжить) | только\ для\ подписчиков
      | (?:اشترك|سجل)\b.{0,60}(?:القراءة|للقراءة|قراءة) | للمشتركين\ فقط
      | (?:đăng\ ký|đăng\ nhập|mua\ gói)\b.{0,60}\b(?:đọc|tiếp\ tục)
      | (?:订阅|登录|开通|訂閱|登入).{0,12}(?:阅读|查看|全文|閱讀)
      | (?:会員|有料)(?:登録|会員|記事).{0,20}(?:続き|全文|読)
      | (?:구독|로그인).{0,20}(?:기사|전문|계속)
    )""",
    regex.V1,
)
"""What a page prints instead of the rest of a text."""
_STEMS_LISTED = """
    subscri sign log regist join member trial account limit free unlock reading abonn réserv suite suscr leyendo
    lendo anmelden weiterl nur exklusiv assin cadastr abbonat accedi подпис войдите оформите اشترك سجل للمشترك đăng mua
    订阅 登录 开通 訂閱 登入 会員 有料 구독 로그인
"""
_STEMS = tuple(_STEMS_LISTED.split())
"""Of which every one of these holds one: looked for first, since most lines hold none."""


def is_wall(line: str) -> bool:
    """Whether a line says that there is more for those who subscribe, log in or pay."""
    folded = line.casefold()
    return any(stem in folded for stem in _STEMS) and bool(_WALL.search(line))
