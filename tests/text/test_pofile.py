"""PO files are read as Babel reads them."""

from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from sitegen.text.pofile import Translations, read_messages
from tests.conftest import REPOSITORY

TRICKY = r"""# A comment.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);\n"

#. For translators.
#: sitegen/a.py
msgid "a \"quoted\" word, a \\ and a line\n"
msgstr "ein „Wort“, \\ \"und\"\teine Zeile\n"

#, fuzzy, python-brace-format
msgid "doubtful"
msgstr "zweifel haft"

#: sitegen/b.py
msgctxt "of a page"
msgid ""
"long "
"message"
msgstr "lange "
"Nachricht"
msgid "one copy"
msgid_plural "{count} copies"
msgstr[0] "eine"
msgstr[1] "mehrere"
msgstr[2] "keine"

msgid "not yet"
msgstr ""

#~ msgid "gone"
#~ msgstr "fort"
"""


@pytest.mark.parametrize("path", sorted((REPOSITORY / "sitegen/locales").glob("*.po*")), ids=lambda path: path.name)
def test_the_catalogues_are_read_as_babel_reads_them(path: Path) -> None:
    """Every message of every language, with its context, its forms and whether it is doubtful."""
    assert_same(path.read_bytes())


def test_a_tricky_file_is_read_as_babel_reads_it() -> None:
    """Escaped signs, long texts, contexts, doubtful and missing translations, what is commented out."""
    assert_same(TRICKY.encode())
    assert len(list(read_messages(TRICKY.encode()))) == 6


def assert_same(source: bytes) -> None:
    several = [
        (
            message.context,
            message.id if isinstance(message.id, tuple) else (message.id,),
            message.string if isinstance(message.string, tuple) else (message.string,),
            message.fuzzy,
        )
        for message in read_po(BytesIO(source))
        if message.id
    ]
    messages = [message for message in read_messages(source) if message.texts[0]]
    assert several
    assert [(one.context, one.texts, one.translations, one.fuzzy) for one in messages] == several


def test_translations_follow_the_rule_of_plurals() -> None:
    """The rule of the file decides, and English where there is no translation, or a doubtful one."""
    translations = Translations(TRICKY.encode())
    forms = [translations.ngettext("one copy", "{count} copies", count) for count in (21, 11, 0)]
    assert forms == ["eine", "mehrere", "keine"]
    assert translations.gettext("of a page\x04long message") == "lange Nachricht"
    assert [translations.gettext(text) for text in ("doubtful", "not yet", "gone")] == ["doubtful", "not yet", "gone"]
    assert [translations.ngettext("a", "b", count) for count in (1, 2)] == ["a", "b"]
