"""What of a published page is searched."""

import pytest

from sitegen.search import PageWords, words_of_page

PAGE = """<!doctype html><html lang="en"><head><title>not this</title></head><body><nav>nor this</nav>
<main id="content" data-search-body><h1 data-search-title>Ferry <i>late</i></h1>
<p class="kicker" data-search-ignore>kicker <b>inside <i>it</i></b></p>
<p title="a > b">The fer<mark>r</mark>y &amp; the tug.</p><p>wait<br>ed</p>
<aside data-search-ignore><p>margin<img alt="x"></p><div>deep</div></aside><p>end</p></main><footer>foot</footer>"""


def test_only_the_body_is_searched_and_not_what_it_leaves_out() -> None:
    """Marks inside a word do not end it, other elements do; a word of the title counts as four more."""
    words = words_of_page(PAGE)
    assert dict(words.counts) == {"ed": 1, "end": 1, "ferry": 6, "late": 5, "the": 2, "tug": 1, "wait": 1}
    assert words.length == 9


def test_a_page_that_is_not_searched_has_no_words() -> None:
    """Without a body to be searched there is none."""
    assert words_of_page("<main><p>words</p></main>") == PageWords(counts={}, length=0)


def test_a_word_is_counted_fifteen_times_at_most() -> None:
    """More says nothing more."""
    assert words_of_page(f"<main data-search-body>{'again ' * 40}</main>").counts == {"again": 15}


def test_words_come_back_from_bytes() -> None:
    """And nothing else does: a cache that was damaged is no page without words."""
    words = words_of_page(PAGE)
    assert PageWords.unpacked(words.packed()) == words
    for damaged in (b"", b"[]", b"[1,[2],[3]]", b'[1,["a"],["b"]]', b'[1,["a"],[]]', b'["1",["a"],[1]]', b"\xff"):
        with pytest.raises(ValueError, match=r"."):
            PageWords.unpacked(damaged)
