"""Lays a comparison out as level lines: runs of marked text, remarks beside them, folds where nothing differs."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from sitegen.model import (
    CONSEQUENTIAL,
    STYLE,
    Article,
    Change,
    ChangeKind,
    Comparison,
    CopyStanding,
    Moment,
    Row,
    Story,
)
from sitegen.text.languages import direction, long_date
from sitegen.text.tokenized import Tokenized
from sitegen.views.addresses import comparison_path, href, story_data_path, story_path
from sitegen.views.common import (
    Site,
    article_link,
    article_title,
    figure,
    in_language,
    make_head,
    outlet_name,
    percent,
    plural,
    thousands,
)
from sitegen.views.marks import cut_into_runs, is_sentence_move, marks_of
from sitegen.views.pages import (
    ColumnHead,
    ComparisonView,
    Figure,
    Fold,
    HideSwitch,
    Line,
    Page,
    Paragraph,
    Remark,
    Run,
    Side,
    Text,
    TextLink,
)
from sitegen.views.rights import shown_rows, withheld_reason
from sitegen.views.words import lede_of, substance

_SWITCH_LABELS: dict[ChangeKind, str] = {
    "typography": "typography",
    "case": "capitals",
    "punctuation": "punctuation",
    "spelling": "spelling",
    "format": "number format",
}
_NOTHING = Side(paragraphs=(), absent="not in this copy", pointer="", pointer_label="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A comparison with all that its page needs."""

    story: Story
    comparison: Comparison
    left: Article
    right: Article
    left_text: Tokenized
    right_text: Tokenized
    standing: CopyStanding | None
    """Of the right, when the left is its parent."""
    position: int
    """1-based among the story's comparisons."""
    of: int
    previous: TextLink | None
    next: TextLink | None


def comparison_page(site: Site, reading: Reading) -> Page:
    """The page of one comparison."""
    left, right, comparison = reading.left, reading.right, reading.comparison
    shown = shown_rows(comparison, left, right, site.config.excerpt_share)
    credited = reading.standing is None or reading.standing.credits_parent
    lede = lede_of(comparison, left, right, credited=credited, shown=len(shown) == len(comparison.rows))
    path = comparison_path(reading.story.id, left.id, right.id)
    heading = _heading(site, left, right)
    plain = "".join(piece.text for piece in heading)
    view = ComparisonView(
        head=make_head(site, f"{plain}: {reading.story.title}", lede, path, current="home"),
        story=TextLink(
            label=in_language(reading.story.title, left.language, site.frame.language),
            href=href(site.frame.root, story_path(reading.story.id)),
        ),
        kicker=f"{plural(len(reading.story.articles), 'article')} · comparison {reading.position} of {reading.of}",
        heading=heading,
        lede=lede,
        figures=_figures(site, reading),
        note=comparison.note,
        withheld=withheld_reason(left, right),
        switches=_switches(comparison.changes),
        left=_column(site, reading, left, base=left.id == reading.story.base),
        right=_column(site, reading, right, base=False),
        folds=_folds(reading, shown),
        changes=tuple(_remark(change, change.rows[0] in shown) for change in substance(comparison.changes)),
        set_aside=tuple(filter(None, (_set_aside(site, left), _set_aside(site, right)))),
        previous=reading.previous,
        next=reading.next,
        data=href(site.frame.root, story_data_path(reading.story.id)),
    )
    return Page(url=path, template="comparison.html", view=view)


def _heading(site: Site, left: Article, right: Article) -> tuple[Text, ...]:
    names = [outlet_name(site, article) for article in (left, right)]
    if left.source and left.source == right.source:
        return (Text(text="What "), names[1], Text(text=" changed in its own text"))
    return (Text(text="What "), names[1], Text(text=" did with the text of "), names[0])


def _figures(site: Site, reading: Reading) -> tuple[Figure, ...]:
    measures = reading.comparison.measures
    found = measures.kept + measures.moved
    names = [outlet_name(site, article).text for article in (reading.left, reading.right)]
    of_substance = len(substance(reading.comparison.changes))
    figures = [
        figure(
            percent(measures.right_in_left),
            f"of the words of {names[1]} are those of {names[0]} "
            f"({thousands(found)} of {thousands(measures.right_words)})",
        ),
        figure(
            percent(measures.left_in_right),
            f"of the words of {names[0]} survive ({thousands(found)} of {thousands(measures.left_words)})",
        ),
        figure(thousands(of_substance), "changes of substance"),
        figure(thousands(len(reading.comparison.changes) - of_substance), "of typography and house style"),
    ]
    delay = _delay(reading.left.published, reading.right.published)
    return (*figures, figure(delay, "later, by the published times")) if delay else tuple(figures)


def _delay(first: Moment | None, second: Moment | None) -> str:
    if not (first and second and first.time and second.time) or second.time <= first.time:
        return ""
    minutes = int((second.time - first.time).total_seconds()) // 60
    hours, days = minutes // 60, minutes // 1440
    if days > 1:
        return plural(days, "day")
    return f"{hours}\u202fh\u202f{minutes % 60:02}" if hours else f"{minutes}\u202fmin"


def _switches(changes: Iterable[Change]) -> tuple[HideSwitch, ...]:
    counts = Counter(change.kind for change in changes)
    return tuple(
        HideSwitch(kind=kind, label=_SWITCH_LABELS[kind], count=counts[kind]) for kind in STYLE if counts[kind]
    )


def _column(site: Site, reading: Reading, article: Article, *, base: bool) -> ColumnHead:
    measures = reading.comparison.measures
    words = measures.left_words if article is reading.left else measures.right_words
    source = site.source_of(article)
    about = [source.kind if source.kind != "unknown" else "", "base" if base else ""]
    about += [
        long_date(article.published, site.frame.language) if article.published else "date not known",
        plural(words, "word"),
    ]
    other = article.language != site.frame.language
    return ColumnHead(
        name=outlet_name(site, article),
        title=article_title(site, article),
        href=article_link(site, article).href,
        about=" · ".join(filter(None, about)),
        lang=article.language if other and article.language != "und" else "",
        dir=direction(article.language) if other else "",
    )


def _set_aside(site: Site, article: Article) -> str:
    kinds = Counter(block.furniture for block in article.blocks if block.furniture)
    if not kinds:
        return ""
    name = outlet_name(site, article).text
    listed = ", ".join(f"{kind} ({count})" if count > 1 else kind for kind, count in sorted(kinds.items()))
    return f"{name}: {listed}"


def _folds(reading: Reading, shown: frozenset[int]) -> tuple[Fold, ...]:
    """Lines in the order of the left, those that are the same folded where two or more stand together."""
    if not shown:
        return ()
    lines = list(_lines(reading, shown))
    folds: list[Fold] = []
    for same, run in groupby(lines, key=lambda line: line.relation == "same" and not line.remarks):
        members = tuple(run)
        if same:
            words = sum(len(run.text.split()) for line in members for part in line.left.paragraphs for run in part.runs)
            label = f"{plural(len(members), 'paragraph')} the same ({plural(words, 'word')})"
            folds.append(Fold(folded=True, label=label, lines=members))
        else:
            folds.append(Fold(folded=False, label="", lines=members))
    return tuple(folds)


def _lines(reading: Reading, shown: frozenset[int]) -> Iterable[Line]:
    """One line a row; a moved row has a second line where its right end stands."""
    rows = reading.comparison.rows
    landings = _landings(rows)
    by_row: dict[int, list[Change]] = {}
    for change in reading.comparison.changes:
        for index in dict.fromkeys(change.rows):
            by_row.setdefault(index, []).append(change)
    yield from (_landing(reading, rows[at], at, shown) for at in landings.get(-1, ()))
    for index, row in enumerate(rows):
        yield _line(reading, index, row, by_row.get(index, ()), shown)
        yield from (_landing(reading, rows[at], at, shown) for at in landings.get(index, ()))


def _landings(rows: Sequence[Row]) -> dict[int, list[int]]:
    """Where the right end of each moved row is shown: after the row that precedes it in the right text."""
    placed = [(row.right[-1], index) for index, row in enumerate(rows) if row.right and row.relation != "moved"]
    found: dict[int, list[int]] = {}
    for index, row in enumerate(rows):
        if row.relation == "moved":
            before = max((place for place in placed if place[0] < row.right[0]), default=(-1, -1))
            found.setdefault(before[1], []).append(index)
    for members in found.values():
        members.sort(key=lambda at: rows[at].right)
    return found


def _line(reading: Reading, index: int, row: Row, changes: Sequence[Change], shown: frozenset[int]) -> Line:
    visible = index in shown
    here = [change for change in changes if change.rows[0] == index]
    remarks = tuple(_remark(change, visible) for change in here if change.kind not in STYLE)
    left = _side(reading, row, here, "left", shown) if row.left else _NOTHING
    arrived = [change for change in changes if change.rows[-1] == index]
    right = _side(reading, row, arrived, "right", shown) if row.right else _NOTHING
    if row.relation == "repeated":
        told = Side(paragraphs=(), absent="printed twice in the other copy", pointer="", pointer_label="")
        left, right = (left, told) if row.left else (told, right)
    if row.relation == "moved":
        up = row.right[0] < row.left[0]
        right = Side(
            paragraphs=(),
            absent="",
            pointer=f"#m{index}-right",
            pointer_label=f"paragraph {row.right[0] + 1} {'↑' if up else '↓'}",
        )
    if not visible:
        left, right = _hidden(reading, row, left, "left"), _hidden(reading, row, right, "right")
    return Line(
        id=f"m{index}-left" if row.relation == "moved" else f"r{index}",
        relation=row.relation.replace(" ", "-"),
        consequential=any(remark.consequential for remark in remarks),
        left=left,
        right=right,
        remarks=remarks,
    )


def _landing(reading: Reading, row: Row, index: int, shown: frozenset[int]) -> Line:
    """The other end of a moved row, with its edits as the right prints them."""
    up = row.left[0] < row.right[0]
    changes = [change for change in reading.comparison.changes if change.rows == (index,)]
    right = _side(reading, row, changes, "right", shown)
    return Line(
        id=f"m{index}-right",
        relation="moved",
        consequential=False,
        left=Side(
            paragraphs=(),
            absent="",
            pointer=f"#m{index}-left",
            pointer_label=f"paragraph {row.left[0] + 1} {'↑' if up else '↓'}",
        ),
        right=right if index in shown else _hidden(reading, row, right, "right"),
        remarks=(),
    )


def _hidden(reading: Reading, row: Row, side: Side, which: str) -> Side:
    """The side without its text, where rights withhold it."""
    blocks, text = (row.left, reading.left_text) if which == "left" else (row.right, reading.right_text)
    if not side.paragraphs:
        return side
    words = sum(text.word_count(text.span(block)) for block in blocks)
    return replace(side, paragraphs=(), absent=f"{plural(words, 'word')}, not shown")


def _remark(change: Change, visible: bool) -> Remark:
    words = (len(change.left.split()), len(change.right.split()))
    neutral = f"{plural(words[0], 'word')} on the left, {words[1]} on the right."
    return Remark(
        kind=change.kind,
        consequential=change.kind in CONSEQUENTIAL,
        sentence=change.sentence if visible or change.kind in ("move", "split", "merge") else neutral,
        change=change.id,
    )


def _side(reading: Reading, row: Row, changes: Sequence[Change], which: str, shown: frozenset[int]) -> Side:
    """The blocks of one side, cut into runs at the borders of its changes."""
    article, text, blocks = (
        (reading.left, reading.left_text, row.left)
        if which == "left"
        else (reading.right, reading.right_text, row.right)
    )
    marks = marks_of(changes, which)
    whole = row.relation in ("left only", "right only") and not any(is_sentence_move(change) for change in changes)
    paragraphs = tuple(
        Paragraph(
            kind=article.blocks[block].kind,
            runs=(Run(text=article.blocks[block].text, mark=""),)
            if whole
            else cut_into_runs(text, text.span(block), marks, which, shown),
        )
        for block in blocks
    )
    return Side(paragraphs=paragraphs, absent="", pointer="", pointer_label="")
