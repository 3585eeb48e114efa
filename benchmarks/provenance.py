"""Whether what is said of who took from whom is true: generated descents, versions of pages, wire copies.

    python -m benchmarks.provenance [--families N] [--seed S]

Each run makes other families unless a seed is given. Columns: `parent` is the share of copies whose likeliest parent
(or none) is the true one; `either` disregards the direction; `latest` is what the latest earlier copy would score;
`said` the share of edges said to be copies (p of .9 and more), `right` and `reversed` what of those is so;
`decided` the share of true edges in the order of their days that are said; `backwards` edges said as likely, or more,
that are the wrong way round.
"""

import argparse
import random
from collections.abc import Sequence
from dataclasses import replace

from benchmarks.descents import DATED, DATES, EDITS, KEPT_OUT, Descent, branched, made_descent, without_dates
from benchmarks.provenance_fit import versions_of_pages
from benchmarks.provenance_scores import HEAD, Tally
from benchmarks.wires import SOURCES, scored_wires, wire_copies
from sitegen.findings.descent.provenance import provenance_of

_UNSURE = 1 / 6
"""Share of the versions whose day is absent, and of those that are tied with the one before."""
_WIRES = 110
"""Copies of agency reports: ten in each channel."""


def scored(descents: Sequence[Descent], tally: Tally | None = None, total: Tally | None = None) -> Tally:
    """The counts of some families, added to those of `total` too."""
    tally = tally or Tally()
    for descent in descents:
        provenance = provenance_of(descent.copies, descent.articles, descent.texts, descent.sources)
        for counts in (tally, total):
            if counts is not None:
                counts.add(descent, provenance)
    return tally


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--families", type=int, default=60, help="of each kind of dates")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 32))
    given = parser.parse_args()
    rng = random.Random(given.seed)
    print(f"seed {given.seed}\n{'':<28}{HEAD}")
    total, dated = Tally(), Tally()
    for dates in DATES:
        made = [made_descent(rng, dates, tuple(EDITS)) for _ in range(given.families)]
        tally = scored(made, total=total)
        if dates in DATED:
            scored(made, dated)
        print(f"{dates:<28}{tally}", flush=True)
    print(f"{'dated, all':<28}{dated}")
    for name in KEPT_OUT:
        made = [made_descent(rng, "right", (name,)) for _ in range(given.families)]
        print(f"{'only ' + name:<28}{scored(made, total=total)}", flush=True)
    pages = versions_of_pages()[1::2]
    seed = rng.random()
    for title, unsure in (
        ("versions, branched", _UNSURE),
        ("the same, of one outlet", _UNSURE),
        ("the same, all days true", 0.0),
    ):
        again = random.Random(seed)
        made = [branched(page, again, unsure=unsure, of_one_outlet="outlet" in title) for page in pages]
        # What the days would tell if all were known is a bound, and counts for nothing else.
        print(f"{title:<28}{scored(made, total=total if unsure else None)}", flush=True)
    again = random.Random(seed)
    made = [without_dates(branched(page, again)) for page in pages]
    print(f"{'the same, undated':<28}{scored(made, total=total)}")
    copies = wire_copies(_WIRES, rng)
    unsaid = {name: replace(source, kind="unknown") for name, source in SOURCES.items()}
    for title, sources in (("agencies said to be such", SOURCES), ("kinds not said", unsaid)):
        print(f"\nwire copies, {title:<24}  copies    right backwards")
        for channel, count, right, backwards in scored_wires(copies, sources):
            print(f"  {channel:<36}{count:>8}{right:>9}{backwards:>10}")
    print("\nreliability     edges     said     true")
    print("\n".join(total.reliability()))


if __name__ == "__main__":
    main()
