"""Turns rows and ops into the changes a reader stops at. The order of the work; each part knows one question."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date
from itertools import pairwise

from sitegen.changes.corrected import with_named_changes
from sitegen.changes.equaltokens import EqualTokens
from sitegen.changes.evidence import Claims, confidence_of, with_floor
from sitegen.changes.finding import Finding
from sitegen.changes.forcedforms import without_forced_forms
from sitegen.changes.kinds import BY_NAME, KINDS
from sitegen.changes.kinds.spelling import respelt
from sitegen.changes.labels import with_joined_labels
from sitegen.changes.moved import with_moved_clauses
from sitegen.changes.onesided import as_correction, one_sided, with_exchanged_credits, with_refrains, without_unknown
from sitegen.changes.orders import order_findings
from sitegen.changes.pairing import with_joined_dates
from sitegen.changes.quotes import all_quoted, are_one_quotation, is_mostly_kept, place_is_quoted, quotation_findings
from sitegen.changes.readtext import Names, ReadText
from sitegen.changes.rest import rest_findings
from sitegen.changes.rowedits import Edit, SentencePair, Sides, row_edits
from sitegen.changes.speech import confidence_by_line
from sitegen.changes.surface import surface_findings, with_pairs_of_marks
from sitegen.changes.telling import Telling
from sitegen.changes.terms import terms_of_both
from sitegen.changes.widen import widened
from sitegen.model import STYLE, SURE, Article, Change, ChangeKind, Move, Op, Row, Span, Verdict
from sitegen.text.catalogues import ENGLISH, Catalogue
from sitegen.text.tokenized import Tokenized

_SURE_OF_QUOTED, _UNSURE_OF_QUOTED = 0.95, 0.8
"""Confidence that a sentence between two others of a quotation was said with them; where most of what the other text
quotes there is something else, each took another statement of one speaker's."""
_TELLS_NOTHING = 0.85
"""What is left of the confidence of what is so and tells nothing."""
_LESSER = frozenset[Verdict]({"same-value", "converted", "reworded", "unclear", "moved"})
"""Verdicts by which nothing is another fact."""
_TELL_PLACES = frozenset({"move", "split", "merge", "order"})
"""Kinds that tell of a stretch as a place, in which other findings may stand."""
_PLACES: Mapping[str, ChangeKind] = {"moved": "move", "split": "split", "merged": "merge"}


def find_changes(
    left: Tokenized,
    right: Tokenized,
    rows: Sequence[Row],
    moves: Sequence[Move],
    languages: tuple[str, str],
    catalogue: Catalogue = ENGLISH,
    articles: tuple[Article, Article] | None = None,
) -> tuple[Change, ...]:
    """All changes of a comparison, in the order of its rows. `languages` are those of the left and the right.

    The sentences are those of `catalogue`. `articles` say what their blocks are, when they appeared, and whether one is
    partial; None for texts of which nothing is known.
    """
    terms = terms_of_both(*languages)
    sides = Sides(ReadText(left, terms[0]), ReadText(right, terms[1]))
    if articles:
        sides = sides._replace(
            days=(_day(articles[0]), _day(articles[1])),
            blocks=(articles[0].blocks, articles[1].blocks),
            partial=(articles[0].completeness == "partial", articles[1].completeness == "partial"),
        )
    sides = sides._replace(kept=_kept(sides, rows))
    sides.left.names = sides.right.names = Names((sides.left, sides.right))
    findings = with_joined_labels(sides, rows, list(_findings(sides, rows, moves)))
    findings = without_unknown(sides, rows, findings)
    claims = Claims(sides, rows)
    checked = with_refrains(rows, [claims.checked(finding) for finding in with_exchanged_credits(findings)])
    checked = list(_apart([_with_worth(sides, finding) for finding in checked]))
    telling = Telling(sides, rows, checked, catalogue)
    seen: dict[str, int] = {}
    changes = [_change(sides, finding, telling, seen) for finding in checked]
    return with_named_changes(sides, changes, catalogue)


def _apart(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings, without a quotation that is not sure and of which another finding tells a part already."""
    doubted = [finding for finding in findings if finding.kind == "quotation" and finding.confidence < SURE]
    if not doubted:
        yield from findings
        return
    told = [finding for finding in findings if finding.kind not in _TELL_PLACES | {"quotation", *STYLE}]
    lefts = {token for finding in told for token in range(*finding.left)}
    rights = {token for finding in told for token in range(*finding.right)}
    for finding in findings:
        is_doubted = finding.kind == "quotation" and finding.confidence < SURE
        if not is_doubted or (lefts.isdisjoint(range(*finding.left)) and rights.isdisjoint(range(*finding.right))):
            yield finding


def _findings(sides: Sides, rows: Sequence[Row], moves: Sequence[Move]) -> Iterator[Finding]:
    leaving, moved = _by_row(moves)
    reordered = order_findings(sides, rows)
    yield from reordered
    told_rows = {index for finding in reordered for index in finding.rows}
    for index, row in enumerate(rows):
        if index in told_rows:
            yield from _of_ops(sides, (index,), row.ops)
            continue
        yield from _of_row(sides, index, row, moved.get(index, frozenset()))
        for move in leaving.get(index, ()):
            yield Finding(kind="move", verdict="moved", left=move.left, right=move.right, rows=move.rows)
            yield from _of_ops(sides, move.rows, move.ops)


def _kept(sides: Sides, rows: Sequence[Row]) -> float:
    """Share of the words of the shorter text that stayed, in order; 1.0 where there are none."""
    stayed = sum(
        sides.left.text.word_count(op.left)
        for row in rows
        if row.relation != "repeated"
        for op in row.ops
        if op.tag == "equal"
    )
    words = min(text.text.word_count((0, len(text.tokens))) for text in (sides.left, sides.right))
    return min(stayed / words, 1.0) if words else 1.0


def _day(article: Article) -> date | None:
    """The day against which an article says `yesterday`; None where it is not known."""
    return article.published.day if article.published else None


def _by_row(moves: Sequence[Move]) -> tuple[dict[int, list[Move]], dict[int, set[Span]]]:
    """The moves that leave each row, and the ranges of each row that are told as moves."""
    leaving: dict[int, list[Move]] = {}
    moved: dict[int, set[Span]] = {}
    for move in moves:
        leaving.setdefault(move.rows[0], []).append(move)
        moved.setdefault(move.rows[0], set()).add(move.left)
        moved.setdefault(move.rows[1], set()).add(move.right)
    return leaving, moved


def _of_row(sides: Sides, index: int, row: Row, moved: Set[Span]) -> Iterator[Finding]:
    """The findings of a row; ranges in `moved` are told as moves."""
    if row.relation == "repeated":
        return
    if row.relation in ("left only", "right only"):
        for op in row.ops:
            if op.left not in moved and op.right not in moved:
                yield from one_sided(sides, row, op, (index,))
        return
    if row.relation in _PLACES:
        yield Finding(
            kind=_PLACES[row.relation],
            verdict="moved",
            left=_reach(row.ops, "left"),
            right=_reach(row.ops, "right"),
            rows=(index,),
        )
    ops: Sequence[Op] = row.ops
    if moved:
        ops = [op for op in ops if op.tag == "equal" or not (op.left in moved or op.right in moved)]
    yield from _of_ops(sides, (index,), ops)


def _reach(ops: Sequence[Op], side: str) -> Span:
    spans: list[Span] = [getattr(op, side) for op in ops]
    return (spans[0][0], spans[-1][1])


def _of_ops(sides: Sides, rows: tuple[int, ...], ops: Sequence[Op]) -> list[Finding]:
    """The findings of a run of ops, in the order of the text."""
    if len(ops) == 1 and ops[0].tag == "equal" and _is_printed_alike(sides, ops[0]):
        return []
    ops = widened(sides, ops)
    if all(op.tag == "equal" for op in ops):
        findings_so_far = [finding for op in ops for finding in surface_findings(sides, op)]
    else:
        edited = _of_edits(sides, ops)
        wholes = [finding for finding in edited if finding.kind in _TELL_ALL]
        lefts = {token for finding in wholes for token in range(*finding.left)}
        rights = {token for finding in wholes for token in range(*finding.right)}
        findings_so_far = [
            *edited,
            *(
                finding
                for finding in _of_equal(sides, ops)
                if lefts.isdisjoint(range(*finding.left)) and rights.isdisjoint(range(*finding.right))
            ),
        ]
    findings_so_far.sort(key=lambda finding: (finding.left, finding.right))
    findings_so_far = without_forced_forms(sides, findings_so_far)
    return [replace(finding, rows=rows) for finding in with_pairs_of_marks(sides, findings_so_far)]


def _is_printed_alike(sides: Sides, op: Op) -> bool:
    """Whether an equal op is the same in print too: most paragraphs of two versions of one page are."""
    return sides.left.tokens[slice(*op.left)] == sides.right.tokens[slice(*op.right)]


_TELL_ALL = frozenset({"format", "wording", "cut", "addition"})
"""Kinds of findings that may hold words that stayed: how these look is told with them."""


def _of_equal(sides: Sides, ops: Sequence[Op]) -> Iterator[Finding]:
    for index, op in enumerate(ops):
        if op.tag == "equal":
            yield from surface_findings(sides, op, after_edit=index > 0 and ops[index - 1].tag != "equal")


def _of_edits(sides: Sides, ops: Sequence[Op]) -> list[Finding]:
    """What differs, edit by edit: sentences that stand alone, then what each finder takes, then the rest."""
    edits = row_edits(sides, ops)
    equal = EqualTokens(ops)
    findings_so_far = [
        finding for side in (0, 1) for span in edits.alone[side] for finding in _alone(sides, ops, equal, span, side)
    ]
    if not edits.pairs:
        return findings_so_far
    findings_so_far += quotation_findings(sides, ops, edits.free)
    for pair in edits.pairs:
        is_whole = not pair.is_short and not (pair.is_headline and pair.equal_content)
        if is_whole and pair.support < _ONE_STATEMENT and all(_have_content(pair)):
            findings_so_far += [pair.take(finding) for piece in pair.pieces() for finding in _of_piece(sides, piece)]
            continue
        # Of two sentences that have no word of content in common no word is another's: they are worded otherwise.
        finders = [kind.find for kind in KINDS if kind.find] if pair.equal_content or pair.is_short else []
        of_pair = [*respelt(pair), *(finding for find in finders for finding in find(pair))]
        of_pair = [_weighed(pair, finding) for finding in of_pair]
        of_pair += [_weighed(pair, as_correction(sides, finding)) for finding in rest_findings(pair)]
        findings_so_far += _absorbed(pair, with_moved_clauses(pair, of_pair))
    return [with_floor(sides, equal, finding) for finding in with_joined_dates(sides, findings_so_far)]


_COPIES_FROM = 0.12
"""Share of the words of the shorter text that stayed, below which no sentence of one is another wording of the other's:
they are two reports."""
_ONE_STATEMENT = 0.2
"""Support below which two sentences are told as one against the other: what they share, any two of one affair share."""


def _of_piece(sides: Sides, piece: Edit) -> Iterator[Finding]:
    """A stretch of two sentences that are told as wholes. One sentence may be another, reworded; where one text has
    several there, its words are gone, and the other's are new."""
    left, right = piece
    texts = (sides.left, sides.right)
    words = [any(map(text.is_word, range(*span))) for text, span in zip(texts, piece, strict=True)]
    # Two headlines stand for each other, however little of their words stayed.
    are_copies = sides.kept >= _COPIES_FROM or not any(sides.blocks)
    if are_copies and all(words) and all(map(_is_of_one_sentence, texts, piece)):
        yield Finding(kind="wording", verdict="reworded", left=left, right=right)
        return
    if words[0]:
        yield Finding(kind="cut", verdict="withheld", left=left, right=(right[0], right[0]))
    if words[1]:
        yield Finding(kind="addition", verdict="given", left=(left[1], left[1]), right=right)


def _is_of_one_sentence(text: ReadText, span: Span) -> bool:
    return span[0] < span[1] <= text.sentence(span[0])[1]


def _have_content(pair: SentencePair) -> tuple[bool, bool]:
    """Whether what differs says something, on the left and on the right; else nothing stands for it."""
    return bool(pair.left.content(pair.span(0))), bool(pair.right.content(pair.span(1)))


def _alone(sides: Sides, ops: Sequence[Op], equal: EqualTokens, span: Span, side: int) -> Iterator[Finding]:
    """A sentence that one text alone has; of a quotation that both have, what is quoted and what is not, apart."""
    texts = (sides.left, sides.right)
    own, opposite = texts[side], texts[1 - side]
    place = _place(ops, span, side)
    quoted_place = place_is_quoted(own, span) and place_is_quoted(opposite, place)
    for part in _quoted_parts(own, span) if quoted_place else (span,):
        left, right = (part, place) if side == 0 else (place, part)
        verdict: Verdict = "withheld" if side == 0 else "given"
        kind: ChangeKind = "cut" if side == 0 else "addition"
        if quoted_place and all_quoted(own, part) and are_one_quotation(texts, equal, (left, right)):
            confidence = _SURE_OF_QUOTED if is_mostly_kept(texts, equal, (left, right)) else _UNSURE_OF_QUOTED
            yield Finding(kind="quotation", verdict=verdict, left=left, right=right, confidence=confidence)
        else:
            yield Finding(kind=kind, verdict=verdict, left=left, right=right)


def _quoted_parts(text: ReadText, span: Span) -> list[Span]:
    """A sentence cut where its words go from inside quotation marks to outside, and back; marks go with what is before
    them."""
    borders = [span[0]]
    state: bool | None = None
    for token in range(*span):
        if text.is_word(token):
            if state is not None and bool(text.quoted[token]) != state:
                borders.append(token)
            state = bool(text.quoted[token])
    return list(pairwise([*borders, span[1]]))


def _weighed(pair: SentencePair, finding: Finding) -> Finding:
    """The finding with the confidence that what stayed around it gives."""
    if BY_NAME[finding.kind].group != "consequential":
        return finding
    finding = replace(finding, confidence=confidence_of(pair, finding))
    return replace(finding, confidence=confidence_by_line(pair, finding))


def _with_worth(sides: Sides, finding: Finding) -> Finding:
    """The finding, not sure where it tells a reader nothing: then it is shown as a difference, and not counted."""
    tells = BY_NAME[finding.kind].tells
    is_lesser = finding.confidence < SURE or finding.verdict in _LESSER
    if tells is None or is_lesser or tells(sides, finding):
        return finding
    return replace(finding, confidence=round(finding.confidence * _TELLS_NOTHING, 3))


def _place(ops: Sequence[Op], span: Span, side: int) -> Span:
    """Where a stretch of one text would stand in the other: an empty range."""
    for op in ops:
        own, other = (op.left, op.right) if side == 0 else (op.right, op.left)
        if own[0] <= span[0] < max(own[1], own[0] + 1):
            place = other[0] + (span[0] - own[0] if op.tag == "equal" else 0)
            return (place, place)
    last = ops[-1].right[1] if side == 0 else ops[-1].left[1]
    return (last, last)


_QUOTED_BARE: frozenset[ChangeKind] = frozenset({"figure", "date", "name"})
"""Kinds of findings that quote a value or a name without the small words beside it."""


def _absorbed(pair: SentencePair, findings: Sequence[Finding]) -> list[Finding]:
    """The findings, each widened over the small words and marks next to it that differ too and are told by none."""
    widened = list(findings)
    for index, finding in enumerate(widened):
        spans: list[Span] = []
        for side, span in enumerate((finding.left, finding.right)):
            start, end = span
            if start < end and finding.kind != "label":
                while start - 1 in pair.free[side]:
                    start -= 1
                while end in pair.free[side]:
                    end += 1
            elif start == end and finding.kind != "label":
                start, end = _opposite(pair, finding, side)
            pair.free[side].difference_update(range(start, end))
            spans.append((start, end))
        core = (pair.left.printed(finding.left), pair.right.printed(finding.right))
        bare = finding.kind in _QUOTED_BARE and (all(core) or _has_open_bracket(pair, spans))
        quoted = finding.quoted or (core if bare else finding.quoted)
        widened[index] = replace(finding, left=spans[0], right=spans[1], quoted=quoted)
    return widened


def _has_open_bracket(pair: SentencePair, spans: Sequence[Span]) -> bool:
    """Whether a range has one bracket of a pair: `(53`."""
    return any(
        sum(text.keys[token] in "([" for token in range(*span))
        != sum(text.keys[token] in ")]" for token in range(*span))
        for text, span in zip((pair.left, pair.right), spans, strict=True)
    )


def _opposite(pair: SentencePair, finding: Finding, side: int) -> Span:
    """What no finding has told of the words that a finding of one text stands for: `may have been` for `was`."""
    place, other = (finding.left, finding.right)[side], (finding.left, finding.right)[1 - side]
    for edit in pair.edits:
        if edit[side][0] <= place[0] <= edit[side][1] and edit[1 - side][0] <= other[0] < edit[1 - side][1]:
            free = pair.free_in(edit)[side]
            if free and free[-1] - free[0] == len(free) - 1:
                return (free[0], free[-1] + 1)
    return place


def _change(sides: Sides, finding: Finding, telling: Telling, seen: dict[str, int]) -> Change:
    return Change(
        id=_lasting_id(sides, finding, seen),
        kind=finding.kind,
        verdict=finding.verdict,
        confidence=finding.confidence,
        rows=finding.rows,
        left_span=finding.left,
        right_span=finding.right,
        left=finding.quoted[0] if finding.quoted else sides.left.printed(finding.left),
        right=finding.quoted[1] if finding.quoted else sides.right.printed(finding.right),
        shifted=finding.shifted,
        sentence=telling.sentence(finding),
    )


def _lasting_id(sides: Sides, finding: Finding, seen: dict[str, int]) -> str:
    """From the words that differ and three on each side of them; a number only where that is given twice."""
    near = sides.left.keys[max(0, finding.left[0] - 3) : finding.left[1] + 3]
    near_right = sides.right.keys[max(0, finding.right[0] - 3) : finding.right[1] + 3]
    joined = "\x1f".join([finding.kind, *near, "\x1e", *near_right])
    name = "c-" + hashlib.sha256(joined.encode("utf-8", "replace")).hexdigest()[:10]
    count = seen[name] = seen.get(name, 0) + 1
    return name if count == 1 else f"{name}-{count}"
