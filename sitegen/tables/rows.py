"""The rows of all tables, from what is published of each story: its summary and its data file.

The data file holds what rights allow and nothing else, so no row can hold more.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sitegen.model import CONSEQUENTIAL, STYLE, SURE, ArticleSummary, Moment, Source, StorySummary, TextMeasures
from sitegen.tables.schema import TABLES, Cell
from sitegen.views.addresses import comparison_path

Json = Mapping[str, Any]
Row = tuple[Cell, ...]
"""A cell for each column of its table, in their order."""
Rows = dict[str, list[Row]]
"""By the name of the table."""


def no_rows() -> Rows:
    """Every table, empty."""
    return {table.name: [] for table in TABLES}


def source_rows(sources: Iterable[Source]) -> list[Row]:
    """The rows of the table of outlets."""
    return [
        (source.id, source.name, source.kind, source.home, source.country, source.language)
        for source in sorted(sources, key=lambda source: source.id)
        if source.id
    ]


def story_rows(summary: StorySummary, texts: Sequence[TextMeasures], data: Json | None) -> Rows:
    """The rows of one story; `texts` are those of its articles, in their order.

    `data` is what its data file holds, None for an article on its own, which has none.
    """
    rows = no_rows()
    rows["stories"].append(
        (
            summary.id,
            summary.title,
            summary.base,
            _iso(summary.published),
            _day(summary.published),
            len(summary.articles),
            summary.families,
            summary.changes,
            summary.finding,
            summary.url,
        )
    )
    rows["articles"] += [
        _article(summary.id, article, text) for article, text in zip(summary.articles, texts, strict=True)
    ]
    for article in summary.articles:
        rows["losses"] += _losses(summary.id, article)
        rows["edits"] += _edits(summary.id, article)
    if data is not None:
        for comparison in data["comparisons"]:
            rows["pairs"].append(_pair(summary.id, comparison))
            rows["changes"] += _changes(summary.id, comparison)
        rows["passages"] += _passages(summary.id, data["links"])
        for statement in data["quotations"]:
            rows["quotations"] += _prints(summary.id, statement)
        for fact in data["facts"]:
            rows["facts"] += _stated(summary.id, fact)
        for edge in data["descent"]:
            rows["provenance"] += _parents(summary.id, edge)
        for article in data["articles"]:
            rows["texts"] += _blocks(summary.id, article)
    return rows


def _iso(moment: Moment | None) -> str | None:
    return moment.iso if moment else None


def _day(moment: Moment | None) -> str | None:
    return moment.day.isoformat() if moment else None


def _article(story: str, article: ArticleSummary, text: TextMeasures) -> Row:
    return (
        article.id,
        article.title,
        article.source,
        article.outlet,
        article.language,
        _iso(article.published),
        _day(article.published),
        text.words,
        article.rights,
        article.completeness,
        article.address,
        story,
        article.family,
        article.relation,
        article.parent,
        article.probability if article.parent else None,
        article.kept,
        article.taken,
        _names_parent(article),
        article.series_of,
        " ".join(article.digest_of),
        ", ".join(article.tags),
        text.digest,
        article.url,
        article.comparison,
    )


def _losses(story: str, article: ArticleSummary) -> Iterator[Row]:
    """What the copy lost, by kind of sentence; nothing of a copy of which that is not known."""
    habits = article.habits
    if habits is None or not article.parent:
        return
    of_copy = (story, article.id, article.parent)
    for tally in habits.sentences:
        if tally.judged:
            yield (*of_copy, tally.kind, tally.judged, tally.lost)
    if habits.lost_ending is not None:
        yield (*of_copy, "ending", 1, int(habits.lost_ending))


def _edits(story: str, article: ArticleSummary) -> Iterator[Row]:
    for edit in article.habits.edits if article.habits and article.parent else ():
        yield (story, article.id, article.parent, edit.before, edit.after, edit.count)


def _names_parent(article: ArticleSummary) -> bool | None:
    """None where it would be said of a copy that could name nobody, or of which a part is not at hand."""
    if article.parent and article.credits_parent:
        return True
    return False if article.parent and article.silent else None


def _pair(story: str, comparison: Json) -> Row:
    left, right, measures = comparison["left"], comparison["right"], comparison["measures"]
    return (
        story,
        left,
        right,
        measures["left_words"],
        measures["right_words"],
        measures["kept"],
        measures["moved"],
        measures["changed"],
        measures["left_in_right"],
        measures["right_in_left"],
        measures["longest_run"],
        len(comparison["changes"]),
        comparison["note"],
        comparison_path(story, left, right),
    )


def _changes(story: str, comparison: Json) -> Iterator[Row]:
    left, right, headline = comparison["left"], comparison["right"], comparison["headline"]
    page = comparison_path(story, left, right)
    parts: tuple[tuple[str, Sequence[Json]], ...] = (
        ("headline", headline["changes"] if headline else ()),
        ("text", comparison["changes"]),
    )
    for part, changes in parts:
        for number, change in enumerate(changes, 1):
            yield (
                story,
                left,
                right,
                part,
                number,
                change["id"],
                change["kind"],
                change["verdict"],
                change["confidence"],
                change["left"],
                change["right"],
                change["sentence"],
                f"{page}#{change['id']}" if _has_place(change) else page,
            )


def _has_place(change: Json) -> bool:
    """Whether its page says it in words: one of style, or one that is not sure, is marked there and has no place."""
    is_style = change["kind"] in STYLE or change["verdict"] in ("same-value", "converted")
    return not is_style and (change["kind"] not in CONSEQUENTIAL or change["confidence"] >= SURE)


def _passages(story: str, links: Iterable[Json]) -> Iterator[Row]:
    # Two articles may be linked by several kinds of evidence; their runs are counted through.
    numbers: dict[tuple[str, str], int] = {}
    for link in links:
        pair = link["left"], link["right"]
        for passage in link["evidence"]:
            numbers[pair] = numbers.get(pair, 0) + 1
            yield (story, *pair, numbers[pair], link["kind"], link["strength"], passage["words"], passage["text"])


def _prints(story: str, statement: Json) -> Iterator[Row]:
    for copy in statement["copies"]:
        earliest = statement["earliest"] == copy["article"] if statement["earliest"] else None
        yield (
            story,
            statement["id"],
            copy["article"],
            copy["rendering"],
            copy["words"],
            earliest,
            copy["text"],
            copy["speaker"],
            copy["verb"],
            copy["another_speaker"],
        )


def _stated(story: str, fact: Json) -> Iterator[Row]:
    for stated in fact["stated"]:
        for copy in stated["copies"]:
            yield (
                story,
                fact["base"],
                fact["id"],
                fact["unit"],
                fact["kind"],
                copy,
                stated["verdict"],
                stated["text"],
                fact["context"],
                fact["differs"],
            )


def _parents(story: str, edge: Json) -> Iterator[Row]:
    kinds = {
        supports: ", ".join(dict.fromkeys(entry["kind"] for entry in edge["evidence"] if entry["supports"] is supports))
        for supports in (True, False)
    }
    common = edge["none_held"], edge["said"], edge["relation"], edge["unheld"]
    likeliest = edge["parent"]
    yield (
        story,
        edge["article"],
        1,
        likeliest,
        edge["probability"] if likeliest else None,
        edge["reverse"] if likeliest else None,
        *common,
        kinds[True],
        kinds[False],
    )
    for rank, guess in enumerate(edge["alternatives"], 2):
        yield (story, edge["article"], rank, guess["parent"], guess["probability"], None, *common, "", "")


def _blocks(story: str, article: Json) -> Iterator[Row]:
    """What is printed of an article without what was set aside; of copies with the text of another, nothing again."""
    printed: list[tuple[str, str, str, int]] = [
        (block["id"], block["role"], block["text"], 0) for block in article["blocks"] if not block["furniture"]
    ]
    printed += [(piece["block"], "", piece["text"], piece["withheld"]) for piece in article["excerpt"]]
    for number, (block, role, text, withheld) in enumerate(printed, 1):
        yield (story, article["id"], number, block, role, article["language"], text, withheld)
