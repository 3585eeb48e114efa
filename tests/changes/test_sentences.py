"""Each kind of change has its own sentence, and no sentence escapes the catalogues."""

import re
from gettext import NullTranslations
from itertools import product
from typing import get_args

import pytest
import regex

from sitegen.changes.kinds import BY_NAME
from sitegen.changes.sentences import Quoted, say, say_paragraph, say_place
from sitegen.changes.typography import say_typography
from sitegen.comparing import compare_articles
from sitegen.config import Comparing
from sitegen.model import SURE, Article, Block, Change, ChangeKind, Verdict
from sitegen.text import quoting
from sitegen.text.catalogues import ENGLISH, Catalogue, catalogue_for
from sitegen.text.clusters import CLUSTER
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
        Block(id=f"b{at}", role="paragraph", text=text, line=at) for at, text in enumerate(paragraphs, start=1)
    )
    return Article(id=name, path=name, title=name, language=language, blocks=blocks, digest="", size=0)


def changes(left: str | list[str], right: str | list[str], catalogue: Catalogue = ENGLISH) -> tuple[Change, ...]:
    texts = [one if isinstance(one, list) else [one] for one in (left, right)]
    return compare_articles(
        article("left", *texts[0]), article("right", *texts[1]), Comparing(), catalogue=catalogue
    ).changes


def quoted(text: str) -> Quoted:
    return Quoted(text, len(text.split()))


SENTENCES: tuple[tuple[ChangeKind, Verdict, str, str, str, str], ...] = (
    ("figure", "changed", "", "26", "62", "The figure changed from “26” to “62”."),
    ("figure", "rounded", "", "26", "about 30", "The figure “26” became “about 30”: stated with another precision."),
    ("figure", "converted", "", "10 km", "6.2 miles", "The figure “10 km” was converted to “6.2 miles”."),
    ("figure", "withheld", "", "26 sheep", "", "The figure “26 sheep” is gone."),
    ("figure", "changed", "order", "2-1", "1-2", "The figures changed places: “2-1” became “1-2”."),
    ("date", "changed", "", "on Monday", "on Tuesday", "The date changed from “on Monday” to “on Tuesday”."),
    ("date", "unclear", "", "yesterday", "3 March",
     "The date “yesterday” is given as “3 March”; whether it is the same day cannot be told."),
    ("name", "changed", "", "Holm", "Selby", "The name changed from “Holm” to “Selby”."),
    ("attribution", "changed", "", "said", "claimed", "The attribution changed from “said” to “claimed”."),
    ("attribution", "withheld", "", "police said", "", "The attribution “police said” is gone."),
    ("quotation", "changed", "", "frightening", "terrifying",
     "Inside quotation marks, “frightening” became “terrifying”."),
    ("quotation", "withheld", "", "really", "", "Inside quotation marks, “really” is gone."),
    ("quotation", "withheld", "marks gone", "“the sea”", "the sea", "“‘the sea’” lost its quotation marks."),
    ("quotation", "given", "marks new", "the sea", "“the sea”", "“‘the sea’” was put in quotation marks."),
    ("quotation", "withheld", "freed", "“a sea”", "some land",
     "“‘a sea’” became “some land”, no longer in quotation marks."),
    ("quotation", "given", "caught", "some land", "“a sea”", "“some land” became “‘a sea’”, now in quotation marks."),
    ("hedge", "changed", "", "may", "will", "The claim changed from “may” to “will”."),
    ("hedge", "withheld", "", "allegedly", "", "“allegedly” is gone, which changes the claim."),
    ("hedge", "given", "", "", "about", "“about” was added, which changes the claim."),
    ("negation", "given", "", "", "not", "A negation was put in: “not”."),
    ("negation", "withheld", "", "never", "", "A negation was taken out: “never”."),
    ("negation", "changed", "", "legal", "illegal", "“legal” became its opposite, “illegal”."),
    ("role", "changed", "", "Ada met Ida", "Ida met Ada",
     "“Ada met Ida” became “Ida met Ada”: the two changed places."),
    ("role", "changed", "speaker", "Ada:", "Ida:",
     "The words were given to another speaker: “Ada” became “Ida”."),
    ("correction", "given", "", "", "It was 40.", "A notice of correction or update was added: “It was 40.”"),
    ("label", "changed", "", "12.", "13.", "The label “12.” became “13.”"),
    ("label", "changed", "renumbered", "21–49", "22–50", "The entries “21–49” are now numbered “22–50”."),
    ("order", "moved", "", "a b", "b a", "The same entries are in another order."),
    ("order", "moved", "reversed", "a b c", "c b a", "The same entries are in reverse order."),
    ("format", "same-value", "", "US$2,000", "$2,000",
     "“US$2,000” became “$2,000”: the same value, written another way."),
    ("spelling", "same-value", "", "harbour", "harbor", "“harbour” became “harbor”: another spelling."),
    ("case", "same-value", "", "the President", "the president",
     "“the President” became “the president”: other capitals."),
    ("punctuation", "withheld", "", ",", "", "Punctuation is gone: comma."),
    ("punctuation", "given", "", "", ": “", "Punctuation was added: colon and quotation mark."),
    ("punctuation", "same-value", "", ".", "!", "Punctuation: full stop became exclamation mark."),
    ("wording", "reworded", "", "vessel", "ferry", "“vessel” became “ferry”."),
    ("cut", "withheld", "", ", the harbour office said", "", "“the harbour office said” is gone."),
    ("cut", "withheld", "here", "the harbour office said", "",
     "“the harbour office said” is gone here; the words are elsewhere in the other copy."),
    ("addition", "given", "", "…", ", for the most part,", "“for the most part” was added."),
    ("cut", "withheld", "both", "the old stone tower", "the tower", "“the old stone tower” was cut to “the tower”."),
    ("addition", "given", "both", "the tower", "the old stone tower",
     "“the tower” was extended to “the old stone tower”."),
    ("cut", "withheld", "", "Yes.", "", "“Yes.” is gone."),
    ("wording", "reworded", "", "No.", "Yes.", "“No.” became “Yes.”"),
)  # fmt: skip


@pytest.mark.parametrize(("kind", "verdict", "aspect", "left", "right", "sentence"), SENTENCES)
def test_a_kind_has_its_own_sentence(
    kind: ChangeKind, verdict: Verdict, aspect: str, left: str, right: str, sentence: str
) -> None:
    """What stands on either side is said in the words of its kind, without the marks around it."""
    assert say(kind, verdict, quoted(left), quoted(right), ENGLISH, aspect=aspect) == sentence


def test_a_finding_that_is_not_sure_is_said_as_a_difference() -> None:
    """Below the bound a consequential kind says nothing but that the two differ here; another kind says what it is."""
    pair = (quoted("26"), quoted("62"))
    assert say("figure", "changed", *pair, ENGLISH, confidence=SURE - 0.01) == "“26” and “62” differ here."
    assert say("figure", "given", quoted(""), quoted("62"), ENGLISH, confidence=0.5) == "Only one copy has “62” here."
    assert say("figure", "changed", *pair, ENGLISH, confidence=SURE) == "The figure changed from “26” to “62”."
    assert say("wording", "reworded", *pair, ENGLISH, confidence=0.5) == "“26” became “62”."


def test_words_that_moved_are_quoted_as_both_print_them() -> None:
    """Once where they are the same but for capitals, without the marks that moved with them."""
    said = say("move", "moved", quoted("Yesterday, "), quoted(", yesterday"), ENGLISH, aspect="shift", shifted=True)
    assert said == "“yesterday” moved inside the sentence."
    said = say("move", "moved", quoted("alleged"), quoted("allegedly"), ENGLISH, aspect="shift", shifted=True)
    assert said == "“alleged”, now “allegedly”, moved inside the sentence."


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
        told = [without_isolates(change.sentence) for change in compare_articles(one, two, Comparing()).changes]
        assert any(sentence.endswith(f", {end} quotation marks.") for sentence in told), told
        assert not any(sentence.startswith("Inside") for sentence in told), told


def test_an_edit_of_two_kinds_is_told_as_two_findings() -> None:
    """Each quotes its own words alone."""
    found = changes("The mayor said Tuesday that it sank.", "The mayor claimed Wednesday that it sank.")
    assert [change.sentence for change in found] == [
        "The attribution changed from “said” to “claimed”.",
        "The date changed from “Tuesday” to “Wednesday”.",
    ]
    found = changes("The mayor said 14 sheep burned.", "The mayor denied 40 sheep burned.")
    assert [change.sentence for change in found] == [
        "The attribution changed from “said” to “denied”.",
        "The figure changed from “14” to “40”.",
    ]
    (change,) = changes("The mayor said so of it.", "The mayor claimed so of it.")
    assert change.sentence == "The attribution changed from “said” to “claimed”."


def test_no_sentence_stops_twice() -> None:
    """A text that ends with a full stop ends the sentence that quotes it last; an ellipsis does not."""
    assert say_paragraph("cut", 0, quoted("Yes."), ENGLISH, "", "") == "Paragraph 1 is gone: “Yes.”"
    assert say("wording", "reworded", quoted("now"), quoted("…"), ENGLISH) == "“now” became “…”."


def test_many_words_are_counted_and_their_ends_quoted() -> None:
    """A reader is told where a long passage begins and ends, not the whole of it."""
    long = "the harbour office at Holm had closed the sea wall for the whole of the winter after the great storm"
    said = say("cut", "withheld", quoted(long), quoted(""), ENGLISH)
    assert said == "“the harbour office at Holm … winter after the great storm” (20 words) is gone."
    said = say("date", "changed", quoted(f"{long} of Monday"), quoted("on Tuesday"), ENGLISH)
    assert said.endswith("great storm of Monday” (22 words) to “on Tuesday”.")


def test_what_is_shortened_to_the_same_is_not_said_to_be_the_same() -> None:
    """Long texts that differ in their middle are told as worded another way; marks of one name as another form."""
    ends = ("the harbour office at Holm had closed the", "of the winter after the great storm at sea")
    said = say(
        "wording", "reworded", *(quoted(f"{ends[0]} {middle} {ends[1]}") for middle in ("wall", "road")), ENGLISH
    )
    assert said == "“the harbour office at Holm … after the great storm at sea” (18 words) is worded another way."
    assert (
        say("punctuation", "same-value", quoted("("), quoted("["), ENGLISH) == "Punctuation of another form: bracket."
    )


def test_whole_paragraphs_are_said_as_paragraphs() -> None:
    """A paragraph is told by its number, whose words it holds, and its words: all where they are few, else the ends."""
    long = "The harbour office at Holm closed the sea wall for the whole of the winter after the storm."
    text = "“The harbour office at Holm … of the winter after the storm” (18 words)"
    assert say_paragraph("cut", 3, quoted(long), ENGLISH, "", "") == f"Paragraph 4 is gone: {text}."
    assert say_paragraph("addition", 0, quoted("Read more"), ENGLISH, "", "") == "Paragraph 1 is new: “Read more”."
    said = say_paragraph("cut", 3, quoted(long), ENGLISH, "said", "Ada Brandt")
    assert said == f"Paragraph 4 is gone, words of Ada Brandt: {text}."
    said = say_paragraph("addition", 3, quoted(long), ENGLISH, "denied", "the operator")
    assert said == f"Paragraph 4 is new, a denial by the operator: {text}."
    said = say_paragraph("cut", 3, quoted(long), ENGLISH, "here", "")
    assert said == f"Paragraph 4 is gone; its words are elsewhere in the other copy: {text}."
    found = changes([long, "A second paragraph stays."], ["A second paragraph stays."])
    assert [change.sentence for change in found] == [f"Paragraph 1 is gone: {text}."]


def test_a_paragraph_of_speech_is_told_with_its_speaker() -> None:
    """Who speaks is read beside the verb of saying; a denial is called one."""
    stays = "The council met in the old hall for most of that evening."
    for verb, said in (("said", "attributed to Ada Brandt"), ("denied", "a denial by Ada Brandt")):
        gone = f"In the evening Ada Brandt {verb} that the sluice had been left open by the crew."
        (change,) = changes([gone, stays], [stays])
        assert change.sentence.startswith(f"Paragraph 1 is gone, {said}: “In the evening Ada Brandt")


def test_one_word_is_not_words() -> None:
    """Counts agree with their nouns."""
    word = "x" * 70
    assert "(1 word)" in say_paragraph("cut", 0, quoted(word), ENGLISH, "", "")
    assert "(1 word)" in say("cut", "withheld", quoted(word), quoted(""), ENGLISH)


def test_places_are_told_with_the_edits_inside() -> None:
    """A move says which way and how much differs inside; a split and a merge which paragraphs."""
    assert say_place("move", (5,), (1,), ENGLISH, whole=True) == "Paragraph 6 moved up to 2."
    assert say_place("move", (1,), (5,), ENGLISH, whole=True, edits=1) == "Paragraph 2 moved down to 6, with one edit."
    assert say_place("move", (5,), (5,), ENGLISH, whole=True, edits=3) == (
        "Paragraph 6 changed places with others, with 3 edits."
    )
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
    said = say("wording", "reworded", quoted("قال"), quoted("زعم"), ENGLISH)
    assert said == f"“{FIRST_STRONG}قال{POP}” became “{FIRST_STRONG}زعم{POP}”."
    assert FIRST_STRONG not in say("wording", "reworded", quoted("said"), quoted("claimed"), ENGLISH)
    assert FIRST_STRONG in say("wording", "reworded", quoted("said"), quoted("claimed"), catalogue_for("ar"))
    assert without_isolates(said) == "“قال” became “زعم”."


def test_a_quoted_text_cannot_break_out() -> None:
    """Isolates and overrides of a text do not reach the sentence that quotes it: ours stay in balance."""
    said = say("wording", "reworded", quoted("قال\u2069\u202e evil"), quoted("زعم\u2066"), ENGLISH)
    assert (said.count(FIRST_STRONG), said.count(POP)) == (2, 2)
    assert not set("\u2066\u202e") & set(said)


def test_marks_at_the_ends_are_trimmed() -> None:
    """What belongs to the words around a change is not quoted with it; an abbreviation keeps its stop."""
    assert trimmed(", he said. “") == "he said."
    assert trimmed(". The office closed the wall.") == "The office closed the wall"
    assert trimmed("U.S.") == "U.S."
    assert trimmed("—") == "—"


def test_no_sentence_escapes_translation() -> None:
    """Every kind with each of its sentences, with both sides, with the left alone and with the right alone."""
    greek, other, long = "μία λέξη", "άλλη", "μια μεγάλη πρόταση με πολλές λέξεις που δεν χωρά " * 2
    texts = ((greek, other), (greek, ""), ("", greek), (long, other), (long, long), (",", "."), (",", ""), ("", "–"))
    for kind in set(get_args(ChangeKind)) - {*PLACES, "typography"}:
        names = BY_NAME[kind].sentences
        assert names, kind
        for name in names:
            verdict, aspect = (name, "") if name in get_args(Verdict) else (_verdict_of(kind), name)
            for left, right in texts:
                for values in ({}, {"confidence": 0.5}, {"shifted": True}):
                    said = say(kind, verdict, quoted(left), quoted(right), PSEUDO, aspect=aspect, **values)
                    assert not escapes(said), (kind, name, left, right, values, said)
    for kind, speech in product(("cut", "addition"), ("", "here", "said", "denied")):
        for text in (greek, long):
            assert not escapes(say_paragraph(kind, 1, quoted(text), PSEUDO, speech, "Άδα"))
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


def _verdict_of(kind: ChangeKind) -> Verdict:
    """A verdict of a kind that its sentence for one aspect does not need."""
    return next((name for name in BY_NAME[kind].sentences if name in get_args(Verdict)), "changed")  # type: ignore[return-value]


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
    assert escapes(say("wording", "reworded", quoted("μία"), quoted("άλλη"), ENGLISH))
    assert escapes("⟦···⟧ και")
    assert escapes("⟦··· comma⟧")
    assert not escapes("⟦“⟦“·”⟧” ···.⟧ ⟦··.⟧")


def test_what_is_cut_by_its_places_has_one_character_at_each() -> None:
    """Control of the short way: no letter or mark of its class joins another of it into one grapheme cluster."""
    plain = [char for char in map(chr, range(0x20, 0x2100)) if quoting._IS_CLUSTER_EACH.fullmatch(char)]
    assert len(plain) > 900
    text = "".join(first + second for first in plain[::3] for second in plain[::7])
    assert len(CLUSTER.findall(text)) == len(text)
    assert not any(quoting._IS_CLUSTER_EACH.fullmatch(char) for char in "\u0301\u200d\u0e33\u1100\r\n🇳🏽")
