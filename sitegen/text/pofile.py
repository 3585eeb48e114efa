"""Reads PO files: the messages of a catalogue with their translations, and its rule of plurals.

Reads what is in `locales/` a dozen times as fast as Babel, which has to understand comments and places too. Each build
reads all languages, since the style sheet holds words of each.
"""

import re
from collections.abc import Iterator
from gettext import NullTranslations, c2py

from sitegen.frozen import dataclass

_ESCAPED = re.compile(r"\\(.)")
_MEANT = {"n": "\n", "t": "\t", "r": "\r"}
_PLURALS = re.compile(r"plural=([^;]*)")
_CONTEXT_END = "\x04"
"""What gettext puts between the context of a message and the message."""


@dataclass(frozen=True, slots=True)
class PoMessage:
    """A message of a PO file, translated or not."""

    context: str | None
    texts: tuple[str, ...]
    """In English: one form, or one and many."""
    translations: tuple[str, ...]
    """As many as the language has forms; empty texts where it is not translated."""
    fuzzy: bool
    """Whether its translation is doubtful."""


class Translations(NullTranslations):
    """The translations of a PO file; doubtful ones and such as lack a form are left out."""

    def __init__(self, source: bytes) -> None:
        super().__init__()
        self._forms: dict[str, tuple[str, ...]] = {}
        self.translated: set[tuple[str | None, ...]] = set()
        """The messages that there are translations of, by context and English."""
        self._plural = c2py("n != 1")
        for message in read_messages(source):
            if not message.texts[0]:
                rule = _PLURALS.search(message.translations[0])
                self._plural = c2py(rule[1]) if rule else self._plural
            elif all(message.translations) and not message.fuzzy:
                context = "" if message.context is None else f"{message.context}{_CONTEXT_END}"
                self._forms[context + message.texts[0]] = message.translations
                self.translated.add((message.context, *message.texts))

    def gettext(self, message: str) -> str:
        """The translation of a message, or the message."""
        forms = self._forms.get(message)
        return forms[0] if forms else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The form of a translation for a number, or of the message."""
        forms = self._forms.get(msgid1)
        return forms[self._plural(n)] if forms else msgid1 if n == 1 else msgid2


def read_messages(source: bytes) -> Iterator[PoMessage]:
    """The messages of a PO file, its header first, which has no text. What is commented out is left out."""
    fields: dict[str, list[str]] = {}
    lines: list[str] = []
    fuzzy = False
    for line in [*source.decode("utf-8").replace("\r\n", "\n").split("\n"), "#"]:
        if line.startswith('"'):
            lines.append(line[1:-1])
            continue
        if not line.startswith("msgstr") and ("msgstr" in fields or "msgstr[0]" in fields):
            yield _message(fields, fuzzy=fuzzy)
            fields, fuzzy = {}, False
        if line.startswith("msg"):
            keyword, _, text = line.partition(" ")
            lines = fields[keyword] = [text[1:-1]]
        elif line.startswith("#,"):
            fuzzy = "fuzzy" in line


def _message(fields: dict[str, list[str]], *, fuzzy: bool) -> PoMessage:
    texts = {keyword: _unescaped("".join(lines)) for keyword, lines in fields.items()}
    return PoMessage(
        context=texts.get("msgctxt"),
        texts=tuple(texts[keyword] for keyword in ("msgid", "msgid_plural") if keyword in texts),
        translations=tuple(text for keyword, text in texts.items() if keyword.startswith("msgstr")),
        fuzzy=fuzzy,
    )


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: _MEANT.get(found[1], found[1]), text) if "\\" in text else text
