"""What an earlier build grouped. The output is the same with it and without.

Every key holds all that its value depends on; memo/ keeps the bytes.
"""

from sitegen.reuse.grouping import known_grouping

__all__ = ["known_grouping"]
