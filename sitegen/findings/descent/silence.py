"""Whether it may be said of a copy that it names no source: an accusation, so every channel must have been looked at.

Looked at are front matter, author, byline, dateline, the address of the page and the sentences of the text; then all
words of its file, for the outlet and the authors of the text it was taken from, in whatever phrase they stand. A text
of which a part is missing may name its source there, and so may the byline of a text without one: whoever saved it may
have left that line out. An agency sells what it reports, and has nobody to name. Of a text that no person signs, and
that is no agency's, it is not known whose it is: it may be a press release, which whoever is sent it prints.

Tried and given up: the credits that were read alone. Of six copies of a real archive that were said to name no source
two named the other outlet or its author in a phrase of their own, two were agencies' reports, and one took a fifth. The
credits of texts without a byline: a paper's copy of an agency's report, saved without its line of authors, was accused.
"""

import re
from collections.abc import Iterator

from sitegen.findings.descent.givenwords import credit_lines, is_signed_by_a_person, names_a_release, names_agencies
from sitegen.model import Article, Edge, Source
from sitegen.recognise.outlet import host_of, is_agency
from sitegen.text.patterns import late_re

_ORDERS = ("day", "agency", "declared")
"""Kinds of evidence that say who was first and are no words of the texts."""
_SUBTITLE = late_re(r"\s[-–—|:(].*")
"""What stands behind the name of an outlet to tell its desks apart: `Holm Times - News`, `Holm Post (Online)`."""
_DESKS = frozenset(("online", "news", "web", "opinion", "editorial", "digital", "magazine", "the"))
"""Words of such names that an outlet leaves out where it is quoted: `Bell Online News` is `Bell`."""
_BETWEEN = late_re(r"[;,&+|\"]|\s(?:and|with|y|et|und|và|و)\s")
_WORD = late_re(r"\w+")
_SHORTEST_WORD = 3
_SMALL_WORDS = frozenset(("the", "of", "and"))
_SHORTEST_HOST = 4
"""Letters of a host's name from which its standing in a text is no chance."""


def is_silent(article: Article, parent: Article, edge: Edge, source: Source | None, outlet: Source | None) -> bool:
    """Whether a copy that was at least likely taken from `parent` names nobody: neither its outlet nor any other.

    `source` is the outlet of the copy, `outlet` that of the parent. False as well where it is nobody's to name: of an
    outlet that is not known, of the same one, of an earlier version, and across languages, where names are written in
    other ways. And where the texts alone tell who was first, which may be turned around, or the days speak against it.
    """
    outlets = bool(parent.source) and bool(article.source) and parent.source != article.source
    declared = parent.id in (article.version_of, article.translation_of)
    complete = article.completeness != "partial" and not article.wall
    ordered = any(evidence.supports and evidence.kind in _ORDERS for evidence in edge.evidence)
    doubted = any(evidence.kind == "day" and not evidence.supports for evidence in edge.evidence)
    return (
        ordered
        and not doubted
        and outlets
        and is_signed_by_a_person(article)
        and complete
        and not declared
        and not article.credits
        and not (names_agencies(article) or names_a_release(article))
        and (is_signed_by_a_person(parent) or is_agency(outlet))
        and not is_agency(source)
        and article.language == parent.language
        and not mentions(article, parent, outlet)
        and not _is_called_in_a_line(article, outlet)
    )


def _is_called_in_a_line(article: Article, outlet: Source | None) -> bool:
    """Whether a line that says whose an article is has a word of an outlet's name, or its initials: `HW, Rob Tindle`.

    A short name is no credit that is sure, and whoever prints it hides nothing.
    """
    if outlet is None:
        return False
    words = [word for word in _WORD.findall(outlet.name) if len(word) >= _SHORTEST_WORD]
    initials = "".join(word[0] for word in _WORD.findall(outlet.name) if word.casefold() not in _SMALL_WORDS)
    printed = {word for line in credit_lines(article) for word in _WORD.findall(line)}
    folded = {word.casefold() for word in printed}
    return any(word.casefold() in folded for word in words) or (len(initials) > 1 and initials.upper() in printed)


def mentions(article: Article, parent: Article, outlet: Source | None) -> bool:
    """Whether any words of an article's file name the outlet or an author of another article, in whatever phrase."""
    return bool(mentioned(article, parent, outlet))


def mentioned(article: Article, parent: Article, outlet: Source | None) -> str:
    """The outlet or the author of another article that an article's file names somewhere; empty where it names neither.

    An outlet that is called by a common word counts as named wherever the word stands with a capital.
    """
    printed = "\n".join([article.title, article.author, *(f"{block.text} {block.html}" for block in article.blocks)])
    for name in _names_of(outlet):
        if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", printed):
            return name
    folded = printed.casefold()
    hosts = {host_of(address).rpartition(".")[0] for address in (parent.url, outlet.home if outlet else "")}
    if any(len(host) >= _SHORTEST_HOST and host in folded for host in hosts):
        return outlet.name if outlet else max(hosts, key=len)
    authors = (author.strip() for author in _BETWEEN.split(parent.author))
    return next((author for author in authors if " " in author and author.casefold() in folded), "")


def _names_of(outlet: Source | None) -> Iterator[str]:
    """How an outlet may be called in the text of another: without its desks and its article."""
    if outlet is None:
        return
    name = _SUBTITLE.sub("", outlet.name.strip()).rstrip()
    words = [word for word in name.split() if word.casefold() not in _DESKS] or name.split()
    yield name
    yield " ".join(words)
