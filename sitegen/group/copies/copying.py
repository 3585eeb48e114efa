"""Decides whether two texts that share passages are copies of one text: by the narration they share, and nothing else.

Words inside quotation marks and other public words prove a common source. A few names and titles in a row prove
nothing. What one outlet prints again is its own: there most of a text is asked for. A form that is filled in anew
shares its narration and differs in its figures.

Thresholds were read off 518 pairs of a real archive that share passages, 120 of them read by hand; see
docs/architecture.md.
"""

from collections.abc import Iterator, Sequence
from math import inf
from typing import Literal

from sitegen.align import Tile
from sitegen.align.credited import credit_anchors, credits_outlet
from sitegen.frozen import dataclass
from sitegen.group.copies.forms import is_form, is_issue
from sitegen.group.copies.narration import Text
from sitegen.model import Article

Decision = Literal["copies", "form", "own paragraphs", "too little"]
"""What two texts are that share passages: copies of one text; one form filled in twice; two articles of an outlet that
prints some paragraphs again; or texts that share too little narration, such as reports that quote the same words."""

SHORT, _LONG = 5, 8
"""Words of the shortest stretch of narration that counts, and of one that is no name with its title."""
_MOSTLY = 0.25
"""Share of the shorter text's narration in short stretches: a text edited throughout. Reports of two outlets that
quote one speech share up to .14 in names and titles; copies with 30 % of their words replaced share .35."""
_EDITED, _EDITED_WORDS = 0.16, 36
"""As `_MOSTLY`, for texts that may be of the same days: copies with 30 % of their words replaced share .16 to .4, and
reports of two outlets that share none share 30 words at the most."""
_PARTLY, _PARTLY_WORDS, _LONGEST = 0.1, 60, 12
"""Share and words of narration in long stretches, and words of the longest: paragraphs taken from another report.
Reports of two outlets that share none have no stretch of 12 but a title, and at most 40 words in stretches of 8."""
_TIED, _TIED_WORDS = 0.05, 20
"""Share and words of narration in short stretches, beside as many public words, where both credit the same text or one
credits the other: rewrites that keep quotations, and some sentences. A real archive has two such pairs: both are
copies. That an editor put two reports into one story says nothing: such reports share names and titles."""
_SAYS_SO, _SAYS_SO_WORDS = 0.1, 40
"""Share and words of public words, of the shorter text's narration, where the front matter of one text credits the
other's outlet: the editor says from whom it took what it quotes. A credit that was read in the text proves less: of ten
pairs that share quotations and have one, six were reuse."""
_SAME_OUTLET = 0.4
"""Share of the shorter text's narration that an outlet prints again where it prints a text again. Background
paragraphs and boxes inside paragraphs reach .35."""
_LATER_DAYS = 14
"""Days after which an outlet that prints a text again prints nearly all of it: a gallery reached .71 ..."""
_LATER = 0.8
"""... and so it must be this share of the shorter text."""
_LEAST = 16
"""Words of shared narration below which nothing is a copy but a text of a few lines ..."""
_HALF = 0.5
"""... which is half narration, at the least, of which half is shared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinship:
    """What the shared passages of two texts say of them, and every figure that decided."""

    decision: Decision
    narration: int
    """Shared words of narration, in stretches of five and more."""
    longest: int
    """Words of the longest such stretch."""
    left_share: float
    """Of the left text's narration, 0 to 1."""
    right_share: float
    public: int
    """Shared words that are public words in either text."""
    is_issue: bool = False
    """Whether they are two issues of one report, if their outlet prints more under that title; see `forms.py`."""


def kinship_of(
    articles: tuple[Article, Article],
    texts: tuple[Text, Text],
    tiles: Sequence[Tile],
    all_tiles: Sequence[Tile],
    *,
    most: bool,
    strange: bool,
) -> Kinship:
    """What two articles are to each other that share `tiles`; `every` are these and runs that are too short to count.

    `most`: whether boilerplate counts, since most of one stands in the other. `strange`: whether what they do not share
    is about something else.
    """
    narrations = texts[0].narration(most=most), texts[1].narration(most=most)
    stretches = [words for tile in tiles for words in _stretches(tile, texts, narrations)]
    shared = sum(words for words in stretches if words >= SHORT)
    long = sum(words for words in stretches if words >= _LONG)
    longest = max(stretches, default=0)
    sizes = [max(1, narration[-1]) for narration in narrations]
    public = sum(_public_words(tile, texts) for tile in tiles)
    share = shared / min(sizes)
    few = shared < _LEAST and not _is_of_a_few_lines(texts, sizes, shared) and not _names_the_other(*articles)
    if few or strange:
        decision: Decision = "too little"
    elif share >= _MOSTLY and _may_be_a_form(*articles) and is_form(texts, all_tiles):
        decision = "form"
    else:
        decision = _decided(articles, shared, long, longest, min(sizes), public)
    same_text = decision in ("copies", "own paragraphs")
    return Kinship(
        decision=decision,
        narration=shared,
        longest=longest,
        left_share=round(min(1.0, shared / sizes[0]), 4),
        right_share=round(min(1.0, shared / sizes[1]), 4),
        public=public,
        is_issue=same_text
        and is_one_outlet(*articles)
        and 0 < days_apart(*articles) < inf
        and _may_be_a_form(*articles)
        and is_issue(articles, texts, all_tiles),
    )


def _may_be_a_form(left: Article, right: Article) -> bool:
    """Whether two articles are not known to be one day's, nor declared to be two versions."""
    return not (left.version_of or right.version_of) and days_apart(left, right) != 0


def _is_of_a_few_lines(texts: tuple[Text, Text], sizes: Sequence[int], shared: int) -> bool:
    """Whether a text is so short that few words of narration are half of it."""
    return any(
        shared >= _HALF * size >= _HALF * _HALF * text.tokens.counts[-1]
        for text, size in zip(texts, sizes, strict=True)
    )


def _decided(
    articles: tuple[Article, Article], shared: int, long: int, longest: int, shorter: int, public: int
) -> Decision:
    """By how much narration two texts share, of the shorter one's."""
    mostly = shared >= _MOSTLY * shorter or (
        shared >= max(_EDITED_WORDS, _EDITED * shorter) and not are_long_apart(*articles)
    )
    partly = long >= max(_PARTLY_WORDS, _PARTLY * shorter) and longest >= _LONGEST
    if is_one_outlet(*articles):
        if shared >= (_LATER if days_apart(*articles) > _LATER_DAYS else _SAME_OUTLET) * shorter:
            return "copies"
        return "own paragraphs" if mostly or partly else "too little"
    tied = is_tied(*articles) and min(shared, public) >= max(_TIED_WORDS, _TIED * shorter)
    says_so = _names_the_other(*articles) and public >= max(_SAYS_SO_WORDS, _SAYS_SO * shorter)
    return "copies" if mostly or partly or tied or says_so else "too little"


def is_one_outlet(left: Article, right: Article) -> bool:
    """Whether one source printed both; articles of which nobody said who did are of two."""
    return bool(left.source) and left.source == right.source


def is_tied(left: Article, right: Article) -> bool:
    """Whether both credit the same text around the same days, or one of them credits the other's outlet."""
    if are_long_apart(left, right):
        return False
    if credits_outlet(left.credits, right.source) or credits_outlet(right.credits, left.source):
        return True
    return not credit_anchors(left.credits).isdisjoint(credit_anchors(right.credits))


def _names_the_other(left: Article, right: Article) -> bool:
    """Whether the front matter of one of two articles around the same days credits the other's outlet."""
    declared = [[credit for credit in article.credits if credit.declared] for article in (left, right)]
    named = credits_outlet(declared[0], right.source) or credits_outlet(declared[1], left.source)
    return named and not are_long_apart(left, right)


def are_long_apart(left: Article, right: Article) -> bool:
    """Whether two articles are known to be of different weeks."""
    return bool(left.published and right.published) and days_apart(left, right) > _LATER_DAYS


def days_apart(left: Article, right: Article) -> float:
    """Days between two articles; without end where that of one is not known."""
    if not (left.published and right.published):
        return inf
    return abs((left.published.day - right.published.day).days)


def _stretches(tile: Tile, texts: tuple[Text, Text], narrations: tuple[Sequence[int], Sequence[int]]) -> Iterator[int]:
    """The words of each stretch of a tile that both texts tell as narration."""
    left, right, size = tile
    tokens = texts[0].tokens
    words = tokens.word_count((left, left + size))
    if all(
        counts[start + size] - counts[start] == text.tokens.word_count((start, start + size))
        for counts, text, start in zip(narrations, texts, (left, right), strict=True)
    ):
        # Most tiles are narration throughout.
        yield words
        return
    words = 0
    for offset in range(size):
        narrated = narrations[0][left + offset + 1] - narrations[0][left + offset]
        if narrated and narrations[1][right + offset + 1] > narrations[1][right + offset]:
            words += narrated
        elif tokens.words[left + offset]:
            yield words
            words = 0
    yield words


def _public_words(tile: Tile, texts: tuple[Text, Text]) -> int:
    """The words of a tile that are public in either text."""
    left, right, size = tile
    public, public_right = texts[0].public[left : left + size], texts[1].public[right : right + size]
    if not (any(public) or any(public_right)):
        return 0
    words = texts[0].tokens.words[left : left + size]
    return sum(
        word and (left_public or right_public)
        for word, left_public, right_public in zip(words, map(bool, public), public_right, strict=True)
    )
