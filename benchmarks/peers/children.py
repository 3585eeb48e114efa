"""Engines that live in another program: one child each, asked line by line in JSON, which measures itself.

A child that does not answer in time is ended, and is begun anew for the next question.
"""

import json
import shutil
import subprocess
from functools import cache
from pathlib import Path
from threading import Timer
from typing import Any

from benchmarks.peers.task import Skipped

_HERE = Path(__file__).resolve().parent
_PATIENCE = 180.0
"""Seconds of the clock for one answer."""


class Child:
    """A program that answers a line of JSON with a line of JSON."""

    def __init__(self, *command: str) -> None:
        self._command = command
        self._process: subprocess.Popen[str] | None = None
        self.here = bool(shutil.which(command[0])) and self._answers()

    def ask(self, question: dict[str, Any]) -> Any:
        """The answer; raises `Skipped` when there is none."""
        process = self._started()
        timer = Timer(_PATIENCE, process.kill)
        timer.start()
        try:
            assert process.stdin
            assert process.stdout
            process.stdin.write(json.dumps(question) + "\n")
            process.stdin.flush()
            line = process.stdout.readline()
        except BrokenPipeError:
            line = ""
        finally:
            timer.cancel()
        if not line.endswith("\n"):
            self.close()
            raise Skipped("gave no answer")
        return json.loads(line)

    @property
    def pid(self) -> int:
        """The number of its process."""
        return self._started().pid

    def close(self) -> None:
        """Ends the program."""
        if self._process:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _answers(self) -> bool:
        try:
            self.ask({"left": "", "right": "", "runs": 1})
        except (OSError, Skipped):
            return False
        return True

    def _started(self) -> "subprocess.Popen[str]":
        if self._process is None:
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                encoding="utf-8",
                cwd=_HERE,
            )
        return self._process


@cache
def node() -> Child:
    """jsdiff."""
    return Child("node", "jsdiff.mjs")


@cache
def php() -> Child:
    """wikidiff2."""
    return Child("php", "-d", "memory_limit=-1", "wikidiff2.php")


def close_all() -> None:
    """Ends what was begun."""
    for one in (node, php):
        if one.cache_info().currsize:
            one().close()
            one.cache_clear()
