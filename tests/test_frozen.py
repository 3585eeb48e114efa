"""Frozen dataclasses behave as those of the standard library; only their methods are compiled later."""

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, field, replace
from typing import Any

import pytest

from sitegen.frozen import dataclass, maker_of
from sitegen.frozen import replace as frozen_replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Lamp:
    """All that a field may be."""

    name: str
    height: int = 9
    keepers: dict[str, int] = field(default_factory=dict, compare=False)
    hidden: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Place:
    """Fields by position."""

    row: int
    column: int = 2


@dataclass(frozen=True, slots=True)
class Row:
    """One field."""

    number: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Named:
    """Equal to itself alone."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """Refuses what it is given."""

    name: str

    def __post_init__(self) -> None:
        if not self.name:
            raise ValueError("no name")


@dataclass(slots=True)
class Open:
    """One that is not frozen is left to the standard library."""

    name: str


LAMP = Lamp(name="Holm")


def test_fields_and_defaults() -> None:
    assert (LAMP.name, LAMP.height, LAMP.keepers, LAMP.hidden) == ("Holm", 9, {}, ())
    assert LAMP.keepers is not Lamp(name="Holm").keepers
    assert [field.name for field in dataclasses.fields(Lamp)] == ["name", "height", "keepers", "hidden"]
    assert dataclasses.asdict(Place(1)) == {"row": 1, "column": 2}
    assert replace(LAMP, height=8).height == 8
    assert Place(row=1, column=3) == Place(1, 3)


@pytest.mark.parametrize(
    "make", [lambda: Lamp(), lambda: Lamp("Holm"), lambda: Lamp(name="", depth=1), lambda: Place()]
)  # type: ignore[call-arg, misc]
def test_what_does_not_fit_is_refused(make: Any) -> None:
    with pytest.raises(TypeError, match="__init__"):
        make()


def test_what_is_checked_after_it_is_made() -> None:
    with pytest.raises(ValueError, match="no name"):
        Checked(name="")
    assert Checked(name="Holm").name == "Holm"


def test_equal_values_are_equal_and_have_one_hash() -> None:
    assert Place(1, 2) == Place(1) != Place(2)
    assert hash(Place(1)) == hash((1, 2))
    assert hash(Row(1)) == hash((1,))
    assert Row(1) != Place(1)
    assert Row(1) != 1
    assert Lamp(name="Holm", keepers={"Venn": 1}) == LAMP
    assert Named(name="Holm") != Named(name="Holm")


def test_it_is_frozen() -> None:
    place: Any = Place(1)
    with pytest.raises(FrozenInstanceError):
        place.row = 2
    with pytest.raises(FrozenInstanceError):
        del place.row
    with pytest.raises((FrozenInstanceError, AttributeError)):
        place.other = 2
    assert place == Place(1)


def test_it_is_shown_copied_and_sent() -> None:
    assert repr(LAMP) == "Lamp(name='Holm', height=9, keepers={})"
    assert pickle.loads(pickle.dumps(LAMP)) == LAMP
    assert copy.copy(LAMP) == copy.deepcopy(LAMP) == LAMP
    match Place(1, 2):
        case Place(row, column):
            assert (row, column) == (1, 2)


def test_the_same_class_by_the_standard_library_does_the_same() -> None:
    """Its own methods, beside those that it makes."""
    plain = dataclasses.make_dataclass("Place", ["row", ("column", int, 2)], frozen=True, slots=True)
    for values in ((1,), (1, 3)):
        assert repr(plain(*values)) == repr(Place(*values))
        assert hash(plain(*values)) == hash(Place(*values))
    assert Open("Holm").name == "Holm"


@pytest.mark.parametrize(
    ("value", "changes"),
    [
        (LAMP, {"height": 8, "hidden": ("a",)}),
        (LAMP, {}),
        (Place(1), {"column": 5}),
        (Row(1), {"number": 2}),
        (Checked(name="Holm"), {"name": "Venn"}),
        (Open("Holm"), {"name": "Venn"}),
    ],
)
def test_a_value_with_some_fields_replaced(value: Any, changes: dict[str, Any]) -> None:
    """As the standard library does it: another value of the class, as closed, and the first is what it was."""
    before = copy.copy(value)
    replaced, expected = frozen_replace(value, **changes), replace(value, **changes)
    assert type(replaced) is type(value)
    assert replaced == expected
    assert value == before
    assert replaced is not value
    if not isinstance(value, Open):
        with pytest.raises(FrozenInstanceError):
            replaced.name = ""
    with pytest.raises(TypeError):
        frozen_replace(value, depth=1)


def test_what_is_checked_is_checked_again_when_a_field_is_replaced() -> None:
    with pytest.raises(ValueError, match="no name"):
        frozen_replace(Checked(name="Holm"), name="")


def test_a_maker_makes_what_the_class_makes() -> None:
    """Values of the class itself, which are equal, and as closed; wrong fields are refused."""

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Copy:
        name: str
        words: int = 3
        of: list[str] = field(default_factory=list)

        def __post_init__(self) -> None:
            seen.append(self)

    seen: list[Copy] = []
    make = maker_of(Copy)
    for given in ({"name": "a"}, {"name": "b", "words": 5, "of": ["c"]}):
        made = make(**given)
        assert made == Copy(**given)  # type: ignore[arg-type]
        assert type(made) is Copy
        with pytest.raises(FrozenInstanceError):
            made.words = 4  # type: ignore[misc]
        with pytest.raises(TypeError):
            make(**given, other=1)
    assert len(seen) == 4
    assert maker_of(int) is int
