"""The sample archive, built once for all that is said of it."""

from pathlib import Path

import pytest

from sitegen.pipeline.build import BuildOptions, build_site
from tests.conftest import REPOSITORY


@pytest.fixture(scope="package")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("sample") / "site"
    result = build_site(REPOSITORY / "content", output, BuildOptions(workers=1, search=False))
    assert result.report is not None, result.diagnostics
    return output
