"""A comparison in a few sentences, from its values alone, for pages, descriptions, feeds, alt texts and terminals.

What may be said stands here in the order in which it is said; see summary_parts.py for the sentences on what happened
inside. Each is true by itself, so that any may be left out; where there are more than `_MOST`, the least telling are.
"""

from collections.abc import Iterator, Mapping, Sequence

from sitegen.changes.kinds import BY_NAME
from sitegen.frozen import dataclass
from sitegen.model import (
    STYLE,
    Article,
    Change,
    ChangeKind,
    Comparison,
    CopyStanding,
    Headline,
    Measures,
    carries_text,
)
from sitegen.text.catalogues import ENGLISH, Catalogue, marked
from sitegen.text.quoting import trimmed
from sitegen.text.tokenized import Tokenized
from sitegen.views.common import Site
from sitegen.views.rights import Shown
from sitegen.views.summary_parts import (
    Said,
    differences,
    gone_paragraphs,
    inside,
    moves,
    new_paragraphs,
    one_sided_paragraphs,
    repetitions,
)

_MOST = 6
_LAST = 99
"""Rank of what the headlines say, where they are shown."""
_AFTER_FINDINGS = 4
"""Rank of the credit where few sentences lead: what was changed goes before it."""
_HEADLINE = 80
"""Characters of a headline that are quoted, at most."""
_SAME, SAME_TEXT = marked("Word for word the same."), marked("The text is word for word the same.")
_BESIDE = marked(
    "That the second was taken from the first is not said: “cut”, “added” and “became” only tell what differs."
)
_CREDITED, _NO_CREDIT = marked("The source is credited."), marked("No credit line was found.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What happened between two copies, in words."""

    sentences: tuple[str, ...]
    """Each whole and true by itself, in the order of reading; at least one."""
    ranks: tuple[int, ...]
    """How much a reader would miss each where few of them lead, as `Said.rank`; what the headlines say comes last."""

    @property
    def text(self) -> str:
        """All of them."""
        return " ".join(self.sentences)

    def leading(self, most: int) -> tuple[str, ...]:
        """The `most` most telling of them, in the order of reading, for where the headlines are shown beside.

        What the headlines say is among them only where nothing else is said.
        """
        order = sorted(range(len(self.sentences)), key=lambda place: (self.ranks[place], place))
        beside_headlines = [place for place in order if self.ranks[place] != _LAST] or order
        return tuple(self.sentences[place] for place in sorted(beside_headlines[:most]))

    def within(self, most: int) -> str:
        """As many of them, from the first, as `most` characters hold; the first always."""
        said = self.sentences[0]
        for sentence in self.sentences[1:]:
            if len(said) + 1 + len(sentence) > most:
                break
            said = f"{said} {sentence}"
        return said


def summary_of(
    comparison: Comparison,
    texts: tuple[Tokenized, Tokenized],
    *,
    credited: bool | None,
    shown: bool,
    taken: bool = True,
    denied: bool = False,
    catalogue: Catalogue = ENGLISH,
) -> Summary:
    """The comparison in words. Pure.

    `taken` is whether the right may be told as what became of the left: it was likely taken from it, or somebody asked
    for the two in this order. Else what each has is told, and nobody is said to have cut or kept anything: an agency
    was said to have cut its report out of that of an outlet which credits the same third one, and a column that quotes
    an analysis to have grown from it. `denied` is whether it is said, too, that nothing is known to be taken.

    `credited` is whether the right names the left's source, None where that is no question (one source, or not known).
    `shown` is False where no words of the texts may be repeated.
    """
    headline = list(_headline(comparison, catalogue, taken=taken))
    if extremes := list(_extremes(comparison, catalogue)):
        said = [*headline, *extremes, *repetitions(comparison, catalogue)]
    elif not taken:
        said = [
            Said(0, _sizes(comparison, catalogue)),
            *([Said(1, catalogue.gettext(_BESIDE))] if denied else ()),
            *_coarse(comparison, catalogue),
            *differences(comparison, catalogue),
            *one_sided_paragraphs(comparison, catalogue),
            *repetitions(comparison, catalogue),
            *headline,
        ]
    else:
        said = [
            Said(0, _length(comparison, catalogue)),
            *_coarse(comparison, catalogue),
            *moves(comparison.changes, catalogue),
            *inside(comparison, texts, catalogue, shown=shown),
            *new_paragraphs(comparison, catalogue),
            *gone_paragraphs(comparison, catalogue),
            *repetitions(comparison, catalogue),
            *headline,
        ]
    leading_ranks = {sentence.sentence: _LAST for sentence in headline}
    if credited is not None:
        credit = catalogue.gettext(_CREDITED if credited else _NO_CREDIT)
        said.append(Said(1, credit))
        leading_ranks[credit] = _AFTER_FINDINGS
    kept = [said[place] for place in sorted(sorted(range(len(said)), key=lambda at: (said[at].rank, at))[:_MOST])]
    return Summary(
        sentences=tuple(sentence.sentence for sentence in kept),
        ranks=tuple(leading_ranks.get(sentence.sentence, sentence.rank) for sentence in kept),
    )


def summarise(
    site: Site,
    comparison: Comparison,
    articles: Mapping[str, Article],
    texts: Mapping[str, Tokenized],
    standings: Mapping[str, CopyStanding],
    shown: Shown,
) -> Summary:
    """The summary of a comparison of a story, in the language of the site, with what rights allow to be said."""
    left, right = articles[comparison.left], articles[comparison.right]
    standing, measures = standings[right.id], comparison.measures
    declared = (right.version_of, right.translation_of)
    leads = leads_to(left.id, right, standings)
    return summary_of(
        comparison,
        (texts[left.id], texts[right.id]),
        credited=credited(left, right, standing if standing.parent == left.id else None),
        shown=all(shown.tells(comparison, change) for change in comparison.changes),
        taken=leads and (carries_text(measures.left_in_right, measures.right_in_left) or left.id in declared),
        denied=not leads,
        catalogue=site.catalogue,
    )


def leads_to(text: str, copy: Article, standings: Mapping[str, CopyStanding]) -> bool:
    """Whether a copy was likely taken from a text: at once, over others, as a version, or from one of several."""
    passed: set[str] = set()
    names = [copy.id]
    while names:
        name = names.pop()
        if name == text or (name == copy.id and text in (copy.version_of, copy.translation_of)):
            return True
        if name in standings and name not in passed:
            passed.add(name)
            names += [parent for parent in (standings[name].parent, *standings[name].one_of) if parent]
    return False


def credited(left: Article, right: Article, standing: CopyStanding | None) -> bool | None:
    """Whether the right names the source of the left; None where that is no question, or was not looked into.

    `standing` is that of the right, where the left is its likely parent. That it names nobody is an accusation, and is
    said where it was looked for in every channel alone.
    """
    if standing is None or not left.source or not right.source or left.source == right.source:
        return None
    return True if standing.credits_parent else False if standing.silent else None


def _extremes(comparison: Comparison, catalogue: Catalogue) -> Iterator[Said]:
    """What there is to say where it is said in one sentence: nothing differs, or everything does."""
    measures = comparison.measures
    words = (measures.left_words, measures.right_words)
    headline = comparison.headline
    # Style in a headline counts as that in the text; other words there are said by themselves.
    changes = (*(headline.changes if headline and not headline.differs else ()), *comparison.changes)
    if not any(words):
        yield Said(0, catalogue.gettext("Neither text has any words."))
    elif not words[0]:
        yield Said(
            0,
            catalogue.ngettext(
                "The first text has no words; the second has {count} word.",
                "The first text has no words; the second has {count} words.",
                words[1],
            ),
        )
    elif not words[1]:
        yield Said(
            0,
            catalogue.ngettext(
                "The second text has no words; the first has {count} word.",
                "The second text has no words; the first has {count} words.",
                words[0],
            ),
        )
    elif not changes and measures.kept == words[0] == words[1]:
        # Not by the changes alone: whoever asked may have left some kinds out.
        yield Said(0, catalogue.gettext(SAME_TEXT if _differs_beside(comparison) else _SAME))
    elif not measures.kept + measures.moved and comparison.unit == "words":
        yield Said(0, catalogue.gettext("The two share no passage."))
    elif changes and all(change.is_style for change in changes):
        yield Said(0, _only_style(changes, catalogue, of_text=_has_other_words(comparison.headline)))


def _only_style(changes: Sequence[Change], catalogue: Catalogue, *, of_text: bool) -> str:
    """`of_text` where the headline differs in more."""
    kinds: set[ChangeKind] = {change.kind for change in changes}
    # A value in other units is a figure by its kind, and in the looks alone.
    kinds |= {"format"} if not kinds <= set(STYLE) else set()
    names = catalogue.listed([catalogue.gettext(BY_NAME[kind].label) for kind in STYLE if kind in kinds])
    if of_text:
        return catalogue.ngettext(
            "In the text, only style differs, in {count} place: {kinds}.",
            "In the text, only style differs, in {count} places: {kinds}.",
            len(changes),
            kinds=names,
        )
    return catalogue.ngettext(
        "Only style differs, in {count} place: {kinds}.",
        "Only style differs, in {count} places: {kinds}.",
        len(changes),
        kinds=names,
    )


def _has_other_words(headline: Headline | None) -> bool:
    """Whether the headlines differ in their words; whoever asked may have left such changes out."""
    return headline is not None and any(op.tag != "equal" for op in headline.ops)


def _differs_beside(comparison: Comparison) -> bool:
    """Whether something is told that is no change of the text: another headline, a paragraph that stands twice."""
    return _has_other_words(comparison.headline) or any(row.relation == "repeated" for row in comparison.rows)


def _headline(comparison: Comparison, catalogue: Catalogue, *, taken: bool) -> Iterator[Said]:
    headline = comparison.headline
    if headline is None or not headline.differs:
        return
    left, right = (catalogue.quoted(trimmed(one), _HEADLINE) for one in (headline.left, headline.right))
    if not headline.right:
        said = catalogue.gettext("Only the first has a headline: {text}.", text=left)
    elif not headline.left:
        said = catalogue.gettext("Only the second has a headline: {text}.", text=right)
    elif not taken:
        said = catalogue.gettext("The headlines differ: {left} and {right}.", left=left, right=right)
    else:
        said = catalogue.gettext("The headline differs. {left} became {right}.", left=left, right=right)
    yield Said(2, said)


def shares_little(measures: Measures) -> bool:
    """Whether most words of either text are its own: two texts rather than two states of one."""
    return 2 * (measures.kept + measures.moved) < min(measures.left_words, measures.right_words)


def _length(comparison: Comparison, catalogue: Catalogue) -> str:
    measures = comparison.measures
    before, after = measures.left_words, measures.right_words
    if any(comparison.partial):
        return _shared(comparison, catalogue)
    share, number = catalogue.percent(measures.left_in_right), catalogue.number(before)
    if shares_little(measures):
        # Neither was cut from the other, nor grown from it.
        return catalogue.ngettext(
            "Of {before} and {after} words {count} stands in both.",
            "Of {before} and {after} words {count} stand in both.",
            measures.kept + measures.moved,
            before=number,
            after=catalogue.number(after),
        )
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


def _sizes(comparison: Comparison, catalogue: Catalogue) -> str:
    """How long both are and what they share, of two texts of which neither is said to come from the other."""
    if any(comparison.partial):
        return _shared(comparison, catalogue)
    measures = comparison.measures
    return catalogue.ngettext(
        "The first has {before} and the second {count} word; {share} of the first’s words are in the second.",
        "The first has {before} and the second {count} words; {share} of the first’s words are in the second.",
        measures.right_words,
        before=catalogue.number(measures.left_words),
        share=catalogue.percent(measures.left_in_right),
    )


def _shared(comparison: Comparison, catalogue: Catalogue) -> str:
    """What is known of two texts of which one was imported incomplete: what it has, and not what it lacks."""
    measures = comparison.measures
    if all(comparison.partial):
        return catalogue.ngettext(
            "{count} word is in both; of neither text is all known.",
            "{count} words are in both; of neither text is all known.",
            measures.kept + measures.moved,
        )
    if comparison.partial[1]:
        share = catalogue.percent(measures.right_in_left)
        return catalogue.gettext(
            "Of what is known of the second text {share} of the words are in the first.", share=share
        )
    share = catalogue.percent(measures.left_in_right)
    return catalogue.gettext("Of what is known of the first text {share} of the words are in the second.", share=share)


def _coarse(comparison: Comparison, catalogue: Catalogue) -> Iterator[Said]:
    if comparison.bounded:
        yield Said(2, catalogue.gettext("Compared more coarsely than word by word, because of the number of copies."))
    elif comparison.unit != "words":
        yield Said(2, catalogue.gettext("Compared more coarsely than word by word, because of their size."))
