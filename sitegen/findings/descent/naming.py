"""Whom the copies of a family name as their source, and which of those are outlets of other copies.

A credit of any channel counts: front matter, author line, byline, dateline, tag, address, and the text's own phrases.
"""

import re
from collections.abc import Iterable, Mapping

from sitegen.align.credited import own_names, plain_name
from sitegen.frozen import dataclass
from sitegen.model import Article, Credit, Source

_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """Whom one copy names as its source."""

    lines: frozenset[str] = frozenset()
    """Ids of outlets of other copies that a line of its own names: field, author, byline, dateline, tag, address."""
    phrases: frozenset[str] = frozenset()
    """Those that only its sentences name: `according to ...`. A sentence may credit one fact alone."""
    unheld: frozenset[str] = frozenset()
    """Names that are no outlet of the family, in the form in which names are compared."""
    unheld_lines: frozenset[str] = frozenset()
    """Those of them that a line of its own names."""

    @property
    def held(self) -> frozenset[str]:
        """Ids of all outlets of the family that it names."""
        return self.lines | self.phrases

    @property
    def all(self) -> frozenset[str]:
        """Everybody whom it names, in one form for all copies of the family."""
        return self.held | self.unheld


@dataclass(frozen=True, slots=True, kw_only=True)
class Namings:
    """Whom the copies of a family name."""

    of: Mapping[str, Naming]
    """By copy."""
    printed: Mapping[str, str]
    """The names of `Naming.unheld` as the first copy prints them."""
    naming: Mapping[str, frozenset[str]]
    """By outlet, the copies that name it in a line of their own."""

    def unheld_source(self, copy: str, siblings: Iterable[str]) -> str:
        """Whose text that is not held a copy may have been taken from, as printed; empty where nothing says so.

        A sentence credits a fact or a quotation, so it has to be in another copy too that was not taken from this one:
        an outlet's own report was said to be taken from a magazine that it quotes once, and that its copy quotes after
        it. Of two such names nobody knows which one it is.
        """
        naming = self.of[copy]
        named_beside = frozenset[str]().union(*(self.of[sibling].unheld for sibling in siblings))
        names = naming.unheld_lines or naming.unheld & named_beside
        return self.printed[min(names)] if len(names) == 1 and not naming.held else ""

    def share_that_names(self, outlet: str, child: str) -> float:
        """Of all copies but `child`, the share that names an outlet in a line of its own, 0 to 1."""
        copies = self.naming.get(outlet, frozenset()) - {child}
        return len(copies) / (len(self.of) - 1) if len(self.of) > 1 else 0.0


def namings_of(copies: Iterable[str], articles: Mapping[str, Article], sources: Mapping[str, Source]) -> Namings:
    """Whom each copy names. Each distinct name is looked up once among the distinct outlets of the copies."""
    copies = tuple(copies)
    called = {name: names_of_source(sources.get(name)) for name in {articles[copy].source: None for copy in copies}}
    answers: dict[str, frozenset[str]] = {}
    namings: dict[str, Naming] = {}
    printed: dict[str, str] = {}
    naming: dict[str, set[str]] = {}
    for copy in copies:
        lines: set[str] = set()
        phrases: set[str] = set()
        unheld: set[str] = set()
        unheld_lines: set[str] = set()
        outlet_names = own_names(articles[copy], sources.get(articles[copy].source))
        for credit in articles[copy].credits:
            if credit.name not in answers:
                answers[credit.name] = _outlets_named(credit.name, called)
            outlets = answers[credit.name]
            # An outlet that names itself says who it is, and nobody it took from.
            if articles[copy].source in outlets or (not outlets and plain_name(credit.name) in outlet_names):
                continue
            if not outlets:
                unheld.add(plain_name(credit.name))
                if credit.channel != "text":
                    unheld_lines.add(plain_name(credit.name))
                printed.setdefault(plain_name(credit.name), credit.name)
            (phrases if credit.channel == "text" else lines).update(outlets)
        for outlet in lines:
            naming.setdefault(outlet, set()).add(copy)
        namings[copy] = Naming(
            lines=frozenset(lines),
            phrases=frozenset(phrases - lines),
            unheld=frozenset(unheld - {""}),
            unheld_lines=frozenset(unheld_lines - {""}),
        )
    return Namings(
        of=namings,
        printed=printed,
        naming={outlet: frozenset(copies) for outlet, copies in naming.items()},
    )


def names_of_source(source: Source | None) -> frozenset[str]:
    """How an outlet may be called: by its name, its id or its initials. Casefolded; empty for an unknown one."""
    if source is None or not source.id:
        return frozenset()
    words = [word for word in _WORDS.findall(source.name) if word.casefold() not in ("the", "of", "and")]
    initials = "".join(word[0] for word in words) if len(words) > 1 else ""
    return frozenset(name.casefold() for name in (source.id, source.name, initials) if name)


def names_outlet(credits: Iterable[Credit], source: Source | None) -> bool:
    """Whether one of the credits names an outlet."""
    called = names_of_source(source)
    return any(_is_named(credit.name, called) for credit in credits)


def _outlets_named(credit: str, called: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return frozenset(outlet for outlet, names in called.items() if _is_named(credit, names))


def _is_named(credit: str, names: Iterable[str]) -> bool:
    """Whether one of the names is meant: `Northern Wire, via Evening Post` names Northern Wire."""
    plain = plain_name(credit)
    return any(_is_within(credit, name) or plain == plain_name(name) for name in names)


def _is_within(credit: str, name: str) -> bool:
    """Whether the words of one stand in the other, in a row."""
    words, called = (f" {' '.join(_WORDS.findall(text.casefold()))} " for text in (credit, name))
    bare = called.removeprefix(" the")
    return bool(called.strip()) and (bare in words or (len(words) > 5 and words.removeprefix(" the") in called))
