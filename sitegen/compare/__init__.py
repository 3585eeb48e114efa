"""Reads copies against each other: what each kept, moved, cut, added and changed. Never touches the file system."""

from sitegen.compare.kinds import CONSEQUENTIAL, STYLE
from sitegen.compare.pair import compare_pair
from sitegen.compare.standing import Compared, compare_family

__all__ = ["CONSEQUENTIAL", "STYLE", "Compared", "compare_family", "compare_pair"]
