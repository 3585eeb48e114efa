"""Finds the article that a page describes in JSON-LD (schema.org). Knows no HTML.

A page may describe several: the one it prints and those it links to. Where it does not say which is which, none is
taken.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sitegen.formats.draft import tidy

_MOST_NODES = 5_000
"""Values of a page that are looked at."""
_LONGEST = 2_000_000
_TYPES = ("BlogPosting", "Report", "OpinionNewsArticle", "LiveBlogPosting")
_PAGES = ("WebPage", "ItemPage", "ClaimReview")
_REFERRING = ("author", "publisher", "creator")
"""Properties whose values may be `@id` of a thing described elsewhere on the page."""
_WRAPPED = re.compile(r"(?:/\*|//)?\s?(?:<!\[CDATA\[|\]\]>)\s?(?:\*/)?|^<!--|-->$")
_COMMA = re.compile(r'"(?:[^"\\]|\\.|\\\Z)*(?:"|\Z)|,(?=\s*[}\]])', re.DOTALL)
"""A string that nothing ends goes on to the end; else each mark in it would be looked at as the first of another."""
_SITES = ("WebSite", "Organization", "NewsMediaOrganization")

Node = Mapping[str, Any]


def find_article(scripts: Iterable[str], address: str, title: str) -> Node:
    """The article that describes the page itself; empty where there is none or no telling.

    `address` is the page's own, `title` the one it gives elsewhere; either may be empty.
    """
    scripts = tuple(scripts)
    articles = article_nodes(scripts)
    if len(articles) > 1:
        matching = [node for node in articles if address and _plain(address) in map(_plain, addresses(node))]
        matching = matching or [node for node in articles if title and tidy(node.get("headline")) == title]
        articles = matching[:1]
    node = articles[0] if articles else _page_node(scripts, address)
    return {name: _resolved(value, scripts) if name in _REFERRING else value for name, value in node.items()}


def _page_node(scripts: Iterable[str], address: str) -> Node:
    """What describes the page itself where nothing describes its article: a page, a check of a claim."""
    pages = [node for node in _nodes(scripts) if _has_type(node, _PAGES)]
    matching = [node for node in pages if address and _plain(address) in map(_plain, addresses(node))]
    return matching[0] if matching else pages[0] if len(pages) == 1 else {}


def _resolved(value: Any, scripts: Iterable[str]) -> Any:
    """A value with the things that it refers to by `@id` alone in their places."""
    references = {item.get("@id") for item in _listed(value) if isinstance(item, dict) and "name" not in item}
    if not references - {None}:
        return value
    named = {node["@id"]: node for node in _nodes(scripts) if node.get("@id") in references and node.get("name")}
    return [named.get(item.get("@id"), item) if isinstance(item, dict) else item for item in _listed(value)]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _has_type(node: Node, types: tuple[str, ...]) -> bool:
    return any(str(name).rpartition("/")[2] in types for name in _listed(node.get("@type")))


def has_comma_too_many(script: str) -> bool:
    """Whether a script is read only without a comma before a closing bracket."""
    return _parsed(script, mends=False) is None and _parsed(script) is not None


def _parsed(script: str, *, mends: bool = True) -> Any:
    """The value of a script, without the signs that hide it from old programs; None where it is none."""
    text = _WRAPPED.sub("", script.strip()).strip().rstrip(";")
    text = _COMMA.sub(lambda match: match[0] if match[0][0] == '"' else "", text) if mends else text
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def article_nodes(scripts: Iterable[str]) -> list[Node]:
    """All articles that a page describes, those it links to included."""
    return [node for node in _nodes(scripts) if _is_article(node)]


def types_of(scripts: Iterable[str]) -> Iterator[str]:
    """The types of all that a page describes, without the address of their vocabulary."""
    for node in _nodes(scripts):
        types = node.get("@type")
        yield from (str(name).rpartition("/")[2] for name in (types if isinstance(types, list) else [types]) if name)


def site_names(scripts: Iterable[str]) -> Iterator[str]:
    """What a page calls the sites and organisations that it describes, publishers of an article left out."""
    nodes = list(_nodes(scripts))
    publishers = {id(node.get("publisher")) for node in nodes if _is_article(node)}
    for node in nodes:
        if id(node) not in publishers and _has_type(node, _SITES):
            yield from names(node.get("name"))


def addresses(node: Node) -> list[str]:
    """The addresses that a node gives for its page."""
    page = node.get("mainEntityOfPage")
    inner = page.get("@id") or page.get("url") if isinstance(page, dict) else page
    return [text for value in (node.get("url"), inner, node.get("@id")) if (text := tidy(value))]


def names(value: Any) -> list[str]:
    """The names in an author or publisher: a text, a thing with a name, or several of them."""
    if isinstance(value, list):
        return [name for value in value[:20] for name in names(value)]
    name = value.get("name") if isinstance(value, dict) else value
    if isinstance(name, list):
        return [text for value in name[:20] if (text := tidy(value))]
    return [text] if (text := tidy(name)) else []


def people(value: Any) -> list[str]:
    """The names in an author, without organisations."""
    several = value if isinstance(value, list) else [value]
    return [
        name
        for value in several
        if not (isinstance(value, dict) and "Organization" in str(value.get("@type")))
        for name in names(value)
    ]


def _nodes(scripts: Iterable[str]) -> Iterator[Node]:
    """Every object of the scripts, outer ones first; without recursion, since a page decides how deep it nests."""
    left = _MOST_NODES
    for script in scripts:
        if len(script) > _LONGEST:
            continue
        value = _parsed(script)
        waiting = [] if value is None else [value]
        while waiting and left:
            left -= 1
            value = waiting.pop(0)
            if isinstance(value, dict):
                yield value
                waiting += [value for value in value.values() if isinstance(value, dict | list)]
            elif isinstance(value, list):
                waiting += [value for value in value[:_MOST_NODES] if isinstance(value, dict | list)]


def _is_article(node: Node) -> bool:
    types = node.get("@type")
    return any(
        isinstance(value, str) and (value.endswith("Article") or value.rpartition("/")[2] in _TYPES)
        for value in (types if isinstance(types, list) else [types])
    )


def _plain(address: str) -> str:
    """An address as two mentions of a page are compared."""
    return address.partition("#")[0].partition("://")[2].removeprefix("www.").rstrip("/")
