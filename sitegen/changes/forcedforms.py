"""Words that have another form only because the word beside them is another: `a marzo`, `ad aprile`; `“수치”라고`,
`“농담”이라고`. The change is that of the word; its neighbour is told no more by itself."""

from collections.abc import Mapping, Sequence

from sitegen.changes.finding import Finding
from sitegen.changes.readtext import ReadText
from sitegen.changes.rowedits import Sides
from sitegen.model import Span

_FORMS: Mapping[str, str] = {
    "en": "a/an",
    "es": "y/e o/u",
    "it": "a/ad e/ed o/od il/lo/l' i/gli un/uno/un' la/l' di/d' del/dello/dell' della/dell' al/allo/all' alla/all'",
    "fr": "le/l' la/l' de/d' que/qu' ne/n' se/s' je/j' me/m' te/t' ce/cet ma/mon ta/ton sa/son",
    "el": "τον/το την/τη δεν/δε μην/μη στον/στο στην/στη",
    "hu": "a/az",
    "tr": "da/de mı/mi/mu/mü",
    "sv": "en/ett den/det",
    "ko": (
        "은/는 이/가 을/를 과/와 으로/로 이라고/라고 이라는/라는 이라며/라며 이란/란 이며/며 이고/고 이었다/였다 "
        "이다/다 이나/나 이라면/라면 이라도/라도 이지만/지만"
    ),
}  # fmt: skip
"""Forms of one word between which the next word or the last one chooses, by language."""
_THAT = frozenset({"أن", "إن", "أنه", "إنه", "أنها", "إنها", "أنهم", "إنهم"})
"""Arabic words for `that`: the verb of saying chooses between them, and who speaks stands between."""
_ASPECT = frozenset({"了", "过", "過", ""})
"""Chinese signs of what is done, which a verb loses that `没有` denies."""
_OWN_KINDS = frozenset({"wording", "spelling", "cut", "addition", "format"})


def without_forced_forms(sides: Sides, findings: Sequence[Finding]) -> list[Finding]:
    """The findings of a row in their order, without those of a word whose form follows from a change beside it."""
    pairs = _pairs(sides.left.terms.language)
    if not pairs and sides.left.terms.language not in ("ar", "zh"):
        return list(findings)
    return [
        finding
        for place, finding in enumerate(findings)
        if not (
            finding.kind in _OWN_KINDS
            and (
                (_are_forms(sides, finding, pairs) and _has_change_beside(sides, findings, place))
                or _is_that_of_another_verb(sides, findings, finding)
                or _is_aspect_of_denied_verb(sides, findings, finding)
            )
        )
    ]


def _pairs(language: str) -> frozenset[frozenset[str]]:
    return frozenset(
        frozenset((form, opposite))
        for forms in _FORMS.get(language, "").split()
        for form in forms.split("/")
        for opposite in forms.split("/")
        if form != opposite
    )


def _are_forms(sides: Sides, finding: Finding, pairs: frozenset[frozenset[str]]) -> bool:
    return frozenset(_words(sides, finding)) in pairs


def _words(sides: Sides, finding: Finding) -> tuple[str, str]:
    return (
        sides.left.printed(finding.left).casefold().replace("’", "'"),
        sides.right.printed(finding.right).casefold().replace("’", "'"),
    )


def _has_change_beside(sides: Sides, findings: Sequence[Finding], place: int) -> bool:
    """Whether a finding about words stands right before or behind another in both texts, marks aside."""
    finding = findings[place]
    near = [findings[index] for index in (place - 1, place + 1) if 0 <= index < len(findings)]
    return any(
        _adjoin(sides.left, finding.left, opposite.left) and _adjoin(sides.right, finding.right, opposite.right)
        for opposite in near
    )


def _adjoin(text: ReadText, span: Span, neighbour: Span) -> bool:
    first, last = sorted((span, neighbour))
    return not any(map(text.is_word, range(first[1], last[0]))) and any(map(text.is_word, range(*neighbour)))


def _is_that_of_another_verb(sides: Sides, findings: Sequence[Finding], finding: Finding) -> bool:
    """Whether it is `that` behind a verb of saying that is another one in the same sentence."""
    return _THAT.issuperset(_words(sides, finding)) and any(
        source.kind == "attribution" and sides.left.sentence(source.left[0]) == sides.left.sentence(finding.left[0])
        for source in findings
    )


def _is_aspect_of_denied_verb(sides: Sides, findings: Sequence[Finding], finding: Finding) -> bool:
    """Whether it is the sign behind a Chinese verb that goes with a negation which one text alone has."""
    return (
        sides.left.terms.language == "zh"
        and _ASPECT.issuperset(_words(sides, finding))
        and any(
            denial.kind == "negation" and sides.left.sentence(denial.left[0]) == sides.left.sentence(finding.left[0])
            for denial in findings
        )
    )
