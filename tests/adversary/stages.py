"""Shapes in every field and body, through reading, grouping, comparing and laying out, at n and at 2n characters.

What is counted are calls of functions, which is the same on every machine; what C does inside one call is held by CPU
time. Both grow by less than three when a text grows to twice its length.
"""

import json
import random
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from types import FrameType
from typing import Any, Literal

from sitegen.config import Config
from sitegen.group import group_articles
from sitegen.model import Article, Family, Story
from sitegen.pipeline.story import Design, StoryInput, find_story, render_story
from sitegen.read import read_article, read_theme, theme_folder
from sitegen.read.fields import ARTICLE
from sitegen.render import make_theme
from sitegen.views.common import make_frame
from tests.adversary.limits import Spent, seconds_of
from tests.adversary.shapes import Shape

Laid = Literal["line", "lines", "paragraphs", "field"]
PROSE = (
    "The lamp on the mole of Marrowby was lit again on Friday, the harbour office said.",
    "Ada Quill, who keeps it, told the Marrowby Post that 12 boats had waited for nine days.",
)
MOST_IN_FIELD = 60_000
"""Characters, below `limits.front_matter_bytes` where each takes one byte."""
RATIO = 3.0
"""Times the work that twice the text may take: linear with a logarithm is 2.2, a square 4."""
_FEW = 30_000
"""Calls below which what is done once hides what is done for each character."""
SECONDS = 20.0
"""CPU seconds for one stage, whatever the size: 10,000 paragraphs of a letter, turned round, are 400 pages."""
_COUNTED = 4
"""Times of it while calls are counted, which makes everything slower."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A shape at a place of a file of a format, and how the second copy differs."""

    shape: Shape
    suffix: str
    laid: Laid
    width: int
    """Characters in each of the lines."""
    field: str
    """Of the front matter; empty for the body."""
    edit: str

    @property
    def name(self) -> str:
        place = f"field {self.field}" if self.field else f"{self.laid} of {self.width}"
        return f"{self.suffix} {place}, {self.edit}: {self.shape.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What one stage did with a case."""

    stage: str
    calls: int
    seconds: float


EDITS: dict[str, Callable[[str], str]] = {
    "same": lambda text: text,
    "cut in the middle": lambda text: text[: len(text) // 2] + text[len(text) // 2 + 7 :],
    "word put in": lambda text: f"{text[: len(text) // 3]} lamp {text[len(text) // 3 :]}",
    "turned": lambda text: text[::-1],
    "shorter": lambda text: text[: len(text) * 9 // 10],
    "every ninth left out": lambda text: "".join(text[at : at + 8] for at in range(0, len(text), 9)),
    "spaced": lambda text: " ".join(text[at : at + 5] for at in range(0, len(text), 5))[: len(text)],
    "in capitals": lambda text: text.upper()[: len(text)],
}


def cases(seed: int, shapes: Iterator[Shape]) -> Iterator[Case]:
    """A case for each shape, its place by chance."""
    chance = random.Random(seed)
    for shape in shapes:
        in_field = chance.random() < 0.3
        yield Case(
            shape=shape,
            suffix=chance.choice((".md", ".txt", ".html")),
            laid="field" if in_field else chance.choice(("line", "lines", "paragraphs")),
            width=chance.choice((1, 2, 7, 40, 79, 300)),
            field=chance.choice([*ARTICLE]) if in_field else "",
            edit=chance.choice([*EDITS]),
        )


def file_of(case: Case, text: str, prose: tuple[str, ...] = PROSE) -> bytes:
    """An article with the text at its place."""
    if case.laid == "field":
        value = json.dumps(text[:MOST_IN_FIELD], ensure_ascii=False)
        front = "".join(f"{name}: {value if name == case.field else fixed}\n" for name, fixed in _front(case.field))
        return _encoded(f"---\n{front}---\n" + "\n\n".join(prose))
    if case.laid != "line":
        between = "\n" if case.laid == "lines" else "\n\n"
        text = between.join(text[at : at + case.width] for at in range(0, len(text), case.width))
    return _encoded("\n\n".join((prose[0], text, *prose[1:])))


def _front(field: str) -> list[tuple[str, str]]:
    fields = {"title": '"The lamp is lit"', "published": "2031-05-03", "language": "en"}
    return [*({**fields, field: ""}).items()]


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


@cache
def _theme() -> tuple[Any, Any]:
    theme = make_theme(read_theme(theme_folder()))
    return theme, make_frame(Config(), css="a.css", js="a.js", icon="a.svg", version="1")


def story_of(articles: tuple[Article, ...]) -> Story:
    """All articles as copies of the first."""
    ids = tuple(article.id for article in articles)
    return Story(id="lamp", title="The lamp", families=(Family(base=ids[0], base_reason="declared", copies=ids),))


Stage = tuple[str, Callable[[], Any]]


def stages_of(case: Case, size: int) -> Iterator[Stage]:
    """Each stage as what is to be run; the next one begins with what the last one gave. Ends where nothing is read."""
    text = case.shape.make(size)[:size]
    files = (file_of(case, text), file_of(case, EDITS[case.edit](text), PROSE[::-1]))
    articles: list[Article] = []

    def read() -> None:
        articles.clear()
        for name, data in zip("ab", files, strict=True):
            path = f"stories/lamp/{name}{case.suffix}"
            article, _ = read_article(path, path, data, Config())
            articles.extend([article] if article else [])

    yield "read", read
    if len(articles) == 2:
        yield from pair_stages((articles[0], articles[1]))


def pair_stages(articles: tuple[Article, ...]) -> Iterator[Stage]:
    """Grouping of some articles, and their story with its comparisons and pages."""
    config = Config()
    theme, frame = _theme()
    yield "group", lambda: group_articles(articles, (), (), config.grouping)
    story = story_of(articles)
    design = Design(config=config, frame=frame, theme=theme)

    def build_story() -> object:
        given = StoryInput(story=story, articles=articles, sources=())
        return render_story(design, given, find_story(config, given))

    yield "compare", build_story


def calls_of(work: Callable[[], object]) -> int:
    """Calls of functions, of Python and of C, while `work` runs."""
    count = 0

    def note(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def clear_caches() -> None:
    """Forgets what functions remember, so that each run does all of its work."""
    for name, module in list(sys.modules.items()):
        if name.startswith("sitegen."):
            for value in list(vars(module).values()):
                own = hasattr(value, "cache_clear") and getattr(value, "__module__", "") == name
                # What is small holds lists of words and templates, which are no work of the text's.
                if own and value.cache_info().currsize > 2_000:
                    value.cache_clear()


def measure(case: Case, size: int, *, count: bool) -> list[Work]:
    """What each stage takes. Counting calls makes it four times as slow.

    Raises Spent, with the stage, where one takes more than SECONDS, counted _COUNTED times of it.
    """
    return measure_stages(stages_of(case, size), count=count)


def measure_stages(stages: Iterator[Stage], *, count: bool) -> list[Work]:
    """The same, of stages that are given."""
    works: list[Work] = []
    for stage, run in stages:
        calls = [0]
        most = SECONDS * _COUNTED if count else SECONDS
        try:
            seconds = seconds_of(lambda run=run, calls=calls: calls.append(calls_of(run)) if count else run(), most)  # type: ignore[misc]
        except Spent:
            sys.setprofile(None)
            raise Spent(stage) from None
        works.append(Work(stage=stage, calls=calls[-1], seconds=seconds))
    return works


def too_steep(*works: list[Work]) -> list[str]:
    """Stages whose calls grew by more than RATIO each time the text doubled.

    A comparison that goes over to another way at some size makes one step, and is no square.
    """
    return [
        f"{runs[0].stage}: {', then '.join(f'{run.calls:,}' for run in runs)} calls"
        for runs in zip(*works, strict=False)
        if all(after.calls > _FEW and after.calls > RATIO * before.calls for before, after in pairwise(runs))
    ]


def steep_stages(case: Case, size: int) -> list[str]:
    """The stages of a case that grow too fast from `size` to twice and then to four times of it."""
    works: list[list[Work]] = []
    for characters in (size, 2 * size, 4 * size):
        clear_caches()
        works.append(measure(case, characters, count=True))
        if len(works) > 1 and not too_steep(*works):
            return []
    return too_steep(*works)
