"""The sample archive as it is published, for programs that read its data."""

from pathlib import Path

import pytest

from sitegen.build import BuildOptions, build_site


@pytest.fixture(scope="session")
def published(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site."""
    output = tmp_path_factory.mktemp("published") / "site"
    assert build_site(sample, output, BuildOptions(workers=1, search=False)).report
    return output


@pytest.fixture(scope="session")
def data(published: Path) -> Path:
    """Its folder of data."""
    return published / "data"
