"""What the standing adversary does for as long as it is let: expressions, stages and vectors in turn, by one seed."""

import random
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.adversary.limits import Spent
from tests.adversary.shapes import stage_shapes
from tests.adversary.stages import RATIO, Case, cases, clear_caches, measure, steep_stages
from tests.adversary.vectors import built, duel, lost_lines, opened_faults, parsed_faults
from tests.install_chromium import find_chromium

_BRIEF = 0.5
"""CPU seconds below which a ratio of times says nothing."""


@dataclass(slots=True)
class Ratio:
    """The steepest growth of a stage so far."""

    seconds: float = 0.0
    """Times the CPU seconds at twice the text, where they are long enough to say anything."""
    case: str = ""
    slowest: float = 0.0
    """CPU seconds of the slowest run."""


@dataclass(slots=True)
class Findings:
    """What a soak has come to."""

    faults: list[str] = field(default_factory=list)
    ratios: dict[str, Ratio] = field(default_factory=dict)
    """By stage."""
    counts: dict[str, int] = field(default_factory=dict)
    """Cases driven, by attack."""


Attack = Callable[[int, float, Findings], None]
"""Given a seed and the time (of time.monotonic) at which to stop, adds what it finds."""


def attack_expressions(seed: int, ends: float, findings: Findings) -> None:
    """Every regular expression, in a process of its own; its report is printed as it is."""
    minutes = max(0.0, (ends - time.monotonic()) / 60)
    command = [sys.executable, "-m", "tests.adversary.expressions", "--seed", str(seed), "--minutes", str(minutes)]
    done = subprocess.run([*command, "--shapes", "40"], capture_output=True, text=True, check=False)
    print(done.stdout.strip(), flush=True)
    findings.counts["rounds over all expressions"] = findings.counts.get("rounds over all expressions", 0) + 1
    if done.returncode:
        findings.faults.append(f"expressions, seed {seed}: {done.stdout[-2000:] or done.stderr[-2000:]}")


def attack_stages(seed: int, ends: float, findings: Findings) -> None:
    """Shapes in every field and body, from 5,000 characters up to what a line may have."""
    chance = random.Random(seed)
    for case in cases(seed, stage_shapes(seed)):
        if time.monotonic() > ends:
            return
        _double(case, chance.choice((5_000, 12_000, 30_000, 48_000)), findings)
        findings.counts["cases through all stages"] = findings.counts.get("cases through all stages", 0) + 1


def _double(case: Case, size: int, findings: Findings) -> None:
    """Times a case at a size and at twice of it; where the time grew fast, its calls are counted as well."""
    try:
        timed = []
        for characters in (size, 2 * size):
            clear_caches()
            timed.append(measure(case, characters, count=False))
        for small, large in zip(*timed, strict=False):
            growth = large.seconds / max(small.seconds, 1e-3)
            ratio = findings.ratios.setdefault(large.stage, Ratio())
            ratio.slowest = max(ratio.slowest, large.seconds)
            if large.seconds < _BRIEF or growth <= max(ratio.seconds, RATIO / 2):
                continue
            ratio.seconds, ratio.case = growth, f"{size:,} of {case.name}"
            if growth > RATIO:
                _count(case, size, findings)
    except Spent as stage:
        findings.faults.append(f"{stage} does not end: {size:,} of {case.name}")
    except Exception:
        findings.faults.append(f"raised: {size:,} of {case.name}\n{traceback.format_exc(limit=-4)}")


def _count(case: Case, size: int, findings: Findings) -> None:
    """Whether time that grew fast is work that does: calls, or, inside C, time that is seen twice more."""
    steep = steep_stages(case, size)
    if not steep:
        again = []
        for characters in (size, 2 * size, 4 * size):
            clear_caches()
            again.append(measure(case, characters, count=False))
        steep = [
            f"{runs[-1].stage}: {', then '.join(f'{run.seconds:.2f}' for run in runs)} CPU s"
            for runs in zip(*again, strict=False)
            if runs[-1].seconds > _BRIEF
            and all(after.seconds > RATIO * before.seconds for before, after in pairwise(runs))
        ]
    findings.faults += [f"{stage}, {size:,} of {case.name}" for stage in steep]


def attack_pages(seed: int, ends: float, findings: Findings) -> None:
    """Vectors beside each other, parsed and opened."""
    chromium = find_chromium()
    chance = random.Random(seed)
    while time.monotonic() < ends:
        number = chance.randrange(1_000_000_000)
        pairs = duel(number, 12, 12)
        with TemporaryDirectory() as folder:
            files, faults = built(Path(folder), pairs.files)
            faults += [*parsed_faults(files), *lost_lines(files, pairs.lines)]
            faults += opened_faults(files, chromium) if chromium else ["no Chromium on this machine"]
        findings.faults += [f"vectors, seed {number}: {fault}" for fault in faults]
        findings.counts["vectors beside each other"] = findings.counts.get("vectors beside each other", 0) + 144


ATTACKS: Mapping[str, Attack] = {
    "expressions": attack_expressions,
    "stages": attack_stages,
    "vectors": attack_pages,
}
"""Each has the same share of the time; a new one needs no more than a line here."""


def soak(seed: int, minutes: float, only: frozenset[str]) -> Findings:
    """All attacks in turn until the minutes are over, each turn with other seeds."""
    findings = Findings()
    chance = random.Random(seed)
    chosen = {name: attack for name, attack in ATTACKS.items() if not only or name in only}
    ends = time.monotonic() + 60 * minutes
    turn = min(60 * minutes / len(chosen), 300.0)
    while time.monotonic() < ends:
        for name, attack in chosen.items():
            number = chance.randrange(1_000_000_000)
            print(f"{name}: seed {number}", flush=True)
            before = len(findings.faults)
            attack(number, min(ends, time.monotonic() + turn), findings)
            for fault in findings.faults[before:]:
                print(f"FAULT {fault}", flush=True)
    return findings
