"""Whom articles credit, as an anchor that is the same in any language. Data and one question."""

from collections.abc import Iterable

import regex

from sitegen.align.anchors import folded
from sitegen.align.romanise import skeleton
from sitegen.model import Article, Credit, Source

_AGENCIES = """
    reuters | thomson reuters | رويترز | 路透社 | 路透 | рейтер
    afp | agence france-presse | agence france presse | فرانس برس | أ ف ب | 法新社
    ap | associated press | أسوشيتد برس | أسوشيتدبرس | 美联社
    dpa | deutsche presse-agentur | د ب أ | 德新社
    xinhua | شينخوا | 新华社
    anadolu | anadolu agency | anadolu ajansı | agencia anadolu | agence anadolu | الأناضول
    tass | тасс | تاس | 塔斯社
    ttxvn | vietnam news agency | thông tấn xã việt nam
"""
_OUTLETS = """
    bbc | بي بي سي | би-би-си
    cnn | سي إن إن
    sky news | سكاي نيوز
    guardian | الغارديان
"""
"""Names of one agency or outlet a line, in several languages; the first is what it is called here."""
_WORDS = regex.compile(r"[\p{L}\p{M}\p{N}]+")
_SMALL = ("the", "of", "and")
_BRACKETS = regex.compile(r"\s*\([^()]*\)\s*$")
_DESK_WORDS = frozenset(("online", "web", "digital"))
"""Words by which an outlet tells its site from itself."""
_ARTICLE = regex.compile("(?:the|der|die|das|le|la|el|il) ")


def credit_anchors(credits: Iterable[Credit]) -> frozenset[str]:
    """The anchors of those that an article names as its source: `credit reuters`."""
    return frozenset(f"credit {name}" for credit in credits if (name := plain_name(credit.name)))


def credits_outlet(credits: Iterable[Credit], source: str) -> bool:
    """Whether an article names the outlet with this id as its source, by its words or their initials."""
    words = [word for word in source.casefold().split("-") if word and word not in _SMALL]
    initials = "".join(word[0] for word in words) if len(words) > 1 else ""
    names = [f" {name} " for name in (" ".join(words), initials) if name]
    credited_names = [f" {' '.join(_WORDS.findall(folded(credit.name)))} " for credit in credits]
    return any(name in credit for name in names for credit in credited_names)


def plain_name(name: str) -> str:
    """A name as two mentions of it are compared, whatever language they are in; empty where nothing is left."""
    bare = _ARTICLE.sub("", folded(" ".join(name.split()).strip(" “”„\"«»'’.")), count=1)
    common = _CALLED.get(bare)
    # In other scripts only the consonants are sure to be written alike.
    return common or (bare if regex.search(r"\p{Latin}", bare) else skeleton(bare) or bare)


def own_names(article: Article, source: Source | None = None) -> frozenset[str]:
    """How an article's own outlet may be named in its text, as `plain_name` has it; empty for an unknown one.

    What stands in brackets after a name is no part of it, nor is a desk: `Evening Post (web)`, `Bell Online News`. A
    report of a broadcaster's site was said to name the broadcaster as its source.
    """
    full_names = {outlet.name for outlet in (article.outlet, source) if outlet is not None}
    names = {name for full in full_names for name in (full, _BRACKETS.sub("", full))}
    names |= {" ".join(word for word in name.split() if word.casefold() not in _DESK_WORDS) for name in names}
    return frozenset(map(plain_name, names)) - {""}


def common_outlets(credits: Iterable[Credit], others_credits: Iterable[Credit]) -> frozenset[str]:
    """The anchors of outlets that both name as their source; not of agencies, whose reports are about all things."""
    return (credit_anchors(credits) & credit_anchors(others_credits)) - _AGENCY_ANCHORS


def _called(table: str) -> dict[str, str]:
    return {
        folded(name.strip()): folded(line.split("|")[0].strip())
        for line in table.strip().splitlines()
        for name in line.split("|")
    }


_CALLED = {**_called(_AGENCIES), **_called(_OUTLETS)}
_AGENCY_ANCHORS = frozenset(f"credit {name}" for name in _called(_AGENCIES).values())
