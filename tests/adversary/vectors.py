"""Attacks beside each other: two copies that differ inside and around them, so that comparisons cut them to pieces.

The pages of the comparisons are parsed by html5lib and opened in Chromium without their policy; nothing may run.
"""

import json
import lzma
import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from sitegen.pipeline.build import BuildOptions, build_site
from sitegen.read import sanitise
from tests.adversary.stages import PROSE
from tests.browser.conftest import ARGUMENTS, HTML, Files, Tab, has_class, parsed, served_files, serving, write
from tests.browser.test_hostile import ACTIVE, OWN, POKE, shown
from tests.conftest import REPOSITORY, SHARED_DATA

_PUBLIC = SHARED_DATA / "attacks" / "xss-lines.txt.xz"
_LONGEST = 400
"""Characters of an attack; what is longer repeats itself."""
_SUFFIXES = (".txt", ".md", ".html")


@dataclass(frozen=True, slots=True)
class Scene:
    """An attack, another one, and what decides where they are cut."""

    attack: str
    neighbour: str
    chance: random.Random


Beside = Callable[[Scene], tuple[str, str]]
"""What stands in the left copy and in the right one."""


def _halves(scene: Scene) -> tuple[str, str]:
    """The beginning here and the rest there: removed and added words stand side by side."""
    at = scene.chance.randint(1, max(1, len(scene.attack) - 1))
    return scene.attack[:at], scene.attack[at:]


def _hole(scene: Scene) -> tuple[str, str]:
    at = scene.chance.randrange(len(scene.attack))
    return scene.attack, scene.attack[:at] + scene.attack[at + scene.chance.randint(1, 4) :]


def _word_inside(scene: Scene) -> tuple[str, str]:
    at = scene.chance.randrange(len(scene.attack))
    return f"{scene.attack[:at]} lamp {scene.attack[at:]}", scene.attack


def _other(scene: Scene) -> tuple[str, str]:
    return scene.attack, scene.neighbour


def _exchanged(scene: Scene) -> tuple[str, str]:
    return f"{scene.attack} {scene.neighbour}", f"{scene.neighbour} {scene.attack}"


def _glued(scene: Scene) -> tuple[str, str]:
    at = scene.chance.randint(1, max(1, len(scene.neighbour) - 1))
    return f"{scene.neighbour[:at]}{scene.attack}", f"{scene.neighbour[:at]}{scene.attack}{scene.neighbour[at:]}"


def _alone(scene: Scene) -> tuple[str, str]:
    return scene.attack, ""


def _other_quotes(scene: Scene) -> tuple[str, str]:
    return scene.attack, scene.attack.replace('"', "”").replace("'", '"')


def _other_case(scene: Scene) -> tuple[str, str]:
    return scene.attack, scene.attack.swapcase()


def _unseen_inside(scene: Scene) -> tuple[str, str]:
    at = scene.chance.randrange(len(scene.attack))
    return scene.attack, f"{scene.attack[:at]}\u200b{scene.attack[at:]}"


BESIDE: Sequence[Beside] = (
    _halves, _hole, _word_inside, _other, _exchanged, _glued, _alone, _other_quotes, _other_case, _unseen_inside,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Duel:
    """An archive of pairs, and what each copy prints."""

    files: Mapping[str, str]
    lines: Mapping[str, tuple[str, ...]]
    """By article id, of raw texts alone: what must be read on their side as it was written."""


def attacks(seed: int, count: int) -> list[str]:
    """Lines that attack, chosen by the seed: our own and, where they are at hand, public ones."""
    lines = [*OWN]
    if _PUBLIC.is_file():
        lines += lzma.decompress(_PUBLIC.read_bytes()).decode().splitlines()
    lines = [line for line in dict.fromkeys(map(shown, lines)) if 1 < len(line) <= _LONGEST]
    return random.Random(seed).sample(lines, min(count, len(lines)))


def duel(seed: int, stories: int, each: int) -> Duel:
    """So many stories of two copies, with so many attacks beside each other in each."""
    chance = random.Random(seed)
    lines = attacks(seed, stories * each)
    files = {"site.toml": 'title = "Duel"\nsearch = false\n'}
    printed: dict[str, tuple[str, ...]] = {}
    for story in range(stories):
        mine = lines[story * each : (story + 1) * each] or lines[:each]
        pairs = [chance.choice(BESIDE)(Scene(attack, mine[index - 1], chance)) for index, attack in enumerate(mine)]
        suffix = _SUFFIXES[story % 3]
        for side, name in enumerate("ab"):
            body = [f"The board read {shown(pair[side])} aloud on day {index}." for index, pair in enumerate(pairs)]
            title = f"Lit {pairs[0][side]}"[:200]
            front = "".join(
                f"{field}: {json.dumps(value, ensure_ascii=False)}\n"
                for field, value in (("title", title), ("author", f"Ada {pairs[-1][side]}"[:200]), ("language", "en"))
            )
            files[f"stories/s{story}/{name}{suffix}"] = f"---\n{front}---\n" + "\n\n".join((PROSE[0], *body, PROSE[1]))
            if suffix == ".txt":
                printed[f"s{story}-{name}"] = tuple(body)
    return Duel(files=files, lines=printed)


def built(folder: Path, files: Mapping[str, str]) -> tuple[Files, list[str]]:
    """The site, and what kept it from being published; an attack that may not be published is refused in words."""
    result = build_site(write(folder / "content", files), folder / "site", BuildOptions(workers=1, search=False))
    faults = [] if result.report else [f"nothing was published: {result.diagnostics[:3]}"]
    return served_files(folder / "site") if result.report else {}, faults


def vocabulary() -> tuple[set[str], set[str]]:
    """Elements and attributes that a page may have: those of the theme, and those that the sanitiser lets through."""
    theme = "".join(path.read_text(encoding="utf-8") for path in (REPOSITORY / "templates").glob("*.html")).lower()
    elements = set(re.findall(r"<([a-z][a-z0-9]*)", theme)) | set(sanitise._TAGS.split())
    elements |= {"html", "head", "body", "h1", "h2", "ins", "del", "tbody"}
    attributes = set(re.findall(r"[\s\"}]([a-z][a-z-]*)(?==\"|[\s>{])", theme)) | {"rel", "href", "start"}
    return elements, attributes | set(re.findall(r"data-[a-z-]+", theme))


def parsed_faults(files: Files) -> list[str]:
    """What another parser than the browser's sees in the pages that the theme does not have."""
    elements, attributes = vocabulary()
    faults: list[str] = []
    for path in sorted(path for path in files if path.endswith(".html")):
        for element in parsed(files[path]).iter():
            tag = re.sub(r"\{.*\}", "", str(element.tag)).lower()
            if not isinstance(element.tag, str):
                faults.append(f"{path}: a comment")
            elif tag not in elements:
                faults.append(f"{path}: <{tag}>")
            faults += [f"{path}: {name}= on <{tag}>" for name in element.attrib if name.lower() not in attributes]
            if any(name.startswith("on") or name == "style" for name in element.attrib):
                faults.append(f"{path}: a handler or style on <{tag}>")
    return faults


def lost_lines(files: Files, lines: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Lines of raw texts that are not read in their column as they were written."""
    faults: list[str] = []
    for path in sorted(path for path in files if "--" in path and path.endswith("index.html")):
        tree = parsed(files[path])
        ids = path.split("/")[2].split("--")
        for name, article in zip(("left", "right"), ids, strict=True):
            text = _squeezed(" ".join(_texts(tree, name)))
            faults += [
                f"{path}: {name} lost {line!a}" for line in lines.get(article, ()) if _squeezed(line) not in text
            ]
    return faults


def _texts(tree: Any, name: str) -> list[str]:
    cells = [element for element in tree.iter(f"{HTML}div") if has_class(element, name)]
    return ["".join(_printed(text)) for cell in cells for text in cell if has_class(text, "text")]


def _printed(element: Any) -> list[str]:
    if has_class(element, "unseen") or has_class(element, "sign"):
        return []
    parts = [element.text or ""]
    for child in element:
        parts += [*_printed(child), child.tail or ""]
    return parts


def _squeezed(text: str) -> str:
    """Letters, digits and marks without any space or unseen character."""
    return "".join(char for char in text if char.isprintable() and not char.isspace())


def opened_faults(files: Files, chromium: str, only: str = "") -> list[str]:
    """What runs, loads or acts when each page is opened without its policy and poked."""
    faults: list[str] = []
    with sync_playwright() as playwright, serving(files, "") as origin:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        tab = Tab(browser.new_context(bypass_csp=True), origin)
        for path in sorted(path for path in files if path.endswith(".html") and only in path):
            page = tab.go(path.removesuffix("index.html"))
            faults += [f"{path}: {active}" for active in page.evaluate(ACTIVE)]
            page.evaluate(POKE)
            faults += [f"{path}: ran {call}" for call in tab.ran] + [f"{path}: sent {url}" for url in tab.foreign]
            tab.ran.clear()
            tab.foreign.clear()
        browser.close()
    return faults
