"""Answers whether two articles share text, by alignment.

A question holds all that decides it, so that it can be answered in any process, and the answer can be kept.
"""

from collections.abc import Iterable, Sequence

import numpy as np

from sitegen.config import Grouping
from sitegen.frozen import dataclass, replace
from sitegen.group.candidates.fingerprints import Runs
from sitegen.group.copies.narration import Text
from sitegen.group.copies.passages import Sharing, Verdict, passage_link, shared_spans, sharing, text_of
from sitegen.model import Article
from sitegen.text.languages import languages_of_pair

MOSTLY, MAY_BE_A_FORM = 1, 2
"""Of two articles: most of one stands in the other; a good part does, of one outlet's on two days."""
_HELD = 256
"""Articles whose tokens are held: those that share text come one after another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Do two articles share text? With everything that decides it."""

    left: Article
    right: Article
    settings: Grouping
    runs: Runs
    """Which runs of words stand for an article; what is boilerplate of two kinds of runs is never the same."""
    archive_says: tuple[bytes, bytes, int]
    """What the archive says of them: which runs of either are boilerplate; `MOSTLY`, `MAY_BE_A_FORM` or 0."""


class Aligner:
    """Aligns pairs of texts, each cut into tokens once, if it is soon asked for again."""

    def __init__(self) -> None:
        self._texts: dict[tuple[str, str], Text] = {}

    def text(self, article: Article, silent: bytes, runs: Runs, language: str) -> Text:
        """The tokens of an article as a language has them; `silent` are the runs of it that are boilerplate."""
        key = article.id, language
        text = self._texts.pop(key, None)
        if text is None:
            text = text_of(article, np.frombuffer(silent, dtype="<u8"), runs, language)
            while len(self._texts) >= _HELD:
                del self._texts[next(iter(self._texts))]
        self._texts[key] = text
        return text

    def sharing(self, question: Question, *, with_its_own: bool = False) -> Sharing:
        """What the two share; `with_its_own`: what their outlet prints again and again counts."""
        left, right = question.left, question.right
        languages = languages_of_pair(left.language, right.language)
        silent_left, silent_right, standing = question.archive_says
        texts = (
            self.text(left, silent_left, question.runs, languages[0]),
            self.text(right, silent_right, question.runs, languages[1]),
        )
        return sharing(left, right, *texts, question.settings, most=with_its_own or standing == MOSTLY)

    def verdict(self, question: Question) -> Verdict:
        """The answer."""
        shared = self.sharing(question)
        if question.archive_says[2] == MAY_BE_A_FORM:
            # What an outlet prints again and again is its own, and counts for nothing but a form.
            filled = self.sharing(question, with_its_own=True).kinship
            if filled.decision == "form":
                return Verdict(link=None, twin=False, kinship=filled)
            shared = replace(shared, kinship=replace(shared.kinship, is_issue=filled.is_issue))
        if not shared.linked:
            return Verdict(link=None, twin=False, kinship=shared.kinship, passages=shared_spans(shared))
        left = question.left
        text = self.text(left, question.archive_says[0], question.runs, left.language)
        link = passage_link(left, question.right, text, shared)
        most = shared.shared >= question.settings.twin_share * shared.longer
        twin = most and shared.kinship.decision == "copies"
        return Verdict(link=link, twin=twin, kinship=shared.kinship, passages=shared_spans(shared))


def answers(questions: Iterable[Question]) -> Iterable[Verdict]:
    """The answer to each, in order."""
    return map(Aligner().verdict, questions)


def answer_all(_: object, questions: Sequence[Question]) -> list[Verdict]:
    """As `answers`; what an engine does with a batch."""
    return list(answers(questions))
