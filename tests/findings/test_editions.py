"""What follows from a collation: survival, facts, agreement, anatomy, and what leads a story."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from sitegen.collate import align_languages, collate
from sitegen.collation import Collation
from sitegen.comparing import compare_articles
from sitegen.config import Comparing
from sitegen.edition import Fact, FamilyEdition, StoryEdition
from sitegen.findings import compare_family, read_edition
from sitegen.findings.edition.agreement import agreement_of, apparatus_of
from sitegen.findings.edition.anatomy import anatomy_of
from sitegen.findings.edition.facts import facts_of
from sitegen.findings.edition.leading import leading_of
from sitegen.findings.edition.sentencetypes import SentenceTypes
from sitegen.findings.edition.survival import survival_of
from sitegen.model import Article, Comparison, Family, Story
from sitegen.text.tokenized import Tokenized, tokenize_blocks, tokenize_line
from tests.conftest import MakeArticle
from tests.families import comparing

OPENING = "A barge with 40 crates of pears ran aground near Holm on Monday, the harbour office said."
DENIAL = "The owner, the Pell Line, denied that the pilot had been asleep at the wheel."
QUOTE = "“I have seen worse groundings,” said the pilot, Jon Aske. “I have not seen better pears.”"
COST = "The damage is put at 12,000 crowns, and the yard wants 30 days for the repair."
PLAIN = "The barge was built at Pell and carries fruit in autumn and coal in winter."
OWN = "Our reporter bought two kilograms and found them ripe."


def read(*articles: Article) -> FamilyEdition:
    """The edition of all articles, with the first as base."""
    collation, by_id, texts, comparisons = parts(*articles)
    survival = survival_of(collation, by_id, texts)
    facts = facts_of(collation, by_id, texts, comparisons)
    return FamilyEdition(
        collation=collation,
        survival=survival,
        facts=facts,
        agreement=agreement_of(collation),
        leading=leading_of(collation, by_id, texts, comparisons, survival, facts),
    )


def parts(
    *articles: Article, alike: Mapping[str, str] | None = None
) -> tuple[Collation, dict[str, Article], dict[str, Tokenized], list[Comparison]]:
    by_id = {article.id: article for article in articles}
    texts = {article.id: tokenize_blocks(article.blocks, article.language) for article in articles}
    base = articles[0]
    comparisons = [
        compare_articles(base, copy, Comparing(), tokenized=(texts[base.id], texts[copy.id]))
        for copy in articles[1:]
        if copy.language == base.language and copy.id not in (alike or {})
    ]
    alignments = [
        align_languages(base, copy, (texts[base.id], texts[copy.id]))
        for copy in articles[1:]
        if copy.language != base.language
    ]
    collation = collate(base.id, by_id, texts, comparisons, copies=tuple(by_id), alike=alike, alignments=alignments)
    return collation, by_id, texts, comparisons


def kind_of(sentence: str, language: str = "en") -> str:
    text = tokenize_line(sentence, language)
    return SentenceTypes(text, language).kind_of((0, len(text.tokens)))


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        (DENIAL, "denial"),
        ("The mayor disputed that account, and the clerk rejected the claim as well.", "denial"),
        ("Asked about the letter, she denied ever seeing it.", "denial"),
        ("The office insisted that it had not been told.", "denial"),
        ("Aske pushed back on suggestions of haste.", "denial"),
        ("The court denied the request for a stay.", "background"),
        ("Guards could deny visitors entry after dusk.", "background"),
        ("The council rejected the budget by a show of hands.", "background"),
        ("Such disputes are settled over coffee.", "background"),
        ("He did not deny that he had called, the clerk said.", "attribution"),
        ("“I have seen worse groundings,” said the pilot.", "quotation"),
        ("They call it “the works” in the town.", "background"),
        ("Some 250 people stood on the quay.", "figure"),
        ("The damage is put at 12 crowns.", "figure"),
        ("It began on 3 May 2031 at noon.", "background"),
        ("Two of them left.", "background"),
        ("The harbour office said the wind had turned.", "attribution"),
        (PLAIN, "background"),
    ],
)
def test_a_sentence_is_the_most_telling_kind(sentence: str, kind: str) -> None:
    """A denial is a denial of something said, not a refusal; a quotation has four words, a figure weight."""
    assert kind_of(sentence) == kind


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("El alcalde negó que la bomba hubiera fallado.", "es"),
        ("Der Betreiber bestritt, dass ein Alarm übersehen wurde.", "de"),
        ("Le maire a démenti que la pompe ait été négligée.", "fr"),
    ],
)
def test_a_denial_is_one_in_other_languages(sentence: str, language: str) -> None:
    """By the verbs of the language's lexicon."""
    assert kind_of(sentence, language) == "denial"


def test_a_lost_denial_ranks_before_a_lost_quotation(article: MakeArticle) -> None:
    """Losses come by kind, then by how many lost it; what nobody lost comes last, as the text goes."""
    edition = read(
        article("a", OPENING, PLAIN, QUOTE, DENIAL, COST),
        article("b", OPENING, COST),
        article("c", OPENING, PLAIN, DENIAL, COST),
    )
    assert [(sentence.kind, sentence.dropped) for sentence in edition.survival] == [
        ("denial", ("b",)),
        ("quotation", ("b", "c")),
        ("quotation", ("b", "c")),
        ("background", ("b",)),
        ("figure", ()),
        ("figure", ()),
    ]
    denial = edition.survival[0]
    assert (denial.kept, denial.survives, denial.is_lost) == (("c",), True, True)
    assert not edition.survival[1].survives


def test_copies_with_one_text_are_counted_and_not_listed(article: MakeArticle) -> None:
    """Ten thousand copies of one text are one name and a number."""
    base, first, second = article("a", OPENING, DENIAL), article("b", OPENING), article("c", OPENING)
    collation, by_id, texts, _ = parts(base, first, second, alike={"c": "b"})
    denial = survival_of(collation, by_id, texts)[0]
    assert (denial.dropped, denial.counts) == (("b",), {"dropped": 2})


def test_copies_that_give_another_figure_are_told(article: MakeArticle) -> None:
    """A figure on which copies differ comes first, with what each of them says; the base's own comes first in it."""
    edition = read(
        article("a", OPENING, COST, DENIAL),
        article("b", OPENING, COST.replace("12,000", "14,000"), DENIAL),
        article("c", OPENING.replace("40", "dozens of"), COST.replace("12,000", "14,000"), DENIAL),
        article("d", OPENING, COST, DENIAL),
    )
    differing = [fact for fact in edition.facts if fact.differs]
    assert [[(one.verdict, one.text, one.copies) for one in fact.stated] for fact in differing] == [
        [("same-value", "40", ("a", "b", "d")), ("rounded", "dozens of", ("c",))],
        [("same-value", "12,000 crowns", ("a", "d")), ("changed", "14,000 crowns", ("b", "c"))],
    ]
    assert [fact.differs for fact in edition.facts] == sorted([fact.differs for fact in edition.facts], reverse=True)


@pytest.mark.parametrize("form", ["12 000 crowns", "twelve thousand crowns", "12.000 crowns"])
def test_a_difference_of_form_is_none(article: MakeArticle, form: str) -> None:
    """The same value, written otherwise, is the same value."""
    edition = read(article("a", OPENING, COST), article("b", OPENING, COST.replace("12,000 crowns", form)))
    assert not [fact for fact in edition.facts if fact.differs]


def test_who_drops_a_sentence_says_nothing_of_its_figures(article: MakeArticle) -> None:
    """Silence is no answer."""
    fact = fact_of(read(article("a", OPENING, COST, DENIAL), article("b", OPENING, DENIAL)), "12,000 crowns")
    assert [stated.copies for stated in fact.stated] == [("a",)]


def fact_of(edition: FamilyEdition, text: str) -> Fact:
    return next(fact for fact in edition.facts if fact.stated[0].text == text)


SPANISH = (
    "Una barcaza con 40 cajas de peras encalló cerca de Holm el lunes, según la oficina del puerto.",
    "La propietaria, la Pell Line, negó que el práctico se hubiera dormido al timón.",
    "Los daños se calculan en 12.000 coronas, y el astillero pide 30 días para la reparación.",
)


def test_a_translation_gives_the_same_figures_or_others(article: MakeArticle) -> None:
    """Values of aligned sentences are held against each other; another amount differs, another form does not."""
    base = article("a", OPENING, DENIAL, COST)
    same = article("b", *SPANISH, language="es", translation_of="a")
    assert not [fact for fact in read(base, same).facts if fact.differs]
    assert fact_of(read(base, same), "12,000 crowns").stated[0].copies == ("a", "b")
    other = replace(same, blocks=article("b", *SPANISH[:2], SPANISH[2].replace("12.000", "15.000")).blocks)
    fact = fact_of(read(base, other), "12,000 crowns")
    assert [(stated.verdict, stated.copies) for stated in fact.stated] == [("same-value", ("a",)), ("changed", ("b",))]


def test_a_figure_that_a_translation_has_elsewhere_is_the_same(article: MakeArticle) -> None:
    """It moved to another sentence: nothing is said to differ."""
    moved = (
        f"{SPANISH[0][:-1]}, con daños de 12.000 coronas.",
        SPANISH[1],
        "El astillero pide 30 días y 15.000 clavos.",
    )
    copy = article("b", *moved, language="es", translation_of="a")
    fact = fact_of(read(article("a", OPENING, DENIAL, COST), copy), "12,000 crowns")
    assert [(stated.verdict, stated.copies) for stated in fact.stated] == [("same-value", ("a", "b"))]


def test_figures_of_two_clauses_are_no_answers_to_one_question(article: MakeArticle) -> None:
    """One counts crates, the other readers; and a weight is no answer to a length."""
    start = "The pilot, known on the coast as Captain Pear, was praised on the quay after"
    saved = f"{start} a clerk claimed that he alone had saved 100 crates of fruit."
    liked = f"{start} a picture of him in an apron was posted by the town and liked by 5,000 readers."
    assert not [fact for fact in read(article("a", OPENING, saved), article("b", OPENING, liked)).facts if fact.differs]
    long = "Last winter the pilot caught an 8 ft pike off Holm, and it took two men to lift it."
    heavy = long.replace("an 8 ft pike", "a 15 kg pike")
    assert not [fact for fact in read(article("a", OPENING, long), article("b", OPENING, heavy)).facts if fact.differs]


def test_times_differ_in_no_translation(article: MakeArticle) -> None:
    """They are written in more ways than are read: `6 giờ 15` is a quarter past six."""
    base = article("a", OPENING, DENIAL, "The tug Brandur came from Vannhaven at 06:15, said Edda Marlow.")
    tug = "El remolcador Brandur llegó de Vannhaven a las 07:20, dijo Edda Marlow."
    copy = article("b", *SPANISH[:2], tug, language="es", translation_of="a")
    assert not [fact for fact in read(base, copy).facts if fact.differs]


def test_the_order_in_which_findings_lead(article: MakeArticle) -> None:
    """A lost denial, then a lost quotation, then an altered one, a figure, a headline; three, of three kinds."""
    base = article("a", OPENING, DENIAL, QUOTE, COST, PLAIN)
    cut = article("b", OPENING, PLAIN, COST)
    assert leads(read(base, cut)) == ["lost denial", "lost quotation", "headline"]
    costs = COST.replace("12,000", "14,000")
    other = article("c", OPENING, DENIAL, QUOTE.replace("better pears", "tastier pears"), costs, PLAIN, title="Pears!")
    assert leads(read(base, other)) == ["altered quotation", "differing figure", "headline"]
    assert leads(read(base, cut, other)) == ["lost denial", "lost quotation", "altered quotation"]
    assert read(base, cut, other).leading[0].survives == ("c",)


def leads(edition: FamilyEdition) -> list[str]:
    return [finding.kind for finding in edition.leading]


def test_a_loss_that_the_whole_text_denies_is_not_said(article: MakeArticle) -> None:
    """The copy reports a denial of its own in other words, or has the words elsewhere: nothing leads by that."""
    base = article("a", OPENING, DENIAL, PLAIN, COST, QUOTE)
    gone = read(base, article("b", OPENING, PLAIN, COST, QUOTE))
    assert [(finding.kind, finding.copies) for finding in gone.leading][:1] == [("lost denial", ("b",))]
    echo = "Nobody slept on board, the company said when it rejected the allegations."
    assert "lost denial" not in leads(read(base, article("b", OPENING, PLAIN, COST, echo, QUOTE)))
    aside = article("b", OPENING, PLAIN, COST, DENIAL, QUOTE, furniture=(3,))
    assert "lost denial" not in leads(read(base, aside)), "it stands in what was set aside"


def test_copies_that_depart_together_are_a_group(article: MakeArticle) -> None:
    """Two that drop and reword the same sentences; a third that does so once is no member."""
    changed = OPENING.replace("Monday", "Tuesday")
    edition = read(
        article("a", OPENING, DENIAL, COST, PLAIN),
        article("b", changed, COST, PLAIN),
        article("c", changed, COST, PLAIN),
        article("d", OPENING, COST, PLAIN),
    )
    spine = [unit.id for unit in edition.collation.spine]
    assert [(group.copies, group.units) for group in edition.agreement] == [
        (("b", "c"), (spine[0],)),
        (("b", "c", "d"), (spine[1],)),
    ]
    entries = apparatus_of(edition.collation)
    assert [(entry.unit, len(entry.readings), entry.lemma is None) for entry in entries] == [
        (spine[0], 1, False),
        (spine[1], 1, True),
    ]


def test_the_anatomy_of_a_copy_is_its_sentences(article: MakeArticle) -> None:
    """One cell a sentence in its own order, furniture too; shares count the words that are no furniture."""
    base = article("a", OPENING, DENIAL, QUOTE, PLAIN)
    copy = article("b", "Menu", PLAIN, OPENING.replace("Monday", "Tuesday"), OWN, QUOTE, furniture=(0,))
    collation, _, texts, _ = parts(base, copy)
    anatomy = anatomy_of(collation, "b", copy, texts["b"])
    assert [cell.kind for cell in anatomy.cells] == [
        "furniture", "moved", "reworded", "own", "reworded"[:0] or anatomy.cells[4].kind, "quotation",
    ]  # fmt: skip
    assert sum(anatomy.shares.values()) == pytest.approx(1)
    assert anatomy.words == sum(cell.words for cell in anatomy.cells if cell.kind != "furniture")
    whole = anatomy_of(collation, "a", base, texts["a"])
    assert {cell.kind for cell in whole.cells} == {"verbatim", "quotation"}


def edition_of(*articles: Article) -> StoryEdition:
    """The edition of a story of one family."""
    by_id = {article.id: article for article in articles}
    texts = {article.id: tokenize_blocks(article.blocks, article.language) for article in articles}
    family = Family(base=articles[0].id, base_reason="", copies=tuple(by_id))
    compared = compare_family(family, by_id, texts, {}, Comparing(), comparing(by_id, texts, Comparing()))
    return read_edition(Story(id="s", title="s", families=(family,)), by_id, texts, [compared])


def test_two_that_each_claim_to_translate_the_other(article: MakeArticle) -> None:
    """Each is aligned with the other, and the base keeps its readings."""
    base = article("a", OPENING, DENIAL, COST, translation_of="b")
    edition = edition_of(base, article("b", *SPANISH, language="es", translation_of="a"))
    assert [(alignment.left, alignment.right) for alignment in edition.alignments] == [("b", "a"), ("a", "b")]
    kinds = [unit.readings[0].kind for unit in edition.families[0].collation.spine]
    assert kinds == ["translated", "translated", "translated"]


def test_copies_that_share_nothing_with_the_base_and_much_with_each_other(article: MakeArticle) -> None:
    """Their sentences are additions with two copies each, and nothing is said to be dropped."""
    copies = [article(name, COST, PLAIN, OWN) for name in ("b", "c")]
    edition = edition_of(article("a", OPENING, DENIAL), *copies)
    family = edition.families[0]
    assert [unit.readings[0].copies for unit in family.collation.units if unit.added] == [("b", "c")] * 3
    assert all(not sentence.dropped for sentence in family.survival)
    assert family.leading == () or all(finding.kind == "headline" for finding in family.leading)


@pytest.mark.parametrize(
    "lines",
    [
        ("Pears on the water", "pears in the wind", "who will eat them", "who will begin"),
        ("", " ", "…", "***"),
        ("1", "2", "3"),
        ("PEARS " * 400,),
    ],
    ids=["a poem", "marks alone", "numbers alone", "one word"],
)
def test_texts_that_are_no_prose(article: MakeArticle, lines: tuple[str, ...]) -> None:
    """A copy with the same lines keeps what there is; nothing is dropped."""
    edition = edition_of(article("a", *lines), article("b", *lines), article("c", *lines[:-1]))
    for sentence in edition.families[0].survival:
        assert "b" not in sentence.dropped
