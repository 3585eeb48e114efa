"""Negations that stand in the ending of a verb: Japanese `知っていた`, `知らなかった`, Korean `갔다`, `가지 않았다`.

A lexicon of words does not see them: a Japanese token is one character, a Korean one a verb with all its endings. So
the ends of one verb are compared as text. Only where both texts have the verb, and nothing else of it differs.
"""

from collections.abc import Iterator

from sitegen.changes.finding import Finding
from sitegen.changes.readtext import ReadText
from sitegen.changes.rowedits import Edit, SentencePair
from sitegen.model import Span, Verdict
from sitegen.text.patterns import late_re

_SURE = 0.97
_TAIL_UP_TO = 8
"""Tokens behind an edit that may belong to the ending of its verb."""
_KANA = late_re(r"[ぁ-ゖー]+")
_HAN_OR_KATAKANA = late_re(r"[\u3400-\u9fff々ァ-ヺー]")
_JAPANESE = late_re(r"な(?:い|かっ|く)|ません|ぬ(?=$|。)|ず(?=に|、|$|。)")
_JAPANESE_NO_DENIAL = late_re(
    r"なければ|なくては|なくちゃ|ならない|なりません|いけない|かもしれ|に違いな|ざるを得|しかな|だけでな|のみならず|とは限らな|ないか|じゃないか"
)
"""Endings with a negation that deny nothing, or not the verb: must, may, nothing but."""
_KOREAN = late_re(r"(?P<stem>[가-힣]*)지(?:는|도|를)?$")
_KOREAN_AUXILIARY = late_re(r"(?:않|못하|못했|못한|못할|못해|아니하|아니했|말)[가-힣]*")
_KOREAN_OPPOSITES = (
    (late_re("있[가-힣]*"), late_re("없[가-힣]*")),
    (late_re("알[가-힣]+"), late_re("(?:모르|몰)[가-힣]+")),
)
"""Verbs whose opposite is another verb: to be there, to know."""


def negated_endings(pair: SentencePair) -> Iterator[Finding]:
    """A finding for each verb that one text alone denies by its ending. Linear in the edits."""
    find = {"ja": _japanese, "ko": _korean}.get(pair.left.terms.language)
    if find is None or pair.right.terms.language != pair.left.terms.language:
        return
    for edit in pair.edits:
        spans = find(pair, edit)
        if spans is None:
            continue
        denied, verb = spans
        verdict: Verdict = "withheld" if denied == 0 else "given"
        # Its words are those that differ, by whose neighbours it is judged; a reader is shown the verb.
        yield pair.take(
            Finding(
                kind="negation",
                verdict=verdict,
                left=edit.left,
                right=edit.right,
                confidence=_SURE,
                aspect=f"{verdict} of both",
                quoted=(pair.left.printed(verb.left), pair.right.printed(verb.right)),
            )
        )


Denied = tuple[int, Edit]
"""The side that denies, and the verb of both texts."""


def _japanese(pair: SentencePair, widened: Edit) -> Denied | None:
    """The same stem before the edit, kana in it, and a negation in the ending of one side."""
    texts = (pair.left, pair.right)
    edit = _without_stem(pair, widened)
    if any(span[0] <= reach[0] for span, reach in zip(edit, pair.reach, strict=True)):
        return None
    printed = [text.text.text(span).strip() for text, span in zip(texts, edit, strict=True)]
    if not any(printed) or not all(_KANA.fullmatch(side) for side in printed if side):
        return None
    starts = [_stem_start(text, span, reach[0]) for text, span, reach in zip(texts, edit, pair.reach, strict=True)]
    stems = [text.text.text((start, span[0])) for text, start, span in zip(texts, starts, edit, strict=True)]
    if stems[0] != stems[1] or not _HAN_OR_KATAKANA.search(stems[0]):
        return None
    ends = [_kana_end(text, span[1]) for text, span in zip(texts, edit, strict=True)]
    endings = [text.text.text((span[0], end)).strip() for text, span, end in zip(texts, edit, ends, strict=True)]
    # The kana of the stem belong to the ending: `し[た]`, `し[なかった]`.
    denies = [
        bool(_JAPANESE.search(ending)) and not _JAPANESE_NO_DENIAL.search(stem + ending)
        for stem, ending in zip(stems, endings, strict=True)
    ]
    if denies[0] == denies[1] or any(_JAPANESE_NO_DENIAL.search(ending) for ending in endings):
        return None
    return denies.index(True), Edit((starts[0], ends[0]), (starts[1], ends[1]))


def _without_stem(pair: SentencePair, edit: Edit) -> Edit:
    """The edit without what both sides begin with: edits are widened to whole words."""
    (start, end), (start_right, end_right) = edit
    while start < end and start_right < end_right and pair.left.keys[start] == pair.right.keys[start_right]:
        start, start_right = start + 1, start_right + 1
    return Edit((start, end), (start_right, end_right))


def _stem_start(text: ReadText, span: Span, low: int) -> int:
    """Where the word begins that ends in an edit: kana before it, and the character before them."""
    start = span[0]
    while start > low and _KANA.fullmatch(text.tokens[start - 1].text) and span[0] - start < 2:
        start -= 1
    while start > low and _HAN_OR_KATAKANA.fullmatch(text.tokens[start - 1].text) and span[0] - start < _TAIL_UP_TO:
        start -= 1
    return start


def _kana_end(text: ReadText, end: int) -> int:
    """Where the kana end that follow an edit."""
    last = min(text.block_span(max(end - 1, 0))[1], end + _TAIL_UP_TO)
    while end < last and _KANA.fullmatch(text.tokens[end].text):
        end += 1
    return end


def _korean(pair: SentencePair, edit: Edit) -> Denied | None:
    """A verb against its stem, `지` and a verb that denies; or against its opposite."""
    texts = (pair.left, pair.right)
    words = [[token for token in range(*span) if text.is_word(token)] for text, span in zip(texts, edit, strict=True)]
    for side in (0, 1):
        denied, verb = words[side], words[1 - side]
        keys = [texts[side].tokens[token].text.strip() for token in denied]
        plain = [texts[1 - side].tokens[token].text.strip() for token in verb]
        if (
            len(denied) == 1
            and len(plain) == 1
            and any(is_so.fullmatch(plain[0]) and is_not.fullmatch(keys[0]) for is_so, is_not in _KOREAN_OPPOSITES)
        ):
            return side, edit
        if len(denied) != len(plain) + 1 or len(denied) < 2:
            continue
        stem = _KOREAN.fullmatch(keys[-2])
        if stem is None or not _KOREAN_AUXILIARY.fullmatch(keys[-1]):
            continue
        if keys[:-2] == plain[:-1] and _is_stem(stem["stem"], plain[-1]):
            return side, edit
    return None


def _is_stem(stem: str, verb: str) -> bool:
    """Whether a verb has a stem, of which the last syllable may be drawn together: `승인하`, `승인했다`."""
    fewest = max(len(stem) - 1, 1)
    return bool(stem) and verb[:fewest] == stem[:fewest]
