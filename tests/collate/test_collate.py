"""A collation: what each copy has in the place of each sentence of the base, and what it adds."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.collate import SentenceReader, align_languages, collate
from sitegen.collation import Collation, CollationUnit
from sitegen.comparing import compare_articles
from sitegen.config import Comparing
from sitegen.model import Article, Op
from sitegen.text.tokenized import tokenize_blocks
from tests.conftest import MakeArticle, make_article

OPENING = "A barge with 40 crates of pears ran aground near Holm on Monday, the harbour office said."
CREW = "Its crew of three walked ashore. Nobody was hurt. The pears were sold on the quay before noon."
DENIAL = "The owner, the Pell Line, denied that the pilot had been asleep at the wheel."
QUOTE = "“I have seen worse groundings,” said the pilot, Jon Aske. “I have not seen better pears.”"
OWN = "Our reporter bought two kilograms and found them ripe."


def collated(*articles: Article, comparing: Comparing | None = None) -> Collation:
    """All articles collated with the first."""
    by_id = {article.id: article for article in articles}
    texts = {article.id: tokenize_blocks(article.blocks, article.language) for article in articles}
    base = articles[0]
    comparisons = [
        compare_articles(base, copy, comparing or Comparing(), tokenized=(texts[base.id], texts[copy.id]))
        for copy in articles[1:]
        if copy.language == base.language
    ]
    alignments = [
        align_languages(base, copy, (texts[base.id], texts[copy.id]))
        for copy in articles[1:]
        if copy.language != base.language
    ]
    return collate(base.id, by_id, texts, comparisons, copies=tuple(by_id), alignments=alignments)


def kinds(collation: Collation, copy: str) -> list[str]:
    """What a copy has at each sentence of the base."""
    readings = [unit.reading_of(copy) for unit in collation.spine]
    return [
        " ".join(filter(None, [reading.kind, reading.doubt, "moved" * reading.moved, reading.layout]))
        for reading in readings
        if reading
    ]


def wholly(*expected: str) -> list[str]:
    return [f"{kind} whole" for kind in expected]


def test_a_copy_keeps_rewords_and_drops_sentences(article: MakeArticle) -> None:
    """Each sentence of the base is verbatim, reworded or dropped, whatever paragraphs it stands in."""
    edited = article(
        "b", OPENING.replace("40 crates", "dozens of crates"), CREW.replace(" Nobody was hurt.", ""), QUOTE
    )
    collation = collated(article("a", OPENING, CREW, DENIAL, QUOTE), edited)
    assert kinds(collation, "b") == wholly(
        "reworded", "verbatim", "dropped", "verbatim", "dropped", "verbatim", "verbatim"
    )


def test_a_reworded_sentence_can_be_rebuilt_from_its_ops(article: MakeArticle) -> None:
    """Its ops go from the sentence to the copy's, contiguous over both."""
    base, copy = article("a", OPENING, DENIAL), article("b", OPENING.replace("40 crates", "dozens of crates"), DENIAL)
    collation = collated(base, copy)
    texts = [tokenize_blocks(one.blocks, "en") for one in (base, copy)]
    unit = collation.spine[0]
    reading = unit.readings[0]
    assert texts[0].text(unit.span).startswith("A barge with 40")
    assert "".join(texts[0].text(op.left) for op in reading.ops) == texts[0].text(unit.span)
    assert "".join(texts[1].text(op.right) for op in reading.ops) == texts[1].text(reading.spans[0])
    assert {op.tag for op in reading.ops} == {"equal", "replace"}


def test_equal_readings_are_one(article: MakeArticle) -> None:
    """Copies that print the same words share a reading; the most copies come first."""
    changed = OPENING.replace("Monday", "Tuesday")
    collation = collated(
        article("a", OPENING, QUOTE),
        article("b", changed, QUOTE),
        article("c", OPENING, QUOTE),
        article("d", changed, QUOTE),
    )
    assert [(reading.kind, reading.copies) for reading in collation.spine[0].readings] == [
        ("reworded", ("b", "d")),
        ("verbatim", ("c",)),
    ]
    assert [reading.copies for reading in collation.spine[1].readings] == [("b", "c", "d")]


def test_a_moved_sentence_is_said_to_have_moved(article: MakeArticle) -> None:
    """A paragraph at another place is kept there."""
    base = article("a", OPENING, CREW, DENIAL, QUOTE)
    collation = collated(base, article("b", DENIAL, OPENING, CREW, QUOTE))
    moved = [unit.readings[0].moved for unit in collation.spine]
    assert [unit.readings[0].kind for unit in collation.spine] == ["verbatim"] * len(moved)
    assert moved == [False, False, False, False, True, False, False]


def test_a_sentence_that_was_split_or_merged_is_kept(article: MakeArticle) -> None:
    """One sentence as two, and two as one: each has its counterpart, and the layout is said."""
    base = article(
        "a", OPENING, "The barge was refloated at high tide and it was towed to the yard at Pell by two tugs."
    )
    split = article("b", OPENING, "The barge was refloated at high tide. It was towed to the yard at Pell by two tugs.")
    assert kinds(collated(base, split), "b") == ["verbatim whole", "reworded split"]
    assert kinds(collated(split, base), "a") == ["verbatim whole", "verbatim merged", "reworded merged"]


def test_what_a_copy_adds_stands_where_it_stands(article: MakeArticle) -> None:
    """An addition is a unit after the base's sentence that it follows; two copies that share it share the unit."""
    base = article("a", OPENING, DENIAL, QUOTE)
    collation = collated(
        base, article("b", OPENING, OWN, DENIAL, QUOTE), article("c", OPENING, f"{OWN[:-6]} juicy.", DENIAL, QUOTE)
    )
    added = [unit for unit in collation.units if unit.added]
    assert [(unit.article, unit.after) for unit in added] == [("b", collation.spine[0].id)]
    assert [(reading.kind, reading.copies) for reading in added[0].readings] == [
        ("verbatim", ("b",)),
        ("reworded", ("c",)),
    ]
    assert [unit.added for unit in collation.units] == [False, True, False, False, False]


def test_additions_come_in_the_order_of_their_copies(article: MakeArticle) -> None:
    """An early copy that rewords the first of two added sentences does not bring the second before it."""
    base = article("a", f"{DENIAL} {QUOTE}")
    first = "The harbour master had warned of the bank twice in the spring, the council heard on Friday."
    second = "Its report is due in June."
    reworded = first.replace("had warned", "had spoken")
    collation = collated(
        base,
        article("b", f"{reworded} {second} {DENIAL} {QUOTE}"),
        article("c", f"{first} {second} {DENIAL} {QUOTE}"),
        article("d", f"{first} {second} {DENIAL} {QUOTE}"),
    )
    added = [unit for unit in collation.units if unit.added]
    assert [(unit.article, len(unit.readings)) for unit in added] == [("c", 2), ("b", 1)], (
        "in all three the warning comes first"
    )


def test_a_capture_that_breaks_off_drops_nothing_after_its_end(article: MakeArticle) -> None:
    """What a partial text lacks at its end is not known; a sentence it lacks inside a paragraph is dropped."""
    base = article("a", OPENING, CREW, DENIAL, QUOTE)
    copy = article("b", OPENING, CREW.replace(" Nobody was hurt.", ""), completeness="partial")
    assert kinds(collated(base, copy), "b") == [
        *wholly("verbatim", "verbatim", "dropped", "verbatim"),
        *["unknown breaks off whole"] * 3,
    ]
    whole = replace(copy, completeness="unknown")
    assert kinds(collated(base, whole), "b")[-3:] == wholly("dropped", "dropped", "dropped")


def test_a_rewriting_is_not_said_to_drop_anything(article: MakeArticle) -> None:
    """Who wrote most of the text anew may say all of it in words of its own; so may one who says something like it."""
    tale = "Pears, pears and pears again: the whole town of Holm smelled of them for a week, and so did its cats."
    rewriting = article("b", tale, "It began with a boat that was not where it ought to be.", QUOTE)
    assert set(kinds(collated(article("a", OPENING, DENIAL, QUOTE), rewriting), "b")[:2]) == {"unknown own words whole"}
    base = article("a", OPENING, CREW, DENIAL, QUOTE)
    echo = "Asleep? Never: at the wheel of every barge of the Pell Line stands a pilot, its owner has said."
    assert kinds(collated(base, article("b", OPENING, CREW, echo, QUOTE)), "b")[4] == "unknown own words whole"
    assert kinds(collated(base, article("b", OPENING, CREW, OWN, QUOTE)), "b")[4] == "dropped whole"


def test_a_coarse_comparison_proves_no_loss(article: MakeArticle) -> None:
    """Where whole sentences or paragraphs were compared, what is not the same is not known."""
    base, copy = article("a", OPENING, DENIAL), article("b", OPENING.replace("40", "41"), DENIAL)
    coarse = Comparing(words_up_to=1)
    assert kinds(collated(base, copy, comparing=coarse), "b") == ["unknown coarse whole", "verbatim whole"]


def test_an_id_is_made_of_the_words(article: MakeArticle) -> None:
    """A sentence put in before it, other marks or another case change no id; another word does; a second printing
    counts on."""
    ids = [unit.id for unit in collated(article("a", OPENING, DENIAL)).units]
    later = [unit.id for unit in collated(article("z", QUOTE, OPENING.upper().replace(",", ""), DENIAL, DENIAL)).units]
    assert later[2] == ids[0]
    assert later[3:] == [ids[1], f"{ids[1]}-2"]
    assert collated(article("a", OPENING.replace("Monday", "Tuesday"))).units[0].id != ids[0]


def test_a_sentence_printed_twice_is_kept_once_and_again(article: MakeArticle) -> None:
    """A base that prints its opening twice: a copy that has it once drops neither printing."""
    base = article("a", OPENING, OPENING, DENIAL, QUOTE)
    assert kinds(collated(base, article("b", OPENING, DENIAL, QUOTE)), "b") == wholly(*["verbatim"] * 5)


def test_a_translation_joins_by_its_alignment(article: MakeArticle) -> None:
    """Sentences of a translation are readings of those they translate; nothing is dropped that is not proven."""
    spanish = article(
        "b",
        "Una barcaza con 40 cajas de peras encalló cerca de Holm el lunes, según la oficina del puerto.",
        "La propietaria, la Pell Line, negó que el práctico se hubiera dormido al timón.",
        "«He visto encallamientos peores», dijo el práctico, Jon Aske.",
        language="es",
        translation_of="a",
    )
    collation = collated(article("a", OPENING, DENIAL, QUOTE), spanish)
    assert kinds(collation, "b")[:3] == wholly("translated", "translated", "translated")
    assert kinds(collation, "b")[3].split()[0] in ("unknown", "dropped")


def test_a_copy_that_was_not_compared_is_told(article: MakeArticle) -> None:
    """It is listed, and has no reading anywhere."""
    base, copy = article("a", OPENING), article("b", OPENING)
    texts = {one.id: tokenize_blocks(one.blocks, "en") for one in (base, copy)}
    collation = collate("a", {"a": base, "b": copy}, texts, [], copies=("a", "b"))
    assert collation.unread == ("b",)
    assert all(not unit.readings for unit in collation.units)


def test_copies_with_one_text_are_read_once(article: MakeArticle) -> None:
    """Of a thousand identical copies one is read: what is held does not grow with their number."""
    base = article("a", OPENING, DENIAL)
    copies = [article(f"b{place}", OPENING) for place in range(1_000)]
    articles = {one.id: one for one in (base, *copies)}
    texts = {one: tokenize_blocks(articles[one].blocks, "en") for one in ("a", "b0")}
    comparison = compare_articles(base, copies[0], Comparing(), tokenized=(texts["a"], texts["b0"]))
    alike = {copy.id: "b0" for copy in copies[1:]}
    collation = collate("a", articles, texts, [comparison], copies=tuple(articles), alike=alike)
    assert collation.copies == ("b0",)
    assert len(collation.alike) == 999
    assert [[reading.copies for reading in unit.readings] for unit in collation.spine] == [[("b0",)], [("b0",)]]


def test_any_copy_can_be_the_spine(article: MakeArticle) -> None:
    """A comparison is read from either side: what one drops the other adds."""
    base, copy = article("a", OPENING, DENIAL, QUOTE), article("b", OPENING, QUOTE)
    articles = {one.id: one for one in (base, copy)}
    texts = {one.id: tokenize_blocks(one.blocks, "en") for one in (base, copy)}
    comparison = compare_articles(base, copy, Comparing(), tokenized=(texts["a"], texts["b"]))
    collation = collate("b", articles, texts, [comparison], copies=("a", "b"))
    assert kinds(collation, "a") == wholly("verbatim", "verbatim", "verbatim")
    assert [texts["a"].text(unit.span).strip() for unit in collation.units if unit.added] == [DENIAL]


_SENTENCES = [*OPENING.split("\n"), *CREW.split(". "), DENIAL, QUOTE, OWN, "Two tugs came. One left again.", "No."]
blocks = st.lists(st.sampled_from(_SENTENCES), min_size=0, max_size=5)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(blocks, min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_copies_changes_nothing(copies: Sequence[list[str]], random: object) -> None:
    """Copies and comparisons in any order give the same collation."""
    articles = {name: make_article(name, *paragraphs) for name, paragraphs in zip("abcde", copies, strict=False)}
    texts = {name: tokenize_blocks(one.blocks, "en") for name, one in articles.items()}
    comparisons = [
        compare_articles(articles["a"], articles[name], Comparing(), tokenized=(texts["a"], texts[name]))
        for name in articles
        if name != "a"
    ]
    first = collate("a", articles, texts, comparisons, copies=tuple(articles))
    names = list(articles)
    random.shuffle(names)  # type: ignore[attr-defined]
    random.shuffle(comparisons)  # type: ignore[attr-defined]
    again = collate("a", {name: articles[name] for name in names}, texts, comparisons, copies=tuple(names))
    assert again == first


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(blocks, blocks)
def test_every_sentence_of_a_copy_is_a_reading_or_an_addition(left: list[str], right: list[str]) -> None:
    """Readings lie inside the copy, ops are contiguous, and no sentence of a copy is lost but one printed again."""
    base, copy = make_article("a", *left), make_article("b", *right)
    collation = collated(base, copy)
    text = tokenize_blocks(copy.blocks, "en")
    covered: set[int] = set()
    for unit in collation.units:
        for reading in unit.readings:
            for span in reading.spans:
                assert 0 <= span[0] < span[1] <= len(text.tokens)
                covered.update(range(*span))
            assert_contiguous(unit, reading.ops, reading.spans)
    lost = [
        sentence.keys
        for sentence in SentenceReader().sentences(copy, text)
        if covered.isdisjoint(range(*sentence.span))
    ]
    printed = [sentence.keys for one in (base, copy) for sentence in _sentences(one)]
    assert all(printed.count(keys) > 1 for keys in lost)


def _sentences(one: Article) -> Sequence[object]:
    return SentenceReader().sentences(one, tokenize_blocks(one.blocks, "en"))  # type: ignore[return-value]


def assert_contiguous(unit: CollationUnit, ops: Sequence[Op], spans: Sequence[tuple[int, int]]) -> None:
    if ops:
        assert (ops[0].left[0], ops[-1].left[1]) == unit.span
        assert (ops[0].right[0], ops[-1].right[1]) == spans[0]
        for before, after in pairwise(ops):
            assert (before.left[1], before.right[1]) == (after.left[0], after.right[0])


@pytest.mark.parametrize("count", [2, 40])
def test_additions_of_many_copies_are_held_together(article: MakeArticle, count: int) -> None:
    """One addition that many copies share, each with a word changed, is one unit with as many readings."""
    base = article("a", OPENING, DENIAL)
    copies = [article(f"b{place:02}", OPENING, OWN.replace("two", str(place + 2)), DENIAL) for place in range(count)]
    added = [unit for unit in collated(base, *copies).units if unit.added]
    assert len(added) == 1
    assert sum(len(reading.copies) for reading in added[0].readings) == count
