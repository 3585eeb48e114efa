"""Parses the value of one field: a date, an address, a language, a choice. Knows no file, no place and no field."""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from urllib.parse import urlsplit

from sitegen.model import Moment
from sitegen.read.hints import did_you_mean, listed
from sitegen.read.lines import one_line
from sitegen.text.patterns import late_re

_MOMENT = late_re(
    r"(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)? ?([Zz]|[+-]\d\d(?::?\d\d)?)?)?", re.ASCII
)
_DATE_HINT = "write it like `2017-09-14` or `2017-09-14T08:30:00+02:00`"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"({'|'.join(_MONTHS)})[a-z]*\.?"
_OTHER_DATES = tuple(
    (late_re(pattern, re.IGNORECASE | re.ASCII), order)
    for pattern, order in (
        (rf"(\d{{1,2}})(?:st|nd|rd|th)? {_MONTH},? (\d{{4}})", (3, 2, 1)),
        (rf"{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})", (3, 1, 2)),
        (r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", (1, 2, 3)),
        (r"(\d{4})(\d\d)(\d\d)", (1, 2, 3)),
        (r"(\d{1,2})\.(\d{1,2})\.(\d{4})", (3, 2, 1)),
    )
)
"""Dates that can be only one day: where the month is a word, the year comes first, or full stops stand between."""
_ZONES = {
    **dict.fromkeys(("UTC", "GMT", "WET"), "Z"),
    **dict.fromkeys(("CET", "MEZ", "WEST"), "+01:00"),
    **dict.fromkeys(("CEST", "MESZ", "EET"), "+02:00"),
    **dict.fromkeys(("EEST", "MSK"), "+03:00"),
    "JST": "+09:00",
    "EDT": "-04:00",
    "PDT": "-07:00",
}
"""Names of zones that are one offset; not IST, CST, EST or BST, which are several."""
_ADDRESS_HINT = "write it in full, like `https://example.org/page`"
_BARE_ADDRESS = late_re(r"(?://)?(?:[a-z0-9-]{1,63}\.){1,9}[a-z]{2,20}(?:/[A-Za-z0-9/._~%-]*)?")
_NOT_IN_ADDRESS = late_re(r"[\s<>\"\\^`{|}\x00-\x20\x7f-\x9f]")
_FLAGS = {"yes": "true", "on": "true", "1": "true", "true": "true"} | dict.fromkeys(
    ("no", "off", "0", "false"), "false"
)
_TAG = late_re(
    r"[a-z]{2,3}(-[a-z]{3}){0,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?(-([a-z\d]{5,8}|\d[a-z\d]{3}))*"
    r"(-[a-wyz\d](-[a-z\d]{2,8})+)*(-x(-[a-z\d]{1,8})+)?",
    re.IGNORECASE,
)
"""BCP 47 without its grandfathered tags and without the language names of 4 to 8 letters that nobody registered."""


_LONGEST = 80
"""Characters of a value that a message repeats."""


def _quoted(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


class RefusedValue(Exception):
    """Why a value cannot be taken."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


def moment(text: str) -> Moment:
    """An ISO 8601 date or date-time; a time without zone is taken as UTC."""
    match = _MOMENT.fullmatch(text.strip())
    if not match:
        meaning = _meant(one_line(text)) or _with_offset(one_line(text))
        hint = f"did you mean `{meaning}`?" if meaning else _DATE_HINT
        raise RefusedValue("bad-date", f"`{_quoted(text)}` is not an ISO 8601 date", hint)
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
        time = datetime(day.year, day.month, day.day, *_clock(match), tzinfo=_zone(match[7])) if match[4] else None
        if (time.astimezone(UTC) if time else day).year < 1000:
            raise ValueError
    except (ValueError, OverflowError):
        hint = _no_such(match)
        raise RefusedValue("bad-date", f"`{_quoted(text)}` is not a date that exists", hint) from None
    return Moment(day=day, time=time)


def _meant(text: str) -> str:
    """The day that a date in another form can only mean; empty where 09/10/2017 may be two days, or none is there."""
    for pattern, order in _OTHER_DATES:
        if match := pattern.fullmatch(text):
            year, month, day = (match[place] for place in order)
            number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
            try:
                return date(int(year), number, int(day)).isoformat()
            except ValueError:
                return ""
    return ""


def _with_offset(text: str) -> str:
    """A moment whose zone is a name, written with its offset; empty where the name may be two zones."""
    day_and_time, _, zone = text.rpartition(" ")
    offset = _ZONES.get(zone.upper(), "")
    parts = _MOMENT.fullmatch(day_and_time) if offset else None
    if not parts or not parts[4] or parts[7]:
        return ""
    return f"{parts[1]}-{parts[2]}-{parts[3]}T{parts[4]}:{parts[5]}:{parts[6] or '00'}{offset}"


def _no_such(match: re.Match[str]) -> str:
    """Why a date of the right form is none, and one that is."""
    year, month, day = (int(match[place]) for place in (1, 2, 3))
    if not year >= 1000:
        return f"years go from 1000 to 9999; {_DATE_HINT}"
    if not 1 <= month <= 12:
        return f"months go from 01 to 12; {_DATE_HINT}"
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        return f"that month has {last} days: the last is `{year:04}-{month:02}-{last}`"
    return "hours go to 23, minutes to 59 and zones to +14:00; without a time it is " + f"`{match[0][:10]}`"


def _clock(match: re.Match[str]) -> tuple[int, int, int]:
    return int(match[4]), int(match[5]), int(match[6] or 0)


def _zone(offset: str | None) -> timezone:
    if not offset or offset in "Zz":
        return UTC
    hours, minutes = int(offset[1:3]), int(offset[3:].lstrip(":") or 0)
    if hours > 14 or minutes > 59:
        raise ValueError
    sign = -1 if offset[0] == "-" else 1
    return timezone(sign * timedelta(hours=hours, minutes=minutes)) if hours or minutes else UTC


def address(text: str) -> str:
    """An absolute http or https address."""
    text = text.strip()
    try:
        parts = urlsplit(text)
        right = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 0) >= 0
    except ValueError:
        right = False
    if not right or _NOT_IN_ADDRESS.search(text):
        hint = f"did you mean `https://{text.lstrip('/')}`?" if _BARE_ADDRESS.fullmatch(text) else _ADDRESS_HINT
        raise RefusedValue("bad-address", f"`{_quoted(text)}` is not an http or https address", hint)
    return text


def language(text: str) -> str:
    """A BCP 47 tag in its usual case."""
    text = text.strip()
    primary = text.partition("-")[0].lower()
    codes, names, shorter = _languages()
    if not _TAG.fullmatch(text) or (len(primary) == 2 and primary not in codes):
        meaning = names.get(text.casefold()) or (text.replace("_", "-") if "_" in text else "")
        hint = f"did you mean `{meaning}`?" if meaning else "write its code, like `en` or `pt-BR`"
        raise RefusedValue("bad-language", f"`{_quoted(text)}` is not a language code", hint)
    if primary in shorter:
        raise RefusedValue(
            "bad-language",
            f"`{_quoted(text)}` is not the usual code of its language",
            f"did you mean `{shorter[primary]}`?",
        )
    return "-".join(_cased(index, part) for index, part in enumerate(text.split("-")))


def _cased(index: int, part: str) -> str:
    if index and len(part) == 4 and part.isalpha():
        return part.title()
    return part.upper() if index and len(part) == 2 else part.lower()


@cache
def _languages() -> tuple[frozenset[str], dict[str, str], dict[str, str]]:
    """Codes that CLDR has a name for; codes by English name; two letters for three. Loaded when first needed."""
    from babel import Locale
    from babel.core import get_global

    names = {str(code): str(name) for code, name in Locale("en").languages.items()}
    aliases = {str(old): str(new) for old, new in get_global("language_aliases").items()}
    shorter = {old: new for old, new in aliases.items() if len(old) == 3 and len(new) == 2}
    by_name = {name.casefold(): code.replace("_", "-") for code, name in names.items()}
    return frozenset(code.partition("_")[0] for code in names) | frozenset(aliases), by_name, shorter


def country(text: str) -> str:
    """An ISO 3166 code of two letters, in capitals."""
    from babel import Locale

    code = text.strip().upper()
    territories = {
        str(territory): str(name) for territory, name in Locale("en").territories.items() if len(territory) == 2
    }
    if code in territories:
        return code
    by_name = {name.casefold(): territory for territory, name in territories.items()}
    meaning = {"UK": "GB", "USA": "US"}.get(code) or by_name.get(code.casefold())
    hint = f"did you mean `{meaning}`?" if meaning else "write its ISO 3166 code of two letters, like `GB`"
    raise RefusedValue("bad-country", f"`{_quoted(text)}` is not a country code", hint)


def choice(text: str, among: Iterable[str]) -> str:
    """One of a list of words."""
    choices = tuple(among)
    if text.strip() in choices:
        return text.strip()
    hint = did_you_mean(text, choices, f"write one of: {listed(choices)}")
    raise RefusedValue("bad-choice", f"`{_quoted(text)}` is not one of {listed(choices)}", hint)


def flag(text: str) -> bool:
    """true or false, and nothing that only looks like them."""
    if text.strip() in ("true", "false"):
        return text.strip() == "true"
    meaning = _FLAGS.get(text.strip().lower())
    hint = f"did you mean `{meaning}`?" if meaning else "write `true` or `false`"
    raise RefusedValue("bad-choice", f"`{_quoted(text)}` is neither true nor false", hint)
