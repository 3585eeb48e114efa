"""Finds the word that was probably meant. Wording only; knows nothing of fields or files."""

import difflib
from collections.abc import Iterable

_MOST_LISTED = 12


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like `word`; empty when none is like it."""
    candidates = {_folded(name): name for name in sorted(known, reverse=True) if abs(len(name) - len(word)) <= 4}
    matches = difflib.get_close_matches(_folded(word), candidates, n=1, cutoff=0.7)
    return candidates[matches[0]] if matches else ""


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """A hint that names the nearest known word, else `otherwise`."""
    near = nearest(word, known)
    return f"did you mean `{near}`?" if near else otherwise


def listed(names: Iterable[str]) -> str:
    """Some names for a hint, and how many more there are."""
    all_names = list(names)
    shown = ", ".join(all_names[:_MOST_LISTED])
    return f"{shown} and {len(all_names) - _MOST_LISTED} more" if len(all_names) > _MOST_LISTED else shown


def _folded(word: str) -> str:
    return word.casefold().replace("-", "_").replace(" ", "_")
