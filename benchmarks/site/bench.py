"""What the parts of the bench share: where sites are built, each once."""

import sys
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.one_story import write_story
from benchmarks.site.pages import build_archive, build_sample


@dataclass(slots=True)
class Bench:
    """Where sites are built, each once, and what the parts are told."""

    folder: Path
    chromium: str
    articles: int
    runs: int
    sites: dict[str, Path] = field(default_factory=dict)

    def sample(self, language: str = "en") -> Path:
        """The sample archive's site in a language."""
        if language not in self.sites:
            print(f"building the sample archive ({language})", file=sys.stderr)
            self.sites[language] = build_sample(language, self.folder / language)
        return self.sites[language]

    def copies(self, count: int) -> Path:
        """The site of one story of so many copies, at stories/ferry/."""
        name = f"{count} copies"
        if name not in self.sites:
            print(f"building a story of {name}", file=sys.stderr)
            write_story(self.folder / name / "content", count, "near")
            self.sites[name] = build_archive(self.folder / name / "content", self.folder / name / "site")
        return self.sites[name]
