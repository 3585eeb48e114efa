"""Real texts raise no notice of deceiving characters: hundreds of thousands of sentences in many scripts."""

import json
import lzma
from collections.abc import Iterator
from typing import Any

import pytest

from sitegen.read.decode import clean
from sitegen.text.places import deceiving_places
from tests.conftest import SHARED_DATA

SETS = ("languages/pairs-dev.jsonl.xz", "grouping/stories-dev.jsonl.xz")


def texts(value: Any) -> Iterator[str]:
    """Every text in a value of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from texts(one)


@pytest.mark.parametrize("name", SETS)
def test_real_paragraphs_deceive_nobody(name: str) -> None:
    """As the reader hands them on, controls replaced; one that is made to deceive is found among them."""
    path = SHARED_DATA / name
    if not path.is_file():
        pytest.skip("the real inputs are not beside this checkout")
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        paragraphs = [part for line in lines for text in texts(json.loads(line)) for part in clean(text).split("\n")]
    assert len(paragraphs) > 1000
    assert [one for one in paragraphs if deceiving_places(one)] == []
    assert deceiving_places(f"\u202e{paragraphs[0]}")
