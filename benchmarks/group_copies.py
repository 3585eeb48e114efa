"""Finding copies among many made texts: one engine in a process of its own.

python -m benchmarks.group_copies ENGINE COUNT

Prints JSON: `cpu` seconds of finding candidates, `all` seconds with verification and families, where it has them,
`mib` more than the texts took, `recall` by kind, `pairs` found, `impure` share of the families.
"""

import json
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterable

from benchmarks.group_sets import Made, made, plain

Pairs = set[tuple[int, int]]


def main() -> None:
    """The command."""
    engine, count = sys.argv[1], int(sys.argv[2])
    texts = list(made(count))
    before = resident()
    start = time.process_time()
    found: dict[str, object] = {}
    if engine == "sitegen":
        pairs, found = _sitegen(texts, start)
    else:
        pairs = {"rensa": _rensa, "datasketch": _datasketch}[engine](texts)
        found = {"cpu": time.process_time() - start}
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    kinds = Counter(one.kind for one in texts if one.kind)
    right = Counter(one.kind for at, one in enumerate(texts) if one.kind and (one.of, at) in pairs)
    recall = {kind: right[kind] / kinds[kind] for kind in sorted(kinds)}
    print(json.dumps({**found, "mib": max(0.0, after / 1024 - before), "recall": recall, "pairs": len(pairs)}))


def resident() -> float:
    """MiB that this process holds now; Linux only."""
    with open("/proc/self/statm", encoding="ascii") as told:
        return int(told.read().split()[1]) * resource.getpagesize() / (1 << 20)


def _sitegen(texts: list[Made], start: float) -> tuple[Pairs, dict[str, object]]:
    from sitegen.config import Grouping
    from sitegen.group.families import Keeper, gather_families
    from sitegen.group.links import Fingerprinted, shared_text

    articles = [plain(one) for one in texts]
    started = time.process_time()
    candidates = set(Fingerprinted(articles, Grouping()).worth_a_look())
    cpu = time.process_time() - started
    del start
    links = shared_text(articles, Grouping())
    by_id = {article.id: article for article in articles}
    families = gather_families(links.links, links.twins, Grouping().cohesion, by_id, Keeper(by_id, frozenset()))
    whole = time.process_time() - started - cpu
    of = {one.name: one.of for one in texts}
    several = [group for group in families.groups if len(group) > 1]
    impure = sum(1 for group in several if len({of[member] for member in group}) > 1) / max(1, len(several))
    index = {one.name: at for at, one in enumerate(texts)}
    linked = {(index[link.left], index[link.right]) for link in links.links}
    return linked, {"cpu": cpu, "all": whole, "impure": impure, "candidates": len(candidates)}


def _rensa(texts: list[Made]) -> Pairs:
    from rensa import RMinHash, RMinHashLSH  # type: ignore[import-not-found]

    lsh = RMinHashLSH(threshold=0.5, num_perm=128, num_bands=32)
    pairs: Pairs = set()
    for at, one in enumerate(texts):
        minhash = RMinHash(num_perm=128, seed=42)
        minhash.update(_shingles(one.text))
        pairs.update((other, at) for other in lsh.query(minhash))
        lsh.insert(at, minhash)
    return pairs


def _datasketch(texts: list[Made]) -> Pairs:
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


def shares(recall: object) -> Iterable[str]:
    """The recall of each kind, as text."""
    assert isinstance(recall, dict)
    return (f"{kind} {float(share):.3f}" for kind, share in recall.items())


if __name__ == "__main__":
    main()
