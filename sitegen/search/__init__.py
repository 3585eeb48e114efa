"""What the search of a published site finds: an index in files that the reader's browser fetches a few of, no server.

`segment_files` makes it of what is searched of each page (`words_of_page`, remembered by the digest of the page) and of
what a result shows (`SearchRow`, laid out by `views`). Which pages are searched, and what of them, the pages say
themselves (`data-search-body`, `data-search-ignore`): what rights withhold stands on no page, and in no index.
"""

from sitegen.search.index import INDEX_FOLDER, SearchedPage, SegmentPlan, segment_files, segment_list, segment_plans
from sitegen.search.page_words import PageWords, words_of_page

__all__ = [
    "INDEX_FOLDER",
    "PageWords",
    "SearchedPage",
    "SegmentPlan",
    "segment_files",
    "segment_list",
    "segment_plans",
    "words_of_page",
]
