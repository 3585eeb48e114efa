"""Long patterns are compiled when they are first used, and no sooner."""

import subprocess
import sys

import pytest
import regex

from sitegen.text import patterns
from sitegen.text.patterns import late_pattern


def test_a_late_pattern_matches_as_any_other() -> None:
    """All three ways to ask, with and without places, and flags count."""
    late, at_once = (make(r"b(?P<digits>\d+)", regex.IGNORECASE) for make in (late_pattern, regex.compile))
    for text in ("B12", "a b3", "b", ""):
        for method in ("match", "fullmatch", "search"):
            first, second = getattr(late, method)(text), getattr(at_once, method)(text)
            assert (first and first.group("digits")) == (second and second.group("digits"))
    assert late.search("b1 b2", 2)["digits"] == "2"  # type: ignore[index]


def test_it_is_compiled_once_and_when_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not where it is made."""
    compiled: list[str] = []
    real = regex.compile
    monkeypatch.setattr(patterns.regex, "compile", lambda *given: compiled.append(given[0]) or real(*given))
    late = late_pattern("x+")
    assert compiled == []
    assert late.match("xx")
    assert late.match("y") is None
    assert late.search("y") is None
    assert compiled == ["x+"]


def test_what_a_build_imports_compiles_no_long_pattern() -> None:
    """A pattern of more than two thousand characters of `regex` waits until a text is read."""
    program = (
        "import regex; real = regex.compile\n"
        "def compile(source, *flags, **more):\n"
        "    assert len(source) < 2000, source[:80]\n"
        "    return real(source, *flags, **more)\n"
        "regex.compile = compile\n"
        "import sitegen.pipeline.build\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
