"""Lays out one copy as published, with its metadata and provenance."""

from collections.abc import Sequence

from sitegen.model import Article, CopyStanding, Story
from sitegen.text.languages import direction, long_date
from sitegen.views.addresses import article_path, comparison_path, href, story_path
from sitegen.views.common import (
    Site,
    article_title,
    in_language,
    language_label,
    make_head,
    outlet_name,
    plural,
    source_link,
    when,
)
from sitegen.views.pages import ArticleBlock, ArticleView, FactLine, Page, Text, TextLink
from sitegen.views.rights import shows_text, withheld_reason
from sitegen.views.words import standing_sentence


def article_page(
    site: Site,
    story: Story,
    article: Article,
    standing: CopyStanding,
    articles: dict[str, Article],
    pairs: Sequence[tuple[str, str]],
    words: int,
) -> Page:
    """The page of one article. `pairs` are the comparisons of its story."""
    shown = shows_text(article)
    blocks = tuple(
        ArticleBlock(id=block.id, kind=block.kind, text=block.text, html=block.html, furniture=block.furniture)
        for block in article.blocks
    )
    said = standing_sentence(site, standing, articles.get(standing.parent), words) if len(articles) > 1 else ""
    other = article.language != site.frame.language
    path = article_path(article.id)
    view = ArticleView(
        head=make_head(site, article.title, _description(site, article, shown), path, indexed=True),
        source=source_link(site, site.source_of(article)),
        story=TextLink(
            label=in_language(
                story.title, article.language if len(articles) == 1 else site.frame.language, site.frame.language
            ),
            href=href(site.frame.root, story_path(story.id)),
        ),
        title=article_title(site, article),
        kicker=" · ".join([when(site, article), language_label(site, article.language), plural(words, "word")]),
        standing=said,
        lang=article.language if other and article.language != "und" else "",
        dir=direction(article.language) if other else "",
        facts=_facts(site, article),
        blocks=blocks if shown else (),
        furniture_count=sum(1 for block in article.blocks if block.furniture) if shown else 0,
        withheld="" if shown else withheld_reason(article),
        comparisons=tuple(_comparison_links(site, story, article, articles, pairs)),
        provenance=_provenance(article),
        notes=article.notes,
    )
    return Page(url=path, template="article.html", view=view)


def _description(site: Site, article: Article, shown: bool) -> str:
    name = site.source_of(article).name
    opening = next((block.text for block in article.body if block.kind == "paragraph"), "") if shown else ""
    return f"{name}, {when(site, article)}. {opening}"


def _comparison_links(
    site: Site, story: Story, article: Article, articles: dict[str, Article], pairs: Sequence[tuple[str, str]]
) -> list[TextLink]:
    links = []
    for left, right in pairs:
        if article.id in (left, right):
            other = articles[right if left == article.id else left]
            label = outlet_name(site, other)
            links.append(TextLink(label=label, href=href(site.frame.root, comparison_path(story.id, left, right))))
    return links


def _facts(site: Site, article: Article) -> tuple[FactLine, ...]:
    language = site.frame.language
    credits = ", ".join(dict.fromkeys(credit.name for credit in article.credits))
    lines = [
        ("Published", when(site, article).removesuffix(" (inferred)") if article.published else "", "", "published"),
        ("Updated", long_date(article.updated, language) if article.updated else "", "", "updated"),
        ("Author", article.author, "", "author"),
        ("Dateline", article.dateline, "", "dateline"),
        ("Credits", credits, "", "" if article.credit else "credits"),
        ("Language", language_label(site, article.language), "", "language"),
        ("Page", article.page, "", "page"),
        ("Original", article.url, article.url, "url"),
        ("Archived copy", article.archived, article.archived, "archived"),
        ("Captured", long_date(article.captured, language) if article.captured else "", "", "captured"),
        ("Licence", article.license, "", "license"),
        ("Tags", ", ".join(article.tags), "", "tags"),
    ]
    inferred = {*article.inferred, "credits"}
    own = {"Author", "Dateline", "Credits"}
    return tuple(
        FactLine(
            label=label,
            values=(
                TextLink(
                    label=in_language(value, article.language if label in own else language, language), href=target
                ),
            ),
            inferred=field in inferred,
        )
        for label, value, target, field in lines
        if value
    )


def _provenance(article: Article) -> tuple[FactLine, ...]:
    inferred = ", ".join(article.inferred) or "nothing"
    lines = (
        ("File", article.path),
        ("Bytes", plural(article.size, "byte")),
        ("SHA-256", article.digest),
        ("Inferred", inferred),
    )
    return tuple(
        FactLine(label=label, values=(TextLink(label=Text(text=value), href=""),), inferred=False)
        for label, value in lines
    )
