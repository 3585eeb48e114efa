"""What stands above a comparison in a terminal: both names, the finding in words, measures, counts, warnings."""

from collections import Counter
from collections.abc import Iterator, Mapping

from sitegen.cli.terminal_text import Piece, plural, safe, wrapped
from sitegen.frozen import dataclass
from sitegen.model import Article, ChangeKind, Comparison
from sitegen.text.catalogues import ENGLISH
from sitegen.text.quoting import without_isolates
from sitegen.text.tokenized import Tokenized
from sitegen.views.summary import summary_of
from sitegen.views.unseen import deceits_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """How to draw."""

    columns: int
    colour: bool
    inline: bool = False
    """One column, whatever the width."""
    shows_all: bool = False
    """Show what is the same, too."""


def head_lines(
    comparison: Comparison,
    articles: tuple[Article, Article],
    texts: tuple[Tokenized, Tokenized],
    names: tuple[str, str],
    ignored: Mapping[ChangeKind, int],
    screen: Screen,
) -> Iterator[str]:
    """The lines of the head, at most as wide as the screen."""
    measures = comparison.measures
    count_of_kept, right_kept = ENGLISH.number(measures.kept + measures.moved), ENGLISH.number(measures.right_kept)
    words = plural(measures.left_words, "word"), plural(measures.right_words, "word")
    changes = (*(comparison.headline.changes if comparison.headline else ()), *comparison.changes)
    substance = Counter(change.kind for change in changes if change.is_substance)
    style = Counter(change.kind for change in changes if change.is_style)
    parts = [
        (f"{names[0]} → {names[1]}", "bold"),
        (without_isolates(summary_of(comparison, texts, credited=None, shown=True).text), ""),
        (f"left: {count_of_kept} of {words[0]} stand in the right ({ENGLISH.percent(measures.left_in_right)})", ""),
        (
            f"right: {right_kept} of {words[1]} stand in the left ({ENGLISH.percent(measures.right_in_left)})",
            "",
        ),
        (f"changes of substance: {counted(substance)}; of style: {counted(style)}", ""),
        *([(f"ignored: {counted(ignored)}", "")] if ignored else []),
        *((note, "matters") for note in (comparison.note, *deceits_of(*articles, ENGLISH)) if note),
    ]
    for text, look in parts:
        yield from (row.text for row in wrapped([Piece(safe(text), look)], screen.columns, screen.colour))


def counted(kinds: Mapping[ChangeKind, int]) -> str:
    """`3 (figure 2, wording 1)`"""
    named = [f"{kind} {count}" for kind, count in sorted(kinds.items(), key=lambda entry: (-entry[1], entry[0]))]
    return ENGLISH.number(sum(kinds.values())) + (f" ({', '.join(named)})" if named else "")
