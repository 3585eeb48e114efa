"""What `sitegen add` says of what it added: of each file its notes and articles, and a last line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.cli import console
from sitegen.cli.terminal_text import safe
from sitegen.frozen import dataclass

if TYPE_CHECKING:
    from sitegen.importing import AddedArticle, Adding


@dataclass(frozen=True, slots=True, kw_only=True)
class AddingReport:
    """A run of `add`, to be told."""

    content: Path
    adding: "Adding"
    is_dry: bool
    addresses: Mapping[str, str]
    """Of files that were fetched, by their paths: nobody has seen those."""

    def lines(self, stories: Mapping[str, str], *, has_fetched: bool) -> Iterator[str]:
        """All but the last line; `stories` says of articles, by path, which story they seem to belong to."""
        from sitegen.importing import MOST_TOLD

        for proposal in self.adding.sources:
            yield f"{self.content / proposal.path}: a new source, {safe(proposal.name)}; see whether it is right"
        for file, note in self.adding.notes:
            yield f"{safe(self.addresses.get(file, file))}: {safe(note)}"
        for file, articles in _by_file(self.adding.articles):
            shown = self.addresses.get(file, file)
            for article in articles[:MOST_TOLD]:
                shown_article = replace(article, file_name=shown)
                yield from _article_lines(shown_article, self.content, stories.get(article.path, ""), self.is_dry)
            if len(articles) > MOST_TOLD:
                yield f"{safe(shown)}: {len(articles) - MOST_TOLD:,} more"
        if self.adding.addresses and not has_fetched:
            yield _without_text(self.adding)


def _without_text(adding: "Adding") -> str:
    """What is told of articles that the files name and do not hold."""
    first = adding.addresses[0]
    return (
        f"{console.count(len(adding.addresses), 'address', 'addresses')} without a text, the first in {first.place}: "
        f"{safe(first.url)}; say `--fetch` to fetch them, one a host a second"
    )


def _article_lines(article: "AddedArticle", content: Path, story: str, is_dry: bool) -> Iterator[str]:
    """Lines about one article."""
    path = safe(str(content / article.path))
    if article.is_capture:
        when = f", {safe(article.remarks[0])}" if article.remarks else ""
        yield f"{path}: there already; {safe(article.file_name)} is the same text at the same address{when}"
        return
    if article.is_rejected:
        yield f"{path}: says that {safe(article.file_name)} is no article; it is not added"
        return
    if not article.new:
        yield f"{path}: there already, made of the same bytes as {safe(article.file_name)}"
        return
    yield f"{path}: {'would be added' if is_dry else 'added'} from {safe(article.file_name)}"
    for statement in article.statements:
        yield f"  {statement.field}: {safe(statement.value)}  ({statement.where})"
    if article.completeness_reason:
        yield f"  completeness: {article.completeness}  ({safe(article.completeness_reason)})"
    if proposal := article.proposal:
        yield f"  source: none of the archive's fits; --sources would write {proposal.path} for {safe(proposal.name)}"
    for remark in article.remarks:
        yield f"  {safe(remark)}"
    if story:
        yield f"  {story}"


def proposed_stories(content: Path, added: "Adding") -> dict[str, str]:
    """What grouping makes of each new article, by path; it is told and not written."""
    from sitegen.pipeline.build import group_folder

    new = {article.path for article in added.articles if article.new}
    if not new:
        return {}
    archive, grouped, _ = group_folder(content)
    ids = {article.id: article for article in archive.articles}
    proposals = {}
    for story in grouped.stories:
        for name in story.articles:
            neighbours = [member for member in story.articles if member != name]
            if ids[name].path in new and neighbours:
                proposals[ids[name].path] = (
                    f"story: {story.id}, inferred: it shares text with {', '.join(neighbours[:3])}; "
                    f"move it below stories/{story.id}/ to declare it"
                )
    return proposals


def _by_file(articles: Sequence["AddedArticle"]) -> Iterator[tuple[str, list["AddedArticle"]]]:
    """The articles of each file, which stand together."""
    for file, group in groupby(articles, key=lambda article: article.file_name):
        yield file, list(group)


def summary(added: "Adding", is_dry: bool) -> str:
    """The last line: how many articles, how many of them partial or there already, what was passed over."""
    new = sum(1 for article in added.articles if article.new)
    parts = [f"{console.count(new, 'article', 'articles')} {'would be added' if is_dry else 'added'}"]
    partial = sum(1 for article in added.articles if article.new and article.completeness == "partial")
    if partial:
        parts.append(f"{partial} of them partial")
    if earlier := len(added.articles) - new:
        parts.append(f"{earlier} there already")
    if captures := sum(1 for article in added.articles if article.is_capture):
        parts[-1] += f" ({captures} with the same text and address)"
    if added.not_chosen:
        parts.append(f"{console.count(added.not_chosen, 'page', 'pages')} not asked for")
    if added.passed_over:
        parts.append(f"{console.count(added.passed_over, 'page', 'pages')} without an article passed over")
    return ", ".join(parts)
