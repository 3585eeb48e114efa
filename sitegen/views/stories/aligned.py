"""Lays out a text beside its translation, sentence by sentence, with what was found again and what is known to lack.

Neither is called the source of the other beyond what the story says. Where rights withhold a word of either text there
is no page: two texts beside each other would tell what both print.
"""

from collections.abc import Iterator, Mapping, Sequence

from sitegen.collation import AlignedSentences, LanguageAlignment
from sitegen.edition import TranslationCheck
from sitegen.model import Article, Span
from sitegen.text.catalogues import marked
from sitegen.text.languages import direction, is_one_language
from sitegen.views.common import Site, article_link, language_label, make_head, outlet_name, spoken_name
from sitegen.views.pages import AlignedColumn, AlignedRow, AlignedValue, AlignedView, Page, Text, TextLink
from sitegen.views.stories.translations import counted_differences, counted_sentences, differing_values
from sitegen.views.story_reading import StoryReading

_MOST_ROWS = 400
_FEWEST_GAPS = 2
"""Missing sentences from which copies that lack the same are named."""
_NAMED = 3
_LACKING = marked("Not in the other text.")
_UNKNOWN = marked("No counterpart was recognised.")
_MOVED = marked("At another place in the other text.")
_DENIAL = marked("A denial. Not in the other text.")


def aligned_pages(site: Site, reading: StoryReading, story: TextLink) -> Iterator[Page]:
    """A page for each translation of which all may be printed."""
    for check in reading.edition.translations:
        if reading.translation_shown_for(check.alignment.right):
            yield _page(site, reading, check, story)


def _page(site: Site, reading: StoryReading, check: TranslationCheck, story: TextLink) -> Page:
    alignment, catalogue = check.alignment, site.catalogue
    left, right = reading.articles[alignment.left], reading.articles[alignment.right]
    path = reading.translation_path(alignment)
    # Translators: the heading of a text beside its translation; {first} and {second} are outlets.
    title = catalogue.gettext(
        "{first} beside {second}",
        first=spoken_name(site, right, short=True),
        second=spoken_name(site, left, short=True),
    )
    sentences = tuple(_sentences(site, reading, check))
    view = aligned_view(site, reading, check, story, title, sentences, path)
    return Page(url=path, template="aligned.html", view=view)


def aligned_view(
    site: Site,
    reading: StoryReading,
    check: TranslationCheck,
    story: TextLink,
    title: str,
    sentences: tuple[str, ...],
    path: str,
) -> AlignedView:
    """Two texts beside each other, under what is said of both."""
    rows = list(_rows(site, reading, check))
    return AlignedView(
        head=make_head(site, title, " ".join(sentences), path, current="home", indexed=False),
        story=story,
        title=title,
        left=_column(site, reading.articles[check.alignment.left]),
        right=_column(site, reading.articles[check.alignment.right]),
        sentences=sentences,
        rows=tuple(rows[:_MOST_ROWS]),
        more=max(0, len(rows) - _MOST_ROWS),
    )


def _column(site: Site, article: Article) -> AlignedColumn:
    is_other = article.language != site.frame.language
    return AlignedColumn(
        article=article_link(site, article, label=outlet_name(site, article)),
        language=language_label(site, article.language),
        lang=article.language if is_other and article.language != "und" else "",
        dir=direction(article.language) if is_other else "",
    )


def _sentences(site: Site, reading: StoryReading, check: TranslationCheck) -> Iterator[str]:
    catalogue, alignment = site.catalogue, check.alignment
    yield counted_sentences(site, reading, alignment)
    lost = [index for gap in alignment.gaps for index in gap.left]
    if lost:
        yield catalogue.ngettext("{count} is known to be missing.", "{count} are known to be missing.", len(lost))
    denials = sum(check.kinds[index] == "denial" for index in lost)
    if denials:
        yield catalogue.ngettext(
            "{count} of the missing sentences is a denial.", "{count} of the missing sentences are denials.", denials
        )
    added = sum(len(gap.right) for gap in alignment.gaps)
    if added:
        yield catalogue.ngettext(
            "{count} sentence is in the translation alone.", "{count} sentences are in the translation alone.", added
        )
    if check.judged:
        yield catalogue.ngettext(
            "{same} of {count} figure or date of these sentences was found again; what was not found may be written "
            "in a way that is not read.",
            "{same} of {count} figures and dates of these sentences were found again; what was not found may be "
            "written in a way that is not read.",
            check.judged,
            same=catalogue.number(len(check.values)),
        )
    if check.names_judged:
        yield catalogue.ngettext(
            "{same} of {count} name was found again, by its letters or its consonants.",
            "{same} of {count} names were found again, by their letters or their consonants.",
            check.names_judged,
            same=catalogue.number(len(check.names)),
        )
    if models := _with_the_same_gaps(reading, alignment):
        yield catalogue.gettext(
            # Translators: {names} are copies of the original's text, other than the one beside the translation.
            "All sentences that are missing here are missing in {names}, too, and none that was found again is.",
            names=catalogue.listed([spoken_name(site, reading.articles[copy], short=True) for copy in models]),
        )
    if differing := counted_differences(site, reading, alignment):
        yield differing
    if check.quoted:
        yield catalogue.ngettext(
            "{both} of {count} sentence with a quotation has quotation marks in the translation, too.",
            "{both} of {count} sentences with a quotation have quotation marks in the translation, too.",
            check.quoted,
            both=catalogue.number(check.quoted_in_both),
        )


def _with_the_same_gaps(reading: StoryReading, alignment: LanguageAlignment) -> list[str]:
    """Copies of the text of the left that lack what the right is known to lack, and nothing that it has.

    Of one missing sentence nothing is said: copies lack one by chance. Which was translated is for provenance.
    """
    lost = {alignment.left_sentences[index] for gap in alignment.gaps for index in gap.left}
    found_again = {alignment.left_sentences[index] for pair in alignment.pairs for index in pair.left}
    if len(lost) < _FEWEST_GAPS:
        return []
    for family in reading.edition.families:
        collation = family.collation
        if collation.base != alignment.left:
            continue
        dropped: dict[str, set[Span]] = {}
        for unit in collation.spine:
            for unit_reading in unit.readings:
                if unit_reading.kind == "dropped":
                    for copy in unit_reading.copies:
                        dropped.setdefault(copy, set()).add(unit.span)
        language = reading.articles[alignment.left].language
        return [
            copy
            for copy, spans in dropped.items()
            if lost <= spans
            and not spans & found_again
            and is_one_language(language, reading.articles[copy].language)
            and reading.articles[copy].rights != "figures"
        ][:_NAMED]
    return []


def _rows(site: Site, reading: StoryReading, check: TranslationCheck) -> Iterator[AlignedRow]:
    """In the order of the left; what only the right has is behind the sentence that it follows there."""
    alignment = check.alignment
    pairs = {pair.left[0]: pair for pair in alignment.pairs}
    paired = {index for pair in alignment.pairs for index in pair.left}
    behind = unpaired_right(alignment)
    ids = _ids(reading, alignment)
    yield from (_only_right(site, reading, alignment, index) for index in behind.get(-1, ()))
    for index in range(len(alignment.left_sentences)):
        if index not in paired:
            yield _only_left(site, reading, check, index, ids)
            continue
        pair = pairs.get(index)
        if pair is None:
            # The second sentence of several that are one in the translation.
            continue
        yield _paired(site, reading, check, pair, ids)
        for last in pair.right:
            yield from (_only_right(site, reading, alignment, place) for place in behind.get(last, ()))


def unpaired_right(alignment: LanguageAlignment) -> Mapping[int, Sequence[int]]:
    """Sentences that only the right has, by the sentence with a counterpart that they follow; -1 for none."""
    paired = {index for pair in alignment.pairs for index in pair.right}
    behind: dict[int, list[int]] = {}
    last = -1
    for index in range(len(alignment.right_sentences)):
        if index in paired:
            last = index
        else:
            behind.setdefault(last, []).append(index)
    return behind


def _ids(reading: StoryReading, alignment: LanguageAlignment) -> Mapping[Span, str]:
    """The ids that the sentences of the left have on the story's page."""
    return {
        unit.span: unit.id
        for family in reading.edition.families
        if family.collation.base == alignment.left
        for unit in family.collation.spine
    }


def _printed(reading: StoryReading, copy: str, spans: Sequence[Span]) -> str:
    text = reading.texts[copy]
    return " ".join(" ".join(text.text(span).split()) for span in spans)


def _paired(
    site: Site, reading: StoryReading, check: TranslationCheck, pair: AlignedSentences, ids: Mapping[Span, str]
) -> AlignedRow:
    alignment = check.alignment
    left_spans = [alignment.left_sentences[index] for index in pair.left]
    right_spans = [alignment.right_sentences[index] for index in pair.right]
    left, right = alignment.left, alignment.right
    return AlignedRow(
        id=ids.get(left_spans[0], ""),
        kind="moved" if pair.crossed else "paired",
        left=_printed(reading, left, left_spans),
        right=_printed(reading, right, right_spans),
        note=site.catalogue.gettext(_MOVED) if pair.crossed else "",
        values=tuple(_values(reading, check, left_spans)),
    )


def _values(reading: StoryReading, check: TranslationCheck, spans: Sequence[Span]) -> Iterator[AlignedValue]:
    """What was found again in these sentences, and what is known to differ, in the order of the left."""
    alignment = check.alignment
    pairs = [
        (value.left, "=", _value(reading, alignment.right, value.right))
        for value in check.values
        if _is_within(value.left, spans)
    ]
    pairs += [
        (name.left, "=", _value(reading, alignment.right, name.right))
        for name in check.names
        if _is_within(name.left, spans)
        and _value(reading, alignment.left, name.left).casefold()
        != _value(reading, alignment.right, name.right).casefold()
    ]
    pairs += [(span, "≠", text) for span, text in differing_values(reading, alignment) if _is_within(span, spans)]
    for span, sign, text in sorted(pairs):
        yield AlignedValue(
            left=Text(text=_value(reading, alignment.left, span), dir="auto"),
            sign="=" if sign == "=" else "≠",
            right=Text(text=text, dir="auto"),
        )


def _is_within(span: Span, sentences: Sequence[Span]) -> bool:
    return any(begin <= span[0] < end for begin, end in sentences)


def _value(reading: StoryReading, copy: str, span: Span) -> str:
    return reading.texts[copy].text(span).strip().rstrip(",;:")


def _only_left(
    site: Site, reading: StoryReading, check: TranslationCheck, index: int, ids: Mapping[Span, str]
) -> AlignedRow:
    alignment, span = check.alignment, check.alignment.left_sentences[index]
    is_lacking = any(index in gap.left for gap in alignment.gaps)
    known = _DENIAL if check.kinds[index] == "denial" else _LACKING
    return AlignedRow(
        id=ids.get(span, ""),
        kind="lacking" if is_lacking else "unknown",
        left=_printed(reading, alignment.left, [span]),
        right="",
        note=site.catalogue.gettext(known if is_lacking else _UNKNOWN),
    )


def _only_right(site: Site, reading: StoryReading, alignment: LanguageAlignment, index: int) -> AlignedRow:
    is_added = any(index in gap.right for gap in alignment.gaps)
    return AlignedRow(
        id="",
        kind="added" if is_added else "unknown",
        left="",
        right=_printed(reading, alignment.right, [alignment.right_sentences[index]]),
        note=site.catalogue.gettext(_LACKING if is_added else _UNKNOWN),
    )
