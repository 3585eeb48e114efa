"""Changes of consequence planted into real texts, and single changes in twelve languages: how many are said.

    python -m benchmarks.truth_planted

A planted change is found where a finding of the right kind, sure enough to be said, quotes the planted words. What is
found with the right kind and is not sure enough is demoted: it is shown, and counts as missed. Each is planted twice:
alone, and where every sixth longer word of its paragraph is another one too, as in a sentence that was edited.
"""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.unpack import scraped_articles
from sitegen.comparing import compare_articles
from sitegen.config import Config
from sitegen.model import CONSEQUENTIAL, SURE, Article, Change
from sitegen.read import read_article

EACH = 30
"""Changes of a kind."""
_SEED = 13
_WORDS = 350
"""Words of an article into which a change is planted: its beginning, in whole paragraphs."""
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "June", "July", "August", "September", "October", "November",
           "December")  # fmt: skip
_SURNAMES = ("Marlow", "Ostberg", "Fenwick", "Tolland", "Castine", "Harbin", "Quillon", "Reddick")
_ACTS = (
    "accused|criticized|attacked|praised|defeated|beat|blamed|endorsed|succeeded|thanked|challenged|defended|sued|hired"
)
_BODIES = r"(?!Agency|Committee|Ministry|House|Court|Party|Department|Alliance|Critics|States|Senate|President)"
_EVERY = 6
"""Of the longer words of a paragraph, one in so many is another when the paragraph is reworded."""
_NEAR = 25
"""Characters on either side of what was planted that stay."""
_LABELLED = Path(__file__).parents[1] / "tests" / "changes" / "labelled_pairs.txt"
_MORE = Path(__file__).with_name("truth_singles.txt")
ALLOWED: Mapping[str, tuple[str, ...]] = {
    "figure": ("figure",),
    "date": ("date",),
    "name": ("name", "role"),
    "verb of saying": ("attribution",),
    "speaker": ("attribution", "name", "role"),
    "negation put in": ("negation",),
    "negation taken out": ("negation",),
    "quotation": ("quotation",),
    "hedge": ("hedge",),
    "roles exchanged": ("role",),
}
"""The kinds that are right, by what was planted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """A text with one change put into it."""

    what: str
    left: str
    right: str
    words: tuple[str, str]
    """What the finding must quote, of the left and of the right; empty where nothing stands there."""


def planted(each: int = EACH) -> Iterator[Planted]:
    """So many of each kind, an article each, the same ones each time."""
    rng = random.Random(_SEED)
    texts = [text for article in scraped_articles() if (text := _beginning(article.text))]
    rng.shuffle(texts)
    wanted = Counter(dict.fromkeys(_PLANTERS, each))
    for text in texts:
        for what in sorted(wanted, key=lambda name: (-wanted[name], name)):
            change = wanted[what] > 0 and _PLANTERS[what](text, rng)
            if change:
                wanted[what] -= 1
                start, end, new, words = change
                yield Planted(what=what, left=text, right=text[:start] + new + text[end:], words=words)
                break
        if not +wanted:
            return


Change_ = tuple[int, int, str, tuple[str, str]]
"""Where it is planted, what with, and what must be quoted."""


def _beginning(text: str) -> str:
    paragraphs: list[str] = []
    count = 0
    for line in filter(None, map(str.strip, text.splitlines())):
        paragraphs.append(" ".join(line.split()))
        count += len(line.split())
        if count >= _WORDS:
            return "\n\n".join(paragraphs)
    return ""


def _swap(pattern: str, choices: tuple[str, ...]) -> Callable[[str, random.Random], Change_ | None]:
    """A word that a pattern finds, once in the text, put in the place of another."""
    compiled = re.compile(pattern)

    def plant(text: str, rng: random.Random) -> Change_ | None:
        places = [
            match for match in compiled.finditer(text) if text.count(match[1]) == 1 and not _is_quoted(text, match)
        ]
        if not places:
            return None
        match = rng.choice(places)
        word = rng.choice([choice for choice in choices if choice != match[1]])
        return match.start(1), match.end(1), word, (match[1], word)

    return plant


def _figure(text: str, rng: random.Random) -> Change_ | None:
    places = [
        match
        for match in re.finditer(r"(?<=[a-z] )([1-9]\d{1,2})(?= [a-z]{4})", text)
        if text.count(match[1]) == 1 and not _is_quoted(text, match)
    ]
    if not places:
        return None
    match = rng.choice(places)
    new = str(int(match[1]) + rng.randint(2, 9))
    return match.start(), match.end(), new, (match[1], new)


def _replaced(pattern: str, new: str, words: tuple[str, str]) -> Callable[[str, random.Random], Change_ | None]:
    """What stands in group 1 of a pattern, replaced."""
    compiled = re.compile(pattern)

    def plant(text: str, rng: random.Random) -> Change_ | None:
        places = [match for match in compiled.finditer(text) if not _is_quoted(text, match)]
        if not places:
            return None
        match = rng.choice(places)
        return match.start(1), match.end(1), new, words

    return plant


def _speaker(text: str, rng: random.Random) -> Change_ | None:
    places = [
        match
        for match in re.finditer(
            rf"(?:[,”\"] | )([A-Z][a-z]{{3,}} {_BODIES}[A-Z][a-z]{{3,}})(?= (?:said|told|says))", text
        )
        if text.count(match[1]) == 1
    ]
    if not places:
        return None
    match = rng.choice(places)
    new = f"{rng.choice(('Ellen', 'Martin', 'Joan', 'Peter'))} {rng.choice(_SURNAMES)}"
    return match.start(1), match.end(1), new, (match[1].split()[1], new.split()[1])


def _quotation(text: str, rng: random.Random) -> Change_ | None:
    places = [
        (match.start(1) + word.start(), word[0])
        for match in re.finditer(r"“([^”“\n]{40,300})”", text)
        for word in re.finditer(r"\b(?!without|minutes|nothing|because)[a-z]{6,}\b", match[1])
    ]
    if not places:
        return None
    start, word = rng.choice(places)
    new = rng.choice(("harbours", "wooden", "forgotten", "lantern"))
    return start, start + len(word), new, (word, new)


def _roles(text: str, rng: random.Random) -> Change_ | None:
    places = [
        match
        for match in re.finditer(
            rf"(?<![-’'.])\b({_BODIES}[A-Z][a-z]{{3,}}) ({_ACTS}) ({_BODIES}[A-Z][a-z]{{3,}})\b(?![-’']| [A-Z])", text
        )
        if match[1] != match[3] and not _is_quoted(text, match) and not _has_first_name(text, match)
    ]
    if not places:
        return None
    match = rng.choice(places)
    return match.start(), match.end(), f"{match[3]} {match[2]} {match[1]}", (match[1], match[3])


def _has_first_name(text: str, match: re.Match[str]) -> bool:
    before = text[: match.start()].split()[-1:]
    return bool(before) and before[0][:1].isupper()


def reworded(change: Planted) -> Planted:
    """The same change in a paragraph of which other words are other ones too."""
    rng = random.Random(_SEED)
    common = len(_common_prefix(change.left, change.right))
    start, end = change.right.rfind("\n", 0, common) + 1, change.right.find("\n", common)
    end = len(change.right) if end < 0 else end
    pool = sorted(set(re.findall(r"\b[a-z]{5,}\b", change.left)))
    count = 0

    def another(match: re.Match[str]) -> str:
        nonlocal count
        place = start + match.start()
        count += 1
        if count % _EVERY or abs(place - common) < _NEAR:
            return match[0]
        return rng.choice(pool)

    paragraph = re.sub(r"\b[a-z]{5,}\b", another, change.right[start:end])
    return replace(change, right=change.right[:start] + paragraph + change.right[end:])


def _common_prefix(left: str, right: str) -> str:
    return left[: next((at for at, pair in enumerate(zip(left, right, strict=False)) if pair[0] != pair[1]), len(left))]


def _is_quoted(text: str, match: re.Match[str]) -> bool:
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    return line.count("“") > line.count("”") or line.count('"') % 2 == 1 or line.count("''") % 2 == 1


_PLANTERS: Mapping[str, Callable[[str, random.Random], Change_ | None]] = {
    "roles exchanged": _roles,
    "quotation": _quotation,
    "speaker": _speaker,
    "figure": _figure,
    "date": _swap(rf"(?<=[a-z] )({'|'.join(_DAYS)})\b", _DAYS),
    "name": _swap(rf"(?<=[a-z] )(?:[A-Z][a-z]{{3,}}) ({_BODIES}[A-Z][a-z]{{4,}})(?= [a-z])", _SURNAMES),
    "verb of saying": _replaced(
        r"(?<=[a-z] )(said)(?= (?:that|the|he|she|it|they|in|on)\b)", "claimed", ("said", "claimed")
    ),
    "negation put in": _replaced(r"(?:is|was|will|are|were)( )(?=[a-z]{3,} [a-z]+ )", " not ", ("", "not")),
    "negation taken out": _replaced(
        r"(?:is|was|will|would|are|were|can|could|should)( not)(?= [a-z]+)", "", ("not", "")
    ),
    "hedge": _replaced(r" (will)(?= [a-z]+ )", "may", ("", "may")),
}


def articles_of(change: Planted) -> tuple[Article, Article]:
    """Both texts. Raises ValueError where one cannot be read."""
    left, right = (
        read_article(name, f"{name}.txt", f"{text}\n".encode(), Config())[0]
        for name, text in (("a", change.left), ("b", change.right))
    )
    if not left or not right:
        raise ValueError(f"cannot read a text with {change.what}")
    return left, right


def outcome(change: Planted, changes: tuple[Change, ...]) -> str:
    """`found`, `demoted` or `missed`."""
    kinds = ALLOWED[change.what]
    answers = [
        finding
        for finding in changes
        if finding.kind in kinds and change.words[0] in finding.left and change.words[1] in finding.right
    ]
    if not answers:
        return "missed"
    return "found" if any(finding.confidence >= SURE for finding in answers) else "demoted"


def mirrored(changes: tuple[Change, ...]) -> Counter[tuple[str, str]]:
    """Kinds and verdicts as they are when the sides are exchanged."""
    turned = {"given": "withheld", "withheld": "given"}
    turned_kinds = {"cut": "addition", "addition": "cut", "split": "merge", "merge": "split"}
    return Counter(
        (turned_kinds.get(change.kind, change.kind), turned.get(change.verdict, change.verdict)) for change in changes
    )


def singles() -> Iterator[tuple[str, str, str, str]]:
    """Language, kind, left and right of each single change."""
    for path in (_LABELLED, _MORE):
        language = ""
        for line in filter(None, map(str.strip, path.read_text("utf-8").splitlines())):
            if line.startswith("["):
                language = line.strip("[]")
            elif not line.startswith("#"):
                kind, _, texts = line.partition(": ")
                left, _, right = texts.partition(" => ")
                yield language, kind, left, right


def single_article(text: str, language: str) -> Article:
    """A short text as an article; ¶ divides paragraphs. Raises ValueError where it cannot be read."""
    body = "\n\n".join(text.split(" ¶ "))
    article, _ = read_article("a", "a.md", f"---\nlanguage: {language}\n---\n{body}\n".encode(), Config())
    if article is None:
        raise ValueError(f"cannot read {text}")
    return article


def report() -> str:
    """The tables."""
    changes = list(planted())
    return "\n".join(
        [
            "planted alone",
            *_report_planted(changes),
            "planted into a paragraph that is reworded",
            *_report_planted([reworded(change) for change in changes]),
            *_report_singles(),
        ]
    )


def _report_planted(planted_changes: list[Planted]) -> Iterator[str]:
    settings = Config().comparing
    counts: dict[str, Counter[str]] = {what: Counter() for what in ALLOWED}
    alike = 0
    worst: list[str] = []
    for change in planted_changes:
        left, right = articles_of(change)
        changes = compare_articles(left, right, settings).changes
        result = outcome(change, changes)
        counts[change.what][result] += 1
        exchanged = compare_articles(right, left, settings).changes
        alike += mirrored(exchanged) == Counter((finding.kind, finding.verdict) for finding in changes)
        if result != "found":
            told = "; ".join(f"{finding.kind}/{finding.verdict} {finding.confidence}" for finding in changes[:4])
            worst.append(f"  {result}: {change.what}, {change.words[0]!r} to {change.words[1]!r}: {told}")
    sums = sum(counts.values(), Counter())
    for what, count in [*counts.items(), ("all", sums)]:
        share = count["found"] / max(count.total(), 1)
        lost = count["demoted"] / max(count["found"] + count["demoted"], 1)
        yield f"{what:20} {count['found']:3} of {count.total():3}  {share:.3f}  demoted {count['demoted']} ({lost:.3f})"
    yield f"kinds mirrored when the sides are exchanged: {alike} of {len(planted_changes)}"
    yield from worst


def _report_singles() -> Iterator[str]:
    settings = Config().comparing
    counts: dict[str, Counter[str]] = {}
    for language, kind, left, right in singles():
        articles = single_article(left, language), single_article(right, language)
        changes = compare_articles(*articles, settings).changes
        sure = {
            finding.kind if finding.kind not in CONSEQUENTIAL or finding.confidence >= SURE else "unsure"
            for finding in changes
        }
        # The labels are older than the kinds `negation` and `role`. A label may name several changes of one pair.
        allowed = {kind, "negation", "role"} if kind == "hedge" else set(kind.split(", "))
        count = counts.setdefault(language, Counter())
        count["right" if sure and sure <= allowed else "wrong"] += 1
        exchanged = compare_articles(*reversed(articles), settings).changes
        count["mirrored"] += mirrored(exchanged) == Counter((finding.kind, finding.verdict) for finding in changes)
    yield "single changes"
    for language, count in counts.items():
        total = count["right"] + count["wrong"]
        share = count["right"] / total
        yield f"{language:20} {count['right']:3} of {total:3}  {share:.3f}  mirrored {count['mirrored']}"


if __name__ == "__main__":
    print(report())
