"""How a diagnostic is printed: aligned carets, long lines, and nothing that commands a terminal."""

import re

from hypothesis import given
from hypothesis import strategies as st

from sitegen.cli.messages import render_diagnostic
from sitegen.diagnostics import Diagnostic, Location, error


def diagnostic(line: str, column: int, width: int = 1, hint: str = "") -> Diagnostic:
    return error("code", "a message", Location(path="a.md", line=12, column=column), line=line, width=width, hint=hint)


def test_carets_stand_under_the_words() -> None:
    """Width is counted in columns: wide letters take two, marks none, a tab one."""
    said = render_diagnostic(diagnostic("\t水: e\u0301 wrong", 8, 5, "mend it"))
    assert (
        said == "a.md:12:8: error: a message [code]\n   |\n12 |  水: e\u0301 wrong\n   |        ^^^^^\n   hint: mend it"
    )


def test_long_lines_are_cut_around_the_place() -> None:
    """The place stays in sight, in a line of at most 160 columns and a margin."""
    for column in (1, 500, 1000):
        said = render_diagnostic(diagnostic("x" * (column - 1) + "HERE" + "y" * 1000, column, 4)).split("\n")
        assert len(said[2]) <= 165
        assert said[2][said[3].index("^") :].startswith("HERE")
        assert said[3].count("^") == 4


def test_colour_is_asked_for() -> None:
    """Without `colour` there is no escape sequence; with it, the words are the same."""
    plain = render_diagnostic(diagnostic("abc", 2, 1, "mend it"))
    painted = render_diagnostic(diagnostic("abc", 2, 1, "mend it"), colour=True)
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[\d;]*m", "", painted) == plain
    assert painted != plain


@given(st.text(max_size=60), st.text(max_size=300), st.integers(1, 400), st.integers(1, 400))
def test_nothing_commands_the_terminal(path: str, line: str, column: int, width: int) -> None:
    """Whatever a name, line or hint holds, only the line feeds of the message leave."""
    place = Location(path=path, line=1, column=column)
    said = render_diagnostic(error("code", path, place, line=line, width=width, hint=line))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]", said)
    assert said.count("\n") <= 4
    said.encode()
