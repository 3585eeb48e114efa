"""What was taken down is in no byte that readers can fetch: site, site before, destination, search parts.

Random sequences of what a keeper may do; the seed moves with the day of the clock and is printed. SEED=N begins at
one, SOAK=N makes N sequences.
"""

import os
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.publish import generation, previous, transfer
from tests.build.canaries import Keeper, words_in
from tests.build.test_faults import killed

SEQUENCES = int(os.environ.get("SOAK", "0")) or 4
STEPS = 14
FIRST = int(os.environ.get("SEED", "0")) or time.time_ns() // 1_000_000_000
STEP_KINDS: tuple[Callable[[Keeper], None], ...] = (
    Keeper.edit,
    Keeper.change_rights,
    Keeper.tighten,
    Keeper.delete,
    Keeper.withdraw,
    Keeper.rename,
    Keeper.add,
    Keeper.build,
    Keeper.build,
    Keeper.build,
    Keeper.build_killed,
    Keeper.rollback,
    Keeper.rollback,
    Keeper.publish,
    Keeper.publish,
    Keeper.publish_broken_off,
)


@pytest.mark.parametrize("number", range(SEQUENCES))
def test_canaries_in_every_order(number: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Edit, rights, delete, withdraw, rename, build, kill, roll back, publish, break off: never a word of a secret."""
    seed = FIRST + number
    with capsys.disabled():
        print(f" SEED={seed}", end="", flush=True)
    keeper = Keeper(tmp_path, seed)
    keeper.did.append(f"SEED={seed}")
    keeper.build()
    keeper.publish()
    for _ in range(STEPS):
        step = keeper.chance.choice(STEP_KINDS)
        keeper.did.append(step.__name__)
        step(keeper)
        keeper.check()
    keeper.build()
    keeper.publish()
    for place in (keeper.site, keeper.there):
        told = keeper.run("verify", str(place), "--content", str(keeper.content))
        assert (told.exit_code, "withheld words" in told.output) == (0, False), (keeper.did, told.output)


def published(tmp_path: Path) -> Keeper:
    """An archive that stands in full, was edited once, and was uploaded both times."""
    keeper = Keeper(tmp_path, 7)
    for _ in range(2):
        keeper.build()
        keeper.publish()
        keeper.put("lone.md")
    return keeper


def take_down(keeper: Keeper) -> None:
    keeper.rights["lone.md"] = "figures"
    keeper.save("lone.md")
    keeper.build()
    keeper.publish()


def test_a_take_down_is_a_take_down(tmp_path: Path) -> None:
    """Rights tightened, built and published: neither the last text nor the one before is left anywhere."""
    keeper = published(tmp_path)
    assert list(words_in(keeper.there, keeper.written["lone.md"][:1]))
    take_down(keeper)
    keeper.check(keeper.there)
    refused = keeper.run("rollback", str(keeper.site))
    assert refused.exit_code == 1
    assert "`lone`" in refused.output
    keeper.check(keeper.there)


@pytest.mark.parametrize("module", [generation, transfer], ids=["beside the site", "at the destination"])
def test_the_search_of_bytes_sees_what_a_defence_would_miss(
    module: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Control: where a take-down is not noticed, the canaries are found in the files that stay."""
    keeper = published(tmp_path)
    monkeypatch.setattr(module, "tightened", lambda *_: ())
    monkeypatch.setattr(Keeper, "check", lambda *_: None)
    take_down(keeper)
    monkeypatch.undo()
    with pytest.raises(AssertionError):
        keeper.check(keeper.there)


@pytest.mark.parametrize("defended", [True, False])
def test_rollback_shows_nothing_that_is_withheld(
    defended: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A generation before that a killed build left does not come back. Control: it would, if nobody compared."""
    keeper = published(tmp_path)
    shutil.copytree(keeper.site, tmp_path / "before")
    take_down(keeper)
    (tmp_path / "before").rename(tmp_path / ".site.sitegen-previous")
    if not defended:
        monkeypatch.setattr(previous, "would_show_again", lambda *_: ())
    verified = keeper.run("verify", str(keeper.site))
    assert (verified.exit_code, "still-public" in verified.output, "`lone`" in verified.output) == (1, True, True)
    put_back = keeper.run("rollback", str(keeper.site))
    assert put_back.exit_code == (1 if defended else 0)
    assert ("`lone`" in put_back.output) == defended
    assert bool(list(words_in(keeper.site, keeper.secret))) != defended
    if defended:
        keeper.add()
        keeper.build()
        keeper.check(keeper.there)


@pytest.mark.parametrize("builds", [1, 2], ids=["beside nothing", "beside a site before"])
def test_killed_before_the_old_site_is_deleted(builds: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new site stands and the old one does too: it does not come back, and the next build deletes it."""
    keeper = Keeper(tmp_path, 11)
    for _ in range(builds):
        keeper.put("lone.md")
        keeper.build()
    keeper.rights["lone.md"] = "figures"
    keeper.save("lone.md")

    def die(*_: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    with monkeypatch.context() as patch:
        patch.setattr(generation.Generation, "leave", die)
        assert killed(lambda: keeper.run("build", str(keeper.content), "--output", str(keeper.site)))
    keeper.withhold()
    left = [one for one in tmp_path.iterdir() if one.name.startswith(".site.sitegen-") and one.is_dir()]
    assert any(list(words_in(folder, keeper.secret)) for folder in left)
    assert list(words_in(keeper.site, keeper.secret)) == []
    put_back = keeper.run("rollback", str(keeper.site))
    assert (put_back.exit_code, "`lone`" in put_back.output) == (1, True)
    keeper.build()
    for folder in (one for one in tmp_path.iterdir() if one.name.startswith(".site.sitegen-") and one.is_dir()):
        assert list(words_in(folder, keeper.secret)) == []
    keeper.check()
