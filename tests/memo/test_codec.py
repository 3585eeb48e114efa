"""Values come back from JSON as they were, defaults left out or not."""

from datetime import date
from typing import Any

import pytest

from sitegen.frozen import dataclass
from sitegen.memo import LostValue, as_json, from_plain, key_for, parse_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """Texts alone: read once for all that are packed alike."""

    day: date
    label: str = ""
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lamp:
    """A default of each kind."""

    name: str
    lit: bool = False
    height: int = 0
    share: float = 0.0
    first: Day | None = None
    days: tuple[Day, ...] = ()


VALUES = (
    Lamp(name="Holm"),
    Lamp(name="", lit=True, height=1, share=0.5, first=Day(day=date(2031, 5, 5)), days=(Day(day=date(2031, 5, 6)),)),
    Lamp(name="Holm", share=-0.0),
    Lamp(name="Holm", height=True),
    Lamp(name="Holm", first=Day(day=date(2031, 5, 5), label="a", place="")),
)


@pytest.mark.parametrize("value", VALUES[:3] + VALUES[4:], ids=range(4))
def test_a_value_comes_back_as_it_was(value: Lamp) -> None:
    """Its sign of zero too, which a page may print."""
    back = from_plain(Lamp, parse_json(as_json(value)))
    assert back == value
    assert repr(back) == repr(value)


def test_what_has_its_default_is_left_out() -> None:
    assert as_json(VALUES[0]) == b'{"name":"Holm"}'


def test_values_that_differ_have_other_keys() -> None:
    """A truth value is no number, and zero has a sign."""
    assert len({key_for(value) for value in VALUES}) == len(VALUES)


@pytest.mark.parametrize(
    "plain",
    [
        {},
        {"name": 1},
        {"name": "Holm", "other": 1},
        {"name": "Holm", "height": True},
        {"name": "Holm", "first": {"day": 1}},
        {"name": "Holm", "first": {"day": ["2031-05-05"]}},
        {"name": "Holm", "first": {"label": "a"}},
        {"name": "Holm", "days": {"day": "2031-05-05"}},
    ],
)
def test_what_is_no_such_value_is_refused(plain: Any) -> None:
    """Also after one like it was read: what is remembered of texts answers for nothing else."""
    from_plain(Lamp, {"name": "Holm", "first": {"day": "2031-05-05"}})
    with pytest.raises(LostValue):
        from_plain(Lamp, plain)
