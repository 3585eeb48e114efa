"""Figure: a number, amount, share or quantity that became another, or that one copy alone gives."""

from collections.abc import Iterator

from sitegen.changes.finding import Finding
from sitegen.changes.kinds.kind import Kind
from sitegen.changes.pairing import value_findings
from sitegen.changes.rowedits import SentencePair
from sitegen.text.catalogues import counted, in_context, marked

_DATED = ("date", "time")


def find(pair: SentencePair) -> Iterator[Finding]:
    """Values that count or measure, and do not say the same."""
    yield from value_findings(pair, "figure", lambda value: value.kind not in _DATED)
    yield from _signs(pair)


def _signs(pair: SentencePair) -> Iterator[Finding]:
    """Nothing but a minus before a number was put in or taken out: `-5`, and not the dash of `3-5`."""
    for edit in pair.edits:
        for side, (text, tokens) in enumerate(zip((pair.left, pair.right), pair.free_in(edit), strict=True)):
            if len(tokens) != 1 or text.keys[tokens[0]] != "-" or pair.free_in(edit)[1 - side]:
                continue
            sign = tokens[0]
            start, end = text.block_span(sign)
            glued = sign > start and not text.tokens[sign - 1].text[-1:].isspace() and text.is_word(sign - 1)
            if sign + 1 < end and not text.tokens[sign].text[-1:].isspace() and text.value(sign + 1) and not glued:
                left, right = ((sign, sign + 2), (edit.right[0], edit.right[0] + 1))
                if side:
                    left, right = ((edit.left[0], edit.left[0] + 1), (sign, sign + 2))
                yield pair.take(Finding(kind="figure", verdict="changed", left=left, right=right, confidence=0.95))


KIND = Kind(
    name="figure",
    tag=in_context("kind of change", "figure"),
    group="consequential",
    noun=counted("{count} figure", "{count} figures"),
    label=marked("figures"),
    meaning=marked("A number, amount, share or quantity is another, is given or is left out."),
    sentences={
        "changed": marked("The figure changed from {left} to {right}."),
        "converted": marked("The figure {left} was converted to {right}."),
        "rounded": marked("The figure {left} became {right}: stated with another precision."),
        "given": marked("The figure {text} was added."),
        "withheld": marked("The figure {text} is gone."),
        "unclear": marked("The figure {left} is written {right}; whether it is the same figure cannot be told."),
        "order": marked("The figures changed places: {left} became {right}."),
        "moved": marked("The figure {text} moved inside the sentence."),
    },
    find=find,
)
