"""The search index, of which the segments are made again whose pages have changed."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress

from sitegen.model import File
from sitegen.publish import Generation
from sitegen.reuse.plain import from_plain
from sitegen.search import (
    INDEX_FOLDER,
    PageWords,
    SearchedPage,
    SegmentPlan,
    segment_files,
    segment_list,
    segment_plans,
    words_of_page,
)
from sitegen.store import LostValue, Store, key_for, pack, tool_digest, unpack
from sitegen.views.common import Site
from sitegen.views.pages import SearchRow
from sitegen.views.searching import outlets_found


def search_index(
    paths: Sequence[str],
    rows: Mapping[str, SearchRow],
    site: Site,
    generation: Generation,
    store: Store,
) -> Iterator[File]:
    """The index of pages that stand in the generation already; `rows` holds what is shown of each, by its path."""
    pages = [SearchedPage(path=path, digest=generation.sha256(path), row=rows[path]) for path in paths]
    heads = []
    for plan in segment_plans(pages):
        head, *shards_and_rows = _segment(plan, generation, store)
        heads.append(head)
        yield head
        yield from shards_and_rows
    yield segment_list(heads, outlets_found(site))


def _segment(plan: SegmentPlan, generation: Generation, store: Store) -> tuple[File, ...]:
    key = key_for("search segment", tool_digest(), plan.parts)
    value = store.get(key)
    if value is not None:
        with suppress(LostValue):
            return _unpacked(value)
    files = segment_files(plan, lambda page: _words(page, generation, store))
    store.put(key, pack([file.path for file in files], [file.content for file in files]))
    return files


def _words(page: SearchedPage, generation: Generation, store: Store) -> PageWords:
    key = key_for("search words", tool_digest(), page.digest)
    value = store.get(key)
    if value is not None:
        with suppress(ValueError):
            return PageWords.unpacked(value)
    words = words_of_page(generation.read(page.path).content.decode())
    store.put(key, words.packed())
    return words


def _unpacked(value: bytes) -> tuple[File, ...]:
    """The files of a segment. Raises LostValue for anything else."""
    header, contents = unpack(value)
    paths = from_plain(tuple[str, ...], header)
    if not paths or len(paths) != len(contents) or not all(path.startswith(INDEX_FOLDER) for path in paths):
        raise LostValue("a segment of the search index")
    return tuple(File(path, content) for path, content in zip(paths, contents, strict=True))
