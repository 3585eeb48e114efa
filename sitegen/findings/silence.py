"""Whether it may be said of a copy that it names no source: an accusation, so every channel must have been looked at.

Looked at are front matter, author, byline, dateline, the address of the page and the sentences of the text. A text of
which a part is missing may name its source there.
"""

from sitegen.model import Article, Edge

_ORDERS = ("day", "agency", "declared")
"""Kinds of evidence that say who was first and are no words of the texts."""


def is_silent(article: Article, parent: Article, edge: Edge) -> bool:
    """Whether a copy that was at least likely taken from `parent` names nobody: neither its outlet nor any other.

    False as well where it is nobody's to name: of an outlet that is not known, of the same one, of an earlier version,
    and across languages, where names are written in other ways. And where the texts alone tell who was first: they
    may be turned around.
    """
    outlets = bool(parent.source) and bool(article.source) and parent.source != article.source
    declared = parent.id in (article.version_of, article.translation_of)
    complete = article.completeness != "partial" and not article.wall
    ordered = any(evidence.supports and evidence.kind in _ORDERS for evidence in edge.evidence)
    return (
        ordered
        and outlets
        and complete
        and not declared
        and not article.credits
        and article.language == parent.language
    )
