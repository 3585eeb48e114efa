"""What is true of a story before any page is laid out: who likely took from whom, and how each copy stands."""

from sitegen.findings.budget import Budget
from sitegen.findings.edition.editions import read_edition
from sitegen.findings.independence import in_another_language, independence_of
from sitegen.findings.standing import Compare, Compared, compare_family, credits_source
from sitegen.findings.translation import translations_in

__all__ = [
    "Budget",
    "Compare",
    "Compared",
    "compare_family",
    "credits_source",
    "in_another_language",
    "independence_of",
    "read_edition",
    "translations_in",
]
