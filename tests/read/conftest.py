"""Ways to read one article and one folder in a line."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from sitegen.config import Config
from sitegen.diagnostics import Diagnostic
from sitegen.model import Article
from sitegen.read import Archive, read_archive, read_article

Read = Callable[..., Article]
Problems = Callable[..., list[str]]
Folder = Callable[..., tuple[Archive, tuple[Diagnostic, ...]]]


@pytest.fixture
def read() -> Read:
    """The article in a text, which must be readable without a word."""

    def run(text: str | bytes, path: str = "a.txt", config: Config | None = None) -> Article:
        data = text.encode() if isinstance(text, str) else text
        article, problems = read_article(path, path, data, config or Config())
        assert not problems
        assert article is not None
        return article

    return run


@pytest.fixture
def problems() -> Problems:
    """The codes of what is wrong with a text."""

    def run(text: str | bytes, path: str = "a.md", config: Config | None = None) -> list[str]:
        data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
        return [one.code for one in read_article(path, path, data, config or Config())[1]]

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """The archive in a folder of these files."""

    def run(files: Mapping[str, str | bytes]) -> tuple[Archive, tuple[Diagnostic, ...]]:
        for name, text in files.items():
            path = tmp_path / "content" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode() if isinstance(text, str) else text)
        return read_archive(tmp_path / "content")

    return run
