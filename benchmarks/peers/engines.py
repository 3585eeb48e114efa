"""The engines by name: ours, five that run in Python, one in node, one in php."""

import importlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from benchmarks.cases import SETTINGS
from benchmarks.peers import children
from benchmarks.peers.task import Answer, Matches, Skipped, Task, as_matches, cpu_of
from benchmarks.scores import comparison_pairs
from sitegen.comparing import compare_articles
from sitegen.model import Comparison

Keys = Sequence[str]
_BUDGET = 20.0
"""CPU seconds that a measurement may be expected to take; the rest is said and not run."""


@dataclass(slots=True)
class Engine:
    """A way to compare, with a memory of what it cost, so that what would take minutes is not begun."""

    name: str
    answer: Callable[[Task], Answer]
    available: Callable[[], bool] = lambda: True
    growth: float = 2.0
    """Its cost is expected to grow with this power of the tokens."""
    _known: dict[str, tuple[int, float]] = field(default_factory=dict)
    """By kind of task: the largest that was run, and its CPU seconds."""

    def run(self, task: Task, kind: str = "", budget: float = _BUDGET) -> Answer:
        """The answer. Raises `Skipped` where it would take too long; tasks of a kind must come in growing sizes."""
        tokens, spent = self._known.get(kind, (0, 0.0))
        expected = spent * (task.tokens / tokens) ** self.growth if tokens else 0.0
        if expected > budget:
            raise Skipped(f"left out: about {expected:,.0f} s")
        found = self.answer(task)
        if task.tokens >= tokens:
            self._known[kind] = (task.tokens, found.cpu)
        return found


def _ours(task: Task) -> Answer:
    comparison, cpu = cpu_of(
        lambda: compare_articles(*task.articles, SETTINGS, tokenized=(task.left, task.right)), task.runs
    )
    return Answer(matches=as_matches(comparison_pairs(comparison)), cpu=cpu)


def _by_keys(work: Callable[[Keys, Keys], Matches]) -> Callable[[Task], Answer]:
    def answer(task: Task) -> Answer:
        matches, cpu = cpu_of(lambda: work(task.left.keys, task.right.keys), task.runs)
        return Answer(matches=matches, cpu=cpu)

    return answer


def _letters(left: Keys, right: Keys) -> tuple[str, str]:
    """Both as strings with one character a token, past the halves of surrogate pairs."""
    alphabet: dict[str, str] = {}
    one, other = ("".join([alphabet.setdefault(key, _letter(len(alphabet))) for key in side]) for side in (left, right))
    return one, other


def _letter(index: int) -> str:
    code = 0x4E00 + index
    return chr(code if code < 0xD800 else code + 0x800)


def _equal_runs(diffs: Sequence[tuple[str, int]]) -> Matches:
    """Runs from signs and lengths: `=`, `-`, `+`."""
    matches: Matches = []
    at = other = 0
    for sign, length in diffs:
        if sign == "=":
            matches.append((at, other, length))
        at += length if sign != "+" else 0
        other += length if sign != "-" else 0
    return matches


def diff_match_patch_of(left: Keys, right: Keys) -> Matches:
    """Plain diff-match-patch: no clock, a character a token, no clean-up."""
    from diff_match_patch import diff_match_patch

    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    found = engine.diff_main(*_letters(left, right), False)
    return _equal_runs([("-=+"[tag + 1], len(text)) for tag, text in found])


def _fast_diff_match_patch(left: Keys, right: Keys) -> Matches:
    from fast_diff_match_patch import diff

    return _equal_runs(diff(*_letters(left, right), timelimit=0, checklines=False, cleanup="No", counts_only=True))


def _difflib(left: Keys, right: Keys) -> Matches:
    from difflib import SequenceMatcher

    found = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    return [(one.a, one.b, one.size) for one in found if one.size]


def _rapidfuzz(left: Keys, right: Keys) -> Matches:
    from rapidfuzz.distance import Indel

    return [
        (one.src_start, one.dest_start, one.src_end - one.src_start)
        for one in Indel.opcodes(left, right)
        if one.tag == "equal"
    ]


def _patiencediff(left: Keys, right: Keys) -> Matches:
    from patiencediff import PatienceSequenceMatcher

    found = PatienceSequenceMatcher(None, list(left), list(right)).get_matching_blocks()
    return [(at, other, length) for at, other, length in found if length]


def _jsdiff(task: Task) -> Answer:
    said = children.node().ask({"left": task.left.keys, "right": task.right.keys, "runs": task.runs})
    return Answer(matches=_equal_runs([tuple(one) for one in said["diff"]]), cpu=said["cpu"])


def _wikidiff2(task: Task) -> Answer:
    from benchmarks.peers.wiki import wiki_pairs

    left, right = task.lines
    said = children.php().ask({"left": left, "right": right, "runs": task.runs})
    return Answer(matches=as_matches(wiki_pairs(task, said["json"])), cpu=said["table"])


def wiki_compared(task: Task) -> Comparison:
    """wikidiff2's diff as one of our comparisons, to be scored as one."""
    from benchmarks.peers.wiki import wiki_comparison

    left, right = task.lines
    return wiki_comparison(task, children.php().ask({"left": left, "right": right, "runs": 1})["json"])


def _has(module: str) -> Callable[[], bool]:
    def here() -> bool:
        try:
            importlib.import_module(module)
        except ImportError:
            return False
        return True

    return here


OURS = "sitegen"
ENGINES: dict[str, Engine] = {
    engine.name: engine
    for engine in (
        Engine(OURS, _ours, growth=1.5),
        Engine("diff-match-patch", _by_keys(diff_match_patch_of), _has("diff_match_patch")),
        Engine("fast-diff-match-patch", _by_keys(_fast_diff_match_patch), _has("fast_diff_match_patch")),
        Engine("difflib", _by_keys(_difflib)),
        Engine("rapidfuzz", _by_keys(_rapidfuzz), _has("rapidfuzz")),
        Engine("patiencediff", _by_keys(_patiencediff), _has("patiencediff"), growth=1.5),
        Engine("jsdiff", _jsdiff, lambda: children.node().here),
        Engine("wikidiff2", _wikidiff2, lambda: children.php().here, growth=1.5),
    )
}


def engines_here(names: str) -> tuple[list[Engine], list[str]]:
    """The engines asked for (`none`, `all` or names; ours always), and those of them that are not here."""
    wanted = set(ENGINES) if names == "all" else {OURS, *(() if names == "none" else names.split(","))}
    unknown = wanted - set(ENGINES)
    if unknown:
        raise ValueError(f"no such engine: {', '.join(sorted(unknown))}")
    chosen = [engine for name, engine in ENGINES.items() if name in wanted]
    here = [engine for engine in chosen if engine.available()]
    return here, [engine.name for engine in chosen if engine not in here]
