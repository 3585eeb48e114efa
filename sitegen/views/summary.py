"""A comparison in a few sentences, from its values alone, for pages, descriptions, feeds, alt texts and terminals.

What may be said stands here in the order in which it is said. Each sentence is true by itself, so that any may be left
out; where there are more than `_MOST`, the least telling are.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitegen.model import CONSEQUENTIAL, STYLE, Article, Change, ChangeKind, Comparison, CopyStanding, Row
from sitegen.text.catalogues import ENGLISH, Catalogue, catalogue_for, marked
from sitegen.text.quotations import quotations
from sitegen.text.quoting import trimmed
from sitegen.text.tokenized import Tokenized
from sitegen.views.common import Site
from sitegen.views.rights import shown_rows

_MOST = 6
_FEW = 3
"""Changes inside paragraphs up to which each is told by its own sentence."""
_FEW_TELLING = 2
"""Figures, names and the like up to which each is told by its own sentence, where the rest is counted."""
_EXAMPLE = 70
"""Characters of both sides of a change that is given as an example, at most."""
_REWRITTEN = 0.75
"""Share of words kept below which it is news that the quotations were."""
_STYLES: dict[ChangeKind, str] = {
    "typography": marked("typography"),
    "case": marked("capitals"),
    "punctuation": marked("punctuation"),
    "spelling": marked("spelling"),
    "format": marked("number format"),
}
_CREDITED, _NO_CREDIT = marked("The source is credited."), marked("No credit line was found.")
_PLACES: tuple[ChangeKind, ...] = ("move", "split", "merge")


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What happened between two copies, in words."""

    sentences: tuple[str, ...]
    """Each whole and true by itself, in the order of reading; at least one."""

    @property
    def text(self) -> str:
        """All of them."""
        return " ".join(self.sentences)

    def within(self, most: int) -> str:
        """As many of them, from the first, as `most` characters hold; the first always."""
        said = self.sentences[0]
        for sentence in self.sentences[1:]:
            if len(said) + 1 + len(sentence) > most:
                break
            said = f"{said} {sentence}"
        return said


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence, and how much a reader would miss it: the lower, the more."""

    rank: int
    sentence: str


def summary_of(
    comparison: Comparison,
    texts: tuple[Tokenized, Tokenized],
    *,
    credited: bool | None,
    shown: bool,
    catalogue: Catalogue = ENGLISH,
) -> Summary:
    """The comparison in words. Pure.

    `credited` is whether the right names the left's source, None where that is no question (one source, or not known).
    `shown` is False where no words of the texts may be repeated.
    """
    said = list(_extremes(comparison, catalogue)) or [
        _Said(0, _length(comparison, catalogue)),
        *_coarse(comparison, catalogue),
        *_moves(comparison.changes, catalogue),
        *_inside(comparison, texts, catalogue, shown=shown),
        *_new_paragraphs(comparison, catalogue),
        *_gone_paragraphs(comparison, catalogue),
    ]
    if credited is not None:
        said.append(_Said(1, catalogue.gettext(_CREDITED if credited else _NO_CREDIT)))
    kept = sorted(range(len(said)), key=lambda at: (said[at].rank, at))[:_MOST]
    return Summary(sentences=tuple(said[at].sentence for at in sorted(kept)))


def summarise(
    site: Site,
    comparison: Comparison,
    articles: Mapping[str, Article],
    texts: Mapping[str, Tokenized],
    standings: Mapping[str, CopyStanding],
) -> Summary:
    """The summary of a comparison of a story, in the language of the site, with what rights allow to be said."""
    left, right = articles[comparison.left], articles[comparison.right]
    standing = standings[right.id]
    return summary_of(
        comparison,
        (texts[left.id], texts[right.id]),
        credited=credited(left, right, standing if standing.parent == left.id else None),
        shown=len(shown_rows(comparison, left, right, site.config.excerpt_share)) == len(comparison.rows),
        catalogue=catalogue_for(site.config.language),
    )


def credited(left: Article, right: Article, standing: CopyStanding | None) -> bool | None:
    """Whether the right names the source of the left; None where that is no question, or was not looked into.

    `standing` is that of the right, where the left is its likeliest parent.
    """
    if standing is None or not left.source or not right.source or left.source == right.source:
        return None
    return standing.credits_parent


def _extremes(comparison: Comparison, catalogue: Catalogue) -> Iterator[_Said]:
    """What there is to say where it is said in one sentence: nothing differs, or everything does."""
    measures = comparison.measures
    words = (measures.left_words, measures.right_words)
    if not any(words):
        yield _Said(0, catalogue.gettext("Neither text has any words."))
    elif not words[0]:
        yield _Said(
            0,
            catalogue.ngettext(
                "The first text has no words; the second has {count} word.",
                "The first text has no words; the second has {count} words.",
                words[1],
            ),
        )
    elif not words[1]:
        yield _Said(
            0,
            catalogue.ngettext(
                "The second text has no words; the first has {count} word.",
                "The second text has no words; the first has {count} words.",
                words[0],
            ),
        )
    elif not comparison.changes:
        yield _Said(0, catalogue.gettext("Word for word the same."))
    elif not measures.kept + measures.moved:
        yield _Said(0, catalogue.gettext("The two share no passage."))
        yield from _coarse(comparison, catalogue)
    elif all(change.kind in STYLE for change in comparison.changes):
        kinds = {change.kind for change in comparison.changes}
        names = catalogue.listed([catalogue.gettext(_STYLES[kind]) for kind in STYLE if kind in kinds])
        yield _Said(
            0,
            catalogue.ngettext(
                "Only style differs, in {count} place: {kinds}.",
                "Only style differs, in {count} places: {kinds}.",
                len(comparison.changes),
                kinds=names,
            ),
        )


def _length(comparison: Comparison, catalogue: Catalogue) -> str:
    measures = comparison.measures
    before, after = measures.left_words, measures.right_words
    share, number = catalogue.percent(measures.left_in_right), catalogue.number(before)
    if before == after:
        return catalogue.ngettext(
            "As long as before ({count} word), with {share} of the words kept.",
            "As long as before ({count} words), with {share} of the words kept.",
            after,
            share=share,
        )
    if abs(before - after) <= max(2, before // 50):
        return catalogue.ngettext(
            "About as long ({before} and {count} word), with {share} of the words kept.",
            "About as long ({before} and {count} words), with {share} of the words kept.",
            after,
            before=number,
            share=share,
        )
    if after < before:
        return catalogue.ngettext(
            "Cut from {before} to {count} word, with {share} of the words kept.",
            "Cut from {before} to {count} words, with {share} of the words kept.",
            after,
            before=number,
            share=share,
        )
    return catalogue.ngettext(
        "Grown from {before} to {count} word, with {share} of the words kept.",
        "Grown from {before} to {count} words, with {share} of the words kept.",
        after,
        before=number,
        share=share,
    )


def _coarse(comparison: Comparison, catalogue: Catalogue) -> Iterator[_Said]:
    if comparison.note:
        yield _Said(2, catalogue.gettext("Compared more coarsely than word by word, because of their size."))


def _moves(changes: Sequence[Change], catalogue: Catalogue) -> Iterator[_Said]:
    """A single move, split or merge by its sentence; several counted."""
    moves = [change for change in changes if change.kind == "move"]
    others = [change for change in changes if change.kind in ("split", "merge")]
    if len(moves) == 1:
        yield _Said(4, moves[0].sentence)
    elif moves:
        blocks = sum(len(change.rows) == 1 for change in moves)
        counted = [catalogue.ngettext("{count} paragraph", "{count} paragraphs", blocks)] if blocks else []
        if blocks < len(moves):
            counted.append(catalogue.ngettext("{count} sentence", "{count} sentences", len(moves) - blocks))
        # Translators: {what} is a list such as "3 paragraphs and 2 sentences".
        yield _Said(4, catalogue.gettext("Moved: {what}.", what=catalogue.listed(counted)))
    if len(others) == 1:
        yield _Said(8, others[0].sentence)
    elif others:
        yield _Said(
            8,
            catalogue.ngettext(
                "Paragraphs were split or merged in {count} place.",
                "Paragraphs were split or merged in {count} places.",
                len(others),
            ),
        )


def _inside(
    comparison: Comparison, texts: tuple[Tokenized, Tokenized], catalogue: Catalogue, *, shown: bool
) -> Iterator[_Said]:
    """What differs inside paragraphs: few changes each by its own sentence, many counted."""
    whole = {id(change) for change in (*_paragraphs(comparison, "cut"), *_paragraphs(comparison, "addition"))}
    inner = [
        change
        for change in comparison.changes
        if change.kind not in STYLE and change.kind not in _PLACES and id(change) not in whole
    ]
    if shown and len(inner) <= _FEW:
        yield from (_Said(3 if change.kind in CONSEQUENTIAL else 5, change.sentence) for change in inner)
        yield from _kept_quotations(comparison, texts, catalogue)
        return
    yield from _quotations([change for change in inner if change.kind == "quotation"], catalogue)
    yield from _kept_quotations(comparison, texts, catalogue)
    yield from _telling(
        [one for one in inner if one.kind in CONSEQUENTIAL and one.kind != "quotation"], catalogue, shown
    )
    others = sum(change.kind not in CONSEQUENTIAL for change in inner)
    if others:
        sentence = catalogue.ngettext("Other wording in {count} place.", "Other wording in {count} places.", others)
        yield _Said(9, sentence)


def _quotations(changes: Sequence[Change], catalogue: Catalogue) -> Iterator[_Said]:
    count = len(changes)
    if not count:
        return
    if all(not change.right for change in changes):
        said = catalogue.ngettext("One quotation was shortened.", "Quotations were shortened in {count} places.", count)
    elif all(not change.left for change in changes):
        said = catalogue.ngettext("One quotation was extended.", "Quotations were extended in {count} places.", count)
    else:
        said = catalogue.ngettext(
            "One change inside quotation marks.", "{count} changes inside quotation marks.", count
        )
    yield _Said(3, said)


def _kept_quotations(
    comparison: Comparison, texts: tuple[Tokenized, Tokenized], catalogue: Catalogue
) -> Iterator[_Said]:
    """How many quotations of the left stand in the right, word for word; nothing where that is to be expected."""
    blocks = [[block for row in comparison.rows for block in getattr(row, side)] for side in ("left", "right")]
    found = list(dict.fromkeys(quotations(texts[0], blocks[0])))
    if not found:
        return
    other = _joined(key for block in blocks[1] for key in _word_keys(texts[1], block))
    kept = sum(_joined(one) in other for one in found)
    if kept == len(found):
        if comparison.measures.left_in_right < _REWRITTEN:
            said = catalogue.ngettext(
                "The only quotation is kept word for word.", "All {count} quotations are kept word for word.", kept
            )
            yield _Said(6, said)
    elif not kept:
        said = catalogue.ngettext(
            "The only quotation is not kept word for word.",
            "None of the {count} quotations is kept word for word.",
            len(found),
        )
        yield _Said(6, said)
    else:
        said = catalogue.ngettext(
            "{count} of {total} quotations is kept word for word.",
            "{count} of {total} quotations are kept word for word.",
            kept,
            total=catalogue.number(len(found)),
        )
        yield _Said(6, said)


def _joined(keys: Iterable[str]) -> str:
    """As one text that holds that of another run of keys exactly where it holds the run."""
    return "".join(f"\x1f{key}" for key in keys) + "\x1f"


def _word_keys(text: Tokenized, block: int) -> Iterator[str]:
    return (text.keys[at] for at in range(*text.span(block)) if text.words[at])


def _telling(changes: Sequence[Change], catalogue: Catalogue, shown: bool) -> Iterator[_Said]:
    """Figures, dates, names, attributions and hedges counted, with the most telling as an example."""
    if not changes:
        return
    if shown and len(changes) <= _FEW_TELLING:
        yield from (_Said(3, change.sentence) for change in changes)
        return
    counts = Counter(change.kind for change in changes)
    what = catalogue.listed([_counted(kind, counts[kind], catalogue) for kind in CONSEQUENTIAL if counts[kind]])
    short = [one for one in changes if one.left and one.right and len(one.left) + len(one.right) <= _EXAMPLE]
    example = min(short, key=lambda one: (CONSEQUENTIAL.index(one.kind), len(one.left + one.right)), default=None)
    if shown and example:
        left, right = (catalogue.quoted(trimmed(one)) for one in (example.left, example.right))
        # Translators: {what} is a list such as "3 figures and 2 names"; {left} and {right} are quoted words.
        said = catalogue.gettext("Changed: {what}, for example {left} to {right}.", what=what, left=left, right=right)
    else:
        # Translators: {what} is a list such as "3 figures and 2 names".
        said = catalogue.gettext("Changed: {what}.", what=what)
    yield _Said(3, said)


def _counted(kind: ChangeKind, count: int, catalogue: Catalogue) -> str:
    if kind == "figure":
        return catalogue.ngettext("{count} figure", "{count} figures", count)
    if kind == "date":
        return catalogue.ngettext("{count} date", "{count} dates", count)
    if kind == "name":
        return catalogue.ngettext("{count} name", "{count} names", count)
    if kind == "attribution":
        return catalogue.ngettext("{count} attribution", "{count} attributions", count)
    return catalogue.ngettext("{count} hedge", "{count} hedges", count)


def _paragraphs(comparison: Comparison, kind: ChangeKind) -> list[Change]:
    """The cuts or additions that are whole rows."""
    return [change for change in comparison.changes if change.kind == kind and _is_whole(change, comparison.rows)]


def _is_whole(change: Change, rows: Sequence[Row]) -> bool:
    row = rows[change.rows[0]]
    if len(change.rows) != 1 or len(row.ops) != 1 or row.relation not in ("left only", "right only"):
        return False
    return (change.left_span, change.right_span) == (row.ops[0].left, row.ops[0].right)


def _new_paragraphs(comparison: Comparison, catalogue: Catalogue) -> Iterator[_Said]:
    new = len(_paragraphs(comparison, "addition"))
    if new:
        yield _Said(7, catalogue.ngettext("One paragraph is new.", "{count} paragraphs are new.", new))


def _gone_paragraphs(comparison: Comparison, catalogue: Catalogue) -> Iterator[_Said]:
    """Paragraphs that are gone; the opening and the ending are named."""
    gone = {change.rows[0] for change in _paragraphs(comparison, "cut")}
    if not gone:
        return
    order = [at for at, row in enumerate(comparison.rows) if row.left and row.relation != "repeated"]
    first, last = _run(order, gone), _run(reversed(order), gone)
    count = len(gone)
    total = catalogue.number(count)
    if last == count:
        said = catalogue.ngettext("The last paragraph is gone.", "The last {count} paragraphs are gone.", count)
    elif first == count:
        said = catalogue.ngettext("The first paragraph is gone.", "The first {count} paragraphs are gone.", count)
    elif last:
        said = catalogue.ngettext(
            "{total} paragraphs are gone, the last one among them.",
            "{total} paragraphs are gone, the last {count} among them.",
            last,
            total=total,
        )
    elif first:
        said = catalogue.ngettext(
            "{total} paragraphs are gone, the first one among them.",
            "{total} paragraphs are gone, the first {count} among them.",
            first,
            total=total,
        )
    else:
        said = catalogue.ngettext("One paragraph is gone.", "{count} paragraphs are gone.", count)
    yield _Said(4, said)


def _run(order: Iterable[int], gone: set[int]) -> int:
    count = 0
    for at in order:
        if at not in gone:
            break
        count += 1
    return count
