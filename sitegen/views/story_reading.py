"""A compared story with all that its pages need. What is asked of every copy is looked up once for all of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from sitegen.collation import LanguageAlignment
from sitegen.edition import CopyAnatomy, StoryEdition
from sitegen.model import Article, Comparison, CopyStanding, Edge, Independence, PublicStatement, Story
from sitegen.text.tokenized import Tokenized
from sitegen.views.addresses import comparison_path
from sitegen.views.pages import History
from sitegen.views.rights import Shown
from sitegen.views.sections import sections_of
from sitegen.views.summary import Summary


@dataclass(frozen=True, kw_only=True)
class StoryReading:
    """A compared story with all that its page needs."""

    story: Story
    articles: Mapping[str, Article]
    texts: Mapping[str, Tokenized]
    comparisons: tuple[Comparison, ...]
    summaries: Mapping[tuple[str, str], Summary]
    """Each comparison in words, by the ids of its left and its right."""
    standings: Mapping[str, CopyStanding]
    edges: Mapping[str, Edge]
    """From whom each copy was likeliest taken."""
    histories: Mapping[str, History]
    """The versions of a copy, by the id of each."""
    foreign: frozenset[str]
    """Articles of which nobody knows whether they are translations."""
    independence: Independence
    shown: Shown
    """What may be printed of its articles."""
    edition: StoryEdition = field(default_factory=StoryEdition)
    """Its families read as editions of their bases."""
    statements: tuple[PublicStatement, ...] = ()
    """Words that several of its articles print because somebody said them."""
    anatomies: Mapping[str, CopyAnatomy] = field(default_factory=dict)
    """What the copies that the story's page lists are made of."""
    containment: Mapping[tuple[str, str], float] = field(default_factory=dict)
    """Share of the first copy's words in runs that the second has too, for each pair of the first copies."""
    alike: Mapping[str, str] = field(default_factory=dict)
    """Copies that were not compared because their text is that of an earlier copy, with that copy."""
    counted: frozenset[str] = frozenset()
    """Copies that were not compared because the story's budget was spent."""

    @cached_property
    def by_pair(self) -> Mapping[tuple[str, str], Comparison]:
        """The comparisons by the ids of their left and their right."""
        return {(comparison.left, comparison.right): comparison for comparison in self.comparisons}

    @cached_property
    def pairs_of(self) -> Mapping[str, list[tuple[str, str]]]:
        """The comparisons that each article is in, by the ids of their left and their right, in order."""
        pairs: dict[str, list[tuple[str, str]]] = {}
        for left, right in self.by_pair:
            pairs.setdefault(left, []).append((left, right))
            pairs.setdefault(right, []).append((left, right))
        return pairs

    @cached_property
    def alike_to(self) -> Mapping[str, list[str]]:
        """The copies that have the text of a copy before them, by that copy, in order."""
        copies: dict[str, list[str]] = {}
        for copy, same in self.alike.items():
            copies.setdefault(same, []).append(copy)
        return copies

    @cached_property
    def _compared_words(self) -> Mapping[str, int]:
        """Words of each article that was compared, by its first comparison."""
        words: dict[str, int] = {}
        for comparison in self.comparisons:
            words.setdefault(comparison.left, comparison.measures.left_words)
            words.setdefault(comparison.right, comparison.measures.right_words)
        return words

    @cached_property
    def _section_numbers(self) -> dict[tuple[str, str], Mapping[str, int]]:
        return {}

    def path_of(self, comparison: Comparison, change: str = "") -> str:
        """Where a comparison stands, or that section of it in which a change is told."""
        pair = (comparison.left, comparison.right)
        if change and pair not in self._section_numbers:
            sections = sections_of(comparison, (self.texts[comparison.left], self.texts[comparison.right]))
            self._section_numbers[pair] = sections.numbers(comparison)
        section = self._section_numbers[pair].get(change, 1) if change else 1
        return comparison_path(self.story.id, *pair, section)

    def words(self, article: str) -> int:
        """Words of an article as its comparisons count them: furniture and what it prints twice left out."""
        known = self._compared_words.get(self.alike.get(article, article))
        if known is not None:
            return known
        text = self.texts[article]
        blocks = self.articles[article].blocks
        return sum(text.words_of(place) for place, block in enumerate(blocks) if not block.furniture)

    @cached_property
    def _shown_translations(self) -> Mapping[str, LanguageAlignment]:
        """The translations that have a page beside their text: those of which all may be printed."""
        return {
            check.alignment.right: check.alignment
            for check in self.edition.translations
            if self.articles[check.alignment.left].rights == self.articles[check.alignment.right].rights == "full"
        }

    def translation_shown_for(self, article: str) -> LanguageAlignment | None:
        """The alignment of a translation that has a page beside its text; None for any other article."""
        return self._shown_translations.get(article)

    def translation_path(self, alignment: LanguageAlignment) -> str:
        """The address of that page: that of a comparison, for two texts in two languages have no other."""
        return comparison_path(self.story.id, alignment.left, alignment.right)

    def pair_shown_for(self, article: str) -> tuple[str, str] | None:
        """The comparison that shows how an article stands to the copy it is read against; None where none was made.

        Of copies with one text, all are shown by the comparison of the first of them; where that is the parent, by its
        comparison with the second.
        """
        parent, first = self.standings[article].against, self.alike.get(article, article)
        pair = (parent, self.alike_to[first][0] if first == parent else first)
        return pair if pair in self.by_pair else None
