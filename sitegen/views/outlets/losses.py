"""Lays out what the copies of an outlet lack of the texts they were likely taken from, and the words they exchange.

Every number has its denominator, and every line leads to copies that show it. Why a copy lacks something is not known,
and not said.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sitegen.model import SENTENCE_KINDS, ArticleSummary, SentenceKind, StorySummary
from sitegen.text.catalogues import marked
from sitegen.views.addresses import href
from sitegen.views.common import Site, in_language, number_of
from sitegen.views.outlets.flows import summary_link
from sitegen.views.pages import ExchangeLine, LossLine, TextLink

_KINDS: Mapping[SentenceKind, str] = {
    "denial": marked("Denials"),
    "quotation": marked("Sentences with a quotation"),
    "figure": marked("Sentences with a figure"),
}
"""Kinds of sentences that are counted apart; all sentences are counted together, too."""
_SHARED_FROM = 10
"""Sentences from which their share is given: of fewer it would say more than is known."""
_MOST_EXAMPLES = 3
_MOST_EXCHANGES = 12
_RECURRING = 3
"""Times from which an exchange in one story is listed; one that recurs in two stories always is."""

Taken = Sequence[tuple[ArticleSummary, StorySummary]]
"""Copies of one outlet with their stories."""


def losses_of(site: Site, taken: Iterable[ArticleSummary]) -> tuple[LossLine, ...]:
    """A line each for last paragraphs, denials, quotations, figures and all sentences."""
    copies = sorted(taken, key=lambda article: article.id)
    return tuple(_losses(site, copies))


def _losses(site: Site, copies: Sequence[ArticleSummary]) -> Iterator[LossLine]:
    endings = [(article, 1, int(article.habits.lost_ending)) for article in copies if _is_ending_known(article)]  # type: ignore[union-attr,arg-type]
    if endings:
        yield _line(site, site.catalogue.gettext("Last paragraphs"), endings)
    for kind, label in _KINDS.items():
        if tallies := _tallies(copies, (kind,)):
            yield _line(site, site.catalogue.gettext(label), tallies)
    if tallies := _tallies(copies, SENTENCE_KINDS):
        yield _line(site, site.catalogue.gettext("All sentences"), tallies)


def _is_ending_known(article: ArticleSummary) -> bool:
    return article.habits is not None and article.habits.lost_ending is not None


def _tallies(copies: Sequence[ArticleSummary], kinds: Sequence[SentenceKind]) -> list[tuple[ArticleSummary, int, int]]:
    """Each copy with how many sentences of these kinds are judged, and how many of them it lacks."""
    tallies = []
    for article in copies:
        counted = [tally for tally in article.habits.sentences if tally.kind in kinds] if article.habits else []
        if counted:
            tallies.append((article, sum(tally.judged for tally in counted), sum(tally.lost for tally in counted)))
    return tallies


def _line(site: Site, label: str, tallies: Sequence[tuple[ArticleSummary, int, int]]) -> LossLine:
    judged = sum(judged for _, judged, _ in tallies)
    lost = sum(lost for _, _, lost in tallies)
    lacking = sorted((entry for entry in tallies if entry[2]), key=lambda entry: -entry[2])
    return LossLine(
        label=label,
        lost=number_of(site.catalogue, lost, judged),
        share=site.catalogue.percent(lost / judged) if judged >= _SHARED_FROM else "",
        examples=tuple(
            summary_link(site, article, anchor="#origins-title") for article, _, _ in lacking[:_MOST_EXAMPLES]
        ),
    )


def exchanges_of(site: Site, taken: Taken) -> tuple[ExchangeLine, ...]:
    """Words that recur in its copies in the place of others, those of most articles first."""
    counts: Counter[tuple[str, str]] = Counter()
    printed: dict[tuple[str, str], Counter[tuple[str, str]]] = {}
    articles: dict[tuple[str, str], dict[str, ArticleSummary]] = {}
    stories: dict[tuple[str, str], set[str]] = {}
    for article, story in sorted(taken, key=lambda pair: pair[0].id):
        for edit in article.habits.edits if article.habits else ():
            key = (edit.before.casefold(), edit.after.casefold())
            counts[key] += edit.count
            printed.setdefault(key, Counter())[edit.before, edit.after] += edit.count
            articles.setdefault(key, {})[article.id] = article
            stories.setdefault(key, set()).add(story.id)
    recurring = [key for key, count in counts.items() if count >= _RECURRING or len(stories[key]) > 1]
    recurring.sort(key=lambda key: (-len(stories[key]), -counts[key], key))
    return tuple(
        _exchange(site, printed[key], counts[key], list(articles[key].values())) for key in recurring[:_MOST_EXCHANGES]
    )


def _exchange(
    site: Site, printed: Mapping[tuple[str, str], int], count: int, articles: Sequence[ArticleSummary]
) -> ExchangeLine:
    catalogue = site.catalogue
    before, after = min(printed, key=lambda words: (-printed[words], words))
    latest = max(articles, key=lambda article: article.published.order if article.published else ("", ""))
    times = catalogue.ngettext("{count} time", "{count} times", count)
    return ExchangeLine(
        before=in_language(before, latest.language, site.frame.language),
        after=in_language(after, latest.language, site.frame.language),
        # Translators: {times} is "14 times".
        count=catalogue.ngettext(
            "{times}, in {count} article", "{times}, in {count} articles", len(articles), times=times
        ),
        example=TextLink(
            label=in_language(latest.title, latest.language, site.frame.language),
            href=href(site.frame.root, latest.comparison or latest.url),
        ),
    )
