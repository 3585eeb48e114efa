"""Grouping that remembers gives what grouping anew gives, whatever was edited, in whatever order.

400 edits in eight sequences; SOAK=N makes ten times N, which are 10,000 under `make soak`.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import cast

import pytest

from sitegen.config import Grouping
from sitegen.group import Grouped, group_articles
from sitegen.group.candidates import fingerprints, recalled
from sitegen.memo import ColumnShelf, Store, key_for
from sitegen.model import Article, Moment
from sitegen.pipeline.prints import ArticleDigests, KeptPrints
from tests.conftest import make_article

EDITS = 10 * int(os.environ.get("SOAK", "0")) or 400
SETTINGS = Grouping(document_frequency=4, source_frequency=3)
"""Caps so low that runs become boilerplate, and crowds come and go, in an archive of twenty articles."""
_PLACES = ("Mard", "Holm", "Pell", "Tarn", "Wick", "Loam", "Brae", "Fenn", "Skerry", "Dunlin")
_THINGS = ("lighthouse", "harbour", "ferry", "tower", "bridge", "market", "library", "school", "mill", "quarry")
_DEEDS = ("closed", "opened", "flooded", "rebuilt", "sold", "painted", "mended", "burned", "measured", "moved")
_FOOTER = "Write to the desk of this paper by post if a name or a number in this report is wrong."


class Digests:
    """Stands for the articles that were read: what grouping asks of them is their digests."""

    def digest(self, article: Article) -> str:
        """The hash of all that an article says."""
        return key_for(article)


def sentence(random: Random, subject: int) -> str:
    """A sentence about one of some affairs; the same ones come again and again."""
    chosen = Random(subject * 7 + random.randrange(7))
    place, thing, deed = chosen.choice(_PLACES), chosen.choice(_THINGS), chosen.choice(_DEEDS)
    return (
        f"The {thing} of {place} was {deed} on day {chosen.randrange(90)} after {chosen.randrange(20, 900)} people "
        f"from {chosen.choice(_PLACES)} had asked the council for it, said the warden of the {chosen.choice(_THINGS)}."
    )


@dataclass
class World:
    """An archive that is edited."""

    random: Random
    articles: dict[str, Article] = field(default_factory=dict)
    born: int = 0

    def add(self) -> None:
        """A new article: about an affair, or a copy of another with changes."""
        self.born += 1
        name = f"{self.random.choice('amz')}{self.born}"
        self.articles[name] = make_article(
            name,
            *self.text(),
            source=self.random.choice(("", "gull", "tern", "wren")),
            published=self.day(),
            story=self.random.choice(("",) * 6 + ("lamp", "tide")),
            language=self.random.choice(("en",) * 5 + ("fr",)),
        )

    def text(self) -> list[str]:
        """Paragraphs."""
        if self.articles and self.random.random() < 0.5:
            paragraphs = [block.text for block in self.pick().blocks]
            for _ in range(self.random.randrange(3)):
                paragraphs.insert(self.random.randrange(len(paragraphs) + 1), sentence(self.random, 90))
            if len(paragraphs) > 2 and self.random.random() < 0.5:
                del paragraphs[self.random.randrange(len(paragraphs))]
        else:
            subject = self.random.randrange(6)
            paragraphs = [sentence(self.random, subject) for _ in range(self.random.randrange(1, 7))]
        return [*paragraphs, _FOOTER] if self.random.random() < 0.3 else paragraphs

    def day(self) -> Moment | None:
        """A day of publication, or none."""
        if self.random.random() < 0.2:
            return None
        return Moment(day=date(2024, 3, 1) + timedelta(days=self.random.randrange(40)))

    def pick(self) -> Article:
        """Any article."""
        return self.random.choice(sorted(self.articles.values(), key=lambda article: article.id))

    def change(self) -> None:
        """Another text."""
        article = self.pick()
        self.articles[article.id] = make_article(
            article.id, *self.text(), source=article.source, published=article.published, story=article.story
        )

    def remove(self) -> None:
        """An article less."""
        del self.articles[self.pick().id]

    def move(self) -> None:
        """Another file name, and so another place in the order."""
        article = self.pick()
        del self.articles[article.id]
        self.born += 1
        name = f"{self.random.choice('amz')}{self.born}"
        self.articles[name] = replace(article, id=name, path=f"{name}.txt")

    def date_again(self) -> None:
        """Another day."""
        article = self.pick()
        self.articles[article.id] = replace(article, published=self.day())

    def declare(self) -> None:
        """Another story, outlet or link, as an editor declares it."""
        article, other = self.pick(), self.pick()
        fields: dict[str, object] = self.random.choice(
            (
                {"story": self.random.choice(("", "lamp", "tide"))},
                {"source": self.random.choice(("", "gull", "tern"))},
                {"not_with": (other.id,) if other.id != article.id else ()},
                {"version_of": other.id if other.id != article.id else ""},
                {"translation_of": other.id if other.id != article.id else ""},
            )
        )
        self.articles[article.id] = replace(article, **fields)  # type: ignore[arg-type]

    def edit(self) -> None:
        """One to three edits at once."""
        for _ in range(self.random.choice((0, 1, 1, 1, 2, 3))):
            kinds = [self.add, self.change, self.remove, self.move, self.date_again, self.declare]
            if len(self.articles) < 8:
                kinds = [self.add]
            elif len(self.articles) > 24:
                kinds = [self.remove]
            self.random.choice(kinds)()

    def ordered(self) -> Sequence[Article]:
        """The articles in an order that says nothing."""
        articles = sorted(self.articles.values(), key=lambda article: article.id)
        self.random.shuffle(articles)
        return articles


def remembered(articles: Sequence[Article], columns: ColumnShelf) -> Grouped:
    """What belongs together, by what `columns` have of the archive as it was."""
    printer = KeptPrints(cast(ArticleDigests, Digests()), Store(None), columns)
    grouped = group_articles(articles, (), (), SETTINGS, printer)
    printer.keep()
    return grouped


def differences(seed: int, edits: int, folder: Path) -> Iterator[int]:
    """After which edits grouping that remembers gave something else."""
    world, columns = World(Random(seed)), ColumnShelf(folder, "")
    for _ in range(16):
        world.add()
    for number in range(edits):
        articles = world.ordered()
        if remembered(articles, columns) != group_articles(articles, (), (), SETTINGS):
            yield number
        world.edit()


@pytest.mark.parametrize("seed", range(8))
def test_what_is_remembered_changes_nothing(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles are added, changed, removed, moved, dated again and declared: clean and incremental are equal."""
    # Of twenty articles, three are more than the share from which all is counted anew.
    monkeypatch.setattr(recalled, "_MOST_CHANGED", 9)
    assert list(differences(seed, EDITS // 8, tmp_path)) == []


def test_control_a_stale_count_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where what runs said before is not taken away again, some edit shows it."""
    real = fingerprints._Tally.plus
    monkeypatch.setattr(recalled, "_MOST_CHANGED", 9)
    monkeypatch.setattr(
        fingerprints._Tally, "plus", lambda self, other, sign=1: self if sign < 0 else real(self, other, sign)
    )
    assert any(True for seed in range(8) for _ in differences(seed, 30, tmp_path))
