"""What a keeper should know about an archive that cannot be grouped as it looks. Decides nothing."""

from collections.abc import Iterable, Sequence

from sitegen.diagnostics import Diagnostic, Location, warning
from sitegen.group.copies.links import SharedText
from sitegen.group.days import believed_day
from sitegen.group.declared import DividedStory
from sitegen.model import Article


def remarks(
    articles: Sequence[Article], shared: SharedText, digests: Iterable[str], divided: Iterable[DividedStory]
) -> tuple[Diagnostic, ...]:
    """Warnings that name why articles stand alone, why a date was not used, what speaks against a story; by file."""
    by_id = {article.id: article for article in articles}
    diagnostics = [
        *_templates(shared, by_id),
        *_digests(digests, by_id),
        *_notices(shared, by_id),
        *_days(articles),
        *_divided(divided, by_id),
    ]
    return tuple(sorted(diagnostics, key=lambda remark: (remark.location.path, remark.code)))


def _templates(shared: SharedText, articles: dict[str, Article]) -> Iterable[Diagnostic]:
    if not shared.templates:
        return
    first = articles[shared.templates[0]]
    yield warning(
        "one-form",
        f"{len(shared.templates):,} short articles say the same in very many files; "
        "they were not taken for copies of each other",
        Location(path=first.path),
        hint="a form filled in again and again makes no story; `story:` puts such articles together",
    )


def _digests(digests: Iterable[str], articles: dict[str, Article]) -> Iterable[Diagnostic]:
    for digest in digests:
        yield warning(
            "digest",
            "this article takes from reports of several stories; it is a copy of none of them",
            Location(path=articles[digest].path),
            hint="`story:` puts it where it belongs",
        )


def _notices(shared: SharedText, articles: dict[str, Article]) -> Iterable[Diagnostic]:
    for notice in shared.notices:
        yield warning(
            "only-notice",
            "the text is nothing but a notice of the site to its readers; it is linked with nothing",
            Location(path=articles[notice].path),
            hint="capture the page again, or remove the file",
        )


def _days(articles: Sequence[Article]) -> Iterable[Diagnostic]:
    for article in articles:
        if article.published and "published" not in article.inferred and believed_day(article) is None:
            yield warning(
                "unlikely-date",
                f"`published` is {article.published.day.isoformat()}, which cannot be; grouping does not use it",
                Location(path=article.path),
                hint="correct it, or leave the field out",
            )


def _divided(divided: Iterable[DividedStory], articles: dict[str, Article]) -> Iterable[Diagnostic]:
    for part in divided:
        subject = f"this article and {part.rest} more share" if part.rest else "this article shares"
        yield warning(
            "two-events",
            f"the story `{part.story}` seems to be of two events: {subject} no text with the others; "
            f"{part.days} days and more are between them, and the most alike are so by {part.likeness:.2f}, where "
            f"{part.enough:.2f} is enough",
            Location(path=articles[part.apart].path),
            hint="it stays one story, as declared; give this article another `story:` if it is another event",
        )
