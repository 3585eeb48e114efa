"""The seed of the run for every test of the folder."""

import pytest

from tests.adversary.seed import seed_of_run


@pytest.fixture(scope="session")
def seed() -> int:
    """New in each run, and printed at its head; SITEGEN_SEED sets it."""
    return seed_of_run()
