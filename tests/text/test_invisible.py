"""Characters that nobody sees: what they are called, where they are ordinary, when a difference is one of them."""

import pytest

from sitegen.text.catalogues import ENGLISH
from sitegen.text.invisible import is_hidden, label_of, looks_alike, name_of, named, seen, tamed, unseen, visible
from sitegen.text.keys import key_of
from sitegen.text.places import deceiving_places, odd_places
from sitegen.text.tokens import tokenize

ORDINARY = {
    "Arabic with a mark": "بلغ العدد \u200f61 راكبا (Lorne Ferries)\u200f.",
    "Arabic with a letter mark": "الرقم \u061c12-14\u061c في القائمة",
    "Arabic with a closed embedding": "قالت \u202aLorne Ferries\u202c إن الرحلة ألغيت",
    "Hebrew with marks": "הגיעו 61\u200e (מספר סופי)\u200f אל החוף",
    "Hebrew with points": "שָׁלוֹם עַל הַיָּם",
    "Persian with non-joiners": "کشتی می\u200cرود و مسافران نمی\u200cترسند",
    "Urdu": "جہاز واپس لوٹ آیا\u200c ہے",
    "Hindi with joiners": "क्\u200dष और क्\u200cष दोनों लिखे जाते हैं",
    "Sinhala with a joiner": "ශ්\u200dරී ලංකාව",
    "Malayalam chillu by joiner": "അവന്\u200d വന്നു",
    "Thai": "เรือ\u200bข้ามฟาก\u200bกลับเข้าท่า น้ำ",
    "Khmer with spaces of no width": "សាឡាង\u200bត្រឡប់\u200bមក\u200bវិញ",
    "Burmese": "သင်္ဘော\u200bပြန်လာသည်",
    "Mongolian": "ᠮᠣᠩᠭᠣᠯ\u180b ᠪᠢᠴᠢᠭ",
    "Han with a variant": "葛\U000e0100城市",
    "Hangul jamo": "\u1112\u1161\u11ab\u1100\u1173\u11af \u1112\u1160",
    "emoji by joiner": "the crew 👩\u200d🚀 and 👨\u200d👩\u200d👧\u200d👦 and 🏳\ufe0f\u200d🌈",
    "emoji with a skin": "waved 👋🏽 twice, 🤷🏽\u200d♀\ufe0f",
    "emoji style": "a heart ❤\ufe0f, a sun ☀\ufe0e, a key 1\ufe0f\u20e3",
    "a flag by tags": "the flag 🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f flew",
    "flags by letters": "🇩🇪 against 🇫🇷",
    "names pasted with isolates": "thanks to \u2066@harbour\u2069 and \u2068Lorne\u2069",
    "Vietnamese in pieces": "Pha\u0300 quay la\u0323i be\u0302\u0301n",
    "hyphenation": "the steer\u00ading failed",
    "no-break spaces": "61\u00a0people, 10\u202fkm",
    "zero-width space as hint": "lorne.example/\u200bferries",
}
DECEIVING = {
    "an override": "the \u202eevil\u202c plan",
    "an override in Arabic": "قال \u202dabc\u202c ذلك",
    "an embedding never closed": "the fee is \u202b100 and no more",
    "an isolate never closed": "the fee is \u2067100 and no more",
    "tags": "nothing to see\U000e0049\U000e0067\U000e006e here",
    "tags after a flag that is none": "🏴\U000e0041\U000e0042\U000e0043 flew",
    "selectors in a row": "a smile 😊\ufe00\U000e0101\U000e0102\U000e0103",
    "a filler": "the a\u3164b account",
    "a control": "the \x9b31m plan",
    "an anchor": "the \ufff9word\ufffbs",
    "a braille blank": "the\u2800account",
}


@pytest.mark.parametrize("text", ORDINARY.values(), ids=ORDINARY)
def test_ordinary_text_raises_no_notice(text: str) -> None:
    """What a script, an emoji or a browser needs deceives nobody, and our sentences leave it alone."""
    assert deceiving_places(text) == frozenset()
    assert tamed(text) == text


@pytest.mark.parametrize("text", DECEIVING.values(), ids=DECEIVING)
def test_what_hides_or_turns_raises_a_notice(text: str) -> None:
    """Control: the notice fires where it should, and our sentences write the character out."""
    assert deceiving_places(text)
    assert deceiving_places(text) <= odd_places(text)
    assert "‹U+" in tamed(text)


@pytest.mark.parametrize("name", [name for name in ORDINARY if name not in ("hyphenation", "zero-width space as hint")])
def test_what_is_in_its_place_is_not_odd(name: str) -> None:
    """Not even in words that differ for another reason is it pointed at."""
    assert odd_places(ORDINARY[name]) == frozenset()


@pytest.mark.parametrize(
    "text", ["ri\u200bver", "ri\u200dver", "ri\u200cver", "abc\u200f", "x\ufeffy", "a\ufe0fb", "a\u2060b"]
)
def test_what_is_out_of_place_is_odd(text: str) -> None:
    """Control: the same characters in a Latin word have no business there."""
    assert len(odd_places(text)) == 1
    assert deceiving_places(text) == frozenset()


@pytest.mark.parametrize(
    ("char", "label", "name"),
    [
        ("\u200b", "ZWSP", "zero-width space (U+200B)"),
        ("\u202e", "RLO", "right-to-left override (U+202E)"),
        ("\u00a0", "NBSP", "no-break space (U+00A0)"),
        ("\u2009", "U+2009", "thin space (U+2009)"),
        ("\u0430", "Cyrillic", "Cyrillic small letter a (U+0430)"),
        ("\u03bf", "Greek", "Greek small letter omicron (U+03BF)"),
        ("\u0301", "U+0301", "combining acute accent (U+0301)"),
        ("\U000e0041", "TAG A", "tag character “A” (U+E0041)"),
        ("\ufe0f", "VS16", "variation selector-16 (U+FE0F)"),
        ("\x1b", "U+001B", "control character (U+001B)"),
        ("\ufffe", "U+FFFE", "character that is none (U+FFFE)"),
        ("\ud800", "U+D800", "character that is none (U+D800)"),
    ],
)
def test_every_character_has_a_name(char: str, label: str, name: str) -> None:
    """A label for a box, and a name in plain words."""
    assert (label_of(char), name_of(char)) == (label, name)


def test_the_unseen_is_written_out() -> None:
    """By code where a text is shown, by name where it is spoken of."""
    assert visible("ri\u200bver\u202e") == "ri‹U+200B›ver‹U+202E›"
    assert named("ri\u200bver\u202e, a\u200b") == ("zero-width space (U+200B)", "right-to-left override (U+202E)")
    assert named("plain") == ()


@pytest.mark.parametrize(
    ("left", "right", "only_left", "only_right"),
    [
        ("river", "ri\u200bver", "", "\u200b"),
        ("10 km", "10\u00a0km", "", "\u00a0"),
        ("paypal", "p\u0430ypal", "", "\u0430"),
        ("москва", "мoсква", "", "o"),
        ("Ελλάδα", "Eλλάδα", "", "E"),
        ("caf\u00e9", "cafe\u0301", "", "\u0301"),
        ("a\u00adb", "a\u200bb", "\u00ad", "\u200b"),
        ("hid", "hid\U000e0041", "", "\U000e0041"),
        ("❤\ufe0f", "❤", "\ufe0f", ""),
    ],
)
def test_a_difference_that_no_eye_sees_is_found(left: str, right: str, only_left: str, only_right: str) -> None:
    """The two look alike, are compared as equal, and what only one of them has is named."""
    assert looks_alike(left, right)
    assert key_of(left) == key_of(right)
    assert unseen(left, right) == (tuple(only_left), tuple(only_right))
    assert unseen(right, left) == (tuple(only_right), tuple(only_left))


def test_a_difference_to_be_seen_is_none_of_these() -> None:
    """Control: other words, other marks and other whole scripts look different or are."""
    assert not looks_alike("river", "rivers")
    assert not looks_alike("“yes”", '"yes"')
    assert not looks_alike("river", "river")
    assert unseen("“yes”", '"yes"') == ((), ())
    assert seen("сор") == "сор"
    assert key_of("сор") != key_of("cop")
    assert key_of("kΩ") == "kω"
    assert key_of("Тshirtщ") != key_of("Tshirtщ"[:-1])


def test_flags_of_tags_are_different_flags() -> None:
    """Tags say whose flag it is, so they stay in the key; elsewhere they say nothing."""
    scotland = "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"
    wales = "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"
    assert key_of(scotland) != key_of(wales)
    assert key_of("a\U000e0067\U000e0062") == "a"


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("ri\u200bver flows", ["ri\u200bver ", "flows"]),
        ("a \u200b b", ["a \u200b ", "b"]),
        ("x \u202eabc\u202c d", ["x ", "\u202eabc\u202c ", "d"]),
        ("\u200bstart", ["\u200bstart"]),
        ("end\u200b", ["end\u200b"]),
        ("\u200b", ["\u200b"]),
        ("a\u00ad-\u200bb", ["a\u00ad", "-\u200b", "b"]),
        ("x \ufe0f y", ["x \ufe0f ", "y"]),
    ],
)
def test_an_unseen_character_makes_no_token(text: str, tokens: list[str]) -> None:
    """It belongs to the word it stands in; between words to the one before, after a space to the next."""
    assert [token.text for token in tokenize(text)] == tokens


def test_only_what_is_worth_a_remark_is_hidden() -> None:
    """Spaces and accents written apart are too common to speak of."""
    assert [is_hidden(char) for char in "\u200b\u0430\u00a0\u0301"] == [True, True, False, False]


def test_a_quotation_in_our_sentence_turns_nothing() -> None:
    """An override that is quoted is written out; so is a pair that shortening has opened."""
    assert ENGLISH.quoted("the \u202eevil plan") == "“the ‹U+202E›evil plan”"
    long = f"\u2067{'word ' * 20}\u2069{'word ' * 20}"
    assert "\u2067" not in ENGLISH.quoted(long)
