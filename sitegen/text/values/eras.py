"""Words beside a year that say from which year on it is counted: 900 BC, 44 av. J.-C., 公元前221年, พ.ศ. 2562, 令和6年.

CLDR has two forms of each; what else texts print is here. A year before the first is a number below zero.
"""

from collections.abc import Iterator, Mapping

from sitegen.text.values import cldr

BEFORE = "before"
"""The payload of an era that is counted backwards; of any other it is what its year 0 is in ours."""

_BEFORE: Mapping[str, str] = {
    "en": "bce b.c. b.c.e. b.c b.c.e", "de": "v.Chr. v._u._Z. v.u.Z. vor_Christus vor_Christi_Geburt",
    "fr": "avant_J.-C. av.J.-C. av._JC avant_JC avant_notre_ère AEC", "es": "a.C. a._de_C. a._n._e. a.n.e. AEC",
    "it": "a._C. avanti_Cristo", "pt": "a._C. AEC", "ca": "a._C. a.C.", "ru": "до_н.э. до_нашей_эры до_Р._Х. до_Р.Х.",
    "uk": "до_н.е.", "be": "да_н.э.", "pl": "przed_Chrystusem p._n._e.", "cs": "př._Kr. př.Kr.", "sk": "pred_Kr.",
    "nl": "v._Chr. voor_onze_jaartelling", "sv": "f._Kr. f.v.t. före_vår_tideräkning", "da": "f._Kr. f.v.t. fvt",
    "no": "f._Kr. f.Kr. fvt. fvt", "nb": "f._Kr. fvt. fvt", "fi": "eaa. ennen_ajanlaskun_alkua", "hu": "i.e. Kr._e.",
    "ro": "î.e.n. î._Hr.", "tr": "M.Ö. İ.Ö. milattan_önce", "ar": "ق.م ق._م", "fa": "پیش_از_میلاد ق._م پ.م.",
    "hi": "ई.पू. ईसा_पूर्व", "vi": "trước_Công_nguyên tr.CN", "ja": "西暦紀元前", "zh": "西元前", "el": "π._Χ. π.κ.ε.",
    "id": "sebelum_Masehi",
}  # fmt: skip
_SINCE: Mapping[str, str] = {
    "en": "c.e. a.d.", "de": "n.Chr. n._u._Z. nach_Christus", "fr": "après_J.-C. ap.J.-C. de_notre_ère", "es": "d.C.",
    "it": "d._C.", "pt": "d._C.", "ru": "н.э. нашей_эры", "nl": "n._Chr.", "sv": "e._Kr.", "da": "e._Kr.",
    "pl": "po_Chrystusie", "tr": "M.S.", "zh": "西元", "vi": "sau_Công_nguyên", "ar": "للميلاد",
}  # fmt: skip
_OF_A_CALENDAR: Mapping[str, Mapping[str, int]] = {
    "th": {"พ.ศ.": -543}, "ja": {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018},
    "zh": {"民國": 1911, "民国": 1911, "佛曆": -543},
}  # fmt: skip
"""Years of Buddhists, of an emperor, of a republic."""
IN_FRONT = frozenset(["zh", "ja", "ko", "th", "tr", "az", "hi", "bn", "hu", "yue"])
"""Languages that print an era before its year; elsewhere what stands there belongs to the year before it."""
MARKED = frozenset(["zh", "ja", "yue"])
"""Languages in which a year of another calendar has its mark, without which its era is a word: 民国38年."""
_SHORTEST = 2
"""Letters of an era, at least: `m` is metres."""


def names_of_eras(language: str) -> Iterator[tuple[str, str | int]]:
    """What stands beside a year, words joined by `_`, with what it says of it."""
    for words, sense in ((_BEFORE, BEFORE), (_SINCE, 0)):
        yield from ((name, sense) for name in words.get(language, "").split())
    yield from _OF_A_CALENDAR.get(language, {}).items()
    for name, is_before in cldr.names_of_eras(language):
        if len(name) >= _SHORTEST:
            yield name.replace("\u00a0", " ").replace(" ", "_"), BEFORE if is_before else 0
