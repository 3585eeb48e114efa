"""In which order the stories of an archive are listed, on the home page and in the feed."""

from collections.abc import Iterable

from sitegen.model import StorySummary


def stories_in_order(stories: Iterable[StorySummary]) -> list[StorySummary]:
    """Stories in which text was shared, then those of reports that share none, then lone articles; each newest first.

    What an archive of copies is for leads: by date alone, a day of lone articles hides every copy below them.
    """
    ordered = sorted(stories, key=lambda story: story.id)
    ordered.sort(key=lambda story: story.published.order if story.published else ("", ""), reverse=True)
    return sorted(ordered, key=_rank)


def _rank(story: StorySummary) -> int:
    if story.copied:
        return 0
    return 1 if len(story.articles) > 1 else 2
