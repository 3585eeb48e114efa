"""Two texts in two languages in a terminal: sentence beside sentence, since words are compared in one language only."""

from collections.abc import Iterator, Sequence

from sitegen.cli.pair_head import Screen
from sitegen.cli.pair_view import columns_lines, is_beside
from sitegen.cli.terminal_text import Piece, paint, plural, safe, wrapped
from sitegen.edition import TranslationCheck
from sitegen.frozen import dataclass
from sitegen.model import Article, Comparison, Span
from sitegen.text.languages import is_one_language, language_name
from sitegen.text.tokenized import Tokenized, tokenize_blocks
from sitegen.views.stories.aligned import unpaired_right

_ONE_LANGUAGE = 0.25
"""Share of either text's words in the other from which both are taken for one language: a short text's is guessed, and
Danish may be called Norwegian. Two reports in two languages share their figures and some names."""

_SURE = 0.9
"""Confidence from which two sentences are called counterparts without a word of doubt."""


def in_two_languages(comparison: Comparison, articles: tuple[Article, Article]) -> bool:
    """Whether the words of two texts say nothing of each other."""
    if is_one_language(articles[0].language, articles[1].language):
        return False
    return max(comparison.measures.left_in_right, comparison.measures.right_in_left) < _ONE_LANGUAGE


def check_pair(articles: tuple[Article, Article]) -> tuple[TranslationCheck, tuple[Tokenized, Tokenized]]:
    """Both texts sentence by sentence, and what of their figures, dates and names was found again.

    The tokens, to which its places refer, are those of each language: what is folded in both only finds no names.
    """
    from sitegen.collate import align_languages
    from sitegen.findings.edition.translationcheck import check_translation

    left, right = articles
    texts = tokenize_blocks(left.blocks, left.language), tokenize_blocks(right.blocks, right.language)
    by_id = {left.id: left, right.id: right}
    alignment = align_languages(left, right, texts)
    return check_translation(alignment, by_id, {left.id: texts[0], right.id: texts[1]}), texts


def sentences_of(
    check: TranslationCheck, articles: tuple[Article, Article], words: tuple[int, int], names: tuple[str, str]
) -> Iterator[str]:
    """What can be said of them. None is called the translation: nothing in two texts tells which was first."""
    alignment = check.alignment
    languages = [language_name(article.language, "en") for article in articles]
    yield (
        f"The texts are in two languages, {languages[0]} ({plural(words[0], 'word')}) and "
        f"{languages[1]} ({plural(words[1], 'word')}): their words are not compared."
    )
    paired = len({index for pair in alignment.pairs for index in pair.left})
    total = plural(len(alignment.left_sentences), "sentence")
    yield f"{paired} of {total} of {names[0]} {'was' if paired == 1 else 'were'} found again in {names[1]}."
    if not alignment.translation:
        yield "That is too few, or in another order, to say that one text was translated: nothing is called missing."
        return
    lacks = [sum(len(getattr(gap, side)) for gap in alignment.gaps) for side in ("left", "right")]
    for lacking, count in zip(reversed(names), lacks, strict=True):
        if count:
            yield f"{count} {'is' if count == 1 else 'are'} known to be missing in {lacking}."
    if check.judged:
        judged = plural(check.judged, "figure or date", "figures and dates")
        yield (
            f"{len(check.values)} of {judged} of these sentences were found again; what was not may be written in a "
            "way that is not read."
        )


@dataclass(frozen=True, slots=True)
class _Line:
    """Sentences beside each other; one side is empty where the other has no counterpart."""

    heading: str
    left: str
    right: str
    matches: str = ""
    """Figures, dates and names of the left that the right has, too."""


def language_lines(
    check: TranslationCheck,
    articles: tuple[Article, Article],
    texts: tuple[Tokenized, Tokenized],
    words: tuple[int, int],
    names: tuple[str, str],
    screen: Screen,
) -> Iterator[str]:
    """The lines of the view: what can be said, then the sentences in the order of the left."""
    head = [(f"{names[0]} → {names[1]}", "bold"), (" ".join(sentences_of(check, articles, words, names)), "")]
    for text, look in head:
        yield from (row.text for row in wrapped([Piece(safe(text), look)], screen.columns, screen.colour))
    two = is_beside(articles, screen)
    for line in _lines(check, texts):
        yield ""
        yield paint(f"── {line.heading} ──", "soft", screen.colour)
        sides = [
            [Piece(safe(text), "")] if text else [Piece(f"(not found in the {side})", "soft")]
            for side, text in (("left", line.left), ("right", line.right))
        ]
        if two:
            yield from columns_lines(sides[0], sides[1], screen)
        else:
            for pieces, text in zip(sides, (line.left, line.right), strict=True):
                if text:
                    yield from (row.text for row in wrapped(pieces, screen.columns, screen.colour))
        if line.matches:
            pieces = [Piece(safe(f"in both: {line.matches}"), "soft")]
            yield from (row.text for row in wrapped(pieces, screen.columns, screen.colour))


def _lines(check: TranslationCheck, texts: tuple[Tokenized, Tokenized]) -> Iterator[_Line]:
    """In the order of the left; what only the right has follows the sentence that it follows there."""
    alignment = check.alignment
    pairs = {pair.left[0]: pair for pair in alignment.pairs}
    left_paired = {index for pair in alignment.pairs for index in pair.left}
    lacking = {index for gap in alignment.gaps for index in gap.left}
    added = {index for gap in alignment.gaps for index in gap.right}
    following = unpaired_right(alignment)

    def alone(indexes: Sequence[int]) -> Iterator[_Line]:
        for index in indexes:
            heading = "known to be missing in the left" if index in added else "no counterpart recognised"
            yield _Line(heading, "", _printed(texts[1], [alignment.right_sentences[index]]))

    yield from alone(following.get(-1, ()))
    for index, span in enumerate(alignment.left_sentences):
        if index not in left_paired:
            heading = "known to be missing in the right" if index in lacking else "no counterpart recognised"
            yield _Line(heading, _printed(texts[0], [span]), "")
        elif index in pairs:
            pair = pairs[index]
            yield _Line(
                ("counterparts" if pair.confidence >= _SURE else "likely counterparts")
                + (", at another place" if pair.crossed else ""),
                _printed(texts[0], [alignment.left_sentences[place] for place in pair.left]),
                _printed(texts[1], [alignment.right_sentences[place] for place in pair.right]),
                _matches(check, texts, [alignment.left_sentences[place] for place in pair.left]),
            )
            for place in pair.right:
                yield from alone(following.get(place, ()))


def _matches(check: TranslationCheck, texts: tuple[Tokenized, Tokenized], sentences: Sequence[Span]) -> str:
    """What of these sentences of the left was found again, as both print it: `Lorne, Monday = lunes`."""
    matches: list[str] = []
    for value in sorted((*check.values, *check.names), key=lambda value: value.left):
        if any(start <= value.left[0] < end for start, end in sentences):
            printed = [
                _printed(text, [span]).rstrip(",;:")
                for text, span in zip(texts, (value.left, value.right), strict=True)
            ]
            matches.append(printed[0] if printed[0].casefold() == printed[1].casefold() else " = ".join(printed))
    return ", ".join(matches)


def _printed(text: Tokenized, spans: Sequence[Span]) -> str:
    return " ".join(" ".join(text.text(span).split()) for span in spans)
