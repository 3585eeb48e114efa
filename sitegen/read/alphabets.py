"""Letters beyond ASCII that texts of a language are written with. Data; legacy.py asks which decoding has them.

Small letters; a language that is not here cannot be told apart by its letters, and its texts stay in doubt.
"""

from collections.abc import Mapping
from types import MappingProxyType

_LATIN = """
    en: àâæçèéêëïîñôöœü
    fr: àâæçèéêëïîôœùûüÿ
    de: äöüßéàè
    es: áéíóúüñç
    pt: áâãàçéêíóôõúü
    it: àèéìíîòóùú
    ca: àçèéíïòóúü
    gl: áéíñóúü
    nl: áèéëïóöüê
    af: áèéêëîïôöû
    da: æøåéüö
    nb: æøåéèêóòô
    nn: æøåéèêóòô
    no: æøåéèêóòô
    sv: åäöéüà
    fi: åäöšž
    is: áðéíóúýþæö
    fo: áðíóúýæø
    ga: áéíóú
    cy: âêîôûŵŷïáéö
    pl: ąćęłńóśźż
    cs: áčďéěíňóřšťúůýž
    sk: áäčďéíĺľňóôŕšťúýž
    hu: áéíóöőúüű
    ro: ăâîșțşţ
    hr: čćđšž
    bs: čćđšž
    sl: čšžćđ
    sq: çëâ
    tr: çğıöşüâîû
    az: çəğıöşü
    et: äõöüšž
    lv: āčēģīķļņšūž
    lt: ąčęėįšųūž
    eo: ĉĝĥĵŝŭ
    mt: ċġħżàèìòù
    vi: àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ
"""
_CYRILLIC = """
    ru: абвгдеёжзийклмнопрстуфхцчшщъыьэюя
    uk: абвгґдеєжзиіїйклмнопрстуфхцчшщьюя
    be: абвгдеёжзійклмнопрстуўфхцчшыьэюя
    bg: абвгдежзийклмнопрстуфхцчшщъьюя
    sr: абвгдђежзијклљмнњопрстћуфхцчџш
    mk: абвгдѓежзѕијклљмнњопрстќуфхцчџш
"""


def _listed(text: str) -> dict[str, frozenset[str]]:
    lines = (line.partition(":") for line in text.splitlines() if line.strip())
    return {name.strip(): frozenset(letters.strip()) for name, _, letters in lines}


_ARABIC = frozenset(map(chr, (*range(0x621, 0x63B), *range(0x641, 0x653))))
ALPHABETS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        **_listed(_LATIN),
        **_listed(_CYRILLIC),
        "el": frozenset("αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ"),
        "he": frozenset(map(chr, range(0x5D0, 0x5EB))),
        "ar": _ARABIC | set("پچڤگ"),
        "fa": _ARABIC | set("پچژکگی"),
        "ur": _ARABIC | set(map(chr, range(0x671, 0x6D4))),
        "th": frozenset(map(chr, (*range(0xE01, 0xE3B), *range(0xE40, 0xE4F)))),
    }
)
"""By ISO 639 code. Scripts that are told by more than their letters (Chinese, Japanese, Korean) are in legacy.py."""
