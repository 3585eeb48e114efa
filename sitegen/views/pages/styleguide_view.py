"""What the style guide of a preview shows: the tokens of a theme, and each of its parts with an example."""

from sitegen.frozen import dataclass
from sitegen.views.pages.parts import Head


@dataclass(frozen=True, slots=True, kw_only=True)
class Swatch:
    """A colour in light and in dark, each with its contrast on the paper of that scheme."""

    name: str
    light: str
    """`#rrggbb`."""
    dark: str
    on_light: str
    """`4.6 : 1`."""
    on_dark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenSample:
    """A face or a size."""

    name: str
    value: str
    """As the style sheet has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StyledClass:
    """A class, or the steps of one, that the theme styles by itself."""

    name: str
    """`meta`, or `k1 …` for a scale."""
    makers: str
    """Templates and macros that write it; empty where it comes from the values of a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeExample:
    """A part of a page, for one class or several."""

    id: str
    classes: tuple[StyledClass, ...]
    html: str
    """Cut from a page that the theme made."""
    page: str
    """Address of that page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetExamples:
    """The classes that one style sheet is the first to style."""

    id: str
    sheet: str
    """Its name."""
    examples: tuple[ThemeExample, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageExample:
    """A kind of page, by a page of it."""

    name: str
    """The class of its main part."""
    makers: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptedClass:
    """A class that no page has before a script has run, or that no page of the specimen has."""

    name: str
    sheet: str
    maker: str
    """The script; empty for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleguideView:
    """`/styleguide/` of a preview."""

    head: Head
    style: str
    """Address of the style sheet of the guide itself."""
    paper: str
    """The token that contrasts are measured on."""
    swatches: tuple[Swatch, ...]
    faces: tuple[TokenSample, ...]
    sizes: tuple[TokenSample, ...]
    sheets: tuple[SheetExamples, ...]
    kinds: tuple[PageExample, ...]
    without_example: tuple[ScriptedClass, ...]
