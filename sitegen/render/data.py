"""The machine-readable files: /data/archive.json and /data/stories/<story>.json. Their schemas stand in docs/schema/.

What rights withhold from the pages is withheld here too.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from json.encoder import encode_basestring as _quoted
from typing import Any

from sitegen.model import (
    COPIED,
    LIKELY,
    Article,
    Change,
    Comparison,
    CopyStanding,
    Edge,
    File,
    Headline,
    Link,
    Outlet,
    PublicStatement,
    Span,
    StorySummary,
)
from sitegen.render.edition import edition_json
from sitegen.render.ops import Json, ops_json
from sitegen.text.tokenized import Tokenized, tokenize_line
from sitegen.views.addresses import ARCHIVE, story_data_path, story_path
from sitegen.views.names import OF_THE_PAGE, sigla_of
from sitegen.views.rights import Shown, all_shown, shows_text
from sitegen.views.stories.printed import standfirst_shown
from sitegen.views.story_reading import StoryReading


def archive_file(stories: Sequence[StorySummary]) -> File:
    """The archive: every story, every article and how it stands."""
    listed = [
        {
            "id": entry.id,
            "title": entry.title,
            "url": entry.url,
            "base": entry.base,
            "articles": [article.id for article in entry.articles],
        }
        for entry in sorted(stories, key=lambda entry: entry.id)
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
            "one_of": list(article.one_of),
            "series_of": article.series_of or None,
            "digest_of": list(article.digest_of),
        }
        for story in stories
        for article in story.articles
    ]
    return _file(ARCHIVE, {"stories": listed, "articles": sorted(articles, key=lambda entry: str(entry["id"]))})


def story_file(reading: StoryReading, unheld: Sequence[str]) -> File:
    """One story: its copies, who took from whom, the links with their evidence, its comparisons, its edition.

    Of copies with the text of another, and of such as were not compared, the blocks are left out, or ten thousand
    copies would make a file of forty megabytes that nobody opens.
    """
    story, articles, texts = reading.story, reading.articles, reading.texts
    standings, comparisons, shown, counted = reading.standings, reading.comparisons, reading.shown, reading.counted
    same = reading.alike
    sigla = sigla_of(articles[copy] for copy in story.articles)
    altered = [
        (comparison.left, comparison.right, change)
        for comparison in comparisons
        for change in comparison.changes
        if change.kind == "quotation"
    ]
    of_edition = edition_json(reading.edition, articles, texts, shown)
    content: Json = {
        "id": story.id,
        "title": story.title,
        "base": story.base,
        "url": story_path(story.id),
        "articles": [
            _article(
                articles[entry],
                sigla[entry],
                texts[entry],
                standings[entry],
                shown,
                same_text_as=same.get(entry, ""),
                compared=entry not in counted,
            )
            for entry in story.articles
        ],
        "families": [
            {"base": family.base, "base_reason": family.base_reason, "copies": list(family.copies)}
            for family in story.families
        ],
        "related": [related.id for related in story.related],
        "links": [link_json(link, shown=_both_full(articles, link.left, link.right)) for link in story.links],
        "comparisons": [
            comparison_json(
                entry, articles[entry.left], articles[entry.right], texts[entry.left], texts[entry.right], shown
            )
            for entry in comparisons
        ],
        "collation": of_edition["collation"],
        "facts": of_edition["facts"],
        "quotations": [_statement(entry, articles, texts, altered) for entry in reading.statements],
        "survival": of_edition["survival"],
        "alignments": of_edition["alignments"],
        "descent": [_edge(reading.edges.get(entry), standings[entry]) for entry in story.articles],
        "unheld": list(unheld),
        "headlines": [
            {"article": entry, "title": articles[entry].title, "standfirst": standfirst_shown(reading, articles[entry])}
            for entry in story.articles
        ],
    }
    return _file(story_data_path(story.id), content)


def _both_full(articles: Mapping[str, Article], left: str, right: str) -> bool:
    return shows_text(articles[left]) and shows_text(articles[right])


def _article(
    article: Article,
    siglum: str,
    text: Tokenized,
    standing: CopyStanding,
    shown: Shown,
    *,
    same_text_as: str,
    compared: bool,
) -> Json:
    full = shows_text(article)
    # Only where it says something, so that the file of a small story stays as it was.
    same_text: Json = {"same_text_as": same_text_as} if same_text_as else {} if compared else {"compared": False}
    return {
        "id": article.id,
        "path": article.path,
        "siglum": siglum,
        "source": article.source,
        "outlet": _outlet(article.outlet, full) if article.outlet else None,
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
            {
                "name": entry.name,
                "line": entry.line,
                "declared": entry.declared,
                "confidence": entry.confidence,
                "channel": entry.channel,
            }
            for entry in article.credits
        ],
        "repairs": _repairs(article) if full else [],
        "relation": standing.relation,
        "against": standing.against or None,
        "parent": standing.parent or None,
        "kept": standing.kept,
        "taken": standing.taken,
        "blocks": blocks_json(article) if full and not same_text else [],
        "excerpt": [] if full or same_text_as else _excerpt(article, text, shown),
        **same_text,
    }


def _outlet(outlet: Outlet, full: bool) -> Json:
    """The outlet that was inferred; its words are lines of the text, and withheld with it."""
    return {
        "name": outlet.name,
        "channel": outlet.channel,
        "phrase": outlet.phrase if full or outlet.channel in OF_THE_PAGE else "",
        "line": outlet.line or None,
    }


def _edge(edge: Edge | None, standing: CopyStanding) -> Json:
    """Whom a copy was likeliest taken from; `parent` is given where no parent at all is not the likelier."""
    parent = edge.parent if edge and edge.none_held <= _RATHER_NOT else ""
    return {
        "article": standing.article,
        "parent": parent or None,
        "probability": edge.probability if edge and parent else 0.0,
        "reverse": edge.reverse if edge and parent else 0.0,
        "none_held": edge.none_held if edge else 1.0,
        "one_of": list(standing.one_of),
        "together": edge.together if edge and standing.one_of else 0.0,
        "unheld": (edge.unheld or None) if edge and edge.none_held >= LIKELY else None,
        "said": _said(standing, edge),
        "relation": standing.relation,
        "alternatives": [
            {"parent": guess.parent, "probability": guess.probability} for guess in (edge.alternatives if edge else ())
        ],
        "evidence": [
            {
                "kind": entry.kind,
                "supports": entry.supports,
                "detail": entry.detail or None,
                "count": entry.count,
                "of": entry.of,
            }
            for entry in (edge.evidence if edge and parent else ())
        ],
    }


_RATHER_NOT = 0.5
"""Probability of having no parent from which none is given."""


def _said(standing: CopyStanding, edge: Edge | None) -> str:
    """What the pages say: `copied`, `likely`, `one of several`, `none held` or `cannot be told`."""
    if standing.parent:
        return "copied" if standing.probability >= COPIED else "likely"
    if standing.one_of:
        return "one of several"
    return "cannot be told" if edge and edge.cannot_tell else "none held"


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
        {"kind": entry.kind, "line": entry.line, "column": entry.column, "was": entry.was, "became": entry.became}
        for entry in article.repairs
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
        "evidence": [{"words": entry.words, "text": entry.text if shown else ""} for entry in link.evidence],
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


def _statement(
    statement: PublicStatement,
    articles: Mapping[str, Article],
    texts: Mapping[str, Tokenized],
    altered: Iterable[tuple[str, str, Change]],
) -> Json:
    """Public words with what each copy prints of them; the words only of copies whose text may be shown.

    `altered` are the changes inside quotation marks, each with the two articles that it was found between.
    """
    spans = {copy.article: copy.spans for copy in statement.prints}
    changes = [
        change.id
        for left, right, change in altered
        if _touches(change.left_span, spans.get(left, ())) or _touches(change.right_span, spans.get(right, ()))
    ]
    return {
        "id": statement.id,
        "earliest": statement.earliest or None,
        "copies": [
            {
                "article": copy.article,
                "rendering": copy.rendering,
                "words": copy.words,
                "text": " … ".join(texts[copy.article].text(span).strip() for span in copy.spans)
                if shows_text(articles[copy.article])
                else "",
                "speaker": _words_of(copy.article, copy.speaker, articles, texts),
                "verb": _words_of(copy.article, copy.verb, articles, texts),
                "another_speaker": copy.speaks_another,
                "negation_left_out": copy.negation_left_out,
            }
            for copy in statement.prints
        ],
        "unprinted": [
            {
                "article": copy.article,
                "fate": copy.fate,
                "speaker": _words_of(copy.article, copy.speaker, articles, texts),
                "verb": _words_of(copy.article, copy.verb, articles, texts),
            }
            for copy in statement.unprinted
            if articles[copy.article].rights != "figures"
        ],
        "changes": sorted(set(changes)),
    }


def _words_of(
    article: str, span: Span | None, articles: Mapping[str, Article], texts: Mapping[str, Tokenized]
) -> str | None:
    """A range as printed; None where there is none, or where the text may not be shown whole."""
    return " ".join(texts[article].text(span).split()).rstrip(" ,") if span and shows_text(articles[article]) else None


def _touches(span: Span, spans: Iterable[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in spans)


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
            f"{_quoted(name)}: {_quoted(entry) if type(entry) is str else _written(entry, inner)}"
            for name, entry in value.items()
        ]
        return f"{{{inner}{f',{inner}'.join(parts)}{line}}}"
    if kind in (list, tuple):
        # An encoder made for each empty list was half of archive.json.
        return f"[{inner}{f',{inner}'.join([_written(one, inner) for one in value])}{line}]" if value else "[]"
    return json.dumps(value, ensure_ascii=False)
