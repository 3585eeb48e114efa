"""Which articles a site shows, and which it withholds after it has shown them. Pure; reads no file and keeps no text.

What readers can fetch is the union of all that was published, so a text that is withheld from now on must leave the
generation before, the search files of old generations and every destination too. What has to leave is decided by
comparing two lists of articles here; who keeps files asks here and removes them.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from sitegen.frozen import dataclass

_ARTICLE_PAGE = re.compile(r"articles/([^/]+)/index\.html")
"""In the first language of the interface; those in others show no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Showing:
    """How much of an article a site shows."""

    share: float
    """Of its words, at most: 1 for the whole text, 0 for not a word."""
    sha256: str = ""
    """Of its file; empty unless the whole text is shown. Recognises a text that only moved to another id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """What a site has shown once and shows no more."""

    articles: tuple[str, ...] = ()
    """Their ids, sorted."""
    paths: tuple[str, ...] = ()
    """Files that went with them, sorted: they must not be served any more. None of them is in the site."""


Showings = Mapping[str, Showing]
"""By article id."""


def showings_of_pages(paths: Iterable[str]) -> dict[str, Showing]:
    """What a site shows whose manifest does not say: as much as its pages could."""
    pages = (_ARTICLE_PAGE.fullmatch(path) for path in paths)
    return {page[1]: Showing(share=1.0) for page in pages if page}


def widest(showings: Iterable[Showings]) -> dict[str, Showing]:
    """What several sites show together; where two show the same share, the first of them counts."""
    union: dict[str, Showing] = {}
    for articles in showings:
        for article, showing in articles.items():
            if article not in union or showing.share > union[article].share:
                union[article] = showing
    return union


def tightened(before: Showings, now: Showings) -> tuple[str, ...]:
    """The articles of which less is shown now, sorted. A text that only moved to another id is still shown in full."""
    moved_to = {showing.sha256 for showing in now.values() if showing.share >= 1} - {""}
    return tuple(sorted(article for article, showing in before.items() if _is_less(article, showing, now, moved_to)))


def _is_less(article: str, showing: Showing, now: Showings, moved_to: set[str]) -> bool:
    if article in now:
        return now[article].share < showing.share
    return showing.share > 0 and showing.sha256 not in moved_to


def still_withheld(articles: Iterable[str], now: Showings) -> set[str]:
    """Those that are not shown in full again."""
    return {article for article in articles if article not in now or now[article].share < 1}


def would_show_again(withheld: Withheld, now: Showings, before: Showings) -> tuple[str, ...]:
    """The withheld articles of which an older site shows more than is shown now, sorted."""
    nothing = Showing(share=0.0)
    return tuple(
        article for article in withheld.articles if before.get(article, nothing).share > now.get(article, nothing).share
    )


def shows_excerpts(showings: Showings) -> bool:
    """Whether a part of a text is withheld: its old excerpts and the new ones together may be more than is allowed."""
    return any(0 < showing.share < 1 for showing in showings.values())


def showings_from(listed: Any) -> dict[str, Showing]:
    """What a manifest or a record lists. Raises ValueError for anything else."""
    if not isinstance(listed, list):
        raise ValueError("its articles are no list")
    return dict(_showing(article) for article in listed)


def _showing(listed: Any) -> tuple[str, Showing]:
    match listed:
        case {"id": str(article), "share": int(share) | float(share), **rest}:
            return article, Showing(share=float(share), sha256=str(rest.get("sha256", "")))
    raise ValueError("an article lacks its id or share")


def withheld_from(table: Any) -> Withheld:
    """What a manifest says was withheld; nothing where it does not say. Raises ValueError for a wrong shape."""
    if table is None:
        return Withheld()
    match table:
        case {"articles": list(articles), "paths": list(paths)} if all(
            isinstance(text, str) for text in (*articles, *paths)
        ):
            return Withheld(articles=tuple(sorted(articles)), paths=tuple(sorted(paths)))
    raise ValueError("it does not say in full what is withheld")
