"""Two witnesses of one page joined: which blocks are taken, which are missing, where they are put."""

from lxml import html

from sitegen.formats.webpages.page_blocks import page_blocks, runs_of, words_of
from sitegen.formats.webpages.witnesses import Joined, Witness, joined, name_different_texts
from tests.formats.samples import PARAGRAPHS
from tests.formats.test_completeness import ALL, MORE, printed


def join(markup: str, lines: tuple[str, ...], second: tuple[str, ...]) -> Joined:
    blocks = page_blocks(html.document_fromstring(f"<html><body>{markup}</body></html>"))
    return joined(blocks, lines, Witness(blocks, second))


def test_a_second_column_is_taken_at_its_place() -> None:
    """Paragraphs of the same elements and classes as the kept ones, lost by the first witness, between them."""
    column = '<div class="grid"><div class="body">{}</div></div>'
    markup = column.format(printed(ALL[:3])) + column.format(printed(ALL[3:5])) + column.format(printed(ALL[5:]))
    kept = (*ALL[:3], *ALL[5:])
    text = join(markup, kept, kept)
    assert (text.lines, text.missing) == (ALL, 0)
    assert text.taken == sum(len(words_of(line)) for line in ALL[3:5])


def test_a_sibling_is_taken_only_where_the_second_witness_has_it() -> None:
    """A block beside the paragraphs in another element is the article's if one extractor says so, else it is not."""
    note = "This story was first told in the evening programme of the harbour radio, whose reporter swam across."
    markup = f'<div class="story">{printed(ALL)}<div class="note">{note}</div></div>'
    assert join(markup, ALL, (*ALL, note)).lines == (*ALL, note)
    assert join(markup, ALL, ALL).lines == ALL


def test_a_block_of_another_place_is_not_taken() -> None:
    """What the second witness alone has, in elements unlike the text's, stays out: both are wrong now and then."""
    markup = (
        f'<div class="story">{printed(ALL)}</div><div class="forum"><div class="post">{MORE[0]} Indeed.</div></div>'
    )
    assert join(markup, ALL, (*ALL, f"{MORE[0]} Indeed.")).lines == ALL


def test_a_teaser_that_repeats_the_beginning_is_no_evidence() -> None:
    """A ticker prints the article's own beginning among those of others, which are not taken for its siblings."""
    others = [f"Report number {number} of the day is about a town far away and the mayor of it." for number in range(5)]
    ticker = "".join(f"<li>{line}</li>" for line in (PARAGRAPHS[0], *others))
    markup = f'<ul class="ticker">{ticker}</ul><div class="story">{printed(ALL)}</div><ul class="ticker">{ticker}</ul>'
    assert join(markup, ALL, ALL).lines == ALL


def test_links_and_captions_are_never_taken() -> None:
    """Even from among the paragraphs."""
    linked = '<p><a href="/1">Bakery on the north quay closes after ninety years, and a cat is looking for work</a></p>'
    caption = f'<div class="image-caption"><p>{MORE[0]} Photo.</p></div>'
    markup = f'<div class="story">{printed(ALL)}{linked}{caption}</div>'
    text = join(markup, ALL, (*ALL, MORE[0]))
    assert (text.lines, text.missing) == (ALL, 0)


def test_what_may_be_text_and_is_not_taken_is_counted() -> None:
    """Paragraphs inside the article's element that no witness has, and a body of text elsewhere."""
    inside = f'<div class="story">{printed(ALL[:5])}<div class="sidebar">{printed(ALL[5:])}</div></div>'
    assert join(inside, ALL[:5], ALL[:5]).missing == sum(len(words_of(line)) for line in ALL[5:])
    outside = f'<div class="story">{printed(ALL[:4])}</div><section><div>{printed(ALL[4:])}</div></section>'
    assert join(outside, ALL[:4], ALL[:4]).elsewhere == sum(len(words_of(line)) for line in ALL[4:])


def test_paragraphs_that_say_nearly_the_same_are_not_taken_for_kept() -> None:
    """One that is kept does not cover another: in a list of results most words are the same."""
    lines = tuple(
        f"Lorne beat Holm {number} to nothing in a match that was played in the rain on Monday." for number in range(8)
    )
    markup = f'<div class="story">{printed(lines)}</div>'
    assert join(markup, lines[:5], lines).lines == lines


def test_classes_of_the_element_around_the_article_say_nothing() -> None:
    """Blogs write tags and whether there are comments into the class of the article: only what stands in it counts."""
    column = '<div class="body">{}</div>'
    columns = column.format(printed(ALL[:4])) + column.format(printed(ALL[4:]))
    markup = f'<div class="post tags comments promo"><div>{columns}</div></div>'
    assert join(markup, ALL[:4], ALL).lines == ALL


def test_a_post_in_the_text_is_taken_and_a_pull_quote_is_not() -> None:
    """Embedded posts are read as a part of the text; a quotation that repeats its words, or is a reader's, is none."""
    post = "Nobody told me that the bridge would stay up, and I have been on the wrong side of it since noon."
    embed = f'<div class="social-embed"><blockquote class="post"><p>{post}</p></blockquote></div>'
    pulled = f"<blockquote><p>{PARAGRAPHS[1].partition('.')[0]}</p></blockquote>"
    reader = f'<div class="comments"><blockquote><p>{post} Me too.</p></blockquote></div>'
    markup = f'<div class="story">{printed(ALL[:2])}{embed}{printed(ALL[2:])}{pulled}{reader}</div>'
    assert join(markup, ALL, ALL).lines == (*ALL[:2], post, *ALL[2:])


def test_a_second_article_of_the_page_is_not_taken() -> None:
    """Another `article` printed alike is another text; posts inside one `article` are one."""
    two = f"<article>{printed(ALL[:4])}</article><article>{printed(ALL[4:])}</article>"
    assert join(two, ALL[:4], ALL).lines == ALL[:4]
    assert join(f"<article>{two}</article>", ALL[:4], ALL).lines == ALL


def test_two_texts_are_told_from_one() -> None:
    """Witnesses that share next to nothing name different texts."""
    blocks = page_blocks(html.document_fromstring(f"<div>{printed(ALL)}</div>"))
    assert name_different_texts(blocks, ALL[:3], Witness(blocks, ALL[3:]))
    assert not name_different_texts(blocks, ALL, Witness(blocks, ALL[1:]))


def test_blocks_are_cut_at_elements_and_line_breaks() -> None:
    """`<nobr>` and `<b>` are parts of a line, `<br>` and `<li>` are borders; scripts have no text."""
    markup = "<div>a <b>b</b> <nobr>c</nobr><br>d<script>e</script><ul><li>f<li>g</ul>h<!-- i --> j</div>"
    blocks = page_blocks(html.document_fromstring(f"<html><body>{markup}</body></html>"))
    assert [block.text for block in blocks] == ["a b c", "d", "f", "g", "h j"]


def test_hidden_is_what_a_style_an_attribute_or_a_tag_hides() -> None:
    """And only inside that element."""
    markup = '<p>a</p><p hidden>b</p><div style="color:red;display : none"><p>c</p></div>'
    markup += "<template><p>d</p></template><p>e</p>"
    blocks = page_blocks(html.document_fromstring(f"<html><body>{markup}</body></html>"))
    assert [block.hidden for block in blocks] == [False, True, True, True, False]


def test_words_of_scripts_without_spaces_are_their_signs() -> None:
    """Runs of four signs tell two Japanese sentences apart that are one word each."""
    assert words_of("橋は Open 3時") == ("橋", "は", "open", "3", "時")
    assert list(runs_of(("a", "b"))) == [("a", "b")]
