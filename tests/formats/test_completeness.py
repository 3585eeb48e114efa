"""Whether an imported text is whole: two extractors, siblings, hidden text, statements of the page, breaks."""

import json

import pytest

from sitegen.formats.draft import Draft
from sitegen.formats.webpages import body
from sitegen.formats.webpages.pages import read_page
from tests.formats.samples import PARAGRAPHS, page

MORE = (
    "The ferry office counted eleven hundred passengers on the first evening, four times as many as on any evening of "
    "the winter, and ran out of printed tickets before nine.",
    "Shopkeepers on the north quay asked the council for a second gangway. The council will talk of it on Monday, said "
    "the clerk, who had walked to work for the first time in years.",
    "A crane is on its way from Vesterdal. It needs two tides, a calm night and a pilot who knows where the old piles "
    "stand, the harbour master said.",
)
ALL = (*PARAGRAPHS, *MORE)


def read(text: str) -> Draft:
    return read_page(text.encode())


def printed(paragraphs: tuple[str, ...]) -> str:
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def with_body(markup: str, head: str = "") -> str:
    """A page whose article holds the given markup."""
    return page(head=head, paragraphs=("@@",)).replace("<p>@@</p>", markup)


def words(paragraphs: tuple[str, ...]) -> int:
    return sum(len(paragraph.split()) for paragraph in paragraphs)


def test_a_page_on_which_both_extractors_agree_is_whole() -> None:
    """Nothing speaks against it, and two extractors find the same text."""
    draft = read(page(paragraphs=ALL))
    assert (draft.text, draft.completeness) == (ALL, "whole")
    assert "two extractors" in draft.completeness_reason


def test_hidden_paragraphs_are_taken_and_told() -> None:
    """What a style hides stands in the file: it is text, at its place, and the editor is told how much was hidden."""
    markup = f'{printed(ALL[:3])}<div class="locked" style="display:none">{printed(ALL[3:])}</div>'
    draft = read(with_body(markup))
    assert draft.text == ALL
    assert any("are hidden on the page" in remark for remark in draft.remarks)


def test_comments_and_captions_are_not_taken() -> None:
    """Blocks beside the text that print what readers, pictures or previews say are nobody's words."""
    extra = (
        "<figure><figcaption><p>The bridge at noon on Tuesday, seen from the roof of the old customs house.</p>"
        "</figcaption></figure>"
        '<div class="related-stories"><p>Bakery on the north quay closes after ninety years, to the sorrow of many '
        "people who had breakfast there.</p></div>"
    )
    assert read(with_body(printed(ALL) + extra)).text == ALL


def test_an_aside_in_which_the_text_goes_on_is_taken() -> None:
    """Several paragraphs printed like those beside them are the article's, whatever class their box has."""
    markup = f'{printed(ALL[:4])}<aside class="continued">{printed(ALL[4:])}</aside>'
    assert read(with_body(markup)).text == ALL


def test_an_aside_that_may_be_text_makes_it_partial() -> None:
    """Two paragraphs in a box may be the article's or not: they are left out, and the text is called partial."""
    markup = f'{printed(ALL[:4])}<aside class="continued">{printed(ALL[4:6])}</aside>'
    draft = read(with_body(markup))
    assert (draft.text, draft.completeness) == (ALL[:4], "partial")
    assert "stand where the text does" in draft.completeness_reason


def test_a_prompt_beside_text_that_it_hides_makes_nothing_partial() -> None:
    """What the prompt speaks of stands in the file, hidden, and was taken."""
    head = structured(isAccessibleForFree=False)
    wall = "<div><p>Subscribe to continue reading.</p></div>"
    markup = f'{printed(ALL[:2])}{wall}<div style="display:none">{printed(ALL[2:])}</div>'
    draft = read(with_body(markup, head))
    assert [line for line in draft.text if "Subscribe" not in line] == list(ALL)
    assert draft.completeness == "whole"


@pytest.mark.parametrize(
    "prompt",
    [
        "Subscribe to continue reading.",
        "You have reached your limit of free articles this month.",
        "Create a free account to read the full story.",
        "Pour lire la suite, abonnez-vous à notre journal.",
        "Jetzt anmelden und weiterlesen.",
    ],
)
def test_a_prompt_where_the_text_ends_makes_it_partial(prompt: str) -> None:
    """A teaser is partial, whether or not the extractors take the prompt for text; its words are shown."""
    for markup in (f"<p>{prompt}</p>", f'<div class="offer"><p>{prompt}</p></div>'):
        draft = read(with_body(printed(ALL[:4]) + markup))
        assert draft.completeness == "partial"
        assert prompt[-20:] in draft.completeness_reason


def test_an_offer_of_a_newsletter_makes_nothing_partial() -> None:
    """Control: who invites to subscribe to something else hides no text."""
    draft = read(with_body(printed(ALL) + "<p>Subscribe to our newsletter for the tides of every morning.</p>"))
    assert draft.completeness == "whole"


def test_a_text_that_ends_in_dots_is_partial() -> None:
    """The last paragraph breaks off."""
    draft = read(page(paragraphs=(*ALL[:3], "The harbour office expects the bridge to be down by ...")))
    assert draft.completeness == "partial"


def structured(**fields: object) -> str:
    article = {"@type": "NewsArticle", "headline": "Bridge opens, and stays open", **fields}
    return f'<script type="application/ld+json">{json.dumps(article)}</script>'


def test_a_text_shorter_than_the_page_says_is_partial() -> None:
    """`wordCount` and `articleBody` are witnesses; a text as long as they say is whole."""
    for head in (structured(wordCount=words(ALL)), structured(articleBody="\n".join(ALL))):
        short = read(page(head=head, paragraphs=ALL[:4]))
        assert short.completeness == "partial"
        assert "the page" in short.completeness_reason
        assert read(page(head=head, paragraphs=ALL)).completeness == "whole"


def test_a_body_of_another_story_is_no_witness() -> None:
    """Control: a text in the page's data that shares nothing with the one printed says nothing of it."""
    other = " ".join(f"Sentence {number} of a story about quite another town and its baker." for number in range(90))
    assert read(page(head=structured(articleBody=other), paragraphs=ALL)).completeness == "whole"


def test_a_locked_part_that_is_not_held_makes_it_partial() -> None:
    """`isAccessibleForFree` with the selector of a part: partial where the page has no such part."""
    head = structured(
        isAccessibleForFree="False", hasPart={"isAccessibleForFree": False, "cssSelector": ".behind-the-wall"}
    )
    assert read(page(head=head, paragraphs=ALL[:4])).completeness == "partial"
    markup = f'{printed(ALL[:4])}<div class="behind-the-wall">{printed(ALL[4:])}</div>'
    draft = read(with_body(markup, head))
    assert (draft.text, draft.completeness) == (ALL, "unknown")


def test_text_in_a_script_that_the_page_does_not_print_makes_it_partial() -> None:
    """A page that is filled by a program holds more in its data than it shows."""
    data = json.dumps({"props": {"story": {"html": printed(ALL)}}})
    script = f'<script id="__DATA__" type="application/json">{data}</script>'
    assert read(page(paragraphs=ALL[:3]).replace("</body>", f"{script}</body>")).completeness == "partial"
    assert read(page(paragraphs=ALL).replace("</body>", f"{script}</body>")).completeness == "whole"


def test_a_file_that_breaks_off_within_the_text_is_partial() -> None:
    """A cut download, as it is and as a program closes it; cut in the footer it is whole."""
    whole = page(paragraphs=ALL)
    cut = whole[: whole.index("before nine")]
    assert "breaks off" in read(cut).completeness_reason
    assert read(cut + "</p></div></article></main></body></html>").completeness == "partial"
    footer = whole[: whole.index("All rights")]
    assert read(footer.replace("© The", " ".join(["© The harbour and its people"] * 8))).completeness == "whole"


def test_without_a_second_witness_nothing_is_called_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where readability is not installed or cannot read a page, one extractor alone proves nothing."""
    monkeypatch.setattr(body, "has_library", lambda _name: False)
    draft = read(page(paragraphs=ALL))
    assert (draft.text, draft.completeness) == (ALL, "unknown")


def test_where_the_witnesses_name_different_texts_the_majority_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    """A notice that one extractor takes for the article is outvoted by its other mode and the other extractor."""
    notice = " ".join(["This copy is for your personal use only and may not be handed on to anybody else."] * 3)
    text = with_body(printed(ALL)).replace("<main>", f'<div class="print-header"><p>{notice}</p></div><main>')

    def finds(_page: str, *, precise: bool) -> tuple[str, ...]:
        return (notice,) if precise else ALL

    monkeypatch.setattr(body, "_trafilatura", finds)
    assert read(text).text == ALL
