"""Which reports of one piece of news are found though they share no text, and which stay apart."""

import random
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from sitegen.config import Grouping
from sitegen.group import Grouped, clusters, days, explain, group_articles, likeness, weigh
from sitegen.group.words import read_words
from sitegen.model import Article, Moment
from tests.conftest import MakeArticle

HARBOUR = (
    "The dredger Ottilie ran aground off Brackmoor before dawn, "
    "and forty thousand litres of diesel reached the mussel "
    "beds. Harbour master Ina Quell closed the channel. Divers from Vannhaven will look at the hull."
)
HARBOUR_AGAIN = (
    "Mussel farmers at Brackmoor fear for a whole season: diesel "
    "from the stranded Ottilie lies on their beds. Ina Quell "
    "said divers were on their way, and that nothing may enter the channel until the dredger is afloat."
)
CHOIR = (
    "Nine altos of the Skelby choir have been locked in "
    "the chapel overnight by a warden who counted sopranos only. They "
    "sang until a baker heard them. The chapel council will buy a second key and a bench."
)
SUBJECTS = (
    "ferry",
    "cheese",
    "weather",
    "budget",
    "school",
    "museum",
    "bridge",
    "winter",
    "library",
    "train",
    "garden",
    "tax",
)


def strangers(article: MakeArticle, count: int) -> list[Article]:
    """Reports of different things in plain words, so that an archive knows what is common."""
    choose = random.Random(3)
    made = []
    for at in range(count):
        words = [*choose.sample(SUBJECTS, 4), *("".join(choose.choices("bdfklmnprst", k=6)) for _ in range(25))]
        choose.shuffle(words)
        made.append(article(f"z{at:03}", f"The council said on {at} that {' '.join(words)} will be open again."))
    return made


def group(*articles: Article) -> Grouped:
    return group_articles(articles, (), (), Grouping())


def stories(grouped: Grouped) -> set[frozenset[str]]:
    return {frozenset(story.articles) for story in grouped.stories}


def test_two_reports_of_one_event_are_one_story_and_two_families(article: MakeArticle) -> None:
    """They share names and no sentence; the choir stays apart."""
    grouped = group(article("a", HARBOUR), article("b", HARBOUR_AGAIN), article("c", CHOIR), *strangers(article, 40))
    assert frozenset("ab") in stories(grouped)
    assert frozenset("c") in stories(grouped)
    story = next(one for one in grouped.stories if "a" in one.articles)
    assert len(story.families) == 2
    (link,) = story.links
    assert link.kind == "likeness"
    assert {"Ottilie", "Quell"} & {one.text for one in link.evidence}
    assert Grouping().likeness <= link.strength <= 1


def test_with_days_far_apart_they_are_two(article: MakeArticle) -> None:
    """Another month, another accident; on the same day, and where a day is not known, one."""

    def two(day: int) -> set[frozenset[str]]:
        left = article("a", HARBOUR, published=Moment(day=date(2031, 3, 2)), source="wire")
        right = article("b", HARBOUR_AGAIN, published=Moment(day=date(2031, 3, 2) + timedelta(day)), source="echo")
        return stories(group(left, right, *strangers(article, 40)))

    assert frozenset("ab") in two(1)
    assert frozenset("ab") not in two(40)


def test_stories_of_one_topic_are_related_and_stay_apart(article: MakeArticle) -> None:
    """The same people and places on other days are another story, which each names; strangers name none."""
    day = date(2031, 3, 2)
    articles = [
        article("a", HARBOUR, published=Moment(day=day)),
        article("b", HARBOUR_AGAIN, published=Moment(day=day + timedelta(12))),
        article("c", CHOIR, published=Moment(day=day)),
        *(replace(one, published=Moment(day=day)) for one in strangers(article, 40)),
    ]
    found = {story.id: story for story in group(*articles).stories}
    assert [related.id for related in found["a"].related] == ["b"]
    assert [related.article for related in found["b"].related] == ["a"]
    assert found["c"].related == ()
    told = "\n".join(explain(weigh(articles, Grouping()), "a", "b"))
    assert "12 apart; likeness counts 0.00 times, and not at all from 7 on" in told
    assert "1.75 times the lesser is asked for, up to 0.20" in told
    near = group(articles[0], replace(articles[1], published=articles[0].published), *articles[2:])
    assert not any(story.related for story in near.stories if "a" in story.articles), (
        "control: one story is not its own"
    )


def weekly(article: MakeArticle, weeks: int, *, dated: bool) -> list[Article]:
    """One outlet's report of every Friday: the same words, other figures and companies."""
    choose = random.Random(8)
    firms = ["".join(choose.choices("bdfgklmnprst", k=5)).title() for _ in range(90)]
    made = []
    for week in range(weeks):
        first, second, third = choose.sample(firms, 3)
        text = (
            f"Markets close higher for the week. The Vannhaven index gained {choose.randint(1, 99) / 10} per cent to "
            f"{choose.randint(4000, 9000)} points on Friday as investors hoped for lower rates. {first} rose "
            f"{choose.randint(1, 9)} per cent after its results, {second} fell, and {third} named a new chairman."
        )
        day = Moment(day=date(2021, 1, 8) + timedelta(7 * week)) if dated else None
        made.append(article(f"w{week:03}", text, source="ledger", published=day))
    return made


@pytest.mark.parametrize("dated", [True, False])
def test_ten_years_of_markets_close_higher_are_no_story(article: MakeArticle, dated: bool) -> None:
    """520 weekly reports with one headline stay 520 pieces of news, or nearly; dates only help."""
    grouped = group(*weekly(article, 520, dated=dated), *strangers(article, 40))
    largest = max(len(story.articles) for story in grouped.stories if story.id.startswith("w"))
    assert largest <= (1 if dated else 10)


def test_a_bridge_joins_nothing(article: MakeArticle) -> None:
    """Average link: a report of both events does not make one story of them."""
    bridge = article("m", f"{HARBOUR_AGAIN[:90]} {CHOIR[:90]}")
    articles = [article("a", HARBOUR), article("b", HARBOUR_AGAIN), article("c", CHOIR), bridge]
    assert not any({"a", "c"} <= story for story in stories(group(*articles, *strangers(article, 40))))


def test_not_with_keeps_reports_apart_even_through_a_third(article: MakeArticle) -> None:
    """Two articles that a keeper parted never meet in one story, nor in one family."""
    copies = [article("a", HARBOUR, not_with=("b",)), article("b", HARBOUR), article("c", HARBOUR)]
    grouped = group(*copies, article("d", HARBOUR_AGAIN), *strangers(article, 40))
    assert not any({"a", "b"} <= story for story in stories(grouped))
    free = group(replace(copies[0], not_with=()), *copies[1:])
    assert frozenset("abc") in stories(free), "control: without the field they are one"


def test_declared_stories_stay_apart_and_take_in_what_fits(article: MakeArticle) -> None:
    """Two declared stories of one event stay two; an undeclared report joins one of them and takes its name."""
    articles = [
        article("a", HARBOUR, story="aground"),
        article("b", HARBOUR, story="spill"),
        article("c", HARBOUR_AGAIN),
        *strangers(article, 40),
    ]
    found = {story.id: set(story.articles) for story in group(*articles).stories}
    assert "a" in found["aground"]
    assert "b" in found["spill"]
    assert "c" in found["aground"] | found["spill"]


def test_a_likeness_that_rests_on_one_pair_needs_more() -> None:
    """The average of one pair is mostly chance, that of forty texts is not."""
    assert clusters.needed(1, 1, 0.07) > 2 * clusters.needed(1, 40, 0.07) > 0.14


def test_days_weigh() -> None:
    """Less and less, and 0 from the limit on; a day that is not known counts as it is told to."""
    weigh = days.weight_of_days
    counted = [weigh(10, 10 + apart, 7) for apart in range(9)]
    assert counted[0] == counted[1] > 1 > counted[2] == counted[3] > counted[4] == counted[6] > 0
    assert counted[7:] == [0, 0]
    assert weigh(None, 10, 7) == 1
    assert weigh(None, 10, 7, 0.4) == 0.4


def test_an_unknown_day_counts_less_where_the_archive_goes_over_many_weeks() -> None:
    """Not where most days are unknown, nor where all are of one week, and a wrong year moves nothing."""
    weigh = days.weight_of_unknown
    years = list(range(0, 2000, 20))
    assert weigh([*years, None], 7) < 1
    assert weigh([*years, *[None] * 101], 7) == 1
    assert weigh([*range(100), *[None] * 9], 60) == 1
    assert weigh([*[5] * 90, *range(-3000, 3000, 600)], 7) == 1
    assert weigh([], 7) == weigh([None], 7) == 1


def affair(topic: float, event: float) -> tuple[likeness.Vectors, clusters.Alike]:
    """Twenty articles of one affair, all alike by its name; the first two, besides, by an event of their own."""
    length = float(np.sqrt(1 - topic - event))
    rows = []
    for article in range(20):
        shared = {0: topic**0.5} | ({1: event**0.5} if article < 2 else {2 + article: event**0.5})
        rows.append(sorted((shared | {40 + article: length}).items()))
    columns = np.array([number for row in rows for number, _ in row], dtype=np.int64)
    weights = np.array([weight for row in rows for _, weight in row], dtype=np.float32)
    starts = np.array([0, *np.cumsum([len(row) for row in rows])], dtype=np.int64)
    words = np.arange(60, dtype=np.uint64)
    vectors = likeness.Vectors(starts, columns, weights, words, np.ones(60, dtype=np.int64), np.ones(60))
    left, right = np.triu_indices(20, 1)
    alike = [vectors.likeness(*pair) for pair in zip(left.tolist(), right.tolist(), strict=True)]
    return vectors, (left, right, np.array(alike))


@pytest.mark.parametrize("background", [0.0, 2.0])
def test_an_affair_of_which_all_reports_are_alike_is_no_story(background: float) -> None:
    """What stands out is joined; all of them are, where nobody asks how alike the others are."""
    demands = clusters.Demands(least=0.04, core=0.0, background=background)
    lone = [(article,) for article in range(20)]
    stories = [
        clusters.gathered(lone, [1] * 20, vectors, alike, demands, lambda *_: 1.0)
        for vectors, alike in (affair(0.13, 0.0001), affair(0.07, 0.12))
    ]
    if not background:
        assert [len(groups) for groups in stories] == [1, 1], "control: without a background they are one"
        return
    assert len(stories[0]) == 20
    assert (0, 1) in stories[1]
    assert len(stories[1]) == 19


def test_the_lead_weighs_more_than_the_background() -> None:
    """Of three articles that end in the same words, the two that begin alike are more alike than the others."""
    choose = random.Random(4)
    words = ["".join(choose.choices("bdfgklmnprst", k=6)) for _ in range(450)]
    leads, past = (words[:75], words[75:150]), words[150:]

    def told(lead: list[str]) -> likeness.Terms:
        return likeness.terms_of(likeness.piece_hashes(read_words(" ".join([*lead, *past]))), "en")

    def alike(*terms: likeness.Terms) -> float:
        return likeness.make_vectors(terms, np.arange(2)).likeness(0, 1)

    one, same, other = told(leads[0]), told(leads[0]), told(leads[1])
    assert alike(one, same) > 0.99
    assert alike(one, other) < 0.65
    plain = [replace(terms, often=np.ones_like(terms.often)) for terms in (one, other)]
    assert alike(*plain) > 0.65, "control: by the whole text alone"


def test_the_order_of_the_files_does_not_matter(article: MakeArticle) -> None:
    """Any order gives the same stories and links, likeness and all."""
    articles = [article("a", HARBOUR), article("b", HARBOUR_AGAIN), article("c", CHOIR), *strangers(article, 30)]
    shuffled = articles.copy()
    random.Random(5).shuffle(shuffled)
    assert group(*articles) == group(*shuffled)


def test_words_are_compared_by_how_they_begin() -> None:
    """`Ministers` and `ministry` begin as one; figures are compared whole, and short words too."""
    words = read_words("ministers ministry mine mines 1234567 1234568")
    assert len(set(words.hashes.tolist())) == 6, "control: no two are the same word"
    stems = words.stems.tolist()
    assert stems[0] == stems[1]
    assert len(set(stems)) == 5


def test_copies_of_one_text_count_once_when_it_is_told_how_rare_a_word_is() -> None:
    """Forty prints of one report make none of its words common; forty reports of their own do."""
    said = [likeness.terms_of(likeness.piece_hashes(read_words("ottilie dredger brackmoor")), "en")] * 40
    copies = likeness.make_vectors(said, np.zeros(40, dtype=np.int64))
    assert copies.frequency.tolist() == [1, 1, 1]
    reports = likeness.make_vectors(said, np.arange(40))
    assert reports.frequency.tolist() == [40, 40, 40]
    assert min(copies.rarity) > 0
    assert max(reports.rarity) < likeness.make_vectors([*said, *said[:1]], np.array([0] * 40 + [1])).rarity[0]
