"""How well a story is read as an edition: sentences aligned in one language and across two, kinds of sentences, degrees
of rewriting, and what it costs.

    python -m benchmarks.story [--data FOLDER] [--only languages,edits,kinds,degrees,cost]

The translations and the labels of sentences are of our own making; the texts they are labels of are read from FOLDER.
Prints figures beside their targets and asserts nothing.
"""

import argparse
import csv
import json
import lzma
import math
import random
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.one_story import near, paragraphs
from sitegen.collate import SentenceReader, align_languages, collate
from sitegen.collation import LanguageAlignment
from sitegen.comparing import compare_articles
from sitegen.config import Comparing
from sitegen.findings import read_edition
from sitegen.findings.edition.sentencetypes import SentenceTypes
from sitegen.findings.standing import compare_family
from sitegen.model import SENTENCE_KINDS, Article, Block, Comparison, Family, Story, Unit
from sitegen.pipeline.build import group_folder
from sitegen.text.languages import languages_of
from sitegen.text.sentences import sentence_starts
from sitegen.text.tokenized import Tokenized, tokenize_blocks

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "shared" / "data"
FEWEST_F = 0.8
"""F1 that each of the twelve translations reaches; their mean is what the target is for."""
Links = set[tuple[int, int]]
"""Sentences of the left and of the right that say the same."""


def article(name: str, language: str, texts: Sequence[str], **values: Any) -> Article:
    """An article of paragraphs."""
    blocks = tuple(
        Block(id=f"b{index}", role="paragraph", text=text, line=index) for index, text in enumerate(texts, 1)
    )
    return Article(id=name, path=name, title=name, language=language, digest="0" * 64, size=1, blocks=blocks, **values)


def tokens_of(text: Article) -> Tokenized:
    return tokenize_blocks(text.blocks, text.language)


# Across languages


@cache
def translations() -> Mapping[tuple[str, str], tuple[tuple[tuple[int, ...], str], ...]]:
    """By story and language: sentences, each with those of the English source that it translates."""
    texts: dict[tuple[str, str], list[tuple[tuple[int, ...], str]]] = {}
    for line in (HERE / "story_translations.txt").read_text("utf-8").splitlines():
        if line.startswith("@@"):
            _, story, language = line.split()
            sentences = texts[story, language] = []
        elif line and not line.startswith("#"):
            sources, _, sentence = line.partition("|")
            sentences.append((tuple(map(int, filter(None, sources.split(",")))), sentence.strip()))
    return {key: tuple(sentences) for key, sentences in texts.items()}


def gold_of(story: str, language: str) -> Links:
    return {(source, index) for index, (sources, _) in enumerate(translations()[story, language]) for source in sources}


def aligned(story: str, language: str) -> Links:
    left = article("source", "en", [sentence for _, sentence in translations()[story, "en"]])
    right = article("translation", language, [sentence for _, sentence in translations()[story, language]])
    return links_of(align_languages(left, right, (tokens_of(left), tokens_of(right))))


def links_of(alignment: LanguageAlignment) -> Links:
    return {(left, right) for pair in alignment.pairs for left in pair.left for right in pair.right}


def f_score(links: Links, gold: Links) -> float:
    return 2 * len(links & gold) / max(1, len(links) + len(gold))


_SAMPLE: Mapping[tuple[str, str, str], Links] = {
    ("ferry", "ferry-northern-wire", "ferry-la-baliza"): {
        *((index, index) for index in range(14)), (14, 13), *((index, index - 1) for index in range(15, 25)),
    },
    ("ferry", "ferry-northern-wire", "ferry-marfa-alyawm"): {
        *((index, index) for index in range(6)), (6, 5), (7, 6), (8, 7), (9, 8), (10, 8), (11, 9), (12, 10), (13, 11),
        (14, 11), *((index, index - 3) for index in range(15, 25)),
    },
    ("ferry", "ferry-northern-wire", "ferry-tin-eo-bien"): {
        (0, 0), *((index, index + 1) for index in range(14)), *((index, index) for index in range(14, 22)),
        *((index, index + 1) for index in range(21, 25)),
    },
    ("mask", "mask-northern-wire", "mask-beijia-chenbao"): {
        (0, 0), *((index, index + 1) for index in range(5)), (4, 6), (5, 7), (6, 7),
        *((index, index + 1) for index in range(7, 13)), (12, 12), (13, 14), (14, 15),
        *((index, index) for index in range(15, 24)),
    },
}  # fmt: skip
"""The four translations of the sample archive: story, source, translation, and which sentences say the same."""
SEEDS: Links = {
    (0, 4), (1, 5), (2, 6), (2, 7), (3, 13), (4, 15), (5, 8), (6, 9), (7, 10), (8, 11), (16, 14), (17, 16),
}  # fmt: skip
"""Of 004 and 000, read by hand."""


def languages(data: Path) -> Iterator[str]:
    """Alignment across languages on what is labelled, and false links on reports of different events."""
    scores = [(f"{story} {language}", f_score(aligned(story, language), gold_of(story, language)))
              for story, language in translations() if language != "en"]  # fmt: skip
    yield from (f"  {name:24} F1 {score:.3f}" for name, score in scores)
    yield f"twelve translations, mean F1 {mean(score for _, score in scores):.3f} (target .85)"
    for (story, left, right), gold in _SAMPLE.items():
        links = links_of(_in_story(HERE.parent / "content", story, left, right))
        yield f"  {right:24} F1 {f_score(links, gold):.3f}"
    if (data / "seeds").is_dir():
        left, right = "004_c95c86079d7274f3", "000_f6e1e4043e1ec534"
        links = links_of(_in_story(data / "seeds", left, left, right))
        yield f"  seeds 000 and 004        F1 {f_score(links, SEEDS):.3f} (target .85)"
    if (data / "languages").is_dir():
        yield from false_links(data)


def _in_story(folder: Path, story: str, left: str, right: str) -> LanguageAlignment:
    articles, texts = _read(folder, story)
    return align_languages(articles[left], articles[right], (texts[left], texts[right]))


@cache
def _read(folder: Path, story: str) -> tuple[dict[str, Article], dict[str, Tokenized]]:
    archive, grouped, _ = group_folder(folder)
    wanted = next(found for found in grouped.stories if found.id == story)
    members = [text for text in archive.articles if text.id in wanted.articles]
    tags = languages_of([text.language for text in members])
    texts = {text.id: tokenize_blocks(text.blocks, tag) for text, tag in zip(members, tags, strict=True)}
    return {text.id: text for text in members}, texts


def false_links(data: Path) -> Iterator[str]:
    """Pairs of texts in two languages that were graded different (3 and 4) share no sentence: any link is false."""
    linked = sentences = pairs = 0
    for row in _rows(data / "languages" / "pairs-dev.jsonl.xz"):
        if row["languages"][0] == row["languages"][1] or row["overall"] < 3:
            continue
        sides = [
            article(str(side), language, [line for line in text.split("\n") if line.strip()])
            for side, (language, text) in enumerate(zip(row["languages"], row["texts"], strict=True))
        ]
        alignment = align_languages(sides[0], sides[1], (tokens_of(sides[0]), tokens_of(sides[1])))
        linked += sum(len(pair.left) + len(pair.right) for pair in alignment.pairs)
        sentences += len(alignment.left_sentences) + len(alignment.right_sentences)
        pairs += 1
    share = f"{linked / sentences:.1%} (target 5 %)"
    yield f"different reports: {linked} of {sentences} sentences of {pairs} pairs linked, {share}"


# Inside one language


def edits(data: Path) -> Iterator[str]:
    """Sentences of real articles after generated edits: dropped, moved, reworded, others put between."""
    rows = _rows(data / "articles" / "news-9k.jsonl.xz")
    texts = [sentences for row in rows[:400] if 12 <= len(sentences := _sentences(row["text"])) <= 40][:60]
    rng = random.Random(11)
    sums = Counter[str]()
    for index, sentences in enumerate(texts):
        strange = texts[(index + 7) % len(texts)]
        copy, gold = edited(sentences, strange, rng)
        links = read_links(sentences, copy)
        sums.update({"shared": len(links & gold), "links": len(links), "gold": len(gold)})
    score = 2 * sums["shared"] / (sums["links"] + sums["gold"])
    yield f"generated edits: {len(texts)} articles, {sums['gold']} sentences kept, F1 {score:.3f} (target .97)"


def _sentences(text: str) -> list[str]:
    found = []
    for line in text.split("\n"):
        starts = sentence_starts(line)
        found += [line[start:end].strip() for start, end in pairwise([*starts, len(line)])]
    return [sentence for sentence in dict.fromkeys(found) if len(sentence.split()) >= 5]


def edited(sentences: Sequence[str], strange: Sequence[str], rng: random.Random) -> tuple[list[str], Links]:
    """A copy, a sentence a paragraph, and which sentences of the base stand where in it."""
    kept: list[tuple[int, str]] = []
    for index, sentence in enumerate(sentences):
        if rng.random() < 0.15:
            continue
        words = sentence.split(" ")
        if rng.random() < 0.6:
            for _ in range(rng.randint(1, max(1, len(words) // 3))):
                words[rng.randrange(len(words))] = rng.choice(
                    ("quite", "another", "yesterday", "the", "mayor", "seven")
                )
        kept.append((index, " ".join(words)))
        if rng.random() < 0.1:
            kept.append((-1, rng.choice(list(strange))))
    for _ in range(len(kept) // 12):
        kept.insert(rng.randrange(len(kept)), kept.pop(rng.randrange(len(kept))))
    return [sentence for _, sentence in kept], {(index, place) for place, (index, _) in enumerate(kept) if index >= 0}


def read_links(sentences: Sequence[str], copy: Sequence[str]) -> Links:
    """Which sentences of a base the collation finds in which of a copy; each is a paragraph."""
    base, other = article("a", "en", sentences), article("b", "en", copy)
    texts = {"a": tokens_of(base), "b": tokens_of(other)}
    comparison = compare_articles(base, other, Comparing(), tokenized=(texts["a"], texts["b"]))
    collation = collate("a", {"a": base, "b": other}, texts, [comparison], copies=("a", "b"))
    return {
        (texts["a"].block_of(unit.span[0]), texts["b"].block_of(token))
        for unit in collation.spine
        for reading in unit.readings
        for span in reading.spans
        for token in (span[0], span[1] - 1)
    }


# Kinds of sentences


def kinds(data: Path) -> Iterator[str]:
    """Sentences of real articles that were labelled by hand, in story_sentences.csv."""
    texts = {row["id"]: row["text"] for row in _rows(data / "articles" / "news-9k.jsonl.xz")}
    pairs = Counter[tuple[str, str]]()
    with (HERE / "story_sentences.csv").open(encoding="utf-8") as labels:
        for label in csv.DictReader(labels):
            text = texts[label["article"]]
            pairs[label["kind"], kind_in(text, int(label["start"]), int(label["end"]))] += 1
    yield from (f"  {kind:12} F1 {score:.3f}" for kind, score in f_scores(pairs).items())
    joined = Counter[tuple[str, str]]()
    for (gold, said), count in pairs.items():
        joined[_joined(gold), _joined(said)] += count
    yield f"{sum(pairs.values())} sentences: macro F1 {mean(f_scores(pairs).values()):.3f} of five kinds"
    yield f"with attribution as background: macro F1 {mean(f_scores(joined).values()):.3f} of four (target .8)"
    for language in sorted({language for _, language in translations()} - {"en"}):
        same = [kind == opposite for kind, opposite in kind_pairs(language)]
        yield f"  {language}: {sum(same)} of {len(same)} translated sentences are of the kind of their source"


def kind_pairs(language: str) -> Iterator[tuple[str, str]]:
    """The kinds of each sentence and of its translation, where one stands for one."""
    for story, tag in translations():
        if tag != language:
            continue
        gold = gold_of(story, language)
        for source, index in gold:
            if [left for left, _ in gold].count(source) == [right for _, right in gold].count(index) == 1:
                yield (
                    _kind_alone(translations()[story, "en"][source][1], "en"),
                    _kind_alone(translations()[story, language][index][1], language),
                )


def _kind_alone(sentence: str, language: str) -> str:
    tokens = tokens_of(article("a", language, [sentence]))
    return SentenceTypes(tokens, language).kind_of((0, len(tokens.tokens)))


def _joined(kind: str) -> str:
    return "background" if kind == "attribution" else kind


def kind_in(text: str, start: int, end: int) -> str:
    """The kind of a sentence, given by its characters, read inside its paragraph."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end) if "\n" in text[end:] else len(text)
    tokens = tokens_of(article("a", "en", [text[first:last]]))
    places = [first]
    for token in tokens.tokens:
        places.append(places[-1] + len(token.text))
    inside = [index for index, place in enumerate(places[:-1]) if start <= place and places[index + 1] <= end + 1]
    return SentenceTypes(tokens, "en").kind_of((inside[0], inside[-1] + 1))


def f_scores(pairs: Mapping[tuple[str, str], int]) -> dict[str, float]:
    """F1 of each kind, by how often each was said of what it is."""
    scores = {}
    for kind in [kind for kind in SENTENCE_KINDS if any(gold == kind for gold, _ in pairs)]:
        gold = sum(count for (truth, _), count in pairs.items() if truth == kind)
        said = sum(count for (_, answer), count in pairs.items() if answer == kind)
        scores[kind] = 2 * pairs.get((kind, kind), 0) / max(1, gold + said)
    return scores


# Degrees of rewriting

_LEVELS = ("non", "heavy", "light", "cut")
_EDITED = (0.34, 0.9)
"""Shares of a sentence's words that are the source's between which it was edited."""


def degrees(data: Path) -> Iterator[str]:
    """Answers written from a source by cutting, light or heavy revision, or anew; each source is left out in turn.

    Two measures, taken as normal in each level: how alike the sentences are that were taken, and how much of the text
    are sentences that were edited. Tried and given up, by leaving a source out: shares
    of runs of one to five words (.64), thresholds on one share (.65), the longest run beside them (.65).
    """
    rows = _rows(data / "rewriting" / "short-answers.jsonl.xz")
    measured = [
        (row["name"].split("_task")[1][:1], row["level"], rewriting(row["source"], row["answer"])) for row in rows
    ]
    pairs = Counter[tuple[str, str]]()
    for source, level, measures in measured:
        fitted = _fitted([(known, other) for task, known, other in measured if task != source])
        pairs[level, max(_LEVELS, key=lambda name: _likelihood(measures, *fitted[name]))] += 1
    scores = [
        2 * pairs[level, level]
        / sum(count for (gold, said), count in pairs.items() for name in (gold, said) if name == level)
        for level in _LEVELS
    ]  # fmt: skip
    told = ", ".join(f"{level} {score:.2f}" for level, score in zip(_LEVELS, scores, strict=True))
    yield f"degrees of rewriting: {told}; macro F1 {mean(scores):.3f} (target .75)"


def rewriting(source: str, answer: str) -> tuple[float, float]:
    """How alike the sentences are that were taken, and the share of words in sentences that were edited; 0 to 1."""
    left, right = (article(name, "en", text.split("\n")) for name, text in (("s", source), ("a", answer)))
    texts = (tokens_of(left), tokens_of(right))
    comparison = compare_articles(left, right, Comparing(), tokenized=texts)
    kept = {
        token
        for ops in (*(row.ops for row in comparison.rows), *(move.ops for move in comparison.moves))
        for op in ops
        if op.tag == "equal"
        for token in range(*op.right)
    }
    shares = []
    for sentence in SentenceReader().sentences(right, texts[1]):
        words = [token for token in range(*sentence.span) if texts[1].words[token]]
        if words:
            shares.append((sum(token in kept for token in words) / len(words), len(words)))
    taken = [(share, words) for share, words in shares if share >= _EDITED[0]]
    alike = sum(share * words for share, words in taken) / max(1, sum(words for _, words in taken))
    whole = max(1, sum(words for _, words in shares))
    return alike, sum(words for share, words in shares if _EDITED[0] <= share < _EDITED[1]) / whole


def _fitted(known: Sequence[tuple[str, tuple[float, float]]]) -> dict[str, tuple[float, list[tuple[float, float]]]]:
    fitted = {}
    for level in _LEVELS:
        rows = [measures for name, measures in known if name == level]
        normal = []
        for values in zip(*rows, strict=True):
            middle = mean(values)
            normal.append((middle, max(0.05, math.sqrt(mean((value - middle) ** 2 for value in values)))))
        fitted[level] = (len(rows) / len(known), normal)
    return fitted


def _likelihood(measures: Sequence[float], prior: float, normal: Sequence[tuple[float, float]]) -> float:
    return math.log(prior) + sum(
        -math.log(spread) - (value - middle) ** 2 / (2 * spread**2)
        for value, (middle, spread) in zip(measures, normal, strict=True)
    )


# Cost


def cost(data: Path) -> Iterator[str]:
    """CPU of an edition beside that of the comparisons it is read from."""
    del data
    archive, grouped, _ = group_folder(HERE.parent / "content")
    story = next(found for found in grouped.stories if found.id == "ferry")
    articles = {text.id: text for text in archive.articles if text.id in story.articles}
    compared, edition = costs(articles, story.families, story)
    times = f"comparisons {compared:.3f} s, edition {edition:.3f} s, {edition / compared:.2f} x"
    yield f"the ferry, {len(articles)} texts in four languages: {times}"
    rng, text = random.Random(5), paragraphs(random.Random(7))
    copies = [text, *(near(text, rng) for _ in range(399))]
    for count in (15, 100, 200, 400):
        named = {
            f"c{place:03}": article(f"c{place:03}", "en", [" ".join(part) for part in copy])
            for place, copy in enumerate(copies[:count])
        }
        family = Family(base="c000", base_reason="", copies=tuple(named))
        compared, edition = costs(named, (family,), None)
        each = f"{1000 * edition / count:.2f} ms a copy, {edition / compared:.2f} x (target .5)"
        yield f"{count} near copies: comparisons {compared:.2f} s, edition {edition:.2f} s, {each}"


def costs(articles: Mapping[str, Article], families: Sequence[Family], story: Story | None) -> tuple[float, float]:
    """CPU seconds of the comparisons, and of the edition."""
    story = story or Story(id="s", title="s", families=tuple(families))
    tags = languages_of([text.language for text in articles.values()])
    texts = {text.id: tokenize_blocks(text.blocks, tag) for text, tag in zip(articles.values(), tags, strict=True)}

    def compare(left: str, right: str, finest: Unit) -> Comparison:
        return compare_articles(
            articles[left], articles[right], Comparing(), tokenized=(texts[left], texts[right]), finest=finest
        )

    start = time.process_time()
    compared = [compare_family(family, articles, texts, {}, Comparing(), compare) for family in families]
    middle = time.process_time()
    read_edition(story, articles, texts, compared)
    return middle - start, time.process_time() - middle


def mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed)


def _rows(path: Path) -> list[dict[str, Any]]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


PARTS = {"languages": languages, "edits": edits, "kinds": kinds, "degrees": degrees, "cost": cost}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--only", default=",".join(PARTS), help="languages,edits,kinds,degrees,cost")
    arguments = parser.parse_args()
    for part in arguments.only.split(","):
        print(f"\n{part}")
        try:
            for line in PARTS[part](arguments.data):
                print(line, flush=True)
        except FileNotFoundError as missing:
            print(f"not measured: {missing.filename} is not here")


if __name__ == "__main__":
    main()
