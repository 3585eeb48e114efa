"""The sentences of sitegen in the language of the interface: gettext catalogues, numbers and lists by CLDR.

English is the source: its messages stand in the code, with their placeholders by name, and need no catalogue. The
others are the PO files of `locales/`, parts of the package like its code: read once a process, made into tables in
memory, never written. `pt-BR` falls back to `pt`, a language without a catalogue to English. A page is never a mixture:
`interface_language` gives a language only where its catalogue is whole, and whole English elsewhere. Knows what a
sentence is made of and not when one is said.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from gettext import NullTranslations
from pkgutil import get_data

from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from sitegen.frozen import dataclass
from sitegen.text.languages import direction, locale_of
from sitegen.text.pofile import Translations, read_messages
from sitegen.text.quoting import inset, isolated

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_HOUSE = "en_GB"
"""English lists without a comma before `and`. English numbers have a narrow space, as the figures on the pages do."""

_TRANSLATED = ("ar", "de", "es", "fr", "vi")
"""The languages that there are catalogues of."""
_CONTEXT_END = "\x04"
"""What gettext puts between the context of a message and the message."""
_SPELLED = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def marked(message: str) -> str:
    """The message itself: marks one that is looked up later, so that it is found for the template."""
    return message


def counted(one: str, many: str) -> tuple[str, str]:
    """A message with its plural, marked like `marked`: for `Catalogue.ngettext`, which takes both."""
    return one, many


def in_context(context: str, message: str) -> str:
    """A message marked like `marked`, told from one with the same words in English by its context."""
    return f"{context}{_CONTEXT_END}{message}"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Catalogue:
    """One language of the interface. Use `catalogue_for`."""

    language: str
    """BCP 47 tag."""
    locale: str
    """Whose numbers and lists are used, as CLDR calls it."""
    messages: NullTranslations
    """The translations; those of the source are none."""
    rtl: bool = False
    """Whether its sentences run from right to left."""

    def gettext(self, message: str, **values: str) -> str:
        """The message in this language, its placeholders filled."""
        return self.pattern(message).format_map(values)

    def pattern(self, message: str) -> str:
        """The message in this language, its placeholders as they are."""
        return self.messages.gettext(message).rpartition(_CONTEXT_END)[2]

    def ngettext(self, one: str, many: str, count: int, **values: str) -> str:
        """The form of the message for `count`; its placeholder `count` is filled with the number."""
        return self.messages.ngettext(one, many, count).format_map({"count": self.number(count), **values})

    def in_words(self, one: str, many: str, count: int, **values: str) -> str:
        """As `ngettext`, with numbers up to twelve as words in English; elsewhere words would have to agree."""
        spelled = _SPELLED[count] if self.locale == _HOUSE and count < len(_SPELLED) else self.number(count)
        return self.messages.ngettext(one, many, count).format_map({"count": spelled, **values})

    def number(self, count: int) -> str:
        """A whole number, with what the language puts between thousands."""
        return _number(count, self.locale)

    def decimal(self, value: float) -> str:
        """A number with at most two places after its point."""
        return str(format_decimal(value, format="#,##0.##", locale=self.locale))

    def percent(self, share: float) -> str:
        """A share from 0 to 1 as a whole percentage; never 100 for less than all, never 0 for something."""
        whole = round(share * 100)
        whole = 99 if whole == 100 and share < 1 else 1 if whole == 0 and share > 0 else whole
        said = _percent(whole, self.locale)
        # Translators: a share that is less than one per cent; {percent} is "1 %".
        return self.gettext("under {percent}", percent=said) if 0 < share < 0.005 else said

    def listed(self, items: Sequence[str]) -> str:
        """`a, b and c`."""
        return format_list(list(items), locale=self.locale)

    def alternatives(self, items: Sequence[str]) -> str:
        """`a, b or c`."""
        return format_list(list(items), style="or", locale=self.locale)

    def isolated(self, name: str) -> str:
        """A name as it stands in a sentence, whatever direction it is written in."""
        return isolated(name, rtl=self.rtl)

    def in_series(self, texts: Iterable[str]) -> str:
        """Texts one after another, with commas alone between them."""
        return self.gettext(", ").join(texts)

    def quoted(self, text: str, most: int = 90) -> str:
        """The text in this language's quotation marks, its own made single; its middle left out beyond `most`.

        Only for sentences about a text. Where the text itself is shown, it keeps its marks.
        """
        outer, inner = _quotation_marks(self)
        return f"{outer[0]}{inset(text, most, inner=inner, rtl=self.rtl)}{outer[1]}"


ENGLISH = Catalogue(language="en", locale=_HOUSE, messages=NullTranslations())


@cache
def catalogue_for(language: str) -> Catalogue:
    """The catalogue of a BCP 47 tag, of its primary language, or English."""
    if not _TAG.fullmatch(language) or _is_english(language):
        return ENGLISH
    primary, *rest = language.split("-")
    # As files are named, so that a tag finds the same one where names of files know no case.
    full = "-".join([primary.lower(), *(_cased(part) for part in rest)])
    for tag in dict.fromkeys((full, primary.lower())):
        source = _source(tag)
        if source is not None:
            locale = next((one for one in map(locale_of, (full, tag)) if tag.startswith(one.language)), _HOUSE)
            return Catalogue(
                language=tag, locale=str(locale), messages=Translations(source), rtl=direction(tag) == "rtl"
            )
    return ENGLISH


@cache
def untranslated_share(language: str) -> float:
    """The share of the messages that the catalogue of a language lacks or marks as doubtful; 1 where it has none."""
    catalogue = catalogue_for(language)
    if catalogue is ENGLISH:
        return 0.0 if _is_english(language) else 1.0
    template = get_data("sitegen", "locales/sitegen.pot")
    assert template is not None
    assert isinstance(catalogue.messages, Translations)
    messages = _messages_of(template)
    return 1 - len(messages & catalogue.messages.translated) / len(messages)


def interface_language(language: str) -> str:
    """The language that pages are written in where the settings ask for `language`: English unless its catalogue is
    whole, for a page in two languages is worse than one in a language that was not asked for."""
    return language if untranslated_share(language) == 0 else ENGLISH.language


def whole_languages() -> tuple[str, ...]:
    """The languages that pages can be written in."""
    return tuple(sorted(tag for tag in ("en", *_TRANSLATED) if untranslated_share(tag) == 0))


def _is_english(language: str) -> bool:
    return bool(_TAG.fullmatch(language)) and language.lower().split("-")[0] == "en"


@cache
def _messages_of(template: bytes) -> frozenset[tuple[str | None, ...]]:
    """All that there is to translate, by context and English."""
    return frozenset((message.context, *message.texts) for message in read_messages(template) if message.texts[0])


def _cased(part: str) -> str:
    """A subtag as BCP 47 recommends: `BR`, `Latn`, `1996`."""
    return part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part.lower()


def _source(tag: str) -> bytes | None:
    try:
        return get_data("sitegen", f"locales/{tag}.po")
    except OSError:
        return None


@lru_cache(maxsize=100)
def _quotation_marks(catalogue: Catalogue) -> tuple[tuple[str, str], tuple[str, str]]:
    """The outer and the inner quotation marks of a language."""
    # Translators: your quotation marks, as they stand around words that are quoted; with spaces where you use them.
    outer = catalogue.messages.gettext("“{text}”").partition("{text}")
    # Translators: your quotation marks inside quotation marks.
    inner = catalogue.messages.gettext("‘{text}’").partition("{text}")
    return (outer[0], outer[2]), (inner[0], inner[2])


@lru_cache(maxsize=10_000)
def _number(count: int, locale: str) -> str:
    return f"{count:,}".replace(",", "\u202f") if locale == _HOUSE else format_decimal(count, locale=locale)


@lru_cache(maxsize=1_000)
def _percent(whole: int, locale: str) -> str:
    return f"{whole}\u202f%" if locale == _HOUSE else format_percent(whole / 100, format=None, locale=locale)
