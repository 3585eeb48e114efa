"""Reads what a text measures, counts and dates as values: one key for equal values, whatever their words.

`read_values` finds the spans of tokens, `compare_values` says how two values stand to each other, `resolve` turns a
date into days. Knows nothing of articles, alignment or sentences; the words of a language stand in wording/.
"""

from sitegen.model import DatePoint, Value
from sitegen.text.values.comparing import compare_values
from sitegen.text.values.reading import read_values
from sitegen.text.values.resolving import resolve
from sitegen.text.values.value import Verdict, is_code
from sitegen.text.values.wording import knows_measures

__all__ = ["DatePoint", "Value", "Verdict", "compare_values", "is_code", "knows_measures", "read_values", "resolve"]
