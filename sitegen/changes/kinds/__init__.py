"""The kinds of change: the registry. A kind is added by its module, its line here, and its name in model.ChangeKind.

Their order is the order in which they are looked for: what a finder has taken, no later one tells.
"""

from sitegen.changes.kinds.addition import KIND as ADDITION
from sitegen.changes.kinds.attribution import KIND as ATTRIBUTION
from sitegen.changes.kinds.case import KIND as CASE
from sitegen.changes.kinds.correction import KIND as CORRECTION
from sitegen.changes.kinds.cut import KIND as CUT
from sitegen.changes.kinds.date import KIND as DATE
from sitegen.changes.kinds.figure import KIND as FIGURE
from sitegen.changes.kinds.format import KIND as FORMAT
from sitegen.changes.kinds.hedge import KIND as HEDGE
from sitegen.changes.kinds.kind import Kind
from sitegen.changes.kinds.label import KIND as LABEL
from sitegen.changes.kinds.merge import KIND as MERGE
from sitegen.changes.kinds.move import KIND as MOVE
from sitegen.changes.kinds.name import KIND as NAME
from sitegen.changes.kinds.negation import KIND as NEGATION
from sitegen.changes.kinds.order import KIND as ORDER
from sitegen.changes.kinds.punctuation import KIND as PUNCTUATION
from sitegen.changes.kinds.quotation import KIND as QUOTATION
from sitegen.changes.kinds.role import KIND as ROLE
from sitegen.changes.kinds.spelling import KIND as SPELLING
from sitegen.changes.kinds.split import KIND as SPLIT
from sitegen.changes.kinds.typography import KIND as TYPOGRAPHY
from sitegen.changes.kinds.wording import KIND as WORDING

KINDS: tuple[Kind, ...] = (
    CORRECTION, LABEL, ROLE, QUOTATION, ATTRIBUTION, NEGATION, FIGURE, DATE, FORMAT, NAME, HEDGE,
    ORDER, MOVE, SPLIT, MERGE, CUT, ADDITION, WORDING, SPELLING, PUNCTUATION, CASE, TYPOGRAPHY,
)  # fmt: skip
"""All kinds, in the order in which their finders run."""
__all__ = ["BY_NAME", "KINDS", "Kind"]
BY_NAME = {kind.name: kind for kind in KINDS}
