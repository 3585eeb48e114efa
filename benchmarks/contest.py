"""All engines on the same texts in one run: what each found of what is known, and what it cost."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, groupby, islice
from operator import itemgetter

from benchmarks.cases import SETTINGS, Case, case_articles, read_case
from benchmarks.corpus import reused_passages, revision_pairs, seed_articles
from benchmarks.edits import edited, quotes_only, unrelated
from benchmarks.passages import Plagdet, by_engine, by_passages, by_seeds, detect_all, gold_is_there
from benchmarks.peers import Answer, Engine, Skipped, Task, make_task
from benchmarks.peers.task import as_matches, cpu_of
from benchmarks.scores import Matched, added, comparison_pairs, hunks, score_words
from sitegen.comparing import compare_articles
from sitegen.model import Article

_PATIENCE = 15.0
"""CPU seconds after which an engine is given up on a set of pairs."""
_TRIED = 5
"""Pairs after which that is foreseen."""
TOKENISING = "sitegen, tokenising"
"""Ours with what wikidiff2 does too: cutting the texts into words."""
HEAD = f"{'':<24}{'CPU ms':>11}{'found':>9}{'chance':>9}{'hunks':>9}{'matched':>10}"


def _tokenising(task: Task) -> Answer:
    comparison, cpu = cpu_of(lambda: compare_articles(*task.articles, SETTINGS), task.runs)
    return Answer(matches=as_matches(comparison_pairs(comparison)), cpu=cpu)


_TOKENISING = Engine(TOKENISING, _tokenising)


@dataclass(frozen=True, slots=True)
class Figure:
    """What an engine came to on some texts; `why` it did not, where it has no score."""

    engine: str
    cpu: float = 0.0
    """Seconds, the mean of the texts."""
    score: Matched | None = None
    texts: int = 1
    known: bool = True
    """Whether it is known what is true of these texts."""
    why: str = ""

    def row(self) -> str:
        """The line of the table under HEAD."""
        if self.score is None:
            return f"  {self.engine:<22}{self.why:>11}"
        score = self.score
        found = f"{score.recall:.4f}" if self.known and score.true else "-"
        chance = f"{score.chance:.2%}" if self.known else "-"
        return (
            f"  {self.engine:<22}{self.cpu * 1000:>11,.2f}{found:>9}{chance:>9}"
            f"{score.hunks / self.texts:>9,.1f}{score.matched / self.texts:>10,.0f}"
        )


KINDS: dict[str, Callable[[int, int], Case]] = {
    "2% phrases": lambda words, seed: edited(0.02, words, seed),
    "20% phrases": lambda words, seed: edited(0.2, words, seed),
    "60% phrases": lambda words, seed: edited(0.6, words, seed),
    "60% clauses": lambda words, seed: edited(0.6, words, seed, "clauses"),
    "quotes only": quotes_only,
    "unrelated": unrelated,
}
SIZES = ((300, 8), (1_000, 4), (5_000, 1), (50_000, 1))
"""Words, and how many texts."""
LONGEST = ("20% phrases", "unrelated")
"""Kinds that are made with 50,000 words."""


def edits_contest(
    engines: Sequence[Engine], sizes: Sequence[tuple[int, int]] = SIZES
) -> tuple[list[str], dict[tuple[str, int, str], Figure]]:
    """The tables of word edits, and their figures by kind, words and engine."""
    lines: list[str] = []
    figures: dict[tuple[str, int, str], Figure] = {}
    for kind, make in KINDS.items():
        for words, texts in sizes:
            if words > 5_000 and kind not in LONGEST:
                continue
            made = [make(words, seed) for seed in range(texts)]
            lines += ["", f"{kind}, {words:,} words, {texts} {'text' if texts == 1 else 'texts'}", HEAD]
            for engine in engines:
                figure = _on_cases(engine, made, kind)
                figures[kind, words, engine.name] = figure
                lines.append(figure.row())
    return lines[1:], figures


def _on_cases(engine: Engine, made: Sequence[Case], kind: str) -> Figure:
    scores: list[Matched] = []
    cpu = 0.0
    for case in made:
        try:
            answer = engine.run(make_task(*case_articles(case)), kind)
        except Skipped as skipped:
            return Figure(engine.name, why=str(skipped))
        scores.append(score_words(read_case(case), answer.pairs))
        cpu += answer.cpu
    return Figure(engine.name, cpu / len(made), added(scores), len(made))


def real_tasks() -> dict[str, Task]:
    """The three pairs of the real English texts, furniture left out."""
    bodies: list[Article] = [replace(one, blocks=one.body) for one in seed_articles()]
    return {f"{one.id[:3]}/{other.id[:3]}": make_task(one, other) for one, other in combinations(bodies, 2)}


def pairs_contest(engines: Sequence[Engine]) -> tuple[list[str], dict[tuple[str, str], Figure]]:
    """The real pairs, of which no truth is known: cost, hunks, matched words."""
    lines: list[str] = []
    figures: dict[tuple[str, str], Figure] = {}
    for name, task in real_tasks().items():
        words = task.left.word_count((0, len(task.left.keys))), task.right.word_count((0, len(task.right.keys)))
        lines += ["", f"real pair {name}, {words[0]:,} and {words[1]:,} words", HEAD]
        for engine in engines:
            figure = _on_task(engine, task)
            figures[name, engine.name] = figure
            lines.append(figure.row())
        figures[name, TOKENISING] = _on_task(_TOKENISING, task)
        lines.append(figures[name, TOKENISING].row())
    return lines[1:], figures


def revisions_contest(engines: Sequence[Engine], most: int = 50) -> list[str]:
    """The revision pairs, by language: cost, hunks, matched words."""
    lines: list[str] = []
    for language, pairs in groupby(revision_pairs(), key=itemgetter(0)):
        runs = [_Run(engine) for engine in engines]
        texts = [(before, after) for _, before, after in islice(pairs, most)]
        tokens = 0
        for before, after in texts:
            task = make_task(before.split("\n"), after.split("\n"), runs=1)
            tokens += task.tokens
            for run in runs:
                run.add(task, len(texts))
        mean = f"{tokens / len(texts):,.0f}"
        lines += ["", f"{len(texts)} revision pairs, {language}, {mean} tokens a text, means of a pair", HEAD]
        lines += [run.figure().row() for run in runs]
    return lines[1:]


def _on_task(engine: Engine, task: Task) -> Figure:
    """One pair without known truth."""
    run = _Run(engine)
    run.add(task, 1)
    return run.figure()


@dataclass(slots=True)
class _Run:
    """An engine on many pairs without known truth, one after another, until it would take too long."""

    engine: Engine
    cpu: float = 0.0
    matched: int = 0
    hunks: int = 0
    texts: int = 0
    why: str = ""

    def add(self, task: Task, of: int) -> None:
        """Runs one more of so many pairs."""
        if not self.why and self.texts >= _TRIED and self.cpu / self.texts * of > _PATIENCE:
            self.why = f"left out: about {self.cpu / self.texts * of:,.0f} s"
        if self.why:
            return
        try:
            answer = self.engine.answer(task)
        except Skipped as skipped:
            self.why = str(skipped)
            return
        self.cpu += answer.cpu
        self.texts += 1
        self.matched += _words(task, answer)
        self.hunks += hunks(answer.pairs, len(task.left.keys), len(task.right.keys))

    def figure(self) -> Figure:
        """What it came to."""
        if self.why:
            return Figure(self.engine.name, why=self.why)
        score = Matched(true=0, found=0, matched=self.matched, hunks=self.hunks)
        return Figure(self.engine.name, self.cpu / self.texts, score, self.texts, known=False)


def _words(task: Task, answer: Answer) -> int:
    return sum(task.left.words[left] for left, _ in answer.pairs)


def passages_contest(engines: Sequence[Engine], first: int = 0) -> tuple[list[str], dict[str, Plagdet]]:
    """Passages found in documents with gold passages; of `first` documents, or of all."""
    lines = [f"{'passages':<34}{'plagdet':>9}{'precision':>11}{'recall':>8}{'granularity':>13}{'detections':>12}"]
    pairs = list(reused_passages())[: first or None]
    figures: dict[str, Plagdet] = {}
    for name, detect in {"word 5-gram seeds": by_seeds, "sitegen.align": by_passages}.items():
        figures[name] = detect_all(pairs, detect)
        lines.append(_passages_row(name, figures[name]))
    there = [pair for pair in pairs if gold_is_there(pair)]
    label = f"sitegen.align, the {len(there)} of {len(pairs)} *"
    lines.append(_passages_row(label, detect_all(there, by_passages)))
    for engine in engines:
        try:
            tried = _cost(
                engine, (make_task(one.copy.split("\n"), one.source.split("\n"), 1) for one in pairs[:_TRIED])
            )
            if tried * len(pairs) > _PATIENCE:
                raise Skipped(f"left out: about {tried * len(pairs):,.0f} s")
            figures[engine.name] = detect_all(pairs, by_engine(engine))
            lines.append(_passages_row(engine.name, figures[engine.name]))
        except Skipped as skipped:
            lines.append(f"{engine.name:<34}{skipped}")
    lines.append("* whose gold offsets hold the same words on both sides; in the others they point past the passage")
    return lines, figures


def _cost(engine: Engine, tasks: Iterable[Task]) -> float:
    costs = [engine.answer(task).cpu for task in tasks]
    return sum(costs) / len(costs)


def _passages_row(name: str, score: Plagdet) -> str:
    return (
        f"{name:<34}{score.plagdet:>9.4f}{score.precision:>11.4f}{score.recall:>8.4f}"
        f"{score.granularity:>13.3f}{score.detections:>12}"
    )
