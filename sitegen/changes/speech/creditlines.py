"""Findings inside lines that are none of the report: credits of those who wrote or sent it, captions of pictures.

Who contributed to a report, in one copy and not in the other, does not tell what the report draws on: two outlets print
their own credits below one text. Two captions are about two pictures, unless most of one stands in the other.
"""

from sitegen.changes.finding import Finding
from sitegen.changes.readtext import ReadText
from sitegen.changes.rowedits import SentencePair
from sitegen.model import Span
from sitegen.recognise import is_credit

SURE_OF_CREDIT = 0.85
"""Confidence that a credit that comes, goes or is another says that the source is: it is shown, and not counted."""
_ONE_CAPTION = 0.8
"""Share of the tokens from which two captions are one. Captions of two pictures of one affair share its
persons, its place, and the words with which the site begins them all."""


def confidence_by_line(pair: SentencePair, finding: Finding) -> float:
    """The confidence of a finding of consequence, which is not sure in a credit or between two captions."""
    spans = ((pair.left, finding.left), (pair.right, finding.right))
    roles = {pair.sides.role(side, text.block_of(span[0])) for side, (text, span) in enumerate(spans)}
    is_beside = (
        "credit" in roles
        or ("caption" in roles and _share_of_blocks(pair, finding) < _ONE_CAPTION)
        or any(_is_credit_sentence(text, span) for text, span in spans)
    )
    return min(finding.confidence, SURE_OF_CREDIT) if is_beside else finding.confidence


def _share_of_blocks(pair: SentencePair, finding: Finding) -> float:
    """The share of the tokens of two blocks that stayed, of those of the longer; no word of a caption is counted."""
    left, right = pair.left.block_span(finding.left[0]), pair.right.block_span(finding.right[0])
    stayed = sum(pair.equal.partner(0, token) is not None for token in range(*left))
    return stayed / max(left[1] - left[0], right[1] - right[0], 1)


def _is_credit_sentence(text: ReadText, span: Span) -> bool:
    return bool(text.tokens) and is_credit(text.printed(text.sentence(min(span[0], len(text.tokens) - 1))))
