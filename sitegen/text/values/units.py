"""Units, the base unit each is counted in, and what one base unit is in another of its dimension."""

from fractions import Fraction

_FACTORS: dict[str, dict[str, str]] = {
    "km": {"km": "1", "m": "1/1000", "cm": "1/100000", "mm": "1/1000000"},
    "mi": {"mi": "1", "yd": "1/1760", "ft": "1/5280", "in": "1/63360"},
    "nmi": {"nmi": "1"},
    "ha": {"ha": "1", "m2": "1/10000", "km2": "100", "cm2": "1/100000000", "mu": "1/15"},
    "acre": {"acre": "1", "mi2": "640", "ft2": "1/43560", "yd2": "1/4840",
             "in2": "1/6272640"},
    "kg": {"kg": "1", "g": "1/1000", "mg": "1/1000000", "t": "1000"},
    "lb": {"lb": "1", "oz": "1/16", "st": "14"},
    "l": {"l": "1", "ml": "1/1000", "cl": "1/100", "hl": "100", "m3": "1000"},
    "gal": {"gal": "1", "bbl": "42", "pint": "1/8", "in3": "1/231", "ft3": "1728/231", "yd3": "46656/231"},
    "kw": {"w": "1/1000", "kw": "1", "mw": "1000", "gw": "1000000"},
    "kwh": {"kwh": "1", "mwh": "1000", "gwh": "1000000", "twh": "1000000000"},
    "kmh": {"kmh": "1", "ms": "18/5"},
    "mph": {"mph": "1"},
    "kn": {"kn": "1"},
    "gb": {"kb": "1/1000000", "mb": "1/1000", "gb": "1", "tb": "1000"},
    "c": {"c": "1"}, "f": {"f": "1"}, "pp": {"pp": "1"}, "deg": {"deg": "1"}, "hp": {"hp": "1"}, "db": {"db": "1"},
    "hz": {"hz": "1"},
}  # fmt: skip
BASES: dict[str, tuple[str, Fraction]] = {
    unit: (base, Fraction(factor)) for base, units in _FACTORS.items() for unit, factor in units.items()
}
"""Units as printed: base unit, and how many of it. Metric and imperial stay apart, so that a conversion is seen."""

DIMENSIONS: dict[str, tuple[str, Fraction]] = {
    "km": ("length", Fraction(1)), "mi": ("length", Fraction(1_609_344, 10**6)),
    "nmi": ("length", Fraction(1852, 1000)),
    "ha": ("area", Fraction(1)), "acre": ("area", Fraction(40_468_564_224, 10**11)),
    "kg": ("mass", Fraction(1)), "lb": ("mass", Fraction(45_359_237, 10**8)),
    "pound": ("mass", Fraction(45_359_237, 10**8)),
    "l": ("volume", Fraction(1)), "gal": ("volume", Fraction(3_785_411_784, 10**9)),
    "kw": ("power", Fraction(1)), "hp": ("power", Fraction(7457, 10_000)),
    "kmh": ("speed", Fraction(1)), "mph": ("speed", Fraction(1_609_344, 10**6)), "kn": ("speed", Fraction(1852, 1000)),
}  # fmt: skip
"""Base units: dimension, and how many of its first unit."""

PERIODS: dict[str, tuple[str, Fraction]] = {
    "second": ("day", Fraction(1, 86_400)), "minute": ("day", Fraction(1, 1440)), "hour": ("day", Fraction(1, 24)),
    "day": ("day", Fraction(1)), "night": ("day", Fraction(1)), "week": ("day", Fraction(7)),
    "fortnight": ("day", Fraction(14)), "month": ("month", Fraction(1)), "quarter": ("month", Fraction(3)),
    "year": ("month", Fraction(12)), "decade": ("month", Fraction(120)), "century": ("month", Fraction(1200)),
}  # fmt: skip
"""Periods: `day` or `month`, which have no common measure, and how many of it."""
DAYS_OF_A_MONTH = Fraction(1461, 48)
"""On average, to ask whether four weeks may be a month."""

DOLLARS = frozenset(["$", "usd", "cad", "aud", "nzd", "sgd", "hkd", "twd", "mxn", "ars", "clp", "cop", "brl"])
CROWNS = frozenset(["crown", "sek", "nok", "dkk", "czk", "isk"])
POUNDS = frozenset(["pound", "gbp", "egp", "lbp", "syp", "sdg"])
RUPEES = frozenset(["rupee", "inr", "pkr", "lkr", "npr"])
PESOS = frozenset(["peso", "mxn", "ars", "clp", "cop", "php", "uyu", "cup", "dop"])
DINARS = frozenset(["dinar", "iqd", "kwd", "jod", "dzd", "tnd", "rsd", "bhd", "lyd"])
RIYALS = frozenset(["rial", "sar", "irr", "qar", "omr", "yer"])
FRANCS = frozenset(["franc", "chf", "xof", "xaf"])
LIRAS = frozenset(["lira", "try", "lbp", "syp"])
YEN_OR_YUAN = frozenset(["¥", "jpy", "cny"])
FAMILIES: dict[str, frozenset[str]] = {
    "$": DOLLARS, "crown": CROWNS, "pound": POUNDS, "rupee": RUPEES, "peso": PESOS, "dinar": DINARS, "rial": RIYALS,
    "franc": FRANCS, "lira": LIRAS, "¥": YEN_OR_YUAN,
}  # fmt: skip
"""Names that several currencies share, with their currencies."""
FIRST_OF_FAMILY = {"$": "usd", "pound": "gbp", "¥": "jpy", "lira": "try", "franc": "chf", "rupee": "inr"}
"""What a shared name stands for where nothing says more; another of its currencies is unclear, this is the same."""
_NAMED = (
    "usd eur gbp jpy cny inr rub krw vnd try ils chf cad aud nzd sgd hkd twd thb sek nok dkk czk isk pln huf ron uah "
    "brl mxn ars clp cop php idr myr sar aed egp iqd irr kwd jod qar zar ngn kes pkr bdt lkr npr mad dzd tnd lbp syp "
    "sdg rsd bgn bhd lyd omr yer xof xaf uyu cup dop pen kzt gel"
)
CURRENCIES = frozenset(_NAMED.split()) | frozenset(FAMILIES)
