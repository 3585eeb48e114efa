"""The values of two sentences, paired, and what became of each as a finding."""

from sitegen.changes.pairing.valuefindings import alone, value_findings, with_joined_dates
from sitegen.changes.pairing.valuepairs import is_only_figure_of_headlines, paired_values, verdict_of

__all__ = ["alone", "is_only_figure_of_headlines", "paired_values", "value_findings", "verdict_of", "with_joined_dates"]
