"""What a page says of its own past, from what editions.toml and corrections.toml hold. No day is read off a clock."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from urllib.parse import quote

from sitegen.model import Article, Correction, EditionLine, Moment, StoryRecord
from sitegen.record import state_of
from sitegen.text.catalogues import Catalogue
from sitegen.text.languages import short_date
from sitegen.views.addresses import absolute
from sitegen.views.common import Site, outlet_name
from sitegen.views.pages import CorrectionLine, EditionLog, FormerPassage, LogLine
from sitegen.views.story_reading import StoryReading

_NAMED = 4
"""Articles that a line of the log names; of more it says how many there are."""


def newest_day(record: StoryRecord) -> Moment | None:
    """The newest edition that changed a story, or correction of it."""
    moments = [line.moment for line in record.log[:1]] + [correction.moment for correction in record.corrections[:1]]
    return max(moments, key=lambda moment: moment.order, default=None)


def edition_log(site: Site, record: StoryRecord, articles: Mapping[str, Article]) -> EditionLog | None:
    """The editions of a story; None where none was recorded."""
    if not record.log:
        return None
    catalogue, newest = site.catalogue, record.log[0]
    date = short_date(newest.moment, site.frame.language)
    current = state_of({name: article.digest for name, article in articles.items()}) == record.state
    heading = (
        # Translators: {date} is the day of an edition of the archive; the story has not changed since.
        catalogue.ngettext(
            "Edition of {date}, {count} article", "Edition of {date}, {count} articles", newest.articles, date=date
        )
        if current
        else catalogue.gettext("Changed since the edition of {date}", date=date)
    )
    return EditionLog(
        heading=heading,
        lines=tuple(
            LogLine(
                moment=line.moment.iso,
                when=short_date(line.moment, site.frame.language),
                changes=_changes(site, line, articles, first=line is record.log[-1]),
            )
            for line in record.log
        ),
    )


def former_passages(
    site: Site, record: StoryRecord, present: Collection[str], elsewhere: Mapping[str, str]
) -> dict[str, tuple[FormerPassage, ...]]:
    """Ids of sentences as they were, by the id of what each became.

    `present` are the sentences of a page, `elsewhere` has the addresses of those on other pages. What is on no page
    stands under the empty id.
    """
    catalogue = site.catalogue
    former: dict[str, list[FormerPassage]] = {}
    for alias in record.aliases:
        if alias.old in present or alias.old in elsewhere:
            continue
        date = short_date(alias.moment, site.frame.language)
        here = alias.new if alias.new in present else ""
        href = f"{elsewhere[alias.new]}#{alias.new}" if alias.new in elsewhere and not here else ""
        if here or href:
            note = site.catalogue.gettext(
                "This sentence has changed since it was linked: edition of {date}.", date=date
            )
        else:
            note = catalogue.gettext("The sentence that was linked is gone: edition of {date}.", date=date)
        former.setdefault(here, []).append(FormerPassage(id=alias.old, note=note, href=href))
    return {name: tuple(passages) for name, passages in former.items()}


def correction_lines(
    site: Site, corrections: Sequence[Correction], claims: Mapping[str, str]
) -> tuple[CorrectionLine, ...]:
    """Corrections in words; `claims` has the addresses of claims by their ids."""
    return tuple(
        CorrectionLine(
            moment=correction.moment.iso,
            when=short_date(correction.moment, site.frame.language),
            text=correction.text,
            lang=site.frame.editor.lang,
            dir=site.frame.editor.dir,
            href=claims.get(correction.claim, ""),
        )
        for correction in corrections
    )


def claims_corrected(site: Site, reading: StoryReading) -> dict[str, tuple[CorrectionLine, ...]]:
    """The corrections of each claim of a story, by its id."""
    corrected: dict[str, tuple[CorrectionLine, ...]] = {}
    for correction in reading.story.record.corrections:
        if correction.claim:
            lines = correction_lines(site, [correction], {})
            corrected[correction.claim] = (*corrected.get(correction.claim, ()), *lines)
    return corrected


def report_address(site: Site, path: str) -> str:
    """The beginning of an address to report a claim of a page to: its id goes to the end of the subject.

    Empty where no address for corrections is given.
    """
    if not site.config.contact:
        return ""
    return f"mailto:{quote(site.config.contact, safe='@')}?subject={quote(absolute(site.frame.home, path), safe='')}%23"


def _changes(site: Site, line: EditionLine, articles: Mapping[str, Article], *, first: bool) -> str:
    catalogue = site.catalogue
    if first:
        return catalogue.ngettext(
            "First recorded, with {count} article.", "First recorded, with {count} articles.", line.articles
        )
    return " ".join(_sentences(site, line, articles, catalogue))


def _sentences(site: Site, line: EditionLine, articles: Mapping[str, Article], catalogue: Catalogue) -> Iterator[str]:
    # Of an article that was taken down since, the log has no name left to give.
    for names, sentence, total in (
        (
            line.added,
            catalogue.pattern("New: {names}."),
            catalogue.ngettext("{count} new article.", "{count} new articles.", len(line.added)),
        ),
        (
            line.changed,
            catalogue.pattern("The archive’s file of {names} has changed."),
            catalogue.ngettext(
                "{count} file of the archive has changed.",
                "{count} files of the archive have changed.",
                len(line.changed),
            ),
        ),
    ):
        held = [outlet_name(site, articles[name]).plain for name in names if name in articles]
        if names and len(held) == len(names) <= _NAMED:
            yield sentence.format_map({"names": catalogue.listed([catalogue.isolated(name) for name in held])})
        elif names:
            yield total
    if line.removed:
        yield catalogue.ngettext("{count} article was removed.", "{count} articles were removed.", line.removed)
    if line.passages:
        yield catalogue.ngettext(
            "{count} sentence of this page was edited or is gone.",
            "{count} sentences of this page were edited or are gone.",
            line.passages,
        )
