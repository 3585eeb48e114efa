"""Names say what they name: how many of a folder's identifiers are pronouns or bare verbs, and which classes share one.

tests/names.toml holds what each folder has at most; it may only fall. `REFRESH_NAMES=1 pytest tests/test_names.py`
lowers it to what is there, and never raises it. A folder that got worse is mended by naming the thing: its identifiers
are listed in the message.
"""

import ast
import os
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

PACKAGE = REPOSITORY / "sitegen"
RATCHET = REPOSITORY / "tests" / "names.toml"
_WORDS = """
    again anything asked at both done each every everything found given gone got here known made meant nobody now one
    ones other others own said seen some something such that them there these they this those told wanted what which
    who whole
"""
PRONOUNS = frozenset(_WORDS.split())
"""Words that stand for a thing or say what was done to it, and do not name it."""
HEADER = """\
# What tests/test_names.py holds the package to. It may only fall: REFRESH_NAMES=1 pytest tests/test_names.py lowers it.
# [share] is the share of identifiers in a folder that are pronouns or bare verbs, in per cent, to a tenth.
# [classes] is how often a class name is given in the package, where that is more than once.
"""


def identifiers(source: str) -> Iterator[str]:
    """Every name that a module uses, as often as it does: those inside f-strings too, in any version of Python."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name):
                yield name
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case ast.keyword(arg=str(name)) | ast.ExceptHandler(name=str(name)):
                yield name
            case ast.alias(name=name, asname=asname):
                yield from name.split(".")
                yield from [asname] if asname else []
            case _:
                pass


def pronouns(counts: Mapping[str, int]) -> dict[str, int]:
    """The pronouns among identifiers, the most frequent first; `_found` is one like `found`."""
    sums = Counter[str]()
    for name, count in counts.items():
        if name.strip("_") in PRONOUNS:
            sums[name.strip("_")] += count
    return dict(sums.most_common())


def share(counts: Mapping[str, int]) -> float:
    """Of the identifiers that are pronouns, in per cent, to a tenth."""
    return round(100 * sum(pronouns(counts).values()) / max(1, sum(counts.values())), 1)


def by_folder() -> dict[str, dict[Path, Counter[str]]]:
    """The identifiers of each module, by the folder it stands in; `.` for the package itself."""
    folders: dict[str, dict[Path, Counter[str]]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        folder = path.parent.relative_to(PACKAGE).as_posix()
        folders.setdefault(folder, {})[path] = Counter(identifiers(path.read_text("utf-8")))
    return folders


def class_names() -> dict[str, int]:
    """Class names that are given more than once, and how often."""
    counts = Counter(
        node.name
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
    )
    return {name: count for name, count in sorted(counts.items()) if count > 1}


def differences(real: Mapping[str, float], allowed: Mapping[str, float]) -> tuple[dict[str, float], dict[str, float]]:
    """What is worse than allowed, and what is better, each as it is; a folder or class that is new may have none."""
    names = {*real, *allowed}
    worse = {name: real[name] for name in names if real.get(name, 0) > allowed.get(name, 0)}
    better = {name: real.get(name, 0) for name in names if real.get(name, 0) < allowed.get(name, 0)}
    return worse, better


def lowered(real: Mapping[str, float], allowed: Mapping[str, float]) -> dict[str, float]:
    """The smaller of the two for each; what is gone is left out, and nothing is let in that was not."""
    least = {name: min(real.get(name, 0), most) for name, most in allowed.items()}
    return {name: most for name, most in sorted(least.items()) if most}


def write(ratchet: Mapping[str, Mapping[str, float]]) -> None:
    """Writes the ratchet, lowered."""
    tables = [
        f"\n[{table}]\n" + "".join(f'"{name}" = {value:g}\n' for name, value in values.items())
        for table, values in ratchet.items()
    ]
    RATCHET.write_text(HEADER + "".join(tables), encoding="utf-8")


def listed(modules: Mapping[Path, Mapping[str, int]]) -> str:
    """The pronouns of a folder by module, for one who is to name them."""
    lines = [
        f"  {path.relative_to(REPOSITORY)}: {', '.join(f'{name} {count}' for name, count in used.items())}"
        for path, used in ((path, pronouns(counts)) for path, counts in modules.items())
        if used
    ]
    return "\n".join(lines)


@pytest.fixture(scope="module")
def ratchet() -> dict[str, dict[str, float]]:
    """What may be, after it was lowered where that was asked for."""
    allowed = tomllib.loads(RATCHET.read_text("utf-8"))
    if os.environ.get("REFRESH_NAMES"):
        shares = {folder: share(sum(modules.values(), Counter())) for folder, modules in by_folder().items()}
        allowed = {"share": lowered(shares, allowed["share"]), "classes": lowered(class_names(), allowed["classes"])}
        write(allowed)
    return allowed


def test_no_folder_has_more_pronouns_than_it_had(ratchet: dict[str, dict[str, float]]) -> None:
    """A new name is the thing's; where names got better, the ratchet falls with them."""
    folders = by_folder()
    shares = {folder: share(sum(modules.values(), Counter())) for folder, modules in folders.items()}
    worse, better = differences(shares, ratchet["share"])
    told = [
        f"sitegen/{folder} has {most} % pronouns and may have {ratchet['share'].get(folder, 0)} %:\n"
        f"{listed(folders[folder])}"
        for folder, most in sorted(worse.items())
    ]
    assert not worse, "name the thing instead\n" + "\n".join(told)
    assert not better, (
        f"better than {RATCHET.name} says: REFRESH_NAMES=1 pytest tests/test_names.py lowers it: {better}"
    )


def test_no_class_name_is_given_twice_that_was_not(ratchet: dict[str, dict[str, float]]) -> None:
    """A class name stands once in the package; those that stand more often may only become fewer."""
    worse, better = differences(class_names(), ratchet["classes"])
    assert not worse, f"these names are given to several classes: {worse}"
    assert not better, (
        f"better than {RATCHET.name} says: REFRESH_NAMES=1 pytest tests/test_names.py lowers it: {better}"
    )


def test_a_pronoun_is_counted_wherever_a_name_may_stand() -> None:
    """Control: variables, attributes, arguments, functions, keywords, imports and f-strings; not words in texts."""
    source = """
import made
from x import y as told
def found(one, *, other=1):
    'one other found'
    said.known = f(given=1)
    return f"{both} one"
class at: ...
try: ...
except E as _who: ...
"""
    assert set(pronouns(Counter(identifiers(source)))) == {
        "made", "told", "found", "one", "other", "said", "known", "given", "both", "at", "who",
    }  # fmt: skip


def test_a_folder_that_got_worse_or_better_is_seen() -> None:
    """Control: one pronoun more is worse, one less is better, a new folder may have none; lowering raises nothing."""
    before = {"read": share({"one": 10, "article": 90}), "gone": 2.0}
    assert before["read"] == 10.0
    now = {"read": share({"one": 11, "article": 89}), "new": 1.0}
    assert differences(now, before) == ({"read": 11.0, "new": 1.0}, {"gone": 0})
    assert differences({"read": 9.9, "gone": 2.0}, before) == ({}, {"read": 9.9})
    assert lowered(now, before) == {"read": 10.0}
    assert lowered({"read": 9.9, "new": 1.0}, before) == {"read": 9.9}
