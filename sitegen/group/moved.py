"""Stories whose address is about to change, since nobody declared them and an earlier article came. Decides nothing."""

from collections.abc import Collection, Iterable, Mapping

from sitegen.diagnostics import Diagnostic, Location, warning
from sitegen.frozen import dataclass
from sitegen.model import Article, Story


@dataclass(frozen=True, slots=True, kw_only=True)
class _Move:
    was: str
    new: str
    article: Article
    """Whose id the story had."""


def moved_stories(
    published: Collection[str], stories: Iterable[Story], articles: Mapping[str, Article]
) -> Iterable[Diagnostic]:
    """A warning for each story id of `published` that no story has any more, though its first article is still here.

    A story that a keeper renamed or whose articles are gone is no such story: that was meant.
    """
    stories_now = {member: story.id for story in stories for member in story.articles}
    standing = set(stories_now.values())
    for was in sorted(set(published) - standing):
        named = next((name for name in (was, was.removesuffix(".found")) if name in stories_now), None)
        if named and not articles[named].story:
            yield _diagnostic(_Move(was=was, new=stories_now[named], article=articles[named]))


def _diagnostic(move: _Move) -> Diagnostic:
    return warning(
        "story-moved",
        f"its story was published at `stories/{move.was}/` and is now at `stories/{move.new}/`: an earlier article "
        "has joined, or it was put with another; links to the old address lead nowhere",
        Location(path=move.article.path),
        hint=f"`story: {move.was}` in the files of the story keeps the address; "
        "`sitegen group --write` records all ids before they move",
    )
