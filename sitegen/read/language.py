"""Tells the language of a text that does not say it. Loads its model when first asked."""

import os
import re
from collections.abc import Sequence
from functools import cache
from typing import Any

_SURE = 0.8
_FEWEST_LETTERS = 20
_SAMPLES = (600, 3_000)
"""Characters that are looked at: the second only where the first did not tell."""
_LETTER = re.compile(r"[^\W\d_]")
UNKNOWN = "und"


def guess_language(text: str, among: Sequence[str]) -> str:
    """A language tag, one of `among` if any are given; `und` when it is not sure."""
    if len(_LETTER.findall(text[:400])) < _FEWEST_LETTERS:
        return UNKNOWN
    primary = {tag.partition("-")[0].lower(): tag for tag in reversed(among)}
    for size in _SAMPLES:
        code, probability = _identifier(frozenset(primary)).classify(text[:size])
        if probability >= _SURE:
            return str(primary.get(code, code))
        if len(text) <= size:
            break
    return UNKNOWN


@cache
def _identifier(among: frozenset[str]) -> Any:
    # The model is small; many threads of the linear algebra library cost more than they bring.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    known = among & set(identifier.labels)
    if known:
        identifier.set_languages(sorted(known))
    return identifier
