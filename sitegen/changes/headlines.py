"""What differs between two headlines, as changes. They are no text: see model.Headline."""

from dataclasses import replace

from sitegen.changes.pair import find_changes
from sitegen.changes.sentences import Quoted, say
from sitegen.model import STYLE, Change, Headline, RelationOfRow, Row
from sitegen.text.catalogues import Catalogue
from sitegen.text.quoting import trimmed
from sitegen.text.tokenized import Tokenized, tokenize_line

_ONE_TEXT = 0.3
"""Share of the words of either text that stand in the other, from which on its headline may be an edit."""
_ONE_HEADLINE = 0.5
"""Share of the shorter headline's words that the other has, from which on it is one, whatever the texts are."""
_OF_ANOTHER = 0.85
"""What is left of the confidence where both are headlines of their own: `5 things about` beside a headline without any
is no figure that somebody put in. This bound and the two above are set by that reason, and fitted to nothing."""
_QUOTED = 80
"""Characters up to which a headline is quoted in full."""


def headline_changes(
    headline: Headline,
    languages: tuple[str, str],
    catalogue: Catalogue,
    bodies: tuple[Tokenized, Tokenized] | None = None,
    shared: float = 1.0,
) -> Headline:
    """The headline with the changes between its two sides. `bodies` are the texts below it: a value that one headline
    alone has, and the other's text as well, is no new one. `shared` is the share of their words that they have in
    common, 0 to 1: of two reports in other words each has a headline of its own, and nothing of it was changed."""
    texts = tokenize_line(headline.left, languages[0]), tokenize_line(headline.right, languages[1])
    relation: RelationOfRow = (
        "changed" if headline.left and headline.right else "left only" if headline.left else "right only"
    )
    row = Row(
        relation=relation, left=(0,) if headline.left else (), right=(0,) if headline.right else (), ops=headline.ops
    )
    changes = tuple(map(_placeless, find_changes(texts[0], texts[1], (row,), (), languages, catalogue)))
    if bodies:
        changes = tuple(_elsewhere(change, texts, bodies, catalogue) for change in changes)
    quoted = [catalogue.quoted(trimmed(side), _QUOTED) for side in (headline.left, headline.right)]
    if not headline.right:
        sentence = catalogue.gettext("The headline {text} is gone.", text=quoted[0])
        changes = tuple(replace(change, sentence=sentence) for change in changes)
    elif not headline.left:
        sentence = catalogue.gettext("The headline {text} was added.", text=quoted[1])
        changes = tuple(replace(change, sentence=sentence) for change in changes)
    elif all(op.tag == "replace" for op in headline.ops) or (
        _kept(headline, texts) < _ONE_HEADLINE and not any(change.is_consequential for change in changes)
    ):
        # Nothing stayed, or a word or two that any two headlines of one affair have: another headline.
        sentence = catalogue.gettext("{left} became {right}.", left=quoted[0], right=quoted[1])
        changes = _as_one(changes, headline, sentence)
    elif shared < _ONE_TEXT and _kept(headline, texts) < _ONE_HEADLINE:
        changes = tuple(_doubted(change, catalogue) for change in changes)
    return replace(headline, changes=changes)


def _kept(headline: Headline, texts: tuple[Tokenized, Tokenized]) -> float:
    """Share of the shorter headline's words that stayed in their order, 0 to 1."""
    kept = sum(texts[0].word_count(op.left) for op in headline.ops if op.tag == "equal")
    return kept / max(1, min(text.word_count((0, len(text.tokens))) for text in texts))


def _doubted(change: Change, catalogue: Catalogue) -> Change:
    """A change of consequence as what differs here, and no more."""
    if not change.is_consequential:
        return change
    confidence = round(change.confidence * _OF_ANOTHER, 3)
    quoted = [Quoted(text, len(text.split())) for text in (change.left, change.right)]
    sentence = say(change.kind, change.verdict, quoted[0], quoted[1], catalogue, confidence=confidence)
    return replace(change, sentence=sentence, confidence=confidence)


def _as_one(changes: tuple[Change, ...], headline: Headline, sentence: str) -> tuple[Change, ...]:
    """The changes of style, and one for all the others of a headline of which nothing stayed."""
    worded = [change for change in changes if change.kind not in STYLE]
    if not worded:
        return changes
    whole_headline = replace(
        worded[0],
        kind="wording",
        verdict="reworded",
        left=headline.left,
        right=headline.right,
        left_span=(worded[0].left_span[0], worded[-1].left_span[1]),
        right_span=(worded[0].right_span[0], worded[-1].right_span[1]),
        sentence=sentence,
    )
    return (whole_headline, *(change for change in changes if change.kind in STYLE))


def _elsewhere(
    change: Change, lines: tuple[Tokenized, Tokenized], bodies: tuple[Tokenized, Tokenized], catalogue: Catalogue
) -> Change:
    """A value of one headline alone, told as what stands elsewhere where the text below the other one has it."""
    if change.verdict not in ("given", "withheld") or change.kind not in ("figure", "date"):
        return change
    side = 0 if change.verdict == "withheld" else 1
    span = (change.left_span, change.right_span)[side]
    keys = {lines[side].keys[token] for token in range(*span) if lines[side].tokens[token].value is not None}
    if not keys or not keys.issubset(bodies[1 - side].keys):
        return change
    quoted = [Quoted(text, len(text.split())) for text in (change.left, change.right)]
    sentence = say(change.kind, change.verdict, quoted[0], quoted[1], catalogue, aspect="here")
    return replace(change, confidence=round(change.confidence * _OF_ANOTHER, 3), sentence=sentence)


def _placeless(change: Change) -> Change:
    """Of no row; its id is none that a change of the text may have."""
    return replace(change, id=f"h-{change.id.removeprefix('c-')}", rows=())
