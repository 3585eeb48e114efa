"""Lays out whose words an article has: its sentences marked by origin, notes for the margin, the whole in numbers.

Marks say what two texts have in common and not who took it from whom, which is for the sentences above the text.
Where rights withhold a word of either, numbers alone are given.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from sitegen.edition import CopyOrigins, LostSentence, OriginKind, SentenceOrigin
from sitegen.frozen import replace
from sitegen.model import Article, Change, Comparison, Span
from sitegen.text.catalogues import Catalogue, counted
from sitegen.text.languages import direction
from sitegen.text.spanindex import SpanIndex
from sitegen.text.tokenized import Tokenized
from sitegen.views.addresses import article_path, comparison_path, href
from sitegen.views.common import Site, article_link, outlet_name, spoken_name
from sitegen.views.pages import ArticleBlock, Text, TextLink
from sitegen.views.pages.origins_view import OriginCell, OriginCount, OriginNote, OriginPart, OriginPiece, OriginWords
from sitegen.views.rights import Shown
from sitegen.views.stories.strips import SHAPES, cell_widths
from sitegen.views.story_reading import StoryReading

ORIGINS: Mapping[OriginKind, tuple[str, str]] = {
    "verbatim": counted("{count} sentence word for word", "{count} sentences word for word"),
    "quotation": counted("{count} quotation word for word", "{count} quotations word for word"),
    "reworded": counted("{count} sentence reworded", "{count} sentences reworded"),
    "moved": counted("{count} sentence at another place", "{count} sentences at another place"),
    "translated": counted("{count} sentence with a counterpart", "{count} sentences with a counterpart"),
    "own": counted("{count} sentence in words of its own", "{count} sentences in words of its own"),
    "unknown": counted(
        "{count} sentence without a recognised counterpart", "{count} sentences without a recognised counterpart"
    ),
}
"""Each origin as a reader is told it, in the order in which they are counted."""
_MOST_ELEMENTS = 1_050
"""Of the text with its marks, notes and links. The rest of a page has up to some 300, and all of it at most 1,400."""
_MOST_CELLS = 60
"""Sentences that its strip has: more are narrower than a finger or a pointer can hit."""
_PRINTED = 2
"""Sentences in a row that are gone and printed; of more, the number is."""
_MOST_SHARED = 3
"""Other copies that a note names."""
_MOST_CHANGES = 2
"""Changes that a note says in words; the comparison has the others."""


def origin_part(
    site: Site, reading: StoryReading, article: Article, origins: CopyOrigins, blocks: Sequence[ArticleBlock]
) -> OriginPart:
    """The numbers, and what is not known; `blocks` are those of the text as they were marked."""
    catalogue, parent = site.catalogue, reading.articles[origins.against]
    counts = Counter(sentence.kind for sentence in origins.sentences)
    has_marks = marks_are_shown(reading, article, origins)
    return OriginPart(
        against=TextLink(
            label=outlet_name(site, parent),
            href=_comparison_address(site, reading, article) or _page(site, parent),
        ),
        counts=tuple(
            OriginCount(kind=kind, text=catalogue.ngettext(*words, counts[kind]))
            for kind, words in ORIGINS.items()
            if counts[kind]
        ),
        sentences=(
            *_sentences(site, reading, article, origins, catalogue),
            *(_unmarked(blocks, catalogue) if has_marks else ()),
        ),
        cells=tuple(_cells(reading, article, origins, blocks)) if has_marks else (),
        has_marks=has_marks,
        has_changes=has_marks and bool(origins.lost or any(sentence.ops for sentence in origins.sentences)),
    )


def _cells(
    reading: StoryReading, article: Article, origins: CopyOrigins, blocks: Sequence[ArticleBlock]
) -> Iterator[OriginCell]:
    """The sentences as wide as they are long, each leading to its paragraph."""
    if len(origins.sentences) > _MOST_CELLS:
        return
    text, marked = reading.texts[article.id], {block.id for block in blocks if block.pieces}
    lengths = [max(1, sentence.span[1] - sentence.span[0]) for sentence in origins.sentences]
    for sentence, (left, width) in zip(origins.sentences, cell_widths(lengths), strict=True):
        block = article.blocks[text.block_of(sentence.span[0])].id
        if block in marked:
            top, height = SHAPES[sentence.kind]
            yield OriginCell(kind=sentence.kind, path=f"M{left} {top}h{width}v{height}h-{width}z", href=f"#{block}")


def marks_are_shown(reading: StoryReading, article: Article, origins: CopyOrigins) -> bool:
    """Whether it may be shown which words both have."""
    return article.rights == "full" and reading.articles[origins.against].rights != "figures"


def _page(site: Site, article: Article) -> str:
    return href(site.frame.root, article_path(article.id))


def _sentences(
    site: Site, reading: StoryReading, article: Article, origins: CopyOrigins, catalogue: Catalogue
) -> Iterator[str]:
    parent = reading.articles[origins.against]
    name = spoken_name(site, parent, short=True)
    kinds = {sentence.kind for sentence in origins.sentences}
    if origins.lost:
        yield catalogue.ngettext(
            "Not in it: {lost} of the {count} sentence of {name}.",
            "Not in it: {lost} of the {count} sentences of {name}.",
            origins.parent_sentences,
            lost=catalogue.number(len(origins.lost)),
            name=name,
        )
    if origins.unknown:
        yield catalogue.ngettext(
            "Of {count} sentence of {name} it is not known whether it is in it.",
            "Of {count} sentences of {name} it is not known whether they are in it.",
            origins.unknown,
            name=name,
        )
    if article.completeness == "partial":
        yield catalogue.gettext("What was saved of it breaks off, and nothing is said of what comes after.")
    if parent.completeness == "partial":
        yield catalogue.gettext(
            "What was saved of {name} breaks off: words that look like this copy’s own may have been in the rest.",
            name=name,
        )
    elif "own" in kinds:
        yield catalogue.gettext(
            "In words of its own: none of the sentences of {name} was recognised in them.", name=name
        )
    if not reading.standings[article.id].parent:
        yield catalogue.gettext("This says what the two have in common, and not who took it from whom.")


def _unmarked(blocks: Sequence[ArticleBlock], catalogue: Catalogue) -> Iterator[str]:
    count = sum(1 for block in blocks if block.plain and not block.pieces)
    if count:
        yield catalogue.ngettext(
            "The text is too long to be marked to its end: its last paragraph is not.",
            "The text is too long to be marked to its end: its last {count} paragraphs are not.",
            count,
        )


def _comparison_address(site: Site, reading: StoryReading, article: Article) -> str:
    """The page that shows both side by side; empty where there is none."""
    if alignment := reading.translation_shown_for(article.id):
        return href(site.frame.root, reading.translation_path(alignment))
    pair = reading.pair_shown_for(article.id)
    return href(site.frame.root, comparison_path(reading.story.id, *pair)) if pair else ""


def blocks_with_origins(
    site: Site, reading: StoryReading, article: Article, origins: CopyOrigins, blocks: Sequence[ArticleBlock]
) -> tuple[ArticleBlock, ...]:
    """The blocks of an article, its paragraphs cut into pieces, with notes beside them."""
    without_changes = _Layout(site, reading, article, origins, elements=0)
    spans = {block.id: without_changes.text.span(index) for index, block in enumerate(article.blocks)}
    plain = [block.id for block in blocks if block.plain]
    counts = _notes_of_paragraphs({block: without_changes.counts(spans[block]) for block in plain})
    notes = {block: tuple(without_changes.notes(spans[block], counts[block])) for block in plain}
    # What is of whom comes before what was changed in it, which the comparison shows too.
    drawn = len(origins.sentences) if len(origins.sentences) <= _MOST_CELLS else 0
    left = _MOST_ELEMENTS - sum(map(elements_of, blocks)) - 2 * drawn
    marked: list[str] = []
    for block in plain:
        pieces = without_changes.pieces(spans[block], is_last=block == plain[-1])
        left -= sum(map(_elements_of_piece, pieces)) + _elements_of_notes(notes[block])
        if left < 0:
            break
        marked.append(block)
    layout = _Layout(site, reading, article, origins, elements=left)
    pieces_of = {block: layout.pieces(spans[block], is_last=block == plain[-1]) for block in marked}
    return tuple(
        replace(block, pieces=pieces_of[block.id], notes=notes[block.id]) if block.id in pieces_of else block
        for block in blocks
    )


def elements_of(block: ArticleBlock) -> int:
    """How many elements a block has without marks and notes, its link among them."""
    return block.is_linked + (1 if block.plain else 3 + len(block.starts) + sum(1 + len(row) for row in block.rows))


def _elements_of_piece(piece: OriginPiece) -> int:
    return bool(piece.kind) + sum(1 for words in piece.words if words.mark) + bool(piece.more)


def _elements_of_notes(notes: Sequence[OriginNote]) -> int:
    links = sum(bool(note.href) + 2 * len(note.changes) + 2 * len(note.links) for note in notes)
    return bool(notes) + len(notes) + links


def _notes_of_paragraphs(counts: Mapping[str, Counter[OriginKind]]) -> dict[str, Counter[OriginKind]]:
    """What is counted in the note of each paragraph: those in a row that are of one origin have one note."""
    notes: dict[str, Counter[OriginKind]] = {}
    for kind, group in groupby(counts, key=lambda block: next(iter(counts[block])) if len(counts[block]) == 1 else ""):
        members = list(group)
        joined = kind in ("verbatim", "quotation", "translated")
        for index, block in enumerate(members):
            if not joined:
                notes[block] = counts[block]
            else:
                notes[block] = Counter[OriginKind]() if index else sum((counts[peer] for peer in members), Counter())
    return notes


class _Layout:
    """Cuts the paragraphs of one article into pieces, in their order."""

    def __init__(
        self, site: Site, reading: StoryReading, article: Article, origins: CopyOrigins, elements: int
    ) -> None:
        self._site, self._reading, self._article, self._origins = site, reading, article, origins
        self.text: Tokenized = reading.texts[article.id]
        self._parent_text = reading.texts[origins.against]
        self._shown: Shown = reading.shown.beside(origins.against, article.id)
        self._lost = list(reversed(origins.lost))
        self._left = elements
        self._address = _comparison_address(site, reading, article)
        pair = reading.pair_shown_for(article.id)
        self._comparison: Comparison | None = reading.by_pair[pair] if pair else None
        same = reading.alike.get(article.id, article.id)
        self._is_right = pair is not None and pair[1] in (article.id, same) and origins.against != same
        self._starting = SpanIndex(((sentence.span[0], sentence.span[0]), sentence) for sentence in origins.sentences)
        self._changed = SpanIndex(
            (change.right_span if self._is_right else change.left_span, change)
            for change in (self._comparison.changes if self._comparison else ())
            if not change.is_style
        )
        parent = reading.articles[origins.against]
        is_foreign = parent.language != article.language
        self._lang = parent.language if is_foreign and parent.language != "und" else ""
        self._dir = direction(parent.language) if is_foreign else ""

    def _within(self, span: Span) -> list[SentenceOrigin]:
        return list(self._starting.touching(span))

    def counts(self, span: Span) -> Counter[OriginKind]:
        """How many sentences of a paragraph have each origin."""
        return Counter(sentence.kind for sentence in self._within(span))

    def pieces(self, span: Span, *, is_last: bool) -> tuple[OriginPiece, ...]:
        """The pieces of a paragraph. What is gone is shown where it would be, at the latest in the last paragraph."""
        pieces: list[OriginPiece] = []
        reached = span[0]
        for sentence in self._within(span):
            begin, end = max(sentence.span[0], reached), min(sentence.span[1], span[1])
            if begin >= end:
                continue
            if reached < begin:
                pieces.append(self._plain(reached, begin))
            pieces += self._lost_before(begin)
            pieces.append(OriginPiece(kind=sentence.kind, words=tuple(self._words(sentence, (begin, end)))))
            reached = end
        if reached < span[1]:
            pieces.append(self._plain(reached, span[1]))
        pieces += self._lost_before(len(self.text.tokens) if is_last else reached)
        return tuple(_joined(pieces))

    def _plain(self, begin: int, end: int) -> OriginPiece:
        return OriginPiece(kind="", words=(OriginWords(text=self.text.text((begin, end))),))

    def _words(self, sentence: SentenceOrigin, span: Span) -> Iterator[OriginWords]:
        parent = sentence.parent
        # Its neighbours, which would have stood in one element with it, stand in elements of their own.
        elements = 2 + sum({"equal": 0, "replace": 2}.get(op.tag, 1) for op in sentence.ops)
        is_marked = sentence.ops and parent and span == sentence.span and self._left >= elements
        if not is_marked:
            yield OriginWords(text=self.text.text(span))
            return
        self._left -= elements
        for op in sentence.ops:
            dropped = self._parent_text.text(op.left) if op.tag in ("delete", "replace") else ""
            if dropped.strip() and self._shown.covers(self._origins.against, op.left):
                yield OriginWords(text=dropped if dropped[-1:].isspace() else f"{dropped} ", mark="del")
            if op.right[0] < op.right[1]:
                yield OriginWords(text=self.text.text(op.right), mark="" if op.tag == "equal" else "ins")

    def _lost_before(self, place: int) -> Iterator[OriginPiece]:
        """What would be before a place and was not shown yet; sentences in a row together."""
        lost: list[LostSentence] = []
        while self._lost and self._lost[-1].after <= place:
            lost.append(self._lost.pop())
        if not lost:
            return
        printed = [
            " ".join(self._parent_text.text(sentence.span).split())
            for sentence in lost[:_PRINTED]
            if self._shown.covers(self._origins.against, sentence.span)
        ]
        words = tuple(OriginWords(text=f" {text} ", mark="del", lang=self._lang, dir=self._dir) for text in printed)
        yield OriginPiece(kind="lost", words=words, more=len(lost) - len(printed))

    def notes(self, span: Span, counts: Counter[OriginKind]) -> Iterator[OriginNote]:
        """A note an origin, in their order."""
        within = self._within(span)
        for kind, words in ORIGINS.items():
            if not counts[kind]:
                continue
            sentences = [sentence for sentence in within if sentence.kind == kind]
            changes = [change for sentence in sentences for change in self._changes(sentence)]
            telling = dict.fromkeys(change for change in changes if self._tells(change))
            is_reworded = kind in ("reworded", "moved")
            yield OriginNote(
                kind=kind,
                text=self._site.catalogue.ngettext(*words, counts[kind]),
                href=(self._address_of(changes[0]) if changes else self._address) if is_reworded else "",
                changes=tuple(
                    TextLink(label=Text(text=change.sentence), href=self._address_of(change))
                    for change in [*telling][:_MOST_CHANGES]
                ),
                links=tuple(self._shared(sentences)),
            )

    def _address_of(self, change: Change) -> str:
        """Where a change is told: a long comparison has several pages."""
        if self._comparison is None:
            return self._address
        return f"{href(self._site.frame.root, self._reading.path_of(self._comparison, change.id))}#{change.id}"

    def _shared(self, sentences: Sequence[SentenceOrigin]) -> Iterator[TextLink]:
        copies = dict.fromkeys(copy for sentence in sentences for copy in sentence.shared)
        articles = [self._reading.articles[copy] for copy in copies]
        for article in [article for article in articles if article.rights != "figures"][:_MOST_SHARED]:
            yield article_link(self._site, article)

    def _changes(self, sentence: SentenceOrigin) -> Iterator[Change]:
        """The changes within a sentence of the article, as its comparison lists them."""
        if self._comparison is None or sentence.kind not in ("reworded", "moved"):
            return
        yield from self._changed.touching(sentence.span)

    def _tells(self, change: Change) -> bool:
        """Whether its sentence is of substance, may be repeated, and reads from the other text to this one."""
        comparison = self._comparison
        return (
            comparison is not None
            and self._is_right
            and change.is_consequential
            and self._reading.shown.tells(comparison, change)
        )


def _joined(pieces: Sequence[OriginPiece]) -> Iterator[OriginPiece]:
    """Pieces of one origin in a row, without words that changed, are one."""
    for (kind, is_marked), group in groupby(
        pieces, key=lambda piece: (piece.kind, any(words.mark for words in piece.words))
    ):
        members = list(group)
        if is_marked or kind == "lost":
            yield from members
        else:
            text = "".join(words.text for piece in members for words in piece.words)
            yield OriginPiece(kind=kind, words=(OriginWords(text=text),))
