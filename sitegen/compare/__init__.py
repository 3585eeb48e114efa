"""Aligns copies with each other: what each kept, moved, cut and added. Knows no language and touches no file."""

from sitegen.compare.pair import compare_pair

__all__ = ["compare_pair"]
