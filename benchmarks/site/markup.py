"""Asks the Nu HTML checker what is wrong with pages and style sheets. Knows nothing of what they are for.

The checker is a Java program, which npm brings (`vnu-jar`). What it reports of valid pages is kept in `KEPT`, each with
the specification that says so; a line of it that no page needs is a mistake too (`unneeded`).
"""

import json
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

JAR = Path(__file__).resolve().parents[2] / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
_FILES_AT_ONCE = 400
"""A command line holds some hundred thousand characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A message of the checker about pages that are valid."""

    message: re.Pattern[str]
    specification: str
    """Where the standard says that it is valid."""
    why: str


KEPT = (
    Kept(
        message=re.compile(r"Resource violates Content Security Policy .*: external (stylesheet|script) “/assets/"),
        specification="https://www.w3.org/TR/CSP3/#match-url-to-source-expression",
        why="'self' is the origin of the page; the checker reads it from a file, which has none",
    ),
    Kept(
        message=re.compile(r"Inline script violates Content Security Policy .* blocked by “script-src”"),
        specification="https://html.spec.whatwg.org/multipage/scripting.html#prepare-the-script-element",
        why="a data block (JSON-LD) is left alone, in step 12, before any policy is asked in step 19",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """A message of the checker."""

    path: str
    line: int
    kind: str
    """error | warning"""
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.kind}: {self.message}"


def missing_checker() -> str:
    """What is not on this machine, with the command that brings it; empty where both parts are here."""
    if not shutil.which("java"):
        return "no Java: `apt-get install default-jre-headless`, as `make test` does for root"
    if not JAR.is_file():
        return "no vnu-jar: `npm ci --ignore-scripts`, as `make test` does"
    return ""


def mistakes_of(files: Sequence[Path], folder: Path) -> tuple[Mistake, ...]:
    """Errors and warnings of pages (.html) and style sheets (.css), sorted; paths are those below `folder`.

    Raises RuntimeError where the checker itself fails.
    """
    found = [
        mistake
        for first in range(0, len(files), _FILES_AT_ONCE)
        for mistake in _run(files[first : first + _FILES_AT_ONCE], folder)
    ]
    return tuple(sorted(found, key=lambda mistake: (mistake.path, mistake.line, mistake.message)))


def without_kept(mistakes: Iterable[Mistake]) -> tuple[Mistake, ...]:
    """Those that no line of `KEPT` explains."""
    return tuple(mistake for mistake in mistakes if not any(kept.message.match(mistake.message) for kept in KEPT))


def unneeded(mistakes: Sequence[Mistake]) -> tuple[Kept, ...]:
    """Lines of `KEPT` that explain none of them."""
    return tuple(kept for kept in KEPT if not any(kept.message.match(mistake.message) for mistake in mistakes))


def _run(files: Sequence[Path], folder: Path) -> Iterator[Mistake]:
    # One processor and the quick compiler: a run is shorter than Java takes to become fast.
    command = ["java", "-XX:TieredStopAtLevel=1", "-XX:ActiveProcessorCount=1", "-Xss4m", "-jar", str(JAR)]
    command += ["--format", "json", "--also-check-css", "--exit-zero-always", *map(str, files)]
    checker = subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    try:
        messages = json.loads(checker.stderr)["messages"]
    except (ValueError, KeyError):
        raise RuntimeError(f"the checker failed: {checker.stderr.decode(errors='replace')[:500]}") from None
    for message in messages:
        if message["type"] == "non-document-error":
            raise RuntimeError(f"the checker failed: {message['message']}")
        path = message["url"].removeprefix("file:").removeprefix(f"{folder}/")
        kind = "error" if message["type"] == "error" else message.get("subType", "info")
        yield Mistake(path=path, line=message.get("lastLine", 0), kind=kind, message=message["message"])
