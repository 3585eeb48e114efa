"""The catalogues of the interface: complete, true to their placeholders, and never in the way.

REFRESH_CATALOGUES=1 in the environment writes the template, and into each catalogue what is new in it, untranslated.
"""

import os
import re
import unicodedata
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

from sitegen.changes.kinds import KINDS, Kind
from sitegen.memo import tool_digest
from sitegen.text import catalogues
from sitegen.text.catalogues import ENGLISH, catalogue_for, interface_language, untranslated_share
from tests.conftest import REPOSITORY

PACKAGE = REPOSITORY / "sitegen"
LOCALES = PACKAGE / "locales"
TEMPLATE = LOCALES / "sitegen.pot"
LANGUAGES = ("ar", "de", "es", "fr", "vi")
PLURALS = {"ar": 6, "de": 2, "es": 2, "fr": 2, "vi": 1}
THEME = REPOSITORY / "templates"
KEYWORDS = {
    "gettext": None,
    "pattern": None,
    "ngettext": (1, 2),
    "in_words": (1, 2),
    "marked": None,
    "counted": (1, 2),
    "counted_forms": (1, 2),
    "in_context": ((1, "c"), 2),
}
HEADER = """\
# Sentences of sitegen.
# This file is under the same licence as the package.
#"""
PASSING = re.compile(
    rb'^"(POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Report-Msgid-Bugs-To|Generated-By):.*\n',
    re.M,
)
"""Lines of the head that say when, by whom and with what: the history says that better."""
COUNTS = (0, 1, 2, 3, 11, 100)


def extracted() -> Catalog:
    """Every message of the package, with the modules it stands in and what translators are told."""
    found = Catalog(project="sitegen", header_comment=HEADER, fuzzy=False, charset="utf-8")
    messages = extract_from_dir(
        str(PACKAGE), [("**.py", "python")], keywords=KEYWORDS, comment_tags=["Translators:"], strip_comment_tags=True
    )
    for path, _, message, comments, context in messages:
        if isinstance(message, str) or all(message):
            found.add(message, None, [(f"sitegen/{path}", None)], auto_comments=comments, context=context)
    for template in sorted(THEME.glob("*.html")):
        for _, _, arguments, _ in babel_extract(BytesIO(template.read_bytes()), tuple(KEYWORDS), (), {}):
            # What follows the texts of a call is no message: the number that decides, and what fills it.
            texts = [arguments] if isinstance(arguments, str) else [text for text in arguments if text]
            found.add(tuple(texts) if len(texts) > 1 else texts[0], None, [(f"templates/{template.name}", None)])
    return found


def written(catalog: Catalog, *, sort: bool = False) -> bytes:
    """A catalogue as a file, without what changes from day to day."""
    target = BytesIO()
    write_po(target, catalog, width=110, omit_header=False, include_lineno=False, sort_output=sort)
    return PASSING.sub(b"", target.getvalue().replace(b"sitegen VERSION", b"sitegen"))


def catalog_of(language: str) -> Catalog:
    return read_po(BytesIO((LOCALES / f"{language}.po").read_bytes()), locale=language)


def forms(message: Message) -> tuple[str, ...]:
    return message.string if isinstance(message.string, tuple) else (message.string,)


def sources(message: Message) -> tuple[str, ...]:
    return message.id if isinstance(message.id, tuple) else (message.id,)


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{(\w*)\}", text))


def test_the_template_is_up_to_date() -> None:
    """locales/sitegen.pot holds every message of the code; the refresh hands new ones on to the catalogues."""
    found = extracted()
    if os.environ.get("REFRESH_CATALOGUES"):
        TEMPLATE.write_bytes(written(found))
        for language in LANGUAGES:
            catalog = catalog_of(language)
            catalog.update(found, no_fuzzy_matching=True, update_header_comment=False)
            catalog.obsolete.clear()
            (LOCALES / f"{language}.po").write_bytes(written(catalog))
    assert TEMPLATE.read_bytes().decode() == written(found).decode()


def test_messages_of_each_form_are_found() -> None:
    """Control: a message that is looked up at once, one that is marked and one with a plural are in the template."""
    ids = {message.id for message in extracted() if message.id}
    assert "Word for word the same." in ids
    assert "The figure changed from {left} to {right}." in ids
    assert ("One paragraph is new.", "{count} paragraphs are new.") in ids


def test_every_catalogue_is_tested() -> None:
    """The languages of the tests are those of the package."""
    assert sorted(path.stem for path in LOCALES.glob("*.po")) == sorted(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_is_complete(language: str) -> None:
    """Every message of the template is translated in every form, none is doubtful, and none is there in vain."""
    catalog, template = catalog_of(language), extracted()
    ids = {message.id for message in template if message.id}
    assert {message.id for message in catalog if message.id} == ids
    assert [one.id for one in catalog if one.id and (one.fuzzy or not all(forms(one)))] == []
    assert catalog.num_plurals == PLURALS[language]
    assert [one.id for one in catalog if one.pluralizable and len(forms(one)) != PLURALS[language]] == []


def is_arabic(sentence: str) -> bool:
    """Whether any letter is of the Arabic script."""
    return any(unicodedata.name(letter, "").startswith("ARABIC LETTER") for letter in sentence)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_is_written_in_its_script(language: str) -> None:
    """Eight sentences of four catalogues were once Arabic, and whole as far as any other test can see."""
    sentences = [form for message in catalog_of(language) if message.id for form in forms(message)]
    strange = [form for form in sentences if is_arabic(form)]
    assert strange == [] or language == "ar"
    assert strange or language != "ar", "control: the Arabic one is"


def wrong_placeholders(message: Message) -> list[str]:
    """Forms that name other placeholders than the source. A form for one number may leave the number out."""
    needed = set.intersection(*map(placeholders, sources(message)))
    allowed = set.union(*map(placeholders, sources(message)))
    if message.pluralizable:
        needed, allowed = needed - {"count"}, allowed | {"count"}
    return [form for form in forms(message) if not needed <= placeholders(form) <= allowed]


def same_words(left: Catalog, right: Catalog) -> list[str]:
    """What two catalogues say in the same words, two of three letters or more: one has a sentence of the other."""
    both = [(message, right.get(first_of(message.id), message.context)) for message in left if message.id]
    pairs = [(first_of(ours.string), first_of(theirs.string)) for ours, theirs in both if theirs]
    return [ours for ours, theirs in pairs if ours == theirs and len(own_words(ours)) > 1]


def own_words(text: str) -> list[str]:
    """The words of a message that are no placeholder, no abbreviation and no particle."""
    return [word for word in re.findall(r"[^\W\d_]{3,}", re.sub(r"\{\w+\}", "", text)) if not word.isupper()]


def first_of(forms: Any) -> str:
    """A message, or the first form of one that has several."""
    return forms if isinstance(forms, str) else forms[0]


def test_no_catalogue_has_sentences_of_another() -> None:
    """Three once had German ones, which no test of scripts sees; one that is put in is seen."""
    all_catalogues = {language: read_po(BytesIO((LOCALES / f"{language}.po").read_bytes())) for language in LANGUAGES}
    pairs = [(left, right) for left in LANGUAGES for right in LANGUAGES if left < right]
    shared = {(left, right): same_words(all_catalogues[left], all_catalogues[right]) for left, right in pairs}
    assert {pair: words for pair, words in shared.items() if words} == {}
    german, french = all_catalogues["de"].get("Next page"), all_catalogues["fr"].get("Next page")
    assert german is not None
    assert french is not None
    french.string = german.string
    assert same_words(all_catalogues["de"], all_catalogues["fr"]) == ["Nächste Seite"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_keeps_the_placeholders(language: str) -> None:
    """Each form names what its source names; the form for many names the number."""
    catalog = catalog_of(language)
    assert [form for message in catalog if message.id for form in wrong_placeholders(message)] == []
    many = [one for one in catalog if one.pluralizable and "{count}" in one.id[1]]
    assert many
    assert [one.id for one in many if "{count}" not in forms(one)[-1]] == []


def test_a_wrong_placeholder_is_seen() -> None:
    """Control: a missing, a misspelt and a needless placeholder fail the check."""
    for form in ("nothing", "{left} {rihgt}", "{left} {right} {more}"):
        assert wrong_placeholders(Message("{left} became {right}.", form)) == [form]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_renders(language: str) -> None:
    """For every count each message is filled without an error, in this language and none left over."""
    catalogue = catalogue_for(language)
    assert catalogue.language == language
    for message in extracted():
        if not message.id:
            continue
        names = set.union(*map(placeholders, sources(message)))
        values = {name: f"<{name}>" for name in names - {"count"}}
        if message.pluralizable:
            said = [catalogue.ngettext(*message.id, count, **values) for count in COUNTS]
        else:
            said = [catalogue.gettext(message.id, **values, **({"count": "7"} if "count" in names else {}))]
        assert all(said)
        assert not any("{" in one or "}" in one for one in said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_says_that_it_was_not_proofread(language: str) -> None:
    """Until a native speaker has read a catalogue, its head says so."""
    assert "native speaker has not yet read" in (LOCALES / f"{language}.po").read_text("utf-8").split("msgid", 1)[0]


def test_english_needs_no_catalogue() -> None:
    """English, any English and a language without a catalogue are the messages of the code."""
    for tag in ("en", "en-GB", "ja", "und", "", "../de", "x" * 300):
        assert catalogue_for(tag) is ENGLISH


def test_a_region_falls_back_to_its_language() -> None:
    """`es-MX` reads the Spanish catalogue, and writes numbers as Mexico does."""
    assert catalogue_for("es-MX").gettext("Word for word the same.") == catalogue_for("es").gettext(
        "Word for word the same."
    )
    assert (catalogue_for("es-MX").number(12345), catalogue_for("es").number(12345)) == ("12,345", "12.345")
    assert catalogue_for("de-QQ").language == "de"
    assert (catalogue_for("FR-ca").language, catalogue_for("FR-ca").locale) == ("fr", "fr_CA")


def test_a_message_without_translation_stays_english() -> None:
    """What a catalogue lacks is said in English, in the form that English has for the number."""
    german = catalogue_for("de")
    assert german.gettext("Nobody translated {this}.", this="that") == "Nobody translated that."
    assert german.ngettext("{count} stoat", "{count} stoats", 1) == "1 stoat"
    assert german.ngettext("{count} stoat", "{count} stoats", 1000) == "1.000 stoats"


@pytest.mark.parametrize(
    ("language", "quoted", "share", "listed"),
    [
        ("en", "“a ‘b’ c”", "58\u202f%", "a, b and c"),
        ("de", "„a ‚b‘ c“", "58\u00a0%", "a, b und c"),
        ("fr", "«\u00a0a “b” c\u00a0»", "58\u00a0%", "a, b et c"),
        ("es", "«a “b” c»", "58\u00a0%", "a, b y c"),
        ("vi", "“a ‘b’ c”", "58%", "a, b và c"),
        ("ar", "”\u2068a ’b‘ c\u2069“", "58%", "a وb وc"),
    ],
)
def test_marks_numbers_and_lists_are_those_of_the_language(language: str, quoted: str, share: str, listed: str) -> None:
    """Quotation marks come from the catalogue, percentages and lists from CLDR."""
    catalogue = catalogue_for(language)
    assert catalogue.quoted("a “b” c") == quoted
    assert re.sub("[\u200e\u200f\u061c]", "", catalogue.percent(0.58)) == share
    assert re.sub("[\u200e\u200f\u061c]", "", catalogue.listed(["a", "b", "c"])) == listed


def test_a_share_is_never_rounded_to_all_or_nothing() -> None:
    """Less than all is never 100 %, and something is never 0 %."""
    assert [ENGLISH.percent(share) for share in (1, 0.999, 0.5, 0.004, 0)] == [
        "100\u202f%",
        "99\u202f%",
        "50\u202f%",
        "under 1\u202f%",
        "0\u202f%",
    ]


def test_arabic_has_six_forms() -> None:
    """Nought, one, two, few, many and other take the form that grammar asks for."""
    arabic = catalogue_for("ar")
    said = [arabic.ngettext("{count} figure", "{count} figures", count) for count in (1, 2, 3, 10, 11, 99, 100, 103, 0)]
    few, many, other = "أرقام", "رقمًا", "رقم"
    assert said == [
        "رقم واحد",
        "رقمان",
        *(f"{number} {noun}" for number, noun in ((3, few), (10, few), (11, many), (99, many), (100, other))),
        f"103 {few}",
        f"0 {other}",
    ]


def test_the_cache_knows_the_catalogues(monkeypatch: pytest.MonkeyPatch) -> None:
    """A changed catalogue makes another digest of the tool, so that no cached page keeps the old sentences."""
    read = Path.read_bytes
    before = tool_digest.__wrapped__()
    monkeypatch.setattr(Path, "read_bytes", lambda path: read(path) + (b"\n# x" if path.name == "de.po" else b""))
    assert tool_digest.__wrapped__() != before


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_can_be_counted_and_named(kind: Kind) -> None:
    """The noun, the label and every sentence of a kind of change are in the template."""
    ids = {message.id for message in extracted() if message.id}
    assert {kind.noun, kind.label, *kind.sentences.values()} <= ids


WORDS_OF_A_TEMPLATE = re.compile(r"[A-Za-z]{2,}")
SPOKEN_ATTRIBUTES = re.compile(r'(?:aria-label|title|alt|placeholder|aria-description)="([^"]*)"')


def bare_words(template: str) -> list[str]:
    """Words of a template that stand there in English, in its text or in an attribute that readers are told."""
    # The blocks of a class and of Open Graph's type hold names and no words.
    without_names = re.sub(r"(?s)\{% block \w+_(?:class|type) %\}.*?\{% endblock %\}", " ", template)
    without_code = re.sub(r"(?s)\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", " ", without_names)
    texts = [
        *SPOKEN_ATTRIBUTES.findall(without_code),
        re.sub(r"(?s)<[^>]*>|&\w+;|[\w-]+=\"[^\"]*\"", " ", without_code),
    ]
    return [word for text in texts for word in WORDS_OF_A_TEMPLATE.findall(text)]


@pytest.mark.parametrize("template", sorted(THEME.glob("*.html")), ids=lambda path: path.name)
def test_a_template_has_no_words_of_its_own(template: Path) -> None:
    """Every word of the theme goes through the catalogues: `gettext("...")`, `ngettext("...", "...", count)`."""
    assert [word for word in bare_words(template.read_text("utf-8")) if word != "RLO"] == []


def test_bare_words_are_seen() -> None:
    """Control: a word in the text and one that is spoken are reported; names of elements and of classes are not."""
    page = '<p class="lede" aria-label="About">{{ gettext("Search") }} <b>Newer</b>&nbsp;{# a note #}</p>'
    assert bare_words(page) == ["About", "Newer"]


def with_catalogues(monkeypatch: pytest.MonkeyPatch, change: Callable[[bytes], bytes]) -> None:
    """As if the German catalogue were another."""
    german = change((LOCALES / "de.po").read_bytes())
    monkeypatch.setattr(catalogues, "_source", lambda tag: german if tag == "de" else None)
    for function in (catalogues.catalogue_for, catalogues.untranslated_share):
        function.cache_clear()


def test_a_language_is_whole_or_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalogue that lacks one message, or doubts one, is not used at all: pages are English then."""
    assert interface_language("de") == "de"
    assert [interface_language(tag) for tag in ("ja", "xx", "../de", "")] == ["en"] * 4
    lacking = re.compile(rb'msgid "Show more"\nmsgstr "[^"]*"')
    with monkeypatch.context() as patch:
        with_catalogues(patch, lambda source: lacking.sub(b'msgid "Show more"\nmsgstr ""', source))
        assert 0 < untranslated_share("de") < 0.01
        assert interface_language("de") == "en"
        with_catalogues(patch, lambda source: lacking.sub(lambda found: b"#, fuzzy\n" + found[0], source))
        assert interface_language("de") == "en"
    for function in (catalogues.catalogue_for, catalogues.untranslated_share):
        function.cache_clear()
