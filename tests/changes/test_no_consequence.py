"""Sentences of consequence about something of none, by kinds: marks around a title, posts and letters set apart, words
whose form follows from a neighbour, sources that stand with another paragraph. In our own words."""

import pytest

from sitegen.changes.kinds import attribution
from sitegen.changes.quotes import quotemarks
from tests.changes.test_read_sentences import changes, compared, said


def consequential(left: str, right: str, language: str = "en") -> list[tuple[str, str]]:
    """Kind and sentence of what is said for sure and changes what a reader is told."""
    return [(change.kind, change.sentence) for change in changes(left, right, language) if change.is_consequential]


@pytest.mark.parametrize(
    ("language", "left", "right", "kind"),
    [
        ("it", "Il mulino ha chiuso a giugno dopo la piena.", "Il mulino ha chiuso ad agosto dopo la piena.", "date"),
        ("es", "Compró pan y queso para la tripulación.", "Compró pan e higos para la tripulación.", "wording"),
        ("ko", "선장은 그 제안을 “함정”이라고 불렀다.", "선장은 그 제안을 “선물”이라고 불렀다.", ""),
        ("ko", "선장은 그 제안을 “모욕”이라고 불렀다.", "선장은 그 제안을 “사과”라고 불렀다.", "quotation"),
        ("ar", "قال المدير إن المخزن فارغ.", "زعم المدير أن المخزن فارغ.", "attribution"),
        ("sv", "Hon kallade bron ”en stor vinst”.", "Hon kallade bron ”ett stort misstag”.", "quotation"),
        ("zh", "市政府修好了码头。", "市政府没有修好码头。", "negation"),
    ],
)
def test_a_form_that_follows_from_its_neighbour_is_told_no_more(
    language: str, left: str, right: str, kind: str
) -> None:
    """One change: the word itself."""
    told = changes(left, right, language)
    assert [change.kind for change in told] == [kind or "quotation"]


def test_such_a_form_is_told_where_nothing_beside_it_changed() -> None:
    """Control: of the same two words where what stands beside them stayed."""
    assert len(changes("Il faro e il molo sono chiusi.", "Il faro ed il molo sono chiusi.", "it")) == 1
    assert len(changes("قال المدير إن المخزن فارغ.", "قال المدير أن المخزن فارغ.", "ar")) == 1


TITLES = [
    (
        "The novelist, who wrote “The Salt Ferry,” lives above the old bakery in Lorne.",
        "The novelist, who wrote The Salt Ferry, lives above the old bakery in Lorne.",
        "en",
    ),
    (
        "La novelista, autora de «La Barca Blanca», vive sobre la antigua panadería.",
        "La novelista, autora de La Barca Blanca, vive sobre la antigua panadería.",
        "es",
    ),
    (
        "Tiểu thuyết “Con Tàu Muối” được bán hết trong một tuần ở cảng.",
        "Tiểu thuyết Con Tàu Muối được bán hết trong một tuần ở cảng.",
        "vi",
    ),
]


@pytest.mark.parametrize(("left", "right", "language"), TITLES)
def test_marks_around_a_title_are_style(left: str, right: str, language: str) -> None:
    """What is called so has capitals; that it is printed with marks or without is said of the marks."""
    assert consequential(left, right, language) == []
    assert changes(left, right, language) != ()


SPOKEN = (
    "“The ferry was never safe and everybody at the harbour office knew that for years,” Ada Moe wrote.",
    "The ferry was never safe and everybody at the harbour office knew that for years.",
)
POSTED = (
    "Moe wrote: “The ferry was never safe and everybody at the harbour office knew that for years.”",
    "Her post ran to two lines. ¶ The ferry was never safe and everybody at the harbour office knew that for years. — "
    "Ada Moe (@adamoe) 3 March 2024",
)
LETTERS = [
    (
        "The boy wrote: “Dear captain. I know that everyone in my class liked the trip as much as I did.”",
        "This is the letter. ¶ Dear captain. I know that everyone in my class liked the trip as much as I did.",
        "en",
    ),
    (
        "El niño escribió: «Querido capitán. Yo sé que a toda mi clase le gustó el viaje tanto como a mí.»",
        "Esta es la carta. ¶ Querido capitán. Yo sé que a toda mi clase le gustó el viaje tanto como a mí.",
        "es",
    ),
    (
        "Der Junge schrieb: „Lieber Kapitän. Ich weiß, dass meine ganze Klasse die Fahrt so mochte wie ich.“",
        "Das ist der Brief. ¶ Lieber Kapitän. Ich weiß, dass meine ganze Klasse die Fahrt so mochte wie ich.",
        "de",
    ),
]


def test_a_post_that_is_signed_lost_no_marks() -> None:
    """Who wrote it stands below; control: the same words, which one copy prints as its own."""
    assert [kind for kind, _ in consequential(*POSTED)] == []
    assert "quotation" in [change.kind for change in changes(*SPOKEN)]


@pytest.mark.parametrize(("left", "right", "language"), LETTERS)
def test_a_letter_that_says_i_lost_no_marks(left: str, right: str, language: str) -> None:
    """A report has no `I` outside what somebody said."""
    assert [kind for kind, _ in consequential(left, right, language) if kind == "quotation"] == []


def test_without_what_sets_words_apart_marks_are_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: of each kind the sentence is made again where its test is taken away."""
    monkeypatch.setattr(quotemarks, "_is_title", lambda *_: False)
    monkeypatch.setattr(quotemarks, "_is_named_so", lambda *_: False)
    monkeypatch.setattr(quotemarks, "_is_block", lambda *_: False)
    assert "quotation" in [change.kind for change in changes(*TITLES[0])]
    monkeypatch.setattr(quotemarks, "_is_set_apart", lambda *_: False)
    assert "quotation" in [change.kind for change in changes(*POSTED)]
    assert "quotation" in [change.kind for change in changes(*LETTERS[0])]


RUN = (
    "Moe ran down to the pier at noon. ¶ “Nils had fainted and lay on the wet deck of the ferry. Next to him was a "
    "broken lamp. It was simply horrible,” Ada Moe said. ¶ A doctor came.",
    "Moe ran down to the pier at noon. ¶ “Nils had fainted and lay on the wet deck of the ferry. ¶ “Next to him was a "
    "broken lamp. It was simply horrible. ¶ “My sister had gone.” ¶ A doctor came.",
)


def test_a_source_of_another_paragraph_of_a_quotation_is_not_gone() -> None:
    """A paragraph that is quoted and not closed is said by whom the next one names."""
    assert [kind for kind, _ in consequential(*RUN) if kind == "attribution"] == []


def test_the_noun_of_what_is_reported_on_is_no_verb_of_saying() -> None:
    """`the monthly report on the harbour`; nor does who touts a thing say something."""
    for left, right in (
        ("Editors of the monthly report on the harbour left in May.", "Editors of the monthly left in May."),
        ("The mayor touted the new pier at the fair.", "The mayor said the new pier would be at the fair."),
    ):
        assert [kind for kind, _ in consequential(left, right) if kind == "attribution"] == []


@pytest.mark.parametrize(
    ("language", "quoted", "reported", "words", "sentences"),
    [
        (
            "en",
            "“We never had a permit for the quay,” Ada Moe said.",
            "Ada Moe said that the company had never had a permit for the quay.",
            "words of Ada Moe",
            "attributed to Ada Moe",
        ),
        (
            "es",
            "«Nunca tuvimos permiso para el muelle», dijo Ada Moe.",
            "Ada Moe dijo que la empresa nunca había tenido permiso para el muelle.",
            "words of Ada Moe",
            "attributed to Ada Moe",
        ),
    ],
)
def test_what_is_reported_is_not_called_words_of(
    language: str, quoted: str, reported: str, words: str, sentences: str
) -> None:
    """Words that a reporter chose are attributed to who said so; quoted ones are the words of who spoke."""
    before = {"en": "The ferry left at nine in the rain.", "es": "El barco salió a las nueve bajo la lluvia."}[language]
    assert any(words in sentence for sentence in said(f"{before} ¶ {quoted}", before, language))
    told = said(f"{before} ¶ {reported}", before, language)
    assert any(sentences in sentence for sentence in told)
    assert not any(words in sentence for sentence in told)


def test_a_moved_paragraph_counts_the_edits_that_are_told() -> None:
    """As many lines stand below it as it says that it has edits."""
    first = "The harbour office closed its doors on Friday after ninety years beside the old bridge of the town."
    second = "Nobody had asked the ferrymen what they thought of the sale, and most of them heard of it in the bakery."
    left = (
        "Twelve boats were tied up at the eastern quay when the mayor came down to speak with the crews of the night "
        "shift, and nine of them stayed until the morning."
    )
    right = left.replace("Twelve", "Fifteen").replace("mayor", "harbour master").replace("nine", "six")
    third = "The council will vote in spring, when the new members have been sworn in and the budget is known."
    told = said(f"{first} ¶ {second} ¶ {third} ¶ {left}", f"{right} ¶ {first} ¶ {second} ¶ {third}")
    move = next(sentence for sentence in told if sentence.startswith("Paragraph 4 moved up to 1"))
    assert move == f"Paragraph 4 moved up to 1, with {len(told) - 1} edits."


def test_without_the_look_at_the_quotation_the_source_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: without the look at the quotation that goes on, the source would be said to be gone."""
    monkeypatch.setattr(attribution, "_is_in_run_of_quotations", lambda *_: False)
    assert "attribution" in [kind for kind, _ in consequential(*RUN)]


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        ("en", "The council will likely sell the pier.", "The council will probably sell the pier."),
        ("de", "Der Rat wird die Mole wahrscheinlich verkaufen.", "Der Rat wird die Mole vermutlich verkaufen."),
        ("es", "El consejo quizás venda el muelle.", "El consejo tal vez venda el muelle."),
        ("fr", "Le quai est presque vide ce matin.", "Le quai est quasiment vide ce matin."),
        ("zh", "议会可能出售码头。", "议会或许出售码头。"),
        ("vi", "Bến tàu dường như đã đóng cửa.", "Bến tàu hình như đã đóng cửa."),
    ],
)
def test_words_of_one_degree_change_no_claim(language: str, left: str, right: str) -> None:
    """`Likely` and `probably` say as much."""
    assert [change.kind for change in changes(left, right, language)] == ["wording"]


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        ("en", "The council will possibly sell the pier.", "The council will probably sell the pier."),
        ("de", "Der Rat wird die Mole vielleicht verkaufen.", "Der Rat wird die Mole sicherlich verkaufen."),
        ("zh", "议会可能出售码头。", "议会必定出售码头。"),
    ],
)
def test_words_of_two_degrees_change_the_claim(language: str, left: str, right: str) -> None:
    """Control."""
    assert [kind for kind, _ in consequential(left, right, language)] == ["hedge"]


def test_editors_remarks_and_short_forms_alter_no_quotation() -> None:
    """An abbreviated rank, `[sic]`, and the word that joined a sentence to the one before; control: another rank."""
    quoted = "“We asked Admiral Berg to send all the boats at once,” she said."
    assert consequential(quoted, quoted.replace("Admiral", "Adm.")) == []
    assert consequential(quoted, quoted.replace("boats", "boat's [sic]")) == []
    assert consequential(quoted, quoted.replace("“We", "“And we")) == []
    assert [kind for kind, _ in consequential(quoted, quoted.replace("Admiral", "Colonel"))] == ["quotation"]


def test_a_source_that_came_with_its_sentence_is_not_put_before_another() -> None:
    """`According to` names who says what stands in its own sentence; control: of a sentence that stayed."""
    left = "The mill was built on the east bank of the river. His father worked there as a guard for ten years."
    right = (
        "The mill was built on the east bank. According to the town register, the river changed its bed in 1724, in "
        "the year of the great flood. His father worked there as a guard for ten years."
    )
    assert [kind for kind, _ in consequential(left, right) if kind == "attribution"] == []
    one = "His father worked there as a guard for ten years."
    assert [kind for kind, _ in consequential(one, f"According to the town register, h{one[1:]}")] == ["attribution"]


def test_what_must_be_has_to_be() -> None:
    """Two ways to say it; control: what may be."""
    text = "The lamp has to be lit before the boats come in."
    assert consequential(text, text.replace("has to", "must")) == []
    assert [kind for kind, _ in consequential(text, text.replace("has to", "may"))] == ["hedge"]


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        ("en", "Moe runs a harbour lights maker in Lorne.", "Moe runs a maker of harbour lights in Lorne."),
        ("en", "Moe runs a shop for old maps in Lorne.", "Moe runs an old maps shop in Lorne."),
    ],
)
def test_a_noun_that_goes_with_another_in_another_way_is_no_role(language: str, left: str, right: str) -> None:
    """Nobody acts there."""
    assert [kind for kind, _ in consequential(left, right, language) if kind == "role"] == []


def test_a_quotation_that_moved_whole_is_not_altered() -> None:
    """It stands at another place of its sentence, with its marks."""
    left = "Moe was a regular at the Lorne reading room (“the lamp room”) in those years."
    right = "Moe was a regular at “the lamp room” (the Lorne reading room) in those years."
    assert [kind for kind, _ in consequential(left, right) if kind == "quotation"] == []


def test_a_value_beside_a_broken_sign_is_no_other_value() -> None:
    """What is printed alike did not change."""
    left, right = "Taking 10–15 grams in a day is too much.", "Taking 10\ufffd15 grams in a day is too much."
    assert consequential(left, right) == []


def test_words_of_the_right_are_counted_as_the_right_prints_them() -> None:
    """A value of five words here is one of four there: no more words are kept than a text has."""
    left = "El muelle costó 5 mil millones de euros."
    measures = compared(left, "El muelle costó 5.000 millones de euros.", "es").measures
    assert (measures.kept, measures.left_words, measures.right_kept, measures.right_words) == (8, 8, 7, 7)


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        ("en", "Tollers are 20-22% of the voters of the town.", "Tollers are 15-20% of the voters of the town."),
        ("en", "The stand holds 20 to 22 boats.", "The stand holds 15 to 20 boats."),
        ("de", "Die Halle fasst 20 bis 22 Boote.", "Die Halle fasst 15 bis 20 Boote."),
    ],
)
def test_two_ranges_that_share_an_end_are_told_end_by_end(language: str, left: str, right: str) -> None:
    """The lower end against the lower, not the one that both have against itself."""
    told = [sentence for _, sentence in consequential(left, right, language)]
    assert len(told) == 2
    assert "from “20” to “15”" in told[0]
    assert "“22" in told[1]
    assert "“20" in told[1]


def test_a_number_that_is_printed_at_its_place_is_not_new() -> None:
    """The same line broken in two in one table, where the number begins a line; control: another number there."""
    lines = "sex ratio ¶ at birth: ¶ {} male(s)/female ¶ total population: ¶ 1.12 male(s)/female ¶ death rate"
    table = "sex ratio ¶ at birth: {} male(s)/female ¶ total population: 1.12 male(s)/female ¶ death rate"
    assert consequential(lines.format("1.05"), table.format("1.05")) == []
    assert [kind for kind, _ in consequential(table.format("1.05"), table.format("1.25"))] == ["figure"]


@pytest.mark.parametrize(
    ("paragraph", "sentence"),
    [
        ("Officials said that the pumps had been checked twice in May.", "attributed to officials: "),
        ("Though the mayor said that the pier was safe, nobody has walked on it since.", "is new: "),
        ("In a letter to her sister an alleged Toller spy writes that the lamps were out for weeks.", "is new: "),
    ],
)
def test_who_speaks_is_called_as_the_text_calls_them(paragraph: str, sentence: str) -> None:
    """A noun with the capital of a sentence; a clause before the main one; what sort of somebody writes."""
    before = "The ferry left at nine in the rain."
    (told,) = said(before, f"{before} ¶ {paragraph}")
    assert sentence in told


def test_two_names_of_one_body_are_one() -> None:
    """Houses call it by one name each; control: another body."""
    left = "The town was held by ISIS for three years before the army came."
    assert consequential(left, left.replace("ISIS", "Islamic State")) == []
    assert [kind for kind, _ in consequential(left, left.replace("ISIS", "Hamas"))] == ["name"]


def test_one_who_speaks_twice_said_two_things() -> None:
    """The name and house of who speaks are none of what is said; control: the same words."""
    left = "“The lamp was out for a week before anybody came to look at it,” Lorne Harbour Chief Analyst Tim Moe noted."
    right = "“Three ferries will be sold in spring, the crews know it,” Lorne Harbour Chief Analyst Tim Moe claimed."
    assert [kind for kind, _ in consequential(left, right) if kind == "attribution"] == []
    assert [kind for kind, _ in consequential(left, left.replace("noted", "claimed"))] == ["attribution"]


def test_a_phrase_that_two_quotations_share_makes_them_none() -> None:
    """`In good faith` stands in a long quotation of one and in a short one of another."""
    left = (
        "“If the lawyers have a good faith belief that this may show who wrote the letter, then it is not what we are "
        "here for. I want to advise the witness accordingly,” Berg said of the hearing."
    )
    right = "Moe has no trust that Berg leads the hearing “fairly or in good faith,” Moe said of the hearing."
    assert [kind for kind, _ in consequential(left, right) if kind == "quotation"] == []


def test_a_headline_that_is_another_is_said_once() -> None:
    """Two headlines are opposite each other, and two sentences of two reports are not."""
    headlines = ("Ferry to Lorne turns back after its steering fails", "Terror on the Tolm boat")
    comparison = compared("The boat lay at the pier.", "The boat lay at the pier.", headlines=headlines)
    assert comparison.headline is not None
    assert [change.kind for change in comparison.headline.changes] == ["wording"]
    headlines = ("Rung twice a day, for the cows", "Holy cow! Dairyman rang stolen bell for weeks")
    comparison = compared("The boat lay at the pier.", "The boat lay at the pier.", headlines=headlines)
    assert comparison.headline is not None
    (change,) = comparison.headline.changes
    assert (change.left, change.right) == headlines
    headlines = (
        "Harbour office orders crews to keep the logs of the Lorne boat",
        "Mayor blames crews for the Lorne fire",
    )
    comparison = compared("The boat lay at the pier.", "The boat lay at the pier.", headlines=headlines)
    assert comparison.headline is not None
    assert [(change.left, change.right) for change in comparison.headline.changes] == [headlines]
    left = "Thirteen people of Tolm are named in the papers that the court opened. None of them has come to the hall."
    right = "The harbour office sold two of its boats to a firm of Lorne on Friday, three more people will lose work."
    assert {change.kind for change in changes(left, right)} == {"cut", "addition"}


def test_a_figure_of_a_headline_of_its_own_was_not_put_in() -> None:
    """Of two reports in other words each has its headline; controls: one text under both, or one headline edited."""
    report = "The council met on Monday and heard the harbour office, whose head had brought the drawings of the pier."
    other = (
        "Five boats lay idle this week while their crews waited for news of the works, which nobody could give them."
    )
    apart = ("Council split over the Skelby pier", "5 things about the pier that nobody at Skelby will tell")

    def figures(left: str, right: str, headlines: tuple[str, str]) -> list[str]:
        headline = compared(left, right, headlines=headlines).headline
        return [change.kind for change in headline.changes if change.is_consequential] if headline else []

    assert figures(report, other, apart) == []
    assert figures(report, report, apart) == ["figure"]
    assert figures(report, other, ("Council closes 5 piers of Skelby", "Council closes 7 piers of Skelby")) == [
        "figure"
    ]


@pytest.mark.parametrize("language", ["en", "zh", "de"])
def test_an_attribute_of_the_page_is_no_figure_of_the_report(language: str) -> None:
    """Markup that was left in a text; control: the same figure in the text."""
    left = '! scope="col" width="15%" | Boats'
    assert consequential(left, left.replace("15%", "12.5%"), language) == []
    assert [kind for kind, _ in consequential("Boats: 15%", "Boats: 12.5%", language)] == ["figure"]
