"""A value that an export states, as front matter may hold it; what cannot be held is told and not taken."""

import re
from collections.abc import Callable, Mapping
from email.utils import parsedate_to_datetime
from typing import Any

from sitegen.formats.draft import Statement, tidy
from sitegen.read.dates import take_dates
from sitegen.read.fields import ARTICLE
from sitegen.read.values import RefusedValue, moment

_SPACED_TIME = re.compile(r"(\d{4}-\d\d-\d\d) (\d\d:\d\d(?::\d\d)?(?:\.\d+)?) ?(Z|UTC|[+-]\d\d:?\d\d)?")
_EMAIL_DATE = re.compile(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d")
_BY = re.compile(r"^(?:(?:by|von|par|por|di|door|bởi)[:\s]|(?:текст|автор|text|words):)\s*", re.IGNORECASE)
_NOBODY = frozenset({"admin", "administrator", "staff", "editor", "webmaster", "none", "null", "nan", "n/a", "unknown"})
"""What stands in the place of a name and is none: accounts, and what programs write for nothing."""


def declared(field: str, text: str, where: str) -> tuple[Statement | None, str]:
    """The statement that a value makes for a field of an article, and a remark where it cannot be taken."""
    value = tidy(text)
    if not value or value.lower() in ("none", "null", "nan", "n/a"):
        return None, ""
    checked = _READERS.get(field, _checked(field))(value)
    if checked:
        return Statement(field=field, value=checked, where=where), ""
    return None, f"{field} is not taken from {where}: {value!r} is none"


def day_of(text: str) -> str:
    """A date or moment that a text states in one way only; empty where it does not.

    Of a time without zone only the day is taken, since no one knows which day that is in UTC.
    """
    if spaced := _SPACED_TIME.fullmatch(text):
        zone = {"UTC": "Z"}.get(spaced[3] or "", spaced[3] or "")
        text = f"{spaced[1]}T{spaced[2]}{zone}"
    try:
        when = moment(text)
    except RefusedValue:
        return _mailed(text) if _EMAIL_DATE.match(text) else _in_words(text)
    has_zone = when.time is not None and re.search(r"(?:Z|z|[+-]\d\d:?\d\d)$", text[10:])
    return text if has_zone else when.day.isoformat()


def _mailed(text: str) -> str:
    try:
        return parsedate_to_datetime(text).isoformat() if re.search(r"(?:GMT|UT|[+-]\d{4})", text) else _in_words(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _in_words(text: str) -> str:
    """A day in words (`June 2, 2031 Monday`), by CLDR's months; 03/04/2031 is two days and none."""
    published = take_dates(text).published
    return published.day.isoformat() if published else ""


def person(text: str) -> str:
    """Names without the word before them; empty for an account."""
    name = _BY.sub("", text).strip(" ,;")
    return "" if name.lower() in _NOBODY or "://" in name or "@" in name else name


def _checked(field: str) -> Callable[[str], str]:
    """A reader that takes a value as it stands, if front matter may hold it."""

    def read(text: str) -> str:
        try:
            parsed: Any = ARTICLE[field](text)
        except RefusedValue:
            return ""
        return text if parsed not in (None, "") else ""

    return read


def _language(text: str) -> str:
    return _checked("language")(text.replace("_", "-")) or _LANGUAGES.get(text.lower(), "")


_LANGUAGES: Mapping[str, str] = {
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "français": "fr", "spanish": "es",
    "español": "es", "italian": "it", "italiano": "it", "portuguese": "pt", "dutch": "nl", "arabic": "ar",
    "russian": "ru", "chinese": "zh",
    "japanese": "ja", "korean": "ko", "vietnamese": "vi", "turkish": "tr", "polish": "pl",
    "swedish": "sv", "danish": "da", "norwegian": "no", "finnish": "fi",
}  # fmt: skip
"""Languages as databases name them."""
_READERS: Mapping[str, Callable[[str], str]] = {
    "published": day_of,
    "updated": day_of,
    "captured": day_of,
    "author": person,
    "editor": person,
    "language": _language,
}
