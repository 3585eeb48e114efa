"""The part of the style sheet that site.toml decides: colours and faces. Their form was checked when it was read."""

from collections.abc import Iterator

from sitegen.config import LOOK_COLOURS, Appearance

_GENERIC = {"serif", "sans-serif", "monospace", "system-ui", "ui-serif", "ui-sans-serif"}


def look_css(look: Appearance) -> str:
    """Custom properties of the theme with the values of the settings; empty where none is set."""
    properties = [*_colours(look), *_faces(look)]
    return f"@layer tokens {{ :root {{ {' '.join(properties)} }} }}\n" if properties else ""


def _colours(look: Appearance) -> Iterator[str]:
    for name in LOOK_COLOURS:
        light, _, dark = getattr(look, name).partition(" ")
        if light:
            yield f"--{name}: light-dark({light}, {dark or light});"


def _faces(look: Appearance) -> Iterator[str]:
    for name in ("serif", "sans"):
        faces = [face.strip() for face in getattr(look, name).split(",") if face.strip()]
        if faces:
            quoted = (face if face in _GENERIC else f'"{face}"' for face in faces)
            value = ", ".join(quoted)
            yield f"--{name}: {value}; --latin-{name}: {value};"
