"""One home for a kind: the registry, and whatever else names the kinds, are one list."""

import filecmp
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner

from sitegen.changes.kinds import BY_NAME, KINDS
from sitegen.changes.kinds.kind import Group
from sitegen.cli import main
from sitegen.model import CONSEQUENTIAL, STYLE, ChangeKind, Verdict
from sitegen.render.environment import make_environment
from tests.conftest import REPOSITORY

NAMES = get_args(ChangeKind)
PLACES = ("move", "split", "merge")


def test_the_registry_is_the_models_list() -> None:
    """Every kind of the model has one home, and every home is of a kind of the model."""
    assert sorted(kind.name for kind in KINDS) == sorted(NAMES)
    assert list(BY_NAME.values()) == list(KINDS)


def test_each_kind_has_a_module_of_its_name() -> None:
    """What is to be known of a kind stands in kinds/<kind>.py, and nothing else stands there."""
    modules = {path.stem for path in (REPOSITORY / "sitegen/changes/kinds").glob("*.py")}
    assert modules == {*NAMES, "__init__", "kind"}


@pytest.mark.parametrize(("group", "names"), [("consequential", CONSEQUENTIAL), ("style", STYLE)])
def test_the_groups_of_the_model_are_those_of_the_kinds(group: str, names: tuple[str, ...]) -> None:
    """What changes what the reader is told, and what changes the looks alone."""
    assert sorted(names) == sorted(kind.name for kind in KINDS if kind.group == group)


def test_each_kind_is_complete() -> None:
    """A group, a noun for one and for many, a label, what it means in a sentence, and what is said of it."""
    for kind in KINDS:
        assert kind.group in get_args(Group)
        assert all(noun.startswith("{count} ") for noun in kind.noun)
        assert kind.label.islower(), kind.name
        assert kind.meaning[0].isupper(), kind.name
        assert kind.meaning.endswith("."), kind.name
        if kind.name not in (*PLACES, "typography"):
            assert kind.sentences, kind.name
        for sentence in kind.sentences.values():
            assert set(re.findall(r"\{(\w+)\}", sentence)) <= {"left", "right", "text"}, sentence
            assert sentence.endswith((".", ":")), sentence


def test_no_two_kinds_are_called_the_same() -> None:
    """Labels and nouns tell kinds apart."""
    for names in ([kind.label for kind in KINDS], [kind.noun for kind in KINDS], [kind.meaning for kind in KINDS]):
        assert len(set(names)) == len(KINDS)


def documented() -> Iterator[tuple[str, str]]:
    """The kinds and rules of the table in docs/content.md."""
    section = (REPOSITORY / "docs/content.md").read_text("utf-8").partition("## Kinds of change")[2]
    yield from re.findall(r"^\| `(\w+)` \| (.*?) \|", section.partition("\n## ")[0], re.MULTILINE)


def test_the_table_of_the_documentation_is_the_registry() -> None:
    """Each kind once, the most telling first, and its group said as the registry has it."""
    rows = list(documented())
    names = [name for name, _ in rows]
    assert names[: len(CONSEQUENTIAL)] == list(CONSEQUENTIAL)
    assert sorted(names) == sorted(NAMES)
    for name, rule in rows:
        group = BY_NAME[name].group  # type: ignore[index]
        assert rule.startswith("*Consequential.* ") == (group == "consequential"), name
        assert rule.startswith("*Style.* ") == (group == "style"), name


def test_the_documentation_names_the_verdicts() -> None:
    """All that can become of what differs."""
    section = (REPOSITORY / "docs/content.md").read_text("utf-8").partition("## Kinds of change")[2]
    verdicts = section.partition("**Verdicts**")[2].partition("\n**")[0]
    heads = [line.partition(":")[0] for line in verdicts.splitlines() if line.startswith("- ")]
    assert sorted(re.findall(r"`([\w-]+)`", " ".join(heads))) == sorted(get_args(Verdict))


def enums(value: object) -> Iterator[list[str]]:
    """All closed lists of a schema."""
    if isinstance(value, dict):
        if isinstance(value.get("enum"), list):
            yield value["enum"]
        for child in value.values():
            yield from enums(child)
    elif isinstance(value, list):
        for child in value:
            yield from enums(child)


def test_the_schemas_have_the_kinds_and_verdicts() -> None:
    """A reader of a comparison's file knows all kinds there can be, and no other."""
    schemas = [json.loads(path.read_text("utf-8")) for path in sorted((REPOSITORY / "docs/schema").glob("*.json"))]
    lists = [found for schema in schemas for found in enums(schema)]
    kinds = [found for found in lists if "wording" in found and "typography" in found]
    verdicts = [found for found in lists if "same-value" in found]
    assert kinds
    assert verdicts
    assert all(set(found) == set(NAMES) for found in kinds)
    # A fact of several copies has those verdicts that values have.
    assert all(set(found) <= set(get_args(Verdict)) for found in verdicts)
    assert set(get_args(Verdict)) in [set(found) for found in verdicts]


def test_the_theme_has_a_class_for_each_kind() -> None:
    """The templates' classes are made of the registry; every class of a kind in the theme's files is a kind's."""
    classes = make_environment({}).globals["kind_classes"]
    assert set(classes) == set(NAMES)
    for name, written in classes.items():
        assert written.split()[0] == f"k-{name}"
        assert ("matters" in written) == (name in CONSEQUENTIAL)
        assert ("quiet" in written) == (name in STYLE)
    written = "".join(path.read_text("utf-8") for path in sorted((REPOSITORY / "templates").rglob("*.*ss")))
    written += "".join(path.read_text("utf-8") for path in sorted((REPOSITORY / "templates").glob("*.html")))
    assert set(re.findall(r"\bk-([a-z]+)\b", written)) <= set(NAMES)
    assert all(f"#hide-{name}:checked) .k-{name}" in written for name in STYLE), "each kind of style can be hidden"


def test_every_kind_can_be_ignored(tmp_path: Path) -> None:
    """`--ignore` knows each kind by its name, and no other word."""
    for name, text in (("a", "The pump failed at noon."), ("b", "The pump failed at noon.")):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    pair = (str(tmp_path / "a.txt"), str(tmp_path / "b.txt"))
    for name in NAMES:
        assert CliRunner().invoke(main, ["compare", *pair, "--ignore", name]).exit_code == 0, name
    wrong = CliRunner().invoke(main, ["compare", *pair, "--ignore", "xyzzy"])
    assert wrong.exit_code == 2
    assert all(name in wrong.output for name in NAMES)


# A kind more

NEW_KIND = '''"""Emphasis: `alas` comes or goes."""

from collections.abc import Iterator

from sitegen.changes.finding import Finding
from sitegen.changes.kinds.kind import Kind
from sitegen.changes.rowedits import SentencePair
from sitegen.text.catalogues import marked


def find(pair: SentencePair) -> Iterator[Finding]:
    """Each `alas` that one text alone has."""
    for edit in pair.edits:
        for side, text in enumerate((pair.left, pair.right)):
            for token in pair.free_in(edit)[side]:
                if text.keys[token] == "alas":
                    spans = [(edit.left[0], edit.left[0]), (edit.right[0], edit.right[0])]
                    spans[side] = (token, token + 1)
                    verdict = "given" if side else "withheld"
                    yield pair.take(Finding(kind="emphasis", verdict=verdict, left=spans[0], right=spans[1]))


KIND = Kind(
    name="emphasis",
    tag=marked("emphasis"),
    group="words",
    noun=(marked("{count} emphasis"), marked("{count} emphases")),
    label=marked("emphasis"),
    meaning="A word that stresses another comes or goes.",
    sentences={"given": marked("{text} stresses it now."), "withheld": marked("{text} stresses it no more.")},
    find=find,
)
'''
USED = """
import json, sys
from sitegen.changes.kinds import BY_NAME
from sitegen.cli.compare import _KINDS
from sitegen.comparing import compare_articles
from sitegen.config import Comparing
from sitegen.render.environment import make_environment
from sitegen.text.catalogues import ENGLISH
from sitegen.model import Article, Block
texts = ("Once alas the old pump failed at the quay.", "Once the old pump failed at the quay.")
blocks = [(Block(id="b1", role="paragraph", text=text, line=1),) for text in texts]
pair = [
    Article(id=name, path=name, title=name, language="en", digest="", size=1, blocks=some)
    for name, some in zip("ab", blocks)
]
found = [compare_articles(*pair, Comparing()), compare_articles(*reversed(pair), Comparing())]
print(json.dumps({
    "told": [(one.kind, one.verdict, one.sentence) for each in found for one in each.changes],
    "ignored": "emphasis" in _KINDS,
    "class": make_environment({}).globals["kind_classes"]["emphasis"],
    "noun": ENGLISH.ngettext(*BY_NAME["emphasis"].noun, 2),
}))
"""


def copied(source: Path, target: Path) -> Path:
    """A copy of the package that can be changed."""
    shutil.copytree(source / "sitegen", target / "sitegen", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(source / "templates", target / "templates")
    return target


def changed_files(original: Path, changed: Path) -> list[str]:
    """Files below a folder that are not as they were, or new."""
    return sorted(
        str(path.relative_to(changed))
        for path in changed.rglob("*.py")
        if "__pycache__" not in path.parts
        and not (
            (original / path.relative_to(changed)).is_file()
            and filecmp.cmp(path, original / path.relative_to(changed), shallow=False)
        )
    )


def with_a_kind_more(folder: Path) -> None:
    """Adds a kind: its name in the model, its module, and its line in the registry."""
    model = folder / "sitegen/model/comparison.py"
    model.write_text(
        model.read_text("utf-8").replace('    "wording",\n]', '    "wording",\n    "emphasis",\n]', 1), "utf-8"
    )
    (folder / "sitegen/changes/kinds/emphasis.py").write_text(NEW_KIND, "utf-8")
    registry = folder / "sitegen/changes/kinds/__init__.py"
    text = registry.read_text("utf-8")
    text = text.replace(
        "from sitegen.changes.kinds.figure",
        "from sitegen.changes.kinds.emphasis import KIND as EMPHASIS\nfrom sitegen.changes.kinds.figure",
        1,
    )
    registry.write_text(text.replace(" HEDGE,", " HEDGE, EMPHASIS,", 1), "utf-8")


def test_a_kind_is_added_in_three_files(tmp_path: Path) -> None:
    """Its finder, its sentences, its class, its noun and `--ignore` work from its name, its module and its line."""
    folder = copied(REPOSITORY, tmp_path)
    assert changed_files(REPOSITORY / "sitegen", folder / "sitegen") == []
    with_a_kind_more(folder)
    assert changed_files(REPOSITORY / "sitegen", folder / "sitegen") == [
        "changes/kinds/__init__.py",
        "changes/kinds/emphasis.py",
        "model/comparison.py",
    ]
    done = subprocess.run(
        [sys.executable, "-c", USED],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "told": [
            ["emphasis", "withheld", "“alas” stresses it no more."],
            ["emphasis", "given", "“alas” stresses it now."],
        ],
        "ignored": True,
        "class": "k-emphasis",
        "noun": "2 emphases",
    }
