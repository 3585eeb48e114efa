"""Verifies by alignment that two articles share text, and says which. Knows nothing of the rest of the archive.

What counts are words in shared passages that are not boilerplate. Where most of a text stands in the other, boilerplate
counts too: a report that forty outlets print is no footer. Whether what they share makes them copies is decided by
their narration alone (`copying.py`).
"""

from collections.abc import Sequence
from math import inf

import numpy as np

from sitegen.align import Tile, joined, shared_tiles
from sitegen.config import Grouping
from sitegen.frozen import dataclass
from sitegen.group.candidates.fingerprints import Runs, is_among
from sitegen.group.copies.copying import SHORT, Kinship, days_apart, kinship_of
from sitegen.group.copies.narration import Text, public_tokens
from sitegen.group.copies.notices import is_notice
from sitegen.group.words import Hashes, leveled, read_words, run_hashes
from sitegen.model import Article, Link, Passage, Span
from sitegen.text.stopwords import stop_words
from sitegen.text.tokenized import Tokenized, tokenize_blocks

_EVIDENCE = 12
"""Passages kept with a link; the pages show fewer."""
_APART = 10
"""Tokens between two shared runs of one passage: an edit inside it."""
_CLOSING_MARKS = ".,;:!?)”’»…。，、؟،"
"""Marks that end what stands before a passage: it is not shown beginning with them."""
_EDGE = 12
"""Tokens from the beginning or end of a text within which a passage stands at its edge."""
_SPREAD, _SPREAD_WORDS = 0.15, 40
"""Share of the shorter text, and words, in runs of `shingle` words: a text edited throughout."""
_SENTENCE = 20
"""Words of a text below which one run of `shingle` words may be most of it."""
_REST, _ABOVE_TAIL = 15, 10
"""Words of content outside the passages without which nothing is said about the rest of a text; fewer are enough above
a passage that both texts end with, as no copy keeps the end of a text and writes its beginning anew."""
_STRANGE = 0.12
"""Share of the smaller rest's words of content, below which the rests are about different things."""
_WHOLLY = 0.63
"""Share of the shorter text, from which on it is one text whatever the rests are: two copies of twelve paragraphs that
each lost three others share .67; two notes under one tail of a wire share .59."""
_NEIGHBOURS = 3
"""Days between two prints of one report, at the most, where nothing else is known of them."""
_NAMES, _STRANGERS = 8, 0.2
"""Names in either rest, at the least, and the share in common below which they are about other people and places:
rests of copies have .24 and more, rests around chrome .09 to .21 ..."""
_MUCH, _LITTLE = 0.5, 0.2
"""... unless so much of the shorter text is shared, where days are known and where they are not: a digest takes a good
part of each of its sources, and their rests name others by its nature."""
_UNTOLD = {
    ("too little", False): "too few of them are narration that both tell in one way",
    ("too little", True): "what they share is about neither, or the rest of one about nothing that the other has",
    ("form", False): "it is a form that was filled in anew: its figures and dates differ",
    ("form", True): "it is a form that was filled in anew: its figures and dates differ",
}
"""Why shared passages make no link."""


def text_of(article: Article, silent_runs: Hashes, runs: Runs, language: str = "") -> Text:
    """The tokens of an article, keyed in a language or in its own, and which words are boilerplate by its runs."""
    tokens = tokenize_blocks(article.body, language or article.language)
    public = public_tokens(tokens, article.body)
    words = read_words(leveled(plain_text(article), article.language))
    hashes = run_hashes(words.hashes, runs.length)
    common = np.flatnonzero(is_among(hashes, silent_runs))
    silent: list[tuple[int, int]] = [
        (int(words.starts[token_place]), int(words.ends[token_place + runs.length - 1]))
        for token_place in common.tolist()
    ]
    if not silent:
        return Text(tokens, tokens.counts, public)
    counts = [0]
    place, nearest, until = 0, 0, -1
    blocks = set(tokens.starts[1:-1])
    for token_place, (token, is_word) in enumerate(zip(tokens.tokens, tokens.words, strict=True)):
        place += token_place in blocks
        while nearest < len(silent) and silent[nearest][0] <= place:
            until = max(until, silent[nearest][1])
            nearest += 1
        counts.append(counts[-1] + (is_word and place >= until))
        place += len(token.text)
    return Text(tokens, tuple(counts), public)


def plain_text(article: Article) -> str:
    """What of an article is fingerprinted: its blocks, without furniture; nothing of one that is mostly a paywall.

    Its words would link every article that is hardly more.
    """
    return "" if article.wall else "\n".join([block.text for block in article.body])


def headline(article: Article) -> str:
    """What stands above an article, where it was set aside or declared; a file's name says nothing."""
    if article.wall:
        return ""
    above = [block.text for block in article.blocks if block.furniture == "title"]
    return above[0] if above else "" if "title" in article.inferred else article.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether two articles share text."""

    link: Link | None
    """None where they share too little."""
    twin: bool
    """Whether they are copies and share most of the longer text too."""
    kinship: Kinship | None = None
    """What the shared passages say of them; None where there are too few to ask."""
    passages: tuple[tuple[Span, Span], ...] = ()
    """The longest passages that both have, in either text, where the two are no copies of one text all the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """What two texts share, and whether it is enough; every figure that decided."""

    tiles: tuple[Tile, ...]
    """The runs that count."""
    shared: int
    """Words of them."""
    shorter: int
    """Words of the shorter text, boilerplate left out where it does not count."""
    longer: int
    linked: bool
    why: str
    """What decided, for `--why`."""
    kinship: Kinship

    @property
    def share(self) -> float:
        """Of the shorter text, 0 to 1."""
        return min(1.0, self.shared / self.shorter)


def sharing(
    left: Article, right: Article, left_text: Text, right_text: Text, settings: Grouping, *, most: bool
) -> Sharing:
    """What two candidates share. `most`: their fingerprints say that most of one stands in the other.

    Where a keeper has put both into one story, one passage is enough to say that they share text. Of texts of a few
    lines, shorter passages are enough if they are most of it.
    """
    counts = left_text.tokens.counts if most else left_text.telling
    right_counts = right_text.tokens.counts if most else right_text.telling
    all_tiles = _tiles(left_text.tokens, right_text.tokens)
    told_tiles = [tile for tile in all_tiles if not is_notice(left_text.tokens.keys[tile[0] : tile[0] + tile[2]])]
    shorter, longer = sorted((max(1, counts[-1]), max(1, right_counts[-1])))
    declared = bool(left.story) and left.story == right.story
    short = [tile for tile in told_tiles if _count(counts, tile) >= settings.shingle]
    tiles = [tile for tile in short if _count(counts, tile) >= settings.passage_words]
    shared = sum(_count(counts, tile) for tile in tiles)
    least = settings.passage_words if declared else max(settings.copy_words, settings.copy_share * shorter)
    why = f"{shared} words in shared passages; {least:.0f} are enough"
    linked = shared >= max(least, settings.copy_share * shorter)
    if not linked:
        few = sum(_count(counts, tile) for tile in short)
        enough = settings.shingle if shorter < _SENTENCE else settings.passage_words
        if few >= max(enough, settings.short_share * shorter) or few >= max(_SPREAD_WORDS, _SPREAD * shorter):
            tiles, shared, linked = short, few, True
            why = f"{few} of {shorter} words in shared runs of {settings.shingle} words and more"
    stretches = [tile for tile in told_tiles if _count(counts, tile) >= SHORT]
    share = sum(_count(counts, tile) for tile in stretches) / shorter
    strange = (
        linked
        and not declared
        and share < _WHOLLY
        and _beside_the_point(left, right, left_text, right_text, stretches, share)
    )
    kinship = kinship_of((left, right), (left_text, right_text), stretches, told_tiles, most=most, strange=strange)
    public = max(least, settings.copy_share * shorter)
    if linked and kinship.decision in ("too little", "form") and kinship.public < public:
        linked, why = False, f"{why}, but {_UNTOLD[kinship.decision, strange]}"
    if not linked and len(told_tiles) < len(all_tiles):
        why += "; a site’s notice to its readers does not count"
    return Sharing(
        tiles=tuple(tiles), shared=shared, shorter=shorter, longer=longer, linked=linked, why=why, kinship=kinship
    )


def _tiles(left: Tokenized, right: Tokenized) -> tuple[Tile, ...]:
    if left.keys == right.keys:
        return ((0, 0, len(left.keys)),) if left.keys else ()
    return shared_tiles(left.keys, right.keys)


def passage_link(left: Article, right: Article, text: Text, shared: Sharing) -> Link:
    """The link that what they share makes."""
    longest = sorted(shared.tiles, key=lambda tile: (-tile[2], tile))[:_EVIDENCE]
    passages = len(joined(sorted(shared.tiles), _APART))
    copies = shared.kinship.decision in ("copies", "own paragraphs")
    noun = ("passage" if copies else "quotation") + ("" if passages == 1 else "s")
    return Link(
        left=left.id,
        right=right.id,
        kind="passages" if copies else "quotations",
        strength=round(shared.share, 4),
        evidence=tuple(_passage(text.tokens, tile) for tile in longest),
        reason=f"{passages} shared {noun}, {shared.shared} of the shorter text’s {shared.shorter} words",
    )


def shared_spans(shared: Sharing) -> tuple[tuple[Span, Span], ...]:
    """The longest passages of two texts that are no copies of one text; none of copies."""
    if shared.kinship.decision == "copies":
        return ()
    longest = sorted(shared.tiles, key=lambda tile: (-tile[2], tile))[:_EVIDENCE]
    return tuple(((left, left + length), (right, right + length)) for left, right, length in longest)


def _count(counts: Sequence[int], tile: Tile) -> int:
    return counts[tile[0] + tile[2]] - counts[tile[0]]


def _passage(text: Tokenized, tile: Tile) -> Passage:
    span, span_right = (tile[0], tile[0] + tile[2]), (tile[1], tile[1] + tile[2])
    printed = text.text(span).replace("\n", " ").strip().lstrip(_CLOSING_MARKS).lstrip()
    return Passage(left=span, right=span_right, words=text.word_count(span), text=printed)


def _beside_the_point(
    left: Article, right: Article, left_text: Text, right_text: Text, tiles: Sequence[Tile], share: float
) -> bool:
    """Whether the rests of both have nothing in common, nor with what they share: a form, a masthead, an author's bio.

    A copy that goes on in words of its own goes on about the same thing, and so does a digest's source: it names
    somebody again whom the shared passage names. At the beginning or end of both it is enough that the rests are
    strangers. Of texts of different days it is enough that the rests name other people and places: what an outlet boxes
    into the paragraphs of different reports is about somebody whom they all name. `share` is how much of the shorter
    text they share.
    """
    spans = [(start, start + size) for start, _, size in tiles]
    rest = _content(left_text.tokens, spans, left.language)
    spans_right = [(start, start + size) for _, start, size in tiles]
    rest_right = _content(right_text.tokens, spans_right, right.language)
    few = min(len(rest), len(rest_right))
    is_tail = all(_at_end(tile, len(left_text.tokens.keys), len(right_text.tokens.keys)) for tile in tiles)
    if few < (_ABOVE_TAIL if is_tail else _REST):
        return False
    apart = days_apart(left, right)
    little = share < (_LITTLE if apart == inf else _MUCH)
    if little and apart > _NEIGHBOURS and _name_others(left_text.tokens, right_text.tokens, tiles, left.language):
        return True
    if len(rest & rest_right) >= _STRANGE * few:
        return False
    outside = _outside(spans, len(left_text.tokens.keys))
    rests = _names(left_text.tokens, spans, left.language) | _names(right_text.tokens, spans_right, right.language)
    if not rests.isdisjoint(_names(left_text.tokens, outside, left.language)):
        return False
    if all(_at_edge(tile, len(left_text.tokens.keys), len(right_text.tokens.keys)) for tile in tiles):
        return True
    shared = _content(left_text.tokens, outside, left.language)
    return max(len(shared & rest), len(shared & rest_right)) < _STRANGE * len(shared)


def are_strangers(left: Text, right: Text, language: str) -> bool:
    """Whether two texts have hardly a word of content in common."""
    contents = _content(left.tokens, (), language), _content(right.tokens, (), language)
    return len(contents[0] & contents[1]) < _STRANGE * min(map(len, contents))


def _name_others(left: Tokenized, right: Tokenized, tiles: Sequence[Tile], language: str) -> bool:
    """Whether hardly anything with a capital stands in the rests of both texts."""
    left_names = _names(left, [(start, start + size) for start, _, size in tiles], language)
    right_names = _names(right, [(start, start + size) for _, start, size in tiles], language)
    few = min(len(left_names), len(right_names))
    return few >= _NAMES and len(left_names & right_names) < _STRANGERS * few


def _names(text: Tokenized, spans: Sequence[tuple[int, int]], language: str) -> frozenset[str]:
    """The words of content with a capital outside the spans, by their keys, without the ending of a genitive."""
    stops = stop_words(language)
    return frozenset(
        text.keys[token].removesuffix("'s")
        for start, end in _outside(spans, len(text.keys))
        for token in range(start, end)
        if text.words[token] and text.tokens[token].text[:1].isupper() and text.keys[token] not in stops
    )


def _outside(spans: Sequence[tuple[int, int]], size: int) -> list[tuple[int, int]]:
    """What lies between and around the spans."""
    ends = [0, *(end for _, end in sorted(spans))]
    return list(zip(ends, [*(start for start, _ in sorted(spans)), size], strict=True))


def _at_edge(tile: Tile, tokens: int, right_tokens: int) -> bool:
    """Whether a passage stands at the beginning of both texts, or at the end of both."""
    return (tile[0] <= _EDGE and tile[1] <= _EDGE) or _at_end(tile, tokens, right_tokens)


def _at_end(tile: Tile, tokens: int, right_tokens: int) -> bool:
    left, right, size = tile
    return tokens - left - size <= _EDGE and right_tokens - right - size <= _EDGE


def _content(text: Tokenized, spans: Sequence[tuple[int, int]], language: str) -> frozenset[str]:
    """Words of content outside the spans."""
    taken = bytearray(len(text.keys))
    for start, end in spans:
        taken[start:end] = b"\1" * (end - start)
    stops = stop_words(language)
    return frozenset(
        key
        for token, key in enumerate(text.keys)
        if text.words[token] and not taken[token] and key not in stops and (len(key) > 3 or not key.isalpha())
    )
