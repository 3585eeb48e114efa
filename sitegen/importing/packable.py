"""Which originals of some articles may be given away: those that hold nothing but articles that may be shown whole."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from sitegen.config import Limits
from sitegen.formats.warc import Capture, read_captures
from sitegen.frozen import dataclass
from sitegen.importing.shelf import ORIGINALS, Shelf
from sitegen.model import Article
from sitegen.publish.files import read_regular
from sitegen.read.refusal import Refused

_WARCS = (".warc", ".warc.gz")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptOriginal:
    """A file that articles were made of."""

    path: str
    """Below the content folder."""
    article: str
    """Id of an article that was made of it."""
    content: bytes
    """Empty where it may not be given away."""
    left_out: str = ""
    """Why it may not, in words; empty where it may."""


def originals_of(
    shelf: Shelf, articles: Sequence[str], held: Mapping[str, Article], limits: Limits
) -> Iterator[KeptOriginal]:
    """The originals of `articles`, by id, each once. `held` are all articles of the archive by their paths."""
    for path, records in sorted(shelf.originals().items()):
        ids = sorted(held[article_path].id for article_path in records.values() if article_path in held)
        of_articles = [article for article in ids if article in articles]
        if of_articles and path.startswith(f"{ORIGINALS}/"):
            content, reason = _packable(shelf, path, records, held, limits)
            yield KeptOriginal(path=path, article=of_articles[0], content=content, left_out=reason)


def _packable(
    shelf: Shelf, path: str, records: Mapping[int | None, str], held: Mapping[str, Article], limits: Limits
) -> tuple[bytes, str]:
    if not all(article_path in held and held[article_path].rights == "full" for article_path in records.values()):
        return b"", "the rights of an article that it holds do not allow it"
    if set(records) != {None} and not path.endswith(_WARCS):
        return b"", "it is a collection, and may hold other articles"
    if path.endswith(_WARCS) and not _holds_only(shelf.content / path, records, limits):
        return b"", "it holds pages that are no article of this archive, or cannot be read"
    try:
        return read_regular(shelf.content / path), ""
    except OSError as failure:
        return b"", (failure.strerror or str(failure)).lower()


def _holds_only(warc: Path, records: Mapping[int | None, str], limits: Limits) -> bool:
    """Whether every page of a WARC is one of these records. Needs what `sitegen add` needs."""
    try:
        with warc.open("rb") as file:
            pages = [capture for capture in read_captures(file, limits) if not _is_other(capture)]
    except (OSError, Refused):
        return False
    return all(isinstance(page, Capture) and page.offset in records for page in pages)


def _is_other(capture: object) -> bool:
    return not isinstance(capture, Capture | Refused)
