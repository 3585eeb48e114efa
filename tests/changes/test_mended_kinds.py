"""Sentences of consequence that were false as kinds, each in several languages: verses read as times, years of the
Middle Ages, marks of which one is missing, denials in other words, values of somebody else. In our own words."""

import pytest

from tests.changes.test_no_consequence import consequential
from tests.changes.test_read_sentences import changes


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        ("en", "The preacher read John 19:19 to the crowd.", "The preacher read John 19:21 to the crowd."),
        ("es", "El pastor leyó Juan 3:16 en el puerto.", "El pastor leyó Juan 4:10 en el puerto."),
        ("de", "Der Pfarrer las Lukas 2:14 am Hafen vor.", "Der Pfarrer las Lukas 2:10 am Hafen vor."),
        ("fr", "Le prêtre a lu Matthieu 5:3 au port.", "Le prêtre a lu Matthieu 5:9 au port."),
        ("vi", "Mục sư đọc Giăng 3:16 ở bến cảng.", "Mục sư đọc Giăng 3:18 ở bến cảng."),
        ("zh", "牧师在码头读了约翰福音3:16。", "牧师在码头读了约翰福音3:18。"),
    ],
)
def test_a_verse_is_no_time(language: str, left: str, right: str) -> None:
    """A book of scripture before chapter and verse; what differs is told, as other words."""
    told = changes(left, right, language)
    assert [change.kind for change in told] == ["wording"]


def test_a_time_behind_another_word_is_one() -> None:
    """Control: the same figures, and no book before them."""
    left, right = "Kickoff on Sunday is at 3:16 in Lorne.", "Kickoff on Sunday is at 4:10 in Lorne."
    assert [kind for kind, _ in consequential(left, right)] == ["date"]


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        ("en", "The bridge was built in 1135 by the monks.", "The bridge was built in 1153 by the monks."),
        ("fr", "Le pont fut bâti en 1135 par les moines.", "Le pont fut bâti en 1153 par les moines."),
        ("es", "El puente se construyó en 1135 por los monjes.", "El puente se construyó en 1153 por los monjes."),
        (
            "de",
            "König Osric starb am 1. Dezember 1135 in seiner Halle.",
            "König Osric starb am 1. Dezember 1153 in seiner Halle.",
        ),
    ],
)
def test_a_year_of_the_middle_ages_is_a_date(language: str, left: str, right: str) -> None:
    """Behind a day and month, or behind a word that leads to a year."""
    assert [kind for kind, _ in consequential(left, right, language)] == ["date"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The flood was seen in 1135 homes of Lorne.", "The flood was seen in 1153 homes of Lorne."),
        ("It stood in 1200 homes of Lorne.", "It stood in 1300 homes of Lorne."),
    ],
)
def test_what_counts_something_is_no_year(left: str, right: str) -> None:
    """Control: a figure with what it counts behind it."""
    assert [kind for kind, _ in consequential(left, right)] == ["figure"]


def test_a_year_behind_a_comma_without_space_belongs_to_its_day() -> None:
    """One date, whatever the century."""
    left, right = "Moe died on March 21,1395 at sea.", "Moe died on March 24,1395 at sea."
    assert consequential(left, right) == [("date", "The date changed from “March 21,1395” to “March 24,1395”.")]


@pytest.mark.parametrize(
    ("language", "left", "right", "sentence"),
    [
        (
            "en",
            "A tide of 5 cm 3 days after the storm was seen.",
            "A tide of 6 cm 3 days after the storm was seen.",
            "The figure changed from “5 cm” to “6 cm”.",
        ),
        (
            "de",
            "Eine Flut von 5 cm 3 Tage nach dem Sturm war zu sehen.",
            "Eine Flut von 6 cm 3 Tage nach dem Sturm war zu sehen.",
            "The figure changed from “5 cm” to “6 cm”.",
        ),
        (
            "es",
            "Una marea de 5 m 2 días después de la tormenta.",
            "Una marea de 6 m 2 días después de la tormenta.",
            "The figure changed from “5 m” to “6 m”.",
        ),
    ],
)
def test_a_figure_apart_raises_no_unit(language: str, left: str, right: str, sentence: str) -> None:
    """`5 cm 3 days` are five centimetres; `5 cm3` are none."""
    assert [told for _, told in consequential(left, right, language)] == [sentence]


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        (
            "en",
            "''This page is about the ferry to the island of Lorne. ¶ The ferry runs twice a day.",
            "This page is about the ferry to the island of Lorne. ¶ The ferry runs twice a day.",
        ),
        (
            "fr",
            "''Cette page traite du bac vers l’île de Lorne. ¶ Le bac passe deux fois par jour.",
            "Cette page traite du bac vers l’île de Lorne. ¶ Le bac passe deux fois par jour.",
        ),
        (
            "ru",
            "''Эта страница о пароме на остров Лорн. ¶ Паром ходит два раза в день.",
            "Эта страница о пароме на остров Лорн. ¶ Паром ходит два раза в день.",
        ),
    ],
)
def test_doubled_single_marks_are_markup(language: str, left: str, right: str) -> None:
    """A wiki sets in italics what stands between two pairs; where one pair is missing nothing was quoted."""
    assert consequential(left, right, language) == []


def test_a_mark_that_closes_opens_no_quotation() -> None:
    """Between two marks that close two quotations nothing is quoted."""
    left = (
        "The choir sang “ the boats are home “and “ the lamps are lit,” for the feast of the ferry. In May it wrote a "
        "march which was so well liked that the mayor had it played, and in June it made its anthem” Blessed are the "
        "boats,” by order of the mayor."
    )
    right = left.translate(dict.fromkeys(map(ord, "“”")))
    assert not [told for kind, told in consequential(left, right) if kind == "quotation" and "for the feast" in told]


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        ("en", "Sailors call it 'a hairpin turn' and fear it.", 'Sailors call it a "hairpin turn" and fear it.'),
        ("es", "La llaman «la curva muerta del faro».", "La llaman la «curva muerta del faro»."),
        ("de", "Sie nennen sie „die tote Kurve am Kai“.", "Sie nennen sie die „tote Kurve am Kai“."),
    ],
)
def test_marks_that_move_over_an_article_quote_the_same(language: str, left: str, right: str) -> None:
    """All that was said is still quoted."""
    assert consequential(left, right, language) == []


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        (
            "en",
            "Moe argued that this does not justify the closure.",
            "Moe argued that none of this justifies the closure.",
        ),
        ("es", "Dice que esto no justifica el cierre.", "Dice que nada de esto justifica el cierre."),
        (
            "en",
            "The master promised help, although Harbour Harry has seen little of him since, or of the crew.",
            "The master promised help, although neither Harry nor Willem has seen much of him since, or the crew.",
        ),
        ("de", "Er sagte, dies rechtfertigt es nicht.", "Er sagte, nichts davon rechtfertigt es."),
        ("en", "The crew has seen little of the harbour.", "The crew has not seen much of the harbour."),
        ("fr", "L’équipage a vu peu du port.", "L’équipage n’a pas vu grand-chose du port."),
        ("de", "Die Mannschaft hat wenig vom Hafen gesehen.", "Die Mannschaft hat nicht viel vom Hafen gesehen."),
        ("en", "Boats can only leave when the lock is open.", "Boats cannot leave unless the lock is open."),
    ],
)
def test_what_is_denied_in_other_words_is_denied(language: str, left: str, right: str) -> None:
    """No negation was put in or taken out where the other sentence denies, or says that little is so."""
    assert not [told for kind, told in consequential(left, right, language) if kind == "negation"]


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        ("en", "The council may close the ferry.", "The council may not close the ferry."),
        ("es", "El consejo puede cerrar el ferry.", "El consejo no puede cerrar el ferry."),
        ("de", "Der Rat darf die Fähre schließen.", "Der Rat darf die Fähre nicht schließen."),
    ],
)
def test_what_is_denied_in_one_text_alone_is_told(language: str, left: str, right: str) -> None:
    """Control: nothing else denies or limits."""
    assert [kind for kind, _ in consequential(left, right, language)] == ["negation"]


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        (
            "en",
            "The company announced on Monday that the mill would close.",
            "The mayor announced on Monday that the mill would close.",
        ),
        (
            "es",
            "La empresa anunció el lunes que el molino cerrará.",
            "El alcalde anunció el lunes que el molino cerrará.",
        ),
        (
            "pt",
            "A empresa anunciou na segunda que o moinho vai fechar.",
            "O prefeito anunciou na segunda que o moinho vai fechar.",
        ),
    ],
)
def test_who_announced_it_is_the_source(language: str, left: str, right: str) -> None:
    """As with who said it."""
    assert [kind for kind, _ in consequential(left, right, language)] == ["attribution"]


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        (
            "en",
            "The member of the harbour board elected in 2006 is Ann Berg of the north quay.",
            "The member of the harbour board elected in 2008 is Jon Moe of the north quay.",
        ),
        (
            "es",
            "El vocal de la junta del puerto elegido en 2006 es Ana Berg del muelle norte.",
            "El vocal de la junta del puerto elegido en 2008 es Juan Moe del muelle norte.",
        ),
        (
            "vi",
            "Thành viên của ban quản lý cảng được bầu năm 2006 là Nguyễn Văn An ở bến bắc.",
            "Thành viên của ban quản lý cảng được bầu năm 2008 là Trần Thị Bình ở bến bắc.",
        ),
    ],
)
def test_the_value_of_somebody_else_did_not_change(language: str, left: str, right: str) -> None:
    """Two of one office were elected, each in a year of their own."""
    assert not [told for kind, told in consequential(left, right, language) if kind == "date"]


def test_the_value_of_who_stays_did_change() -> None:
    """Control: one person, another year."""
    left = "The member of the harbour board elected in 2006 is Ann Berg of the north quay."
    assert [kind for kind, _ in consequential(left, left.replace("2006", "2008"))] == ["date"]


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        (
            "en",
            "The organ has two pipes per note, one of the pipes slightly out of tune.",
            "The organ has two pipes per note. The two pipes are slightly out of tune.",
        ),
        (
            "fr",
            "L’orgue a deux tuyaux par note, un des tuyaux un peu désaccordé.",
            "L’orgue a deux tuyaux par note. Les deux tuyaux sont un peu désaccordés.",
        ),
        (
            "es",
            "El órgano tiene dos tubos por nota, uno de los tubos algo desafinado.",
            "El órgano tiene dos tubos por nota. Los dos tubos están algo desafinados.",
        ),
    ],
)
def test_one_of_them_counts_nothing(language: str, left: str, right: str) -> None:
    """How many there are, both say."""
    assert not [told for kind, told in consequential(left, right, language) if kind == "figure"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("thumb|right|300px|The ferry of Lorne", "300px|thumb|right|The ferry of Lorne"),
        ("The club has roller hockey (inline and quad).", "The club has inline hockey (roller and quad)."),
    ],
)
def test_words_that_pass_strokes_or_brackets_change_no_roles(left: str, right: str) -> None:
    """Nobody acts there: options of a picture, a sort and its further sorts."""
    assert consequential(left, right) == []


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        (
            "en",
            "The council met on Friday. ¶ The mole is closed, the harbour master said after the meeting.",
            "The council met. ¶ The mole is closed, the harbour master said on Friday after the meeting.",
        ),
        (
            "de",
            "Der Rat tagte am Freitag. ¶ Die Mole ist gesperrt, sagte der Hafenmeister nach der Sitzung.",
            "Der Rat tagte. ¶ Die Mole ist gesperrt, sagte der Hafenmeister am Freitag nach der Sitzung.",
        ),
        (
            "es",
            "El consejo se reunió el viernes. ¶ El muelle está cerrado, dijo el capitán tras la reunión.",
            "El consejo se reunió. ¶ El muelle está cerrado, dijo el capitán el viernes tras la reunión.",
        ),
    ],
)
def test_a_value_that_is_elsewhere_is_shown_and_not_counted(language: str, left: str, right: str) -> None:
    """A reader of the other copy finds it; the sentence says so."""
    assert consequential(left, right, language) == []
    assert any("elsewhere in the other copy" in change.sentence for change in changes(left, right, language))


def test_a_credit_that_the_dateline_gives_did_not_come() -> None:
    """An agency before the text in one copy, and behind it in the other."""
    body = "The harbour council closed the ferry on Monday. ¶ Residents said they were told late."
    left, right = f"LORNE (Reuters) - {body} ¶ Reporting by Ann Berg", f"{body} ¶ Reuters"
    assert not [told for kind, told in consequential(left, right) if kind == "attribution"]


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        (
            "en",
            "The plan is a “program” for all boats of the harbour.",
            "The plan is a program for all boats of the harbour.",
        ),
        (
            "es",
            "El plan es un «programa» para las barcas del puerto.",
            "El plan es un programa para las barcas del puerto.",
        ),
        (
            "de",
            "Der Plan ist ein „Programm“ für alle Boote am Hafen.",
            "Der Plan ist ein Programm für alle Boote am Hafen.",
        ),
    ],
)
def test_marks_around_a_term_are_style(language: str, left: str, right: str) -> None:
    """Nobody is said to have called it so; what is told is the marks."""
    assert consequential(left, right, language) == []


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        (
            "en",
            "Moe called the plan “a farce” at noon on the pier.",
            "Moe called the plan a farce at noon on the pier.",
        ),
        ("es", "Moe calificó el plan de «farsa» a mediodía.", "Moe calificó el plan de farsa a mediodía."),
    ],
)
def test_marks_around_what_somebody_calls_it_are_told(language: str, left: str, right: str) -> None:
    """Control: the words are those of the one who calls it so."""
    assert [kind for kind, _ in consequential(left, right, language)] == ["quotation"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "“The mole is closed for good and no boat will land here again,” Moe said. ¶ The ferry goes on.",
            "Moe made it plain. ¶ The mole is closed for good and no boat will land here again ¶ The ferry goes on.",
        ),
        (
            "Moe wrote: “The mole is shut, and the boats of the crew, and the boats of their friends, are on land.”",
            "Moe wrote: ‘The mole is shut, and the boats of the crew, and the boats’ lamps, are on land.’",
        ),
    ],
)
def test_words_set_apart_or_between_single_marks_lost_no_marks(left: str, right: str) -> None:
    """A block of its own is one way to quote; an apostrophe may be read as the mark that closes."""
    told = [sentence for kind, sentence in consequential(left, right) if kind == "quotation"]
    assert not [sentence for sentence in told if "lost its" in sentence or "still quoted" in sentence]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The update is here. ¶ The mole is shut.", "The update is here. ¶ The mole is shut. ¶ Updated at 5:25 p.m."),
        (
            "It is here. ¶ The mole is shut.",
            "It is here. ¶ The mole is shut. ¶ Last Update: Monday, 12 January, 17:31 GMT",
        ),
    ],
)
def test_the_time_of_an_update_is_no_correction(left: str, right: str) -> None:
    """It names nothing that was corrected."""
    assert consequential(left, right) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "The mole is shut for the winter. ¶ No boat will land, he wrote in his ruling. ¶ The crew left.",
            "The mole is shut for the winter. ¶ No boat will land. ¶ Ada Moe, harbour judge. ¶ The crew left.",
        ),
        (
            "The mole is shut for the winter. ¶ No boat will land, Ada Moe said. ¶ The crew left.",
            "The mole is shut for the winter. ¶ No boat will land. ¶ Ada Moe, harbour judge. ¶ The crew left.",
        ),
    ],
)
def test_a_source_that_is_named_nearby_did_not_go(left: str, right: str) -> None:
    """A signature names it, or a pronoun stood for somebody whom both name."""
    assert not [sentence for kind, sentence in consequential(left, right) if kind == "attribution"]


def test_an_editors_brackets_in_a_quotation_are_of_no_consequence() -> None:
    """The speaker said nothing else."""
    left, right = "Moe said: “Close [the] mole before the winter.”", "Moe said: “Close mole before the winter.”"
    assert consequential(left, right) == []
