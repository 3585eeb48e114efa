"""The controls of the fault tests fit the program as it is; that they fail is seen by `python -m tests.controls`."""

import ast

import pytest

from tests.controls import CONTROLS, REPOSITORY, Control


@pytest.mark.parametrize("control", CONTROLS, ids=lambda one: one.what)
def test_a_control_fits(control: Control) -> None:
    """What it takes away stands there, once; what is left can be compiled; its test is there."""
    for file, old, new in control.edits:
        text = (REPOSITORY / "sitegen" / file).read_text("utf-8")
        assert text.count(old) == 1
        ast.parse(text.replace(old, new))
    path, _, name = control.test.partition("::")
    tests = (REPOSITORY / "tests" / path).read_text("utf-8")
    assert f"def {name or 'test_'}" in tests
