"""The method in words, for the about page: what each rule, relation and kind of change means, thresholds included."""

from sitegen.config import Config
from sitegen.model import COPIED, LIKELY
from sitegen.thresholds import ALL, MUCH, QUOTED, REPLACED
from sitegen.views.common import percent
from sitegen.views.pages import Term


def rules_of(config: Config) -> tuple[Term, ...]:
    """The rules with the thresholds that this archive was made with."""
    grouping, comparing = config.grouping, config.comparing
    return (
        Term(
            word="Copies of one text",
            meaning=(
                "Two articles are put together when they share passages of at least "
                f"{grouping.passage_words} words in a row, {grouping.copy_words} words or more in all, and at least "
                f"{percent(grouping.copy_share)} of the shorter text; texts of a few lines, when they share "
                f"{percent(grouping.short_share)} of it. A run of {grouping.shingle} "
                f"words found in more than {grouping.document_frequency} articles, or in "
                f"{grouping.source_frequency} of one source, is taken for boilerplate and says nothing, unless half "
                "of a text stands in the other."
            ),
        ),
        Term(
            word="Reports of one piece of news",
            meaning=(
                "Texts that share no passage are put into one story when they talk about the same: words weighed by "
                f"how rare they are, those of the lead more, alike by {grouping.likeness:.2f} on average and more "
                f"where few are compared, {grouping.background:g} times as alike as with others about the same people "
                f"and places, and not {grouping.likeness_days} days apart. Across languages figures, dates, names, "
                f"places and credits are compared, and their order, and {grouping.anchors:.2f} is asked for."
                f"{_model(grouping.model)}"
            ),
        ),
        Term(
            word="What makes a copy",
            meaning=(
                "Copies of one text share narration with one of them: words outside quotation marks. Texts that share "
                "quotations alone quote the same words, and are no copies. An article that takes from reports of "
                "several stories joins none of them, nor does a form that its outlet fills in again and again. What a "
                "keeper declared always wins over what was inferred."
            ),
        ),
        Term(
            word="Base",
            meaning=(
                "The copy the others are read against: declared by the keeper, else the agency’s report of the first "
                "day, else the copy published first, else the one that shares most with the others. The story’s page "
                "says which, and why."
            ),
        ),
        Term(
            word="Who took it from whom",
            meaning=(
                "Each copy has a probability for every other that it was taken from it, from where their words part, "
                "what a third copy shares, their days, and whom they name. “Copied from” is said from a probability of "
                f"{COPIED:g} on, “likely from” from {LIKELY:g} on; below, that it cannot be told. “Names no source” "
                "is said only of a copy that was likely taken from a known outlet and in no line and no sentence of "
                "its whole text names anybody, and not where nearly all it kept are quotations."
            ),
        ),
        Term(
            word="Names of copies",
            meaning=(
                "A copy is called by the source that the keeper declared; else by the outlet that its own page or text "
                "names as its publisher, marked as inferred: its page says what named it; else by its letter and "
                "headline. Letters follow the order of publication. An agency’s tag says whose text it is and not who "
                "published it. A text that shares nothing with the others of its story is a report, and no copy."
            ),
        ),
        Term(
            word="Words",
            meaning=(
                "Paragraphs are aligned first, then the words inside them. Letter case and the style of quotation "
                "marks, dashes and spaces count as equal and are marked faintly. Menus, notices and other page "
                "furniture are set aside and never counted."
            ),
        ),
        Term(
            word="Pairs",
            meaning=(
                "Every copy is compared with its base and with the copy it was likeliest taken from; up to "
                f"{comparing.all_pairs_up_to} copies, every pair."
            ),
        ),
    )


RELATION_MEANINGS = (
    ("verbatim", f"{percent(ALL)} or more of the words of each stand in the other, in the same order and paragraphs."),
    ("cut", f"{percent(ALL)} or more of its words stand in the other copy, which has more."),
    (
        "edited",
        f"{percent(MUCH)} or more of the words of one stand in the other, and at most {percent(REPLACED)} of its words "
        "replaced others.",
    ),
    ("quoting", f"Rewritten; {percent(QUOTED)} or more of the words it kept stand inside quotation marks."),
    ("rewritten", "Few words are shared, or many were replaced."),
    ("translated", "A translation of the other, declared or likely; words are not compared across languages."),
    ("version", "A later state of the same outlet’s own copy."),
    ("related", "Reports the same news and shares no text."),
)


def _model(given: str) -> str:
    """A sentence about the model that may add links; nothing where there is none."""
    name = given.rstrip("/").split("/")[-1]
    return f" A model of meaning, {name}, may add links." if name else ""
