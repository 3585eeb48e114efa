"""Values, names and hedges that are what they were, and what is of consequence all the same. In our own words."""

import pytest

from tests.changes.test_same_statement import changes


def consequential(left: str, right: str, language: str = "en") -> list[tuple[str, str, str, str]]:
    """Kind, verdict and words of what is said for sure and changes what a reader is told."""
    return [
        (change.kind, change.verdict, change.left, change.right)
        for change in changes(left, right, language)
        if change.is_consequential
    ]


DEGREES = [
    ("en", "The gate is often shut before dusk.", "The gate is usually shut before dusk."),
    ("en", "The dam might flood the lower fields.", "The dam could possibly flood the lower fields."),
    ("en", "Many people think the pier was built by monks.", "Many people believe the pier was built by monks."),
    ("de", "Das Abkommen muss am Samstag gebilligt werden.", "Die Verträge müssen am Samstag gebilligt werden."),
    ("de", "Das Tor ist oft vor Sonnenuntergang zu.", "Das Tor ist meist vor Sonnenuntergang zu."),
    ("fr", "La digue peut céder avant l’hiver.", "Les digues peuvent céder avant l’hiver."),
    ("es", "El dique podría ceder antes del invierno.", "Los diques podrían ceder antes del invierno."),
    ("ru", "Плотина может рухнуть до зимы.", "Плотины могут рухнуть до зимы."),
    ("ar", "ربما انهار السد بسبب المطر.", "لعل انهار السد بسبب المطر."),
]


@pytest.mark.parametrize(("language", "left", "right"), DEGREES)
def test_a_word_of_the_same_degree_changes_no_claim(language: str, left: str, right: str) -> None:
    """It is another word, and is told as one."""
    assert consequential(left, right, language) == []
    assert changes(left, right, language) != ()


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        ("en", "The gate is often shut before dusk.", "The gate is rarely shut before dusk."),
        ("en", "The dam will flood the lower fields.", "The dam may flood the lower fields."),
        ("de", "Das Abkommen muss am Samstag gebilligt werden.", "Das Abkommen kann am Samstag gebilligt werden."),
        ("fr", "La digue doit céder avant l’hiver.", "La digue peut céder avant l’hiver."),
        ("ar", "يجب أن تغلق المدرسة أبوابها.", "يمكن أن تغلق المدرسة أبوابها."),
    ],
)
def test_a_word_of_another_degree_changes_the_claim(language: str, left: str, right: str) -> None:
    """Control."""
    assert [kind for kind, *_ in consequential(left, right, language)] == ["hedge"]


HEDGED = [
    ("en", "The boat is likely to have been taken from the harbour by the crew in June.",
     "It is believed the boat may have been taken from the harbour by the crew in June."),
    ("en", "The new ferry is expected to carry half of the salt trade by June.",
     "The harbour master expects the new ferry to carry half of the salt trade by June."),
    ("en", "If the knocking is indeed that of the old mill, the miller is safe.",
     "If the knocking is that of the old mill, the miller is safe."),
    ("es", "Se cree que el barco salió del puerto con la carga de sal en junio.",
     "El barco posiblemente salió del puerto con la carga de sal en junio."),
    ("de", "Das Boot ist wahrscheinlich im Juni von der Mannschaft aus dem Hafen geholt worden.",
     "Das Boot soll im Juni von der Mannschaft aus dem Hafen geholt worden sein."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "left", "right"), HEDGED)
def test_a_claim_that_both_hedge_is_not_said_to_be_hedged_by_one(language: str, left: str, right: str) -> None:
    """Neither text says it for sure."""
    assert not [kind for kind, verdict, *_ in consequential(left, right, language) if verdict in ("given", "withheld")]


NAMES = [
    ("en", "The convoy reached Kerdani town before dusk.", "The convoy reached Kerdane town before dusk."),
    ("fr", "Le convoi est arrivé à Kerdani avant la nuit.", "Le convoi est arrivé à Kerdané avant la nuit."),
    ("de", "Der Konvoi erreichte die Stadt Kerdani am Abend.", "Der Konvoi erreichte die Stadt Kerdane am Abend."),
    ("en", "A house on Lorne Blvd was sealed off by police.", "A house on Lorne Boulevard was sealed off by police."),
    ("en", "It was one of Britain's most visited piers last summer.",
     "It was one of the UK's most visited piers last summer."),
    ("es", "El barco llegó a Estados Unidos con la carga de sal.", "El barco llegó a EE.UU. con la carga de sal."),
    ("vi", "Con tàu rời cảng Mỹ vào buổi sáng với muối.", "Con tàu rời cảng Hoa Kỳ vào buổi sáng với muối."),
    ("en", "They fought Islamic rebels for control of the harbour.",
     "They fought Islamist rebels for control of the harbour."),
    ("en", "The girl moved in with her Unde Ned Holt at the mill. Her uncle was kind.",
     "The girl moved in with her Uncle Ned Holt at the mill. Her uncle was kind."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "left", "right"), NAMES)
def test_a_name_that_is_the_same_is_given_another_way(language: str, left: str, right: str) -> None:
    """Spelt as another house spells it, shortened, or in another form."""
    assert consequential(left, right, language) == []
    assert changes(left, right, language) != ()


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        ("en", "The council heard Maria Berg for two hours.", "The council heard Mario Berg for two hours."),
        ("en", "The council heard Ada Parker for two hours.", "The council heard Ada Parks for two hours."),
        ("en", "The council heard Alice Morrow for two hours.", "The council heard Alice Morran for two hours."),
        ("en", "It was one of Britain's most visited piers.", "It was one of Ireland's most visited piers."),
        ("fr", "La juge a entendu Marie Lambert hier.", "La juge a entendu Marie Lombard hier."),
        ("de", "Die Richterin befragte Karl Lorenz lange.", "Die Richterin befragte Karl Lorentzen lange."),
    ],
)
def test_a_name_that_is_another_is_told(language: str, left: str, right: str) -> None:
    """Control."""
    assert [kind for kind, *_ in consequential(left, right, language)] == ["name"]


SAME_VALUES = [
    ("en", "Meng Holt, 29, sold the boat. ¶ He stood beside his 29-year-old mother as she called for the harbour crew.",
     "Meng Holt, 29, sold the boat. ¶ He stood beside his mother as she called for the harbour crew."),
    ("es", "Ana Ruiz, 29, vendió la barca. ¶ El niño estaba junto a su madre, de 29 años, en el muelle viejo.",
     "Ana Ruiz, 29, vendió la barca. ¶ El niño estaba junto a su madre en el muelle viejo."),
    ("en", "The pier was shut on Friday. ¶ The dog was found tied to the rail of the pier on May 3 with a bowl.",
     "The pier was shut on Friday. ¶ The dog was found tied to the rail of the pier with a bowl."),
    ("de", "Die Insel ist 62 Hektar groß. ¶ Die 62 Hektar große Insel liegt vor der Küste von Lorne im Nebel.",
     "Die Insel ist 62 Hektar groß. ¶ Die Insel liegt vor der Küste von Lorne im Nebel."),
    ("en", "The book was chosen by the magazine for May 2008 and sold out at once.",
     "The book was chosen by the magazine for May ¶ 2008 and sold out at once."),
    ("en", "The gate was shut in the storm.", "2. The gate was shut in the storm."),
    ("pl", "Brama była zamknięta w czasie burzy.", "2. Brama była zamknięta w czasie burzy."),
    ("en", "None of the scholars I met this week thought it likely.",
     "None of the scholars I met in the past week thought it likely."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "left", "right"), SAME_VALUES)
def test_a_value_that_the_other_text_gives_too_is_none_that_it_lacks(language: str, left: str, right: str) -> None:
    """In other words, over the end of a block; and the number of a line is no figure."""
    assert [kind for kind, *_ in consequential(left, right, language) if kind in ("figure", "date")] == []


@pytest.mark.parametrize(
    ("language", "left", "right", "kind"),
    [
        ("en", "Meng Holt, 31, sold the boat. ¶ He stood beside his 29-year-old mother as she called for the crew.",
         "Meng Holt, 31, sold the boat. ¶ He stood beside his mother as she called for the crew.", "figure"),
        ("es", "Ana Ruiz, 31, vendió la barca. ¶ El niño estaba junto a su madre, de 29 años, en el muelle viejo.",
         "Ana Ruiz, 31, vendió la barca. ¶ El niño estaba junto a su madre en el muelle viejo.", "figure"),
        ("en", "The pier was shut on Monday. ¶ The dog was found tied to the rail of the pier on May 3 with a bowl.",
         "The pier was shut on Monday. ¶ The dog was found tied to the rail of the pier with a bowl.", "date"),
        ("de", "Die Insel ist klein. ¶ Die Insel von 62 Hektar liegt vor der Küste von Lorne im Nebel.",
         "Die Insel ist klein. ¶ Die Insel liegt vor der Küste von Lorne im Nebel.", "figure"),
        ("en", "None of the scholars I met this week thought it likely.",
         "None of the scholars I met last week thought it likely.", "date"),
        ("en", "Gates: 2 were shut in the storm.", "Gates were shut in the storm.", "figure"),
    ],
)  # fmt: skip
def test_a_value_that_the_other_text_lacks_is_told(language: str, left: str, right: str, kind: str) -> None:
    """Control."""
    assert [found for found, *_ in consequential(left, right, language)] == [kind]


GLOSSES = [
    ("en", "The top speed was 60 mph, quite a speed in those days.",
     "The top speed was 60 mph (97 km/h), quite a speed in those days."),
    ("en", "The fare was cut to £40 for all crews in June.", "The fare was cut to £40 ($52) for all crews in June."),
    ("de", "Das Boot fuhr 60 Meilen pro Stunde, so schnell wie nie.",
     "Das Boot fuhr 60 Meilen pro Stunde (97 km/h), so schnell wie nie."),
    ("es", "El barco costó 40 libras en el puerto viejo de Lorne.",
     "El barco costó 40 libras (52 dólares) en el puerto viejo de Lorne."),
    ("fr", "Le mur de 10 pieds de haut protège le port de Lorne.",
     "Le mur de 10 pieds (3 mètres) de haut protège le port de Lorne."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "left", "right"), GLOSSES)
def test_a_value_in_other_units_beside_itself_is_no_figure_that_was_given(language: str, left: str, right: str) -> None:
    """It helps a reader, and says nothing new; control: without the value beside it."""
    assert consequential(left, right, language) == []
    assert consequential(right, left, language) == []
    assert changes(left, right, language) != ()


@pytest.mark.parametrize(
    ("language", "left", "right"),
    [
        ("en", "The fare was cut to £40 for all crews in June.", "The fare was cut to £40 for all 52 crews in June."),
        ("fr", "Le mur de haut protège le port de Lorne.", "Le mur de 3 mètres de haut protège le port de Lorne."),
        ("de", "Das Boot fuhr an jenem Tag nach Holm.", "Das Boot fuhr an jenem Tag 60 Meilen nach Holm."),
    ],
)
def test_another_value_is_a_figure_that_was_given(language: str, left: str, right: str) -> None:
    """Control."""
    assert "figure" in [kind for kind, *_ in consequential(left, right, language)]


REPORTS = {
    "en": (
        "The council of Lorne met on the old quay and heard three crews about the nets that were cut in the storm. No "
        "one had seen the boat that did it, and the harbour master could only count what was lost. ¶ Read more about "
        "this and other stories in the printed edition of the Harbour Daily of {}.",
        "A baker in Holm has won the prize for the best loaf of the valley with a recipe of her grandmother's, "
        "and gave "
        "the money to the school at once. Her shop was full from dawn until the last crumb was gone. ¶ Read more about "
        "this and other stories in the printed edition of the Harbour Daily of {}.",
        ("3 March 2024", "9 April 2024"),
    ),
    "es": (
        "El concejo de Lorne se reunió en el muelle viejo y oyó a tres tripulaciones sobre las redes cortadas en la "
        "tormenta. Nadie había visto la barca que lo hizo, y el capitán solo pudo contar lo perdido. ¶ Lea más "
        "detalles "
        "sobre esta y otras noticias en la edición impresa del Diario del Puerto del {}.",
        "Una panadera de Holm ganó el premio al mejor pan del valle con una receta de su abuela y dio el dinero a la "
        "escuela. Su tienda estuvo llena desde el alba hasta la última miga de aquel día. ¶ Lea más detalles "
        "sobre esta "
        "y otras noticias en la edición impresa del Diario del Puerto del {}.",
        ("3 de marzo de 2024", "9 de abril de 2024"),
    ),
    "de": (
        "Der Rat von Lorne traf sich am alten Kai und hörte drei Mannschaften über die Netze, die im Sturm "
        "zerschnitten "
        "wurden. Niemand hatte das Boot gesehen, und der Hafenmeister konnte nur zählen, was fehlte. ¶ Mehr "
        "dazu und zu "
        "anderen Themen lesen Sie in der gedruckten Ausgabe des Hafenboten vom {}.",
        "Eine Bäckerin in Holm hat mit einem Rezept ihrer Großmutter den Preis für das beste Brot des Tals "
        "gewonnen und "
        "das Geld gleich der Schule gegeben. Ihr Laden war voll bis zum letzten Krümel. ¶ Mehr dazu und zu anderen "
        "Themen lesen Sie in der gedruckten Ausgabe des Hafenboten vom {}.",
        ("3. März 2024", "9. April 2024"),
    ),
}


@pytest.mark.parametrize("language", list(REPORTS))
def test_a_sentence_that_a_site_prints_under_every_report_has_no_date_that_changed(language: str) -> None:
    """Two reports share it, and nothing else; control: under one report, of which it is the last line."""
    left, right, days = REPORTS[language]
    assert consequential(left.format(days[0]), right.format(days[1]), language) == []
    assert [kind for kind, *_ in consequential(left.format(days[0]), left.format(days[1]), language)] == ["date"]


CLAUSES = [
    ("en", "The truce was to free two hundred girls who were seized six months ago, and talks were due to go on "
     "in Holm "
     "on Monday.", "Talks were due to go on in Holm on Monday."),
    ("es", "La tregua iba a liberar a las niñas raptadas hace seis meses, y las conversaciones iban a seguir en "
     "Holm el "
     "lunes.", "Las conversaciones iban a seguir en Holm el lunes."),
    ("de", "Die Waffenruhe galt den vor sechs Monaten entführten Mädchen, und die Gespräche sollten am Montag in Holm "
     "weitergehen.", "Die Gespräche sollten am Montag in Holm weitergehen."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "left", "right"), CLAUSES)
def test_a_date_of_a_clause_that_one_text_alone_has_is_a_part_of_it(language: str, left: str, right: str) -> None:
    """The clause is gone, and no date of what stayed."""
    assert [kind for kind, *_ in consequential(left, right, language) if kind in ("figure", "date")] == []


def test_a_hedge_of_a_claim_of_its_own_did_not_move() -> None:
    """Each of two claims has one; control: where both claims stayed."""
    left = "If it is made of parts, then the degrees of freedom of the crew must be the product of all the others'."
    right = "If it has parts without end, then the degrees of freedom of the whole crew must be infinite as well."
    assert consequential(left, right) == []
    left = "The crew allegedly fled, and the guard saw the boat."
    right = "The crew fled, and the guard allegedly saw the boat."
    assert [kind for kind, *_ in consequential(left, right)] == ["hedge"]


TORN = [
    ("en", "He was chosen by the readers of the paper ¶ for May 2008 as the keeper of the year and of the old light.",
     "He was chosen by the readers of the paper for May ¶ 2008 as the keeper of the year and of the old light."),
    ("en", "the tests that were carried out in september 1985 proved it at last.",
     "the tests that were carried out in sept 1985 proved it at last."),
    ("es", "Fue elegido por los lectores del diario ¶ para mayo de 2008 como guarda del año y del viejo faro.",
     "Fue elegido por los lectores del diario para mayo de ¶ 2008 como guarda del año y del viejo faro."),
    ("fr", "Il fut choisi par les lecteurs du journal ¶ pour mai 2008 comme gardien de l’année et du vieux phare.",
     "Il fut choisi par les lecteurs du journal pour mai ¶ 2008 comme gardien de l’année et du vieux phare."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "left", "right"), TORN)
def test_a_date_that_the_end_of_a_line_tears_is_the_same(language: str, left: str, right: str) -> None:
    """Its month is at the end of one block, and its year at the beginning of the next."""
    assert [kind for kind, *_ in consequential(left, right, language) if kind == "date"] == []
