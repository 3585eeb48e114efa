"""The machine-readable files: /data/archive.json and /data/stories/<story>.json. Their schemas stand in docs/schema/.

What rights withhold from the pages is withheld here too.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from json.encoder import encode_basestring as _quoted
from typing import Any

from sitegen.edition import StoryEdition
from sitegen.model import Article, Change, Comparison, CopyStanding, File, Headline, Link, Story, StorySummary
from sitegen.render.edition import edition_json
from sitegen.render.ops import Json, ops_json
from sitegen.text.tokenized import Tokenized, tokenize_line
from sitegen.views.addresses import story_data_path, story_path
from sitegen.views.rights import Shown, all_shown, shows_text


def archive_file(stories: Sequence[StorySummary]) -> File:
    """The archive: every story, every article and how it stands."""
    listed = [
        {
            "id": one.id,
            "title": one.title,
            "url": one.url,
            "base": one.base,
            "articles": [article.id for article in one.articles],
        }
        for one in sorted(stories, key=lambda one: one.id)
    ]
    articles = [
        {
            "id": article.id,
            "path": article.path,
            "source": article.source,
            "language": article.language,
            "story": story.id,
            "family": article.family,
            "relation": article.relation,
            "parent": article.parent or None,
        }
        for story in stories
        for article in story.articles
    ]
    return _file("data/archive.json", {"stories": listed, "articles": sorted(articles, key=lambda one: str(one["id"]))})


def story_file(
    story: Story,
    articles: Mapping[str, Article],
    texts: Mapping[str, Tokenized],
    comparisons: Sequence[Comparison],
    standings: Mapping[str, CopyStanding],
    shown: Shown,
    alike: Mapping[str, str] | None = None,
    counted: frozenset[str] = frozenset(),
    edition: StoryEdition | None = None,
) -> File:
    """One story: its copies, the links with their evidence, its comparisons, and what it says as an edition.

    `alike` are copies with the text of another, and `counted` such as were not compared: the blocks of neither are in
    it, or ten thousand copies would make a file of forty megabytes that nobody opens.
    """
    same = alike or {}
    of_edition = edition_json(edition or StoryEdition(), articles, texts, shown)
    content: Json = {
        "id": story.id,
        "title": story.title,
        "base": story.base,
        "url": story_path(story.id),
        "articles": [
            _article(
                articles[one],
                texts[one],
                standings[one],
                shown,
                same_text_as=same.get(one, ""),
                compared=one not in counted,
            )
            for one in story.articles
        ],
        "families": [
            {"base": family.base, "base_reason": family.base_reason, "copies": list(family.copies)}
            for family in story.families
        ],
        "links": [link_json(link, shown=_both_full(articles, link.left, link.right)) for link in story.links],
        "comparisons": [
            comparison_json(one, articles[one.left], articles[one.right], texts[one.left], texts[one.right], shown)
            for one in comparisons
        ],
        "collation": of_edition["collation"],
        "facts": of_edition["facts"],
        "quotations": _quotations(comparisons, shown),
        "survival": of_edition["survival"],
        "alignments": of_edition["alignments"],
        "descent": [
            {"article": one, "parent": standings[one].parent or None, "relation": standings[one].relation}
            for one in story.articles
        ],
        "headlines": [{"article": one, "title": articles[one].title} for one in story.articles],
    }
    return _file(story_data_path(story.id), content)


def _both_full(articles: Mapping[str, Article], left: str, right: str) -> bool:
    return shows_text(articles[left]) and shows_text(articles[right])


def _article(
    article: Article, text: Tokenized, standing: CopyStanding, shown: Shown, *, same_text_as: str, compared: bool
) -> Json:
    full = shows_text(article)
    # Only where it says something, so that the file of a small story stays as it was.
    same_text: Json = {"same_text_as": same_text_as} if same_text_as else {} if compared else {"compared": False}
    return {
        "id": article.id,
        "path": article.path,
        "source": article.source,
        "title": article.title,
        "language": article.language,
        "published": article.published.iso if article.published else None,
        "url": article.url,
        "rights": article.rights,
        "digest": article.digest,
        "inferred": list(article.inferred),
        "completeness": article.completeness,
        "break_off": (article.break_off or None) if full else None,
        "author": article.author,
        "editor": article.editor,
        "dateline": article.dateline,
        "page": article.page,
        "credits": [
            {"name": one.name, "line": one.line, "declared": one.declared, "confidence": one.confidence}
            for one in article.credits
        ],
        "repairs": _repairs(article) if full else [],
        "relation": standing.relation,
        "parent": standing.parent or None,
        "kept": standing.kept,
        "taken": standing.taken,
        "blocks": blocks_json(article) if full and not same_text else [],
        "excerpt": [] if full or same_text_as else _excerpt(article, text, shown),
        **same_text,
    }


def _excerpt(article: Article, text: Tokenized, shown: Shown) -> list[Json]:
    """What may be printed of it, in reading order, and how many words are withheld between."""
    return [
        {
            "block": block.id,
            "text": text.text(piece.span) if piece.shown else "",
            "withheld": 0 if piece.shown else text.word_count(piece.span),
        }
        for at, block in enumerate(article.blocks)
        if not block.furniture
        for piece in shown.pieces(article.id, text.span(at))
    ]


def _repairs(article: Article) -> list[Json]:
    return [
        {"kind": one.kind, "line": one.line, "column": one.column, "was": one.was, "became": one.became}
        for one in article.repairs
    ]


def blocks_json(article: Article) -> list[Json]:
    """The blocks of an article, furniture included, so that its text can be read off."""
    return [
        {
            "id": block.id,
            "role": block.role,
            "label": block.label or None,
            "label_end": block.label_end,
            "place": list(block.place) if block.place else None,
            "line": block.line,
            "furniture": block.furniture or None,
            "text": block.text,
        }
        for block in article.blocks
    ]


def link_json(link: Link, *, shown: bool = True) -> Json:
    """A link with its evidence; without the words where they may not be shown."""
    return {
        "left": link.left,
        "right": link.right,
        "kind": link.kind,
        "strength": link.strength,
        "reason": link.reason,
        "evidence": [{"words": one.words, "text": one.text if shown else ""} for one in link.evidence],
    }


def comparison_json(
    comparison: Comparison,
    left: Article,
    right: Article,
    left_text: Tokenized,
    right_text: Tokenized,
    shown: Shown | None = None,
) -> Json:
    """A comparison: rows with ops, changes, measures. Concatenating its ops' texts rebuilds both sides of a row.

    `shown` is what may be printed; None for everything.
    """
    shown = (shown or all_shown(left, right)).beside(left.id, right.id)
    measures = comparison.measures
    return {
        "left": comparison.left,
        "right": comparison.right,
        "rows": [
            {
                "relation": row.relation,
                "left": [left.blocks[block].id for block in row.left],
                "right": [right.blocks[block].id for block in row.right],
                "ops": ops_json(comparison, row, (left_text, right_text), shown),
            }
            for row in comparison.rows
        ],
        "changes": [_change(change, shown.tells(comparison, change)) for change in comparison.changes],
        "measures": {name: getattr(measures, name) for name in measures.__dataclass_fields__},
        "note": comparison.note,
        "headline": _headline(comparison.headline) if comparison.headline else None,
    }


def _headline(headline: Headline) -> Json:
    """Headlines are shown whatever the rights of their texts are, as in the table of a story's page."""
    texts = tokenize_line(headline.left, headline.languages[0]), tokenize_line(headline.right, headline.languages[1])
    return {
        "left": headline.left or None,
        "right": headline.right or None,
        "ops": [
            {"tag": op.tag, "left": texts[0].text(op.left), "right": texts[1].text(op.right)} for op in headline.ops
        ],
        "changes": [
            {
                "id": change.id,
                "kind": change.kind,
                "verdict": change.verdict,
                "confidence": change.confidence,
                "left": change.left,
                "right": change.right,
                "sentence": change.sentence,
            }
            for change in headline.changes
        ],
    }


def _change(change: Change, shown: bool) -> Json:
    quiet = shown or (change.kind in ("move", "split", "merge") and not change.shifted)
    return {
        "id": change.id,
        "kind": change.kind,
        "verdict": change.verdict,
        "confidence": change.confidence,
        "left": change.left if shown else "",
        "right": change.right if shown else "",
        "rows": list(change.rows),
        "sentence": change.sentence if quiet else f"{change.kind.capitalize()}; the words are withheld.",
    }


def _quotations(comparisons: Iterable[Comparison], shown: Shown) -> list[Json]:
    """Quotations whose words differ, with what each copy says."""
    entries = []
    for comparison in comparisons:
        entries += [
            {
                "change": change.id,
                "copies": [
                    {"article": comparison.left, "text": change.left},
                    {"article": comparison.right, "text": change.right},
                ],
            }
            for change in comparison.changes
            if change.kind == "quotation" and shown.tells(comparison, change)
        ]
    return entries


def _file(path: str, content: Json) -> File:
    return File(path, to_json(content))


def to_json(content: object) -> bytes:
    """JSON as published: readable, in the order given, one final newline."""
    return f"{_written(content, _NEW_LINE)}\n".encode("utf-8", "replace")


_NEW_LINE = "\n"


def _written(value: Any, line: str) -> str:
    """As `json.dumps` with an indent of one writes it, in half the time. `line` begins a new line."""
    kind = type(value)
    if kind is str:
        return _quoted(value)
    if value is None:
        return "null"
    if kind is int:
        return str(value)
    inner = f"{line} "
    if kind is dict and value:
        parts = [
            f"{_quoted(name)}: {_quoted(one) if type(one) is str else _written(one, inner)}"
            for name, one in value.items()
        ]
        return f"{{{inner}{f',{inner}'.join(parts)}{line}}}"
    if kind in (list, tuple) and value:
        return f"[{inner}{f',{inner}'.join([_written(one, inner) for one in value])}{line}]"
    return json.dumps(value, ensure_ascii=False)
