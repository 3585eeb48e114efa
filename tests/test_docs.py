"""The documentation says what the code does, both ways: nothing undocumented, nothing documented that is not there."""

import ast
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import get_args

import click
import pytest
from babel import Locale
from click.testing import CliRunner

from sitegen.changes.kinds import KINDS
from sitegen.changes.lexicons import MODULES
from sitegen.cli import main
from sitegen.config import Appearance, CitedArchive, Comparing, Config, Grouping, Limits, SharedPages
from sitegen.formats.registry import SUFFIXES
from sitegen.model import (
    CONSEQUENTIAL,
    STYLE,
    ChangeKind,
    Completeness,
    RelationOfCopies,
    RelationOfRow,
    RepairKind,
    Rights,
    Role,
    SourceKind,
    Verdict,
)
from sitegen.read.fields import ARTICLE, PAGE, SOURCE, STORY
from tests.formats import samples
from tests.formats.test_exports import uni

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PACKAGE = ROOT / "sitegen"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
CONTENT = (DOCS / "content.md").read_text("utf-8")
CLI = (DOCS / "cli.md").read_text("utf-8")
ARCHITECTURE = (DOCS / "architecture.md").read_text("utf-8")


def section(text: str, heading: str) -> str:
    """What stands below a heading, up to the next one of its level or above."""
    level = heading.partition(" ")[0]
    found = re.search(rf"^{re.escape(heading)}$(.*?)(?=^#{{1,{len(level)}}} |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, f"there is no heading `{heading}`"
    return found[1]


def own(text: str) -> str:
    """A section without the sections below it."""
    return re.split(r"^#", text, maxsplit=1, flags=re.MULTILINE)[0]


def table(text: str) -> list[list[str]]:
    """The cells of the rows of the tables in a text, header rows left out."""
    rows = [line.strip().strip("|").split(" | ") for line in text.splitlines() if line.startswith("| ")]
    cells = [[cell.strip() for cell in row] for row in rows]
    return [row for row in cells if row[0].startswith("`")]


def names(text: str) -> list[str]:
    """What stands in backticks in the first column."""
    return [name for row in table(text) for name in re.findall(r"`([^`]+)`", row[0])]


# Content


@pytest.mark.parametrize(
    ("heading", "known"),
    [
        ("## Article fields", ARTICLE),
        ("## Source fields", SOURCE),
        ("## Page fields", PAGE),
        ("## Story fields", STORY),
    ],
)
def test_the_fields_of_front_matter_are_documented(heading: str, known: dict[str, object]) -> None:
    """Every field of an article, source and story has its line in docs/content.md, and no other has."""
    assert names(section(CONTENT, heading)) == list(known)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("## Settings", Config),
        ("### `[limits]`", Limits),
        ("### `[grouping]`", Grouping),
        ("### `[comparing]`", Comparing),
        ("### `[look]`", Appearance),
        ("### `[citation]`", CitedArchive),
        ("### `[sharing]`", SharedPages),
    ],
)
def test_the_settings_are_documented_with_their_defaults(heading: str, kind: type) -> None:
    """Every setting of site.toml stands in docs/content.md with the default it really has, and no other does."""
    documented = {
        row[0].strip("`"): tomllib.loads(f"value = {row[1].strip('`')}")["value"]
        for row in table(own(section(CONTENT, heading)))
    }
    made = kind()
    defaults = {one.name: getattr(made, one.name) for one in fields(kind)}
    tables = {
        name: value
        for name, value in defaults.items()
        if isinstance(value, Limits | Grouping | Comparing | CitedArchive | Appearance | SharedPages)
    }
    real = {name: list(value) if isinstance(value, tuple) else value for name, value in defaults.items()}
    assert documented == {name: value for name, value in real.items() if name not in tables}
    assert all(f"### `[{name}]`" in CONTENT for name in tables)


@pytest.mark.parametrize(
    ("heading", "known"),
    [
        ("## Kinds of change", get_args(ChangeKind)),
        ("## Relations of copies", get_args(RelationOfCopies)),
        ("## Relations of rows", get_args(RelationOfRow)),
        ("## Repairs", get_args(RepairKind)),
    ],
)
def test_the_words_of_a_comparison_are_documented(heading: str, known: tuple[str, ...]) -> None:
    """Every kind of change and every relation has its rule in docs/content.md, and no other has."""
    rows = table(section(CONTENT, heading))
    assert sorted(row[0].strip("`") for row in rows) == sorted(known)
    assert all(row[1] for row in rows)


def test_the_table_of_kinds_is_that_of_the_registry() -> None:
    """The table marks the kinds of each class as the registry does, the consequential ones first and in their order."""
    rows = table(section(CONTENT, "## Kinds of change"))
    marks = {"consequential": "*Consequential.*", "style": "*Style.*"}
    held = {row[0].strip("`"): next((group for group, mark in marks.items() if mark in row[1]), "") for row in rows}
    assert held == {kind.name: kind.group if kind.group in marks else "" for kind in KINDS}
    assert list(held)[: len(CONSEQUENTIAL)] == list(CONSEQUENTIAL)
    assert {name for name, group in held.items() if group == "style"} == set(STYLE)


def test_kinds_and_verdicts_are_those_of_the_schema() -> None:
    """The schema lists every kind and every verdict, and docs/content.md has a line for each verdict."""
    schema = json.loads((DOCS / "schema" / "comparison.schema.json").read_text("utf-8"))
    properties = schema["$defs"]["change"]["properties"]
    assert properties["kind"]["enum"] == list(get_args(ChangeKind))
    assert properties["verdict"]["enum"] == list(get_args(Verdict))
    lines = re.findall("^- ((?:`[a-z-]+`(?:, )?)+):", section(CONTENT, "## Kinds of change"), re.MULTILINE)
    assert sorted(re.findall("`([^`]+)`", " ".join(lines))) == sorted(get_args(Verdict))


def test_choices_are_documented() -> None:
    """The words that a field with a choice may hold stand beside it."""
    articles = {row[0].strip("`"): row[1] for row in table(section(CONTENT, "## Article fields"))}
    sources = {row[0].strip("`"): row[1] for row in table(section(CONTENT, "## Source fields"))}
    assert set(re.findall("`([^`]+)`", articles["rights"])) == set(get_args(Rights))
    assert set(re.findall("`([^`]+)`", articles["completeness"])) == set(get_args(Completeness))
    assert set(re.findall("`([^`]+)`", sources["kind"])) == set(get_args(SourceKind))
    assert set(re.findall("^- `([^`]+)`", section(CONTENT, "## Rights"), re.MULTILINE)) == set(get_args(Rights))


def test_formats_are_documented() -> None:
    """Every suffix that `sitegen add` reads stands in the table of formats, and no other."""
    rows = [row[0] for row in table(section(CONTENT, "### Imported articles")) if row[0].startswith("`.")]
    assert sorted(name for row in rows for name in re.findall("`([^`]+)`", row)) == sorted(SUFFIXES)


def test_roles_are_documented() -> None:
    """Each role of a block has its line, but for the paragraph, which is what stays; the schema has them all."""
    rows = [name for row in table(section(CONTENT, "## Roles of blocks")) for name in re.findall("`([^`]+)`", row[0])]
    assert sorted([*rows, "paragraph"]) == sorted(get_args(Role))
    schema = json.loads((DOCS / "schema" / "comparison.schema.json").read_text("utf-8"))
    assert schema["$defs"]["block"]["properties"]["role"]["enum"] == list(get_args(Role))


MAKERS = {"error": "error", "warning": "warning", "error_at": "error", "warning_at": "warning", "Diagnostic": ""}
REFUSALS = {"RefusedValue", "Refused", "_Refused", "RefusedYaml", "_refused"}
"""What makes a diagnostic, and what carries the code of one on its way to become an error."""


def codes(source: str) -> Iterator[tuple[str, str]]:
    """Each code that a module gives a diagnostic, with its severity."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            given = [*node.args, *(one.value for one in node.keywords if one.arg == "code")]
            texts = [one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            if texts and (called in MAKERS or called in REFUSALS):
                yield texts[0], MAKERS.get(called, "error")


def test_every_diagnostic_is_documented() -> None:
    """Every code that the code can give stands in docs/content.md with its severity, and no other stands there."""
    real = {one for path in PACKAGE.rglob("*.py") for one in codes(path.read_text("utf-8"))}
    assert all(re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", code) for code, _ in real)
    rows = table(section(CONTENT, "## Diagnostics"))
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)
    assert {(row[0].strip("`"), row[1]) for row in rows} == real


def test_codes_are_found_in_every_form() -> None:
    """Control: the search for codes sees each way in which the package gives one."""
    source = 'error("a", m)\nfile.warning("b", m)\nerror_at(file, mark, "c", m)\nraise RefusedValue("d", m)\nprint("e")'
    assert set(codes(source)) == {("a", "error"), ("b", "warning"), ("c", "error"), ("d", "error")}


# The theme


def test_blocks_and_tokens_are_documented() -> None:
    """docs/theme.md lists the blocks of base.html and the tokens of the style sheet, and no others."""
    theme = (DOCS / "theme.md").read_text("utf-8")
    base = (ROOT / "templates" / "base.html").read_text("utf-8")
    assert names(section(theme, "## Blocks")) == list(dict.fromkeys(re.findall(r"{% block (\w+) %}", base)))
    tokens = (ROOT / "templates" / "assets" / "css" / "10-tokens.css").read_text("utf-8")
    assert names(section(theme, "## Tokens")) == list(dict.fromkeys(re.findall(r"(--[\w-]+):", tokens)))


# Command line


def options(command: click.Command) -> list[str]:
    """The options of a command as they are written, without `--help`."""
    made = [one for one in command.params if isinstance(one, click.Option)]
    return [text for one in made for text in (*one.opts, *one.secondary_opts)]


COMMANDS: dict[str, click.Command] = main.commands  # type: ignore[attr-defined]


def test_every_command_is_documented() -> None:
    """Every command has its section in docs/cli.md and its line in the README, and no other has."""
    assert set(re.findall(r"^## `sitegen (\S+)`$", CLI, re.MULTILINE)) == set(COMMANDS)
    readme = (ROOT / "README.md").read_text("utf-8")
    assert {name.split()[1] for name in names(section(readme, "## Commands"))} == set(COMMANDS)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_option_is_documented(name: str) -> None:
    """Every option stands in its command's table, and the section mentions no option that the command lacks."""
    text = section(CLI, f"## `sitegen {name}`")
    assert names(text) == [*options(COMMANDS[name])]
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text)) <= {*options(COMMANDS[name]), "--help"}
    assert re.search(rf"^\$ sitegen {name} ", text, re.MULTILINE), "an example"


def test_every_option_that_is_mentioned_anywhere_exists() -> None:
    """No page names an option that no command has."""
    known = {text for command in COMMANDS.values() for text in options(command)} | {"--version", "--help"}
    for page in PAGES:
        for line in page.read_text("utf-8").splitlines():
            for command, rest in re.findall(r"sitegen (\w+)([^`\n]*)", line):
                if command in COMMANDS:
                    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", rest)) <= known, f"{page.name}: {line}"


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_help_has_an_example_and_exit_codes(name: str) -> None:
    """The help of a command says what it does, shows an example and its exit codes."""
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0
    assert re.search(rf"Example:\s+sitegen {name} ", result.stdout)
    assert re.search(r"Exit codes?: 0", result.stdout)


# Architecture


def modules() -> list[str]:
    """Every module of the package by its path, without empty ones."""
    return sorted(
        path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py") if path.read_text("utf-8").strip()
    )


def test_the_code_map_names_every_module() -> None:
    """docs/architecture.md has one line for each module, and none for a module that is not there."""
    assert sorted(names(section(ARCHITECTURE, "## Code map"))) == modules()


ABSENT: tuple[tuple[str, str, str], ...] = (
    (r"(compare|changes|group|align|text|views|render)/|story\.py|model\.py|config\.py|diagnostics\.py", "os", "disk"),
    (
        r"(compare|changes|group|align|text|views|render)/|story\.py|model\.py|config\.py|diagnostics\.py",
        "pathlib",
        "disk",
    ),
    (
        r"(compare|changes|group|align|text|views|render)/|story\.py|model\.py|config\.py|diagnostics\.py",
        "open(",
        "disk",
    ),
    (r"(compare|changes|group|align|text|views|render|read)/|story\.py|reuse\.py|model\.py", "time", "clock"),
    (r"(compare|changes|group|align|text|views|render|read)/|story\.py|reuse\.py|model\.py", "random", "chance"),
    (r"(compare|changes|group|align|text|views|render|read)/|story\.py|reuse\.py|model\.py", "secrets", "chance"),
    (r"(compare|changes|group|align|text|views|render|read)/|story\.py|reuse\.py|model\.py", ".now(", "clock"),
    (r"(compare|changes|group|align|text|views|render|read)/|story\.py|reuse\.py|model\.py", ".today(", "clock"),
    (r"(compare|changes|group|align|text|views|render|read)/|story\.py|reuse\.py|model\.py", "hash(", "hash order"),
    (r"(?!cli/)", "print(", "the console"),
    (r"(?!cli/)", "click", "the console"),
    (r"(?!serve/(handler|server)\.py|publish/over_http\.py)", "http", "the network"),
    (r"(?!serve/server\.py|engine/cluster\.py)", "socket", "the network"),
    (r"(?!cli/fetching\.py)", "httpx", "the network"),
    (r"", "requests", "the network"),
    (r"(?!publish/destination\.py)", "fsspec", "the network"),
    (r"", "urllib.request", "the network"),
    (r"", "pickle", "code from a cache"),
    (r"", "marshal", "code from a cache"),
    (r"", "eval(", "code from a text"),
    (r"", "exec(", "code from a text"),
    (r"", "subprocess", "other programs"),
    (r"(?!read/(frontmatter|yamlfields)\.py)", "yaml", "YAML"),
    (r"(?!read/sanitise\.py)", "nh3", "the sanitiser"),
    (r"(?!render/environment\.py)", "markupsafe", "trusted markup"),
)
"""Modules, and what they must not import (or, with a bracket, call). The invariants of docs/architecture.md."""


def used(source: str) -> set[str]:
    """What a module imports, and with a bracket what it calls."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {name for one in node.names for name in (one.name, one.name.partition(".")[0])}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, node.module.partition(".")[0]}
        elif isinstance(node, ast.Call):
            called = node.func
            found.add(f".{called.attr}(" if isinstance(called, ast.Attribute) else f"{getattr(called, 'id', '')}(")
    return found


@pytest.mark.parametrize(("where", "absent", "what"), ABSENT)
def test_what_is_said_to_be_absent_is_absent(where: str, absent: str, what: str) -> None:
    """Comparing, grouping, laying out and rendering touch no disk, read no clock and draw no lots; and the others."""
    held = {path: used((PACKAGE / path).read_text("utf-8")) for path in modules() if re.match(where, path)}
    assert held
    assert [path for path, uses in held.items() if absent in uses] == [], what


def test_what_is_used_is_seen() -> None:
    """Control: imports of each form and calls of names and methods are found."""
    source = "import os.path\nfrom pathlib import Path\nopen('x')\ndatetime.now()"
    assert used(source) == {"os.path", "os", "pathlib", "open(", ".now("}


def test_files_that_the_architecture_names_exist() -> None:
    """A test, a folder or a contract that is said to keep an invariant is there."""
    for name in re.findall(r"`((?:tests|docs|templates|benchmarks|\.ci)/[^`*<>]*)`", ARCHITECTURE):
        assert (ROOT / name.partition("::")[0]).exists(), name
        path, _, function = name.partition("::")
        assert not function or f"def {function}(" in (ROOT / path).read_text("utf-8"), name
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    assert all(f"“{one['name']}”" in ARCHITECTURE for one in contracts)


# Tricky cases


CASES = re.compile(
    r"^## (?P<title>\d+\. .+?)$.*?```text\n(?P<before>.*?)\n```.*?```text\n(?P<after>.*?)\n```"
    r".*?```console\n(?P<shown>.*?)\n```",
    re.MULTILINE | re.DOTALL,
)
TRICKY = DOCS / "tricky-cases.md"


@pytest.mark.parametrize(
    "case", [pytest.param(one, id=one["title"]) for one in CASES.finditer(TRICKY.read_text("utf-8"))]
)
def test_a_tricky_case_is_shown_as_documented(case: re.Match[str], tmp_path: Path) -> None:
    """`sitegen compare` shows each case as docs/tricky-cases.md says; REFRESH_DOCS=1 writes what it shows now."""
    paths = [tmp_path / "before.txt", tmp_path / "after.txt"]
    for path, text in zip(paths, (case["before"], case["after"]), strict=True):
        path.write_text(text + "\n", encoding="utf-8")
    arguments = ["compare", *map(str, paths), "--inline", "--width", "100"]
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    shown = "\n".join(line.rstrip() for line in result.stdout.splitlines())
    shown = shown[shown.index("── ") :]
    if os.environ.get("REFRESH_DOCS"):
        TRICKY.write_text(TRICKY.read_text("utf-8").replace(case["shown"], shown), encoding="utf-8")
    else:
        assert shown == case["shown"]


def test_there_are_tricky_cases() -> None:
    """Control: the cases of the page are found, each with its two texts."""
    found = list(CASES.finditer(TRICKY.read_text("utf-8")))
    assert len(found) == len(re.findall("^## ", TRICKY.read_text("utf-8"), re.MULTILINE)) >= 25
    assert all(one["before"] != one["after"] for one in found)


# Every page


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link of a page, anchors included, leads to a file or heading that is there; images have words."""
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.DOTALL)
    for words, target in re.findall(r"!?\[([^\]]*)\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        found = (page.parent / path).resolve() if path else page
        assert found.exists(), f"{page.name}: {target}"
        assert not anchor or anchor in anchors(found), f"{page.name}: {target}"
        assert words.strip(), f"{page.name}: {target} has no words"


REGISTRIES = tuple(
    ".".join(one)
    for one in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("anaconda", "org"),
        ("crates", "io"),
    )
)
MACHINE = re.compile(r"(?<![\w.~/-])/(?:work|home|root|Users|tmp|mnt|opt/venv)/[\w.-]+")


def tracked() -> list[Path]:
    """The files that are in the repository or about to be."""
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    made = subprocess.run(listed, cwd=ROOT, capture_output=True, check=True)
    return [ROOT / one for one in made.stdout.decode().split("\0") if one and (ROOT / one).is_file()]


def stray(text: str) -> list[str]:
    """Hosts of package registries and paths of a machine in a text."""
    return [*(one for one in REGISTRIES if one in text), *MACHINE.findall(text)]


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a checkout, so nothing is tracked")
def test_no_file_names_a_registry_or_a_path_of_a_machine() -> None:
    """What is checked in works anywhere: it names no package registry and no folder of one machine."""
    found = {}
    for path in tracked():
        if path.suffix in (".png", ".xz", ".gz"):
            continue
        strays = stray(path.read_text("utf-8", errors="replace"))
        if strays:
            found[path.relative_to(ROOT).as_posix()] = strays
    assert found == {}


def test_strays_are_seen() -> None:
    """Control: a registry's host and a path of a machine are found, an address and a path in the archive are not."""
    assert stray(f"https://{REGISTRIES[0]}/simple") == [REGISTRIES[0]]
    assert stray("see /home" + "/ada/archive") == ["/home" + "/ada"]
    assert stray("https://example.org/home/ada and stories/tmp/x and public/data/x.json") == []


def test_the_changelog_knows_this_version() -> None:
    """CHANGELOG.md has a section for the version of the package."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert re.search(rf"^## \[{re.escape(version)}\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    shown = subprocess.run([sys.executable, "-m", "sitegen", "--version"], capture_output=True, text=True, check=True)
    assert version in shown.stdout


def test_the_quick_start_works(tmp_path: Path) -> None:
    """The commands of the README's quick start, after the two `make` targets, do what it says."""
    start = section((ROOT / "README.md").read_text("utf-8"), "## Quick start")
    commands = re.findall(r"^\.venv/bin/sitegen (.+)$", start, re.MULTILINE)
    assert [one.split()[0] for one in commands] == ["new", "build", "serve"]
    targets = set(re.findall(r"^make (\w+)", start, re.MULTILINE))
    assert targets == {"site", "test"}
    assert targets <= set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    (tmp_path / "saved-pages").mkdir()
    (tmp_path / "saved-pages/a.html").write_text(samples.page(), encoding="utf-8")
    for command in commands[:2]:
        run = [sys.executable, "-m", "sitegen", *command.split()]
        made = subprocess.run(run, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert (made.returncode, made.stderr) == (0, "")
    assert (tmp_path / "public" / "index.html").is_file()


def test_the_tutorial_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of its commands does what it says, from the files that it names."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "export.docx").write_bytes(
        samples.docx(*uni("Bridge stuck", "Skarv Herald"), *uni("Bridge", "Tern Post"))
    )
    (tmp_path / "saved-pages").mkdir()
    for number in range(5):
        (tmp_path / "saved-pages" / f"{number}.html").write_text(
            samples.page(before=f"<!-- {number} -->"), encoding="utf-8"
        )
    commands = re.findall(r"^sitegen (.+)$", (DOCS / "tutorial.md").read_text("utf-8"), re.MULTILINE)
    assert [command.split()[0] for command in commands] == ["new", "sources", "check", "group", "build", "publish"]
    for command in commands:
        made = CliRunner().invoke(main, command.split(), catch_exceptions=False)
        assert made.exit_code == 0, made.output
    assert (tmp_path / "www/index.html").is_file()


def test_the_example_of_a_build_shows_what_is_built(tmp_path: Path) -> None:
    """The counts in docs/cli.md are those of the sample archive; REFRESH_DOCS=1 writes what they are now."""
    arguments = ["build", str(ROOT / "content"), "--output", str(tmp_path / "public"), "--no-cache"]
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    shown = result.stdout.replace(str(tmp_path / "public"), "public")
    example = re.search(r"^\$ sitegen build content --output public .*\n((?:.+\n)+?)```", CLI, re.MULTILINE)
    assert example
    if os.environ.get("REFRESH_DOCS"):
        (DOCS / "cli.md").write_text(CLI.replace(example[1], shown), encoding="utf-8")
    else:
        assert shown == example[1]


def test_the_limitations_name_the_languages_that_are_known() -> None:
    """The README says in which languages kinds of change are recognised; each has a lexicon."""
    line = next(
        line
        for line in (ROOT / "README.md").read_text("utf-8").splitlines()
        if "negations and hedges are recognised in" in line
    )
    names = {str(Locale(code).get_display_name("en")) for code in MODULES}
    assert set(re.findall(r"\b[A-Z][a-z]+\b", line.partition("recognised in")[2])) == names
