"""The files of the search index: what they hold, and what an edit changes."""

import hashlib
import json
import random
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from sitegen.model import File
from sitegen.search import INDEX_FOLDER, PageWords, SearchedPage, segment_files, segment_list, segment_plans
from sitegen.views.pages import SearchRow, Text


def row(name: str, **fields: Any) -> SearchRow:
    """What is shown of a page."""
    known = {"story": "", "story_href": "", "story_title": "", "source": "", "language": "", "relation": "", "year": ""}
    return SearchRow(href=f"/{name}/", title=Text(text=name), outlet=Text(text="The Post"), when="", **(known | fields))


def pages(texts: Mapping[str, str], **fields: Any) -> list[SearchedPage]:
    """Pages by name, each with its words."""
    return [
        SearchedPage(
            path=f"{name}/index.html", words=hashlib.sha256(text.encode()).hexdigest(), row=row(name, **fields)
        )
        for name, text in texts.items()
    ]


def made(texts: Mapping[str, str]) -> list[File]:
    """All files of the segments of some pages."""
    words = {f"{name}/index.html": text.split() for name, text in texts.items()}

    def words_of(page: SearchedPage) -> PageWords:
        found = words[page.path]
        return PageWords(counts={term: min(15, found.count(term)) for term in sorted(set(found))}, length=len(found))

    return [file for plan in segment_plans(pages(texts)) for file in segment_files(plan, words_of)]


def loaded(files: Sequence[File], name: str) -> Any:
    """One file of the index, by its name."""
    (content,) = (file.content for file in files if file.path == f"{INDEX_FOLDER}{name}.json")
    return json.loads(content)


def found(files: Sequence[File], term: str) -> dict[str, int]:
    """The address of each page that has a term, and how often it stands there, read as a browser reads them."""
    head = json.loads(files[0].content)
    result = {}
    for name in head["terms"]:
        shard = loaded(files, name)
        if term in shard["terms"]:
            number = 0
            for step in shard["pages"][shard["terms"].index(term)]:
                number += step >> 4
                (href, *_) = loaded(files, head["rows"][number // head["rowsAFile"]])[number % head["rowsAFile"]]
                result[href] = step & 15
    return result


TEXTS = {"a": "north wind wind", "b": "south wind", "c": "calm"}


def test_a_term_leads_to_its_pages() -> None:
    """Each with how often the term stands there; a name of a file is the digest of its content."""
    files = made(TEXTS)
    assert found(files, "wind") == {"/a/": 2, "/b/": 1}
    assert found(files, "calm") == {"/c/": 1}
    assert found(files, "storm") == {}
    for file in files:
        assert file.path == f"{INDEX_FOLDER}{hashlib.sha256(file.content).hexdigest()[:20]}.json"


def test_facets_are_columns_of_numbers() -> None:
    """Each page's place in the list of values, -1 for what is not known."""
    listed = [*pages({"a": ""}, source="The Post", year="2031", tags=("sea",)), *pages({"b": ""})]
    (plan,) = segment_plans(listed)
    head = json.loads(segment_files(plan, lambda _page: PageWords(counts={}, length=20))[0].content)
    assert (head["names"]["source"], head["source"]) == (["The Post"], [0, -1])
    assert (head["names"]["tags"], head["tags"]) == (["sea"], [[0], []])
    assert (head["first"], head["terms"], head["length"]) == ([], [], [1, 1])


def test_the_order_of_pages_changes_nothing() -> None:
    """The same bytes, whatever was read first."""
    assert made(TEXTS) == made(dict(reversed(TEXTS.items())))


def test_an_edit_changes_the_shards_of_its_words_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many shards few have another name when one page loses one word and gets another."""
    monkeypatch.setattr("sitegen.search.index._POSTINGS_A_SHARD", 60)
    chance = random.Random(5)
    words = [f"{one:04x}" for one in range(4000)]
    texts = {f"p{number}": " ".join(chance.sample(words, 40)) for number in range(100)}
    before = made(texts)
    first, *others = texts["p50"].split()
    after = made(texts | {"p50": " ".join((*others, "ffff"))})
    shards = len(json.loads(before[0].content)["terms"])
    changed = {file.path for file in after} - {file.path for file in before}
    assert shards > 30
    assert len(changed) <= 5, f"{first}: {len(changed)} of {shards}"


def test_a_large_archive_is_cut_into_segments(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page stays in its segment when others are added, until there are twice as many; none is lost or doubled."""
    monkeypatch.setattr("sitegen.search.index.PAGES_A_SEGMENT", 10)
    names = [f"p{number}" for number in range(60)]
    plans = segment_plans(pages(dict.fromkeys(names, "")))
    assert 4 < len(plans) <= 8
    assert sorted(page.path for plan in plans for page in plan.pages) == sorted(f"{name}/index.html" for name in names)
    more = segment_plans(pages(dict.fromkeys([*names, "q1", "q2"], "")))
    assert sum(1 for plan in plans if plan in more) >= len(plans) - 2
    assert segment_plans([]) == ()


def test_the_list_names_heads_and_outlets() -> None:
    """It alone keeps its name."""
    listed = segment_list([made(TEXTS)[0].path], [("B", "/b/"), ("A", "/a/")])
    value = json.loads(listed.content)
    assert listed.path == "search/segments.json"
    assert value["outlets"] == [["A", "/a/"], ["B", "/b/"]]
    assert len(value["segments"]) == 1
