"""What is taken from the cache: the same as what would be made, and nothing once any of its inputs has changed.

Each part of each key is left out in turn, and then a build after an edit must differ from a clean one. So a key that
forgets something is found here, and so is an edit that would not have shown it.
"""

import ast
import shutil
from collections.abc import Callable
from contextlib import nullcontext, suppress
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

import sitegen.pipeline.build
import sitegen.pipeline.site
from sitegen.config import Config, Grouping
from sitegen.findings.edition.origins import OriginReader
from sitegen.group import (
    Question,
    TextParts,
    Verdict,
    counted,
    make_anchors,
    make_fingerprints,
    printed_words,
    runs_for,
)
from sitegen.group import prints as group_prints
from sitegen.group.candidates.postings import TEXT_BITS
from sitegen.group.copies import links
from sitegen.memo import (
    ColumnShelf,
    LostValue,
    Memo,
    entry_key,
    from_plain,
    key_for,
    open_shelf,
    open_store,
    pack,
    table,
)
from sitegen.model import File, Story
from sitegen.pipeline import (
    article_files,
    grouping,
    prints,
    reading,
    searched,
    shards,
    sheets,
    stories,
    tasks,
)
from sitegen.pipeline.article_files import NOT_GROUPED, READ_SETTINGS
from sitegen.pipeline.build import BuildResult
from sitegen.pipeline.reading import ArticleMemo
from sitegen.pipeline.stories import FOUND_BY
from sitegen.pipeline.story import RenderedStory
from sitegen.pipeline.tasks import PROGRAM, SETTING, SOURCE, THEME
from sitegen.pipeline.texts import HELD, with_texts
from sitegen.read import read_archive, recurring
from sitegen.read.article import parse_article
from sitegen.search import PageWords
from tests.build.small import FILES, FIRST_LINE, OPENING, SETTINGS, build, small_archive, without_history
from tests.build.test_build import archive, tree
from tests.conftest import REPOSITORY
from tests.group.test_across import ENGLISH, SPANISH
from tests.tiny_model import ONE, OTHER, PAIRS, STRANGER, save_model

MODULES = {
    "grouping": grouping,
    "prints": prints,
    "reading": reading,
    "searched": searched,
    "sheets": sheets,
    "site": sitegen.pipeline.site,
    "stories": stories,
}


class World:
    """An archive, the program around it, and two ways to build it."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.folder, self.patch, self.search = folder, patch, False
        self.content = small_archive(folder / "x")
        self.number = 0

    def incremental(self) -> tuple[dict[str, bytes], BuildResult]:
        result = build(self.content, self.folder / "site", self.folder / "cache", search=self.search)
        return tree(self.folder / "site"), result

    def clean(self) -> tuple[dict[str, bytes], BuildResult]:
        self.number += 1
        output = self.folder / f"clean{self.number}"
        result = build(self.content, output, search=self.search)
        return tree(output), result

    def same(self) -> bool:
        """Whether both ways lead to the same files and messages, but for that of a story that moved: only one can."""
        (one, first), (other, second) = self.incremental(), self.clean()
        messages = [item for item in first.diagnostics if item.code != "story-moved"]
        return without_history(one) == other and messages == list(second.diagnostics)

    def write(self, name: str, old: str, new: str) -> None:
        assert old in FILES[name]
        archive(self.content, **{name: FILES[name].replace(old, new)})

    def settings(self, text: str) -> None:
        (self.content / "site.toml").write_text(SETTINGS + text, encoding="utf-8")

    def another_program(self, *modules: str) -> None:
        for module in modules:
            self.patch.setattr(MODULES[module], "tool_digest", lambda: "another")


def other_reader(world: World) -> None:
    world.another_program("reading")

    def parse(*values: Any) -> Any:
        made, problems = parse_article(*values)
        return made and replace(made, article=replace(made.article, title="Other")), problems

    world.patch.setattr(article_files, "parse_article", parse)


def other_cards(world: World, task: str = "CARD") -> None:
    world.another_program("reading")
    real = getattr(reading, task)

    def make(*given: Any) -> Any:
        card = real.make(*given)
        if card.values is None:
            return card
        digests = {"digest": f"other {card.digest}", "grouped": f"other {card.grouped}"}
        return replace(card, values={**card.values, "title": "Other"}, **digests)

    world.patch.setattr(reading, task, replace(real, make=make))


def other_recurring(world: World) -> None:
    world.another_program("reading")
    world.patch.setattr(recurring, "_recurs", lambda *_: False)


def other_grouping(world: World) -> None:
    world.another_program("grouping")
    real = sitegen.pipeline.build.group_articles

    def group(*values: Any) -> Any:
        grouped = real(*values)
        return replace(grouped, stories=tuple(replace(one, title="Other") for one in grouped.stories))

    world.patch.setattr(sitegen.pipeline.build, "group_articles", group)


def other_prints(world: World) -> None:
    world.another_program("prints", "grouping")
    real = prints.fingerprint_all

    def make(runs: Any, given: Any) -> Any:
        return [
            replace(
                one, runs=one.runs[:0], terms=replace(one.terms, words=one.terms.words[:0], often=one.terms.often[:0])
            )
            for one in real(runs, given)
        ]

    world.patch.setattr(prints, "fingerprint_all", make)


def who_is_credited(world: World) -> None:
    """The outlet that a copy names turns out to be that of another copy."""
    world.write("stories__lamp__courier", OPENING, f"HOLM, April 1 (Bay Herald) - {OPENING}")
    world.incremental()
    world.write("sources__wire", "name: Coast Wire", "name: Bay Herald")


def in_two_languages(world: World) -> None:
    """A report and its translation, which share nothing but figures and names."""
    world.write("lone", FILES["lone"], f"---\ntitle: A clock\n---\n{ENGLISH}\n")
    world.write("short", FILES["short"], f"---\nsource: wire\ntitle: Un reloj\n---\n{SPANISH}\n")


def other_anchors(world: World) -> None:
    in_two_languages(world)
    world.incremental()
    world.another_program("prints", "grouping")
    world.patch.setattr(prints, "make_anchors", lambda given: (counted({}, one.language) for one in given))


def with_model(world: World) -> None:
    """Two texts that only the model puts together."""
    save_model(world.folder / "tiny")
    world.settings('[grouping]\nmodel = "../tiny"\n')
    world.write("lone", FILES["lone"], f"---\ntitle: One\nlanguage: tlh\n---\n{ONE}\n")
    world.write("short", FILES["short"], f"---\ntitle: Other\nlanguage: qya\n---\n{OTHER}\n")


def other_model(world: World) -> None:
    """The same path, and other vectors: no word means any more what it meant."""
    with_model(world)
    world.incremental()
    words = [one.split() for one in PAIRS]
    save_model(world.folder / "tiny", [f"{one} {words[at - 1][1]}" for at, (one, _) in enumerate(words)])


def other_meanings(world: World) -> None:
    with_model(world)
    world.incremental()
    world.another_program("prints", "grouping")
    real = prints.make_meanings
    world.patch.setattr(prints, "make_meanings", lambda *given: (0 * one for one in real(*given)))


def other_meaning(world: World) -> None:
    with_model(world)
    world.incremental()
    world.write("lone", FILES["lone"], f"---\ntitle: One\nlanguage: tlh\n---\n{STRANGER}\n")


def other_verdicts(world: World) -> None:
    world.another_program("prints", "grouping")
    alone = Verdict(link=None, twin=False)
    world.patch.setattr(prints, "answer_all", lambda _, asked: [alone] * len(asked))


def other_words(world: World) -> None:
    in_two_outlets(world)
    world.incremental()
    world.another_program("prints", "grouping")
    world.patch.setattr(prints, "printed_words", lambda _, wanted: dict.fromkeys(wanted, "other"))


PLAIN = (
    "Pilot Orsolya Venn steered the dredger Anselma through the breakers of Korrel bar while keeper Thadwick waved.",
    "Keeper Thadwick says that he waved as the dredger Anselma met breakers on Korrel bar; Orsolya Venn was her pilot.",
)


def in_two_outlets(world: World) -> None:
    """Two reports of one thing that share no run of words."""
    for name, source, text in (("lone", "courier", PLAIN[0]), ("short", "wire", PLAIN[1])):
        world.write(name, FILES[name], f"---\nsource: {source}\nlanguage: en\npublished: 2031-05-05\n---\n{text}\n")


def in_capitals(world: World) -> None:
    """The words are the same, and are printed in another way."""
    in_two_outlets(world)
    world.incremental()
    text = PLAIN[0].upper()
    world.write("lone", FILES["lone"], f"---\nsource: courier\nlanguage: en\npublished: 2031-05-05\n---\n{text}\n")


def of_two_lengths(world: World, longer: str) -> None:
    """Two copies of unknown days, of which the longer is the one that the other is read against."""
    shared = " ".join(f"word{number}" for number in range(80))
    for name in ("lone", "short"):
        more = " ".join(f"{name}{number}" for number in range(30)) if name == longer else ""
        archive(world.content, **{name: f"---\nlanguage: en\n---\n{shared}\n\n{more}\n"})


def longer_by_an_edit(world: World) -> None:
    of_two_lengths(world, "lone")
    world.incremental()
    of_two_lengths(world, "short")


def other_letters(world: World) -> None:
    of_two_lengths(world, "short")
    world.incremental()
    world.another_program("prints", "grouping")
    for module in (prints, group_prints):
        world.patch.setattr(module, "letters_of", lambda _: 1)


def carried_by_others(world: World) -> None:
    """What two articles share stands in three of one outlet all at once, and so says less of them."""

    def made(name: str, order: int = 1) -> str:
        return " ".join([f"{name}{number}" for number in range(150)][::order])

    for name, order in (("lone", 1), ("short", -1)):
        text = "\n\n".join((made("korl")[:400], made("venn", order), *PLAIN))
        world.write(name, FILES[name], f"---\nlanguage: en\n---\n{text}\n")
    world.incremental()
    for number in range(3):
        text = f"{made(f'bar{number}x')}\n\n{PLAIN[0]}\n\n{made(f'tern{number}x')}"
        archive(world.content, **{f"more{number}": f"---\nsource: gazette\ntitle: Bar {number}\n---\n{text}\n"})


def other_findings(world: World) -> None:
    world.another_program("stories")

    def find(settings: Any, given: Any, _: object) -> Any:
        return tasks.find_story(settings, replace(given, story=replace(given.story, title="Other")))

    world.patch.setattr(stories, "FIND", replace(tasks.FIND, make=find))


SOURCES = {"short": "korl", "zz": "venn"}


def with_a_digest(world: World) -> None:
    """A text that is made of two others, which have nothing to do with each other."""
    taken = {stem: " ".join(f"{stem}{number}" for number in range(70)) for stem in ("korl", "venn")}
    left = {stem: " ".join(f"{stem}{number * 7 % 70}" for number in range(50)) for stem in taken}
    whole = "\n\n".join(taken.values())
    for name, text in (("lone", whole), *((name, f"{taken[stem]}\n\n{left[stem]}") for name, stem in SOURCES.items())):
        archive(world.content, **{name: f"---\nlanguage: en\n---\n{text}\n"})


def shorter_runs(world: World) -> None:
    """Two texts that share runs of thirty words are read where runs of forty stand for a text, then where five do."""
    shared = [f"{letter}{other}k" for letter in "bdfglm" for other in ("aron", "esta", "imor", "olun", "ural")]
    own = [f"{letter}{other}r" for letter in "nprstvz" for other in ("alem", "enod", "igat", "opis", "uvok", "yrna")]
    world.settings("[grouping]\nshingle = 40\n")
    for name, text in (("whole", [*shared, *reversed(shared)]), ("torn", [*shared, *own, *reversed(shared)])):
        archive(world.content, **{name: f"---\nlanguage: en\n---\n{' '.join(text)}\n"})
    world.incremental()
    world.settings("")


def other_strangers(world: World) -> None:
    with_a_digest(world)
    world.incremental()
    world.another_program("prints", "grouping")
    world.patch.setattr(links, "are_strangers", lambda *_: False)


def less_strange(world: World, name: str) -> None:
    """One of the two now has the words of the other too, in another order."""
    with_a_digest(world)
    world.incremental()
    own = SOURCES[name]
    (other,) = set(SOURCES.values()) - {own}
    text = " ".join(f"{own}{number}" for number in range(70))
    more = " ".join(f"{other}{number * 11 % 70}" for number in range(70))
    archive(world.content, **{name: f"---\nlanguage: en\n---\n{text}\n\n{more}\n"})


def with_a_tail(world: World, *, shared: bool) -> None:
    """Two texts of unknown days that end in one passage; whether they also talk about the same things."""
    tail = " ".join(f"tail{number}" for number in range(14))
    event = {name: " ".join(f"event{number * step % 30}" for number in range(30)) for name, step in TALES.items()}
    for name in TALES:
        own = " ".join(f"{name}{number}" for number in range(30))
        # As many words, so that the passage stands where it stood.
        told = event[name] if shared or name == "short" else " ".join(f"else{number}" for number in range(30))
        archive(world.content, **{name: f"---\nlanguage: en\n---\n{own} {told}\n\n{tail}\n"})


TALES = {"short": 1, "zz": 7}
"""Two articles, and in what order they tell of the event."""


def other_parts(world: World) -> None:
    with_a_tail(world, shared=True)
    world.incremental()
    world.another_program("prints", "grouping")
    nothing = TextParts(*[np.empty(0, dtype=np.uint32)] * 2)
    world.patch.setattr(prints, "part_texts", lambda _, divided: [nothing] * len(divided))
    world.patch.setattr(group_prints, "part_texts", prints.part_texts)


def tells_of_it_too(world: World) -> None:
    """One of them now tells of the event: what its passage is has not changed, and its other words have."""
    with_a_tail(world, shared=False)
    world.incremental()
    with_a_tail(world, shared=True)


def other_pages(world: World) -> None:
    world.another_program("stories")

    def render(design: Any, given: Any, found: Any) -> Any:
        return tasks.render_story(design, given, replace(found, story=replace(found.story, title="Other")))

    world.patch.setattr(stories, "RENDER", replace(tasks.RENDER, make=render))


def other_index(world: World) -> None:
    world.another_program("searched")
    world.patch.setattr(tasks, "segment_files", lambda *_: (File("search/index/x.json", b"other"),))


def other_words_of_pages(world: World) -> None:
    world.another_program("searched")
    world.patch.setattr(tasks, "words_of_page", lambda _: PageWords(counts={"word": 1}, length=1))


def other_site(world: World) -> None:
    world.another_program("site")
    world.patch.setattr(sitegen.pipeline.site, "atom_file", lambda _, feed: File(feed.path, b"other"))


def one_page_more(world: World) -> None:
    """A lone article at the end of the list: the pages before it show the same stories, and one page more."""
    world.settings("page_size = 2\n")
    world.incremental()
    archive(world.content, zz="---\nlanguage: en\n---\nSomebody painted every bench beside that pond green.\n")


def other_theme(world: World, name: str = "article.html") -> None:
    theme = world.folder / "theme"
    shutil.copytree(REPOSITORY / "templates", theme)
    page = theme / name
    page.write_text(page.read_text("utf-8").replace("</h1>", "!</h1>"), encoding="utf-8")
    assert "!</h1>" in page.read_text("utf-8")
    world.patch.setattr(sitegen.pipeline.build, "theme_folder", lambda: theme)


def other_imprint(world: World, before: str, after: str) -> None:
    """A page of the editor's that was built once, edited."""
    page = "---\ntitle: Imprint\n---\nKept at the pier.\n"
    world.settings("pages = true\n")
    archive(world.content, pages__imprint=page)
    world.incremental()
    archive(world.content, pages__imprint=page.replace(before, after))


def other_folder(world: World) -> None:
    """The same file under the same name as messages have it, at another place below the content folder."""
    shutil.rmtree(world.content)
    archive(world.content, x__alone=f"{OPENING}\n")
    world.incremental()
    world.content /= "x"


def with_a_tag(world: World) -> None:
    world.write("lone", "title: Pell", "title: Pell\ntags: [harbour]")


def no_recurring_line(world: World) -> None:
    """What recurred in four articles stands in three."""
    world.write("edge4", FIRST_LINE, "It was quiet on the quay that night.")


def other_spelling(world: World) -> None:
    world.content = world.content / ".." / world.content.name


Key = tuple[str, str, int]


def other_rows(world: World) -> None:
    world.another_program("sheets")
    world.patch.setattr(shards, "source_rows", lambda _: [])


def other_database(world: World) -> None:
    world.another_program("sheets")
    world.patch.setattr(shards, "make_database", lambda *_: b"another")


EDITS: dict[Key, Callable[[World], object]] = {
    ("grouping", "group", 1): other_grouping,
    ("grouping", "group", 2): lambda world: world.write("found__one", OPENING, "Something else was seen on the moor"),
    ("grouping", "group", 3): lambda world: world.write("stories__lamp__story", "The lamp", "The light"),
    ("grouping", "group", 4): lambda world: world.write("sources__courier", "newspaper", "agency"),
    ("grouping", "group", 5): lambda world: world.settings("[grouping]\npassage_words = 300\nshort_share = 1.0\n"),
    ("grouping", "group", 6): other_model,
    ("prints", "prints", 1): other_prints,
    ("prints", "prints", 2): shorter_runs,
    ("prints", "rests", 1): other_strangers,
    ("prints", "strangers", 1): lambda world: less_strange(world, "zz"),
    ("prints", "strangers", 2): lambda world: less_strange(world, "short"),
    ("prints", "anchors", 1): other_anchors,
    ("prints", "anchors", 2): in_two_languages,
    ("prints", "meaning", 1): other_meanings,
    ("prints", "meaning", 2): other_model,
    ("prints", "meaning", 3): other_meaning,
    ("prints", "pairs", 1): other_verdicts,
    ("prints", "pairs", 2): lambda world: world.settings("[grouping]\npassage_words = 300\nshort_share = 1.0\n"),
    ("prints", "pair", 1): lambda world: world.write(
        "found__one", "and the harbour office gave no reason", "nor asked"
    ),
    ("prints", "pair", 2): lambda world: world.write("stories__lamp__wire", "Forty people", "At the lighthouse nobody"),
    ("prints", "pair", 3): carried_by_others,
    ("prints", "parted", 1): other_parts,
    ("prints", "parts", 1): tells_of_it_too,
    ("prints", "counted", 1): other_letters,
    ("prints", "letters", 1): longer_by_an_edit,
    ("prints", "printed", 1): other_words,
    ("prints", "words", 1): in_capitals,
}
"""For each part of each key, by module and label, an edit that only this part shows."""
Part = tuple[str, str]
PARTS: dict[Part, Callable[[World], object]] = {
    ("file", "its size, times and place on disk"): lambda world: world.write("lone", "burned", "glowed"),
    ("read", PROGRAM): other_reader,
    ("read", SETTING): lambda world: world.settings('rights = "figures"\n'),
    ("read", SOURCE): lambda world: world.write("sources__wire", "language: es", "language: fr"),
    ("read", "its bytes"): lambda world: world.write("lone", "burned", "glowed"),
    ("read", "its place in the folder"): other_folder,
    ("card", PROGRAM): other_cards,
    ("recurring", PROGRAM): other_recurring,
    ("recurring", SOURCE): lambda world: world.write("sources__wire", "language: es", "language: fr"),
    ("recurring", "an article"): no_recurring_line,
    ("again", PROGRAM): other_reader,
    ("again", SETTING): lambda world: world.settings('rights = "figures"\n'),
    ("again", SOURCE): lambda world: world.write("sources__wire", "language: es", "language: fr"),
    ("again", "what was read of it"): lambda world: world.write("edge1", "nine o'clock", "ten o'clock"),
    ("again", "the lines that recur"): no_recurring_line,
    ("card again", PROGRAM): lambda world: other_cards(world, "CARD_AGAIN"),
    ("words", PROGRAM): other_words_of_pages,
    ("words", "its page"): lambda world: world.write("lone", "burned", "glowed"),
    ("segment", PROGRAM): other_index,
    ("segment", "the words of a page"): lambda world: world.write("lone", "burned", "glowed"),
    ("segment", "what a result shows"): lambda world: world.write(
        "lone", "title: Pell", "title: Pell\ntags: [harbour]"
    ),
    ("find", PROGRAM): other_findings,
    ("find", SETTING): lambda world: world.settings("[comparing]\nwords_up_to = 1\n"),
    ("find", "its grouping, title or notes"): lambda world: world.write("stories__lamp__story", "The lamp", "A light"),
    ("find", SOURCE): who_is_credited,
    ("find", "article"): lambda world: world.write("stories__lamp__wire", "Forty people", "Fifty people"),
    ("render", PROGRAM): other_pages,
    ("render", SETTING): lambda world: world.settings('notice = "A notice."\n'),
    ("render", THEME): other_theme,
    ("render", SOURCE): lambda world: world.write("sources__courier", "newspaper", "magazine"),
    ("render", "article"): with_a_tag,
    ("render", "the name of a page"): lambda world: other_imprint(world, "Imprint", "Who we are"),
    ("page", PROGRAM): other_site,
    ("page", "a page of the editor"): lambda world: other_imprint(world, "pier", "quay"),
    ("page", SETTING): lambda world: world.settings('description = "Another."\n'),
    ("page", THEME): lambda world: other_theme(world, "about.html"),
    ("page", SOURCE): lambda world: world.write("sources__courier", "newspaper", "magazine"),
    ("page", "its place among its kind"): one_page_more,
    ("page", "a story that it tells of"): lambda world: world.write("lone", "title: Pell", "title: Holm"),
    ("sheets", PROGRAM): other_rows,
    ("database", PROGRAM): other_database,
    ("database", SETTING): lambda world: world.settings('description = "Another."\n'),
    ("database", "a table"): lambda world: world.write("lone", "title: Pell", "title: Holm"),
    ("sheets", SOURCE): lambda world: world.write("sources__courier", "newspaper", "magazine"),
    ("sheets", "a story that it tells of"): lambda world: world.write("lone", "title: Pell", "title: Holm"),
}
"""For each input of each task, an edit that only this input shows."""


def spy(patch: pytest.MonkeyPatch, without: Key | None = None) -> set[Key]:
    """The parts of all keys that are made from now on; one of them is left out."""
    seen: set[Key] = set()
    for name, module in MODULES.items():

        def make(label: object, *parts: object, name: str = name) -> str:
            if not isinstance(label, str) or label not in {key[1] for key in EDITS}:
                return key_for(label, *parts)
            kept = [label]
            for number, part in enumerate(parts, start=1):
                seen.add((name, label, number))
                kept.append("" if (name, label, number) == without else part)  # type: ignore[arg-type]
            return key_for(*kept)

        patch.setattr(module, "key_for", make)

    def make_entry(label: str, *parts: bytes) -> bytes:
        kept = []
        for number, part in enumerate(parts, start=1):
            seen.add(("prints", label, number))
            kept.append(b"" if ("prints", label, number) == without else part)
        return entry_key(label, *kept)

    patch.setattr(prints, "entry_key", make_entry)
    return seen


BEFORE = {"render": "find", "card": "read", "recurring": "read", "again": "read", "card again": "again"}
"""Tasks that are done again whenever another one makes something else: what both depend on is left out of both."""
CHAINED = {(task, "what it is made from") for task in ("render", "card", "card again")}


def spy_on_tasks(patch: pytest.MonkeyPatch, without: Part | None = None) -> set[Part]:
    """The inputs of all tasks that keys are made of from now on; one of them is left out."""
    seen: set[Part] = set()
    real = table.key_of
    forgotten = {without, (BEFORE.get(without[0], ""), without[1])} if without else set()

    def make(task: str, parts: Any) -> str:
        inputs = {name: (task, "article" if name.startswith("article ") else name) for name in parts}
        seen.update(inputs.values())
        return real(task, {name: "" if inputs[name] in forgotten else digest for name, digest in parts.items()})

    patch.setattr(table, "key_of", make)
    return seen


@pytest.mark.parametrize("part", PARTS, ids=" ".join)
@pytest.mark.parametrize("whole", [True, False], ids=["whole", "left out"])
def test_every_input_of_every_task_counts(
    part: Part, whole: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the edit an incremental build equals a clean one; with that input left out of the key it does not."""
    spy_on_tasks(monkeypatch, None if whole else part)
    if part[0] == "file":
        # Else nobody relies on the times of what was written just now.
        monkeypatch.setattr(article_files, "is_settled", lambda *_: True)
    world = World(tmp_path, monkeypatch)
    world.search = part[0] in ("words", "segment")
    world.incremental()
    PARTS[part](world)
    assert world.same() is whole


def test_no_input_of_a_task_is_without_its_edit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An input that is added to a task needs an edit above that shows what it is for."""
    seen = spy_on_tasks(monkeypatch)
    world = World(tmp_path, monkeypatch)
    world.search = True
    world.incremental()
    assert seen == {*PARTS, *CHAINED}


def test_the_table_of_tasks_lists_their_inputs() -> None:
    """What stands on its one screen is what keys are made of."""
    listed = {(task.name, name.strip()) for task in tasks.TASKS for name in task.inputs}
    assert listed == set(PARTS)


@pytest.mark.parametrize("key", EDITS, ids=lambda key: f"{key[1]}-{key[2]}")
@pytest.mark.parametrize("whole", [True, False], ids=["whole", "left out"])
def test_every_part_of_every_key_counts(key: Key, whole: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the edit an incremental build equals a clean one; with that part of the key left out it does not."""
    spy(monkeypatch, None if whole else key)
    if not whole:
        # The second defence, which would hide it: what is kept says whose it is.
        monkeypatch.setattr(prints, "_answers", lambda *_: True)
    world = World(tmp_path, monkeypatch)
    same = False
    # With one article's reading in the place of another's, grouping may not even come to its end.
    with nullcontext() if whole else suppress(KeyError):
        world.incremental()
        EDITS[key](world)
        same = world.same()
    assert same is whole


@pytest.mark.parametrize(
    "edit",
    [other_folder, other_spelling],
    ids=["another folder", "another spelling"],
)
def test_what_a_file_is_looked_up_by_counts(
    edit: Callable[[World], object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same bytes at another place, or under another name in messages, are read anew."""
    world = World(tmp_path, monkeypatch)
    world.incremental()
    edit(world)
    assert world.same()


def test_no_part_of_a_key_is_without_its_edit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A part that is added to a key needs an edit above that shows what it is for."""
    seen = spy(monkeypatch)
    world = World(tmp_path, monkeypatch)
    world.search = True
    with_model(world)
    archive(world.content, spanish=f"---\nlanguage: es\n---\n{SPANISH}\n")
    world.incremental()
    in_two_outlets(world)
    world.incremental()
    with_a_digest(world)
    world.incremental()
    with_a_tail(world, shared=True)
    world.incremental()
    of_two_lengths(world, "short")
    world.incremental()
    assert seen == set(EDITS)


def test_reading_is_given_no_setting_that_is_not_in_its_key() -> None:
    """Every setting that a module of `read` asks for is one of those that a kept reading depends on."""
    asked = set()
    # The specimen is written with the settings of an archive, and no article of it is read with them.
    for path in {*(REPOSITORY / "sitegen/read").glob("*.py")} - {REPOSITORY / "sitegen/read/specimen.py"}:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name | ast.Attribute):
                name = node.value.id if isinstance(node.value, ast.Name) else node.value.attr
                asked |= {node.attr} if name == "config" else set()
    # Days are looked at, a model of meaning is opened, what is taken down is left out and the language of the pages is
    # settled beside the articles; so are pages of the editor's, files of a theme and addresses that moved.
    beside = {"dated_until", "grouping", "withdrawn", "language", "pages", "theme", "look", "redirects"}
    beside |= {"interface_languages", "translations"}
    assert asked - beside == set(READ_SETTINGS)


def test_a_second_build_parses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts, groups and stories come from the cache, and not a file is written."""
    world = World(tmp_path, monkeypatch)
    archive(world.content, edge5="---\nsource: gazette\ntitle: Paper 5\n---\nNot a line of this one recurs anywhere.\n")
    # Else nobody relies on the times of what was written just now, and its bytes are looked at again.
    monkeypatch.setattr(article_files, "is_settled", lambda *_: True)
    world.incremental()
    for module, name in (
        (article_files, "parse_article"),
        (sitegen.pipeline.build, "group_articles"),
        (table._Chain, "load"),
    ):
        monkeypatch.setattr(module, name, lambda *_: pytest.fail("was done again"))
    _, result = world.incremental()
    assert result.report
    assert (result.report.written, result.report.removed) == (0, 0)


def test_after_an_edit_one_text_is_hashed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The prints of all other articles come from the cache, also when the build between had no need of them."""
    made: list[str] = []
    real = prints.fingerprint_all

    def make(runs: Any, given: Any) -> Any:
        made.extend(one.id for one in given)
        return real(runs, given)

    monkeypatch.setattr(prints, "fingerprint_all", make)
    world = World(tmp_path, monkeypatch)
    world.incremental()
    assert len(made) == len(read_archive(world.content)[0].articles)
    made.clear()
    world.settings('notice = "A notice."\n')
    world.incremental()
    assert made == []
    world.write("lone", "burned", "glowed")
    world.incremental()
    assert made == ["lone"]


BESIDE_THE_TEXT: dict[str, Callable[[str], str]] = {
    "a blank line at the end": lambda text: f"{text}\n",
    "blank lines above the text": lambda text: text.replace("\n---\n", "\n---\n\n\n", 1),
    "a comment in the front matter": lambda text: text.replace("---\n", "---\n# seen by the desk\n", 1),
    "another order of fields": lambda text: text.replace("title: Pell\n", "").replace(
        "\n---\n", "\ntitle: Pell\n---\n", 1
    ),
}


@pytest.mark.parametrize("edit", BESIDE_THE_TEXT)
def test_what_stands_beside_the_text_regroups_nothing(
    edit: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One file is read again; the site says where its lines stand now."""
    grouped = []
    real = sitegen.pipeline.build.group_articles

    def group(*values: Any) -> Any:
        grouped.append(values)
        return real(*values)

    monkeypatch.setattr(sitegen.pipeline.build, "group_articles", group)
    world = World(tmp_path, monkeypatch)
    archive(world.content, lone=f"---\ntitle: Pell\nlanguage: en\n---\n{PLAIN[0]}\n")
    world.incremental()
    text = (world.content / "lone.md").read_text("utf-8")
    changed = BESIDE_THE_TEXT[edit](text)
    assert changed != text
    archive(world.content, lone=changed)
    grouped.clear()
    pages, _ = world.incremental()
    assert grouped == []
    assert without_history(pages) == world.clean()[0]


def test_grouping_is_given_nothing_that_is_not_in_its_key(sample: Path) -> None:
    """All articles say the same of what the digest for grouping leaves out."""
    with open_store(None, "x") as store:
        shelf = ArticleMemo(Memo(store))
        articles = read_archive(sample, shelf)[0].articles
        given = [shelf.for_grouping(article) for article in articles]
        for article, bare in zip(articles, given, strict=True):
            assert {name: getattr(bare, name) for name in NOT_GROUPED} == NOT_GROUPED
            assert {block.line for block in bare.blocks} == {0}
            assert [replace(block, line=0) for block in article.blocks] == list(bare.blocks)
            kept = {name: getattr(article, name) for name in NOT_GROUPED}
            assert replace(bare, blocks=tuple(article.blocks), **kept) == replace(article, blocks=tuple(article.blocks))


def test_a_kept_print_equals_a_fresh_one(sample: Path, tmp_path: Path) -> None:
    """Runs, words and how often they stand come back bit for bit; one article at a time gives the same as all."""
    for _ in range(2):
        with open_store(tmp_path, "x") as store:
            shelf = ArticleMemo(Memo(store))
            archive = read_archive(sample, shelf)[0]
            runs = runs_for(len(archive.articles), archive.config.grouping)
            with open_shelf(tmp_path, "x", "") as columns:
                keeper = prints.KeptPrints(shelf, store, columns)
                kept = keeper.fingerprints(archive.articles, runs)
                keeper.keep()
            texts = [replace(one, blocks=tuple(one.blocks)) for one in archive.articles]
    assert keeper.texts_read == 0
    for slot, article in zip(kept.slots.tolist(), texts, strict=True):
        (fresh,) = make_fingerprints([article], runs)
        (terms,) = kept.postings.terms(np.array([slot]))
        assert (kept.postings.notices(kept.slots)[slot], terms.language) == (fresh.notice, fresh.terms.language)
        own = np.unique(fresh.runs >> np.uint64(TEXT_BITS))
        for mine, other in (
            (kept.postings.runs_of(np.array([slot])), own),
            (terms.words, fresh.terms.words),
            (terms.often, fresh.terms.often),
        ):
            assert mine.dtype == other.dtype
            assert mine.tobytes() == other.tobytes()
    assert kept.postings.sizes.sum() > 1000


def test_kept_anchors_equal_fresh_ones(sample: Path, tmp_path: Path) -> None:
    """Also where what stands in the place of their names is none; without a cache they stay as they were made."""
    for lost in (False, True):
        with open_store(tmp_path, "x") as store:
            shelf = ArticleMemo(Memo(store))
            articles = read_archive(sample, shelf)[0].articles
            keeper = prints.KeptPrints(shelf, store, ColumnShelf(None, ""))
            kept = list(keeper.anchors(articles))
            if lost:
                for key, value in zip(keeper._anchor_keys(articles), cycle((b"", pack([1], ()), pack({}, ())))):
                    store.put(prints._names_key(key), value)
            told = [list(one.names()) for one in kept]
    assert keeper.texts_read == 0
    with open_store(None, "x") as none:
        shelf = ArticleMemo(Memo(none))
        articles = read_archive(sample, shelf)[0].articles
        bare = list(prints.KeptPrints(shelf, none, ColumnShelf(None, "")).anchors(articles))
        anew = list(make_anchors(articles))
    assert told == [list(one.names()) for one in bare] == [list(one.names()) for one in anew]
    for one, fresh in zip(kept, anew, strict=True):
        assert (one.language, one.wholes) == (fresh.language, fresh.wholes)
        assert (one.hashes.tobytes(), one.often.tobytes()) == (fresh.hashes.tobytes(), fresh.often.tobytes())
    assert sum(len(one.hashes) for one in kept) > 500


def test_a_new_article_changes_its_own_part() -> None:
    """What is kept together stays together when an article comes or goes, except beside it; no part is very large."""
    whole: list[Any] = [SimpleNamespace(id=f"a{at:04}") for at in range(2_000)]
    firsts = {prints._place(whole, part, "x"): len(part) for part in prints._parts(whole)}
    assert sum(firsts.values()) == len(whole)
    assert max(firsts.values()) <= prints._MOST_TOGETHER
    assert len(firsts) > len(whole) // prints._MOST_TOGETHER
    for at in (0, 1, 777, 1_999):
        fewer = whole[:at] + whole[at + 1 :]
        other = {prints._place(fewer, part, "x"): len(part) for part in prints._parts(fewer)}
        assert len(dict(firsts.items() ^ other.items())) <= 6
    assert prints._parts([]) == []


def test_a_kept_reading_equals_a_fresh_one(sample: Path, tmp_path: Path) -> None:
    """Whatever an article holds, the cache gives it back, blocks and messages included."""
    fresh, told = read_archive(sample)
    for _ in range(2):
        parsed: list[str] = []
        with open_store(tmp_path, "x") as store:
            shelf = ArticleMemo(Memo(store), lambda name, _, parsed=parsed: parsed.append(name))
            kept, said = read_archive(sample, shelf)
            assert said == told
            assert with_texts(kept.articles) == fresh.articles
            assert kept == fresh
            digests = {one.id: shelf.digest(one) for one in kept.articles}
    assert parsed == []
    assert len(set(digests.values())) == len(fresh.articles)


def test_texts_are_not_held(sample: Path, tmp_path: Path) -> None:
    """Of many articles a few texts are in memory; the rest is fetched when it is asked for."""
    with open_store(tmp_path, "x") as store:
        shelf = ArticleMemo(Memo(store))
        kept, _ = read_archive(sample, shelf)
        assert not [one for one in kept.articles if isinstance(one.blocks, tuple)]
        assert sum(len(one.body) for one in kept.articles) > 100
        assert shelf._texts.blocks.cache_info().currsize <= HELD


def test_without_a_cache_texts_stay_packed(sample: Path) -> None:
    """With `--no-cache` there is nowhere else to keep them but in memory."""
    with open_store(None, "x") as store:
        kept, _ = read_archive(sample, ArticleMemo(Memo(store)))
        assert with_texts(kept.articles) == read_archive(sample)[0].articles


@pytest.mark.parametrize("task", ["FIND", "RENDER", "PAGE"])
def test_a_value_comes_back_whole(task: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is remembered of a task's value equals what was made, but for bytes that the published site holds."""
    made: list[Any] = []
    module = sitegen.pipeline.site if task == "PAGE" else stories
    real = getattr(tasks, task)

    def make(*given: Any) -> Any:
        made.append(real.make(*given))
        return made[-1]

    monkeypatch.setattr(module, task, replace(real, make=make))
    World(tmp_path, monkeypatch).incremental()
    assert len(made) > 3
    files = {"FIND": {}, "RENDER": {"files": ()}, "PAGE": {"files": ()}}[task]
    for value in made:
        assert real.codec.unpack(real.codec.pack(value)) == replace(value, **files)


def test_finding_is_given_no_setting_that_is_not_in_its_key() -> None:
    """What a story's findings may depend on is named once, and no other setting reaches them."""
    theme, frame = SimpleNamespace(digest=""), SimpleNamespace(pages=())
    design = stories.Design(config=Config(title="x"), frame=frame, theme=theme)  # type: ignore[arg-type]
    steps = stories.story_steps(design)
    assert steps[0].shared == replace(Config(), **{name: getattr(Config(), name) for name in FOUND_BY})


def test_a_byte_of_the_theme_compares_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All stories are rendered again, and what was found of them is what was found before."""
    world = World(tmp_path, monkeypatch)
    world.incremental()
    other_theme(world)
    monkeypatch.setattr(stories, "FIND", replace(tasks.FIND, make=lambda *_: pytest.fail("was found again")))
    monkeypatch.setattr(OriginReader, "read", lambda *_: pytest.fail("a page read a copy against another"))
    told: dict[str, str] = {}
    build(world.content, tmp_path / "site", tmp_path / "cache", explain=lambda one, why: told.update({one: why}))
    assert told["lamp"] == told["lone"] == "rendered: the theme has changed"


def test_a_word_in_a_text_makes_no_page_of_the_whole_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists, feeds and sitemaps print nothing of a text but its title, days and outlet: only tables are made again, and
    of no other story the summary is asked for."""
    world = World(tmp_path, monkeypatch)
    world.incremental()
    world.write("lone", "burned", "burned and glowed")
    monkeypatch.setattr(sitegen.pipeline.site, "PAGE", replace(tasks.PAGE, make=lambda *_: pytest.fail("made again")))
    unpack, unpacked = RenderedStory.summary, list[str]()

    def summary(rendered: RenderedStory) -> Any:
        unpacked.append(rendered.id)
        return unpack(rendered)

    monkeypatch.setattr(RenderedStory, "summary", summary)
    told: dict[str, str] = {}
    build(world.content, tmp_path / "site", tmp_path / "cache", explain=lambda one, why: told.update({one: why}))
    assert unpacked == ["lone"]
    assert told["lone"] == "built: article lone has changed"
    assert told["pages of the whole site"].startswith("kept")
    assert told["0/1"] == "made: a story that it tells of has changed"
    monkeypatch.setattr(sitegen.pipeline.site, "PAGE", tasks.PAGE)
    assert world.same()


def test_one_file_of_several_that_was_altered_is_written_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The parts of a sitemap are kept together or made together."""
    world = World(tmp_path, monkeypatch)
    world.incremental()
    (tmp_path / "site" / "sitemap.xml").write_text("altered", encoding="utf-8")
    world.write("lone", "burned", "glowed")
    assert world.same()


@pytest.mark.parametrize(
    "plain", [None, [], {}, {"id": 1}, {"id": "x", "title": "t"}, {"id": "x", "title": "t", "families": 3}, "x"]
)
def test_what_is_no_such_value_is_refused(plain: object) -> None:
    """A value of another shape is no story: it is made again, not guessed at."""
    with pytest.raises(LostValue):
        from_plain(Story, plain)
    with pytest.raises(LostValue):
        from_plain(Config, {"title": 3})


def test_explain_says_what_has_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Why a story is built: new, an article, a source, a setting, or the cache."""
    world = World(tmp_path, monkeypatch)
    told: dict[str, str] = {}

    def run() -> dict[str, str]:
        told.clear()
        build(world.content, tmp_path / "site", tmp_path / "cache", explain=lambda one, why: told.update({one: why}))
        return told

    assert run()["lone"] == "built: it is new"
    assert run()["lone"] == "kept: nothing it depends on has changed"
    world.write("lone", "burned", "glowed")
    assert run()["lone"] == "built: article lone has changed"
    assert told["lamp"].startswith("kept")
    assert told["articles/lone/index.html"].startswith("written")
    assert "articles/short/index.html" not in told
    archive(world.content, stories__lamp__third=FILES["stories__lamp__wire"])
    assert "article lamp-third is new" in run()["lamp"]
    world.write("sources__courier", "name: Courier", "name: Messenger")
    assert "a source has changed" in run()["lone"]
    world.settings('notice = "A notice."\n')
    assert run()["lone"] == "rendered: a setting has changed"
    (world.content / "stories/lamp/third.md").unlink()
    assert "article lamp-third is gone" in run()["lamp"]


def test_another_question_is_answered_anew(sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was said of two texts holds for this question alone: for these texts, settings and boilerplate."""
    with open_store(tmp_path, "x") as store:
        shelf = ArticleMemo(Memo(store))
        one, two, three = read_archive(sample, shelf)[0].articles[:3]
        columns = ColumnShelf(tmp_path, "")
        keeper = prints.KeptPrints(shelf, store, columns)
        runs = runs_for(1, Grouping())
        first = Question(left=one, right=two, settings=Grouping(), runs=runs, archive_says=(b"a", b"b", 1))
        others = [
            replace(first, left=three),
            replace(first, right=three),
            *(
                replace(first, archive_says=says)
                for says in ((b"", b"b", 1), (b"a", b"", 1), (b"a", b"b", 0), (b"a", b"b", 2))
            ),
        ]
        answers = [Verdict(link=None, twin=bool(number % 2)) for number in range(len(others) + 1)]
        monkeypatch.setattr(prints, "answer_all", lambda _, asked: answers[: len(asked)])
        for _ in range(2):
            assert list(keeper.verdicts((first, *others))) == answers
        assert keeper.aligned == len(answers)
        keeper.keep()
        monkeypatch.setattr(prints, "answer_all", lambda _, asked: answers[1 : 1 + len(asked)])
        others_asked = prints.KeptPrints(shelf, store, columns)
        assert list(others_asked.verdicts([first])) == answers[:1]
        of_others = prints.KeptPrints(shelf, store, columns)
        assert list(of_others.verdicts([replace(first, settings=Grouping(twin_share=0.61))])) == answers[1:2]


def test_words_that_were_not_asked_before_are_looked_up(sample: Path, tmp_path: Path) -> None:
    """What is kept of an article's words answers later questions only as far as it goes."""
    with open_store(tmp_path, "x") as store:
        shelf = ArticleMemo(Memo(store))
        article = read_archive(sample, shelf)[0].articles[0]
        keeper = prints.KeptPrints(shelf, store, ColumnShelf(None, ""))
        (fresh,) = make_fingerprints([article], runs_for(1, Grouping()))
        words = fresh.terms.words[:6].tolist()
        assert keeper.printed(article, words[:3]) == printed_words(article, words[:3])
        assert keeper.printed(article, words) == printed_words(article, words)
        assert keeper.printed(article, [words[1], 7]) == printed_words(article, [words[1]])
