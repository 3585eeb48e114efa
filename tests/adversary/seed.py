"""The seed of this run: new each time, printed, and set by SITEGEN_SEED to make a run again."""

import os
import random

VARIABLE = "SITEGEN_SEED"


def seed_of_run() -> int:
    """What SITEGEN_SEED says, or a new number that is kept there, so that all of one run have the same.

    Raises ValueError where it says no whole number.
    """
    if not os.environ.get(VARIABLE):
        os.environ[VARIABLE] = str(random.SystemRandom().randrange(1_000_000_000))
    return int(os.environ[VARIABLE])
