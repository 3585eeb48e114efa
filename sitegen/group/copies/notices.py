"""Recognises passages in which a site speaks to its reader: cookie notices, paywalls, block pages. As data, one rule.

read sets aside what it recognises line by line. What it leaves (a notice in one line with a headline, an article that
is nothing but a notice) would still join every article of an archive that carries it.

Tried and given up: leaving it to the frequency of runs. Two articles with one cookie notice in a small archive share
90 % of their words, and nobody else has it.
"""

from collections.abc import Sequence
from functools import cache

from sitegen.text.keys import key_of
from sitegen.text.patterns import late_pattern

_MARKERS = (
    "cookie cookies javascript browser browsers captcha newsletter newsletters advertiser advertisers adblocker",
    "subscriber subscribers subscribe subscription registered login password unsubscribe personalised personalized",
    "anonymous anonymously gdpr opt-out consent ip-address inbox e-mail email signup premium paywall trial",
    "abonnieren abonnent abonnenten abonnement werbeblocker einwilligung datenschutz registrieren anmelden",
    "adres adresu ip witrynę witryny serwis reklamy reklam anonimowe plików ciasteczka przeglądarki użytkowników",
    "abonnez abonnement abonnements abonnés inscrivez-vous navigateur publicité publicités témoins connectez inscrivez",
    "suscríbete suscribirse suscripción suscriptores navegador publicidad registrados contraseña boletín",
    "abbonati abbonamento abbonamenti iscriviti iscrizione browser pubblicità registrati newsletter",
    "çerez çerezler çerezleri tarayıcı abone реклама рекламы браузер подписка подписаться подписчиков файлы",
    "копирование перепечатка publikowane zastrzeżone copyright vorbehalten reserved reservados",
    "ملفات الارتباط المتصفح الاشتراك",
    "facebook twitter instagram youtube linkedin telegram whatsapp pinterest tumblr reddit website homepage rss",
    "telefon original-content impressum pressestelle originally published syndicated",
)
_UNSPACED = ("下载", "应用程序", "编辑", "自动生成", "订阅", "点击", "全文", "版权", "转载", "クリック", "無断転載")
_LANGUAGES = ("und", "en", "de", "fr", "es", "it", "pl", "tr", "ru", "ar")
_SPLIT = late_pattern(r"(?V1)[\p{L}\p{N}\p{M}-]+")
_LEAST, _ONE_IN = 2, 22
"""Distinct markers (an address is two), and one in so many words: an article about advertising has them thinner."""


_LONGEST = 1_500
"""Characters of a text that may be nothing but a notice."""


@cache
def _words() -> frozenset[str]:
    """The keys of the markers in the languages that they are of, since a run of keys does not say its own."""
    return frozenset(key_of(word, language) for line in _MARKERS for word in line.split() for language in _LANGUAGES)


def only_a_notice(text: str) -> bool:
    """Whether a whole article is nothing but a notice."""
    return len(text) <= _LONGEST and is_notice([word.strip(".,;:!?()“”\"'") for word in text.casefold().split()])


def is_notice(keys: Sequence[str]) -> bool:
    """Whether a run of token keys is a site speaking to its reader."""
    markers = _words()
    notice_words = {key for key in keys if key in markers}
    # `e-mail` is three keys, as is the address that somebody may be written to at.
    for before, sign, after in zip(keys, keys[1:], keys[2:], strict=False):
        if (sign == "@" and "." in after) or (sign == "-" and f"{before}-{after}" in markers):
            notice_words |= {sign, f"{before}{sign}{after}"}
    words = sum(1 for key in keys if _SPLIT.match(key))
    if any(key in "下应编自订点全版转ク無" for key in keys):
        run = "".join(keys)
        notice_words |= {marker for marker in _UNSPACED if marker in run}
    return len(notice_words) >= _LEAST and len(notice_words) * _ONE_IN >= words
