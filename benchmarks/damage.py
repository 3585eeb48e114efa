"""Pages damaged on purpose: the last part of an article set apart, hidden, replaced by a prompt, or cut off.

Which part of a page is the article is known from its labelled text. What stands in a page after the damage is what a
saved page of that kind would hold; how much of the text an extractor then loses is measured, never assumed.
"""

import json
import re
from collections.abc import Callable, Sequence
from copy import deepcopy
from typing import Any

from sitegen.formats.webpages.page_blocks import runs_in, runs_of, words_of

_IN_TRUTH = 0.7
"""Share of a paragraph's runs that are in the labelled text."""
_FEWEST_WORDS = 8
_PROMPTS = (
    "Subscribe to continue reading. Already a member? Log in.",
    "To read the full story, start your free trial today.",
    "This article is for subscribers only.",
    "Register for free to keep reading.",
    "Pour lire la suite, abonnez-vous.",
    "Para seguir leyendo, suscríbase.",
    "You have reached your limit of free articles this month.",
)


def paragraphs_of(tree: Any, truth: str) -> list[Any]:
    """The elements of an lxml tree that print paragraphs of the text, in order; none stands in another."""
    runs = runs_in(truth.splitlines())
    paragraphs: list[Any] = []
    for element in tree.iter("p"):
        words = words_of("".join(element.itertext()))
        own = list(runs_of(words))
        if len(words) >= _FEWEST_WORDS and sum(run in runs for run in own) >= _IN_TRUTH * len(own):
            paragraphs.append(element)
    return paragraphs


def damaged(page: str, truth: str, kind: str, seed: int) -> str:
    """The page with the given damage to a part of its paragraphs; empty where it has too few.

    `kind` is one of KINDS; `seed` chooses how large a part and which variant.
    """
    from lxml import html

    if kind in _OF_BYTES:
        return _cut(page, truth, seed)
    tree = html.document_fromstring(page)
    paragraphs = paragraphs_of(tree, truth)
    kept = max(2, round(len(paragraphs) * (0.25, 0.4, 0.55, 0.7)[seed % 4]))
    if len(paragraphs) < 5 or len(paragraphs) - kept < 2:
        return ""
    _DAMAGES[kind](tree, paragraphs[:kept], paragraphs[kept:], seed // 4)
    return "<!DOCTYPE html>" + html.tostring(tree, encoding="unicode")


def _moved(into: Any, paragraphs: Sequence[Any]) -> None:
    for paragraph in paragraphs:
        paragraph.tail = None
        into.append(paragraph)


def _taken_out(paragraphs: Sequence[Any]) -> None:
    for paragraph in paragraphs:
        parent = paragraph.getparent()
        if parent is not None:
            paragraph.drop_tree()


def _element(tag: str, **attributes: str) -> Any:
    from lxml import html

    return html.Element(tag, {name.rstrip("_"): value for name, value in attributes.items()})


def _siblings(tree: Any, before: Sequence[Any], after: Sequence[Any], seed: int) -> None:
    variant = seed % 5
    place = before[-1]
    container = place.getparent()
    if variant == 0:
        column = _element("div", class_="grid-column second")
        _moved(column, after)
        container.addnext(column)
    elif variant == 1:
        for paragraph in after:
            paragraph.tag = "div"
            paragraph.set("class", "txt")
    elif variant == 2:
        rest = _element("aside", class_="continued")
        _moved(rest, after)
        place.addnext(rest)
    elif variant == 3:
        rest = _element("div", class_="sidebar-more")
        _moved(rest, after)
        place.addnext(rest)
    else:
        rest = _element("section", class_="share-body")
        inner = deepcopy(container)
        for child in list(inner):
            inner.remove(child)
        inner.text = None
        _moved(inner, after)
        rest.append(inner)
        (tree.find(".//body")).append(rest)


def _hidden(tree: Any, before: Sequence[Any], after: Sequence[Any], seed: int) -> None:
    variant = seed % 5
    wrappers = (
        _element("div", class_="paywall", style="display: none"),
        _element("div", hidden="", class_="full"),
        _element("template"),
        _element("div", class_="premium", style="visibility:hidden"),
    )
    if variant == 4:
        text = "".join(f"<p>{' '.join(''.join(paragraph.itertext()).split())}</p>" for paragraph in (*before, *after))
        _taken_out(after)
        script = _element("script", type="application/json", id="__DATA__")
        script.text = json.dumps({"props": {"story": {"id": 7, "html": text}}})
        tree.find(".//body").append(script)
        return
    _moved(wrappers[variant], after)
    before[-1].addnext(wrappers[variant])


def _teaser(tree: Any, before: Sequence[Any], after: Sequence[Any], seed: int) -> None:
    variant = seed % 3
    _taken_out(after)
    last = before[-1]
    if variant == 0:
        wall = _element("div", class_="offer")
        prompt = _element("p")
        prompt.text = _PROMPTS[(seed // 3) % len(_PROMPTS)]
        wall.append(prompt)
        last.addnext(wall)
    elif variant == 1:
        script = _element("script", type="application/ld+json")
        script.text = json.dumps(
            {
                "@context": "https://schema.org",
                "@type": "NewsArticle",
                "isAccessibleForFree": False,
                "hasPart": {"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": ".locked"},
            }
        )
        tree.find(".//head").append(script)
    else:
        words = "".join(last.itertext()).split()
        for child in list(last):
            last.remove(child)
        last.text = " ".join(words[: max(6, len(words) // 2)]) + (" ...", "…", " [...]")[(seed // 3) % 3]


def _cut(page: str, truth: str, seed: int) -> str:
    """The file broken off inside a paragraph; or so, and closed again by the program that saved it."""
    from lxml import html

    paragraphs = paragraphs_of(html.document_fromstring(page), truth)
    if len(paragraphs) < 5:
        return ""
    kept = max(2, round(len(paragraphs) * (0.25, 0.4, 0.55, 0.7)[seed % 4]))
    if len(paragraphs) - kept < 2:
        return ""
    last = paragraphs[kept]
    words = "".join(last.itertext()).split()
    places = [match.start() for match in re.finditer(re.escape(" ".join(words[3:6])), page)]
    if not places:
        return ""
    broken = page[: places[-1] + 6]
    return broken + "</p></div></body></html>" if (seed // 4) % 3 == 2 else broken


Damage = Callable[[Any, Sequence[Any], Sequence[Any], int], None]
_DAMAGES: dict[str, Damage] = {"siblings": _siblings, "hidden": _hidden, "teaser": _teaser}
_OF_BYTES = ("cut",)
KINDS = (*_DAMAGES, *_OF_BYTES)
