"""Who is said to have said what: speakers, verbs of saying and quotations as they are read, beside PolNeAR's by hand.

    python -m benchmarks.truth_speech

PolNeAR marks each attribution: its source, its cue (mostly a verb) and its content. It marks much that is no speech
(`believes`, `plans to`), so that the recall of verbs is that of all cues; that of cues which a lexicon of speech could
hold is not known.
"""

import hashlib
import json
import lzma
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from benchmarks.truth_pairs import DATA
from sitegen.changes.readtext import Names, ReadText
from sitegen.changes.speech.speakers import is_speech, speaker_beside
from sitegen.changes.terms import terms_of
from sitegen.config import Config
from sitegen.model import Span
from sitegen.read import read_article
from sitegen.text.tokenized import Tokenized, tokenize_blocks

ATTRIBUTIONS = DATA / "attributions" / "attributions-dev.jsonl.xz"
_FEWEST_QUOTED = 3
"""Words of a quotation that is looked at; a word or two in marks may be a title."""
_MOSTLY = 0.5
"""Share of a quotation's words that the other reading must hold too."""


@dataclass(frozen=True, slots=True)
class Score:
    """How many of the true ones were found, and how many of the found ones are true."""

    true: int
    recalled: int
    found: int
    right: int

    @property
    def recall(self) -> float:
        """From 0 to 1."""
        return self.recalled / self.true if self.true else 1.0

    @property
    def precision(self) -> float:
        """From 0 to 1."""
        return self.right / self.found if self.found else 1.0


class Scored:
    """An article of PolNeAR with its marks, and our reading of it."""

    def __init__(self, line: dict) -> None:
        article, _ = read_article("a", "a.txt", f"{line['text'].rstrip()}\n".encode(), Config())
        if article is None:
            raise ValueError(f"cannot read {line['id']}")
        self._tokens = tokenize_blocks(article.blocks, "en")
        self.text = ReadText(self._tokens, terms_of("en"))
        self.text.names = Names((self._tokens,))
        self._places = _places(self._tokens, line["text"])
        self.attributions = [
            {part: self._tokens_of(spans) for part, spans in attribution.items()}
            for attribution in line["attributions"]
        ]
        """Each part as the tokens it covers."""

    def _tokens_of(self, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
        return frozenset(
            token
            for token, (start, end) in enumerate(self._places)
            if end > start and any(start < last and first < end for first, last in spans)
        )

    def speech(self) -> Iterator[tuple[Span, Span | None]]:
        """The expressions of saying outside quotation marks that we read, each with the tokens of its speaker."""
        for block in range(self.text.block_of(len(self.text.tokens) - 1) + 1):
            for term in self.text.terms_of(block):
                if is_speech(self.text, term) and not self.text.quoted[term.span[0]]:
                    yield term.span, speaker_beside(self.text, term, self._tokens.span(block))

    def quotations(self) -> list[frozenset[int]]:
        """The words of each quotation that we read."""
        runs: list[list[int]] = [[]]
        for token in range(len(self.text.tokens)):
            if self.text.quoted[token]:
                runs[-1] += [token] if self.text.is_word(token) else []
            elif runs[-1]:
                runs.append([])
        return [frozenset(run) for run in runs if len(run) >= _FEWEST_QUOTED]

    def gold_quotations(self) -> list[frozenset[int]]:
        """The words of each content that begins and ends with a mark of quotation."""
        found = []
        for attribution in self.attributions:
            content = sorted(attribution["content"])
            words = frozenset(token for token in content if self.text.is_word(token))
            if len(words) >= _FEWEST_QUOTED and self._is_marked(content):
                found.append(words)
        return found

    def _is_marked(self, content: list[int]) -> bool:
        near = [*range(content[0] - 1, content[0] + 1)], [*range(content[-1] - 1, content[-1] + 2)]
        return all(
            any(self.text.is_quote_mark(token) for token in tokens if 0 <= token < len(self.text.tokens))
            for tokens in near
        )


def _places(tokens: Tokenized, text: str) -> list[Span]:
    """Where each token stands in a text, in characters; (0, 0) for one that the reader left out."""
    places: list[Span] = []
    start = 0
    for token in tokens.tokens:
        printed = token.text.strip()
        found = text.find(printed, start, start + 2_000) if printed else -1
        if found < 0:
            places.append((0, 0))
            continue
        start = found + len(printed)
        places.append((found, start))
    return places


def score(lines: Iterable[dict]) -> dict[str, Score]:
    """Verbs, speakers and quotations of some articles, added up."""
    counts: dict[str, Counter[str]] = {"verbs of saying": Counter(), "speakers": Counter(), "quotations": Counter()}
    for line in lines:
        scored = Scored(line)
        _count_speech(scored, counts["verbs of saying"], counts["speakers"])
        _count_quotations(scored, counts["quotations"])
    return {
        name: Score(count["true"], count["recalled"], count["found"], count["right"]) for name, count in counts.items()
    }


def _count_speech(scored: Scored, verbs: Counter[str], speakers: Counter[str]) -> None:
    speech = [(frozenset(range(*cue)), frozenset(range(*(source or (0, 0))))) for cue, source in scored.speech()]
    gold = [attribution for attribution in scored.attributions if attribution["cue"]]
    verbs.update(true=len(gold), found=len(speech))
    speakers.update(found=sum(bool(source) for _, source in speech))
    for attribution in gold:
        hits = [source for cue, source in speech if cue & attribution["cue"]]
        verbs["recalled"] += bool(hits)
        if attribution["source"]:
            speakers["true"] += 1
            speakers["recalled"] += any(source & attribution["source"] for source in hits)
    for cue, source in speech:
        hits = [attribution for attribution in gold if cue & attribution["cue"]]
        verbs["right"] += bool(hits)
        speakers["right"] += any(source & attribution["source"] for attribution in hits)


def _count_quotations(scored: Scored, quotations: Counter[str]) -> None:
    quoted = scored.quotations()
    words = frozenset[int]().union(*quoted)
    gold = scored.gold_quotations()
    content = frozenset[int]().union(*(attribution["content"] for attribution in scored.attributions))
    quotations.update(
        true=len(gold),
        recalled=sum(len(run & words) >= _MOSTLY * len(run) for run in gold),
        found=len(quoted),
        right=sum(len(run & content) >= _MOSTLY * len(run) for run in quoted),
    )


def halves() -> tuple[list[dict], list[dict]]:
    """The articles that may be looked at while the program is built, and those that are kept for the end."""
    parts: tuple[list[dict], list[dict]] = ([], [])
    with lzma.open(ATTRIBUTIONS, "rt", encoding="utf-8", newline="\n") as lines:
        for line in map(json.loads, lines):
            parts[hashlib.sha256(line["id"].encode()).digest()[0] % 2].append(line)
    return parts


def report() -> str:
    """The table."""
    rows = []
    for name, lines in zip(("seen", "unseen"), halves(), strict=True):
        for what, result in score(lines).items():
            rows.append(
                f"{what:16} {name:7} {result.true:6,}  recall {result.recall:.3f}  precision {result.precision:.3f}"
            )
    return "\n".join(sorted(rows))


if __name__ == "__main__":
    print(report())
