"""What it means that words moved inside their sentence: harmless, or another claim, role, figure, date or quotation."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sitegen.changes.finding import Finding
from sitegen.changes.quotes import all_quoted, quotation_around
from sitegen.changes.readtext import ReadText
from sitegen.changes.rowedits import SentencePair
from sitegen.changes.shifts import Shift, find_shifts
from sitegen.model import ChangeKind, Span, Verdict

_SURE = 0.96
_PAIRS_UP_TO = 100
"""Pairs of words that are gone and words that are new, of one sentence, that are looked at."""
_FEWEST_SHARED, _OF_SHORTER, _OF_LONGER = 2, 0.75, 0.5
"""Words of content that two clauses share to be one, reworded: how many, and which share of either."""
_BY_WHOM = frozenset(["by", "von", "vom", "durch", "par", "por", "pelo", "pela", "da", "dal", "dalla", "bởi", "被"])
"""Words before who did it, where the verb says what was done to somebody."""
_OF = frozenset(
    ["of", "for", "von", "vom", "de", "del", "des", "du", "d'", "do", "da", "di", "della", "của", "van", "av"]
)
"""Words that join a noun to the noun it goes with."""
_OF_MARKUP = frozenset({"|", "(", ")", "[", "]"})
_BINDS = frozenset({"negation"})
_CLAUSES = frozenset({",", ";", ":", "-", "(", ")", "،", "؛"})


def moved_findings(pair: SentencePair) -> Iterator[Finding]:
    """A finding for each shift that is one."""
    for shift in find_shifts(pair):
        sort = _sort_of(pair, shift)
        if _is_subject_behind_verb(pair, shift):
            sort, shift = ("role", "changed", ""), _with_passed(shift)
        if sort and sort[0] == "role" and _is_marked_up(pair, shift):
            sort = ("order", "moved", "words")
        if sort:
            kind, verdict, aspect = sort
            yield pair.take(
                Finding(
                    kind=kind,
                    verdict=verdict,
                    left=shift.left,
                    right=shift.right,
                    confidence=_SURE,
                    aspect=aspect,
                    # What passed its opposite is told by both; a move is always of words inside their sentence here.
                    shifted=kind == "move" or not shift.swapped,
                    quoted=_without_joints(pair, (shift.left, shift.right)) if kind == "move" else None,
                )
            )


def _with_passed(shift: Shift) -> Shift:
    """The shift with what moved and what it passed as one range of each text."""
    left, right = (
        (min(span[0], passed[0]), max(span[1], passed[1]))
        for span, passed in zip((shift.left, shift.right), shift.passed, strict=True)
    )
    return shift._replace(left=left, right=right)


def _without_joints(pair: SentencePair, spans: tuple[Span, Span]) -> tuple[str, str] | None:
    """What moved without the small words that join it to its two places: `[and] Holm`, `Holm [and]`. None where the
    same words stand at both, or none that says anything."""
    texts = (pair.left, pair.right)
    words = [
        [text.keys[token] for token in range(*span) if text.is_word(token)]
        for text, span in zip(texts, spans, strict=True)
    ]
    content = [text.content(span) for text, span in zip(texts, spans, strict=True)]
    if words[0] == words[1] or not all(content):
        return None
    left, right = (text.printed((tokens[0], tokens[-1] + 1)) for text, tokens in zip(texts, content, strict=True))
    return left, right


def with_moved_clauses(pair: SentencePair, findings: Sequence[Finding]) -> list[Finding]:
    """The findings, where words that are gone and words that are new say the same at two places of one sentence: a
    clause that moved, reworded, is neither gone nor new. Looks at every two of them, of which a sentence has few."""
    gone = [finding for finding in findings if finding.kind == "cut" and not finding.aspect]
    new = [finding for finding in findings if finding.kind == "addition" and not finding.aspect]
    if len(gone) * len(new) > _PAIRS_UP_TO:
        return list(findings)
    moved: dict[Finding, Finding] = {}
    for cut in gone:
        addition = next(
            (finding for finding in new if finding not in moved and _say_the_same(pair, cut, finding)), None
        )
        if addition:
            moved[addition] = cut
    partners = {cut: addition for addition, cut in moved.items()}
    rest = [
        _moved_clause(pair, finding, partners[finding]) if finding in partners else finding
        for finding in findings
        if finding not in moved
    ]
    return [_beside_moved(pair, finding) for finding in rest]


def _moved_clause(pair: SentencePair, cut: Finding, addition: Finding) -> Finding:
    return replace(
        cut,
        kind="move",
        verdict="moved",
        right=addition.right,
        confidence=_SURE,
        aspect="shift",
        shifted=True,
        quoted=_without_joints(pair, (cut.left, addition.right)),
    )


def _beside_moved(pair: SentencePair, finding: Finding) -> Finding:
    """A cut or addition as what it is where the other sentence has all of its words, or half, among what differs."""
    if finding.kind not in ("cut", "addition") or finding.aspect:
        return finding
    side = 0 if finding.kind == "cut" else 1
    text, opposite = (pair.left, pair.right)[:: 1 if side == 0 else -1]
    words = [text.keys[token] for token in text.content((finding.left, finding.right)[side])]
    differing = {opposite.keys[token] for edit in pair.edits for token in range(*edit[1 - side])}
    shared = sum(word in differing for word in words)
    if not words or 2 * shared < len(words):
        return finding
    return replace(finding, aspect="here" if shared == len(words) else "part elsewhere")


def _say_the_same(pair: SentencePair, cut: Finding, addition: Finding) -> bool:
    """Whether most words of the one stand in the other; what one of them has besides is no value, name or negation."""
    sides = ((pair.left, cut.left), (pair.right, addition.right))
    words = [Counter(text.keys[token] for token in text.content(span)) for text, span in sides]
    sizes = sorted(count.total() for count in words)
    shared = (words[0] & words[1]).total()
    if words[0] == words[1] and shared:
        return True
    if shared < _FEWEST_SHARED or shared < _OF_SHORTER * sizes[0] or shared < _OF_LONGER * sizes[1]:
        return False
    return not any(
        text.value(token) is not None or text.is_name(token) or "negation" in text.classes(token)
        for (text, span), opposite in zip(sides, reversed(words), strict=True)
        for token in text.content(span)
        if text.keys[token] not in opposite
    )


def _sort_of(pair: SentencePair, shift: Shift) -> tuple[ChangeKind, Verdict, str] | None:
    """Kind, verdict and aspect of words that moved; None where the move is told by what is found at the two places."""
    left, right = pair.left, pair.right
    quoted = [bool(text.mostly_quoted(span)) for text, span in ((left, shift.left), (right, shift.right))]
    if any(quoted):
        is_part = all(_is_part_of_quotation(text, span) for text, span in ((left, shift.left), (right, shift.right)))
        return ("quotation", "changed", "moved") if is_part else ("move", "moved", "shift")
    content = shift.words
    values = [value for token in content if (value := left.value(token))]
    passed = [text.content(span) for text, span in zip((left, right), shift.passed, strict=True)]
    if values and len(values) == len(content):
        return _of_values(pair, shift, dated=all(value.kind in ("date", "time") for value in values))
    names = {name for token in content for name in left.classes(token)}
    if names & _BINDS and len(content) == 1:
        return ("negation", "changed", "moved")
    if "hedge" in names and len(content) == 1 and not left.is_month(content[0]):
        is_other = _goes_with_another(pair, shift) or any(
            _has_border(text, span) for text, span in zip((left, right), shift.passed, strict=True)
        )
        return ("hedge", "changed", "moved") if is_other else ("move", "moved", "shift")
    if "reporting" in names:
        return (
            ("role", "changed", "speaker")
            if shift.turned and _speakers_pass(pair, shift)
            else ("move", "moved", "shift")
        )
    if shift.swapped:
        return _of_swap(pair, passed)
    if shift.turned and _turned_roles(pair, shift):
        return ("role", "changed", "")
    return ("move", "moved", "shift")


def _is_part_of_quotation(text: ReadText, span: Span) -> bool:
    """Whether words of content stand in the quotation of a range besides those of the range, which is all quoted."""
    around = quotation_around(text, span)
    return all_quoted(text, span) and len(text.content(around)) > len(text.content(span))


def _of_values(pair: SentencePair, shift: Shift, *, dated: bool) -> tuple[ChangeKind, Verdict, str]:
    if shift.swapped:
        return ("date", "changed", "order") if dated else ("figure", "changed", "order")
    if not dated and _passed_one_word(pair, shift):
        # `9 February`, `February 9`, in a language whose months are not known: it goes with the same word.
        return ("move", "moved", "shift")
    if not dated:
        return ("figure", "changed", "moved") if _counts_another(pair, shift) else ("move", "moved", "shift")
    # A day that came to the other side of a verb of saying, or of another day, is the day of something else.
    passes = any(
        (value := text.value(token)) is not None and value.kind == "date"
        for text, span in zip((pair.left, pair.right), shift.passed, strict=True)
        for token in range(*span)
    )
    reported = [_verbs_before(text, span[0]) for text, span in ((pair.left, shift.left), (pair.right, shift.right))]
    return ("date", "changed", "moved") if passes or reported[0] != reported[1] else ("move", "moved", "shift")


def _goes_with_another(pair: SentencePair, shift: Shift) -> bool:
    """Whether a hedge stands before another word that both texts have: `may include`, `may be considered`."""
    following = []
    for text, span in ((pair.left, shift.left), (pair.right, shift.right)):
        end = text.sentence(span[0])[1]
        following.append(next((token for token in range(span[1], end) if not text.is_small(token)), None))
    left, right = following
    if left is None or right is None:
        return False
    partners = pair.equal.partner(0, left), pair.equal.partner(1, right)
    return None not in partners and partners[0] != right


def _counts_another(pair: SentencePair, shift: Shift) -> bool:
    """Whether a figure that moved passed another, or stands before another word: `40 boats`, `40 crews`.

    `twice left`, `left twice`: it goes with the same words, and `around 484, it fell`, `it fell around 484`.
    """
    if any(
        values_in(text, list(range(*span))) for text, span in zip((pair.left, pair.right), shift.passed, strict=True)
    ):
        return True
    counted = []
    for text, span in ((pair.left, shift.left), (pair.right, shift.right)):
        following = span[1]
        end = text.sentence(span[0])[1]
        says = following < end and text.is_word(following) and not text.is_small(following)
        counted.append(text.keys[following] if says else "")
    return all(counted) and counted[0] != counted[1]


def _passed_one_word(pair: SentencePair, shift: Shift) -> bool:
    """Whether what moved stepped over one word, which is the same in both texts, and over nothing else."""
    words = [
        [text.keys[token] for token in range(*span) if text.is_word(token)]
        for text, span in zip((pair.left, pair.right), shift.passed, strict=True)
    ]
    token = pair.left.content(shift.passed[0])
    return words[0] == words[1] and len(words[0]) == len(token) == 1 and pair.left.value(token[0]) is None


def _of_swap(pair: SentencePair, passed: list[list[int]]) -> tuple[ChangeKind, Verdict, str]:
    """Two phrases that changed places: across a verb, who does what is another; in a list, only the order is."""
    verb = any(
        text.value(token) is None and not text.is_name(token)
        for text, tokens in zip((pair.left, pair.right), passed, strict=True)
        for token in tokens
    )
    return ("role", "changed", "") if verb else ("order", "moved", "words")


def _turned_roles(pair: SentencePair, shift: Shift) -> bool:
    """`Brandt accused Rist`, `Rist accused Brandt`, where the diff keeps one name and moves the rest.

    A language that turns its verbs (`Gestern tagte der Rat`, `Der Rat tagte gestern`) proves it by names alone.
    """
    content = [token for token in shift.words if pair.left.value(token) is None]
    named = any(pair.left.is_name(token) or "speaker" in pair.left.classes(token) for token in content)
    passed = pair.left.content(shift.passed[0]) or pair.right.content(shift.passed[1])
    text = pair.left if pair.left.content(shift.passed[0]) else pair.right
    passed_names = any(text.is_name(token) or "speaker" in text.classes(token) for token in passed)
    if len(content) < 2 or not passed or _is_passive(pair, shift) or _is_of_noun(pair, shift):
        return False
    if pair.left.terms.nouns_have_capitals or not pair.left.terms.known:
        return named and passed_names
    return (named and passed_names) or (len(content) == 2 and len(passed) <= 2 and not values_in(text, passed))


def _is_marked_up(pair: SentencePair, shift: Shift) -> bool:
    """Whether a stroke or a bracket is among words that passed each other, or beside them: options of a picture, a sort
    and its further sorts. Nobody acts there."""
    return any(
        text.keys[token] in _OF_MARKUP
        for spans in ((shift.left, shift.right), shift.passed)
        for text, span in zip((pair.left, pair.right), spans, strict=True)
        for token in range(max(span[0] - 1, 0), min(span[1] + 1, len(text.keys)))
    )


def _is_of_noun(pair: SentencePair, shift: Shift) -> bool:
    """Whether what moved goes with the same noun in another way: `a harbour lights maker`,
    `a maker of harbour lights`."""
    joined = [
        text.tokens[token].text.strip().lower() in _OF
        for text, span in zip((pair.left, pair.right), (shift.left, shift.right), strict=True)
        for token in (span[0] - 1, span[0])
        if token >= 0
    ]
    return any(joined)


def _is_subject_behind_verb(pair: SentencePair, shift: Shift) -> bool:
    """Whether two who act changed places behind an Arabic verb: the first of them is its subject.

    A plural that ends as an object does says by itself what it is, wherever it stands.
    """
    if pair.left.terms.language != "ar" or len(shift.words) != 1:
        return False
    passed = [text.content(span) for text, span in zip((pair.left, pair.right), shift.passed, strict=True)]
    neighbours = passed[0] or passed[1]
    text = pair.left if passed[0] else pair.right
    moved = shift.words[0]
    return (
        len(neighbours) == 1
        and all(
            bool(side.classes(token) & {"speaker", "title"}) and not side.keys[token].endswith(_ARABIC_OBJECT)
            for side, token in ((pair.left, moved), (text, neighbours[0]))
        )
        and min(moved - pair.left.sentence(moved)[0], neighbours[0] - text.sentence(neighbours[0])[0]) >= 1
    )


def _is_passive(pair: SentencePair, shift: Shift) -> bool:
    """Whether one text says `a sailor found` and the other `was found by a sailor`: who did it is the same."""
    agents = [
        any(text.tokens[token].text.strip().lower() in _BY_WHOM for token in range(*span))
        for text, span in zip((pair.left, pair.right), (shift.left, shift.right), strict=True)
    ]
    return agents[0] != agents[1]


def values_in(text: ReadText, tokens: list[int]) -> bool:
    """Whether one of the tokens is a value."""
    return any(text.value(token) is not None for token in tokens)


def _speakers_pass(pair: SentencePair, shift: Shift) -> bool:
    """Whether who speaks passed a name or an office: `police said Brandt ...`, `Brandt said police ...`."""
    moved = [token for token in shift.words if pair.left.is_name(token) or "speaker" in pair.left.classes(token)]
    passed = [
        token
        for text, span in zip((pair.left, pair.right), shift.passed, strict=True)
        for token in text.content(span)
        if text.is_name(token) or "speaker" in text.classes(token)
    ]
    return bool(moved and passed) and all(
        len(text.content(span)) <= _FEW for text, span in zip((pair.left, pair.right), shift.passed, strict=True)
    )


_ARABIC_OBJECT = "ين"
"""The end of an Arabic plural that is no subject."""
_FEW = 2
"""Words that a speaker passes where the two exchange: more, and the whole clause changed places."""


def _verbs_before(text: ReadText, token: int) -> int:
    start, _ = text.sentence(min(token, len(text.tokens) - 1))
    return sum(term.name == "reporting" and term.span[1] < token for term in text.terms_in((start, token)))


def _has_border(text: ReadText, span: Span) -> bool:
    """Whether a clause ends in a range, or somebody is said to speak."""
    return any(text.keys[token] in _CLAUSES for token in range(*span)) or any(
        term.name == "reporting" for term in text.terms_in(span)
    )
