"""The sample archive with its own words in Greek letters, so that any word of English on a page is the tool's."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.pipeline.build import BuildOptions, build_site

CONTENT = Path(__file__).resolve().parent.parent / "content"
GREEK = str.maketrans("abcdefghijklmnopqrstuvwxyz", "αβψδεφγηιξκλμνοπκρστθωςχυζ")
_KEPT_FIELDS = re.compile(
    r"(source|id|url|archived|published|updated|captured|language|story|base|translation_of|version_of|rights|withdrawn|"
    r"completeness|format|kind|home|country|not_with): ?"
)


def in_greek(text: str) -> str:
    """The text with Greek letters for Latin ones."""
    return text.lower().translate(GREEK)


def archive_in_greek(folder: Path) -> None:
    """The sample archive with the words of its articles, outlets and editor in Greek letters."""
    for path in sorted((CONTENT).rglob("*")):
        target = folder / path.relative_to(CONTENT)
        if path.is_file() and path.suffix in (".md", ".txt", ".html", ".toml"):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(rewritten(path.read_text("utf-8"), path.suffix), "utf-8")


def rewritten(text: str, suffix: str) -> str:
    """A file of the archive with Greek letters in what readers see."""
    if suffix == ".toml":
        return re.sub(
            r'(?m)^(title|description|notice) = "(.*)"$', lambda line: f'{line[1]} = "{in_greek(line[2])}"', text
        )
    if suffix == ".html":
        return re.sub(r">[^<]+<", lambda part: in_greek(part[0]), text)
    head, body = re.match(r"(?s)(---\n.*?\n---\n)?(.*)", text).groups()  # type: ignore[union-attr]
    lines = [
        line if _KEPT_FIELDS.match(line) or line == "---" else greek_value(line) for line in (head or "").split("\n")
    ]
    return "\n".join(lines) + in_greek(body)


def greek_value(line: str) -> str:
    """A line of front matter with its value in Greek letters."""
    name, colon, value = line.partition(":")
    return f"{name}{colon}{in_greek(value)}" if colon else in_greek(line)


def site_in_greek(language: str, folder: Path) -> Path:
    """The site of the archive with an interface in that language."""
    content = folder / "content"
    archive_in_greek(content)
    settings = content / "site.toml"
    text = re.sub(r"(?m)^language = .*\n", "", settings.read_text("utf-8"))
    settings.write_text(f'language = "{language}"\n{text}', "utf-8")
    result = build_site(content, folder / "site", BuildOptions(workers=1, search=True))
    assert result.report, result.diagnostics
    return folder / "site"


SiteInGreek = Callable[[str], Path]


@pytest.fixture(scope="session")
def site_in(tmp_path_factory: pytest.TempPathFactory) -> SiteInGreek:
    """The site of the archive by the language of its interface, each built once for all tests that ask for it."""
    built: dict[str, Path] = {}

    def site(language: str) -> Path:
        if language not in built:
            built[language] = site_in_greek(language, tmp_path_factory.mktemp(f"greek-{language}"))
        return built[language]

    return site
