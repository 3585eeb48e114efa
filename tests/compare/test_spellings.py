"""One look tells whether any rule of spelling fits."""

import re

import pytest

from sitegen.compare.packs import PACKS


@pytest.mark.parametrize("language", sorted(PACKS))
def test_no_rule_refers_to_a_group(language: str) -> None:
    """The patterns are joined into one to look once; a number of a group would mean another group there."""
    assert not [one for one, _ in PACKS[language].spellings if re.search(r"\\[1-9]|\(\?(P|[a-z]+\)|\()", one)]
