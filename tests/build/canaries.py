"""An archive whose paragraphs can be recognised in any byte, and a keeper who does to it whatever a keeper may do.

Every paragraph that is a canary has words that nobody else has, so a single one of them in a file is a leak.
"""

import random
from collections.abc import Iterator
from pathlib import Path

from click.testing import CliRunner, Result

from sitegen.cli import main
from sitegen.publish.destination import Folder
from tests.build.test_faults import killed
from tests.build.withheld import readings_of

SHARED = (
    "The ferry Alma ran onto the bar of Skerry on Monday night with forty people and two horses on board.\n\n"
    "Nobody was hurt, the harbour master said, and the boats of the island had taken everybody off before the tide"
    " turned. She will lie there until the next spring tide lifts her."
)
SOURCES = {
    "sources/wire.md": "---\nname: Skerry Wire\nkind: agency\n---\n",
    "sources/post.md": "---\nname: Skerry Post\n---\n",
}
_SYLLABLES = ("zor", "vex", "qui", "plu", "mab", "dri", "kho", "wyt", "fju", "gne")


class BrokenOff(Exception):
    """An upload that ended before its end."""


class Keeper:
    """What a keeper did to an archive, and what readers must not find any more."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.chance = random.Random(seed)
        self.content, self.site, self.there = folder / "content", folder / "site", folder / "there"
        self.did: list[str] = []
        self.written: dict[str, list[str]] = {}
        """Canaries of each file, the present one last."""
        self.rights: dict[str, str] = {}
        self.gone: list[str] = []
        """Canaries of files that are gone."""
        self.secret: list[str] = []
        """What the last build withholds."""
        for name, text in SOURCES.items():
            self.write(name, text)
        self.write("site.toml", 'title = "Skerry"\n')
        self.write("stories/alma/wire.md", f"---\nsource: wire\ntitle: Aground\n---\n{SHARED}\n")
        for name in ("stories/alma/post.md", "stories/alma/raw.txt", "lone.md", "deep/alone.txt"):
            self.put(name)

    def write(self, name: str, text: str) -> None:
        path = self.content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def canary(self) -> str:
        """A paragraph of twelve words that no text has."""
        return " ".join("".join(self.chance.choices(_SYLLABLES, k=7)) for _ in range(12)).capitalize() + "."

    def put(self, name: str) -> None:
        """A new text, or an old one edited."""
        self.written.setdefault(name, []).append(self.canary())
        self.rights.setdefault(name, "full")
        self.save(name)

    def save(self, name: str) -> None:
        canary, rights = self.written[name][-1], self.rights[name]
        right = {"withdrawn": "withdrawn: true\n"}.get(rights, f"rights: {rights}\n")
        # A raw text has its headline, a canary too, in its first line, and nobody said that it is one.
        head = f"{' '.join(canary.split()[:5])}\n\n" if name.endswith(".txt") else ""
        body = f"{head}{SHARED}\n\n{canary}\n"
        self.write(name, f"---\nsource: post\n{right}---\n{body}")

    def any(self) -> str | None:
        names = sorted(self.written)
        return self.chance.choice(names) if names else None

    # What a keeper may do

    def edit(self) -> None:
        if name := self.any():
            self.put(name)

    def change_rights(self) -> None:
        if name := self.any():
            self.rights[name] = self.chance.choice(["full", "excerpt", "figures", "withdrawn"])
            self.save(name)

    def tighten(self) -> None:
        if name := self.any():
            self.rights[name] = self.chance.choice(["figures", "withdrawn"])
            self.save(name)

    def delete(self) -> None:
        if name := self.any():
            (self.content / name).unlink()
            self.gone += self.written.pop(name)
            del self.rights[name]

    def withdraw(self) -> None:
        if name := self.any():
            if self.rights[name] == "withdrawn":
                return
            self.rights[name] = "withdrawn"
            places = ["--content", str(self.content), "--output", str(self.site)]
            result = self.run("withdraw", str(self.content / name), *places)
            assert result.exit_code == 0, (self.did, result.output)
            self.withhold()

    def rename(self) -> None:
        if name := self.any():
            moved = f"deep/moved{self.chance.randrange(10**6)}{Path(name).suffix}"
            (self.content / moved).parent.mkdir(exist_ok=True)
            (self.content / name).rename(self.content / moved)
            self.written[moved], self.rights[moved] = self.written.pop(name), self.rights.pop(name)

    def add(self) -> None:
        self.put(f"new{self.chance.randrange(10**6)}.{self.chance.choice(['md', 'txt'])}")

    def build(self) -> None:
        result = self.run("build", str(self.content), "--output", str(self.site))
        assert result.exit_code == 0, (self.did, result.output)
        self.withhold()

    def build_killed(self) -> None:
        killed(lambda: self.run("build", str(self.content), "--output", str(self.site)), self.chance.uniform(0, 0.4))
        self.build()

    def rollback(self) -> None:
        self.run("rollback", str(self.site))

    def publish(self) -> None:
        if self.site.exists():
            result = self.run("publish", str(self.there), "--site", str(self.site))
            assert result.exit_code == 0, (self.did, result.output)
            self.check(self.there)

    def publish_broken_off(self) -> None:
        if not self.site.exists():
            return
        left = [self.chance.randrange(30)]
        whole = {name: getattr(Folder, name) for name in ("write", "delete")}

        def until(name: str) -> object:
            def step(*arguments: object) -> None:
                left[0] -= 1
                if left[0] < 0:
                    raise BrokenOff
                whole[name](*arguments)

            return step

        try:
            for name in whole:
                setattr(Folder, name, until(name))
            self.run("publish", str(self.there), "--site", str(self.site))
        finally:
            for name, method in whole.items():
                setattr(Folder, name, method)

    # What must be so

    def run(self, *arguments: str) -> Result:
        more = ["--workers", "1"] if arguments[0] == "build" else []
        result = CliRunner().invoke(main, [*arguments, *more])
        assert result.exception is None or isinstance(result.exception, SystemExit | BrokenOff), result.exception
        return result

    def withhold(self) -> None:
        """From this build on, nothing of these is public, whatever it was before."""
        tight = [name for name, rights in self.rights.items() if rights in ("figures", "withdrawn")]
        self.secret = [*self.gone, *(canary for name in tight for canary in self.written[name])]

    def check(self, *folders: Path) -> None:
        """No word of a secret is in any file of the site, of the site before it, or of some other folder."""
        beside = self.site.with_name(f".{self.site.name}.sitegen-previous")
        for folder in (self.site, beside, *folders):
            assert list(words_in(folder, self.secret)) == [], (self.did, folder)


def words_in(folder: Path, canaries: list[str]) -> Iterator[tuple[str, str]]:
    """The words of canaries that a folder holds, and where."""
    words = {word.strip(".").casefold() for canary in canaries for word in canary.split()}
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        name = path.relative_to(folder).as_posix()
        told = "\n".join(readings_of(name, path.read_bytes())).casefold()
        yield from ((name, word) for word in sorted(words) if word in told)
