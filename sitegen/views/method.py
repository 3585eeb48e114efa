"""The method in words, for the about page: what each rule and relation means, thresholds included.

The meaning of a kind of change stands with the kind.
"""

from collections.abc import Iterator

from sitegen.config import Config
from sitegen.model import CARRIES, COPIED, LIKELY, RelationOfCopies
from sitegen.text.catalogues import Catalogue
from sitegen.thresholds import ALL, MUCH, QUOTED, REPLACED
from sitegen.views.pages import Term


def rules_of(config: Config, catalogue: Catalogue) -> tuple[Term, ...]:
    """The rules with the thresholds that this archive was made with."""
    return (
        Term(word=catalogue.gettext("Copies of one text"), meaning=_copies(config, catalogue)),
        Term(word=catalogue.gettext("Reports of one piece of news"), meaning=_reports(config, catalogue)),
        Term(
            word=catalogue.gettext("What makes a copy"),
            meaning=catalogue.gettext(
                "Copies of one text share narration with one of them: words outside quotation marks. Texts that share "
                "quotations alone quote the same words, and are no copies. An article that takes from reports of "
                "several stories joins none of them, nor does a form that its outlet fills in again and again. What an "
                "editor declared always wins over what was inferred."
            ),
        ),
        Term(
            word=catalogue.gettext("Base"),
            meaning=catalogue.gettext(
                "The copy the others are read against: declared by the editor, else the agency’s report of the first "
                "day, else the copy published first, else the one that shares most with the others. The story’s page "
                "says which, and why."
            ),
        ),
        Term(
            word=catalogue.gettext("Who took it from whom"),
            meaning=catalogue.gettext(
                "Each copy has a probability for every other that it was taken from it, from where their words part, "
                "what a third copy shares, their days, and whom they name. “Copied from” is said from a probability of "
                "{copied} on, “likely from” from {likely} on; below, that it cannot be told. Of an article "
                "that has less than {half} of the other, and is less than {half} made of it, only that it took part of "
                "its text. “Names no source” is said only of a copy whose author is known, that was likely taken from "
                "a known outlet and in no line and no sentence of its whole text names anybody, and not where nearly "
                "all it kept are quotations.",
                half=catalogue.percent(CARRIES),
                copied=catalogue.decimal(COPIED),
                likely=catalogue.decimal(LIKELY),
            ),
        ),
        Term(
            word=catalogue.gettext("Words given to several"),
            meaning=catalogue.gettext(
                "A speech, a letter, a column under its author’s name or a press release may have reached each outlet "
                "from whoever wrote it. Of such words it is said that who took them from whom cannot be told, unless "
                "a copy names the other outlet. “Names no source” is said of none of them."
            ),
        ),
        Term(
            word=catalogue.gettext("Names of copies"),
            meaning=catalogue.gettext(
                "A copy is called by the source that the editor declared; else by the outlet that its own page or text "
                "names as its publisher, marked as inferred: its page says what named it; else by its letter and "
                "headline. Letters follow the order of publication. An agency’s tag says whose text it is and not who "
                "published it. A text that shares nothing with the others of its story is a report, and no copy."
            ),
        ),
        Term(
            word=catalogue.gettext("Words"),
            meaning=catalogue.gettext(
                "Paragraphs are aligned first, then the words inside them. Letter case and the style of quotation "
                "marks, dashes and spaces count as equal and are marked faintly. Menus, notices and whatever else is "
                "not part of an article are set aside and never counted."
            ),
        ),
        Term(
            word=catalogue.gettext("Pairs"),
            meaning=catalogue.ngettext(
                "Every copy is compared with its base and with the copy it was likeliest taken from; up to {count} "
                "copy, every pair.",
                "Every copy is compared with its base and with the copy it was likeliest taken from; up to {count} "
                "copies, every pair.",
                config.comparing.all_pairs_up_to,
            ),
        ),
    )


def _copies(config: Config, catalogue: Catalogue) -> str:
    grouping = config.grouping
    return catalogue.gettext(
        "Two articles are put together when they share passages of at least {passage} words in a row, {words} words or "
        "more in all, and at least {share} of the shorter text; texts of a few lines, when they share {short} of it. A "
        "run of {run} words found in more than {articles} articles, or in {same} of one source, is taken for "
        "boilerplate and says nothing, unless half of a text stands in the other.",
        passage=catalogue.number(grouping.passage_words),
        words=catalogue.number(grouping.copy_words),
        share=catalogue.percent(grouping.copy_share),
        short=catalogue.percent(grouping.short_share),
        run=catalogue.number(grouping.shingle),
        articles=catalogue.number(grouping.document_frequency),
        same=catalogue.number(grouping.source_frequency),
    )


def _reports(config: Config, catalogue: Catalogue) -> str:
    grouping = config.grouping
    rule = catalogue.gettext(
        "Texts that share no passage are put into one story when they talk about the same: words weighed by how rare "
        "they are, those of the lead more, alike by {likeness} on average and more where few are compared, {times} "
        "times as alike as with others about the same people and places, and not {days} days apart. Across languages "
        "figures, dates, names, places and credits are compared, and their order, and {anchors} is asked for.",
        likeness=catalogue.decimal(grouping.likeness),
        times=catalogue.decimal(grouping.background),
        days=catalogue.number(grouping.likeness_days),
        anchors=catalogue.decimal(grouping.anchors),
    )
    name = grouping.model.rstrip("/").split("/")[-1]
    if not name:
        return rule
    model = catalogue.gettext("A model of meaning, {name}, may add links.", name=catalogue.isolated(name))
    return f"{rule} {model}"


def relation_meanings(catalogue: Catalogue) -> Iterator[tuple[RelationOfCopies, str]]:
    """What each relation of a copy to another means."""
    whole = catalogue.percent(ALL)
    yield (
        "verbatim",
        catalogue.gettext(
            "{share} or more of the words of each are in the other, in the same order and paragraphs.", share=whole
        ),
    )
    yield (
        "cut",
        catalogue.gettext("{share} or more of its words are in the other copy, which has more.", share=whole),
    )
    yield (
        "edited",
        catalogue.gettext(
            "{share} or more of the words of one are in the other, and at most {replaced} of its words replaced "
            "others.",
            share=catalogue.percent(MUCH),
            replaced=catalogue.percent(REPLACED),
        ),
    )
    yield (
        "quoting",
        catalogue.gettext(
            "Rewritten; {share} or more of the words it kept are inside quotation marks.",
            share=catalogue.percent(QUOTED),
        ),
    )
    yield "rewritten", catalogue.gettext("Few words are shared, or many were replaced.")
    yield (
        "translated",
        catalogue.gettext("A translation of the other, declared or likely; words are not compared across languages."),
    )
    yield "version", catalogue.gettext("A later state of the same outlet’s own copy.")
    yield "related", catalogue.gettext("Reports the same news and shares no text.")
