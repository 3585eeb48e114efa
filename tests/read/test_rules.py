"""Furniture by a keeper's rules, by recurrence in a source, and articles that are mostly a wall."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.group import group_articles
from sitegen.model import Article
from sitegen.read import read_archive
from sitegen.read.rules import BY_RULE, RECURRING, rules_of

PROSE = (
    "The ferry of Lorne stayed in port on Monday because nobody could find the captain, the harbour office said.",
    "A hundred sheep walked over the new bridge at noon, and the mayor of Holm counted every one of them aloud.",
    "The price of bread rose again in the bay this week, and the bakers say that the mill is the one to blame.",
    "The lighthouse at Pell was painted green by mistake, and the painters have promised to be back in spring.",
    "An old piano was pulled out of the canal on Friday, and it still played all of its notes but three or four.",
    "The school at Skelby closed for a day after its only pupil overslept, which had never happened before.",
)
LONGER = tuple(f"{one}\n\n{' '.join(reversed(one.split()))}\n\n{' '.join(sorted(one.split()))}." for one in PROSE)
"""Three paragraphs each, so that what recurs is the lesser part of a text."""
ABOUT = "The Holm Post is owned by its readers and printed on a boat."
CALL = "Write to us about the harbour"


def archive(folder: Path, texts: Sequence[str], source: str = "name: Holm Post", fields: str = "") -> list[Article]:
    """The articles of one source, one a text; with what is wrong there is none."""
    (folder / "sources").mkdir(parents=True)
    (folder / "sources" / "post.md").write_text(f"---\n{source}\n---\n", encoding="utf-8")
    for number, text in enumerate(texts):
        front = f"---\ntitle: No {number}\nsource: post\n{fields}---\n"
        (folder / f"a{number}.txt").write_text(f"{front}{text}\n", encoding="utf-8")
    read, problems = read_archive(folder)
    assert [one for one in problems if one.severity == "error"] == []
    return list(read.articles)


def aside(article: Article) -> dict[str, str]:
    return {block.text: block.furniture for block in article.blocks if block.furniture}


@pytest.mark.parametrize(
    ("rule", "line", "taken"),
    [
        ("Read on *", "Read on at the Holm Post", True),
        ("Read on *", "  READ  ON at the Holm Post", True),
        ("Read on *", "Do read on there", False),
        ("* is printed on a boat.", "The Post is printed on a boat.", True),
        ("* is printed on a boat.", "The Post is printed on a boat", False),
        ("The*Post*boat", "The Holm Post has a boat", True),
        ("The*Post*boat", "The Holm boat has a Post", False),
        ("You've * left", "You’ve two articles left", True),
        ("abc*abc", "abc", False),
        ("Write to us", "Write to us about it", False),
        ("Price: (1+)*[a-z]", "Price: (1+) [a-z]", True),
        ("Price: (1+)*[a-z]", "Price: 111 b", False),
    ],
)
def test_a_rule_takes_whole_lines(rule: str, line: str, taken: bool) -> None:
    """Case, spaces and the shape of quotation marks aside; `*` is anything, and every other sign is itself."""
    assert rules_of([rule]).reason(line) == (BY_RULE if taken else "")


def test_no_rule_makes_a_build_hang() -> None:
    """What takes a backtracking expression for ever is one pass here."""
    rule = "a*" * 200 + "b"
    assert rules_of([rule]).reason("a" * 100_000) == ""


@given(st.text(max_size=40), st.lists(st.integers(0, 40), max_size=3))
def test_a_line_with_parts_left_out_fits_itself(line: str, cuts: list[int]) -> None:
    """Whatever stands in a line, a rule made of it by wildcards takes it."""
    rule = line.replace("*", "x")
    text = rule
    for cut in sorted(cuts, reverse=True):
        rule = f"{rule[:cut]}*{rule[cut:]}" if cut <= len(rule) else rule
    if text and not any(map(str.isspace, text)):
        assert rules_of([rule]).reason(text) == BY_RULE


def test_a_keepers_rules_are_followed_everywhere(tmp_path: Path) -> None:
    """In a list or as lines of one text; inside the text too, and in articles of that source alone."""
    text = f"{PROSE[0]}\n\n{CALL}\n\n{PROSE[1]}\n\n{ABOUT}"
    for name, source in (
        ("list", 'name: Holm Post\nfurniture: ["Write to us *", "* printed on a boat."]'),
        ("lines", "name: Holm Post\nfurniture: |\n  Write to us *\n\n  * printed on a boat."),
    ):
        found = archive(tmp_path / name, [text], source)
        assert aside(found[0]) == {CALL: BY_RULE, ABOUT: BY_RULE}
        assert [block.text for block in found[0].body] == [PROSE[0], PROSE[1]]
    assert aside(archive(tmp_path / "other", [text])[0]) == {}


def test_what_recurs_in_unrelated_articles_is_set_aside(tmp_path: Path) -> None:
    """Line by line from either end, in each article that has it, and the rest of the text is what it was."""
    found = archive(tmp_path / "in", [f"{CALL}\n\n{one}\n\n{ABOUT}\n\nHolm, the bay" for one in LONGER])
    for article, prose in zip(found, LONGER, strict=True):
        assert aside(article) == {CALL: RECURRING, ABOUT: RECURRING, "Holm, the bay": RECURRING}
        assert "\n\n".join(block.text for block in article.body) == prose


def test_what_recurs_in_copies_of_one_text_is_text(tmp_path: Path) -> None:
    """Versions of one report share all their lines, and none is furniture."""
    found = archive(tmp_path / "in", [f"{PROSE[0]}\n\n{PROSE[1]}\n\n{ABOUT}\n\n{one}" for one in PROSE])
    assert [aside(one) for one in found] == [{}] * len(found)


def test_what_recurs_inside_a_text_is_text(tmp_path: Path) -> None:
    """A background paragraph in the middle of unrelated reports belongs to them."""
    found = archive(tmp_path / "in", [f"{one}\n\n{ABOUT}\n\nBut {one}" for one in LONGER])
    assert [aside(one) for one in found] == [{}] * len(found)


def test_a_credit_that_recurs_is_text(tmp_path: Path) -> None:
    """Whom each text credits is told of each, however often an outlet prints the line."""
    credit = "The Associated Press contributed to this report."
    found = archive(tmp_path / "in", [f"{one}\n\n{credit}\n\n{ABOUT}" for one in LONGER])
    assert [aside(one) for one in found] == [{ABOUT: RECURRING}] * len(found)
    assert [[credit.name for credit in one.credits] for one in found] == [["The Associated Press"]] * len(found)


def test_a_few_are_not_enough(tmp_path: Path) -> None:
    """A line of three articles, and one of four articles of one declared story, stay."""
    found = archive(tmp_path / "in", [f"{one}\n\n{ABOUT}" for one in LONGER[:3]] + list(LONGER[3:]))
    assert [aside(one) for one in found] == [{}] * len(found)
    found = archive(tmp_path / "story", [f"{one}\n\n{ABOUT}" for one in LONGER], fields="story: bay\n")
    assert [aside(one) for one in found] == [{}] * len(found)


def test_a_name_over_every_text_is_no_headline(tmp_path: Path) -> None:
    """What was taken for the headline of each is set aside, and the next line is the headline."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "post.md").write_text("---\nname: Holm Post\n---\n", encoding="utf-8")
    for number, one in enumerate(PROSE):
        head = f"---\nsource: post\n---\nVoices Of The Bay\n\nHeadline of report {number}\n\n{one}\n"
        (tmp_path / f"a{number}.txt").write_text(head, encoding="utf-8")
    titles = [one.title for one in read_archive(tmp_path)[0].articles]
    assert titles == [f"Headline of report {number}" for number in range(len(PROSE))]


WALL = "You have reached your limit of free articles. Subscribe to continue reading for one crown a month."


def test_a_wall_is_reported_and_grouped_with_nothing(tmp_path: Path) -> None:
    """Two articles that share little but a paywall are no copies; each is told, and its page is not empty."""
    (tmp_path / "a.txt").write_text(f"The ferry is gone\n\n{WALL}\n\nThe ferry went.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"{WALL}\n", encoding="utf-8")
    (tmp_path / "c.txt").write_text(f"{PROSE[0]}\n\n{PROSE[1]}\n\n{WALL}\n", encoding="utf-8")
    read, problems = read_archive(tmp_path)
    assert [one.wall for one in read.articles] == [True, True, False]
    assert [(one.code, one.location.path.rpartition("/")[2]) for one in problems] == [
        ("mostly-wall", "a.txt"),
        ("mostly-wall", "b.txt"),
    ]
    assert all(one.body for one in read.articles)
    grouped = group_articles(read.articles, read.notes, read.sources, read.config.grouping)
    assert len(grouped.stories) == 3


def test_a_wall_stays_where_its_keeper_puts_it(tmp_path: Path) -> None:
    """A declared story and a declared version win."""
    (tmp_path / "a.md").write_text(f"---\nstory: bay\n---\n{WALL}\n", encoding="utf-8")
    (tmp_path / "b.md").write_text(f"---\nversion_of: a\n---\n{PROSE[0]}\n", encoding="utf-8")
    read, _ = read_archive(tmp_path)
    grouped = group_articles(read.articles, read.notes, read.sources, read.config.grouping)
    assert [story.articles for story in grouped.stories] == [("a", "b")]
