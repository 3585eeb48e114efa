"""Finding copies among many made texts: one engine in a process of its own.

python -m benchmarks.group_copies write FILE COUNT
python -m benchmarks.group_copies ENGINE FILE COUNT

The first writes made texts, one JSON value a line; the second reads the first COUNT of them and prints JSON: `cpu`
seconds of finding candidates, `all` seconds with verification, families and stories, where it has them, `mib` more
than the texts took, `recall` by kind, `pairs` found, `impure` share of the families with their `worst`.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple
from itertools import accumulate, islice
from pathlib import Path

import numpy as np

from benchmarks.group_sets import Made, made, plain
from benchmarks.memory import held, peak
from sitegen.config import Grouping
from sitegen.group import Evidence, Fingerprint, Fingerprints, Postings, Runs, segment_of, weigh
from sitegen.group.copies.links import Fingerprinted
from sitegen.group.likeness import terms_of
from sitegen.group.prints import Reader
from sitegen.group.words import Hashes, read_words
from sitegen.model import Article

Pairs = set[tuple[int, int]]
_AT_ONCE = 40
"""Texts that are hashed at a time."""
_WORST = 10


def main() -> None:
    """The command."""
    engine, file, count = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    if engine == "write":
        file.write_text("".join(f"{json.dumps(astuple(one))}\n" for one in made(count)), encoding="utf-8")
        return
    texts = read_made(file, count)
    before = held("self")
    if engine == "sitegen":
        pairs, found = _sitegen(texts)
    else:
        start = time.process_time()
        pairs = {"rensa": _rensa, "datasketch": _datasketch}[engine](texts)
        found = {"cpu": time.process_time() - start}
    mib = max(0.0, peak("self") - before)
    recall = recall_by_kind(texts, pairs)
    print(json.dumps({**found, "mib": mib, "recall": recall, "pairs": len(pairs)}))


def read_made(file: Path, count: int) -> list[Made]:
    """The first made texts of a file; fewer than `count` in it is an error."""
    with file.open(encoding="utf-8") as lines:
        texts = [Made(*json.loads(line)) for line in islice(lines, count)]
    if len(texts) < count:
        raise SystemExit(f"{file} holds {len(texts)} texts")
    return texts


def recall_by_kind(texts: Sequence[Made], pairs: Pairs) -> dict[str, float]:
    """Which share of the copies of each kind was found with the text it was copied from."""
    kinds = Counter(one.kind for one in texts if one.kind)
    right = Counter(one.kind for at, one in enumerate(texts) if one.kind and (one.of, at) in pairs)
    return {kind: right[kind] / kinds[kind] for kind in sorted(kinds)}


class _RunsOnly(Reader):
    """Reads runs of words and nothing about likeness: what candidates are found by."""

    def fingerprints(self, articles: Sequence[Article], runs: Runs) -> Fingerprints:
        """Those of the articles, in their order."""
        segment = segment_of(self._fingerprints(articles, runs))
        return Fingerprints(postings=Postings([segment]), slots=np.arange(len(articles)))

    def _fingerprints(self, articles: Sequence[Article], runs: Runs) -> Iterable[Fingerprint]:
        terms = terms_of(np.empty(0, dtype=np.uint64), "en")
        for first in range(0, len(articles), _AT_ONCE):
            texts = [one.blocks[0].text for one in articles[first : first + _AT_ONCE]]
            for hashes in _runs_of(texts, runs):
                yield Fingerprint(runs=hashes, terms=terms, notice=False)


def _runs_of(texts: Sequence[str], runs: Runs) -> Iterator[Hashes]:
    words = read_words("\n".join(texts))
    ends = list(accumulate(len(text) + 1 for text in texts))
    hashes, owners = runs.of(words.hashes, np.searchsorted(ends, words.starts, side="right"))
    borders = np.searchsorted(owners, np.arange(len(texts) + 1)).tolist()
    return (hashes[borders[at] : borders[at + 1]] for at in range(len(texts)))


def candidates(articles: Sequence[Article]) -> Pairs:
    """Pairs that are worth a look; what the other engines do, too."""
    return set(Fingerprinted(articles, Grouping(), _RunsOnly()).worth_a_look())


def _sitegen(texts: Sequence[Made]) -> tuple[Pairs, dict[str, object]]:
    articles = [plain(one) for one in texts]
    start = time.process_time()
    found = candidates(articles)
    cpu = time.process_time() - start
    evidence = weigh(articles, Grouping())
    whole = time.process_time() - start - cpu
    index = {one.name: at for at, one in enumerate(texts)}
    linked = {(index[link.left], index[link.right]) for link in evidence.shared.links}
    several, wrong = _impure(evidence, {one.name: one.of for one in texts})
    return linked, {
        "cpu": cpu,
        "all": whole,
        "candidates": len(found),
        "candidate recall": recall_by_kind(texts, found),
        "impure": len(wrong) / max(1, several),
        "worst": [_told(group, texts, index) for group in wrong[:_WORST]],
        "missed": [
            f"{one.kind}: {one.name} of m{one.of:06}: {one.text[:80]}"
            for at, one in enumerate(texts)
            if one.kind and (one.of, at) not in linked
        ][:_WORST],
    }


def _impure(evidence: Evidence, of: dict[str, int]) -> tuple[int, list[list[str]]]:
    """How many families have several copies, and those that mix texts of two originals, largest first."""
    several = [sorted(group) for group in evidence.families.groups if len(group) > 1]
    wrong = [group for group in several if len({of[member] for member in group}) > 1]
    return len(several), sorted(wrong, key=lambda group: (-len(group), group))


def _told(group: Sequence[str], texts: Sequence[Made], index: dict[str, int]) -> str:
    return "; ".join(f"{name} ({texts[index[name]].kind or 'original'} of {texts[index[name]].of})" for name in group)


def _rensa(texts: Sequence[Made]) -> Pairs:
    from rensa import RMinHash, RMinHashLSH  # type: ignore[import-not-found]

    lsh = RMinHashLSH(threshold=0.5, num_perm=128, num_bands=32)
    pairs: Pairs = set()
    for at, one in enumerate(texts):
        minhash = RMinHash(num_perm=128, seed=42)
        minhash.update(_shingles(one.text))
        pairs.update((other, at) for other in lsh.query(minhash))
        lsh.insert(at, minhash)
    return pairs


def _datasketch(texts: Sequence[Made]) -> Pairs:
    from datasketch import MinHash, MinHashLSH  # type: ignore[import-not-found]

    lsh = MinHashLSH(threshold=0.5, num_perm=128)
    pairs: Pairs = set()
    for at, one in enumerate(texts):
        minhash = MinHash(num_perm=128)
        minhash.update_batch([gram.encode() for gram in _shingles(one.text)])
        pairs.update((int(other), at) for other in lsh.query(minhash))
        lsh.insert(str(at), minhash)
    return pairs


def _shingles(text: str, size: int = 5) -> list[str]:
    words = text.lower().split()
    return [" ".join(words[at : at + size]) for at in range(len(words) - size + 1)]


if __name__ == "__main__":
    main()
