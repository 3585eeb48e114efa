"""Articles made in a line, and the folder of real inputs."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.comparing import forget_texts
from sitegen.model import Article, Block
from tests.adversary.seed import VARIABLE, seed_of_run
from tests.greek import site_in as site_in  # a fixture for all tests


@pytest.fixture(autouse=True)
def _nothing_is_remembered() -> None:
    """What one test made of a text with a part of the program taken away is nothing for the next."""
    forget_texts()


REPOSITORY = Path(__file__).resolve().parent.parent
SHARED_DATA = REPOSITORY.parent / "shared" / "data"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--refresh-golden", action="store_true", help="write what is built into tests/golden/*/expected")


def pytest_report_header() -> str:
    """The seed of the standing adversary, so that a run that failed can be made again."""
    return f"adversary: {VARIABLE}={seed_of_run()}"


MakeArticle = Callable[..., Article]


def make_article(name: str, *paragraphs: str, furniture: tuple[int, ...] = (), **values: object) -> Article:
    """An article of paragraphs; `furniture` are indexes of those set aside."""
    blocks = tuple(
        Block(
            id=f"b{at + 1}",
            role="paragraph",
            text=text,
            line=at + 1,
            furniture="menu" if at in furniture else "",
        )
        for at, text in enumerate(paragraphs)
    )
    settings = {"path": f"{name}.txt", "title": name, "language": "en", "digest": "0" * 64, "size": 1, **values}
    return Article(id=name, blocks=blocks, **settings)  # type: ignore[arg-type]


@pytest.fixture
def article() -> MakeArticle:
    return make_article


@pytest.fixture(scope="session")
def sample() -> Path:
    """The sample archive of the checkout."""
    return REPOSITORY / "content"


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The five raw documents; tests of them are skipped where they are not at hand."""
    folder = SHARED_DATA / "seeds"
    if not folder.is_dir():
        pytest.skip("the real inputs are not beside this checkout")
    return folder
