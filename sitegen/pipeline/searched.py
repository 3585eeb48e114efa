"""The search index, of which the segments are made again whose pages have other words or other results."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from sitegen.memo import ChainStep, Item, Memo, key_for, tool_digest
from sitegen.model import File
from sitegen.pipeline.tasks import PROGRAM, SEGMENT, WORDS, MadeFiles
from sitegen.publish import Generation
from sitegen.search import SearchedPage, SegmentPlan, segment_list, segment_plans
from sitegen.views.common import Site
from sitegen.views.pages import SearchRow
from sitegen.views.searching import outlets_found

_SECONDS_A_PAGE = 3e-4
"""Of counting the words of a page, and of the postings that a segment has of it."""


def search_index(
    site: Site,
    rows: Mapping[str, SearchRow],
    paths: Sequence[str],
    generation: Generation,
    memo: Memo,
    explain: Callable[[str, str], None],
) -> Iterator[File]:
    """The files of the index that were not kept; `rows` holds what is shown of each page, by its path."""
    digests = _digests_of_words(paths, generation, memo)
    plans = segment_plans(SearchedPage(path=path, words=digests[path], row=rows[path]) for path in paths)
    step = ChainStep(task=SEGMENT, shared=None, parts={PROGRAM: tool_digest()})
    items = [_item(plan, memo) for plan in plans]
    heads = {}
    for outcome in memo.required([step], items, suffices=partial(_keeps, generation), explain=explain):
        heads[outcome.name] = outcome.value.entries[0].path
        yield from (file for file in outcome.value.files if file.path not in generation)
    yield segment_list([heads[item.name] for item in items], outlets_found(site))


def _digests_of_words(paths: Sequence[str], generation: Generation, memo: Memo) -> dict[str, str]:
    """The digest of the words of each page, which is kept while the page is the same."""
    step = ChainStep(task=WORDS, shared=None, parts={PROGRAM: tool_digest()})
    items = [
        Item(
            name=path,
            parts=({"its page": generation.sha256(path)},),
            load=partial(_content, generation, path),
            cost=_SECONDS_A_PAGE,
        )
        for path in paths
    ]
    return {outcome.name: outcome.digests[0] for outcome in memo.required([step], items)}


def _keeps(generation: Generation, made_files: MadeFiles) -> bool:
    """Whether the site has all the files of a segment; two of few pages may have one in common."""
    return all(entry.path in generation or generation.keep(entry) for entry in made_files.entries)


def _content(generation: Generation, path: str) -> bytes:
    return generation.read(path).content


def _item(plan: SegmentPlan, memo: Memo) -> Item:
    parts = {
        "the words of a page": key_for([(page.path, page.words) for page in plan.pages]),
        "what a result shows": key_for([(page.path, page.row.values()) for page in plan.pages]),
    }

    def load() -> tuple[SegmentPlan, list[bytes]]:
        return plan, [memo.packed(WORDS, page.path, page.words) for page in plan.pages]

    return Item(name=plan.name, parts=(parts,), load=load, cost=_SECONDS_A_PAGE * len(plan.pages))
