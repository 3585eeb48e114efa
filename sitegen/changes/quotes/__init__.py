"""Quotations of both texts: whether two places stand in one, and whose marks stand around other words."""

from sitegen.changes.quotes.quotationmatch import (
    all_quoted,
    are_one_quotation,
    is_mostly_kept,
    is_rewritten,
    place_is_quoted,
    quotation_around,
)
from sitegen.changes.quotes.quotemarks import calls_so, quotation_findings, speaks_for_itself

__all__ = [
    "all_quoted",
    "are_one_quotation",
    "calls_so",
    "is_mostly_kept",
    "is_rewritten",
    "place_is_quoted",
    "quotation_around",
    "quotation_findings",
    "speaks_for_itself",
]
