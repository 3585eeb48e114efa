"""What became of each sentence of the base: who keeps, rewords and drops it, and whether a lost one survives elsewhere.

Ranked, so that the loss that changes most what readers are told comes first: by the kind of the sentence (a denial, a
quotation, a figure, an attribution, background), then by how many copies dropped it, then as the text goes. Copies
whose capture breaks off, or that may say it otherwise, dropped nothing as far as is known.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from sitegen.collation import Collation, CollationUnit, ReadingKind
from sitegen.edition import SurvivingSentence
from sitegen.findings.edition.sentencetypes import SentenceTypes
from sitegen.model import SENTENCE_KINDS, Article
from sitegen.text.tokenized import UNCOUNTED, Tokenized


def survival_of(
    collation: Collation, articles: Mapping[str, Article], texts: Mapping[str, Tokenized]
) -> tuple[SurvivingSentence, ...]:
    """The sentences of the base, the most telling loss first; those that nobody dropped last, as the text goes."""
    twins = Counter(collation.alike.values())
    types = SentenceTypes(texts[collation.base], articles[collation.base].language)
    sentences = [
        _sentence(unit, types, twins, collation.copies) for unit in collation.spine if unit.role not in UNCOUNTED
    ]
    order = {sentence.unit: place for place, sentence in enumerate(sentences)}
    return tuple(sorted(sentences, key=lambda sentence: (*_rank(sentence), order[sentence.unit])))


def _rank(sentence: SurvivingSentence) -> tuple[bool, int, int]:
    lost = sentence.counts.get("dropped", 0)
    return (not lost, SENTENCE_KINDS.index(sentence.kind) if lost else 0, -lost)


def _sentence(
    unit: CollationUnit, types: SentenceTypes, twins: Mapping[str, int], copies: Sequence[str]
) -> SurvivingSentence:
    counts: Counter[ReadingKind] = Counter()
    kinds: dict[str, ReadingKind] = {}
    for reading in unit.readings:
        for copy in reading.copies:
            kinds[copy] = reading.kind
            counts[reading.kind] += 1 + twins.get(copy, 0)
    # A copy with the base's own text keeps all of it.
    counts["verbatim"] += twins.get(unit.article, 0)

    def copies_with(kind: ReadingKind) -> tuple[str, ...]:
        return tuple(copy for copy in copies if kinds.get(copy) == kind)

    return SurvivingSentence(
        unit=unit.id,
        kind=types.kind_of(unit.span),
        kept=copies_with("verbatim"),
        reworded=copies_with("reworded"),
        translated=copies_with("translated"),
        dropped=copies_with("dropped"),
        unknown=copies_with("unknown"),
        counts={kind: count for kind, count in sorted(counts.items()) if count},
    )
