"""What belongs together, as a tree of lines for a terminal."""

from sitegen.cli import console
from sitegen.cli.terminal_text import safe
from sitegen.findings import in_another_language
from sitegen.group import Grouped
from sitegen.model import Article, Family, Link, Story

_LINKS_SHOWN = 3


def tree(grouped: Grouped, articles: dict[str, Article]) -> list[str]:
    """The lines: each story, its families with their base, and what links each copy."""
    lines = []
    for story in sorted(grouped.stories, key=lambda story: (len(story.articles) == 1, story.id)):
        lines.append(f"{story.id}  {safe(story.title)}" + ("  (declared)" if story.declared else ""))
        for family in story.families:
            lines += _family(family, story, articles)
        lines.append("")
    several = sum(1 for story in grouped.stories if len(story.articles) > 1)
    lines.append(
        f"{console.count(len(articles), 'article', 'articles')}, "
        f"{console.count(len(grouped.stories), 'story', 'stories')}, {several} in several copies"
    )
    return lines


def _family(family: Family, story: Story, articles: dict[str, Article]) -> list[str]:
    links = story.links
    if len(family.copies) == 1 and len(story.families) == 1:
        return [f"  {family.base}{_outlet(articles[family.base])}"]
    if len(family.copies) == 1:
        members = [articles[member] for member in story.articles]
        unknown = family.base in in_another_language(story, members)
        standing = "in another language" if unknown else "independent"
        lines = [f"  {family.base}  {standing}, {articles[family.base].language}{_outlet(articles[family.base])}"]
        return lines + [f"      {_why(link, family.base)}" for link in _of(links, family.base)]
    lines = [f"  {family.base}  base: {family.base_reason}{_outlet(articles[family.base])}"]
    for copy in family.copies:
        if copy != family.base:
            lines.append(f"    {copy}  {articles[copy].language}{_outlet(articles[copy])}")
            lines += [f"      {_why(link, copy)}" for link in _of(links, copy)]
    return lines


def _outlet(article: Article) -> str:
    """The outlet that was inferred of an article without a source: the id of a raw file says nothing of it."""
    return f"  [{safe(article.outlet.name)}, inferred from its {article.outlet.channel}]" if article.outlet else ""


def _of(links: tuple[Link, ...], copy: str) -> list[Link]:
    """The strongest links of an article, those by its text first."""
    shown = [link for link in links if copy in (link.left, link.right)]
    shown.sort(
        key=lambda link: (link.kind in ("likeness", "anchors", "meaning"), -link.strength, link.left, link.right)
    )
    return shown[:_LINKS_SHOWN]


def _why(link: Link, copy: str) -> str:
    other = link.right if link.left == copy else link.left
    by_text = link.kind in ("passages", "quotations") and link.evidence
    longest = f": “{safe(link.evidence[0].text)[:70]} …”" if by_text else ""
    return f"with {other}: {safe(link.reason)}{longest}"
