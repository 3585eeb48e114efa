"""Random edits of an archive: after each one an incremental build is the clean build, byte for byte.

200 edits in sequences of ten; SOAK=N makes N sequences. What a failing sequence did is in the message.
"""

import os
import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

import sitegen.pipeline.build
from sitegen.cli import main
from sitegen.pipeline import unchanged
from tests.build.small import FILES, SETTINGS, build, small_archive, without_history
from tests.build.test_build import archive, tree
from tests.build.test_faults import killed
from tests.conftest import REPOSITORY

SEQUENCES = int(os.environ.get("SOAK", "0")) or 20
EDITS_EACH = 10
WORDS = ("harbour", "lamp", "glowed", "nine", "ten", "Friday", "Monday", "office", "nobody", "everybody")
SETTING_LINES = (
    'title = "Holm"',
    'title = "Pell"\nnotice = "A notice."',
    'rights = "excerpt"',
    'language = "de"',
    "page_size = 2",
    "[grouping]\npassage_words = 12\n",
    "[comparing]\nall_pairs_up_to = 2\n",
    "[limits]\nid_bytes = 60\n",
)


class Desk:
    """An archive being worked on."""

    def __init__(self, folder: Path, seed: int, patch: pytest.MonkeyPatch) -> None:
        self.folder, self.patch, self.chance = folder, patch, random.Random(seed)
        self.content = small_archive(folder / "content")
        self.output, self.cache = folder / "site", folder / "cache"
        self.theme = folder / "theme"
        shutil.copytree(REPOSITORY / "templates", self.theme)
        patch.setattr(sitegen.pipeline.build, "theme_folder", lambda: self.theme)
        # The command looks first whether there is anything to do.
        self.by_command = bool(seed % 2)
        patch.setattr(unchanged, "_read", lambda asked: [asked.content, self.theme])
        self.base_url, self.did = "", list[str]()
        self.wait = seed // 2 % 2 * 0.03

    def articles(self) -> list[Path]:
        return sorted(one for one in self.content.rglob("*.md") if one.parent.name != "sources" and one.stem != "story")

    def any(self) -> Path:
        return self.chance.choice(self.articles())

    def add(self) -> None:
        name = f"new{self.chance.randrange(1000)}"
        archive(self.content, **{self.chance.choice(["", "stories__lamp__", "deep__"]) + name: self.text()})

    def text(self) -> str:
        return (
            self.chance.choice([FILES["stories__lamp__wire"], FILES["lone"], FILES["found__one"]]) + "\n" + self.word()
        )

    def word(self) -> str:
        return " ".join(self.chance.choices(WORDS, k=6)) + ".\n"

    def change_word(self) -> None:
        path = self.any()
        old, new = self.chance.sample(WORDS, 2)
        path.write_text(path.read_text("utf-8").replace(old, new), encoding="utf-8")

    def append(self) -> None:
        with self.any().open("a", encoding="utf-8") as file:
            file.write(f"\n{self.word()}")

    def same_size_and_time(self) -> None:
        path = self.any()
        before = path.stat()
        path.write_text(path.read_text("utf-8").replace("the", "teh"), encoding="utf-8")
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    def delete(self) -> None:
        if len(self.articles()) > 2:
            self.any().unlink()

    def rename(self) -> None:
        path = self.any()
        path.rename(path.with_name(f"moved{self.chance.randrange(1000)}.md"))

    def retitle(self) -> None:
        path = self.any()
        text = path.read_text("utf-8")
        if text.startswith("---\n") and "title:" not in text:
            title = " ".join(self.chance.choices(WORDS, k=3))
            path.write_text(text.replace("---\n", f"---\ntitle: {title}\n", 1), encoding="utf-8")

    def change_source(self) -> None:
        source = self.chance.choice(["wire", "courier"])
        name = self.chance.choice(["Coast Wire", "Courier", "Bay Herald"])
        kind, language = self.chance.choice(["agency", "newspaper", "blog"]), self.chance.choice(["en", "es", "fr"])
        text = f"---\nname: {name}\nkind: {kind}\nlanguage: {language}\n---\n"
        archive(self.content, **{f"sources__{source}": text})

    def change_note(self) -> None:
        archive(self.content, stories__lamp__story=f"---\ntitle: {self.chance.choice(WORDS)}\n---\n{self.word()}")

    def change_settings(self) -> None:
        (self.content / "site.toml").write_text(self.chance.choice([SETTINGS, *SETTING_LINES]) + "\n", encoding="utf-8")

    def change_theme(self) -> None:
        page = self.theme / self.chance.choice(["article.html", "base.html", "assets/css/10-tokens.css"])
        if page.exists():
            page.write_text(
                page.read_text("utf-8") + f"\n{'/* ' if page.suffix == '.css' else '<!-- '}", encoding="utf-8"
            )

    def change_flags(self) -> None:
        self.base_url = self.chance.choice(["", "https://example.org/a/", "https://example.org/"])

    def change_output(self) -> None:
        self.output = self.folder / self.chance.choice(["site", "other"])

    def spoil_output(self) -> None:
        found = sorted(self.output.rglob("*.html"))
        if found:
            self.chance.choice(found).write_text("spoilt")

    def crash(self) -> None:
        killed(self.incremental, self.chance.uniform(0, 0.15))

    def incremental(self) -> None:
        # In every other sequence the times of files are old enough to be relied on, in the others bytes decide.
        time.sleep(self.wait)
        if self.by_command:
            arguments = ["build", str(self.content), "--output", str(self.output), "--cache", str(self.cache)]
            address = ["--base-url", self.base_url] if self.base_url else []
            CliRunner().invoke(main, [*arguments, "--workers", "1", "--no-search", *address], catch_exceptions=False)
            return
        build(self.content, self.output, self.cache, base_url=self.base_url)

    def clean(self) -> dict[str, bytes]:
        output = self.folder / "clean"
        shutil.rmtree(output, ignore_errors=True)
        build(self.content, output, base_url=self.base_url)
        return tree(output)


EDITS: tuple[Callable[[Desk], None], ...] = (
    Desk.add,
    Desk.change_word,
    Desk.change_word,
    Desk.append,
    Desk.same_size_and_time,
    Desk.delete,
    Desk.rename,
    Desk.retitle,
    Desk.change_source,
    Desk.change_note,
    Desk.change_settings,
    Desk.change_theme,
    Desk.change_flags,
    Desk.change_output,
    Desk.spoil_output,
    Desk.crash,
)


@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_clean_equals_incremental(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Add, edit, delete, rename, retitle; sources, notes, settings, theme, address, output folder; crashes between."""
    desk = Desk(tmp_path, seed, monkeypatch)
    for _ in range(EDITS_EACH):
        edit = desk.chance.choice(EDITS)
        edit(desk)
        desk.did.append(edit.__name__)
        desk.incremental()
        assert without_history(tree(desk.output)) == desk.clean(), desk.did
