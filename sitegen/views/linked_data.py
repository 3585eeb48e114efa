"""What pages say of themselves to programs: JSON-LD in the words of schema.org.

Says what the pages say and no more. That a text is based on another is said from the probability on from which pages
say so without `likely`; copies are works of their own, never the same as each other; and nothing is rated.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sitegen.model import COPIED, Article, Source, StorySummary
from sitegen.views.addresses import absolute, article_path
from sitegen.views.common import Site
from sitegen.views.names import credited_names
from sitegen.views.story_reading import StoryReading

Node = dict[str, Any]
"""A thing with its properties, by the names of schema.org."""


def article_data(site: Site, reading: StoryReading, article: Article) -> str:
    """A page whose main entity is the outlet's article."""
    page = absolute(site.frame.home, article_path(article.id))
    declared = {name: name not in article.inferred for name in ("author", "published", "updated", "url", "language")}
    standing = reading.standings[article.id]
    original = reading.articles.get(article.translation_of) or _sure_parent(reading, article)
    is_translation = bool(article.translation_of) or standing.relation == "translated"
    entity = _work(site, article) | _held(
        inLanguage=article.language if article.language != "und" else "",
        datePublished=article.published.iso if article.published and declared["published"] else "",
        dateModified=article.updated.iso if article.updated and declared["updated"] else "",
        author=_held(**{"@type": "Person"}, name=article.author) if article.author and declared["author"] else None,
        license=article.license,
        archivedAt=article.archived,
        creditText=article.credit,
        citation=list(credited_names(article, site.sources.get(article.source))),
        **{"translationOfWork" if is_translation else "isBasedOn": _work(site, original) if original else None},
    )
    return _script(_page(site, page, article.title) | {"mainEntity": entity})


def _sure_parent(reading: StoryReading, article: Article) -> Article | None:
    """The one copy that an article was surely taken from; None where others have the very text of that copy."""
    edge = reading.edges.get(article.id)
    if edge is None or edge.probability < COPIED or edge.parent not in reading.articles:
        return None
    twins = {*reading.alike_to.get(edge.parent, ()), reading.alike.get(edge.parent, article.id)} - {article.id}
    return None if twins else reading.articles[edge.parent]


def comparison_data(site: Site, title: str, address: str, left: Article, right: Article) -> str:
    """A page about two articles. Which was first, it does not say."""
    return _script(_page(site, address, title) | {"about": [_work(site, left), _work(site, right)]})


def story_data(site: Site, reading: StoryReading, address: str, finding: str) -> str:
    """A page whose main entity is the article that the others are read against."""
    base = reading.articles[reading.story.base]
    return _script(_page(site, address, reading.story.title) | {"abstract": finding, "mainEntity": _work(site, base)})


def dataset(site: Site, stories: Sequence[StorySummary], files: Mapping[str, str]) -> str:
    """The data of the archive; `files` are absolute addresses with their media types."""
    citation = site.config.citation
    days = sorted(moment.day for story in stories for article in story.articles for moment in article.dates[:1])
    languages = sorted({article.language for story in stories for article in story.articles} - {"und"})
    node = _held(
        **{"@context": "https://schema.org", "@type": "Dataset"},
        name=site.frame.title,
        description=site.frame.description,
        url=site.frame.home,
        identifier=f"https://doi.org/{citation.doi}" if citation.doi else "",
        version=citation.version,
        creator=[_held(**{"@type": "Person"}, name=author) for author in citation.authors],
        datePublished=citation.date,
        inLanguage=languages,
        temporalCoverage=f"{days[0].isoformat()}/{days[-1].isoformat()}" if days else "",
        distribution=[
            {"@type": "DataDownload", "contentUrl": address, "encodingFormat": kind} for address, kind in files.items()
        ],
    )
    return _script(node)


def _page(site: Site, address: str, title: str) -> Node:
    return {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "@id": address,
        "url": address,
        "name": title,
        "inLanguage": site.frame.language,
        "isPartOf": {"@type": "WebSite", "@id": site.frame.home, "name": site.frame.title},
    }


def _work(site: Site, article: Article) -> Node:
    """An outlet's article, as others refer to it."""
    source = site.sources.get(article.source)
    return _held(
        **{"@type": "NewsArticle", "@id": f"{absolute(site.frame.shared_home, article_path(article.id))}#article"},
        headline=article.headline or article.title,
        url=article.url if "url" not in article.inferred else "",
        publisher=_outlet(source) if source else None,
    )


def _outlet(source: Source) -> Node:
    return _held(**{"@type": "Organization"}, name=source.name, url=source.home)


def _held(**properties: Any) -> Node:
    """The properties that have a value."""
    return {name: value for name, value in properties.items() if value}


def _script(node: Node) -> str:
    return json.dumps(node, ensure_ascii=False, separators=(",", ":"))
