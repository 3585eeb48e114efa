"""Reads copies against each other: what each kept, moved, cut, added and changed. Never touches the file system."""

from sitegen.compare.budget import Budget
from sitegen.compare.pair import compare_pair
from sitegen.compare.standing import Compared, compare_family

__all__ = ["Budget", "Compared", "compare_family", "compare_pair"]
