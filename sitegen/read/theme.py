"""Reads the theme, whose files the build takes as one snapshot. Renders nothing."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def theme_folder() -> Path:
    """Where the built-in theme is: inside an installed package, or beside it in a checkout."""
    installed = _PACKAGE / "_templates"
    return installed if installed.is_dir() else _PACKAGE.parent / "templates"


def read_theme(folder: Path) -> dict[str, bytes]:
    """The bytes of each file of a theme by its path below `folder`, sorted; hidden files are left out.

    Raises OSError when a file cannot be read.
    """
    paths = ((path.relative_to(folder), path) for path in folder.rglob("*") if path.is_file())
    files = {below.as_posix(): path for below, path in paths if not any(part.startswith(".") for part in below.parts)}
    return {below: files[below].read_bytes() for below in sorted(files)}


def read_card_faces() -> dict[str, bytes]:
    """The files of the face that share cards are drawn with, by its weights. Raises OSError as `read_theme` does."""
    folder = _PACKAGE / "render" / "fonts"
    return {weight: (folder / f"NotoSansCards-{weight}.ttf").read_bytes() for weight in ("Bold", "Regular")}
