"""Ids of articles, sources and stories."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.config import Config, Limits
from sitegen.read import read_article
from sitegen.text.ids import collision_key, id_of_path


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("water", "water"),
        ("stories/water-bill/agency", "water-bill-agency"),
        ("2017/09/Nước mắt", "2017-09-Nước-mắt"),
        ("a -- b", "a-b"),
        ("no..tes", "no..tes"),
        ("..a..", "a"),
        ("أخبار اليوم", "أخبار-اليوم"),
        ("cafe\u0301", "café"),
        ("हिन्दी", "हिन्दी"),
        ("snake_case.v2", "snake_case.v2"),
    ],
)
def test_plain_paths(path: str, expected: str) -> None:
    """A path of letters, digits, marks, `-`, `_` and `.` reads as its id; spaces become hyphens without a hash."""
    assert id_of_path(path, 80) == expected


@pytest.mark.parametrize(
    "path", ["a?", "a!", "%2e%2e", "con", "NUL", "com1.txt", "???", "", "  ", "a\u200db", "🙂", "..", "/"]
)
def test_lossy_paths_get_a_hash(path: str) -> None:
    """A path that lost characters, came out empty or is reserved on Windows ends in eight hexadecimal digits."""
    assert re.fullmatch(r"(.*-)?[0-9a-f]{8}", id_of_path(path, 80))


@pytest.mark.parametrize("path", ["con", "NUL.x", "com1.a?", "aux.b.c", "lpt9.", "con." + "x" * 100])
def test_no_id_is_a_device(path: str) -> None:
    """Windows reads everything before the first dot, so `nul.x-...` would still be a device."""
    assert not re.fullmatch(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", id_of_path(path, 80), re.IGNORECASE)


def test_lost_characters_keep_articles_apart() -> None:
    """Two paths that differ in a lost character have two ids."""
    assert id_of_path("why?", 80) != id_of_path("why!", 80)


@given(st.text(max_size=300))
def test_every_id_is_portable(path: str) -> None:
    """Whatever the path: not empty, within the limit, safe in an address and as a file name, and always the same."""
    made = id_of_path(path, 80)
    assert 0 < len(made.encode()) <= 80
    assert not re.search(r'[\x00-\x20/\\:*?"<>|%#&]', made)
    assert made.strip("-.") == made
    assert made == id_of_path(path, 80)


def test_long_paths_are_cut_at_a_character() -> None:
    """A long path keeps its beginning, whole characters only."""
    made = id_of_path("ế" * 100, 80)
    assert len(made.encode()) <= 80
    assert re.fullmatch("ế+-[0-9a-f]{8}", made)


@pytest.mark.parametrize(
    ("left", "right"), [("Paris", "paris"), ("STRASSE", "straße"), ("ﬁn", "fin"), ("ａ", "a"), ("é", "e\u0301")]
)
def test_collisions(left: str, right: str) -> None:
    """Ids that some file system or reader takes for one have one key."""
    assert collision_key(left) == collision_key(right)
    assert collision_key(left) != collision_key(left + "x")


@pytest.mark.parametrize(("longest", "kept"), [(120, True), (80, False)])
def test_a_declared_story_may_be_as_long_as_the_archive_allows(longest: int, kept: bool) -> None:
    """What `id_bytes` says holds for `story:` too; the default is the control."""
    name = "the-day-" * 11 + "after"
    config = Config(limits=Limits(id_bytes=longest))
    article, problems = read_article("a.md", "a.md", f"---\nstory: {name}\n---\nText.\n".encode(), config)
    assert (article is not None and article.story == name) is kept
    assert ("bad-id" in [one.code for one in problems]) is not kept
