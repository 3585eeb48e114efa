"""Each kind of change has its own sentence, and no sentence escapes the catalogues."""

import re
from gettext import NullTranslations
from typing import get_args

import pytest
import regex

from sitegen.compare import compare_pair
from sitegen.compare.sentences import Side, say, say_place, say_shift
from sitegen.compare.typography import say_typography
from sitegen.config import Comparing
from sitegen.model import Article, Block, Change, ChangeKind
from sitegen.text.catalogues import ENGLISH, Catalogue, catalogue_for
from sitegen.text.quoting import FIRST_STRONG, POP, shortened_inside, trimmed, without_isolates

PLACES = ("move", "split", "merge")


class Pseudo(NullTranslations):
    """Translates every message into dots between brackets, so that what was not translated is seen."""

    def gettext(self, message: str) -> str:
        return "⟦" + re.sub(r"(\{\w+\})|[A-Za-z]", lambda found: found[1] or "·", message) + "⟧"

    def ngettext(self, one: str, many: str, count: int) -> str:
        return self.gettext(one if count == 1 else many)


PSEUDO = Catalogue(language="en-XA", locale="el", messages=Pseudo())


def escapes(said: str) -> bool:
    """Whether something in a sentence was not translated: letters of English, or words outside the brackets."""
    said = re.sub(r" \(U\+[0-9A-F]+\)", "", said)
    while (inner := re.sub("⟦[^⟦⟧]*⟧", "", said)) != said:
        if re.search("[A-Za-z]", said):
            return True
        said = inner
    return bool(said.strip())


def article(name: str, *paragraphs: str, language: str = "en") -> Article:
    blocks = tuple(
        Block(id=f"b{at}", kind="paragraph", text=text, line=at) for at, text in enumerate(paragraphs, start=1)
    )
    return Article(id=name, path=name, title=name, language=language, blocks=blocks, digest="", size=0)


def changes(left: str | list[str], right: str | list[str], catalogue: Catalogue = ENGLISH) -> tuple[Change, ...]:
    texts = [one if isinstance(one, list) else [one] for one in (left, right)]
    return compare_pair(
        article("left", *texts[0]), article("right", *texts[1]), Comparing(), catalogue=catalogue
    ).changes


def side(text: str, paragraph: int | None = None) -> Side:
    return Side(text=text, words=len(text.split()), paragraph=paragraph)


SENTENCES: tuple[tuple[ChangeKind, str, str, str], ...] = (
    ("figure", "26", "62", "The figure changed from “26” to “62”."),
    ("date", "on Monday", "on Tuesday", "The date changed from “on Monday” to “on Tuesday”."),
    ("name", "Holm", "Selby", "The name changed from “Holm” to “Selby”."),
    ("attribution", "said", "claimed", "The attribution changed from “said” to “claimed”."),
    ("attribution", "police said", "", "The attribution “police said” is gone."),
    ("quotation", "frightening", "terrifying", "Inside quotation marks, “frightening” became “terrifying”."),
    ("quotation", "really", "", "Inside quotation marks, “really” is gone."),
    ("quotation", "“the sea”", "the sea", "“‘the sea’” lost its quotation marks."),
    ("quotation", "the sea", "“the sea”", "“‘the sea’” was put in quotation marks."),
    ("quotation", "“a sea”", "some land", "“‘a sea’” became “some land”, no longer in quotation marks."),
    ("quotation", "some land", "“a sea”", "“some land” became “‘a sea’”, now in quotation marks."),
    ("hedge", "may", "will", "The claim changed from “may” to “will”."),
    ("hedge", "allegedly", "", "“allegedly” is gone, which changes the claim."),
    ("hedge", "", "about", "“about” was added, which changes the claim."),
    ("format", "US$2,000", "$2,000", "“US$2,000” became “$2,000”: the same figure, written another way."),
    ("spelling", "harbour", "harbor", "“harbour” became “harbor”: another spelling."),
    ("case", "the President", "the president", "“the President” became “the president”: other capitals."),
    ("punctuation", ",", "", "Punctuation is gone: comma."),
    ("punctuation", "", ": “", "Punctuation was added: colon and quotation mark."),
    ("punctuation", ".", "!", "Punctuation: full stop became exclamation mark."),
    ("wording", "vessel", "ferry", "“vessel” became “ferry”."),
    ("cut", ", the harbour office said", "", "“the harbour office said” is gone."),
    ("addition", "…", ", for the most part,", "“for the most part” was added."),
    ("cut", "the old stone tower", "the tower", "“the old stone tower” was cut to “the tower”."),
    ("addition", "the tower", "the old stone tower", "“the tower” was extended to “the old stone tower”."),
    ("cut", "Yes.", "", "“Yes.” is gone."),
    ("wording", "No.", "Yes.", "“No.” became “Yes.”"),
    ("quotation", "”", "", "Punctuation is gone: quotation mark."),
)


@pytest.mark.parametrize(("kind", "left", "right", "sentence"), SENTENCES)
def test_a_kind_has_its_own_sentence(kind: ChangeKind, left: str, right: str, sentence: str) -> None:
    """What stands on either side is said in the words of its kind, without the marks around it."""
    assert say(kind, side(left), side(right), ENGLISH) == sentence


MARKS = {"en": "“”", "es": "«»", "fr": "«»", "de": "„“", "ar": "«»", "vi": "“”", "straight": '""'}
SPEECHES = {
    "en": ("The owner said that {}we hold too few boats and know not when the help comes to the pier{}.", "we", "they"),
    "es": ("La dueña dijo que {}nos faltan barcos y no se sabe cuándo llega la ayuda al muelle{}.", "nos", "les"),
    "fr": ("La patronne dit que {}nous perdons des barques et que personne ne vient au port{}.", "nous", "ils"),
    "de": ("Die Chefin sagt, {}wir haben kaum Boote und keiner weiß, wann Hilfe zur Mole kommt{}.", "wir", "sie"),
    "ar": ("وأضاف أنه {}نملك القوارب الكافية ونعرف متى تصل المساعدات إلى الميناء{} الآن.", "نملك", "يملك"),
    "vi": ("Bà chủ nói rằng {}chúng tôi có ít thuyền và không rõ khi nào cứu trợ đến bến{}.", "tôi", "họ"),
}


@pytest.mark.parametrize("language", SPEECHES)
@pytest.mark.parametrize("straight", [False, True])
def test_a_quotation_that_became_a_paraphrase_is_told_so(language: str, straight: bool) -> None:
    """In every language and with any marks, both ways: what is not quoted is not said to be inside quotation marks."""
    text, word, other = SPEECHES[language]
    left = text.format(*MARKS["straight" if straight else language])
    right = text.format("", "").replace(word, other, 1)
    articles = (article("a", left, language=language), article("b", right, language=language))
    for one, two, end in ((*articles, "no longer in"), (*reversed(articles), "now in")):
        told = [without_isolates(change.sentence) for change in compare_pair(one, two, Comparing()).changes]
        assert any(sentence.endswith(f", {end} quotation marks.") for sentence in told), told
        assert not any(sentence.startswith("Inside") for sentence in told), told


def test_what_differs_beside_the_kind_is_said() -> None:
    """An edit of two kinds is told by the more consequential one, and the other is named."""
    (change,) = changes("The mayor said Tuesday that it sank.", "The mayor claimed Wednesday that it sank.")
    assert change.kind == "attribution"
    assert change.sentence == (
        "The attribution changed from “said Tuesday” to “claimed Wednesday”. The date differs too."
    )
    (change,) = changes("The mayor said 14 sheep burned.", "The mayor denied 40 sheep burned.")
    assert change.sentence == "The figure changed from “said 14” to “denied 40”. The attribution differs too."
    (change,) = changes("The mayor said so of it.", "The mayor claimed so of it.")
    assert change.sentence == "The attribution changed from “said” to “claimed”."


def test_no_sentence_stops_twice() -> None:
    """A text that ends with a full stop ends the sentence that quotes it last; an ellipsis does not."""
    assert say("cut", side("Yes.", 0), side(""), ENGLISH) == "Paragraph 1 is gone: “Yes.”"
    assert say("wording", side("now"), side("…"), ENGLISH) == "“now” became “…”."


def test_many_words_are_counted_and_their_ends_quoted() -> None:
    """A reader is told where a long passage begins and ends, not the whole of it."""
    long = "the harbour office at Holm had closed the sea wall for the whole of the winter after the great storm"
    said = say("cut", side(long), side(""), ENGLISH)
    assert said == "“the harbour office at Holm … winter after the great storm” (20 words) is gone."
    said = say("date", side(f"{long} of Monday"), side("on Tuesday"), ENGLISH)
    assert said.endswith("became “on Tuesday”, with another date.")


def test_what_is_shortened_to_the_same_is_not_said_to_be_the_same() -> None:
    """Long texts that differ in their middle are told as worded another way; marks of one name as another form."""
    ends = ("the harbour office at Holm had closed the", "of the winter after the great storm at sea")
    said = say("wording", *(side(f"{ends[0]} {middle} {ends[1]}") for middle in ("wall", "road")), ENGLISH)
    assert said == "“the harbour office at Holm … after the great storm at sea” (18 words) is worded another way."
    assert say("punctuation", side("("), side("["), ENGLISH) == "Punctuation of another form: bracket."


def test_whole_paragraphs_are_said_as_paragraphs() -> None:
    """A paragraph is told by its number, with its words where they are few and their number where they are many."""
    long = "The harbour office at Holm closed the sea wall for the whole of the winter after the storm."
    assert say("cut", side(long, 3), side(""), ENGLISH) == "Paragraph 4 is gone: 18 words."
    assert say("addition", side(""), side("Read more", 0), ENGLISH) == "Paragraph 1 is new: “Read more”."
    found = changes([long, "A second paragraph stays."], ["A second paragraph stays."])
    assert [change.sentence for change in found] == ["Paragraph 1 is gone: 18 words."]


def test_one_word_is_not_words() -> None:
    """Counts agree with their nouns."""
    word = "x" * 70
    assert say("cut", side(word, 0), side(""), ENGLISH) == "Paragraph 1 is gone: 1 word."
    assert "(1 word)" in say("cut", side(word), side(""), ENGLISH)


def test_places_are_told_with_the_edits_inside() -> None:
    """A move says which way and how much differs inside; a split and a merge which paragraphs."""
    assert say_place("move", (5,), (1,), ENGLISH, whole=True) == "Paragraph 6 moved up to 2."
    assert say_place("move", (1,), (5,), ENGLISH, whole=True, edits=1) == "Paragraph 2 moved down to 6, with one edit."
    assert say_place("move", (1,), (1,), ENGLISH, whole=False, edits=2) == (
        "A sentence moved inside paragraph 2, with 2 edits."
    )
    assert say_place("move", (1,), (4,), ENGLISH, whole=False) == "A sentence moved from paragraph 2 to 5."
    assert say_place("split", (3,), (3, 4, 5), ENGLISH, whole=True) == "Paragraph 4 was split into 3 parts."
    assert say_place("merge", (3, 4), (3,), ENGLISH, whole=True) == "Paragraphs 4 and 5 became one."
    assert say_place("merge", (3, 4, 5), (3,), ENGLISH, whole=True) == "Paragraphs 4 to 6 became one."


@pytest.mark.parametrize(
    ("left", "right", "sentence"),
    [
        ('"', "“", "A straight quotation mark became a curly one."),
        ('"yes"', "“yes”", "Straight quotation marks became curly ones."),
        ("“yes”", '"yes"', "Curly quotation marks became straight ones."),
        ("“yes”", "«yes»", "Quotation marks are of another style."),
        ("office's", "office’s", "A straight apostrophe became a curly one."),
        ("office’s", "office's", "A curly apostrophe became a straight one."),
        ("–", "—", "Another dash: short dash became long dash."),
        ("-", "–", "Another dash: hyphen became short dash."),
        ("so ...", "so …", "Three full stops became one ellipsis character."),
        ("har\u00adbour", "harbour", "Unseen in “harbour”, and gone: soft hyphen (U+00AD)."),
        ("harbour", "har\u200bbour", "Unseen in “harbour”, and added: zero-width space (U+200B)."),
        ("40\u00a0km", "40 km", "Unseen in “40 km”, and gone: no-break space (U+00A0)."),
        ("ｆｅｒｒｙ", "ferry", "“ｆｅｒｒｙ” became “ferry”: other typography."),
    ],
)
def test_what_differs_in_typography_is_named(left: str, right: str, sentence: str) -> None:
    """The sort of sign is said, not the words that are the same on both sides."""
    assert say_typography(left, right, ENGLISH) == sentence


def test_two_sorts_of_signs_are_two_sentences() -> None:
    """Marks and dashes that differ together are both told."""
    assert say_typography('"now" – he', "“now” — he", ENGLISH) == (
        "Straight quotation marks became curly ones. Another dash: short dash became long dash."
    )


def test_marks_never_stand_within_marks() -> None:
    """Double marks of a text become those that a language puts inside its own; spaces tell which of them open."""
    assert ENGLISH.quoted('He said "go", and “now”') == "“He said ‘go’, and ‘now’”"
    assert catalogue_for("de").quoted("Er rief „jetzt“ und “los”") == "„Er rief ‚jetzt‘ und ‚los‘“"
    assert catalogue_for("fr").quoted("dit « non » encore") == "«\u00a0dit “ non ” encore\u00a0»"


@pytest.mark.parametrize(
    "text",
    ["👨‍👩‍👧‍👦" * 60, "e\u0301" * 90, "ก็" * 90, "한글" * 60, "क्षि" * 60, "🇻🇳" * 60],
)
def test_no_quotation_is_cut_inside_a_character(text: str) -> None:
    """What is left of a shortened text is whole grapheme clusters of it."""
    clusters = set(regex.findall(r"\X", text))
    short = shortened_inside(text, 40)
    assert len(short) < len(text)
    assert {one for one in regex.findall(r"\X", short) if one not in "  … "} <= clusters


def test_a_heap_of_marks_does_not_fill_a_sentence() -> None:
    """A letter under a thousand accents is left out where a text is shortened."""
    assert len(shortened_inside("z" + "\u0301" * 5000 + " and so on" * 20, 40)) < 60


def test_a_text_of_the_other_direction_is_isolated() -> None:
    """Arabic inside an English sentence stands between isolates, so that it turns around nothing beside it."""
    said = say("wording", side("قال"), side("زعم"), ENGLISH)
    assert said == f"“{FIRST_STRONG}قال{POP}” became “{FIRST_STRONG}زعم{POP}”."
    assert FIRST_STRONG not in say("wording", side("said"), side("claimed"), ENGLISH)
    assert FIRST_STRONG in say("wording", side("said"), side("claimed"), catalogue_for("ar"))
    assert without_isolates(said) == "“قال” became “زعم”."


def test_a_quoted_text_cannot_break_out() -> None:
    """Isolates and overrides of a text do not reach the sentence that quotes it: ours stay in balance."""
    said = say("wording", side("قال\u2069\u202e evil"), side("زعم\u2066"), ENGLISH)
    assert (said.count(FIRST_STRONG), said.count(POP)) == (2, 2)
    assert not set("\u2066\u202e") & set(said)


def test_marks_at_the_ends_are_trimmed() -> None:
    """What belongs to the words around a change is not quoted with it; an abbreviation keeps its stop."""
    assert trimmed(", he said. “") == "he said."
    assert trimmed(". The office closed the wall.") == "The office closed the wall"
    assert trimmed("U.S.") == "U.S."
    assert trimmed("—") == "—"


def test_no_sentence_escapes_translation() -> None:
    """Every kind, with both sides, with the left alone and with the right alone, is said by the catalogue."""
    greek, other, long = "μία λέξη", "άλλη", "μια μεγάλη πρόταση με πολλές λέξεις που δεν χωρά " * 2
    for kind in get_args(ChangeKind):
        if kind in PLACES:
            continue
        for left, right in ((greek, other), (greek, ""), ("", greek), (long, other), (",", "."), (",", ""), ("", "–")):
            assert not escapes(say(kind, side(left), side(right), PSEUDO)), (kind, left, right)
        for left, right in (("“μία”", "άλλη"), ("άλλη", "“μία”"), ("“μία”", "μία"), ("μία", "“μία”")):
            assert not escapes(say(kind, side(left), side(right), PSEUDO)), (kind, left, right)
        for whole in (side(greek, 1), side(long, 1)):
            assert not escapes(say(kind, whole, side(""), PSEUDO))
            assert not escapes(say(kind, side(""), whole, PSEUDO))
        for two in (greek, other):
            assert not escapes(say_shift(kind, side(greek), side(two), PSEUDO))
        for quoted in ((True, False), (False, True), (False, False)):
            sides = (side(text)._replace(quoted=one) for text, one in zip((greek, other), quoted, strict=True))
            assert not escapes(say(kind, *sides, PSEUDO, also=("figure", "attribution", "date", "name", "hedge")))
        for one, two in (
            (side(greek)._replace(quoted=False), side("")),
            (side(""), side(greek)._replace(quoted=False)),
        ):
            assert not escapes(say(kind, one, two, PSEUDO))
    for kind, left, right, whole in (
        ("move", (5,), (1,), True),
        ("move", (1,), (5,), True),
        ("move", (1,), (1,), False),
        ("move", (1,), (2,), False),
        ("split", (1,), (1, 2), True),
        ("merge", (1, 2), (1,), True),
        ("merge", (1, 2, 3), (1,), True),
    ):
        for edits in (0, 1, 2):
            assert not escapes(say_place(kind, left, right, PSEUDO, whole=whole, edits=edits))


def test_no_sentence_of_typography_escapes_translation() -> None:
    """So is every difference of signs, the unseen ones by name."""
    for left, right in (
        ('"ναι"', "“ναι”"),
        ("“ναι”", '"ναι"'),
        ("“ναι”", "«ναι»"),
        ("τ'άλλο", "τ’άλλο"),
        ("τ’άλλο", "τ'άλλο"),
        ("τ’άλλο", "τʼάλλο"),
        ("–", "—"),
        ("...", "…"),
        ("…", "..."),
        *((f"να{char}ι", "ναι") for char in "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u00a0\u202f\u2009"),
        ("ναι", "να\u00adι"),
        ("να\u200bι", "να\u00adι"),
        ("ﾅｲ", "ナイ"),
        ("ναι", "ναι"),
    ):
        said = say_typography(left, right, PSEUDO)
        assert not escapes(said), (left, right)


def test_a_comparison_is_said_by_its_catalogue() -> None:
    """The language of the sentences is that of the catalogue a comparison was given, and only they depend on it."""
    left = ["The “first” ferry left at 9 on Monday, police said.", "A lamp was lit.", "It rained all of the day."]
    right = ['The "first" ferry left at 10 on Monday, police claimed.', "It rained all of the night."]
    english, pseudo = changes(left, right), changes(left, right, PSEUDO)
    assert len(english) > 3
    assert [(one.id, one.kind, one.left) for one in english] == [(one.id, one.kind, one.left) for one in pseudo]
    assert all(one.sentence[0] == "⟦" and one.sentence[-1] == "⟧" for one in pseudo)


def test_what_escapes_is_seen() -> None:
    """Control: an English sentence, a sentence beside the brackets and a word inside them fail the check."""
    assert escapes(say("wording", side("μία"), side("άλλη"), ENGLISH))
    assert escapes("⟦···⟧ και")
    assert escapes("⟦··· comma⟧")
    assert not escapes("⟦“⟦“·”⟧” ···.⟧ ⟦··.⟧")
