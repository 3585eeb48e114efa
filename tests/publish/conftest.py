"""Small sites to publish, and a way to look at a folder whole."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from sitegen.model import File
from sitegen.publish import Published, open_generation

Build = Callable[..., Published]
Tree = Callable[[Path], dict[str, bytes]]


@pytest.fixture
def build() -> Build:
    def run(output: Path, pages: Mapping[str, str], **settings: object) -> Published:
        with open_generation(output) as generation:
            for path, text in pages.items():
                generation.add(File(path, text.encode()))
            return generation.publish(settings)

    return run


@pytest.fixture
def tree() -> Tree:
    def read(folder: Path) -> dict[str, bytes]:
        return {
            str(one.relative_to(folder)): b"-> " + bytes(one.readlink()) if one.is_symlink() else one.read_bytes()
            for one in folder.rglob("*")
            if one.is_symlink() or one.is_file()
        }

    return read
