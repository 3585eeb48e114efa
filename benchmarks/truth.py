"""Whether what is said of two copies is true: cases, judged sentences, speakers, planted changes.

    python -m benchmarks.truth [--only cases,sentences,outside,speech,planted]

Each part prints its own table; see truth_cases.py, truth_sentences.py, truth_outside.py, truth_speech.py
and truth_planted.py.
"""

import argparse
from collections.abc import Callable, Mapping

from benchmarks import truth_cases, truth_outside, truth_planted, truth_sentences, truth_speech
from benchmarks.corpus import DATA, all_here

PARTS: Mapping[str, tuple[str, Callable[[], str]]] = {
    "cases": ("small pairs in our own words", lambda: truth_cases.report(DATA / "cases")),
    "sentences": ("sentences of consequence on real pairs, judged by hand", truth_sentences.report),
    "outside": ("the same, judged by readers from outside", truth_outside.report),
    "speech": ("speakers, verbs of saying and quotations beside PolNeAR", truth_speech.report),
    "planted": ("changes of consequence planted into real texts, and single changes", truth_planted.report),
}


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.truth", description=__doc__.splitlines()[0])
    parser.add_argument("--only", metavar="PARTS", default=",".join(PARTS), help=f"of {', '.join(PARTS)}")
    wanted = parser.parse_args().only.split(",")
    if unknown := [name for name in wanted if name not in PARTS]:
        parser.error(f"there is no part {unknown[0]}")
    if not all_here():
        parser.exit(1, "the real texts are not here: shared/data/ must lie beside the project's folder\n")
    for name in wanted:
        title, report = PARTS[name]
        print(f"\n{title}\n{report()}", flush=True)


if __name__ == "__main__":
    main()
