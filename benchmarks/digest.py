"""The digest of many comparisons as JSON, for one process to be held against another. Run as

python -m benchmarks.digest [--small]
"""

import hashlib
import sys
from collections.abc import Iterator

from benchmarks.cases import SETTINGS, case_articles
from benchmarks.contest import real_tasks
from benchmarks.edits import edited, quotes_only, unrelated
from benchmarks.structures import cases
from sitegen.comparing import compare_articles
from sitegen.model import Article
from sitegen.render import comparison_json
from sitegen.render.data import to_json
from sitegen.text.tokenized import tokenize_blocks


def main() -> None:
    """The command."""
    digest, count = hashlib.sha256(), 0
    for left, right in _pairs("--small" in sys.argv):
        texts = (tokenize_blocks(left.blocks), tokenize_blocks(right.blocks))
        comparison = compare_articles(left, right, SETTINGS, tokenized=texts)
        digest.update(to_json(comparison_json(comparison, left, right, texts[0], texts[1])))
        count += 1
    print(f'"{digest.hexdigest()} {count}"')


def _pairs(small: bool) -> Iterator[tuple[Article, Article]]:
    for case in cases(1 if small else 2):
        yield case_articles(case)
    if not small:
        for task in real_tasks().values():
            yield task.articles
        for words in (300, 1_000):
            for case in (edited(0.2, words, 0), edited(0.6, words, 0), quotes_only(words, 0), unrelated(words, 0)):
                yield case_articles(case)


if __name__ == "__main__":
    main()
