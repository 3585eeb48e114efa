"""A source or a name changed: told where it did, and as no more than a difference where it cannot be told.

Each pair of texts that is no change of consequence was told as one before, and each kind of it has a pair beside it
that is one: nothing is gained by telling less.
"""

from dataclasses import replace

import pytest

from sitegen.comparing import compare_articles
from sitegen.config import Comparing
from sitegen.model import Change
from sitegen.recognise import recognise_blocks
from tests.conftest import make_article

LATER = "The harbour board will meet again in the autumn, when the new quay has been paid for by the town."
KINDS = ("attribution", "name", "role")


def changes_between(left: str, right: str, language: str = "en") -> tuple[Change, ...]:
    """The changes between two texts with ¶ between their paragraphs, whose blocks have their roles."""
    articles = []
    for name, text in (("a", left), ("b", right)):
        article = make_article(name, *text.split(" ¶ "), LATER, language=language)
        articles.append(replace(article, blocks=recognise_blocks(article.blocks, language)))
    return compare_articles(articles[0], articles[1], Comparing()).changes


def consequential(left: str, right: str, language: str = "en") -> list[str]:
    """Kinds of what is told as a change of source, name or role; the same with the sides exchanged."""
    kinds = [
        sorted(change.kind for change in changes if change.is_consequential and change.kind in KINDS)
        for changes in (changes_between(left, right, language), changes_between(right, left, language))
    ]
    assert kinds[0] == kinds[1]
    return kinds[0]


SAID = "the pump had failed twice before the ferry sank off Holm"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # A question, a denial that anything was said, a word of a compound.
        ("What did the pilots say about the ferry of Holm?", "What did Minister Lind say about the ferry of Holm?"),
        ("The log of the ferry shows two stops at Holm.",
         "The log of the ferry does not say why it made two stops at Holm."),
        ("A guest will sail with the ferry to Holm on its last day.",
         "A to-be-confirmed guest will sail with the ferry to Holm on its last day."),
        # Nobody speaks.
        ("The ferry sails past Holm and over the white sands.",
         "As the name of the bay suggests, the ferry sails past Holm and over the white sands."),
        # Two verbs of one speaker.
        (f"The mayor said {SAID}.", f"The mayor said, noting that {SAID}."),
        ("The harbour office said the pump of the ferry had failed twice off Holm.",
         "The harbour office report that said the pump of the ferry had failed twice off Holm."),
        # Verbs of one strength.
        (f"The mayor said {SAID}.", f"The mayor added that {SAID}."),
        (f"The union claimed {SAID}.", f"The union argued that {SAID}."),
        # What was said is another matter.
        ("Minister Lind has denied that he saw the letter of the pilots in the spring of that year.",
         "Minister Lind has apologised after a photograph of his boat at the pier was found by a diver."),
        ("Ada Brandt told reporters at the town hall that the ferry was safe and had new pumps.",
         "Carl Rist told reporters at the town hall that taxes would rise by the end of the winter."),
        ("The council of Holm on Monday closed a quay that leaks into the town’s cellars.",
         "The council of Holm said on Monday that part of a budget for schools, which pays two teachers, was lost."),
    ],
)  # fmt: skip
def test_a_verb_of_saying_alone_is_no_attribution(left: str, right: str) -> None:
    """Somebody must speak, of the same matter, and nobody else in the sentence for them."""
    assert consequential(left, right) == []


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        (f"Minister Holm said {SAID}. ¶ Holm was born in Lorne.",
         f"The minister said {SAID}. ¶ Holm was born in Lorne.", "en"),
        (f"Ada Brandt said {SAID}.", f"She said {SAID}.", "en"),
        (f"Ada Brandt said {SAID}.", f"Captain Brandt said {SAID}.", "en"),
        (f"According to Ada Brandt, {SAID}.", f"Yes: {SAID}, Brandt said.", "en"),
        (f"The LHA said {SAID}.", f"The Lorne Harbour Association said {SAID}.", "en"),
        (f"Patrick Rist said {SAID}.", f"Pat Rist said {SAID}.", "en"),
        (f"The ministry said {SAID}.", f"A spokeswoman said {SAID}.", "en"),
        ("El alcalde Pedro Luna dijo que la bomba falló dos veces.", "Luna dijo que la bomba falló dos veces.", "es"),
        ("Der Bürgermeister Holm sagte, die Pumpe sei zweimal ausgefallen.",
         "Der Bürgermeister sagte, die Pumpe sei zweimal ausgefallen.", "de"),
        ("Мэр Иванов сказал, что насос дважды отказал у берега.",
         "Мэр сказал, что насос дважды отказал у берега.", "ru"),
    ],
)  # fmt: skip
def test_one_speaker_called_otherwise_is_no_other_source(left: str, right: str, language: str) -> None:
    """Title, first name, pronoun, initials and who speaks for a body make no other speaker."""
    assert consequential(left, right, language) == []


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        (f"At noon Ada Brandt said {SAID}.", f"At noon Carl Rist said {SAID}.", "en"),
        (f"At noon Ada Rist said {SAID}.", f"At noon Carl Moe said {SAID}.", "en"),
        (f"Sources said {SAID}.", f"Ada Brandt said {SAID}.", "en"),
        (f"The mayor said {SAID}.", f"The police said {SAID}.", "en"),
        (f"The mayor said {SAID}.", f"The mayor admitted {SAID}.", "en"),
        (f"At noon {SAID}.", f"At noon {SAID}, Ada Brandt said.", "en"),
        ("El alcalde dijo que la bomba falló dos veces.", "Los vecinos dijeron que la bomba falló dos veces.", "es"),
        ("المضخة تعطلت مرتين قرب الميناء.", "المضخة تعطلت مرتين قرب الميناء بحسب مصادر.", "ar"),
    ],
)  # fmt: skip
def test_another_source_is_told(left: str, right: str, language: str) -> None:
    """Two who cannot be one, a source that is given, and a verb of another strength."""
    assert "attribution" in consequential(left, right, language)


QUOTED = "We had warned the board about the pump for years"
MORE = "It will cost the town a fortune before the winter is out."


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (f"“{QUOTED},” Brandt said. “{MORE}”", f"“{QUOTED}. {MORE}” Brandt said."),
        (f"“{QUOTED},” Brandt said. ¶ “{MORE}” she added.", f"“{QUOTED},” Brandt said. ¶ “{MORE}”"),
        (f"“{QUOTED},” a spokesman told the Courier.", f"The company shared this statement: ¶ “{QUOTED}.”"),
        (f"“{QUOTED},” Brandt wrote.", f"{QUOTED}. — Ada Brandt (@adabrandt) 3 May 2019"),
        (f"“{QUOTED}!” Brandt tweeted.", f"Brandt tweeted. “{QUOTED}!”"),
        (f"“{QUOTED},” the Lorne Liberal said. “{MORE}”", f"“{QUOTED}. {MORE}” Ada Brandt, a Liberal, said."),
    ],
)  # fmt: skip
def test_a_source_named_beside_the_quotation_is_not_gone(left: str, right: str) -> None:
    """Between two sentences of one quotation a source is named once, and where does not matter."""
    assert consequential(left, right) == []


def test_a_quotation_that_nobody_is_named_for_has_lost_its_source() -> None:
    """Where no sentence around it names who spoke, or another does, the attribution is gone."""
    left, right = f"“{QUOTED},” Brandt said.", f"“{QUOTED}.”"
    assert consequential(left, right) == ["attribution"]
    assert consequential(f"{left} ¶ “{MORE}” Carl Rist said.", f"{right} ¶ “{MORE}” Carl Rist said.") == ["attribution"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The ferry sank. ¶ The Associated Press contributed to this report.", "The ferry sank."),
        ("The ferry sank. ¶ Fox News’ Ida Moe contributed to this report.",
         "The ferry sank. ¶ This story was reported by The Associated Press. Ole Lind contributed to this report."),
        ("The ferry sank. ¶ Write to Ida Moe at ida.moe@courier.example.",
         "The ferry sank. ¶ Write to Ole Lind at ole.lind@courier.example."),
        ("The ferry sank off Holm. Kaynak: DH", "The ferry sank off Holm. Kaynak: İH"),
        ("Media caption Mayor Brandt: it was not my boat ¶ The ferry sank.",
         "Media caption Mayor says sorry for the boat ¶ The ferry sank."),
        ("HOLM (Reuters) - The harbour court on Monday closed the old ferry quay for good.",
         "The US harbour court on Monday closed the old ferry quay for good."),
    ],
)  # fmt: skip
def test_credits_and_captions_are_no_part_of_the_report(left: str, right: str) -> None:
    """Who contributed, whom to write to and what a picture shows change nothing that is told."""
    assert consequential(left, right) == []


def test_a_credit_that_is_gone_is_shown_with_its_words() -> None:
    """It is a difference, and its words are counted though none of them is a word of the report."""
    credit = (
        "Associated Press writers Ida Moe in Holm, Ole Lind in Lorne and Jo Dahl in Ostby contributed to this report."
    )
    changes = changes_between(f"The ferry sank. ¶ {credit}", "The ferry sank.")
    assert [(change.kind, change.verdict, change.is_consequential) for change in changes] == [
        ("attribution", "withheld", False)
    ]
    assert "(20 words)" in changes[0].sentence


RUNS = "had run the ferry between the islands for many years before the war"


@pytest.mark.parametrize(
    ("left", "right", "language"),
    [
        (f"Carl Holt {RUNS}.", f"Holt {RUNS}.", "en"),
        (f"Holt, a Liberal, {RUNS}.", f"Holt {RUNS}.", "en"),
        ("They met in the old Chinese embassy near the harbour of Lorne on a cold day.",
         "They met in China’s embassy near the harbour of Lorne on a cold day.", "en"),
        ("Fighting went on in Idlib Governorate for the whole of that long winter.",
         "Fighting went on in Idlib Province for the whole of that long winter.", "en"),
        ("Они встретились в старом порту города Москва прошлой зимой.",
         "Они встретились в старом порту города Москвы прошлой зимой.", "ru"),
        ("Toplantı geçen kış Ankara’da eski belediye binasında yapıldı.",
         "Toplantı geçen kış Ankara’daki eski belediye binasında yapıldı.", "tr"),
        ("The town chose the chairman Carl Holt as its next mayor.",
         "The town chose the chairman from Lorne as its next mayor.", "en"),
        ("Norway now has the second-highest number of boats, after the old port.",
         "Spain now has the second-highest number of pilots who are unpaid, behind two islands.", "en"),
        ("“No place is lost for good.” ¶ Ada Moe, Lorne Courier",
         "“The rich buy what they like.” ¶ Ole Lind, Lorne Courier", "en"),
    ],
)  # fmt: skip
def test_one_name_in_another_form_is_no_other_name(left: str, right: str, language: str) -> None:
    """A fuller name, another ending, another word for a province; and two names that stand for two things."""
    assert consequential(left, right, language) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (f"Old Carl Holt {RUNS}.", f"Old Ada Brandt {RUNS}."),
        ("A ship from Niger came into the harbour of Lorne on that cold day.",
         "A ship from Nigeria came into the harbour of Lorne on that cold day."),
        ("Fighting went on in Idlib Province for the whole of that long winter.",
         "Fighting went on in Hama Province for the whole of that long winter."),
    ],
)  # fmt: skip
def test_another_name_is_told(left: str, right: str) -> None:
    """Another person, another country, another province."""
    assert consequential(left, right) == ["name"]
