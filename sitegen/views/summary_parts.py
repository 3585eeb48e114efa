"""What a summary says of the changes: what moved, what differs inside paragraphs, which paragraphs are new or gone.

Few are told each, many are counted. Which sentences a summary has room for is decided in summary.py.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sitegen.changes.kinds import BY_NAME
from sitegen.frozen import dataclass
from sitegen.model import CONSEQUENTIAL, Change, ChangeKind, Comparison, Row
from sitegen.text.catalogues import Catalogue
from sitegen.text.quotations import quotations
from sitegen.text.quoting import trimmed
from sitegen.text.tokenized import Tokenized

_FEW = 3
"""Changes inside paragraphs up to which each is told by its own sentence."""
_FEW_TELLING = 2
"""Figures, names and the like up to which each is told by its own sentence, where the rest is counted."""
_EXAMPLE = 70
"""Characters of both sides of a change that is given as an example, at most."""
_REWRITTEN = 0.75
"""Share of words kept below which it is news that the quotations were."""
_PLACES: tuple[ChangeKind, ...] = ("move", "split", "merge")


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence, and how much a reader would miss it."""

    rank: int
    """0 is said always; the higher, the sooner it is left out."""
    sentence: str


def moves(changes: Sequence[Change], catalogue: Catalogue) -> Iterator[Said]:
    """A single move, split or merge by its sentence; several counted."""
    moved = [change for change in changes if change.kind == "move" and not change.shifted]
    others = [change for change in changes if change.kind in ("split", "merge")]
    if len(moved) == 1:
        yield Said(4, moved[0].sentence)
    elif moved:
        blocks = sum(len(change.rows) == 1 for change in moved)
        numbers = [catalogue.ngettext("{count} paragraph", "{count} paragraphs", blocks)] if blocks else []
        if blocks < len(moved):
            numbers.append(catalogue.ngettext("{count} sentence", "{count} sentences", len(moved) - blocks))
        # Translators: {what} is a list such as "3 paragraphs and 2 sentences".
        yield Said(4, catalogue.gettext("Moved: {what}.", what=catalogue.listed(numbers)))
    if len(others) == 1:
        yield Said(8, others[0].sentence)
    elif others:
        yield Said(
            8,
            catalogue.ngettext(
                "Paragraphs were split or merged in {count} place.",
                "Paragraphs were split or merged in {count} places.",
                len(others),
            ),
        )


def inside(
    comparison: Comparison, texts: tuple[Tokenized, Tokenized], catalogue: Catalogue, *, shown: bool
) -> Iterator[Said]:
    """What differs inside paragraphs: few changes each by its own sentence, many counted."""
    whole = {id(change) for change in (*_paragraphs(comparison, "cut"), *_paragraphs(comparison, "addition"))}
    inner = [
        change
        for change in comparison.changes
        if change.is_substance and (change.shifted or change.kind not in _PLACES) and id(change) not in whole
    ]
    if shown and len(inner) <= _FEW:
        yield from (Said(3 if change.is_consequential else 5, change.sentence) for change in inner)
        yield from _kept_quotations(comparison, texts, catalogue)
        return
    yield from _quotations([change for change in inner if change.kind == "quotation"], catalogue)
    yield from _kept_quotations(comparison, texts, catalogue)
    yield from _telling(
        [change for change in inner if change.is_consequential and change.kind != "quotation"], catalogue, shown
    )
    others = sum(not change.is_consequential for change in inner)
    if others:
        sentence = catalogue.ngettext("Other wording in {count} place.", "Other wording in {count} places.", others)
        yield Said(9, sentence)


def _quotations(changes: Sequence[Change], catalogue: Catalogue) -> Iterator[Said]:
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
    yield Said(3, said)


def differences(comparison: Comparison, catalogue: Catalogue) -> Iterator[Said]:
    """How many findings of consequence there are, by their kinds, without saying that anybody changed anything."""
    # What one rounds, both give.
    counts = Counter(
        change.kind for change in comparison.changes if change.is_consequential and change.verdict != "rounded"
    )
    if counts:
        what = catalogue.listed([_counted(kind, counts[kind], catalogue) for kind in CONSEQUENTIAL if counts[kind]])
        # Translators: {what} is a list such as "3 figures and 2 names".
        yield Said(3, catalogue.gettext("They differ in {what}.", what=what))


def one_sided_paragraphs(comparison: Comparison, catalogue: Catalogue) -> Iterator[Said]:
    """How many paragraphs stand in one of two texts alone."""
    first, second = (sum(map(_has_words, _paragraphs(comparison, kind))) for kind in ("cut", "addition"))
    if first:
        yield Said(
            4,
            catalogue.ngettext(
                "{count} paragraph is in the first alone.", "{count} paragraphs are in the first alone.", first
            ),
        )
    if second:
        yield Said(
            4,
            catalogue.ngettext(
                "{count} paragraph is in the second alone.", "{count} paragraphs are in the second alone.", second
            ),
        )


def _kept_quotations(
    comparison: Comparison, texts: tuple[Tokenized, Tokenized], catalogue: Catalogue
) -> Iterator[Said]:
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
            yield Said(6, said)
    elif not kept:
        said = catalogue.ngettext(
            "The only quotation is not kept word for word.",
            "None of the {count} quotations is kept word for word.",
            len(found),
        )
        yield Said(6, said)
    else:
        said = catalogue.ngettext(
            "{count} of {total} quotations is kept word for word.",
            "{count} of {total} quotations are kept word for word.",
            kept,
            total=catalogue.number(len(found)),
        )
        yield Said(6, said)


def _joined(keys: Iterable[str]) -> str:
    """As one text that holds that of another run of keys exactly where it holds the run."""
    return "".join(f"\x1f{key}" for key in keys) + "\x1f"


def _word_keys(text: Tokenized, block: int) -> Iterator[str]:
    return (text.keys[at] for at in range(*text.span(block)) if text.words[at])


def _telling(changes: Sequence[Change], catalogue: Catalogue, shown: bool) -> Iterator[Said]:
    """Figures, dates, names, attributions and hedges counted, with the most telling as an example."""
    if not changes:
        return
    if shown and len(changes) <= _FEW_TELLING:
        yield from (Said(3, change.sentence) for change in changes)
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
    yield Said(3, said)


def _counted(kind: ChangeKind, count: int, catalogue: Catalogue) -> str:
    return catalogue.ngettext(*BY_NAME[kind].noun, count)


def _paragraphs(comparison: Comparison, kind: ChangeKind) -> list[Change]:
    """The cuts or additions that are whole rows."""
    return [change for change in comparison.changes if change.kind == kind and _is_whole(change, comparison.rows)]


def _is_whole(change: Change, rows: Sequence[Row]) -> bool:
    row = rows[change.rows[0]]
    if len(change.rows) != 1 or len(row.ops) != 1 or row.relation not in ("left only", "right only"):
        return False
    return (change.left_span, change.right_span) == (row.ops[0].left, row.ops[0].right)


def _has_words(change: Change) -> bool:
    """Whether a reader would call it a paragraph: a line of stars or dashes is none."""
    return any(map(str.isalnum, change.left or change.right))


def new_paragraphs(comparison: Comparison, catalogue: Catalogue) -> Iterator[Said]:
    """How many paragraphs are new."""
    new = sum(map(_has_words, _paragraphs(comparison, "addition")))
    if new:
        yield Said(7, catalogue.ngettext("One paragraph is new.", "{count} paragraphs are new.", new))


def repetitions(comparison: Comparison, catalogue: Catalogue) -> Iterator[Said]:
    """What one of the two prints twice, and the other once."""
    rows = [row for row in comparison.rows if row.relation == "repeated"]
    left, right = sum(len(row.left) for row in rows), sum(len(row.right) for row in rows)
    if left:
        said = catalogue.ngettext(
            "The first prints {count} paragraph twice.", "The first prints {count} paragraphs twice.", left
        )
        yield Said(10, said)
    if right:
        said = catalogue.ngettext(
            "The second prints {count} paragraph twice.", "The second prints {count} paragraphs twice.", right
        )
        yield Said(10, said)


def gone_paragraphs(comparison: Comparison, catalogue: Catalogue) -> Iterator[Said]:
    """Paragraphs that are gone; the opening and the ending are named."""
    cut = _paragraphs(comparison, "cut")
    gone = {change.rows[0] for change in cut if _has_words(change)}
    if not gone:
        return
    unread = {change.rows[0] for change in cut} - gone
    order = [
        at for at, row in enumerate(comparison.rows) if row.left and row.relation != "repeated" and at not in unread
    ]
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
    yield Said(4, said)


def _run(order: Iterable[int], gone: set[int]) -> int:
    count = 0
    for at in order:
        if at not in gone:
            break
        count += 1
    return count
