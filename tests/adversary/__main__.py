"""python -m tests.adversary [--minutes 60] [--seed N] [--only expressions,stages,vectors]

Prints the seed first, each fault as it is found, and at the end how steeply the work of each stage grew. Exits 1 with
any fault.
"""

import argparse
import sys

from tests.adversary.seed import VARIABLE, seed_of_run
from tests.adversary.soak import ATTACKS, soak


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.adversary", description="The standing adversary.")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, help=f"of all that chance decides  [default: {VARIABLE}, or a new one]")
    parser.add_argument("--only", default="", help=f"some of {', '.join(ATTACKS)}")
    given = parser.parse_args()
    seed = seed_of_run() if given.seed is None else given.seed
    again = f"python -m tests.adversary --seed {seed} --minutes {given.minutes:g}"
    print(f"seed {seed}: `{again}` does the same", flush=True)
    findings = soak(seed, given.minutes, frozenset(filter(None, given.only.split(","))))
    print("stage     times the CPU at twice the text   slowest CPU s   steepest case")
    for stage, ratio in findings.ratios.items():
        print(f"{stage:9} {ratio.seconds:>32.2f} {ratio.slowest:>15.1f}   {ratio.case}")
    for name, count in findings.counts.items():
        print(f"{count:,} {name}")
    print(f"{len(findings.faults)} faults")
    return int(bool(findings.faults))


if __name__ == "__main__":
    sys.exit(main())
