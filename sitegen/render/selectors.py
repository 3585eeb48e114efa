"""What a style sheet styles by itself: the classes at the root of its selectors, and the values of its tokens.

Reads style sheets as the theme has them, which nest no rules but those of layers and media; makes no page.
"""

import re
from collections.abc import Iterator

_COMMENT = re.compile(r"/\*[^*]*(?:\*(?!/)[^*]*)*(?:\*/|\Z)")
_PRELUDE = re.compile(r"(?<![^{};])([^{};]+)\{")
_ASKED = re.compile(r":(?:not|has)\((?:[^()]|\([^()]*\))*\)")
"""What an element must not be, or must have, is no part of it."""
_CLASS = re.compile(r"\.([A-Za-z][\w-]*)")
_TOKEN = re.compile(r"(?<![\w-])--([\w-]++):\s*+([^;}]++)")
"""A name and its value up to the end of it: to ask for the mark behind it cost the square of a text that has none."""
_ROOT = re.compile(r":root\s*\{([^{}]*)\}")
_MEDIA = re.compile(r"@media[^{@]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")


def class_family(name: str) -> str:
    """The name of a class; of those that are steps of a scale (`k1` to `k20`) one name for all: `k#`."""
    return re.sub(r"\d+$", "#", name)


def styled_classes(sheet: str) -> tuple[str, ...]:
    """The families of classes that a sheet styles as the root of a selector, each once, in its order."""
    preludes = (prelude for prelude in _PRELUDE.findall(_COMMENT.sub("", sheet)) if not prelude.strip().startswith("@"))
    roots = (_split(selector, " >+~")[0] for prelude in preludes for selector in _split(prelude, ","))
    names = (name for root in roots for name in _CLASS.findall(_ASKED.sub("", root)))
    return tuple(dict.fromkeys(map(class_family, names)))


def _split(selectors: str, separators: str) -> list[str]:
    """What stands between separators that no bracket holds."""
    parts, depth = [""], 0
    for character in selectors:
        depth += (character in "([") - (character in ")]")
        if depth == 0 and character in separators:
            parts.append("")
        else:
            parts[-1] += character
    return [part.strip() for part in parts if part.strip()]


def root_tokens(sheets: str) -> Iterator[tuple[str, str]]:
    """Names and values of the custom properties of `:root` in every medium, in the order in which they are set."""
    for rules in _ROOT.findall(_MEDIA.sub("", _COMMENT.sub("", sheets))):
        yield from ((name, " ".join(value.split())) for name, value in _TOKEN.findall(rules))
