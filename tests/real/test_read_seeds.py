"""The real seeds and public attack sets, where they are at hand: what is found in them, and that nothing escapes."""

import json
import lzma
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import html5lib  # type: ignore[import-untyped]
import pytest

from sitegen.config import Config
from sitegen.model import Article
from sitegen.read import Archive, read_archive, read_article
from sitegen.read.fields import ARTICLE, SOURCE, STORY

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the shared data folder is not beside this checkout")


@pytest.fixture(scope="module")
def archive() -> Archive:
    return read_archive(DATA / "seeds")[0]


@pytest.fixture(scope="module")
def expected() -> dict[str, Any]:
    return tomllib.loads((DATA / "seeds" / "expected.toml").read_text(encoding="utf-8"))


def by_number(archive: Archive) -> dict[str, Article]:
    return {article.id[:3]: article for article in archive.articles}


def furniture(article: Article) -> list[str]:
    return [block.text for block in article.blocks if block.furniture]


def test_no_mistake_is_found_in_raw_texts() -> None:
    """A folder of scraped texts needs no editing."""
    archive, problems = read_archive(DATA / "seeds")
    assert not problems
    assert len(archive.articles) == 5


def test_languages(archive: Archive, expected: dict[str, Any]) -> None:
    """Each seed's language is told from its text."""
    assert {article.id: article.language for article in archive.articles} == expected["languages"]


def test_metadata(archive: Archive, expected: dict[str, Any]) -> None:
    """Title, date, page, author and place are read from the page's own lines, and marked as inferred."""
    seeds = by_number(archive)
    for identifier, facts in expected["metadata"].items():
        article = seeds[identifier[:3]]
        assert article.title == facts["title"]
        assert article.author == facts.get("author", "")
        assert article.page == facts.get("page", "")
        assert article.editor == facts.get("editor", "")
        assert (article.published.iso if article.published else "") == facts.get("published", "")
        assert article.dateline == (facts.get("place") or facts["dateline"])
    assert seeds["001"].title.startswith("Like rats fleeing a sinking ship")
    assert seeds["001"].title.endswith("…")
    assert "title" in seeds["001"].inferred


def test_furniture(archive: Archive, expected: dict[str, Any]) -> None:
    """Every line a reader would set aside is set aside, and no line of the report is."""
    seeds = by_number(archive)
    for identifier, lines in expected["furniture"].items():
        assert set(lines) <= set(furniture(seeds[identifier[:3]]))
    assert furniture(seeds["000"]) == []
    for article in seeds.values():
        prose = [block for block in article.blocks if len(block.text) > 300 and "moderated" not in block.text]
        assert not any(block.furniture for block in prose)


def test_credits(archive: Archive, expected: dict[str, Any]) -> None:
    """Whom each seed names as its source is found, in the line it is told to stand in; articles do not matter."""
    seeds = by_number(archive)
    for identifier, names in expected["credits"].items():
        found = {credit.name.removeprefix("the ").removeprefix("The ") for credit in seeds[identifier[:3]].credits}
        assert {name.removeprefix("the ").removeprefix("The ") for name in names} <= found
        file = (DATA / "seeds" / seeds[identifier[:3]].path).read_text(encoding="utf-8").split("\n")
        for credit in seeds[identifier[:3]].credits:
            assert credit.name in file[credit.line - 1]
            assert not credit.declared
    assert seeds["003"].credits[0].confidence == "certain"
    assert seeds["003"].credits[0].name == expected["metadata"]["003_478985300681bf0c"]["credit_tag"]


def test_outlets(archive: Archive) -> None:
    """Each seed that names its own outlet is called by it; whom it credits is never taken for it."""
    outlets = {number: article.outlet for number, article in by_number(archive).items()}
    named = {number: (outlet.name, outlet.channel) for number, outlet in outlets.items() if outlet}
    assert named == {
        "001": ("SOFREP", "footer"),
        "002": ("آدار برس", "byline"),
        "003": ("Kurdistan 24", "dateline"),
        "004": ("Taipei Times", "footer"),
    }


def test_repairs(archive: Archive, expected: dict[str, Any]) -> None:
    """Each broken word is put right as a careful reader would, no other is touched, and both readings stay."""
    seeds = by_number(archive)
    keep = expected["repairs"]["keep"]
    for article in seeds.values():
        wanted = expected["repairs"].get(article.id, {})
        assert {one.was: one.became for one in article.repairs} == wanted
        file = (DATA / "seeds" / article.path).read_text(encoding="utf-8").split("\n")
        for one in article.repairs:
            assert file[one.line - 1].startswith(one.was, one.column - 1)
        for block in article.blocks:
            assert not block.original or block.original in file
            assert all(word in block.text for word in keep if word in block.original)
    broken = seeds["000"]
    assert [block.line for block in broken.blocks if block.original] == sorted({one.line for one in broken.repairs})
    assert not any(was in block.text.split() for block in broken.blocks for was in expected["repairs"][broken.id])


def yaml_cases() -> Iterator[str]:
    with lzma.open(DATA / "attacks" / "yaml-cases.json.xz", "rt", encoding="utf-8") as file:
        yield from json.load(file).values()


def test_yaml_suite_never_escapes() -> None:
    """Each file of the YAML test suite, and each document in it, as front matter: an article or a message."""
    count = 0
    for case in yaml_cases():
        documents = [case, *(part.replace("␣", " ") for part in case.split("yaml: |\n"))]
        for text in documents:
            for suffix in (".md", ".txt"):
                data = f"---\n{text.removeprefix('---')}\n---\nA text.\n".encode()
                article, problems = read_article("a" + suffix, "a" + suffix, data, Config())
                assert article or problems
                count += 1
    assert count > 1000


def test_naughty_strings_never_escape(tmp_path: Path) -> None:
    """Each naughty string in every field of an article, source and story, in the body, and as a file's name."""
    strings = json.loads((DATA / "attacks" / "naughty-strings.json").read_text(encoding="utf-8"))
    for number, text in enumerate(strings):
        for place, field in enumerate(ARTICLE):
            # Quoted in every second field, as it is in the others, and the other way round in the next string.
            value = json.dumps(text) if (number + place) % 2 else text
            front = f"---\n{field}: {value}\n---\nA text.\n\n{text}\n".encode("utf-8", "surrogatepass")
            article, problems = read_article("a.md", "a.md", front, Config())
            assert article or problems
    for number, text in enumerate(strings):
        for table, path in ((SOURCE, "sources/s{}.md"), (STORY, "stories/s{}/story.md")):
            lines = "".join(f"{field}: {json.dumps(text)}\n" for field in table)
            file = tmp_path / path.format(number)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(f"---\n{lines}---\n{text}\n".encode("utf-8", "surrogatepass"))
    archive, problems = read_archive(tmp_path)
    assert len(archive.sources) == len(strings)
    assert problems


def test_script_vectors_leave_nothing_active() -> None:
    """Each public script vector as Markdown: no active element, no handler, no foreign scheme in the markup."""
    with lzma.open(DATA / "attacks" / "xss-lines.txt.xz", "rt", encoding="utf-8", errors="replace") as file:
        vectors = [line.strip() for line in file if line.strip()]
    for start in range(0, len(vectors), 200):
        text = "\n\n".join(vectors[start : start + 200])
        article, _ = read_article("a.md", "a.md", f"A text.\n\n{text}\n".encode("utf-8", "replace"), Config())
        assert article is not None
        for block in article.blocks:
            assert not _active(block.html), block


def _active(markup: str) -> list[str]:
    """What a second parser finds in sanitised markup that is not of the allow-list."""
    found: list[str] = []
    for element in html5lib.parseFragment(markup, namespaceHTMLElements=False).iter():
        if not isinstance(element.tag, str) or element.tag == "DOCUMENT_FRAGMENT":
            continue
        if element.tag in (
            "script",
            "style",
            "img",
            "svg",
            "math",
            "iframe",
            "form",
            "input",
            "object",
            "embed",
            "base",
            "meta",
        ):
            found.append(element.tag)
        for name, value in element.attrib.items():
            allowed = name in ("rel", "start") or (
                name == "href" and value.lower().startswith(("http:", "https:", "mailto:"))
            )
            if not allowed:
                found.append(f"{name}={value}")
    return found


def test_the_check_of_activity_can_fail() -> None:
    """The control: raw vectors are active."""
    assert _active("<img src=x onerror=alert(1)>")
    assert _active('<a href="javascript:x">x</a>')
