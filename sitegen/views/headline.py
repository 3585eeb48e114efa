"""Lays two headlines out: the words in which they differ marked on both sides, and what is said of them."""

from dataclasses import replace

from sitegen.model import Change, Comparison, Headline, Measures, Row
from sitegen.text.catalogues import Catalogue
from sitegen.text.tokenized import Tokenized, tokenize_line
from sitegen.views.kept import Kept
from sitegen.views.marks import cut_into_runs, marks_of
from sitegen.views.pages import Run
from sitegen.views.words import substance

_NO_MEASURES = Measures(
    left_words=0, right_words=0, kept=0, moved=0, changed=0, left_in_right=0, right_in_left=0, longest_run=0
)


def tokens_of(headline: Headline) -> tuple[Tokenized, Tokenized]:
    """The tokens that its ops and changes count."""
    return tokenize_line(headline.left, headline.languages[0]), tokenize_line(headline.right, headline.languages[1])


def headline_runs(headline: Headline, catalogue: Catalogue) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Both headlines as runs; joined, their texts are the headlines."""
    texts = tokens_of(headline)
    kept = Kept.of(as_comparison(headline), texts)
    left, right = (
        cut_into_runs(text, text.span(0), marks_of(headline.changes, which, kept), which, frozenset(), catalogue)
        for which, text in zip(("left", "right"), texts, strict=True)
    )
    return left, right


def told_of(headline: Headline | None, catalogue: Catalogue) -> tuple[Change, ...]:
    """Its changes of substance, each with a sentence that says where it is."""
    if headline is None:
        return ()
    if not (headline.left and headline.right):
        return headline.changes
    return tuple(
        # Translators: {sentence} is a whole sentence, such as "The figure changed from 40 to 41."
        replace(one, sentence=catalogue.gettext("In the headline: {sentence}", sentence=one.sentence))
        for one in substance(headline.changes)
    )


def as_comparison(headline: Headline) -> Comparison:
    """The headlines as a comparison of one row, for those who draw rows."""
    row = Row(
        relation="changed" if headline.left and headline.right else "left only" if headline.left else "right only",
        left=(0,) if headline.left else (),
        right=(0,) if headline.right else (),
        ops=headline.ops,
    )
    changes = tuple(replace(one, rows=(0,)) for one in headline.changes)
    return Comparison(left="", right="", rows=(row,), changes=changes, measures=_NO_MEASURES)
