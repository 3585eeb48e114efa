"""What is true of a story before any page is laid out: who likely took from whom, and how each copy stands."""

from sitegen.findings.budget import Budget
from sitegen.findings.editions import read_edition
from sitegen.findings.standing import Compare, Compared, compare_family

__all__ = ["Budget", "Compare", "Compared", "compare_family", "read_edition"]
