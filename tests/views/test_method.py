"""The method in words tells what this archive was made with."""

from dataclasses import replace

from sitegen.config import Config, Grouping
from sitegen.text.catalogues import ENGLISH
from sitegen.views.method import rules_of


def test_a_model_of_meaning_is_named() -> None:
    """By the name of its folder; an archive without one does not speak of models."""
    plain = " ".join(one.meaning for one in rules_of(Config(), ENGLISH))
    named = replace(Config(), grouping=replace(Grouping(), model="../models/tiny/"))
    assert "model" not in plain
    assert "A model of meaning, tiny, may add links." in " ".join(one.meaning for one in rules_of(named, ENGLISH))
