"""What notices, errors and lists say above their text, as data: in English and up to eleven more languages."""

import regex

CHALLENGE = regex.compile(
    r"""(?V1xi)^(?:just\ a\ moment | attention\ required | access\ (?:to\ this\ page\ has\ been\ )?denied
      | are\ you\ (?:a\ robot|human) | please\ (?:verify|wait|enable\ (?:js|javascript|cookies))
      | verify(?:ing)?\ (?:that\ )?you\ are\ (?:a\ )?human | pardon\ our\ interruption | checking\ your\ browser
      | security\ check | ddos[-\ ]guard | one\ more\ step | robot\ check | un\ momento
      | einen\ moment | un\ instant)[\ .!?…]*(?:$|[|–-])
    """
)
"""Titles of pages that check whether a browser is a robot's."""
ERROR = regex.compile(
    r"""(?V1xi)
      \b(?:(?:error|http|status)\ ?[45]\d\d | [45]\d\d\ (?:error|not\ found|forbidden|gone|internal)
      | page\ (?:was\ |could\ )?not\ (?:be\ )?found
      | (?:page|article|story)\ (?:you\ .{0,40}\ )?(?:does\ not|no\ longer)\ exists?
      | (?:page|article)\ (?:is\ )?(?:unavailable|not\ available) | service\ unavailable | bad\ gateway
      | something\ went\ wrong | página\ no\ encontrada | página\ não\ encontrada | page\ (?:introuvable|non\ trouvée)
      | pagina\ non\ trovata | seite\ (?:wurde\ )?nicht\ gefunden | страница\ не\ найдена | الصفحة\ غير\ موجودة
      | không\ tìm\ thấy\ trang)\b
      | ^404\b | ページが見つかりません | 页面不存在 | 找不到.{0,4}页面 | 페이지를\ 찾을\ 수\ 없
    """
)
"""Titles and headlines of errors."""
CONSENT = regex.compile(
    r"""(?V1xi)
      \b(?:cookies? | consent\w* | (?:our|\d+)\ partners | legitimate\ interests? | personali[sz]ed\ (?:ads|content)
      | process\ (?:your\ )?(?:personal\ )?data | privacy\ (?:policy|settings|choices)
      | your\ (?:privacy\ )?(?:choices|preferences) | datenschutz\w* | einwillig\w* | partnern | zustimm\w*
      | consentement | partenaires | données\ personnelles | consentimiento | nuestros\ socios | datos\ personales
      | (?:stor\w+|access\w*|keep\w*|sav\w+)\ .{0,40}\bon\ (?:your|a|the)\ device
      | (?:informationen|daten)\ .{0,20}\bgerät | (?:sur|dans)\ (?:votre|un)\ (?:appareil|terminal)
      | en\ (?:su|un)\ dispositivo
      | consenso | nostri\ partner | consentimento | nossos\ parceiros | согласи\w+ | файл\w*\ cookie
      | ملفات\ تعريف\ الارتباط | موافقت\w* | dữ\ liệu\ cá\ nhân)\b | 隐私 | 同意 | クッキー | 쿠키
    """
)
"""Terms of pages that ask for consent."""
CONSENT_TITLE = regex.compile(
    r"""(?V1xi)^(?:before\ you\ (?:continue|go\ on|proceed) | (?:we\ (?:value|respect|care\ about)\ )?your\ privacy\b
      | (?:our\ use\ of|manage(?:\ your)?|accept|about)\ cookies | cookies?\ (?:notice|settings|consent|preferences)
      | privacy\ (?:notice|settings|preferences) | bevor\ sie\ (?:fortfahren|weiterlesen) | cookie-?einstellungen
      | datenschutz-?einstellungen | avant\ d['’]accéder | avant\ de\ (?:continuer|poursuivre)
      | (?:gestion|paramètres)\ des\ cookies | antes\ de\ (?:continuar|ir) | configuración\ de\ cookies
      | prima\ di\ (?:continuare|procedere))"""
)
"""Titles of such pages: what stands above a notice that is too short to name three terms."""
TO_READER = regex.compile(
    r"""(?V1xi)
      \b(?:you | your | we | wir | sie | ihre?[nrms]? | uns(?:ere?[nrms]?)? | vous | votre | vos | nous | nos | usted
      | sus? | nosotros | nuestros | você | seus? | nós | nossos | noi | tu[oiea]? | vostr\w+ | вы | ваш\w* | мы
      | наш\w* | bạn | chúng\ tôi)\b | 您 | 我们 | あなた | 当社
    """
)
"""Words by which a site speaks to its reader; reports do so in quotations alone."""
LOGIN = regex.compile(
    r"(?V1xi)^(?:log|sign)\ ?(?:in|on)\b | ^(?:anmelden|se\ connecter|connexion|iniciar\ sesión|login)\b"
)
"""Titles of pages to log in."""
SEARCH_TITLE = regex.compile(
    r"""(?V1xi)^(?:search(?:\ results?)?$ | search\ results\b | (?:search\ )?results\ for:?\ ?["“‘']
      | you\ searched\ for\b | suchergebnis | résultats?\ de\ (?:la\ )?recherche
      | resultados\ (?:de|da)\ (?:la\ )?b[uú]sca?)"""
)
"""Headlines of search results; a search for a missing hiker is none."""
