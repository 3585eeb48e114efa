"""Tells the name of an outlet from that of anybody else whom a report may cite. Data and one question.

`the Guardian reported` is a credit and `the Pentagon reported` is not: only a name that ends like an outlet's, a
known agency, or a source of the archive counts.
"""

import re

from sitegen.read.phrases import phrases
from sitegen.text.patterns import late_re

_LAST_WORDS_LISTED = """
    times post guardian journal news herald tribune telegraph press wire gazette chronicle observer independent
    mirror mail standard globe bulletin courier dispatch examiner inquirer reporter register sentinel magazine
    newspaper radio television tv broadcasting economist monitor weekly daily newswire
    reuters ap afp bbc cnn nbc cbs abc cnbc msnbc npr pbs dpa efe ansa tass xinhua bloomberg politico axios
    aljazeera jazeera anadolu kyodo yonhap interfax vnexpress
    spiegel zeit zeitung welt allgemeine tagesschau rundfunk monde figaro libération
    país mundo vanguardia clarín nación repubblica
    advertiser argus echo mercury ledger clarion bote rundschau tageblatt tagblatt نيوز
    anzeiger kurier blatt nachrichten abendblatt morgenpost presse universal razón
    vietnamnet ttxvn vtv vov zing süddeutsche apa epd kna télam notimex belga
    برس رويترز الأناضول الغارديان سبوتنيك شينخوا الجزيرة العربية
"""
_AGENCIES_LISTED = """
    associated press | agence france-presse | press association | press trust of india | sky news | fox news
    usa today | europa press | dân trí | tuổi trẻ | thanh niên | tiền phong | người lao động
    الشرق الأوسط | القدس العربي | د ب أ | سانا | واس | سكاي نيوز
    سكاي نيوز عربية | فرانس برس | أسوشيتد برس | بي بي سي | سي إن إن | أ ف ب
    新华社 | 路透社 | 法新社 | 美联社 | 中新社 | 中央社
"""
_FIRST_WORDS_LISTED = """
    báo diario correo courrier journal heraldo voz voix tribune gazette gaceta noticias quotidien radio channel canal
    kanal đài
"""
_FIRST_WORDS = frozenset(_FIRST_WORDS_LISTED.split())
"""Of names that begin with what an outlet is: `Le Courrier de Holm`, `Báo Holm`."""
_LAST_WORDS = frozenset(_LAST_WORDS_LISTED.split())
_SHORT_NAMES = frozenset(
    [
        "reuters",
        "ap",
        "afp",
        "bbc",
        "cnn",
        "nbc",
        "cbs",
        "abc",
        "cnbc",
        "msnbc",
        "npr",
        "pbs",
        "dpa",
        "efe",
        "ansa",
        "tass",
        "ttxvn",
        "apa",
        "epd",
        "kna",
        "رويترز",
        "الأناضول",
        "شينخوا",
    ]
)
_AGENCIES = frozenset(phrases(_AGENCIES_LISTED))
_ARTICLE = late_re(r"(?:the|der|die|das|le|la|el|il) ", re.IGNORECASE)


def bare(name: str) -> str:
    """A name as two mentions of it are compared: without its article, in lower case."""
    plain = name.strip(" “”„\"«»'’")
    article = _ARTICLE.match(plain)
    return plain[article.end() if article else 0 :].casefold()


def initials(name: str) -> str:
    """The tag an agency of that name may print, as `bare` gives it: `nw` for Northern Wire."""
    return "".join(word[0] for word in bare(name).split())


def is_outlet(name: str, sources: frozenset[str]) -> bool:
    """Whether `name` is an outlet's. `sources` holds the `bare` names of the archive's own sources."""
    plain = bare(name)
    if not plain:
        return False
    if plain in sources or plain in _AGENCIES:
        return True
    words = plain.split()
    return len(words) <= 5 and (words[-1] in _LAST_WORDS or (len(words) > 1 and words[0] in _FIRST_WORDS))


def is_known(name: str, sources: frozenset[str]) -> bool:
    """Whether it is a source of the archive or an agency that everybody knows, and does not only sound like one."""
    plain = bare(name)
    return plain in sources or plain in _AGENCIES or plain in _SHORT_NAMES
