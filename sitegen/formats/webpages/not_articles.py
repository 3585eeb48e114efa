"""Pages that print no article: consent, challenge, error, login, search, front page, list, about.

Each needs its own evidence; a page for which none speaks is left to the extractors. Short pages are articles too, so
that a page is short is never the reason alone.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from urllib.parse import parse_qs, urlsplit

from sitegen.formats.webpages.page_blocks import PageBlock
from sitegen.formats.webpages.page_phrases import (
    CHALLENGE,
    CONSENT,
    CONSENT_TITLE,
    ERROR,
    LOGIN,
    SEARCH_TITLE,
    TO_READER,
)
from sitegen.formats.webpages.witnesses import Witness, is_linked
from sitegen.frozen import dataclass

_SHORT = 250
"""Words of a text that notices and errors do not reach; the longest consent text seen has 180."""
_ERROR_WORDS = 100
"""Words that what is said of an error does not reach."""
_FEWEST_TERMS = 3
"""Terms of consent in such a text; a title that says so counts as one."""
_CONSENT_SHARE = 0.5
"""Share of a text's words that stand in blocks about consent."""
_FEWEST_TEASERS = 3
_TEASER_SHARE = 0.6
"""Share of the blocks of text that are each alone with a linked headline, as on a list; articles reach .2."""
_NEIGHBOURS = 2
"""Blocks between a headline and its teaser: a day, a section."""

_SEARCH_PATHS = ("search", "suche", "recherche", "buscar", "busca", "ricerca")
_SEARCH_QUERIES = ("q", "s", "query", "search", "keywords")
_LIST_PATHS = ("tag", "tags", "topic", "topics", "category", "categories", "author", "archive", "archives", "section")
_ABOUT_PATHS = (
    "about",
    "about-us",
    "contact",
    "contact-us",
    "impressum",
    "imprint",
    "privacy",
    "privacy-policy",
    "terms",
)
_TYPES = {
    "SearchResultsPage": "search",
    "CollectionPage": "list",
    "AboutPage": "about",
    "ContactPage": "about",
}
"""Types of schema.org that a page which describes no article gives itself."""

KINDS: Mapping[str, tuple[str, str]] = {
    "consent": (
        "a page that asks for consent to cookies, and not the article",
        "accept or refuse in the browser, then save the page again",
    ),
    "challenge": (
        "a check whether a browser is a robot's, and not the article",
        "open the page in a browser until its text is there, then save it",
    ),
    "error": ("a message of an error, and not the article", "look for a copy of the page in a web archive"),
    "login": ("a page to log in, and not the article", "log in in the browser, then save the page again"),
    "search": ("a page of search results, and no article", "save the articles it leads to"),
    "front": ("a front page, and no article", "save the articles it leads to"),
    "list": ("a list of articles, and none itself", "save the articles it leads to"),
    "about": ("a page about the site, and no article", "leave it out; a source's file says who an outlet is"),
}
"""What a page is, as a message names it, and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSigns:
    """What a page says of itself, as far as it tells what kind of page it is."""

    address: str
    """Empty where it is not known."""
    title: str
    headings: tuple[str, ...]
    """Its `h1`."""
    types: frozenset[str]
    """Types it gives itself in JSON-LD."""
    has_article: bool
    """Whether it describes an article: in JSON-LD, or by a day of publication."""
    has_password: bool
    """Whether it has a field for a password."""


def what_page(signs: PageSigns, blocks: Sequence[PageBlock], text: Witness) -> str:
    """Which kind of page this is, one of KINDS; empty where it may be an article. `text` is what would be taken."""
    kept = [block for block, is_kept in zip(blocks, text.kept, strict=True) if is_kept]
    names = (signs.title, *signs.headings)
    # Notices say so above a short text; an article about cookies, robots or errors goes on.
    if text.words < _SHORT:
        if any(CHALLENGE.search(name) for name in names):
            return "challenge"
        if _is_about_consent(kept, names):
            return "consent"
        if text.words < _ERROR_WORDS and any(ERROR.search(name) for name in names) and not signs.has_article:
            return "error"
        if signs.has_password and any(LOGIN.search(name) for name in names):
            return "login"
    if signs.has_article:
        return ""
    return _by_address(signs, len(kept)) or _by_lists(blocks, text)


def _is_about_consent(kept: Sequence[PageBlock], names: Sequence[str]) -> bool:
    """Whether most of a text asks its reader for consent; a report on cookies speaks of others, and names some."""
    words = sum(len(block.words) for block in kept)
    about = [block for block in kept if CONSENT.search(block.text)]
    if sum(len(block.words) for block in about) < _CONSENT_SHARE * words:
        return False
    terms = sum(len(CONSENT.findall(block.text)) for block in about)
    terms += any(CONSENT_TITLE.search(name) for name in names)
    to_reader = sum(bool(TO_READER.search(block.text)) for block in about)
    return terms >= _FEWEST_TERMS and to_reader >= min(2, len(about)) > 0


def _by_address(signs: PageSigns, blocks: int) -> str:
    for name, kind in _TYPES.items():
        if name in signs.types:
            return kind
    parts = urlsplit(signs.address)
    folders = [folder for folder in parts.path.lower().split("/") if folder]
    last = folders[-1].rpartition(".")[0] or folders[-1] if folders else ""
    if any(SEARCH_TITLE.search(name) for name in signs.headings) or (
        folders and folders[0] in _SEARCH_PATHS and set(parse_qs(parts.query)) & set(_SEARCH_QUERIES)
    ):
        return "search"
    if parts.hostname and (not folders or (len(folders) == 1 and last in ("index", "home"))) and not parts.query:
        return "front"
    if len(folders) == 1 and last in _ABOUT_PATHS:
        return "about"
    return "list" if len(folders) > 1 and folders[0] in _LIST_PATHS and blocks == 0 else ""


def _by_lists(blocks: Sequence[PageBlock], text: Witness) -> str:
    """Whether most of what would be taken are previews, each alone with a headline that is a link."""
    kept = [number for number, is_kept in enumerate(text.kept) if is_kept and not is_linked(blocks[number])]
    prose = [number for number in kept if len(blocks[number].words) >= 8]
    held = Counter(ancestor for number in prose for ancestor in blocks[number].ancestors)
    previews = sum(_has_headline(blocks, number, held) for number in prose)
    return "list" if previews >= _FEWEST_TEASERS and previews >= _TEASER_SHARE * len(prose) else ""


def _has_headline(blocks: Sequence[PageBlock], number: int, held: Counter[int]) -> bool:
    """Whether a linked headline stands by a block, in an element that holds no other block of text."""
    alone = {ancestor for ancestor in blocks[number].ancestors if held[ancestor] == 1}
    near = (blocks[place] for place in range(max(0, number - _NEIGHBOURS), number))
    return any(is_linked(block) and len(block.words) >= 3 and alone & set(block.ancestors) for block in near)
