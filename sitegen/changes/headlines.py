"""What differs between two headlines, as changes. They are no text: see model.Headline."""

from dataclasses import replace

from sitegen.changes.pair import find_changes
from sitegen.model import STYLE, Change, Headline, RelationOfRow, Row
from sitegen.text.catalogues import Catalogue
from sitegen.text.quoting import trimmed
from sitegen.text.tokenized import tokenize_line

_QUOTED = 80
"""Characters up to which a headline is quoted in full."""


def headline_changes(
    headline: Headline,
    languages: tuple[str, str],
    catalogue: Catalogue,
) -> Headline:
    """The headline with the changes between its two sides."""
    texts = tokenize_line(headline.left, languages[0]), tokenize_line(headline.right, languages[1])
    relation: RelationOfRow = (
        "changed" if headline.left and headline.right else "left only" if headline.left else "right only"
    )
    row = Row(
        relation=relation, left=(0,) if headline.left else (), right=(0,) if headline.right else (), ops=headline.ops
    )
    changes = tuple(map(_placeless, find_changes(texts[0], texts[1], (row,), (), languages, catalogue)))
    quoted = [catalogue.quoted(trimmed(side), _QUOTED) for side in (headline.left, headline.right)]
    if not headline.right:
        sentence = catalogue.gettext("The headline {text} is gone.", text=quoted[0])
        changes = tuple(replace(change, sentence=sentence) for change in changes)
    elif not headline.left:
        sentence = catalogue.gettext("The headline {text} was added.", text=quoted[1])
        changes = tuple(replace(change, sentence=sentence) for change in changes)
    elif all(op.tag == "replace" for op in headline.ops):
        # Nothing stayed: another headline, and not a figure or name of it.
        sentence = catalogue.gettext("{left} became {right}.", left=quoted[0], right=quoted[1])
        changes = tuple(
            change if change.kind in STYLE else replace(change, kind="wording", sentence=sentence) for change in changes
        )
    return replace(headline, changes=changes)


def _placeless(change: Change) -> Change:
    """Of no row; its id is none that a change of the text may have."""
    return replace(change, id=f"h-{change.id.removeprefix('c-')}", rows=())
