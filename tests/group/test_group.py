"""Who belongs together, and who does not."""

import random
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest

from sitegen.config import Grouping
from sitegen.group import Grouped, group_articles
from sitegen.group.candidates.fingerprints import Roster, find_candidates
from sitegen.group.candidates.postings import Postings
from sitegen.group.words import read_words, run_hashes
from sitegen.model import Article, Moment, Source, StoryNote
from tests.compare.test_pair import DENIAL, FERRY, INQUIRY, WEATHER
from tests.conftest import MakeArticle

QUOTE = (
    "“I have worked this line for nineteen years and I never once saw the lighthouse from that side,” said the mate."
)
OTHER = "The council of Pell voted by nine to four to keep the lido open all winter, heated by the bakery next door."


def group(*articles: Article, notes: tuple[StoryNote, ...] = (), sources: tuple[Source, ...] = ()) -> Grouped:
    return group_articles(articles, notes, sources, Grouping())


def families(grouped: Grouped) -> set[frozenset[str]]:
    return {frozenset(family.copies) for story in grouped.stories for family in story.families}


def linked(grouped: Grouped) -> set[tuple[str, str]]:
    return {(link.left, link.right) for link in grouped.links}


def stories(grouped: Grouped) -> set[frozenset[str]]:
    return {frozenset(story.articles) for story in grouped.stories}


HASHES = [3137676928618577061, 15175918497930367182]


SAID = "We of the harbour police have waited by the quay with lamps in office hours, day and night, and every week"


def filler(seed: int, words: int = 120) -> str:
    """Text that shares no run with anything."""
    choose = random.Random(seed)
    return " ".join("".join(choose.choices("abcdefghijklmnoprstuvw", k=choose.randint(3, 9))) for _ in range(words))


def test_copies_are_found_by_shared_passages(article: MakeArticle) -> None:
    """A cut copy and its original are one story; a text about something else is not in it."""
    grouped = group(article("a", FERRY, DENIAL, WEATHER), article("b", FERRY, DENIAL), article("c", OTHER))
    assert stories(grouped) == {frozenset("ab"), frozenset("c")}
    assert grouped.links[0].evidence[0].words >= 8


def test_two_texts_that_quote_one_statement_are_linked_and_no_copies(article: MakeArticle) -> None:
    """A shared quotation is found, though 5-gram Jaccard is near nothing; it proves a common source alone."""
    left = article("a", filler(1), QUOTE, filler(2))
    right = article("b", filler(3, 60), QUOTE, filler(4, 60))
    quoted = group(left, right)
    assert [link.kind for link in quoted.links] == ["quotations"]
    assert families(quoted) == {frozenset("a"), frozenset("b")}
    told = QUOTE.replace("“", "").replace("”", "")
    taken = group(article("a", told, filler(1, 6)), article("b", told, filler(3, 6)))
    assert families(taken) == {frozenset("ab")}, "control: the same words as narration"


def test_two_short_texts_that_say_nearly_the_same_are_copies(article: MakeArticle) -> None:
    """Edits leave no long run in a text of two lines; most of it in short runs is enough. A few words are not."""
    left = article(
        "a", "The port of Mard stays open all winter, the office said on Monday after a petition by 2,300 people."
    )
    right = article(
        "b", "The port of Mard stays open all winter, the office claimed on Monday after a petition by 3,200 people."
    )
    assert stories(group(left, right)) == {frozenset("ab")}
    other = article("c", "The port of Mard stays open for now, and the mayor of Pell has a cold that will not go away.")
    assert len(stories(group(left, other))) == 2


def test_boilerplate_joins_nobody(article: MakeArticle) -> None:
    """A footer that stands in more articles than the cap says nothing about any two of them."""
    footer = (
        "Comments are moderated and must keep to the point; the editors of this page decide and do not write letters."
    )
    articles = [
        article(f"a{at}", filler(at), f"“{footer}”", filler(at + 99)) for at in range(Grouping().document_frequency + 1)
    ]
    assert len(stories(group(*articles))) == len(articles)
    few = articles[:3]
    assert len(linked(group(*few))) == 3, "control: in few articles the same words are a shared passage"


def test_furniture_is_not_looked_at(article: MakeArticle) -> None:
    """What was set aside makes no link."""
    footer = (
        "Subscribe and support the paper that has told you the news of the coast since the year of the great storm."
    )
    left = article("a", filler(1), footer, footer[::-1], furniture=(1, 2))
    right = article("b", filler(2), footer, footer[::-1], furniture=(1, 2))
    assert len(stories(group(left, right))) == 2


def test_a_chain_does_not_join_what_it_links(article: MakeArticle) -> None:
    """Two copied groups bridged by one article that quotes both stay two groups."""
    one, two = (FERRY, DENIAL, WEATHER), (INQUIRY, QUOTE, OTHER)
    articles = [article(f"a{at}", *one) for at in range(4)] + [article(f"b{at}", *two) for at in range(4)]
    bridge = article("bridge", one[1], two[1], filler(9))
    found = stories(group(*articles, bridge))
    assert not any({"a0", "b0"} <= story for story in found)


def test_declared_stories_win(article: MakeArticle) -> None:
    """Copies declared to different stories stay apart; strangers declared to one stand in it, families of their own."""
    apart = group(article("a", FERRY, DENIAL, story="one"), article("b", FERRY, DENIAL, story="two"))
    assert {story.id: story.articles for story in apart.stories} == {"one": ("a",), "two": ("b",)}
    together = group(article("a", FERRY, story="one"), article("b", OTHER, story="one"))
    assert [len(family.copies) for family in together.stories[0].families] == [1, 1]


def test_a_copy_without_a_story_joins_the_declared_one(article: MakeArticle) -> None:
    """Grouping finds the story of a raw text."""
    grouped = group(article("a", FERRY, DENIAL, story="ferry"), article("scrape", FERRY, DENIAL))
    assert [(story.id, story.articles) for story in grouped.stories] == [("ferry", ("a", "scrape"))]


def test_not_with_breaks_a_link(article: MakeArticle) -> None:
    """A keeper's word holds against any likeness."""
    grouped = group(article("a", FERRY, DENIAL, not_with=("b",)), article("b", FERRY, DENIAL))
    assert len(grouped.stories) == 2


def test_translations_and_versions_follow_their_declaration(article: MakeArticle) -> None:
    """They share no text, and stand in one family."""
    grouped = group(article("a", FERRY), article("x", "Un ferry volvió.", language="es", translation_of="a"))
    assert grouped.stories[0].families[0].copies == ("a", "x")
    assert grouped.links[0].kind == "translation"


def test_the_order_of_the_files_does_not_matter(article: MakeArticle) -> None:
    """Any order gives the same stories, families and links."""
    articles = [article(f"a{at}", FERRY, filler(at, 30), DENIAL) for at in range(6)] + [article("z", OTHER)]
    shuffled = articles.copy()
    random.Random(5).shuffle(shuffled)
    assert group(*articles) == group(*shuffled)


def moment(day: int) -> Moment:
    return Moment(day=date(2031, 3, day))


WIRE = Source(id="wire", name="Wire", kind="agency")


@pytest.mark.parametrize(
    ("declared", "expected", "reason"),
    [("", "b", "published first"), ("c", "c", "declared by the editor")],
)
def test_the_base_is_declared_or_first(article: MakeArticle, declared: str, expected: str, reason: str) -> None:
    """The base is the declared one, else the one published first, and it is said why."""
    articles = [
        article("a", FERRY, DENIAL, story="s", published=moment(4)),
        article("b", FERRY, DENIAL, story="s", published=moment(2)),
        article("c", FERRY, DENIAL, story="s", published=moment(5)),
    ]
    notes = (StoryNote(id="s", base=declared),) if declared else ()
    family = group(*articles, notes=notes).stories[0].families[0]
    assert (family.base, family.base_reason) == (expected, reason)


def test_an_agency_of_the_first_day_is_the_base(article: MakeArticle) -> None:
    """A daily that dates its copy to the day alone does not overtake the agency."""
    articles = [
        article("a", FERRY, DENIAL, published=moment(2)),
        article("b", FERRY, DENIAL, source="wire", published=moment(2)),
    ]
    assert group(*articles, sources=(WIRE,)).stories[0].base == "b"


def test_copies_of_one_day_are_no_first_and_second(article: MakeArticle) -> None:
    """What is settled by nothing but the names of files is said to be a tie; an hour or a day (control) settles it."""
    tied = [article(name, FERRY, DENIAL, published=moment(2)) for name in "ab"]
    family = group(*tied).stories[0].families[0]
    assert family.base_reason == "none is surely earlier, and another copy is as long"
    longer = article("c", FERRY, DENIAL, WEATHER, published=moment(2))
    family = group(*tied, longer).stories[0].families[0]
    assert (family.base, family.base_reason) == ("c", "none is surely earlier; it is the longer text")
    hour = datetime(2031, 3, 2, 9, tzinfo=UTC)
    clocked = [
        article(name, FERRY, DENIAL, published=Moment(day=hour.date(), time=hour - timedelta(hours=at)))
        for at, name in enumerate("ab")
    ]
    family = group(*clocked).stories[0].families[0]
    assert (family.base, family.base_reason) == ("b", "published first")


def test_a_base_shares_text_with_the_others(article: MakeArticle) -> None:
    """The first of three that shares nothing with the last is no base: little could be read against it."""
    parts = [(FERRY, filler(1, 60)), (FERRY, filler(1, 60), DENIAL, filler(2, 60)), (DENIAL, filler(2, 60))]
    copies = [
        article(name, *texts, published=moment(at + 1))
        for at, (name, texts) in enumerate(zip("abc", parts, strict=True))
    ]
    family = group(*copies).stories[0].families[0]
    assert family.copies == ("a", "b", "c")
    assert (family.base, family.base_reason) == ("b", "the first that shares text with most of the others")


def test_undated_copies_are_read_against_the_fullest(article: MakeArticle) -> None:
    """Where dates are missing, the copy that shares most is the base."""
    articles = [article("a", FERRY), article("b", FERRY, DENIAL, WEATHER), article("c", DENIAL, WEATHER)]
    assert group(*articles).stories[0].base == "b"


def test_what_one_outlet_prints_under_everything_joins_nobody(article: MakeArticle) -> None:
    """A sign-up form in three articles of one source is boilerplate, however small the archive is."""
    form = (
        "By signing up you agree to hear from the Courier and its partners about the harbour, the weather and cheese."
    )
    articles = [article(f"a{at}", filler(at), form, source="courier") for at in range(3)]
    assert len(stories(group(*articles))) == 3
    elsewhere = [article(f"a{at}", filler(at), f"“{form}”", filler(at + 9), source=f"paper{at}") for at in range(3)]
    assert len(linked(group(*elsewhere))) == 3, "control: in three outlets the same run is shared text"


def test_whom_to_write_to_is_not_shared_text(article: MakeArticle) -> None:
    """The address under a notice of the police is no passage of what it reports; the same words in a report are."""
    address = "Harbour Police, office hours: 0711 8990, E-Mail: press.desk@police.example, day and night, every week"
    found = [
        group(*(article(one, filler(at), text, filler(at + 9)) for at, one in enumerate("ab")))
        for text in (address, f"“{SAID}”")
    ]
    assert [len(linked(grouped)) for grouped in found] == [0, 1], "the second is a control"


def test_boilerplate_is_not_counted_with_what_is_shared(article: MakeArticle) -> None:
    """Two articles that share a form and half a sentence share half a sentence."""
    form = (
        "By signing up you agree to hear from the Courier and its partners about the harbour, the weather and cheese."
    )
    others = [article(f"o{at}", filler(20 + at), form, source="courier") for at in range(3)]
    left = article("a", filler(1), f"{form} The ferry was late again today and nobody minded.", source="courier")
    right = article("b", filler(2), f"{form} The ferry was late again today and nobody noticed.", source="courier")
    assert len(stories(group(left, right, *others))) == 5


def test_hashes_come_from_bytes() -> None:
    """Not from Python's seeded hash: these are the values on every machine."""
    words = read_words("One two, three four five six").hashes
    assert run_hashes(words, 5).tolist() == HASHES
    assert run_hashes(words[:4], 5).size == 0
    nothing = Roster(slots=np.arange(0), sources=[])
    assert find_candidates(Postings([]), nothing, 24, 3).left.size == 0


def test_the_versions_of_one_text_are_no_form_of_their_outlet(article: MakeArticle) -> None:
    """A short text that was captured four times is found in another outlet's copy; a form filled in again is not."""
    text = (
        "The swimming hall of Pell stays shut until May, the council said, since its boiler broke down again on Friday."
    )
    captures = [
        article("wire1", text, source="wire"),
        *(article(f"wire{at}", text, f"Line {at}.", source="wire", version_of=f"wire{at - 1}") for at in range(2, 5)),
    ]
    copy = article("paper", text, OTHER, source="paper")
    together = group(*captures, copy)
    assert stories(together) == {frozenset({"paper", *(one.id for one in captures)})}
    linked = {(link.left, link.right) for link in together.links if link.kind == "passages"}
    assert any("paper" in pair for pair in linked)
