"""The part of the style sheet that site.toml decides: colours and faces. Their form was checked when it was read."""

from collections.abc import Iterator

from sitegen.config import LOOK_COLOURS, Appearance

_LATIN_IN_ARABIC = (
    ":root:is(:lang(ar), :lang(fa), :lang(ur), :lang(ckb)) [lang]:is(:lang(en), :lang(es), :lang(fr), :lang(de))"
)
"""Where the theme takes the faces of an Arabic page back, the settings have the last word."""
_GENERIC = {"serif", "sans-serif", "monospace", "system-ui", "ui-serif", "ui-sans-serif"}


def look_css(look: Appearance) -> str:
    """Custom properties of the theme with the values of the settings; empty where none is set."""
    faces = " ".join(_faces(look))
    properties = " ".join(filter(None, (*_colours(look), faces)))
    if not properties:
        return ""
    of_texts = f" {_LATIN_IN_ARABIC} {{ {faces} }}" if faces else ""
    return f"@layer tokens {{ :root {{ {properties} }}{of_texts} }}\n"


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
            yield f"--{name}: {', '.join(quoted)};"
