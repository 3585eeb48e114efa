"""The copies of a text as witnesses of a file for other programs: under which sigla, and what of them is printed."""

from collections.abc import Iterable, Mapping

from sitegen.collation import Collation, CopyReading
from sitegen.frozen import dataclass
from sitegen.model import Article, Span
from sitegen.text.languages import is_one_language
from sitegen.text.tokenized import Tokenized
from sitegen.views.rights import Shown
from sitegen.views.stories.witnesses import witnesses_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Witnesses:
    """The copies of a collation that a file holds."""

    collation: Collation
    articles: Mapping[str, Article]
    texts: Mapping[str, Tokenized]
    shown: Shown
    sigla: Mapping[str, str]
    """Of the witnesses, the base first, then in order of publication; those with the text of another among them."""

    def wits(self, copies: Iterable[str]) -> list[str]:
        """The sigla of some copies and of those with their text; of what is no witness, none."""
        chosen = {*copies}
        chosen |= {twin for twin, first in self.collation.alike.items() if first in chosen}
        return [siglum for copy, siglum in self.sigla.items() if copy in chosen]

    def printed(self, copy: str, span: Span) -> str | None:
        """The words of a range in one line; None where they may not be shown."""
        if not self.shown.covers(copy, span):
            return None
        return " ".join(self.texts[copy].text(span).split())

    def first(self, reading: CopyReading) -> tuple[str, Span] | None:
        """The first witness of a reading, and where it has it; None where none is a witness, or it has no words."""
        places = zip(reading.copies, reading.spans, strict=False)
        return next(((copy, span) for copy, span in places if copy in self.sigla), None)

    def is_in_language(self, copy: str) -> bool:
        """Whether a copy is in the language of the base."""
        return is_one_language(self.articles[self.collation.base].language, self.articles[copy].language)


def read_witnesses(
    collation: Collation,
    articles: Mapping[str, Article],
    texts: Mapping[str, Tokenized],
    shown: Shown,
    sigla: Mapping[str, str],
) -> Witnesses | None:
    """The witnesses of a collation; None where the base's words may not be shown, or nothing is beside it."""
    copies = witnesses_of(collation, articles)
    if len(copies) < 2:
        return None
    return Witnesses(
        collation=collation, articles=articles, texts=texts, shown=shown, sigla={copy: sigla[copy] for copy in copies}
    )
