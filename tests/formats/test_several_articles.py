"""A page that prints several articles is split, and what its head says is said of the one that it names alone."""

import io

import pytest

from sitegen.config import Limits
from sitegen.formats.draft import Draft
from sitegen.formats.format import ReadingContext
from sitegen.formats.registry import findings, format_of
from sitegen.formats.webpages.pages import articles_of_page, read_page
from sitegen.formats.webpages.several_articles import MOST_ARTICLES
from sitegen.read.refusal import Refused
from tests.formats.samples import ADDRESS, PARAGRAPHS, page, warc

SCHOOL = (
    "The school at Nordhavn gets a new roof this summer, the county said on Tuesday, after rain came into two rooms.",
    "Pupils will be taught in the town hall until the work is done, and parents were told so by letter on Friday.",
)


def article(title: str, *paragraphs: str, byline: str = "") -> str:
    return f"<article><h1>{title}</h1>{byline}{''.join(f'<p>{text}</p>' for text in paragraphs)}</article>"


def page_of(*others: str) -> bytes:
    """The newspaper's page, which goes on with other articles below its own."""
    return page().replace("</article>", f"</article>{''.join(others)}", 1).encode()


def drafts(data: bytes) -> list[Draft]:
    results = articles_of_page(data)
    assert all(isinstance(result, Draft) for result in results), results
    return [result for result in results if isinstance(result, Draft)]


def test_each_article_is_one() -> None:
    """Each has its own headline and text; only the first has the address, the day and the author of the page."""
    byline = '<p class="byline">By Ida Moe</p>'
    first, second = drafts(page_of(article("School gets a new roof", *SCHOOL, byline=byline)))
    assert (first.value("title"), second.value("title")) == ("Bridge opens, and stays open", "School gets a new roof")
    assert first.text[-1] == PARAGRAPHS[-1]
    assert second.text[-2:] == SCHOOL
    assert not set(first.text) & set(second.text)
    assert (first.value("url"), first.value("published"), first.value("author")) == (
        ADDRESS,
        "2031-06-04T09:12:00+02:00",
        "Ada Brandt",
    )
    assert (second.value("url"), second.value("published"), second.value("author")) == ("", "", "Ida Moe")
    assert first.outlet == second.outlet == "The Skelby Advertiser"
    assert "article 2 of the 2 that this page holds" in second.remarks
    assert [(draft.record, draft.record_unit) for draft in (first, second)] == [(1, "article"), (2, "article")]


def test_where_the_head_names_none_of_them_its_facts_are_nobodys() -> None:
    """The head of an evening edition speaks of the edition; the byline of an article is its own."""
    data = page_of(article("School gets a new roof", *SCHOOL)).replace(b"<h1>Bridge opens, and stays open", b"<h1>Pier")
    assert [draft.value("url") + draft.value("published") + draft.value("author") for draft in drafts(data)] == [
        "Ada Brandt",
        "",
    ]


@pytest.mark.parametrize(
    "preview",
    [
        article("School gets a new roof", "The school at Nordhavn gets a new roof this summer, the county said."),
        article("School gets a new roof", "Rain came into two rooms.", "Read all about the roof and the school."),
        article("", *SCHOOL),
    ],
)
def test_previews_are_no_articles(preview: str) -> None:
    """Control: one paragraph, short lines, or text without a headline make no article."""
    assert read_page(page_of(preview)).text == read_page(page().encode()).text


def test_a_page_of_too_many_is_refused_with_the_number() -> None:
    """None of them is added."""
    others = (article(f"School {number} gets a roof", *SCHOOL) for number in range(MOST_ARTICLES))
    with pytest.raises(Refused, match=f"holds {MOST_ARTICLES + 1} articles") as refused:
        articles_of_page(page_of(*others))
    assert refused.value.code == "several-articles"


def test_articles_that_cannot_be_told_from_the_page_are_refused_with_their_number() -> None:
    """A longer text beside them is not taken for theirs."""
    minutes = "".join(f"<p>{text} So say the minutes of hall {hall}.</p>" for hall in range(6) for text in SCHOOL)
    hidden = article("Pier gets a new lamp", *SCHOOL).replace("<article>", "<article hidden>")
    data = page_of(hidden).replace(b"</main>", f'</main><div class="minutes">{minutes}</div>'.encode())
    results = articles_of_page(data)
    assert [result.message for result in results if isinstance(result, Refused)] == [
        f"article {number} of the 2 that this page holds: its text is not told from the rest of the page"
        for number in (1, 2)
    ]


def test_each_article_of_a_captured_page_has_a_record_of_its_own() -> None:
    """So that each is known again, and can be read alone."""
    data = warc((ADDRESS, page_of(article("School gets a new roof", *SCHOOL)), {}))
    entry = format_of(".warc")
    assert entry
    both = [
        finding
        for finding in findings(entry, io.BytesIO(data), ReadingContext(limits=Limits()))
        if isinstance(finding, Draft)
    ]
    assert len({draft.record for draft in both}) == len(both) == 2
    alone = ReadingContext(limits=Limits(), records=frozenset(draft.record for draft in both[1:] if draft.record))
    again = [finding for finding in findings(entry, io.BytesIO(data), alone) if isinstance(finding, Draft)]
    assert both[1] in again
