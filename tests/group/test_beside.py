"""Words that two texts share as a passage, and that make them no copies, do not make them one story either."""

from datetime import date

import pytest

from sitegen.config import Grouping
from sitegen.group import group_articles
from sitegen.group.textparts import part_text
from sitegen.model import Article, Moment
from sitegen.text.tokenized import tokenize_blocks
from tests.conftest import MakeArticle
from tests.group.test_group import filler
from tests.group.test_reports import strangers

TAIL = (
    "Our reporters at Skelby walk the quays of the coast every morning before the market opens, and whoever has seen a "
    "thing that ought to be known writes to the desk above the chandlery, where a lamp burns until the last tram."
)


def archive(article: MakeArticle, days: tuple[int, int] | None, sources: tuple[str, str]) -> list[Article]:
    """Two texts about different things with one tail, in an archive of strangers."""
    when = [Moment(day=date(2031, 3, day)) for day in days] if days else [None, None]
    two = [article(f"a{at}", filler(700 + at, 30), TAIL, source=sources[at], published=when[at]) for at in range(2)]
    return [*two, *strangers(article, 40)]


@pytest.mark.parametrize(
    ("days", "sources"),
    [(None, ("post", "echo")), ((1, 2), ("post", "post"))],
    ids=["no day is known", "one outlet"],
)
def test_a_common_tail_makes_no_story(
    article: MakeArticle, days: tuple[int, int] | None, sources: tuple[str, str]
) -> None:
    """What they have of their own is about nothing that the other has."""
    stories = group_articles(archive(article, days, sources), (), (), Grouping()).stories
    assert max(len(story.articles) for story in stories) == 1


def test_what_two_texts_have_beside_a_passage_still_counts(article: MakeArticle) -> None:
    """Control: with names and words of their own in common they are one story, tail or not."""
    event = (
        "The dredger Ottilie ran aground off Brackmoor, and Ina Quell closed the channel to mussel boats and divers."
    )
    again = (
        "Mussel boats and divers stay out: Ina Quell closed the channel off Brackmoor where the dredger Ottilie lies."
    )
    two = [article(f"a{at}", text, filler(700 + at, 30), TAIL) for at, text in enumerate((event, again))]
    stories = group_articles([*two, *strangers(article, 40)], (), (), Grouping()).stories
    assert max(len(story.articles) for story in stories) == 2


def test_passages_are_counted_in_the_language_of_the_pair(article: MakeArticle) -> None:
    """A text has other tokens in other languages: read in its own, the places of passages lay outside it."""
    text = article("a", "Am 3. Mai, am 4. Mai, z. B. im Hafen", "und z. B. am 6. Mai im Turm", language="de")
    tokens = tokenize_blocks(text.body, "und")
    last = (len(tokens.tokens) - 2, len(tokens.tokens))
    assert len(tokens.tokens) > len(tokenize_blocks(text.body, "de").tokens), "control: they differ"
    parts = part_text(text, [last], "und")
    assert parts.inside.tolist() == part_text(article("b", "im Turm", language="de"), [(0, 2)], "de").inside.tolist()
