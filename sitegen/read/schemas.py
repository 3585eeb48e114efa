"""Reads the JSON Schemas of what is published, which stand in the documentation. Checks nothing."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_PUBLISHED = ("archive", "comparison", "group", "manifest", "story")
"""Those of published files, and those that they refer to."""


def read_schemas() -> dict[str, bytes]:
    """The bytes of each by its name. Raises OSError where one cannot be read."""
    installed = _PACKAGE / "_schema"
    folder = installed if installed.is_dir() else _PACKAGE.parent / "docs" / "schema"
    return {name: (folder / name).read_bytes() for name in (f"{title}.schema.json" for title in _PUBLISHED)}
