"""Cuts examples of parts of a theme from pages that were made with it, and finds the templates that make them.

What is cut is whole and stands alone: every element is closed, ids are those of the example alone, links lead to where
the page's did, and what a reader would have to unfold is unfolded.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from html import escape
from html.parser import HTMLParser
from urllib.parse import urljoin

from sitegen.frozen import dataclass
from sitegen.render.selectors import class_family

_MOST_ELEMENTS = 40
"""Of an example: what is longer is cut short."""
_VOID = frozenset(["area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
_PARTS = frozenset(["dt", "dd", "td", "th", "summary", "legend", "option", "figcaption", "caption"])
"""Elements that may not stand without their parent."""
_INLINE = frozenset(
    ["a", "b", "bdi", "i", "span", "small", "mark", "del", "ins", "time", "input", "label", "button", "em", "strong"]
)
"""Elements that say little without the line that they stand in."""
_LANDMARKS = frozenset(["nav", "aside", "form", "section"])
_REFERENCES = frozenset(
    ["for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "form", "list", "popovertarget"]
)
_DROPPED = frozenset(["hidden", "popover"])
_SIGN = "data-sign"
"""The one attribute of ours that style sheets read; the others are for scripts, which find no whole page here."""
_FRAME = frozenset(["html", "body", "main"])
"""Elements of which a page has one: a class of these is that of a kind of page."""


@dataclass(slots=True, eq=False)
class _Element:
    tag: str
    attributes: dict[str, str]
    parent: "_Element | None"
    children: "list[_Element | str]" = field(default_factory=list)
    size: int = 1
    """Elements that it holds, itself among them."""

    @property
    def families(self) -> list[str]:
        return [class_family(name) for name in self.attributes.get("class", "").split()]

    @property
    def kept(self) -> "list[_Element]":
        """Of a part that can be folded, the line that is seen of it."""
        children = self.children if self.tag == "details" else []
        return [child for child in children if isinstance(child, _Element) and child.tag == "summary"]

    def below(self) -> "Iterator[_Element]":
        """It and all that it holds, in order."""
        yield self
        for child in self.children:
            if isinstance(child, _Element):
                yield from child.below()


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A part of a page that stands for itself."""

    names: frozenset[str]
    """The families of classes in it."""
    html: str
    """Empty for a class of a whole page."""
    page: str
    """Address of the page that it was cut from."""


class _Tree(HTMLParser):
    """Builds elements; scripts are left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.top = self._open = _Element("", {}, None)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = _Element(tag, {name: value or "" for name, value in attrs}, self._open)
        self._open.children.append(element)
        if tag not in _VOID:
            self._open = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        element: _Element | None = self._open
        while element is not None and element.tag != tag:
            element = element.parent
        while element is not None and element.parent is not None and self._open is not element.parent:
            ended = self._open
            ended.parent.size += ended.size  # type: ignore[union-attr]
            self._open = ended.parent  # type: ignore[assignment]

    def handle_data(self, data: str) -> None:
        if self._open.tag not in ("script", "style"):
            self._open.children.append(data)


def find_examples(pages: Mapping[str, str], names: Iterable[str]) -> dict[str, Example]:
    """An example of each family of classes by its name: the first in `pages` (HTML by address) that is not too long."""
    chosen: dict[str, tuple[_Element, str]] = {}
    families = set(names)
    for address, html in pages.items():
        tree = _Tree()
        tree.feed(html)
        for element in tree.top.below():
            for name in families.intersection(element.families):
                part = _standing_alone(element)
                before = chosen.get(name)
                if before is None or max(part.size, _MOST_ELEMENTS) < max(before[0].size, _MOST_ELEMENTS):
                    chosen[name] = (part, address)
    return {name: _Cut(*chosen[name], number).example() for number, name in enumerate(sorted(chosen), start=1)}


def _standing_alone(element: _Element) -> _Element:
    """The element, or the one around it without which it says nothing."""
    drawing = next((outer for outer in _outward(element) if outer.tag == "svg"), None)
    if drawing is not None:
        return drawing
    while element.parent is not None and element.parent.tag not in _FRAME:
        is_inline = element.tag in _INLINE and element.parent.size <= _MOST_ELEMENTS
        if element.tag not in _PARTS and not is_inline:
            break
        element = element.parent
    return element


def _outward(element: _Element) -> Iterator[_Element]:
    outer: _Element | None = element
    while outer is not None and outer.tag:
        yield outer
        outer = outer.parent


class _Cut:
    """One example, written out."""

    def __init__(self, element: _Element, address: str, number: int) -> None:
        self._element, self._address, self._number = element, address, number
        self._around = [outer for outer in _outward(element) if outer.tag not in ("html", "body")][1:]
        self._ids = {inner.attributes["id"] for inner in element.below() if "id" in inner.attributes}
        self._left = _MOST_ELEMENTS
        self._names: set[str] = set()

    def example(self) -> Example:
        """It, in the elements that it stood in, which hold nothing else."""
        if self._element.tag in _FRAME:
            return Example(names=frozenset(self._element.families), html="", page=self._address)
        html = self._written(self._element)
        for outer in self._around:
            tag = "div" if outer.tag == "main" else outer.tag
            # What is unfolded keeps the line that unfolds it.
            html = "".join(map(self._written, outer.kept)) + html
            html = f"<{tag}{self._attributes(outer)}>{html}</{tag}>"
        return Example(names=frozenset(self._names), html=html, page=self._address)

    def _written(self, element: _Element) -> str:
        self._left -= 1
        self._names.update(element.families)
        start = f"<{element.tag}{self._attributes(element)}>"
        if element.tag in _VOID or element.tag in ("script", "style"):
            return start if element.tag in _VOID else ""
        inside = []
        for child in element.children:
            if isinstance(child, str):
                inside.append(escape(child, quote=False))
            elif self._left > 0:
                inside.append(self._written(child))
        return f"{start}{''.join(inside)}</{element.tag}>"

    def _attributes(self, element: _Element) -> str:
        written = {
            name: value
            for name, value in element.attributes.items()
            if name not in _DROPPED and (not name.startswith("data-") or name == _SIGN)
        }
        for name, value in element.attributes.items():
            if name in _REFERENCES or name == "id":
                inside = [self._prefixed(word) for word in value.split() if word in self._ids]
                written |= {name: " ".join(inside)}
                if not inside:
                    del written[name]
            elif name == "href" and value[:1] == "#" and value[1:] in self._ids:
                written[name] = f"#{self._prefixed(value[1:])}"
            elif name in ("href", "src", "action"):
                written[name] = urljoin(self._address, value)
            elif name == "name" and element.tag == "input":
                written[name] = self._prefixed(value)
        if element.tag == "details":
            written["open"] = ""
        if re.fullmatch("h[1-6]", element.tag):
            # The outline of a page of examples is its own.
            written.setdefault("role", "none")
        role = written.get("role", element.tag)
        if role in ("nav", "aside", "region") or (element.tag in _LANDMARKS and "aria-label" in written):
            # Landmarks of several examples are told apart.
            written["aria-label"] = f"{written.get('aria-label') or role} ({self._number})"
            written.pop("aria-labelledby", None)
        return "".join(f' {name}="{escape(value)}"' if value else f" {name}" for name, value in written.items())

    def _prefixed(self, name: str) -> str:
        return f"e{self._number}-{name}"


def fewest_examples(names: Sequence[str], examples: Mapping[str, Example]) -> list[tuple[tuple[str, ...], Example]]:
    """Examples that show all of `names` which have one, each with those that it shows, in the order of the names."""
    left = [name for name in names if name in examples and examples[name].html]
    chosen = []
    while left:
        best = max(left, key=lambda name: len(examples[name].names.intersection(left)))
        shown = tuple(name for name in left if name in examples[best].names)
        chosen.append((shown, examples[best]))
        left = [name for name in left if name not in shown]
    return sorted(chosen, key=lambda part: names.index(part[0][0]))


_CLASSES = re.compile(r"""(?:class="|main_class %\})([^>]*)""")
_EXPRESSION = re.compile(r"\{[{%]([^%}]*(?:[%}](?!\})[^%}]*)*)(?:[%}]\}|\Z)")
_MACRO = re.compile(r"\{%-? (?:macro (\w+)|endmacro)")


class Makers:
    """Where the templates of a theme write each class."""

    def __init__(self, templates: Mapping[str, str]) -> None:
        self._places: dict[str, dict[str, None]] = {}
        for template, source in sorted(templates.items()):
            macro = ""
            for line in source.splitlines():
                for begun in _MACRO.finditer(line):
                    macro = begun[1] or ""
                written = " ".join(_CLASSES.findall(line))
                literal = _EXPRESSION.sub(lambda inner: " ".join(re.findall(r'"([^"]*)"', inner[1])), written)
                for name in re.findall(r"[\w-]+", literal):
                    self._places.setdefault(name, {})[f"{template}: {macro}" if macro else template] = None

    def of(self, name: str) -> tuple[str, ...]:
        """`NAME.html`, or `NAME.html: MACRO`, of a family of classes; none where all of its name is a value."""
        start = name.removesuffix("#")
        places = self._places.get(start) or self._places.get(f"{start.partition('-')[0]}-", {})
        return tuple(places)
