"""The benchmark of inferred outlets: a wrong name scores less than a right one, on texts of our own."""

import pytest

from benchmarks.outlets import Recorded, is_right
from sitegen.model import Outlet


@pytest.mark.parametrize(
    ("name", "on_record", "host", "right"),
    [
        ("The Sund Times", "Sund Times - News", "", True),
        ("HT", "Holm Times", "", True),
        ("Sund Online", "Somebody Else", "sundonline.example", True),
        ("Bay Herald", "Holm Times", "holmtimes.example", False),
    ],
)
def test_a_name_is_held_against_the_record(name: str, on_record: str, host: str, right: bool) -> None:
    """The names of one outlet fit each other, its initials or its address; those of two do not."""
    recorded = Recorded(name="a.txt", data=b"", outlet=on_record, host=host)
    assert is_right(Outlet(name=name, channel="footer", phrase=name), recorded) is right
